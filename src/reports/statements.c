/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The classic reports, as tables, from balances that the service loaded.
 *
 * 1. Nothing here reads a book or a clock: the same records give the same table.
 * 2. Amounts are debit minus credit; a statement turns the sign so that what is usual is positive,
 *    as its heading says. Sums are checked, per commodity, and never across commodities.
 * 3. An income statement leaves out closing entries, which only carry the result onwards. */
#include "reports/statements.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/money.h"

static const TqAccount *
find_account (const TqLedgerRecords *records, gint64 key)
{
  for (guint i = 0; i < records->accounts->len; i++) {
    const TqAccount *account = g_ptr_array_index (records->accounts, i);
    if (account->event == key)
      return account;
  }
  return NULL;
}

static const TqCommodity *
find_commodity (const TqLedgerRecords *records, gint64 key)
{
  for (guint i = 0; i < records->commodities->len; i++) {
    const TqCommodity *commodity = g_ptr_array_index (records->commodities, i);
    if (commodity->event == key)
      return commodity;
  }
  return NULL;
}

/* The first balance of an account in a list sorted by account; its further ones follow it. */
static guint
find_first (GArray *balances, gint64 account)
{
  guint low = 0, high = balances != NULL ? balances->len : 0;
  while (low < high) {
    const guint middle = low + (high - low) / 2;
    if (g_array_index (balances, TqBalance, middle).account < account)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static const TqBalance *
find_balance (GArray *balances, gint64 account, gint64 commodity)
{
  for (guint i = find_first (balances, account); balances != NULL && i < balances->len; i++) {
    const TqBalance *b = &g_array_index (balances, TqBalance, i);
    if (b->account != account)
      break;
    if (b->commodity == commodity)
      return b;
  }
  return NULL;
}

static TqRow *
add_account_row (TqTable *table,
                 const TqLedgerRecords *records,
                 const TqAccount *account,
                 gint64 commodity,
                 guint *out_digits)
{
  const TqCommodity *found = find_commodity (records, commodity);
  TqRow *row = tq_table_add_row (table, TQ_ROW_NORMAL, 0);
  tq_row_add_text (row, account->full_name);
  tq_row_add_text (row, found != NULL ? found->symbol : "");
  *out_digits = found != NULL ? found->digits : 0;
  return row;
}

/* account, commodity, debit, credit, balance: one row for each with postings in the range, sorted
 * by name, without a total (transfer full). */
TqTable *
tq_statements_build_trial_balance (const TqLedgerRecords *records)
{
  TqTable *table = tq_table_new ("trial_balance", _ ("Trial balance"));
  tq_table_add_column (table, "account", _ ("Account"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "commodity", _ ("Currency"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "debit", _ ("Debit"), TQ_COLUMN_AMOUNT, 2);
  tq_table_add_column (table, "credit", _ ("Credit"), TQ_COLUMN_AMOUNT, 2);
  tq_table_add_column (table, "balance", _ ("Balance"), TQ_COLUMN_AMOUNT, 2);
  for (guint a = 0; a < records->accounts->len; a++) {
    const TqAccount *account = g_ptr_array_index (records->accounts, a);
    for (guint i = find_first (records->balances, account->event); i < records->balances->len;
         i++) {
      guint digits = 0;
      const TqBalance *b = &g_array_index (records->balances, TqBalance, i);
      if (b->account != account->event)
        break;
      TqRow *row = add_account_row (table, records, account, b->commodity, &digits);
      tq_row_add_number_in (row, b->debit, digits);
      tq_row_add_number_in (row, b->credit, digits);
      tq_row_add_number_in (row, b->debit - b->credit, digits);
    }
  }
  return table;
}

static TqTable *
new_statement (const char *key, const char *title)
{
  TqTable *table = tq_table_new (key, title);
  tq_table_add_column (table, "account", _ ("Account"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "commodity", _ ("Currency"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "amount", _ ("Amount"), TQ_COLUMN_AMOUNT, 2);
  return table;
}

static void
add_heading (TqTable *table, const char *words)
{
  TqRow *row = tq_table_add_row (table, TQ_ROW_HEADING, 0);
  tq_row_add_text (row, words);
  tq_row_add_empty (row);
  tq_row_add_empty (row);
}

static void
add_total (TqTable *table, const char *words, const TqCommodity *commodity, gint64 amount)
{
  TqRow *row = tq_table_add_row (table, TQ_ROW_TOTAL, 0);
  tq_row_add_text (row, words);
  tq_row_add_text (row, commodity->symbol);
  tq_row_add_number_in (row, amount, commodity->digits);
}

/* Balance of an account in the range, without what closing entries did, debit minus credit. */
static gint64
net_balance (const TqLedgerRecords *records, gint64 account, gint64 commodity)
{
  const TqBalance *b = find_balance (records->balances, account, commodity);
  const TqBalance *c = find_balance (records->closing, account, commodity);
  return (b != NULL ? b->debit - b->credit : 0) - (c != NULL ? c->debit - c->credit : 0);
}

static gboolean
sum_kind (const TqLedgerRecords *records,
          TqAccountKind kind,
          gint64 commodity,
          gint64 sign,
          gint64 *sum,
          GError **error)
{
  for (guint a = 0; a < records->accounts->len; a++) {
    const TqAccount *account = g_ptr_array_index (records->accounts, a);
    if (account->kind == kind &&
        !tq_money_add (*sum, sign * net_balance (records, account->event, commodity), sum, error))
      return FALSE;
  }
  return TRUE;
}

/* The accounts of a kind with their balances, the sign turned by *sign*, and a total per commodity.
 * */
static gboolean
add_section (TqTable *table,
             const TqLedgerRecords *records,
             TqAccountKind kind,
             gint64 sign,
             const char *heading,
             const char *total,
             GError **error)
{
  add_heading (table, heading);
  for (guint a = 0; a < records->accounts->len; a++) {
    const TqAccount *account = g_ptr_array_index (records->accounts, a);
    for (guint c = 0; account->kind == kind && c < records->commodities->len; c++) {
      guint digits = 0;
      const TqCommodity *commodity = g_ptr_array_index (records->commodities, c);
      const gint64 amount = sign * net_balance (records, account->event, commodity->event);
      if (amount == 0)
        continue;
      TqRow *row = add_account_row (table, records, account, commodity->event, &digits);
      row->indent = 1;
      tq_row_add_number_in (row, amount, digits);
    }
  }
  for (guint c = 0; c < records->commodities->len; c++) {
    gint64 sum = 0;
    const TqCommodity *commodity = g_ptr_array_index (records->commodities, c);
    if (!sum_kind (records, kind, commodity->event, sign, &sum, error))
      return FALSE;
    if (sum != 0 || c == 0)
      add_total (table, total, commodity, sum);
  }
  return TRUE;
}

/* Income minus expenses of the range in one commodity: the surplus, or a loss below zero. */
gboolean
tq_statements_sum_result (const TqLedgerRecords *records,
                          gint64 commodity,
                          gint64 *out_minor,
                          GError **error)
{
  gint64 sum = 0;
  if (!sum_kind (records, TQ_ACCOUNT_INCOME, commodity, -1, &sum, error) ||
      !sum_kind (records, TQ_ACCOUNT_EXPENSE, commodity, -1, &sum, error))
    return FALSE;
  *out_minor = sum;
  return TRUE;
}

static gboolean
add_results (TqTable *table, const TqLedgerRecords *records, const char *words, GError **error)
{
  for (guint c = 0; c < records->commodities->len; c++) {
    gint64 result = 0;
    const TqCommodity *commodity = g_ptr_array_index (records->commodities, c);
    if (!tq_statements_sum_result (records, commodity->event, &result, error))
      return FALSE;
    if (result != 0 || c == 0)
      add_total (table, words, commodity, result);
  }
  return TRUE;
}

/* Income, expenses and the surplus of the range (transfer full). */
TqTable *
tq_statements_build_income_statement (const TqLedgerRecords *records, GError **error)
{
  g_autoptr (TqTable) table = new_statement ("income_statement", _ ("Income statement"));
  if (!add_section (table,
                    records,
                    TQ_ACCOUNT_INCOME,
                    -1,
                    _ ("Income"),
                    _ ("Total income"),
                    error) ||
      !add_section (table,
                    records,
                    TQ_ACCOUNT_EXPENSE,
                    1,
                    _ ("Expenses"),
                    _ ("Total expenses"),
                    error) ||
      !add_results (table, records, _ ("Surplus"), error))
    return NULL;
  return g_steal_pointer (&table);
}

/* Assets, liabilities and equity at the end of the range, with the result that is not carried
 * onwards yet (transfer full). The records reach from the beginning and hold no closing balances.
 * */
TqTable *
tq_statements_build_balance_sheet (const TqLedgerRecords *records, GError **error)
{
  g_autoptr (TqTable) table = new_statement ("balance_sheet", _ ("Balance sheet"));
  if (!add_section (table, records, TQ_ACCOUNT_ASSET, 1, _ ("Assets"), _ ("Total assets"), error) ||
      !add_section (table,
                    records,
                    TQ_ACCOUNT_LIABILITY,
                    -1,
                    _ ("Liabilities"),
                    _ ("Total liabilities"),
                    error) ||
      !add_section (table,
                    records,
                    TQ_ACCOUNT_EQUITY,
                    -1,
                    _ ("Equity"),
                    _ ("Total equity"),
                    error) ||
      !add_results (table, records, _ ("Result not yet decided on"), error))
    return NULL;
  return g_steal_pointer (&table);
}

static gboolean
add_equity_row (TqTable *table,
                const TqLedgerRecords *records,
                const TqAccount *account,
                const TqCommodity *commodity,
                GError **error)
{
  guint digits = 0;
  gint64 after = 0;
  const TqBalance *before = find_balance (records->opening, account->event, commodity->event);
  const TqBalance *range = find_balance (records->balances, account->event, commodity->event);
  const gint64 opening = before != NULL ? before->credit - before->debit : 0;
  const gint64 more = range != NULL ? range->credit : 0, less = range != NULL ? range->debit : 0;
  if (opening == 0 && range == NULL)
    return TRUE;
  if (!tq_money_add (opening, more, &after, error) || !tq_money_sub (after, less, &after, error))
    return FALSE;
  TqRow *row = add_account_row (table, records, account, commodity->event, &digits);
  tq_row_add_number_in (row, opening, digits);
  tq_row_add_number_in (row, more, digits);
  tq_row_add_number_in (row, less, digits);
  tq_row_add_number_in (row, after, digits);
  return TRUE;
}

/* What every fund and every part of the equity was, what came to it, what left it, what it is
 * (transfer full). */
TqTable *
tq_statements_build_equity_changes (const TqLedgerRecords *records, GError **error)
{
  g_autoptr (TqTable) table = tq_table_new ("equity_changes", _ ("Changes in equity"));
  tq_table_add_column (table, "account", _ ("Account"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "commodity", _ ("Currency"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "opening", _ ("At the start"), TQ_COLUMN_AMOUNT, 2);
  tq_table_add_column (table, "increase", _ ("Added"), TQ_COLUMN_AMOUNT, 2);
  tq_table_add_column (table, "decrease", _ ("Taken"), TQ_COLUMN_AMOUNT, 2);
  tq_table_add_column (table, "closing", _ ("At the end"), TQ_COLUMN_AMOUNT, 2);
  for (guint a = 0; a < records->accounts->len; a++) {
    const TqAccount *account = g_ptr_array_index (records->accounts, a);
    for (guint c = 0; account->kind == TQ_ACCOUNT_EQUITY && c < records->commodities->len; c++)
      if (!add_equity_row (table,
                           records,
                           account,
                           g_ptr_array_index (records->commodities, c),
                           error))
        return NULL;
  }
  return g_steal_pointer (&table);
}

/* Where the money came from and where it went: *records->balances* are the counterparts of the
 * entries that moved cash or bank, *opening* the money before the range (transfer full). */
TqTable *
tq_statements_build_cash_flow (const TqLedgerRecords *records, GError **error)
{
  g_autoptr (TqTable) table = new_statement ("cash_flow", _ ("Cash flow"));
  for (guint c = 0; c < records->commodities->len; c++) {
    gint64 money = 0;
    const TqCommodity *commodity = g_ptr_array_index (records->commodities, c);
    for (guint i = 0; i < records->opening->len; i++) {
      const TqBalance *b = &g_array_index (records->opening, TqBalance, i);
      if (b->commodity == commodity->event &&
          !tq_money_add (money, b->debit - b->credit, &money, error))
        return NULL;
    }
    gboolean any = money != 0;
    const guint first_row = tq_table_get_n_rows (table);
    add_total (table, _ ("Money at the start"), commodity, money);
    for (guint i = 0; i < records->balances->len; i++) {
      guint digits = 0;
      const TqBalance *b = &g_array_index (records->balances, TqBalance, i);
      const TqAccount *account = find_account (records, b->account);
      if (b->commodity != commodity->event || account == NULL)
        continue;
      const gint64 flow = b->credit - b->debit;
      if (!tq_money_add (money, flow, &money, error))
        return NULL;
      any = TRUE;
      TqRow *row = add_account_row (table, records, account, commodity->event, &digits);
      row->indent = 1;
      tq_row_add_number_in (row, flow, digits);
    }
    if (any || c == 0)
      add_total (table, _ ("Money at the end"), commodity, money);
    else
      g_ptr_array_set_size (table->rows, (int) first_row);
  }
  return g_steal_pointer (&table);
}

/* The parties are sorted by their key: there may be a hundred thousand of them. */
static const TqParty *
find_party (GPtrArray *parties, gint64 key)
{
  guint low = 0, high = parties->len;
  while (low < high) {
    const guint middle = low + (high - low) / 2;
    const TqParty *party = g_ptr_array_index (parties, middle);
    if (party->event == key)
      return party;
    if (party->event < key)
      low = middle + 1;
    else
      high = middle;
  }
  return NULL;
}

/* What every family and person holds or owes in every account that names them: *records->balances*
 * are apart for each of them (transfer full). */
TqTable *
tq_statements_build_member_accounts (const TqLedgerRecords *records,
                                     GPtrArray *parties,
                                     GError **error)
{
  g_autoptr (TqTable) table = tq_table_new ("member_accounts", _ ("Accounts of families"));
  tq_table_add_column (table, "code", _ ("Code"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "name", _ ("Name"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "account", _ ("Account"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "commodity", _ ("Currency"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "debit", _ ("Debit"), TQ_COLUMN_AMOUNT, 2);
  tq_table_add_column (table, "credit", _ ("Credit"), TQ_COLUMN_AMOUNT, 2);
  tq_table_add_column (table, "balance", _ ("Balance"), TQ_COLUMN_AMOUNT, 2);
  for (guint i = 0; i < records->balances->len; i++) {
    const TqBalance *b = &g_array_index (records->balances, TqBalance, i);
    const TqParty *party = b->party != 0 ? find_party (parties, b->party) : NULL;
    const TqAccount *account = find_account (records, b->account);
    const TqCommodity *commodity = find_commodity (records, b->commodity);
    if (party == NULL || account == NULL || commodity == NULL)
      continue;
    TqRow *row = tq_table_add_row (table, TQ_ROW_NORMAL, 0);
    tq_row_add_text (row, party->code);
    tq_row_add_text (row, party->name);
    tq_row_add_text (row, account->full_name);
    tq_row_add_text (row, commodity->symbol);
    tq_row_add_number_in (row, b->debit, commodity->digits);
    tq_row_add_number_in (row, b->credit, commodity->digits);
    tq_row_add_number_in (row, b->debit - b->credit, commodity->digits);
  }
  return g_steal_pointer (&table);
}
