/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "exchange/workbook.h"

#include <locale.h>
#include <xlsxwriter.h>

G_BEGIN_DECLS

/* The parts of the workbook writer share this; private to it. */

#define TQ_SHEET_N_DIGITS 10u
#define TQ_SHEET_MAX_ROWS 1048576u
#define TQ_SHEET_NAME_MAX 31

/* The format of a cell, made once a workbook. */
typedef struct {
  lxw_format *head;
  lxw_format *head_right;
  lxw_format *text[2]; /* normal, bold */
  lxw_format *date[2];
  lxw_format *number[TQ_SHEET_N_DIGITS][2];
  lxw_format *percent[TQ_SHEET_N_DIGITS][2];
} TqSheetFormats;

/* Rows that follow each other and are summed. */
typedef struct {
  lxw_row_t first;
  lxw_row_t last;
} TqSheetRun;

/* What is known of a column of the sheet being written. */
typedef struct {
  guint width; /* characters of its longest text */
  gint64 total;
  gint64 section; /* since the last heading or total */
  gboolean exact; /* every cell is a number with the digits of the column */
} TqSheetColumn;

struct _TqWorkbook {
  char *path;
  char *part; /* written first, renamed when whole */
  lxw_workbook *book;
  locale_t numeric;
  char *name;
  TqPaperSize size;
  TqSheetFormats formats;
  GHashTable *names; /* of sheets, case folded */
  lxw_worksheet *sheet;
  const TqTable *columns; /* of the sheet being written, borrowed */
  TqSheetColumn *state;
  lxw_row_t row;
  lxw_row_t section_first;
  GArray *runs; /* of TqSheetRun */
  guint notes;
};

/* While it lives, this thread writes numbers as the C locale does: libxlsxwriter prints them with
 * printf, and a decimal comma makes the file unreadable. */
typedef struct {
  locale_t before;
} TqNumericScope;

static inline TqNumericScope
tq_numeric_enter (const TqWorkbook *workbook)
{
  return (TqNumericScope){ uselocale (workbook->numeric) };
}

static inline void
tq_numeric_leave (TqNumericScope *scope)
{
  uselocale (scope->before);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TqNumericScope, tq_numeric_leave)

gboolean tq_sheet_check (lxw_error code, GError **error);
char *tq_sheet_dup_text (const char *text, gboolean *out_cut) G_GNUC_WARN_UNUSED_RESULT;
char *tq_sheet_dup_name (GHashTable *taken, const char *wanted) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_sheet_write_cell (TqWorkbook *workbook, const TqRow *row, guint index, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
void tq_sheet_make_formats (TqWorkbook *workbook);
gboolean tq_sheet_is_exact (gint64 number);
double tq_sheet_get_number (gint64 number, guint digits);

G_END_DECLS
