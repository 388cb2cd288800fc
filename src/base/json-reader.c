/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* A JSON file as a tree to look things up in. It is strict (json-cursor.c), refuses a name that
 * stands twice in one object, and knows the line of every value, so that a fault can be told as
 * FILE:LINE.
 *
 * The tree is a list of small nodes in the order of the file, eight bytes each: where the value
 * begins in the bytes that were kept, and how many nodes it spans. The first byte tells its type
 * and the bytes are its text, so fifteen million numbers take 120 MiB beside the file. An object's
 * node is followed by name, value, name, value; an array's by its items. A value's line is counted
 * only when it is asked for, from the last place that was asked for. */
#include "base/json-reader.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/json-cursor.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

typedef struct {
  guint32 start; /* offset of the first byte */
  guint32 span;  /* nodes, this one included */
} Node;

struct _TqJson {
  char *bytes;
  gsize length;
  Node *nodes;
  guint32 n_nodes;
  guint32 room;
  GArray *fed_lines;  /* offsets of line feeds that no line ends at: unescaped */
  GArray *lost_lines; /* offsets of line feeds that a NUL took the place of */
  gsize seen_offset;  /* the last line that was counted */
  guint seen_line;
};

static gboolean
set_no_memory (GError **error)
{
  g_set_error_literal (error,
                       TQ_ERROR,
                       TQ_ERROR_OVERFLOW,
                       _ ("The file is too big for the memory of this computer."));
  return FALSE;
}

static gboolean
add_node (TqJson *json, gsize start, GError **error)
{
  if (json->n_nodes == json->room) {
    const gsize room = (gsize) json->room + json->room / 4 + 64;
    Node *grown = room < G_MAXUINT32 ? g_try_realloc_n (json->nodes, room, sizeof (Node)) : NULL;
    if (grown == NULL)
      return set_no_memory (error);
    json->nodes = grown;
    json->room = (guint32) room;
  }
  json->nodes[json->n_nodes++] = (Node){ (guint32) start, 1 };
  return TRUE;
}

static const char *
text_at (const TqJson *json, guint32 index)
{
  return json->bytes + json->nodes[index].start + 1;
}

static int
compare_names (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const TqJson *json = user_data;
  return strcmp (text_at (json, *(const guint32 *) a), text_at (json, *(const guint32 *) b));
}

static guint32
skip (const TqJson *json, guint32 index)
{
  /* NOLINTNEXTLINE(clang-analyzer-core.*): every node below n_nodes has been written */
  return index + json->nodes[index].span;
}

/* Refuses a name that stands twice in the object at *index*, whose members have all been read. */
static gboolean
check_names (TqJson *json, guint32 index, GError **error)
{
  const guint32 end = skip (json, index);
  g_autoptr (GArray) names = NULL;
  gboolean sorted = TRUE;
  guint32 count = 0, before = 0;
  for (guint32 i = index + 1; i < end; i = skip (json, i + 1)) {
    sorted = sorted && (before == 0 || strcmp (text_at (json, before), text_at (json, i)) < 0);
    before = i;
    count++;
  }
  if (count > TQ_JSON_MEMBERS_MAX)
    return tq_json_node_set_error ((TqJsonNode){ json, index },
                                   error,
                                   _ ("found %u members in one object; expected at most %u."),
                                   count,
                                   TQ_JSON_MEMBERS_MAX);
  if (sorted)
    return TRUE;
  names = g_array_sized_new (FALSE, FALSE, sizeof (guint32), count);
  for (guint32 i = index + 1; i < end; i = skip (json, i + 1))
    g_array_append_val (names, i);
  g_array_sort_with_data (names, compare_names, json);
  for (guint i = 1; i < names->len; i++) {
    const guint32 *pair = &g_array_index (names, guint32, i - 1);
    if (compare_names (pair, pair + 1, json) == 0)
      return tq_json_node_set_error ((TqJsonNode){ json, MAX (pair[0], pair[1]) },
                                     error,
                                     _ ("found the name “%.60s” a second time; expected it once."),
                                     text_at (json, pair[0]));
  }
  return TRUE;
}

