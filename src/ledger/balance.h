/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "ledger/entry.h"
#include "store/statement.h"

G_BEGIN_DECLS

/* Debits and credits of one account in one commodity (and of one party, where asked) in a range. */
typedef struct {
  gint64 account;
  gint64 commodity;
  gint64 party;
  gint64 debit;  /* minor units, >= 0 */
  gint64 credit; /* minor units, >= 0 */
} TqBalance;

/* The two sums of the postings p that a query groups. */
#define TQ_BALANCE_SUMS                                                                            \
  "sum (CASE WHEN p.amount > 0 THEN p.amount ELSE 0 END), "                                        \
  "sum (CASE WHEN p.amount < 0 THEN -p.amount ELSE 0 END) "

gboolean
tq_balance_add (TqStore *store, gint64 event, TqDay day, const TqPosting *posting, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
void tq_balance_begin_bulk (TqStore *store);
gboolean tq_balance_end_bulk (TqStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_balance_flush (TqStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean tq_balance_read_rows (TqStore *store,
                               const char *sql,
                               const TqBinding *bindings,
                               GArray *balances,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *tq_balance_load_range (TqStore *store, TqDay from, TqDay through, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
GArray *
tq_balance_load_parties (TqStore *store, gint64 account, TqDay from, TqDay through, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
GArray *tq_balance_load_closing (TqStore *store, TqDay from, TqDay through, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_balance_load_account (TqStore *store,
                                  gint64 account,
                                  gint64 commodity,
                                  TqDay through,
                                  gint64 *out_minor,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
