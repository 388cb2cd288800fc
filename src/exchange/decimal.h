/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* 128 bits: an amount of 18 digits times a price of 18 digits. */
typedef __int128 TqWide;

/* A number as a file of others writes it: mantissa / 10^digits, exact. */
typedef struct {
  TqWide mantissa;
  guint digits;
} TqDecimal;

#define TQ_DECIMAL_MAX_DIGITS 36u

gboolean tq_decimal_rescale (TqDecimal value, guint digits, TqDecimal *out_value);
gboolean tq_decimal_add (TqDecimal a, TqDecimal b, TqDecimal *out_sum);
gboolean tq_decimal_mul (TqDecimal a, TqDecimal b, TqDecimal *out_product);
gboolean tq_decimal_round (TqDecimal value, guint digits, TqDecimal *out_value);
gboolean tq_decimal_to_minor (TqDecimal value, guint digits, gint64 *out_minor);
gboolean tq_decimal_is_within (TqDecimal value, guint digits);
TqDecimal tq_decimal_strip (TqDecimal value);
TqDecimal tq_decimal_negate (TqDecimal value);
int tq_decimal_sign (TqDecimal value);
char *tq_decimal_to_string (TqDecimal value) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
