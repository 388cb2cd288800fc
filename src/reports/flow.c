/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "reports/flow.h"

static void
free_block (gpointer data)
{
  tq_block_free (data);
}

static void
free_flow (gpointer data)
{
  tq_flow_free (data);
}

/* A flow without blocks (transfer full). */
TqFlow *
tq_flow_new (void)
{
  TqFlow *flow = g_new0 (TqFlow, 1);
  flow->blocks = g_ptr_array_new_with_free_func (free_block);
  return flow;
}

void
tq_flow_free (TqFlow *flow)
{
  g_ptr_array_unref (flow->blocks);
  g_free (flow);
}

static TqBlock *
add_block (TqFlow *flow, TqBlockKind kind, const char *label, const char *text)
{
  TqBlock *block = tq_block_new (kind);
  block->label = g_strdup (label);
  block->text = g_strdup (text);
  g_ptr_array_add (flow->blocks, block);
  return block;
}

/* A heading of *level* 1 to 3; it stays on the page of what follows it. */
void
tq_flow_add_heading (TqFlow *flow, guint level, const char *text)
{
  g_return_if_fail (level >= 1 && level <= 3 && text != NULL);
  add_block (flow, TQ_BLOCK_HEADING, NULL, text)->level = level;
}

/* Running text; a line feed begins a new line. NULL and "" add nothing. */
void
tq_flow_add_paragraph (TqFlow *flow, const char *text)
{
  if (text != NULL && *text != '\0')
    add_block (flow, TQ_BLOCK_PARAGRAPH, NULL, text);
}

/* Words of a person or a minority: printed unchanged, in the type size of the rest. */
void
tq_flow_add_verbatim (TqFlow *flow, const char *who, const char *words)
{
  g_return_if_fail (words != NULL);
  add_block (flow, TQ_BLOCK_VERBATIM, who, words);
}

/* Labels with their values; fill it with tq_block_add_item () (transfer none). */
TqBlock *
tq_flow_add_pairs (TqFlow *flow)
{
  return add_block (flow, TQ_BLOCK_PAIRS, NULL, NULL);
}

/* Takes *table* over (transfer full). */
void
tq_flow_add_table (TqFlow *flow, TqTable *table)
{
  add_block (flow, TQ_BLOCK_TABLE, NULL, NULL)->table = table;
}

/* *count* ruled lines to write on by hand, under an optional *caption*. */
void
tq_flow_add_lines (TqFlow *flow, const char *caption, guint count)
{
  add_block (flow, TQ_BLOCK_LINES, caption, NULL)->count = count;
}

/* Boxes to tick; items with a value are printed ticked (transfer none). */
TqBlock *
tq_flow_add_ticks (TqFlow *flow, const char *caption)
{
  return add_block (flow, TQ_BLOCK_TICKS, caption, NULL);
}

/* Places to sign or to set a fingerprint, in *columns* columns; an item is a name and an office,
 * and may have neither (transfer none). */
TqBlock *
tq_flow_add_signatures (TqFlow *flow, guint columns)
{
  g_return_val_if_fail (columns >= 1 && columns <= 6, NULL);
  TqBlock *block = add_block (flow, TQ_BLOCK_SIGNATURES, NULL, NULL);
  block->count = columns;
  return block;
}

/* A QR code of *payload*, with *caption* beside it. */
void
tq_flow_add_code (TqFlow *flow, const char *payload, const char *caption)
{
  g_return_if_fail (payload != NULL);
  add_block (flow, TQ_BLOCK_CODE, caption, payload);
}

/* The letters of a seal, large and in groups, and if wanted all *digits* of it (nullable). */
void
tq_flow_add_digest (TqFlow *flow, const char *caption, const char *letters, const char *digits)
{
  g_return_if_fail (letters != NULL);
  add_block (flow, TQ_BLOCK_DIGEST, caption, letters)->value = g_strdup (digits);
}

/* A drawing with words and a large figure (both nullable). */
void
tq_flow_add_figure (TqFlow *flow, TqDrawing drawing, const char *caption, const char *figure)
{
  add_block (flow, TQ_BLOCK_FIGURE, caption, figure)->drawing = drawing;
}

/* *count* flows of equal width side by side, which stay on one page: returns the first and puts the
 * others, from the left, into *out_others* (transfer none). One flow alone is a group that is not
 * divided. */
TqFlow *
tq_flow_add_columns (TqFlow *flow, guint count, TqFlow **out_others)
{
  g_return_val_if_fail (count >= 1 && count <= 4, NULL);
  TqBlock *block = add_block (flow, TQ_BLOCK_COLUMNS, NULL, NULL);
  block->flows = g_ptr_array_new_with_free_func (free_flow);
  for (guint i = 0; i < count; i++) {
    TqFlow *column = tq_flow_new ();
    g_ptr_array_add (block->flows, column);
    if (i > 0)
      out_others[i - 1] = column;
  }
  return g_ptr_array_index (block->flows, 0);
}

/* What follows begins on a new page (TQ_BLOCK_PAGE_BREAK), unless a page after the first has room
 * for all of it, or is cut off (TQ_BLOCK_CUT). */
void
tq_flow_add_break (TqFlow *flow, TqBlockKind kind)
{
  g_return_if_fail (kind == TQ_BLOCK_PAGE_BREAK || kind == TQ_BLOCK_CUT);
  add_block (flow, kind, NULL, NULL);
}
