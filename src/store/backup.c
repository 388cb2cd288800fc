/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "store/backup.h"

#include "base/error.h"
#include "base/i18n.h"
#include "store/statement.h"
#include "store/store-private.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gstdio.h>
#include <unistd.h>

static const char vacuum_sql[] = "VACUUM INTO :path";

static gboolean
sync_path (const char *path, int flags)
{
  const int fd = open (path, flags | O_CLOEXEC);
  if (fd < 0)
    return FALSE;
  const gboolean done = fsync (fd) == 0;
  return close (fd) == 0 && done;
}

static gboolean
set_write_error (const char *path, GError **error)
{
  g_set_error (error,
               TQ_ERROR,
               TQ_ERROR_STORE,
               _ ("Cannot write “%s”: %s."),
               path,
               g_strerror (errno));
  return FALSE;
}

/* Writes a consistent copy of the open book to *path*, which must not exist, and makes it durable.
 * The copy is not verified here. SQLite leaves a partial copy behind on a full disk: it is removed.
 * */
gboolean
tq_backup_write (TqStore *store, const char *path, GError **error)
{
  if (g_file_test (path, G_FILE_TEST_EXISTS)) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_CONFLICT,
                 _ ("There is a file “%s” already. Choose another name."),
                 path);
    return FALSE;
  }
  sqlite3_limit (store->db, SQLITE_LIMIT_ATTACHED, 1);
  const gboolean reading = store->mode == TQ_STORE_READ;
  gboolean done = !reading || tq_store_exec (store, "PRAGMA query_only=OFF", error);
  done =
    done && tq_statement_execute (store, vacuum_sql, TQ_BINDINGS (TQ_TEXT (":path", path)), error);
  if (reading && !tq_store_exec (store, "PRAGMA query_only=ON", NULL))
    store->poisoned = TRUE;
  sqlite3_limit (store->db, SQLITE_LIMIT_ATTACHED, 0);
  if (done && (g_chmod (path, 0600) != 0 || !sync_path (path, O_RDONLY)))
    done = set_write_error (path, error);
  if (!done)
    g_unlink (path);
  return done;
}

/* Gives a finished copy its name and makes that durable too. */
gboolean
tq_backup_place (const char *temporary, const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  if (g_rename (temporary, path) != 0 || !sync_path (folder, O_RDONLY | O_DIRECTORY))
    return set_write_error (path, error);
  return TRUE;
}
