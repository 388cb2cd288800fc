/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The minutes of an assembly, and those of the assembly that hears how a mandate was carried out.
 *
 * 1. An objection is printed in the item to which it belongs, in the words of who made it, with
 *    the answer; there is no way to build the item without it.
 * 2. Who read, interpreted, counted and wrote is named.
 * 3. There is a place to sign, to set a fingerprint, and to sign under protest. */
#include "reports/papers-minutes.h"

#include "base/currency.h"
#include "base/i18n.h"
#include "base/money.h"
#include "reports/language.h"

static void
add_names (TqBlock *pairs, const char *label, const char *const *names)
{
  g_autofree char *joined = tq_paper_dup_names (names);
  if (joined != NULL)
    tq_block_add_item (pairs, label, joined);
}

static char *
dup_attendance (const TqPaperMeeting *meeting)
{
  g_autofree char *present =
    tq_paper_dup_presence (&meeting->head, meeting->present, meeting->total);
  if (meeting->women < 0 || meeting->men < 0)
    return g_strdup_printf (_ ("%s; %u needed"), present, meeting->quorum);
  if (meeting->young < 0)
    return g_strdup_printf (_ ("%s; %u needed; women %d, men %d"),
                            present,
                            meeting->quorum,
                            meeting->women,
                            meeting->men);
  return g_strdup_printf (_ ("%s; %u needed; women %d, men %d, young people %d"),
                          present,
                          meeting->quorum,
                          meeting->women,
                          meeting->men,
                          meeting->young);
}

static void
add_meeting (TqFlow *body, const TqPaperMeeting *meeting)
{
  TqBlock *pairs = tq_flow_add_pairs (body);
  g_autofree char *date = tq_day_to_local_string (meeting->day);
  g_autofree char *attendance = dup_attendance (meeting);
  g_autofree char *hours = meeting->ends != NULL
                             ? g_strdup_printf (_ ("from %s to %s"), meeting->begins, meeting->ends)
                             : g_strdup (meeting->begins);
  g_autofree char *when = g_strdup_printf ("%s, %s", date, hours);
  tq_block_add_item (pairs, _ ("Day and hour"), when);
  tq_block_add_item (pairs, _ ("Place"), meeting->place);
  tq_block_add_item (pairs, _ ("Call"), meeting->call >= 2 ? _ ("Second call") : _ ("First call"));
  tq_block_add_item (pairs, _ ("Present"), attendance);
  add_names (pairs, _ ("Excused"), meeting->excused);
  add_names (pairs, _ ("Read and interpreted by"), meeting->readers);
  tq_block_add_item (pairs, _ ("Written by"), meeting->secretary);
  if (meeting->accounts_letters != NULL)
    tq_block_add_item (pairs, _ ("Accounts attached"), meeting->accounts_letters);
}

static void
add_tally (TqFlow *body, const TqPaperTally *tally)
{
  TqBlock *pairs = tq_flow_add_pairs (body);
  tq_block_add_item (pairs, _ ("How it was counted"), tally->method);
  tq_block_add_item (pairs, _ ("Rule"), tally->rule);
  add_names (pairs, _ ("Tellers"), tally->tellers);
  g_autofree char *papers = g_strdup_printf (_ ("handed out %u, counted %u, spoiled %u"),
                                             tally->handed_out,
                                             tally->counted,
                                             tally->spoiled);
  tq_block_add_item (pairs, _ ("Words"), papers);
  for (guint i = 0; tally->options != NULL && tally->options[i] != NULL; i++) {
    g_autofree char *count = g_strdup_printf ("%u", tally->counts[i]);
    tq_block_add_number (pairs, tally->options[i], count);
  }
}

static void
add_item (TqFlow *body, const TqPaperHead *head, const TqPaperItem *item, guint number)
{
  g_autofree char *title = g_strdup_printf ("%u. %s", number, item->title);
  tq_flow_add_heading (body, 1, title);
  tq_flow_add_paragraph (body, item->summary);
  for (guint i = 0; i < item->n_objections; i++)
    tq_paper_add_objection (body, &item->objections[i]);
  if (item->tally != NULL)
    add_tally (body, item->tally);
  if (item->result != NULL)
    tq_flow_add_verbatim (body, _ ("Agreement:"), item->result);
  if (item->n_lines > 0) {
    TqTable *table = tq_paper_new_lines_table (head, "lines", _ ("What for"));
    tq_paper_fill_lines (table, item->lines, item->n_lines, _ ("Total"));
    tq_flow_add_table (body, table);
  }
}

