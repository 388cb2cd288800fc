/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* What a period left, and how much of it an assembly can decide on.
 *
 * 1. The result is income minus expense of the period in the currency of the book, without closing
 *    entries, so that it is the same before and after the period is closed.
 * 2. What can be decided on is the result minus what the ordered rules put aside. Of a case that
 *    was opened again it is what was not carried out, and the rules do not put aside twice.
 * 3. A loss is decided on by its size: the question is then how to carry it. */
#include "assembly/result.h"

#include "assembly/need.h"
#include "assembly/split.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/money.h"
#include "ledger/account.h"
#include "ledger/balance.h"
#include "ledger/commodity.h"
#include "people/cooperative.h"
#include "surplus/fund-rule.h"

/* The event of the currency in which the books are kept; 0 with an error. */
gint64
tq_result_get_currency (TqStore *store, GError **error)
{
  g_autoptr (TqCooperative) cooperative = tq_cooperative_load (store, error);
  return cooperative != NULL ? cooperative->currency : 0;
}

/* An amount in the book's digits, for a message (transfer full). */
char *
tq_result_dup_money (TqStore *store, gint64 amount_minor)
{
  const gint64 currency = tq_result_get_currency (store, NULL);
  g_autoptr (TqCommodity) commodity =
    currency != 0 ? tq_commodity_load (store, currency, NULL) : NULL;
  return tq_money_to_local_string (amount_minor, commodity != NULL ? commodity->digits : 0);
}

/* Account event -> its kind plus one, for income and expense (transfer full). */
static GHashTable *
load_temporary_accounts (TqStore *store, GError **error)
{
  g_autoptr (GPtrArray) accounts = tq_account_load_all (store, error);
  if (accounts == NULL)
    return NULL;
  GHashTable *found = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  for (guint i = 0; i < accounts->len; i++) {
    const TqAccount *account = g_ptr_array_index (accounts, i);
    if (account->kind != TQ_ACCOUNT_INCOME && account->kind != TQ_ACCOUNT_EXPENSE)
      continue;
    gint64 *key = g_new (gint64, 1);
    *key = account->event;
    g_hash_table_add (found, key);
  }
  return found;
}

/* Adds *sign* times credit minus debit of the income and expense accounts. */
static gboolean
add_balances (const GArray *balances,
              GHashTable *accounts,
              gint64 currency,
              gint64 sign,
              gint64 *sum,
              GError **error)
{
  for (guint i = 0; i < balances->len; i++) {
    const TqBalance *b = &g_array_index (balances, TqBalance, i);
    if (b->commodity != currency || !g_hash_table_contains (accounts, &b->account))
      continue;
    if (!tq_money_add (*sum, sign * (b->credit - b->debit), sum, error))
      return FALSE;
  }
  return TRUE;
}

/* What the days from *from* to *through* left (invariant 1). */
gboolean
tq_result_load (TqStore *store, TqDay from, TqDay through, gint64 *out_minor, GError **error)
{
  gint64 sum = 0;
  const gint64 currency = tq_result_get_currency (store, error);
  g_autoptr (GHashTable) accounts = currency != 0 ? load_temporary_accounts (store, error) : NULL;
  if (accounts == NULL)
    return FALSE;
  g_autoptr (GArray) all = tq_balance_load_range (store, from, through, error);
  if (all == NULL || !add_balances (all, accounts, currency, 1, &sum, error))
    return FALSE;
  g_autoptr (GArray) closing = tq_balance_load_closing (store, from, through, error);
  if (closing == NULL || !add_balances (closing, accounts, currency, -1, &sum, error))
    return FALSE;
  *out_minor = sum;
  return TRUE;
}

static void
add_to_account (GHashTable *sums, GPtrArray *order, const TqBalance *b)
{
  gint64 *sum = g_hash_table_lookup (sums, &b->account);
  if (sum == NULL) {
    gint64 *key = g_new (gint64, 1);
    *key = b->account;
    sum = g_new0 (gint64, 1);
    g_hash_table_insert (sums, key, sum);
    g_ptr_array_add (order, key);
  }
  *sum += b->debit - b->credit;
}

/* The entry that carries income and expense up to *through*, as far as no earlier closing did, to
 * the account with the role "result", dated *day*. It has no postings where nothing is to be
 * carried. */
gboolean
tq_result_build_closing (TqStore *store,
                         TqDay through,
                         TqDay day,
                         TqEntry *out_entry,
                         GError **error)
{
  gint64 total = 0;
  const gint64 currency = tq_result_get_currency (store, error);
  g_autoptr (GHashTable) accounts = currency != 0 ? load_temporary_accounts (store, error) : NULL;
  g_autoptr (TqAccount) result =
    accounts != NULL ? tq_account_load_by_role (store, "result", error) : NULL;
  if (result == NULL)
    return FALSE;
  g_autoptr (GArray) until = tq_balance_load_range (store, TQ_DAY_MIN, through, error);
  g_autoptr (GArray) later =
    until != NULL ? tq_balance_load_closing (store, through + 1, day, error) : NULL;
  if (later == NULL)
    return FALSE;
  g_autoptr (GHashTable) sums = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  g_autoptr (GPtrArray) order = g_ptr_array_new ();
  g_array_append_vals (until, later->data, later->len);
  for (guint i = 0; i < until->len; i++) {
    const TqBalance *b = &g_array_index (until, TqBalance, i);
    if (b->commodity == currency && g_hash_table_contains (accounts, &b->account))
      add_to_account (sums, order, b);
  }
  tq_entry_init (out_entry, day, _ ("Income and expense carried to the result"));
  out_entry->source = TQ_ENTRY_CLOSING;
  for (guint i = 0; i < order->len; i++) {
    const gint64 *account = g_ptr_array_index (order, i);
    const gint64 *sum = g_hash_table_lookup (sums, account);
    if (*sum == 0)
      continue;
    tq_entry_add (out_entry, *account, 0, currency, -*sum);
    if (!tq_money_add (total, *sum, &total, error))
      return FALSE;
  }
  if (total != 0)
    tq_entry_add (out_entry, result->event, 0, currency, total);
  return TRUE;
}

