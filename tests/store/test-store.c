/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "base/error.h"
#include "store-fixture.h"
#include "store/backup.h"
#include "store/lock.h"
#include "store/statement.h"
#include "store/transaction.h"

#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

static gint64
ask_int (TqStore *store, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 value = -1;
  g_assert_true (tq_statement_find_int (store, sql, TQ_BINDINGS (TQ_END), &value, &error));
  g_assert_no_error (error);
  return value;
}

static void
assert_refused (const char *path, TqStoreMode mode, int code, const char *word)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TqStore) store = tq_store_open (path, mode, test_kinds, &error);
  g_assert_null (store);
  g_assert_error (error, TQ_ERROR, code);
  g_assert_nonnull (strstr (error->message, path));
  if (word != NULL)
    g_assert_nonnull (strstr (error->message, word));
}

/* A new book belongs to its owner alone, says what it is in its header, and opens again. */
static void
test_create (void)
{
  char *folder = test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.tequio", NULL);
  g_autofree char *bytes = NULL;
  gsize length = 0;
  GStatBuf info;
  TqStore *store = test_new_book (folder, "a.tequio", 3);
  g_assert_cmpint (tq_store_get_last_seq (store), ==, 3);
  g_assert_cmpstr (tq_store_get_path (store), ==, path);
  g_assert_true (tq_store_get_kinds (store) == test_kinds);
  g_assert_finalize_object (store);
  g_assert_cmpint (g_stat (path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  g_assert_cmpint (memcmp (bytes + 68, "TEQU", 4), ==, 0);
  g_assert_cmpint (bytes[63], ==, TQ_STORE_VERSION);
  store = tq_store_open (path, TQ_STORE_WRITE, test_kinds, NULL);
  g_assert_nonnull (store);
  g_assert_cmpint (tq_store_get_last_seq (store), ==, 3);
  g_assert_finalize_object (store);
  test_remove_folder (folder);
}

/* Nothing is overwritten, and a folder that is not there is said. */
static void
test_create_refused (void)
{
  char *folder = test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "letter.txt", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "no", "a.tequio", NULL);
  g_autofree char *kept = NULL;
  g_autoptr (GError) exists = NULL;
  g_autoptr (GError) missing = NULL;
  g_assert_true (g_file_set_contents (path, "Dear all", -1, NULL));
  g_assert_null (tq_store_create (path, test_kinds, &exists));
  g_assert_error (exists, TQ_ERROR, TQ_ERROR_CONFLICT);
  g_assert_true (g_file_get_contents (path, &kept, NULL, NULL));
  g_assert_cmpstr (kept, ==, "Dear all");
  g_assert_null (tq_store_create (nowhere, test_kinds, &missing));
  g_assert_error (missing, TQ_ERROR, TQ_ERROR_STORE);
  test_remove_folder (folder);
}

/* Every connection has the settings under which no acknowledged act was ever lost. */
static void
test_settings (void)
{
  char *folder = test_make_folder ();
  TqStore *store = test_new_book (folder, "a.tequio", 0);
  static const struct {
    const char *pragma;
    gint64 value;
  } rows[] = {
    { "PRAGMA synchronous", 3 },
    { "PRAGMA foreign_keys", 1 },
    { "PRAGMA recursive_triggers", 1 },
    { "PRAGMA trusted_schema", 0 },
    { "PRAGMA cell_size_check", 1 },
    { "PRAGMA mmap_size", 0 },
    { "PRAGMA secure_delete", 1 },
    { "PRAGMA application_id", TQ_STORE_APPLICATION_ID },
    { "PRAGMA user_version", TQ_STORE_VERSION },
    { "SELECT journal_mode = 'delete' FROM pragma_journal_mode", 1 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_test_message ("%s", rows[i].pragma);
    g_assert_cmpint (ask_int (store, rows[i].pragma), ==, rows[i].value);
  }
  g_assert_finalize_object (store);
  test_remove_folder (folder);
}

/* What is not a book of ours is refused before anything is written, and keeps every byte. */
static void
test_foreign (void)
{
  char *folder = test_make_folder ();
  g_autofree char *text = g_build_filename (folder, "text", NULL);
  g_autofree char *other = g_build_filename (folder, "other.db", NULL);
  g_autofree char *newer = g_build_filename (folder, "newer.tequio", NULL);
  g_autofree char *empty = g_build_filename (folder, "empty", NULL);
  g_assert_true (g_file_set_contents (text, "SQLite format 3, says the letter", -1, NULL));
  g_assert_true (g_file_set_contents (empty, "", 0, NULL));
  test_alter (other, "CREATE TABLE t (a); INSERT INTO t VALUES (1)");
  g_object_unref (test_new_book (folder, "newer.tequio", 1));
  test_alter (newer, "PRAGMA user_version = 2");
  const struct {
    const char *path, *word;
  } rows[] = { { text, "not a book" },
               { other, "not a book" },
               { empty, "not a book" },
               { newer, "newer Tequio" } };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *before = NULL;
    g_autofree char *after = NULL;
    gsize length_before = 0, length_after = 0;
    g_assert_true (g_file_get_contents (rows[i].path, &before, &length_before, NULL));
    assert_refused (rows[i].path, TQ_STORE_WRITE, TQ_ERROR_FORMAT, rows[i].word);
    g_assert_true (g_file_get_contents (rows[i].path, &after, &length_after, NULL));
    g_assert_cmpuint (length_after, ==, length_before);
    g_assert_cmpint (memcmp (after, before, length_before), ==, 0);
  }
  test_remove_folder (folder);
}

/* Places where a lock would mean nothing are refused with their reason. */
static void
test_places (void)
{
  char *folder = test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.tequio", NULL);
  g_autofree char *second = g_build_filename (folder, "b.tequio", NULL);
  g_autofree char *pipe_path = g_build_filename (folder, "pipe", NULL);
  g_autofree char *missing = g_build_filename (folder, "missing", NULL);
  g_object_unref (test_new_book (folder, "a.tequio", 1));
  assert_refused (missing, TQ_STORE_WRITE, TQ_ERROR_NOT_FOUND, NULL);
  assert_refused (folder, TQ_STORE_READ, TQ_ERROR_FORMAT, "not a file");
  g_assert_cmpint (mkfifo (pipe_path, 0600), ==, 0);
  assert_refused (pipe_path, TQ_STORE_READ, TQ_ERROR_FORMAT, "not a file");
  g_assert_cmpint (link (path, second), ==, 0);
  assert_refused (path, TQ_STORE_WRITE, TQ_ERROR_FORBIDDEN, "hard link");
  test_remove_folder (folder);
}

/* Readers share a book; none of them can write to it. */
static void
test_readers (void)
{
  char *folder = test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.tequio", NULL);
  g_autoptr (GError) error = NULL;
  g_object_unref (test_new_book (folder, "a.tequio", 2));
  TqStore *one = tq_store_open (path, TQ_STORE_READ, test_kinds, NULL);
  TqStore *two = tq_store_open (path, TQ_STORE_READ, test_kinds, NULL);
  g_assert_nonnull (one);
  g_assert_nonnull (two);
  g_assert_cmpint (ask_int (two, "SELECT count (*) FROM setting"), ==, 2);
  g_assert_false (test_note (one, "key", "value", NULL, &error));
  g_assert_error (error, TQ_ERROR, TQ_ERROR_FORBIDDEN);
  g_assert_false (tq_statement_execute (one, "DELETE FROM contact", TQ_BINDINGS (TQ_END), NULL));
  g_assert_finalize_object (one);
  g_assert_finalize_object (two);
  test_remove_folder (folder);
}

/* A book in use is told with the name and number of the program that holds it. */
static void
test_busy (void)
{
  char *folder = test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.tequio", NULL);
  int ready[2];
  char byte;
  g_object_unref (test_new_book (folder, "a.tequio", 1));
  g_assert_cmpint (pipe (ready), ==, 0);
  const pid_t holder = fork ();
  if (holder == 0) {
    const int fd = g_open (path, O_RDONLY, 0);
    const gboolean held = fd >= 0 && flock (fd, LOCK_EX) == 0;
    if (held && write (ready[1], "x", 1) == 1)
      (void) pause ();
    _exit (1);
  }
  g_assert_cmpint (read (ready[0], &byte, 1), ==, 1);
  g_autofree char *number = g_strdup_printf ("(%d)", (int) holder);
  assert_refused (path, TQ_STORE_READ, TQ_ERROR_BUSY, number);
  g_assert_cmpint (kill (holder, SIGKILL), ==, 0);
  g_assert_cmpint (waitpid (holder, NULL, 0), ==, holder);
  g_autoptr (TqStore) store = tq_store_open (path, TQ_STORE_WRITE, test_kinds, NULL);
  g_assert_nonnull (store);
  g_clear_object (&store);
  test_remove_folder (folder);
}

static gpointer
take_lock (gpointer path)
{
  return GINT_TO_POINTER (tq_lock_take (path, TQ_STORE_WRITE, NULL));
}

/* Who waited for a book that was put back meanwhile, under another inode, holds the book that has
 * the name now and not the one that lost it. */
static void
test_replaced (void)
{
  char *folder = test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.tequio", NULL);
  g_autofree char *other = g_build_filename (folder, "b.tequio", NULL);
  GStatBuf named;
  struct stat held;
  g_object_unref (test_new_book (folder, "a.tequio", 1));
  g_object_unref (test_new_book (folder, "b.tequio", 1));
  const int first = tq_lock_take (path, TQ_STORE_WRITE, NULL);
  g_assert_cmpint (first, >=, 0);
  GThread *waiting = g_thread_new ("waiting", take_lock, path);
  g_usleep (200000);
  g_assert_cmpint (g_rename (other, path), ==, 0);
  close (first);
  const int second = GPOINTER_TO_INT (g_thread_join (waiting));
  g_assert_cmpint (second, >=, 0);
  g_assert_cmpint (g_stat (path, &named), ==, 0);
  g_assert_cmpint (fstat (second, &held), ==, 0);
  g_assert_cmpuint (held.st_ino, ==, named.st_ino);
  close (second);
  test_remove_folder (folder);
}

/* A guard taken out, a view slipped in, a table changed: seen before the first use. */
static void
test_schema (void)
{
  static const struct {
    const char *sql, *word;
  } rows[] = {
    { "DROP TRIGGER event_update", "event_update" },
    { "CREATE VIEW setting2 AS SELECT * FROM setting", "setting2" },
    { "CREATE TRIGGER zz AFTER INSERT ON event BEGIN SELECT 1; END", "zz" },
    { "DROP INDEX entry_day", "entry_day" },
    { "ALTER TABLE setting ADD COLUMN extra", "setting" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    char *folder = test_make_folder ();
    g_autofree char *path = g_build_filename (folder, "a.tequio", NULL);
    g_autoptr (GError) error = NULL;
    g_object_unref (test_new_book (folder, "a.tequio", 1));
    test_alter (path, rows[i].sql);
    g_autoptr (TqStore) store = tq_store_open (path, TQ_STORE_WRITE, test_kinds, &error);
    g_assert_null (store);
    g_assert_error (error, TQ_ERROR, TQ_ERROR_CORRUPT);
    g_assert_nonnull (strstr (error->message, rows[i].word));
    test_remove_folder (folder);
  }
}

/* A transaction that ends without a commit leaves nothing, and the next one begins clean. */
static void
test_rollback (void)
{
  g_autoptr (TqStore) store = tq_store_new_memory (test_kinds, NULL);
  g_autoptr (GError) error = NULL;
  g_assert_null (tq_store_get_path (store));
  g_assert_true (test_note (store, "a", "kept", NULL, NULL));
  g_assert_false (test_note (store, "b", "refused", NULL, &error));
  g_assert_error (error, TQ_ERROR, TQ_ERROR_FORBIDDEN);
  g_assert_cmpint (ask_int (store, "SELECT count (*) FROM event"), ==, 1);
  g_assert_cmpint (ask_int (store, "SELECT count (*) FROM setting"), ==, 1);
  gint64 seq = 0;
  g_assert_true (test_note (store, "c", "kept too", &seq, NULL));
  g_assert_cmpint (seq, ==, 2);
}

/* Values of every type go in by name and come out by column; two of the same text may be out. */
static void
test_statements (void)
{
  static const char sql[] = "SELECT :number, :words, :bytes, :none, :empty";
  g_autoptr (TqStore) store = tq_store_new_memory (test_kinds, NULL);
  gboolean row = FALSE;
  gsize length = 9;
  for (guint round = 0; round < 3; round++) {
    g_autoptr (TqStatement) statement =
      tq_statement_query (store,
                          sql,
                          TQ_BINDINGS (TQ_INT (":number", G_MININT64),
                                       TQ_TEXT (":words", "José"),
                                       TQ_BYTES (":bytes", "\0\1", 2),
                                       TQ_INT_OR_NULL (":none", 0),
                                       TQ_BYTES (":empty", "", 0)),
                          NULL);
    g_autoptr (TqStatement) second = tq_statement_new (store, sql, NULL);
    g_assert_true (tq_statement_step (second, &row, NULL));
    g_assert_true (tq_statement_is_null (second, 1));
    g_assert_true (tq_statement_step (statement, &row, NULL));
    g_assert_true (row);
    g_assert_cmpint (tq_statement_get_int (statement, 0), ==, G_MININT64);
    g_assert_cmpstr (tq_statement_get_text (statement, 1), ==, "José");
    g_assert_cmpint (memcmp (tq_statement_get_bytes (statement, 2, &length), "\0\1", 2), ==, 0);
    g_assert_cmpuint (length, ==, 2);
    g_assert_true (tq_statement_is_null (statement, 3));
    g_assert_cmpstr (tq_statement_get_text (statement, 3), ==, "");
    g_assert_false (tq_statement_is_null (statement, 4));
    g_assert_true (tq_statement_step (statement, &row, NULL));
    g_assert_false (row);
  }
}

/* The guards refuse what does not come from an event, as a conflict that a person can read. */
static void
test_guards (void)
{
  static const char *const statements[] = {
    "UPDATE event SET kind = 'other'",
    "DELETE FROM event",
    "INSERT INTO event SELECT seq + 5, kind, body, prev, hash FROM event",
    "INSERT INTO event SELECT seq + 1, kind, body, prev, hash FROM event",
    "UPDATE setting SET value = 'other'",
    "DELETE FROM setting",
    "INSERT INTO setting (event, key, value, valid_from) VALUES (9, 'k', 'v', 0)",
    "UPDATE act SET actor = 'somebody else'",
    "SELECT \"no such column\"",
    "ATTACH ':memory:' AS other",
  };
  g_autoptr (TqStore) store = tq_store_new_memory (test_kinds, NULL);
  g_assert_true (test_note (store, "a", "b", NULL, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (statements); i++) {
    g_autoptr (GError) error = NULL;
    g_test_message ("%s", statements[i]);
    g_assert_false (tq_statement_execute (store, statements[i], TQ_BINDINGS (TQ_END), &error));
    g_assert_cmpuint (error->domain, ==, TQ_ERROR);
  }
  g_assert_cmpint (ask_int (store, "SELECT count (*) FROM setting WHERE value = 'b'"), ==, 1);
}

/* A copy made while the book is open holds what the book holds; a name that is taken is refused,
 * and a reading book can be copied too. */
static void
test_backup (void)
{
  char *folder = test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.tequio", NULL);
  g_autofree char *copy_path = g_build_filename (folder, "copy.tequio", NULL);
  g_autofree char *placed_path = g_build_filename (folder, "placed.tequio", NULL);
  g_autofree char *nowhere = g_build_filename (folder, "no", "copy.tequio", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) place_error = NULL;
  GStatBuf info;
  g_object_unref (test_new_book (folder, "a.tequio", 5));
  g_autoptr (TqStore) store = tq_store_open (path, TQ_STORE_READ, test_kinds, NULL);
  g_assert_true (tq_backup_write (store, copy_path, NULL));
  g_assert_cmpint (g_stat (copy_path, &info), ==, 0);
  g_assert_cmpuint (info.st_mode & 0777, ==, 0600);
  g_assert_false (tq_backup_write (store, copy_path, &error));
  g_assert_error (error, TQ_ERROR, TQ_ERROR_CONFLICT);
  g_assert_false (tq_backup_write (store, nowhere, NULL));
  g_assert_false (tq_backup_place (nowhere, placed_path, &place_error));
  g_assert_error (place_error, TQ_ERROR, TQ_ERROR_STORE);
  g_assert_true (tq_backup_place (copy_path, placed_path, NULL));
  g_autoptr (TqStore) copy = tq_store_open (placed_path, TQ_STORE_WRITE, test_kinds, NULL);
  g_assert_cmpint (tq_store_get_last_seq (copy), ==, 5);
  g_assert_false (tq_statement_execute (store, "DELETE FROM contact", TQ_BINDINGS (TQ_END), NULL));
  g_clear_object (&copy);
  g_clear_object (&store);
  test_remove_folder (folder);
}

/* A second connection of the same process reads what was committed, and cannot write. */
static void
test_snapshot (void)
{
  char *folder = test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.tequio", NULL);
  g_autoptr (TqStore) store = test_new_book (folder, "a.tequio", 4);
  g_autoptr (TqStore) snapshot = tq_store_open_snapshot (path, test_kinds, NULL);
  g_assert_cmpint (ask_int (snapshot, "SELECT count (*) FROM event"), ==, 4);
  g_assert_false (test_note (snapshot, "a", "b", NULL, NULL));
  g_assert_true (test_note (store, "a", "b", NULL, NULL));
  g_assert_cmpint (ask_int (snapshot, "SELECT count (*) FROM event"), ==, 5);
  g_clear_object (&snapshot);
  g_clear_object (&store);
  test_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/store/create", test_create);
  g_test_add_func ("/store/store/create-refused", test_create_refused);
  g_test_add_func ("/store/store/settings", test_settings);
  g_test_add_func ("/store/store/foreign", test_foreign);
  g_test_add_func ("/store/store/snapshot", test_snapshot);
  g_test_add_func ("/store/lock/places", test_places);
  g_test_add_func ("/store/lock/readers", test_readers);
  g_test_add_func ("/store/lock/busy", test_busy);
  g_test_add_func ("/store/lock/replaced", test_replaced);
  g_test_add_func ("/store/schema/changed", test_schema);
  g_test_add_func ("/store/transaction/rollback", test_rollback);
  g_test_add_func ("/store/statement/values", test_statements);
  g_test_add_func ("/store/statement/guards", test_guards);
  g_test_add_func ("/store/backup/copy", test_backup);
  return g_test_run ();
}
