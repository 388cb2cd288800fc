/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "store/store.h"

#include <sqlite3.h>

G_BEGIN_DECLS

#define TQ_STORE_ROW_MAX (16 * 1024 * 1024)                 /* bytes that SQLite takes in one row */
#define TQ_STORE_BODY_MAX ((guint) TQ_STORE_ROW_MAX - 1024) /* what is left for an event's body */

struct _TqStore {
  GObject parent_instance;
  sqlite3 *db;
  char *path; /* (nullable): NULL for a book in memory */
  char *copy; /* (nullable): the private copy that is read, beside whose book a journal lies */
  const TqEventKind *kinds;
  GHashTable *kinds_by_name;
  GHashTable *pool; /* SQL text (by address) -> GPtrArray of idle sqlite3_stmt */
  int lock_fd;      /* -1, or the flock that holds the book; closed after the database */
  TqStoreMode mode;
  gpointer transaction; /* the open TqTransaction, borrowed (nullable) */
  TqDigest last_hash;
  gint64 last_seq;
  gboolean last_known;
  gboolean poisoned; /* a commit failed half-way: reopen before anything else */
};

void tq_store_set_sqlite_error (sqlite3 *db, int code, GError **error);
gboolean tq_store_exec (TqStore *store, const char *sql, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_store_load_last (TqStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
