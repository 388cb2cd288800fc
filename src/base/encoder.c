/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Canonical bytes: one way to write a value and no other, so that a digest over them means
 * something.
 *
 *   integer  'I', 8 bytes, the most significant first, two's complement
 *   text     'S', 4 bytes of length, the bytes (see base/text.c for what a text may be)
 *   bytes    'B', 4 bytes of length, the bytes
 *   list     an integer that counts the items, then each item's fields
 *
 * There are no maps, no optional fields and no defaults; a thing that may be absent is a list of
 * none or one, or zero where zero means none. base/decoder.c reads exactly this. */
#include "base/encoder.h"

#include <string.h>

void
tq_encoder_start (TqEncoder *encoder)
{
  encoder->bytes = g_byte_array_sized_new (256);
}

void
tq_encoder_clear (TqEncoder *encoder)
{
  g_clear_pointer (&encoder->bytes, g_byte_array_unref);
}

void
tq_encoder_put_int (TqEncoder *encoder, gint64 value)
{
  guint8 field[9] = { 'I' };
  const guint64 big = GUINT64_TO_BE ((guint64) value);
  memcpy (field + 1, &big, sizeof big);
  g_byte_array_append (encoder->bytes, field, sizeof field);
}

static void
put_block (TqEncoder *encoder, guint8 type, const void *bytes, gsize length)
{
  guint8 head[5] = { type };
  g_return_if_fail (length <= G_MAXINT32);
  const guint32 big = GUINT32_TO_BE ((guint32) length);
  memcpy (head + 1, &big, sizeof big);
  g_byte_array_append (encoder->bytes, head, sizeof head);
  if (length > 0)
    g_byte_array_append (encoder->bytes, bytes, (guint) length);
}

/* *text* has passed tq_text_normalize_line () or tq_text_normalize_body (). */
void
tq_encoder_put_text (TqEncoder *encoder, const char *text)
{
  put_block (encoder, 'S', text, strlen (text));
}

void
tq_encoder_put_bytes (TqEncoder *encoder, const void *bytes, gsize length)
{
  put_block (encoder, 'B', bytes, length);
}
