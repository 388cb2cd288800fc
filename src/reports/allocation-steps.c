/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* What follows the rules: the splits, certificates, redemptions, payments, exits, the members'
 * accounts, and the entries that all of it makes. */
#include "reports/allocation-steps.h"

#include "base/i18n.h"

#include <inttypes.h>

static TqTable *
begin_table (const char *key, guint digits, const char *const *headings)
{
  TqTable *table = tq_table_new (key, NULL);
  tq_table_add_column (table, "member", headings[0], TQ_COLUMN_TEXT, 0);
  for (guint i = 1; headings[i] != NULL; i++)
    tq_table_add_column (table, headings[i], headings[i], TQ_COLUMN_AMOUNT, digits);
  return table;
}

static void
add_title (TqFlow *flow, const char *id, const char *label)
{
  g_autofree char *title = g_strdup_printf ("%s · %s", id, label);
  tq_flow_add_heading (flow, 3, title);
}

static void
add_capitalisation (const TqAllocationWords *words,
                    const TqCapitalisationResult *result,
                    TqFlow *flow)
{
  const TqCapitalisation *step = result->step;
  const char *const headings[] = { _ ("Member"), _ ("Made capital"), _ ("Pending"), NULL };
  TqTable *table = begin_table ("capitalise", words->digits, headings);
  tq_table_add_column (table, "count", _ ("Whole certificates"), TQ_COLUMN_INTEGER, 0);
  add_title (flow, step->id, step->label);
  for (guint i = 0; i < step->n_members; i++) {
    TqRow *row = tq_table_add_row (table, TQ_ROW_NORMAL, 0);
    tq_row_add_text (row, tq_allocation_words_get_member (words, step->members[i]));
    tq_row_add_number (row, result->amounts_minor[i]);
    tq_row_add_number (row, result->pending_minor[i]);
    tq_row_add_number (row, result->counts[i]);
  }
  tq_flow_add_table (flow, table);
}

static void
add_redemption (const TqAllocationWords *words, const TqRedemptionResult *result, TqFlow *flow)
{
  const char *const headings[] = { _ ("Member"), _ ("Balance"), _ ("Paid back"), _ ("Left"), NULL };
  TqTable *table = begin_table ("redemptions", words->digits, headings);
  add_title (flow, result->step->id, result->step->label);
  for (guint t = 0; t < result->tranches->len; t++) {
    const TqTrancheResult *paid = g_ptr_array_index (result->tranches, t);
    const TqTranche *tranche = paid->tranche;
    g_autofree char *heading = g_strdup_printf (_ ("Tranche of %" PRId64), tranche->year);
    tq_row_add_text (tq_table_add_row (table, TQ_ROW_HEADING, 0), heading);
    for (guint i = 0; i < tranche->n_members; i++) {
      TqRow *row = tq_table_add_row (table, TQ_ROW_NORMAL, 1);
      tq_row_add_text (row, tq_allocation_words_get_member (words, tranche->members[i]));
      tq_row_add_number (row, tranche->balances_minor[i]);
      tq_row_add_number (row, paid->paid_minor[i]);
      tq_row_add_number (row, tranche->balances_minor[i] - paid->paid_minor[i]);
    }
  }
  TqBlock *pairs = tq_flow_add_pairs (flow);
  tq_allocation_words_add_pair (words, pairs, _ ("Budget"), result->step->budget_minor);
  tq_allocation_words_add_pair (words, pairs, _ ("Left of the budget"), result->budget_left_minor);
  tq_flow_add_table (flow, table);
}

static void
add_payment (const TqAllocationWords *words, const TqPaymentResult *result, TqFlow *flow)
{
  const TqPayment *step = result->step;
  const char *const headings[] = { _ ("Member"), _ ("Due"), _ ("Tax withheld"), _ ("Paid"), NULL };
  TqTable *table = begin_table ("payments", words->digits, headings);
  add_title (flow, step->id, step->label);
  for (guint i = 0; i < step->n_members; i++) {
    TqRow *row = tq_table_add_row (table, TQ_ROW_NORMAL, 0);
    tq_row_add_text (row, tq_allocation_words_get_member (words, step->members[i]));
    tq_row_add_number (row, result->due_minor[i]);
    tq_row_add_number (row, result->withheld_minor[i]);
    tq_row_add_number (row, result->due_minor[i] - result->withheld_minor[i]);
  }
  TqRow *total = tq_table_add_row (table, TQ_ROW_TOTAL, 0);
  tq_row_add_text (total, _ ("Total"));
  tq_row_add_number (total, result->withheld_total_minor + result->bank_total_minor);
  tq_row_add_number (total, result->withheld_total_minor);
  tq_row_add_number (total, result->bank_total_minor);
  tq_flow_add_table (flow, table);
}

static void
add_exit (const TqAllocationWords *words, const TqExitResult *result, TqFlow *flow)
{
  const TqExit *step = result->step;
  const char *const headings[] = { _ ("Year"),
                                   _ ("Owed at the beginning"),
                                   _ ("Instalment"),
                                   _ ("Interest"),
                                   NULL };
  TqTable *table = begin_table ("exits", words->digits, headings);
  add_title (flow, step->id, step->label);
  TqBlock *pairs = tq_flow_add_pairs (flow);
  tq_block_add_item (pairs, _ ("Member"), tq_allocation_words_get_member (words, step->member));
  tq_allocation_words_add_pair (words, pairs, _ ("Held"), result->equity_minor);
  tq_allocation_words_add_pair (words, pairs, _ ("Deduction"), result->deduction_minor);
  tq_allocation_words_add_pair (words, pairs, _ ("Debts set off"), step->set_off_minor);
  tq_allocation_words_add_pair (words, pairs, _ ("Owed"), result->owed_minor);
  for (guint i = 0; i < step->instalments; i++) {
    g_autofree char *year = g_strdup_printf ("%u", i + 1);
    TqRow *row = tq_table_add_row (table, TQ_ROW_NORMAL, 0);
    tq_row_add_text (row, year);
    tq_row_add_number (row, result->schedule[i].opening_minor);
    tq_row_add_number (row, result->schedule[i].principal_minor);
    tq_row_add_number (row, result->schedule[i].interest_minor);
  }
  tq_flow_add_table (flow, table);
}

