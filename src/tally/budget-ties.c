/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Ties between projects within a budget.
 *
 * 1. The lower cost goes first, then more votes: what the makers of Equal Shares recommend, for it
 *    leaves the most money to the others.
 * 2. Then the lot order, where one was drawn before the count.
 * 3. Without one the assembly decides; the count goes on with the first by name so that the
 *    assembly sees the rest, and the record says so.
 * 4. --ties id compares ids alone, by code points ("10" before "2"): to check against reference
 *    files. */
#include "tally/budget-ties.h"

struct _TqBudgetTies {
  const TqElection *election;
  TqTiePolicy policy;
  guint *ranks;
};

/* Ties under *rule* (nullable); *election* must outlive it (transfer full). Raises TQ_ERROR_INVALID
 * where a lot order does not name every project. */
TqBudgetTies *
tq_budget_ties_new (const TqElection *election, const TqTieRule *rule, GError **error)
{
  const guint count = tq_election_get_project_count (election);
  g_autofree const char **ids = g_new (const char *, count);
  for (guint i = 0; i < count; i++)
    ids[i] = tq_election_get_project (election, i)->id;
  g_autofree guint *ranks = g_new (guint, count);
  if (!tq_tie_rule_rank (rule, ids, count, ranks, error))
    return NULL;
  TqBudgetTies *ties = g_new0 (TqBudgetTies, 1);
  ties->election = election;
  ties->policy = tq_tie_rule_get_policy (rule);
  ties->ranks = g_steal_pointer (&ranks);
  return ties;
}

void
tq_budget_ties_free (TqBudgetTies *ties)
{
  g_free (ties->ranks);
  g_free (ties);
}

/* Negative where project *a* goes before *b*; *out_broken_by* (nullable) says why. Never zero for
 * two different projects. */
int
tq_budget_ties_compare (const TqBudgetTies *ties, guint a, guint b, TqTieBreaker *out_broken_by)
{
  const TqProject *left = tq_election_get_project (ties->election, a);
  const TqProject *right = tq_election_get_project (ties->election, b);
  const gboolean by_id = ties->policy == TQ_TIES_ID;
  TqTieBreaker broken_by = by_id                              ? TQ_TIE_BY_ID
                           : ties->policy == TQ_TIES_CHEAPEST ? TQ_TIE_BY_ASSEMBLY
                                                              : TQ_TIE_BY_LOT;
  int order = ties->ranks[a] < ties->ranks[b] ? -1 : ties->ranks[a] > ties->ranks[b] ? 1 : 0;
  if (!by_id && left->cost != right->cost) {
    broken_by = TQ_TIE_BY_COST;
    order = left->cost < right->cost ? -1 : 1;
  } else if (!by_id && left->votes != right->votes) {
    broken_by = TQ_TIE_BY_VOTES;
    order = left->votes > right->votes ? -1 : 1;
  }
  if (out_broken_by != NULL)
    *out_broken_by = broken_by;
  return order;
}

/* The one of *tied* (guint) that goes first at *step*. Where there are several, *log* keeps what
 * set it apart from the next best. */
guint
tq_budget_ties_pick (const TqBudgetTies *ties, const GArray *tied, guint step, TqTieLog *log)
{
  g_return_val_if_fail (tied->len > 0, 0);
  guint best = g_array_index (tied, guint, 0);
  for (guint i = 1; i < tied->len; i++)
    if (tq_budget_ties_compare (ties, g_array_index (tied, guint, i), best, NULL) < 0)
      best = g_array_index (tied, guint, i);
  if (tied->len == 1)
    return best;
  guint second = TQ_ELECTION_PROJECTS_MAX;
  for (guint i = 0; i < tied->len; i++) {
    const guint other = g_array_index (tied, guint, i);
    if (other != best && (second == TQ_ELECTION_PROJECTS_MAX ||
                          tq_budget_ties_compare (ties, other, second, NULL) < 0))
      second = other;
  }
  TqTieBreaker broken_by = TQ_TIE_BY_ID;
  (void) tq_budget_ties_compare (ties, best, second, &broken_by);
  tq_tie_log_begin (log, step, tq_election_get_project (ties->election, best)->id, broken_by);
  for (guint i = 0; i < tied->len; i++)
    tq_tie_log_add_tied (
      log,
      tq_election_get_project (ties->election, g_array_index (tied, guint, i))->id);
  return best;
}
