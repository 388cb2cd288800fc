/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The exact share of every member, before any rounding.
 *
 * By bases: share = amount × Σ weight × (effective quantity / sum of effective quantities), where
 * the effective quantity is the larger of quantity and minimum, times the multiplier.
 * Equal total pay: share = (Σ paid + amount) × months / Σ months − paid, which may be negative.
 *
 * 1. the weights add up to 1 and no quantity is negative;
 * 2. a member with zero in every basis has a share of zero;
 * 3. a basis in which everyone has zero cannot be divided by: it is refused, or its weight goes to
 *    the others where the co-operative has said so;
 * 4. the shares add up to the amount, exactly.
 *
 * Within one basis the quantities are brought to whole numbers by one common factor, which the
 * division by their sum takes out again; all bases then come over one denominator. So each share is
 * a sum of products of whole numbers, and 100,000 members need no reduction of fractions at all. */
#include "surplus/split-exact.h"

#include "base/error.h"
#include "base/i18n.h"

/* The common factor of the quantities of one basis: a mix of decimals and small fractions stays far
 * below; what is above was made to keep us busy. */
#define FACTOR_BITS_MAX 2048u

typedef struct {
  const TqSplitBasis *basis;
  mpz_t quantity_factor;
  mpz_t multiplier_factor;
  mpz_t total;  /* of the effective quantities, times both factors */
  mpq_t weight; /* over total, once that is known */
} Measure;

static void
measure_init (Measure *measure, const TqSplitBasis *basis)
{
  measure->basis = basis;
  mpz_init_set_ui (measure->quantity_factor, 1);
  mpz_init_set_ui (measure->multiplier_factor, 1);
  mpz_init (measure->total);
  mpq_init (measure->weight);
  tq_mpz_set_int64 (mpq_numref (measure->weight), basis->weight.num);
  tq_mpz_set_int64 (mpq_denref (measure->weight), basis->weight.den);
}

static void
measure_clear (gpointer data)
{
  Measure *measure = data;
  mpz_clears (measure->quantity_factor, measure->multiplier_factor, measure->total, NULL);
  mpq_clear (measure->weight);
}

/* Puts the place in front of an error of the split: the line (0: none) and the split's id. */
void
tq_split_prefix_error (const TqSplit *split, guint line, GError **error)
{
  if (line > 0)
    g_prefix_error (error, "%u: %s: ", line, split->id);
  else
    g_prefix_error (error, "%s: ", split->id);
}

/* Makes *factor* a multiple of every denominator of *ratios* (nullable). */
static gboolean
widen (mpz_ptr factor, const TqRatio *ratios, guint n)
{
  for (guint i = 0; i < n && ratios != NULL; i++) {
    if (ratios[i].num < 0)
      return FALSE;
    if (ratios[i].den != 1 && !mpz_divisible_ui_p (factor, (gulong) ratios[i].den))
      mpz_lcm_ui (factor, factor, (gulong) ratios[i].den);
    if (mpz_sizeinbase (factor, 2) > FACTOR_BITS_MAX)
      return FALSE;
  }
  return TRUE;
}

/* target = ratio × factor, which is whole. */
static void
scale (mpz_ptr target, TqRatio ratio, mpz_srcptr factor)
{
  if (ratio.den == 1) {
    mpz_mul_ui (target, factor, (gulong) ratio.num);
    return;
  }
  mpz_divexact_ui (target, factor, (gulong) ratio.den);
  mpz_mul_ui (target, target, (gulong) ratio.num);
}

static TqRatio
get_quantity (const TqSplitBasis *basis, guint i)
{
  const TqRatio quantity = basis->quantities[i];
  if (basis->minimums != NULL && tq_ratio_compare (basis->minimums[i], quantity) > 0)
    return basis->minimums[i];
  return quantity;
}

/* The effective quantity of member *i*, times the factors of its basis. */
static void
get_effective (const Measure *measure, guint i, mpz_ptr out, mpz_ptr scratch)
{
  const TqSplitBasis *basis = measure->basis;
  scale (out, get_quantity (basis, i), measure->quantity_factor);
  if (basis->multipliers == NULL)
    return;
  scale (scratch, basis->multipliers[i], measure->multiplier_factor);
  mpz_mul (out, out, scratch);
}

