/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "reports/drawing.h"
#include "reports/table.h"

G_BEGIN_DECLS

typedef enum {
  TQ_BLOCK_HEADING,    /* level 1 to 3, text */
  TQ_BLOCK_PARAGRAPH,  /* text */
  TQ_BLOCK_VERBATIM,   /* label: who said it; text: the words, unchanged */
  TQ_BLOCK_PAIRS,      /* items: label and value */
  TQ_BLOCK_TABLE,      /* table */
  TQ_BLOCK_LINES,      /* label; count of ruled lines to write on by hand */
  TQ_BLOCK_TICKS,      /* label; items: label, value "x" where ticked */
  TQ_BLOCK_SIGNATURES, /* items: name and office; count of columns */
  TQ_BLOCK_CODE,       /* text: payload of a QR code; label: caption */
  TQ_BLOCK_DIGEST,     /* label; text: letters; value: the grouped digits (nullable) */
  TQ_BLOCK_FIGURE,     /* label; text: a large figure (nullable); drawing */
  TQ_BLOCK_COLUMNS,    /* flows side by side */
  TQ_BLOCK_PAGE_BREAK,
  TQ_BLOCK_CUT, /* where the paper is cut apart */
} TqBlockKind;

typedef struct {
  char *label;
  char *value;
  gboolean number; /* of a pair: set figure under figure with the other numbers of its block */
} TqBlockItem;

/* One block of a document; the comment at its kind says which fields count. */
typedef struct {
  TqBlockKind kind;
  guint level;
  guint count;
  char *label;
  char *text;
  char *value;
  TqDrawing drawing;
  TqTable *table;
  GPtrArray *items; /* of TqBlockItem */
  GPtrArray *flows; /* of TqFlow */
} TqBlock;

TqBlock *tq_block_new (TqBlockKind kind) G_GNUC_WARN_UNUSED_RESULT;
void tq_block_free (TqBlock *block);

void tq_block_add_item (TqBlock *block, const char *label, const char *value);
void tq_block_add_number (TqBlock *block, const char *label, const char *value);
const TqBlockItem *tq_block_get_item (const TqBlock *block, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqBlock, tq_block_free)

G_END_DECLS
