/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "ledger/commodity.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/money.h"
#include "base/text.h"
#include "store/read-all.h"
#include "store/statement.h"

static const char insert_sql[] =
  "INSERT INTO commodity (event, symbol, digits) VALUES (:event, :symbol, :digits)";
static const char find_sql[] = "SELECT event FROM commodity WHERE symbol = :symbol";
static const char load_sql[] = "SELECT event, symbol, digits FROM commodity WHERE event = :event";
static const char load_by_symbol_sql[] =
  "SELECT event, symbol, digits FROM commodity WHERE symbol = :symbol";
static const char load_all_sql[] = "SELECT event, symbol, digits FROM commodity ORDER BY event";

void
tq_commodity_free (TqCommodity *commodity)
{
  g_free (commodity->symbol);
  g_free (commodity);
}

/* Adds a currency or another thing that is counted. The symbol is kept as its source writes it and
 * may be empty, as in books of others that count without a name. */
gboolean
tq_commodity_append (TqStore *store,
                     const TqAct *act,
                     const char *symbol,
                     guint digits,
                     gint64 *out_event,
                     GError **error)
{
  g_auto (TqEncoder) fields = { NULL };
  g_autofree char *stored = tq_text_normalize_line (symbol, error);
  if (stored == NULL)
    return FALSE;
  tq_encoder_start (&fields);
  tq_encoder_put_text (&fields, stored);
  tq_encoder_put_int (&fields, digits);
  return tq_event_append (store, "commodity.add/1", act, &fields, out_event, error);
}

/* Apply function of "commodity.add/1". */
gboolean
tq_commodity_apply (TqStore *store, const TqEvent *event, TqDecoder *body, GError **error)
{
  gint64 holder = 0;
  g_autofree char *symbol = tq_decoder_dup_text (body);
  const gint64 digits = tq_decoder_get_int (body);
  if (digits < 0 || digits > TQ_MONEY_MAX_DIGITS) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_INVALID,
                 _ ("“%s” cannot have %" PRId64 " digits after the point; 0 to 9 are possible."),
                 symbol,
                 digits);
    return FALSE;
  }
  if (!tq_statement_find_int (store,
                              find_sql,
                              TQ_BINDINGS (TQ_TEXT (":symbol", symbol)),
                              &holder,
                              error))
    return FALSE;
  if (holder != 0) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_CONFLICT,
                 _ ("“%s” is counted in this book already."),
                 symbol);
    return FALSE;
  }
  return tq_statement_execute (store,
                               insert_sql,
                               TQ_BINDINGS (TQ_INT (":event", event->seq),
                                            TQ_TEXT (":symbol", symbol),
                                            TQ_INT (":digits", digits)),
                               error);
}

static gpointer
read_commodity (TqStatement *statement)
{
  TqCommodity *commodity = g_new0 (TqCommodity, 1);
  commodity->event = tq_statement_get_int (statement, 0);
  commodity->symbol = g_strdup (tq_statement_get_text (statement, 1));
  commodity->digits = (guint) tq_statement_get_int (statement, 2);
  return commodity;
}

static TqCommodity *
load_one (TqStore *store,
          const char *sql,
          const TqBinding *bindings,
          const char *what,
          GError **error)
{
  gboolean row = FALSE;
  g_autoptr (TqStatement) statement = tq_statement_query (store, sql, bindings, error);
  if (statement == NULL || !tq_statement_step (statement, &row, error))
    return NULL;
  if (!row) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_NOT_FOUND,
                 _ ("“%s” is not counted in this book."),
                 what);
    return NULL;
  }
  return read_commodity (statement);
}

/* The commodity with this key (transfer full). Raises TQ_ERROR_NOT_FOUND. */
TqCommodity *
tq_commodity_load (TqStore *store, gint64 event, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%" PRId64, event);
  return load_one (store, load_sql, TQ_BINDINGS (TQ_INT (":event", event)), number, error);
}

/* The commodity with this symbol (transfer full). Raises TQ_ERROR_NOT_FOUND. */
TqCommodity *
tq_commodity_load_by_symbol (TqStore *store, const char *symbol, GError **error)
{
  return load_one (store,
                   load_by_symbol_sql,
                   TQ_BINDINGS (TQ_TEXT (":symbol", symbol)),
                   symbol,
                   error);
}

static void
free_commodity (gpointer commodity)
{
  tq_commodity_free (commodity);
}

/* Every commodity of the book (transfer full). */
GPtrArray *
tq_commodity_load_all (TqStore *store, GError **error)
{
  return tq_statement_read_all (
    tq_statement_query (store, load_all_sql, TQ_BINDINGS (TQ_END), error),
    read_commodity,
    free_commodity,
    error);
}
