/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The one place in which the window looks at the clock; everything below it is told. */
#include "app/clock.h"

/* Seconds since 1970. */
gint64
tq_clock_get_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/* The day on the wall. */
TqDay
tq_clock_get_today (void)
{
  int year, month, day;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_date_time_get_ymd (now, &year, &month, &day);
  return tq_day_from_date (year, month, day);
}
