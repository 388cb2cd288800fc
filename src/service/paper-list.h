/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "service/book.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* A paper of a case that can be printed by now. Read-only property "title". */
#define TQ_TYPE_PAPER_ITEM (tq_paper_item_get_type ())
G_DECLARE_FINAL_TYPE (TqPaperItem, tq_paper_item, TQ, PAPER_ITEM, GObject)

GListModel *
tq_paper_list_load (TqBook *book, gint64 of_case, GError **error) G_GNUC_WARN_UNUSED_RESULT;

const char *tq_paper_item_get_title (TqPaperItem *item);
char *tq_paper_item_dup_file_name (TqPaperItem *item) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_paper_item_write (TqPaperItem *item, TqBook *book, const char *path, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
