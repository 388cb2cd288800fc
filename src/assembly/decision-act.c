/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The decision: lines, remainder, and the entry that gives the money its places.
 *
 * 1. Lines and remainder add up to what can be decided on, to the last unit; what a line takes from
 *    an own fund of the co-operative is a line of its own and adds to that amount.
 * 2. The shares of a line for families add up to the line.
 * 3. One entry in the same event takes the result to the ordered funds, to each line and to the
 *    place of the remainder: uses to the agreed uses, families to what is owed to each, funds to
 *    theirs.
 * 4. A loss is carried the other way round: the lines say which fund or which families bear it.
 * 5. What was agreed or voted is what is decided: the proposal is the adopted one. */
#include "assembly/acts.h"
#include "assembly/need.h"
#include "assembly/result.h"
#include "assembly/split.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/money.h"
#include "ledger/account.h"
#include "people/cooperative.h"

static const char *
get_usual_role (TqLineKind kind, gboolean loss)
{
  if (kind == TQ_LINE_KIND_FAMILIES)
    return loss ? "member-debts" : "returns-payable";
  return kind == TQ_LINE_KIND_USE ? "agreed-uses" : "reserve";
}

/* Takes lines and shares over from the adopted proposal; what its steps leave goes to the
 * remainder. */
static gboolean
copy_proposal (TqDecision *decision,
               const TqProposal *proposal,
               const TqMeans *means,
               GError **error)
{
  gint64 taken = 0;
  g_autoptr (GArray) amounts = tq_proposal_split (proposal, error);
  if (amounts == NULL)
    return FALSE;
  for (guint i = 0; i < proposal->lines->len; i++) {
    const TqProposalLine *from = g_ptr_array_index (proposal->lines, i);
    TqDecisionLine *line = tq_case_record_add (&decision->lines, &tq_decision_line_kind);
    gint64 shared = 0;
    line->line_kind = from->line_kind;
    line->label = g_strdup (from->label);
    line->role =
      g_strdup (*from->role != '\0' ? from->role : get_usual_role (from->line_kind, means->loss));
    for (guint j = 0; j < amounts->len; j++) {
      const TqProposalAmount *amount = &g_array_index (amounts, TqProposalAmount, j);
      if (amount->of_line != from->record.line)
        continue;
      TqDecisionShare *share = tq_case_record_add (&decision->shares, &tq_decision_share_kind);
      share->of_line = i + 1;
      share->party = amount->party;
      share->amount_minor = amount->amount_minor;
      shared += amount->amount_minor;
    }
    line->amount_minor = from->line_kind == TQ_LINE_KIND_FAMILIES ? shared : from->amount_minor;
    taken += line->line_kind == TQ_LINE_KIND_OWN_FUND ? -line->amount_minor : line->amount_minor;
  }
  decision->remainder_minor = MAX (means->decidable_minor - taken, 0);
  return TRUE;
}

static gboolean
add_to_role (TqStore *store,
             TqEntry *entry,
             const char *role,
             gint64 party,
             gint64 amount_minor,
             GError **error)
{
  const gint64 currency = tq_result_get_currency (store, error);
  g_autoptr (TqAccount) account =
    currency != 0 ? tq_account_load_by_role (store, role, error) : NULL;
  if (account == NULL)
    return FALSE;
  if (amount_minor != 0)
    tq_entry_add (entry, account->event, party, currency, amount_minor);
  return TRUE;
}

static gboolean
add_shares (TqStore *store,
            const TqDecision *decision,
            gint64 number,
            const char *role,
            gint64 sign,
            TqEntry *entry,
            GError **error)
{
  for (guint i = 0; i < decision->shares->len; i++) {
    const TqDecisionShare *share = g_ptr_array_index (decision->shares, i);
    if (share->of_line == number &&
        !add_to_role (store, entry, role, share->party, sign * share->amount_minor, error))
      return FALSE;
  }
  return TRUE;
}

/* Takes *total* from where it is: the result of the year or, of what is decided again, the accounts
 * of the lines that were not carried out. */
