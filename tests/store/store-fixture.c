/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "store-fixture.h"

#include "base/error.h"
#include "store/statement.h"
#include "store/transaction.h"

#include <glib/gstdio.h>
#include <sqlite3.h>

static gboolean
apply_note (TqStore *store, const TqEvent *event, TqDecoder *body, GError **error)
{
  g_autofree char *key = tq_decoder_dup_text (body);
  g_autofree char *value = tq_decoder_dup_text (body);
  if (!tq_decoder_finish (body, error))
    return FALSE;
  if (g_str_equal (value, "refused")) {
    g_set_error_literal (error, TQ_ERROR, TQ_ERROR_FORBIDDEN, "the note is refused");
    return FALSE;
  }
  return tq_statement_execute (
    store,
    "INSERT INTO setting (event, key, value, valid_from) VALUES (:event, :key, :value, :day)",
    TQ_BINDINGS (TQ_INT (":event", event->seq),
                 TQ_TEXT (":key", key),
                 TQ_TEXT (":value", value),
                 TQ_INT (":day", event->act.day)),
    error);
}

const TqEventKind test_kinds[] = {
  { NOTE, apply_note },
  { NULL, NULL },
};

char *
test_make_folder (void)
{
  char *folder = g_dir_make_tmp ("tequio-store-XXXXXX", NULL);
  g_assert_nonnull (folder);
  return folder;
}

void
test_remove_folder (char *folder)
{
  const char *name;
  GDir *entries = g_dir_open (folder, 0, NULL);
  while ((name = g_dir_read_name (entries)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    g_assert_cmpint (g_remove (path), ==, 0);
  }
  g_dir_close (entries);
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_free (folder);
}

/* One note in a transaction of its own. */
gboolean
test_note (TqStore *store, const char *key, const char *value, gint64 *out_seq, GError **error)
{
  TqAct act;
  g_auto (TqEncoder) fields = { NULL };
  tq_act_init (&act, "Lucía", 1800000000, 20926);
  tq_encoder_start (&fields);
  tq_encoder_put_text (&fields, key);
  tq_encoder_put_text (&fields, value);
  g_autoptr (TqTransaction) transaction = tq_transaction_begin (store, error);
  return transaction != NULL && tq_event_append (store, NOTE, &act, &fields, out_seq, error) &&
         tq_transaction_commit (transaction, error);
}

/* A book with as many notes as asked for, open for writing (transfer full). */
TqStore *
test_new_book (const char *folder, const char *name, guint notes)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, name, NULL);
  TqStore *store = tq_store_create (path, test_kinds, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < notes; i++) {
    g_autofree char *value = g_strdup_printf ("value %u", i);
    g_assert_true (test_note (store, "key", value, NULL, &error));
    g_assert_no_error (error);
  }
  return store;
}

/* What a person with a database tool could do to a closed book: no guard and no check holds. */
void
test_alter (const char *path, const char *sql)
{
  sqlite3 *db = NULL;
  char *message = NULL;
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  (void) sqlite3_exec (db,
                       "PRAGMA writable_schema = ON; PRAGMA ignore_check_constraints = ON;"
                       "PRAGMA foreign_keys = OFF",
                       NULL,
                       NULL,
                       NULL);
  (void) sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}
