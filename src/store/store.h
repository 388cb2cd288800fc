/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "store/event.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define TQ_STORE_APPLICATION_ID 0x54455155 /* "TEQU" */
#define TQ_STORE_VERSION 1                 /* user_version: the format of the book */

typedef enum {
  TQ_STORE_READ,  /* shares the book with other readers */
  TQ_STORE_WRITE, /* alone with the book */
} TqStoreMode;

#define TQ_TYPE_STORE (tq_store_get_type ())
G_DECLARE_FINAL_TYPE (TqStore, tq_store, TQ, STORE, GObject)

TqStore *tq_store_create (const char *path,
                          const TqEventKind *kinds,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
TqStore *tq_store_open (const char *path,
                        TqStoreMode mode,
                        const TqEventKind *kinds,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
TqStore *tq_store_open_snapshot (const char *path,
                                 const TqEventKind *kinds,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
TqStore *tq_store_new_memory (const TqEventKind *kinds, GError **error) G_GNUC_WARN_UNUSED_RESULT;

const char *tq_store_get_path (TqStore *store);
const TqEventKind *tq_store_get_kinds (TqStore *store);
gint64 tq_store_get_last_seq (TqStore *store);

G_END_DECLS
