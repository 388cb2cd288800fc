/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "ledger/account.h"
#include "ledger/balance.h"
#include "ledger/commodity.h"
#include "people/party.h"
#include "reports/table.h"

G_BEGIN_DECLS

/* What the classic reports are made of; everything borrowed. */
typedef struct {
  GPtrArray *accounts;    /* of TqAccount, sorted by full name */
  GPtrArray *commodities; /* of TqCommodity */
  GArray *balances;       /* of TqBalance in the range of the report, sorted by key */
  GArray *opening;        /* (nullable) of TqBalance before the range */
  GArray *closing;        /* (nullable) of TqBalance: what closing entries made within the range */
} TqLedgerRecords;

TqTable *
tq_statements_build_trial_balance (const TqLedgerRecords *records) G_GNUC_WARN_UNUSED_RESULT;
TqTable *tq_statements_build_balance_sheet (const TqLedgerRecords *records,
                                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
TqTable *tq_statements_build_income_statement (const TqLedgerRecords *records,
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
TqTable *tq_statements_build_equity_changes (const TqLedgerRecords *records,
                                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
TqTable *tq_statements_build_cash_flow (const TqLedgerRecords *records,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
TqTable *tq_statements_build_member_accounts (const TqLedgerRecords *records,
                                              GPtrArray *parties,
                                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_statements_sum_result (const TqLedgerRecords *records,
                                   gint64 commodity,
                                   gint64 *out_minor,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
