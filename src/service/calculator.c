/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Counts on files alone, without a book: what the command line and the window offer so that anybody
 * can check a count. A rule's name says which engine counts; an engine says whether it knows the
 * rule. The result is one JSON object, and text for people where it is asked for. */
#include "service/calculator.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/json-reader.h"
#include "reports/allocation-report.h"
#include "reports/flow-text.h"
#include "surplus/allocation-file.h"
#include "surplus/allocation-json.h"
#include "tally/ballot-file.h"
#include "tally/budget-count.h"
#include "tally/budget-rule.h"
#include "tally/motion-count.h"
#include "tally/pot-count.h"
#include "tally/pot-division.h"
#include "tally/ranked-count.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

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

static gboolean
count_into (const char *rule,
            const char *path,
            const TqCountOptions *options,
            GString *json,
            GString *text,
            GError **error)
{
  const CountFile count_file = find_engine (rule);
  TqJsonWriter writer;
  if (count_file == NULL) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_INVALID,
                 _ ("There is no rule “%s”. “tequio-cli tally --help” lists them."),
                 rule);
    return FALSE;
  }
  tq_json_writer_start (&writer, json, TRUE);
  if (!count_file (rule, path, options, &writer, text, error))
    return FALSE;
  tq_json_writer_finish (&writer);
  return TRUE;
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
  g_autoptr (TqTieRule) ties = NULL;
  if (options->ties != NULL) {
    ties = tq_tie_rule_parse (options->ties, error);
    if (ties == NULL)
      return FALSE;
  }
  const TqCountOptions count = { ties, options->seats, options->increment };
  return count_into (rule, path, &count, json, text, error);
}

/* Counts the ballots of *file*, which stand in it, or in the text of a .pb file within it. */
static gboolean
recount (const TqBallotFile *file, GString *json, GError **error)
{
  const TqCountOptions options = { file->ties, 0, file->increment };
  if (file->pabulib == NULL)
    return count_into (file->rule, file->path, &options, json, NULL, error);
  g_autofree char *name = NULL;
  g_autoptr (GError) local = NULL;
  const int fd = g_file_open_tmp ("ballots-XXXXXX.pb", &name, &local);
  if (fd >= 0)
    (void) close (fd);
  if (fd < 0 || !g_file_set_contents (name, file->pabulib, -1, &local)) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_STORE,
                 _ ("The ballots cannot be laid out to be counted: %s"),
                 local->message);
    return FALSE;
  }
  const gboolean done = count_into (file->rule, name, &options, json, NULL, error);
  (void) g_unlink (name);
  if (!done)
    g_prefix_error (error, _ ("%s, in “pabulib”: "), file->path);
  return done;
}

/* Counts the published ballot file at *path* again (tally/ballot-file.c says what is in it) and
 * appends to *json* and *text* (nullable) that it is sound. Raises TQ_ERROR_CORRUPT, with the
 * place, at the first difference, and what tq_calculator_tally () raises. */
gboolean
tq_calculator_check_ballots (const char *path, GString *json, GString *text, GError **error)
{
  g_auto (TqBallotFile) file = { 0 };
  g_autoptr (GString) recounted = g_string_new (NULL);
  g_autofree char *name = g_path_get_basename (path);
  guint compared = 0;
  TqJsonWriter writer;
  if (!tq_ballot_file_load (&file, path, error) || !recount (&file, recounted, error))
    return FALSE;
  g_autoptr (TqJson) tree = tq_json_read (recounted->str, recounted->len, recounted->len, error);
  if (tree == NULL || !tq_ballot_file_compare (&file, tree, &compared, error))
    return FALSE;
  tq_json_writer_start (&writer, json, TRUE);
  tq_json_writer_begin_object (&writer, NULL);
  tq_json_writer_add_text (&writer, "file", name);
  tq_json_writer_add_text (&writer, "rule", file.rule);
  tq_json_writer_add_bool (&writer, "sound", TRUE);
  tq_json_writer_add_int (&writer, "compared", compared);
  tq_json_writer_end_object (&writer);
  tq_json_writer_finish (&writer);
  if (text != NULL)
    g_string_append_printf (text,
                            _ ("%s: the recount by “%s” gives the published outcome; values "
                               "compared: %u.\n"),
                            name,
                            file.rule,
                            compared);
  return TRUE;
}

/* Shares a surplus as the file at *path* asks for it. Appends a JSON object to *json* (nullable),
 * and the steps for people to *text* (nullable); on a failure both may hold a part of it. Raises
 * TQ_ERROR_FORMAT with the place for a file that breaks its format, TQ_ERROR_NOT_FOUND and
 * TQ_ERROR_STORE where it cannot be read, and what tq_allocation_run () raises. */
gboolean
tq_calculator_allocate (const char *path, GString *json, GString *text, GError **error)
{
  g_autoptr (TqAllocationFile) file = tq_allocation_file_load (path, error);
  if (file == NULL)
    return FALSE;
  g_autoptr (TqAllocation) allocation = tq_allocation_file_run (file, error);
  if (allocation == NULL ||
      (json != NULL && !tq_allocation_json_write (allocation, file->by_years, json, error)))
    return FALSE;
  if (text != NULL) {
    g_autoptr (TqFlow) flow = tq_allocation_report_build (file, allocation);
    tq_flow_text_write (flow, text);
  }
  return TRUE;
}
