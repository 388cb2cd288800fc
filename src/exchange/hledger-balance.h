/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "exchange/hledger-entry.h"

G_BEGIN_DECLS

/* Completes entries by day: missing amounts, costs, balances told or set. */
typedef struct {
  TqHledgerJournal *journal;
  gboolean keeps_balances; /* the file checks or sets a balance somewhere */
  GPtrArray *balances;     /* per account a GArray of sums, or NULL */
  GArray *parts;           /* of the entry that is being completed */
  GArray *postings;        /* TqForeignPosting, the result */
  GArray *new_accounts;    /* guint, that must be handed over before the entry */
} TqHledgerBalancer;

void tq_hledger_balancer_init (TqHledgerBalancer *balancer, TqHledgerJournal *journal);
void tq_hledger_balancer_clear (TqHledgerBalancer *balancer);
void tq_hledger_measure_entry (TqHledgerJournal *journal, const TqHledgerEntry *entry);
gboolean tq_hledger_balance_entry (TqHledgerBalancer *balancer,
                                   const TqHledgerEntry *entry,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TqHledgerBalancer, tq_hledger_balancer_clear)

G_END_DECLS
