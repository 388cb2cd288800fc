/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "service/day-input.h"

#include "base/error.h"
#include "base/i18n.h"

#include <string.h>

#define CENTURY 2000

/* Reads up to three whole numbers with one separator between them; 0 where it is something else. */
static guint
read_numbers (const char *typed, int numbers[3])
{
  guint count = 0;
  g_auto (GStrv) parts = g_strsplit_set (typed, "/.- ", -1);
  for (guint i = 0; parts[i] != NULL; i++) {
    guint64 number = 0;
    if (count == 3 || !g_ascii_string_to_unsigned (parts[i], 10, 1, 9999, &number, NULL))
      return 0;
    numbers[count++] = (int) number;
  }
  return count;
}

/* Reads a day as people write it: 2027-04-18, or day, month and year (18/4/2027, 18.4.27), or
 * without the year or the month, which are then those of *today*. Raises TQ_ERROR_INVALID. */
gboolean
tq_day_input_parse (const char *typed, TqDay today, TqDay *out_day, GError **error)
{
  int numbers[3] = { 0 }, year, month, day;
  g_autofree char *trimmed = g_strstrip (g_strdup (typed));
  if (tq_day_parse (trimmed, out_day, NULL))
    return TRUE;
  tq_day_to_date (today, &year, &month, &day);
  const guint count = read_numbers (trimmed, numbers);
  if (count >= 2)
    month = numbers[1];
  if (count == 3)
    year = numbers[2] < 100 ? CENTURY + numbers[2] : numbers[2];
  g_autofree char *iso =
    g_strdup_printf ("%04d-%02d-%02d", year, CLAMP (month, 0, 99), CLAMP (numbers[0], 0, 99));
  if (count > 0 && tq_day_parse (iso, out_day, NULL))
    return TRUE;
  g_set_error (error,
               TQ_ERROR,
               TQ_ERROR_INVALID,
               _ ("“%s” is not a day. Write it as 2027-04-18 or 18/4/2027."),
               trimmed);
  return FALSE;
}
