/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "reports/chart.h"

static void
free_point (gpointer data)
{
  TqChartPoint *point = data;
  g_free (point->category);
  g_free (point->values);
  g_free (point);
}

/* A chart without series (transfer full); values have *digits* after the point. */
TqChart *
tq_chart_new (TqChartKind kind,
              const char *key,
              const char *title,
              const char *category_heading,
              guint digits)
{
  TqChart *chart = g_new0 (TqChart, 1);
  chart->kind = kind;
  chart->key = g_strdup (key);
  chart->title = g_strdup (title);
  chart->category_heading = g_strdup (category_heading);
  chart->digits = digits;
  chart->series = g_ptr_array_new_with_free_func (g_free);
  chart->points = g_ptr_array_new_with_free_func (free_point);
  return chart;
}

void
tq_chart_free (TqChart *chart)
{
  g_free (chart->key);
  g_free (chart->title);
  g_free (chart->category_heading);
  g_ptr_array_unref (chart->series);
  g_ptr_array_unref (chart->points);
  g_free (chart);
}

/* All series are named before the first point. */
void
tq_chart_add_series (TqChart *chart, const char *name)
{
  g_return_if_fail (chart->points->len == 0);
  g_ptr_array_add (chart->series, g_strdup (name));
}

/* Adds a point with one value a series, which are copied. */
void
tq_chart_add_point (TqChart *chart, const char *category, const gint64 *values)
{
  TqChartPoint *point = g_new0 (TqChartPoint, 1);
  point->category = g_strdup (category);
  point->values = g_memdup2 (values, chart->series->len * sizeof *values);
  g_ptr_array_add (chart->points, point);
}

/* Adds a bar of a waterfall that stands from zero. */
void
tq_chart_add_total (TqChart *chart, const char *category, gint64 value)
{
  g_return_if_fail (chart->kind == TQ_CHART_WATERFALL && chart->series->len == 1);
  tq_chart_add_point (chart, category, &value);
  TqChartPoint *point = g_ptr_array_index (chart->points, chart->points->len - 1);
  point->is_total = TRUE;
}

const TqChartPoint *
tq_chart_get_point (const TqChart *chart, guint index)
{
  return g_ptr_array_index (chart->points, index);
}
