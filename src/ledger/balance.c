/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Kept balances: what each account holds, month by month, so that a trial balance of a million
 * entries reads a few hundred rows.
 *
 * 1. A row is the sum of the debits and the sum of the credits of the postings of one account,
 *    commodity and family or person within one month; verify compares every row with the postings.
 * 2. They are written by the same act that writes the postings. A bulk import and the replay of
 *    verify gather them in memory and write each row once (tq_balance_begin_bulk ()).
 * 3. Sums are made in C with checks: SQL's "+" turns a sum that overflows into a float in silence.
 *    */
#include "ledger/balance.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/money.h"

#define PENDING_KEY "tq-pending-balances"

static const char find_sql[] =
  "SELECT debit, credit FROM balance "
  "WHERE account = :account AND commodity = :commodity AND party = :party AND month = :month";
static const char insert_sql[] =
  "INSERT INTO balance (account, commodity, party, month, debit, credit, changed) "
  "VALUES (:account, :commodity, :party, :month, :debit, :credit, :changed)";
static const char update_sql[] =
  "UPDATE balance SET debit = :debit, credit = :credit, changed = :changed "
  "WHERE account = :account AND commodity = :commodity AND party = :party AND month = :month";

static const char load_months_sql[] =
  "SELECT account, commodity, 0, sum (debit), sum (credit) FROM balance "
  "WHERE month BETWEEN :first AND :last GROUP BY account, commodity";
static const char load_days_sql[] =
  "SELECT p.account, p.commodity, 0, " TQ_BALANCE_SUMS
  "FROM entry e JOIN posting p ON p.event = e.event "
  "WHERE e.day BETWEEN :from AND :through GROUP BY p.account, p.commodity";
static const char load_party_months_sql[] =
  "SELECT account, commodity, party, sum (debit), sum (credit) FROM balance "
  "WHERE account = :account AND month BETWEEN :first AND :last GROUP BY commodity, party";
static const char load_party_days_sql[] =
  "SELECT p.account, p.commodity, p.party, " TQ_BALANCE_SUMS
  "FROM posting p WHERE p.account = :account "
  "AND p.day BETWEEN :from AND :through GROUP BY p.commodity, p.party";
static const char load_closing_sql[] =
  "SELECT p.account, p.commodity, 0, " TQ_BALANCE_SUMS
  "FROM entry e JOIN posting p ON p.event = e.event WHERE e.source = 'closing' "
  "AND e.day BETWEEN :from AND :through GROUP BY p.account, p.commodity";

typedef struct {
  gint64 account;
  gint64 commodity;
  gint64 party;
  gint32 month;
  gint64 debit;
  gint64 credit;
  gint64 changed;
} Pending;

typedef struct {
  GHashTable *rows;
  gboolean bulk;
} PendingSet;

static guint
hash_pending (gconstpointer key)
{
  const Pending *p = key;
  guint64 h = (guint64) p->account * 0x9e3779b97f4a7c15u;
  h = (h ^ (guint64) p->commodity) * 0x9e3779b97f4a7c15u;
  h = (h ^ (guint64) p->party) * 0x9e3779b97f4a7c15u;
  h = (h ^ (guint64) (guint32) p->month) * 0x9e3779b97f4a7c15u;
  return (guint) (h >> 32);
}

static int
compare_pending (const Pending *a, const Pending *b)
{
  if (a->account != b->account)
    return a->account < b->account ? -1 : 1;
  if (a->commodity != b->commodity)
    return a->commodity < b->commodity ? -1 : 1;
  if (a->party != b->party)
    return a->party < b->party ? -1 : 1;
  return (a->month > b->month) - (a->month < b->month);
}

static gboolean
equal_pending (gconstpointer a, gconstpointer b)
{
  return compare_pending (a, b) == 0;
}

static int
compare_pending_cb (gconstpointer a, gconstpointer b)
{
  return compare_pending (*(const Pending *const *) a, *(const Pending *const *) b);
}

static void
free_set (gpointer data)
{
  PendingSet *set = data;
  g_hash_table_unref (set->rows);
  g_free (set);
}

static PendingSet *
get_set (TqStore *store)
{
  PendingSet *set = g_object_get_data (G_OBJECT (store), PENDING_KEY);
  if (set == NULL) {
    set = g_new0 (PendingSet, 1);
    set->rows = g_hash_table_new_full (hash_pending, equal_pending, g_free, NULL);
    g_object_set_data_full (G_OBJECT (store), PENDING_KEY, set, free_set);
  }
  return set;
}

