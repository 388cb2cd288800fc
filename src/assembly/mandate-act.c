/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Mandates, and what is paid on the lines of the decision.
 *
 * 1. A mandate names persons, a deadline, a tolerance, and to whom they answer.
 * 2. A payment names its line and carries its entry in the same act. Paid up to line plus tolerance
 *    is as agreed; a payment above it is recorded, marked, and put on the next agenda by itself.
 * 3. A payment before the mandate was accepted, or handed over by the vigilance commission, which
 *    keeps nothing itself, is recorded and marked.
 * 4. What goes to a fund went there with the decision; nobody can pay on such a line.
 * 5. A line that cannot go on is marked with what it lacks, and waits for the next assembly. */
#include "assembly/acts.h"
#include "assembly/members.h"
#include "assembly/need.h"
#include "assembly/result.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/money.h"
#include "ledger/account.h"

static const TqDecisionLine *
find_line (const TqCase *c, gint64 number)
{
  const TqDecision *decision = tq_case_get_last (c->decisions);
  if (decision == NULL || number < 1 || number > decision->lines->len)
    return NULL;
  return g_ptr_array_index (decision->lines, number - 1);
}

static gboolean
is_carried_out (const TqDecisionLine *line)
{
  return line->line_kind == TQ_LINE_KIND_USE || line->line_kind == TQ_LINE_KIND_FAMILIES;
}

static gboolean
has_mandate (const TqCase *c, gint64 number)
{
  for (guint i = 0; i < c->mandates->len; i++) {
    const TqMandate *mandate = g_ptr_array_index (c->mandates, i);
    if (mandate->decision_line == 0 || mandate->decision_line == number)
      return TRUE;
  }
  return FALSE;
}

gboolean
tq_mandate_check (TqStepContext *context, gpointer record, TqOutcome *out_outcome, GError **error)
{
  const TqMandate *mandate = record;
  const TqDecision *decision = tq_case_get_last (context->c->decisions);
  if (decision == NULL ||
      (mandate->decision_line != 0 && find_line (context->c, mandate->decision_line) == NULL))
    return tq_step_refuse (error, _ ("There is no such line in the decision."));
  if (mandate->persons->len == 0)
    return tq_step_refuse (error, _ ("A mandate names who carries it out."));
  if (mandate->tolerance_minor < 0)
    return tq_step_refuse (error, _ ("The tolerance of a mandate is not below zero."));
  *out_outcome = TQ_OUTCOME_EVERY_LINE;
  for (guint i = 0; i < decision->lines->len && mandate->decision_line != 0; i++) {
    const TqDecisionLine *line = g_ptr_array_index (decision->lines, i);
    if (is_carried_out (line) && mandate->decision_line != line->record.line &&
        !has_mandate (context->c, line->record.line))
      *out_outcome = TQ_OUTCOME_SOME_LINES;
  }
  return TRUE;
}

gboolean
tq_accept_check (TqStepContext *context, gpointer record, TqOutcome *out_outcome, GError **error)
{
  const TqNote *note = record;
  if (tq_case_find_record (context->c->mandates, note->refers) != NULL)
    return TRUE;
  return tq_step_refuse (error, _ ("Say which mandate is accepted."));
}

/* Builds the entry: the line's account, with the family where it is one, against the cash box. */
gboolean
tq_payment_fill (TqStore *store,
                 const TqAct *act,
                 const TqCase *c,
                 gpointer draft,
                 TqEntry *entry,
                 GError **error)
{
  const TqPayment *payment = draft;
  const TqDecisionLine *line = c != NULL ? find_line (c, payment->decision_line) : NULL;
  if (c != NULL && line == NULL)
    return tq_step_refuse (error, _ ("There is no such line in the decision."));
  const gboolean family = line != NULL && line->line_kind == TQ_LINE_KIND_FAMILIES;
  if (family && payment->party == 0)
    return tq_step_refuse (error, _ ("Say which family or person is paid on this line."));
  const gint64 currency = tq_result_get_currency (store, error);
  g_autoptr (TqAccount) account =
    currency != 0
      ? tq_account_load_by_role (store, line != NULL ? line->role : "agreed-uses", error)
      : NULL;
  if (account == NULL)
    return FALSE;
  tq_entry_init (entry, act->day, line != NULL ? line->label : _ ("Paid without an agreement"));
  entry->source = TQ_ENTRY_DECISION;
  g_free (entry->source_detail);
  entry->source_detail =
    g_strdup_printf ("%" PRId64 " %" PRId64, c != NULL ? c->event : 0, payment->decision_line);
  tq_entry_add (entry,
                account->event,
                family ? payment->party : 0,
                currency,
                payment->amount_minor);
  tq_entry_add (entry, payment->from_account, 0, currency, -payment->amount_minor);
  return TRUE;
}

