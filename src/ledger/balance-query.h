/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "ledger/balance.h"

G_BEGIN_DECLS

GArray *tq_balance_query_parties (TqStore *store, TqDay from, TqDay through, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
GArray *
tq_balance_query_money (TqStore *store, TqDay through, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *tq_balance_query_counterparts (TqStore *store, TqDay from, TqDay through, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_balance_query_days (TqStore *store, gint64 *out_first, gint64 *out_last, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
