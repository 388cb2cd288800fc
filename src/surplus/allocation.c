/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The whole allocation: from the result of the year to what each member gets, year after year.
 *
 * A year runs in one fixed order: opening entries, pools, rules, splits, then certificates,
 * redemptions, payments, exits, and the statement of the members' accounts. Balances carry over to
 * the next year.
 *
 * 1. every entry balances, and the account of the result ends every year at zero: what was earned
 *    is fully spoken for, no more and no less;
 * 2. a pool never goes below zero, a mandatory amount never below its minimum, a limited one never
 *    above its maximum;
 * 3. shares add up to the last unit;
 * 4. the same input gives the same result: nothing depends on a clock, a locale or the order of a
 *    hash.
 *
 * It reads nothing and keeps nothing: a book builds the input from its ledger, its people and its
 * work, a file from its text, and each does with the result what it must. */
#include "surplus/allocation.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/money.h"

#include <inttypes.h>
#include <string.h>

static void
result_free (TqAllocationResult *result)
{
  if (result == NULL)
    return;
  g_clear_pointer (&result->pools, g_ptr_array_unref);
  g_ptr_array_unref (result->steps);
  g_ptr_array_unref (result->splits);
  g_ptr_array_unref (result->capitalisations);
  g_ptr_array_unref (result->redemptions);
  g_ptr_array_unref (result->payments);
  g_ptr_array_unref (result->exits);
  g_array_unref (result->statements);
  g_clear_pointer (&result->entries, g_ptr_array_unref);
  g_clear_pointer (&result->balances, g_array_unref);
  g_free (result);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqAllocationResult, result_free)

static TqAllocationResult *
result_new (const TqAllocationYear *year)
{
  TqAllocationResult *result = g_new0 (TqAllocationResult, 1);
  result->year = year;
  result->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) tq_rule_step_free);
  result->splits = g_ptr_array_new_with_free_func ((GDestroyNotify) tq_split_result_free);
  result->capitalisations =
    g_ptr_array_new_with_free_func ((GDestroyNotify) tq_capitalisation_result_free);
  result->redemptions = g_ptr_array_new_with_free_func ((GDestroyNotify) tq_redemption_result_free);
  result->payments = g_ptr_array_new_with_free_func ((GDestroyNotify) tq_payment_result_free);
  result->exits = g_ptr_array_new_with_free_func ((GDestroyNotify) tq_exit_result_free);
  result->statements = g_array_new (FALSE, FALSE, sizeof (TqMemberStatement));
  return result;
}

/* Puts the place in front of an error: the line (0: none) and the id of the step. */
static gboolean
fail_at (guint line, const char *id, GError **error)
{
  if (line > 0)
    g_prefix_error (error, "%u: %s: ", line, id);
  else
    g_prefix_error (error, "%s: ", id);
  return FALSE;
}

static gboolean
set_unbalanced (gint64 net_minor, GError **error)
{
  g_set_error (error,
               TQ_ERROR,
               TQ_ERROR_UNBALANCED,
               _ ("Debits and credits differ by %" PRId64 ". Correct the amounts."),
               net_minor);
  return FALSE;
}

static gboolean
open_balances (const GArray *balances, TqAllocationJournal *journal, GError **error)
{
  gint64 net = 0;
  for (guint i = 0; i < balances->len; i++) {
    const TqNamedAmount *balance = &g_array_index (balances, TqNamedAmount, i);
    if (!tq_allocation_journal_open (journal, balance->name, balance->value, error) ||
        !tq_money_add (net, balance->value, &net, error))
      return FALSE;
  }
  return net == 0 || set_unbalanced (net, error);
}

static gboolean
open_entry (const TqOpeningEntry *entry, TqAllocationJournal *journal, GError **error)
{
  gint64 net = 0;
  for (guint i = 0; i < entry->lines->len; i++)
    if (!tq_money_add (net, g_array_index (entry->lines, TqNamedAmount, i).value, &net, error))
      return FALSE;
  if (net != 0)
    return set_unbalanced (net, error);
  for (guint i = 0; i < entry->lines->len && entry->step == NULL; i++) {
    const TqNamedAmount *line = &g_array_index (entry->lines, TqNamedAmount, i);
    if (!tq_allocation_journal_open (journal, line->name, line->value, error))
      return FALSE;
  }
  if (entry->step == NULL)
    return TRUE;
  tq_allocation_journal_begin (journal, entry->step, entry->memo);
  for (guint i = 0; i < entry->lines->len; i++) {
    const TqNamedAmount *line = &g_array_index (entry->lines, TqNamedAmount, i);
    if (!tq_allocation_journal_post (journal, line->name, NULL, line->value, error))
      return FALSE;
  }
  tq_allocation_journal_end (journal);
  return TRUE;
}

