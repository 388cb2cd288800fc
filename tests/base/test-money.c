/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "base/currency.h"
#include "base/error.h"
#include "base/money.h"

#include <locale.h>

/* Currencies have as many digits as ISO 4217 says; what is no code counts in hundredths. */
static void
test_currency (void)
{
  static const struct {
    const char *code;
    guint digits;
    gboolean is_code;
  } rows[] = {
    { "MXN", 2, TRUE }, { "USD", 2, TRUE },   { "EUR", 2, TRUE },  { "JPY", 0, TRUE },
    { "CLP", 0, TRUE }, { "PYG", 0, TRUE },   { "KWD", 3, TRUE },  { "TND", 3, TRUE },
    { "ZZZ", 2, TRUE }, { "", 2, FALSE },     { "$", 2, FALSE },   { "jpy", 2, FALSE },
    { "JP", 2, FALSE }, { "JPYX", 2, FALSE }, { "P K", 2, FALSE }, { "HOUR", 2, FALSE },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_assert_cmpuint (tq_currency_get_digits (rows[i].code), ==, rows[i].digits);
    g_assert_cmpint (tq_currency_is_code (rows[i].code), ==, rows[i].is_code);
  }
}

/* Amounts as they are typed, how many minor units they are, and how they are written again. */
static void
test_parse (void)
{
  static const struct {
    const char *text;
    guint digits;
    gint64 minor;
    const char *again;
  } rows[] = {
    { "0", 2, 0, "0.00" },
    { "-0", 2, 0, "0.00" },
    { "0.01", 2, 1, "0.01" },
    { "-0.01", 2, -1, "-0.01" },
    { "12.5", 2, 1250, "12.50" },
    { "+12.50", 2, 1250, "12.50" },
    { "−12.50", 2, -1250, "-12.50" }, /* U+2212, as a printed paper has it */
    { ".5", 2, 50, "0.50" },
    { "007", 2, 700, "7.00" },
    { "28640.00", 2, 2864000, "28640.00" },
    { "1234", 0, 1234, "1234" },
    { "-1", 0, -1, "-1" },
    { "1.234", 3, 1234, "1.234" },
    { "0.005", 3, 5, "0.005" },
    { "1.000000001", 9, 1000000001, "1.000000001" },
    { "92233720368547758.07", 2, G_MAXINT64, "92233720368547758.07" },
    { "-92233720368547758.08", 2, G_MININT64, "-92233720368547758.08" },
    { "9223372036854775807", 0, G_MAXINT64, "9223372036854775807" },
    { "-9223372036854775808", 0, G_MININT64, "-9223372036854775808" },
    { "9223372036854775.807", 3, G_MAXINT64, "9223372036854775.807" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    gint64 minor = 77;
    g_assert_true (tq_money_parse (rows[i].text, rows[i].digits, &minor, &error));
    g_assert_no_error (error);
    g_assert_cmpint (minor, ==, rows[i].minor);
    g_autofree char *again = tq_money_to_string (minor, rows[i].digits);
    g_assert_cmpstr (again, ==, rows[i].again);
  }
}

/* Everything else is refused with its reason, and the amount that stood there stays. */
static void
test_refused (void)
{
  static const struct {
    const char *text;
    guint digits;
    int code;
  } rows[] = {
    { "", 2, TQ_ERROR_INVALID },
    { "-", 2, TQ_ERROR_INVALID },
    { ".", 2, TQ_ERROR_INVALID },
    { "5.", 2, TQ_ERROR_INVALID },
    { "--5", 2, TQ_ERROR_INVALID },
    { "-+5", 2, TQ_ERROR_INVALID },
    { "5-", 2, TQ_ERROR_INVALID },
    { " 5", 2, TQ_ERROR_INVALID },
    { "5 ", 2, TQ_ERROR_INVALID },
    { "1.234", 2, TQ_ERROR_INVALID }, /* more digits than the currency has: never rounded */
    { "1.230", 2, TQ_ERROR_INVALID },
    { "1.0", 0, TQ_ERROR_INVALID },
    { "1.2345", 3, TQ_ERROR_INVALID },
    { "1.2.3", 2, TQ_ERROR_INVALID },
    { "1,50", 2, TQ_ERROR_INVALID },
    { "1,234.50", 2, TQ_ERROR_INVALID },
    { "1e3", 2, TQ_ERROR_INVALID },
    { "0x10", 2, TQ_ERROR_INVALID },
    { "inf", 2, TQ_ERROR_INVALID },
    { "NaN", 2, TQ_ERROR_INVALID },
    { "$5", 2, TQ_ERROR_INVALID },
    { "5 MXN", 2, TQ_ERROR_INVALID },
    { "(5.00)", 2, TQ_ERROR_INVALID },
    { "٥", 2, TQ_ERROR_INVALID },
    { "92233720368547758.08", 2, TQ_ERROR_OVERFLOW },
    { "-92233720368547758.09", 2, TQ_ERROR_OVERFLOW },
    { "9223372036854775808", 0, TQ_ERROR_OVERFLOW },
    { "100000000000000000000000000000000000000", 2, TQ_ERROR_OVERFLOW },
    { "9223372036854775807", 2, TQ_ERROR_OVERFLOW }, /* fits, but for its hundredths */
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    gint64 minor = 77;
    g_assert_false (tq_money_parse (rows[i].text, rows[i].digits, &minor, &error));
    g_assert_error (error, TQ_ERROR, rows[i].code);
    g_assert_cmpint (minor, ==, 77);
  }
}

/* A message names what was typed and shows how it could be written. */
static void
test_message (void)
{
  g_autoptr (GError) error = NULL;
  gint64 minor = 0;
  g_assert_false (tq_money_parse ("12,50", 2, &minor, &error));
  g_assert_cmpstr (
    error->message,
    ==,
    "“12,50” is not an amount. Write it like 1234.05, with at most 2 digits after the point.");
}

/* Sums and products at the edge of 64 bits, and one beyond it. */
static void
test_arithmetic (void)
{
  typedef gboolean (*Operation) (gint64, gint64, gint64 *, GError **);
  static const struct {
    Operation run;
    gint64 a, b, result;
    gboolean fits;
  } rows[] = {
    { tq_money_add, 250, -300, -50, TRUE },
    { tq_money_add, G_MAXINT64 - 1, 1, G_MAXINT64, TRUE },
    { tq_money_add, G_MAXINT64, 1, 77, FALSE },
    { tq_money_add, G_MININT64, -1, 77, FALSE },
    { tq_money_add, G_MAXINT64, G_MININT64, -1, TRUE },
    { tq_money_sub, 250, 300, -50, TRUE },
    { tq_money_sub, G_MININT64, -1, G_MININT64 + 1, TRUE },
    { tq_money_sub, 0, G_MININT64, 77, FALSE },
    { tq_money_sub, G_MININT64, 1, 77, FALSE },
    { tq_money_mul, 34525, 8, 276200, TRUE },
    { tq_money_mul, G_MININT64, 1, G_MININT64, TRUE },
    { tq_money_mul, G_MININT64, -1, 77, FALSE },
    { tq_money_mul, G_GINT64_CONSTANT (3037000500), G_GINT64_CONSTANT (3037000500), 77, FALSE },
    { tq_money_mul, G_MAXINT64, 0, 0, TRUE },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    gint64 result = 77;
    g_assert_cmpint (rows[i].run (rows[i].a, rows[i].b, &result, &error), ==, rows[i].fits);
    g_assert_cmpint (result, ==, rows[i].result);
    if (!rows[i].fits)
      g_assert_error (error, TQ_ERROR, TQ_ERROR_OVERFLOW);
  }
  g_assert_cmpint (tq_money_scale (0), ==, 1);
  g_assert_cmpint (tq_money_scale (3), ==, 1000);
  g_assert_cmpint (tq_money_scale (18), ==, G_GINT64_CONSTANT (1000000000000000000));
}

/* Any amount of any currency, written in the plain form, reads back to itself. */
static void
test_again (void)
{
  for (guint i = 0; i < 20000; i++) {
    const guint digits = (guint) g_test_rand_int_range (0, 10);
    const guint64 high = (guint64) (guint32) g_test_rand_int ();
    const guint64 low = (guint64) (guint32) g_test_rand_int ();
    const gint64 amount = (gint64) (((high << 32) | low) >> g_test_rand_int_range (0, 64));
    const gint64 signed_amount = g_test_rand_bit () ? amount : (gint64) ~(guint64) amount;
    gint64 read = 0;
    g_autofree char *text = tq_money_to_string (signed_amount, digits);
    g_assert_true (tq_money_parse (text, digits, &read, NULL));
    g_assert_cmpint (read, ==, signed_amount);
  }
}

static void
check_local (const char *text, guint digits, gint64 minor)
{
  g_autoptr (GError) error = NULL;
  gint64 read = 77;
  g_assert_true (tq_money_parse_local (text, digits, &read, &error));
  g_assert_no_error (error);
  g_assert_cmpint (read, ==, minor);
}

static void
refuse_local (const char *text, guint digits)
{
  g_autoptr (GError) error = NULL;
  gint64 read = 77;
  g_assert_false (tq_money_parse_local (text, digits, &read, &error));
  g_assert_error (error, TQ_ERROR, TQ_ERROR_INVALID);
  g_assert_cmpint (read, ==, 77);
}

/* With the plain locale amounts for the eye have their groups, so that they can be read aloud. */
static void
test_local_plain (void)
{
  static const struct {
    gint64 minor;
    guint digits;
    const char *text;
  } rows[] = {
    { 0, 2, "0.00" },
    { 99999, 2, "999.99" },
    { -100000, 2, "-1,000.00" },
    { 2864000, 2, "28,640.00" },
    { 1234567, 0, "1,234,567" },
    { 1234567, 3, "1,234.567" },
    { G_MININT64, 2, "-92,233,720,368,547,758.08" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = tq_money_to_local_string (rows[i].minor, rows[i].digits);
    g_assert_cmpstr (text, ==, rows[i].text);
  }
  check_local (" 28640.00 ", 2, 2864000);
  check_local ("28,640.00", 2, 2864000);
  refuse_local ("28640,00", 2);
}

/* Sets the locale *name*; skips the case where the machine cannot have it. */
static gboolean
enter_locale (const char *name)
{
  if (setlocale (LC_ALL, name) != NULL)
    return TRUE;
  g_test_skip ("the locale is not on this machine");
  return FALSE;
}

/* Where a comma is the decimal mark, a point that groups and a point that divides are told apart by
 * the places of the digits; what could be either is refused rather than guessed. */
static void
test_local_comma (void)
{
  if (!enter_locale ("es_ES.UTF-8"))
    return;
  g_autofree char *text = tq_money_to_local_string (-123456789, 2);
  g_assert_cmpstr (text, ==, "-1.234.567,89");
  check_local ("-1.234.567,89", 2, -123456789);
  check_local ("1234567,89", 2, 123456789);
  check_local ("1.234", 2, 123400);
  check_local ("1234.50", 2, 123450); /* the plain form: a group would have three digits */
  check_local ("0.50", 2, 50);
  refuse_local ("1.234.56", 2);
  refuse_local ("1.2345,00", 2);
  refuse_local ("1,234.50", 2);
  refuse_local ("1.23,4", 2);
  g_assert_nonnull (setlocale (LC_ALL, "C.UTF-8"));
}

/* Where a comma groups, a comma that somebody means as the decimal mark never makes the amount a
 * hundred times larger. */
static void
test_local_point (void)
{
  if (!enter_locale ("es_MX.UTF-8"))
    return;
  g_autofree char *text = tq_money_to_local_string (123456789, 2);
  check_local (text, 2, 123456789);
  check_local ("1,234,567.89", 2, 123456789);
  check_local ("28640.00", 2, 2864000);
  refuse_local ("12,50", 2);
  refuse_local ("1,2,3", 2);
  refuse_local ("1,,000", 2);
  refuse_local ("1,000,", 2);
  refuse_local ("1000,000", 2);
  refuse_local (",500", 2);
  g_assert_nonnull (setlocale (LC_ALL, "C.UTF-8"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/currency/digits", test_currency);
  g_test_add_func ("/base/money/parse", test_parse);
  g_test_add_func ("/base/money/refused", test_refused);
  g_test_add_func ("/base/money/message", test_message);
  g_test_add_func ("/base/money/arithmetic", test_arithmetic);
  g_test_add_func ("/base/money/again", test_again);
  g_test_add_func ("/base/money/local-plain", test_local_plain);
  g_test_add_func ("/base/money/local-comma", test_local_comma);
  g_test_add_func ("/base/money/local-point", test_local_point);
  return g_test_run ();
}