static gboolean
add_origin (TqStore *store, const TqCase *c, gint64 total, TqEntry *entry, GError **error)
{
  if (c->reopens == 0)
    return add_to_role (store, entry, "result", 0, total, error);
  g_autoptr (TqCase) old = tq_case_load (store, c->reopens, error);
  if (old == NULL)
    return FALSE;
  const TqDecision *decision = tq_case_get_last (old->decisions);
  const TqReopening *reopening = tq_case_find_record (old->reopenings, c->event);
  const guint n = reopening != NULL ? reopening->lines->len : 0;
  for (guint i = 0; i < n; i++) {
    const TqReopeningLine *line = g_ptr_array_index (reopening->lines, i);
    if (decision == NULL || line->decision_line > decision->lines->len)
      return tq_step_refuse (error, _ ("There is no such line in the decision."));
    const TqDecisionLine *of = g_ptr_array_index (decision->lines, line->decision_line - 1);
    const gint64 amount = i + 1 < n ? line->amount_minor : total; /* the last: what is left */
    if (!add_to_role (store, entry, of->role, 0, amount, error))
      return FALSE;
    total -= amount;
  }
  return TRUE;
}

/* A surplus is credited to its places, a loss is debited to them. */
static gboolean
build_entry (TqStore *store,
             const TqCase *c,
             const TqDecision *decision,
             const TqMeans *means,
             TqEntry *entry,
             GError **error)
{
  const gint64 sign = means->loss ? 1 : -1;
  gint64 total = 0;
  for (guint i = 0; i < means->funds->len; i++) {
    const TqFundAmount *fund = &g_array_index (means->funds, TqFundAmount, i);
    if (!add_to_role (store, entry, fund->role, 0, sign * fund->amount, error))
      return FALSE;
  }
  for (guint i = 0; decision->lines != NULL && i < decision->lines->len; i++) {
    const TqDecisionLine *line = g_ptr_array_index (decision->lines, i);
    const gint64 way = line->line_kind == TQ_LINE_KIND_OWN_FUND ? -sign : sign;
    const gboolean done =
      line->line_kind == TQ_LINE_KIND_FAMILIES
        ? add_shares (store, decision, i + 1, line->role, way, entry, error)
        : add_to_role (store, entry, line->role, 0, way * line->amount_minor, error);
    if (!done)
      return FALSE;
  }
  if (!add_to_role (store,
                    entry,
                    decision->remainder_role,
                    0,
                    sign * decision->remainder_minor,
                    error))
    return FALSE;
  for (guint i = 0; i < entry->postings->len; i++)
    total += g_array_index (entry->postings, TqPosting, i).amount;
  return add_origin (store, c, -total, entry, error);
}

static void
set_text (TqCaseRecord *record, const char **text, char *value)
{
  if (record->kind == NULL) { /* a draft on the stack borrows its texts */
    *text = g_intern_string (value);
    g_free (value);
    return;
  }
  g_free ((gpointer) (guintptr) *text);
  *text = value;
}

/* Fills in the lines of the adopted proposal where none are given, and builds the entry. */
gboolean
tq_decision_fill (TqStore *store,
                  const TqAct *act,
                  const TqCase *c,
                  gpointer draft,
                  TqEntry *entry,
                  GError **error)
{
  TqDecision *decision = draft;
  g_auto (TqMeans) means = { 0 };
  const TqProposal *proposal = tq_case_find_record (c->proposals, decision->proposal);
  if (proposal == NULL)
    return tq_step_refuse (error, _ ("There is no such proposal in this case."));
  if (!tq_means_load (store, c, &means, error))
    return FALSE;
  if ((decision->lines == NULL || decision->lines->len == 0) &&
      !copy_proposal (decision, proposal, &means, error))
    return FALSE;
  if (decision->remainder_role == NULL || *decision->remainder_role == '\0') {
    char *role = tq_setting_find (store, "remainder-role", act->day, error);
    if (role == NULL)
      return FALSE;
    set_text (&decision->record, &decision->remainder_role, role);
  }
  if (decision->shares == NULL)
    decision->shares = g_ptr_array_new_with_free_func (tq_case_record_free);
  tq_entry_init (entry, act->day, _ ("Use of the surplus as agreed by the assembly"));
  entry->source = TQ_ENTRY_DECISION;
  const gboolean money = means.decidable_minor != 0 || means.funds->len > 0 ||
                         (decision->lines != NULL && decision->lines->len > 0);
  return !money || build_entry (store, c, decision, &means, entry, error);
}

