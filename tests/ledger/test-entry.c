/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "ledger-fixture.h"
#include "ledger/journal-query.h"
#include "ledger/period.h"
#include "store/statement.h"

/* What stands in a book after each of these entries, one after the other. */
static void
test_posted (void)
{
  static const struct {
    const char *entry, *balances;
  } rows[] = {
    { "2027-01-01 Opening | Assets:Cash 3200.00 | Equity:Opening -3200.00",
      "Assets:Cash 3200.00 | Equity:Opening -3200.00" },
    { "2027-01-05 Sale | Assets:Cash 12.50 | Income:Sales -12.50",
      "Assets:Cash 3212.50 | Equity:Opening -3200.00 | Income:Sales -12.50" },
    { "2027-01-05 To the bank | Assets:Bank 1000.00 | Assets:Cash -1000.00",
      "Assets:Bank 1000.00 | Assets:Cash 2212.50 | Equity:Opening -3200.00 | Income:Sales -12.50" },
    /* Any number of lines, the same account twice, a family on a line. */
    { "2027-02-28 Costs | Expenses:Costs 0.01 | Expenses:Costs@A1 0.02 | Assets:Bank -0.03",
      "Assets:Bank 999.97 | Assets:Cash 2212.50 | Equity:Opening -3200.00 | Expenses:Costs 0.03"
      " | Income:Sales -12.50" },
    /* Pesos and hours in one entry, each balanced for itself. */
    { "2027-03-01 Both | Assets:Cash 1.00 | Income:Sales -1.00 | Expenses:Costs@A1 2.50 HOUR"
      " | Equity:Opening -2.50 HOUR",
      "Assets:Bank 999.97 | Assets:Cash 2213.50 | Equity:Opening -2.50 HOUR"
      " | Equity:Opening -3200.00 | Expenses:Costs 0.03 | Expenses:Costs 2.50 HOUR"
      " | Income:Sales -13.50" },
    /* A line of nothing may stand beside others. */
    { "2027-03-02 Nothing | Assets:Cash 0.00 | Income:Sales 0.00",
      "Assets:Bank 999.97 | Assets:Cash 2213.50 | Equity:Opening -2.50 HOUR"
      " | Equity:Opening -3200.00 | Expenses:Costs 0.03 | Expenses:Costs 2.50 HOUR"
      " | Income:Sales -13.50" },
    /* An entry can be dated before others that were posted earlier. */
    { "2026-12-31 Earlier | Assets:Cash 0.50 | Income:Sales -0.50",
      "Assets:Bank 999.97 | Assets:Cash 2214.00 | Equity:Opening -2.50 HOUR"
      " | Equity:Opening -3200.00 | Expenses:Costs 0.03 | Expenses:Costs 2.50 HOUR"
      " | Income:Sales -14.00" },
  };
  Ledger ledger;
  ledger_start (&ledger);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_assert_true (ledger_post (&ledger, rows[i].entry, NULL, &error));
    g_assert_no_error (error);
    g_autofree char *told = ledger_tell (&ledger, "0001-01-01", "9999-12-31");
    g_assert_cmpstr (told, ==, rows[i].balances);
  }
  ledger_end (&ledger);
}

/* What cannot stand in a book is refused with its reason, and the book stays as it was. */
static void
test_refused (void)
{
  static const struct {
    const char *entry;
    int code;
  } rows[] = {
    { "2027-01-05 One line | Assets:Cash 12.50", TQ_ERROR_INVALID },
    { "2027-01-05 No line", TQ_ERROR_INVALID },
    { "2027-01-05 More in | Assets:Cash 12.51 | Income:Sales -12.50", TQ_ERROR_UNBALANCED },
    { "2027-01-05 More out | Assets:Cash 12.50 | Income:Sales -12.51", TQ_ERROR_UNBALANCED },
    { "2027-01-05 Same side | Assets:Cash 1.00 | Income:Sales 1.00", TQ_ERROR_UNBALANCED },
    { "2027-01-05 Mixed | Assets:Cash 1.00 | Income:Sales -1.00 HOUR", TQ_ERROR_UNBALANCED },
    { "2027-01-05 Second | Assets:Cash 1.00 | Income:Sales -1.00 | Assets:Cash 1.00 HOUR"
      " | Income:Sales -2.00 HOUR",
      TQ_ERROR_UNBALANCED },
    { "2027-01-05 Unknown | Assets:Purse 1.00 | Income:Sales -1.00", TQ_ERROR_CONFLICT },
    { "2027-01-05 Nobody | Assets:Cash@Z9 1.00 | Income:Sales -1.00", TQ_ERROR_CONFLICT },
    { "2027-01-05 Large | Assets:Cash 1000000000000.01 | Income:Sales -1000000000000.01",
      TQ_ERROR_OVERFLOW },
    { "2027-01-05 Bell\x07 | Assets:Cash 1.00 | Income:Sales -1.00", TQ_ERROR_INVALID },
  };
  Ledger ledger;
  ledger_start (&ledger);
  const gint64 events = ledger_ask (&ledger, "SELECT max (seq) FROM event");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_test_message ("%s", rows[i].entry);
    g_assert_false (ledger_post (&ledger, rows[i].entry, NULL, &error));
    g_assert_error (error, TQ_ERROR, rows[i].code);
    g_assert_cmpint (ledger_ask (&ledger, "SELECT max (seq) FROM event"), ==, events);
    g_assert_cmpint (ledger_ask (&ledger, "SELECT count (*) FROM posting"), ==, 0);
  }
  /* The largest amount of all fits. */
  g_assert_true (ledger_post (
    &ledger,
    "2027-01-05 Largest | Assets:Cash 1000000000000.00 | Income:Sales -1000000000000.00",
    NULL,
    NULL));
  ledger_end (&ledger);
}

