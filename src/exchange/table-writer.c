/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* One table, three forms.
 *
 * 1. csv: a heading line with the columns' keys, fields quoted where RFC 4180 asks for it, lines
 *    ended by a single line feed. Amounts are plain: a point, no groups, the currency's digits; a
 *    ratio is exact, and rounded in a column of its own. Headings and totals are for eyes and left
 *    out, so that whoever adds a column up gets its sum. A text that a spreadsheet would take for a
 *    formula gets an apostrophe before it.
 * 2. json: amounts are strings in the same plain form, never numbers that a reader turns into
 *    floats. A row that is a heading or a total says so in "role".
 * 3. text: the widths are those of the first rows (HELD_ROWS of them), numbers stand right.
 * 4. Nothing but those first rows of the text form is held in memory. */
#include "exchange/table-writer.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/json-writer.h"

#include <errno.h>
#include <string.h>

#define HELD_ROWS 500u
#define MAX_WIDTH 60u

struct _TqTableWriter {
  const TqTable *columns; /* borrowed */
  TqTableFormat format;
  FILE *out;
  GPtrArray *held; /* text: rows as arrays of cells, until the widths are known */
  guint *widths;
  gboolean streaming; /* text: the widths are set */
  GString *buffer;
  TqJsonWriter json;
};

static void
free_strv (gpointer cells)
{
  g_strfreev (cells);
}

static gboolean
is_ratio (const TqColumn *column)
{
  return column->kind == TQ_COLUMN_RATIO || column->kind == TQ_COLUMN_PERCENT;
}

static void
write_csv_head (const TqTable *columns, FILE *out)
{
  for (guint i = 0; i < tq_table_get_n_columns (columns); i++) {
    const TqColumn *column = tq_table_get_column (columns, i);
    (void) fprintf (out, "%s%s", i > 0 ? "," : "", column->key);
    if (is_ratio (column))
      (void) fprintf (out, ",%s_rounded", column->key);
  }
  (void) fputc ('\n', out);
}

/* A writer of rows for the columns of *columns*, which it borrows (transfer full). */
TqTableWriter *
tq_table_writer_new (const TqTable *columns, TqTableFormat format, FILE *out)
{
  TqTableWriter *writer = g_new0 (TqTableWriter, 1);
  const guint n = tq_table_get_n_columns (columns);
  writer->columns = columns;
  writer->format = format;
  writer->out = out;
  writer->held = g_ptr_array_new_with_free_func (free_strv);
  writer->widths = g_new0 (guint, n);
  writer->buffer = g_string_sized_new (4096);
  if (format == TQ_TABLE_FORMAT_CSV) {
    write_csv_head (columns, out);
  } else if (format == TQ_TABLE_FORMAT_JSON) {
    tq_json_writer_start (&writer->json, writer->buffer, TRUE);
    tq_json_writer_begin_object (&writer->json, NULL);
    tq_json_writer_add_text (&writer->json, "report", columns->key);
    tq_json_writer_begin_array (&writer->json, "rows");
  }
  return writer;
}

void
tq_table_writer_free (TqTableWriter *writer)
{
  g_ptr_array_unref (writer->held);
  g_free (writer->widths);
  g_string_free (writer->buffer, TRUE);
  g_free (writer);
}

static void
write_csv_field (FILE *out, const char *field)
{
  if (strpbrk (field, ",\"\r\n") == NULL) {
    (void) fputs (field, out);
    return;
  }
  (void) fputc ('"', out);
  for (const char *p = field; *p != '\0'; p++) {
    if (*p == '"')
      (void) fputc ('"', out);
    (void) fputc (*p, out);
  }
  (void) fputc ('"', out);
}

static void
write_csv_row (TqTableWriter *writer, const TqRow *row)
{
  const guint n = tq_table_get_n_columns (writer->columns);
  for (guint i = 0; i < n; i++) {
    const TqColumn *column = tq_table_get_column (writer->columns, i);
    const TqCell *cell = tq_row_get_cell (row, i);
    g_autofree char *field = tq_cell_to_plain (cell, column);
    if (i > 0)
      (void) fputc (',', writer->out);
    if (cell->text != NULL && *field != '\0' && strchr ("=+-@\t\r", *field) != NULL) {
      g_autofree char *guarded = g_strconcat ("'", field, NULL);
      write_csv_field (writer->out, guarded);
    } else {
      write_csv_field (writer->out, field);
    }
    if (is_ratio (column)) {
      g_autofree char *rounded = tq_cell_to_rounded (cell, column);
      (void) fprintf (writer->out, ",%s", rounded);
    }
  }
  (void) fputc ('\n', writer->out);
}

static void
add_json_cell (TqJsonWriter *json, const TqColumn *column, const TqCell *cell)
{
  g_autofree char *plain = tq_cell_to_plain (cell, column);
  if (!cell->filled) {
    tq_json_writer_add_null (json, column->key);
    return;
  }
  switch (column->kind) {
  case TQ_COLUMN_INTEGER:
    tq_json_writer_add_int (json, column->key, cell->number);
    break;
  case TQ_COLUMN_RATIO:
  case TQ_COLUMN_PERCENT: {
    g_autofree char *rounded_key = g_strdup_printf ("%s_rounded", column->key);
    g_autofree char *rounded = tq_cell_to_rounded (cell, column);
    tq_json_writer_add_text (json, column->key, plain);
    tq_json_writer_add_text (json, rounded_key, rounded);
    break;
  }
  case TQ_COLUMN_TEXT:
  case TQ_COLUMN_AMOUNT:
  case TQ_COLUMN_QUANTITY:
  case TQ_COLUMN_DATE:
  default:
    tq_json_writer_add_text (json, column->key, plain);
    break;
  }
}

