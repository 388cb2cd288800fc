/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The journal as a person reads and searches it: the keys of its entries, newest first.
 *
 * 1. Order is day, then number, both falling; it is that of an index, so no sort is made.
 * 2. What comes back is one number an entry; a list loads the entries that are seen by their keys,
 *    so that a page at any place of a million entries costs the same.
 * 3. Words are looked for as they are written, great and small letters of the basic alphabet alike,
 *    in texts, references and the names of accounts, families and persons. */
#include "ledger/entry-search.h"

#include "store/statement.h"

#define NEWEST_FIRST " ORDER BY day DESC, event DESC"

static const char load_all_sql[] = "SELECT event FROM entry" NEWEST_FIRST;
static const char load_account_sql[] =
  "SELECT event FROM posting WHERE account = :account GROUP BY day, event" NEWEST_FIRST;
static const char load_party_sql[] =
  "SELECT event FROM posting WHERE party = :party AND party <> 0 GROUP BY day, event" NEWEST_FIRST;
static const char search_sql[] =
  "SELECT event FROM entry WHERE "
  "(:account = 0 OR event IN (SELECT event FROM posting WHERE account = :account)) "
  "AND (:party = 0 OR event IN (SELECT event FROM posting WHERE party = :party AND party <> 0)) "
  "AND (text LIKE :pattern ESCAPE '!' OR reference LIKE :pattern ESCAPE '!' "
  "OR event IN (SELECT event FROM posting WHERE account IN "
  "(SELECT event FROM account WHERE full_name LIKE :pattern ESCAPE '!')) "
  "OR event IN (SELECT event FROM posting WHERE party <> 0 AND party IN "
  "(SELECT event FROM party WHERE name LIKE :pattern ESCAPE '!')) "
  "OR event = :number "
  "OR (:amount <> 0 AND event IN (SELECT event FROM posting WHERE abs (amount) = :amount)))" NEWEST_FIRST;
static const char find_reversal_sql[] = "SELECT event FROM entry WHERE reverses = :event";

static char *
build_pattern (const char *words)
{
  GString *pattern = g_string_new ("%");
  for (const char *p = words; *p != '\0'; p++) {
    if (*p == '%' || *p == '_' || *p == '!')
      g_string_append_c (pattern, '!');
    g_string_append_c (pattern, *p);
  }
  g_string_append_c (pattern, '%');
  return g_string_free (pattern, FALSE);
}

static TqStatement *
query (TqStore *store, const TqEntryFilter *filter, GError **error)
{
  const gint64 amount = filter->amount_minor < 0 ? -filter->amount_minor : filter->amount_minor;
  const gboolean words = filter->words != NULL && *filter->words != '\0';
  const gboolean given = words || amount != 0 || filter->number != 0;
  if (!given && filter->party == 0 && filter->account == 0)
    return tq_statement_query (store, load_all_sql, TQ_BINDINGS (TQ_END), error);
  if (!given && filter->party == 0)
    return tq_statement_query (store,
                               load_account_sql,
                               TQ_BINDINGS (TQ_INT (":account", filter->account)),
                               error);
  if (!given && filter->account == 0)
    return tq_statement_query (store,
                               load_party_sql,
                               TQ_BINDINGS (TQ_INT (":party", filter->party)),
                               error);
  g_autofree char *pattern = words ? build_pattern (filter->words) : NULL;
  return tq_statement_query (store,
                             search_sql,
                             TQ_BINDINGS (TQ_INT (":account", filter->account),
                                          TQ_INT (":party", filter->party),
                                          TQ_TEXT (":pattern", given ? pattern : "%"),
                                          TQ_INT (":number", filter->number),
                                          TQ_INT (":amount", amount)),
                             error);
}

/* Keys of the entries that *filter* wants, newest first (transfer full, of gint64). */
GArray *
tq_entry_search_load_keys (TqStore *store, const TqEntryFilter *filter, GError **error)
{
  gboolean row = TRUE;
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (TqStatement) statement = query (store, filter, error);
  while (statement != NULL && row) {
    if (!tq_statement_step (statement, &row, error))
      return NULL;
    if (!row)
      break;
    const gint64 key = tq_statement_get_int (statement, 0);
    g_array_append_val (keys, key);
  }
  return statement != NULL ? g_steal_pointer (&keys) : NULL;
}

/* Sets *out_reversal* to the entry that undid entry *event*, 0 for none. */
gboolean
tq_entry_search_find_reversal (TqStore *store, gint64 event, gint64 *out_reversal, GError **error)
{
  return tq_statement_find_int (store,
                                find_reversal_sql,
                                TQ_BINDINGS (TQ_INT (":event", event)),
                                out_reversal,
                                error);
}
