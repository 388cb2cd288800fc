/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Lines of a text file from outside, one at a time: UTF-8 with or without a byte order mark, ended
 * by LF or CRLF. A line longer than 1 MiB, a byte that is not UTF-8 and a NUL are refused with
 * their line, so that neither a picture nor ten million columns take time or memory. */
#include "tally/line-reader.h"

#include "base/error.h"
#include "base/i18n.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#define BOM "\xef\xbb\xbf"

struct _TqLineReader {
  char *path;
  FILE *file;
  char *buffer; /* TQ_LINE_BYTES_MAX + 1 bytes */
  gsize start;  /* of what was not handed out yet */
  gsize end;
  guint number;
  gboolean at_end;
};

/* Opens *path* (transfer full). Raises TQ_ERROR_NOT_FOUND or TQ_ERROR_STORE. */
TqLineReader *
tq_line_reader_open (const char *path, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);
  FILE *file = g_fopen (path, "rb");
  if (file == NULL) {
    tq_error_set_unreadable (error, path, errno);
    return NULL;
  }
  TqLineReader *reader = g_new0 (TqLineReader, 1);
  reader->path = g_strdup (path);
  reader->file = file;
  reader->buffer = g_malloc (TQ_LINE_BYTES_MAX + 1);
  return reader;
}

void
tq_line_reader_free (TqLineReader *reader)
{
  (void) fclose (reader->file);
  g_free (reader->path);
  g_free (reader->buffer);
  g_free (reader);
}

/* Moves what is left to the front and fills up. */
static gboolean
fill (TqLineReader *reader, GError **error)
{
  memmove (reader->buffer, reader->buffer + reader->start, reader->end - reader->start);
  reader->end -= reader->start;
  reader->start = 0;
  const gsize room = TQ_LINE_BYTES_MAX - reader->end;
  const gsize got = fread (reader->buffer + reader->end, 1, room, reader->file);
  reader->end += got;
  reader->at_end = got < room;
  if (ferror (reader->file) != 0) {
    tq_error_set_unreadable (error, reader->path, errno);
    return FALSE;
  }
  return TRUE;
}

/* Cuts line end and byte order mark, and checks the bytes. */
static gboolean
take_line (TqLineReader *reader, gsize length, char **out_line, GError **error)
{
  char *line = reader->buffer + reader->start;
  if (length > 0 && line[length - 1] == '\r')
    length--;
  line[length] = '\0';
  if (reader->number == 1 && g_str_has_prefix (line, BOM)) {
    line += strlen (BOM);
    length -= strlen (BOM);
  }
  const char *bad = NULL;
  if (!g_utf8_validate (line, (gssize) length, &bad))
    return tq_line_reader_set_error (
      reader,
      error,
      _ ("found the byte 0x%02x as number %u of the line, expected text in UTF-8. Save the file as "
         "UTF-8."),
      (guint) (guchar) *bad,
      (guint) (bad - line) + 1);
  *out_line = line;
  return TRUE;
}

/* Hands out the next line, NULL behind the last one; it may be written to and is good until the
 * next call. Raises TQ_ERROR_FORMAT with the place, or TQ_ERROR_STORE. */
gboolean
tq_line_reader_next (TqLineReader *reader, char **out_line, GError **error)
{
  g_return_val_if_fail (reader != NULL && out_line != NULL, FALSE);
  char *from = reader->buffer + reader->start;
  char *mark = memchr (from, '\n', reader->end - reader->start);
  if (mark == NULL && !reader->at_end) {
    if (!fill (reader, error))
      return FALSE;
    from = reader->buffer;
    mark = memchr (from, '\n', reader->end);
  }
  if (mark == NULL && reader->start == reader->end) {
    *out_line = NULL;
    return TRUE;
  }
  reader->number++;
  if (mark == NULL && !reader->at_end)
    return tq_line_reader_set_error (
      reader,
      error,
      _ ("found a line longer than %u bytes, expected shorter ones."),
      TQ_LINE_BYTES_MAX);
  const gsize length = mark != NULL ? (gsize) (mark - from) : reader->end - reader->start;
  if (!take_line (reader, length, out_line, error))
    return FALSE;
  reader->start += length + (mark != NULL ? 1 : 0);
  return TRUE;
}

/* Number of the line handed out last, from 1. */
guint
tq_line_reader_get_number (const TqLineReader *reader)
{
  return reader->number;
}

/* Raises TQ_ERROR_FORMAT with "FILE:LINE: " before the sentence; returns FALSE. */
gboolean
tq_line_reader_set_error (const TqLineReader *reader, GError **error, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *cut = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  /* A text that was cut to a number of bytes may end within a letter. */
  g_autofree char *sentence = g_utf8_make_valid (cut, -1);
  g_set_error (error,
               TQ_ERROR,
               TQ_ERROR_FORMAT,
               "%s:%u: %s",
               reader->path,
               MAX (reader->number, 1),
               sentence);
  return FALSE;
}
