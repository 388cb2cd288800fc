/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Phragmén's sequential rule: all voters earn money at the same pace from nothing, and a project is
 * bought in the moment in which those who voted for it can pay for it together.
 *
 * 1. A voter's load is what he or she has paid so far. Buying p brings all its supporters to the
 *    load (sum of their loads + cost) / weight of the supporters; the project for which that is
 *    least is due.
 * 2. Projects that cost more than the whole budget, and those without a supporter, take no part.
 * 3. The count stops when one of the projects that are due does not fit into the rest.
 * 4. A voter's load is always that of one of the purchases, so all loads are whole numbers N_k
 *    over one denominator D, and the sum over supporters is one of counts × N_k: all is exact. */
#include "tally/phragmen.h"

#include "base/ratio.h"
#include "tally/integers.h"

#include <string.h>

typedef struct {
  const TqElection *election;
  TqSupport *support;
  guint projects;
  const gint64 *weights;
  gboolean *is_open; /* by project */
  mpz_t *numerators; /* load = numerator / (D × votes) */
  mpz_t *loads;      /* N_k, k from 1; k = 0 is nothing paid */
  mpz_t common;      /* D */
  guint *last;       /* by class: k of the purchase that it took part in last */
  guint64 *counts;   /* by k */
  guint rounds;
} Count;

static void
start (Count *count, const TqElection *election)
{
  count->election = election;
  count->support = tq_support_new (election, TQ_UNIT_ONE);
  count->projects = tq_election_get_project_count (election);
  count->weights = &g_array_index (election->class_weight, gint64, 0);
  count->is_open = g_new0 (gboolean, count->projects);
  count->numerators = tq_integers_new (count->projects);
  count->loads = tq_integers_new (count->projects + 1);
  mpz_init_set_ui (count->common, 1);
  count->last = g_new0 (guint, tq_election_get_class_count (election));
  count->counts = g_new0 (guint64, count->projects + 1);
  for (guint p = 0; p < count->projects; p++) {
    const TqProject *project = tq_election_get_project (election, p);
    count->is_open[p] = project->votes > 0 && project->cost <= election->budget;
  }
}

static void
finish (Count *count)
{
  tq_support_free (count->support);
  tq_integers_free (count->numerators, count->projects);
  tq_integers_free (count->loads, count->projects + 1);
  mpz_clear (count->common);
  g_free (count->is_open);
  g_free (count->last);
  g_free (count->counts);
}

static void
compute_load (Count *count, guint project)
{
  const TqSupport *support = count->support;
  memset (count->counts, 0, (count->rounds + 1) * sizeof *count->counts);
  for (guint32 i = support->start[project]; i < support->start[project + 1]; i++) {
    const guint32 class = support->supporters[i];
    count->counts[count->last[class]] += (guint64) count->weights[class];
  }
  mpz_mul_ui (count->numerators[project],
              count->common,
              (gulong) tq_election_get_project (count->election, project)->cost);
  for (guint k = 1; k <= count->rounds; k++)
    mpz_addmul_ui (count->numerators[project], count->loads[k], count->counts[k]);
}

static int
compare_loads (const Count *count, guint a, guint b)
{
  mpz_t left, right;
  mpz_inits (left, right, NULL);
  mpz_mul_si (left, count->numerators[a], tq_election_get_project (count->election, b)->votes);
  mpz_mul_si (right, count->numerators[b], tq_election_get_project (count->election, a)->votes);
  const int order = mpz_cmp (left, right);
  mpz_clears (left, right, NULL);
  return order;
}

static void
find_due (Count *count, GArray *due)
{
  g_array_set_size (due, 0);
  for (guint p = 0; p < count->projects; p++) {
    if (!count->is_open[p])
      continue;
    compute_load (count, p);
    const int order = due->len > 0 ? compare_loads (count, p, g_array_index (due, guint, 0)) : -1;
    if (order < 0)
      g_array_set_size (due, 0);
    if (order <= 0)
      g_array_append_val (due, p);
  }
}

static gboolean
all_fit (const Count *count, const GArray *due, gint64 left)
{
  for (guint i = 0; i < due->len; i++)
    if (tq_election_get_project (count->election, g_array_index (due, guint, i))->cost > left)
      return FALSE;
  return TRUE;
}

static void
buy (Count *count, guint project, TqPhragmenOutcome *outcome)
{
  const TqProject *record = tq_election_get_project (count->election, project);
  const TqSupport *support = count->support;
  TqPhragmenStep step = { .project = project, .supporters = record->votes };
  mpq_init (step.load);
  mpz_set (mpq_numref (step.load), count->numerators[project]);
  mpz_mul_si (mpq_denref (step.load), count->common, record->votes);
  mpq_canonicalize (step.load);

  mpz_t common, factor;
  mpz_inits (common, factor, NULL);
  mpz_lcm (common, count->common, mpq_denref (step.load));
  mpz_divexact (factor, common, count->common);
  for (guint k = 1; k <= count->rounds; k++)
    mpz_mul (count->loads[k], count->loads[k], factor);
  mpz_set (count->common, common);
  mpz_divexact (factor, common, mpq_denref (step.load));
  count->rounds++;
  mpz_mul (count->loads[count->rounds], mpq_numref (step.load), factor);
  mpz_ui_pow_ui (factor, 10, count->election->digits);
  mpz_mul (mpq_denref (step.load), mpq_denref (step.load), factor);
  mpq_canonicalize (step.load);
  mpz_clears (common, factor, NULL);

  for (guint32 i = support->start[project]; i < support->start[project + 1]; i++)
    count->last[support->supporters[i]] = count->rounds;
  count->is_open[project] = FALSE;
  outcome->cost += record->cost;
  g_array_append_val (outcome->steps, step);
}

static void
clear_step (gpointer data)
{
  mpq_clear (((TqPhragmenStep *) data)->load);
}

/* Counts (transfer full). */
TqPhragmenOutcome *
tq_phragmen_count (const TqElection *election, const TqBudgetTies *ties)
{
  TqPhragmenOutcome *outcome = g_new0 (TqPhragmenOutcome, 1);
  outcome->steps = g_array_new (FALSE, FALSE, sizeof (TqPhragmenStep));
  g_array_set_clear_func (outcome->steps, clear_step);
  outcome->due = g_array_new (FALSE, FALSE, sizeof (guint));
  outcome->ties = tq_tie_log_new ();
  Count count = { 0 };
  start (&count, election);
  while (TRUE) {
    find_due (&count, outcome->due);
    if (outcome->due->len == 0 || !all_fit (&count, outcome->due, election->budget - outcome->cost))
      break;
    const guint project =
      tq_budget_ties_pick (ties, outcome->due, outcome->steps->len + 1, outcome->ties);
    buy (&count, project, outcome);
  }
  finish (&count);
  return outcome;
}

void
tq_phragmen_outcome_free (TqPhragmenOutcome *outcome)
{
  g_array_unref (outcome->steps);
  g_array_unref (outcome->due);
  tq_tie_log_free (outcome->ties);
  g_free (outcome);
}
