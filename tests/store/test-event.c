/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "base/error.h"
#include "store-fixture.h"
#include "store/statement.h"
#include "store/transaction.h"

static void
put_note (TqEncoder *fields, const char *key, const char *value)
{
  tq_encoder_start (fields);
  tq_encoder_put_text (fields, key);
  tq_encoder_put_text (fields, value);
}

/* One act with an id that is *id* sixteen times; commits. */
static gboolean
append (TqStore *store,
        guint8 id,
        const char *kind,
        const char *actor,
        const TqEncoder *fields,
        gint64 *out_seq,
        GError **error)
{
  TqAct act;
  tq_act_init (&act, actor, 1800000000, 20926);
  memset (act.id, id, sizeof act.id);
  g_autoptr (TqTransaction) transaction = tq_transaction_begin (store, error);
  return transaction != NULL && tq_event_append (store, kind, &act, fields, out_seq, error) &&
         tq_transaction_commit (transaction, error);
}

static gint64
count_events (TqStore *store)
{
  gint64 count = -1;
  g_assert_true (tq_statement_find_int (store,
                                        "SELECT count (*) FROM event",
                                        TQ_BINDINGS (TQ_END),
                                        &count,
                                        NULL));
  return count;
}

/* The chain of two acts, and the letters of a slip, as another program computes them from the
 * specification alone (Python's hashlib and struct). */
static void
test_chain (void)
{
  static const char *const expected[] = {
    "a4f7570452b408b1a25b47454916434b6591e81807b3942e3d08bca64fe0872a",
    "d8a30b8379546c1b9d155c1a396867f88b84bd9eadb604266bc04d3762286a91",
  };
  g_autoptr (TqStore) store = tq_store_new_memory (test_kinds, NULL);
  g_auto (TqEncoder) one = { NULL };
  g_auto (TqEncoder) two = { NULL };
  gint64 seq = 0;
  TqDigest hash, slip;
  put_note (&one, "a", "uno");
  put_note (&two, "b", "dos");
  g_assert_true (append (store, 1, NOTE, "Lucía", &one, &seq, NULL));
  g_assert_cmpint (seq, ==, 1);
  g_assert_true (append (store, 2, NOTE, "Lucía", &two, &seq, NULL));
  g_assert_cmpint (seq, ==, 2);
  for (gint64 i = 1; i <= 2; i++) {
    g_assert_true (tq_event_load_hash (store, i, &hash, NULL));
    g_autofree char *hex = tq_digest_to_hex (&hash);
    g_assert_cmpstr (hex, ==, expected[i - 1]);
  }
  tq_event_slip_digest (&hash, &slip);
  g_assert_true (tq_digest_matches_letters (&slip, "LADZDXLN", TQ_SLIP_LETTERS));
}

/* Repeating an act that may have succeeded gives back its event and writes nothing. */
static void
test_twice (void)
{
  g_autoptr (TqStore) store = tq_store_new_memory (test_kinds, NULL);
  g_auto (TqEncoder) one = { NULL };
  gint64 seq = 0;
  put_note (&one, "a", "uno");
  g_assert_true (append (store, 1, NOTE, "Lucía", &one, &seq, NULL));
  g_assert_true (append (store, 2, NOTE, "Lucía", &one, NULL, NULL));
  g_assert_true (append (store, 1, NOTE, "Lucía", &one, &seq, NULL));
  g_assert_cmpint (seq, ==, 1);
  g_assert_cmpint (count_events (store), ==, 2);
}

/* Two acts made at once are two: their ids are random. */
static void
test_ids (void)
{
  TqAct a, b;
  tq_act_init (&a, "Lucía", 1, 2);
  tq_act_init (&b, "Lucía", 1, 2);
  g_assert_cmpint (memcmp (a.id, b.id, sizeof a.id), !=, 0);
  g_assert_cmpstr (a.actor, ==, "Lucía");
  g_assert_cmpint (a.instant, ==, 1);
  g_assert_cmpint (a.day, ==, 2);
}

/* The acting person is kept in the form in which all names are kept, or refused. */
static void
test_actor (void)
{
  g_autoptr (TqStore) store = tq_store_new_memory (test_kinds, NULL);
  g_autoptr (GError) error = NULL;
  g_auto (TqEncoder) one = { NULL };
  gint64 count = 0;
  put_note (&one, "a", "uno");
  g_assert_false (append (store, 1, NOTE, "Lu\x07", &one, NULL, &error));
  g_assert_error (error, TQ_ERROR, TQ_ERROR_INVALID);
  g_assert_true (append (store,
                         1,
                         NOTE,
                         " Luci\xcc\x81"
                         "a ",
                         &one,
                         NULL,
                         NULL));
  g_assert_true (tq_statement_find_int (store,
                                        "SELECT count (*) FROM act WHERE actor = 'Lucía'",
                                        TQ_BINDINGS (TQ_END),
                                        &count,
                                        NULL));
  g_assert_cmpint (count, ==, 1);
}

