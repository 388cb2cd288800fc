/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "store/statement.h"

#include "base/error.h"
#include "base/i18n.h"
#include "store/store-private.h"

struct _TqStatement {
  TqStore *store;
  const char *sql;
  sqlite3_stmt *stmt;
};

/* Translates an SQLite result into our error domain; the one place where that is done. */
void
tq_store_set_sqlite_error (sqlite3 *db, int code, GError **error)
{
  const char *detail = db != NULL ? sqlite3_errmsg (db) : sqlite3_errstr (code);
  switch (code & 0xff) {
  case SQLITE_BUSY:
  case SQLITE_LOCKED:
    g_set_error_literal (error,
                         TQ_ERROR,
                         TQ_ERROR_BUSY,
                         _ ("Another program is using the book. Try again."));
    break;
  case SQLITE_FULL:
    g_set_error_literal (error,
                         TQ_ERROR,
                         TQ_ERROR_STORE,
                         _ ("The disk is full. Make room and try again; nothing was changed."));
    break;
  case SQLITE_CORRUPT:
  case SQLITE_NOTADB:
    g_set_error (error, TQ_ERROR, TQ_ERROR_CORRUPT, _ ("The book is damaged: %s."), detail);
    break;
  case SQLITE_READONLY:
  case SQLITE_PERM:
  case SQLITE_CANTOPEN:
    g_set_error (error, TQ_ERROR, TQ_ERROR_STORE, _ ("The book cannot be written: %s."), detail);
    break;
  case SQLITE_CONSTRAINT:
    g_set_error (error, TQ_ERROR, TQ_ERROR_CONFLICT, _ ("The book refuses this: %s."), detail);
    break;
  case SQLITE_NOMEM:
    g_set_error_literal (error,
                         TQ_ERROR,
                         TQ_ERROR_STORE,
                         _ ("There is not enough memory for this."));
    break;
  default:
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_STORE,
                 _ ("The book cannot be read or written: %s."),
                 detail);
    break;
  }
}

/* Prepares *sql*, a text that lives as long as the program, or takes it from the pool (transfer
 * full). Two may be out for the same text at once. */
TqStatement *
tq_statement_new (TqStore *store, const char *sql, GError **error)
{
  sqlite3_stmt *stmt = NULL;
  g_return_val_if_fail (TQ_IS_STORE (store) && sql != NULL, NULL);
  GPtrArray *idle = g_hash_table_lookup (store->pool, sql);
  if (idle != NULL && idle->len > 0) {
    stmt = g_ptr_array_steal_index_fast (idle, idle->len - 1);
  } else {
    const int code =
      sqlite3_prepare_v3 (store->db, sql, -1, SQLITE_PREPARE_PERSISTENT, &stmt, NULL);
    if (code != SQLITE_OK) {
      tq_store_set_sqlite_error (store->db, code, error);
      return NULL;
    }
  }
  TqStatement *statement = g_new (TqStatement, 1);
  *statement = (TqStatement){ store, sql, stmt };
  return statement;
}

static void
finalize_stmt (gpointer stmt)
{
  sqlite3_finalize (stmt);
}

/* Gives the statement back to the pool of its store. */
void
tq_statement_release (TqStatement *statement)
{
  GPtrArray *idle = g_hash_table_lookup (statement->store->pool, statement->sql);
  if (idle == NULL) {
    idle = g_ptr_array_new_with_free_func (finalize_stmt);
    g_hash_table_insert (statement->store->pool, (gpointer) (guintptr) statement->sql, idle);
  }
  (void) sqlite3_reset (statement->stmt);
  (void) sqlite3_clear_bindings (statement->stmt);
  g_ptr_array_add (idle, statement->stmt);
  g_free (statement);
}

static int
find_parameter (TqStatement *statement, const char *name)
{
  const int index = sqlite3_bind_parameter_index (statement->stmt, name);
  if (index == 0)
    g_error ("no parameter %s in: %s", name, statement->sql);
  return index;
}

void
tq_statement_bind_int (TqStatement *statement, const char *name, gint64 value)
{
  const int code = sqlite3_bind_int64 (statement->stmt, find_parameter (statement, name), value);
  g_assert (code == SQLITE_OK);
}

