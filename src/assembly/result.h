/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "assembly/case.h"
#include "ledger/entry.h"

G_BEGIN_DECLS

/* What a case can decide on: the result, what the rules put aside before, and the rest. */
typedef struct {
  gint64 result_minor;
  GArray *funds;          /* of TqFundAmount, in the order of the rules */
  gint64 decidable_minor; /* of a loss: its size, to be carried */
  gboolean loss;
} TqMeans;

/* What one rule puts aside. */
typedef struct {
  gint64 rule;      /* event of the rule */
  gint64 amount;    /* minor units */
  const char *role; /* of the fund's account, interned */
} TqFundAmount;

/* How a proposal stands to the means: computed and said, never forbidden. */
typedef struct {
  gint64 sum_minor;       /* what its lines take, without what own funds give */
  gint64 above_minor;     /* above what can be decided on: an own fund would be eaten; 0 for none */
  gint64 below_minor;     /* not used by it; 0 for none */
  gint64 free_cash_minor; /* in cash box and bank */
  gint64 short_minor;     /* what of it is not there in cash; 0 for none */
} TqFit;

gint64 tq_result_get_currency (TqStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean
tq_result_load (TqStore *store, TqDay from, TqDay through, gint64 *out_minor, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_result_build_closing (TqStore *store,
                                  TqDay through,
                                  TqDay day,
                                  TqEntry *out_entry,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_means_load (TqStore *store, const TqCase *c, TqMeans *out_means, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_means_fit (TqStore *store,
                       const TqCase *c,
                       const TqProposal *proposal,
                       TqFit *out_fit,
                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
void tq_means_clear (TqMeans *means);
char *tq_result_dup_money (TqStore *store, gint64 amount_minor) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TqMeans, tq_means_clear)

G_END_DECLS
