/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The chain: everything that ever happened to the co-operative, in order, each link holding the
 * digest of the one before, so that nothing can be changed, left out or slipped in unnoticed.
 *
 * 1. seq counts from 1 without a gap; the first prev is 32 zero bytes.
 * 2. hash = SHA-256 ("tequio/v1/event" NUL, 'I' seq, 'S' length kind, length body, body, prev);
 *    lengths and numbers most significant byte first, 8 bytes for seq and the body's length, 4 for
 *    the kind's.
 * 3. A body begins with the act: its id ('B', 16 bytes), the acting person ('S'), the clock's label
 *    ('I') and the day ('I'); the fields of the kind follow (base/encoder.c).
 * 4. The act's id is unique in a book: repeating an act that may have succeeded gives back the
 *    event that it made and writes nothing.
 * 5. The derived rows of an event are written by the apply function of its kind, in the same
 *    transaction, from the bytes of the body: the same code that verify runs. */
#include "store/event.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "store/statement.h"
#include "store/store-private.h"

#include <string.h>

static const char insert_event_sql[] =
  "INSERT INTO event (seq, kind, body, prev, hash) VALUES (:seq, :kind, :body, :prev, :hash)";
static const char insert_act_sql[] =
  "INSERT INTO act (event, id, actor, instant, day) VALUES (:event, :id, :actor, :instant, :day)";
static const char find_act_sql[] = "SELECT event FROM act WHERE id = :id";
static const char load_last_sql[] = "SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1";
static const char load_hash_sql[] = "SELECT hash FROM event WHERE seq = :seq";

/* Fills *act* with a new random id; *actor* is borrowed. */
void
tq_act_init (TqAct *act, const char *actor, gint64 instant, TqDay day)
{
  for (guint i = 0; i < TQ_ACT_ID_SIZE; i += 4) {
    const guint32 word = g_random_int ();
    memcpy (act->id + i, &word, sizeof word);
  }
  act->actor = actor;
  act->instant = instant;
  act->day = day;
}

/* The digest of one link (invariant 2). */
void
tq_event_hash (gint64 seq,
               const char *kind,
               const guint8 *body,
               gsize length,
               const TqDigest *prev,
               TqDigest *out_hash)
{
  TqHasher hasher;
  const gsize kind_length = strlen (kind);
  const guint32 kind_length_big = GUINT32_TO_BE ((guint32) kind_length);
  tq_hasher_start (&hasher, "tequio/v1/event");
  tq_hasher_feed (&hasher, "I", 1);
  tq_hasher_feed_int64 (&hasher, seq);
  tq_hasher_feed (&hasher, "S", 1);
  tq_hasher_feed (&hasher, &kind_length_big, sizeof kind_length_big);
  tq_hasher_feed (&hasher, kind, kind_length);
  tq_hasher_feed_int64 (&hasher, (gint64) length);
  tq_hasher_feed (&hasher, body, length);
  tq_hasher_feed (&hasher, prev->bytes, TQ_DIGEST_SIZE);
  tq_hasher_finish (&hasher, out_hash);
}

/* The digest whose letters stand on slips, receipts and pages: "event 1234 · 8 letters". */
void
tq_event_slip_digest (const TqDigest *hash, TqDigest *out_slip)
{
  TqHasher hasher;
  tq_hasher_start (&hasher, "tequio/v1/code");
  tq_hasher_feed (&hasher, hash->bytes, TQ_DIGEST_SIZE);
  tq_hasher_finish (&hasher, out_slip);
}

/* Reads the end of the chain into the store's memory, where it is not there already. */
gboolean
tq_store_load_last (TqStore *store, GError **error)
{
  gboolean row = FALSE;
  if (store->last_known)
    return TRUE;
  g_autoptr (TqStatement) statement = tq_statement_new (store, load_last_sql, error);
  if (statement == NULL || !tq_statement_step (statement, &row, error))
    return FALSE;
  memset (&store->last_hash, 0, sizeof store->last_hash);
  store->last_seq = 0;
  if (row) {
    gsize length = 0;
    const guint8 *hash = tq_statement_get_bytes (statement, 1, &length);
    store->last_seq = tq_statement_get_int (statement, 0);
    if (length == TQ_DIGEST_SIZE)
      memcpy (store->last_hash.bytes, hash, TQ_DIGEST_SIZE);
  }
  store->last_known = TRUE;
  return TRUE;
}

