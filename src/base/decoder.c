/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "base/decoder.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"

#include <string.h>

/* Begins to read *length* bytes at *bytes*, which must outlive the decoder. */
void
tq_decoder_start (TqDecoder *decoder, const guint8 *bytes, gsize length)
{
  *decoder = (TqDecoder){ bytes, length, 0, FALSE };
}

static gboolean
take (TqDecoder *decoder, guint8 type, gsize length)
{
  if (decoder->failed || decoder->length - decoder->at < length + 1 ||
      decoder->bytes[decoder->at] != type) {
    decoder->failed = TRUE;
    return FALSE;
  }
  decoder->at++;
  return TRUE;
}

/* The next field, an integer; 0 after a fault. */
gint64
tq_decoder_get_int (TqDecoder *decoder)
{
  guint64 big = 0;
  if (!take (decoder, 'I', sizeof big))
    return 0;
  memcpy (&big, decoder->bytes + decoder->at, sizeof big);
  decoder->at += sizeof big;
  return (gint64) GUINT64_FROM_BE (big);
}

/* The next field, a day; a fault where it is not one. Returns day 0 after a fault. */
TqDay
tq_decoder_get_day (TqDecoder *decoder)
{
  const gint64 day = tq_decoder_get_int (decoder);
  if (!tq_day_is_valid (day)) {
    decoder->failed = TRUE;
    return 0;
  }
  return (TqDay) day;
}

/* The count of a list whose items take at least *item_min_bytes*: one that the rest of the body
 * cannot hold is a fault, so that no count makes us allocate without measure. */
gint64
tq_decoder_get_count (TqDecoder *decoder, gsize item_min_bytes)
{
  const gint64 count = tq_decoder_get_int (decoder);
  const gsize rest = decoder->length - decoder->at;
  if (count < 0 || (item_min_bytes > 0 && (guint64) count > rest / item_min_bytes)) {
    decoder->failed = TRUE;
    return 0;
  }
  return count;
}

/* The bytes of the next field, owned by the body; NULL and 0 after a fault. */
const guint8 *
tq_decoder_get_bytes (TqDecoder *decoder, gsize *out_length)
{
  guint32 big = 0;
  *out_length = 0;
  if (!take (decoder, 'B', sizeof big))
    return NULL;
  memcpy (&big, decoder->bytes + decoder->at, sizeof big);
  const gsize length = GUINT32_FROM_BE (big);
  if (decoder->length - decoder->at - sizeof big < length) {
    decoder->failed = TRUE;
    return NULL;
  }
  const guint8 *found = decoder->bytes + decoder->at + sizeof big;
  decoder->at += sizeof big + length;
  *out_length = length;
  return found;
}

/* The next field, a text in its stored form (transfer full); "" after a fault. */
char *
tq_decoder_dup_text (TqDecoder *decoder)
{
  guint32 big = 0;
  if (!take (decoder, 'S', sizeof big))
    return g_strdup ("");
  memcpy (&big, decoder->bytes + decoder->at, sizeof big);
  const gsize length = GUINT32_FROM_BE (big);
  if (decoder->length - decoder->at - sizeof big < length) {
    decoder->failed = TRUE;
    return g_strdup ("");
  }
  char *text = g_strndup ((const char *) decoder->bytes + decoder->at + sizeof big, length);
  decoder->at += sizeof big + length;
  if (!tq_text_is_canonical (text, length))
    decoder->failed = TRUE;
  return text;
}

/* Marks the body as faulty: a field has its type but not a value that the kind allows. */
void
tq_decoder_fail (TqDecoder *decoder)
{
  decoder->failed = TRUE;
}

/* Whether every field was there and every byte was used. Raises TQ_ERROR_CORRUPT. */
gboolean
tq_decoder_finish (TqDecoder *decoder, GError **error)
{
  if (!decoder->failed && decoder->at == decoder->length)
    return TRUE;
  g_set_error (error,
               TQ_ERROR,
               TQ_ERROR_CORRUPT,
               _ ("The body of an event is damaged at byte %zu."),
               decoder->at);
  return FALSE;
}
