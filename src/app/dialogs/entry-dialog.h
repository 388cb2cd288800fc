/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "service/entry-draft.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* The form for a new entry. Signal "posted" (number of the entry). */
#define TQ_TYPE_ENTRY_DIALOG (tq_entry_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TqEntryDialog, tq_entry_dialog, TQ, ENTRY_DIALOG, AdwWindow)

TqEntryDialog *
tq_entry_dialog_new (GtkWindow *parent, TqEntryDraft *draft) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
