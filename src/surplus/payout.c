/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* What happens to a share once it is credited: it becomes whole certificates, or it is paid.
 *
 * 1. a member is paid exactly the credit balance of the account, less the tax, to the last unit;
 *    who has none is paid nothing;
 * 2. the tax is rounded per member to the nearest unit, a half up, and what is withheld and what
 *    leaves the bank make what was due;
 * 3. only whole certificates are made; the rest waits on the pending account. */
#include "surplus/payout.h"

#include "base/money.h"

/* *members* is copied. */
TqCapitalisation *
tq_capitalisation_new (const char *id, const char *label, GStrv members)
{
  TqCapitalisation *step = g_new0 (TqCapitalisation, 1);
  step->id = g_strdup (id);
  step->label = g_strdup (label);
  step->pending = g_strdup ("2115");
  step->capital = g_strdup ("3110");
  step->nominal_minor = 1;
  step->members = g_strdupv (members);
  step->n_members = g_strv_length (members);
  return step;
}

void
tq_capitalisation_free (TqCapitalisation *step)
{
  if (step == NULL)
    return;
  g_free (step->id);
  g_free (step->label);
  g_free (step->pending);
  g_free (step->capital);
  g_strfreev (step->members);
  g_free (step);
}

void
tq_capitalisation_result_free (TqCapitalisationResult *result)
{
  if (result == NULL)
    return;
  g_free (result->counts);
  g_free (result->amounts_minor);
  g_free (result->pending_minor);
  g_free (result);
}

/* The credit balance of a member's account, zero where it is in debit. */
static gint64
get_due (const TqAllocationJournal *journal, const char *account, const char *member)
{
  const gint64 net = tq_allocation_journal_get_net (journal, account, member);
  return net < 0 && net > G_MININT64 ? -net : 0;
}

/* Moves whole certificates from the pending accounts to capital (transfer full). Raises
 * TQ_ERROR_OVERFLOW. */
TqCapitalisationResult *
tq_capitalisation_run (const TqCapitalisation *step, TqAllocationJournal *journal, GError **error)
{
  g_return_val_if_fail (step->nominal_minor > 0, NULL);
  g_autoptr (TqCapitalisationResult) result = g_new0 (TqCapitalisationResult, 1);
  result->step = step;
  result->counts = g_new0 (gint64, step->n_members);
  result->amounts_minor = g_new0 (gint64, step->n_members);
  result->pending_minor = g_new0 (gint64, step->n_members);
  tq_allocation_journal_begin (journal, step->id, step->label);
  for (guint i = 0; i < step->n_members; i++) {
    const gint64 due = get_due (journal, step->pending, step->members[i]);
    result->counts[i] = due / step->nominal_minor;
    result->pending_minor[i] = due % step->nominal_minor;
    result->amounts_minor[i] = due - result->pending_minor[i];
    const gint64 amount = result->amounts_minor[i];
    if (!tq_allocation_journal_post (journal, step->pending, step->members[i], amount, error) ||
        !tq_allocation_journal_post (journal, step->capital, step->members[i], -amount, error))
      return NULL;
  }
  tq_allocation_journal_end (journal);
  return g_steal_pointer (&result);
}

/* A payment without withholding from the account "2110". *members* is copied. */
TqPayment *
tq_payment_new (const char *id, const char *label, GStrv members)
{
  TqPayment *step = g_new0 (TqPayment, 1);
  step->id = g_strdup (id);
  step->label = g_strdup (label);
  step->account = g_strdup ("2110");
  step->withhold_rate = (TqRatio){ 0, 1 };
  step->members = g_strdupv (members);
  step->n_members = g_strv_length (members);
  return step;
}

void
tq_payment_free (TqPayment *step)
{
  if (step == NULL)
    return;
  g_free (step->id);
  g_free (step->label);
  g_free (step->account);
  g_strfreev (step->members);
  g_free (step);
}

void
tq_payment_result_free (TqPaymentResult *result)
{
  if (result == NULL)
    return;
  g_free (result->due_minor);
  g_free (result->withheld_minor);
  g_free (result);
}

static gboolean
pay_member (TqPaymentResult *result, guint i, TqAllocationJournal *journal, GError **error)
{
  const TqPayment *step = result->step;
  const gint64 due = get_due (journal, step->account, step->members[i]);
  gint64 *withheld = &result->withheld_minor[i];
  result->due_minor[i] = due;
  return tq_ratio_mul_money (step->withhold_rate, due, TQ_ROUND_HALF_UP, withheld, error) &&
         tq_money_add (result->withheld_total_minor,
                       *withheld,
                       &result->withheld_total_minor,
                       error) &&
         tq_money_add (result->bank_total_minor,
                       due - *withheld,
                       &result->bank_total_minor,
                       error) &&
         tq_allocation_journal_post (journal, step->account, step->members[i], due, error);
}

/* Pays every member (transfer full). Raises TQ_ERROR_OVERFLOW. */
TqPaymentResult *
tq_payment_run (const TqPayment *step,
                const TqAllocationAccounts *accounts,
                TqAllocationJournal *journal,
                GError **error)
{
  g_autoptr (TqPaymentResult) result = g_new0 (TqPaymentResult, 1);
  g_return_val_if_fail (tq_ratio_compare (step->withhold_rate, (TqRatio){ 1, 1 }) <= 0 &&
                          step->withhold_rate.num >= 0,
                        NULL);
  result->step = step;
  result->due_minor = g_new0 (gint64, step->n_members);
  result->withheld_minor = g_new0 (gint64, step->n_members);
  tq_allocation_journal_begin (journal, step->id, step->label);
  for (guint i = 0; i < step->n_members; i++)
    if (!pay_member (result, i, journal, error))
      return NULL;
  if (!tq_allocation_journal_post (journal,
                                   accounts->withheld,
                                   NULL,
                                   -result->withheld_total_minor,
                                   error) ||
      !tq_allocation_journal_post (journal, accounts->bank, NULL, -result->bank_total_minor, error))
    return NULL;
  tq_allocation_journal_end (journal);
  return g_steal_pointer (&result);
}
