/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "store/count.h"

#include "store/statement.h"

static const char *const count_sql[] = {
  "SELECT count (*) FROM event",
  "SELECT count (*) FROM account",
  "SELECT count (*) FROM entry",
  "SELECT count (*) FROM party WHERE kind = 'family' AND left_day IS NULL",
  "SELECT count (*) FROM party WHERE kind = 'person' AND left_day IS NULL",
};

/* How many there are of *what*. */
gboolean
tq_count_rows (TqStore *store, TqCount what, gint64 *out_count, GError **error)
{
  g_return_val_if_fail (what >= 0 && what < (int) G_N_ELEMENTS (count_sql), FALSE);
  return tq_statement_find_int (store, count_sql[what], TQ_BINDINGS (TQ_END), out_count, error);
}
