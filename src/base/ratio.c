/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Exact ratios. TqRatio is the small one that is stored and shown (a rate, a share); sums and
 * products of many run in GMP's mpq_t and come back through tq_mpq_round ().
 *
 * A ratio is written "num/den" in lowest terms, or "num" where den is 1. Read, it may also be a
 * decimal ("271.5"): a finite decimal is a ratio too, so nothing is lost. An exponent, a blank and
 * a zero denominator are refused. */
#include "base/ratio.h"

#include "base/error.h"
#include "base/i18n.h"

#include <string.h>

/* Longest text read as a number: enough for every ratio of two 64-bit numbers, and no bomb. */
#define TEXT_MAX 200u

static gboolean
set_not_a_ratio (const char *text, GError **error)
{
  g_set_error (error,
               TQ_ERROR,
               TQ_ERROR_INVALID,
               _ ("“%.60s” is not an exact number. Write it like 15/100 or 271.5."),
               text);
  return FALSE;
}

static gboolean
set_overflow (GError **error)
{
  g_set_error_literal (error, TQ_ERROR, TQ_ERROR_OVERFLOW, _ ("The number is beyond 64 bits."));
  return FALSE;
}

/* Reduces num/den and makes the denominator positive. Raises TQ_ERROR_INVALID where den is zero. */
gboolean
tq_ratio_make (gint64 num, gint64 den, TqRatio *out_ratio, GError **error)
{
  mpq_t value;
  g_return_val_if_fail (out_ratio != NULL, FALSE);
  if (den == 0) {
    g_set_error_literal (error,
                         TQ_ERROR,
                         TQ_ERROR_INVALID,
                         _ ("A ratio cannot have zero as its denominator."));
    return FALSE;
  }
  mpq_init (value);
  tq_mpz_set_int64 (mpq_numref (value), num);
  tq_mpz_set_int64 (mpq_denref (value), den);
  mpq_canonicalize (value);
  TqRatio made = { 0, 1 };
  const gboolean fits = tq_mpz_get_int64 (mpq_numref (value), &made.num, error) &&
                        tq_mpz_get_int64 (mpq_denref (value), &made.den, error);
  mpq_clear (value);
  if (fits)
    *out_ratio = made;
  return fits;
}

/* Reads "15/100", "-3" or "271.5". Raises TQ_ERROR_INVALID, or TQ_ERROR_OVERFLOW beyond 64 bits. */
gboolean
tq_ratio_parse (const char *text, TqRatio *out_ratio, GError **error)
{
  mpq_t value;
  g_return_val_if_fail (text != NULL && out_ratio != NULL, FALSE);
  mpq_init (value);
  TqRatio read = { 0, 1 };
  const gboolean done = tq_mpq_parse (text, value, error) &&
                        tq_mpz_get_int64 (mpq_numref (value), &read.num, error) &&
                        tq_mpz_get_int64 (mpq_denref (value), &read.den, error);
  mpq_clear (value);
  if (done)
    *out_ratio = read;
  return done;
}

/* "num/den", or "num" for a whole number (transfer full). */
char *
tq_ratio_to_string (TqRatio ratio)
{
  if (ratio.den == 1)
    return g_strdup_printf ("%" G_GINT64_FORMAT, ratio.num);
  return g_strdup_printf ("%" G_GINT64_FORMAT "/%" G_GINT64_FORMAT, ratio.num, ratio.den);
}

/* Negative, zero or positive as a is less than, equal to or greater than b; by
 * cross-multiplication. */
int
tq_ratio_compare (TqRatio a, TqRatio b)
{
  const __int128 left = (__int128) a.num * b.den;
  const __int128 right = (__int128) b.num * a.den;
  return (left > right) - (left < right);
}

/* amount × ratio, rounded once as said. Raises TQ_ERROR_OVERFLOW. */
gboolean
tq_ratio_mul_money (TqRatio ratio,
                    gint64 amount_minor,
                    TqRound rounding,
                    gint64 *out_minor,
                    GError **error)
{
  g_return_val_if_fail (ratio.den > 0 && out_minor != NULL, FALSE);
  const __int128 product = (__int128) amount_minor * ratio.num;
  __int128 quotient = product / ratio.den;
  const __int128 rest = product % ratio.den;
  switch (rounding) {
  case TQ_ROUND_FLOOR:
    quotient -= rest < 0 ? 1 : 0;
    break;
  case TQ_ROUND_CEIL:
    quotient += rest > 0 ? 1 : 0;
    break;
  case TQ_ROUND_HALF_UP:
  default:
    if (2 * (rest < 0 ? -rest : rest) >= ratio.den)
      quotient += product < 0 ? -1 : 1;
    break;
  }
  if (quotient > G_MAXINT64 || quotient < G_MININT64)
    return set_overflow (error);
  *out_minor = (gint64) quotient;
  return TRUE;
}