/* Puts a NUL behind the number that ends at *end*, once what stood there has been read. */
static void
end_number (TqJson *json, guint32 end)
{
  if (json->bytes[end] == '\n')
    g_array_append_val (json->lost_lines, end);
  json->bytes[end] = '\0';
}

/* Ends the object or array at *index*: what was read since then is inside it. */
static gboolean
close_node (TqJson *json, guint32 index, TqJsonEvent event, GError **error)
{
  g_assert (index < json->n_nodes && json->nodes != NULL);
  json->nodes[index].span = json->n_nodes - index;
  return event != TQ_JSON_EVENT_END_OBJECT || check_names (json, index, error);
}

static gboolean
build (TqJson *json, TqJsonCursor *cursor, GError **error)
{
  guint32 open[TQ_JSON_DEPTH_MAX] = { 0 };
  guint depth = 0;
  guint32 number_end = 0; /* 0: the event before was not a number */
  TqJsonEvent event = TQ_JSON_EVENT_NULL;
  while (event != TQ_JSON_EVENT_END) {
    if (!tq_json_cursor_next (cursor, &event, error))
      return FALSE;
    if (number_end != 0)
      end_number (json, number_end);
    number_end = event == TQ_JSON_EVENT_NUMBER ? (guint32) (cursor->start + cursor->length) : 0;
    if (event == TQ_JSON_EVENT_END_OBJECT || event == TQ_JSON_EVENT_END_ARRAY) {
      if (!close_node (json, open[--depth], event, error))
        return FALSE;
    } else if (event != TQ_JSON_EVENT_END) {
      if (event == TQ_JSON_EVENT_BEGIN_OBJECT || event == TQ_JSON_EVENT_BEGIN_ARRAY)
        open[depth++] = json->n_nodes;
      if (!add_node (json, cursor->start, error))
        return FALSE;
    }
  }
  return TRUE;
}

static TqJson *
read_owned (char *bytes, gsize length, GError **error)
{
  g_autoptr (TqJson) json = g_new0 (TqJson, 1);
  TqJsonCursor cursor;
  json->bytes = bytes;
  json->length = length;
  json->fed_lines = g_array_new (FALSE, FALSE, sizeof (guint32));
  json->lost_lines = g_array_new (FALSE, FALSE, sizeof (guint32));
  json->seen_line = 1;
  if (!tq_json_cursor_start (&cursor, bytes, length, error))
    return NULL;
  cursor.fed_lines = json->fed_lines;
  if (!build (json, &cursor, error))
    return NULL;
  return g_steal_pointer (&json);
}

static gboolean
check_size (gsize length, gsize max_bytes, GError **error)
{
  if (length <= max_bytes)
    return TRUE;
  g_set_error (error,
               TQ_ERROR,
               TQ_ERROR_OVERFLOW,
               _ ("The file has more than %zu bytes, the most that is read. Split it."),
               max_bytes);
  return FALSE;
}

/* Reads *length* bytes, at most *max_bytes* (under 4 GiB), which it copies (transfer full). Raises
 * TQ_ERROR_OVERFLOW, or TQ_ERROR_FORMAT with the line in front of the message. */
TqJson *
tq_json_read (const char *bytes, gsize length, gsize max_bytes, GError **error)
{
  g_return_val_if_fail (max_bytes < G_MAXUINT32, NULL);
  if (!check_size (length, max_bytes, error))
    return NULL;
  char *copy = g_try_malloc (length + 1);
  if (copy == NULL) {
    set_no_memory (error);
    return NULL;
  }
  memcpy (copy, bytes, length);
  copy[length] = '\0';
  return read_owned (copy, length, error);
}

