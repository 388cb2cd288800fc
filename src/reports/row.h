/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "base/day.h"
#include "base/ratio.h"

G_BEGIN_DECLS

/* What stands in a column, and so how it is aligned, written and typed. */
typedef enum {
  TQ_COLUMN_TEXT,
  TQ_COLUMN_AMOUNT,   /* money in minor units, with the digits of the column or of the cell */
  TQ_COLUMN_QUANTITY, /* kilos, hours: a whole number of the smallest unit, as money */
  TQ_COLUMN_INTEGER,
  TQ_COLUMN_DATE,
  TQ_COLUMN_RATIO,
  TQ_COLUMN_PERCENT, /* a ratio, shown in hundredths */
} TqColumnKind;

typedef struct {
  char *key;     /* stable, snake_case, never translated */
  char *heading; /* translated */
  TqColumnKind kind;
  guint digits;
} TqColumn;

typedef struct {
  gboolean filled;
  guint digits; /* TQ_CELL_COLUMN_DIGITS: those of the column */
  char *text;
  gint64 number; /* amount, quantity, integer, day or numerator */
  gint64 den;
} TqCell;

#define TQ_CELL_COLUMN_DIGITS G_MAXUINT

typedef enum {
  TQ_ROW_NORMAL,
  TQ_ROW_HEADING, /* the words over a group of rows */
  TQ_ROW_TOTAL,
} TqRowRole;

/* One row of a table. A writer of many rows fills the same one again after tq_row_reset (). */
typedef struct {
  TqRowRole role;
  guint indent;
  GArray *cells; /* of TqCell */
} TqRow;

TqRow *tq_row_new (TqRowRole role, guint indent) G_GNUC_WARN_UNUSED_RESULT;
void tq_row_free (TqRow *row);
void tq_row_reset (TqRow *row, TqRowRole role, guint indent);

void tq_row_add_text (TqRow *row, const char *text);
void tq_row_add_number (TqRow *row, gint64 number);
void tq_row_add_number_in (TqRow *row, gint64 number, guint digits);
void tq_row_add_day (TqRow *row, TqDay day);
void tq_row_add_ratio (TqRow *row, TqRatio ratio);
void tq_row_add_empty (TqRow *row);

const TqCell *tq_row_get_cell (const TqRow *row, guint index);
gboolean tq_column_is_number (const TqColumn *column);
char *tq_cell_to_plain (const TqCell *cell, const TqColumn *column) G_GNUC_WARN_UNUSED_RESULT;
char *tq_cell_to_rounded (const TqCell *cell, const TqColumn *column) G_GNUC_WARN_UNUSED_RESULT;
char *tq_cell_to_local (const TqCell *cell, const TqColumn *column) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqRow, tq_row_free)

G_END_DECLS
