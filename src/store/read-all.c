/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "store/read-all.h"

/* Reads every row of *statement* (transfer full, nullable: then NULL) into records that
 * *free_record* frees (transfer full). */
GPtrArray *
tq_statement_read_all (TqStatement *statement,
                       TqReadRow read,
                       GDestroyNotify free_record,
                       GError **error)
{
  gboolean row = TRUE;
  g_autoptr (TqStatement) owned = statement;
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (free_record);
  while (owned != NULL && row) {
    if (!tq_statement_step (owned, &row, error))
      return NULL;
    if (row)
      g_ptr_array_add (records, read (owned));
  }
  return owned != NULL ? g_steal_pointer (&records) : NULL;
}