static gboolean
flush_row (TqStore *store, const Pending *p, GError **error)
{
  gboolean row = FALSE;
  gint64 debit = p->debit, credit = p->credit;
  const TqBinding key[] = { TQ_INT (":account", p->account),
                            TQ_INT (":commodity", p->commodity),
                            TQ_INT (":party", p->party),
                            TQ_INT (":month", p->month),
                            TQ_END };
  {
    g_autoptr (TqStatement) find = tq_statement_query (store, find_sql, key, error);
    if (find == NULL || !tq_statement_step (find, &row, error))
      return FALSE;
    if (row && (!tq_money_add (debit, tq_statement_get_int (find, 0), &debit, error) ||
                !tq_money_add (credit, tq_statement_get_int (find, 1), &credit, error)))
      return FALSE;
  }
  return tq_statement_execute (store,
                               row ? update_sql : insert_sql,
                               TQ_BINDINGS (key[0],
                                            key[1],
                                            key[2],
                                            key[3],
                                            TQ_INT (":debit", debit),
                                            TQ_INT (":credit", credit),
                                            TQ_INT (":changed", p->changed)),
                               error);
}

/* Writes what was gathered, in the order of the key. */
gboolean
tq_balance_flush (TqStore *store, GError **error)
{
  PendingSet *set = get_set (store);
  gpointer key;
  GHashTableIter iter;
  g_autoptr (GPtrArray) rows = g_ptr_array_sized_new (g_hash_table_size (set->rows));
  g_hash_table_iter_init (&iter, set->rows);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_ptr_array_add (rows, key);
  g_ptr_array_sort (rows, compare_pending_cb);
  gboolean done = TRUE;
  for (guint i = 0; done && i < rows->len; i++)
    done = flush_row (store, g_ptr_array_index (rows, i), error);
  g_hash_table_remove_all (set->rows);
  return done;
}

/* From here until tq_balance_end_bulk () balances are gathered in memory. Begins empty, so that
 * what a transaction that was rolled back had gathered is forgotten. */
void
tq_balance_begin_bulk (TqStore *store)
{
  PendingSet *set = get_set (store);
  g_hash_table_remove_all (set->rows);
  set->bulk = TRUE;
}

/* Writes what was gathered and goes back to writing each posting's balance at once. */
gboolean
tq_balance_end_bulk (TqStore *store, GError **error)
{
  get_set (store)->bulk = FALSE;
  return tq_balance_flush (store, error);
}

/* Adds one posting of event *event* to the balances. Raises TQ_ERROR_OVERFLOW. */
gboolean
tq_balance_add (TqStore *store, gint64 event, TqDay day, const TqPosting *posting, GError **error)
{
  PendingSet *set = get_set (store);
  Pending key = {
    posting->account, posting->commodity, posting->party, tq_day_get_month_index (day), 0, 0, event
  };
  Pending *found = g_hash_table_lookup (set->rows, &key);
  if (found == NULL) {
    found = g_memdup2 (&key, sizeof key);
    g_hash_table_add (set->rows, found);
  }
  gint64 *side = posting->amount >= 0 ? &found->debit : &found->credit;
  const gint64 size = posting->amount >= 0 ? posting->amount : -posting->amount;
  if (!tq_money_add (*side, size, side, error))
    return FALSE;
  found->changed = event;
  return set->bulk || tq_balance_flush (store, error);
}

static int
compare_balances (gconstpointer a, gconstpointer b)
{
  const TqBalance *x = a, *y = b;
  if (x->account != y->account)
    return x->account < y->account ? -1 : 1;
  if (x->commodity != y->commodity)
    return x->commodity < y->commodity ? -1 : 1;
  return (x->party > y->party) - (x->party < y->party);
}

/* Adds the rows of a query to *balances* (of TqBalance): account, commodity, party, debit, credit.
 * */
gboolean
tq_balance_read_rows (TqStore *store,
                      const char *sql,
                      const TqBinding *bindings,
                      GArray *balances,
                      GError **error)
{
  gboolean row = TRUE;
  g_autoptr (TqStatement) statement = tq_statement_query (store, sql, bindings, error);
  while (statement != NULL && row) {
    if (!tq_statement_step (statement, &row, error))
      return FALSE;
    if (!row)
      break;
    const TqBalance b = { tq_statement_get_int (statement, 0),
                          tq_statement_get_int (statement, 1),
                          tq_statement_get_int (statement, 2),
                          tq_statement_get_int (statement, 3),
                          tq_statement_get_int (statement, 4) };
    g_array_append_val (balances, b);
  }
  return statement != NULL;
}

/* Sorts by account, commodity and party and adds up rows with the same key. */
static gboolean
merge_rows (GArray *balances, GError **error)
{
  guint kept = 0;
  g_array_sort (balances, compare_balances);
  for (guint i = 0; i < balances->len; i++) {
    const TqBalance next = g_array_index (balances, TqBalance, i);
    TqBalance *last = kept > 0 ? &g_array_index (balances, TqBalance, kept - 1) : NULL;
    if (last != NULL && compare_balances (last, &next) == 0) {
      if (!tq_money_add (last->debit, next.debit, &last->debit, error) ||
          !tq_money_add (last->credit, next.credit, &last->credit, error))
        return FALSE;
    } else {
      g_array_index (balances, TqBalance, kept++) = next;
    }
  }
  g_array_set_size (balances, kept);
  return TRUE;
}