static gboolean
is_digits (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (text[i]))
      return FALSE;
  return length > 0;
}

/* Reads a ratio or a decimal of any size up to 200 characters into *out_value*, which the caller
 * has initialised. Raises TQ_ERROR_INVALID and leaves *out_value* untouched. */
gboolean
tq_mpq_parse (const char *text, mpq_ptr out_value, GError **error)
{
  g_return_val_if_fail (text != NULL && out_value != NULL, FALSE);
  const char *unsigned_text = text + (*text == '-' || *text == '+' ? 1 : 0);
  const gsize length = strlen (unsigned_text);
  const char *slash = strchr (unsigned_text, '/');
  const char *point = strchr (unsigned_text, '.');
  if (length > TEXT_MAX || (slash != NULL && point != NULL))
    return set_not_a_ratio (text, error);
  const char *mark = slash != NULL ? slash : point;
  const gsize head = mark != NULL ? (gsize) (mark - unsigned_text) : length;
  const gsize tail = mark != NULL ? length - head - 1 : 0;
  if (!is_digits (unsigned_text, head) || (mark != NULL && !is_digits (mark + 1, tail)))
    return set_not_a_ratio (text, error);
  if (slash != NULL && strspn (slash + 1, "0") == tail)
    return set_not_a_ratio (text, error);
  g_autofree char *joined = point != NULL
                              ? g_strdup_printf ("%.*s%s", (int) head, unsigned_text, point + 1)
                              : g_strndup (unsigned_text, head);
  mpz_set_str (mpq_numref (out_value), joined, 10);
  if (slash != NULL)
    mpz_set_str (mpq_denref (out_value), slash + 1, 10);
  else
    mpz_ui_pow_ui (mpq_denref (out_value), 10, point != NULL ? tail : 0);
  if (*text == '-')
    mpz_neg (mpq_numref (out_value), mpq_numref (out_value));
  mpq_canonicalize (out_value);
  return TRUE;
}

/* "num/den" in lowest terms, or "num" (transfer full). */
char *
tq_mpq_to_string (mpq_srcptr value)
{
  const gsize size =
    mpz_sizeinbase (mpq_numref (value), 10) + mpz_sizeinbase (mpq_denref (value), 10) + 3;
  char *text = g_malloc (size);
  return mpq_get_str (text, 10, value);
}

/* The whole number next to *value* in the way said. Raises TQ_ERROR_OVERFLOW beyond 64 bits. */
gboolean
tq_mpq_round (mpq_srcptr value, TqRound rounding, gint64 *out_value, GError **error)
{
  mpz_t whole, twice;
  mpz_inits (whole, twice, NULL);
  switch (rounding) {
  case TQ_ROUND_FLOOR:
    mpz_fdiv_q (whole, mpq_numref (value), mpq_denref (value));
    break;
  case TQ_ROUND_CEIL:
    mpz_cdiv_q (whole, mpq_numref (value), mpq_denref (value));
    break;
  case TQ_ROUND_HALF_UP:
  default:
    mpz_mul_2exp (twice, mpq_numref (value), 1);
    if (mpz_sgn (twice) >= 0)
      mpz_add (twice, twice, mpq_denref (value));
    else
      mpz_sub (twice, twice, mpq_denref (value));
    mpz_mul_2exp (whole, mpq_denref (value), 1);
    mpz_tdiv_q (whole, twice, whole);
    break;
  }
  const gboolean fits = tq_mpz_get_int64 (whole, out_value, error);
  mpz_clears (whole, twice, NULL);
  return fits;
}

void
tq_mpz_set_int64 (mpz_ptr target, gint64 value)
{
  G_STATIC_ASSERT (sizeof (long) == sizeof (gint64));
  mpz_set_si (target, (long) value);
}

void
tq_mpq_set_int64 (mpq_ptr target, gint64 value)
{
  mpq_set_si (target, (long) value, 1);
}

/* Raises TQ_ERROR_OVERFLOW where *value* does not fit; *out_value* is then untouched. */
gboolean
tq_mpz_get_int64 (mpz_srcptr value, gint64 *out_value, GError **error)
{
  if (!mpz_fits_slong_p (value))
    return set_overflow (error);
  *out_value = mpz_get_si (value);
  return TRUE;
}