static void
put_act (TqEncoder *encoder, const TqAct *act)
{
  tq_encoder_put_bytes (encoder, act->id, TQ_ACT_ID_SIZE);
  tq_encoder_put_text (encoder, act->actor);
  tq_encoder_put_int (encoder, act->instant);
  tq_encoder_put_int (encoder, act->day);
}

static gboolean
insert_event (TqStore *store,
              gint64 seq,
              const char *kind,
              const guint8 *body,
              gsize length,
              const TqDigest *hash,
              GError **error)
{
  g_autoptr (TqStatement) statement = tq_statement_new (store, insert_event_sql, error);
  if (statement == NULL)
    return FALSE;
  tq_statement_bind_int (statement, ":seq", seq);
  tq_statement_bind_text (statement, ":kind", kind);
  tq_statement_bind_bytes (statement, ":body", body, length);
  tq_statement_bind_bytes (statement, ":prev", store->last_hash.bytes, TQ_DIGEST_SIZE);
  tq_statement_bind_bytes (statement, ":hash", hash->bytes, TQ_DIGEST_SIZE);
  return tq_statement_run (statement, error);
}

static gboolean
insert_act (TqStore *store, gint64 seq, const TqAct *act, GError **error)
{
  g_autoptr (TqStatement) statement = tq_statement_new (store, insert_act_sql, error);
  if (statement == NULL)
    return FALSE;
  tq_statement_bind_int (statement, ":event", seq);
  tq_statement_bind_bytes (statement, ":id", act->id, TQ_ACT_ID_SIZE);
  tq_statement_bind_text (statement, ":actor", act->actor);
  tq_statement_bind_int (statement, ":instant", act->instant);
  tq_statement_bind_int (statement, ":day", act->day);
  return tq_statement_run (statement, error);
}

static gboolean
apply (TqStore *store,
       gint64 seq,
       const char *kind,
       const guint8 *body,
       gsize length,
       GError **error)
{
  const TqEventKind *found = g_hash_table_lookup (store->kinds_by_name, kind);
  TqEvent event = { .seq = seq, .kind = kind, .hash = store->last_hash };
  TqDecoder decoder;
  gsize id_length = 0;
  if (found == NULL) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_CORRUPT,
                 _ ("Event %" PRId64 " is of the kind “%s”, which this program does not know."),
                 seq,
                 kind);
    return FALSE;
  }
  tq_decoder_start (&decoder, body, length);
  const guint8 *id = tq_decoder_get_bytes (&decoder, &id_length);
  g_autofree char *actor = tq_decoder_dup_text (&decoder);
  event.act.instant = tq_decoder_get_int (&decoder);
  event.act.day = tq_decoder_get_day (&decoder);
  event.act.actor = actor;
  if (id == NULL || id_length != TQ_ACT_ID_SIZE || decoder.failed) {
    tq_decoder_fail (&decoder);
    return tq_decoder_finish (&decoder, error);
  }
  memcpy (event.act.id, id, TQ_ACT_ID_SIZE);
  return insert_act (store, seq, &event.act, error) &&
         found->apply (store, &event, &decoder, error) && tq_decoder_finish (&decoder, error);
}

/* Adds one link with the bytes given and writes its derived rows, inside the open transaction; used
 * by tq_event_append () and by verify, which replays a book in memory. Raises what the kind's apply
 * function raises. */
