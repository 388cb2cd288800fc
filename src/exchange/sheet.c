/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* One cell of a workbook, and what has to be known about them.
 *
 * 1. A number is a number only where the format keeps every digit: it holds binary numbers of 53
 *    bits. A larger one is written as text with a note that says so.
 * 2. A date is a date from 1900-03-01 on; before that the format counts a day that never was.
 * 3. Text is always text: what begins with '=' is not calculated. Broken UTF-8 is mended,
 *    characters that XML forbids are replaced, and a text longer than a cell holds is cut, with a
 *    note.
 * 4. A total is a formula only where the sum of the rows above it is that very number; the value
 *    stands beside the formula, for programs that do not calculate. */
#include "exchange/sheet.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/money.h"
#include "base/text.h"

#include <string.h>

#define MAX_EXACT (G_GINT64_CONSTANT (1) << 53)
#define MAX_TEXT 32000
#define MAX_NOTES 1000u
#define MAX_RUNS 200u

/* The error of libxlsxwriter as one of ours: FALSE where *code* is one. */
gboolean
tq_sheet_check (lxw_error code, GError **error)
{
  if (code == LXW_NO_ERROR)
    return TRUE;
  g_set_error (error,
               TQ_ERROR,
               TQ_ERROR_STORE,
               _ ("The workbook cannot be written: %s. Check the folder and the free space."),
               lxw_strerror (code));
  return FALSE;
}

static gboolean
is_escape_like (const char *p)
{
  return p[0] == '_' && p[1] == 'x' && g_ascii_isxdigit (p[2]) && g_ascii_isxdigit (p[3]) &&
         g_ascii_isxdigit (p[4]) && g_ascii_isxdigit (p[5]) && p[6] == '_';
}

/* *text* as a cell can hold it (transfer full). */
char *
tq_sheet_dup_text (const char *text, gboolean *out_cut)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  GString *made = g_string_sized_new (strlen (valid));
  glong length = 0;
  *out_cut = FALSE;
  for (const char *p = valid; *p != '\0'; p = tq_text_next_char (p)) {
    const gunichar c = g_utf8_get_char (p);
    if (++length > MAX_TEXT) {
      g_string_append (made, "…");
      *out_cut = TRUE;
      break;
    }
    if (is_escape_like (p))
      g_string_append (made, "_x005F"); /* else "_x0041_" would be read as "A" */
    g_string_append_unichar (made, c == 0xfffe || c == 0xffff ? 0xfffd : c);
  }
  return g_string_free (made, FALSE);
}

/* A name for a sheet that the format accepts and that no other sheet has (transfer full); it is
 * added to *taken*. */
char *
tq_sheet_dup_name (GHashTable *taken, const char *wanted)
{
  gboolean cut;
  g_autofree char *valid = tq_sheet_dup_text (wanted, &cut);
  g_strdelimit (valid, "[]:*?/\\\n\r\t", '-');
  g_strstrip (valid);
  while (g_str_has_prefix (valid, "'"))
    memmove (valid, valid + 1, strlen (valid));
  for (guint number = 1;; number++) {
    g_autofree char *suffix = number == 1 ? g_strdup ("") : g_strdup_printf (" %u", number);
    const glong room = TQ_SHEET_NAME_MAX - (glong) strlen (suffix);
    g_autofree char *cut_name =
      g_utf8_strlen (valid, -1) > room ? g_utf8_substring (valid, 0, room) : g_strdup (valid);
    while (g_str_has_suffix (cut_name, "'") || g_str_has_suffix (cut_name, " "))
      cut_name[strlen (cut_name) - 1] = '\0';
    g_autofree char *name =
      g_strdup_printf ("%s%s", *cut_name != '\0' ? cut_name : _ ("Sheet"), suffix);
    g_autofree char *folded = g_utf8_casefold (name, -1);
    /* "History" is kept by Excel for itself. */
    if (strcmp (folded, "history") != 0 && g_hash_table_add (taken, g_strdup (folded)))
      return g_steal_pointer (&name);
  }
}

static lxw_format *
make_format (TqWorkbook *workbook, const char *number, gboolean bold)
{
  lxw_format *format = workbook_add_format (workbook->book);
  if (number != NULL)
    format_set_num_format (format, number);
  if (bold)
    format_set_bold (format);
  return format;
}

