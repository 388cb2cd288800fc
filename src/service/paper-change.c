/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "base/i18n.h"
#include "reports/papers-change.h"
#include "service/paper-builders.h"

/* Who was recalled, by whom, and who takes the task over. */
TqDocument *
tq_paper_build_recall (TqPaperDesk *desk, GError **error)
{
  const TqRecall *recall = tq_paper_desk_choose (desk, desk->c->recalls, error);
  if (recall == NULL || !tq_paper_desk_set_event (desk, recall->record.event, error))
    return NULL;
  const TqRecallInput input = { .head = desk->head,
                                .group = recall->recalled_by,
                                .person = recall->who,
                                .office = recall->task,
                                .day = recall->record.day,
                                .from = recall->from_day,
                                .reason = *recall->words != '\0' ? recall->words : NULL,
                                .present = (guint) recall->present,
                                .total = desk->parties->len,
                                .in_favour = (guint) recall->agree,
                                .against = (guint) recall->against,
                                .abstained = (guint) recall->abstain,
                                .successor =
                                  *recall->successor != '\0' ? recall->successor : NULL };
  return tq_recall_build (&input);
}

/* The lines of the decision with what was spent on each, or with what is still open. */
static const TqPaperLine *
list_lines (TqPaperDesk *desk, GArray *execution, gboolean open, guint *out_n)
{
  guint n = 0;
  TqPaperLine *lines = tq_paper_desk_keep_memory (desk, execution->len, sizeof (TqPaperLine));
  for (guint i = 0; i < execution->len; i++) {
    const TqExecutionLine *e = &g_array_index (execution, TqExecutionLine, i);
    const gint64 amount = open ? e->reopened_minor : e->spent_minor;
    if (amount != 0)
      lines[n++] = (TqPaperLine){ .text = e->line->label, .amount = amount };
  }
  *out_n = n;
  return lines;
}

/* What is decided anew, with the old minority on the first page; only what is not carried out. */
TqDocument *
tq_paper_build_reopening (TqPaperDesk *desk, GError **error)
{
  const TqReopening *reopening = tq_paper_desk_choose (desk, desk->c->reopenings, error);
  const TqDecision *decision = tq_case_get_last (desk->c->decisions);
  if (reopening == NULL || decision == NULL ||
      !tq_paper_desk_set_event (desk, reopening->record.event, error))
    return NULL;
  char *letters = tq_book_build_slip (desk->book, decision->record.event, error);
  if (letters == NULL)
    return NULL;
  g_autoptr (GArray) execution = tq_case_build_execution (desk->c);
  const gboolean vigilance = reopening->asked_by == TQ_REOPEN_RIGHT_VIGILANCE;
  TqReopeningInput input = { .head = desk->head,
                             .day = reopening->record.day,
                             .decision = decision->words,
                             .decision_letters = tq_paper_desk_keep (desk, letters),
                             .asked_by = tq_paper_desk_keep_words (
                               desk,
                               vigilance ? _ ("the vigilance commission") : reopening->names),
                             .new_fact = reopening->fact };
  input.old_objections = tq_paper_desk_list_objections (desk, 0, &input.n_old_objections);
  input.carried_out = list_lines (desk, execution, FALSE, &input.n_carried_out);
  input.open = list_lines (desk, execution, TRUE, &input.n_open);
  return tq_reopening_build (&input);
}
