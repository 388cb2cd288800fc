/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* A flow as plain text, for a terminal or a letter: headings, paragraphs, words kept as they were
 * said, pairs and tables, with numbers aligned to the right. What only a sheet of paper has (lines
 * to write on, boxes to tick, signatures, codes, figures, columns, page breaks) is left out. */
#include "reports/flow-text.h"

static gsize
get_width (const char *text)
{
  return (gsize) g_utf8_strlen (text, -1);
}

static void
add_blanks (GString *out, gsize count)
{
  for (gsize i = 0; i < count; i++)
    g_string_append_c (out, ' ');
}

static void
trim_line (GString *out)
{
  while (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  g_string_append_c (out, '\n');
}

static void
write_heading (const TqBlock *block, GString *out)
{
  static const char marks[] = "=-";
  g_string_append_printf (out, "%s\n", block->text);
  if (block->level < 1 || block->level > 2)
    return;
  for (gsize i = get_width (block->text); i > 0; i--)
    g_string_append_c (out, marks[block->level - 1]);
  g_string_append_c (out, '\n');
}

static void
write_pairs (const TqBlock *block, GString *out)
{
  gsize widest = 0;
  for (guint i = 0; i < block->items->len; i++)
    widest = MAX (widest, get_width (tq_block_get_item (block, i)->label));
  for (guint i = 0; i < block->items->len; i++) {
    const TqBlockItem *item = tq_block_get_item (block, i);
    g_string_append_printf (out, "  %s", item->label);
    add_blanks (out, widest - get_width (item->label) + 2);
    g_string_append (out, item->value);
    trim_line (out);
  }
}

static void
add_cell (GString *out, const char *text, gsize width, gboolean right)
{
  const gsize blanks = width - get_width (text);
  g_string_append (out, "  ");
  add_blanks (out, right ? blanks : 0);
  g_string_append (out, text);
  add_blanks (out, right ? 0 : blanks);
}

/* The widest text of each column, its heading among them (transfer full). */
static gsize *
measure (const TqTable *table)
{
  const guint n = tq_table_get_n_columns (table);
  gsize *widths = g_new0 (gsize, n);
  for (guint c = 0; c < n; c++)
    widths[c] = get_width (tq_table_get_column (table, c)->heading);
  for (guint r = 0; r < tq_table_get_n_rows (table); r++) {
    const TqRow *row = tq_table_get_row (table, r);
    for (guint c = 0; c < n && c < row->cells->len && row->role != TQ_ROW_HEADING; c++) {
      g_autofree char *text =
        tq_cell_to_local (tq_row_get_cell (row, c), tq_table_get_column (table, c));
      widths[c] = MAX (widths[c], get_width (text) + (c == 0 ? 2 * row->indent : 0));
    }
  }
  return widths;
}

static void
write_row (const TqTable *table, const TqRow *row, const gsize *widths, GString *out)
{
  for (guint c = 0; c < tq_table_get_n_columns (table) && c < row->cells->len; c++) {
    const TqColumn *column = tq_table_get_column (table, c);
    g_autofree char *text = tq_cell_to_local (tq_row_get_cell (row, c), column);
    const gsize indent = c == 0 ? 2 * row->indent : 0;
    add_blanks (out, indent);
    if (row->role == TQ_ROW_HEADING)
      g_string_append_printf (out, "  %s", text);
    else
      add_cell (out, text, widths[c] - indent, tq_column_is_number (column));
  }
  trim_line (out);
}

static void
write_table (const TqTable *table, GString *out)
{
  g_autofree gsize *widths = measure (table);
  if (table->title != NULL)
    g_string_append_printf (out, "%s\n", table->title);
  for (guint c = 0; c < tq_table_get_n_columns (table); c++) {
    const TqColumn *column = tq_table_get_column (table, c);
    add_cell (out, column->heading, widths[c], tq_column_is_number (column));
  }
  trim_line (out);
  for (guint r = 0; r < tq_table_get_n_rows (table); r++)
    write_row (table, tq_table_get_row (table, r), widths, out);
}

/* Writes the block, and says whether it is one that text can show. */
static gboolean
write_block (const TqBlock *block, GString *out)
{
  switch (block->kind) {
  case TQ_BLOCK_HEADING:
    write_heading (block, out);
    return TRUE;
  case TQ_BLOCK_PARAGRAPH:
    g_string_append_printf (out, "%s\n", block->text);
    return TRUE;
  case TQ_BLOCK_VERBATIM:
    g_string_append_printf (out, "%s: %s\n", block->label, block->text);
    return TRUE;
  case TQ_BLOCK_PAIRS:
    write_pairs (block, out);
    return TRUE;
  case TQ_BLOCK_TABLE:
    write_table (block->table, out);
    return TRUE;
  case TQ_BLOCK_LINES:
  case TQ_BLOCK_TICKS:
  case TQ_BLOCK_SIGNATURES:
  case TQ_BLOCK_CODE:
  case TQ_BLOCK_DIGEST:
  case TQ_BLOCK_FIGURE:
  case TQ_BLOCK_COLUMNS:
  case TQ_BLOCK_PAGE_BREAK:
  case TQ_BLOCK_CUT:
  default:
    return FALSE;
  }
}

/* Appends the flow to *out*, its blocks apart by an empty line. */
void
tq_flow_text_write (const TqFlow *flow, GString *out)
{
  gboolean apart = FALSE;
  for (guint i = 0; i < flow->blocks->len; i++) {
    const TqBlock *block = g_ptr_array_index (flow->blocks, i);
    const gsize before = out->len;
    if (apart)
      g_string_append_c (out, '\n');
    if (write_block (block, out))
      apart = TRUE;
    else
      g_string_truncate (out, before);
  }
}
