/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The papers about the accounts: the closing sheet, the open statement, the vigilance report. */
#include "reports/papers-accounts.h"

#include "base/currency.h"
#include "base/i18n.h"
#include "base/money.h"
#include "reports/language.h"

static void
add_period (TqFlow *body, TqDay from, TqDay through)
{
  g_autofree char *first = tq_day_to_local_string (from);
  g_autofree char *last = tq_day_to_local_string (through);
  g_autofree char *period = g_strdup_printf (_ ("From %s to %s"), first, last);
  tq_flow_add_paragraph (body, period);
}

static void
add_amount (TqBlock *pairs, const TqPaperHead *head, const char *label, gint64 amount)
{
  g_autofree char *text = tq_paper_dup_amount (head, amount);
  tq_block_add_number (pairs, label, text);
}

static void
add_coins (TqFlow *body, const TqClosingSheetInput *input)
{
  const guint digits = tq_currency_get_digits (input->head.currency);
  TqTable *table = tq_table_new ("cash_count", NULL);
  tq_table_add_column (table, "value", _ ("Note or coin"), TQ_COLUMN_AMOUNT, digits);
  tq_table_add_column (table, "count", _ ("How many"), TQ_COLUMN_INTEGER, 0);
  tq_table_add_column (table, "amount", _ ("Amount"), TQ_COLUMN_AMOUNT, digits);
  for (guint i = 0; i < input->n_coins; i++) {
    gint64 amount = 0;
    TqRow *row = tq_table_add_row (table, TQ_ROW_NORMAL, 0);
    tq_row_add_number (row, input->coins[i].value);
    tq_row_add_number (row, input->coins[i].count);
    if (tq_money_mul (input->coins[i].value, input->coins[i].count, &amount, NULL))
      tq_row_add_number (row, amount);
  }
  tq_flow_add_table (body, table);
}

static void
add_count (TqFlow *body, const TqClosingSheetInput *input)
{
  tq_flow_add_heading (body, 1, _ ("Count of the money"));
  if (input->n_coins > 0)
    add_coins (body, input);
  if (!input->counted) {
    tq_flow_add_lines (body, _ ("Write here what each of the two counted:"), 3);
    return;
  }
  TqBlock *pairs = tq_flow_add_pairs (body);
  add_amount (pairs, &input->head, _ ("The book says"), input->book_cash);
  add_amount (pairs, &input->head, _ ("Counted"), input->counted_cash);
  gint64 difference = 0;
  if (tq_money_sub (input->counted_cash, input->book_cash, &difference, NULL))
    add_amount (pairs, &input->head, _ ("Difference"), difference);
}

/* The closing sheet (transfer full): result, money counted by two, the seal and its letters. */
TqDocument *
tq_closing_sheet_build (const TqClosingSheetInput *input)
{
  g_return_val_if_fail (input != NULL, NULL);
  g_auto (TqLanguageScope) scope = tq_language_enter (input->head.language);
  TqDocument *document = tq_document_new (&input->head, _ ("Closing sheet"));
  TqFlow *body = document->body;
  add_period (body, input->from, input->through);
  TqBlock *pairs = tq_flow_add_pairs (body);
  add_amount (pairs, &input->head, _ ("In the box at the beginning"), input->opening_cash);
  add_amount (pairs, &input->head, _ ("Result of the period"), input->result);
  add_amount (pairs, &input->head, _ ("In the box at the end, by the book"), input->book_cash);
  if (input->result <= 0)
    tq_flow_add_paragraph (
      body,
      _ ("There is no surplus. The assembly decides how the shortfall is carried."));
  add_count (body, input);
  if (input->seal > 0) {
    g_autofree char *sealed = g_strdup_printf (
      _ ("Seal number %" PRId64 ". The entries up to this day can no longer be changed."),
      input->seal);
    tq_flow_add_heading (body, 1, _ ("Seal"));
    tq_flow_add_paragraph (body, sealed);
    tq_paper_add_seal (body, input->letters, input->digits);
    tq_flow_add_paragraph (body,
                           _ ("Read the letters aloud and copy them by hand into the book of the "
                              "community."));
  }
  const TqPaperSigner signers[] = { { input->first_counter, _ ("counted") },
                                    { input->second_counter, _ ("counted too") } };
  tq_paper_add_signers (body, signers, G_N_ELEMENTS (signers), 2);
  return document;
}

static void
add_group (TqTable *table,
           const char *heading,
           const TqPaperLine *lines,
           guint n_lines,
           const char *total)
{
  TqRow *row = tq_table_add_row (table, TQ_ROW_HEADING, 0);
  tq_row_add_text (row, heading);
  tq_paper_fill_lines (table, lines, n_lines, total);
}

static void
add_flow_of_money (TqFlow *body, const TqStatementInput *input)
{
  TqTable *table = tq_paper_new_lines_table (&input->head, "statement", "");
  add_group (table, _ ("What came in"), input->came_in, input->n_came_in, _ ("Total that came in"));
  add_group (table,
             _ ("What went out"),
             input->went_out,
             input->n_went_out,
             _ ("Total that went out"));
  tq_flow_add_table (body, table);
}

