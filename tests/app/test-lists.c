/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "app/settle.h"
#include "app/story.h"
#include "base/error.h"
#include "service/account-list.h"
#include "service/day-input.h"
#include "service/entry-draft.h"
#include "service/journal-list.h"
#include "service/party-list.h"

#include <locale.h>

typedef struct {
  char *path;
  TqBook *book;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->path = tq_story_new_path ();
  fixture->book = tq_story_create (fixture->path, "en", GPOINTER_TO_UINT (data));
}

/* A list that is dropped while its thread reads keeps the book until the thread is done. */
static gboolean
is_alone (gpointer book)
{
  return g_atomic_int_get (&G_OBJECT (book)->ref_count) == 1;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  tq_settle_until (is_alone, fixture->book, "the last reader of the book");
  g_assert_finalize_object (fixture->book);
  tq_story_remove (fixture->path);
}

static gboolean
is_read (gpointer list)
{
  return !tq_lazy_list_is_loading (list);
}

static void
wait_for (gpointer list)
{
  tq_settle_until (is_read, list, "a list");
  g_assert_null (tq_lazy_list_get_fault (list));
}

static char *
dup_at (gpointer list, guint place, const char *property)
{
  char *words = NULL;
  g_autoptr (GObject) row = g_list_model_get_item (list, place);
  g_assert_nonnull (row);
  g_object_get (row, property, &words, NULL);
  return words;
}

static void
assert_at (gpointer list, guint place, const char *property, const char *expected)
{
  g_autofree char *words = dup_at (list, place, property);
  g_assert_cmpstr (words, ==, expected);
}

/* The journal stands newest first, with both sides named and what corrects what. */
static void
test_journal_rows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TqJournalList) list = tq_journal_list_new ();
  tq_lazy_list_set_book (TQ_LAZY_LIST (list), fixture->book);
  wait_for (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 10);
  assert_at (list, 0, "text", "The receipt has no stamp");
  assert_at (list, 1, "text", "Final payment of the buyer");
  assert_at (list, 1, "day", "21 Mar 2026");
  assert_at (list, 1, "into", "Bank");
  assert_at (list, 1, "out-of", "Sales of produce");
  assert_at (list, 1, "amount", "42,600.00");
  assert_at (list, 9, "text", "Opening cash");
  g_autofree char *mark = dup_at (list, 0, "mark"), *marked = dup_at (list, 2, "mark");
  g_assert_true (g_str_has_prefix (mark, "Corrects entry "));
  g_assert_true (g_str_has_prefix (marked, "Corrected by entry "));
}

/* What is looked for may be a part of a text, an account, a family, an amount or a number. */
static void
test_journal_search (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *words;
    guint found;
  } table[] = {
    { "buyer", 2 }, { "SACKS", 1 },    { "Stationery", 2 }, { "Anselmo", 1 },
    { "6200", 1 },  { "6,200.00", 1 }, { "500", 2 },        { "nowhere", 0 },
    { "%", 0 },     { "_", 0 },        { "'", 1 },          { "", 10 },
  };
  g_autoptr (TqJournalList) list = tq_journal_list_new ();
  tq_lazy_list_set_book (TQ_LAZY_LIST (list), fixture->book);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++) {
    tq_journal_list_set_words (list, table[i].words);
    wait_for (list);
    g_test_message ("looking for “%s”", table[i].words);
    g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, table[i].found);
  }
}

/* A list of many rows makes only those that are asked for, whatever their place. */
static void
test_journal_pages (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TqJournalList) list = tq_journal_list_new ();
  tq_lazy_list_set_book (TQ_LAZY_LIST (list), fixture->book);
  wait_for (list);
  const guint count = g_list_model_get_n_items (G_LIST_MODEL (list));
  g_assert_cmpuint (count, ==, 10 + GPOINTER_TO_UINT (data));
  for (guint i = 0; i < 2000; i++) {
    const guint place = (i * 7919u) % count;
    g_autofree char *text = dup_at (list, place, "text");
    g_assert_cmpstr (text, !=, "");
  }
  g_autoptr (TqJournalRow) row = g_list_model_get_item (G_LIST_MODEL (list), count / 2);
  g_assert_cmpuint (tq_lazy_list_find (TQ_LAZY_LIST (list), tq_journal_row_get_event (row)),
                    ==,
                    count / 2);
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (list), count));
}

static void
count_signal (GListModel *list, guint place, guint removed, guint added, gpointer signals)
{
  g_array_append_val (signals, removed);
  g_array_append_val (signals, added);
}

/* A new entry is seen at once; old rows go and new ones come in two signals, so that a selection
 * does not make every row. */