static void
add_statements (const TqAllocationWords *words, const TqAllocationResult *result, TqFlow *flow)
{
  const char *const headings[] = { _ ("Member"),  _ ("Opening"), _ ("Credited"),
                                   _ ("Debited"), _ ("Closing"), NULL };
  if (result->statements->len == 0)
    return;
  TqTable *table = begin_table ("statements", words->digits, headings);
  g_autofree char *account =
    tq_allocation_words_dup_account (words, result->year->statement_account);
  tq_flow_add_heading (flow, 2, _ ("Members' accounts"));
  tq_flow_add_paragraph (flow, account);
  for (guint i = 0; i < result->statements->len; i++) {
    const TqMemberStatement *statement = &g_array_index (result->statements, TqMemberStatement, i);
    TqRow *row = tq_table_add_row (table, TQ_ROW_NORMAL, 0);
    tq_row_add_text (row, tq_allocation_words_get_member (words, statement->member));
    tq_row_add_number (row, statement->opening_minor);
    tq_row_add_number (row, statement->credited_minor);
    tq_row_add_number (row, statement->debited_minor);
    tq_row_add_number (row, statement->closing_minor);
  }
  tq_flow_add_table (flow, table);
}

static void
add_journal (const TqAllocationWords *words, const TqAllocationResult *result, TqFlow *flow)
{
  const char *const headings[] = { _ ("Account"), _ ("Debit"), _ ("Credit"), NULL };
  TqTable *table = begin_table ("journal", words->digits, headings);
  tq_flow_add_heading (flow, 2, _ ("Entries"));
  for (guint i = 0; i < result->entries->len; i++) {
    const TqAllocationEntry *entry = g_ptr_array_index (result->entries, i);
    g_autofree char *heading =
      g_strdup_printf ("%u · %s · %s", entry->number, entry->step, entry->memo);
    tq_row_add_text (tq_table_add_row (table, TQ_ROW_HEADING, 0), heading);
    for (guint l = 0; l < entry->lines->len; l++) {
      const TqAllocationLine *line = &g_array_index (entry->lines, TqAllocationLine, l);
      g_autofree char *account = tq_allocation_words_dup_account (words, line->account);
      TqRow *row = tq_table_add_row (table, TQ_ROW_NORMAL, 1);
      tq_row_add_text (row, account);
      if (line->debit_minor != 0)
        tq_row_add_number (row, line->debit_minor);
      else
        tq_row_add_empty (row);
      if (line->credit_minor != 0)
        tq_row_add_number (row, line->credit_minor);
    }
  }
  tq_flow_add_table (flow, table);
}

static void
add_balances (const TqAllocationWords *words, const TqAllocationResult *result, TqFlow *flow)
{
  const char *const headings[] = { _ ("Account"), _ ("Debit"), _ ("Credit"), NULL };
  TqTable *table = begin_table ("closing_balances", words->digits, headings);
  tq_flow_add_heading (flow, 2, _ ("Closing balances"));
  for (guint i = 0; i < result->balances->len; i++) {
    const TqAllocationBalance *balance = &g_array_index (result->balances, TqAllocationBalance, i);
    g_autofree char *account = tq_allocation_words_dup_account (words, balance->account);
    TqRow *row = tq_table_add_row (table, TQ_ROW_NORMAL, 0);
    tq_row_add_text (row, account);
    if (balance->net_minor < 0)
      tq_row_add_empty (row);
    tq_row_add_number (row, balance->net_minor < 0 ? -balance->net_minor : balance->net_minor);
  }
  tq_flow_add_table (flow, table);
}

/* Adds what follows the rules to the flow. */
void
tq_allocation_steps_add (const TqAllocationWords *words,
                         const TqAllocationResult *result,
                         TqFlow *flow)
{
  const guint later = result->capitalisations->len + result->redemptions->len +
                      result->payments->len + result->exits->len;
  if (result->splits->len > 0)
    tq_flow_add_heading (flow, 2, _ ("Shares"));
  for (guint i = 0; i < result->splits->len; i++)
    tq_allocation_split_add (words, g_ptr_array_index (result->splits, i), flow);
  if (later > 0)
    tq_flow_add_heading (flow, 2, _ ("What follows"));
  for (guint i = 0; i < result->capitalisations->len; i++)
    add_capitalisation (words, g_ptr_array_index (result->capitalisations, i), flow);
  for (guint i = 0; i < result->redemptions->len; i++)
    add_redemption (words, g_ptr_array_index (result->redemptions, i), flow);
  for (guint i = 0; i < result->payments->len; i++)
    add_payment (words, g_ptr_array_index (result->payments, i), flow);
  for (guint i = 0; i < result->exits->len; i++)
    add_exit (words, g_ptr_array_index (result->exits, i), flow);
  add_statements (words, result, flow);
  add_journal (words, result, flow);
  add_balances (words, result, flow);
}
