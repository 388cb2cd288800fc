/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Periods close and stay closed; a closed period is sealed.
 *
 * 1. A period begins the day after the last one; nothing with a day in a closed period is ever
 *    written again: not by a form, not by an import, not by a reversal. The core says so with a
 *    sentence and the schema's trigger refuses it in any case.
 * 2. A seal carries the number of entries up to its day, the sum of debits and of credits per
 *    commodity and the digest of the trial balance. Replaying it computes them again.
 * 3. The seal's digest is SHA-256 ("tequio/v1/seal" NUL, hash of its event): since that hash holds
 *    the whole chain before it, 64 hex digits on paper protect everything up to the seal.
 * 4. Trial balance digest: SHA-256 ("tequio/v1/trial-balance" NUL, for every account and commodity
 *    whose balance is not zero, in that order: account, commodity, debit minus credit, 8 bytes
 *    each). */
#include "ledger/period.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/money.h"
#include "ledger/balance.h"
#include "ledger/commodity.h"
#include "store/statement.h"

#include <string.h>

static const char closed_through_sql[] = "SELECT max (through) FROM period";
static const char count_periods_sql[] = "SELECT count (*) FROM period";
static const char count_seals_sql[] = "SELECT count (*) FROM seal";
static const char first_day_sql[] = "SELECT min (day) FROM entry";
static const char count_entries_sql[] = "SELECT count (*) FROM entry WHERE day <= :through";
static const char insert_period_sql[] =
  "INSERT INTO period (event, starts, through) VALUES (:event, :starts, :through)";
static const char insert_seal_sql[] =
  "INSERT INTO seal (event, number, through, entries, trial_balance, digest) "
  "VALUES (:event, :number, :through, :entries, :trial_balance, :digest)";
static const char load_seals_sql[] =
  "SELECT event, number, through, entries, digest FROM seal ORDER BY number";

/* What a seal says of the book, computed from the tables. */
typedef struct {
  gint64 number;
  gint64 entries;
  TqDay starts;
  GArray *totals; /* of TqBalance, account 0 */
  TqDigest trial_balance;
} Contents;

