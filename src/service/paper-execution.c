/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "base/error.h"
#include "base/i18n.h"
#include "service/paper-builders.h"

#include <string.h>

static const char *
get_letters (TqPaperDesk *desk, gint64 event)
{
  char *letters = tq_book_build_slip (desk->book, event, NULL);
  return letters != NULL ? tq_paper_desk_keep (desk, letters) : NULL;
}

static const char *
join_persons (TqPaperDesk *desk, const TqMandate *mandate)
{
  g_autoptr (GString) names = g_string_new (NULL);
  for (guint i = 0; i < mandate->persons->len; i++) {
    const TqMandatePerson *person = g_ptr_array_index (mandate->persons, i);
    g_string_append_printf (names, "%s%s", i > 0 ? ", " : "", person->name);
  }
  return tq_paper_desk_keep (desk, g_strdup (names->str));
}

/* What was given with this mandate: one line of the decision, or every line. */
static const TqPaperTask *
list_tasks (TqPaperDesk *desk, const TqDecision *decision, const TqMandate *mandate, guint *out_n)
{
  guint n = 0;
  TqPaperTask *tasks = tq_paper_desk_keep_memory (desk, decision->lines->len, sizeof (TqPaperTask));
  for (guint i = 0; i < decision->lines->len; i++) {
    const TqDecisionLine *line = g_ptr_array_index (decision->lines, i);
    if (mandate->decision_line == 0 || mandate->decision_line == (gint64) i + 1)
      tasks[n++] = (TqPaperTask){ line->label,
                                  line->amount_minor,
                                  mandate->tolerance_minor,
                                  join_persons (desk, mandate),
                                  mandate->deadline };
  }
  *out_n = n;
  return tasks;
}

static const TqPaperSigner *
list_mandated (TqPaperDesk *desk, const TqMandate *mandate, guint *out_n)
{
  TqPaperSigner *signers =
    tq_paper_desk_keep_memory (desk, mandate->persons->len, sizeof (TqPaperSigner));
  for (guint i = 0; i < mandate->persons->len; i++)
    signers[i].name = ((const TqMandatePerson *) g_ptr_array_index (mandate->persons, i))->name;
  *out_n = mandate->persons->len;
  return signers;
}

/* Who does what, until when, and to whom they answer. */
TqDocument *
tq_paper_build_mandate (TqPaperDesk *desk, GError **error)
{
  const TqMandate *mandate = tq_paper_desk_choose (desk, desk->c->mandates, error);
  const TqDecision *decision = tq_case_get_last (desk->c->decisions);
  if (mandate == NULL || decision == NULL ||
      !tq_paper_desk_set_event (desk, mandate->record.event, error))
    return NULL;
  TqMandateSheetInput input = { .head = desk->head,
                                .decided = decision->record.day,
                                .agreement = decision->words,
                                .decision_letters = get_letters (desk, decision->record.event),
                                .answer_to = mandate->answers_to,
                                .reports = TQ_DAY_NONE };
  input.tasks = list_tasks (desk, decision, mandate, &input.n_tasks);
  input.signers = list_mandated (desk, mandate, &input.n_signers);
  return tq_mandate_sheet_build (&input);
}

static const TqPaperPayment *
list_payments (TqPaperDesk *desk, const TqDecision *decision, guint *out_n)
{
  const GPtrArray *all = desk->c->payments;
  TqPaperPayment *payments = tq_paper_desk_keep_memory (desk, all->len, sizeof (TqPaperPayment));
  for (guint i = 0; i < all->len; i++) {
    const TqPayment *payment = g_ptr_array_index (all, i);
    const gboolean on_line =
      payment->decision_line > 0 && payment->decision_line <= decision->lines->len;
    const TqDecisionLine *line =
      on_line ? g_ptr_array_index (decision->lines, payment->decision_line - 1) : NULL;
    payments[i] = (TqPaperPayment){
      payment->record.day,   payment->payee,        line != NULL ? line->label : NULL,
      payment->amount_minor, payment->receipt != 0, payment->record.event
    };
  }
  *out_n = all->len;
  return payments;
}

