/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The bare loops that Tequio is measured against: what SQLite and libxlsxwriter cost when nothing
 * is checked, nothing is asked and nobody reads a message. The tables have the shape of the book's;
 * the input is the csv of a generated book, one posting a row: day, entry, text, account, amount.
 *
 *   bare import CSV DB          one transaction, chained events, balances by month, indexes at the
 *   end bare trial DB               a trial balance from the balances by month
 *   bare trial-by-sum DB        the same from the postings
 *   bare income DB FROM TO      income and expense of a range of days
 *   bare register DB ACCOUNT    every posting of an account with its running balance
 *   bare verify DB              the chain again, and the sums
 *   bare durable DB COUNT       entries, each in a transaction of its own
 *   bare workbook DB FILE       every posting in one sheet */
#include "base/day.h"
#include "base/digest.h"
#include "base/encoder.h"
#include "base/money.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <xlsxwriter.h>

static const char schema_sql[] =
  "PRAGMA application_id = 1;"
  "CREATE TABLE event (seq INTEGER PRIMARY KEY, kind TEXT, body BLOB, prev BLOB, hash BLOB) STRICT;"
  "CREATE TABLE account (id INTEGER PRIMARY KEY, name TEXT) STRICT;"
  "CREATE TABLE entry (id INTEGER PRIMARY KEY, day INTEGER, text TEXT) STRICT;"
  "CREATE TABLE posting (entry INTEGER, line INTEGER, day INTEGER, account INTEGER, amount INTEGER,"
  " PRIMARY KEY (entry, line)) STRICT, WITHOUT ROWID;"
  "CREATE TABLE balance (account INTEGER, month INTEGER, debit INTEGER, credit INTEGER,"
  " PRIMARY KEY (account, month)) STRICT, WITHOUT ROWID;";
static const char index_sql[] =
  "CREATE INDEX entry_day ON entry (day, id);"
  "CREATE INDEX posting_account ON posting (account, day, entry, line);";

typedef struct {
  sqlite3 *db;
  sqlite3_stmt *event, *account, *entry, *posting, *balance;
  GHashTable *accounts; /* name → id */
  GHashTable *months;   /* account and month → debit and credit */
  TqDigest last;
  gint64 seq;
} Import;

static void
fail (sqlite3 *db, const char *what)
{
  fprintf (stderr, "bare: %s: %s\n", what, sqlite3_errmsg (db));
  exit (1);
}

static sqlite3 *
open_db (const char *path)
{
  sqlite3 *db = NULL;
  if (sqlite3_open (path, &db) != SQLITE_OK)
    fail (db, path);
  (void) sqlite3_exec (db, "PRAGMA journal_mode = DELETE; PRAGMA synchronous = EXTRA", 0, 0, 0);
  return db;
}

static void
run (sqlite3 *db, const char *sql)
{
  if (sqlite3_exec (db, sql, NULL, NULL, NULL) != SQLITE_OK)
    fail (db, sql);
}

static sqlite3_stmt *
prepare (sqlite3 *db, const char *sql)
{
  sqlite3_stmt *statement = NULL;
  if (sqlite3_prepare_v3 (db, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, NULL) != SQLITE_OK)
    fail (db, sql);
  return statement;
}

static void
bind_ints (sqlite3_stmt *statement, int count, const gint64 *values)
{
  for (int i = 0; i < count; i++)
    (void) sqlite3_bind_int64 (statement, i + 1, values[i]);
}

static void
step_once (sqlite3 *db, sqlite3_stmt *statement)
{
  if (sqlite3_step (statement) != SQLITE_DONE)
    fail (db, "insert");
  (void) sqlite3_reset (statement);
}

static void
hash_event (gint64 seq, const void *body, gsize length, const TqDigest *prev, TqDigest *out_hash)
{
  TqHasher hasher;
  tq_hasher_start (&hasher, "bare/event");
  tq_hasher_feed_int64 (&hasher, seq);
  tq_hasher_feed (&hasher, body, length);
  tq_hasher_feed (&hasher, prev->bytes, TQ_DIGEST_SIZE);
  tq_hasher_finish (&hasher, out_hash);
}

