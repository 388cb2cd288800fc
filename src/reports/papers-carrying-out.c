/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The papers after a decision: who does what until when, what was paid, what a family keeps. */
#include "reports/papers-carrying-out.h"

#include "base/currency.h"
#include "base/i18n.h"
#include "base/money.h"
#include "reports/language.h"

static void
add_tasks (TqFlow *body, const TqMandateSheetInput *input)
{
  const guint digits = tq_currency_get_digits (input->head.currency);
  TqTable *table = tq_table_new ("tasks", NULL);
  tq_table_add_column (table, "line", _ ("What for"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "amount", _ ("Amount"), TQ_COLUMN_AMOUNT, digits);
  tq_table_add_column (table, "tolerance", _ ("May exceed by"), TQ_COLUMN_AMOUNT, digits);
  tq_table_add_column (table, "persons", _ ("Who"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "deadline", _ ("Until"), TQ_COLUMN_DATE, 0);
  for (guint i = 0; i < input->n_tasks; i++) {
    TqRow *row = tq_table_add_row (table, TQ_ROW_NORMAL, 0);
    tq_row_add_text (row, input->tasks[i].line);
    tq_row_add_number (row, input->tasks[i].amount);
    tq_row_add_number (row, input->tasks[i].tolerance);
    tq_row_add_text (row, input->tasks[i].persons);
    tq_row_add_day (row, input->tasks[i].deadline);
  }
  tq_flow_add_table (body, table);
}

/* The mandate (transfer full): line, persons, deadline, tolerance, to whom and when they report. */
TqDocument *
tq_mandate_sheet_build (const TqMandateSheetInput *input)
{
  g_return_val_if_fail (input != NULL, NULL);
  g_auto (TqLanguageScope) scope = tq_language_enter (input->head.language);
  TqDocument *document = tq_document_new (&input->head, _ ("Mandate"));
  TqFlow *body = document->body;
  g_autofree char *date = tq_day_to_local_string (input->decided);
  g_autofree char *decided = g_strdup_printf (_ ("The assembly decided on %s:"), date);
  tq_flow_add_verbatim (body, decided, input->agreement);
  add_tasks (body, input);
  TqBlock *pairs = tq_flow_add_pairs (body);
  g_autofree char *when = input->reports != TQ_DAY_NONE ? tq_day_to_local_string (input->reports)
                                                        : g_strdup (_ ("at the next assembly"));
  tq_block_add_item (pairs, _ ("They answer to"), input->answer_to);
  tq_block_add_item (pairs, _ ("They report"), when);
  if (input->decision_letters != NULL)
    tq_flow_add_digest (body, _ ("Letters of the decision"), input->decision_letters, NULL);
  tq_flow_add_heading (body, 1, _ ("We accept the mandate"));
  tq_paper_add_signers (body, input->signers, input->n_signers, 3);
  return document;
}

static void
add_spending (TqFlow *body, const TqExecutionSheetInput *input)
{
  const guint digits = tq_currency_get_digits (input->head.currency);
  TqTable *table = tq_table_new ("spending", NULL);
  gint64 agreed = 0, spent = 0;
  gboolean fits = TRUE;
  tq_table_add_column (table, "line", _ ("What for"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "agreed", _ ("Agreed"), TQ_COLUMN_AMOUNT, digits);
  tq_table_add_column (table, "spent", _ ("Spent"), TQ_COLUMN_AMOUNT, digits);
  tq_table_add_column (table, "difference", _ ("Difference"), TQ_COLUMN_AMOUNT, digits);
  for (guint i = 0; i < input->n_lines; i++) {
    const TqPaperSpending *line = &input->lines[i];
    TqRow *row = tq_table_add_row (table, TQ_ROW_NORMAL, 0);
    tq_row_add_text (row, line->line);
    tq_paper_add_spending (row, line->agreed, line->spent);
    fits = fits && tq_money_add (agreed, line->agreed, &agreed, NULL) &&
           tq_money_add (spent, line->spent, &spent, NULL);
  }
  TqRow *row = tq_table_add_row (table, TQ_ROW_TOTAL, 0);
  tq_row_add_text (row, _ ("Total"));
  if (fits)
    tq_paper_add_spending (row, agreed, spent);
  tq_flow_add_table (body, table);
  for (guint i = 0; i < input->n_lines; i++) {
    const TqPaperSpending *line = &input->lines[i];
    gint64 above = 0;
    if (!tq_money_sub (line->spent, line->agreed, &above, NULL) || above <= line->tolerance)
      continue;
    g_autofree char *over = tq_paper_dup_amount (&input->head, above);
    g_autofree char *mark =
      g_strdup_printf (_ ("%s: %s above the agreement. It is on the agenda of the next assembly."),
                       line->line,
                       over);
    tq_flow_add_paragraph (body, mark);
  }
}

static void
add_payments (TqFlow *body, const TqExecutionSheetInput *input)
{
  const guint digits = tq_currency_get_digits (input->head.currency);
  TqTable *table = tq_table_new ("payments", NULL);
  tq_table_add_column (table, "day", _ ("Day"), TQ_COLUMN_DATE, 0);
  tq_table_add_column (table, "text", _ ("Payment"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "line", _ ("Line of the agreement"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "amount", _ ("Amount"), TQ_COLUMN_AMOUNT, digits);
  tq_table_add_column (table, "receipt", _ ("Receipt"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "event", _ ("Event"), TQ_COLUMN_INTEGER, 0);
  for (guint i = 0; i < input->n_payments; i++) {
    const TqPaperPayment *payment = &input->payments[i];
    TqRow *row = tq_table_add_row (table, TQ_ROW_NORMAL, 0);
    tq_row_add_day (row, payment->day);
    tq_row_add_text (row, payment->text);
    tq_row_add_text (row, payment->line != NULL ? payment->line : _ ("without agreement"));
    tq_row_add_number (row, payment->amount);
    tq_row_add_text (row, payment->has_receipt ? _ ("yes") : _ ("no"));
    tq_row_add_number (row, payment->event);
  }
  tq_flow_add_heading (body, 1, _ ("Payments"));
  tq_flow_add_table (body, table);
}

/* The execution sheet (transfer full): every payment with line and receipt, and what differs. */
TqDocument *
tq_execution_sheet_build (const TqExecutionSheetInput *input)
{
  g_return_val_if_fail (input != NULL, NULL);
  g_auto (TqLanguageScope) scope = tq_language_enter (input->head.language);
  TqDocument *document =
    tq_document_new (&input->head, _ ("Execution sheet: what was done with the money"));
  TqFlow *body = document->body;
  add_spending (body, input);
  if (input->n_payments > 0)
    add_payments (body, input);
  if (input->decision_letters != NULL)
    tq_flow_add_digest (body, _ ("Letters of the decision"), input->decision_letters, NULL);
  tq_paper_add_signers (body, input->signers, input->n_signers, 3);
  return document;
}

static void
add_code (TqFlow *flow, const TqPaperSlip *slip)
{
  g_autofree char *payload = g_strdup_printf ("tequio:%" PRId64 ":%s", slip->event, slip->letters);
  g_autofree char *caption = g_strdup_printf (
    _ ("Event %" PRId64 ", letters %s. Anyone can check this paper against the book."),
    slip->event,
    slip->letters);
  tq_flow_add_code (flow, payload, caption);
}

static void
add_slip (TqFlow *body, const TqSlipsInput *input, const TqPaperSlip *slip)
{
  TqFlow *group = tq_flow_add_columns (body, 1, NULL);
  g_autofree char *who = g_strdup_printf ("%s · %s", slip->code, slip->name);
  g_autofree char *date = tq_day_to_local_string (slip->day);
  TqFlow *right = NULL;
  TqFlow *left = tq_flow_add_columns (group, 2, &right);
  tq_flow_add_heading (left, 2, who);
  tq_flow_add_paragraph (left, input->head.book);
  tq_flow_add_paragraph (left, date);
  if (slip->event > 0 && slip->letters != NULL)
    add_code (left, slip);
  TqTable *table = tq_paper_new_lines_table (&input->head, "lines", input->title);
  tq_paper_fill_lines (table, slip->lines, slip->n_lines, _ ("Total"));
  tq_flow_add_table (right, table);
  if (input->received_text != NULL) {
    const TqPaperSigner signer = { slip->name, NULL };
    tq_flow_add_paragraph (right, input->received_text);
    tq_paper_add_signers (right, &signer, 1, 1);
  }
}

/* The slip of one family (transfer full), for the event and letters of its head. */
TqDocument *
tq_slip_build (const TqSlipInput *input)
{
  g_return_val_if_fail (input != NULL, NULL);
  const TqPaperSlip slip = { .code = input->code,
                             .name = input->name,
                             .day = input->day,
                             .lines = input->lines,
                             .n_lines = input->n_lines,
                             .event = input->head.event,
                             .letters = input->head.letters };
  const TqSlipsInput slips = { .head = input->head,
                               .title = input->title,
                               .slips = &slip,
                               .n_slips = 1,
                               .received_text = input->received_text };
  return tq_slips_build (&slips);
}

/* The slips (transfer full): one undivided group a family, to be cut apart. The code of each holds
 * event and letters, so that the paper can be checked against the book. */
TqDocument *
tq_slips_build (const TqSlipsInput *input)
{
  g_return_val_if_fail (input != NULL, NULL);
  g_auto (TqLanguageScope) scope = tq_language_enter (input->head.language);
  TqDocument *document = tq_document_new (&input->head, input->title);
  for (guint i = 0; i < input->n_slips; i++) {
    if (i > 0)
      tq_flow_add_break (document->body, TQ_BLOCK_CUT);
    add_slip (document->body, input, &input->slips[i]);
  }
  return document;
}