static void
add_state (TqFlow *body, const TqStatementInput *input)
{
  const struct { /* NOLINT(clang-analyzer-optin.performance.Padding): in the order of reading */
    TqDrawing drawing;
    const char *label;
    gint64 amount;
    gboolean always;
  } rows[] = {
    { TQ_DRAWING_MONEY_BOX, _ ("In the box"), input->in_box, TRUE },
    { TQ_DRAWING_HOUSE, _ ("In the bank"), input->in_bank, FALSE },
    { TQ_DRAWING_COFFEE_SACK, _ ("In the store"), input->in_store, TRUE },
    { TQ_DRAWING_HANDS, _ ("Owed to us"), input->owed_to_us, TRUE },
    { TQ_DRAWING_HANDS, _ ("Owed by us"), input->owed_by_us, TRUE },
  };
  TqFlow *columns[4] = { NULL };
  guint used = 0;
  tq_flow_add_heading (body, 1, _ ("What there is"));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    if (!rows[i].always && rows[i].amount == 0)
      continue;
    if (used % 2 == 0)
      columns[0] = tq_flow_add_columns (body, 2, columns + 1);
    g_autofree char *amount = tq_paper_dup_amount (&input->head, rows[i].amount);
    tq_flow_add_figure (columns[used % 2], rows[i].drawing, rows[i].label, amount);
    used++;
  }
}

static void
add_surplus (TqFlow *body, const TqStatementInput *input)
{
  tq_flow_add_heading (body, 1, _ ("Surplus"));
  TqFlow *right = NULL;
  TqFlow *left = tq_flow_add_columns (body, 2, &right);
  TqBlock *pairs = tq_flow_add_pairs (left);
  add_amount (pairs, &input->head, _ ("Surplus of the period"), input->surplus);
  if (input->has_previous)
    add_amount (pairs, &input->head, _ ("Last time"), input->previous_surplus);
  for (guint i = 0; i < input->n_funds; i++)
    add_amount (pairs, &input->head, input->funds[i].text, input->funds[i].amount);
  g_autofree char *amount = tq_paper_dup_amount (&input->head, input->free);
  tq_flow_add_figure (right, TQ_DRAWING_HANDS, _ ("The assembly decides on"), amount);
}

/* The open statement on one page (transfer full). */
TqDocument *
tq_statement_build (const TqStatementInput *input)
{
  g_return_val_if_fail (input != NULL, NULL);
  g_auto (TqLanguageScope) scope = tq_language_enter (input->head.language);
  TqDocument *document = tq_document_new (&input->head, _ ("Open statement"));
  TqFlow *body = document->body;
  document->one_page = TRUE;
  add_period (body, input->from, input->through);
  add_flow_of_money (body, input);
  add_state (body, input);
  add_surplus (body, input);
  if (input->finding != NULL)
    tq_flow_add_verbatim (body, _ ("Vigilance commission:"), input->finding);
  tq_paper_add_seal (body, input->letters, NULL);
  return document;
}

static const char *
get_finding_text (TqPaperFinding finding)
{
  switch (finding) {
  case TQ_PAPER_FINDING_OBSERVATIONS:
    return _ ("The commission found the accounts in order, with observations.");
  case TQ_PAPER_FINDING_SERIOUS:
    return _ ("The commission has serious observations. They are read in the assembly.");
  case TQ_PAPER_FINDING_CLEAN:
  default:
    return _ ("The commission found the accounts in order, without observations.");
  }
}

/* The report of the vigilance commission (transfer full). Observations are printed as written. */
TqDocument *
tq_vigilance_report_build (const TqVigilanceReportInput *input)
{
  g_return_val_if_fail (input != NULL, NULL);
  g_auto (TqLanguageScope) scope = tq_language_enter (input->head.language);
  TqDocument *document = tq_document_new (&input->head, _ ("Report of the vigilance commission"));
  TqFlow *body = document->body;
  add_period (body, input->from, input->through);
  tq_flow_add_paragraph (body, get_finding_text (input->finding));
  if (input->checked != NULL && input->checked[0] != NULL) {
    tq_flow_add_heading (body, 1, _ ("What was checked"));
    TqBlock *ticks = tq_flow_add_ticks (body, NULL);
    for (guint i = 0; input->checked[i] != NULL; i++)
      tq_block_add_item (ticks, input->checked[i], "x");
  }
  if (input->observations != NULL && input->observations[0] != NULL) {
    tq_flow_add_heading (body, 1, _ ("Observations"));
    for (guint i = 0; input->observations[i] != NULL; i++)
      tq_flow_add_verbatim (body, NULL, input->observations[i]);
  }
  tq_paper_add_seal (body, input->letters, NULL);
  if (input->day != TQ_DAY_NONE) {
    g_autofree char *date = tq_day_to_local_string (input->day);
    g_autofree char *written = g_strdup_printf (_ ("Written on %s."), date);
    tq_flow_add_paragraph (body, written);
  }
  tq_paper_add_signers (body, input->signers, input->n_signers, 3);
  return document;
}