/* Makes the formats of a workbook. */
void
tq_sheet_make_formats (TqWorkbook *workbook)
{
  TqSheetFormats *formats = &workbook->formats;
  formats->head = make_format (workbook, NULL, TRUE);
  formats->head_right = make_format (workbook, NULL, TRUE);
  format_set_bottom (formats->head, LXW_BORDER_THIN);
  format_set_bottom (formats->head_right, LXW_BORDER_THIN);
  format_set_text_wrap (formats->head);
  format_set_text_wrap (formats->head_right);
  format_set_align (formats->head_right, LXW_ALIGN_RIGHT);
  for (guint bold = 0; bold < 2; bold++) {
    formats->text[bold] = make_format (workbook, NULL, bold == 1);
    formats->date[bold] = make_format (workbook, "yyyy-mm-dd", bold == 1);
    for (guint digits = 0; digits < TQ_SHEET_N_DIGITS; digits++) {
      static const char zeros[] = "000000000";
      g_autofree char *fraction =
        digits > 0 ? g_strdup_printf (".%.*s", (int) digits, zeros) : g_strdup ("");
      g_autofree char *number = g_strdup_printf ("#,##0%s", fraction);
      g_autofree char *percent = g_strdup_printf ("0%s%%", fraction);
      formats->number[digits][bold] = make_format (workbook, number, bold == 1);
      formats->percent[digits][bold] = make_format (workbook, percent, bold == 1);
      if (bold == 1)
        format_set_top (formats->number[digits][bold], LXW_BORDER_THIN);
    }
  }
}

/* Whether the format keeps every digit of *number*. */
gboolean
tq_sheet_is_exact (gint64 number)
{
  return number >= -MAX_EXACT && number <= MAX_EXACT;
}

/* *number* units of the last of *digits* digits, as the file holds it. Both are whole numbers of at
 * most 53 bits, so that the quotient is the nearest number there is. */
double
tq_sheet_get_number (gint64 number, guint digits)
{
  return (double) number / (double) tq_money_scale (digits);
}

static gboolean
write_note (TqWorkbook *workbook, lxw_col_t column, const char *note, GError **error)
{
  if (workbook->notes++ >= MAX_NOTES)
    return TRUE;
  return tq_sheet_check (worksheet_write_comment (workbook->sheet, workbook->row, column, note),
                         error);
}

static gboolean
write_text (TqWorkbook *workbook, lxw_col_t column, const char *text, gboolean bold, GError **error)
{
  gboolean cut = FALSE;
  g_autofree char *made = tq_sheet_dup_text (text, &cut);
  const lxw_error code = worksheet_write_string (workbook->sheet,
                                                 workbook->row,
                                                 column,
                                                 made,
                                                 workbook->formats.text[bold ? 1 : 0]);
  if (!tq_sheet_check (code, error))
    return FALSE;
  return !cut || write_note (workbook,
                             column,
                             _ ("The text is longer than a cell can hold; the book has it whole."),
                             error);
}

static gboolean
write_date (TqWorkbook *workbook, lxw_col_t column, TqDay day, gboolean bold, GError **error)
{
  int year, month, date;
  if (day < tq_day_from_date (1900, 3, 1)) {
    g_autofree char *text = tq_day_to_string (day);
    return write_text (workbook, column, text, bold, error);
  }
  tq_day_to_date (day, &year, &month, &date);
  lxw_datetime when = { year, month, date, 0, 0, 0.0 };
  return tq_sheet_check (worksheet_write_datetime (workbook->sheet,
                                                   workbook->row,
                                                   column,
                                                   &when,
                                                   workbook->formats.date[bold ? 1 : 0]),
                         error);
}

/* The formula that gives *number* (transfer full), or NULL where no sum of the rows above does. */
static char *
dup_formula (const TqWorkbook *workbook, lxw_col_t column, gint64 number)
{
  const TqSheetColumn *state = &workbook->state[column];
  char from[LXW_MAX_CELL_NAME_LENGTH], to[LXW_MAX_CELL_NAME_LENGTH];
  if (!state->exact || workbook->runs->len == 0)
    return NULL;
  if (number == state->section && workbook->section_first < workbook->row) {
    lxw_rowcol_to_cell (from, workbook->section_first, column);
    lxw_rowcol_to_cell (to, workbook->row - 1, column);
    return g_strdup_printf ("=SUM(%s:%s)", from, to);
  }
  if (number != state->total || workbook->runs->len > MAX_RUNS)
    return NULL;
  GString *formula = g_string_new ("=SUM(");
  for (guint i = 0; i < workbook->runs->len; i++) {
    const TqSheetRun *run = &g_array_index (workbook->runs, TqSheetRun, i);
    lxw_rowcol_to_cell (from, run->first, column);
    lxw_rowcol_to_cell (to, run->last, column);
    g_string_append_printf (formula, "%s%s:%s", i > 0 ? "," : "", from, to);
  }
  g_string_append_c (formula, ')');
  return g_string_free (formula, FALSE);
}

