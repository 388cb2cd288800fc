/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "surplus/allocation-journal.h"

G_BEGIN_DECLS

/* What is left of the shares that were retained in one year. */
typedef struct {
  gint64 year;
  GStrv members; /* the order breaks ties */
  gint64 *balances_minor;
  guint n_members;
} TqTranche;

/* Pays back retained shares, the oldest first, as far as a budget goes. */
typedef struct {
  guint line; /* of the file it was read from, or 0 */
  char *id;
  char *label;
  char *account;
  gint64 budget_minor;
  GPtrArray *tranches; /* of TqTranche, in any order */
} TqRedemption;

typedef struct {
  const TqTranche *tranche; /* not owned */
  gint64 balance_minor;
  gint64 redeemed_minor;
  gint64 *paid_minor; /* for each member of the tranche */
} TqTrancheResult;

typedef struct {
  const TqRedemption *step; /* not owned */
  GPtrArray *tranches;      /* of TqTrancheResult, the oldest first */
  GPtrArray *members;       /* of char *, in the order in which they come */
  GHashTable *paid;         /* member -> gint64 */
  gint64 budget_left_minor;
} TqRedemptionResult;

TqRedemption *tq_redemption_new (const char *id,
                                 const char *label,
                                 const char *account) G_GNUC_WARN_UNUSED_RESULT;
void tq_redemption_free (TqRedemption *step);
TqTranche *tq_redemption_add_tranche (TqRedemption *step, gint64 year, GStrv members);
TqRedemptionResult *tq_redemption_run (const TqRedemption *step,
                                       const TqAllocationAccounts *accounts,
                                       TqAllocationJournal *journal,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
void tq_redemption_result_free (TqRedemptionResult *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqRedemption, tq_redemption_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqRedemptionResult, tq_redemption_result_free)

G_END_DECLS
