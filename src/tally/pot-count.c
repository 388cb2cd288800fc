/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "tally/pot-count.h"

#include "tally/pot-json.h"
#include "tally/pot-report.h"

/* Divides *pot* by the rule called *rule*: members of the object that is open in *json*, or lines
 * of *text* (both nullable). Raises TQ_ERROR_INVALID for a rule that does not exist. */
gboolean
tq_pot_count (const char *rule, const TqPot *pot, TqJsonWriter *json, GString *text, GError **error)
{
  TqPotRule parsed = TQ_POT_MEAN;
  if (!tq_pot_rule_parse (rule, &parsed, error))
    return FALSE;
  g_autoptr (TqPotOutcome) outcome = tq_pot_divide (pot, parsed);
  if (json != NULL)
    tq_pot_outcome_write_json (outcome, pot, json);
  if (text != NULL)
    tq_pot_outcome_write_text (outcome, pot, text);
  return TRUE;
}

/* Divides the pot of the JSON file at *path*: one whole object to *json*, or a readable account to
 * *text* (both nullable). No option changes the count: uses with equal remainders get the last
 * units in the order of the file. Raises as tq_pot_load_file () and tq_pot_count (); what was
 * written before an error is to be thrown away. */
gboolean
tq_pot_count_file (const char *rule,
                   const char *path,
                   const TqCountOptions *options,
                   TqJsonWriter *json,
                   GString *text,
                   GError **error)
{
  g_return_val_if_fail (rule != NULL && path != NULL, FALSE);
  TqPotRule parsed = TQ_POT_MEAN;
  if (!tq_pot_rule_parse (rule, &parsed, error))
    return FALSE;
  g_autoptr (TqPot) pot = tq_pot_load_file (path, error);
  if (pot == NULL)
    return FALSE;
  g_autofree char *file = g_path_get_basename (path);
  if (json != NULL) {
    tq_json_writer_begin_object (json, NULL);
    tq_json_writer_add_text (json, "rule", rule);
    tq_json_writer_add_text (json, "file", file);
    tq_pot_write_json (pot, json);
  }
  if (text != NULL)
    tq_pot_write_text (pot, rule, file, text);
  if (!tq_pot_count (rule, pot, json, text, error))
    return FALSE;
  if (json != NULL)
    tq_json_writer_end_object (json);
  return TRUE;
}
