/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "service/reports.h"

#include "base/error.h"
#include "base/i18n.h"
#include "ledger/balance-query.h"
#include "reports/statements.h"
#include "service/names.h"

#include <string.h>

/* What a report needs beside the balances of its range. */
typedef struct {
  TqBook *book;
  TqDay from;
  TqDay through;
  TqLedgerRecords records;
} Order;

typedef TqTable *(*Builder) (Order *order, GError **error);

static TqTable *
build_trial_balance (Order *order, GError **error)
{
  return tq_statements_build_trial_balance (&order->records);
}

static TqTable *
build_balance_sheet (Order *order, GError **error)
{
  g_autoptr (GArray) all =
    tq_balance_load_range (tq_book_get_store (order->book), TQ_DAY_MIN, order->through, error);
  if (all == NULL)
    return NULL;
  TqLedgerRecords records = order->records;
  records.balances = all;
  return tq_statements_build_balance_sheet (&records, error);
}

static TqTable *
build_income_statement (Order *order, GError **error)
{
  g_autoptr (GArray) closing =
    tq_balance_load_closing (tq_book_get_store (order->book), order->from, order->through, error);
  if (closing == NULL)
    return NULL;
  TqLedgerRecords records = order->records;
  records.closing = closing;
  return tq_statements_build_income_statement (&records, error);
}

static gboolean
add_standing (Order *order, TqTable *table, const char *role, const char *words, GError **error)
{
  gint64 amount = 0;
  TqStore *store = tq_book_get_store (order->book);
  const gint64 currency = tq_book_get_cooperative (order->book)->currency;
  g_autoptr (TqCommodity) commodity = tq_commodity_load (store, currency, error);
  g_autoptr (TqAccount) account =
    commodity != NULL ? tq_account_load_by_role (store, role, NULL) : NULL;
  if (commodity == NULL)
    return FALSE;
  if (account != NULL &&
      !tq_balance_load_account (store, account->event, currency, order->through, &amount, error))
    return FALSE;
  TqRow *row = tq_table_add_row (table, TQ_ROW_NORMAL, 1);
  tq_row_add_text (row, words);
  tq_row_add_text (row, commodity->symbol);
  tq_row_add_number_in (row, amount, commodity->digits);
  return TRUE;
}

/* What came in, what went out, what is left of it, and where it lies. */
static TqTable *
build_open_statement (Order *order, GError **error)
{
  static const struct {
    const char *role;
    const char *words;
  } places[] = {
    { "cash", N_ ("In the cash box") },
    { "bank", N_ ("In the bank") },
    { "stock", N_ ("In the store: produce") },
    { "supplies-stock", N_ ("In the store: supplies") },
    { "receivables", N_ ("Customers owe us") },
    { "member-debts", N_ ("Members owe us") },
    { "payables", N_ ("We owe suppliers") },
    { "loans", N_ ("We owe for loans") },
    { "customer-advances", N_ ("Customers paid in advance") },
    { "returns-payable", N_ ("We owe families") },
  };
  g_autoptr (TqTable) table = build_income_statement (order, error);
  if (table == NULL)
    return NULL;
  g_free (table->key);
  g_free (table->title);
  table->key = g_strdup ("open_statement");
  table->title = g_strdup (_ ("Open statement"));
  TqRow *heading = tq_table_add_row (table, TQ_ROW_HEADING, 0);
  tq_row_add_text (heading, _ ("What there is"));
  tq_row_add_empty (heading);
  tq_row_add_empty (heading);
  for (gsize i = 0; i < G_N_ELEMENTS (places); i++)
    if (!add_standing (order, table, places[i].role, _ (places[i].words), error))
      return NULL;
  return g_steal_pointer (&table);
}

static TqTable *
build_equity_changes (Order *order, GError **error)
{
  g_autoptr (GArray) opening =
    tq_balance_load_range (tq_book_get_store (order->book),
                           TQ_DAY_MIN,
                           order->from > TQ_DAY_MIN ? order->from - 1 : TQ_DAY_MIN - 1,
                           error);
  if (opening == NULL)
    return NULL;
  TqLedgerRecords records = order->records;
  records.opening = opening;
  return tq_statements_build_equity_changes (&records, error);
}

static TqTable *
build_cash_flow (Order *order, GError **error)
{
  TqStore *store = tq_book_get_store (order->book);
  g_autoptr (GArray) opening = tq_balance_query_money (store, order->from - 1, error);
  g_autoptr (GArray) flows =
    opening != NULL ? tq_balance_query_counterparts (store, order->from, order->through, error)
                    : NULL;
  if (flows == NULL)
    return NULL;
  TqLedgerRecords records = order->records;
  records.opening = opening;
  records.balances = flows;
  return tq_statements_build_cash_flow (&records, error);
}

static TqTable *
build_member_accounts (Order *order, GError **error)
{
  TqStore *store = tq_book_get_store (order->book);
  g_autoptr (GPtrArray) parties = tq_party_load_everyone (store, error);
  g_autoptr (GArray) balances =
    parties != NULL ? tq_balance_query_parties (store, order->from, order->through, error) : NULL;
  if (balances == NULL)
    return NULL;
  TqLedgerRecords records = order->records;
  records.balances = balances;
  return tq_statements_build_member_accounts (&records, parties, error);
}

