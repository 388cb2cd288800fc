/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "reports/row.h"

G_BEGIN_DECLS

/* A report table: columns, and rows held in memory or handed to a writer one by one. */
typedef struct {
  char *key;   /* "trial_balance": stable, for json and file names */
  char *title; /* translated; also the name of its sheet */
  GArray *columns;
  GPtrArray *rows;
} TqTable;

TqTable *tq_table_new (const char *key, const char *title) G_GNUC_WARN_UNUSED_RESULT;
void tq_table_free (TqTable *table);

void tq_table_add_column (TqTable *table,
                          const char *key,
                          const char *heading,
                          TqColumnKind kind,
                          guint digits);
const TqColumn *tq_table_get_column (const TqTable *table, guint index);
guint tq_table_get_n_columns (const TqTable *table);

TqRow *tq_table_add_row (TqTable *table, TqRowRole role, guint indent);
const TqRow *tq_table_get_row (const TqTable *table, guint index);
guint tq_table_get_n_rows (const TqTable *table);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqTable, tq_table_free)

G_END_DECLS
