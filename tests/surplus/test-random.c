/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* What must hold whatever is shared. The shares are compared with a second, slow way to find them,
 * which reduces a fraction at every step and picks one largest remainder after the other. */
#include "random.h"
#include "surplus/allocation.h"
#include "surplus/split-exact.h"

#define MEMBERS_MAX 12u

static gint64
draw_amount (TqRandom *random, guint digits)
{
  gint64 amount = 0;
  for (guint i = 0; i < digits; i++)
    amount = amount * 10 + tq_random_draw (random, 10);
  return amount;
}

static TqRatio
draw_quantity (TqRandom *random)
{
  static const gint64 denominators[] = { 1, 1, 1, 2, 4, 10, 100, 3, 7 };
  TqRatio ratio = { 0, 1 };
  if (tq_random_draw (random, 4) == 0)
    return ratio;
  const gint64 den = denominators[tq_random_draw (random, G_N_ELEMENTS (denominators))];
  const gint64 num = draw_amount (random, 1 + tq_random_draw (random, 5));
  g_assert_true (tq_ratio_make (num, den, &ratio, NULL));
  return ratio;
}

static GStrv
draw_members (TqRandom *random, guint n)
{
  char **members = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    members[i] = g_strdup_printf ("m%02u", i);
  for (guint i = n; i > 1; i--) {
    const guint other = tq_random_draw (random, i);
    char *kept = members[i - 1];
    members[i - 1] = members[other];
    members[other] = kept;
  }
  return members;
}

static void
draw_basis (TqRandom *random, TqSplit *split, const char *name, TqRatio weight)
{
  const guint n = split->n_eligible;
  TqSplitBasis *basis = tq_split_add_basis (split, name, weight);
  const gboolean minimums = tq_random_draw (random, 4) == 0;
  const gboolean multipliers = tq_random_draw (random, 4) == 0;
  basis->minimums = minimums ? g_new0 (TqRatio, n) : NULL;
  basis->multipliers = multipliers ? g_new0 (TqRatio, n) : NULL;
  for (guint i = 0; i < n; i++) {
    basis->quantities[i] = draw_quantity (random);
    if (minimums)
      basis->minimums[i] = draw_quantity (random);
    if (multipliers)
      basis->multipliers[i] = draw_quantity (random);
  }
  basis->quantities[tq_random_draw (random, n)] = (TqRatio){ 5, 2 };
  if (multipliers)
    for (guint i = 0; i < n; i++)
      basis->multipliers[i].num += basis->multipliers[i].den;
}

static TqSplit *
draw_split (TqRandom *random)
{
  static const gint64 units[] = { 1, 1, 1, 5, 25, 100, 1000 };
  static const TqRatio weights[][3] = { { { 1, 1 }, { 0, 1 }, { 0, 1 } },
                                        { { 1, 3 }, { 2, 3 }, { 0, 1 } },
                                        { { 2, 5 }, { 7, 20 }, { 1, 4 } } };
  g_auto (GStrv) members = draw_members (random, 1 + tq_random_draw (random, MEMBERS_MAX));
  TqSplit *split = tq_split_new ("S", "split", members);
  const guint bases = tq_random_draw (random, 3);
  for (guint b = 0; b <= bases; b++) {
    const char *names[] = { "equal", "days", "kilos" };
    draw_basis (random, split, names[b], weights[bases][b]);
  }
  split->unit_minor = units[tq_random_draw (random, G_N_ELEMENTS (units))];
  split->leftover_to = g_strdup ("3320");
  split->loss = tq_random_draw (random, 5) == 0;
  split->amount = tq_expression_new_single ("sum");
  if (tq_random_draw (random, 5) == 0)
    split->cap_minor = draw_amount (random, 5);
  if (tq_random_draw (random, 2) == 0) {
    tq_split_add_portion (split, "cash", (TqRatio){ 2, 5 })->account = g_strdup ("2110");
    tq_split_add_portion (split, "shares", (TqRatio){ 1, 3 })->account = g_strdup ("3110");
  }
  tq_split_add_portion (split, "rest", (TqRatio){ 0, 1 })->account = g_strdup ("3120");
  return split;
}