/* The same where it fits a machine word, as it nearly always does. */
static gboolean
get_small (const Measure *measure, guint i, gulong *out_value)
{
  if (measure->basis->multipliers != NULL || !mpz_fits_ulong_p (measure->quantity_factor))
    return FALSE;
  const TqRatio quantity = get_quantity (measure->basis, i);
  const gulong factor = mpz_get_ui (measure->quantity_factor) / (gulong) quantity.den;
  return !__builtin_mul_overflow ((gulong) quantity.num, factor, out_value);
}

static gboolean
measure_sum (Measure *measure, guint n, GError **error)
{
  const TqSplitBasis *basis = measure->basis;
  mpz_t effective, scratch;
  if (!widen (measure->quantity_factor, basis->quantities, n) ||
      !widen (measure->quantity_factor, basis->minimums, n) ||
      !widen (measure->multiplier_factor, basis->multipliers, n)) {
    g_set_error (
      error,
      TQ_ERROR,
      TQ_ERROR_INVALID,
      _ ("A quantity, minimum or multiplier of the basis “%.60s” is negative or too finely "
         "divided. Correct it."),
      basis->name);
    return FALSE;
  }
  mpz_inits (effective, scratch, NULL);
  for (guint i = 0; i < n; i++) {
    gulong small = 0;
    if (get_small (measure, i, &small)) {
      mpz_add_ui (measure->total, measure->total, small);
      continue;
    }
    get_effective (measure, i, effective, scratch);
    mpz_add (measure->total, measure->total, effective);
  }
  mpz_clears (effective, scratch, NULL);
  return TRUE;
}

/* Sums up one basis, which may be zero where others can take its weight. */
static gboolean
sum_up_one (const TqSplit *split, Measure *measure, GError **error)
{
  if (!measure_sum (measure, split->n_eligible, error)) {
    tq_split_prefix_error (split, measure->basis->line, error);
    return FALSE;
  }
  if (mpz_sgn (measure->total) > 0 || split->zero_basis == TQ_ZERO_BASIS_OTHERS)
    return TRUE;
  g_set_error (
    error,
    TQ_ERROR,
    TQ_ERROR_INVALID,
    _ ("The basis “%.60s” is zero for everyone, so nothing can be shared by it. Enter its "
       "quantities or give its weight to another basis."),
    measure->basis->name);
  tq_split_prefix_error (split, measure->basis->line, error);
  return FALSE;
}

/* The weights add up to 1, and those of the bases that can be used (*kept*) to more than zero. */
static gboolean
check_weights (const TqSplit *split, mpq_srcptr weights, mpq_srcptr kept, GError **error)
{
  if (mpq_cmp_ui (weights, 1, 1) == 0 && mpq_sgn (kept) > 0)
    return TRUE;
  g_autofree char *text = tq_mpq_to_string (weights);
  if (mpq_sgn (kept) > 0)
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_INVALID,
                 _ ("The weights of the bases add up to %s; they must add up to 1."),
                 text);
  else
    g_set_error_literal (error,
                         TQ_ERROR,
                         TQ_ERROR_INVALID,
                         _ ("All bases are zero for everyone, so nothing can be shared by them."));
  tq_split_prefix_error (split, split->line, error);
  return FALSE;
}

/* Sums up every basis; the weight of one that is zero goes to the others. */
static gboolean
sum_up (const TqSplit *split, GArray *measures, GError **error)
{
  gboolean done = TRUE;
  mpq_t weights, kept;
  mpq_inits (weights, kept, NULL);
  for (guint i = 0; i < split->bases->len && done; i++) {
    Measure made;
    measure_init (&made, g_ptr_array_index (split->bases, i));
    g_array_append_val (measures, made);
    Measure *measure = &g_array_index (measures, Measure, i);
    done = sum_up_one (split, measure, error);
    mpq_add (weights, weights, measure->weight);
    if (mpz_sgn (measure->total) > 0)
      mpq_add (kept, kept, measure->weight);
  }
  done = done && check_weights (split, weights, kept, error);
  for (guint i = 0; i < measures->len && done; i++) {
    Measure *measure = &g_array_index (measures, Measure, i);
    mpq_div (measure->weight, measure->weight, kept);
  }
  mpq_clears (weights, kept, NULL);
  return done;
}

