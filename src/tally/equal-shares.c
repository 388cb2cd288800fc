/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The Method of Equal Shares: every voter gets the same part of the budget, and a project is bought
 * when those who voted for it can pay for it together, the best value for their money first.
 *
 * 1. Each voter begins with the same money. A project with cost c is affordable at rho where its
 *    supporters pay c together if each pays rho for each unit of utility, or all that he or she has
 *    left where that is less. The project with the smallest rho is bought next, until none is
 *    affordable.
 * 2. Utility is a number of units (1, points, points from the rank), times the cost where the rule
 *    says so. Inside a project only units matter: r = rho × (cost or 1) is what a unit pays.
 * 3. A project whose supporters hold less than its cost is out for good, for money only shrinks.
 *    For the same reason rho only grows: projects are looked at in the order of the rho they had
 *    when looked at last, up to the first that cannot beat the best any more.
 * 4. Projects that cost nothing and have a supporter are bought at once; without a supporter never.
 * 5. Every amount is exact. All r have one common denominator D: r_k = N_k / D. A voter who never
 *    paid short has E/D minus the N_k/D of the projects that he or she helped to buy, and one who
 *    paid short has nothing. So the money of any group of voters is
 *    (weight × E - sum over k of units_k × N_k) / D with whole numbers weight and units_k: a few
 *    products of large numbers for a project, not one for each voter.
 * 6. Whether a voter can pay in full is first looked up in a copy of the money in fixed point that
 *    is at most (payments + 1) × slack below and less than 1 above the exact value; where that
 *    does not decide, the exact amounts do. The copy decides nothing else: it is a filter.
 * 7. The sum of the payments for a project is its cost, to the last fraction. */
#include "tally/equal-shares.h"

#include "base/ratio.h"
#include "tally/integers.h"

#include <string.h>

#define EXTRA_BITS 24u /* a payment for one unit has as many bits more than money in fixed point */
#define BROKE G_MININT64
#define BEYOND (G_GINT64_CONSTANT (1) << 62)

typedef unsigned __int128 Wide;

struct _TqEqualShares {
  const TqElection *election;
  const TqBudgetTies *ties;
  TqUtility utility;
  TqSupport *support;
  guint projects;
  guint classes;
  const guint32 *class_start;
  const gint64 *weights;
  gint64 slack; /* how far a payment in fixed point may lie below the exact one */

  /* Of one run. */
  guint rounds; /* with a payment */
  mpz_t common; /* D */
  mpz_t start;  /* E */
  mpz_t *paid;  /* N_k */
  guint shift;  /* fixed point: money × 2^shift */
  Wide limit;   /* the whole money of a voter, with the extra bits */
  gint64 *money;
  guint32 *paid_count; /* by class */
  guint16 *paid_round; /* by class from class_start on: the rounds k in which it paid in full */
  guint32 *paid_units; /* beside paid_round; NULL: 1 each */

  /* By project, of the last look at it. */
  guint32 *live;     /* the supporters with money stand first, so many */
  Wide *fixed;       /* r with the extra bits, rounded down */
  mpz_t *numerators; /* r = numerator / (D × full_units) */
  gint64 *full_units;

  guint *queue; /* projects that may still be bought, by the rho of the last look */
  guint queued;
  GArray *tied;

  /* Of the look at one project. */
  guint64 *counts; /* by round k: units of those who pay short */
  gint64 short_weight;
  guint32 *rich; /* places in the list of supporters */
  mpz_t work, other;
};

static gint64
find_slack (const TqSupport *support, guint projects)
{
  guint32 most = 1;
  if (support->units != NULL)
    for (guint32 i = 0; i < support->start[projects]; i++)
      most = MAX (most, support->units[i]);
  return 2 + (gint64) (most >> EXTRA_BITS);
}

/* Prepares the count (transfer full); *election* and *ties* must outlive it, and
 * tq_unit_check () must have agreed. */
