/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "ledger/account.h"
#include "ledger/commodity.h"
#include "ledger/entry.h"
#include "ledger/period.h"
#include "service/book.h"

G_BEGIN_DECLS

gboolean tq_ledger_add_account (TqBook *book,
                                TqDay day,
                                const TqAccount *draft,
                                gint64 *out_event,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_ledger_edit_account (TqBook *book,
                                 TqDay day,
                                 gint64 account,
                                 const char *code,
                                 const char *role,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_ledger_close_account (TqBook *book, TqDay day, gint64 account, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_ledger_post (TqBook *book, TqEntry *entry, gint64 *out_event, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_ledger_post_counting (TqBook *book,
                                  TqEntry *entry,
                                  GPtrArray *symbols,
                                  gint64 *out_event,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_ledger_reverse (TqBook *book,
                            TqDay day,
                            gint64 entry,
                            const char *why,
                            gint64 *out_event,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_ledger_seal (TqBook *book, TqDay day, TqDay through, TqSeal *out_seal, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_ledger_close_result (TqBook *book, TqDay through, gint64 *out_event, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
