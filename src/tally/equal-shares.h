/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "tally/budget-ties.h"
#include "tally/utility.h"

#include <gmp.h>

G_BEGIN_DECLS

/* The count, ready to be run with different amounts of money per voter. */
typedef struct _TqEqualShares TqEqualShares;

/* One purchase. */
typedef struct {
  guint project;
  gint64 full_payers;  /* weight of those who pay for all their units */
  gint64 short_payers; /* weight of those who pay all that they have left */
  mpq_t payment;       /* of a full payer, for one unit, in smallest units of money */
  mpq_t short_paid;    /* of all short payers together, in smallest units of money */
  mpq_t rho;           /* payment for one unit of utility, in units of the currency */
} TqShareStep;

typedef struct {
  GArray *steps; /* TqShareStep */
  __int128 cost; /* of all that was bought */
  TqTieLog *ties;
  mpq_t endowment; /* of each voter, in smallest units of money */
} TqShareOutcome;

TqEqualShares *tq_equal_shares_new (const TqElection *election,
                                    TqUtility utility,
                                    const TqBudgetTies *ties) G_GNUC_WARN_UNUSED_RESULT;
void tq_equal_shares_free (TqEqualShares *self);
TqShareOutcome *
tq_equal_shares_run (TqEqualShares *self, mpq_srcptr endowment) G_GNUC_WARN_UNUSED_RESULT;
void tq_equal_shares_get_left (TqEqualShares *self, guint project, mpq_ptr out_money);
gboolean tq_equal_shares_is_supported (const TqEqualShares *self, guint project);
void tq_share_outcome_free (TqShareOutcome *outcome);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqEqualShares, tq_equal_shares_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqShareOutcome, tq_share_outcome_free)

G_END_DECLS
