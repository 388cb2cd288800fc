/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include <glib.h>
#include <gmp.h>

G_BEGIN_DECLS

/* An exact ratio in lowest terms; den > 0. Results on the way, which may be larger, use GMP's
 * mpq_t. */
typedef struct {
  gint64 num;
  gint64 den;
} TqRatio;

typedef enum {
  TQ_ROUND_FLOOR,   /* towards minus infinity: for legal maximums */
  TQ_ROUND_CEIL,    /* towards plus infinity: for legal minimums */
  TQ_ROUND_HALF_UP, /* to the nearest, a half away from zero */
} TqRound;

gboolean tq_ratio_make (gint64 num, gint64 den, TqRatio *out_ratio, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
gboolean
tq_ratio_parse (const char *text, TqRatio *out_ratio, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *tq_ratio_to_string (TqRatio ratio) G_GNUC_WARN_UNUSED_RESULT;
int tq_ratio_compare (TqRatio a, TqRatio b);
gboolean tq_ratio_mul_money (TqRatio ratio,
                             gint64 amount_minor,
                             TqRound rounding,
                             gint64 *out_minor,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean
tq_mpq_parse (const char *text, mpq_ptr out_value, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *tq_mpq_to_string (mpq_srcptr value) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_mpq_round (mpq_srcptr value, TqRound rounding, gint64 *out_value, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
void tq_mpz_set_int64 (mpz_ptr target, gint64 value);
void tq_mpq_set_int64 (mpq_ptr target, gint64 value);
gboolean
tq_mpz_get_int64 (mpz_srcptr value, gint64 *out_value, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
