/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Counts a file of ballots by one of the rules on rankings and scores, and writes the step log.
 *
 * Ballots come from a .blt file or from JSON (blt-reader.c, ranked-json.c), which are told apart by
 * the first character. Where a rule needs rankings and the file holds scores, a higher score is a
 * better rank. "--seats" goes before what the file says; rules that elect one pass the file's seats
 * over. */
#include "tally/ranked-count.h"

#include "base/error.h"
#include "base/i18n.h"
#include "tally/blt-reader.h"
#include "tally/ranked-json.h"
#include "tally/ranked-report.h"

#include <stdio.h>
#include <string.h>

/* Above this the search for the weakest defeats takes too long. */
#define DEBIAN_OPTIONS_MAX 100u

typedef enum {
  NEEDS_RANKS,
  NEEDS_SCORES,
  NEEDS_EITHER,
} Needs;

typedef struct {
  const char *name;
  Needs needs;
  gboolean has_seats;
  TqRankedReport report;
} Rule;

static const Rule rules[] = {
  { "plurality", NEEDS_RANKS, TRUE, tq_ranked_report_plurality },
  { "approval", NEEDS_EITHER, TRUE, tq_ranked_report_approval },
  { "score", NEEDS_SCORES, TRUE, tq_ranked_report_score },
  { "dots", NEEDS_SCORES, TRUE, tq_ranked_report_dots },
  { "star", NEEDS_SCORES, FALSE, tq_ranked_report_star },
  { "irv", NEEDS_RANKS, FALSE, tq_ranked_report_irv },
  { "stv", NEEDS_RANKS, TRUE, tq_ranked_report_stv },
  { "schulze", NEEDS_RANKS, FALSE, tq_ranked_report_schulze },
  { "ranked_pairs", NEEDS_RANKS, FALSE, tq_ranked_report_ranked_pairs },
  { "debian", NEEDS_RANKS, FALSE, tq_ranked_report_debian },
};

static const Rule *
find_rule (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (strcmp (rules[i].name, name) == 0)
      return &rules[i];
  return NULL;
}

/* Whether *rule* is one of the rules counted here. */
gboolean
tq_ranked_has_rule (const char *rule)
{
  return find_rule (rule) != NULL;
}

/* Whether the first character that is no blank opens an object. A file that cannot be read is left
 * to the reader, which says why. */
static gboolean
is_json (const char *path)
{
  FILE *file = fopen (path, "rbe");
  if (file == NULL)
    return FALSE;
  int c = getc (file);
  while (c == 0xef || c == 0xbb || c == 0xbf || (c != EOF && g_ascii_isspace (c)))
    c = getc (file);
  (void) fclose (file);
  return c == '{' || c == '[';
}

static gboolean
set_unfit (const char *path, const char *reason, GError **error)
{
  g_set_error (error, TQ_ERROR, TQ_ERROR_INVALID, "%s: %s", path, reason);
  return FALSE;
}

/* Whether the rule can count what the file holds. */
static gboolean
check_fit (const Rule *rule,
           const TqBallots *ballots,
           const char *path,
           guint seats,
           GError **error)
{
  if (rule->needs == NEEDS_SCORES && ballots->kind != TQ_BALLOTS_SCORED)
    return set_unfit (path,
                      _ ("This rule counts scores, and the file holds rankings. Choose another "
                         "rule or give “score_ballots”."),
                      error);
  if (!rule->has_seats && seats > 1)
    return set_unfit (path,
                      _ ("This rule elects one. Leave --seats away or choose another rule."),
                      error);
  if (seats > ballots->n_options - ballots->n_withdrawn)
    return set_unfit (path, _ ("There are fewer options than seats. Ask for fewer seats."), error);
  if (rule->report != tq_ranked_report_debian)
    return TRUE;
  if (ballots->default_option < 0)
    return set_unfit (path,
                      _ ("This rule needs “default_option”, the option that everything is "
                         "compared with. Add it to the file."),
                      error);
  if (ballots->n_options > DEBIAN_OPTIONS_MAX)
    return set_unfit (path, _ ("This rule counts at most 100 options. Use schulze."), error);
  return TRUE;
}

static guint
get_seats (const Rule *rule, const TqBallots *ballots, const TqCountOptions *options)
{
  const guint asked = options != NULL ? options->seats : 0;
  if (asked > 0 || !rule->has_seats)
    return MAX (asked, 1);
  return MAX ((guint) ballots->seats, 1);
}

/* Counts the file at *path* by *rule*: one whole object to *json*, the log for people to *text*
 * (both nullable). Raises what the readers raise, and TQ_ERROR_INVALID where the rule does not fit
 * the ballots. */
gboolean
tq_ranked_count_file (const char *rule,
                      const char *path,
                      const TqCountOptions *options,
                      TqJsonWriter *json,
                      GString *text,
                      GError **error)
{
  const Rule *found = find_rule (rule);
  g_return_val_if_fail (found != NULL && path != NULL, FALSE);
  g_autoptr (TqBallots) ballots =
    is_json (path) ? tq_ranked_json_load_file (path, error) : tq_blt_load_file (path, error);
  if (ballots == NULL)
    return FALSE;
  const guint seats = get_seats (found, ballots, options);
  if (!check_fit (found, ballots, path, seats, error))
    return FALSE;
  if (found->needs == NEEDS_RANKS && ballots->kind == TQ_BALLOTS_SCORED) {
    TqBallots *ranked = tq_ballots_new_ranked_from_scores (ballots);
    tq_ballots_free (ballots);
    ballots = ranked;
  }
  g_autoptr (TqRecord) record =
    tq_record_new (ballots, options != NULL ? options->ties : NULL, error);
  if (record == NULL)
    return FALSE;
  g_autofree char *file = g_path_get_basename (path);
  g_auto (TqStepLog) log = { 0 };
  tq_step_log_start (&log, json, text);
  const TqRankedJob job = { rule, file, seats, record, &log };
  found->report (&job);
  tq_step_log_finish (&log);
  return TRUE;
}
