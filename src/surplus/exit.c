/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The settlement with a member who leaves.
 *
 * 1. equity − deduction − set-off = owed, to the last unit; the deduction, a legal maximum, is
 *    rounded down;
 * 2. after the entry the member's equity accounts are at zero, and only the debt is left;
 * 3. the instalments are equal, by the largest remainder, and add up to the debt;
 * 4. interest runs on what is owed at the beginning of each year, rounded to the nearest unit. */
#include "surplus/exit.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/money.h"
#include "surplus/shares.h"

#include <inttypes.h>

/* One instalment, no deduction, no interest. *accounts* is copied. */
TqExit *
tq_exit_new (const char *id, const char *label, const char *member, GStrv accounts)
{
  TqExit *step = g_new0 (TqExit, 1);
  step->id = g_strdup (id);
  step->label = g_strdup (label);
  step->member = g_strdup (member);
  step->accounts = g_strdupv (accounts);
  step->deduction_rate = (TqRatio){ 0, 1 };
  step->interest_rate = (TqRatio){ 0, 1 };
  step->instalments = 1;
  return step;
}

void
tq_exit_free (TqExit *step)
{
  if (step == NULL)
    return;
  g_free (step->id);
  g_free (step->label);
  g_free (step->member);
  g_strfreev (step->accounts);
  g_free (step);
}

void
tq_exit_result_free (TqExitResult *result)
{
  if (result == NULL)
    return;
  g_free (result->schedule);
  g_free (result);
}

static gboolean
compute (const TqExit *step,
         const TqAllocationJournal *journal,
         TqExitResult *result,
         GError **error)
{
  for (guint i = 0; step->accounts[i] != NULL; i++) {
    const gint64 net = tq_allocation_journal_get_net (journal, step->accounts[i], step->member);
    if (!tq_money_sub (result->equity_minor, net, &result->equity_minor, error))
      return FALSE;
  }
  if (!tq_ratio_mul_money (step->deduction_rate,
                           MAX (result->equity_minor, 0),
                           TQ_ROUND_FLOOR,
                           &result->deduction_minor,
                           error))
    return FALSE;
  const gint64 after_deduction = result->equity_minor - result->deduction_minor;
  if (after_deduction < step->set_off_minor) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_INVALID,
                 _ ("After the deduction “%.60s” holds %" PRId64 ", less than the %" PRId64
                    " to be set off. Set off at most what is there."),
                 step->member,
                 after_deduction,
                 step->set_off_minor);
    return FALSE;
  }
  result->owed_minor = after_deduction - step->set_off_minor;
  return TRUE;
}

static gboolean
plan (const TqExit *step, TqExitResult *result, GError **error)
{
  const guint n = step->instalments;
  g_autofree gint64 *equal = g_new (gint64, n);
  g_autofree gint64 *parts = g_new0 (gint64, n);
  gint64 open = result->owed_minor;
  for (guint i = 0; i < n; i++)
    equal[i] = 1;
  if (!tq_shares_divide (result->owed_minor, equal, n, parts, error))
    return FALSE;
  result->schedule = g_new0 (TqInstalment, n);
  for (guint i = 0; i < n; i++) {
    TqInstalment *instalment = &result->schedule[i];
    instalment->opening_minor = open;
    instalment->principal_minor = parts[i];
    if (!tq_ratio_mul_money (step->interest_rate,
                             open,
                             TQ_ROUND_HALF_UP,
                             &instalment->interest_minor,
                             error))
      return FALSE;
    open -= parts[i];
  }
  g_assert (open == 0);
  return TRUE;
}

static gboolean
post (const TqExit *step,
      const TqExitResult *result,
      const TqAllocationAccounts *accounts,
      TqAllocationJournal *journal,
      GError **error)
{
  tq_allocation_journal_begin (journal, step->id, step->label);
  for (guint i = 0; step->accounts[i] != NULL; i++) {
    const gint64 net = tq_allocation_journal_get_net (journal, step->accounts[i], step->member);
    if (!tq_allocation_journal_post (journal, step->accounts[i], step->member, -net, error))
      return FALSE;
  }
  if (!tq_allocation_journal_post (journal,
                                   accounts->reserve,
                                   NULL,
                                   -result->deduction_minor,
                                   error) ||
      !tq_allocation_journal_post (journal,
                                   accounts->receivable,
                                   step->member,
                                   -step->set_off_minor,
                                   error) ||
      !tq_allocation_journal_post (journal,
                                   accounts->redeemed,
                                   step->member,
                                   -result->owed_minor,
                                   error))
    return FALSE;
  tq_allocation_journal_end (journal);
  return TRUE;
}

/* Settles with the member and plans the instalments (transfer full); the step must outlive the
 * result. Raises TQ_ERROR_INVALID where the member owes more than is there, TQ_ERROR_OVERFLOW. */
TqExitResult *
tq_exit_run (const TqExit *step,
             const TqAllocationAccounts *accounts,
             TqAllocationJournal *journal,
             GError **error)
{
  g_return_val_if_fail (step->instalments > 0 && step->set_off_minor >= 0, NULL);
  g_autoptr (TqExitResult) result = g_new0 (TqExitResult, 1);
  result->step = step;
  if (!compute (step, journal, result, error) || !plan (step, result, error) ||
      !post (step, result, accounts, journal, error))
    return NULL;
  return g_steal_pointer (&result);
}
