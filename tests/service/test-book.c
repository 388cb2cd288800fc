/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "base/error.h"
#include "ledger/account.h"
#include "ledger/entry.h"
#include "service/book.h"

#include <glib/gstdio.h>

static gint64
fixed_clock (void)
{
  return 1800000000;
}

static TqBook *
new_book (const char *path, const char *chart, GError **error)
{
  g_autofree char *chart_path =
    chart != NULL ? g_build_filename (g_getenv ("TEQUIO_DATADIR"), "charts", chart, NULL) : NULL;
  const TqBookDraft draft = { .name = "La Vega",
                              .currency = "MXN",
                              .unit = "family",
                              .language = "es",
                              .chart_path = chart_path,
                              .year_start_month = 11,
                              .year_start_day = 1 };
  return tq_book_create (path, &draft, "Lucía", fixed_clock, 20926, error);
}

static char *
make_path (char **out_folder)
{
  *out_folder = g_dir_make_tmp ("tequio-book-XXXXXX", NULL);
  return g_build_filename (*out_folder, "a.tequio", NULL);
}

static void
remove_all (char *folder)
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

static void
count_change (TqBook *book, gpointer user_data)
{
  (*(guint *) user_data)++;
}

static gboolean
post_one (TqStore *store, const TqAct *act, gpointer data, gint64 *out_event, GError **error)
{
  g_auto (TqEntry) entry = { 0 };
  g_autoptr (TqAccount) cash = tq_account_load_by_role (store, "cash", error);
  g_autoptr (TqAccount) opening =
    cash != NULL ? tq_account_load_by_role (store, "opening", error) : NULL;
  const gint64 *amount = data;
  if (opening == NULL)
    return FALSE;
  tq_entry_init (&entry, act->day, "Opening");
  tq_entry_add (&entry, cash->event, 0, 1, *amount);
  tq_entry_add (&entry, opening->event, 0, 1, -320000);
  return tq_entry_append (store, act, &entry, out_event, error);
}

/* A new book has its co-operative and its accounts in the language asked for; opened again it is
 * the same. */
static void
test_create (void)
{
  char *folder;
  g_autofree char *path = make_path (&folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) exists = NULL;
  TqBook *book = new_book (path, "producers.tsv", &error);
  g_assert_no_error (error);
  g_assert_cmpstr (tq_book_get_path (book), ==, path);
  g_assert_cmpstr (tq_book_get_cooperative (book)->name, ==, "La Vega");
  g_autoptr (TqAccount) cash = tq_account_load_by_role (tq_book_get_store (book), "cash", NULL);
  g_assert_cmpstr (cash->full_name, ==, "Activo:Caja");
  const gint64 last = tq_book_get_last_event (book);
  g_assert_null (new_book (path, NULL, &exists));
  g_assert_error (exists, TQ_ERROR, TQ_ERROR_CONFLICT);
  g_assert_finalize_object (book);
  book = tq_book_open (path, TQ_STORE_READ, "Rufina", fixed_clock, &error);
  g_assert_no_error (error);
  g_assert_cmpint (tq_book_get_last_event (book), ==, last);
  g_assert_cmpint (tq_book_get_cooperative (book)->year_start_month, ==, 11);
  g_assert_finalize_object (book);
  remove_all (folder);
}

/* A book that cannot be made leaves no file; one that has no co-operative is not opened. */
static void
test_create_refused (void)
{
  char *folder;
  g_autofree char *path = make_path (&folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) missing = NULL;
  g_assert_null (new_book (path, "no-such-chart.tsv", &error));
  g_assert_error (error, TQ_ERROR, TQ_ERROR_NOT_FOUND);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_assert_null (tq_book_open (path, TQ_STORE_READ, "Rufina", fixed_clock, &missing));
  g_assert_error (missing, TQ_ERROR, TQ_ERROR_NOT_FOUND);
  remove_all (folder);
}

/* One call is one transaction: done and told, or not there and not told. */
static void
test_perform (void)
{
  char *folder;
  g_autofree char *path = make_path (&folder);
  g_autoptr (GError) error = NULL;
  gint64 amount = 320000, event = 0;
  guint changes = 0;
  TqBook *book = new_book (path, "producers.tsv", NULL);
  g_signal_connect (book, "changed", G_CALLBACK (count_change), &changes);
  const gint64 last = tq_book_get_last_event (book);
  g_assert_true (tq_book_perform (book, 20930, post_one, &amount, &event, NULL));
  g_assert_cmpint (event, ==, last + 1);
  g_assert_cmpuint (changes, ==, 1);
  amount = 1;
  g_assert_false (tq_book_perform (book, 20930, post_one, &amount, &event, &error));
  g_assert_error (error, TQ_ERROR, TQ_ERROR_UNBALANCED);
  g_assert_cmpuint (changes, ==, 1);
  g_assert_cmpint (event, ==, last + 1);
  tq_book_set_actor (book, "Rufina");
  amount = 320000;
  g_assert_true (tq_book_perform (book, 20930, post_one, &amount, &event, NULL));
  g_assert_cmpint (event, ==, last + 2);
  g_assert_finalize_object (book);
  remove_all (folder);
}

/* A sound book verifies, its slips have eight letters, and its backup is a sound book too. */
static void
test_verify (void)
{
  char *folder;
  g_autofree char *path = make_path (&folder);
  g_autofree char *copy_path = g_build_filename (folder, "copy.tequio", NULL);
  g_auto (TqVerification) found = { 0 };
  g_auto (TqVerification) copied = { 0 };
  g_autoptr (GError) exists = NULL;
  g_autoptr (GError) missing = NULL;
  gint64 amount = 320000, event = 0;
  TqBook *book = new_book (path, "worker.tsv", NULL);
  g_assert_true (tq_book_perform (book, 20930, post_one, &amount, &event, NULL));
  g_assert_true (tq_book_verify (book, NULL, NULL, &found, NULL));
  g_assert_cmpstr (found.fault, ==, NULL);
  g_assert_cmpint (found.events, ==, event);
  g_autofree char *slip = tq_book_build_slip (book, event, NULL);
  g_assert_cmpuint (strlen (slip), ==, 9);
  g_assert_null (tq_book_build_slip (book, event + 1, &missing));
  g_assert_error (missing, TQ_ERROR, TQ_ERROR_NOT_FOUND);
  g_assert_true (tq_book_back_up (book, copy_path, NULL));
  g_assert_false (tq_book_back_up (book, copy_path, &exists));
  g_assert_error (exists, TQ_ERROR, TQ_ERROR_CONFLICT);
  g_assert_finalize_object (book);
  book = tq_book_open (copy_path, TQ_STORE_READ, "Rufina", fixed_clock, NULL);
  g_assert_true (tq_book_verify (book, NULL, NULL, &copied, NULL));
  g_assert_cmpstr (copied.fault, ==, NULL);
  g_autofree char *slip_of_copy = tq_book_build_slip (book, event, NULL);
  g_assert_cmpstr (slip_of_copy, ==, slip);
  g_assert_finalize_object (book);
  remove_all (folder);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/service/book/create", test_create);
  g_test_add_func ("/service/book/create-refused", test_create_refused);
  g_test_add_func ("/service/book/perform", test_perform);
  g_test_add_func ("/service/book/verify", test_verify);
  return g_test_run ();
}
