/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "service/journal-list.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* One entry with its lines, for reading. */
#define TQ_TYPE_ENTRY_VIEW (tq_entry_view_get_type ())
G_DECLARE_FINAL_TYPE (TqEntryView, tq_entry_view, TQ, ENTRY_VIEW, AdwBin)

void tq_entry_view_show (TqEntryView *view, TqBook *book, TqJournalRow *row);

G_END_DECLS
