/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Completions of Equal Shares, which by itself leaves money unspent.
 *
 * 1. Without completion each voter begins with B/n: the budget divided by the weight of ballots.
 * 2. Add1 raises everybody's money by one step and counts again from the start, until nothing more
 *    that has a supporter fits into the budget, or the next outcome would cost more than the
 *    budget: the last outcome within it is kept. It stops at the first outcome beyond the budget,
 *    though a later one may be within it again.
 * 3. "full" does not stop where nothing more fits, for more money per voter may still lead to a
 *    better use of the budget. It stops where everything wanted is bought.
 * 4. "u" spends the rest greedily by votes.
 * 5. The step is one unit of the currency; where a voter's money is more than 20,000 units it is
 *    the power of ten next below a thousandth of it, lest the count take a hundred thousand runs.
 *    The step, the runs and the money of the run that was kept are part of the outcome.
 * 6. Whatever was kept costs at most the budget. */
#include "tally/share-completion.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/ratio.h"

#define STEP_OF_ONE_UP_TO 20000u /* units of the currency per voter */

static void
clear_left (gpointer data)
{
  mpq_clear (((TqShareLeft *) data)->money);
}

static TqCompletedOutcome *
outcome_new (TqUtility utility, TqCompletion completion)
{
  TqCompletedOutcome *outcome = g_new0 (TqCompletedOutcome, 1);
  outcome->utility = utility;
  outcome->completion = completion;
  mpq_init (outcome->increment);
  outcome->left = g_array_new (FALSE, FALSE, sizeof (TqShareLeft));
  g_array_set_clear_func (outcome->left, clear_left);
  return outcome;
}

void
tq_completed_outcome_free (TqCompletedOutcome *outcome)
{
  g_clear_pointer (&outcome->kept, tq_share_outcome_free);
  g_clear_pointer (&outcome->rest, tq_greedy_outcome_free);
  g_array_unref (outcome->left);
  mpq_clear (outcome->increment);
  g_free (outcome);
}

/* The step in smallest units of money: as given, or chosen by rule 5. */
static gboolean
set_increment (mpq_ptr increment,
               const char *text,
               mpq_srcptr endowment,
               guint digits,
               GError **error)
{
  mpz_t unit;
  if (text != NULL && (!tq_mpq_parse (text, increment, NULL) || mpq_sgn (increment) <= 0 ||
                       mpz_sizeinbase (mpq_numref (increment), 2) > 50)) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_INVALID,
                 _ ("“%s” is not a step of money. Write an amount above zero such as 1 or 0.01."),
                 text);
    return FALSE;
  }
  mpz_init (unit);
  mpz_ui_pow_ui (unit, 10, digits);
  if (text == NULL) {
    mpq_set_ui (increment, 1, 1);
    mpq_t bound;
    mpq_init (bound);
    mpq_set_z (bound, unit);
    mpz_mul_ui (mpq_numref (bound), mpq_numref (bound), STEP_OF_ONE_UP_TO);
    while (mpq_cmp (endowment, bound) > 0) {
      mpz_mul_ui (mpq_numref (increment), mpq_numref (increment), 10);
      mpz_mul_ui (mpq_numref (bound), mpq_numref (bound), 10);
    }
    mpq_clear (bound);
  }
  mpz_mul (mpq_numref (increment), mpq_numref (increment), unit);
  mpq_canonicalize (increment);
  mpz_clear (unit);
  return TRUE;
}

static gboolean *
list_chosen (const TqElection *election, const TqShareOutcome *outcome)
{
  gboolean *chosen = g_new0 (gboolean, tq_election_get_project_count (election));
  for (guint i = 0; i < outcome->steps->len; i++)
    chosen[g_array_index (outcome->steps, TqShareStep, i).project] = TRUE;
  return chosen;
}

/* Whether no project with a supporter is left over, or none that fits where *fits*. */
static gboolean
is_exhausted (const TqElection *election,
              const TqEqualShares *shares,
              const TqShareOutcome *outcome,
              gboolean fits)
{
  g_autofree gboolean *chosen = list_chosen (election, outcome);
  const gint64 left = election->budget - (gint64) outcome->cost;
  for (guint p = 0; p < tq_election_get_project_count (election); p++)
    if (!chosen[p] && tq_equal_shares_is_supported (shares, p) &&
        (!fits || tq_election_get_project (election, p)->cost <= left))
      return FALSE;
  return TRUE;
}

