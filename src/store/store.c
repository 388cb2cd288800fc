/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "store/store.h"

#include "base/error.h"
#include "base/i18n.h"
#include "store/journal.h"
#include "store/lock.h"
#include "store/schema.h"
#include "store/statement.h"
#include "store/store-private.h"
#include "store/transaction.h"
#include "store/verify.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/stat.h>
#include <unistd.h>

#define STRINGIFY_(value) #value
#define STRINGIFY(value) STRINGIFY_ (value)

G_DEFINE_FINAL_TYPE (TqStore, tq_store, G_TYPE_OBJECT)

static void
tq_store_finalize (GObject *object)
{
  TqStore *store = TQ_STORE (object);
  g_clear_pointer (&store->pool, g_hash_table_unref);
  g_clear_pointer (&store->kinds_by_name, g_hash_table_unref);
  if (store->db != NULL && sqlite3_close (store->db) != SQLITE_OK)
    g_critical ("a statement outlives its store: %s", sqlite3_errmsg (store->db));
  if (store->lock_fd >= 0)
    close (store->lock_fd);
  if (store->copy != NULL)
    tq_journal_discard (store->copy, TRUE);
  g_free (store->copy);
  g_free (store->path);
  G_OBJECT_CLASS (tq_store_parent_class)->finalize (object);
}

static void
tq_store_class_init (TqStoreClass *class)
{
  G_OBJECT_CLASS (class)->finalize = tq_store_finalize;
}

static void
free_idle (gpointer idle)
{
  g_ptr_array_unref (idle);
}

static void
tq_store_init (TqStore *store)
{
  store->lock_fd = -1;
  store->pool = g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, free_idle);
  store->kinds_by_name = g_hash_table_new (g_str_hash, g_str_equal);
}

static void
set_kinds (TqStore *store, const TqEventKind *kinds)
{
  store->kinds = kinds;
  for (const TqEventKind *kind = kinds; kind->name != NULL; kind++)
    g_hash_table_insert (store->kinds_by_name,
                         (gpointer) (guintptr) kind->name,
                         (gpointer) (guintptr) kind);
}

gboolean
tq_store_exec (TqStore *store, const char *sql, GError **error)
{
  const int code = sqlite3_exec (store->db, sql, NULL, NULL, NULL);
  if (code == SQLITE_OK)
    return TRUE;
  tq_store_set_sqlite_error (store->db, code, error);
  return FALSE;
}

