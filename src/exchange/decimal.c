/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Decimal numbers of any number of digits, exact, in 128 bits. Other programs let every line have
 * digits of its own, so a number keeps the digits that it was written with until the whole file is
 * known; only then is it counted in minor units. Every function says FALSE where 128 bits are not
 * enough, and the reader then refuses the line. */
#include "exchange/decimal.h"

/* 10 to the power of *digits*, which is at most 38. */
static TqWide
power_of_ten (guint digits)
{
  TqWide power = 1;
  g_assert (digits <= 38);
  for (guint i = 0; i < digits; i++)
    power *= 10;
  return power;
}

/* The same value with *digits* digits. FALSE where it does not fit or digits would be lost. */
gboolean
tq_decimal_rescale (TqDecimal value, guint digits, TqDecimal *out_value)
{
  if (digits > TQ_DECIMAL_MAX_DIGITS || value.digits > TQ_DECIMAL_MAX_DIGITS)
    return FALSE;
  TqDecimal scaled = { .digits = digits };
  if (digits >= value.digits) {
    if (__builtin_mul_overflow (value.mantissa,
                                power_of_ten (digits - value.digits),
                                &scaled.mantissa))
      return FALSE;
  } else {
    const TqWide unit = power_of_ten (value.digits - digits);
    if (value.mantissa % unit != 0)
      return FALSE;
    scaled.mantissa = value.mantissa / unit;
  }
  *out_value = scaled;
  return TRUE;
}

/* The exact sum, with the digits of the finer of both. */
gboolean
tq_decimal_add (TqDecimal a, TqDecimal b, TqDecimal *out_sum)
{
  const guint digits = MAX (a.digits, b.digits);
  TqDecimal x, y, sum = { .digits = digits };
  if (!tq_decimal_rescale (a, digits, &x) || !tq_decimal_rescale (b, digits, &y) ||
      __builtin_add_overflow (x.mantissa, y.mantissa, &sum.mantissa))
    return FALSE;
  *out_sum = sum;
  return TRUE;
}

/* The exact product. */
gboolean
tq_decimal_mul (TqDecimal a, TqDecimal b, TqDecimal *out_product)
{
  TqDecimal product = { .digits = a.digits + b.digits };
  if (product.digits > TQ_DECIMAL_MAX_DIGITS ||
      __builtin_mul_overflow (a.mantissa, b.mantissa, &product.mantissa))
    return FALSE;
  *out_product = product;
  return TRUE;
}

/* The value with at most *digits* digits, a half away from zero. */
gboolean
tq_decimal_round (TqDecimal value, guint digits, TqDecimal *out_value)
{
  if (value.digits > TQ_DECIMAL_MAX_DIGITS)
    return FALSE;
  if (digits >= value.digits)
    return tq_decimal_rescale (value, digits, out_value);
  const TqWide unit = power_of_ten (value.digits - digits);
  const TqWide rest = value.mantissa % unit;
  TqDecimal rounded = { .mantissa = value.mantissa / unit, .digits = digits };
  if (rest >= unit - rest && rest > 0)
    rounded.mantissa++;
  else if (-rest >= unit + rest && rest < 0)
    rounded.mantissa--;
  *out_value = rounded;
  return TRUE;
}

/* The value counted in units of 10^-digits. FALSE where digits would be lost or 64 bits are not
 * enough. */
gboolean
tq_decimal_to_minor (TqDecimal value, guint digits, gint64 *out_minor)
{
  TqDecimal scaled;
  if (!tq_decimal_rescale (value, digits, &scaled) || scaled.mantissa > G_MAXINT64 ||
      scaled.mantissa < -G_MAXINT64)
    return FALSE;
  *out_minor = (gint64) scaled.mantissa;
  return TRUE;
}

/* Whether the value is at most half a unit of its *digits*-th digit, that is, shown as zero there.
 * */
gboolean
tq_decimal_is_within (TqDecimal value, guint digits)
{
  if (value.digits <= digits)
    return value.mantissa == 0;
  if (value.digits > TQ_DECIMAL_MAX_DIGITS)
    return FALSE;
  const TqWide half = 5 * power_of_ten (value.digits - digits - 1);
  return value.mantissa <= half && value.mantissa >= -half;
}

/* The same value without the zeros at its end. */
TqDecimal
tq_decimal_strip (TqDecimal value)
{
  while (value.digits > 0 && value.mantissa % 10 == 0) {
    value.mantissa /= 10;
    value.digits--;
  }
  return value;
}

TqDecimal
tq_decimal_negate (TqDecimal value)
{
  value.mantissa = -value.mantissa;
  return value;
}

/* -1, 0 or 1. */
int
tq_decimal_sign (TqDecimal value)
{
  return (value.mantissa > 0) - (value.mantissa < 0);
}

/* The number with a point as its decimal mark and no digit groups (transfer full). */
char *
tq_decimal_to_string (TqDecimal value)
{
  char text[64];
  guint at = sizeof text - 1;
  TqWide rest = value.mantissa < 0 ? -value.mantissa : value.mantissa;
  text[at] = '\0';
  for (guint i = 0; rest > 0 || i <= value.digits; i++) {
    if (i == value.digits && value.digits > 0)
      text[--at] = '.';
    text[--at] = (char) ('0' + (int) (rest % 10));
    rest /= 10;
  }
  if (value.mantissa < 0)
    text[--at] = '-';
  return g_strdup (text + at);
}