/* Brings weight / total of every basis over one denominator. */
static void
find_denominator (GArray *measures, mpz_ptr out_denominator)
{
  mpq_t total;
  mpq_init (total);
  mpz_set_ui (out_denominator, 1);
  for (guint i = 0; i < measures->len; i++) {
    Measure *measure = &g_array_index (measures, Measure, i);
    if (mpz_sgn (measure->total) == 0)
      continue;
    mpq_set_z (total, measure->total);
    mpq_div (measure->weight, measure->weight, total);
    mpz_lcm (out_denominator, out_denominator, mpq_denref (measure->weight));
  }
  mpq_clear (total);
}

/* Adds to every numerator what one basis gives, of *amount_minor*. */
static void
add_basis (const Measure *measure, gint64 amount_minor, TqShares *shares)
{
  mpz_t factor, effective, scratch;
  if (mpz_sgn (measure->total) == 0)
    return;
  mpz_inits (factor, effective, scratch, NULL);
  mpz_divexact (factor, shares->denominator, mpq_denref (measure->weight));
  mpz_mul (factor, factor, mpq_numref (measure->weight));
  mpz_mul_si (factor, factor, (long) amount_minor);
  for (guint i = 0; i < shares->n; i++) {
    gulong small = 0;
    if (get_small (measure, i, &small)) {
      mpz_addmul_ui (shares->numerators[i], factor, small);
      continue;
    }
    get_effective (measure, i, effective, scratch);
    mpz_addmul (shares->numerators[i], factor, effective);
  }
  mpz_clears (factor, effective, scratch, NULL);
}

static gboolean
compute_by_bases (const TqSplit *split, gint64 amount_minor, TqShares *shares, GError **error)
{
  g_autoptr (GArray) measures = g_array_new (FALSE, FALSE, sizeof (Measure));
  g_array_set_clear_func (measures, measure_clear);
  if (!sum_up (split, measures, error))
    return FALSE;
  find_denominator (measures, shares->denominator);
  for (guint i = 0; i < measures->len; i++)
    add_basis (&g_array_index (measures, Measure, i), amount_minor, shares);
  return TRUE;
}

/* Share = ((Σ paid + amount) × months − paid × Σ months) / Σ months, with whole numbers. */
static gboolean
compute_equal_pay (const TqSplit *split, gint64 amount_minor, TqShares *shares, GError **error)
{
  const guint n = split->n_eligible;
  mpz_t paid_factor, months_factor, all_paid, all_months, paid, months;
  mpz_inits (paid_factor, months_factor, all_paid, all_months, paid, months, NULL);
  mpz_set_ui (paid_factor, 1);
  mpz_set_ui (months_factor, 1);
  gboolean done = widen (paid_factor, split->paid, n) && widen (months_factor, split->months, n);
  for (guint i = 0; i < n && done; i++) {
    scale (paid, split->paid[i], paid_factor);
    mpz_add (all_paid, all_paid, paid);
    scale (months, split->months[i], months_factor);
    mpz_add (all_months, all_months, months);
  }
  done = done && mpz_sgn (all_months) > 0;
  if (!done) {
    g_set_error_literal (
      error,
      TQ_ERROR,
      TQ_ERROR_INVALID,
      _ ("The months and the pay of the members must be zero or more, and somebody "
         "must have worked. Correct them."));
    tq_split_prefix_error (split, split->line, error);
  }
  mpz_mul_si (months, paid_factor, (long) amount_minor);
  mpz_add (all_paid, all_paid, months);
  for (guint i = 0; i < n && done; i++) {
    scale (paid, split->paid[i], paid_factor);
    scale (months, split->months[i], months_factor);
    mpz_mul (shares->numerators[i], all_paid, months);
    mpz_submul (shares->numerators[i], paid, all_months);
  }
  if (done)
    mpz_mul (shares->denominator, paid_factor, all_months);
  mpz_clears (paid_factor, months_factor, all_paid, all_months, paid, months, NULL);
  return done;
}

/* Fills the numerators and the denominator of *shares*, which has room for the eligible members.
 * Raises TQ_ERROR_INVALID, with line and id in front. */
gboolean
tq_split_compute_exact (const TqSplit *split, gint64 amount_minor, TqShares *shares, GError **error)
{
  g_return_val_if_fail (shares->n == split->n_eligible, FALSE);
  if (split->formula == TQ_SPLIT_EQUAL_TOTAL_PAY)
    return compute_equal_pay (split, amount_minor, shares, error);
  return compute_by_bases (split, amount_minor, shares, error);
}
