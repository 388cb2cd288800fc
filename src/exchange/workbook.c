/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The whole book as a workbook that LibreOffice and Excel open without a question.
 *
 * 1. Sheets are written one after the other and rows from the top, so that a register of any length
 *    takes no memory; a sheet that is full goes on in another with the same headings.
 * 2. The file is made beside its place and moved there when it is whole.
 * 3. The same input gives the same file: the instant of making is an argument. */
#include "exchange/workbook.h"

#include "base/error.h"
#include "base/i18n.h"
#include "exchange/sheet.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>

/* Begins a workbook that will stand at *path* (transfer full). Raises TQ_ERROR_STORE. */
TqWorkbook *
tq_workbook_new (const char *path, const TqWorkbookHead *head, GError **error)
{
  g_return_val_if_fail (path != NULL && head != NULL, NULL);
  g_autoptr (TqWorkbook) workbook = g_new0 (TqWorkbook, 1);
  gboolean cut;
  workbook->path = g_strdup (path);
  workbook->part = g_strdup_printf ("%s.part", path);
  workbook->numeric = newlocale (LC_NUMERIC_MASK, "C", duplocale (uselocale ((locale_t) 0)));
  workbook->name = tq_sheet_dup_text (head->book != NULL ? head->book : "", &cut);
  workbook->size = head->size;
  workbook->names = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  workbook->runs = g_array_new (FALSE, FALSE, sizeof (TqSheetRun));
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };
  workbook->book = workbook_new_opt (workbook->part, &options);
  if (workbook->book == NULL) {
    g_set_error (error, TQ_ERROR, TQ_ERROR_STORE, _ ("The workbook “%s” cannot be begun."), path);
    return NULL;
  }
  g_autofree char *title = tq_sheet_dup_text (head->title != NULL ? head->title : "", &cut);
  char creator[] = "Tequio";
  lxw_doc_properties properties = { .title = title,
                                    .author = workbook->name,
                                    .comments = creator,
                                    .created = (time_t) head->created };
  tq_sheet_make_formats (workbook);
  if (!tq_sheet_check (workbook_set_properties (workbook->book, &properties), error))
    return NULL;
  return g_steal_pointer (&workbook);
}

/* Frees the workbook; one that was not closed leaves no file. */
void
tq_workbook_free (TqWorkbook *workbook)
{
  if (workbook->book != NULL)
    lxw_workbook_free (workbook->book);
  freelocale (workbook->numeric);
  g_hash_table_unref (workbook->names);
  g_array_unref (workbook->runs);
  g_free (workbook->state);
  g_free (workbook->name);
  g_free (workbook->path);
  g_free (workbook->part);
  g_free (workbook);
}

static gboolean
write_headings (TqWorkbook *workbook, GError **error)
{
  gboolean cut;
  for (guint i = 0; i < tq_table_get_n_columns (workbook->columns); i++) {
    const TqColumn *column = tq_table_get_column (workbook->columns, i);
    g_autofree char *heading = tq_sheet_dup_text (column->heading, &cut);
    lxw_format *format =
      tq_column_is_number (column) ? workbook->formats.head_right : workbook->formats.head;
    workbook->state[i] =
      (TqSheetColumn){ .width = (guint) g_utf8_strlen (heading, -1), .exact = TRUE };
    if (!tq_sheet_check (
          worksheet_write_string (workbook->sheet, 0, (lxw_col_t) i, heading, format),
          error))
      return FALSE;
  }
  return TRUE;
}

/* '&' begins a code in a header. */
static char *
dup_header (const TqWorkbook *workbook, const char *title)
{
  g_auto (GStrv) parts = g_strsplit (workbook->name, "&", -1);
  g_autofree char *name = g_strjoinv ("&&", parts);
  g_auto (GStrv) title_parts = g_strsplit (title, "&", -1);
  g_autofree char *escaped = g_strjoinv ("&&", title_parts);
  g_autofree char *header = g_strdup_printf ("&L%s&R%s", name, escaped);
  return strlen (header) < 250 ? g_steal_pointer (&header) : g_strdup ("&R&A");
}

static void
set_up_print (TqWorkbook *workbook, const char *title)
{
  g_autofree char *header = dup_header (workbook, title);
  worksheet_set_paper (workbook->sheet, workbook->size == TQ_PAPER_A4 ? 9 : 1);
  worksheet_fit_to_pages (workbook->sheet, 1, 0);
  worksheet_repeat_rows (workbook->sheet, 0, 0);
  worksheet_set_header (workbook->sheet, header);
  worksheet_set_footer (workbook->sheet, "&C&P / &N");
  if (tq_table_get_n_columns (workbook->columns) > 6)
    worksheet_set_landscape (workbook->sheet);
}

/* Begins a sheet with the columns of *columns*, which is borrowed until the sheet ends. Raises
 * TQ_ERROR_STORE. */
