/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "reports/table.h"
#include "service/book.h"

G_BEGIN_DECLS

TqTable *
tq_reports_build (TqBook *book, const char *name, TqDay from, TqDay through, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
TqTable *tq_reports_build_balances (TqBook *book,
                                    const char *const *accounts,
                                    TqDay from,
                                    TqDay through,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
TqTable *tq_reports_build_accounts (TqBook *book, GError **error) G_GNUC_WARN_UNUSED_RESULT;
const char *const *tq_reports_get_names (void);

G_END_DECLS