static void
add_end (TqFlow *body, const TqPaperMeeting *meeting)
{
  tq_flow_add_heading (body, 1, _ ("Signatures or fingerprints"));
  /* A whole assembly signs in more columns, so that the minutes stay on two pages in large type. */
  const guint columns = meeting->n_signers > 20 ? 5 : meeting->n_signers > 12 ? 4 : 3;
  tq_paper_add_signers (body, meeting->signers, meeting->n_signers, columns);
  g_autofree char *names = tq_paper_dup_names (meeting->under_protest);
  if (names == NULL) {
    tq_flow_add_lines (body, _ ("Under protest:"), 1);
    return;
  }
  g_autofree char *protest = g_strdup_printf (_ ("Under protest: %s"), names);
  tq_flow_add_paragraph (body, protest);
}

/* The minutes of an assembly (transfer full). */
TqDocument *
tq_minutes_build (const TqMinutesInput *input)
{
  g_return_val_if_fail (input != NULL, NULL);
  const TqPaperMeeting *meeting = &input->meeting;
  g_auto (TqLanguageScope) scope = tq_language_enter (meeting->head.language);
  TqDocument *document = tq_document_new (&meeting->head, _ ("Minutes of the assembly"));
  add_meeting (document->body, meeting);
  for (guint i = 0; i < input->n_items; i++)
    add_item (document->body, &meeting->head, &input->items[i], i + 1);
  add_end (document->body, meeting);
  return document;
}

static void
add_answer_table (TqFlow *body, const TqReportBackInput *input)
{
  const guint digits = tq_currency_get_digits (input->meeting.head.currency);
  TqTable *table = tq_table_new ("answers", NULL);
  tq_table_add_column (table, "line", _ ("What for"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "done", _ ("Carried out"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "agreed", _ ("Agreed"), TQ_COLUMN_AMOUNT, digits);
  tq_table_add_column (table, "spent", _ ("Spent"), TQ_COLUMN_AMOUNT, digits);
  tq_table_add_column (table, "difference", _ ("Difference"), TQ_COLUMN_AMOUNT, digits);
  gint64 agreed = 0, spent = 0;
  gboolean fits = TRUE;
  for (guint i = 0; i < input->n_answers; i++) {
    const TqPaperAnswer *answer = &input->answers[i];
    TqRow *row = tq_table_add_row (table, TQ_ROW_NORMAL, 0);
    tq_row_add_text (row, answer->line);
    tq_row_add_text (row, answer->done ? _ ("yes") : _ ("no"));
    tq_paper_add_spending (row, answer->agreed, answer->spent);
    fits = fits && tq_money_add (agreed, answer->agreed, &agreed, NULL) &&
           tq_money_add (spent, answer->spent, &spent, NULL);
  }
  TqRow *row = tq_table_add_row (table, TQ_ROW_TOTAL, 0);
  tq_row_add_text (row, _ ("Total"));
  tq_row_add_empty (row);
  if (fits)
    tq_paper_add_spending (row, agreed, spent);
  tq_flow_add_table (body, table);
}

static void
add_answer (TqFlow *body, const TqPaperAnswer *answer)
{
  if (answer->why == NULL && answer->asked == NULL && answer->answer == NULL)
    return;
  tq_flow_add_heading (body, 2, answer->line);
  if (answer->why != NULL)
    tq_flow_add_verbatim (body, NULL, answer->why);
  if (answer->asked != NULL)
    tq_flow_add_verbatim (body, _ ("What is asked of the assembly:"), answer->asked);
  if (answer->answer != NULL)
    tq_flow_add_verbatim (body, _ ("What the assembly said:"), answer->answer);
}

/* The minutes of the assembly that hears the mandated persons (transfer full): done, not done, why,
 * what is asked, and what the assembly said. */
TqDocument *
tq_report_back_build (const TqReportBackInput *input)
{
  g_return_val_if_fail (input != NULL, NULL);
  const TqPaperMeeting *meeting = &input->meeting;
  g_auto (TqLanguageScope) scope = tq_language_enter (meeting->head.language);
  TqDocument *document =
    tq_document_new (&meeting->head, _ ("Minutes: how the agreement was carried out"));
  TqFlow *body = document->body;
  add_meeting (body, meeting);
  tq_flow_add_heading (body, 1, _ ("The mandated persons answer"));
  TqBlock *pairs = tq_flow_add_pairs (body);
  add_names (pairs, _ ("They are"), input->persons);
  add_answer_table (body, input);
  for (guint i = 0; i < input->n_answers; i++)
    add_answer (body, &input->answers[i]);
  for (guint i = 0; i < input->n_items; i++)
    add_item (body, &meeting->head, &input->items[i], i + 2);
  add_end (body, meeting);
  return document;
}
