/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "service/book.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* One line of an entry, for reading. Read-only properties: "account", "party", "into", "out-of". */
#define TQ_TYPE_ENTRY_LINE (tq_entry_line_get_type ())
G_DECLARE_FINAL_TYPE (TqEntryLine, tq_entry_line, TQ, ENTRY_LINE, GObject)

GListModel *
tq_entry_lines_load (TqBook *book, gint64 event, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