static void
append_event (Import *import, const TqEncoder *body)
{
  TqDigest hash;
  import->seq++;
  hash_event (import->seq, body->bytes->data, body->bytes->len, &import->last, &hash);
  (void) sqlite3_bind_int64 (import->event, 1, import->seq);
  (void) sqlite3_bind_blob (import->event, 2, body->bytes->data, (int) body->bytes->len, NULL);
  (void) sqlite3_bind_blob (import->event, 3, import->last.bytes, TQ_DIGEST_SIZE, SQLITE_TRANSIENT);
  (void) sqlite3_bind_blob (import->event, 4, hash.bytes, TQ_DIGEST_SIZE, NULL);
  step_once (import->db, import->event);
  import->last = hash;
}

static gint64
find_account (Import *import, const char *name)
{
  gint64 *found = g_hash_table_lookup (import->accounts, name);
  if (found != NULL)
    return *found;
  found = g_new (gint64, 1);
  *found = (gint64) g_hash_table_size (import->accounts) + 1;
  g_hash_table_insert (import->accounts, g_strdup (name), found);
  (void) sqlite3_bind_int64 (import->account, 1, *found);
  (void) sqlite3_bind_text (import->account, 2, name, -1, SQLITE_TRANSIENT);
  step_once (import->db, import->account);
  return *found;
}

static void
add_to_month (Import *import, gint64 account, TqDay day, gint64 amount)
{
  const gint64 key = account * 100000 + tq_day_get_month_index (day);
  gint64 *sums = g_hash_table_lookup (import->months, &key);
  if (sums == NULL) {
    sums = g_new0 (gint64, 3);
    sums[0] = key;
    g_hash_table_insert (import->months, sums, sums);
  }
  sums[amount < 0 ? 2 : 1] += amount < 0 ? -amount : amount;
}

static void
write_months (Import *import)
{
  GHashTableIter iter;
  gpointer value;
  g_hash_table_iter_init (&iter, import->months);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    const gint64 *sums = value;
    bind_ints (import->balance,
               4,
               (gint64[]){ sums[0] / 100000, sums[0] % 100000, sums[1], sums[2] });
    step_once (import->db, import->balance);
  }
}

/* One row of the csv in its five fields; the generated texts have no quotes and no commas but where
 * they are quoted. */
static gboolean
split_row (char *row, char *fields[5])
{
  for (guint i = 0; i < 5; i++) {
    const gboolean quoted = *row == '"';
    fields[i] = quoted ? row + 1 : row;
    char *end = quoted ? strchr (row + 1, '"') : strpbrk (row, ",\r\n");
    if (end == NULL)
      return FALSE;
    row = quoted ? end + 2 : end + 1;
    *end = '\0';
  }
  return TRUE;
}

static void
import_row (Import *import, TqEncoder *body, char *fields[5], gint64 *entry, gint64 *line)
{
  static char current[64];
  TqDay day = 0;
  gint64 amount = 0;
  if (!tq_day_parse (fields[0], &day, NULL) || !tq_money_parse (fields[4], 2, &amount, NULL))
    exit (1);
  if (strcmp (current, fields[1]) != 0) {
    if (*entry > 0)
      append_event (import, body);
    g_byte_array_set_size (body->bytes, 0);
    tq_encoder_put_int (body, day);
    tq_encoder_put_text (body, fields[2]);
    (void) g_strlcpy (current, fields[1], sizeof current);
    (*entry)++;
    *line = 0;
    bind_ints (import->entry, 2, (gint64[]){ *entry, day });
    (void) sqlite3_bind_text (import->entry, 3, fields[2], -1, SQLITE_TRANSIENT);
    step_once (import->db, import->entry);
  }
  const gint64 account = find_account (import, fields[3]);
  tq_encoder_put_int (body, account);
  tq_encoder_put_int (body, amount);
  bind_ints (import->posting, 5, (gint64[]){ *entry, ++*line, day, account, amount });
  step_once (import->db, import->posting);
  add_to_month (import, account, day, amount);
}