static void
test_journal_refresh (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) signals = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (TqJournalList) list = tq_journal_list_new ();
  tq_lazy_list_set_book (TQ_LAZY_LIST (list), fixture->book);
  wait_for (list);
  g_signal_connect (list, "items-changed", G_CALLBACK (count_signal), signals);
  tq_story_post_plain (fixture->book, "A new one");
  wait_for (list);
  g_assert_cmpuint (signals->len, ==, 4);
  g_assert_cmpuint (g_array_index (signals, guint, 0), ==, 10);
  g_assert_cmpuint (g_array_index (signals, guint, 1), ==, 0);
  g_assert_cmpuint (g_array_index (signals, guint, 2), ==, 0);
  g_assert_cmpuint (g_array_index (signals, guint, 3), ==, 11);
  assert_at (list, 0, "text", "A new one");
}

/* A list that is dropped while it reads is thrown away with its reading. */
static void
test_list_dropped (Fixture *fixture, gconstpointer data)
{
  for (guint i = 0; i < 20; i++) {
    TqJournalList *list = tq_journal_list_new ();
    gpointer watched = list;
    g_object_add_weak_pointer (G_OBJECT (list), &watched);
    tq_lazy_list_set_book (TQ_LAZY_LIST (list), fixture->book);
    tq_journal_list_set_words (list, "a");
    tq_lazy_list_set_book (TQ_LAZY_LIST (list), NULL);
    g_object_unref (list);
    for (guint waited = 0; watched != NULL && waited < 500; waited++)
      tq_settle (10);
    g_assert_null (watched);
  }
}

static guint
find_row (gpointer list, const char *property, const char *expected)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++) {
    g_autofree char *words = dup_at (list, i, property);
    if (g_strcmp0 (words, expected) == 0)
      return i;
  }
  g_assert_not_reached ();
}

/* An account holds what is below it, on the side on which its kind grows. */
static void
test_account_balances (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *name;
    const char *balance;
    guint depth;
  } table[] = {
    { "Assets", "139,422.00", 0 }, { "Cash box", "86,822.00", 1 }, { "Bank", "52,600.00", 1 },
    { "Income", "42,600.00", 0 },  { "Shares", "1,000.00", 2 },    { "Loans", "", 1 },
  };
  g_autoptr (TqAccountList) list = g_object_new (TQ_TYPE_ACCOUNT_LIST, NULL);
  tq_lazy_list_set_book (TQ_LAZY_LIST (list), fixture->book);
  wait_for (list);
  for (guint i = 0; i < G_N_ELEMENTS (table); i++) {
    const guint place = find_row (list, "name", table[i].name);
    g_autoptr (TqAccountRow) row = g_list_model_get_item (G_LIST_MODEL (list), place);
    g_test_message ("%s", table[i].name);
    assert_at (list, place, "balance", table[i].balance);
    g_assert_cmpuint (tq_account_row_get_depth (row), ==, table[i].depth);
  }
}

/* A search keeps what stands above, so that a person sees where the account belongs. */
static void
test_account_search (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TqAccountList) list = g_object_new (TQ_TYPE_ACCOUNT_LIST, NULL);
  tq_lazy_list_set_book (TQ_LAZY_LIST (list), fixture->book);
  tq_account_list_set_words (list, "cásh box");
  wait_for (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 2);
  assert_at (list, 0, "name", "Assets");
  assert_at (list, 1, "name", "Cash box");
}

/* A family shows its group and what it has; one that has nothing shows nothing. */
static void
test_party_rows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (TqPartyList) list = g_object_new (TQ_TYPE_PARTY_LIST, NULL);
  tq_lazy_list_set_book (TQ_LAZY_LIST (list), fixture->book);
  wait_for (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 7);
  assert_at (list, 0, "name", "Anselmo y Domitila");
  assert_at (list, 0, "group", "Arriba");
  assert_at (list, 0, "shares", "500.00");
  assert_at (list, 1, "shares", NULL);
  tq_party_list_set_words (list, "vega tomas");
  wait_for (list);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, 1);
  assert_at (list, 0, "code", "V1");
}

static void
fill (TqEntryDraft *draft, guint place, const char *account, const char *into, const char *out_of)
{
  g_autoptr (TqDraftLine) line = g_list_model_get_item (tq_entry_draft_list_lines (draft), place);
  g_object_set (line, "account", account, "into", into, "out-of", out_of, NULL);
}

