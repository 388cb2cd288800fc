/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The papers of the talk: the proposals, the sheet on which a community answers, and the page that
 * shows what changed from one version to the next.
 *
 * 1. Proposals stand in the order spoken, each with its authors, all set alike.
 * 2. Nothing here ranks, recommends or adds up support. */
#include "reports/papers-proposal.h"

#include "base/currency.h"
#include "base/i18n.h"
#include "base/money.h"
#include "reports/language.h"

/* One proposal, which stands on one page with all that belongs to it. */
static void
add_proposal (TqFlow *flow, const TqPaperHead *head, const TqPaperProposal *proposal)
{
  TqFlow *body = tq_flow_add_columns (flow, 1, NULL);
  g_autofree char *title = g_strdup_printf ("%s · %s", proposal->mark, proposal->title);
  g_autofree char *authors = tq_paper_dup_names (proposal->authors);
  g_autofree char *rest = tq_paper_dup_amount (head, proposal->rest);
  tq_flow_add_heading (body, 1, title);
  TqBlock *pairs = tq_flow_add_pairs (body);
  tq_block_add_item (pairs, _ ("Proposed by"), authors);
  if (proposal->day != TQ_DAY_NONE) {
    g_autofree char *date = tq_day_to_local_string (proposal->day);
    tq_block_add_item (pairs, _ ("Day"), date);
  }
  if (proposal->version > 1) {
    g_autofree char *version = g_strdup_printf ("%u", proposal->version);
    tq_block_add_item (pairs, _ ("Version"), version);
  }
  if (proposal->changed != NULL)
    tq_block_add_item (pairs, _ ("What changed"), proposal->changed);
  if (proposal->words != NULL)
    tq_flow_add_verbatim (body, NULL, proposal->words);
  if (proposal->n_lines > 0) {
    TqTable *table = tq_paper_new_lines_table (head, "lines", _ ("What for"));
    tq_paper_fill_lines (table, proposal->lines, proposal->n_lines, _ ("Total"));
    TqRow *row = tq_table_add_row (table, TQ_ROW_NORMAL, 0);
    tq_row_add_text (row, proposal->rest < 0 ? _ ("More than there is") : _ ("What is left"));
    tq_row_add_number (row, proposal->rest);
    tq_flow_add_table (body, table);
  } else
    tq_block_add_item (pairs,
                       proposal->rest < 0 ? _ ("More than there is") : _ ("What is left"),
                       rest);
  tq_flow_add_paragraph (body, proposal->warning);
}

static void
add_share_totals (TqTable *table, const TqProposalSheetInput *input)
{
  TqRow *row = tq_table_add_row (table, TQ_ROW_TOTAL, 0);
  tq_row_add_text (row, _ ("Total"));
  tq_row_add_empty (row);
  for (guint p = 0; p < input->n_proposals; p++) {
    gint64 total = 0;
    gboolean fits = TRUE;
    for (guint m = 0; m < input->n_members; m++) {
      const gint64 share = input->shares[m * input->n_proposals + p];
      if (share != TQ_PAPER_NO_SHARE)
        fits = fits && tq_money_add (total, share, &total, NULL);
    }
    if (fits)
      tq_row_add_number (row, total);
    else
      tq_row_add_empty (row);
  }
}

