/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "base/decoder.h"
#include "base/encoder.h"
#include "base/error.h"

static void
assert_bytes (const guint8 *bytes, gsize length, const void *expected, gsize expected_length)
{
  g_assert_cmpuint (length, ==, expected_length);
  g_assert_true (memcmp (bytes, expected, length) == 0);
}

/* The bytes are those of the table in base/encoder.c, written here by hand. */
static void
test_bytes (void)
{
  static const guint8 expected[] = {
    'I', 0,    0,    0,    0,    0,    0,    0,    1,    /* 1 */
    'I', 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xfe, /* -2 */
    'I', 0x80, 0,    0,    0,    0,    0,    0,    0,    /* the smallest */
    'S', 0,    0,    0,    0,                            /* no text */
    'S', 0,    0,    0,    5,    'C',  'a',  'f',  0xc3, 0xa9, 'B', 0, 0, 0, 2, 0, 0xff,
  };
  g_auto (TqEncoder) encoder = { NULL };
  tq_encoder_start (&encoder);
  tq_encoder_put_int (&encoder, 1);
  tq_encoder_put_int (&encoder, -2);
  tq_encoder_put_int (&encoder, G_MININT64);
  tq_encoder_put_text (&encoder, "");
  tq_encoder_put_text (&encoder, "Café");
  tq_encoder_put_bytes (&encoder, "\0\377", 2);
  assert_bytes (encoder.bytes->data, encoder.bytes->len, expected, sizeof expected);
}

static void
put_sample (TqEncoder *encoder)
{
  tq_encoder_start (encoder);
  tq_encoder_put_int (encoder, G_MAXINT64);
  tq_encoder_put_int (encoder, 20926);
  tq_encoder_put_text (encoder, "Ñandú\nsecond line");
  tq_encoder_put_bytes (encoder, "\1\2\3", 3);
  tq_encoder_put_int (encoder, 2);
  tq_encoder_put_int (encoder, -1);
  tq_encoder_put_int (encoder, -2);
}

static gboolean
read_sample (TqDecoder *decoder, GError **error)
{
  gsize length = 0;
  const gint64 largest = tq_decoder_get_int (decoder);
  const TqDay day = tq_decoder_get_day (decoder);
  g_autofree char *text = tq_decoder_dup_text (decoder);
  const guint8 *bytes = tq_decoder_get_bytes (decoder, &length);
  const gint64 count = tq_decoder_get_count (decoder, 9);
  gint64 sum = 0;
  for (gint64 i = 0; i < count; i++)
    sum += tq_decoder_get_int (decoder);
  if (!tq_decoder_finish (decoder, error))
    return FALSE;
  g_assert_cmpint (largest, ==, G_MAXINT64);
  g_assert_cmpint (day, ==, 20926);
  g_assert_cmpstr (text, ==, "Ñandú\nsecond line");
  assert_bytes (bytes, length, "\1\2\3", 3);
  g_assert_cmpint (count, ==, 2);
  g_assert_cmpint (sum, ==, -3);
  return TRUE;
}

/* What was written is read again, every byte of it. */
static void
test_again (void)
{
  g_auto (TqEncoder) encoder = { NULL };
  g_autoptr (GError) error = NULL;
  TqDecoder decoder;
  put_sample (&encoder);
  tq_decoder_start (&decoder, encoder.bytes->data, encoder.bytes->len);
  g_assert_true (read_sample (&decoder, &error));
  g_assert_no_error (error);
}

/* A body cut at any place, or with one byte more, is damaged; no byte behind its end is read (the
 * copy has exactly its size, so that a sanitizer would see it). */
static void
test_cut (void)
{
  g_auto (TqEncoder) encoder = { NULL };
  put_sample (&encoder);
  for (guint length = 0; length < encoder.bytes->len; length++) {
    g_autoptr (GError) error = NULL;
    g_autofree guint8 *cut = g_memdup2 (encoder.bytes->data, length);
    TqDecoder decoder;
    tq_decoder_start (&decoder, cut, length);
    g_assert_false (read_sample (&decoder, &error));
    g_assert_error (error, TQ_ERROR, TQ_ERROR_CORRUPT);
  }
  g_autoptr (GError) error = NULL;
  TqDecoder decoder;
  g_byte_array_append (encoder.bytes, (const guint8 *) "", 1);
  tq_decoder_start (&decoder, encoder.bytes->data, encoder.bytes->len);
  g_assert_false (read_sample (&decoder, &error));
  g_assert_error (error, TQ_ERROR, TQ_ERROR_CORRUPT);
}

typedef enum {
  READ_INT,
  READ_DAY,
  READ_COUNT,
  READ_TEXT,
  READ_BYTES
} Reading;

#define BODY(bytes) (bytes), sizeof (bytes) - 1

