/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "base/json-cursor.h"

G_BEGIN_DECLS

#define TQ_JSON_SOURCE_BYTES_MAX (96u << 20)

/* A JSON file of ballots that is read event by event; the last event is kept. */
typedef struct {
  char *path;
  char *bytes;
  TqJsonCursor cursor;
  TqJsonEvent event;
} TqJsonSource;

/* Reads the value of the member whose name was just read. */
typedef gboolean (*TqJsonMemberFunc) (gpointer reader, GError **error);

gboolean tq_json_source_open (TqJsonSource *source,
                              const char *path,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
void tq_json_source_clear (TqJsonSource *source);
gboolean tq_json_source_next (TqJsonSource *source, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_json_source_read_members (TqJsonSource *source,
                                      TqJsonMemberFunc read_member,
                                      gpointer reader,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_json_source_skip (TqJsonSource *source, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean
tq_json_source_set_fault (const TqJsonSource *source, const char *expected, GError **error);
gboolean tq_json_source_set_fault_at (const TqJsonSource *source,
                                      const char *found,
                                      const char *expected,
                                      GError **error);
gboolean tq_json_source_get_whole (const TqJsonSource *source,
                                   gint64 max,
                                   const char *expected,
                                   gint64 *out_value,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *tq_json_source_dup_text (const TqJsonSource *source) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TqJsonSource, tq_json_source_clear)

G_END_DECLS