static const struct {
  const char *name;
  Builder build;
} reports[] = {
  { "open-statement", build_open_statement },
  { "trial-balance", build_trial_balance },
  { "balance-sheet", build_balance_sheet },
  { "income-statement", build_income_statement },
  { "cash-flow", build_cash_flow },
  { "equity-changes", build_equity_changes },
  { "member-accounts", build_member_accounts },
};

/* The names of the reports that are tables of balances; ends with NULL. */
const char *const *
tq_reports_get_names (void)
{
  static const char *names[G_N_ELEMENTS (reports) + 1];
  for (gsize i = 0; i < G_N_ELEMENTS (reports); i++)
    names[i] = reports[i].name;
  return names;
}

static gboolean
is_chosen (const TqAccount *account, const char *const *accounts)
{
  for (gsize i = 0; accounts[i] != NULL; i++) {
    const gsize length = strlen (accounts[i]);
    if (g_strcmp0 (account->code, accounts[i]) == 0)
      return TRUE;
    if (strncmp (account->full_name, accounts[i], length) == 0 &&
        (account->full_name[length] == '\0' || account->full_name[length] == ':'))
      return TRUE;
  }
  return FALSE;
}

/* The trial balance of some accounts and those below them, or of all where none is named (transfer
 * full). Raises TQ_ERROR_NOT_FOUND for a name or code that there is not. */
TqTable *
tq_reports_build_balances (TqBook *book,
                           const char *const *accounts,
                           TqDay from,
                           TqDay through,
                           GError **error)
{
  g_auto (TqNames) names = { 0 };
  TqStore *store = tq_book_get_store (book);
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();
  for (gsize i = 0; accounts != NULL && accounts[i] != NULL; i++) {
    g_autoptr (TqAccount) account = tq_account_load_by_name (store, accounts[i], error);
    if (account == NULL)
      return NULL;
  }
  g_autoptr (GArray) balances = tq_balance_load_range (store, from, through, error);
  if (balances == NULL || !tq_names_load (store, &names, error))
    return NULL;
  for (guint i = 0; i < names.accounts->len; i++) {
    TqAccount *account = g_ptr_array_index (names.accounts, i);
    if (accounts == NULL || accounts[0] == NULL || is_chosen (account, accounts))
      g_ptr_array_add (chosen, account);
  }
  const TqLedgerRecords records = { .accounts = chosen,
                                    .commodities = names.commodities,
                                    .balances = balances };
  return tq_statements_build_trial_balance (&records);
}

/* The chart of accounts (transfer full). */
TqTable *
tq_reports_build_accounts (TqBook *book, GError **error)
{
  g_autoptr (GPtrArray) accounts = tq_account_load_all (tq_book_get_store (book), error);
  if (accounts == NULL)
    return NULL;
  g_autoptr (TqTable) table = tq_table_new ("accounts", _ ("Chart of accounts"));
  tq_table_add_column (table, "account", _ ("Account"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "code", _ ("Code"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "kind", _ ("Kind"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "role", _ ("Role"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "closed", _ ("Closed"), TQ_COLUMN_DATE, 0);
  for (guint i = 0; i < accounts->len; i++) {
    const TqAccount *account = g_ptr_array_index (accounts, i);
    TqRow *row = tq_table_add_row (table, TQ_ROW_NORMAL, 0);
    tq_row_add_text (row, account->full_name);
    tq_row_add_text (row, account->code != NULL ? account->code : "");
    tq_row_add_text (row, tq_account_kind_get_name (account->kind));
    tq_row_add_text (row, account->role != NULL ? account->role : "");
    if (account->closed != TQ_DAY_NONE)
      tq_row_add_day (row, account->closed);
    else
      tq_row_add_empty (row);
  }
  return g_steal_pointer (&table);
}

/* The report *name* of the range (transfer full). Raises TQ_ERROR_NOT_FOUND for an unknown name. */
TqTable *
tq_reports_build (TqBook *book, const char *name, TqDay from, TqDay through, GError **error)
{
  g_auto (TqNames) names = { 0 };
  TqStore *store = tq_book_get_store (book);
  for (gsize i = 0; i < G_N_ELEMENTS (reports); i++) {
    if (strcmp (reports[i].name, name) != 0)
      continue;
    g_autoptr (GArray) balances = tq_balance_load_range (store, from, through, error);
    if (balances == NULL || !tq_names_load (store, &names, error))
      return NULL;
    Order order = { book,
                    from,
                    through,
                    { names.accounts, names.commodities, balances, NULL, NULL } };
    return reports[i].build (&order, error);
  }
  g_set_error (error,
               TQ_ERROR,
               TQ_ERROR_NOT_FOUND,
               _ ("There is no report “%s”. “tequio-cli report --help” lists them."),
               name);
  return NULL;
}
