/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "base/error.h"
#include "store-fixture.h"
#include "store/statement.h"
#include "store/verify.h"

#include <gio/gio.h>

static gboolean
stop (gint64 done, gint64 total, gpointer user_data)
{
  gint64 *told = user_data;
  told[0] = done;
  told[1] = total;
  return FALSE;
}

/* A sound book is sound, and says how many events it has. */
static void
test_sound (void)
{
  g_autoptr (TqStore) store = tq_store_new_memory (test_kinds, NULL);
  g_auto (TqVerification) empty = { 0 };
  g_auto (TqVerification) found = { 0 };
  g_assert_true (tq_verify_store (store, NULL, NULL, NULL, &empty, NULL));
  g_assert_cmpstr (empty.fault, ==, NULL);
  for (guint i = 0; i < 7; i++)
    g_assert_true (test_note (store, "key", "value", NULL, NULL));
  g_assert_true (tq_verify_store (store, NULL, NULL, NULL, &found, NULL));
  g_assert_cmpstr (found.fault, ==, NULL);
  g_assert_cmpint (found.events, ==, 7);
  g_assert_cmpint (found.first_bad_event, ==, 0);
}

/* Every way to alter a book that leaves its tables' text as it was, and where it is found. */
static const struct {
  const char *sql;
  gint64 event; /* the first bad one; 0 where the events themselves are whole */
  const char *word;
} alterations[] = {
  { "UPDATE event SET body = CAST (body || x'00' AS BLOB) WHERE seq = 3", 3, "changed" },
  { "UPDATE event SET body = zeroblob (length (body)) WHERE seq = 1", 1, "changed" },
  { "UPDATE event SET kind = 'test.song/1' WHERE seq = 2", 2, "changed" },
  { "UPDATE event SET hash = zeroblob (32) WHERE seq = 4", 4, "changed" },
  { "UPDATE event SET prev = zeroblob (32) WHERE seq = 4", 4, "follow" },
  { "DELETE FROM event WHERE seq = 2", 2, "missing" },
  { "DELETE FROM event WHERE seq = 1", 1, "missing" },
  { "UPDATE event SET seq = seq + 10 WHERE seq >= 4", 4, "missing" },
  { "UPDATE setting SET value = 'another' WHERE event = 3", 0, "setting" },
  { "UPDATE setting SET valid_from = valid_from + 1 WHERE event = 3", 0, "setting" },
  { "DELETE FROM setting WHERE event = 6", 0, "setting" },
  { "DELETE FROM setting", 0, "setting" },
  { "INSERT INTO setting SELECT event + 100, key, value, valid_from FROM setting", 0, "setting" },
  { "UPDATE act SET actor = 'another' WHERE event = 2", 0, "act" },
  { "UPDATE act SET instant = 0 WHERE event = 6", 0, "act" },
  { "DELETE FROM act WHERE event = 6", 0, "act" },
  { "INSERT INTO commodity (event, symbol, digits) VALUES (2, 'MXN', 2)", 0, "commodity" },
  { "INSERT INTO account (event, name, full_name, kind, opened, changed)"
    " VALUES (1, 'a', 'a', 'asset', 0, 1)",
    0,
    "account" },
};

/* The guards are taken out, the book is altered, the guards are put back: only the replay can tell.
 * */
static void
test_altered (void)
{
  char *folder = test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.tequio", NULL);
  g_autofree char *bytes = NULL;
  gsize length = 0;
  g_object_unref (test_new_book (folder, "a.tequio", 6));
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (alterations); i++) {
    g_auto (TqVerification) found = { 0 };
    g_autoptr (GError) error = NULL;
    g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
    g_autofree char *sql = g_strconcat (
      "CREATE TEMP TABLE guard AS SELECT * FROM sqlite_schema WHERE type = 'trigger';"
      "DELETE FROM sqlite_schema WHERE type = 'trigger'; PRAGMA writable_schema = RESET;"
      "PRAGMA writable_schema = ON;",
      alterations[i].sql,
      "; INSERT INTO sqlite_schema SELECT * FROM guard",
      NULL);
    test_alter (path, sql);
    g_test_message ("%s", alterations[i].sql);
    g_autoptr (TqStore) store = tq_store_open (path, TQ_STORE_READ, test_kinds, &error);
    g_assert_no_error (error);
    g_assert_true (tq_verify_store (store, NULL, NULL, NULL, &found, &error));
    g_assert_no_error (error);
    g_assert_nonnull (found.fault);
    g_assert_nonnull (strstr (found.fault, alterations[i].word));
    g_assert_cmpint (found.first_bad_event, ==, alterations[i].event);
    g_clear_object (&store);
  }
  test_remove_folder (folder);
}

/* One bit turned, at places all over what is written in the file: the book is refused or the fault
 * is found, and never does the program fail in another way. A few bytes (counters of the header)
 * say nothing that the book says, and may pass. */
