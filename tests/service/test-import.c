/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "base/error.h"
#include "ledger/account.h"
#include "ledger/balance.h"
#include "ledger/commodity.h"
#include "service/import.h"

#include <gio/gio.h>
#include <glib/gstdio.h>

typedef struct {
  char *folder;
  char *book_path;
  char *file_path;
  TqBook *book;
} Fixture;

static gint64
stopped_clock (void)
{
  return 1800000000;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  static const TqBookDraft draft = { .name = "Tzotzil Coffee",
                                     .currency = "MXN",
                                     .unit = "family",
                                     .language = "en",
                                     .year_start_month = 1,
                                     .year_start_day = 1 };
  g_autoptr (GError) error = NULL;
  fixture->folder = g_dir_make_tmp ("tequio-XXXXXX", &error);
  g_assert_no_error (error);
  fixture->book_path = g_build_filename (fixture->folder, "b.tequio", NULL);
  fixture->file_path = g_build_filename (fixture->folder, "t.journal", NULL);
  fixture->book =
    tq_book_create (fixture->book_path, &draft, "Rufina", stopped_clock, 20820, &error);
  g_assert_no_error (error);
}

/* Every test ends with a verification of the whole book. */
static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  {
    g_auto (TqVerification) found = { 0 };
    const gboolean done = tq_book_verify (fixture->book, NULL, NULL, &found, &error);
    g_assert_no_error (error);
    g_assert_true (done);
    g_assert_cmpstr (found.fault, ==, NULL);
  }
  g_assert_finalize_object (fixture->book);
  const char *name;
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL) {
    g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
    g_unlink (path);
  }
  g_rmdir (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->book_path);
  g_free (fixture->file_path);
}

/* Imports *text*; the message on refusal (transfer full), NULL when it went in. */
static char *
import_text (Fixture *fixture, const char *text, gboolean dry_run, TqImportReport *out_report)
{
  const TqImportOptions options = { .format = "hledger", .day = 20830, .dry_run = dry_run };
  g_autoptr (GError) error = NULL;
  g_assert_true (g_file_set_contents (fixture->file_path, text, -1, NULL));
  if (tq_book_import (fixture->book, fixture->file_path, &options, out_report, &error))
    return NULL;
  return g_strdup (error->message);
}

static gint64
get_balance (Fixture *fixture, const char *account, const char *symbol)
{
  gint64 minor = 0;
  g_autoptr (GError) error = NULL;
  TqStore *store = tq_book_get_store (fixture->book);
  g_autoptr (TqAccount) found = tq_account_load_by_name (store, account, &error);
  g_assert_no_error (error);
  g_autoptr (TqCommodity) commodity = tq_commodity_load_by_symbol (store, symbol, &error);
  g_assert_no_error (error);
  g_assert_true (
    tq_balance_load_account (store, found->event, commodity->event, TQ_DAY_MAX, &minor, NULL));
  return minor;
}

static const char sample[] = "account x  ; type: L\n"
                             "2027-01-02 (7) Shop | tea  ; said\n"
                             "  assets:cash  -1.5 MXN\n"
                             "  expenses:tea\n\n"
                             "2027-01-02 Shop\n  assets:cash  -10 MXN\n  expenses:tea\n\n"
                             "2027-01-02 Shop\n  assets:cash  -10 MXN\n  expenses:tea\n\n"
                             "2027-01-03 Share\n  assets:stock  2 AAPL @ 3 $\n  x:y\n";

/* A file goes in whole: entries, accounts with their kinds, commodities with their digits; the two
 * real identical rows are both kept. */
static void
test_whole (Fixture *fixture, gconstpointer data)
{
  g_auto (TqImportReport) report = { 0 };
  g_autofree char *message = import_text (fixture, sample, FALSE, &report);
  TqStore *store = tq_book_get_store (fixture->book);
  g_assert_cmpstr (message, ==, NULL);
  g_assert_cmpint (report.entries_read, ==, 4);
  g_assert_cmpint (report.entries_posted, ==, 4);
  g_assert_cmpint (report.entries_known, ==, 0);
  g_assert_cmpint (report.accounts_added, ==, 5);
  g_assert_cmpint (report.commodities_added, ==, 2);
  g_assert_cmpint (get_balance (fixture, "assets:cash", "MXN"), ==, -2150);
  g_assert_cmpint (get_balance (fixture, "expenses:tea", "MXN"), ==, 2150);
  g_assert_cmpint (get_balance (fixture, "assets:stock", "AAPL"), ==, 2);
  g_assert_cmpint (get_balance (fixture, "x:y", "$"), ==, -600);
  g_autoptr (TqAccount) account = tq_account_load_by_name (store, "x:y", NULL);
  g_assert_cmpint (account->kind, ==, TQ_ACCOUNT_LIABILITY);
}

