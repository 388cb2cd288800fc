/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "service/journal.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/money.h"
#include "ledger/balance.h"
#include "ledger/journal-query.h"
#include "service/names.h"

/* A reading under way: where its rows go, and for a register the running balance per commodity. */
typedef struct {
  TqNames names;
  TqRow *row;
  TqRowFunc func;
  gpointer user_data;
  GArray *running; /* (nullable) of TqBalance: account 0, debit the sum, of each commodity */
} Reading;

static void
reading_clear (Reading *reading)
{
  tq_names_clear (&reading->names);
  g_clear_pointer (&reading->row, tq_row_free);
  g_clear_pointer (&reading->running, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static gboolean
reading_start (Reading *reading, TqBook *book, TqRowFunc func, gpointer user_data, GError **error)
{
  *reading =
    (Reading){ .func = func, .user_data = user_data, .row = tq_row_new (TQ_ROW_NORMAL, 0) };
  return tq_names_load (tq_book_get_store (book), &reading->names, error);
}

/* The columns of the journal: one row for each posting (transfer full). */
TqTable *
tq_journal_new_table (void)
{
  TqTable *table = tq_table_new ("journal", _ ("Journal"));
  tq_table_add_column (table, "date", _ ("Date"), TQ_COLUMN_DATE, 0);
  tq_table_add_column (table, "entry", _ ("Entry"), TQ_COLUMN_INTEGER, 0);
  tq_table_add_column (table, "text", _ ("Text"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "reference", _ ("Reference"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "account", _ ("Account"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "party", _ ("Family"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "commodity", _ ("Currency"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "amount", _ ("Amount"), TQ_COLUMN_AMOUNT, 2);
  tq_table_add_column (table, "source", _ ("Source"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "reverses", _ ("Reverses"), TQ_COLUMN_INTEGER, 0);
  return table;
}

static gboolean
write_journal_line (const TqJournalLine *line, gpointer user_data, GError **error)
{
  Reading *reading = user_data;
  TqRow *row = reading->row;
  const TqAccount *account = tq_names_get_account (&reading->names, line->posting.account);
  const TqCommodity *commodity = tq_names_get_commodity (&reading->names, line->posting.commodity);
  g_autofree char *party = tq_names_dup_party_code (&reading->names, line->posting.party, error);
  if (party == NULL)
    return FALSE;
  g_assert (account != NULL && commodity != NULL);
  tq_row_reset (row, TQ_ROW_NORMAL, 0);
  tq_row_add_day (row, line->day);
  tq_row_add_number (row, line->event);
  tq_row_add_text (row, line->text);
  tq_row_add_text (row, line->reference);
  tq_row_add_text (row, account->full_name);
  tq_row_add_text (row, party);
  tq_row_add_text (row, commodity->symbol);
  tq_row_add_number_in (row, line->posting.amount, commodity->digits);
  tq_row_add_text (row, line->source);
  if (line->reverses != 0)
    tq_row_add_number (row, line->reverses);
  else
    tq_row_add_empty (row);
  return reading->func (row, reading->user_data, error);
}

/* Hands over the journal of a range of days, row by row. */
gboolean
tq_journal_foreach (TqBook *book,
                    TqDay from,
                    TqDay through,
                    const char *search,
                    TqRowFunc func,
                    gpointer user_data,
                    GError **error)
{
  g_auto (Reading) reading = { 0 };
  return reading_start (&reading, book, func, user_data, error) &&
         tq_journal_query (tq_book_get_store (book),
                           from,
                           through,
                           search,
                           write_journal_line,
                           &reading,
                           error);
}

/* The same for one entry. Raises TQ_ERROR_NOT_FOUND. */
gboolean
tq_journal_foreach_of_entry (TqBook *book,
                             gint64 event,
                             TqRowFunc func,
                             gpointer user_data,
                             GError **error)
{
  g_auto (Reading) reading = { 0 };
  g_auto (TqEntry) entry = { 0 };
  TqStore *store = tq_book_get_store (book);
  return tq_entry_load (store, event, &entry, error) &&
         reading_start (&reading, book, func, user_data, error) &&
         tq_journal_query_entry (store, event, write_journal_line, &reading, error);
}

/* The columns of an account's register (transfer full). */
TqTable *
tq_register_new_table (void)
{
  TqTable *table = tq_table_new ("register", _ ("Register"));
  tq_table_add_column (table, "date", _ ("Date"), TQ_COLUMN_DATE, 0);
  tq_table_add_column (table, "entry", _ ("Entry"), TQ_COLUMN_INTEGER, 0);
  tq_table_add_column (table, "text", _ ("Text"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "party", _ ("Family"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "commodity", _ ("Currency"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "amount", _ ("Amount"), TQ_COLUMN_AMOUNT, 2);
  tq_table_add_column (table, "balance", _ ("Balance"), TQ_COLUMN_AMOUNT, 2);
  return table;
}

static TqBalance *
find_running (Reading *reading, gint64 commodity)
{
  for (guint i = 0; i < reading->running->len; i++) {
    TqBalance *b = &g_array_index (reading->running, TqBalance, i);
    if (b->commodity == commodity)
      return b;
  }
  const TqBalance first = { .commodity = commodity };
  g_array_append_val (reading->running, first);
  return &g_array_index (reading->running, TqBalance, reading->running->len - 1);
}

static gboolean
write_register_line (const TqJournalLine *line, gpointer user_data, GError **error)
{
  Reading *reading = user_data;
  TqRow *row = reading->row;
  const TqCommodity *commodity = tq_names_get_commodity (&reading->names, line->posting.commodity);
  TqBalance *running = find_running (reading, line->posting.commodity);
  g_autofree char *party = tq_names_dup_party_code (&reading->names, line->posting.party, error);
  if (party == NULL || !tq_money_add (running->debit, line->posting.amount, &running->debit, error))
    return FALSE;
  g_assert (commodity != NULL);
  tq_row_reset (row, TQ_ROW_NORMAL, 0);
  tq_row_add_day (row, line->day);
  tq_row_add_number (row, line->event);
  tq_row_add_text (row, line->text);
  tq_row_add_text (row, party);
  tq_row_add_text (row, commodity->symbol);
  tq_row_add_number_in (row, line->posting.amount, commodity->digits);
  tq_row_add_number_in (row, running->debit, commodity->digits);
  return reading->func (row, reading->user_data, error);
}

/* Hands over the register of one account with its running balance, row by row; the balance begins
 * with what was there before *from*. */
gboolean
tq_register_foreach (TqBook *book,
                     gint64 account,
                     TqDay from,
                     TqDay through,
                     TqRowFunc func,
                     gpointer user_data,
                     GError **error)
{
  g_auto (Reading) reading = { 0 };
  TqStore *store = tq_book_get_store (book);
  if (!reading_start (&reading, book, func, user_data, error))
    return FALSE;
  reading.running = g_array_new (FALSE, FALSE, sizeof (TqBalance));
  for (guint i = 0; from > TQ_DAY_MIN && i < reading.names.commodities->len; i++) {
    const TqCommodity *commodity = g_ptr_array_index (reading.names.commodities, i);
    if (!tq_balance_load_account (store,
                                  account,
                                  commodity->event,
                                  from - 1,
                                  &find_running (&reading, commodity->event)->debit,
                                  error))
      return FALSE;
  }
  return tq_journal_query_account (store,
                                   account,
                                   from,
                                   through,
                                   write_register_line,
                                   &reading,
                                   error);
}