TqEqualShares *
tq_equal_shares_new (const TqElection *election, TqUtility utility, const TqBudgetTies *ties)
{
  TqEqualShares *self = g_new0 (TqEqualShares, 1);
  self->election = election;
  self->ties = ties;
  self->utility = utility;
  self->support = tq_support_new (election, utility.unit);
  self->projects = tq_election_get_project_count (election);
  self->classes = tq_election_get_class_count (election);
  self->class_start = &g_array_index (election->class_start, guint32, 0);
  self->weights = &g_array_index (election->class_weight, gint64, 0);
  self->slack = find_slack (self->support, self->projects);
  mpz_inits (self->common, self->start, self->work, self->other, NULL);
  self->paid = tq_integers_new (self->projects);
  self->numerators = tq_integers_new (self->projects);
  self->money = g_new (gint64, self->classes);
  self->paid_count = g_new (guint32, self->classes);
  self->paid_round = g_new (guint16, election->entry_project->len);
  if (self->support->units != NULL)
    self->paid_units = g_new (guint32, election->entry_project->len);
  self->live = g_new (guint32, self->projects);
  self->fixed = g_new0 (Wide, self->projects);
  self->full_units = g_new0 (gint64, self->projects);
  self->queue = g_new (guint, self->projects);
  self->tied = g_array_new (FALSE, FALSE, sizeof (guint));
  self->counts = g_new (guint64, self->projects);
  self->rich = g_new (guint32, self->classes);
  return self;
}

void
tq_equal_shares_free (TqEqualShares *self)
{
  tq_support_free (self->support);
  mpz_clears (self->common, self->start, self->work, self->other, NULL);
  tq_integers_free (self->paid, self->projects);
  tq_integers_free (self->numerators, self->projects);
  g_free (self->money);
  g_free (self->paid_count);
  g_free (self->paid_round);
  g_free (self->paid_units);
  g_free (self->live);
  g_free (self->fixed);
  g_free (self->full_units);
  g_free (self->queue);
  g_array_unref (self->tied);
  g_free (self->counts);
  g_free (self->rich);
  g_free (self);
}

/* Whether any ballot gives *project* a unit. */
gboolean
tq_equal_shares_is_supported (const TqEqualShares *self, guint project)
{
  return self->support->start[project] < self->support->start[project + 1];
}

static void
clear_step (gpointer data)
{
  TqShareStep *step = data;
  mpq_clears (step->payment, step->short_paid, step->rho, NULL);
}

static TqShareOutcome *
outcome_new (mpq_srcptr endowment)
{
  TqShareOutcome *outcome = g_new0 (TqShareOutcome, 1);
  outcome->steps = g_array_new (FALSE, FALSE, sizeof (TqShareStep));
  g_array_set_clear_func (outcome->steps, clear_step);
  outcome->ties = tq_tie_log_new ();
  mpq_init (outcome->endowment);
  mpq_set (outcome->endowment, endowment);
  return outcome;
}

void
tq_share_outcome_free (TqShareOutcome *outcome)
{
  g_array_unref (outcome->steps);
  tq_tie_log_free (outcome->ties);
  mpq_clear (outcome->endowment);
  g_free (outcome);
}

static gint64
get_cost (const TqEqualShares *self, guint project)
{
  return tq_election_get_project (self->election, project)->cost;
}

/* What utility is multiplied with beside the units. */
static gint64
get_scale (const TqEqualShares *self, guint project)
{
  return self->utility.times_cost ? get_cost (self, project) : 1;
}

static Wide
get_wide (mpz_srcptr value)
{
  return (Wide) mpz_getlimbn (value, 1) << 64 | mpz_getlimbn (value, 0);
}

/* Chooses the fixed point so that a voter's whole money has at most 62 bits. */
static void
start_run (TqEqualShares *self, mpq_srcptr endowment)
{
  mpz_set (self->start, mpq_numref (endowment));
  mpz_set (self->common, mpq_denref (endowment));
  const gsize bits = mpz_sizeinbase (self->start, 2);
  const gsize less = mpz_sizeinbase (self->common, 2);
  g_assert (bits < 61 + less);
  self->shift = (guint) (61 + less - bits);
  mpz_mul_2exp (self->work, self->start, self->shift + EXTRA_BITS);
  mpz_fdiv_q (self->work, self->work, self->common);
  self->limit = get_wide (self->work);
  self->rounds = 0;
  for (guint c = 0; c < self->classes; c++) {
    self->money[c] = (gint64) (self->limit >> EXTRA_BITS);
    self->paid_count[c] = 0;
  }
  self->queued = 0;
  for (guint p = 0; p < self->projects; p++) {
    self->live[p] = self->support->start[p + 1] - self->support->start[p];
    self->fixed[p] = 0;
    if (self->live[p] > 0 && get_cost (self, p) > 0)
      self->queue[self->queued++] = p;
  }
}

static guint32
get_units (const TqEqualShares *self, guint32 place)
{
  return self->support->units != NULL ? self->support->units[place] : 1;
}

