/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "service/book.h"
#include "service/draft-line.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* An entry that is being written, as it was typed. Properties: "day", "text"; read-only "lines" (of
 * TqDraftLine), "day-words" (the day in full, "" while it is none), "balance" (a sentence about the
 * two sides, "" while there is nothing to say), "even" (whether both sides are equal). */
#define TQ_TYPE_ENTRY_DRAFT (tq_entry_draft_get_type ())
G_DECLARE_FINAL_TYPE (TqEntryDraft, tq_entry_draft, TQ, ENTRY_DRAFT, GObject)

gboolean tq_entry_draft_find_day (TqBook *book, TqDay today, TqDay *out_day, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
TqEntryDraft *
tq_entry_draft_new (TqBook *book, TqDay today, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean
tq_entry_draft_copy (TqEntryDraft *draft, gint64 event, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GListModel *tq_entry_draft_list_lines (TqEntryDraft *draft);
void tq_entry_draft_add_line (TqEntryDraft *draft);
void tq_entry_draft_remove_line (TqEntryDraft *draft, TqDraftLine *line);
void tq_entry_draft_step_day (TqEntryDraft *draft, int days);
gboolean tq_entry_draft_is_empty (TqEntryDraft *draft);
gboolean tq_entry_draft_post (TqEntryDraft *draft,
                              gint64 *out_event,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

GStrv tq_entry_draft_dup_account_names (TqEntryDraft *draft);
GStrv tq_entry_draft_dup_party_names (TqEntryDraft *draft);

G_END_DECLS
