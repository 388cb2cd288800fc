/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "base/error.h"
#include "base/i18n.h"
#include "base/money.h"
#include "base/text.h"
#include "ledger/account.h"
#include "ledger/balance.h"
#include "ledger/commodity.h"
#include "ledger/entry-search.h"
#include "ledger/entry.h"
#include "ledger/period.h"
#include "store/statement.h"

#include <string.h>

static const char insert_entry_sql[] =
  "INSERT INTO entry (event, day, text, reference, source, source_detail, reverses) "
  "VALUES (:event, :day, :text, :reference, :source, :detail, :reverses)";
static const char insert_posting_sql[] =
  "INSERT INTO posting (event, line, day, account, party, commodity, amount, value_commodity, value) "
  "VALUES (:event, :line, :day, :account, :party, :commodity, :amount, :value_commodity, :value)";
static const char load_entry_sql[] =
  "SELECT day, text, reference, source, source_detail, reverses FROM entry WHERE event = :event";
static const char load_postings_sql[] =
  "SELECT account, party, commodity, amount, value_commodity, value FROM posting WHERE event = :event ORDER BY line";

static const char *const source_names[] = { "typed",    "form",    "import",
                                            "decision", "closing", "reversal" };

static gboolean
insert_postings (TqStore *store, gint64 event, const TqEntry *entry, GError **error)
{
  g_autoptr (TqStatement) statement = tq_statement_new (store, insert_posting_sql, error);
  if (statement == NULL)
    return FALSE;
  for (guint i = 0; i < entry->postings->len; i++) {
    const TqPosting *p = &g_array_index (entry->postings, TqPosting, i);
    tq_statement_bind_int (statement, ":event", event);
    tq_statement_bind_int (statement, ":line", i + 1);
    tq_statement_bind_int (statement, ":day", entry->day);
    tq_statement_bind_int (statement, ":account", p->account);
    tq_statement_bind_int (statement, ":party", p->party);
    tq_statement_bind_int (statement, ":commodity", p->commodity);
    tq_statement_bind_int (statement, ":amount", p->amount);
    tq_statement_bind_int (statement, ":value_commodity", p->value_commodity);
    tq_statement_bind_int (statement, ":value", p->value);
    if (!tq_statement_run (statement, error)) {
      g_prefix_error (error, _ ("Line %u of the entry: "), i + 1);
      return FALSE;
    }
    if (!tq_balance_add (store, event, entry->day, p, error))
      return FALSE;
  }
  return TRUE;
}

/* Writes the derived rows of an entry that event *event* carries, alone or inside another act. This
 * is the one way into the ledger: it checks that the entry balances and that its day is open. */
gboolean
tq_entry_insert (TqStore *store, gint64 event, const TqEntry *entry, GError **error)
{
  if (!tq_entry_check (entry, error) || !tq_period_check_open (store, entry->day, error))
    return FALSE;
  return tq_statement_execute (store,
                               insert_entry_sql,
                               TQ_BINDINGS (TQ_INT (":event", event),
                                            TQ_INT (":day", entry->day),
                                            TQ_TEXT (":text", entry->text),
                                            TQ_TEXT (":reference", entry->reference),
                                            TQ_TEXT (":source", source_names[entry->source]),
                                            TQ_TEXT (":detail", entry->source_detail),
                                            TQ_INT_OR_NULL (":reverses", entry->reverses)),
                               error) &&
         insert_postings (store, event, entry, error);
}

/* tq_entry_check () in the words of the mistake: the difference as money, and what the last line
 * would have to be. */
static gboolean
check_in_words (TqStore *store, const TqEntry *entry, GError **error)
{
  gint64 key = 0, difference = 0;
  g_autoptr (GError) fault = NULL;
  if (tq_entry_check (entry, &fault))
    return TRUE;
  if (!g_error_matches (fault, TQ_ERROR, TQ_ERROR_UNBALANCED) ||
      !tq_entry_find_difference (entry, &key, &difference)) {
    g_propagate_error (error, g_steal_pointer (&fault));
    return FALSE;
  }
  g_autoptr (TqCommodity) commodity = tq_commodity_load (store, key, error);
  if (commodity == NULL)
    return FALSE;
  const TqPosting *last = &g_array_index (entry->postings, TqPosting, entry->postings->len - 1);
  gint64 meant = 0;
  g_autofree char *size = tq_money_to_string (ABS (difference), commodity->digits);
  if (last->value_commodity != key || !tq_money_sub (last->value, difference, &meant, NULL)) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_UNBALANCED,
                 _ ("The two sides differ by %s %s."),
                 size,
                 commodity->symbol);
    return FALSE;
  }
  g_autofree char *suggestion = tq_money_to_string (meant, commodity->digits);
  g_set_error (error,
               TQ_ERROR,
               TQ_ERROR_UNBALANCED,
               _ ("The two sides differ by %s %s. Did you mean %s in the last line?"),
               size,
               commodity->symbol,
               suggestion);
  return FALSE;
}

/* Posts an entry; *out_event* (nullable) is its number. What is wrong with it is told before
 * anything is written. */