/* What a range of days is made of: days before the first whole month, whole months, days after. */
typedef struct {
  gint32 first_month;
  gint32 last_month; /* before first_month where there is no whole month */
  TqDay head_through;
  TqDay tail_from;
} Span;

static Span
split_range (TqDay from, TqDay through)
{
  Span span = { tq_day_get_month_index (from),
                tq_day_get_month_index (through),
                from - 1,
                through + 1 };
  if (tq_day_from_month_index (span.first_month) != from)
    span.first_month++;
  if (through != TQ_DAY_MAX && tq_day_from_month_index (span.last_month + 1) - 1 != through)
    span.last_month--;
  if (span.first_month > span.last_month) {
    span.head_through = through;
    return span;
  }
  span.head_through = tq_day_from_month_index (span.first_month) - 1;
  if (through != TQ_DAY_MAX)
    span.tail_from = tq_day_from_month_index (span.last_month + 1);
  return span;
}

static gboolean
read_days (TqStore *store,
           const char *sql,
           gint64 account,
           TqDay from,
           TqDay through,
           GArray *balances,
           GError **error)
{
  if (from > through)
    return TRUE;
  if (account == 0)
    return tq_balance_read_rows (store,
                                 sql,
                                 TQ_BINDINGS (TQ_INT (":from", from), TQ_INT (":through", through)),
                                 balances,
                                 error);
  return tq_balance_read_rows (store,
                               sql,
                               TQ_BINDINGS (TQ_INT (":account", account),
                                            TQ_INT (":from", from),
                                            TQ_INT (":through", through)),
                               balances,
                               error);
}

/* Debits and credits of every account and commodity with postings from *from* through *through*,
 * both included, sorted by key (transfer full, of TqBalance). */
GArray *
tq_balance_load_range (TqStore *store, TqDay from, TqDay through, GError **error)
{
  g_autoptr (GArray) balances = g_array_new (FALSE, FALSE, sizeof (TqBalance));
  if (from > through)
    return g_steal_pointer (&balances);
  const Span span = split_range (from, through);
  const TqBinding *months =
    TQ_BINDINGS (TQ_INT (":first", span.first_month), TQ_INT (":last", span.last_month));
  if (!tq_balance_read_rows (store, load_months_sql, months, balances, error) ||
      !read_days (store, load_days_sql, 0, from, span.head_through, balances, error) ||
      !read_days (store, load_days_sql, 0, span.tail_from, through, balances, error) ||
      !merge_rows (balances, error))
    return NULL;
  return g_steal_pointer (&balances);
}

/* The same for one account, apart for every family and person (party 0: without one). */
GArray *
tq_balance_load_parties (TqStore *store, gint64 account, TqDay from, TqDay through, GError **error)
{
  g_autoptr (GArray) balances = g_array_new (FALSE, FALSE, sizeof (TqBalance));
  if (from > through)
    return g_steal_pointer (&balances);
  const Span span = split_range (from, through);
  const TqBinding *months = TQ_BINDINGS (TQ_INT (":account", account),
                                         TQ_INT (":first", span.first_month),
                                         TQ_INT (":last", span.last_month));
  if (!tq_balance_read_rows (store, load_party_months_sql, months, balances, error) ||
      !read_days (store, load_party_days_sql, account, from, span.head_through, balances, error) ||
      !read_days (store, load_party_days_sql, account, span.tail_from, through, balances, error) ||
      !merge_rows (balances, error))
    return NULL;
  return g_steal_pointer (&balances);
}

/* The part of the range that closing entries made: an income statement leaves it out. */
GArray *
tq_balance_load_closing (TqStore *store, TqDay from, TqDay through, GError **error)
{
  g_autoptr (GArray) balances = g_array_new (FALSE, FALSE, sizeof (TqBalance));
  if (!read_days (store, load_closing_sql, 0, from, through, balances, error))
    return NULL;
  return g_steal_pointer (&balances);
}

/* Debits minus credits of one account in one commodity up to a day, in minor units. */
gboolean
tq_balance_load_account (TqStore *store,
                         gint64 account,
                         gint64 commodity,
                         TqDay through,
                         gint64 *out_minor,
                         GError **error)
{
  gint64 sum = 0;
  g_autoptr (GArray) parties = tq_balance_load_parties (store, account, TQ_DAY_MIN, through, error);
  if (parties == NULL)
    return FALSE;
  for (guint i = 0; i < parties->len; i++) {
    const TqBalance *b = &g_array_index (parties, TqBalance, i);
    if (b->commodity == commodity &&
        (!tq_money_add (sum, b->debit, &sum, error) || !tq_money_sub (sum, b->credit, &sum, error)))
      return FALSE;
  }
  *out_minor = sum;
  return TRUE;
}
