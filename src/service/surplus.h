/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "reports/table.h"
#include "service/book.h"
#include "surplus/fund-rule.h"

G_BEGIN_DECLS

gboolean tq_surplus_add_rule (TqBook *book,
                              TqDay day,
                              const TqFundRule *draft,
                              gint64 *out_event,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
TqTable *tq_surplus_build_rules (TqBook *book, TqDay day, GError **error) G_GNUC_WARN_UNUSED_RESULT;
TqTable *
tq_surplus_build_chain (TqBook *book, gint64 of_case, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_surplus_parse_kind (const char *name,
                                TqFundKind *out_kind,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
