/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "reports/table.h"
#include "service/book.h"

G_BEGIN_DECLS

TqTable *tq_work_build_lines (TqBook *book, TqDay from, TqDay through, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
TqTable *tq_work_build_sums (TqBook *book, TqDay from, TqDay through, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
