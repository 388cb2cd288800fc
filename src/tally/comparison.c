/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The comparison step of Wieliczka and Swiecie: Equal Shares (cost utilities, Add1 to the last
 * outcome within the budget, the rest by votes) is replaced by greedy by votes only where strictly
 * more voters prefer that.
 *
 * A voter prefers the outcome that holds more of the projects on his or her ballot; one who finds
 * none of them on one side counts as having 0 there, not as without an opinion. */
#include "tally/comparison.h"

static gint64
count_chosen (const TqElection *election, const gboolean *chosen, guint class)
{
  const guint32 end = g_array_index (election->class_start, guint32, class + 1);
  gint64 count = 0;
  for (guint32 i = g_array_index (election->class_start, guint32, class); i < end; i++)
    if (chosen[g_array_index (election->entry_project, guint16, i)])
      count++;
  return count;
}

static void
mark_taken (const TqGreedyOutcome *outcome, gboolean *chosen)
{
  for (guint i = 0; i < outcome->steps->len; i++) {
    const TqGreedyStep *step = &g_array_index (outcome->steps, TqGreedyStep, i);
    if (step->taken)
      chosen[step->project] = TRUE;
  }
}

static void
ask_voters (const TqElection *election, TqComparison *comparison)
{
  const guint projects = tq_election_get_project_count (election);
  g_autofree gboolean *by_shares = g_new0 (gboolean, projects);
  g_autofree gboolean *by_greedy = g_new0 (gboolean, projects);
  const GArray *steps = comparison->shares->kept->steps;
  for (guint i = 0; i < steps->len; i++)
    by_shares[g_array_index (steps, TqShareStep, i).project] = TRUE;
  mark_taken (comparison->shares->rest, by_shares);
  mark_taken (comparison->greedy, by_greedy);
  for (guint c = 0; c < tq_election_get_class_count (election); c++) {
    const gint64 weight = g_array_index (election->class_weight, gint64, c);
    const gint64 more =
      count_chosen (election, by_shares, c) - count_chosen (election, by_greedy, c);
    if (more > 0)
      comparison->prefer_shares += weight;
    else if (more < 0)
      comparison->prefer_greedy += weight;
    else
      comparison->indifferent += weight;
  }
  comparison->keeps_greedy = comparison->prefer_greedy > comparison->prefer_shares;
}

/* Counts both ways and asks the ballots (transfer full). Raises as tq_share_completion_count (). */
TqComparison *
tq_comparison_count (const TqElection *election,
                     const char *increment,
                     const TqBudgetTies *ties,
                     GError **error)
{
  const TqUtility cost = { TQ_UNIT_ONE, TRUE };
  const TqCompletion full = { TRUE, TRUE, TRUE };
  g_autoptr (TqComparison) comparison = g_new0 (TqComparison, 1);
  comparison->shares = tq_share_completion_count (election, cost, full, increment, ties, error);
  if (comparison->shares == NULL)
    return NULL;
  comparison->greedy = tq_greedy_count (election, (TqGreedyScore){ TQ_UNIT_ONE, FALSE }, ties);
  ask_voters (election, comparison);
  return g_steal_pointer (&comparison);
}

void
tq_comparison_free (TqComparison *comparison)
{
  g_clear_pointer (&comparison->shares, tq_completed_outcome_free);
  g_clear_pointer (&comparison->greedy, tq_greedy_outcome_free);
  g_free (comparison);
}
