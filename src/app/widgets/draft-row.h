/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "service/entry-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One line of an entry that is being written. */
#define TQ_TYPE_DRAFT_ROW (tq_draft_row_get_type ())
G_DECLARE_FINAL_TYPE (TqDraftRow, tq_draft_row, TQ, DRAFT_ROW, AdwBin)

GtkWidget *tq_draft_row_new (TqEntryDraft *draft,
                             TqDraftLine *line,
                             const char *const *accounts,
                             const char *const *parties) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
