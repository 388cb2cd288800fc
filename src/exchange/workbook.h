/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "reports/chart.h"
#include "reports/document.h"

G_BEGIN_DECLS

/* A workbook (xlsx) that is written sheet by sheet and row by row, in constant memory. */
typedef struct _TqWorkbook TqWorkbook;

typedef struct {
  const char *title;
  const char *book; /* name of the co-operative */
  gint64 created;   /* seconds since 1970 */
  TqPaperSize size;
} TqWorkbookHead;

TqWorkbook *tq_workbook_new (const char *path,
                             const TqWorkbookHead *head,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
void tq_workbook_free (TqWorkbook *workbook);

gboolean tq_workbook_begin_sheet (TqWorkbook *workbook,
                                  const TqTable *columns,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_workbook_add_row (TqWorkbook *workbook,
                              const TqRow *row,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_workbook_end_sheet (TqWorkbook *workbook, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_workbook_add_table (TqWorkbook *workbook,
                                const TqTable *table,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_workbook_add_chart (TqWorkbook *workbook,
                                const TqChart *chart,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_workbook_close (TqWorkbook *workbook, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqWorkbook, tq_workbook_free)

G_END_DECLS
