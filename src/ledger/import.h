/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* One file of another program that was taken into the book. */
typedef struct {
  gint64 event; /* 0 while it is written */
  char *format;
  char *file_name; /* without its folder */
  TqDigest file_digest;
  gint64 entries_read;
  gint64 entries_posted; /* the others were there already, or moved nothing */
  gint64 first_entry;    /* 0 where none was posted */
  char *notes;           /* one line for everything left out, inferred or guessed */
} TqImport;

void tq_import_clear (TqImport *import);
gboolean tq_import_append (TqStore *store,
                           const TqAct *act,
                           const TqImport *import,
                           gint64 *out_event,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_import_apply (TqStore *store, const TqEvent *event, TqDecoder *body, GError **error);
gboolean
tq_import_load_last_day (TqStore *store, TqDay *out_day, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GHashTable *
tq_import_load_identities (TqStore *store, TqDay day, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TqImport, tq_import_clear)

G_END_DECLS
