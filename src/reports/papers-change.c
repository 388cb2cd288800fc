/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The papers that take something back: a delegate, or the part of a decision that is not carried
 * out. What was there before is named on them, and the old objections stand on the first page. */
#include "reports/papers-change.h"

#include "base/i18n.h"
#include "reports/language.h"

static void
add_count (TqBlock *pairs, const char *label, guint count)
{
  g_autofree char *text = g_strdup_printf ("%u", count);
  tq_block_add_number (pairs, label, text);
}

/* The recall of a delegate (transfer full): by whom, the counts, from when, the successor. */
TqDocument *
tq_recall_build (const TqRecallInput *input)
{
  g_return_val_if_fail (input != NULL, NULL);
  g_auto (TqLanguageScope) scope = tq_language_enter (input->head.language);
  TqDocument *document = tq_document_new (&input->head, _ ("Recall"));
  TqFlow *body = document->body;
  TqBlock *pairs = tq_flow_add_pairs (body);
  g_autofree char *date = tq_day_to_local_string (input->day);
  g_autofree char *from = tq_day_to_local_string (input->from);
  g_autofree char *present = tq_paper_dup_presence (&input->head, input->present, input->total);
  tq_block_add_item (pairs, _ ("Recalled"), input->person);
  tq_block_add_item (pairs, _ ("Office"), input->office);
  tq_block_add_item (pairs, _ ("Recalled by"), input->group);
  tq_block_add_item (pairs, _ ("Day"), date);
  tq_block_add_item (pairs, _ ("Present"), present);
  add_count (pairs, _ ("In favour"), input->in_favour);
  add_count (pairs, _ ("Against"), input->against);
  add_count (pairs, _ ("Abstained"), input->abstained);
  tq_block_add_item (pairs, _ ("Holds from"), from);
  tq_block_add_item (pairs,
                     _ ("Successor"),
                     input->successor != NULL ? input->successor : _ ("not yet named"));
  if (input->reason != NULL)
    tq_flow_add_verbatim (body, _ ("Why:"), input->reason);
  tq_flow_add_heading (body, 1, _ ("Signatures or fingerprints"));
  tq_paper_add_signers (body, input->signers, input->n_signers, 3);
  return document;
}

static void
add_lines (TqFlow *body,
           const TqPaperHead *head,
           const char *heading,
           const TqPaperLine *lines,
           guint n_lines)
{
  tq_flow_add_heading (body, 1, heading);
  if (n_lines == 0) {
    tq_flow_add_paragraph (body, _ ("Nothing."));
    return;
  }
  TqTable *table = tq_paper_new_lines_table (head, "lines", _ ("What for"));
  tq_paper_fill_lines (table, lines, n_lines, _ ("Total"));
  tq_flow_add_table (body, table);
}

/* The request to take a decision up again (transfer full): who asks, the new fact, what is carried
 * out and stays, what is open. */
TqDocument *
tq_reopening_build (const TqReopeningInput *input)
{
  g_return_val_if_fail (input != NULL, NULL);
  g_auto (TqLanguageScope) scope = tq_language_enter (input->head.language);
  TqDocument *document = tq_document_new (&input->head, _ ("A decision is taken up again"));
  TqFlow *body = document->body;
  TqBlock *pairs = tq_flow_add_pairs (body);
  g_autofree char *date = tq_day_to_local_string (input->day);
  g_autofree char *asked_by = tq_paper_dup_names (input->asked_by);
  tq_block_add_item (pairs, _ ("Decision"), input->decision);
  tq_block_add_item (pairs, _ ("Day"), date);
  tq_block_add_item (pairs, _ ("Asked by"), asked_by);
  tq_flow_add_verbatim (body, _ ("New fact:"), input->new_fact);
  if (input->n_old_objections > 0)
    tq_flow_add_heading (body, 1, _ ("What was said against it then"));
  for (guint i = 0; i < input->n_old_objections; i++)
    tq_paper_add_objection (body, &input->old_objections[i]);
  add_lines (body,
             &input->head,
             _ ("Carried out: this stays"),
             input->carried_out,
             input->n_carried_out);
  add_lines (body,
             &input->head,
             _ ("Not carried out: this is open again"),
             input->open,
             input->n_open);
  if (input->decision_letters != NULL)
    tq_flow_add_digest (body, _ ("Letters of the decision"), input->decision_letters, NULL);
  tq_flow_add_heading (body, 1, _ ("Signatures or fingerprints"));
  tq_paper_add_signers (body, input->signers, input->n_signers, 3);
  return document;
}