/* Reads what *fd* gives, up to one byte beyond *max_bytes*, so that too much is seen as such. */
static gboolean
read_all (int fd, const char *path, gsize max_bytes, GString *out, GError **error)
{
  for (;;) {
    const gsize room = MIN (max_bytes + 1 - out->len, 1u << 20);
    const gsize before = out->len;
    if (room == 0)
      return check_size (out->len, max_bytes, error);
    g_string_set_size (out, before + room);
    const gssize got = read (fd, out->str + before, room);
    g_string_truncate (out, before + (got > 0 ? (gsize) got : 0));
    if (got == 0)
      return TRUE;
    if (got < 0 && errno != EINTR)
      return tq_error_set_unreadable (error, path, errno);
  }
}

/* Reads the file at *path*, at most *max_bytes* of it (transfer full). Raises TQ_ERROR_NOT_FOUND,
 * TQ_ERROR_STORE, TQ_ERROR_OVERFLOW, or TQ_ERROR_FORMAT with "PATH:LINE: " in front of the message.
 * */
TqJson *
tq_json_reader_load_file (const char *path, gsize max_bytes, GError **error)
{
  struct stat status;
  g_return_val_if_fail (path != NULL && max_bytes < G_MAXUINT32, NULL);
  const int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
  if (fd < 0) {
    tq_error_set_unreadable (error, path, errno);
    return NULL;
  }
  const gsize expected =
    fstat (fd, &status) == 0 && status.st_size > 0 ? (gsize) status.st_size : 0;
  g_autoptr (GString) text = g_string_sized_new (MIN (expected, max_bytes) + 2);
  const gboolean done = read_all (fd, path, max_bytes, text, error);
  close (fd);
  if (!done)
    return NULL;
  const gsize length = text->len;
  TqJson *json = read_owned (g_string_free (g_steal_pointer (&text), FALSE), length, error);
  if (json == NULL && (error == NULL || g_error_matches (*error, TQ_ERROR, TQ_ERROR_FORMAT)))
    g_prefix_error (error, "%s:", path);
  return json;
}

void
tq_json_free (TqJson *json)
{
  if (json == NULL)
    return;
  g_clear_pointer (&json->fed_lines, g_array_unref);
  g_clear_pointer (&json->lost_lines, g_array_unref);
  g_free (json->nodes);
  g_free (json->bytes);
  g_free (json);
}

TqJsonNode
tq_json_get_root (TqJson *json)
{
  return (TqJsonNode){ json, 0 };
}

TqJsonType
tq_json_node_get_type (TqJsonNode node)
{
  g_return_val_if_fail (node.json != NULL, TQ_JSON_NULL);
  switch (node.json->bytes[node.json->nodes[node.index].start]) {
  case '{':
    return TQ_JSON_OBJECT;
  case '[':
    return TQ_JSON_ARRAY;
  case '"':
    return TQ_JSON_STRING;
  case 't':
  case 'f':
    return TQ_JSON_BOOL;
  case 'n':
    return TQ_JSON_NULL;
  default:
    return TQ_JSON_NUMBER;
  }
}

/* The value of the member *key* of an object; its json is NULL where there is none. */
TqJsonNode
tq_json_node_find (TqJsonNode object, const char *key)
{
  TqJsonIter iter;
  TqJsonNode value;
  const char *name = NULL;
  g_return_val_if_fail (object.json != NULL && key != NULL, (TqJsonNode){ NULL });
  tq_json_iter_init (&iter, object);
  while (iter.in_object && tq_json_iter_next (&iter, &name, &value))
    if (strcmp (name, key) == 0)
      return value;
  return (TqJsonNode){ NULL, 0 };
}

static guint
count_before (const GArray *offsets, gsize from, gsize to)
{
  guint count = 0;
  for (guint i = 0; i < offsets->len; i++) {
    const guint32 offset = g_array_index (offsets, guint32, i);
    count += offset >= from && offset < to ? 1 : 0;
  }
  return count;
}