/* Frees what means hold. */
void
tq_means_clear (TqMeans *means)
{
  g_clear_pointer (&means->funds, g_array_unref);
}

/* What the rules put aside of a surplus, with each fund's balance for its ceiling. */
static gboolean
add_funds (TqStore *store, const TqClose *close, TqMeans *means, gint64 *left, GError **error)
{
  g_autoptr (GPtrArray) rules = tq_fund_rule_load_all (store, close->through, error);
  const gint64 currency = rules != NULL ? tq_result_get_currency (store, error) : 0;
  if (currency == 0)
    return FALSE;
  g_autofree gint64 *balances = g_new0 (gint64, rules->len + 1);
  g_autofree gint64 *amounts = g_new0 (gint64, rules->len + 1);
  for (guint i = 0; i < rules->len; i++) {
    const TqFundRule *rule = g_ptr_array_index (rules, i);
    g_autoptr (TqAccount) account = tq_account_load_by_role (store, rule->role, error);
    if (account == NULL || !tq_balance_load_account (store,
                                                     account->event,
                                                     currency,
                                                     close->through,
                                                     &balances[i],
                                                     error))
      return FALSE;
    balances[i] = -balances[i];
  }
  if (!tq_fund_rule_compute_all (rules, close->result_minor, balances, amounts, error))
    return FALSE;
  for (guint i = 0; i < rules->len; i++) {
    const TqFundRule *rule = g_ptr_array_index (rules, i);
    TqFundAmount fund = { .rule = rule->event, .amount = amounts[i] };
    fund.role = g_intern_string (rule->role);
    *left -= fund.amount;
    g_array_append_val (means->funds, fund);
  }
  return TRUE;
}

/* What the case can decide on (invariants 2 and 3); nothing where no accounts were closed. */
gboolean
tq_means_load (TqStore *store, const TqCase *c, TqMeans *out_means, GError **error)
{
  g_auto (TqMeans) means = { .funds = g_array_new (FALSE, TRUE, sizeof (TqFundAmount)) };
  const TqClose *close = tq_case_get_last (c->closes);
  means.decidable_minor = c->reopened_minor;
  if (c->reopens == 0 && close != NULL) {
    gint64 left = close->result_minor;
    means.result_minor = close->result_minor;
    means.loss = close->result_minor < 0;
    if (!means.loss && !add_funds (store, close, &means, &left, error))
      return FALSE;
    means.decidable_minor = means.loss ? -left : left;
  }
  *out_means = means;
  means.funds = NULL;
  return TRUE;
}

/* What stands in the accounts with the roles "cash" and "bank", as far as the chart has them. */
static gboolean
load_free_cash (TqStore *store, TqDay day, gint64 *out_minor, GError **error)
{
  static const char *const roles[] = { "cash", "bank" };
  const gint64 currency = tq_result_get_currency (store, error);
  gint64 sum = 0;
  if (currency == 0)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (roles); i++) {
    gint64 balance = 0;
    g_autoptr (TqAccount) account = tq_account_load_by_role (store, roles[i], NULL);
    if (account == NULL)
      continue;
    if (!tq_balance_load_account (store, account->event, currency, day, &balance, error) ||
        !tq_money_add (sum, balance, &sum, error))
      return FALSE;
  }
  *out_minor = sum;
  return TRUE;
}

/* How a proposal stands to what can be decided on and to the cash there is, for a warning beside
 * it: "of 7,355.00, 1,690.00 is in flour and in what is owed to us". */
gboolean
tq_means_fit (TqStore *store,
              const TqCase *c,
              const TqProposal *proposal,
              TqFit *out_fit,
              GError **error)
{
  g_auto (TqMeans) means = { 0 };
  TqFit fit = { 0 };
  if (!tq_means_load (store, c, &means, error) ||
      !tq_proposal_sum (proposal, &fit.sum_minor, error) ||
      !load_free_cash (store, TQ_DAY_MAX, &fit.free_cash_minor, error))
    return FALSE;
  fit.above_minor = MAX (fit.sum_minor - means.decidable_minor, 0);
  fit.below_minor = MAX (means.decidable_minor - fit.sum_minor, 0);
  fit.short_minor = MAX (fit.sum_minor - MAX (fit.free_cash_minor, 0), 0);
  *out_fit = fit;
  return TRUE;
}