/* Binds a copy of *text*; NULL binds NULL. */
void
tq_statement_bind_text (TqStatement *statement, const char *name, const char *text)
{
  const int code = sqlite3_bind_text (statement->stmt,
                                      find_parameter (statement, name),
                                      text,
                                      -1,
                                      SQLITE_TRANSIENT);
  g_assert (code == SQLITE_OK);
}

/* Binds a copy of *length* bytes. */
void
tq_statement_bind_bytes (TqStatement *statement, const char *name, const void *bytes, gsize length)
{
  const int parameter = find_parameter (statement, name);
  const int code =
    length > 0 ? sqlite3_bind_blob64 (statement->stmt, parameter, bytes, length, SQLITE_TRANSIENT)
               : sqlite3_bind_zeroblob (statement->stmt, parameter, 0);
  g_assert (code == SQLITE_OK);
}

void
tq_statement_bind_null (TqStatement *statement, const char *name)
{
  const int code = sqlite3_bind_null (statement->stmt, find_parameter (statement, name));
  g_assert (code == SQLITE_OK);
}

/* Moves to the next row; *out_row* is FALSE after the last. */
gboolean
tq_statement_step (TqStatement *statement, gboolean *out_row, GError **error)
{
  const int code = sqlite3_step (statement->stmt);
  if (code != SQLITE_ROW && code != SQLITE_DONE) {
    tq_store_set_sqlite_error (statement->store->db, code, error);
    return FALSE;
  }
  *out_row = code == SQLITE_ROW;
  return TRUE;
}

/* Runs a statement without rows and makes it ready for the next values. */
gboolean
tq_statement_run (TqStatement *statement, GError **error)
{
  gboolean row = FALSE;
  const gboolean done = tq_statement_step (statement, &row, error);
  (void) sqlite3_reset (statement->stmt);
  return done;
}

gint64
tq_statement_get_int (TqStatement *statement, int column)
{
  return sqlite3_column_int64 (statement->stmt, column);
}

/* The text of a column, valid until the next step; "" for NULL. */
const char *
tq_statement_get_text (TqStatement *statement, int column)
{
  const char *text = (const char *) sqlite3_column_text (statement->stmt, column);
  return text != NULL ? text : "";
}

/* The bytes of a column, valid until the next step. */
const guint8 *
tq_statement_get_bytes (TqStatement *statement, int column, gsize *out_length)
{
  const guint8 *bytes = sqlite3_column_blob (statement->stmt, column);
  *out_length = (gsize) sqlite3_column_bytes (statement->stmt, column);
  return bytes;
}

gboolean
tq_statement_is_null (TqStatement *statement, int column)
{
  return sqlite3_column_type (statement->stmt, column) == SQLITE_NULL;
}

/* Prepares *sql* with its values (transfer full); step through its rows. */
TqStatement *
tq_statement_query (TqStore *store, const char *sql, const TqBinding *bindings, GError **error)
{
  TqStatement *statement = tq_statement_new (store, sql, error);
  for (const TqBinding *b = bindings; statement != NULL && b->name != NULL; b++) {
    switch (b->type) {
    case 'I':
      tq_statement_bind_int (statement, b->name, b->value);
      break;
    case 'S':
      tq_statement_bind_text (statement, b->name, b->bytes);
      break;
    case 'B':
      tq_statement_bind_bytes (statement, b->name, b->bytes, b->length);
      break;
    default:
      tq_statement_bind_null (statement, b->name);
      break;
    }
  }
  return statement;
}

/* Runs a statement that has no rows. */
gboolean
tq_statement_execute (TqStore *store, const char *sql, const TqBinding *bindings, GError **error)
{
  g_autoptr (TqStatement) statement = tq_statement_query (store, sql, bindings, error);
  return statement != NULL && tq_statement_run (statement, error);
}

/* The first column of the first row; 0 where there is no row or it is NULL. */
gboolean
tq_statement_find_int (TqStore *store,
                       const char *sql,
                       const TqBinding *bindings,
                       gint64 *out_value,
                       GError **error)
{
  gboolean row = FALSE;
  g_autoptr (TqStatement) statement = tq_statement_query (store, sql, bindings, error);
  if (statement == NULL || !tq_statement_step (statement, &row, error))
    return FALSE;
  *out_value = row ? tq_statement_get_int (statement, 0) : 0;
  return TRUE;
}
