/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Verification: the whole chain is replayed into a new book in memory by the same apply functions,
 * and then every row and every type of every table of the two is compared, in both directions.
 *
 * 1. Each event's prev is the hash of the one before, its hash is that of its bytes, and its body
 *    decodes with every byte used.
 * 2. Every derived table of the book equals that of the replay, value by value and type by type. A
 *    row too many is as much a fault as a row that is missing.
 * 3. The tables' own text was compared when the book was opened (store/schema.c); integrity_check
 *    has the pages and the indexes.
 * 4. What a person asked to have blanked stands beside the chain: its salted digest must fit, or
 *    the blanking must be an event. */
#include "store/verify.h"

#include "base/error.h"
#include "base/i18n.h"
#include "store/schema.h"
#include "store/statement.h"
#include "store/store-private.h"
#include "store/transaction.h"

#include <gio/gio.h>
#include <string.h>

#define PROGRESS_STEP 4096
#define CLOCK_AHEAD_SECONDS (G_GINT64_CONSTANT (400) * 86400)

static const char load_events_sql[] = "SELECT seq, kind, body, prev, hash FROM event ORDER BY seq";
static const char count_events_sql[] = "SELECT count (*) FROM event";
static const char list_tables_sql[] =
  "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT IN ('event', 'contact') ORDER BY name";
static const char key_sql[] =
  "SELECT group_concat (name, ', ') FROM (SELECT name FROM pragma_table_info (:table) "
  "WHERE pk > 0 ORDER BY pk)";
static const char integrity_sql[] = "PRAGMA integrity_check (1)";
/* The guards of the tables with the most rows: what they keep is checked here event by event. */
static const char drop_guards_sql[] =
  "DROP TRIGGER event_insert; DROP TRIGGER act_insert; DROP TRIGGER entry_insert; "
  "DROP TRIGGER posting_insert";
static const char clock_sql[] =
  "SELECT count (*) FROM (SELECT instant - lag (instant) OVER (ORDER BY event) AS step FROM act) "
  "WHERE step < 0 OR step > :ahead";
static const char count_blanked_sql[] =
  "SELECT count (*) FROM contact_commitment WHERE blanked <> 0";
static const char load_contacts_sql[] =
  "SELECT m.event, m.commitment, m.blanked, c.salt, c.words FROM contact_commitment m "
  "LEFT JOIN contact c ON c.event = m.event ORDER BY m.event";
static const char find_stray_contact_sql[] =
  "SELECT event FROM contact WHERE event NOT IN (SELECT event FROM contact_commitment) LIMIT 1";

void
tq_verification_clear (TqVerification *verification)
{
  g_clear_pointer (&verification->fault, g_free);
}

static void
  G_GNUC_PRINTF (3, 4) set_fault (TqVerification *found, gint64 event, const char *format, ...)
{
  va_list arguments;
  if (found->fault != NULL)
    return;
  va_start (arguments, format);
  found->fault = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  found->first_bad_event = event;
}

/* One event of the book, checked against the chain so far and replayed; a fault is set in *found*.
 * */
