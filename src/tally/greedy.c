/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Greedy choice: projects are taken from the best score down, and what does not fit is skipped.
 *
 * 1. The score is the weight of the ballots that name a project, or the sum of points, or of points
 *    from the rank; divided by the cost where the rule says so. A project with a score that costs
 *    nothing goes before all others there.
 * 2. Two neighbours in the order with the same score are a tie; each is put on record, whether or
 *    not both fit in the end, for the order is what is announced.
 * 3. A project without a single vote comes last, and is taken where it fits: the budget, not the
 *    rule, says that it may be left over.
 * 4. The completion after another rule spends the rest on projects not yet chosen, by votes. There
 *    only those ties are put on record where both still fit. */
#include "tally/greedy.h"

typedef struct {
  const TqElection *election;
  const TqBudgetTies *ties;
  TqGreedyScore score;
  gint64 *scores;
} Order;

/* Negative where a has the better score; by cross-multiplication. */
static int
compare_scores (const Order *order, guint a, guint b)
{
  const gint64 a_score = order->scores[a];
  const gint64 b_score = order->scores[b];
  __int128 left = a_score;
  __int128 right = b_score;
  if (order->score.per_cost && a_score > 0 && b_score > 0) {
    left *= tq_election_get_project (order->election, b)->cost;
    right *= tq_election_get_project (order->election, a)->cost;
    if (left == 0 && right == 0)
      return 0;
  }
  return left > right ? -1 : left < right ? 1 : 0;
}

static int
compare_projects (gconstpointer a, gconstpointer b, gpointer data)
{
  const guint left = *(const guint *) a;
  const guint right = *(const guint *) b;
  if (left == right)
    return 0;
  const int order = compare_scores (data, left, right);
  return order != 0 ? order
                    : tq_budget_ties_compare (((const Order *) data)->ties, left, right, NULL);
}

static gint64 *
sum_units (const TqElection *election, TqUnit unit)
{
  const guint projects = tq_election_get_project_count (election);
  g_autoptr (TqSupport) support = tq_support_new (election, unit);
  gint64 *sums = g_new0 (gint64, projects);
  for (guint p = 0; p < projects; p++)
    for (guint32 i = support->start[p]; i < support->start[p + 1]; i++)
      sums[p] += g_array_index (election->class_weight, gint64, support->supporters[i]) *
                 (support->units != NULL ? support->units[i] : 1);
  return sums;
}

static TqGreedyOutcome *
outcome_new (TqGreedyScore score)
{
  TqGreedyOutcome *outcome = g_new0 (TqGreedyOutcome, 1);
  outcome->score = score;
  outcome->steps = g_array_new (FALSE, FALSE, sizeof (TqGreedyStep));
  outcome->ties = tq_tie_log_new ();
  return outcome;
}

void
tq_greedy_outcome_free (TqGreedyOutcome *outcome)
{
  g_array_unref (outcome->steps);
  tq_tie_log_free (outcome->ties);
  g_free (outcome);
}

static void
record_tie (const Order *order, guint first, guint second, guint step, TqTieLog *log)
{
  TqTieBreaker broken_by = TQ_TIE_BY_ID;
  const char *picked = tq_election_get_project (order->election, first)->id;
  (void) tq_budget_ties_compare (order->ties, first, second, &broken_by);
  tq_tie_log_begin (log, step, picked, broken_by);
  tq_tie_log_add_tied (log, picked);
  tq_tie_log_add_tied (log, tq_election_get_project (order->election, second)->id);
}

/* Takes from the front of *queue* what fits into *left*. */
static TqGreedyOutcome *
take (const Order *order, const GArray *queue, gint64 left, gboolean is_completion)
{
  TqGreedyOutcome *outcome = outcome_new (order->score);
  for (guint i = 0; i < queue->len; i++) {
    const guint project = g_array_index (queue, guint, i);
    const gint64 cost = tq_election_get_project (order->election, project)->cost;
    if (i + 1 < queue->len) {
      const guint next = g_array_index (queue, guint, i + 1);
      const gint64 next_cost = tq_election_get_project (order->election, next)->cost;
      if (compare_scores (order, project, next) == 0 &&
          (!is_completion || (cost <= left && next_cost <= left)))
        record_tie (order, project, next, i + 1, outcome->ties);
    }
    TqGreedyStep step = { project, order->scores[project], cost <= left, left };
    if (step.taken) {
      step.left -= cost;
      outcome->cost += cost;
    }
    left = step.left;
    g_array_append_val (outcome->steps, step);
  }
  return outcome;
}

/* Chooses within the whole budget (transfer full); tq_unit_check () must have agreed. */
TqGreedyOutcome *
tq_greedy_count (const TqElection *election, TqGreedyScore score, const TqBudgetTies *ties)
{
  const guint projects = tq_election_get_project_count (election);
  g_autofree gint64 *scores = sum_units (election, score.unit);
  Order order = { election, ties, score, scores };
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint p = 0; p < projects; p++)
    g_array_append_val (queue, p);
  g_array_sort_with_data (queue, compare_projects, &order);
  return take (&order, queue, election->budget, FALSE);
}

/* Spends *left* by votes on what is not *chosen* (an array by project) (transfer full). */
TqGreedyOutcome *
tq_greedy_complete (const TqElection *election,
                    const gboolean *chosen,
                    gint64 left,
                    const TqBudgetTies *ties)
{
  const guint projects = tq_election_get_project_count (election);
  g_autofree gint64 *scores = g_new (gint64, projects);
  Order order = { election, ties, { TQ_UNIT_ONE, FALSE }, scores };
  g_autoptr (GArray) queue = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint p = 0; p < projects; p++) {
    scores[p] = tq_election_get_project (election, p)->votes;
    if (!chosen[p])
      g_array_append_val (queue, p);
  }
  g_array_sort_with_data (queue, compare_projects, &order);
  return take (&order, queue, left, TRUE);
}