/* How far the line stands above its amount and tolerance once this is paid (invariant 2). */
static gboolean
compute_above (const TqCase *c, const TqPayment *payment, gint64 *out_minor, GError **error)
{
  g_autoptr (GArray) lines = tq_case_build_execution (c);
  const TqExecutionLine *e = &g_array_index (lines, TqExecutionLine, payment->decision_line - 1);
  gint64 rest = 0;
  if (!tq_money_sub (e->rest_minor, payment->amount_minor, &rest, error))
    return FALSE;
  *out_minor = rest + e->tolerance_minor < 0 ? -rest : 0;
  return TRUE;
}

gboolean
tq_payment_check (TqStepContext *context, gpointer record, TqOutcome *out_outcome, GError **error)
{
  TqPayment *payment = record;
  const TqDecisionLine *line = find_line (context->c, payment->decision_line);
  if (line == NULL)
    return tq_step_refuse (error, _ ("There is no such line in the decision."));
  if (!is_carried_out (line))
    return tq_step_refuse (
      error,
      _ ("This line went to its fund with the decision; there is nothing to pay on it."));
  if (payment->amount_minor == 0)
    return tq_step_refuse (error, _ ("Write how much was paid."));
  return compute_above (context->c, payment, &payment->above_minor, error);
}

/* Marks what broke a rule; whoever handed the money over is looked up by the office's title. */
gboolean
tq_payment_after (TqStepContext *context, gpointer record, GError **error)
{
  const TqPayment *payment = record;
  const TqDecisionLine *line =
    context->c != NULL ? find_line (context->c, payment->decision_line) : NULL;
  const gint64 number = payment->decision_line;
  gboolean vigilance = FALSE;
  if (payment->paid_by != 0 && !tq_members_holds_office (context->store,
                                                         payment->paid_by,
                                                         "vigilance-office",
                                                         context->event->act.day,
                                                         &vigilance,
                                                         error))
    return FALSE;
  if (vigilance && !tq_step_add_mark (context, TQ_MARK_VIGILANCE_PAYS, number, 0, error))
    return FALSE;
  if (line == NULL)
    return tq_step_add_mark (context, TQ_MARK_WITHOUT_AGREEMENT, 0, payment->amount_minor, error) &&
           tq_step_add_agenda (context,
                               TQ_AGENDA_WITHOUT_AGREEMENT,
                               payment->payee,
                               0,
                               payment->amount_minor,
                               error);
  const TqState state = context->c->state;
  if ((state == TQ_STATE_DECIDED || state == TQ_STATE_MANDATED) &&
      !tq_step_add_mark (context, TQ_MARK_BEFORE_MANDATE, number, payment->amount_minor, error))
    return FALSE;
  return payment->above_minor == 0 ||
         (tq_step_add_mark (context, TQ_MARK_EXCEEDED, number, payment->above_minor, error) &&
          tq_step_add_agenda (context,
                              TQ_AGENDA_EXCEEDED,
                              line->label,
                              number,
                              payment->above_minor,
                              error));
}

gboolean
tq_block_check (TqStepContext *context, gpointer record, TqOutcome *out_outcome, GError **error)
{
  const TqNote *note = record;
  if (find_line (context->c, note->decision_line) == NULL)
    return tq_step_refuse (error, _ ("There is no such line in the decision."));
  if (*note->words == '\0')
    return tq_step_refuse (error, _ ("Write why the line cannot go on."));
  return TRUE;
}

/* The note's amount is what the line would cost; what is above its rest is what lacks. */
gboolean
tq_block_after (TqStepContext *context, gpointer record, GError **error)
{
  const TqNote *note = record;
  const TqDecisionLine *line = find_line (context->c, note->decision_line);
  g_autoptr (GArray) lines = tq_case_build_execution (context->c);
  const TqExecutionLine *e = &g_array_index (lines, TqExecutionLine, note->decision_line - 1);
  gint64 lacks = 0;
  if (!tq_money_sub (note->amount_minor, e->rest_minor, &lacks, error))
    return FALSE;
  lacks = MAX (lacks, 0);
  return tq_step_add_mark (context, TQ_MARK_BLOCKED, note->decision_line, lacks, error) &&
         tq_step_add_agenda (context,
                             TQ_AGENDA_BLOCKED,
                             line->label,
                             note->decision_line,
                             lacks,
                             error);
}