static void
contents_clear (Contents *contents)
{
  g_clear_pointer (&contents->totals, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Contents, contents_clear)

/* Last closed day, or TQ_DAY_NONE. */
gboolean
tq_period_load_closed_through (TqStore *store, TqDay *out_through, GError **error)
{
  gint64 through = 0, periods = 0;
  if (!tq_statement_find_int (store, count_periods_sql, TQ_BINDINGS (TQ_END), &periods, error) ||
      !tq_statement_find_int (store, closed_through_sql, TQ_BINDINGS (TQ_END), &through, error))
    return FALSE;
  *out_through = periods > 0 ? (TqDay) through : TQ_DAY_NONE;
  return TRUE;
}

/* Raises TQ_ERROR_CLOSED where *day* lies in a closed period. */
gboolean
tq_period_check_open (TqStore *store, TqDay day, GError **error)
{
  TqDay through;
  if (!tq_period_load_closed_through (store, &through, error))
    return FALSE;
  if (day > through)
    return TRUE;
  g_autofree char *day_text = tq_day_to_string (day);
  g_autofree char *through_text = tq_day_to_string (through);
  g_set_error (
    error,
    TQ_ERROR,
    TQ_ERROR_CLOSED,
    _ (
      "%s lies in a period that is closed and sealed (through %s). Write a correcting entry dated after it; "
      "it can name the entry that it corrects."),
    day_text,
    through_text);
  return FALSE;
}

static gboolean
add_total (GArray *totals, const TqBalance *b, GError **error)
{
  for (guint i = 0; i < totals->len; i++) {
    TqBalance *t = &g_array_index (totals, TqBalance, i);
    if (t->commodity == b->commodity)
      return tq_money_add (t->debit, b->debit, &t->debit, error) &&
             tq_money_add (t->credit, b->credit, &t->credit, error);
  }
  const TqBalance first = { 0, b->commodity, 0, b->debit, b->credit };
  g_array_append_val (totals, first);
  return TRUE;
}

static int
compare_commodities (gconstpointer a, gconstpointer b)
{
  const TqBalance *x = a, *y = b;
  return (x->commodity > y->commodity) - (x->commodity < y->commodity);
}

static gboolean
compute_contents (TqStore *store, TqDay through, Contents *contents, GError **error)
{
  TqHasher hasher;
  TqDay closed;
  gint64 first = through;
  if (!tq_balance_flush (store, error) || !tq_period_load_closed_through (store, &closed, error) ||
      !tq_statement_find_int (store,
                              count_entries_sql,
                              TQ_BINDINGS (TQ_INT (":through", through)),
                              &contents->entries,
                              error) ||
      !tq_statement_find_int (store,
                              count_seals_sql,
                              TQ_BINDINGS (TQ_END),
                              &contents->number,
                              error) ||
      (contents->entries > 0 &&
       !tq_statement_find_int (store, first_day_sql, TQ_BINDINGS (TQ_END), &first, error)))
    return FALSE;
  contents->number++;
  contents->starts = closed != TQ_DAY_NONE ? closed + 1 : (TqDay) first;
  g_autoptr (GArray) balances = tq_balance_load_range (store, TQ_DAY_MIN, through, error);
  if (balances == NULL)
    return FALSE;
  contents->totals = g_array_new (FALSE, FALSE, sizeof (TqBalance));
  tq_hasher_start (&hasher, "tequio/v1/trial-balance");
  gboolean fits = TRUE;
  for (guint i = 0; fits && i < balances->len; i++) {
    const TqBalance *b = &g_array_index (balances, TqBalance, i);
    fits = add_total (contents->totals, b, error);
    if (b->debit == b->credit)
      continue;
    tq_hasher_feed_int64 (&hasher, b->account);
    tq_hasher_feed_int64 (&hasher, b->commodity);
    tq_hasher_feed_int64 (&hasher, b->debit - b->credit);
  }
  tq_hasher_finish (&hasher, &contents->trial_balance);
  g_array_sort (contents->totals, compare_commodities);
  return fits;
}

static gboolean
check_through (TqStore *store, TqDay through, GError **error)
{
  TqDay closed;
  if (!tq_period_load_closed_through (store, &closed, error))
    return FALSE;
  if (through > closed)
    return TRUE;
  g_autofree char *closed_text = tq_day_to_string (closed);
  g_set_error (error,
               TQ_ERROR,
               TQ_ERROR_CLOSED,
               _ ("Everything through %s is closed and sealed already. Give a later day."),
               closed_text);
  return FALSE;
}

static void
encode_contents (TqEncoder *fields, TqDay through, const Contents *contents)
{
  tq_encoder_put_int (fields, contents->starts);
  tq_encoder_put_int (fields, through);
  tq_encoder_put_int (fields, contents->number);
  tq_encoder_put_int (fields, contents->entries);
  tq_encoder_put_int (fields, contents->totals->len);
  for (guint i = 0; i < contents->totals->len; i++) {
    const TqBalance *t = &g_array_index (contents->totals, TqBalance, i);
    tq_encoder_put_int (fields, t->commodity);
    tq_encoder_put_int (fields, t->debit);
    tq_encoder_put_int (fields, t->credit);
  }
  tq_encoder_put_bytes (fields, contents->trial_balance.bytes, TQ_DIGEST_SIZE);
}

/* Closes everything through *through* and seals it; *out_seal* (nullable) is the seal. Raises
 * TQ_ERROR_CLOSED where the day is closed already. */
gboolean
tq_period_append_seal (TqStore *store,
                       const TqAct *act,
                       TqDay through,
                       TqSeal *out_seal,
                       GError **error)
{
  g_auto (TqEncoder) fields = { NULL };
  g_auto (Contents) contents = { 0 };
  if (!check_through (store, through, error) ||
      !compute_contents (store, through, &contents, error))
    return FALSE;
  tq_encoder_start (&fields);
  encode_contents (&fields, through, &contents);
  if (!tq_event_append (store, "period.seal/1", act, &fields, NULL, error))
    return FALSE;
  return out_seal == NULL || tq_period_load_last_seal (store, out_seal, error);
}

static gboolean
decode_equals (TqDecoder *body, const Contents *contents)
{
  gsize length = 0;
  gboolean same =
    tq_decoder_get_int (body) == contents->number && tq_decoder_get_int (body) == contents->entries;
  const gint64 count = tq_decoder_get_count (body, 27);
  same = same && count == contents->totals->len;
  for (gint64 i = 0; i < count; i++) {
    const gint64 commodity = tq_decoder_get_int (body);
    const gint64 debit = tq_decoder_get_int (body);
    const gint64 credit = tq_decoder_get_int (body);
    if (!same)
      continue;
    const TqBalance *t = &g_array_index (contents->totals, TqBalance, i);
    same = t->commodity == commodity && t->debit == debit && t->credit == credit;
  }
  const guint8 *digest = tq_decoder_get_bytes (body, &length);
  return same && digest != NULL && length == TQ_DIGEST_SIZE &&
         memcmp (digest, contents->trial_balance.bytes, TQ_DIGEST_SIZE) == 0;
}

/* Apply function of "period.seal/1": computes again what the seal says. Raises TQ_ERROR_CORRUPT
 * where the book says something else. */
gboolean
tq_period_apply_seal (TqStore *store, const TqEvent *event, TqDecoder *body, GError **error)
{
  TqDigest digest;
  TqHasher hasher;
  g_auto (Contents) contents = { 0 };
  const TqDay starts = tq_decoder_get_day (body);
  const TqDay through = tq_decoder_get_day (body);
  if (body->failed)
    return TRUE;
  if (!check_through (store, through, error) ||
      !compute_contents (store, through, &contents, error))
    return FALSE;
  if (starts != contents.starts || !decode_equals (body, &contents)) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_CORRUPT,
                 _ ("The seal in event %" PRId64 " does not fit the entries before it."),
                 event->seq);
    return FALSE;
  }
  tq_hasher_start (&hasher, "tequio/v1/seal");
  tq_hasher_feed (&hasher, event->hash.bytes, TQ_DIGEST_SIZE);
  tq_hasher_finish (&hasher, &digest);
  return tq_statement_execute (store,
                               insert_period_sql,
                               TQ_BINDINGS (TQ_INT (":event", event->seq),
                                            TQ_INT (":starts", starts),
                                            TQ_INT (":through", through)),
                               error) &&
         tq_statement_execute (
           store,
           insert_seal_sql,
           TQ_BINDINGS (TQ_INT (":event", event->seq),
                        TQ_INT (":number", contents.number),
                        TQ_INT (":through", through),
                        TQ_INT (":entries", contents.entries),
                        TQ_BYTES (":trial_balance", contents.trial_balance.bytes, TQ_DIGEST_SIZE),
                        TQ_BYTES (":digest", digest.bytes, TQ_DIGEST_SIZE)),
           error);
}