/* The same file, and one that overlaps with it, post nothing twice; a third identical row is new.
 * */
static void
test_twice (Fixture *fixture, gconstpointer data)
{
  g_auto (TqImportReport) first = { 0 };
  g_auto (TqImportReport) second = { 0 };
  g_auto (TqImportReport) third = { 0 };
  g_autofree char *longer =
    g_strconcat ("2027-01-02 Shop\n  assets:cash  -10.00 MXN\n  expenses:tea  10 MXN\n\n",
                 sample,
                 NULL);
  g_autofree char *message = import_text (fixture, sample, FALSE, &first);
  g_assert_cmpstr (message, ==, NULL);
  const gint64 last = tq_book_get_last_event (fixture->book);
  g_autofree char *again = import_text (fixture, sample, FALSE, &second);
  g_assert_cmpstr (again, ==, NULL);
  g_assert_cmpint (second.entries_posted, ==, 0);
  g_assert_cmpint (second.entries_known, ==, 4);
  g_assert_cmpint (tq_book_get_last_event (fixture->book), ==, last);
  g_autofree char *more = import_text (fixture, longer, FALSE, &third);
  g_assert_cmpstr (more, ==, NULL);
  g_assert_cmpint (third.entries_posted, ==, 1);
  g_assert_cmpint (get_balance (fixture, "assets:cash", "MXN"), ==, -3150);
}

/* A fault in the last line leaves the book as it was, and so does a dry run; afterwards the book
 * keeps its balances as before. */
static void
test_all_or_nothing (Fixture *fixture, gconstpointer data)
{
  g_auto (TqImportReport) report = { 0 };
  g_auto (TqImportReport) unused = { 0 };
  g_auto (TqImportReport) done = { 0 };
  g_autofree char *broken = g_strconcat (sample, "\n2027-01-04 x\n  a  1\n  b  2\n", NULL);
  const gint64 last = tq_book_get_last_event (fixture->book);
  g_autofree char *message = import_text (fixture, broken, FALSE, &unused);
  g_assert_cmpstr (message, ==, "t.journal:18: found postings that add up to 3 , expected 0.");
  g_assert_cmpint (tq_book_get_last_event (fixture->book), ==, last);
  g_autofree char *dry = import_text (fixture, sample, TRUE, &report);
  g_assert_cmpstr (dry, ==, NULL);
  g_assert_cmpint (report.entries_posted, ==, 4);
  g_assert_cmpint (tq_book_get_last_event (fixture->book), ==, last);
  g_autofree char *real = import_text (fixture, sample, FALSE, &done);
  g_assert_cmpstr (real, ==, NULL);
  g_assert_cmpint (get_balance (fixture, "assets:cash", "MXN"), ==, -2150);
}

/* What a book cannot hold is refused with its line. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *text;
    const char *message;
  } rows[] = {
    { "2027-01-02 x\n  a  1.005 MXN\n  b\n",
      "t.journal:1: found 1.005 MXN, expected at most 2 digits after the point, as the book counts "
      "this commodity." },
    { "\n2027-01-02 x\n  a  10000000000000.00 MXN\n  b\n",
      "t.journal:2: Line 1 of the entry is larger than a book can hold. Check the number of "
      "digits." },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (TqImportReport) unused = { 0 };
    g_autofree char *message = import_text (fixture, rows[i].text, FALSE, &unused);
    g_assert_cmpstr (message, ==, rows[i].message);
  }
}

static gboolean
cancel (gint64 done, gint64 total, gpointer user_data)
{
  return done == 0;
}

/* An import can be cancelled, and a format that nobody reads is refused. */
static void
test_cancel (Fixture *fixture, gconstpointer data)
{
  TqImportOptions options = { .format = "hledger", .day = 20830, .progress = cancel };
  g_auto (TqImportReport) unused = { 0 };
  g_autoptr (GError) error = NULL;
  const gint64 last = tq_book_get_last_event (fixture->book);
  g_assert_true (g_file_set_contents (fixture->file_path, sample, -1, NULL));
  g_assert_false (tq_book_import (fixture->book, fixture->file_path, &options, &unused, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  options.format = "clay";
  g_assert_false (tq_book_import (fixture->book, fixture->file_path, &options, &unused, &error));
  g_assert_error (error, TQ_ERROR, TQ_ERROR_INVALID);
  g_assert_cmpint (tq_book_get_last_event (fixture->book), ==, last);
}

#define ADD(name, func) g_test_add ("/service/import/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("whole", test_whole);
  ADD ("twice", test_twice);
  ADD ("all-or-nothing", test_all_or_nothing);
  ADD ("refused", test_refused);
  ADD ("cancel", test_cancel);
  return g_test_run ();
}
