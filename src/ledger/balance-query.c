/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "ledger/balance-query.h"

/* Money is what stands in the accounts with the roles "cash" and "bank", or in the accounts below
 * them. */
#define MONEY_ACCOUNTS                                                                             \
  "WITH RECURSIVE money (account) AS (SELECT event FROM account WHERE role IN ('cash', 'bank') "   \
  "UNION SELECT a.event FROM account a JOIN money m ON a.parent = m.account) "

static const char parties_sql[] =
  "SELECT p.account, p.commodity, p.party, " TQ_BALANCE_SUMS
  "FROM posting p WHERE p.party > 0 AND p.day BETWEEN :from AND :through "
  "GROUP BY p.party, p.account, p.commodity ORDER BY p.party, p.account, p.commodity";
static const char money_sql[] =
  MONEY_ACCOUNTS "SELECT p.account, p.commodity, 0, " TQ_BALANCE_SUMS
                 "FROM posting p WHERE p.account IN (SELECT account FROM money) "
                 "AND p.day <= :through GROUP BY p.account, p.commodity";
static const char counterparts_sql[] = MONEY_ACCOUNTS
  "SELECT p.account, p.commodity, 0, " TQ_BALANCE_SUMS "FROM posting p "
  "WHERE p.account NOT IN (SELECT account FROM money) AND p.event IN "
  "(SELECT q.event FROM posting q WHERE q.account IN (SELECT account FROM money) "
  "AND q.day BETWEEN :from AND :through) GROUP BY p.account, p.commodity ORDER BY p.account, p.commodity";

static const char first_day_sql[] = "SELECT min (day) FROM entry";
static const char last_day_sql[] = "SELECT max (day) FROM entry";
static const char count_entries_sql[] = "SELECT count (*) FROM (SELECT 1 FROM entry LIMIT 1)";

static GArray *
read_balances (TqStore *store, const char *sql, const TqBinding *bindings, GError **error)
{
  g_autoptr (GArray) balances = g_array_new (FALSE, FALSE, sizeof (TqBalance));
  return tq_balance_read_rows (store, sql, bindings, balances, error) ? g_steal_pointer (&balances)
                                                                      : NULL;
}

/* What every family and person has in every account, sorted by them (transfer full, of TqBalance).
 * */
GArray *
tq_balance_query_parties (TqStore *store, TqDay from, TqDay through, GError **error)
{
  return read_balances (store,
                        parties_sql,
                        TQ_BINDINGS (TQ_INT (":from", from), TQ_INT (":through", through)),
                        error);
}

/* Cash and bank up to a day, by account (transfer full, of TqBalance). */
GArray *
tq_balance_query_money (TqStore *store, TqDay through, GError **error)
{
  return read_balances (store, money_sql, TQ_BINDINGS (TQ_INT (":through", through)), error);
}

/* The other sides of the entries that moved cash or bank within a range (transfer full, of
 * TqBalance). */
GArray *
tq_balance_query_counterparts (TqStore *store, TqDay from, TqDay through, GError **error)
{
  return read_balances (store,
                        counterparts_sql,
                        TQ_BINDINGS (TQ_INT (":from", from), TQ_INT (":through", through)),
                        error);
}

/* The days of the first and the last entry; in a book without entries the first is after the last.
 * */
gboolean
tq_balance_query_days (TqStore *store, gint64 *out_first, gint64 *out_last, GError **error)
{
  gint64 any = 0;
  if (!tq_statement_find_int (store, count_entries_sql, TQ_BINDINGS (TQ_END), &any, error) ||
      !tq_statement_find_int (store, first_day_sql, TQ_BINDINGS (TQ_END), out_first, error) ||
      !tq_statement_find_int (store, last_day_sql, TQ_BINDINGS (TQ_END), out_last, error))
    return FALSE;
  if (any == 0)
    *out_first = *out_last + 1;
  return TRUE;
}