/* Rules 2 and 3: keeps in *outcome* the last run within the budget. */
static gboolean
run_add1 (const TqElection *election,
          TqEqualShares *shares,
          TqCompletedOutcome *outcome,
          mpq_ptr endowment,
          GError **error)
{
  while (!is_exhausted (election, shares, outcome->kept, !outcome->completion.full)) {
    if (outcome->runs == TQ_SHARE_RUNS_MAX) {
      g_set_error (error,
                   TQ_ERROR,
                   TQ_ERROR_INVALID,
                   _ ("After %u runs money is still left. Choose a larger step with --increment."),
                   outcome->runs);
      return FALSE;
    }
    mpq_add (endowment, endowment, outcome->increment);
    g_autoptr (TqShareOutcome) next = tq_equal_shares_run (shares, endowment);
    outcome->runs++;
    outcome->run_ties_count += tq_tie_log_get_count (next->ties);
    outcome->went_beyond = next->cost > election->budget;
    if (outcome->went_beyond)
      return TRUE;
    tq_share_outcome_free (outcome->kept);
    outcome->kept = g_steal_pointer (&next);
  }
  return TRUE;
}

/* What the supporters of the projects not bought hold after the run that was kept, which is run
 * again where another one came after it. */
static void
add_left (const TqElection *election, TqEqualShares *shares, TqCompletedOutcome *outcome)
{
  g_autofree gboolean *chosen = list_chosen (election, outcome->kept);
  if (outcome->went_beyond) {
    g_autoptr (TqShareOutcome) again = tq_equal_shares_run (shares, outcome->kept->endowment);
    g_assert (again->steps->len == outcome->kept->steps->len);
  }
  for (guint p = 0; p < tq_election_get_project_count (election); p++) {
    if (chosen[p] || !tq_equal_shares_is_supported (shares, p))
      continue;
    TqShareLeft left = { .project = p };
    mpq_init (left.money);
    tq_equal_shares_get_left (shares, p, left.money);
    g_array_append_val (outcome->left, left);
  }
}

/* Counts with Equal Shares and a completion (transfer full). *increment* is the step of Add1 in
 * units of the currency, NULL for rule 5. Raises TQ_ERROR_INVALID for a step that is none, for one
 * that is too small, and where the ballots do not carry the units of *utility*. */
TqCompletedOutcome *
tq_share_completion_count (const TqElection *election,
                           TqUtility utility,
                           TqCompletion completion,
                           const char *increment,
                           const TqBudgetTies *ties,
                           GError **error)
{
  g_return_val_if_fail (election->weight > 0, NULL);
  if (!tq_unit_check (utility.unit, election, error))
    return NULL;
  g_autoptr (TqCompletedOutcome) outcome = outcome_new (utility, completion);
  g_autoptr (TqEqualShares) shares = tq_equal_shares_new (election, utility, ties);
  mpq_t endowment;
  mpq_init (endowment);
  mpq_set_ui (endowment, (gulong) election->budget, (gulong) election->weight);
  mpq_canonicalize (endowment);
  gboolean done = set_increment (outcome->increment, increment, endowment, election->digits, error);
  if (done) {
    outcome->kept = tq_equal_shares_run (shares, endowment);
    outcome->runs = 1;
    outcome->run_ties_count = tq_tie_log_get_count (outcome->kept->ties);
    if (completion.add1)
      done = run_add1 (election, shares, outcome, endowment, error);
  }
  mpq_clear (endowment);
  if (!done)
    return NULL;
  add_left (election, shares, outcome);
  outcome->ties_count = outcome->run_ties_count;
  outcome->cost = (gint64) outcome->kept->cost;
  g_assert (outcome->cost <= election->budget);
  if (completion.by_votes) {
    g_autofree gboolean *chosen = list_chosen (election, outcome->kept);
    outcome->rest = tq_greedy_complete (election, chosen, election->budget - outcome->cost, ties);
    outcome->ties_count = tq_tie_log_get_count (outcome->rest->ties);
    outcome->cost += outcome->rest->cost;
  }
  return g_steal_pointer (&outcome);
}
