/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "ledger/account.h"
#include "ledger/commodity.h"
#include "people/party.h"
#include "service/book.h"

G_BEGIN_DECLS

/* Names of accounts, commodities and parties by their keys, loaded once for a report. */
typedef struct {
  GPtrArray *accounts;    /* of TqAccount, sorted by full name */
  GPtrArray *commodities; /* of TqCommodity */
  GHashTable *by_key;     /* key -> TqAccount or TqCommodity, borrowed */
  TqStore *store;         /* borrowed */
} TqNames;

void tq_names_clear (TqNames *names);
gboolean
tq_names_load (TqStore *store, TqNames *out_names, GError **error) G_GNUC_WARN_UNUSED_RESULT;
const TqAccount *tq_names_get_account (const TqNames *names, gint64 key);
const TqCommodity *tq_names_get_commodity (const TqNames *names, gint64 key);
char *tq_names_dup_party_code (const TqNames *names,
                               gint64 key,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TqNames, tq_names_clear)

G_END_DECLS
