/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A calendar day as a count from 1970-01-01 (Gregorian, years 1 to 9999): no clock, no zone. */
typedef gint32 TqDay;

#define TQ_DAY_NONE G_MININT32
#define TQ_DAY_MIN ((TqDay) -719162) /* 0001-01-01 */
#define TQ_DAY_MAX ((TqDay) 2932896) /* 9999-12-31 */

TqDay tq_day_from_date (int year, int month, int day);
void tq_day_to_date (TqDay day, int *out_year, int *out_month, int *out_day);
gboolean tq_day_is_valid (gint64 day);

gboolean tq_day_parse (const char *text, TqDay *out_day, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *tq_day_to_string (TqDay day) G_GNUC_WARN_UNUSED_RESULT;
char *tq_day_to_local_string (TqDay day) G_GNUC_WARN_UNUSED_RESULT;

gint32 tq_day_get_month_index (TqDay day);
TqDay tq_day_from_month_index (gint32 month_index);
guint tq_day_get_weekday (TqDay day);

G_END_DECLS
