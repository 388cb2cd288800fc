/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "ledger-fixture.h"

#include "base/money.h"
#include "ledger/balance.h"
#include "ledger/commodity.h"
#include "people/party.h"
#include "service/kinds.h"
#include "store/statement.h"
#include "store/verify.h"

#define NO_ACCOUNT 987654321

TqDay
ledger_day (const char *text)
{
  TqDay day = TQ_DAY_NONE;
  g_assert_true (tq_day_parse (text, &day, NULL));
  return day;
}

/* Cash and bank, sales, costs and an opening balance; pesos and hours; the family A1. */
void
ledger_start (Ledger *ledger)
{
  const TqParty family = { .kind = TQ_PARTY_FAMILY,
                           .code = (char *) (guintptr) "A1",
                           .name = (char *) (guintptr) "Rufina" };
  *ledger = (Ledger){ .store = tq_store_new_memory (tq_kinds_get_all (), NULL) };
  g_assert_true (
    LEDGER_DO (ledger, 0, tq_commodity_append (ledger->store, &act, "MXN", 2, &ledger->mxn, NULL)));
  g_assert_true (
    LEDGER_DO (ledger,
               0,
               tq_commodity_append (ledger->store, &act, "HOUR", 2, &ledger->hour, NULL)));
  g_assert_true (
    LEDGER_DO (ledger, 0, tq_party_append (ledger->store, &act, &family, &ledger->family, NULL)));
  ledger_add_account (ledger, "Assets:Cash", TQ_ACCOUNT_ASSET, "cash");
  ledger_add_account (ledger, "Assets:Bank", TQ_ACCOUNT_ASSET, NULL);
  ledger_add_account (ledger, "Income:Sales", TQ_ACCOUNT_INCOME, NULL);
  ledger_add_account (ledger, "Expenses:Costs", TQ_ACCOUNT_EXPENSE, NULL);
  ledger_add_account (ledger, "Equity:Opening", TQ_ACCOUNT_EQUITY, "opening");
}

/* Every test ends with a replay of all that it did, which must give the same tables. */
void
ledger_end (Ledger *ledger)
{
  static const TqReplayHooks hooks = { tq_balance_begin_bulk, tq_balance_end_bulk };
  g_auto (TqVerification) found = { 0 };
  g_autoptr (GError) error = NULL;
  const gboolean verified = tq_verify_store (ledger->store, &hooks, NULL, NULL, &found, &error);
  g_assert_no_error (error);
  g_assert_true (verified);
  g_assert_cmpstr (found.fault, ==, NULL);
  g_assert_finalize_object (ledger->store);
}

gint64
ledger_add_account (Ledger *ledger, const char *name, TqAccountKind kind, const char *role)
{
  const TqAccount draft = { .full_name = (char *) (guintptr) name,
                            .kind = kind,
                            .role = (char *) (guintptr) role };
  gint64 event = 0;
  g_autoptr (GError) error = NULL;
  g_assert_true (
    LEDGER_DO (ledger, 0, tq_account_append (ledger->store, &act, &draft, &event, &error)));
  g_assert_no_error (error);
  return event;
}

/* One posting: "Assets:Cash 12.50", "Assets:Cash@A1 -3.00 HOUR". */
static void
read_posting (Ledger *ledger, const char *text, TqEntry *entry)
{
  g_auto (GStrv) words = g_strsplit (text, " ", -1);
  g_auto (GStrv) holder = g_strsplit (words[0], "@", 2);
  g_autoptr (TqAccount) account = tq_account_load_by_name (ledger->store, holder[0], NULL);
  const gint64 commodity = g_strv_length (words) > 2 ? ledger->hour : ledger->mxn;
  gint64 amount = 0, party = 0;
  g_assert_true (tq_money_parse (words[1], 2, &amount, NULL));
  if (holder[1] != NULL)
    party = g_str_equal (holder[1], "A1") ? ledger->family : NO_ACCOUNT;
  tq_entry_add (entry, account != NULL ? account->event : NO_ACCOUNT, party, commodity, amount);
}

/* "2027-01-05 Bread | Assets:Cash 12.50 | Income:Sales -12.50" as an entry, right or wrong. */
void
ledger_read (Ledger *ledger, const char *sentence, TqEntry *out_entry)
{
  g_auto (GStrv) parts = g_strsplit (sentence, " | ", -1);
  g_autofree char *day = g_strndup (parts[0], 10);
  tq_entry_init (out_entry, ledger_day (day), strlen (parts[0]) > 11 ? parts[0] + 11 : "");
  for (guint i = 1; parts[i] != NULL; i++)
    read_posting (ledger, parts[i], out_entry);
}

gboolean
ledger_post (Ledger *ledger, const char *sentence, gint64 *out_event, GError **error)
{
  g_auto (TqEntry) entry = { 0 };
  ledger_read (ledger, sentence, &entry);
  return LEDGER_DO (ledger,
                    entry.day,
                    tq_entry_append (ledger->store, &act, &entry, out_event, error));
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The balances of a range of days as "Assets:Cash 12.50 | Income:Sales -12.50", without zeros and
 * sorted by name (transfer full). */
char *
ledger_tell (Ledger *ledger, const char *from, const char *through)
{
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) balances =
    tq_balance_load_range (ledger->store, ledger_day (from), ledger_day (through), NULL);
  g_assert_nonnull (balances);
  for (guint i = 0; i < balances->len; i++) {
    const TqBalance *b = &g_array_index (balances, TqBalance, i);
    g_autoptr (TqAccount) account = tq_account_load (ledger->store, b->account, NULL);
    g_autofree char *amount = tq_money_to_string (b->debit - b->credit, 2);
    if (b->debit != b->credit)
      g_ptr_array_add (told,
                       g_strconcat (account->full_name,
                                    " ",
                                    amount,
                                    b->commodity == ledger->hour ? " HOUR" : NULL,
                                    NULL));
  }
  g_ptr_array_sort (told, compare_texts);
  g_ptr_array_add (told, NULL);
  return g_strjoinv (" | ", (char **) told->pdata);
}

gint64
ledger_ask (Ledger *ledger, const char *sql)
{
  gint64 value = -1;
  g_assert_true (tq_statement_find_int (ledger->store, sql, TQ_BINDINGS (TQ_END), &value, NULL));
  return value;
}
