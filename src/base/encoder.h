/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "base/day.h"

G_BEGIN_DECLS

/* Writes the body of an event in its canonical bytes. Used with g_auto (TqEncoder). */
typedef struct {
  GByteArray *bytes;
} TqEncoder;

void tq_encoder_start (TqEncoder *encoder);
void tq_encoder_clear (TqEncoder *encoder);
void tq_encoder_put_int (TqEncoder *encoder, gint64 value);
void tq_encoder_put_text (TqEncoder *encoder, const char *text);
void tq_encoder_put_bytes (TqEncoder *encoder, const void *bytes, gsize length);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TqEncoder, tq_encoder_clear)

G_END_DECLS