/* Every payment and how every line stands. */
TqDocument *
tq_paper_build_execution (TqPaperDesk *desk, GError **error)
{
  const TqDecision *decision = tq_paper_desk_choose (desk, desk->c->decisions, error);
  const TqMandate *mandate = tq_case_get_last (desk->c->mandates);
  if (decision == NULL)
    return NULL;
  const TqPayment *last = tq_case_get_last (desk->c->payments);
  if (!tq_paper_desk_set_event (desk,
                                last != NULL ? last->record.event : decision->record.event,
                                error))
    return NULL;
  g_autoptr (GArray) execution = tq_case_build_execution (desk->c);
  TqPaperSpending *lines =
    tq_paper_desk_keep_memory (desk, execution->len, sizeof (TqPaperSpending));
  for (guint i = 0; i < execution->len; i++) {
    const TqExecutionLine *e = &g_array_index (execution, TqExecutionLine, i);
    lines[i] = (TqPaperSpending){ e->line->label,
                                  e->line->amount_minor,
                                  e->tolerance_minor,
                                  e->spent_minor };
  }
  TqExecutionSheetInput input = { .head = desk->head,
                                  .decision_letters = get_letters (desk, decision->record.event),
                                  .lines = lines,
                                  .n_lines = execution->len };
  input.payments = list_payments (desk, decision, &input.n_payments);
  if (mandate != NULL)
    input.signers = list_mandated (desk, mandate, &input.n_signers);
  return tq_execution_sheet_build (&input);
}

/* What the decision means for one family. */
static TqPaperSlip
describe_slip (TqPaperDesk *desk, const TqDecision *decision, const TqParty *party)
{
  guint n = 0;
  TqPaperLine *lines =
    tq_paper_desk_keep_memory (desk, decision->shares->len, sizeof (TqPaperLine));
  for (guint i = 0; i < decision->shares->len; i++) {
    const TqDecisionShare *share = g_ptr_array_index (decision->shares, i);
    const gboolean known = share->of_line > 0 && share->of_line <= decision->lines->len;
    const TqDecisionLine *line =
      known ? g_ptr_array_index (decision->lines, share->of_line - 1) : NULL;
    if (share->party == party->event && line != NULL)
      lines[n++] = (TqPaperLine){ .text = line->label, .amount = share->amount_minor };
  }
  return (TqPaperSlip){ .code = party->code,
                        .name = party->name,
                        .day = decision->record.day,
                        .lines = lines,
                        .n_lines = n,
                        .event = desk->head.event,
                        .letters = desk->head.letters };
}

/* What the decision means for the family of the order, or for every family that it shares with,
 * with a place to sign. */
TqDocument *
tq_paper_build_slip (TqPaperDesk *desk, GError **error)
{
  guint n = 0;
  const TqDecision *decision = tq_paper_desk_choose (desk, desk->c->decisions, error);
  if (decision == NULL || !tq_paper_desk_set_event (desk, decision->record.event, error))
    return NULL;
  TqPaperSlip *slips = tq_paper_desk_keep_memory (desk, desk->parties->len, sizeof (TqPaperSlip));
  for (guint i = 0; i < desk->parties->len; i++) {
    const TqParty *party = g_ptr_array_index (desk->parties, i);
    const gboolean asked = g_strcmp0 (desk->order->party, party->code) == 0;
    if (desk->order->party != NULL && !asked)
      continue;
    slips[n] = describe_slip (desk, decision, party);
    if (asked || slips[n].n_lines > 0)
      n++;
  }
  if (n == 0) {
    g_set_error_literal (error,
                         TQ_ERROR,
                         TQ_ERROR_NOT_FOUND,
                         _ ("The decision shares nothing with a family of that code."));
    return NULL;
  }
  const TqSlipsInput input = { .head = desk->head,
                               .title = desk->c->title,
                               .slips = slips,
                               .n_slips = n,
                               .received_text = _ ("Received") };
  return tq_slips_build (&input);
}
