/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Money: a whole number of the smallest unit of its currency, in 64 bits.
 *
 * 1. There is no rounding here: a text with more digits than the currency has is refused.
 * 2. Every sum and product is checked; one that does not fit raises TQ_ERROR_OVERFLOW and leaves
 *    the result untouched.
 * 3. The plain text form ("-1234.50") has a point, no groups and exactly the currency's digits, and
 *    reads back to the same amount. The local form is for eyes only. */
#include "base/money.h"

#include "base/error.h"
#include "base/i18n.h"

#include <locale.h>
#include <string.h>

static gboolean
set_overflow (GError **error)
{
  g_set_error_literal (
    error,
    TQ_ERROR,
    TQ_ERROR_OVERFLOW,
    _ ("The amount is larger than a book can hold. Check the number of digits."));
  return FALSE;
}

gboolean
tq_money_add (gint64 a_minor, gint64 b_minor, gint64 *out_minor, GError **error)
{
  gint64 sum;
  if (__builtin_add_overflow (a_minor, b_minor, &sum))
    return set_overflow (error);
  *out_minor = sum;
  return TRUE;
}

gboolean
tq_money_sub (gint64 a_minor, gint64 b_minor, gint64 *out_minor, GError **error)
{
  gint64 difference;
  if (__builtin_sub_overflow (a_minor, b_minor, &difference))
    return set_overflow (error);
  *out_minor = difference;
  return TRUE;
}

gboolean
tq_money_mul (gint64 a_minor, gint64 factor, gint64 *out_minor, GError **error)
{
  gint64 product;
  if (__builtin_mul_overflow (a_minor, factor, &product))
    return set_overflow (error);
  *out_minor = product;
  return TRUE;
}

/* Minor units in one unit of a currency of *digits* digits: 10^digits. */
gint64
tq_money_scale (guint digits)
{
  gint64 scale = 1;
  g_return_val_if_fail (digits <= 18, 1);
  for (guint i = 0; i < digits; i++)
    scale *= 10;
  return scale;
}

static gboolean
set_not_an_amount (const char *text, guint digits, GError **error)
{
  g_autofree char *example = tq_money_to_string (1234 * tq_money_scale (digits) + 5, digits);
  g_set_error (
    error,
    TQ_ERROR,
    TQ_ERROR_INVALID,
    _ ("“%.40s” is not an amount. Write it like %s, with at most %u digits after the point."),
    text,
    example,
    digits);
  return FALSE;
}

static gboolean
push_digit (gint64 *value, int digit)
{
  return !__builtin_mul_overflow (*value, 10, value) &&
         !__builtin_sub_overflow (*value, digit, value);
}

/* Length of the sign at *text*: '-', '+' or U+2212, which printed papers have. */
static gsize
read_sign (const char *text, gboolean *out_negative)
{
  const gboolean printed_minus = g_str_has_prefix (text, "\xe2\x88\x92");
  *out_negative = printed_minus || *text == '-';
  return printed_minus ? 3 : *text == '-' || *text == '+' ? 1 : 0;
}

/* Whether *group* stands at *cursor* between *head* digits before it and exactly three after it. A
 * mark in any other place is not a group: "12,50" must never become 1250. */
static gboolean
is_group (const char *cursor, const char *group, guint head, gboolean grouped)
{
  if (*group == '\0' || !g_str_has_prefix (cursor, group))
    return FALSE;
  const char *after = cursor + strlen (group);
  for (guint i = 0; i < 3; i++)
    if (!g_ascii_isdigit (*after++))
      return FALSE;
  return !g_ascii_isdigit (*after) && (grouped ? head == 3 : head >= 1 && head <= 3);
}

/* What has been read of an amount so far. The value is gathered as a negative number, whose range
 * is one larger. */
typedef struct {
  const char *cursor;
  gint64 value;
  guint total; /* digits read */
  guint run;   /* digits since the last mark */
  gboolean fraction, grouped;
} Reading;

/* Takes the next digit or mark. FALSE where neither is there. */
static gboolean
take (Reading *reading, const char *point, const char *group, gboolean *out_fits)
{
  const char *cursor = reading->cursor;
  if (g_ascii_isdigit (*cursor)) {
    *out_fits = push_digit (&reading->value, g_ascii_digit_value (*cursor));
    reading->total++;
    reading->run++;
    reading->cursor++;
    return TRUE;
  }
  if (reading->fraction)
    return FALSE;
  reading->fraction = g_str_has_prefix (cursor, point);
  if (!reading->fraction && !is_group (cursor, group, reading->run, reading->grouped))
    return FALSE;
  reading->grouped = !reading->fraction;
  reading->cursor += strlen (reading->fraction ? point : group);
  reading->run = 0;
  return TRUE;
}