/* A thing bought in another commodity is balanced by its value, and both are kept. */
static void
test_priced (void)
{
  Ledger ledger;
  ledger_start (&ledger);
  const struct {
    gint64 amount, value_commodity, value;
    int code; /* -1 where it stands */
  } rows[] = {
    { 1000, ledger.mxn, 25000, -1 },
    { -1000, ledger.mxn, -25000, -1 },
    { 1000, ledger.mxn, 0, -1 },
    { 1000, ledger.mxn, -25000, TQ_ERROR_INVALID },
    { -1000, ledger.mxn, 25000, TQ_ERROR_INVALID },
    { 1000, ledger.hour, 999, TQ_ERROR_INVALID },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (TqEntry) entry = { 0 };
    g_autoptr (GError) error = NULL;
    g_autoptr (TqAccount) cash = tq_account_load_by_role (ledger.store, "cash", NULL);
    const TqPosting priced = {
      cash->event, 0, ledger.hour, rows[i].amount, rows[i].value_commodity, rows[i].value
    };
    ledger_read (&ledger, "2027-01-05 Hours for pesos", &entry);
    tq_entry_add_priced (&entry, &priced);
    tq_entry_add (&entry, cash->event, 0, rows[i].value_commodity, -rows[i].value);
    const gboolean done =
      LEDGER_DO (&ledger, entry.day, tq_entry_append (ledger.store, &act, &entry, NULL, &error));
    g_assert_cmpint (done, ==, rows[i].code == -1);
    if (!done)
      g_assert_error (error, TQ_ERROR, rows[i].code);
  }
  ledger_end (&ledger);
}

/* What is loaded is what was posted, to the last word. */
static void
test_load (void)
{
  Ledger ledger;
  g_auto (TqEntry) written = { 0 };
  g_auto (TqEntry) loaded = { 0 };
  g_autoptr (GError) error = NULL;
  gint64 event = 0;
  ledger_start (&ledger);
  ledger_read (&ledger,
               "2027-01-05 Café de Inés | Assets:Cash@A1 12.50 | Income:Sales -12.50",
               &written);
  g_free (written.reference);
  written.reference = g_strdup ("  F-17 ");
  g_free (written.source_detail);
  written.source_detail = g_strdup ("form");
  written.source = TQ_ENTRY_FORM;
  g_assert_true (
    LEDGER_DO (&ledger, written.day, tq_entry_append (ledger.store, &act, &written, &event, NULL)));
  g_assert_true (tq_entry_load (ledger.store, event, &loaded, NULL));
  g_assert_cmpint (loaded.event, ==, event);
  g_assert_cmpint (loaded.day, ==, written.day);
  g_assert_cmpstr (loaded.text, ==, "Café de Inés");
  g_assert_cmpstr (loaded.reference, ==, "F-17");
  g_assert_cmpstr (loaded.source_detail, ==, "form");
  g_assert_cmpint (loaded.source, ==, TQ_ENTRY_FORM);
  g_assert_cmpint (loaded.reverses, ==, 0);
  g_assert_cmpuint (loaded.postings->len, ==, 2);
  g_assert_cmpint (memcmp (loaded.postings->data, written.postings->data, 2 * sizeof (TqPosting)),
                   ==,
                   0);
  g_assert_false (tq_entry_load (ledger.store, event + 1, &loaded, &error));
  g_assert_error (error, TQ_ERROR, TQ_ERROR_NOT_FOUND);
  ledger_end (&ledger);
}

