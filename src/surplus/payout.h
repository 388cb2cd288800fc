/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "base/ratio.h"
#include "surplus/allocation-journal.h"

G_BEGIN_DECLS

/* Turns what waits on a member's pending account into whole shares of a nominal value. */
typedef struct {
  guint line; /* of the file it was read from, or 0 */
  char *id;
  char *label;
  char *pending; /* account */
  char *capital; /* account */
  gint64 nominal_minor;
  GStrv members;
  guint n_members;
} TqCapitalisation;

typedef struct {
  const TqCapitalisation *step; /* not owned */
  gint64 *counts;               /* whole shares, for each member */
  gint64 *amounts_minor;
  gint64 *pending_minor;
} TqCapitalisationResult;

/* Pays what the co-operative owes each member on an account, less the tax withheld. */
typedef struct {
  guint line;
  char *id;
  char *label;
  char *account;
  TqRatio withhold_rate;
  GStrv members;
  guint n_members;
} TqPayment;

typedef struct {
  const TqPayment *step; /* not owned */
  gint64 *due_minor;     /* for each member */
  gint64 *withheld_minor;
  gint64 withheld_total_minor;
  gint64 bank_total_minor;
} TqPaymentResult;

TqCapitalisation *
tq_capitalisation_new (const char *id, const char *label, GStrv members) G_GNUC_WARN_UNUSED_RESULT;
void tq_capitalisation_free (TqCapitalisation *step);
TqCapitalisationResult *tq_capitalisation_run (const TqCapitalisation *step,
                                               TqAllocationJournal *journal,
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
void tq_capitalisation_result_free (TqCapitalisationResult *result);

TqPayment *
tq_payment_new (const char *id, const char *label, GStrv members) G_GNUC_WARN_UNUSED_RESULT;
void tq_payment_free (TqPayment *step);
TqPaymentResult *tq_payment_run (const TqPayment *step,
                                 const TqAllocationAccounts *accounts,
                                 TqAllocationJournal *journal,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
void tq_payment_result_free (TqPaymentResult *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqCapitalisation, tq_capitalisation_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqCapitalisationResult, tq_capitalisation_result_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqPayment, tq_payment_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqPaymentResult, tq_payment_result_free)

G_END_DECLS