static void
set_ratio (mpq_ptr target, TqRatio ratio)
{
  tq_mpz_set_int64 (mpq_numref (target), ratio.num);
  tq_mpz_set_int64 (mpq_denref (target), ratio.den);
}

/* The exact effective quantity, one fraction at a time. */
static void
set_effective (const TqSplitBasis *basis, guint i, mpq_ptr out_value)
{
  mpq_t other;
  mpq_init (other);
  set_ratio (out_value, basis->quantities[i]);
  if (basis->minimums != NULL) {
    set_ratio (other, basis->minimums[i]);
    if (mpq_cmp (other, out_value) > 0)
      mpq_set (out_value, other);
  }
  if (basis->multipliers != NULL) {
    set_ratio (other, basis->multipliers[i]);
    mpq_canonicalize (other);
    mpq_mul (out_value, out_value, other);
  }
  mpq_clear (other);
}

static void
set_exact (const TqSplit *split, gint64 amount, guint i, mpq_ptr out_value)
{
  mpq_t total, value, weight;
  mpq_inits (total, value, weight, NULL);
  mpq_set_ui (out_value, 0, 1);
  for (guint b = 0; b < split->bases->len; b++) {
    const TqSplitBasis *basis = g_ptr_array_index (split->bases, b);
    mpq_set_ui (total, 0, 1);
    for (guint m = 0; m < split->n_eligible; m++) {
      set_effective (basis, m, value);
      mpq_add (total, total, value);
    }
    set_effective (basis, i, value);
    mpq_div (value, value, total);
    set_ratio (weight, basis->weight);
    mpq_mul (value, value, weight);
    mpq_add (out_value, out_value, value);
  }
  tq_mpq_set_int64 (value, amount);
  mpq_mul (out_value, out_value, value);
  mpq_clears (total, value, weight, NULL);
}

/* The shares by the slow way, before any cap. */
static void
find_shares (const TqSplit *split, gint64 amount, gint64 *shares)
{
  const guint n = split->n_eligible;
  mpq_t fractions[MEMBERS_MAX], unit;
  gint64 units = amount / split->unit_minor;
  mpq_init (unit);
  tq_mpq_set_int64 (unit, split->unit_minor);
  for (guint i = 0; i < n; i++) {
    mpq_t whole;
    mpq_inits (fractions[i], whole, NULL);
    set_exact (split, amount, i, fractions[i]);
    mpq_div (fractions[i], fractions[i], unit);
    g_assert_true (tq_mpq_round (fractions[i], TQ_ROUND_FLOOR, &shares[i], NULL));
    tq_mpq_set_int64 (whole, shares[i]);
    mpq_sub (fractions[i], fractions[i], whole);
    units -= shares[i];
    mpq_clear (whole);
  }
  for (; units > 0; units--) {
    guint best = 0;
    for (guint i = 1; i < n; i++)
      if (mpq_cmp (fractions[i], fractions[best]) > 0)
        best = i;
    shares[best]++;
    mpq_set_si (fractions[best], -1, 1);
  }
  for (guint i = 0; i < n; i++) {
    shares[i] *= split->unit_minor;
    mpq_clear (fractions[i]);
  }
  mpq_clear (unit);
}

/* The exact share, the distance of the rounded one from it, and zero for zero. */
static void
check_member (const TqSplitResult *result, guint i)
{
  const TqSplit *split = result->split;
  mpq_t expected, exact, distance;
  mpq_inits (expected, exact, distance, NULL);
  set_exact (split, result->amount_minor, i, expected);
  tq_shares_get_exact (result->shares, i, exact);
  g_assert_true (mpq_equal (expected, exact));
  tq_mpq_set_int64 (distance, result->shares->shares_minor[i]);
  mpq_sub (distance, distance, exact);
  mpq_abs (distance, distance);
  if (split->cap_minor < 0)
    g_assert_cmpint (mpq_cmp_si (distance, (long) split->unit_minor, 1), <, 0);
  if (mpq_sgn (exact) == 0)
    g_assert_cmpint (result->shares->shares_minor[i], ==, 0);
  mpq_clears (expected, exact, distance, NULL);
}

