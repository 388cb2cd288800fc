/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Paying back what members left in the co-operative, first in, first out.
 *
 * 1. a tranche (the shares retained in one year) is paid back only when every older one was;
 * 2. inside the tranche that the budget does not cover, everyone gets the same part of their
 *    balance, rounded by the largest remainder;
 * 3. nobody gets more than the account holds;
 * 4. what was paid and what is left of the budget make the budget.
 *
 * It is posted twice: the equity becomes a debt of the co-operative, and the debt is paid. */
#include "surplus/redemption.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/money.h"
#include "surplus/shares.h"

static void
tranche_free (gpointer data)
{
  TqTranche *tranche = data;
  g_strfreev (tranche->members);
  g_free (tranche->balances_minor);
  g_free (tranche);
}

static void
tranche_result_free (gpointer data)
{
  TqTrancheResult *result = data;
  g_free (result->paid_minor);
  g_free (result);
}

TqRedemption *
tq_redemption_new (const char *id, const char *label, const char *account)
{
  TqRedemption *step = g_new0 (TqRedemption, 1);
  step->id = g_strdup (id);
  step->label = g_strdup (label);
  step->account = g_strdup (account);
  step->tranches = g_ptr_array_new_with_free_func (tranche_free);
  return step;
}

void
tq_redemption_free (TqRedemption *step)
{
  if (step == NULL)
    return;
  g_free (step->id);
  g_free (step->label);
  g_free (step->account);
  g_ptr_array_unref (step->tranches);
  g_free (step);
}

/* A tranche of zero balances, for the caller to fill; the step owns it, *members* is copied. */
TqTranche *
tq_redemption_add_tranche (TqRedemption *step, gint64 year, GStrv members)
{
  TqTranche *tranche = g_new0 (TqTranche, 1);
  tranche->year = year;
  tranche->members = g_strdupv (members);
  tranche->n_members = g_strv_length (members);
  tranche->balances_minor = g_new0 (gint64, tranche->n_members);
  g_ptr_array_add (step->tranches, tranche);
  return tranche;
}

void
tq_redemption_result_free (TqRedemptionResult *result)
{
  if (result == NULL)
    return;
  g_ptr_array_unref (result->tranches);
  g_ptr_array_unref (result->members);
  g_hash_table_unref (result->paid);
  g_free (result);
}

static int
compare_years (gconstpointer a, gconstpointer b)
{
  const TqTranche *first = *(TqTranche *const *) a, *second = *(TqTranche *const *) b;
  return (first->year > second->year) - (first->year < second->year);
}

static gboolean
add_paid (TqRedemptionResult *result, const char *member, gint64 amount_minor, GError **error)
{
  gint64 *sum = g_hash_table_lookup (result->paid, member);
  if (sum == NULL) {
    sum = g_new0 (gint64, 1);
    g_hash_table_insert (result->paid, g_strdup (member), sum);
    g_ptr_array_add (result->members, g_strdup (member));
  }
  return tq_money_add (*sum, amount_minor, sum, error);
}

/* Pays one tranche back out of what is left of the budget. */
static gboolean
run_tranche (const TqTranche *tranche, TqRedemptionResult *result, GError **error)
{
  TqTrancheResult *paid = g_new0 (TqTrancheResult, 1);
  paid->tranche = tranche;
  paid->paid_minor = g_new0 (gint64, tranche->n_members);
  g_ptr_array_add (result->tranches, paid);
  for (guint i = 0; i < tranche->n_members; i++)
    if (!tq_money_add (paid->balance_minor,
                       tranche->balances_minor[i],
                       &paid->balance_minor,
                       error))
      return FALSE;
  paid->redeemed_minor = MIN (paid->balance_minor, result->budget_left_minor);
  if (!tq_shares_divide (paid->redeemed_minor,
                         tranche->balances_minor,
                         tranche->n_members,
                         paid->paid_minor,
                         error))
    return FALSE;
  result->budget_left_minor -= paid->redeemed_minor;
  for (guint i = 0; i < tranche->n_members; i++)
    if (!add_paid (result, tranche->members[i], paid->paid_minor[i], error))
      return FALSE;
  return TRUE;
}

static gint64
get_paid (const TqRedemptionResult *result, const char *member)
{
  return *(const gint64 *) g_hash_table_lookup (result->paid, member);
}

/* Nobody is paid back more than the account holds. */
static gboolean
check_holdings (const TqRedemptionResult *result,
                const TqAllocationJournal *journal,
                GError **error)
{
  const char *account = result->step->account;
  for (guint i = 0; i < result->members->len; i++) {
    const char *member = g_ptr_array_index (result->members, i);
    const gint64 net = tq_allocation_journal_get_net (journal, account, member);
    if (get_paid (result, member) <= 0 || net <= -get_paid (result, member))
      continue;
    g_set_error (
      error,
      TQ_ERROR,
      TQ_ERROR_INVALID,
      _ ("The tranches give “%.60s” more than the account %.60s holds. Correct one of them."),
      member,
      account);
    return FALSE;
  }
  return TRUE;
}

static gboolean
post (const TqRedemptionResult *result,
      const TqAllocationAccounts *accounts,
      TqAllocationJournal *journal,
      GError **error)
{
  const TqRedemption *step = result->step;
  g_autofree char *memo = g_strconcat (step->label, " (payment)", NULL);
  tq_allocation_journal_begin (journal, step->id, step->label);
  for (guint i = 0; i < result->members->len; i++) {
    const char *member = g_ptr_array_index (result->members, i);
    const gint64 paid = get_paid (result, member);
    if (!tq_allocation_journal_post (journal, step->account, member, paid, error) ||
        !tq_allocation_journal_post (journal, accounts->redeemed, member, -paid, error))
      return FALSE;
  }
  tq_allocation_journal_end (journal);
  tq_allocation_journal_begin (journal, step->id, memo);
  for (guint i = 0; i < result->members->len; i++) {
    const char *member = g_ptr_array_index (result->members, i);
    if (!tq_allocation_journal_post (journal,
                                     accounts->redeemed,
                                     member,
                                     get_paid (result, member),
                                     error))
      return FALSE;
  }
  if (!tq_allocation_journal_post (journal,
                                   accounts->bank,
                                   NULL,
                                   result->budget_left_minor - step->budget_minor,
                                   error))
    return FALSE;
  tq_allocation_journal_end (journal);
  return TRUE;
}

/* Pays the tranches back (transfer full); the step must outlive the result. Raises TQ_ERROR_INVALID
 * where the tranches are more than the account, TQ_ERROR_OVERFLOW. */
TqRedemptionResult *
tq_redemption_run (const TqRedemption *step,
                   const TqAllocationAccounts *accounts,
                   TqAllocationJournal *journal,
                   GError **error)
{
  g_return_val_if_fail (step->budget_minor >= 0, NULL);
  g_autoptr (TqRedemptionResult) result = g_new0 (TqRedemptionResult, 1);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  result->step = step;
  result->tranches = g_ptr_array_new_with_free_func (tranche_result_free);
  result->members = g_ptr_array_new_with_free_func (g_free);
  result->paid = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  result->budget_left_minor = step->budget_minor;
  g_ptr_array_extend (sorted, step->tranches, NULL, NULL);
  g_ptr_array_sort (sorted, compare_years);
  for (guint i = 0; i < sorted->len; i++)
    if (!run_tranche (g_ptr_array_index (sorted, i), result, error))
      return NULL;
  if (!check_holdings (result, journal, error) || !post (result, accounts, journal, error))
    return NULL;
  return g_steal_pointer (&result);
}
