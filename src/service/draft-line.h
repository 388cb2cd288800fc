/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* One line of an entry that is being written, as it was typed. Properties: "account", "party",
 * "into", "out-of"; read-only "rest-into", "rest-out-of": the amount that would even out the entry
 * where the line has none yet, else "". */
#define TQ_TYPE_DRAFT_LINE (tq_draft_line_get_type ())
G_DECLARE_FINAL_TYPE (TqDraftLine, tq_draft_line, TQ, DRAFT_LINE, GObject)

TqDraftLine *tq_draft_line_new (void) G_GNUC_WARN_UNUSED_RESULT;
const char *tq_draft_line_get_account (TqDraftLine *line);
const char *tq_draft_line_get_party (TqDraftLine *line);
const char *tq_draft_line_get_into (TqDraftLine *line);
const char *tq_draft_line_get_out_of (TqDraftLine *line);
gboolean tq_draft_line_is_empty (TqDraftLine *line);
void tq_draft_line_set_rest (TqDraftLine *line, const char *into, const char *out_of);

G_END_DECLS