static void
check_split (const TqSplitResult *result)
{
  const TqSplit *split = result->split;
  gint64 expected[MEMBERS_MAX];
  gint64 sum = result->below_unit_minor + result->cap_excess_minor;
  find_shares (split, result->amount_minor, expected);
  for (guint i = 0; i < split->n_eligible; i++) {
    const gint64 share = result->shares->shares_minor[i];
    gint64 parts = 0;
    if (split->cap_minor >= 0)
      expected[i] = MIN (expected[i], split->cap_minor);
    g_assert_cmpint (share, ==, expected[i]);
    for (guint p = 0; p < result->portions->len; p++)
      parts += ((const gint64 *) g_ptr_array_index (result->portions, p))[i];
    g_assert_cmpint (parts, ==, share);
    check_member (result, i);
    sum += share;
  }
  g_assert_cmpint (sum, ==, result->amount_minor);
  g_assert_cmpint (result->below_unit_minor, <, split->unit_minor);
}

static void
check_entries (GPtrArray *entries)
{
  for (guint i = 0; i < entries->len; i++) {
    const TqAllocationEntry *entry = g_ptr_array_index (entries, i);
    gint64 net = 0;
    for (guint l = 0; l < entry->lines->len; l++) {
      const TqAllocationLine *line = &g_array_index (entry->lines, TqAllocationLine, l);
      g_assert_true ((line->debit_minor > 0) != (line->credit_minor > 0));
      net += line->debit_minor - line->credit_minor;
    }
    g_assert_cmpint (net, ==, 0);
  }
}

/* Random splits: the shares are those of the slow way, add up with what is not shared, differ from
 * the exact value by less than a unit, and make their forms; every entry balances. */
static void
test_splits (void)
{
  const guint64 seed = tq_random_choose_seed ();
  const guint rounds = tq_random_count_rounds (500);
  for (guint round = 0; round < rounds; round++) {
    TqRandom random = tq_random_start (seed, round);
    g_autoptr (GError) error = NULL;
    g_autoptr (TqSplit) split = draw_split (&random);
    g_autoptr (TqAllocationJournal) journal = tq_allocation_journal_new ();
    g_autoptr (TqScope) scope = tq_scope_new (journal);
    const gint64 amount = draw_amount (&random, 1 + tq_random_draw (&random, 14));
    g_test_message ("round %u", round);
    g_assert_true (tq_scope_set_value (scope, "sum", amount, &error));
    g_autoptr (TqSplitResult) result = tq_split_run (split, scope, &error);
    g_assert_no_error (error);
    check_split (result);
    g_autoptr (GPtrArray) entries = tq_allocation_journal_steal_entries (journal);
    check_entries (entries);
  }
}

/* A split whose bases and forms are those of *split*, with its members in another order. */
static TqSplit *
reorder (const TqSplit *split, const guint *order)
{
  const guint n = split->n_eligible;
  g_autofree char **members = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    members[i] = split->eligible[order[i]];
  TqSplit *other = tq_split_new (split->id, split->label, members);
  for (guint b = 0; b < split->bases->len; b++) {
    const TqSplitBasis *from = g_ptr_array_index (split->bases, b);
    TqSplitBasis *to = tq_split_add_basis (other, from->name, from->weight);
    for (guint i = 0; i < n; i++)
      to->quantities[i] = from->quantities[order[i]];
  }
  other->unit_minor = split->unit_minor;
  return other;
}

/* Where no two fractions are equal the order of the members changes nothing; where some are, a
 * member gets at most one unit more or less. */
