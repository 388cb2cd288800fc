/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "exchange/workbook.h"

#include <locale.h>

/* Writes to argv[1] a workbook with every kind of cell, for other programs to read. */
static void
add_sheet (TqWorkbook *workbook, const char *title, guint n_rows)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TqTable) table = tq_table_new ("sample", title);
  gint64 total = 0;
  tq_table_add_column (table, "day", "Día", TQ_COLUMN_DATE, 0);
  tq_table_add_column (table, "text", "Concepto", TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "amount", "Importe", TQ_COLUMN_AMOUNT, 2);
  tq_table_add_column (table, "part", "Parte", TQ_COLUMN_PERCENT, 1);
  for (guint i = 0; i < n_rows; i++) {
    TqRow *row = tq_table_add_row (table, TQ_ROW_NORMAL, 0);
    tq_row_add_day (row, tq_day_from_date (2027, 5, 2) + (TqDay) i);
    tq_row_add_text (row, i == 0 ? "=1+1" : "café, ñ & <x>");
    tq_row_add_number (row, 125 + i);
    tq_row_add_ratio (row, (TqRatio){ 1, 8 });
    total += 125 + i;
  }
  TqRow *row = tq_table_add_row (table, TQ_ROW_TOTAL, 0);
  tq_row_add_empty (row);
  tq_row_add_text (row, "Total");
  tq_row_add_number (row, total);
  g_assert_true (tq_workbook_add_table (workbook, table, &error));
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  const TqWorkbookHead head = { .title = "Libro", .book = "Café & Maíz", .created = 1809259200 };
  static const gint64 months[][2] = { { 320000, 120000 }, { -4000, 90000 } };
  setlocale (LC_ALL, "");
  g_return_val_if_fail (argc == 2, 2);
  g_autoptr (TqWorkbook) workbook = tq_workbook_new (argv[1], &head, &error);
  g_assert_no_error (error);
  add_sheet (workbook, "Diario: noviembre", 3);
  add_sheet (workbook, "Diario: diciembre", 400);
  g_autoptr (TqChart) chart = tq_chart_new (TQ_CHART_COLUMN, "cash", "Caja por mes", "Mes", 2);
  tq_chart_add_series (chart, "Caja");
  tq_chart_add_series (chart, "Resultado");
  tq_chart_add_point (chart, "2026-11", months[0]);
  tq_chart_add_point (chart, "2026-12", months[1]);
  g_assert_true (tq_workbook_add_chart (workbook, chart, &error));
  g_assert_true (tq_workbook_close (workbook, &error));
  return 0;
}
