/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "base/error.h"
#include "base/ratio.h"

/* Texts, the ratio in lowest terms, and how it is written again. */
static void
test_parse (void)
{
  static const struct {
    const char *text;
    gint64 num, den;
    const char *again;
  } rows[] = {
    { "0", 0, 1, "0" },
    { "-0", 0, 1, "0" },
    { "0/7", 0, 1, "0" },
    { "15/100", 3, 20, "3/20" },
    { "-6/4", -3, 2, "-3/2" },
    { "+1/3", 1, 3, "1/3" },
    { "271.5", 543, 2, "543/2" },
    { "0.10", 1, 10, "1/10" },
    { "-0.125", -1, 8, "-1/8" },
    { "007", 7, 1, "7" },
    { "9223372036854775807", G_MAXINT64, 1, "9223372036854775807" },
    { "-9223372036854775808", G_MININT64, 1, "-9223372036854775808" },
    { "1/9223372036854775807", 1, G_MAXINT64, "1/9223372036854775807" },
    { "10000000000000000000000/20000000000000000000000", 1, 2, "1/2" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    TqRatio ratio = { 7, 7 };
    g_assert_true (tq_ratio_parse (rows[i].text, &ratio, &error));
    g_assert_no_error (error);
    g_assert_cmpint (ratio.num, ==, rows[i].num);
    g_assert_cmpint (ratio.den, ==, rows[i].den);
    g_autofree char *again = tq_ratio_to_string (ratio);
    g_assert_cmpstr (again, ==, rows[i].again);
  }
}

/* What is not an exact number, or not one of 64 bits, is refused. */
static void
test_refused (void)
{
  g_autofree char *bomb = g_strnfill (201, '9');
  const struct {
    const char *text;
    int code;
  } rows[] = {
    { "", TQ_ERROR_INVALID },
    { "-", TQ_ERROR_INVALID },
    { "/", TQ_ERROR_INVALID },
    { "1/", TQ_ERROR_INVALID },
    { "/2", TQ_ERROR_INVALID },
    { "1/0", TQ_ERROR_INVALID },
    { "1/000", TQ_ERROR_INVALID },
    { "1/-2", TQ_ERROR_INVALID },
    { "1/2/3", TQ_ERROR_INVALID },
    { "1.5/2", TQ_ERROR_INVALID },
    { "1/2.5", TQ_ERROR_INVALID },
    { "1.", TQ_ERROR_INVALID },
    { ".5", TQ_ERROR_INVALID },
    { "1..5", TQ_ERROR_INVALID },
    { "1 / 2", TQ_ERROR_INVALID },
    { " 1", TQ_ERROR_INVALID },
    { "+-1", TQ_ERROR_INVALID },
    { "1e3", TQ_ERROR_INVALID },
    { "15%", TQ_ERROR_INVALID },
    { "0,5", TQ_ERROR_INVALID },
    { "inf", TQ_ERROR_INVALID },
    { "nan", TQ_ERROR_INVALID },
    { bomb, TQ_ERROR_INVALID },
    { "9223372036854775808", TQ_ERROR_OVERFLOW },
    { "1/9223372036854775808", TQ_ERROR_OVERFLOW },
    { "0.00000000000000000001", TQ_ERROR_OVERFLOW },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    TqRatio ratio = { 7, 7 };
    g_assert_false (tq_ratio_parse (rows[i].text, &ratio, &error));
    g_assert_error (error, TQ_ERROR, rows[i].code);
    g_assert_cmpint (ratio.num, ==, 7);
    g_assert_cmpint (ratio.den, ==, 7);
  }
}

/* Made from two numbers: lowest terms, positive denominator, no zero below. */
static void
test_make (void)
{
  static const struct {
    gint64 num, den;
    gboolean made;
    gint64 reduced_num, reduced_den;
  } rows[] = {
    { 6, 4, TRUE, 3, 2 },
    { 6, -4, TRUE, -3, 2 },
    { -6, -4, TRUE, 3, 2 },
    { 0, -9, TRUE, 0, 1 },
    { G_MININT64, G_MININT64, TRUE, 1, 1 },
    { G_MININT64, 2, TRUE, G_MININT64 / 2, 1 },
    { G_MININT64, -1, FALSE, 0, 0 },
    { 1, G_MININT64, FALSE, 0, 0 },
    { 1, 0, FALSE, 0, 0 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    TqRatio ratio = { 0, 0 };
    g_assert_cmpint (tq_ratio_make (rows[i].num, rows[i].den, &ratio, &error), ==, rows[i].made);
    g_assert_cmpint (error == NULL, ==, rows[i].made);
    g_assert_cmpint (ratio.num, ==, rows[i].reduced_num);
    g_assert_cmpint (ratio.den, ==, rows[i].reduced_den);
  }
}

/* Order by cross-multiplication, where 64 bits would not hold the products. */
static void
test_compare (void)
{
  static const struct {
    TqRatio a, b;
    int order;
  } rows[] = {
    { { 1, 3 }, { 333333333, 1000000000 }, 1 },
    { { 2, 4 }, { 1, 2 }, 0 },
    { { -1, 3 }, { 1, 3 }, -1 },
    { { G_MAXINT64, 2 }, { G_MAXINT64 - 1, 2 }, 1 },
    { { G_MAXINT64 - 1, G_MAXINT64 }, { G_MAXINT64 - 2, G_MAXINT64 - 1 }, 1 },
    { { G_MININT64, 1 }, { G_MAXINT64, 1 }, -1 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_assert_cmpint (tq_ratio_compare (rows[i].a, rows[i].b), ==, rows[i].order);
    g_assert_cmpint (tq_ratio_compare (rows[i].b, rows[i].a), ==, -rows[i].order);
  }
}

/* One rounding of one exact product: legal minimums up, legal maximums down, the rest to the
 * nearest. The same table is asked of GMP's numbers. */
static void
test_round (void)
{
  static const struct {
    gint64 num, den, amount;
    gint64 down, up, nearest;
  } rows[] = {
    { 1, 10, 2864000, 286400, 286400, 286400 },
    { 1, 3, 100, 33, 34, 33 },
    { 2, 3, 100, 66, 67, 67 },
    { 1, 2, 1, 0, 1, 1 },
    { 1, 2, -1, -1, 0, -1 },
    { 1, 3, -100, -34, -33, -33 },
    { -2, 3, 100, -67, -66, -67 },
    { 1, 2, 3, 1, 2, 2 },
    { 0, 1, 5, 0, 0, 0 },
    { 1, 7, G_MAXINT64, G_MAXINT64 / 7, G_MAXINT64 / 7, G_MAXINT64 / 7 },
    { G_MAXINT64, G_MAXINT64, G_MININT64, G_MININT64, G_MININT64, G_MININT64 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    const gint64 expected[] = { [TQ_ROUND_FLOOR] = rows[i].down,
                                [TQ_ROUND_CEIL] = rows[i].up,
                                [TQ_ROUND_HALF_UP] = rows[i].nearest };
    const TqRatio ratio = { rows[i].num, rows[i].den };
    mpq_t value, amount;
    mpq_inits (value, amount, NULL);
    tq_mpz_set_int64 (mpq_numref (value), rows[i].num);
    tq_mpz_set_int64 (mpq_denref (value), rows[i].den);
    tq_mpq_set_int64 (amount, rows[i].amount);
    mpq_canonicalize (value);
    mpq_mul (value, value, amount);
    for (guint rounding = 0; rounding < G_N_ELEMENTS (expected); rounding++) {
      gint64 result = 77;
      g_test_message ("row %zu, rounding %u", i, rounding);
      g_assert_true (tq_ratio_mul_money (ratio, rows[i].amount, (TqRound) rounding, &result, NULL));
      g_assert_cmpint (result, ==, expected[rounding]);
      result = 77;
      g_assert_true (tq_mpq_round (value, (TqRound) rounding, &result, NULL));
      g_assert_cmpint (result, ==, expected[rounding]);
    }
    mpq_clears (value, amount, NULL);
  }
}

/* A product beyond 64 bits is refused and nothing is written. */
static void
test_overflow (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) again = NULL;
  gint64 result = 77;
  mpq_t value;
  const TqRatio double_ratio = { 2, 1 };
  g_assert_false (tq_ratio_mul_money (double_ratio, G_MAXINT64, TQ_ROUND_FLOOR, &result, &error));
  g_assert_error (error, TQ_ERROR, TQ_ERROR_OVERFLOW);
  mpq_init (value);
  g_assert_true (tq_mpq_parse ("9223372036854775807.5", value, NULL));
  g_assert_false (tq_mpq_round (value, TQ_ROUND_HALF_UP, &result, &again));
  g_assert_error (again, TQ_ERROR, TQ_ERROR_OVERFLOW);
  g_assert_cmpint (result, ==, 77);
  g_assert_true (tq_mpq_round (value, TQ_ROUND_FLOOR, &result, NULL));
  g_assert_cmpint (result, ==, G_MAXINT64);
  mpq_clear (value);
}

/* Numbers larger than 64 bits keep every digit, and a refused text leaves the value as it was. */
static void
test_large (void)
{
  mpq_t value;
  mpq_init (value);
  g_assert_true (tq_mpq_parse ("-123456789012345678901234567890.5", value, NULL));
  g_autofree char *text = tq_mpq_to_string (value);
  g_assert_cmpstr (text, ==, "-246913578024691357802469135781/2");
  g_assert_false (tq_mpq_parse ("1/0", value, NULL));
  g_autofree char *kept = tq_mpq_to_string (value);
  g_assert_cmpstr (kept, ==, text);
  mpq_clear (value);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/ratio/parse", test_parse);
  g_test_add_func ("/base/ratio/refused", test_refused);
  g_test_add_func ("/base/ratio/make", test_make);
  g_test_add_func ("/base/ratio/compare", test_compare);
  g_test_add_func ("/base/ratio/round", test_round);
  g_test_add_func ("/base/ratio/overflow", test_overflow);
  g_test_add_func ("/base/ratio/large", test_large);
  return g_test_run ();
}