/* What a form says about its two sides, and what it refuses with which words. */
static void
test_draft_words (Fixture *fixture, gconstpointer data)
{
  static const struct {
    const char *account[2];
    const char *into[2];
    const char *out_of[2];
    const char *balance;
    const char *refusal; /* NULL: it is posted */
  } table[] = {
    { { "cash", "sales of prod" },
      { "150.00", "" },
      { "", "150.30" },
      "The two sides differ by 0.30. Did you mean 150.30?",
      "The two sides differ by 0.30. Did you mean 150.30?" },
    { { "1010", "4010" }, { "150.30", "" }, { "", "150.30" }, "Both sides are 150.30.", NULL },
    { { "Cash box", "Income:Sales of produce" },
      { "1,150.30", "" },
      { "", "" },
      "Both sides are 1,150.30.",
      NULL },
    { { "member", "4010" },
      { "1", "" },
      { "", "1" },
      "Both sides are 1.00.",
      "“member” fits several accounts. Write more of the name." },
    { { "nothing like it", "4010" },
      { "1", "" },
      { "", "1" },
      "Both sides are 1.00.",
      "There is no account “nothing like it”. Write a part of its name or its code." },
    { { "", "4010" },
      { "1", "" },
      { "", "1" },
      "Both sides are 1.00.",
      "A line has an amount and no account. Say where it belongs." },
    { { "1010", "4010" },
      { "", "" },
      { "", "" },
      "",
      "The line of “Assets:Cash box” has no amount. Write how much goes into it or out of it." },
    { { "1010", "4010" },
      { "1", "" },
      { "1", "" },
      "A line has one amount: into the account or out of it. Clear one of the two.",
      "A line has one amount: into the account or out of it. Clear one of the two." },
    { { "1010", "4010" },
      { "-1", "" },
      { "", "" },
      "Write the amount without a minus, on the other side of the line.",
      "Write the amount without a minus, on the other side of the line." },
  };
  for (guint i = 0; i < G_N_ELEMENTS (table); i++) {
    gint64 event = 0;
    g_autofree char *balance = NULL;
    g_autoptr (GError) error = NULL;
    g_autoptr (TqEntryDraft) draft = tq_entry_draft_new (fixture->book, TQ_STORY_DAY + 50, &error);
    g_assert_no_error (error);
    g_object_set (draft, "text", "Coffee sold", NULL);
    for (guint j = 0; j < 2; j++)
      fill (draft, j, table[i].account[j], table[i].into[j], table[i].out_of[j]);
    g_object_get (draft, "balance", &balance, NULL);
    g_test_message ("row %u", i);
    g_assert_cmpstr (balance, ==, table[i].balance);
    const gboolean posted = tq_entry_draft_post (draft, &event, &error);
    g_assert_cmpint (posted, ==, table[i].refusal == NULL);
    g_assert_cmpstr (error != NULL ? error->message : NULL, ==, table[i].refusal);
  }
}

/* An entry begins today; where today is closed already, on the first day that is open. */
static void
test_draft_day (Fixture *fixture, gconstpointer data)
{
  TqDay day = 0;
  g_autoptr (GError) error = NULL;
  g_assert_true (tq_entry_draft_find_day (fixture->book, TQ_STORY_DAY + 50, &day, &error));
  g_assert_cmpint (day, ==, TQ_STORY_DAY + 50);
  tq_story_seal (fixture->book, TQ_STORY_DAY + 60);
  g_assert_true (tq_entry_draft_find_day (fixture->book, TQ_STORY_DAY + 50, &day, &error));
  g_assert_cmpint (day, ==, TQ_STORY_DAY + 61);
  g_assert_no_error (error);
}

/* A day is read as people write it, and nothing is guessed where it cannot be one. */
static void
test_day_input (void)
{
  static const struct {
    const char *typed;
    const char *day; /* NULL: refused */
  } table[] = {
    { "2027-04-18", "2027-04-18" },
    { "18/4/2027", "2027-04-18" },
    { "18.4.27", "2027-04-18" },
    { "18-4", "2026-04-18" },
    { " 5 ", "2026-02-05" },
    { "31/2/2027", NULL },
    { "18/13/2027", NULL },
    { "soon", NULL },
    { "", NULL },
    { "1/2/3/4", NULL },
  };
  for (guint i = 0; i < G_N_ELEMENTS (table); i++) {
    TqDay day = 0;
    g_autoptr (GError) error = NULL;
    const gboolean read = tq_day_input_parse (table[i].typed, TQ_STORY_DAY, &day, &error);
    g_test_message ("“%s”", table[i].typed);
    g_assert_cmpint (read, ==, table[i].day != NULL);
    if (read) {
      g_autofree char *words = tq_day_to_string (day);
      g_assert_cmpstr (words, ==, table[i].day);
    } else {
      g_assert_error (error, TQ_ERROR, TQ_ERROR_INVALID);
    }
  }
}

int
main (int argc, char **argv)
{
  (void) setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
#define ADD(path, extra, func)                                                                     \
  g_test_add ("/app/lists/" path, Fixture, GUINT_TO_POINTER (extra), set_up, func, tear_down)
  ADD ("journal-rows", 0, test_journal_rows);
  ADD ("journal-search", 0, test_journal_search);
  ADD ("journal-pages", 6000, test_journal_pages);
  ADD ("journal-refresh", 0, test_journal_refresh);
  ADD ("dropped", 0, test_list_dropped);
  ADD ("account-balances", 0, test_account_balances);
  ADD ("account-search", 0, test_account_search);
  ADD ("party-rows", 0, test_party_rows);
  ADD ("draft-words", 0, test_draft_words);
  ADD ("draft-day", 0, test_draft_day);
  g_test_add_func ("/app/lists/day-input", test_day_input);
  return g_test_run ();
}
