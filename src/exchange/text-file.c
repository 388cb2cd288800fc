/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The lines of a file that somebody else wrote. However large the file is, one buffer of fixed size
 * holds what is being read; a line that does not fit into TQ_TEXT_FILE_LINE_MAX bytes ends the
 * reading.
 *
 * 1. Only a regular file is read, and it is never written to.
 * 2. Every line handed out is UTF-8 without control characters (but for the tab) and without its
 *    end (LF or CR LF); the message about a bad byte gives its offset in the file.
 * 3. A byte order mark at the start of the file is passed over.
 * 4. On the way from start to end the SHA-256 of all bytes is kept, which names the source. */
#include "exchange/text-file.h"

#include "base/error.h"
#include "base/i18n.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BUFFER_SIZE ((gsize) TQ_TEXT_FILE_LINE_MAX * 4)

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
tq_text_file_open (TqTextFile *file, const char *path, GError **error)
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
  *file = (TqTextFile){ .fd = fd, .size = status.st_size, .hashing = TRUE };
  file->name = g_path_get_basename (path);
  file->buffer = g_malloc (BUFFER_SIZE + 1);
  file->hasher.checksum = g_checksum_new (G_CHECKSUM_SHA256);
  return TRUE;
}

void
tq_text_file_clear (TqTextFile *file)
{
  if (file->buffer != NULL)
    close (file->fd);
  g_clear_pointer (&file->buffer, g_free);
  g_clear_pointer (&file->name, g_free);
  g_clear_pointer (&file->hasher.checksum, g_checksum_free);
}

/* Puts back the byte that the end of the last line took, so that the line can be read again. */
static void
restore_cut (TqTextFile *file)
{
  if (file->cut != NULL)
    *file->cut = file->cut_byte;
  file->cut = NULL;
}

/* The next lines start at *offset*, which begins line number *line*. Ends the hashing. */
void
tq_text_file_seek (TqTextFile *file, gint64 offset, gint64 line)
{
  restore_cut (file);
  file->hashing = FALSE;
  file->line = line - 1;
  const gint64 buffered = offset - file->buffer_offset;
  if (buffered >= 0 && buffered <= (gint64) file->end) {
    file->start = (gsize) buffered;
    return;
  }
  file->buffer_offset = offset;
  file->start = file->end = 0;
}

/* The SHA-256 of the bytes read so far, without a domain, as any other program computes it. */
void
tq_text_file_finish_digest (TqTextFile *file, TqDigest *out_digest)
{
  file->hashing = FALSE;
  tq_hasher_finish (&file->hasher, out_digest);
}

/* Moves what is left to the front of the buffer and reads more behind it. */
static gboolean
fill (TqTextFile *file, GError **error)
{
  memmove (file->buffer, file->buffer + file->start, file->end - file->start);
  file->buffer_offset += (gint64) file->start;
  file->end -= file->start;
  file->start = 0;
  const gint64 at = file->buffer_offset + (gint64) file->end;
  ssize_t count;
  do
    count = pread (file->fd, file->buffer + file->end, BUFFER_SIZE - file->end, at);
  while (count < 0 && errno == EINTR);
  if (count < 0)
    return fail_file (file->name, errno, error);
  if (file->hashing)
    tq_hasher_feed (&file->hasher, file->buffer + file->end, (gsize) count);
  file->end += (gsize) count;
  return TRUE;
}

static gboolean
check_line (const TqTextFile *file, const char *line, gsize length, GError **error)
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
                   file->name,
                   (long long) file->line,
                   (guint) c,
                   (long long) file->line_offset + (long long) i + 1);
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
               file->name,
               (long long) file->line,
               (long long) file->line_offset + (bad - line) + 1);
  return FALSE;
}

/* Finds the end of the line that starts at file->start; FALSE with no error where more must be
 * read. */
static gboolean
find_line (TqTextFile *file, gboolean at_end, gsize *out_length, gsize *out_taken)
{
  const char *line = file->buffer + file->start;
  const gsize available = file->end - file->start;
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
tq_text_file_next (TqTextFile *file, char **out_line, GError **error)
{
  gsize length = 0, taken = 0;
  gboolean at_end = FALSE;
  restore_cut (file);
  while (!find_line (file, at_end, &length, &taken)) {
    if (at_end) {
      *out_line = NULL;
      return TRUE;
    }
    const gsize before = file->end - file->start;
    if (before <= TQ_TEXT_FILE_LINE_MAX && !fill (file, error))
      return FALSE;
    at_end = file->end - file->start == before;
  }
  file->line++;
  file->line_offset = file->buffer_offset + (gint64) file->start;
  char *line = file->buffer + file->start;
  file->start += taken;
  if (length > TQ_TEXT_FILE_LINE_MAX) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_FORMAT,
                 _ ("%s:%lld: found a line of more than %u bytes, expected shorter lines."),
                 file->name,
                 (long long) file->line,
                 TQ_TEXT_FILE_LINE_MAX);
    return FALSE;
  }
  file->cut = line + length;
  file->cut_byte = line[length];
  line[length] = '\0';
  if (file->line_offset == 0 && g_str_has_prefix (line, "\xef\xbb\xbf")) {
    line += 3;
    length -= 3;
  }
  if (!check_line (file, line, length, error))
    return FALSE;
  *out_line = line;
  return TRUE;
}