static void
check_order (const TqSplit *split, const TqSplit *other, const guint *order, gint64 amount)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TqShares) shares = tq_shares_new (split->n_eligible);
  g_autoptr (TqShares) others = tq_shares_new (split->n_eligible);
  g_assert_true (tq_split_compute_exact (split, amount, shares, &error));
  g_assert_true (tq_split_compute_exact (other, amount, others, &error));
  g_assert_true (tq_shares_round (shares, amount, split->unit_minor, TQ_REMAINDER_LARGEST, &error));
  g_assert_true (tq_shares_round (others, amount, split->unit_minor, TQ_REMAINDER_LARGEST, &error));
  g_assert_cmpint (shares->left_minor, ==, others->left_minor);
  for (guint i = 0; i < split->n_eligible; i++) {
    gboolean tied = FALSE;
    for (guint k = 0; k < split->n_eligible; k++)
      tied = tied || (k != order[i] && mpz_congruent_p (shares->numerators[k],
                                                        shares->numerators[order[i]],
                                                        shares->denominator) != 0);
    const gint64 difference = others->shares_minor[i] - shares->shares_minor[order[i]];
    if (tied)
      g_assert_cmpint (ABS (difference), <=, split->unit_minor);
    else
      g_assert_cmpint (difference, ==, 0);
  }
}

/* Members typed in another order get the same. */
static void
test_order (void)
{
  const guint64 seed = tq_random_choose_seed ();
  const guint rounds = tq_random_count_rounds (500);
  for (guint round = 0; round < rounds; round++) {
    TqRandom random = tq_random_start (seed, round);
    g_autoptr (TqSplit) drawn = draw_split (&random);
    guint same[MEMBERS_MAX], order[MEMBERS_MAX];
    for (guint i = 0; i < drawn->n_eligible; i++)
      same[i] = order[i] = i;
    for (guint i = drawn->n_eligible; i > 1; i--) {
      const guint other = tq_random_draw (&random, i);
      const guint kept = order[i - 1];
      order[i - 1] = order[other];
      order[other] = kept;
    }
    g_autoptr (TqSplit) split = reorder (drawn, same);
    g_autoptr (TqSplit) other = reorder (drawn, order);
    split->unit_minor = other->unit_minor = 1;
    g_test_message ("round %u", round);
    check_order (split, other, order, draw_amount (&random, 1 + tq_random_draw (&random, 12)));
  }
}

static void
draw_rule (TqRandom *random, TqAllocationYear *year, guint number)
{
  static const TqRuleKind kinds[] = { TQ_RULE_PERCENT,
                                      TQ_RULE_FIXED,
                                      TQ_RULE_FILL,
                                      TQ_RULE_TIERED };
  static const TqRound roundings[] = { TQ_ROUND_FLOOR, TQ_ROUND_CEIL, TQ_ROUND_HALF_UP };
  g_autofree char *id = g_strdup_printf ("R%u", number);
  TqSurplusRule *rule = tq_surplus_rule_new (id, id, kinds[tq_random_draw (random, 4)]);
  rule->base = tq_expression_new_single (tq_random_draw (random, 2) == 0 ? "surplus" : "rem:main");
  rule->target = tq_expression_new_single ("capital");
  rule->current = tq_expression_new_single ("cr:3210");
  rule->rate = (TqRatio){ tq_random_draw (random, 40), 101 };
  rule->rounding = roundings[tq_random_draw (random, 3)];
  tq_surplus_rule_add_tier (rule, (TqRatio){ 3, 20 }, tq_expression_new_single ("capital"));
  tq_surplus_rule_add_tier (rule, (TqRatio){ 1, 10 }, NULL);
  if (tq_random_draw (random, 2) == 0) {
    TqExpression *most = tq_expression_new_single ("capital");
    tq_expression_add (most, "cr:3210", (TqRatio){ -1, 3 });
    tq_surplus_rule_add_limit (rule, most, "limit");
    rule->overflow_to = tq_random_draw (random, 2) == 0 ? g_strdup ("3240") : NULL;
  }
  if (tq_random_draw (random, 4) == 0) {
    rule->to_pool = g_strdup ("side");
  } else {
    rule->dr = g_strdup ("3310");
    rule->cr = g_strdup (tq_random_draw (random, 2) == 0 ? "3210" : "3220");
  }
  g_ptr_array_add (year->rules, rule);
}

