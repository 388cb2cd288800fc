/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* A small book in memory, and entries and balances written as a person would say them, so that a
 * test is a table of sentences. */
#pragma once

#include "base/error.h"
#include "ledger/account.h"
#include "ledger/entry.h"
#include "store/transaction.h"

G_BEGIN_DECLS

typedef struct {
  TqStore *store;
  gint64 mxn, hour; /* commodities with 2 digits */
  gint64 family;    /* of the code A1 */
} Ledger;

/* Runs *call*, which uses "&act", in a transaction of its own; its value is whether it was done. */
#define LEDGER_DO(ledger, act_day, call)                                                           \
  ({                                                                                               \
    TqAct act;                                                                                     \
    tq_act_init (&act, "Lucía", 1800000000, (act_day));                                            \
    g_autoptr (TqTransaction) guard = tq_transaction_begin ((ledger)->store, NULL);                \
    const gboolean did_ = (call) && tq_transaction_commit (guard, NULL);                           \
    did_;                                                                                          \
  })

TqDay ledger_day (const char *text);
void ledger_start (Ledger *ledger);
void ledger_end (Ledger *ledger);
gint64 ledger_add_account (Ledger *ledger, const char *name, TqAccountKind kind, const char *role);
void ledger_read (Ledger *ledger, const char *sentence, TqEntry *out_entry);
gboolean ledger_post (Ledger *ledger, const char *sentence, gint64 *out_event, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
char *ledger_tell (Ledger *ledger, const char *from, const char *through) G_GNUC_WARN_UNUSED_RESULT;
gint64 ledger_ask (Ledger *ledger, const char *sql);

G_END_DECLS
