/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TQ_JSON_DEPTH_MAX 64u

typedef enum {
  TQ_JSON_EVENT_BEGIN_OBJECT,
  TQ_JSON_EVENT_END_OBJECT,
  TQ_JSON_EVENT_BEGIN_ARRAY,
  TQ_JSON_EVENT_END_ARRAY,
  TQ_JSON_EVENT_KEY,
  TQ_JSON_EVENT_STRING,
  TQ_JSON_EVENT_NUMBER,
  TQ_JSON_EVENT_TRUE,
  TQ_JSON_EVENT_FALSE,
  TQ_JSON_EVENT_NULL,
  TQ_JSON_EVENT_END, /* the whole text was read */
} TqJsonEvent;

/* A stack value over bytes that the caller owns and that the cursor changes: a text is unescaped
 * where it stands. The first fields are for the reader of events, the rest is private. */
typedef struct {
  const char *text; /* KEY and STRING: unescaped, ends with NUL; NUMBER: as written, see length */
  gsize length;     /* bytes of text */
  gsize start;      /* where the event begins in the bytes */
  guint line;       /* where it begins, from 1 */

  char *bytes;
  gsize at;
  gsize end;
  guint at_line;
  guint depth;
  guint8 state;
  gboolean in_object[TQ_JSON_DEPTH_MAX];
  GArray *fed_lines; /* (nullable): gets the offset of every line feed that an escape put there */
} TqJsonCursor;

gboolean tq_json_cursor_start (TqJsonCursor *cursor, char *bytes, gsize length, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_json_cursor_next (TqJsonCursor *cursor,
                              TqJsonEvent *out_event,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
