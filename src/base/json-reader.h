/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TQ_JSON_MEMBERS_MAX 1000000u

typedef enum {
  TQ_JSON_OBJECT,
  TQ_JSON_ARRAY,
  TQ_JSON_STRING,
  TQ_JSON_NUMBER,
  TQ_JSON_BOOL,
  TQ_JSON_NULL,
} TqJsonType;

/* A file that was read; it owns the texts of its nodes. */
typedef struct _TqJson TqJson;

/* A value of the file, passed by value and good as long as the TqJson lives. Where nothing was
 * found its json is NULL. */
typedef struct {
  TqJson *json;
  guint32 index;
} TqJsonNode;

/* Walks over an object's members or an array's items, in the order of the file. */
typedef struct {
  TqJsonNode container;
  guint32 next;
  guint32 end;
  gboolean in_object;
} TqJsonIter;

TqJson *tq_json_read (const char *bytes, gsize length, gsize max_bytes, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
TqJson *tq_json_reader_load_file (const char *path,
                                  gsize max_bytes,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
void tq_json_free (TqJson *json);

TqJsonNode tq_json_get_root (TqJson *json);
TqJsonNode tq_json_node_find (TqJsonNode object, const char *key);
TqJsonType tq_json_node_get_type (TqJsonNode node);
guint tq_json_node_get_line (TqJsonNode node);
guint tq_json_node_get_count (TqJsonNode container);
const char *tq_json_node_get_text (TqJsonNode node);
gboolean tq_json_node_get_bool (TqJsonNode node);
gboolean tq_json_node_get_int64 (TqJsonNode node,
                                 gint64 *out_value,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_json_node_set_error (TqJsonNode node, GError **error, const char *format, ...)
  G_GNUC_PRINTF (3, 4);

void tq_json_iter_init (TqJsonIter *iter, TqJsonNode container);
gboolean tq_json_iter_next (TqJsonIter *iter, const char **out_key, TqJsonNode *out_value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqJson, tq_json_free)

G_END_DECLS
