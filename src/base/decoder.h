/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "base/day.h"

G_BEGIN_DECLS

/* Reads the body of an event, strictly. A stack value over bytes it does not own; after the first
 * fault every getter returns zero or "" and tq_decoder_finish () raises it, so that a long list of
 * fields reads without a check after each. */
typedef struct {
  const guint8 *bytes;
  gsize length;
  gsize at;
  gboolean failed;
} TqDecoder;

void tq_decoder_start (TqDecoder *decoder, const guint8 *bytes, gsize length);
gint64 tq_decoder_get_int (TqDecoder *decoder);
TqDay tq_decoder_get_day (TqDecoder *decoder);
gint64 tq_decoder_get_count (TqDecoder *decoder, gsize item_min_bytes);
char *tq_decoder_dup_text (TqDecoder *decoder) G_GNUC_WARN_UNUSED_RESULT;
const guint8 *tq_decoder_get_bytes (TqDecoder *decoder, gsize *out_length);
void tq_decoder_fail (TqDecoder *decoder);
gboolean tq_decoder_finish (TqDecoder *decoder, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