static void
add_rest (TqAllocationYear *year, const char *pool)
{
  TqSurplusRule *rest = tq_surplus_rule_new (pool, pool, TQ_RULE_REST);
  g_free (rest->pool);
  rest->pool = g_strdup (pool);
  rest->dr = g_strdup ("3310");
  rest->cr = g_strdup ("3320");
  g_ptr_array_add (year->rules, rest);
}

static TqAllocationInput *
draw_input (TqRandom *random)
{
  TqAllocationInput *input = tq_allocation_input_new ();
  TqAllocationYear *year = tq_allocation_input_add_year (input);
  const gint64 surplus = draw_amount (random, 1 + tq_random_draw (random, 12));
  const gint64 reserve = draw_amount (random, 1 + tq_random_draw (random, 10));
  tq_allocation_input_open (input, "1010", surplus + reserve);
  tq_allocation_input_open (input, "3310", -surplus);
  tq_allocation_input_open (input, "3210", -reserve);
  tq_allocation_year_add_amount (year, "surplus", surplus);
  tq_allocation_year_add_amount (year, "capital", draw_amount (random, 8));
  tq_allocation_year_add_pool (year, "main", tq_expression_new_single ("surplus"));
  tq_allocation_year_add_pool (year, "side", tq_expression_new ());
  for (guint i = 0; i < 1 + tq_random_draw (random, 6); i++)
    draw_rule (random, year, i);
  add_rest (year, "side");
  add_rest (year, "main");
  return input;
}

/* The rounded amount of a step, bounded by what the exact one and its limits allow. */
static void
check_step (const TqRuleStep *step)
{
  mpq_t amount, difference;
  mpq_inits (amount, difference, NULL);
  tq_mpq_set_int64 (amount, step->amount_minor);
  mpq_sub (difference, amount, step->exact);
  g_assert_cmpint (step->amount_minor, >=, 0);
  g_assert_cmpint (step->remaining_minor, >=, 0);
  if (step->limited_by == NULL && step->rule->rounding == TQ_ROUND_CEIL)
    g_assert_cmpint (mpq_sgn (difference), >=, 0);
  if (step->rule->rounding == TQ_ROUND_FLOOR)
    g_assert_cmpint (mpq_sgn (difference), <=, 0);
  g_assert_cmpint (mpq_cmp_si (difference, 1, 1), <, 0);
  if (step->limited_by == NULL)
    g_assert_cmpint (mpq_cmp_si (difference, -1, 1), >, 0);
  mpq_clears (amount, difference, NULL);
}

/* Random rules: what left the pools is what came into them; a minimum is never rounded below its
 * exact value nor a maximum above; the result account ends at zero; all entries balance. */
static void
test_rules (void)
{
  const guint64 seed = tq_random_choose_seed ();
  const guint rounds = tq_random_count_rounds (500);
  for (guint round = 0; round < rounds; round++) {
    TqRandom random = tq_random_start (seed, round);
    g_autoptr (GError) error = NULL;
    g_autoptr (TqAllocationInput) input = draw_input (&random);
    g_test_message ("round %u", round);
    g_autoptr (TqAllocation) allocation = tq_allocation_run (input, &error);
    g_assert_no_error (error);
    const TqAllocationResult *result = g_ptr_array_index (allocation->years, 0);
    gint64 posted = 0;
    for (guint i = 0; i < result->steps->len; i++) {
      const TqRuleStep *step = g_ptr_array_index (result->steps, i);
      check_step (step);
      posted += step->overflow_minor + (step->rule->to_pool == NULL ? step->amount_minor : 0);
    }
    g_assert_cmpint (posted, ==, ((const TqPool *) result->pools->pdata[0])->start_minor);
    g_assert_cmpint (tq_allocation_journal_get_net (allocation->journal, "3310", NULL), ==, 0);
    check_entries (result->entries);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/surplus/random/splits", test_splits);
  g_test_add_func ("/surplus/random/order", test_order);
  g_test_add_func ("/surplus/random/rules", test_rules);
  return g_test_run ();
}
