/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Counts on files alone, without a book: what the command line and the window offer so that anybody
 * can check a count. A rule's name says which engine counts; an engine says whether it knows the
 * rule. The result is one JSON object, and text for people where it is asked for. */
#include "service/calculator.h"

#include "base/error.h"
#include "base/i18n.h"
#include "tally/budget-count.h"
#include "tally/budget-rule.h"
#include "tally/motion-count.h"
#include "tally/pot-count.h"
#include "tally/pot-division.h"
#include "tally/ranked-count.h"

#include <string.h>

typedef gboolean (*HasRule) (const char *rule);
typedef gboolean (*CountFile) (const char *rule,
                               const char *path,
                               const TqCountOptions *options,
                               TqJsonWriter *json,
                               GString *text,
                               GError **error);

static gboolean
is_motion (const char *rule)
{
  return strcmp (rule, "motion") == 0;
}

static gboolean
is_budget_rule (const char *rule)
{
  TqBudgetRule parsed;
  return tq_budget_rule_parse (rule, &parsed, NULL);
}

static gboolean
is_pot_rule (const char *rule)
{
  TqPotRule parsed;
  return tq_pot_rule_parse (rule, &parsed, NULL);
}

static const struct {
  HasRule has_rule;
  CountFile count_file;
} engines[] = {
  { is_motion, tq_motion_count_file },
  { tq_ranked_has_rule, tq_ranked_count_file },
  { is_budget_rule, tq_budget_count_file },
  { is_pot_rule, tq_pot_count_file },
};

static CountFile
find_engine (const char *rule)
{
  for (guint i = 0; i < G_N_ELEMENTS (engines); i++)
    if (engines[i].has_rule (rule))
      return engines[i].count_file;
  return NULL;
}

/* Whether *rule* is the name of a counting rule. */
gboolean
tq_calculator_has_rule (const char *rule)
{
  return find_engine (rule) != NULL;
}

/* Counts the file at *path* by *rule*. Appends a JSON object to *json* and, where *text* is not
 * NULL, the steps for people to *text*; on a failure both may hold a part of it. Raises
 * TQ_ERROR_INVALID for a rule or options that are not known or do not fit, TQ_ERROR_FORMAT and
 * TQ_ERROR_OVERFLOW with the place for a file that breaks its format, TQ_ERROR_NOT_FOUND and
 * TQ_ERROR_STORE where it cannot be read. */
gboolean
tq_calculator_tally (const char *rule,
                     const char *path,
                     const TqCalculatorOptions *options,
                     GString *json,
                     GString *text,
                     GError **error)
{
  g_return_val_if_fail (rule != NULL && path != NULL && options != NULL && json != NULL, FALSE);
  const CountFile count_file = find_engine (rule);
  g_autoptr (TqTieRule) ties = NULL;
  TqJsonWriter writer;
  if (count_file == NULL) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_INVALID,
                 _ ("There is no rule “%s”. “tequio-cli tally --help” lists them."),
                 rule);
    return FALSE;
  }
  if (options->ties != NULL) {
    ties = tq_tie_rule_parse (options->ties, error);
    if (ties == NULL)
      return FALSE;
  }
  const TqCountOptions count = { ties, options->seats, options->increment };
  tq_json_writer_start (&writer, json, TRUE);
  if (!count_file (rule, path, &count, &writer, text, error))
    return FALSE;
  tq_json_writer_finish (&writer);
  return TRUE;
}