static void
replay_event (TqStatement *row, TqStore *replay, TqVerification *found)
{
  gsize kind_length = 0, body_length = 0, prev_length = 0, hash_length = 0;
  TqDigest prev, hash;
  g_autoptr (GError) fault = NULL;
  const gint64 seq = tq_statement_get_int (row, 0);
  const char *kind = tq_statement_get_text (row, 1);
  (void) tq_statement_get_bytes (row, 1, &kind_length);
  const guint8 *body = tq_statement_get_bytes (row, 2, &body_length);
  const guint8 *prev_bytes = tq_statement_get_bytes (row, 3, &prev_length);
  const guint8 *hash_bytes = tq_statement_get_bytes (row, 4, &hash_length);
  if (seq != replay->last_seq + 1) {
    set_fault (found,
               replay->last_seq + 1,
               _ ("Event %" PRId64 " is missing."),
               replay->last_seq + 1);
    return;
  }
  if (prev_length != TQ_DIGEST_SIZE ||
      memcmp (prev_bytes, replay->last_hash.bytes, TQ_DIGEST_SIZE) != 0) {
    set_fault (found, seq, _ ("Event %" PRId64 " does not follow the one before it."), seq);
    return;
  }
  memcpy (prev.bytes, prev_bytes, TQ_DIGEST_SIZE);
  tq_event_hash (seq, kind, body, body_length, &prev, &hash);
  /* What stands behind a zero byte of the kind would not be in the digest. */
  if (kind_length != strlen (kind) || hash_length != TQ_DIGEST_SIZE ||
      memcmp (hash_bytes, hash.bytes, TQ_DIGEST_SIZE) != 0) {
    set_fault (found,
               seq,
               _ ("Event %" PRId64 " was changed: its bytes do not give its hash."),
               seq);
    return;
  }
  if (!tq_event_replay (replay, kind, body, body_length, &prev, NULL, &fault))
    set_fault (found, seq, _ ("Event %" PRId64 " cannot have happened: %s"), seq, fault->message);
}

static gboolean
replay_chain (TqStore *store,
              TqStore *replay,
              TqVerifyProgress progress,
              gpointer user_data,
              TqVerification *found,
              GError **error)
{
  gboolean row = TRUE;
  gint64 total = 0;
  if (!tq_statement_find_int (store, count_events_sql, TQ_BINDINGS (TQ_END), &total, error))
    return FALSE;
  g_autoptr (TqStatement) events =
    tq_statement_query (store, load_events_sql, TQ_BINDINGS (TQ_END), error);
  while (events != NULL && row && found->fault == NULL) {
    if (!tq_statement_step (events, &row, error))
      return FALSE;
    if (!row)
      break;
    replay_event (events, replay, found);
    found->events++;
    if (progress != NULL && found->events % PROGRESS_STEP == 0 &&
        !progress (found->events, total, user_data)) {
      g_set_error_literal (error,
                           G_IO_ERROR,
                           G_IO_ERROR_CANCELLED,
                           _ ("The verification was stopped."));
      return FALSE;
    }
  }
  return events != NULL;
}

static gboolean
values_equal (sqlite3_stmt *a, sqlite3_stmt *b, int column)
{
  const int type = sqlite3_column_type (a, column);
  if (type != sqlite3_column_type (b, column))
    return FALSE;
  if (type == SQLITE_INTEGER)
    return sqlite3_column_int64 (a, column) == sqlite3_column_int64 (b, column);
  const void *bytes_a = sqlite3_column_blob (a, column), *bytes_b = sqlite3_column_blob (b, column);
  const int length = sqlite3_column_bytes (a, column);
  return length == sqlite3_column_bytes (b, column) &&
         (length == 0 || memcmp (bytes_a, bytes_b, (gsize) length) == 0);
}

static gboolean
rows_equal (sqlite3_stmt *a, sqlite3_stmt *b)
{
  const int columns = sqlite3_column_count (a);
  for (int i = 0; i < columns; i++)
    if (!values_equal (a, b, i))
      return FALSE;
  return columns == sqlite3_column_count (b);
}

/* The columns of the table's primary key, as an ORDER BY has them (transfer full). The names come
 * from our own schema. */
static char *
dup_key (TqStore *replay, const char *table, GError **error)
{
  gboolean row = FALSE;
  g_autoptr (TqStatement) columns =
    tq_statement_query (replay, key_sql, TQ_BINDINGS (TQ_TEXT (":table", table)), error);
  if (columns == NULL || !tq_statement_step (columns, &row, error))
    return NULL;
  return g_strdup (tq_statement_get_text (columns, 0));
}

/* The table's rows in the order of *key*, read through no other index, so that an index that hides
 * a row hides nothing here. */
static sqlite3_stmt *
prepare_table (TqStore *store, const char *table, const char *key, GError **error)
{
  sqlite3_stmt *stmt = NULL;
  g_autofree char *sql = g_strdup_printf ("SELECT * FROM %s NOT INDEXED ORDER BY %s", table, key);
  const int code = sqlite3_prepare_v2 (store->db, sql, -1, &stmt, NULL);
  if (code != SQLITE_OK)
    tq_store_set_sqlite_error (store->db, code, error);
  return stmt;
}