static int
import_csv (const char *csv, const char *path)
{
  Import import = { .db = open_db (path) };
  g_auto (TqEncoder) body = { NULL };
  char *row = NULL;
  size_t size = 0;
  gint64 entry = 0, line = 0;
  FILE *stream = fopen (csv, "re");
  if (stream == NULL || getline (&row, &size, stream) < 0)
    return 1;
  run (import.db, schema_sql);
  run (import.db, "BEGIN");
  import.event = prepare (import.db, "INSERT INTO event VALUES (?1, 'e', ?2, ?3, ?4)");
  import.account = prepare (import.db, "INSERT INTO account VALUES (?1, ?2)");
  import.entry = prepare (import.db, "INSERT INTO entry VALUES (?1, ?2, ?3)");
  import.posting = prepare (import.db, "INSERT INTO posting VALUES (?1, ?2, ?3, ?4, ?5)");
  import.balance = prepare (import.db, "INSERT INTO balance VALUES (?1, ?2, ?3, ?4)");
  import.accounts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  import.months = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  tq_encoder_start (&body);
  while (getline (&row, &size, stream) > 0) {
    char *fields[5];
    if (!split_row (row, fields))
      return 1;
    import_row (&import, &body, fields, &entry, &line);
  }
  append_event (&import, &body);
  write_months (&import);
  run (import.db, index_sql);
  run (import.db, "COMMIT");
  (void) fclose (stream);
  return 0;
}

/* Prints every row of *sql* as csv. */
static int
print_rows (const char *path, const char *sql, const char *from, const char *to)
{
  sqlite3 *db = open_db (path);
  sqlite3_stmt *statement = prepare (db, sql);
  TqDay days[2] = { 0, 0 };
  if (from != NULL && to == NULL)
    (void) sqlite3_bind_text (statement, 1, from, -1, NULL);
  else if (from != NULL && tq_day_parse (from, &days[0], NULL) && tq_day_parse (to, &days[1], NULL))
    bind_ints (statement, 2, (gint64[]){ days[0], days[1] });
  gint64 running = 0;
  while (sqlite3_step (statement) == SQLITE_ROW) {
    const gint64 amount = sqlite3_column_int64 (statement, 2);
    running += amount;
    printf ("%s,%s,%" G_GINT64_FORMAT ".%02d,%" G_GINT64_FORMAT "\n",
            (const char *) sqlite3_column_text (statement, 0),
            (const char *) sqlite3_column_text (statement, 1),
            amount / 100,
            (int) ABS (amount % 100),
            running);
  }
  (void) sqlite3_finalize (statement);
  return sqlite3_close (db) == SQLITE_OK ? 0 : 1;
}

static int
verify (const char *path)
{
  sqlite3 *db = open_db (path);
  sqlite3_stmt *events = prepare (db, "SELECT seq, body, prev, hash FROM event ORDER BY seq");
  TqDigest last = { { 0 } }, hash;
  while (sqlite3_step (events) == SQLITE_ROW) {
    hash_event (sqlite3_column_int64 (events, 0),
                sqlite3_column_blob (events, 1),
                (gsize) sqlite3_column_bytes (events, 1),
                &last,
                &hash);
    if (memcmp (sqlite3_column_blob (events, 2), last.bytes, TQ_DIGEST_SIZE) != 0 ||
        memcmp (sqlite3_column_blob (events, 3), hash.bytes, TQ_DIGEST_SIZE) != 0)
      fail (db, "chain");
    last = hash;
  }
  (void) sqlite3_finalize (events);
  return print_rows (
    path,
    "SELECT 'entries out of balance', count (*), 0 FROM"
    " (SELECT entry FROM posting GROUP BY entry HAVING sum (amount) <> 0)"
    " UNION ALL SELECT 'balances', count (*), 0 FROM (SELECT account, sum (amount) AS"
    " total FROM posting GROUP BY account) AS p WHERE total <> (SELECT sum (debit) -"
    " sum (credit) FROM balance AS b WHERE b.account = p.account)",
    NULL,
    NULL);
}

static int
post_durably (const char *path, gint64 count)
{
  sqlite3 *db = open_db (path);
  run (db, schema_sql);
  run (db, index_sql);
  Import import = { .db = db };
  g_auto (TqEncoder) body = { NULL };
  tq_encoder_start (&body);
  import.event = prepare (db, "INSERT INTO event VALUES (?1, 'e', ?2, ?3, ?4)");
  import.entry = prepare (db, "INSERT INTO entry VALUES (?1, ?2, 'Bread')");
  import.posting = prepare (db, "INSERT INTO posting VALUES (?1, ?2, ?3, ?4, ?5)");
  import.balance = prepare (db,
                            "INSERT INTO balance VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE SET"
                            " debit = debit + ?3, credit = credit + ?4");
  for (gint64 i = 1; i <= count; i++) {
    const TqDay day = (TqDay) (20000 + i % 300);
    run (db, "BEGIN IMMEDIATE");
    g_byte_array_set_size (body.bytes, 0);
    tq_encoder_put_int (&body, day);
    append_event (&import, &body);
    bind_ints (import.entry, 2, (gint64[]){ i, day });
    step_once (db, import.entry);
    for (gint64 side = 0; side < 2; side++) {
      const gint64 amount = side == 0 ? i : -i;
      bind_ints (import.posting, 5, (gint64[]){ i, side + 1, day, side + 1, amount });
      step_once (db, import.posting);
      bind_ints (
        import.balance,
        4,
        (gint64[]){ side + 1, tq_day_get_month_index (day), side == 0 ? i : 0, side == 0 ? 0 : i });
      step_once (db, import.balance);
    }
    run (db, "COMMIT");
  }
  return 0;
}