/* The line on which the value begins, from 1. */
guint
tq_json_node_get_line (TqJsonNode node)
{
  TqJson *json = node.json;
  g_return_val_if_fail (json != NULL, 0);
  const gsize offset = json->nodes[node.index].start;
  if (offset < json->seen_offset) {
    json->seen_offset = 0;
    json->seen_line = 1;
  }
  guint line = json->seen_line;
  for (gsize i = json->seen_offset; i < offset; i++)
    line += json->bytes[i] == '\n' ? 1 : 0;
  line -= count_before (json->fed_lines, json->seen_offset, offset);
  line += count_before (json->lost_lines, json->seen_offset, offset);
  json->seen_offset = offset;
  json->seen_line = line;
  return line;
}

/* How many members or items; counted each time. */
guint
tq_json_node_get_count (TqJsonNode container)
{
  guint count = 0;
  TqJsonIter iter;
  tq_json_iter_init (&iter, container);
  while (tq_json_iter_next (&iter, NULL, NULL))
    count++;
  return count;
}

/* A text unescaped, or a number as it was written; NULL for any other type. */
const char *
tq_json_node_get_text (TqJsonNode node)
{
  switch (tq_json_node_get_type (node)) {
  case TQ_JSON_STRING:
    return text_at (node.json, node.index);
  case TQ_JSON_NUMBER:
    return node.json->bytes + node.json->nodes[node.index].start;
  case TQ_JSON_OBJECT:
  case TQ_JSON_ARRAY:
  case TQ_JSON_BOOL:
  case TQ_JSON_NULL:
  default:
    return NULL;
  }
}

gboolean
tq_json_node_get_bool (TqJsonNode node)
{
  g_return_val_if_fail (tq_json_node_get_type (node) == TQ_JSON_BOOL, FALSE);
  return node.json->bytes[node.json->nodes[node.index].start] == 't';
}

/* A whole number. Raises TQ_ERROR_FORMAT, with the line, for another type, a fraction, an exponent
 * and what is beyond 64 bits. */
gboolean
tq_json_node_get_int64 (TqJsonNode node, gint64 *out_value, GError **error)
{
  if (tq_json_node_get_type (node) != TQ_JSON_NUMBER)
    return tq_json_node_set_error (node, error, _ ("found something else; expected a number."));
  const char *text = tq_json_node_get_text (node);
  if (strpbrk (text, ".eE") != NULL)
    return tq_json_node_set_error (node,
                                   error,
                                   _ ("found the number %.60s; expected a whole number."),
                                   text);
  errno = 0;
  const gint64 value = g_ascii_strtoll (text, NULL, 10);
  if (errno != 0)
    return tq_json_node_set_error (node,
                                   error,
                                   _ ("found the number %.60s; expected one of at most 64 bits."),
                                   text);
  *out_value = value;
  return TRUE;
}

/* Raises TQ_ERROR_FORMAT at the value: "LINE: " and the message. Returns FALSE. */
gboolean
tq_json_node_set_error (TqJsonNode node, GError **error, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error, TQ_ERROR, TQ_ERROR_FORMAT, "%u: %s", tq_json_node_get_line (node), message);
  return FALSE;
}

/* Begins at the first member or item; a value that is neither object nor array has none. */
void
tq_json_iter_init (TqJsonIter *iter, TqJsonNode container)
{
  const TqJsonType type = tq_json_node_get_type (container);
  *iter = (TqJsonIter){ .container = container, .in_object = type == TQ_JSON_OBJECT };
  iter->next = container.index + 1;
  iter->end = iter->next;
  if (container.json != NULL)
    iter->end = skip (container.json, container.index);
}

/* The next member or item; *out_key* is NULL in an array. Both outs are (optional). FALSE at the
 * end. */
gboolean
tq_json_iter_next (TqJsonIter *iter, const char **out_key, TqJsonNode *out_value)
{
  TqJson *json = iter->container.json;
  if (iter->next >= iter->end)
    return FALSE;
  if (out_key != NULL)
    *out_key = iter->in_object ? text_at (json, iter->next) : NULL;
  const guint32 value = iter->next + (iter->in_object ? 1 : 0);
  if (out_value != NULL)
    *out_value = (TqJsonNode){ json, value };
  iter->next = skip (json, value);
  return TRUE;
}
