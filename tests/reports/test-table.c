/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "reports/table.h"

#include <locale.h>

/* One cell of every kind in the exact form, the rounded form and the form for eyes. */
static void
test_cells (void)
{
  static const struct {
    TqColumnKind kind;
    guint digits;
    gint64 number;
    gint64 den;
    const char *plain;
    const char *rounded;
    const char *local;
  } rows[] = {
    { TQ_COLUMN_AMOUNT, 2, 2291200, 1, "22912.00", "22912.00", "22,912.00" },
    { TQ_COLUMN_AMOUNT, 2, -11000, 1, "-110.00", "-110.00", "-110.00" },
    { TQ_COLUMN_AMOUNT, 0, 1234567, 1, "1234567", "1234567", "1,234,567" },
    { TQ_COLUMN_QUANTITY, 3, 1782500, 1, "1782.500", "1782.500", "1,782.500" },
    { TQ_COLUMN_INTEGER, 0, 1500, 1, "1500", "1500", "1,500" },
    { TQ_COLUMN_RATIO, 4, 1, 3, "1/3", "0.3333", "0.3333" },
    { TQ_COLUMN_PERCENT, 1, 1, 3, "1/3", "33.3", "33.3 %" },
    { TQ_COLUMN_PERCENT, 0, 1, 10, "1/10", "10", "10 %" },
    { TQ_COLUMN_RATIO,
      2,
      G_MAXINT64,
      1,
      "9223372036854775807",
      "9223372036854775807",
      "9223372036854775807" }, /* too large to be rounded: the exact form stays */
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TqTable) table = tq_table_new ("cells", NULL);
    tq_table_add_column (table, "value", "Value", rows[i].kind, rows[i].digits);
    TqRow *row = tq_table_add_row (table, TQ_ROW_NORMAL, 0);
    if (rows[i].kind == TQ_COLUMN_RATIO || rows[i].kind == TQ_COLUMN_PERCENT)
      tq_row_add_ratio (row, (TqRatio){ rows[i].number, rows[i].den });
    else
      tq_row_add_number (row, rows[i].number);
    const TqColumn *column = tq_table_get_column (table, 0);
    const TqCell *cell = tq_row_get_cell (row, 0);
    g_autofree char *plain = tq_cell_to_plain (cell, column);
    g_autofree char *rounded = tq_cell_to_rounded (cell, column);
    g_autofree char *local = tq_cell_to_local (cell, column);
    g_assert_cmpstr (plain, ==, rows[i].plain);
    g_assert_cmpstr (rounded, ==, rows[i].rounded);
    g_assert_cmpstr (local, ==, rows[i].local);
  }
}

/* An amount may have the digits of its own currency, and an empty cell is not a zero. */
static void
test_own_digits_and_empty (void)
{
  g_autoptr (TqTable) table = tq_table_new ("cells", NULL);
  tq_table_add_column (table, "value", "Value", TQ_COLUMN_AMOUNT, 2);
  tq_table_add_column (table, "day", "Day", TQ_COLUMN_DATE, 0);
  TqRow *row = tq_table_add_row (table, TQ_ROW_NORMAL, 0);
  tq_row_add_number_in (row, 1500, 0);
  tq_row_add_day (row, TQ_DAY_NONE);
  g_autofree char *yen =
    tq_cell_to_plain (tq_row_get_cell (row, 0), tq_table_get_column (table, 0));
  g_autofree char *none =
    tq_cell_to_plain (tq_row_get_cell (row, 1), tq_table_get_column (table, 1));
  g_assert_cmpstr (yen, ==, "1500");
  g_assert_cmpstr (none, ==, "");
  g_assert_false (tq_row_get_cell (row, 7)->filled);

  tq_row_reset (row, TQ_ROW_TOTAL, 0);
  tq_row_add_empty (row);
  tq_row_add_day (row, tq_day_from_date (2027, 5, 2));
  g_autofree char *empty =
    tq_cell_to_local (tq_row_get_cell (row, 0), tq_table_get_column (table, 0));
  g_autofree char *day =
    tq_cell_to_local (tq_row_get_cell (row, 1), tq_table_get_column (table, 1));
  g_assert_cmpstr (empty, ==, "");
  g_assert_cmpstr (day, ==, "2027-05-02");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reports/table/cells", test_cells);
  g_test_add_func ("/reports/table/own-digits-and-empty", test_own_digits_and_empty);
  return g_test_run ();
}