gboolean
tq_entry_append (TqStore *store,
                 const TqAct *act,
                 TqEntry *entry,
                 gint64 *out_event,
                 GError **error)
{
  g_auto (TqEncoder) fields = { NULL };
  if (!tq_entry_normalize (entry, error) || !check_in_words (store, entry, error) ||
      !tq_period_check_open (store, entry->day, error))
    return FALSE;
  tq_encoder_start (&fields);
  tq_entry_encode (entry, &fields);
  return tq_event_append (store, "entry.post/1", act, &fields, out_event, error);
}

/* Apply function of "entry.post/1". */
gboolean
tq_entry_apply (TqStore *store, const TqEvent *event, TqDecoder *body, GError **error)
{
  g_auto (TqEntry) entry = { 0 };
  tq_entry_decode (&entry, body);
  if (body->failed)
    return TRUE; /* tq_decoder_finish () tells */
  return tq_entry_insert (store, event->seq, &entry, error);
}

static gboolean
check_not_reversed (TqStore *store, gint64 event, GError **error)
{
  gint64 reversal = 0;
  if (!tq_entry_search_find_reversal (store, event, &reversal, error))
    return FALSE;
  if (reversal == 0)
    return TRUE;
  g_set_error (error,
               TQ_ERROR,
               TQ_ERROR_CONFLICT,
               _ ("Entry %" PRId64 " was reversed already, by entry %" PRId64 "."),
               event,
               reversal);
  return FALSE;
}

/* Undoes an entry by its opposite, dated on the act's day and linked to it; the entry itself stays.
 * Raises TQ_ERROR_CONFLICT where it was undone before, TQ_ERROR_CLOSED where the day is closed. */
gboolean
tq_entry_append_reversal (TqStore *store,
                          const TqAct *act,
                          gint64 event,
                          const char *why,
                          gint64 *out_event,
                          GError **error)
{
  g_auto (TqEntry) old = { 0 };
  g_auto (TqEntry) reversal = { 0 };
  if (!tq_entry_load (store, event, &old, error) || !check_not_reversed (store, event, error))
    return FALSE;
  tq_entry_init (&reversal, act->day, why);
  reversal.source = TQ_ENTRY_REVERSAL;
  reversal.reverses = event;
  for (guint i = 0; i < old.postings->len; i++) {
    TqPosting p = g_array_index (old.postings, TqPosting, i);
    p.amount = -p.amount;
    p.value = -p.value;
    tq_entry_add_priced (&reversal, &p);
  }
  return tq_entry_append (store, act, &reversal, out_event, error);
}

static gboolean
load_postings (TqStore *store, gint64 event, TqEntry *entry, GError **error)
{
  gboolean row = TRUE;
  g_autoptr (TqStatement) statement =
    tq_statement_query (store, load_postings_sql, TQ_BINDINGS (TQ_INT (":event", event)), error);
  while (statement != NULL && row) {
    if (!tq_statement_step (statement, &row, error))
      return FALSE;
    if (!row)
      break;
    const TqPosting p = {
      tq_statement_get_int (statement, 0), tq_statement_get_int (statement, 1),
      tq_statement_get_int (statement, 2), tq_statement_get_int (statement, 3),
      tq_statement_get_int (statement, 4), tq_statement_get_int (statement, 5),
    };
    tq_entry_add_priced (entry, &p);
  }
  return statement != NULL;
}

/* Loads entry *event* into *out_entry*, which the caller clears. Raises TQ_ERROR_NOT_FOUND, or
 * TQ_ERROR_CORRUPT where what stands in the tables does not balance. */
gboolean
tq_entry_load (TqStore *store, gint64 event, TqEntry *out_entry, GError **error)
{
  gboolean row = FALSE;
  g_auto (TqEntry) entry = { 0 };
  g_autoptr (GError) fault = NULL;
  g_autoptr (TqStatement) statement =
    tq_statement_query (store, load_entry_sql, TQ_BINDINGS (TQ_INT (":event", event)), error);
  if (statement == NULL || !tq_statement_step (statement, &row, error))
    return FALSE;
  if (!row) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_NOT_FOUND,
                 _ ("There is no entry %" PRId64 " in this book."),
                 event);
    return FALSE;
  }
  tq_entry_init (&entry,
                 (TqDay) tq_statement_get_int (statement, 0),
                 tq_statement_get_text (statement, 1));
  entry.event = event;
  g_free (entry.reference);
  entry.reference = g_strdup (tq_statement_get_text (statement, 2));
  for (guint i = 0; i < G_N_ELEMENTS (source_names); i++)
    if (strcmp (tq_statement_get_text (statement, 3), source_names[i]) == 0)
      entry.source = (TqEntrySource) i;
  g_free (entry.source_detail);
  entry.source_detail = g_strdup (tq_statement_get_text (statement, 4));
  entry.reverses = tq_statement_get_int (statement, 5);
  if (!load_postings (store, event, &entry, error))
    return FALSE;
  if (!tq_entry_check (&entry, &fault)) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_CORRUPT,
                 _ ("Entry %" PRId64 " is damaged: %s"),
                 event,
                 fault->message);
    return FALSE;
  }
  *out_entry = entry;
  entry = (TqEntry){ 0 };
  return TRUE;
}