static gboolean
compare_rows (TqStore *store,
              TqStore *replay,
              const char *table,
              sqlite3_stmt *is,
              sqlite3_stmt *should,
              TqVerification *found,
              GError **error)
{
  for (gint64 number = 1; found->fault == NULL; number++) {
    const int code_is = sqlite3_step (is), code_should = sqlite3_step (should);
    const gboolean read = code_is == SQLITE_ROW || code_is == SQLITE_DONE;
    if (!read || (code_should != SQLITE_ROW && code_should != SQLITE_DONE)) {
      tq_store_set_sqlite_error (read ? replay->db : store->db,
                                 read ? code_should : code_is,
                                 error);
      return FALSE;
    }
    if (code_is == SQLITE_DONE && code_should == SQLITE_DONE)
      break;
    if (code_is != code_should || !rows_equal (is, should))
      set_fault (
        found,
        0,
        _ ("Row %" PRId64
           " of the table “%s” is not what the events say. The events themselves are whole: the "
           "book can be made anew from them."),
        number,
        table);
  }
  return TRUE;
}

static gboolean
compare_table (TqStore *store,
               TqStore *replay,
               const char *table,
               TqVerification *found,
               GError **error)
{
  g_autofree char *key = dup_key (replay, table, error);
  sqlite3_stmt *is = key != NULL ? prepare_table (store, table, key, error) : NULL;
  sqlite3_stmt *should = is != NULL ? prepare_table (replay, table, key, error) : NULL;
  const gboolean done =
    should != NULL && compare_rows (store, replay, table, is, should, found, error);
  sqlite3_finalize (is);
  sqlite3_finalize (should);
  return done;
}

static gboolean
compare_tables (TqStore *store, TqStore *replay, TqVerification *found, GError **error)
{
  gboolean row = TRUE;
  g_autoptr (TqStatement) tables =
    tq_statement_query (replay, list_tables_sql, TQ_BINDINGS (TQ_END), error);
  while (tables != NULL && row && found->fault == NULL) {
    if (!tq_statement_step (tables, &row, error) ||
        (row && !compare_table (store, replay, tq_statement_get_text (tables, 0), found, error)))
      return FALSE;
  }
  return tables != NULL;
}

static gboolean
check_contacts (TqStore *store, TqVerification *found, GError **error)
{
  gboolean row = TRUE;
  gint64 stray = 0;
  if (!tq_statement_find_int (store, find_stray_contact_sql, TQ_BINDINGS (TQ_END), &stray, error))
    return FALSE;
  if (stray != 0)
    set_fault (found,
               stray,
               _ ("The contact data of event %" PRId64 " was changed from outside."),
               stray);
  g_autoptr (TqStatement) contacts =
    tq_statement_query (store, load_contacts_sql, TQ_BINDINGS (TQ_END), error);
  while (contacts != NULL && row && found->fault == NULL) {
    gsize salt_length = 0, commitment_length = 0, words_length = 0;
    TqHasher hasher;
    TqDigest digest;
    if (!tq_statement_step (contacts, &row, error))
      return FALSE;
    if (!row)
      break;
    const gint64 event = tq_statement_get_int (contacts, 0);
    const guint8 *commitment = tq_statement_get_bytes (contacts, 1, &commitment_length);
    const gboolean blanked = tq_statement_get_int (contacts, 2) != 0;
    const guint8 *salt = tq_statement_get_bytes (contacts, 3, &salt_length);
    const guint8 *words = tq_statement_get_bytes (contacts, 4, &words_length);
    tq_hasher_start (&hasher, "tequio/v1/contact");
    tq_hasher_feed (&hasher, salt, salt_length);
    tq_hasher_feed (&hasher, words, words_length);
    tq_hasher_finish (&hasher, &digest);
    const gboolean fits = salt != NULL && memcmp (commitment, digest.bytes, TQ_DIGEST_SIZE) == 0;
    if (blanked != (salt == NULL) || (!blanked && !fits))
      set_fault (found,
                 event,
                 _ ("The contact data of event %" PRId64 " was changed from outside."),
                 event);
  }
  return contacts != NULL;
}

