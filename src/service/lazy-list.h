/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "service/book.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a reading found: the keys in their order, and what the rows need beside them. */
typedef struct {
  GArray *keys; /* of gint64 */
  gpointer extra;
  GDestroyNotify free_extra;
} TqListReading;

#define TQ_TYPE_LAZY_LIST (tq_lazy_list_get_type ())
G_DECLARE_DERIVABLE_TYPE (TqLazyList, tq_lazy_list, TQ, LAZY_LIST, GObject)

struct _TqLazyListClass {
  GObjectClass parent_class;
  GType row_type;
  /* What the next reading is asked for, its own copy (transfer full, nullable). */
  gpointer (*dup_request) (TqLazyList *list);
  void (*free_request) (gpointer request);
  /* Reads keys and what belongs to them; runs in a thread, on a connection of its own. */
  gboolean (*read) (TqStore *store, gpointer request, TqListReading *out_found, GError **error);
  /* Makes one row (transfer full) when it is first seen. */
  gpointer (*load_row) (TqLazyList *list, TqStore *store, gint64 key, gpointer extra);
};

void tq_lazy_list_set_book (TqLazyList *list, TqBook *book);
void tq_lazy_list_refresh (TqLazyList *list);
TqBook *tq_lazy_list_get_book (TqLazyList *list);
gboolean tq_lazy_list_is_loading (TqLazyList *list);
const char *tq_lazy_list_get_fault (TqLazyList *list);
guint tq_lazy_list_find (TqLazyList *list, gint64 key);

G_END_DECLS