static void
write_json_row (TqTableWriter *writer, const TqRow *row)
{
  TqJsonWriter *json = &writer->json;
  const guint n = tq_table_get_n_columns (writer->columns);
  tq_json_writer_begin_object (json, NULL);
  for (guint i = 0; i < n; i++)
    add_json_cell (json, tq_table_get_column (writer->columns, i), tq_row_get_cell (row, i));
  if (row->role != TQ_ROW_NORMAL)
    tq_json_writer_add_text (json, "role", row->role == TQ_ROW_TOTAL ? "total" : "heading");
  tq_json_writer_end_object (json);
  (void) fwrite (writer->buffer->str, 1, writer->buffer->len, writer->out);
  g_string_truncate (writer->buffer, 0);
}

static char **
dup_local_cells (TqTableWriter *writer, const TqRow *row)
{
  const guint n = tq_table_get_n_columns (writer->columns);
  char **cells = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++) {
    g_autofree char *words =
      tq_cell_to_local (tq_row_get_cell (row, i), tq_table_get_column (writer->columns, i));
    cells[i] = g_strdup_printf ("%*s%s", i == 0 ? (int) (2 * row->indent) : 0, "", words);
  }
  return cells;
}

static void
write_text_line (TqTableWriter *writer, char **cells)
{
  const guint n = tq_table_get_n_columns (writer->columns);
  GString *line = writer->buffer;
  g_string_truncate (line, 0);
  for (guint i = 0; i < n; i++) {
    const guint length = (guint) g_utf8_strlen (cells[i], -1);
    const int padding = length < writer->widths[i] ? (int) (writer->widths[i] - length) : 0;
    const gboolean right = tq_column_is_number (tq_table_get_column (writer->columns, i));
    g_string_append_printf (line,
                            "%s%*s%s%*s",
                            i > 0 ? "  " : "",
                            right ? padding : 0,
                            "",
                            cells[i],
                            right ? 0 : padding,
                            "");
  }
  while (line->len > 0 && line->str[line->len - 1] == ' ')
    g_string_truncate (line, line->len - 1);
  (void) fprintf (writer->out, "%s\n", line->str);
  g_string_truncate (line, 0);
}

/* Sets the widths from the headings and the rows held, and writes both. */
static void
flush_held (TqTableWriter *writer)
{
  const guint n = tq_table_get_n_columns (writer->columns);
  g_autofree char **headings = g_new0 (char *, n + 1);
  writer->streaming = TRUE;
  for (guint i = 0; i < n; i++) {
    headings[i] = tq_table_get_column (writer->columns, i)->heading;
    guint width = (guint) g_utf8_strlen (headings[i], -1);
    for (guint r = 0; r < writer->held->len; r++) {
      char **cells = g_ptr_array_index (writer->held, r);
      width = MAX (width, (guint) g_utf8_strlen (cells[i], -1));
    }
    writer->widths[i] = MIN (width, MAX_WIDTH);
  }
  write_text_line (writer, headings);
  for (guint r = 0; r < writer->held->len; r++)
    write_text_line (writer, g_ptr_array_index (writer->held, r));
  g_ptr_array_set_size (writer->held, 0);
}

static gboolean
check_written (TqTableWriter *writer, GError **error)
{
  if (ferror (writer->out) == 0)
    return TRUE;
  g_set_error (error,
               TQ_ERROR,
               TQ_ERROR_STORE,
               _ ("The result cannot be written: %s."),
               g_strerror (errno));
  return FALSE;
}

/* Writes one row, which may be filled anew afterwards. Raises TQ_ERROR_STORE. */
gboolean
tq_table_writer_add (TqTableWriter *writer, const TqRow *row, GError **error)
{
  if (writer->format == TQ_TABLE_FORMAT_CSV) {
    if (row->role == TQ_ROW_NORMAL)
      write_csv_row (writer, row);
  } else if (writer->format == TQ_TABLE_FORMAT_JSON) {
    write_json_row (writer, row);
  } else if (!writer->streaming) {
    g_ptr_array_add (writer->held, dup_local_cells (writer, row));
    if (writer->held->len == HELD_ROWS)
      flush_held (writer);
  } else {
    g_auto (GStrv) cells = dup_local_cells (writer, row);
    write_text_line (writer, cells);
  }
  return check_written (writer, error);
}

/* Writes what ends the table. Raises TQ_ERROR_STORE. */
gboolean
tq_table_writer_end (TqTableWriter *writer, GError **error)
{
  if (writer->format == TQ_TABLE_FORMAT_TEXT && !writer->streaming)
    flush_held (writer);
  if (writer->format == TQ_TABLE_FORMAT_JSON) {
    tq_json_writer_end_array (&writer->json);
    tq_json_writer_end_object (&writer->json);
    tq_json_writer_finish (&writer->json);
    (void) fwrite (writer->buffer->str, 1, writer->buffer->len, writer->out);
  }
  return check_written (writer, error);
}

/* Writes a whole table. */
gboolean
tq_table_write (const TqTable *table, TqTableFormat format, FILE *out, GError **error)
{
  g_autoptr (TqTableWriter) writer = tq_table_writer_new (table, format, out);
  for (guint i = 0; i < tq_table_get_n_rows (table); i++)
    if (!tq_table_writer_add (writer, tq_table_get_row (table, i), error))
      return FALSE;
  return tq_table_writer_end (writer, error);
}