/* Opening entries, amounts and pools: what the rules then work on. */
static gboolean
prepare (const TqAllocationYear *year, TqScope *scope, GError **error)
{
  TqAllocationJournal *journal = tq_scope_get_journal (scope);
  for (guint i = 0; i < year->opening_entries->len; i++) {
    const TqOpeningEntry *entry = g_ptr_array_index (year->opening_entries, i);
    if (!open_entry (entry, journal, error))
      return fail_at (entry->line, entry->step != NULL ? entry->step : "opening_entries", error);
  }
  for (guint i = 0; i < year->amounts->len; i++) {
    const TqNamedAmount *amount = &g_array_index (year->amounts, TqNamedAmount, i);
    if (!tq_scope_set_value (scope, amount->name, amount->value, error))
      return FALSE;
  }
  for (guint i = 0; i < year->pools->len; i++) {
    const TqAllocationPool *pool = g_ptr_array_index (year->pools, i);
    gint64 start = 0;
    if (!tq_scope_evaluate_whole (scope, pool->start, &start, error) ||
        !tq_scope_open_pool (scope, pool->name, start, error))
      return fail_at (pool->line, pool->name, error);
  }
  return TRUE;
}

static gboolean
run_rules_and_splits (const TqAllocationYear *year,
                      const TqAllocationAccounts *accounts,
                      TqScope *scope,
                      TqAllocationResult *result,
                      GError **error)
{
  for (guint i = 0; i < year->rules->len; i++) {
    const TqSurplusRule *rule = g_ptr_array_index (year->rules, i);
    TqRuleStep *step = tq_surplus_rule_run (rule, scope, accounts->result, error);
    if (step == NULL)
      return fail_at (rule->line, rule->id, error);
    g_ptr_array_add (result->steps, step);
  }
  for (guint i = 0; i < year->splits->len; i++) {
    TqSplitResult *split = tq_split_run (g_ptr_array_index (year->splits, i), scope, error);
    if (split == NULL)
      return FALSE;
    g_ptr_array_add (result->splits, split);
  }
  return TRUE;
}

static gboolean
run_capitalisations_and_redemptions (const TqAllocationYear *year,
                                     const TqAllocationAccounts *accounts,
                                     TqAllocationJournal *journal,
                                     TqAllocationResult *result,
                                     GError **error)
{
  for (guint i = 0; i < year->capitalisations->len; i++) {
    const TqCapitalisation *step = g_ptr_array_index (year->capitalisations, i);
    TqCapitalisationResult *made = tq_capitalisation_run (step, journal, error);
    if (made == NULL)
      return fail_at (step->line, step->id, error);
    g_ptr_array_add (result->capitalisations, made);
  }
  for (guint i = 0; i < year->redemptions->len; i++) {
    const TqRedemption *step = g_ptr_array_index (year->redemptions, i);
    TqRedemptionResult *redeemed = tq_redemption_run (step, accounts, journal, error);
    if (redeemed == NULL)
      return fail_at (step->line, step->id, error);
    g_ptr_array_add (result->redemptions, redeemed);
  }
  return TRUE;
}

static gboolean
run_payments_and_exits (const TqAllocationYear *year,
                        const TqAllocationAccounts *accounts,
                        TqAllocationJournal *journal,
                        TqAllocationResult *result,
                        GError **error)
{
  for (guint i = 0; i < year->payments->len; i++) {
    const TqPayment *step = g_ptr_array_index (year->payments, i);
    TqPaymentResult *paid = tq_payment_run (step, accounts, journal, error);
    if (paid == NULL)
      return fail_at (step->line, step->id, error);
    g_ptr_array_add (result->payments, paid);
  }
  for (guint i = 0; i < year->exits->len; i++) {
    const TqExit *step = g_ptr_array_index (year->exits, i);
    TqExitResult *left = tq_exit_run (step, accounts, journal, error);
    if (left == NULL)
      return fail_at (step->line, step->id, error);
    g_ptr_array_add (result->exits, left);
  }
  return TRUE;
}

/* Adds the lines of the statement's account to the members' sums. */
static gboolean
sum_lines (const TqAllocationEntry *entry, const char *account, GHashTable *sums, GError **error)
{
  const gsize length = strlen (account);
  for (guint i = 0; i < entry->lines->len; i++) {
    const TqAllocationLine *line = &g_array_index (entry->lines, TqAllocationLine, i);
    if (!g_str_has_prefix (line->account, account) || line->account[length] != ':')
      continue;
    TqMemberStatement *sum = g_hash_table_lookup (sums, line->account + length + 1);
    if (sum == NULL)
      continue;
    if (!tq_money_add (sum->credited_minor, line->credit_minor, &sum->credited_minor, error) ||
        !tq_money_add (sum->debited_minor, line->debit_minor, &sum->debited_minor, error))
      return FALSE;
  }
  return TRUE;
}