static void
test_bits (void)
{
  char *folder = test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.tequio", NULL);
  g_autofree char *bytes = NULL;
  gsize length = 0;
  guint written = 0, seen = 0, passed = 0;
  g_object_unref (test_new_book (folder, "a.tequio", 40));
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  for (gsize at = 0; at < length; at++) {
    g_auto (TqVerification) found = { 0 };
    g_autoptr (GError) error = NULL;
    if (bytes[at] == 0 || ++written % 997 != 0)
      continue;
    bytes[at] ^= 0x10;
    g_assert_true (g_file_set_contents (path, bytes, (gssize) length, NULL));
    bytes[at] ^= 0x10;
    g_autoptr (TqStore) store = tq_store_open (path, TQ_STORE_READ, test_kinds, &error);
    const gboolean verified =
      store != NULL && tq_verify_store (store, NULL, NULL, NULL, &found, &error);
    if (verified && found.fault == NULL) {
      g_assert_cmpint (found.events, ==, 40);
      passed++;
    } else {
      g_assert_true (found.fault != NULL || error != NULL);
      seen++;
    }
  }
  g_test_message ("%u found, %u that say nothing", seen, passed);
  g_assert_cmpuint (seen, >, 9 * passed);
  test_remove_folder (folder);
}

/* A file that ends too early is never taken for a book that ends there. */
static void
test_cut (void)
{
  char *folder = test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.tequio", NULL);
  g_autofree char *bytes = NULL;
  gsize length = 0;
  g_object_unref (test_new_book (folder, "a.tequio", 40));
  g_assert_true (g_file_get_contents (path, &bytes, &length, NULL));
  for (guint tenth = 0; tenth < 10; tenth++) {
    g_auto (TqVerification) found = { 0 };
    g_autoptr (GError) error = NULL;
    g_assert_true (g_file_set_contents (path, bytes, (gssize) (length * tenth / 10), NULL));
    g_autoptr (TqStore) store = tq_store_open (path, TQ_STORE_READ, test_kinds, &error);
    const gboolean verified =
      store != NULL && tq_verify_store (store, NULL, NULL, NULL, &found, &error);
    g_assert_true (!verified || found.fault != NULL);
    g_assert_true (verified || error->domain == TQ_ERROR);
  }
  test_remove_folder (folder);
}

/* A person can stop a long verification; nothing is then said about the book. */
static void
test_stopped (void)
{
  g_autoptr (TqStore) store = tq_store_new_memory (test_kinds, NULL);
  g_auto (TqVerification) found = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 told[2] = { 0, 0 };
  for (guint i = 0; i < 4100; i++)
    g_assert_true (test_note (store, "key", "value", NULL, NULL));
  g_assert_false (tq_verify_store (store, NULL, stop, told, &found, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpint (told[0], ==, 4096);
  g_assert_cmpint (told[1], ==, 4100);
}

/* The book whose window goes on while it is verified, and what came of writing then. */
static TqStore *open_book;
static GError *writing_error;

static void
replay_begins (TqStore *replay)
{
}

static gboolean
write_meanwhile (TqStore *replay, GError **error)
{
  g_assert_false (test_note (open_book, "key", "meanwhile", NULL, &writing_error));
  return TRUE;
}

/* Who writes while the book is verified on another connection waits and is told to try again, and
 * can; nothing is taken for tampering that happened between two looks. */
static void
test_meanwhile (void)
{
  static const TqReplayHooks hooks = { replay_begins, write_meanwhile };
  char *folder = test_make_folder ();
  g_autofree char *path = g_build_filename (folder, "a.tequio", NULL);
  g_auto (TqVerification) found = { 0 };
  gint64 set = 0;
  open_book = test_new_book (folder, "a.tequio", 6);
  g_assert_true (tq_statement_find_int (open_book,
                                        "PRAGMA busy_timeout = 20",
                                        TQ_BINDINGS (TQ_END),
                                        &set,
                                        NULL));
  g_autoptr (TqStore) snapshot = tq_store_open_snapshot (path, test_kinds, NULL);
  g_assert_true (tq_verify_store (snapshot, &hooks, NULL, NULL, &found, NULL));
  g_assert_cmpstr (found.fault, ==, NULL);
  g_assert_error (writing_error, TQ_ERROR, TQ_ERROR_BUSY);
  g_clear_error (&writing_error);
  g_assert_true (test_note (open_book, "key", "afterwards", NULL, &writing_error));
  g_assert_cmpint (tq_store_get_last_seq (open_book), ==, 7);
  g_clear_object (&snapshot);
  g_clear_object (&open_book);
  test_remove_folder (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/verify/sound", test_sound);
  g_test_add_func ("/store/verify/altered", test_altered);
  g_test_add_func ("/store/verify/bits", test_bits);
  g_test_add_func ("/store/verify/cut", test_cut);
  g_test_add_func ("/store/verify/stopped", test_stopped);
  g_test_add_func ("/store/verify/meanwhile", test_meanwhile);
  return g_test_run ();
}
