/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The lines of a file that somebody else wrote. However large the file is, one buffer of fixed size
 * holds what is being read; a line that does not fit into TQ_LINE_MAX bytes ends the reading.
 *
 * 1. Only a regular file is read, and it is never written to.
 * 2. Every line handed out is UTF-8 without control characters (but for the tab) and without its
 *    end (LF or CR LF); the message about a bad byte gives its offset in the file.
 * 3. A byte order mark at the start of the file is passed over.
 * 4. On the way from start to end the SHA-256 of all bytes is kept, which names the source. */
#include "exchange/line-reader.h"

#include "base/error.h"
#include "base/i18n.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BUFFER_SIZE ((gsize) TQ_LINE_MAX * 4)

static gboolean
fail_file (const char *path, int code, GError **error)
{
  g_set_error (error,
               TQ_ERROR,
               TQ_ERROR_NOT_FOUND,
               _ ("Cannot read “%s”: %s."),
               path,
               g_strerror (code));
  return FALSE;
}

/* Opens the file at *path* for reading from its start. Raises TQ_ERROR_NOT_FOUND, and
 * TQ_ERROR_FORMAT for what is no regular file. */
gboolean
tq_line_reader_open (TqLineReader *reader, const char *path, GError **error)
{
  struct stat status;
  const int fd = open (path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
  if (fd < 0)
    return fail_file (path, errno, error);
  if (fstat (fd, &status) != 0 || !S_ISREG (status.st_mode)) {
    close (fd);
    g_set_error (error, TQ_ERROR, TQ_ERROR_FORMAT, _ ("“%s” is not a file."), path);
    return FALSE;
  }
  *reader = (TqLineReader){ .fd = fd, .size = status.st_size, .hashing = TRUE };
  reader->name = g_path_get_basename (path);
  reader->buffer = g_malloc (BUFFER_SIZE + 1);
  reader->hasher.checksum = g_checksum_new (G_CHECKSUM_SHA256);
  return TRUE;
}

void
tq_line_reader_clear (TqLineReader *reader)
{
  if (reader->buffer != NULL)
    close (reader->fd);
  g_clear_pointer (&reader->buffer, g_free);
  g_clear_pointer (&reader->name, g_free);
  g_clear_pointer (&reader->hasher.checksum, g_checksum_free);
}

/* Puts back the byte that the end of the last line took, so that the line can be read again. */
static void
restore_cut (TqLineReader *reader)
{
  if (reader->cut != NULL)
    *reader->cut = reader->cut_byte;
  reader->cut = NULL;
}

/* The next lines start at *offset*, which begins line number *line*. Ends the hashing. */
void
tq_line_reader_seek (TqLineReader *reader, gint64 offset, gint64 line)
{
  restore_cut (reader);
  reader->hashing = FALSE;
  reader->line = line - 1;
  const gint64 buffered = offset - reader->buffer_offset;
  if (buffered >= 0 && buffered <= (gint64) reader->end) {
    reader->start = (gsize) buffered;
    return;
  }
  reader->buffer_offset = offset;
  reader->start = reader->end = 0;
}

/* The SHA-256 of the bytes read so far, without a domain, as any other program computes it. */
void
tq_line_reader_finish_digest (TqLineReader *reader, TqDigest *out_digest)
{
  reader->hashing = FALSE;
  tq_hasher_finish (&reader->hasher, out_digest);
}

/* Moves what is left to the front of the buffer and reads more behind it. */
static gboolean
fill (TqLineReader *reader, GError **error)
{
  memmove (reader->buffer, reader->buffer + reader->start, reader->end - reader->start);
  reader->buffer_offset += (gint64) reader->start;
  reader->end -= reader->start;
  reader->start = 0;
  const gint64 at = reader->buffer_offset + (gint64) reader->end;
  ssize_t count;
  do
    count = pread (reader->fd, reader->buffer + reader->end, BUFFER_SIZE - reader->end, at);
  while (count < 0 && errno == EINTR);
  if (count < 0)
    return fail_file (reader->name, errno, error);
  if (reader->hashing)
    tq_hasher_feed (&reader->hasher, reader->buffer + reader->end, (gsize) count);
  reader->end += (gsize) count;
  return TRUE;
}

static gboolean
check_line (const TqLineReader *reader, const char *line, gsize length, GError **error)
{
  gboolean ascii = TRUE;
  for (gsize i = 0; i < length; i++) {
    const guchar c = (guchar) line[i];
    if ((c < 0x20 && c != '\t') || c == 0x7f) {
      g_set_error (error,
                   TQ_ERROR,
                   TQ_ERROR_FORMAT,
                   _ ("%s:%lld: found the control character U+%04X at byte %lld of the file, "
                      "expected text."),
                   reader->name,
                   (long long) reader->line,
                   (guint) c,
                   (long long) reader->line_offset + (long long) i + 1);
      return FALSE;
    }
    ascii = ascii && c < 0x80;
  }
  const char *bad = NULL;
  if (ascii || g_utf8_validate_len (line, length, &bad))
    return TRUE;
  g_set_error (error,
               TQ_ERROR,
               TQ_ERROR_FORMAT,
               _ ("%s:%lld: found a byte that is not UTF-8 (byte %lld of the file). Save the file "
                  "as UTF-8 and try again."),
               reader->name,
               (long long) reader->line,
               (long long) reader->line_offset + (bad - line) + 1);
  return FALSE;
}

/* Finds the end of the line that starts at reader->start; FALSE with no error where more must be
 * read. */
static gboolean
find_line (TqLineReader *reader, gboolean at_end, gsize *out_length, gsize *out_taken)
{
  const char *line = reader->buffer + reader->start;
  const gsize available = reader->end - reader->start;
  const char *newline = memchr (line, '\n', available);
  if (newline == NULL && !(at_end && available > 0))
    return FALSE;
  gsize length = newline != NULL ? (gsize) (newline - line) : available;
  *out_taken = newline != NULL ? length + 1 : length;
  if (length > 0 && line[length - 1] == '\r')
    length--;
  *out_length = length;
  return TRUE;
}

/* Hands out the next line, NUL-terminated and valid until the next call, or NULL after the last.
 * Raises TQ_ERROR_FORMAT for a line that is too long or is no text. */
gboolean
tq_line_reader_next (TqLineReader *reader, char **out_line, GError **error)
{
  gsize length = 0, taken = 0;
  gboolean at_end = FALSE;
  restore_cut (reader);
  while (!find_line (reader, at_end, &length, &taken)) {
    if (at_end) {
      *out_line = NULL;
      return TRUE;
    }
    const gsize before = reader->end - reader->start;
    if (before <= TQ_LINE_MAX && !fill (reader, error))
      return FALSE;
    at_end = reader->end - reader->start == before;
  }
  reader->line++;
  reader->line_offset = reader->buffer_offset + (gint64) reader->start;
  char *line = reader->buffer + reader->start;
  reader->start += taken;
  if (length > TQ_LINE_MAX) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_FORMAT,
                 _ ("%s:%lld: found a line of more than %u bytes, expected shorter lines."),
                 reader->name,
                 (long long) reader->line,
                 TQ_LINE_MAX);
    return FALSE;
  }
  reader->cut = line + length;
  reader->cut_byte = line[length];
  line[length] = '\0';
  if (reader->line_offset == 0 && g_str_has_prefix (line, "\xef\xbb\xbf")) {
    line += 3;
    length -= 3;
  }
  if (!check_line (reader, line, length, error))
    return FALSE;
  *out_line = line;
  return TRUE;
}
