/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "reports/table.h"

static void
clear_column (gpointer data)
{
  TqColumn *column = data;
  g_free (column->key);
  g_free (column->heading);
}

static void
free_row (gpointer data)
{
  tq_row_free (data);
}

/* A table without columns and rows (transfer full). *title* may be NULL in a document, where a
 * heading already says it. */
TqTable *
tq_table_new (const char *key, const char *title)
{
  g_return_val_if_fail (key != NULL, NULL);
  TqTable *table = g_new0 (TqTable, 1);
  table->key = g_strdup (key);
  table->title = g_strdup (title);
  table->columns = g_array_new (FALSE, TRUE, sizeof (TqColumn));
  g_array_set_clear_func (table->columns, clear_column);
  table->rows = g_ptr_array_new_with_free_func (free_row);
  return table;
}

void
tq_table_free (TqTable *table)
{
  g_array_unref (table->columns);
  g_ptr_array_unref (table->rows);
  g_free (table->key);
  g_free (table->title);
  g_free (table);
}

/* Adds a column to the right; *digits* counts for amounts, quantities, ratios and percentages. */
void
tq_table_add_column (TqTable *table,
                     const char *key,
                     const char *heading,
                     TqColumnKind kind,
                     guint digits)
{
  g_return_if_fail (key != NULL && heading != NULL && digits <= 9);
  const TqColumn column = { .key = g_strdup (key),
                            .heading = g_strdup (heading),
                            .kind = kind,
                            .digits = digits };
  g_array_append_val (table->columns, column);
}

const TqColumn *
tq_table_get_column (const TqTable *table, guint index)
{
  g_assert (index < table->columns->len);
  return &g_array_index (table->columns, TqColumn, index);
}

guint
tq_table_get_n_columns (const TqTable *table)
{
  return table->columns->len;
}

/* Adds an empty row, to be filled from the left (transfer none). */
TqRow *
tq_table_add_row (TqTable *table, TqRowRole role, guint indent)
{
  TqRow *row = tq_row_new (role, indent);
  g_ptr_array_add (table->rows, row);
  return row;
}

const TqRow *
tq_table_get_row (const TqTable *table, guint index)
{
  return g_ptr_array_index (table->rows, index);
}

guint
tq_table_get_n_rows (const TqTable *table)
{
  return table->rows->len;
}