static gboolean
check_pages (TqStore *store, TqVerification *found, GError **error)
{
  gboolean row = FALSE;
  g_autoptr (TqStatement) statement =
    tq_statement_query (store, integrity_sql, TQ_BINDINGS (TQ_END), error);
  if (statement == NULL || !tq_statement_step (statement, &row, error))
    return FALSE;
  if (row && !g_str_equal (tq_statement_get_text (statement, 0), "ok"))
    set_fault (found,
               0,
               _ ("The file itself is damaged: %s."),
               tq_statement_get_text (statement, 0));
  return TRUE;
}

static gboolean
replay_all (TqStore *store,
            const TqReplayHooks *hooks,
            TqVerifyProgress progress,
            gpointer user_data,
            TqVerification *found,
            GError **error)
{
  g_autoptr (GError) fault = NULL;
  g_autoptr (TqStore) replay = tq_store_new_memory (store->kinds, error);
  if (replay == NULL)
    return FALSE;
  g_autoptr (TqTransaction) transaction = tq_transaction_begin (replay, error);
  if (transaction == NULL || !tq_store_exec (replay, drop_guards_sql, error))
    return FALSE;
  if (hooks != NULL)
    hooks->begin (replay);
  if (!replay_chain (store, replay, progress, user_data, found, error))
    return FALSE;
  if (hooks != NULL && !hooks->end (replay, &fault))
    set_fault (found, replay->last_seq, "%s", fault->message);
  if (found->fault != NULL)
    return TRUE;
  return compare_tables (store, replay, found, error);
}

static gboolean
check_all (TqStore *store,
           const TqReplayHooks *hooks,
           TqVerifyProgress progress,
           gpointer user_data,
           TqVerification *found,
           GError **error)
{
  return tq_schema_check (store, error) && check_pages (store, found, error) &&
         (found->fault != NULL || replay_all (store, hooks, progress, user_data, found, error)) &&
         (found->fault != NULL || check_contacts (store, found, error)) &&
         tq_statement_find_int (store,
                                count_blanked_sql,
                                TQ_BINDINGS (TQ_END),
                                &found->blanked,
                                error) &&
         tq_statement_find_int (store,
                                clock_sql,
                                TQ_BINDINGS (TQ_INT (":ahead", CLOCK_AHEAD_SECONDS)),
                                &found->clock_jumps,
                                error);
}

/* Verifies the book that *store* has open; what was found is in *out_found*, a damaged book too.
 * Chain and tables are read in one transaction, so that an act of another connection falls before
 * or after. FALSE only where the machine failed or the person stopped it. */
gboolean
tq_verify_store (TqStore *store,
                 const TqReplayHooks *hooks,
                 TqVerifyProgress progress,
                 gpointer user_data,
                 TqVerification *out_found,
                 GError **error)
{
  g_autoptr (GError) fault = NULL;
  g_return_val_if_fail (TQ_IS_STORE (store) && store->transaction == NULL, FALSE);
  *out_found = (TqVerification){ 0 };
  if (!tq_store_exec (store, "BEGIN", error))
    return FALSE;
  const gboolean read = check_all (store, hooks, progress, user_data, out_found, &fault);
  /* Nothing was written, and after some faults SQLite has ended it by itself. */
  if (!sqlite3_get_autocommit (store->db))
    (void) !tq_store_exec (store, "ROLLBACK", NULL);
  if (read)
    return TRUE;
  if (g_error_matches (fault, TQ_ERROR, TQ_ERROR_CORRUPT)) {
    set_fault (out_found, 0, "%s", fault->message);
    return TRUE;
  }
  g_propagate_error (error, g_steal_pointer (&fault));
  return FALSE;
}