/* The settings of every connection; books.md and DECISIONS.md say why each. */
static gboolean
configure (TqStore *store, GError **error)
{
  static const char pragmas[] =
    "PRAGMA journal_mode=DELETE; PRAGMA synchronous=EXTRA; PRAGMA foreign_keys=ON;"
    "PRAGMA recursive_triggers=ON; PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON;"
    "PRAGMA mmap_size=0; PRAGMA secure_delete=ON; PRAGMA temp_store=MEMORY;"
    "PRAGMA cache_size=-16000;";
  sqlite3 *db = store->db;
  sqlite3_extended_result_codes (db, 1);
  sqlite3_busy_timeout (db, 5000);
  const gboolean set =
    sqlite3_db_config (db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL) == SQLITE_OK &&
    sqlite3_db_config (db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL) == SQLITE_OK &&
    sqlite3_db_config (db, SQLITE_DBCONFIG_DQS_DML, 0, NULL) == SQLITE_OK &&
    sqlite3_db_config (db, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, NULL) == SQLITE_OK &&
    sqlite3_db_config (db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL) == SQLITE_OK;
  g_assert (set);
  sqlite3_limit (db, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_limit (db, SQLITE_LIMIT_LENGTH, TQ_STORE_ROW_MAX);
  sqlite3_limit (db, SQLITE_LIMIT_SQL_LENGTH, 100000);
  sqlite3_limit (db, SQLITE_LIMIT_EXPR_DEPTH, 50);
  sqlite3_limit (db, SQLITE_LIMIT_VARIABLE_NUMBER, 60);
  return tq_store_exec (store, pragmas, error);
}

/* SQLite's account of its memory costs a lock on every allocation and nobody reads it. */
static gpointer
set_up_sqlite (gpointer data)
{
  return GINT_TO_POINTER (sqlite3_config (SQLITE_CONFIG_MEMSTATUS, 0));
}

static TqStore *
open_database (const char *path, int flags, const TqEventKind *kinds, GError **error)
{
  static GOnce once = G_ONCE_INIT;
  g_once (&once, set_up_sqlite, NULL);
  g_autoptr (TqStore) store = g_object_new (TQ_TYPE_STORE, NULL);
  set_kinds (store, kinds);
  const int code = sqlite3_open_v2 (path,
                                    &store->db,
                                    flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_PRIVATECACHE,
                                    NULL);
  if (code != SQLITE_OK) {
    tq_store_set_sqlite_error (store->db, code, error);
    return NULL;
  }
  return g_steal_pointer (&store);
}

static gboolean
write_schema (TqStore *store, GError **error)
{
  static const char identity[] = "PRAGMA application_id=" STRINGIFY (
    TQ_STORE_APPLICATION_ID) ";"
                             "PRAGMA user_version=" STRINGIFY (TQ_STORE_VERSION);
  store->mode = TQ_STORE_WRITE;
  g_autoptr (TqTransaction) transaction = NULL;
  store->last_known = TRUE;
  transaction = tq_transaction_begin (store, error);
  return transaction != NULL && tq_store_exec (store, identity, error) &&
         tq_schema_create (store, error) && tq_transaction_commit (transaction, error);
}

/* Makes a new, empty book at *path* and holds it (transfer full). Raises TQ_ERROR_CONFLICT where
 * there is a file already: nothing is ever overwritten. */
TqStore *
tq_store_create (const char *path, const TqEventKind *kinds, GError **error)
{
  g_return_val_if_fail (path != NULL && kinds != NULL, NULL);
  const int fd = open (path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0) {
    const gboolean exists = g_file_test (path, G_FILE_TEST_EXISTS);
    if (exists)
      g_set_error (error,
                   TQ_ERROR,
                   TQ_ERROR_CONFLICT,
                   _ ("There is a file “%s” already. Choose another name."),
                   path);
    else
      g_set_error (error,
                   TQ_ERROR,
                   TQ_ERROR_STORE,
                   _ ("Cannot make the book “%s”. Look at the folder and its permissions."),
                   path);
    return NULL;
  }
  close (fd);
  const int lock = tq_lock_take (path, TQ_STORE_WRITE, error);
  if (lock < 0) {
    g_unlink (path);
    return NULL;
  }
  g_autoptr (TqStore) store = open_database (path, SQLITE_OPEN_READWRITE, kinds, error);
  if (store == NULL) {
    close (lock);
  } else {
    store->lock_fd = lock;
    store->path = g_strdup (path);
    if (configure (store, error) && write_schema (store, error))
      return g_steal_pointer (&store);
  }
  g_unlink (path);
  return NULL;
}

static gboolean
prepare (TqStore *store, TqStoreMode mode, GError **error)
{
  store->mode = mode;
  return configure (store, error) && tq_schema_check (store, error) &&
         tq_store_load_last (store, error) &&
         (mode == TQ_STORE_WRITE || tq_store_exec (store, "PRAGMA query_only=ON", error));
}

/* Opens what *file* holds and takes over *lock*, which is closed where it fails (transfer full). */
static TqStore *
open_locked (const char *path,
             const char *file,
             int lock,
             TqStoreMode mode,
             const TqEventKind *kinds,
             GError **error)
{
  g_autoptr (TqStore) store = open_database (file, SQLITE_OPEN_READWRITE, kinds, error);
  if (store == NULL) {
    close (lock);
    return NULL;
  }
  store->lock_fd = lock;
  store->path = g_strdup (path);
  return prepare (store, mode, error) ? g_steal_pointer (&store) : NULL;
}

static gboolean
is_sound (TqStore *store)
{
  g_auto (TqVerification) found = { 0 };
  return tq_verify_store (store, NULL, NULL, NULL, &found, NULL) && found.fault == NULL;
}

/* Opens for writing a book beside which a journal lies (store/journal.c, rule 1). */
static TqStore *
open_with_journal (const char *path, int lock, const TqEventKind *kinds, GError **error)
{
  g_autofree char *copy = tq_journal_dup_copy_path (path, FALSE, error);
  if (copy == NULL || !tq_journal_copy (path, copy, error)) {
    close (lock);
    return NULL;
  }
  const int second = fcntl (lock, F_DUPFD_CLOEXEC, 0); /* holds the book while it is put back */
  g_autoptr (TqStore) store = open_locked (path, path, lock, TQ_STORE_WRITE, kinds, NULL);
  if (store != NULL && is_sound (store)) {
    g_autofree char *journal = g_strconcat (path, "-journal", NULL);
    (void) g_unlink (journal); /* one that SQLite did not need */
    tq_journal_discard (copy, FALSE);
    close (second);
    return g_steal_pointer (&store);
  }
  g_clear_object (&store);
  if (tq_journal_restore (path, copy, error))
    g_set_error (
      error,
      TQ_ERROR,
      TQ_ERROR_CORRUPT,
      _ ("Beside “%s” lies the journal “%s-journal”, and with it the book is not sound: it "
         "may belong to another book. Both were left as they were. Move the journal to "
         "another folder and verify the book."),
      path,
      path);
  close (second);
  return NULL;
}

/* Opens for reading a copy of a book beside which a journal lies (store/journal.c, rule 2). */
static TqStore *
open_copy (const char *path, int lock, const TqEventKind *kinds, GError **error)
{
  g_autofree char *copy = tq_journal_dup_copy_path (path, TRUE, error);
  if (copy == NULL || !tq_journal_copy (path, copy, error)) {
    if (copy != NULL)
      tq_journal_discard (copy, TRUE);
    close (lock);
    return NULL;
  }
  TqStore *store = open_locked (path, copy, lock, TQ_STORE_READ, kinds, error);
  if (store != NULL)
    store->copy = g_steal_pointer (&copy);
  else
    tq_journal_discard (copy, TRUE);
  return store;
}

/* As tq_lock_take (); who writes first puts back what an interrupted opening left. */
static int
take_lock (const char *path, TqStoreMode mode, GError **error)
{
  gboolean restored = FALSE;
  const int lock = tq_lock_take (path, mode, error);
  if (lock < 0 || mode != TQ_STORE_WRITE)
    return lock;
  const gboolean done = tq_journal_recover (path, &restored, error);
  if (done && !restored)
    return lock;
  close (lock);
  return done ? tq_lock_take (path, mode, error) : -1;
}

/* Opens a book and holds it: alone to write, with other readers to read (transfer full). The header
 * is looked at before SQLite touches the file and the schema before anything else is read. */
TqStore *
tq_store_open (const char *path, TqStoreMode mode, const TqEventKind *kinds, GError **error)
{
  g_return_val_if_fail (path != NULL && kinds != NULL, NULL);
  const int lock = take_lock (path, mode, error);
  if (lock < 0)
    return NULL;
  if (!tq_lock_check_header (lock, path, error)) {
    close (lock);
    return NULL;
  }
  if (!tq_journal_is_beside (path))
    return open_locked (path, path, lock, mode, kinds, error);
  return mode == TQ_STORE_WRITE ? open_with_journal (path, lock, kinds, error)
                                : open_copy (path, lock, kinds, error);
}

/* A further connection of the same process to a book that it holds, for reading in a thread of its
 * own (transfer full). */
TqStore *
tq_store_open_snapshot (const char *path, const TqEventKind *kinds, GError **error)
{
  g_autoptr (TqStore) store = open_database (path, SQLITE_OPEN_READWRITE, kinds, error);
  if (store == NULL)
    return NULL;
  store->path = g_strdup (path);
  store->mode = TQ_STORE_READ;
  if (!configure (store, error) || !tq_store_exec (store, "PRAGMA query_only=ON", error))
    return NULL;
  return g_steal_pointer (&store);
}

/* An empty book in memory, for tests and for the replay of verify (transfer full). */
TqStore *
tq_store_new_memory (const TqEventKind *kinds, GError **error)
{
  g_autoptr (TqStore) store =
    open_database (":memory:", SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, kinds, error);
  if (store == NULL || !configure (store, error) || !write_schema (store, error))
    return NULL;
  return g_steal_pointer (&store);
}

/* Path of the book; NULL for one in memory. */
const char *
tq_store_get_path (TqStore *store)
{
  return store->path;
}

const TqEventKind *
tq_store_get_kinds (TqStore *store)
{
  return store->kinds;
}

/* Number of the last event, as far as this connection knows. */
gint64
tq_store_get_last_seq (TqStore *store)
{
  return store->last_seq;
}
