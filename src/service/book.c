/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The open book, as the window and the command line see it.
 *
 * 1. One call is one transaction: it is acknowledged after the commit, or nothing of it is there.
 * 2. Who acts and what the clock says come in from outside; nothing here reads a global.
 * 3. "changed" is emitted after a commit and only then. */
#include "service/book.h"

#include "base/currency.h"
#include "base/error.h"
#include "base/i18n.h"
#include "ledger/balance.h"
#include "ledger/chart.h"
#include "ledger/commodity.h"
#include "service/kinds.h"
#include "store/backup.h"
#include "store/statement.h"
#include "store/transaction.h"
#include "surplus/fund-rule-set.h"

#include <glib/gstdio.h>
#include <unistd.h>

struct _TqBook {
  GObject parent_instance;
  TqStore *store;
  TqCooperative *cooperative;
  char *actor;
  TqClock clock;
};

G_DEFINE_FINAL_TYPE (TqBook, tq_book, G_TYPE_OBJECT)

enum {
  SIGNAL_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static void
tq_book_finalize (GObject *object)
{
  TqBook *book = TQ_BOOK (object);
  g_clear_object (&book->store);
  g_clear_pointer (&book->cooperative, tq_cooperative_free);
  g_free (book->actor);
  G_OBJECT_CLASS (tq_book_parent_class)->finalize (object);
}

static void
tq_book_class_init (TqBookClass *class)
{
  G_OBJECT_CLASS (class)->finalize = tq_book_finalize;
  /* After a transaction that changed the book. */
  signals[SIGNAL_CHANGED] =
    g_signal_new ("changed", TQ_TYPE_BOOK, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
tq_book_init (TqBook *book)
{
}

static TqBook *
book_new (TqStore *store, const char *actor, TqClock clock)
{
  TqBook *book = g_object_new (TQ_TYPE_BOOK, NULL);
  book->store = store;
  book->actor = g_strdup (actor);
  book->clock = clock;
  return book;
}

static gboolean
begin_cooperative (TqStore *store,
                   const TqAct *act,
                   gpointer data,
                   gint64 *out_event,
                   GError **error)
{
  const TqBookDraft *draft = data;
  gint64 currency = 0;
  TqAct further;
  if (!tq_commodity_append (store,
                            act,
                            draft->currency,
                            tq_currency_get_digits (draft->currency),
                            &currency,
                            error))
    return FALSE;
  g_autofree char *name = g_strdup (draft->name);
  g_autofree char *unit = g_strdup (draft->unit);
  g_autofree char *language = g_strdup (draft->language);
  const TqCooperative cooperative = {
    name, currency, unit, draft->year_start_month, draft->year_start_day, language, draft->practice
  };
  tq_act_init (&further, act->actor, act->instant, act->day);
  return tq_cooperative_append (store, &further, &cooperative, error) &&
         (draft->chart_path == NULL ||
          tq_chart_append_file (store, act, draft->chart_path, draft->language, error)) &&
         (draft->rules_path == NULL || tq_fund_rule_set_append (store,
                                                                act,
                                                                draft->rules_path,
                                                                draft->language,
                                                                draft->left_out,
                                                                error));
}

static gboolean
check_new_place (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);
  if (g_file_test (path, G_FILE_TEST_EXISTS))
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_CONFLICT,
                 _ ("There is a file “%s” already. Choose another name."),
                 path);
  else if (!g_file_test (folder, G_FILE_TEST_IS_DIR))
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_STORE,
                 _ ("Cannot make the book “%s”. Look at the folder and its permissions."),
                 path);
  else
    return TRUE;
  return FALSE;
}

/* Makes a new book with its co-operative and its accounts (transfer full). It has its name only
 * when it is whole, so that an interrupted one is in nobody's way. Raises TQ_ERROR_CONFLICT where
 * the file exists. */
TqBook *
tq_book_create (const char *path,
                const TqBookDraft *draft,
                const char *actor,
                TqClock clock,
                TqDay day,
                GError **error)
{
  g_return_val_if_fail (path != NULL && draft != NULL && actor != NULL && clock != NULL, NULL);
  if (!check_new_place (path, error))
    return NULL;
  g_autofree char *part = g_strdup_printf ("%s.part-%d", path, (int) getpid ());
  TqStore *store = tq_store_create (part, tq_kinds_get_all (), error);
  if (store == NULL)
    return NULL;
  g_autoptr (TqBook) book = book_new (store, actor, clock);
  TqBookDraft copy = *draft;
  const gboolean begun = tq_book_perform (book, day, begin_cooperative, &copy, NULL, error);
  g_clear_object (&book);
  if (begun && tq_backup_place (part, path, error))
    return tq_book_open (path, TQ_STORE_WRITE, actor, clock, error);
  g_unlink (part);
  return NULL;
}