gboolean
tq_workbook_begin_sheet (TqWorkbook *workbook, const TqTable *columns, GError **error)
{
  g_return_val_if_fail (workbook->sheet == NULL && tq_table_get_n_columns (columns) > 0, FALSE);
  g_auto (TqNumericScope) scope = tq_numeric_enter (workbook);
  const char *wanted = columns->title != NULL ? columns->title : columns->key;
  g_autofree char *name = tq_sheet_dup_name (workbook->names, wanted);
  workbook->sheet = workbook_add_worksheet (workbook->book, name);
  if (workbook->sheet == NULL) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_STORE,
                 _ ("The sheet “%s” cannot be added to the workbook."),
                 name);
    return FALSE;
  }
  workbook->columns = columns;
  g_free (workbook->state);
  workbook->state = g_new0 (TqSheetColumn, tq_table_get_n_columns (columns));
  g_array_set_size (workbook->runs, 0);
  workbook->row = 1;
  workbook->section_first = 1;
  set_up_print (workbook, wanted);
  worksheet_freeze_panes (workbook->sheet, 1, 0);
  const lxw_col_t last = (lxw_col_t) (tq_table_get_n_columns (columns) - 1);
  return write_headings (workbook, error) &&
         tq_sheet_check (worksheet_autofilter (workbook->sheet, 0, 0, 0, last), error);
}

static void
note_row (TqWorkbook *workbook, const TqRow *row)
{
  const lxw_row_t at = workbook->row;
  if (row->role != TQ_ROW_NORMAL) {
    workbook->section_first = at + 1;
    for (guint i = 0; i < tq_table_get_n_columns (workbook->columns); i++)
      workbook->state[i].section = 0;
    return;
  }
  TqSheetRun *last = workbook->runs->len > 0
                       ? &g_array_index (workbook->runs, TqSheetRun, workbook->runs->len - 1)
                       : NULL;
  const TqSheetRun run = { at, at };
  if (last != NULL && last->last + 1 == at)
    last->last = at;
  else
    g_array_append_val (workbook->runs, run);
}

static void
note_widths (TqWorkbook *workbook, const TqRow *row)
{
  for (guint i = 0; i < tq_table_get_n_columns (workbook->columns); i++) {
    const TqCell *cell = tq_row_get_cell (row, i);
    TqSheetColumn *state = &workbook->state[i];
    if (!cell->filled || row->role == TQ_ROW_HEADING)
      continue;
    g_autofree char *text = tq_cell_to_local (cell, tq_table_get_column (workbook->columns, i));
    g_autofree char *valid = g_utf8_make_valid (text, -1);
    state->width = MAX (state->width, (guint) g_utf8_strlen (valid, -1));
  }
}

/* Adds a row below the last. Raises TQ_ERROR_STORE. */
gboolean
tq_workbook_add_row (TqWorkbook *workbook, const TqRow *row, GError **error)
{
  g_return_val_if_fail (workbook->sheet != NULL && row != NULL, FALSE);
  if (workbook->row >= TQ_SHEET_MAX_ROWS) {
    const TqTable *columns = workbook->columns;
    if (!tq_workbook_end_sheet (workbook, error) ||
        !tq_workbook_begin_sheet (workbook, columns, error))
      return FALSE;
  }
  g_auto (TqNumericScope) scope = tq_numeric_enter (workbook);
  for (guint i = 0; i < tq_table_get_n_columns (workbook->columns); i++)
    if (!tq_sheet_write_cell (workbook, row, i, error))
      return FALSE;
  if (workbook->row <= 2000)
    note_widths (workbook, row);
  note_row (workbook, row);
  workbook->row++;
  return TRUE;
}

/* Ends the sheet: widths and the filter, which leaves out a total below the rows. */
gboolean
tq_workbook_end_sheet (TqWorkbook *workbook, GError **error)
{
  g_return_val_if_fail (workbook->sheet != NULL, FALSE);
  g_auto (TqNumericScope) scope = tq_numeric_enter (workbook);
  const guint n = tq_table_get_n_columns (workbook->columns);
  for (guint i = 0; i < n; i++) {
    const guint width = CLAMP (workbook->state[i].width + 3, 8, 60);
    const lxw_col_t column = (lxw_col_t) i;
    if (!tq_sheet_check (
          worksheet_set_column (workbook->sheet, column, column, (double) width, NULL),
          error))
      return FALSE;
  }
  /* The filter was set on the headings: in constant memory the library refuses a range that ends
   * above the row it has reached, which is where the filter must end if totals stand below. */
  if (workbook->runs->len > 0)
    workbook->sheet->autofilter.last_row =
      g_array_index (workbook->runs, TqSheetRun, workbook->runs->len - 1).last;
  workbook->sheet = NULL;
  workbook->columns = NULL;
  return TRUE;
}

/* Adds a sheet with all rows of *table*. */
gboolean
tq_workbook_add_table (TqWorkbook *workbook, const TqTable *table, GError **error)
{
  if (!tq_workbook_begin_sheet (workbook, table, error))
    return FALSE;
  for (guint i = 0; i < tq_table_get_n_rows (table); i++)
    if (!tq_workbook_add_row (workbook, tq_table_get_row (table, i), error))
      return FALSE;
  return tq_workbook_end_sheet (workbook, error);
}

/* Writes what is missing and moves the file to its place. Raises TQ_ERROR_STORE. */
gboolean
tq_workbook_close (TqWorkbook *workbook, GError **error)
{
  g_return_val_if_fail (workbook->book != NULL && workbook->sheet == NULL, FALSE);
  g_auto (TqNumericScope) scope = tq_numeric_enter (workbook);
  const lxw_error code = workbook_close (g_steal_pointer (&workbook->book));
  if (!tq_sheet_check (code, error)) {
    g_unlink (workbook->part);
    return FALSE;
  }
  if (g_rename (workbook->part, workbook->path) == 0)
    return TRUE;
  g_set_error (error,
               TQ_ERROR,
               TQ_ERROR_STORE,
               _ ("The workbook cannot be moved to “%s”: %s."),
               workbook->path,
               g_strerror (errno));
  g_unlink (workbook->part);
  return FALSE;
}