/* One field each, read as said. */
static const struct {
  Reading reading;
  const char *bytes;
  gsize length;
  gboolean sound;
} fields[] = {
  { READ_INT, BODY ("I\0\0\0\0\0\0\0\7"), TRUE },
  { READ_INT, BODY ("S\0\0\0\0"), FALSE },               /* another type */
  { READ_INT, BODY ("i\0\0\0\0\0\0\0\7"), FALSE },       /* no type at all */
  { READ_INT, BODY ("I\0\0\0\0\0\0\7"), FALSE },         /* seven bytes */
  { READ_DAY, BODY ("I\0\0\0\0\0\0\0\0"), TRUE },        /* 1970-01-01 */
  { READ_DAY, BODY ("I\0\0\0\0\0\x2c\xc0\xa0"), TRUE },  /* 9999-12-31 */
  { READ_DAY, BODY ("I\0\0\0\0\0\x2c\xc0\xa1"), FALSE }, /* the day after */
  { READ_DAY, BODY ("I\177\377\377\377\377\377\377\377"), FALSE },
  { READ_COUNT, BODY ("I\0\0\0\0\0\0\0\0"), TRUE },                  /* a list of none */
  { READ_COUNT, BODY ("I\0\0\0\0\0\0\0\1"), FALSE },                 /* no room for an item */
  { READ_COUNT, BODY ("I\377\377\377\377\377\377\377\377"), FALSE }, /* -1 items */
  { READ_COUNT, BODY ("I\177\377\377\377\377\377\377\377"), FALSE },
  { READ_TEXT, BODY ("S\0\0\0\0"), TRUE },
  { READ_TEXT, BODY ("S\0\0\0\3a\nb"), TRUE },
  { READ_TEXT, BODY ("S\0\0\0\2\303\251"), TRUE },      /* é, composed */
  { READ_TEXT, BODY ("S\0\0\0\3e\314\201"), FALSE },    /* é, decomposed */
  { READ_TEXT, BODY ("S\0\0\0\1\351"), FALSE },         /* é in another encoding */
  { READ_TEXT, BODY ("S\0\0\0\3a\0b"), FALSE },         /* a NUL inside */
  { READ_TEXT, BODY ("S\0\0\0\1\7"), FALSE },           /* a control character */
  { READ_TEXT, BODY ("S\0\0\0\3\342\200\256"), FALSE }, /* right-to-left override */
  { READ_TEXT, BODY ("S\0\0\0\3\355\240\200"), FALSE }, /* half of a surrogate pair */
  { READ_TEXT, BODY ("S\0\0\0\2\300\200"), FALSE },     /* NUL in too many bytes */
  { READ_TEXT, BODY ("S\0\0\0\4abc"), FALSE },          /* longer than the body */
  { READ_TEXT, BODY ("S\377\377\377\377abc"), FALSE },
  { READ_TEXT, BODY ("B\0\0\0\3abc"), FALSE },
  { READ_BYTES, BODY ("B\0\0\0\3\0\1\2"), TRUE },
  { READ_BYTES, BODY ("B\0\0\0\0"), TRUE },
  { READ_BYTES, BODY ("B\377\377\377\377\0"), FALSE },
  { READ_BYTES, BODY ("S\0\0\0\3abc"), FALSE },
};

static void
read_field (TqDecoder *decoder, Reading reading)
{
  gsize length = 0;
  switch (reading) {
  case READ_INT:
    tq_decoder_get_int (decoder);
    break;
  case READ_DAY:
    tq_decoder_get_day (decoder);
    break;
  case READ_COUNT:
    tq_decoder_get_count (decoder, 1);
    break;
  case READ_TEXT: {
    g_autofree char *text = tq_decoder_dup_text (decoder);
    break;
  }
  case READ_BYTES:
  default:
    tq_decoder_get_bytes (decoder, &length);
    break;
  }
}

/* The decoder takes one way of writing a value and refuses all others. */
static void
test_fields (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree guint8 *body = g_memdup2 (fields[i].bytes, fields[i].length);
    TqDecoder decoder;
    tq_decoder_start (&decoder, body, fields[i].length);
    read_field (&decoder, fields[i].reading);
    g_test_message ("field %zu", i);
    g_assert_cmpint (tq_decoder_finish (&decoder, &error), ==, fields[i].sound);
    if (!fields[i].sound)
      g_assert_error (error, TQ_ERROR, TQ_ERROR_CORRUPT);
  }
}

/* After a fault nothing more is believed, though sound fields follow. */
static void
test_after_fault (void)
{
  static const guint8 body[] = "S\0\0\0\1\7I\0\0\0\0\0\0\0\7B\0\0\0\1x";
  TqDecoder decoder;
  gsize length = 9;
  tq_decoder_start (&decoder, body, sizeof body - 1);
  g_autofree char *bad = tq_decoder_dup_text (&decoder);
  g_assert_cmpint (tq_decoder_get_int (&decoder), ==, 0);
  g_assert_null (tq_decoder_get_bytes (&decoder, &length));
  g_assert_cmpuint (length, ==, 0);
  g_autofree char *text = tq_decoder_dup_text (&decoder);
  g_assert_cmpstr (text, ==, "");
  g_assert_cmpint (tq_decoder_get_count (&decoder, 1), ==, 0);
  g_assert_false (tq_decoder_finish (&decoder, NULL));
}

/* A reader that finds a value which its kind does not allow can refuse a well-formed body. */
static void
test_fail (void)
{
  TqDecoder decoder;
  g_autoptr (GError) error = NULL;
  tq_decoder_start (&decoder, (const guint8 *) "I\0\0\0\0\0\0\0\7", 9);
  g_assert_cmpint (tq_decoder_get_int (&decoder), ==, 7);
  tq_decoder_fail (&decoder);
  g_assert_false (tq_decoder_finish (&decoder, &error));
  g_assert_error (error, TQ_ERROR, TQ_ERROR_CORRUPT);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/encoding/bytes", test_bytes);
  g_test_add_func ("/base/encoding/again", test_again);
  g_test_add_func ("/base/encoding/cut", test_cut);
  g_test_add_func ("/base/encoding/fields", test_fields);
  g_test_add_func ("/base/encoding/after-fault", test_after_fault);
  g_test_add_func ("/base/encoding/fail", test_fail);
  return g_test_run ();
}
