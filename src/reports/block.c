/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "reports/block.h"

static void
free_item (gpointer data)
{
  TqBlockItem *item = data;
  g_free (item->label);
  g_free (item->value);
  g_free (item);
}

/* A block without content (transfer full). */
TqBlock *
tq_block_new (TqBlockKind kind)
{
  TqBlock *block = g_new0 (TqBlock, 1);
  block->kind = kind;
  block->items = g_ptr_array_new_with_free_func (free_item);
  return block;
}

void
tq_block_free (TqBlock *block)
{
  g_free (block->label);
  g_free (block->text);
  g_free (block->value);
  g_clear_pointer (&block->table, tq_table_free);
  g_ptr_array_unref (block->items);
  g_clear_pointer (&block->flows, g_ptr_array_unref);
  g_free (block);
}

static TqBlockItem *
add_item (TqBlock *block, const char *label, const char *value)
{
  TqBlockItem *item = g_new0 (TqBlockItem, 1);
  item->label = g_strdup (label);
  item->value = g_strdup (value);
  g_ptr_array_add (block->items, item);
  return item;
}

/* Adds a pair, a box to tick or a signature. */
void
tq_block_add_item (TqBlock *block, const char *label, const char *value)
{
  add_item (block, label, value);
}

/* Adds a pair whose value is an amount or a count. */
void
tq_block_add_number (TqBlock *block, const char *label, const char *value)
{
  add_item (block, label, value)->number = TRUE;
}

const TqBlockItem *
tq_block_get_item (const TqBlock *block, guint index)
{
  return g_ptr_array_index (block->items, index);
}
