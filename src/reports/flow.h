/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "reports/block.h"

G_BEGIN_DECLS

/* Blocks one under the other: the body of a document, or one of several columns in it. */
typedef struct {
  GPtrArray *blocks; /* of TqBlock */
} TqFlow;

TqFlow *tq_flow_new (void) G_GNUC_WARN_UNUSED_RESULT;
void tq_flow_free (TqFlow *flow);

void tq_flow_add_heading (TqFlow *flow, guint level, const char *text);
void tq_flow_add_paragraph (TqFlow *flow, const char *text);
void tq_flow_add_verbatim (TqFlow *flow, const char *who, const char *words);
TqBlock *tq_flow_add_pairs (TqFlow *flow);
void tq_flow_add_table (TqFlow *flow, TqTable *table);
void tq_flow_add_lines (TqFlow *flow, const char *caption, guint count);
TqBlock *tq_flow_add_ticks (TqFlow *flow, const char *caption);
TqBlock *tq_flow_add_signatures (TqFlow *flow, guint columns);
void tq_flow_add_code (TqFlow *flow, const char *payload, const char *caption);
void
tq_flow_add_digest (TqFlow *flow, const char *caption, const char *letters, const char *digits);
void tq_flow_add_figure (TqFlow *flow, TqDrawing drawing, const char *caption, const char *figure);
TqFlow *tq_flow_add_columns (TqFlow *flow, guint count, TqFlow **out_others);
void tq_flow_add_break (TqFlow *flow, TqBlockKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqFlow, tq_flow_free)

G_END_DECLS