static gboolean
check_shares (const TqDecision *decision, GError **error)
{
  for (guint i = 0; i < decision->lines->len; i++) {
    const TqDecisionLine *line = g_ptr_array_index (decision->lines, i);
    gint64 sum = 0;
    if (line->amount_minor <= 0)
      return tq_step_refuse (error, _ ("The amount of every line is above zero."));
    if (line->line_kind != TQ_LINE_KIND_FAMILIES)
      continue;
    for (guint j = 0; j < decision->shares->len; j++) {
      const TqDecisionShare *share = g_ptr_array_index (decision->shares, j);
      if (share->of_line == line->record.line &&
          !tq_money_add (sum, share->amount_minor, &sum, error))
        return FALSE;
    }
    if (sum == line->amount_minor)
      continue;
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_INVALID,
                 _ ("What the families get does not add up to the line “%s”."),
                 line->label);
    return FALSE;
  }
  return TRUE;
}

/* Invariant 1, naming the difference. */
static gboolean
check_amount (TqStore *store, const TqDecision *decision, GError **error)
{
  gint64 sum = MAX (decision->remainder_minor, 0); /* nothing comes out of the remainder */
  for (guint i = 0; i < decision->lines->len; i++) {
    const TqDecisionLine *line = g_ptr_array_index (decision->lines, i);
    const gint64 sign = line->line_kind == TQ_LINE_KIND_OWN_FUND ? -1 : 1;
    if (!tq_money_add (sum, sign * line->amount_minor, &sum, error))
      return FALSE;
  }
  if (sum == decision->amount_minor)
    return TRUE;
  const gint64 difference = sum - decision->amount_minor;
  g_autofree char *is = tq_result_dup_money (store, sum);
  g_autofree char *should = tq_result_dup_money (store, decision->amount_minor);
  g_autofree char *differs = tq_result_dup_money (store, ABS (difference));
  g_set_error (error,
               TQ_ERROR,
               TQ_ERROR_INVALID,
               difference > 0
                 ? _ ("The lines and the remainder add up to %s, but %s can be decided on: %s too "
                      "much. Lower a line, or say in a line of its own which fund gives it.")
                 : _ ("The lines and the remainder add up to %s, but %s can be decided on: %s too "
                      "little. Say where it goes, or write it as the remainder."),
               is,
               should,
               differs);
  return FALSE;
}

gboolean
tq_decision_check (TqStepContext *context, gpointer record, TqOutcome *out_outcome, GError **error)
{
  TqDecision *decision = record;
  g_auto (TqMeans) means = { 0 };
  const TqTally *tally = tq_case_get_last (context->c->tallies);
  if (tally == NULL || tally->proposal != decision->proposal) {
    g_set_error_literal (error,
                         TQ_ERROR,
                         TQ_ERROR_FORBIDDEN,
                         _ ("Another proposal was agreed; the decision records that one."));
    return FALSE;
  }
  if (!tq_means_load (context->store, context->c, &means, error))
    return FALSE;
  decision->tally = tally->record.event;
  decision->amount_minor = means.decidable_minor;
  return check_shares (decision, error) && check_amount (context->store, decision, error);
}

gboolean
tq_minutes_check (TqStepContext *context, gpointer record, TqOutcome *out_outcome, GError **error)
{
  TqMinutes *minutes = record;
  const TqRoll *roll = tq_case_get_last (context->c->rolls);
  if (roll == NULL)
    return tq_step_refuse (error, _ ("There was no assembly yet."));
  if (minutes->protests > roll->present)
    return tq_step_refuse (error, _ ("More people sign under protest than were present."));
  if (minutes->protests > 0 && *minutes->protest_words == '\0')
    return tq_step_refuse (
      error,
      _ ("Write the words of those who sign under protest, as they said them."));
  minutes->roll = roll->record.event;
  return TRUE;
}
