/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum {
  TQ_CHART_COLUMN,
  TQ_CHART_BAR,
  TQ_CHART_LINE,
  TQ_CHART_WATERFALL, /* one series of steps; totals stand from zero */
} TqChartKind;

/* One group of bars or points. */
typedef struct {
  char *category;
  gboolean is_total;
  gint64 *values; /* one a series, in units of the chart's digits */
} TqChartPoint;

/* Numbers to be drawn, before anyone decides how. */
typedef struct {
  TqChartKind kind;
  char *key;
  char *title;
  char *category_heading;
  guint digits;
  GPtrArray *series; /* of char */
  GPtrArray *points; /* of TqChartPoint */
} TqChart;

TqChart *tq_chart_new (TqChartKind kind,
                       const char *key,
                       const char *title,
                       const char *category_heading,
                       guint digits) G_GNUC_WARN_UNUSED_RESULT;
void tq_chart_free (TqChart *chart);
void tq_chart_add_series (TqChart *chart, const char *name);
void tq_chart_add_point (TqChart *chart, const char *category, const gint64 *values);
void tq_chart_add_total (TqChart *chart, const char *category, gint64 value);
const TqChartPoint *tq_chart_get_point (const TqChart *chart, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqChart, tq_chart_free)

G_END_DECLS
