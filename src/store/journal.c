/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* A journal beside a book, when it is opened: something was interrupted while it was written, and
 * SQLite takes the half-written change back by itself. But a journal can also lie beside the wrong
 * book, when files were copied by hand from a stick; then SQLite would write pages of another book
 * into this one. Nobody can tell the two apart beforehand, so:
 *
 * 1. Whoever writes first copies book and journal; only when the opened book is sound is the copy
 *    thrown away. Otherwise the pair is put back, byte for byte, and the person is told.
 * 2. Whoever only reads works on a copy in the folder for temporary files, and the pair stays as it
 *    is.
 * 3. An opening may be interrupted as well. A whole copy that stands there at the next one is put
 *    back before anything else; a copy is whole once the book's has its name, which it gets last.
 *    A file of that name without a journal beside it or beside the book is a person's, and stays.
 * 4. Files are copied only before SQLite opens them in this process, since closing a file drops the
 *    locks that SQLite holds on it. */
#include "store/journal.h"

#include "base/error.h"
#include "base/i18n.h"
#include "store/backup.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

#define BLOCK_BYTES 65536
#define COPY_NAME "book.tequio"
#define COPY_TAIL "-opening" /* as nobody calls a copy that they make by hand */

static char *
dup_journal (const char *path)
{
  return g_strconcat (path, "-journal", NULL);
}

gboolean
tq_journal_is_beside (const char *path)
{
  g_autofree char *journal = dup_journal (path);
  return g_file_test (journal, G_FILE_TEST_EXISTS);
}

static gboolean
set_copy_error (const char *path, GError **error)
{
  g_set_error (error,
               TQ_ERROR,
               TQ_ERROR_STORE,
               _ ("Cannot copy “%s”, which is needed because a journal lies beside the book: %s."),
               path,
               g_strerror (errno));
  return FALSE;
}

/* Where the copy goes (transfer full): beside the book, or *apart* in a new folder of its own. */
char *
tq_journal_dup_copy_path (const char *path, gboolean apart, GError **error)
{
  if (!apart)
    return g_strconcat (path, COPY_TAIL, NULL);
  g_autofree char *folder = g_dir_make_tmp ("tequio-XXXXXX", error);
  return folder != NULL ? g_build_filename (folder, COPY_NAME, NULL) : NULL;
}

static gboolean
copy_bytes (int from, int to)
{
  g_autofree guint8 *block = g_malloc (BLOCK_BYTES);
  for (;;) {
    const gssize got = read (from, block, BLOCK_BYTES);
    if (got <= 0)
      return got == 0 && fsync (to) == 0;
    for (gssize done = 0; done < got;) {
      const gssize put = write (to, block + done, (gsize) (got - done));
      if (put < 0)
        return FALSE;
      done += put;
    }
  }
}

static gboolean
copy_file (const char *path, const char *copy, GError **error)
{
  const int from = open (path, O_RDONLY | O_CLOEXEC);
  const int to = from >= 0 ? open (copy, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600) : -1;
  gboolean done = to >= 0 && copy_bytes (from, to);
  if (!done)
    (void) set_copy_error (path, error);
  if (to >= 0 && close (to) != 0 && done)
    done = set_copy_error (path, error);
  if (from >= 0)
    close (from);
  return done;
}

/* Copies book and journal and makes that durable; nothing is left of a copy that failed. Raises
 * TQ_ERROR_STORE. */
gboolean
tq_journal_copy (const char *path, const char *copy, GError **error)
{
  g_autofree char *journal = dup_journal (path);
  g_autofree char *journal_copy = dup_journal (copy);
  g_autofree char *part = g_strconcat (copy, ".part", NULL);
  if (copy_file (journal, journal_copy, error) && copy_file (path, part, error) &&
      tq_backup_place (part, copy, error))
    return TRUE;
  tq_journal_discard (copy, FALSE);
  return FALSE;
}

/* Puts the pair back as it was, the journal first, so that an interrupted one can be taken up
 * again. The book is another file then: a lock on it must be taken anew. Raises TQ_ERROR_STORE. */
gboolean
tq_journal_restore (const char *path, const char *copy, GError **error)
{
  g_autofree char *journal = dup_journal (path);
  g_autofree char *journal_copy = dup_journal (copy);
  const gboolean moved =
    g_rename (journal_copy, journal) == 0 || !g_file_test (journal_copy, G_FILE_TEST_EXISTS);
  return (moved && g_rename (copy, path) == 0) || set_copy_error (path, error);
}

/* Puts back or clears away what an opening left that was interrupted (rule 3). The caller holds the
 * book alone; where *out_restored* it must take the lock anew. Raises TQ_ERROR_STORE. */
gboolean
tq_journal_recover (const char *path, gboolean *out_restored, GError **error)
{
  g_autofree char *copy = tq_journal_dup_copy_path (path, FALSE, NULL);
  const gboolean there = g_file_test (copy, G_FILE_TEST_EXISTS);
  *out_restored = there && (tq_journal_is_beside (copy) || tq_journal_is_beside (path));
  if (*out_restored)
    return tq_journal_restore (path, copy, error);
  if (!there)
    tq_journal_discard (copy, FALSE);
  return TRUE;
}

/* Removes a copy, and the folder in which it lay *apart*. */
void
tq_journal_discard (const char *copy, gboolean apart)
{
  g_autofree char *journal_copy = dup_journal (copy);
  g_autofree char *folder = g_path_get_dirname (copy);
  g_autofree char *part = g_strconcat (copy, ".part", NULL);
  (void) g_unlink (copy);
  (void) g_unlink (journal_copy);
  (void) g_unlink (part);
  if (apart)
    (void) g_rmdir (folder);
}
