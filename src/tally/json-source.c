/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* A JSON file of ballots as a stream of events: no tree is built, so that 300,000 ballots of 50
 * answers need no more than the bytes of the file. Every fault names the file, the line, what was
 * found there and what was expected. */
#include "tally/json-source.h"

#include "base/error.h"
#include "base/i18n.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#define CHUNK ((gsize) 1 << 20)

static gboolean
set_too_large (const char *path, GError **error)
{
  g_set_error (error,
               TQ_ERROR,
               TQ_ERROR_FORMAT,
               _ ("%s:1: found more than %u bytes; expected a smaller file."),
               path,
               TQ_JSON_SOURCE_BYTES_MAX);
  return FALSE;
}

static gboolean
read_all (int fd, TqJsonSource *source, gsize *out_length, GError **error)
{
  gsize length = 0, room = 0;
  for (;;) {
    if (length > TQ_JSON_SOURCE_BYTES_MAX)
      return set_too_large (source->path, error);
    if (room - length < CHUNK) {
      room = MIN (MAX (room * 2, 2 * CHUNK), (gsize) TQ_JSON_SOURCE_BYTES_MAX + 2 * CHUNK);
      char *grown = g_try_realloc (source->bytes, room);
      if (grown == NULL)
        return set_too_large (source->path, error);
      source->bytes = grown;
    }
    const gssize got = read (fd, source->bytes + length, CHUNK - 1);
    if (got == 0)
      break;
    if (got < 0 && errno != EINTR)
      return tq_error_set_unreadable (error, source->path, errno);
    length += got > 0 ? (gsize) got : 0;
  }
  source->bytes[length] = '\0';
  *out_length = length;
  return TRUE;
}

/* Opens the file at *path*. Raises TQ_ERROR_NOT_FOUND, TQ_ERROR_STORE or TQ_ERROR_FORMAT. Clear the
 * source in either case. */
gboolean
tq_json_source_open (TqJsonSource *source, const char *path, GError **error)
{
  gsize length = 0;
  *source = (TqJsonSource){ .path = g_strdup (path) };
  const int fd = open (path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
  if (fd < 0)
    return tq_error_set_unreadable (error, path, errno);
  const gboolean done = read_all (fd, source, &length, error);
  (void) close (fd);
  if (!done)
    return FALSE;
  if (tq_json_cursor_start (&source->cursor, source->bytes, length, error))
    return TRUE;
  g_prefix_error (error, "%s:", path);
  return FALSE;
}

void
tq_json_source_clear (TqJsonSource *source)
{
  g_clear_pointer (&source->path, g_free);
  g_clear_pointer (&source->bytes, g_free);
}

/* Reads the next event into source->event. */
gboolean
tq_json_source_next (TqJsonSource *source, GError **error)
{
  if (tq_json_cursor_next (&source->cursor, &source->event, error))
    return TRUE;
  g_prefix_error (error, "%s:", source->path);
  return FALSE;
}

/* Reads the one object of a file to its closing bracket, each member with *read_member*. */
gboolean
tq_json_source_read_members (TqJsonSource *source,
                             TqJsonMemberFunc read_member,
                             gpointer reader,
                             GError **error)
{
  if (!tq_json_source_next (source, error))
    return FALSE;
  if (source->event != TQ_JSON_EVENT_BEGIN_OBJECT)
    return tq_json_source_set_fault (source, _ ("an object in curly brackets"), error);
  for (;;) {
    if (!tq_json_source_next (source, error))
      return FALSE;
    if (source->event == TQ_JSON_EVENT_END_OBJECT)
      return TRUE;
    if (!read_member (reader, error))
      return FALSE;
  }
}

/* Reads to the end of the value whose first event was just read. */
gboolean
tq_json_source_skip (TqJsonSource *source, GError **error)
{
  guint depth = 0;
  for (;;) {
    if (source->event == TQ_JSON_EVENT_BEGIN_OBJECT || source->event == TQ_JSON_EVENT_BEGIN_ARRAY)
      depth++;
    if (source->event == TQ_JSON_EVENT_END_OBJECT || source->event == TQ_JSON_EVENT_END_ARRAY)
      depth--;
    if (depth == 0)
      return TRUE;
    if (!tq_json_source_next (source, error))
      return FALSE;
  }
}

/* What the last event is, for a message (transfer full). */
static char *
dup_found (const TqJsonSource *source)
{
  const TqJsonCursor *cursor = &source->cursor;
  switch (source->event) {
  case TQ_JSON_EVENT_BEGIN_OBJECT:
    return g_strdup ("“{”");
  case TQ_JSON_EVENT_END_OBJECT:
    return g_strdup ("“}”");
  case TQ_JSON_EVENT_BEGIN_ARRAY:
    return g_strdup ("“[”");
  case TQ_JSON_EVENT_END_ARRAY:
    return g_strdup ("“]”");
  case TQ_JSON_EVENT_KEY:
  case TQ_JSON_EVENT_STRING: {
    g_autofree char *start = g_strndup (cursor->text, MIN (cursor->length, 60));
    g_autofree char *valid = g_utf8_make_valid (start, -1);
    return g_strdup_printf ("“%s”", valid);
  }
  case TQ_JSON_EVENT_NUMBER:
    return g_strdup_printf ("%.*s", (int) MIN (cursor->length, 60), cursor->text);
  case TQ_JSON_EVENT_TRUE:
    return g_strdup ("true");
  case TQ_JSON_EVENT_FALSE:
    return g_strdup ("false");
  case TQ_JSON_EVENT_NULL:
    return g_strdup ("null");
  case TQ_JSON_EVENT_END:
  default:
    return g_strdup (_ ("the end of the file"));
  }
}

/* Raises TQ_ERROR_FORMAT at the last event. Returns FALSE. */
gboolean
tq_json_source_set_fault_at (const TqJsonSource *source,
                             const char *found,
                             const char *expected,
                             GError **error)
{
  g_set_error (error,
               TQ_ERROR,
               TQ_ERROR_FORMAT,
               _ ("%s:%u: found %s; expected %s."),
               source->path,
               source->cursor.line,
               found,
               expected);
  return FALSE;
}

/* The same, where what was found is the last event itself. */
gboolean
tq_json_source_set_fault (const TqJsonSource *source, const char *expected, GError **error)
{
  g_autofree char *found = dup_found (source);
  return tq_json_source_set_fault_at (source, found, expected, error);
}

/* The last event as a whole number from 0 to *max*; *expected* says what was looked for and is
 * marked for translation with N_: to translate it costs more than to read a number. */
gboolean
tq_json_source_get_whole (const TqJsonSource *source,
                          gint64 max,
                          const char *expected,
                          gint64 *out_value,
                          GError **error)
{
  gint64 value = 0;
  gsize i = 0;
  if (source->event != TQ_JSON_EVENT_NUMBER)
    return tq_json_source_set_fault (source, _ (expected), error);
  for (; i < source->cursor.length && g_ascii_isdigit (source->cursor.text[i]); i++) {
    value = value * 10 + (source->cursor.text[i] - '0');
    if (value > max)
      break;
  }
  if (i < source->cursor.length)
    return tq_json_source_set_fault (source, _ (expected), error);
  *out_value = value;
  return TRUE;
}

/* The text of the last event, a text or a number as it was written (transfer full). */
char *
tq_json_source_dup_text (const TqJsonSource *source)
{
  return g_strndup (source->cursor.text, source->cursor.length);
}
