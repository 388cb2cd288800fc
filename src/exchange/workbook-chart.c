/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Charts of the spreadsheet itself, each on a sheet with its numbers, so that whoever cannot see
 * the picture has the table beside it. They are drawn in black, white and patterns.
 *
 * A waterfall is made of stacked columns: an invisible one carries the step to its height. A step
 * that crosses zero has a part above and a part below it. */
#include "exchange/workbook.h"

#include "base/money.h"
#include "exchange/sheet.h"

#define N_STEPS 6u /* base, rise above and below zero, fall above and below zero, total */

typedef struct {
  TqWorkbook *workbook;
  const TqChart *chart;
  TqTable *table;
  char *sheet_name;
} ChartSetter;

static TqTable *
build_table (const TqChart *chart)
{
  static const char *const steps[N_STEPS] = { "base",       "rise_above", "rise_below",
                                              "fall_above", "fall_below", "total" };
  TqTable *table = tq_table_new (chart->key, chart->title);
  tq_table_add_column (table, "category", chart->category_heading, TQ_COLUMN_TEXT, 0);
  for (guint i = 0; i < chart->series->len; i++) {
    g_autofree char *key = g_strdup_printf ("series_%u", i + 1);
    tq_table_add_column (table,
                         key,
                         g_ptr_array_index (chart->series, i),
                         TQ_COLUMN_AMOUNT,
                         chart->digits);
  }
  for (guint i = 0; chart->kind == TQ_CHART_WATERFALL && i < N_STEPS; i++)
    tq_table_add_column (table, steps[i], steps[i], TQ_COLUMN_AMOUNT, chart->digits);
  return table;
}

/* The six columns of one step from *before* by *change*. */
static void
get_steps (gint64 before, gint64 change, gboolean is_total, gint64 steps[N_STEPS])
{
  const gint64 low = MIN (before, before + change), high = MAX (before, before + change);
  const gint64 above = MAX (high, 0) - MAX (low, 0);
  const gint64 below = MIN (low, 0) - MIN (high, 0);
  for (guint i = 0; i < N_STEPS; i++)
    steps[i] = 0;
  if (is_total) {
    steps[5] = change;
    return;
  }
  steps[0] = MAX (low, 0) + MIN (high, 0);
  steps[change >= 0 ? 1 : 3] = above;
  steps[change >= 0 ? 2 : 4] = below;
}

static gboolean
write_points (ChartSetter *setter, GError **error)
{
  const TqChart *chart = setter->chart;
  g_autoptr (TqRow) row = tq_row_new (TQ_ROW_NORMAL, 0);
  gint64 running = 0;
  for (guint i = 0; i < chart->points->len; i++) {
    const TqChartPoint *point = tq_chart_get_point (chart, i);
    tq_row_reset (row, TQ_ROW_NORMAL, 0);
    tq_row_add_text (row, point->category);
    for (guint s = 0; s < chart->series->len; s++)
      tq_row_add_number (row, point->values[s]);
    if (chart->kind == TQ_CHART_WATERFALL) {
      gint64 steps[N_STEPS];
      const gint64 before = point->is_total ? 0 : running;
      if (!tq_money_add (before, point->values[0], &running, error))
        return FALSE;
      get_steps (before, point->values[0], point->is_total, steps);
      for (guint s = 0; s < N_STEPS; s++)
        tq_row_add_number (row, steps[s]);
    }
    if (!tq_workbook_add_row (setter->workbook, row, error))
      return FALSE;
  }
  return TRUE;
}

static lxw_chart_series *
add_series (ChartSetter *setter, lxw_chart *drawn, lxw_col_t column, const char *name)
{
  const lxw_row_t last = setter->chart->points->len;
  gboolean cut;
  g_autofree char *valid = tq_sheet_dup_text (name, &cut);
  lxw_chart_series *series = chart_add_series (drawn, NULL, NULL);
  chart_series_set_categories (series, setter->sheet_name, 1, 0, last, 0);
  chart_series_set_values (series, setter->sheet_name, 1, column, last, column);
  chart_series_set_name (series, valid);
  return series;
}

/* Series are told apart by pattern, not by colour. */
static void
set_pattern (lxw_chart_series *series, guint index)
{
  static const uint8_t types[] = { LXW_CHART_PATTERN_WIDE_UPWARD_DIAGONAL,
                                   LXW_CHART_PATTERN_DOTTED_GRID,
                                   LXW_CHART_PATTERN_WIDE_DOWNWARD_DIAGONAL,
                                   LXW_CHART_PATTERN_SMALL_CHECK };
  lxw_chart_fill black = { .color = 0x333333 };
  lxw_chart_line line = { .color = 0x111111, .width = 0.75F };
  chart_series_set_line (series, &line);
  if (index == 0) {
    chart_series_set_fill (series, &black);
    return;
  }
  lxw_chart_pattern pattern = { .fg_color = 0x222222,
                                .bg_color = LXW_COLOR_WHITE,
                                .type = types[(index - 1) % G_N_ELEMENTS (types)] };
  chart_series_set_pattern (series, &pattern);
}

