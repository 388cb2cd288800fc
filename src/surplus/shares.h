/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "base/ratio.h"

G_BEGIN_DECLS

/* What to do with the units that remain once every share was rounded down. */
typedef enum {
  TQ_REMAINDER_LARGEST, /* one each by descending fraction, ties to the earlier in the order */
  TQ_REMAINDER_LEAVE,   /* they stay together and are not shared */
} TqRemainder;

/* The shares of one amount, in the order that breaks ties. */
typedef struct {
  guint n;
  mpz_t *numerators; /* the exact share of i is numerators[i] / denominator, in minor units */
  mpz_t denominator; /* > 0 */
  gint64 *shares_minor;
  gint64 units_given; /* units that went out by the fraction */
  gint64 left_minor;  /* what was not shared */
} TqShares;

TqShares *tq_shares_new (guint n) G_GNUC_WARN_UNUSED_RESULT;
void tq_shares_free (TqShares *shares);
gboolean tq_shares_round (TqShares *shares,
                          gint64 amount_minor,
                          gint64 unit_minor,
                          TqRemainder remainder,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
void tq_shares_get_exact (const TqShares *shares, guint i, mpq_ptr out_value);
gboolean tq_shares_divide (gint64 amount_minor,
                           const gint64 *weights,
                           guint n,
                           gint64 *out_shares_minor,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqShares, tq_shares_free)

G_END_DECLS
