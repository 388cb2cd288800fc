/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "base/error.h"
#include "store-fixture.h"
#include "store/journal.h"
#include "store/verify.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void
write_text (const char *path)
{
  g_assert_true (g_file_set_contents (path, "Once upon a time\n", -1, NULL));
}

static void
write_other_database (const char *path)
{
  g_unlink (path);
  test_alter (path, "CREATE TABLE recipes (name TEXT)");
}

static void
make_newer (const char *path)
{
  test_alter (path, "PRAGMA user_version = 2");
}

static void
make_unversioned (const char *path)
{
  test_alter (path, "PRAGMA user_version = 0");
}

static void
add_view (const char *path)
{
  test_alter (path, "CREATE VIEW members AS SELECT * FROM party");
}

static void
add_trigger (const char *path)
{
  test_alter (path, "CREATE TRIGGER thief AFTER INSERT ON posting BEGIN SELECT 1; END");
}

/* A name that only a careless search takes for one that SQLite gives. */
static void
add_hidden_trigger (const char *path)
{
  test_alter (path, "CREATE TRIGGER sqlite0autoindex0 AFTER INSERT ON posting BEGIN SELECT 1; END");
}

static void
drop_guard (const char *path)
{
  test_alter (path, "DROP TRIGGER event_update");
}

static void
cut_to_header (const char *path)
{
  g_assert_cmpint (truncate (path, 50), ==, 0);
}

static void
cut_to_nothing (const char *path)
{
  g_assert_cmpint (truncate (path, 0), ==, 0);
}

static void
cut_in_half (const char *path)
{
  struct stat info;
  g_assert_cmpint (stat (path, &info), ==, 0);
  g_assert_cmpint (truncate (path, info.st_size / 2), ==, 0);
}

static void
add_name (const char *path)
{
  g_autofree char *other = g_strconcat (path, ".link", NULL);
  g_assert_cmpint (link (path, other), ==, 0);
}

static void
make_folder (const char *path)
{
  g_assert_cmpint (g_unlink (path), ==, 0);
  g_assert_cmpint (g_mkdir (path, 0700), ==, 0);
}

static void
take_away (const char *path)
{
  g_assert_cmpint (g_unlink (path), ==, 0);
}

static const struct {
  const char *name;
  void (*spoil) (const char *path);
  int code;
  const char *says;
} refusals[] = {
  { "text", write_text, TQ_ERROR_FORMAT, "is not a book of Tequio" },
  { "other-database", write_other_database, TQ_ERROR_FORMAT, "is not a book of Tequio" },
  { "newer", make_newer, TQ_ERROR_FORMAT, "newer Tequio" },
  { "no-version", make_unversioned, TQ_ERROR_FORMAT, "is not a book of Tequio" },
  { "view", add_view, TQ_ERROR_CORRUPT, "“members”" },
  { "trigger", add_trigger, TQ_ERROR_CORRUPT, "“thief”" },
  { "hidden-trigger", add_hidden_trigger, TQ_ERROR_CORRUPT, "“sqlite0autoindex0”" },
  { "no-guard", drop_guard, TQ_ERROR_CORRUPT, "“event_update”" },
  { "header-only", cut_to_header, TQ_ERROR_FORMAT, "is not a book of Tequio" },
  { "empty", cut_to_nothing, TQ_ERROR_FORMAT, "is not a book of Tequio" },
  { "half", cut_in_half, TQ_ERROR_CORRUPT, "damaged" },
  { "hard-link", add_name, TQ_ERROR_FORBIDDEN, "hard link" },
  { "folder", make_folder, TQ_ERROR_FORMAT, "is not a file" },
  { "missing", take_away, TQ_ERROR_NOT_FOUND, "Cannot open the book" },
};

static char *
read_all (const char *path, gsize *out_length)
{
  char *bytes = NULL;
  *out_length = 0;
  (void) g_file_get_contents (path, &bytes, out_length, NULL);
  return bytes;
}

static void
assert_same_bytes (const char *path, const char *bytes, gsize length)
{
  gsize now_length = 0;
  g_autofree char *now = read_all (path, &now_length);
  g_assert_cmpuint (now_length, ==, length);
  g_assert_true (length == 0 || memcmp (now, bytes, length) == 0);
}

/* What is not a sound book is refused in both ways of opening, with the sentence that says why, and
 * stays as it is, byte for byte; no file is left beside it. */
static void
test_refusals (gconstpointer data)
{
  const gsize i = GPOINTER_TO_SIZE (data);
  char *folder = test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "cafe.tequio", NULL);
  gsize length = 0;
  TqStore *book = test_new_book (folder, "cafe.tequio", 20);
  g_assert_finalize_object (book);
  refusals[i].spoil (path);
  g_autofree char *before = read_all (path, &length);
  for (int mode = TQ_STORE_READ; mode <= TQ_STORE_WRITE; mode++) {
    g_autoptr (GError) error = NULL;
    g_assert_null (tq_store_open (path, (TqStoreMode) mode, test_kinds, &error));
    g_assert_error (error, TQ_ERROR, refusals[i].code);
    g_assert_nonnull (strstr (error->message, refusals[i].says));
    assert_same_bytes (path, before, length);
  }
  g_assert_false (tq_journal_is_beside (path));
  test_remove_folder (folder);
}