/* r × units in fixed point, rounded down; or BEYOND, which is more than any voter has. */
static gint64
get_payment (Wide fixed, guint32 units)
{
  const Wide payment = (units == 1 ? fixed : fixed * units) >> EXTRA_BITS;
  return payment < BEYOND ? (gint64) payment : BEYOND;
}

/* Whether E - sum of what the class paid < r × units, exactly: both sides times D × full_units. */
static gboolean
is_short_exactly (TqEqualShares *self, guint project, guint32 class, guint32 units)
{
  const guint32 from = self->class_start[class];
  mpz_set (self->other, self->start);
  for (guint32 i = from; i < from + self->paid_count[class]; i++)
    mpz_submul_ui (self->other,
                   self->paid[self->paid_round[i]],
                   self->paid_units != NULL ? self->paid_units[i] : 1);
  mpz_mul_ui (self->other, self->other, (gulong) self->full_units[project]);
  mpz_submul_ui (self->other, self->numerators[project], units);
  return mpz_sgn (self->other) < 0;
}

/* Whether *class* has less than r × units, r being that of the last look at *project*. */
static gboolean
is_short (TqEqualShares *self, guint project, guint32 class, guint32 units)
{
  const gint64 payment = get_payment (self->fixed[project], units);
  const gint64 money = self->money[class];
  if (money < payment)
    return TRUE;
  if (money - (gint64) self->rounds * self->slack >= payment + self->slack)
    return FALSE;
  return is_short_exactly (self, project, class, units);
}

/* Puts the class among those who pay all they have left. */
static void
add_short (TqEqualShares *self, guint32 class)
{
  const guint64 weight = (guint64) self->weights[class];
  const guint32 from = self->class_start[class];
  self->short_weight += (gint64) weight;
  for (guint32 i = from; i < from + self->paid_count[class]; i++)
    self->counts[self->paid_round[i]] +=
      weight * (self->paid_units != NULL ? self->paid_units[i] : 1);
}

static void
swap_supporters (TqEqualShares *self, guint32 a, guint32 b)
{
  const guint32 class = self->support->supporters[a];
  self->support->supporters[a] = self->support->supporters[b];
  self->support->supporters[b] = class;
  if (self->support->units != NULL) {
    const guint32 units = self->support->units[a];
    self->support->units[a] = self->support->units[b];
    self->support->units[b] = units;
  }
}

/* Divides the supporters with money into those who are short even at the r of the last look, and
 * the rest; those without money go behind the others. Returns how many can pay. */
static guint
divide (TqEqualShares *self, guint project, gint64 *out_units)
{
  const guint32 from = self->support->start[project];
  const Wide fixed = self->fixed[project];
  guint rich = 0;
  gint64 rich_units = 0;
  memset (self->counts, 0, self->rounds * sizeof *self->counts);
  self->short_weight = 0;
  for (guint32 i = from; i < from + self->live[project];) {
    const guint32 class = self->support->supporters[i];
    if (self->money[class] == BROKE) {
      self->live[project]--;
      swap_supporters (self, i, from + self->live[project]);
      continue;
    }
    const guint32 units = get_units (self, i);
    if (self->money[class] < get_payment (fixed, units))
      add_short (self, class);
    else {
      self->rich[rich++] = i;
      rich_units += self->weights[class] * units;
    }
    i++;
  }
  *out_units = rich_units;
  return rich;
}

/* r, where those counted in pay all they have and full_units share the rest of the cost. FALSE
 * where it is more than anybody ever had. */
static gboolean
compute_rate (TqEqualShares *self, guint project)
{
  mpz_ptr numerator = self->numerators[project];
  mpz_mul_ui (numerator, self->common, (gulong) get_cost (self, project));
  mpz_submul_ui (numerator, self->start, (gulong) self->short_weight);
  for (guint k = 0; k < self->rounds; k++)
    if (self->counts[k] > 0)
      mpz_addmul_ui (numerator, self->paid[k], self->counts[k]);
  mpz_mul_2exp (self->work, numerator, self->shift + EXTRA_BITS);
  mpz_mul_ui (self->other, self->common, (gulong) self->full_units[project]);
  mpz_fdiv_q (self->work, self->work, self->other);
  if (mpz_sizeinbase (self->work, 2) > 62 + EXTRA_BITS)
    return FALSE;
  self->fixed[project] = get_wide (self->work);
  return self->fixed[project] <= self->limit;
}

/* Finds the least r at which the supporters can pay for *project*: those who cannot pay in full
 * give all they have and the others share the rest, until nobody more falls short. FALSE where
 * they cannot. */
