/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "service/table-model.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* Shows a report table, or says that it is empty. Property "empty-words". */
#define TQ_TYPE_TABLE_VIEW (tq_table_view_get_type ())
G_DECLARE_FINAL_TYPE (TqTableView, tq_table_view, TQ, TABLE_VIEW, AdwBin)

void tq_table_view_show (TqTableView *self, TqTableModel *model);

G_END_DECLS