/* Every seal of the book, oldest first (transfer full, of TqSeal). */
GArray *
tq_period_load_seals (TqStore *store, GError **error)
{
  gboolean row = TRUE;
  g_autoptr (GArray) seals = g_array_new (FALSE, TRUE, sizeof (TqSeal));
  g_autoptr (TqStatement) statement =
    tq_statement_query (store, load_seals_sql, TQ_BINDINGS (TQ_END), error);
  while (statement != NULL && row) {
    gsize length = 0;
    if (!tq_statement_step (statement, &row, error))
      return NULL;
    if (!row)
      break;
    TqSeal seal = { .event = tq_statement_get_int (statement, 0),
                    .number = tq_statement_get_int (statement, 1),
                    .through = (TqDay) tq_statement_get_int (statement, 2),
                    .entries = tq_statement_get_int (statement, 3) };
    const guint8 *digest = tq_statement_get_bytes (statement, 4, &length);
    if (digest != NULL && length == TQ_DIGEST_SIZE)
      memcpy (seal.digest.bytes, digest, TQ_DIGEST_SIZE);
    g_array_append_val (seals, seal);
  }
  return statement != NULL ? g_steal_pointer (&seals) : NULL;
}

/* The newest seal. Raises TQ_ERROR_NOT_FOUND where nothing was sealed yet. */
gboolean
tq_period_load_last_seal (TqStore *store, TqSeal *out_seal, GError **error)
{
  g_autoptr (GArray) seals = tq_period_load_seals (store, error);
  if (seals == NULL)
    return FALSE;
  if (seals->len == 0) {
    g_set_error_literal (error,
                         TQ_ERROR,
                         TQ_ERROR_NOT_FOUND,
                         _ ("Nothing in this book is sealed yet."));
    return FALSE;
  }
  *out_seal = g_array_index (seals, TqSeal, seals->len - 1);
  return TRUE;
}