gboolean
tq_event_replay (TqStore *store,
                 const char *kind,
                 const guint8 *body,
                 gsize length,
                 const TqDigest *prev,
                 TqDigest *out_hash,
                 GError **error)
{
  TqDigest hash;
  g_return_val_if_fail (TQ_IS_STORE (store), FALSE);
  if (!tq_store_load_last (store, error))
    return FALSE;
  const gint64 seq = store->last_seq + 1;
  tq_event_hash (seq, kind, body, length, prev, &hash);
  if (!insert_event (store, seq, kind, body, length, &hash, error))
    return FALSE;
  store->last_seq = seq;
  store->last_hash = hash;
  if (out_hash != NULL)
    *out_hash = hash;
  return apply (store, seq, kind, body, length, error);
}

/* Appends an act of *kind* with its *fields* to the chain and applies it; *out_seq* (nullable) is
 * its event number. There must be an open transaction; on a failure it must be rolled back. An act
 * whose id is in the book already gives back its event and writes nothing. Raises
 * TQ_ERROR_OVERFLOW where the act is larger than one event can be. */
gboolean
tq_event_append (TqStore *store,
                 const char *kind,
                 const TqAct *act,
                 const TqEncoder *fields,
                 gint64 *out_seq,
                 GError **error)
{
  g_auto (TqEncoder) body = { NULL };
  gint64 seq = 0;
  g_return_val_if_fail (TQ_IS_STORE (store) && store->transaction != NULL && act->actor != NULL,
                        FALSE);
  g_autofree char *actor = tq_text_normalize_line (act->actor, error);
  if (actor == NULL || !tq_event_find_act (store, act, &seq, error))
    return FALSE;
  if (seq == 0) {
    TqAct stored = *act;
    stored.actor = actor;
    tq_encoder_start (&body);
    put_act (&body, &stored);
    g_byte_array_append (body.bytes, fields->bytes->data, fields->bytes->len);
    if (body.bytes->len > TQ_STORE_BODY_MAX) {
      g_set_error (
        error,
        TQ_ERROR,
        TQ_ERROR_OVERFLOW,
        _ ("This act has %u bytes; a book keeps at most %u in one. Split it into several."),
        body.bytes->len,
        TQ_STORE_BODY_MAX);
      return FALSE;
    }
    const TqDigest prev = store->last_hash;
    if (!tq_event_replay (store, kind, body.bytes->data, body.bytes->len, &prev, NULL, error))
      return FALSE;
    seq = store->last_seq;
  }
  if (out_seq != NULL)
    *out_seq = seq;
  return TRUE;
}

/* The event that an act with this id made, or 0. */
gboolean
tq_event_find_act (TqStore *store, const TqAct *act, gint64 *out_seq, GError **error)
{
  gboolean row = FALSE;
  g_autoptr (TqStatement) statement = tq_statement_new (store, find_act_sql, error);
  if (statement == NULL)
    return FALSE;
  tq_statement_bind_bytes (statement, ":id", act->id, TQ_ACT_ID_SIZE);
  if (!tq_statement_step (statement, &row, error))
    return FALSE;
  *out_seq = row ? tq_statement_get_int (statement, 0) : 0;
  return TRUE;
}

/* The digest of event *seq*. Raises TQ_ERROR_NOT_FOUND. */
gboolean
tq_event_load_hash (TqStore *store, gint64 seq, TqDigest *out_hash, GError **error)
{
  gboolean row = FALSE;
  gsize length = 0;
  g_autoptr (TqStatement) statement = tq_statement_new (store, load_hash_sql, error);
  if (statement == NULL)
    return FALSE;
  tq_statement_bind_int (statement, ":seq", seq);
  if (!tq_statement_step (statement, &row, error))
    return FALSE;
  const guint8 *hash = row ? tq_statement_get_bytes (statement, 0, &length) : NULL;
  if (hash == NULL || length != TQ_DIGEST_SIZE) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_NOT_FOUND,
                 _ ("There is no event %" PRId64 " in this book."),
                 seq);
    return FALSE;
  }
  memcpy (out_hash->bytes, hash, TQ_DIGEST_SIZE);
  return TRUE;
}
