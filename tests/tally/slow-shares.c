/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Equal Shares word for word from its definition, as slow as it comes: every voter has a purse of
 * exact money, in each round every project is looked at, and rho is found by going through its
 * supporters from the poorest up. Ties go to the smaller id. It shares no line with src/tally but
 * the record of an election. */
#include "slow-shares.h"

#include <stdlib.h>
#include <string.h>

typedef struct {
  guint class;
  mpq_t money;
} Purse;

/* A supporter of the project that is looked at. */
typedef struct {
  Purse *purse;
  mpq_t worth; /* utility */
  mpq_t rate;  /* money / utility: the rho from which on it pays all it has */
} Supporter;

typedef struct {
  const TqElection *election;
  TqUtility utility;
  GPtrArray *purses;
  gboolean *is_bought;
} Slow;

static void
free_purse (gpointer data)
{
  Purse *purse = data;
  mpq_clear (purse->money);
  g_free (purse);
}

static void
clear_supporter (gpointer data)
{
  Supporter *supporter = data;
  mpq_clears (supporter->worth, supporter->rate, NULL);
}

static void
clear_step (gpointer data)
{
  mpq_clear (((TqSlowStep *) data)->rho);
}

static gulong
find_units (const Slow *slow, guint class, guint project)
{
  const TqElection *election = slow->election;
  const guint32 start = g_array_index (election->class_start, guint32, class);
  const guint32 end = g_array_index (election->class_start, guint32, class + 1);
  for (guint32 i = start; i < end; i++) {
    if (g_array_index (election->entry_project, guint16, i) != project)
      continue;
    switch (slow->utility.unit) {
    case TQ_UNIT_POINTS:
      return g_array_index (election->entry_points, guint32, i);
    case TQ_UNIT_RANK:
      return i - start < election->max_length ? election->max_length - (i - start) : 0;
    case TQ_UNIT_BORDA:
      return end - 1 - i;
    case TQ_UNIT_ONE:
    default:
      return 1;
    }
  }
  return 0;
}

/* Cost in units of the currency. */
static void
set_cost (const Slow *slow, guint project, mpq_ptr cost)
{
  mpz_set_si (mpq_numref (cost), tq_election_get_project (slow->election, project)->cost);
  mpz_ui_pow_ui (mpq_denref (cost), 10, slow->election->digits);
  mpq_canonicalize (cost);
}

static int
compare_rates (gconstpointer a, gconstpointer b)
{
  return mpq_cmp (((const Supporter *) a)->rate, ((const Supporter *) b)->rate);
}

static GArray *
list_supporters (const Slow *slow, guint project)
{
  GArray *supporters = g_array_new (FALSE, FALSE, sizeof (Supporter));
  g_array_set_clear_func (supporters, clear_supporter);
  for (guint i = 0; i < slow->purses->len; i++) {
    Supporter supporter = { .purse = g_ptr_array_index (slow->purses, i) };
    const gulong units = find_units (slow, supporter.purse->class, project);
    if (units == 0)
      continue;
    mpq_inits (supporter.worth, supporter.rate, NULL);
    mpq_set_ui (supporter.worth, units, 1);
    if (slow->utility.times_cost) {
      set_cost (slow, project, supporter.rate);
      mpq_mul (supporter.worth, supporter.worth, supporter.rate);
    }
    if (mpq_sgn (supporter.worth) > 0)
      mpq_div (supporter.rate, supporter.purse->money, supporter.worth);
    g_array_append_val (supporters, supporter);
  }
  g_array_sort (supporters, compare_rates);
  return supporters;
}

/* The least rho at which the supporters can pay; FALSE where they cannot. */
static gboolean
find_rho (const Slow *slow, guint project, mpq_ptr rho)
{
  g_autoptr (GArray) supporters = list_supporters (slow, project);
  gboolean found = FALSE;
  mpq_t missing, worth;
  mpq_inits (missing, worth, NULL);
  set_cost (slow, project, missing);
  if (mpq_sgn (missing) == 0) {
    found = supporters->len > 0;
    mpq_set_ui (rho, 0, 1);
  }
  for (guint i = 0; i < supporters->len && !found; i++) {
    mpq_set_ui (worth, 0, 1);
    for (guint j = i; j < supporters->len; j++)
      mpq_add (worth, worth, g_array_index (supporters, Supporter, j).worth);
    mpq_div (rho, missing, worth);
    found = mpq_cmp (rho, g_array_index (supporters, Supporter, i).rate) <= 0;
    mpq_sub (missing, missing, g_array_index (supporters, Supporter, i).purse->money);
  }
  mpq_clears (missing, worth, NULL);
  return found;
}

static void
pay (const Slow *slow, guint project, mpq_srcptr rho)
{
  g_autoptr (GArray) supporters = list_supporters (slow, project);
  mpq_t due;
  mpq_init (due);
  for (guint i = 0; i < supporters->len; i++) {
    Supporter *supporter = &g_array_index (supporters, Supporter, i);
    mpq_mul (due, rho, supporter->worth);
    if (mpq_cmp (due, supporter->purse->money) > 0)
      mpq_set (due, supporter->purse->money);
    mpq_sub (supporter->purse->money, supporter->purse->money, due);
  }
  mpq_clear (due);
}

static gboolean
goes_before (const Slow *slow, guint a, guint b)
{
  return strcmp (tq_election_get_project (slow->election, a)->id,
                 tq_election_get_project (slow->election, b)->id) < 0;
}

/* Buys the project with the least rho; FALSE where none is affordable. */
static gboolean
buy_next (Slow *slow, GArray *steps)
{
  TqSlowStep step = { .tied = 0 };
  mpq_t rho;
  mpq_init (rho);
  mpq_init (step.rho);
  for (guint p = 0; p < tq_election_get_project_count (slow->election); p++) {
    if (slow->is_bought[p] || !find_rho (slow, p, rho))
      continue;
    const int order = step.tied > 0 ? mpq_cmp (rho, step.rho) : -1;
    if (order == 0)
      step.tied++;
    if (order < 0) {
      step.tied = 1;
      mpq_set (step.rho, rho);
    }
    if (order < 0 || (order == 0 && goes_before (slow, p, step.project)))
      step.project = p;
  }
  mpq_clear (rho);
  if (step.tied == 0) {
    mpq_clear (step.rho);
    return FALSE;
  }
  pay (slow, step.project, step.rho);
  slow->is_bought[step.project] = TRUE;
  g_array_append_val (steps, step);
  return TRUE;
}

/* The purchases, in order (transfer full); *endowment* in smallest units of money. */
GArray *
tq_slow_shares_run (const TqElection *election, TqUtility utility, mpq_srcptr endowment)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (TqSlowStep));
  g_array_set_clear_func (steps, clear_step);
  g_autoptr (GPtrArray) purses = g_ptr_array_new_with_free_func (free_purse);
  g_autofree gboolean *is_bought = g_new0 (gboolean, tq_election_get_project_count (election));
  Slow slow = { election, utility, purses, is_bought };
  for (guint c = 0; c < tq_election_get_class_count (election); c++)
    for (gint64 i = 0; i < g_array_index (election->class_weight, gint64, c); i++) {
      Purse *purse = g_new0 (Purse, 1);
      purse->class = c;
      mpq_init (purse->money);
      mpz_ui_pow_ui (mpq_numref (purse->money), 10, election->digits);
      mpq_div (purse->money, endowment, purse->money);
      g_ptr_array_add (purses, purse);
    }
  while (buy_next (&slow, steps))
    continue;
  return steps;
}