/* The closing balance, and the opening one as the closing less what moved. */
static gboolean
close_statement (TqMemberStatement *sum,
                 const char *account,
                 const TqAllocationJournal *journal,
                 GError **error)
{
  const gint64 net = tq_allocation_journal_get_net (journal, account, sum->member);
  gint64 moved = 0;
  return tq_money_sub (0, net, &sum->closing_minor, error) &&
         tq_money_sub (sum->credited_minor, sum->debited_minor, &moved, error) &&
         tq_money_sub (sum->closing_minor, moved, &sum->opening_minor, error);
}

/* Sums up how the members' accounts moved in the year. */
static gboolean
state_accounts (const TqAllocationYear *year,
                const TqAllocationJournal *journal,
                TqAllocationResult *result,
                GError **error)
{
  g_autoptr (GHashTable) sums = g_hash_table_new (g_str_hash, g_str_equal);
  const char *account = year->statement_account;
  if (account == NULL)
    return TRUE;
  g_array_set_size (result->statements, g_strv_length (year->statement_members));
  for (guint i = 0; i < result->statements->len; i++) {
    TqMemberStatement *sum = &g_array_index (result->statements, TqMemberStatement, i);
    *sum = (TqMemberStatement){ year->statement_members[i], 0, 0, 0, 0 };
    g_hash_table_insert (sums, year->statement_members[i], sum);
  }
  for (guint i = 0; i < result->entries->len; i++)
    if (!sum_lines (g_ptr_array_index (result->entries, i), account, sums, error))
      return FALSE;
  for (guint i = 0; i < result->statements->len; i++) {
    TqMemberStatement *sum = &g_array_index (result->statements, TqMemberStatement, i);
    if (!close_statement (sum, account, journal, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
check_result_account (const char *account, const TqAllocationJournal *journal, GError **error)
{
  const gint64 net = tq_allocation_journal_get_net (journal, account, NULL);
  if (net == 0)
    return TRUE;
  g_set_error (error,
               TQ_ERROR,
               TQ_ERROR_UNBALANCED,
               _ ("The result of the year, account %s, ends at %" PRId64
                  " and not at zero. Add a rule that says where the rest goes."),
               account,
               net);
  return FALSE;
}

static TqAllocationResult *
run_year (const TqAllocationInput *input,
          const TqAllocationYear *year,
          TqAllocationJournal *journal,
          GError **error)
{
  const TqAllocationAccounts *accounts = &input->accounts;
  g_autoptr (TqScope) scope = tq_scope_new (journal);
  g_autoptr (TqAllocationResult) result = result_new (year);
  if (!prepare (year, scope, error) ||
      !run_rules_and_splits (year, accounts, scope, result, error) ||
      !run_capitalisations_and_redemptions (year, accounts, journal, result, error) ||
      !run_payments_and_exits (year, accounts, journal, result, error) ||
      (!input->undecided && !check_result_account (accounts->result, journal, error)))
    return NULL;
  result->pools = g_ptr_array_ref (tq_scope_get_pools (scope));
  result->entries = tq_allocation_journal_steal_entries (journal);
  result->balances = tq_allocation_journal_build_balances (journal);
  if (!state_accounts (year, journal, result, error))
    return NULL;
  return g_steal_pointer (&result);
}

/* Runs all years (transfer full). The input must outlive the result, which points into it. Raises
 * TQ_ERROR_UNBALANCED, TQ_ERROR_INVALID, TQ_ERROR_NOT_FOUND, TQ_ERROR_FORBIDDEN and
 * TQ_ERROR_OVERFLOW, with the line and the id of the step in front where it has them. */
TqAllocation *
tq_allocation_run (const TqAllocationInput *input, GError **error)
{
  g_autoptr (TqAllocation) allocation = g_new0 (TqAllocation, 1);
  allocation->journal = tq_allocation_journal_new ();
  allocation->years = g_ptr_array_new_with_free_func ((GDestroyNotify) result_free);
  if (!open_balances (input->opening_balances, allocation->journal, error))
    return NULL;
  for (guint i = 0; i < input->years->len; i++) {
    const TqAllocationYear *year = g_ptr_array_index (input->years, i);
    TqAllocationResult *result = run_year (input, year, allocation->journal, error);
    if (result == NULL)
      return NULL;
    g_ptr_array_add (allocation->years, result);
  }
  return g_steal_pointer (&allocation);
}

void
tq_allocation_free (TqAllocation *allocation)
{
  if (allocation == NULL)
    return;
  g_ptr_array_unref (allocation->years);
  tq_allocation_journal_free (allocation->journal);
  g_free (allocation);
}
