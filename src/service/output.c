/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "service/output.h"

#include "ledger/account.h"
#include "service/journal.h"

static gboolean
write_row (const TqRow *row, gpointer user_data, GError **error)
{
  return tq_table_writer_add (user_data, row, error);
}

/* Writes the journal of a range of days, holding no more than a row. */
gboolean
tq_output_write_journal (TqBook *book,
                         TqDay from,
                         TqDay through,
                         const char *search,
                         TqOutput output,
                         GError **error)
{
  g_autoptr (TqTable) table = tq_journal_new_table ();
  g_autoptr (TqTableWriter) writer = tq_table_writer_new (table, output.format, output.out);
  return tq_journal_foreach (book, from, through, search, write_row, writer, error) &&
         tq_table_writer_end (writer, error);
}

/* Writes one entry. Raises TQ_ERROR_NOT_FOUND. */
gboolean
tq_output_write_entry (TqBook *book, gint64 event, TqOutput output, GError **error)
{
  g_autoptr (TqTable) table = tq_journal_new_table ();
  g_autoptr (TqTableWriter) writer = tq_table_writer_new (table, output.format, output.out);
  return tq_journal_foreach_of_entry (book, event, write_row, writer, error) &&
         tq_table_writer_end (writer, error);
}

/* Writes the register of the account with this name or code. Raises TQ_ERROR_NOT_FOUND. */
gboolean
tq_output_write_register (TqBook *book,
                          const char *account,
                          TqDay from,
                          TqDay through,
                          TqOutput output,
                          GError **error)
{
  g_autoptr (TqAccount) found = tq_account_load_by_name (tq_book_get_store (book), account, error);
  if (found == NULL)
    return FALSE;
  g_autoptr (TqTable) table = tq_register_new_table ();
  g_autoptr (TqTableWriter) writer = tq_table_writer_new (table, output.format, output.out);
  return tq_register_foreach (book, found->event, from, through, write_row, writer, error) &&
         tq_table_writer_end (writer, error);
}