static void
add_waterfall_series (ChartSetter *setter, lxw_chart *drawn)
{
  static const guint patterns[N_STEPS] = { 0, 1, 1, 2, 2, 0 };
  const char *name = g_ptr_array_index (setter->chart->series, 0);
  for (guint i = 0; i < N_STEPS; i++) {
    lxw_chart_series *series = add_series (setter, drawn, (lxw_col_t) (2 + i), name);
    if (i == 0) {
      lxw_chart_fill none = { .none = LXW_TRUE };
      lxw_chart_line no_line = { .none = LXW_TRUE };
      chart_series_set_fill (series, &none);
      chart_series_set_line (series, &no_line);
    } else {
      set_pattern (series, patterns[i]);
    }
  }
  chart_set_series_overlap (drawn, 100);
  chart_legend_set_position (drawn, LXW_CHART_LEGEND_NONE);
  chart_show_hidden_data (drawn);
}

static void
add_plain_series (ChartSetter *setter, lxw_chart *drawn)
{
  const TqChart *chart = setter->chart;
  for (guint i = 0; i < chart->series->len; i++) {
    lxw_chart_series *series =
      add_series (setter, drawn, (lxw_col_t) (1 + i), g_ptr_array_index (chart->series, i));
    if (chart->kind != TQ_CHART_LINE)
      set_pattern (series, i);
    if (chart->points->len <= 12 && chart->series->len == 1)
      chart_series_set_labels (series);
  }
  if (chart->series->len == 1)
    chart_legend_set_position (drawn, LXW_CHART_LEGEND_NONE);
  else
    chart_legend_set_position (drawn, LXW_CHART_LEGEND_BOTTOM);
}

static uint8_t
get_type (TqChartKind kind)
{
  switch (kind) {
  case TQ_CHART_BAR:
    return LXW_CHART_BAR;
  case TQ_CHART_LINE:
    return LXW_CHART_LINE;
  case TQ_CHART_WATERFALL:
    return LXW_CHART_COLUMN_STACKED;
  case TQ_CHART_COLUMN:
  default:
    return LXW_CHART_COLUMN;
  }
}

static gboolean
draw_chart (ChartSetter *setter, lxw_worksheet *sheet, GError **error)
{
  const TqChart *chart = setter->chart;
  const gboolean waterfall = chart->kind == TQ_CHART_WATERFALL;
  lxw_chart *drawn = workbook_add_chart (setter->workbook->book, get_type (chart->kind));
  gboolean cut;
  g_autofree char *title = tq_sheet_dup_text (chart->title, &cut);
  chart_title_set_name (drawn, title);
  if (waterfall)
    add_waterfall_series (setter, drawn);
  else
    add_plain_series (setter, drawn);
  chart_axis_set_num_format (drawn->y_axis, "#,##0");
  lxw_chart_options options = { .x_scale = 1.6, .y_scale = 1.5, .description = title };
  const lxw_col_t column = (lxw_col_t) (tq_table_get_n_columns (setter->table) + 1);
  return tq_sheet_check (worksheet_insert_chart_opt (sheet, 1, column, drawn, &options), error);
}

static gboolean
hide_steps (lxw_worksheet *sheet, GError **error)
{
  lxw_row_col_options hidden = { .hidden = LXW_TRUE };
  return tq_sheet_check (
    worksheet_set_column_opt (sheet, 2, 1 + N_STEPS, LXW_DEF_COL_WIDTH, NULL, &hidden),
    error);
}

/* Adds a sheet with the numbers of *chart* and its picture. Raises TQ_ERROR_STORE, and
 * TQ_ERROR_OVERFLOW where the steps of a waterfall do not add up. */
gboolean
tq_workbook_add_chart (TqWorkbook *workbook, const TqChart *chart, GError **error)
{
  g_return_val_if_fail (workbook->sheet == NULL && chart->series->len > 0, FALSE);
  g_autoptr (TqTable) table = build_table (chart);
  if (chart->points->len == 0)
    return tq_workbook_add_table (workbook, table, error);
  if (!tq_workbook_begin_sheet (workbook, table, error))
    return FALSE;
  lxw_worksheet *sheet = workbook->sheet;
  ChartSetter setter = { workbook, chart, table, sheet->name };
  if (!write_points (&setter, error) || !tq_workbook_end_sheet (workbook, error))
    return FALSE;
  g_auto (TqNumericScope) scope = tq_numeric_enter (workbook);
  return draw_chart (&setter, sheet, error) &&
         (chart->kind != TQ_CHART_WATERFALL || hide_steps (sheet, error));
}