static gboolean
write_number (TqWorkbook *workbook,
              const TqRow *row,
              lxw_col_t column,
              guint digits,
              GError **error)
{
  const TqCell *cell = tq_row_get_cell (row, column);
  const guint bold = row->role == TQ_ROW_NORMAL ? 0 : 1;
  lxw_format *format = workbook->formats.number[digits][bold];
  TqSheetColumn *state = &workbook->state[column];
  if (!tq_sheet_is_exact (cell->number)) {
    g_autofree char *text = tq_money_to_string (cell->number, digits);
    state->exact = FALSE;
    return write_text (workbook, column, text, bold == 1, error) &&
           write_note (workbook,
                       column,
                       _ ("The number has more digits than a spreadsheet keeps; it stands here as "
                          "text and is left out of sums."),
                       error);
  }
  const double value = tq_sheet_get_number (cell->number, digits);
  g_autofree char *formula =
    row->role == TQ_ROW_TOTAL ? dup_formula (workbook, column, cell->number) : NULL;
  if (formula != NULL)
    return tq_sheet_check (
      worksheet_write_formula_num (workbook->sheet, workbook->row, column, formula, format, value),
      error);
  if (row->role == TQ_ROW_NORMAL &&
      (!tq_money_add (state->total, cell->number, &state->total, NULL) ||
       !tq_money_add (state->section, cell->number, &state->section, NULL)))
    state->exact = FALSE;
  return tq_sheet_check (
    worksheet_write_number (workbook->sheet, workbook->row, column, value, format),
    error);
}

static gboolean
write_ratio (TqWorkbook *workbook, const TqRow *row, lxw_col_t column, GError **error)
{
  const TqColumn *info = tq_table_get_column (workbook->columns, column);
  const TqCell *cell = tq_row_get_cell (row, column);
  const guint bold = row->role == TQ_ROW_NORMAL ? 0 : 1;
  lxw_format *format = info->kind == TQ_COLUMN_PERCENT
                         ? workbook->formats.percent[info->digits][bold]
                         : workbook->formats.number[info->digits][bold];
  return tq_sheet_check (worksheet_write_number (workbook->sheet,
                                                 workbook->row,
                                                 column,
                                                 (double) cell->number / (double) cell->den,
                                                 format),
                         error);
}

/* Writes the cell in column *index* of *row*. Raises TQ_ERROR_STORE. */
gboolean
tq_sheet_write_cell (TqWorkbook *workbook, const TqRow *row, guint index, GError **error)
{
  const lxw_col_t column = (lxw_col_t) index;
  const TqColumn *info = tq_table_get_column (workbook->columns, index);
  const TqCell *cell = tq_row_get_cell (row, index);
  const gboolean bold = row->role != TQ_ROW_NORMAL;
  if (!cell->filled)
    return TRUE;
  if (cell->text != NULL)
    return write_text (workbook, column, cell->text, bold, error);
  switch (info->kind) {
  case TQ_COLUMN_DATE:
    return write_date (workbook, column, (TqDay) cell->number, bold, error);
  case TQ_COLUMN_RATIO:
  case TQ_COLUMN_PERCENT:
    return write_ratio (workbook, row, column, error);
  case TQ_COLUMN_AMOUNT:
  case TQ_COLUMN_QUANTITY: {
    const gboolean own = cell->digits != TQ_CELL_COLUMN_DIGITS && cell->digits != info->digits;
    workbook->state[index].exact = workbook->state[index].exact && !own;
    return write_number (workbook, row, column, own ? cell->digits : info->digits, error);
  }
  case TQ_COLUMN_TEXT:
  case TQ_COLUMN_INTEGER:
  default:
    return write_number (workbook, row, column, 0, error);
  }
}
