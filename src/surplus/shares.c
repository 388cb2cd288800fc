/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The largest remainder: how an amount that does not divide evenly is shared to the last unit.
 *
 * Everyone first gets the whole units of the exact share, rounded down. The units that are left go
 * out one each to those who lost the largest fraction; among equal fractions, to the earlier in the
 * order that the co-operative has fixed. (Hamilton 1792; the law asks only that it add up and be
 * the same for all; this is the method a treasurer can check on paper.)
 *
 * 1. the shares and what is left over make the amount, to the last unit;
 * 2. each share differs from its exact value by less than one unit;
 * 3. an exact share of whole units gets exactly that, so nothing gets nothing;
 * 4. the result depends on the exact shares and the order alone.
 *
 * All exact shares stand over one common denominator, so that fractions are compared as whole
 * numbers and nothing is reduced until it is shown. The comparison looks at the 64 highest bits
 * first. */
#include "surplus/shares.h"

#include "base/error.h"
#include "base/money.h"

typedef struct {
  guint64 high; /* the highest bits of the fraction */
  guint index;
} Fraction;

/* Room for *n* exact shares, all zero over one; the caller fills numerators and denominator. */
TqShares *
tq_shares_new (guint n)
{
  TqShares *shares = g_new0 (TqShares, 1);
  shares->n = n;
  shares->numerators = g_new0 (mpz_t, n);
  for (guint i = 0; i < n; i++)
    mpz_init (shares->numerators[i]);
  mpz_init_set_ui (shares->denominator, 1);
  shares->shares_minor = g_new0 (gint64, n);
  return shares;
}

void
tq_shares_free (TqShares *shares)
{
  if (shares == NULL)
    return;
  for (guint i = 0; i < shares->n; i++)
    mpz_clear (shares->numerators[i]);
  mpz_clear (shares->denominator);
  g_free (shares->numerators);
  g_free (shares->shares_minor);
  g_free (shares);
}

static int
compare_fractions (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Fraction *first = a, *second = b;
  const mpz_t *fractions = user_data;
  if (first->high != second->high)
    return first->high > second->high ? -1 : 1;
  const int order = mpz_cmp (fractions[second->index], fractions[first->index]);
  if (order != 0)
    return order;
  return (first->index > second->index) - (first->index < second->index);
}

/* Gives one unit each to the largest of the fractions, as many as there are units to give, which
 * are over *denominator*. */
static gboolean
give_units (TqShares *shares,
            mpz_t *fractions,
            mpz_srcptr denominator,
            gint64 unit_minor,
            GError **error)
{
  const gsize bits = mpz_sizeinbase (denominator, 2);
  const mp_bitcnt_t shift = bits > 64 ? bits - 64 : 0;
  g_autofree Fraction *order = g_new (Fraction, shares->n);
  mpz_t high;
  mpz_init (high);
  for (guint i = 0; i < shares->n; i++) {
    mpz_fdiv_q_2exp (high, fractions[i], shift);
    order[i] = (Fraction){ mpz_get_ui (high), i };
  }
  mpz_clear (high);
  g_qsort_with_data (order, (int) shares->n, sizeof *order, compare_fractions, fractions);
  for (gint64 i = 0; i < shares->units_given; i++) {
    gint64 *share = &shares->shares_minor[order[i].index];
    g_assert (mpz_sgn (fractions[order[i].index]) > 0);
    if (!tq_money_add (*share, unit_minor, share, error))
      return FALSE;
  }
  return TRUE;
}

/* Rounds every exact share down to whole units; *fractions* gets what that took away, over
 * *denominator*, and *out_sum* the sum of the shares. */
static gboolean
round_down (TqShares *shares,
            mpz_t *fractions,
            mpz_srcptr denominator,
            gint64 unit_minor,
            gint64 *out_sum_minor,
            GError **error)
{
  gboolean fits = TRUE;
  gint64 sum = 0;
  mpz_t units;
  mpz_init (units);
  for (guint i = 0; i < shares->n && fits; i++) {
    mpz_fdiv_qr (units, fractions[i], shares->numerators[i], denominator);
    fits = tq_mpz_get_int64 (units, &shares->shares_minor[i], error) &&
           tq_money_mul (shares->shares_minor[i], unit_minor, &shares->shares_minor[i], error) &&
           tq_money_add (sum, shares->shares_minor[i], &sum, error);
  }
  mpz_clear (units);
  *out_sum_minor = sum;
  return fits;
}

/* Shares *amount_minor*, which the exact shares add up to, in whole *unit_minor*. Raises
 * TQ_ERROR_OVERFLOW where a share is beyond 64 bits. */
gboolean
tq_shares_round (TqShares *shares,
                 gint64 amount_minor,
                 gint64 unit_minor,
                 TqRemainder remainder,
                 GError **error)
{
  g_return_val_if_fail (amount_minor >= 0 && unit_minor > 0, FALSE);
  gint64 sum = 0;
  mpz_t *fractions = g_new0 (mpz_t, shares->n);
  mpz_t denominator;
  mpz_init (denominator);
  mpz_mul_si (denominator, shares->denominator, (long) unit_minor);
  for (guint i = 0; i < shares->n; i++)
    mpz_init (fractions[i]);
  gboolean fits = round_down (shares, fractions, denominator, unit_minor, &sum, error) &&
                  tq_money_sub (amount_minor, sum, &shares->left_minor, error);
  if (fits && remainder == TQ_REMAINDER_LARGEST) {
    shares->units_given = shares->left_minor / unit_minor;
    shares->left_minor %= unit_minor;
    fits =
      shares->units_given == 0 || give_units (shares, fractions, denominator, unit_minor, error);
  }
  for (guint i = 0; i < shares->n; i++)
    mpz_clear (fractions[i]);
  mpz_clear (denominator);
  g_free (fractions);
  return fits;
}

/* The exact share of *i* in lowest terms, in *out_value*, which the caller has initialised. */
void
tq_shares_get_exact (const TqShares *shares, guint i, mpq_ptr out_value)
{
  g_return_if_fail (i < shares->n);
  mpz_set (mpq_numref (out_value), shares->numerators[i]);
  mpz_set (mpq_denref (out_value), shares->denominator);
  mpq_canonicalize (out_value);
}

/* Divides an amount in proportion to whole *weights*, to the last unit, ties to the earlier. Where
 * the weights add up to zero there is nothing to divide by: all shares are zero, which is right
 * only for an amount of zero. Raises TQ_ERROR_OVERFLOW. */
gboolean
tq_shares_divide (gint64 amount_minor,
                  const gint64 *weights,
                  guint n,
                  gint64 *out_shares_minor,
                  GError **error)
{
  g_autoptr (TqShares) shares = tq_shares_new (n);
  mpz_t weight;
  mpz_init (weight);
  mpz_set_ui (shares->denominator, 0);
  for (guint i = 0; i < n; i++) {
    tq_mpz_set_int64 (weight, weights[i]);
    mpz_mul_si (shares->numerators[i], weight, (long) amount_minor);
    mpz_add (shares->denominator, shares->denominator, weight);
  }
  mpz_clear (weight);
  g_assert (mpz_sgn (shares->denominator) > 0 || amount_minor == 0);
  if (mpz_sgn (shares->denominator) <= 0)
    mpz_set_ui (shares->denominator, 1);
  if (!tq_shares_round (shares, amount_minor, 1, TQ_REMAINDER_LARGEST, error))
    return FALSE;
  for (guint i = 0; i < n; i++)
    out_shares_minor[i] = shares->shares_minor[i];
  return TRUE;
}