static gboolean
look_at (TqEqualShares *self, guint project)
{
  gint64 *full_units = &self->full_units[project];
  guint rich = divide (self, project, full_units);
  while (rich > 0) {
    if (!compute_rate (self, project))
      return FALSE;
    guint kept = 0;
    gint64 kept_units = 0;
    for (guint i = 0; i < rich; i++) {
      const guint32 place = self->rich[i];
      const guint32 class = self->support->supporters[place];
      const guint32 units = get_units (self, place);
      if (is_short (self, project, class, units))
        add_short (self, class);
      else {
        self->rich[kept++] = place;
        kept_units += self->weights[class] * units;
      }
    }
    if (kept == rich)
      return TRUE;
    rich = kept;
    *full_units = kept_units;
  }
  return FALSE;
}

/* Compares the rho of two projects that were looked at in this round. */
static int
compare_rho (TqEqualShares *self, guint a, guint b)
{
  mpz_mul_ui (self->work, self->numerators[a], (gulong) self->full_units[b]);
  mpz_mul_ui (self->work, self->work, (gulong) get_scale (self, b));
  mpz_mul_ui (self->other, self->numerators[b], (gulong) self->full_units[a]);
  mpz_mul_ui (self->other, self->other, (gulong) get_scale (self, a));
  return mpz_cmp (self->work, self->other);
}

/* Whether a's rho of the last look is less than b's plus *more* units of the fixed point. */
static gboolean
is_before (const TqEqualShares *self, guint a, guint b, guint more)
{
  const Wide left = (self->fixed[a] >> EXTRA_BITS) * (guint64) get_scale (self, b);
  const Wide right = ((self->fixed[b] >> EXTRA_BITS) + more) * (guint64) get_scale (self, a);
  return left < right;
}

/* Nearly sorted already: insertion. */
static void
sort_queue (TqEqualShares *self)
{
  for (guint i = 1; i < self->queued; i++) {
    const guint project = self->queue[i];
    guint j = i;
    for (; j > 0 && is_before (self, project, self->queue[j - 1], 0); j--)
      self->queue[j] = self->queue[j - 1];
    self->queue[j] = project;
  }
}

/* Fills self->tied with the affordable projects of the least rho, none where none is affordable. */
static void
find_best (TqEqualShares *self)
{
  g_array_set_size (self->tied, 0);
  sort_queue (self);
  guint kept = 0;
  guint i = 0;
  for (; i < self->queued; i++) {
    const guint project = self->queue[i];
    if (self->tied->len > 0) {
      /* Its rho is at least that of the last look, and the best rho is less than one unit more. */
      if (!is_before (self, project, g_array_index (self->tied, guint, 0), 1))
        break;
    }
    if (!look_at (self, project))
      continue;
    self->queue[kept++] = project;
    const int order =
      self->tied->len > 0 ? compare_rho (self, project, g_array_index (self->tied, guint, 0)) : -1;
    if (order < 0)
      g_array_set_size (self->tied, 0);
    if (order <= 0)
      g_array_append_val (self->tied, project);
  }
  memmove (&self->queue[kept], &self->queue[i], (self->queued - i) * sizeof *self->queue);
  self->queued -= i - kept;
}

/* Makes room in D for the denominator of r of *project*, and sets N_k of this round to r. */
static void
add_payment (TqEqualShares *self, guint project, TqShareStep *step)
{
  mpz_set (mpq_numref (step->payment), self->numerators[project]);
  mpz_mul_ui (mpq_denref (step->payment), self->common, (gulong) self->full_units[project]);
  mpq_canonicalize (step->payment);
  mpz_lcm (self->work, self->common, mpq_denref (step->payment));
  mpz_divexact (self->other, self->work, self->common);
  if (mpz_cmp_ui (self->other, 1) != 0) {
    mpz_mul (self->start, self->start, self->other);
    for (guint k = 0; k < self->rounds; k++)
      mpz_mul (self->paid[k], self->paid[k], self->other);
    mpz_set (self->common, self->work);
  }
  mpz_divexact (self->other, self->common, mpq_denref (step->payment));
  mpz_mul (self->paid[self->rounds], mpq_numref (step->payment), self->other);
}

