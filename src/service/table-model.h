/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "reports/table.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* The rows of a report table for a view. */
#define TQ_TYPE_TABLE_MODEL (tq_table_model_get_type ())
G_DECLARE_FINAL_TYPE (TqTableModel, tq_table_model, TQ, TABLE_MODEL, GObject)

/* One row of it. */
#define TQ_TYPE_TABLE_ROW (tq_table_row_get_type ())
G_DECLARE_FINAL_TYPE (TqTableRow, tq_table_row, TQ, TABLE_ROW, GObject)

TqTableModel *tq_table_model_new (TqTable *table) G_GNUC_WARN_UNUSED_RESULT;
const TqTable *tq_table_model_get_table (TqTableModel *model);

char *tq_table_row_dup_words (TqTableRow *row, guint column) G_GNUC_WARN_UNUSED_RESULT;
guint tq_table_row_get_indent (TqTableRow *row);
gboolean tq_table_row_is_strong (TqTableRow *row);

G_END_DECLS
