/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "store/transaction.h"

#include "base/error.h"
#include "base/i18n.h"
#include "store/store-private.h"

struct _TqTransaction {
  TqStore *store;
  gboolean committed;
};

/* Begins to write: nobody else writes until the commit or the end (transfer full). There is one at
 * a time, and a store whose last commit failed half-way must be reopened first. */
TqTransaction *
tq_transaction_begin (TqStore *store, GError **error)
{
  g_return_val_if_fail (TQ_IS_STORE (store) && store->transaction == NULL, NULL);
  if (store->mode != TQ_STORE_WRITE) {
    g_set_error_literal (error,
                         TQ_ERROR,
                         TQ_ERROR_FORBIDDEN,
                         _ ("The book was opened for reading only."));
    return NULL;
  }
  if (store->poisoned) {
    g_set_error_literal (
      error,
      TQ_ERROR,
      TQ_ERROR_STORE,
      _ ("The last change may not have been saved. Close the book, open it again and look."));
    return NULL;
  }
  if (!tq_store_exec (store, "BEGIN IMMEDIATE", error) || !tq_store_load_last (store, error))
    return NULL;
  TqTransaction *transaction = g_new0 (TqTransaction, 1);
  transaction->store = store;
  store->transaction = transaction;
  return transaction;
}

/* Makes what was written durable. What fails here is rolled back; where even that is not certain
 * the store refuses to write until it is opened anew. */
gboolean
tq_transaction_commit (TqTransaction *transaction, GError **error)
{
  TqStore *store = transaction->store;
  g_return_val_if_fail (!transaction->committed, FALSE);
  if (!tq_store_exec (store, "COMMIT", error)) {
    /* A reader in the way leaves the transaction as it was: it can be rolled back. */
    store->poisoned = (sqlite3_errcode (store->db) & 0xff) != SQLITE_BUSY;
    return FALSE;
  }
  transaction->committed = TRUE;
  return TRUE;
}

/* Ends the transaction; rolls it back unless it was committed. */
void
tq_transaction_end (TqTransaction *transaction)
{
  TqStore *store = transaction->store;
  if (!transaction->committed) {
    /* After SQLITE_FULL and the like SQLite may have rolled back by itself. */
    if (!sqlite3_get_autocommit (store->db) && !tq_store_exec (store, "ROLLBACK", NULL))
      store->poisoned = TRUE;
    store->last_known = FALSE;
    /* Who asks for the last event must not be told of one that is gone. */
    if (!store->poisoned && !tq_store_load_last (store, NULL))
      store->poisoned = TRUE;
  }
  store->transaction = NULL;
  g_free (transaction);
}