static int
write_workbook (const char *path, const char *target)
{
  sqlite3 *db = open_db (path);
  sqlite3_stmt *rows = prepare (
    db,
    "SELECT e.day, e.text, a.name, p.amount FROM posting AS p JOIN entry AS e ON e.id = p.entry"
    " JOIN account AS a ON a.id = p.account ORDER BY p.entry, p.line");
  lxw_workbook_options options = { .constant_memory = LXW_TRUE };
  lxw_workbook *workbook = workbook_new_opt (target, &options);
  lxw_worksheet *sheet = workbook_add_worksheet (workbook, "Journal");
  lxw_row_t row = 0;
  while (sqlite3_step (rows) == SQLITE_ROW && row < LXW_ROW_MAX) {
    (void) worksheet_write_number (sheet, row, 0, sqlite3_column_int (rows, 0) + 25569, NULL);
    for (int i = 1; i < 3; i++)
      (void) worksheet_write_string (sheet,
                                     row,
                                     (lxw_col_t) i,
                                     (const char *) sqlite3_column_text (rows, i),
                                     NULL);
    (void) worksheet_write_number (sheet, row, 3, sqlite3_column_double (rows, 3) / 100, NULL);
    row++;
  }
  (void) sqlite3_finalize (rows);
  return workbook_close (workbook) == LXW_NO_ERROR ? 0 : 1;
}

int
main (int argc, char **argv)
{
  static const char trial_sql[] =
    "SELECT a.name, 'EUR', sum (b.debit) - sum (b.credit) FROM balance AS b JOIN account AS a"
    " ON a.id = b.account GROUP BY a.id ORDER BY a.name";
  static const char sum_sql[] =
    "SELECT a.name, 'EUR', sum (p.amount) FROM posting AS p JOIN account AS a"
    " ON a.id = p.account GROUP BY a.id ORDER BY a.name";
  static const char income_sql[] =
    "SELECT a.name, 'EUR', sum (p.amount) FROM posting AS p JOIN account AS a ON a.id = p.account"
    " WHERE p.day BETWEEN ?1 AND ?2 AND (a.name GLOB 'Income:*' OR a.name GLOB 'Expenses:*')"
    " GROUP BY a.id ORDER BY a.name";
  static const char register_sql[] =
    "SELECT e.day, e.text, p.amount FROM posting AS p JOIN entry AS e ON e.id = p.entry"
    " WHERE p.account = (SELECT id FROM account WHERE name = ?1) ORDER BY p.day, p.entry, p.line";
  const char *task = argc > 2 ? argv[1] : "";
  const char *first = argc > 3 ? argv[3] : NULL;
  if (strcmp (task, "import") == 0 && first != NULL)
    return import_csv (argv[2], first);
  if (strcmp (task, "trial") == 0)
    return print_rows (argv[2], trial_sql, NULL, NULL);
  if (strcmp (task, "trial-by-sum") == 0)
    return print_rows (argv[2], sum_sql, NULL, NULL);
  if (strcmp (task, "income") == 0 && argc == 5)
    return print_rows (argv[2], income_sql, first, argv[4]);
  if (strcmp (task, "register") == 0 && first != NULL)
    return print_rows (argv[2], register_sql, first, NULL);
  if (strcmp (task, "verify") == 0)
    return verify (argv[2]);
  if (strcmp (task, "durable") == 0 && first != NULL)
    return post_durably (argv[2], g_ascii_strtoll (first, NULL, 10));
  if (strcmp (task, "workbook") == 0 && first != NULL)
    return write_workbook (argv[2], first);
  return 2;
}
