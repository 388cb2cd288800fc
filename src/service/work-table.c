/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "service/work-table.h"

#include "base/i18n.h"
#include "people/party.h"
#include "work/work.h"

static const TqWorkKind *
find_kind (GPtrArray *kinds, gint64 key)
{
  for (guint i = 0; i < kinds->len; i++) {
    const TqWorkKind *kind = g_ptr_array_index (kinds, i);
    if (kind->event == key)
      return kind;
  }
  return NULL;
}

static TqTable *
new_work_table (const char *key, gboolean lines)
{
  TqTable *table = tq_table_new (key, _ ("Work"));
  if (lines) {
    tq_table_add_column (table, "date", _ ("Date"), TQ_COLUMN_DATE, 0);
    tq_table_add_column (table, "event", _ ("Number"), TQ_COLUMN_INTEGER, 0);
  }
  tq_table_add_column (table, "party", _ ("Code"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "name", _ ("Name"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "kind", _ ("Kind"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "quantity", _ ("Quantity"), TQ_COLUMN_QUANTITY, 2);
  tq_table_add_column (table, "unit", _ ("Unit"), TQ_COLUMN_TEXT, 0);
  if (lines)
    tq_table_add_column (table, "note", _ ("Note"), TQ_COLUMN_TEXT, 0);
  return table;
}

/* The register of work of a range of days (transfer full). */
TqTable *
tq_work_build_lines (TqBook *book, TqDay from, TqDay through, GError **error)
{
  TqStore *store = tq_book_get_store (book);
  g_autoptr (GPtrArray) kinds = tq_work_kind_load_all (store, error);
  g_autoptr (GPtrArray) lines =
    kinds != NULL ? tq_work_load_all (store, from, through, error) : NULL;
  if (lines == NULL)
    return NULL;
  g_autoptr (TqTable) table = new_work_table ("work", TRUE);
  for (guint i = 0; i < lines->len; i++) {
    const TqWork *line = g_ptr_array_index (lines, i);
    const TqWorkKind *kind = find_kind (kinds, line->kind);
    g_autoptr (TqParty) party = tq_party_load (store, line->party, error);
    if (party == NULL)
      return NULL;
    g_assert (kind != NULL);
    TqRow *row = tq_table_add_row (table, TQ_ROW_NORMAL, 0);
    tq_row_add_day (row, line->day);
    tq_row_add_number (row, line->event);
    tq_row_add_text (row, party->code);
    tq_row_add_text (row, party->name);
    tq_row_add_text (row, kind->name);
    tq_row_add_number_in (row, line->quantity, kind->digits);
    tq_row_add_text (row, kind->unit);
    tq_row_add_text (row, line->note);
  }
  return g_steal_pointer (&table);
}

/* Work and deliveries summed for each family or person and kind (transfer full). */
TqTable *
tq_work_build_sums (TqBook *book, TqDay from, TqDay through, GError **error)
{
  TqStore *store = tq_book_get_store (book);
  g_autoptr (GPtrArray) kinds = tq_work_kind_load_all (store, error);
  g_autoptr (GPtrArray) parties = kinds != NULL ? tq_party_load_everyone (store, error) : NULL;
  if (parties == NULL)
    return NULL;
  g_autoptr (TqTable) table = new_work_table ("work_sums", FALSE);
  for (guint k = 0; k < kinds->len; k++) {
    const TqWorkKind *kind = g_ptr_array_index (kinds, k);
    for (guint i = 0; i < parties->len; i++) {
      gint64 quantity = 0;
      const TqParty *party = g_ptr_array_index (parties, i);
      if (!tq_work_load_sum (store, party->event, kind->event, from, through, &quantity, error))
        return NULL;
      if (quantity == 0)
        continue;
      TqRow *row = tq_table_add_row (table, TQ_ROW_NORMAL, 0);
      tq_row_add_text (row, party->code);
      tq_row_add_text (row, party->name);
      tq_row_add_text (row, kind->name);
      tq_row_add_number_in (row, quantity, kind->digits);
      tq_row_add_text (row, kind->unit);
    }
  }
  return g_steal_pointer (&table);
}