/* Opens a book and holds it until the last reference is dropped (transfer full). */
TqBook *
tq_book_open (const char *path, TqStoreMode mode, const char *actor, TqClock clock, GError **error)
{
  g_return_val_if_fail (path != NULL && actor != NULL && clock != NULL, NULL);
  TqStore *store = tq_store_open (path, mode, tq_kinds_get_all (), error);
  if (store == NULL)
    return NULL;
  g_autoptr (TqBook) book = book_new (store, actor, clock);
  book->cooperative = tq_cooperative_load (store, error);
  return book->cooperative != NULL ? g_steal_pointer (&book) : NULL;
}

/* The same book on a further connection, to be read in a thread of its own (transfer full). */
TqBook *
tq_book_open_snapshot (TqBook *book, GError **error)
{
  g_return_val_if_fail (TQ_IS_BOOK (book) && tq_book_get_path (book) != NULL, NULL);
  TqStore *store = tq_store_open_snapshot (tq_book_get_path (book), tq_kinds_get_all (), error);
  if (store == NULL)
    return NULL;
  g_autoptr (TqBook) snapshot = book_new (store, book->actor, book->clock);
  snapshot->cooperative = tq_cooperative_load (store, error);
  return snapshot->cooperative != NULL ? g_steal_pointer (&snapshot) : NULL;
}

/* Performs *func* in one transaction and commits it. *out_event* (nullable) is what *func* gave. */
gboolean
tq_book_perform (TqBook *book,
                 TqDay day,
                 TqBookAct func,
                 gpointer data,
                 gint64 *out_event,
                 GError **error)
{
  TqAct act;
  gint64 event = 0;
  g_return_val_if_fail (TQ_IS_BOOK (book), FALSE);
  {
    g_autoptr (TqTransaction) transaction = tq_transaction_begin (book->store, error);
    if (transaction == NULL)
      return FALSE;
    tq_act_init (&act, book->actor, book->clock (), day);
    if (!func (book->store, &act, data, &event, error) ||
        !tq_transaction_commit (transaction, error))
      return FALSE;
  }
  if (out_event != NULL)
    *out_event = event;
  g_signal_emit (book, signals[SIGNAL_CHANGED], 0);
  return TRUE;
}

/* The store under the book, for the other modules of the service. */
TqStore *
tq_book_get_store (TqBook *book)
{
  return book->store;
}

const TqCooperative *
tq_book_get_cooperative (TqBook *book)
{
  return book->cooperative;
}

const char *
tq_book_get_path (TqBook *book)
{
  return tq_store_get_path (book->store);
}

/* The clock's label, as the front end gives it. */
gint64
tq_book_get_now (TqBook *book)
{
  return book->clock ();
}

/* Who acts from now on. */
void
tq_book_set_actor (TqBook *book, const char *actor)
{
  g_free (book->actor);
  book->actor = g_strdup (actor);
}

gint64
tq_book_get_last_event (TqBook *book)
{
  return tq_store_get_last_seq (book->store);
}

/* Verifies the book; see tq_verify_store (). */
gboolean
tq_book_verify (TqBook *book,
                TqVerifyProgress progress,
                gpointer user_data,
                TqVerification *out_found,
                GError **error)
{
  static const TqReplayHooks hooks = { tq_balance_begin_bulk, tq_balance_end_bulk };
  return tq_verify_store (book->store, &hooks, progress, user_data, out_found, error);
}

static gboolean
verify_copy (const char *path, const char *actor, TqClock clock, GError **error)
{
  g_auto (TqVerification) found = { 0 };
  g_autoptr (TqBook) copy = tq_book_open (path, TQ_STORE_READ, actor, clock, error);
  if (copy == NULL || !tq_book_verify (copy, NULL, NULL, &found, error))
    return FALSE;
  if (found.fault == NULL)
    return TRUE;
  g_set_error (error, TQ_ERROR, TQ_ERROR_CORRUPT, _ ("The copy is not sound: %s"), found.fault);
  return FALSE;
}

/* Writes a copy of the open book to *path*, verifies it, and only then gives it its name. */
gboolean
tq_book_back_up (TqBook *book, const char *path, GError **error)
{
  g_autofree char *temporary = g_strdup_printf ("%s.part-%d", path, (int) getpid ());
  if (g_file_test (path, G_FILE_TEST_EXISTS)) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_CONFLICT,
                 _ ("There is a file “%s” already. Choose another name."),
                 path);
    return FALSE;
  }
  if (!tq_backup_write (book->store, temporary, error))
    return FALSE;
  if (verify_copy (temporary, book->actor, book->clock, error) &&
      tq_backup_place (temporary, path, error))
    return TRUE;
  g_unlink (temporary);
  return FALSE;
}

/* The letters that a paper carries for an event: eight of them (transfer full). */
char *
tq_book_build_slip (TqBook *book, gint64 event, GError **error)
{
  TqDigest hash, slip;
  if (!tq_event_load_hash (book->store, event, &hash, error))
    return NULL;
  tq_event_slip_digest (&hash, &slip);
  return tq_digest_to_letters (&slip, TQ_SLIP_LETTERS);
}