/* A book is not made in a folder that is not there, and nothing is left. */
static void
test_no_folder (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "nowhere", "cafe.tequio", NULL);
  g_assert_null (tq_store_create (path, test_kinds, &error));
  g_assert_error (error, TQ_ERROR, TQ_ERROR_STORE);
  test_remove_folder (folder);
}

/* Book and journal as a power cut leaves them: *path* holds pages of a change that was not
 * finished, and the journal beside it what stood there before. */
static void
interrupt (const char *path, const char *other)
{
  gsize length = 0, journal_length = 0;
  sqlite3 *db = NULL;
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autofree char *other_journal = g_strconcat (other, "-journal", NULL);
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db,
                                 "PRAGMA cache_size = 1; PRAGMA cache_spill = 1; BEGIN;"
                                 "DROP TRIGGER event_update;"
                                 "UPDATE event SET body = randomblob (9000)",
                                 NULL,
                                 NULL,
                                 NULL),
                   ==,
                   SQLITE_OK);
  g_autofree char *bytes = read_all (path, &length);
  g_autofree char *journal_bytes = read_all (journal, &journal_length);
  g_assert_cmpuint (journal_length, >, 512);
  g_assert_true (g_file_set_contents (other, bytes, (gssize) length, NULL));
  g_assert_true (g_file_set_contents (other_journal, journal_bytes, (gssize) journal_length, NULL));
  g_assert_cmpint (sqlite3_exec (db, "ROLLBACK", NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
  g_autofree char *whole = read_all (path, &journal_length);
  g_assert_true (journal_length != length || memcmp (whole, bytes, length) != 0);
}

static guint
count_files (const char *folder)
{
  guint n = 0;
  GDir *entries = g_dir_open (folder, 0, NULL);
  while (g_dir_read_name (entries) != NULL)
    n++;
  g_dir_close (entries);
  return n;
}

/* A reader works on a copy and leaves the pair as it is; a writer takes the half-written change
 * back, keeps no copy, and has every event. */
static void
test_own_journal (void)
{
  gsize length = 0;
  g_autoptr (GError) error = NULL;
  g_auto (TqVerification) found = { 0 };
  char *folder = test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "cafe.tequio", NULL);
  g_autofree char *other = g_build_filename (folder, "other.tequio", NULL);
  TqStore *book = test_new_book (folder, "cafe.tequio", 30);
  g_assert_finalize_object (book);
  interrupt (path, other);
  g_autofree char *before = read_all (other, &length);

  TqStore *reader = tq_store_open (other, TQ_STORE_READ, test_kinds, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tq_store_get_last_seq (reader), ==, 30);
  g_assert_true (tq_verify_store (reader, NULL, NULL, NULL, &found, &error));
  g_assert_cmpstr (found.fault, ==, NULL);
  g_assert_cmpstr (tq_store_get_path (reader), ==, other);
  g_assert_finalize_object (reader);
  assert_same_bytes (other, before, length);
  g_assert_true (tq_journal_is_beside (other));

  TqStore *writer = tq_store_open (other, TQ_STORE_WRITE, test_kinds, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tq_store_get_last_seq (writer), ==, 30);
  g_assert_true (test_note (writer, "key", "after", NULL, &error));
  g_assert_finalize_object (writer);
  g_assert_cmpuint (count_files (folder), ==, 2);
  test_remove_folder (folder);
}

/* A journal of another book spoils this one; the pair is put back byte for byte and the person is
 * told. */
static void
test_foreign_journal (void)
{
  gsize length = 0, journal_length = 0;
  g_autoptr (GError) error = NULL;
  char *folder = test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "cafe.tequio", NULL);
  g_autofree char *mine = g_build_filename (folder, "mine.tequio", NULL);
  g_autofree char *other = g_build_filename (folder, "other.tequio", NULL);
  g_autofree char *journal = g_strconcat (mine, "-journal", NULL);
  g_autofree char *other_journal = g_strconcat (other, "-journal", NULL);
  TqStore *book = test_new_book (folder, "cafe.tequio", 30);
  g_assert_finalize_object (book);
  TqStore *second = test_new_book (folder, "mine.tequio", 40);
  g_assert_finalize_object (second);
  interrupt (path, other);
  g_assert_cmpint (g_rename (other_journal, journal), ==, 0);
  g_autofree char *before = read_all (mine, &length);
  g_autofree char *journal_before = read_all (journal, &journal_length);

  g_assert_null (tq_store_open (mine, TQ_STORE_WRITE, test_kinds, &error));
  g_assert_error (error, TQ_ERROR, TQ_ERROR_CORRUPT);
  g_assert_nonnull (strstr (error->message, "may belong to another book"));
  assert_same_bytes (mine, before, length);
  assert_same_bytes (journal, journal_before, journal_length);
  g_assert_cmpuint (count_files (folder), ==, 4);
  test_remove_folder (folder);
}

