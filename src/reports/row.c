/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* A row of a report, before anyone decides what it looks like.
 *
 * A cell keeps the number itself and the column says what it means, so that paper, screen, csv and
 * workbook write the same number each in its own way, and none reads back what another has written.
 *
 * 1. A cell is empty or filled; an empty amount is not 0.00.
 * 2. The plain form is for programs: a point, no groups, ISO dates, an exact ratio.
 * 3. The local form is for eyes: as the locale writes it. */
#include "reports/row.h"

#include "base/money.h"

/* A row without cells (transfer full). */
TqRow *
tq_row_new (TqRowRole role, guint indent)
{
  TqRow *row = g_new0 (TqRow, 1);
  row->cells = g_array_new (FALSE, TRUE, sizeof (TqCell));
  row->role = role;
  row->indent = indent;
  return row;
}

void
tq_row_free (TqRow *row)
{
  tq_row_reset (row, TQ_ROW_NORMAL, 0);
  g_array_unref (row->cells);
  g_free (row);
}

/* Takes the cells out, so that the row can be filled again. */
void
tq_row_reset (TqRow *row, TqRowRole role, guint indent)
{
  for (guint i = 0; i < row->cells->len; i++)
    g_free (g_array_index (row->cells, TqCell, i).text);
  g_array_set_size (row->cells, 0);
  row->role = role;
  row->indent = indent;
}

/* The next cell is *text* (nullable: empty). */
void
tq_row_add_text (TqRow *row, const char *text)
{
  const TqCell cell = { .filled = text != NULL, .text = g_strdup (text) };
  g_array_append_val (row->cells, cell);
}

/* The next cell is an amount, a quantity or an integer, with the digits of its column. */
void
tq_row_add_number (TqRow *row, gint64 number)
{
  tq_row_add_number_in (row, number, TQ_CELL_COLUMN_DIGITS);
}

/* The same with digits of its own: for a table of several currencies. */
void
tq_row_add_number_in (TqRow *row, gint64 number, guint digits)
{
  const TqCell cell = { .filled = TRUE, .digits = digits, .number = number, .den = 1 };
  g_array_append_val (row->cells, cell);
}

/* The next cell is a date; TQ_DAY_NONE leaves it empty. */
void
tq_row_add_day (TqRow *row, TqDay day)
{
  const TqCell cell = { .filled = day != TQ_DAY_NONE, .number = day, .den = 1 };
  g_array_append_val (row->cells, cell);
}

/* The next cell is a ratio or a percentage. */
void
tq_row_add_ratio (TqRow *row, TqRatio ratio)
{
  const TqCell cell = { .filled = TRUE,
                        .digits = TQ_CELL_COLUMN_DIGITS,
                        .number = ratio.num,
                        .den = ratio.den };
  g_array_append_val (row->cells, cell);
}

void
tq_row_add_empty (TqRow *row)
{
  tq_row_add_text (row, NULL);
}

/* The cell in column *index*; an empty one where the row ends before. */
const TqCell *
tq_row_get_cell (const TqRow *row, guint index)
{
  static const TqCell empty = { FALSE };
  return index < row->cells->len ? &g_array_index (row->cells, TqCell, index) : &empty;
}

/* Whether the column is set to the right, figure under figure. */
gboolean
tq_column_is_number (const TqColumn *column)
{
  return column->kind != TQ_COLUMN_TEXT && column->kind != TQ_COLUMN_DATE;
}

static guint
get_digits (const TqCell *cell, const TqColumn *column)
{
  return cell->digits == TQ_CELL_COLUMN_DIGITS ? column->digits : cell->digits;
}

/* A ratio as a whole number of units of the last digit; FALSE where it is too large for one. */
static gboolean
round_ratio (const TqCell *cell, const TqColumn *column, gint64 *out_number)
{
  const TqRatio ratio = { cell->number, cell->den };
  const gint64 hundred = column->kind == TQ_COLUMN_PERCENT ? 100 : 1;
  const gint64 scale = tq_money_scale (get_digits (cell, column)) * hundred;
  return tq_ratio_mul_money (ratio, scale, TQ_ROUND_HALF_UP, out_number, NULL);
}

static char *
write_ratio (const TqCell *cell, const TqColumn *column, gboolean local)
{
  gint64 number = 0;
  if (!round_ratio (cell, column, &number))
    return tq_ratio_to_string ((TqRatio){ cell->number, cell->den });
  const guint digits = get_digits (cell, column);
  return local ? tq_money_to_local_string (number, digits) : tq_money_to_string (number, digits);
}

/* The exact form for programs (transfer full); "" for an empty cell. */
char *
tq_cell_to_plain (const TqCell *cell, const TqColumn *column)
{
  if (!cell->filled)
    return g_strdup ("");
  if (cell->text != NULL)
    return g_strdup (cell->text);
  switch (column->kind) {
  case TQ_COLUMN_AMOUNT:
  case TQ_COLUMN_QUANTITY:
    return tq_money_to_string (cell->number, get_digits (cell, column));
  case TQ_COLUMN_DATE:
    return tq_day_to_string ((TqDay) cell->number);
  case TQ_COLUMN_RATIO:
  case TQ_COLUMN_PERCENT:
    return tq_ratio_to_string ((TqRatio){ cell->number, cell->den });
  case TQ_COLUMN_TEXT:
  case TQ_COLUMN_INTEGER:
  default:
    return g_strdup_printf ("%" G_GINT64_FORMAT, cell->number);
  }
}

/* The rounded form for programs (transfer full): it differs from the plain one for a ratio and a
 * percentage alone. */
char *
tq_cell_to_rounded (const TqCell *cell, const TqColumn *column)
{
  const gboolean is_ratio = column->kind == TQ_COLUMN_RATIO || column->kind == TQ_COLUMN_PERCENT;
  return cell->filled && cell->text == NULL && is_ratio ? write_ratio (cell, column, FALSE)
                                                        : tq_cell_to_plain (cell, column);
}

/* The form for eyes (transfer full); "" for an empty cell. Dates keep the ISO form in a table,
 * where they stand under each other. */
char *
tq_cell_to_local (const TqCell *cell, const TqColumn *column)
{
  if (!cell->filled || cell->text != NULL)
    return g_strdup (cell->filled ? cell->text : "");
  switch (column->kind) {
  case TQ_COLUMN_AMOUNT:
  case TQ_COLUMN_QUANTITY:
    return tq_money_to_local_string (cell->number, get_digits (cell, column));
  case TQ_COLUMN_INTEGER:
    return tq_money_to_local_string (cell->number, 0);
  case TQ_COLUMN_RATIO:
    return write_ratio (cell, column, TRUE);
  case TQ_COLUMN_PERCENT: {
    g_autofree char *number = write_ratio (cell, column, TRUE);
    return g_strdup_printf ("%s %%", number);
  }
  case TQ_COLUMN_TEXT:
  case TQ_COLUMN_DATE:
  default:
    return tq_cell_to_plain (cell, column);
  }
}