static void
add_shares (TqFlow *body, const TqProposalSheetInput *input)
{
  const guint digits = tq_currency_get_digits (input->head.currency);
  TqTable *table = tq_table_new ("shares", NULL);
  tq_table_add_column (table, "code", _ ("Code"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "name", tq_paper_get_unit_heading (&input->head), TQ_COLUMN_TEXT, 0);
  for (guint p = 0; p < input->n_proposals; p++) {
    g_autofree char *key = g_strdup_printf ("proposal_%u", p + 1);
    tq_table_add_column (table, key, input->proposals[p].mark, TQ_COLUMN_AMOUNT, digits);
  }
  for (guint m = 0; m < input->n_members; m++) {
    TqRow *row = tq_table_add_row (table, TQ_ROW_NORMAL, 0);
    tq_row_add_text (row, input->members[m].code);
    tq_row_add_text (row, input->members[m].name);
    for (guint p = 0; p < input->n_proposals; p++) {
      const gint64 share = input->shares[m * input->n_proposals + p];
      if (share == TQ_PAPER_NO_SHARE)
        tq_row_add_empty (row);
      else
        tq_row_add_number (row, share);
    }
  }
  add_share_totals (table, input);
  tq_flow_add_break (body, TQ_BLOCK_PAGE_BREAK);
  tq_flow_add_heading (body,
                       1,
                       input->head.by_person ? _ ("What each proposal means for every person")
                                             : _ ("What each proposal means for every family"));
  tq_flow_add_table (body, table);
}

/* The sheet of proposals (transfer full). */
TqDocument *
tq_proposal_sheet_build (const TqProposalSheetInput *input)
{
  g_return_val_if_fail (input != NULL, NULL);
  g_auto (TqLanguageScope) scope = tq_language_enter (input->head.language);
  TqDocument *document = tq_document_new (&input->head, _ ("Proposals"));
  TqFlow *body = document->body;
  g_autofree char *amount = tq_paper_dup_amount (&input->head, input->amount);
  tq_flow_add_figure (body, TQ_DRAWING_MONEY_BOX, _ ("Amount to decide on"), amount);
  tq_flow_add_paragraph (body, _ ("The proposals stand in the order in which they were spoken."));
  for (guint i = 0; i < input->n_proposals; i++)
    add_proposal (body, &input->head, &input->proposals[i]);
  if (input->n_members > 0 && input->n_proposals > 0 && input->shares != NULL)
    add_shares (body, input);
  return document;
}

static char *
dup_count (gboolean known, int count)
{
  return !known || count < 0 ? g_strdup ("________") : g_strdup_printf ("%d", count);
}

static void
add_counts (TqFlow *body, const TqConsultationSheetInput *input)
{
  const struct {
    const char *label;
    int count;
  } present[] = { { _ ("Women"), input->women },
                  { _ ("Men"), input->men },
                  { _ ("Young people"), input->young } };
  const char *const positions[TQ_PAPER_N_POSITIONS] = {
    _ ("Agree"),
    _ ("Agree with doubts"),
    _ ("Do not agree but stand aside"),
    _ ("Do not agree and ask to stop"),
    _ ("Still talking"),
  };
  TqFlow *right = NULL;
  TqFlow *left = tq_flow_add_columns (body, 2, &right);
  tq_flow_add_heading (left, 2, _ ("Who is here"));
  TqBlock *pairs = tq_flow_add_pairs (left);
  for (gsize i = 0; i < G_N_ELEMENTS (present); i++) {
    g_autofree char *count = dup_count (input->answered, present[i].count);
    tq_block_add_number (pairs, present[i].label, count);
  }
  tq_flow_add_heading (right, 2, _ ("What we say"));
  pairs = tq_flow_add_pairs (right);
  for (guint i = 0; i < TQ_PAPER_N_POSITIONS; i++) {
    g_autofree char *count = dup_count (input->answered, input->positions[i]);
    tq_block_add_number (pairs, positions[i], count);
  }
}

static void
add_answers (TqFlow *body, const TqConsultationSheetInput *input)
{
  tq_flow_add_heading (body, 2, _ ("What we ask to change"));
  for (guint i = 0; i < input->n_amendments; i++)
    tq_flow_add_verbatim (body, input->amendments[i].who, input->amendments[i].words);
  if (!input->answered)
    tq_flow_add_lines (body, NULL, 3);
  else if (input->n_amendments == 0)
    tq_flow_add_paragraph (body, _ ("Nothing."));
  tq_flow_add_heading (body, 2, _ ("Who does not agree, and why"));
  for (guint i = 0; i < input->n_objections; i++)
    tq_paper_add_objection (body, &input->objections[i]);
  if (!input->answered)
    tq_flow_add_lines (body, NULL, 3);
  else if (input->n_objections == 0)
    tq_flow_add_paragraph (body, _ ("Nobody."));
}

/* The sheet of a consultation (transfer full), blank or filled. */
TqDocument *
tq_consultation_sheet_build (const TqConsultationSheetInput *input)
{
  g_return_val_if_fail (input != NULL, NULL);
  g_auto (TqLanguageScope) scope = tq_language_enter (input->head.language);
  TqDocument *document = tq_document_new (&input->head, _ ("Consultation sheet"));
  TqFlow *body = document->body;
  TqBlock *pairs = tq_flow_add_pairs (body);
  g_autofree char *round = g_strdup_printf ("%u", input->round);
  g_autofree char *day = input->day != TQ_DAY_NONE ? tq_day_to_local_string (input->day)
                                                   : g_strdup ("____________________");
  g_autofree char *readers = tq_paper_dup_names (input->readers);
  tq_block_add_item (pairs, _ ("Community"), input->group);
  tq_block_add_item (pairs, _ ("Round"), round);
  tq_block_add_item (pairs, _ ("Day"), day);
  tq_block_add_item (pairs,
                     _ ("Read and interpreted by"),
                     readers != NULL ? readers : "____________________");
  TqBlock *ticks = tq_flow_add_ticks (body, _ ("What we talked about, in the order spoken:"));
  for (guint i = 0; i < input->n_proposals; i++) {
    g_autofree char *title =
      g_strdup_printf ("%s · %s", input->proposals[i].mark, input->proposals[i].title);
    tq_block_add_item (ticks, title, NULL);
  }
  add_counts (body, input);
  add_answers (body, input);
  document->one_page = !input->answered;
  tq_flow_add_heading (body, 2, _ ("Signatures or fingerprints"));
  const TqPaperSigner free_places[4] = { { NULL, NULL } };
  tq_paper_add_signers (body, free_places, G_N_ELEMENTS (free_places), 4);
  return document;
}

/* The page of what changed between two versions, with who asked for it (transfer full). */
TqDocument *
tq_comparison_build (const TqComparisonInput *input)
{
  g_return_val_if_fail (input != NULL, NULL);
  g_auto (TqLanguageScope) scope = tq_language_enter (input->head.language);
  const guint digits = tq_currency_get_digits (input->head.currency);
  g_autofree char *title =
    g_strdup_printf (_ ("What changed from %s to %s"), input->before_mark, input->after_mark);
  TqDocument *document = tq_document_new (&input->head, title);
  TqFlow *body = document->body;
  g_autofree char *authors = tq_paper_dup_names (input->authors);
  TqBlock *pairs = tq_flow_add_pairs (body);
  tq_block_add_item (pairs, _ ("Written by"), authors);
  if (input->day != TQ_DAY_NONE) {
    g_autofree char *date = tq_day_to_local_string (input->day);
    tq_block_add_item (pairs, _ ("Day"), date);
  }
  TqTable *table = tq_table_new ("changes", NULL);
  tq_table_add_column (table, "text", _ ("What for"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "before", input->before_mark, TQ_COLUMN_AMOUNT, digits);
  tq_table_add_column (table, "after", input->after_mark, TQ_COLUMN_AMOUNT, digits);
  tq_table_add_column (table, "asked_by", _ ("Asked by"), TQ_COLUMN_TEXT, 0);
  for (guint i = 0; i < input->n_changes; i++) {
    const TqPaperChange *change = &input->changes[i];
    TqRow *row = tq_table_add_row (table, TQ_ROW_NORMAL, 0);
    tq_row_add_text (row, change->text);
    if (change->has_before)
      tq_row_add_number (row, change->before);
    else
      tq_row_add_empty (row);
    if (change->has_after)
      tq_row_add_number (row, change->after);
    else
      tq_row_add_empty (row);
    tq_row_add_text (row, change->asked_by);
  }
  tq_flow_add_table (body, table);
  if (input->reason != NULL)
    tq_flow_add_verbatim (body, _ ("Why:"), input->reason);
  return document;
}