/* An opening that was interrupted after SQLite had touched the pair: the next one begins from the
 * copies. */
static void
test_interrupted_opening (void)
{
  g_autoptr (GError) error = NULL;
  char *folder = test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "cafe.tequio", NULL);
  g_autofree char *other = g_build_filename (folder, "other.tequio", NULL);
  g_autofree char *journal = g_strconcat (other, "-journal", NULL);
  g_autofree char *copy = tq_journal_dup_copy_path (other, FALSE, &error);
  TqStore *book = test_new_book (folder, "cafe.tequio", 30);
  g_assert_finalize_object (book);
  interrupt (path, other);
  g_assert_true (tq_journal_copy (other, copy, &error));
  g_assert_true (g_file_set_contents (other, "spoilt", -1, NULL));
  g_assert_cmpint (g_unlink (journal), ==, 0);

  TqStore *writer = tq_store_open (other, TQ_STORE_WRITE, test_kinds, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tq_store_get_last_seq (writer), ==, 30);
  g_assert_finalize_object (writer);
  g_assert_cmpuint (count_files (folder), ==, 2);
  test_remove_folder (folder);
}

/* A copy that a person made by hand beside the book, whatever they called it, is theirs: it is not
 * put in the book's place, and it stays. */
static void
test_copy_by_hand (void)
{
  static const char *const tails[] = { ".before", ".copy", "-opening" };
  g_autoptr (GError) error = NULL;
  char *folder = test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "cafe.tequio", NULL);
  TqStore *book = test_new_book (folder, "cafe.tequio", 20);
  g_assert_finalize_object (book);
  for (guint i = 0; i < G_N_ELEMENTS (tails); i++) {
    gsize length = 0;
    g_autofree char *copy = g_strconcat (path, tails[i], NULL);
    g_autofree char *before = read_all (path, &length);
    g_assert_true (g_file_set_contents (copy, before, (gssize) length, NULL));
    TqStore *writer = tq_store_open (path, TQ_STORE_WRITE, test_kinds, &error);
    g_assert_no_error (error);
    g_assert_true (test_note (writer, "key", "after", NULL, &error));
    g_assert_finalize_object (writer);
    TqStore *again = tq_store_open (path, TQ_STORE_WRITE, test_kinds, &error);
    g_assert_no_error (error);
    g_assert_cmpint (tq_store_get_last_seq (again), ==, 21 + i);
    g_assert_finalize_object (again);
    assert_same_bytes (copy, before, length);
  }
  test_remove_folder (folder);
}

/* A reader that cannot copy the pair says so, and leaves no folder behind: in a process of its own,
 * which has a folder for temporary files of its own. */
static void
read_with_bad_journal (void)
{
  g_autoptr (GError) error = NULL;
  g_assert_null (tq_store_open (g_getenv ("TEQUIO_TEST_BOOK"), TQ_STORE_READ, test_kinds, &error));
  g_assert_error (error, TQ_ERROR, TQ_ERROR_STORE);
}

static void
test_copy_fails (void)
{
  char *folder = test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "cafe.tequio", NULL);
  g_autofree char *journal = g_strconcat (path, "-journal", NULL);
  g_autofree char *places = g_build_filename (folder, "places", NULL);
  TqStore *book = test_new_book (folder, "cafe.tequio", 2);
  g_assert_finalize_object (book);
  g_assert_cmpint (g_mkdir (journal, 0700), ==, 0); /* opens, and cannot be read */
  g_assert_cmpint (g_mkdir (places, 0700), ==, 0);
  g_assert_true (g_setenv ("TMPDIR", places, TRUE));
  g_assert_true (g_setenv ("TEQUIO_TEST_BOOK", path, TRUE));
  g_test_trap_subprocess ("/store/journal/copy-fails/subprocess", 0, (GTestSubprocessFlags) 0);
  g_unsetenv ("TMPDIR");
  g_test_trap_assert_passed ();
  g_assert_cmpuint (count_files (places), ==, 0);
  test_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++) {
    g_autofree char *name = g_strconcat ("/store/opening/refuses/", refusals[i].name, NULL);
    g_test_add_data_func (name, GSIZE_TO_POINTER (i), test_refusals);
  }
  g_test_add_func ("/store/opening/no-folder", test_no_folder);
  g_test_add_func ("/store/journal/own", test_own_journal);
  g_test_add_func ("/store/journal/foreign", test_foreign_journal);
  g_test_add_func ("/store/journal/interrupted-opening", test_interrupted_opening);
  g_test_add_func ("/store/journal/copy-by-hand", test_copy_by_hand);
  g_test_add_func ("/store/journal/copy-fails", test_copy_fails);
  g_test_add_func ("/store/journal/copy-fails/subprocess", read_with_bad_journal);
  return g_test_run ();
}