/* A kind that is not known, a body that is too short, too long or ill formed: refused, and nothing
 * of it stays. */
static void
test_damaged (void)
{
  g_autoptr (TqStore) store = tq_store_new_memory (test_kinds, NULL);
  g_auto (TqEncoder) whole = { NULL };
  g_auto (TqEncoder) few = { NULL };
  g_auto (TqEncoder) many = { NULL };
  put_note (&whole, "a", "uno");
  tq_encoder_start (&few);
  tq_encoder_put_text (&few, "a");
  put_note (&many, "a", "uno");
  tq_encoder_put_int (&many, 7);
  const struct {
    const char *kind;
    const TqEncoder *fields;
  } rows[] = { { "test.song/1", &whole }, { NOTE, &few }, { NOTE, &many } };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_assert_false (append (store, 1, rows[i].kind, "Lucía", rows[i].fields, NULL, &error));
    g_assert_error (error, TQ_ERROR, TQ_ERROR_CORRUPT);
    g_assert_cmpint (count_events (store), ==, 0);
  }
  g_assert_true (append (store, 1, NOTE, "Lucía", &whole, NULL, NULL));
}

/* An act larger than SQLite lets a value be is refused with a sentence and leaves nothing. */
static void
test_too_large (void)
{
  g_autoptr (TqStore) store = tq_store_new_memory (test_kinds, NULL);
  g_autoptr (GError) error = NULL;
  g_auto (TqEncoder) fields = { NULL };
  const gsize length = 17 * 1024 * 1024;
  g_autofree char *bytes = g_malloc0 (length);
  tq_encoder_start (&fields);
  tq_encoder_put_bytes (&fields, bytes, length);
  g_assert_false (append (store, 1, NOTE, "Lucía", &fields, NULL, &error));
  g_assert_error (error, TQ_ERROR, TQ_ERROR_OVERFLOW);
  g_assert_cmpint (count_events (store), ==, 0);
}

/* The act at the head of a body is read as strictly as the rest. */
static void
test_head (void)
{
  for (guint variant = 0; variant < 4; variant++) {
    g_autoptr (TqStore) store = tq_store_new_memory (test_kinds, NULL);
    g_autoptr (TqTransaction) transaction = tq_transaction_begin (store, NULL);
    g_autoptr (GError) error = NULL;
    g_auto (TqEncoder) body = { NULL };
    const TqDigest prev = { { 0 } };
    tq_encoder_start (&body);
    tq_encoder_put_bytes (&body, "0123456789abcdef", variant == 1 ? 15 : 16);
    tq_encoder_put_text (&body,
                         variant == 2 ? "Luci\xcc\x81"
                                        "a"
                                      : "Lucía");
    tq_encoder_put_int (&body, 1800000000);
    tq_encoder_put_int (&body, variant == 3 ? G_MAXINT64 : 20926);
    tq_encoder_put_text (&body, "a");
    tq_encoder_put_text (&body, "uno");
    const gboolean applied =
      tq_event_replay (store, NOTE, body.bytes->data, body.bytes->len, &prev, NULL, &error);
    g_assert_cmpint (applied, ==, variant == 0);
    if (variant != 0)
      g_assert_error (error, TQ_ERROR, TQ_ERROR_CORRUPT);
  }
}

/* An event that is not there is said by its number. */
static void
test_missing (void)
{
  g_autoptr (TqStore) store = tq_store_new_memory (test_kinds, NULL);
  g_autoptr (GError) error = NULL;
  TqDigest hash;
  g_assert_false (tq_event_load_hash (store, 4711, &hash, &error));
  g_assert_error (error, TQ_ERROR, TQ_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "4711"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/event/chain", test_chain);
  g_test_add_func ("/store/event/twice", test_twice);
  g_test_add_func ("/store/event/ids", test_ids);
  g_test_add_func ("/store/event/actor", test_actor);
  g_test_add_func ("/store/event/damaged", test_damaged);
  g_test_add_func ("/store/event/too-large", test_too_large);
  g_test_add_func ("/store/event/head", test_head);
  g_test_add_func ("/store/event/missing", test_missing);
  return g_test_run ();
}
