/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Closing the accounts: two people count, what is missing or over is entered, the period is sealed,
 * and the assembly accepts the accounts or gives them back.
 *
 * 1. Two different people count, and both are named.
 * 2. The difference is entered in the act of the count itself, as cash found over or short;
 *    nobody's name stands on it.
 * 3. The closing names its seal and carries income and expense to the result in the same act. */
#include "assembly/acts.h"
#include "assembly/result.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/money.h"
#include "ledger/account.h"
#include "ledger/balance.h"
#include "ledger/period.h"

/* The difference belongs to the period that is being closed, unless its days are closed already. */
static TqDay
get_count_day (TqStore *store, const TqAct *act, const TqCase *c)
{
  if (c->through < act->day && tq_period_check_open (store, c->through, NULL))
    return c->through;
  return act->day;
}

/* Fills in what the books say and enters the difference. */
gboolean
tq_count_fill (TqStore *store,
               const TqAct *act,
               const TqCase *c,
               gpointer draft,
               TqEntry *entry,
               GError **error)
{
  TqCount *count = draft;
  gint64 difference = 0;
  const gint64 currency = tq_result_get_currency (store, error);
  if (currency == 0 || !tq_balance_load_account (store,
                                                 count->account,
                                                 currency,
                                                 act->day,
                                                 &count->book_minor,
                                                 error))
    return FALSE;
  if (!tq_money_sub (count->counted_minor, count->book_minor, &difference, error))
    return FALSE;
  if (difference == 0)
    return TRUE;
  g_autoptr (TqAccount) other =
    tq_account_load_by_role (store, difference > 0 ? "cash-over" : "cash-short", error);
  if (other == NULL)
    return FALSE;
  tq_entry_init (entry, get_count_day (store, act, c), _ ("Difference found by counting"));
  entry->source = TQ_ENTRY_FORM;
  tq_entry_add (entry, count->account, 0, currency, difference);
  tq_entry_add (entry, other->event, 0, currency, -difference);
  return TRUE;
}

gboolean
tq_count_check (TqStepContext *context, gpointer record, TqOutcome *out_outcome, GError **error)
{
  const TqCount *count = record;
  g_autoptr (TqAccount) account = tq_account_load (context->store, count->account, error);
  if (account == NULL)
    return FALSE;
  if (g_str_equal (count->first_person, count->second_person))
    return tq_step_refuse (error, _ ("Two different people have to count."));
  return TRUE;
}

static gboolean
find_seal (TqStore *store, gint64 event, TqSeal *out_seal, GError **error)
{
  g_autoptr (GArray) seals = tq_period_load_seals (store, error);
  for (guint i = 0; seals != NULL && i < seals->len; i++)
    if (g_array_index (seals, TqSeal, i).event == event) {
      *out_seal = g_array_index (seals, TqSeal, i);
      return TRUE;
    }
  return seals != NULL &&
         tq_step_refuse (error, _ ("There is no such seal. Seal the period, then close it."));
}

/* Carries income and expense to the result. */
gboolean
tq_close_fill (TqStore *store,
               const TqAct *act,
               const TqCase *c,
               gpointer draft,
               TqEntry *entry,
               GError **error)
{
  const TqClose *close = draft;
  TqSeal seal = { 0 };
  return find_seal (store, close->seal, &seal, error) &&
         tq_result_build_closing (store, seal.through, act->day, entry, error);
}

gboolean
tq_close_check (TqStepContext *context, gpointer record, TqOutcome *out_outcome, GError **error)
{
  TqClose *close = record;
  const TqCase *c = context->c;
  TqSeal seal = { 0 };
  if (!find_seal (context->store, close->seal, &seal, error))
    return FALSE;
  if (seal.through < c->through) {
    g_autofree char *day = tq_day_to_local_string (c->through);
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_INVALID,
                 _ ("This seal ends before the period of the case. Seal up to %s."),
                 day);
    return FALSE;
  }
  close->through = seal.through;
  if (!tq_result_load (context->store, c->starts, seal.through, &close->result_minor, error))
    return FALSE;
  *out_outcome = close->result_minor > 0 ? TQ_OUTCOME_SURPLUS : TQ_OUTCOME_SHORTFALL;
  return TRUE;
}

gboolean
tq_verdict_check (TqStepContext *context, gpointer record, TqOutcome *out_outcome, GError **error)
{
  const TqAccountsVerdict *verdict = record;
  *out_outcome =
    verdict->verdict == TQ_VERDICT_RETURNED ? TQ_OUTCOME_RETURNED : TQ_OUTCOME_ACCEPTED;
  if (verdict->verdict != TQ_VERDICT_ACCEPTED && *verdict->words == '\0')
    return tq_step_refuse (error, _ ("Write what the assembly observed, in its words."));
  return TRUE;
}