/* An entry is undone by its opposite, once; the opposite can be undone in turn. */
static void
test_reversal (void)
{
  Ledger ledger;
  g_autoptr (GError) twice = NULL;
  g_autoptr (GError) missing = NULL;
  gint64 event = 0, reversal = 0;
  const TqDay day = ledger_day ("2027-02-01");
  ledger_start (&ledger);
  g_assert_true (ledger_post (&ledger,
                              "2027-01-05 Sale | Assets:Cash@A1 12.50 | Income:Sales -12.50",
                              &event,
                              NULL));
  g_assert_true (LEDGER_DO (
    &ledger,
    day,
    tq_entry_append_reversal (ledger.store, &act, event, "typed twice", &reversal, NULL)));
  g_auto (TqEntry) loaded = { 0 };
  g_assert_true (tq_entry_load (ledger.store, reversal, &loaded, NULL));
  g_assert_cmpint (loaded.reverses, ==, event);
  g_assert_cmpint (loaded.source, ==, TQ_ENTRY_REVERSAL);
  g_assert_cmpint (loaded.day, ==, day);
  g_autofree char *nothing = ledger_tell (&ledger, "0001-01-01", "9999-12-31");
  g_assert_cmpstr (nothing, ==, "");
  g_autofree char *january = ledger_tell (&ledger, "2027-01-01", "2027-01-31");
  g_assert_cmpstr (january, ==, "Assets:Cash 12.50 | Income:Sales -12.50");
  g_assert_false (
    LEDGER_DO (&ledger,
               day,
               tq_entry_append_reversal (ledger.store, &act, event, "again", NULL, &twice)));
  g_assert_error (twice, TQ_ERROR, TQ_ERROR_CONFLICT);
  g_assert_false (
    LEDGER_DO (&ledger,
               day,
               tq_entry_append_reversal (ledger.store, &act, 4711, "what?", NULL, &missing)));
  g_assert_error (missing, TQ_ERROR, TQ_ERROR_NOT_FOUND);
  g_assert_true (LEDGER_DO (
    &ledger,
    day,
    tq_entry_append_reversal (ledger.store, &act, reversal, "it was right", NULL, NULL)));
  ledger_end (&ledger);
}

/* An event whose body is no entry, though its fields have the right types, changes nothing. */
static void
test_damaged (void)
{
  Ledger ledger;
  ledger_start (&ledger);
  for (guint variant = 0; variant < 5; variant++) {
    g_auto (TqEntry) entry = { 0 };
    g_auto (TqEncoder) fields = { NULL };
    g_autoptr (GError) error = NULL;
    ledger_read (&ledger, "2027-01-05 Sale | Assets:Cash 1.00 | Income:Sales -1.00", &entry);
    if (variant == 1)
      entry.source = (TqEntrySource) 99;
    if (variant == 2)
      g_array_index (entry.postings, TqPosting, 0).amount = 101;
    if (variant == 3)
      g_array_set_size (entry.postings, 1);
    if (variant == 4)
      entry.day = TQ_DAY_NONE;
    tq_encoder_start (&fields);
    tq_entry_encode (&entry, &fields);
    const gboolean done =
      LEDGER_DO (&ledger,
                 0,
                 tq_event_append (ledger.store, "entry.post/1", &act, &fields, NULL, &error));
    g_assert_cmpint (done, ==, variant == 0);
    g_assert_cmpint (ledger_ask (&ledger, "SELECT count (*) FROM entry"), ==, 1);
  }
  ledger_end (&ledger);
}

static gboolean
count_line (const TqJournalLine *line, gpointer user_data, GError **error)
{
  (*(guint *) user_data)++;
  return TRUE;
}

/* The journal is searched in any case, in the letters of every language, and an entry that fits
 * comes with all its lines. */
static void
test_search (void)
{
  static const struct {
    const char *words;
    guint lines;
  } rows[] = {
    { "año", 5 },  { "AÑO", 5 },  { "Año nuevo", 3 },  { "nuevo", 3 },
    { "", 7 },     { "f-Ñ", 2 },  { "ano", 0 },        { "%", 0 },
    { "cafe", 0 }, { "CAFÉ", 2 }, { "cafe\u0301", 2 },
  };
  Ledger ledger;
  g_auto (TqEntry) referred = { 0 };
  ledger_start (&ledger);
  g_assert_true (ledger_post (
    &ledger,
    "2027-01-01 AÑO NUEVO | Assets:Cash 3.00 | Income:Sales -2.00 | Equity:Opening -1.00",
    NULL,
    NULL));
  g_assert_true (ledger_post (&ledger,
                              "2027-01-02 Fin de año | Assets:Cash 1.00 | Income:Sales -1.00",
                              NULL,
                              NULL));
  ledger_read (&ledger, "2027-01-03 Café | Assets:Cash 1.00 | Income:Sales -1.00", &referred);
  g_free (referred.reference);
  referred.reference = g_strdup ("F-Ñ1");
  g_assert_true (
    LEDGER_DO (&ledger, referred.day, tq_entry_append (ledger.store, &act, &referred, NULL, NULL)));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    guint lines = 0;
    g_test_message ("“%s”", rows[i].words);
    g_assert_true (tq_journal_query (ledger.store,
                                     ledger_day ("2027-01-01"),
                                     ledger_day ("2027-01-31"),
                                     rows[i].words,
                                     count_line,
                                     &lines,
                                     NULL));
    g_assert_cmpuint (lines, ==, rows[i].lines);
  }
  ledger_end (&ledger);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ledger/entry/posted", test_posted);
  g_test_add_func ("/ledger/entry/refused", test_refused);
  g_test_add_func ("/ledger/entry/priced", test_priced);
  g_test_add_func ("/ledger/entry/load", test_load);
  g_test_add_func ("/ledger/entry/reversal", test_reversal);
  g_test_add_func ("/ledger/entry/damaged", test_damaged);
  g_test_add_func ("/ledger/entry/search", test_search);
  return g_test_run ();
}
