/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "reports/flow-text.h"

static char *
write_flow (const TqFlow *flow)
{
  GString *out = g_string_new (NULL);
  tq_flow_text_write (flow, out);
  return g_string_free (out, FALSE);
}

/* Headings are underlined as far as they reach, in characters; blocks stand apart by one line; what
 * only paper has leaves no trace. */
static void
test_blocks (void)
{
  g_autoptr (TqFlow) flow = tq_flow_new ();
  tq_flow_add_break (flow, TQ_BLOCK_PAGE_BREAK);
  tq_flow_add_heading (flow, 1, "Año");
  tq_flow_add_lines (flow, "Notes", 3);
  tq_flow_add_heading (flow, 2, "Rules");
  tq_flow_add_heading (flow, 3, "R1");
  tq_flow_add_verbatim (flow, "Dominga", "Why 5,000?");
  TqBlock *pairs = tq_flow_add_pairs (flow);
  tq_block_add_item (pairs, "Tasa", "1/3");
  tq_block_add_item (pairs, "Está en", "");
  tq_flow_add_code (flow, "payload", "caption");
  g_autofree char *text = write_flow (flow);
  g_assert_cmpstr (text,
                   ==,
                   "Año\n===\n\nRules\n-----\n\nR1\n\nDominga: Why 5,000?\n\n"
                   "  Tasa     1/3\n  Está en\n");
}

/* Numbers stand to the right, words to the left, indented rows under the words of their group, and
 * no line ends in blanks. */
static void
test_table (void)
{
  g_autoptr (TqFlow) flow = tq_flow_new ();
  TqTable *table = tq_table_new ("t", "Money");
  tq_table_add_column (table, "who", "Who", TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "sum", "Sum", TQ_COLUMN_AMOUNT, 2);
  tq_table_add_column (table, "note", "Note", TQ_COLUMN_TEXT, 0);
  tq_row_add_text (tq_table_add_row (table, TQ_ROW_HEADING, 0), "A long name of a group");
  TqRow *row = tq_table_add_row (table, TQ_ROW_NORMAL, 1);
  tq_row_add_text (row, "Inés");
  tq_row_add_number (row, 123456);
  tq_row_add_text (row, "");
  row = tq_table_add_row (table, TQ_ROW_TOTAL, 0);
  tq_row_add_text (row, "Total");
  tq_row_add_empty (row);
  tq_row_add_text (row, "x");
  tq_flow_add_table (flow, table);
  g_autofree char *text = write_flow (flow);
  g_assert_cmpstr (text,
                   ==,
                   "Money\n  Who          Sum  Note\n  A long name of a group\n"
                   "    Inés  1,234.56\n  Total             x\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reports/flow-text/blocks", test_blocks);
  g_test_add_func ("/reports/flow-text/table", test_table);
  return g_test_run ();
}
