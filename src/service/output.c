/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "service/output.h"

#include "ledger/account.h"
#include "service/journal.h"

#include <string.h>

/* A writer, and the column whose text has to be the code of the family that is asked for. */
typedef struct {
  TqTableWriter *writer;
  const char *party; /* (nullable) */
  guint column;
} Filter;

static guint
find_party_column (const TqTable *table)
{
  const guint n = tq_table_get_n_columns (table);
  for (guint i = 0; i < n; i++) {
    const char *key = tq_table_get_column (table, i)->key;
    if (strcmp (key, "party") == 0 || strcmp (key, "code") == 0)
      return i;
  }
  return n;
}

static Filter
get_filter (const TqTable *table, TqTableWriter *writer, TqOutput output)
{
  const guint column = find_party_column (table);
  return (Filter){ writer, column < tq_table_get_n_columns (table) ? output.party : NULL, column };
}

static gboolean
write_row (const TqRow *row, gpointer user_data, GError **error)
{
  const Filter *filter = user_data;
  if (filter->party != NULL &&
      g_strcmp0 (tq_row_get_cell (row, filter->column)->text, filter->party) != 0)
    return TRUE;
  return tq_table_writer_add (filter->writer, row, error);
}

/* Writes a whole table; of a table that names families only the rows of the one that is asked for.
 * */
gboolean
tq_output_write_table (const TqTable *table, TqOutput output, GError **error)
{
  g_autoptr (TqTableWriter) writer = tq_table_writer_new (table, output.format, output.out);
  Filter filter = get_filter (table, writer, output);
  for (guint i = 0; i < tq_table_get_n_rows (table); i++)
    if (!write_row (tq_table_get_row (table, i), &filter, error))
      return FALSE;
  return tq_table_writer_end (writer, error);
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
  Filter filter = get_filter (table, writer, output);
  return tq_journal_foreach (book, from, through, search, write_row, &filter, error) &&
         tq_table_writer_end (writer, error);
}

/* Writes one entry. Raises TQ_ERROR_NOT_FOUND. */
gboolean
tq_output_write_entry (TqBook *book, gint64 event, TqOutput output, GError **error)
{
  g_autoptr (TqTable) table = tq_journal_new_table ();
  g_autoptr (TqTableWriter) writer = tq_table_writer_new (table, output.format, output.out);
  Filter filter = get_filter (table, writer, output);
  return tq_journal_foreach_of_entry (book, event, write_row, &filter, error) &&
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
  Filter filter = get_filter (table, writer, output);
  return tq_register_foreach (book, found->event, from, through, write_row, &filter, error) &&
         tq_table_writer_end (writer, error);
}