/* Lets the supporters pay. Who is short must be found before D changes. */
static void
collect (TqEqualShares *self, guint project, TqShareStep *step)
{
  const guint32 from = self->support->start[project];
  for (guint32 i = from; i < from + self->live[project]; i++) {
    const guint32 class = self->support->supporters[i];
    const guint32 units = get_units (self, i);
    if (self->money[class] == BROKE)
      continue;
    if (is_short (self, project, class, units)) {
      self->money[class] = BROKE;
      step->short_payers += self->weights[class];
      continue;
    }
    self->money[class] -= get_payment (self->fixed[project], units);
    step->full_payers += self->weights[class];
    const guint32 at = self->class_start[class] + self->paid_count[class]++;
    self->paid_round[at] = (guint16) self->rounds;
    if (self->paid_units != NULL)
      self->paid_units[at] = units;
  }
}

/* rho = r / (cost, or 1 in units of the currency); what is short of the cost was paid short. */
static void
explain (const TqEqualShares *self, guint project, gint64 full_units, TqShareStep *step)
{
  mpq_t factor;
  mpq_init (factor);
  tq_mpq_set_int64 (factor, full_units);
  mpq_mul (step->short_paid, step->payment, factor);
  tq_mpq_set_int64 (factor, get_cost (self, project));
  mpq_sub (step->short_paid, factor, step->short_paid);
  if (!self->utility.times_cost) {
    mpz_ui_pow_ui (mpq_numref (factor), 10, self->election->digits);
    mpz_set_ui (mpq_denref (factor), 1);
  }
  mpq_div (step->rho, step->payment, factor);
  mpq_clear (factor);
}

static void
buy (TqEqualShares *self, guint project, TqShareOutcome *outcome)
{
  TqShareStep step = { .project = project };
  mpq_inits (step.payment, step.short_paid, step.rho, NULL);
  if (get_cost (self, project) > 0) {
    collect (self, project, &step);
    add_payment (self, project, &step);
    explain (self, project, self->full_units[project], &step);
    self->rounds++;
  }
  outcome->cost += get_cost (self, project);
  g_array_append_val (outcome->steps, step);
}

static void
leave_queue (TqEqualShares *self, guint project)
{
  guint kept = 0;
  for (guint i = 0; i < self->queued; i++)
    if (self->queue[i] != project)
      self->queue[kept++] = self->queue[i];
  self->queued = kept;
}

/* What costs nothing, in the order in which ties are broken. */
static void
buy_free (TqEqualShares *self, TqShareOutcome *outcome)
{
  g_array_set_size (self->tied, 0);
  for (guint p = 0; p < self->projects; p++) {
    if (get_cost (self, p) > 0 || !tq_equal_shares_is_supported (self, p))
      continue;
    guint at = self->tied->len;
    while (at > 0 &&
           tq_budget_ties_compare (self->ties, p, g_array_index (self->tied, guint, at - 1), NULL) <
             0)
      at--;
    g_array_insert_val (self->tied, at, p);
  }
  for (guint i = 0; i < self->tied->len; i++)
    buy (self, g_array_index (self->tied, guint, i), outcome);
}

/* Fills *out_money* with what the supporters of *project* hold together after the run that was made
 * last, in smallest units of money. */
void
tq_equal_shares_get_left (TqEqualShares *self, guint project, mpq_ptr out_money)
{
  memset (self->counts, 0, self->rounds * sizeof *self->counts);
  self->short_weight = 0;
  const guint32 from = self->support->start[project];
  for (guint32 i = from; i < from + self->live[project]; i++)
    if (self->money[self->support->supporters[i]] != BROKE)
      add_short (self, self->support->supporters[i]);
  mpz_mul_ui (mpq_numref (out_money), self->start, (gulong) self->short_weight);
  for (guint k = 0; k < self->rounds; k++)
    mpz_submul_ui (mpq_numref (out_money), self->paid[k], self->counts[k]);
  mpz_set (mpq_denref (out_money), self->common);
  mpq_canonicalize (out_money);
}

/* Counts with *endowment* smallest units of money for each voter (transfer full). */
TqShareOutcome *
tq_equal_shares_run (TqEqualShares *self, mpq_srcptr endowment)
{
  g_return_val_if_fail (mpq_sgn (endowment) >= 0, NULL);
  TqShareOutcome *outcome = outcome_new (endowment);
  start_run (self, endowment);
  buy_free (self, outcome);
  while (TRUE) {
    find_best (self);
    if (self->tied->len == 0)
      return outcome;
    const guint project =
      tq_budget_ties_pick (self->ties, self->tied, outcome->steps->len + 1, outcome->ties);
    buy (self, project, outcome);
    leave_queue (self, project);
  }
}
