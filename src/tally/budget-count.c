/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "tally/budget-count.h"

#include "tally/budget-json.h"
#include "tally/budget-rule.h"
#include "tally/budget-text.h"
#include "tally/pb-reader.h"

/* What a count is written to; each may be NULL. */
typedef struct {
  TqJsonWriter *json;
  GString *text;
} Sink;

static gboolean
count_greedy (const TqBudgetRule *rule,
              const TqElection *election,
              const TqBudgetTies *ties,
              Sink sink,
              GError **error)
{
  if (!tq_unit_check (rule->score.unit, election, error))
    return FALSE;
  g_autoptr (TqGreedyOutcome) outcome = tq_greedy_count (election, rule->score, ties);
  if (sink.json != NULL)
    tq_greedy_write_json (outcome, election, sink.json);
  if (sink.text != NULL)
    tq_greedy_write_text (outcome, election, sink.text);
  return TRUE;
}

static gboolean
count_shares (const TqBudgetRule *rule,
              const TqElection *election,
              const char *increment,
              const TqBudgetTies *ties,
              Sink sink,
              GError **error)
{
  g_autoptr (TqCompletedOutcome) outcome =
    tq_share_completion_count (election, rule->utility, rule->completion, increment, ties, error);
  if (outcome == NULL)
    return FALSE;
  if (sink.json != NULL)
    tq_shares_write_json (outcome, election, sink.json);
  if (sink.text != NULL)
    tq_shares_write_text (outcome, election, sink.text);
  return TRUE;
}

static gboolean
count_phragmen (const TqElection *election, const TqBudgetTies *ties, Sink sink)
{
  g_autoptr (TqPhragmenOutcome) outcome = tq_phragmen_count (election, ties);
  if (sink.json != NULL)
    tq_phragmen_write_json (outcome, election, sink.json);
  if (sink.text != NULL)
    tq_phragmen_write_text (outcome, election, sink.text);
  return TRUE;
}

static gboolean
count_comparison (const TqElection *election,
                  const char *increment,
                  const TqBudgetTies *ties,
                  Sink sink,
                  GError **error)
{
  g_autoptr (TqComparison) comparison = tq_comparison_count (election, increment, ties, error);
  if (comparison == NULL)
    return FALSE;
  if (sink.json != NULL)
    tq_comparison_write_json (comparison, election, sink.json);
  if (sink.text != NULL)
    tq_comparison_write_text (comparison, election, sink.text);
  return TRUE;
}

/* Counts *election* by the rule called *rule*: members of the object that is open in *json*, or
 * lines of *text* (both nullable). Raises TQ_ERROR_INVALID where the rule does not exist or does
 * not suit the ballots, or an option is wrong. */
gboolean
tq_budget_count (const char *rule,
                 const TqElection *election,
                 const TqCountOptions *options,
                 TqJsonWriter *json,
                 GString *text,
                 GError **error)
{
  TqBudgetRule parsed;
  const Sink sink = { json, text };
  if (!tq_budget_rule_parse (rule, &parsed, error))
    return FALSE;
  g_autoptr (TqBudgetTies) ties = tq_budget_ties_new (election, options->ties, error);
  if (ties == NULL)
    return FALSE;
  switch (parsed.kind) {
  case TQ_BUDGET_GREEDY:
    return count_greedy (&parsed, election, ties, sink, error);
  case TQ_BUDGET_SHARES:
    return count_shares (&parsed, election, options->increment, ties, sink, error);
  case TQ_BUDGET_PHRAGMEN:
    return count_phragmen (election, ties, sink);
  case TQ_BUDGET_COMPARE:
  default:
    return count_comparison (election, options->increment, ties, sink, error);
  }
}

/* Counts the .pb file at *path*: one whole object to *json*, or a readable account to *text* (both
 * nullable). Raises as tq_pb_load_file () and tq_budget_count (); what was written before an error
 * is to be thrown away. */
gboolean
tq_budget_count_file (const char *rule,
                      const char *path,
                      const TqCountOptions *options,
                      TqJsonWriter *json,
                      GString *text,
                      GError **error)
{
  g_return_val_if_fail (rule != NULL && path != NULL && options != NULL, FALSE);
  TqBudgetRule parsed;
  if (!tq_budget_rule_parse (rule, &parsed, error))
    return FALSE;
  g_autoptr (TqElection) election = tq_pb_load_file (path, error);
  if (election == NULL)
    return FALSE;
  g_autofree char *file = g_path_get_basename (path);
  if (json != NULL) {
    tq_json_writer_begin_object (json, NULL);
    tq_json_writer_add_text (json, "rule", rule);
    tq_json_writer_add_text (json, "file", file);
    tq_election_write_json (election, json);
  }
  if (text != NULL)
    tq_election_write_text (election, rule, file, text);
  if (!tq_budget_count (rule, election, options, json, text, error))
    return FALSE;
  if (json != NULL)
    tq_json_writer_end_object (json);
  return TRUE;
}
