/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "base/day.h"

#include "base/error.h"
#include "base/i18n.h"

#include <string.h>

static gboolean
is_leap (int year)
{
  return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

static int
days_in_month (int year, int month)
{
  static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  return month == 2 && is_leap (year) ? 29 : lengths[month - 1];
}

/* Day for a calendar date, or TQ_DAY_NONE where there is no such date.
 * Counting from March makes the leap day the last of its year, so that whole months have a closed
 * formula (Howard Hinnant, "chrono-compatible low-level date algorithms"). */
TqDay
tq_day_from_date (int year, int month, int day)
{
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 ||
      day > days_in_month (year, month))
    return TQ_DAY_NONE;
  const int y = month <= 2 ? year - 1 : year;
  const int era = y / 400;
  const int year_of_era = y - era * 400;
  const int day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

/* Splits *day* into its calendar parts; the inverse of tq_day_from_date (). */
void
tq_day_to_date (TqDay day, int *out_year, int *out_month, int *out_day)
{
  g_return_if_fail (tq_day_is_valid (day));
  const int shifted = day + 719468;
  const int era = shifted / 146097;
  const int day_of_era = shifted - era * 146097;
  const int year_of_era =
    (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int month_from_march = (5 * day_of_year + 2) / 153;
  *out_day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
  *out_month = month_from_march < 10 ? month_from_march + 3 : month_from_march - 9;
  *out_year = year_of_era + era * 400 + (*out_month <= 2 ? 1 : 0);
}

/* Whether *day* lies in the years 1 to 9999. */
gboolean
tq_day_is_valid (gint64 day)
{
  return day >= TQ_DAY_MIN && day <= TQ_DAY_MAX;
}

static gboolean
read_digits (const char **cursor, int count, int *out_value)
{
  int value = 0;
  for (int i = 0; i < count; i++) {
    if (!g_ascii_isdigit (**cursor))
      return FALSE;
    value = value * 10 + g_ascii_digit_value (**cursor);
    (*cursor)++;
  }
  *out_value = value;
  return TRUE;
}

/* Reads YYYY-MM-DD and nothing else. Raises TQ_ERROR_INVALID. */
gboolean
tq_day_parse (const char *text, TqDay *out_day, GError **error)
{
  g_return_val_if_fail (text != NULL && out_day != NULL, FALSE);
  const char *cursor = text;
  int year = 0, month = 0, day = 0;
  const gboolean shaped = read_digits (&cursor, 4, &year) && *cursor++ == '-' &&
                          read_digits (&cursor, 2, &month) && *cursor++ == '-' &&
                          read_digits (&cursor, 2, &day) && *cursor == '\0';
  const TqDay found = shaped ? tq_day_from_date (year, month, day) : TQ_DAY_NONE;
  if (found == TQ_DAY_NONE) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_INVALID,
                 _ ("“%.40s” is not a date. Write it as year-month-day, for example 2027-04-18."),
                 text);
    return FALSE;
  }
  *out_day = found;
  return TRUE;
}

/* ISO 8601 text of *day* (transfer full). */
char *
tq_day_to_string (TqDay day)
{
  int year, month, date;
  g_return_val_if_fail (tq_day_is_valid (day), NULL);
  tq_day_to_date (day, &year, &month, &date);
  return g_strdup_printf ("%04d-%02d-%02d", year, month, date);
}

/* Text of *day* as the language of the messages writes it, the month as a word (transfer full). */
char *
tq_day_to_local_string (TqDay day)
{
  static const char *const months[] = { N_ ("January"), N_ ("February"), N_ ("March"),
                                        N_ ("April"),   N_ ("May"),      N_ ("June"),
                                        N_ ("July"),    N_ ("August"),   N_ ("September"),
                                        N_ ("October"), N_ ("November"), N_ ("December") };
  int year, month, date;
  g_return_val_if_fail (tq_day_is_valid (day), NULL);
  tq_day_to_date (day, &year, &month, &date);
  /* Translators: a date, as day, name of the month, year; reorder with %1$d, %2$s, %3$d. */
  return g_strdup_printf (_ ("%1$d %2$s %3$d"), date, _ (months[month - 1]), year);
}

/* Months since 1970-01 of the month in which *day* lies. */
gint32
tq_day_get_month_index (TqDay day)
{
  int year, month, date;
  tq_day_to_date (day, &year, &month, &date);
  return (year - 1970) * 12 + month - 1;
}

/* First day of the month *month_index* (months since 1970-01). */
TqDay
tq_day_from_month_index (gint32 month_index)
{
  const int months = month_index + 1970 * 12;
  return tq_day_from_date (months / 12, months % 12 + 1, 1);
}

/* 1 Monday to 7 Sunday (ISO 8601). */
guint
tq_day_get_weekday (TqDay day)
{
  return (guint) (((day + 3) % 7 + 7) % 7) + 1;
}
