/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "base/day.h"
#include "base/error.h"

typedef struct {
  const char *text;
  TqDay day;
  guint weekday; /* 1 Monday to 7 Sunday */
} KnownDay;

/* Counted by others: Python's datetime.date.toordinal () - 719163, and the calendar on the wall. */
static const KnownDay known_days[] = {
  { "0001-01-01", -719162, 1 }, { "1582-10-15", -141427, 5 }, { "1899-12-31", -25568, 7 },
  { "1900-02-28", -25509, 3 },  { "1900-03-01", -25508, 4 },  { "1969-12-31", -1, 3 },
  { "1970-01-01", 0, 4 },       { "1994-01-01", 8766, 6 },    { "2000-02-29", 11016, 2 },
  { "2000-03-01", 11017, 3 },   { "2024-02-29", 19782, 4 },   { "2027-04-18", 20926, 7 },
  { "2100-02-28", 47540, 7 },   { "2100-03-01", 47541, 1 },   { "9999-12-31", 2932896, 5 },
};

/* A date, its count and its text are three names of one thing. */
static void
test_known (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (known_days); i++) {
    g_autoptr (GError) error = NULL;
    TqDay day = TQ_DAY_NONE;
    g_assert_true (tq_day_parse (known_days[i].text, &day, &error));
    g_assert_no_error (error);
    g_assert_cmpint (day, ==, known_days[i].day);
    g_assert_cmpuint (tq_day_get_weekday (day), ==, known_days[i].weekday);
    g_autofree char *text = tq_day_to_string (day);
    g_assert_cmpstr (text, ==, known_days[i].text);
  }
}

/* Every day of the ten thousand years follows the one before it and reads back to itself. */
static void
test_all (void)
{
  int before_year = 0, before_month = 12, before_date = 31;
  for (TqDay day = TQ_DAY_MIN; day <= TQ_DAY_MAX; day++) {
    int year = 0, month = 0, date = 0;
    tq_day_to_date (day, &year, &month, &date);
    if (tq_day_from_date (year, month, date) != day)
      g_error ("day %d reads back as %d", day, tq_day_from_date (year, month, date));
    const gboolean next_date =
      date == before_date + 1 && month == before_month && year == before_year;
    const gboolean next_month = date == 1 && month == before_month + 1 && year == before_year;
    const gboolean next_year =
      date == 1 && month == 1 && before_month == 12 && year == before_year + 1;
    if (!next_date && !next_month && !next_year)
      g_error ("day %d is %d-%d-%d", day, year, month, date);
    before_year = year;
    before_month = month;
    before_date = date;
  }
}

/* Whatever is not a date of the calendar, written as YYYY-MM-DD, is refused and leaves no trace. */
static void
test_refused (void)
{
  static const char *const texts[] = {
    "",           "2027",           "2027-04",     "2027-4-18",   "2027/04/18",
    "18-04-2027", "2027-04-18 ",    " 2027-04-18", "2027-04-18T", "2027-00-10",
    "2027-13-01", "2027-04-00",     "2027-04-31",  "2027-02-29",  "1900-02-29",
    "2100-02-29", "0000-01-01",     "02027-04-18", "-027-04-18",  "+027-04-18",
    "2O27-04-18", "２０２７-04-18", "2027-04-1８", "20270418",
  };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GError) error = NULL;
    TqDay day = 77;
    g_assert_false (tq_day_parse (texts[i], &day, &error));
    g_assert_error (error, TQ_ERROR, TQ_ERROR_INVALID);
    g_assert_nonnull (strstr (error->message, texts[i]));
    g_assert_cmpint (day, ==, 77);
  }
}

/* Parts that are no date give TQ_DAY_NONE, which is no valid day, nor is the day after the last. */
static void
test_none (void)
{
  g_assert_cmpint (tq_day_from_date (2027, 2, 29), ==, TQ_DAY_NONE);
  g_assert_cmpint (tq_day_from_date (0, 12, 31), ==, TQ_DAY_NONE);
  g_assert_cmpint (tq_day_from_date (10000, 1, 1), ==, TQ_DAY_NONE);
  g_assert_cmpint (tq_day_from_date (2027, 12, -1), ==, TQ_DAY_NONE);
  g_assert_false (tq_day_is_valid (TQ_DAY_NONE));
  g_assert_false (tq_day_is_valid ((gint64) TQ_DAY_MIN - 1));
  g_assert_false (tq_day_is_valid ((gint64) TQ_DAY_MAX + 1));
  g_assert_false (tq_day_is_valid (G_MAXINT64));
  g_assert_true (tq_day_is_valid (TQ_DAY_MIN));
  g_assert_true (tq_day_is_valid (TQ_DAY_MAX));
}

/* A month's number and its first day belong together, before 1970 as well. */
static void
test_months (void)
{
  static const struct {
    const char *day, *first;
    gint32 index;
  } rows[] = {
    { "1970-01-31", "1970-01-01", 0 },      { "1969-12-01", "1969-12-01", -1 },
    { "2027-02-28", "2027-02-01", 685 },    { "2028-02-29", "2028-02-01", 697 },
    { "0001-01-15", "0001-01-01", -23628 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    TqDay day = TQ_DAY_NONE;
    g_assert_true (tq_day_parse (rows[i].day, &day, NULL));
    g_assert_cmpint (tq_day_get_month_index (day), ==, rows[i].index);
    g_autofree char *first = tq_day_to_string (tq_day_from_month_index (rows[i].index));
    g_assert_cmpstr (first, ==, rows[i].first);
  }
}

/* On a paper the month is a word, and the order is the translator's. */
static void
test_local (void)
{
  g_autofree char *text = tq_day_to_local_string (tq_day_from_date (2027, 4, 8));
  g_assert_cmpstr (text, ==, "8 April 2027");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/day/known", test_known);
  g_test_add_func ("/base/day/all", test_all);
  g_test_add_func ("/base/day/refused", test_refused);
  g_test_add_func ("/base/day/none", test_none);
  g_test_add_func ("/base/day/months", test_months);
  g_test_add_func ("/base/day/local", test_local);
  return g_test_run ();
}