/* Reads an optional sign, digits, and after *point* at most *digits* digits; *group* is NULL where
 * digits are not grouped. */
static gboolean
parse (const char *text,
       const char *point,
       const char *group,
       guint digits,
       gint64 *out_minor,
       GError **error)
{
  gboolean negative = FALSE, fits = TRUE;
  Reading reading = { .cursor = text + read_sign (text, &negative) };
  while (*reading.cursor != '\0') {
    if (!take (&reading, point, group != NULL ? group : "", &fits) ||
        (reading.fraction && reading.run > digits))
      return set_not_an_amount (text, digits, error);
    if (!fits)
      return set_overflow (error);
  }
  if (reading.total == 0 || (reading.fraction && reading.run == 0))
    return set_not_an_amount (text, digits, error);
  for (guint decimals = reading.fraction ? reading.run : 0; decimals < digits; decimals++)
    if (!push_digit (&reading.value, 0))
      return set_overflow (error);
  if (!negative && reading.value == G_MININT64)
    return set_overflow (error);
  *out_minor = negative ? reading.value : -reading.value;
  return TRUE;
}

/* Reads the plain form: "-1234.50". Fewer digits than *digits* are filled with zeros; more are
 * refused. Raises TQ_ERROR_INVALID or TQ_ERROR_OVERFLOW. */
gboolean
tq_money_parse (const char *text, guint digits, gint64 *out_minor, GError **error)
{
  g_return_val_if_fail (text != NULL && out_minor != NULL && digits <= TQ_MONEY_MAX_DIGITS, FALSE);
  return parse (text, ".", NULL, digits, out_minor, error);
}

/* Reads an amount as the locale writes it; the plain form is understood as well where it cannot be
 * mistaken for the other. Where the point divides, groups may be set with a comma, which is what
 * people type in Mexico whatever the locale says. */
gboolean
tq_money_parse_local (const char *text, guint digits, gint64 *out_minor, GError **error)
{
  const struct lconv *conv = localeconv ();
  g_return_val_if_fail (text != NULL && out_minor != NULL && digits <= TQ_MONEY_MAX_DIGITS, FALSE);
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  const char *comma = strcmp (conv->decimal_point, ".") == 0 ? "," : NULL;
  if (parse (trimmed, conv->decimal_point, conv->thousands_sep, digits, out_minor, NULL))
    return TRUE;
  return parse (trimmed, ".", comma, digits, out_minor, error);
}

static char *
format (gint64 amount_minor, guint digits, const char *point, const char *group)
{
  GString *text = g_string_new (NULL);
  guint64 rest = amount_minor < 0 ? -(guint64) amount_minor : (guint64) amount_minor;
  const guint64 scale = (guint64) tq_money_scale (digits);
  g_autofree char *whole = g_strdup_printf ("%" G_GUINT64_FORMAT, rest / scale);
  const gsize length = strlen (whole);
  if (amount_minor < 0)
    g_string_append_c (text, '-');
  for (gsize i = 0; i < length; i++) {
    if (i > 0 && (length - i) % 3 == 0)
      g_string_append (text, group);
    g_string_append_c (text, whole[i]);
  }
  if (digits > 0)
    g_string_append_printf (text, "%s%0*" G_GUINT64_FORMAT, point, (int) digits, rest % scale);
  return g_string_free (text, FALSE);
}

/* The plain form of *amount_minor* (transfer full). */
char *
tq_money_to_string (gint64 amount_minor, guint digits)
{
  g_return_val_if_fail (digits <= 18, NULL);
  return format (amount_minor, digits, ".", "");
}

/* The form that the locale writes, with its decimal mark and digit groups (transfer full). In the
 * C locale groups are set with a comma, since a long number without groups cannot be read aloud. */
char *
tq_money_to_local_string (gint64 amount_minor, guint digits)
{
  const struct lconv *conv = localeconv ();
  g_return_val_if_fail (digits <= 18, NULL);
  const char *point = conv->decimal_point;
  const char *group = *conv->thousands_sep != '\0' ? conv->thousands_sep
                      : strcmp (point, ".") == 0   ? ","
                                                   : " ";
  return format (amount_minor, digits, point, group);
}
