/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "service/book.h"

G_BEGIN_DECLS

/* What an import did. Used with g_auto. */
typedef struct {
  gint64 entries_read;
  gint64 entries_posted;
  gint64 entries_known; /* in the book already, posted no second time */
  gint64 accounts_added;
  gint64 commodities_added;
  GPtrArray *notes; /* sentences about what was left out, inferred or guessed */
} TqImportReport;

/* Says how far the reading is; FALSE ends it. */
typedef gboolean (*TqImportProgress) (gint64 done, gint64 total, gpointer user_data);

/* How to import. */
typedef struct {
  const char *format; /* "hledger" or "ledger" */
  TqDay day;          /* on which it is done */
  gboolean dry_run;   /* only look: the book stays as it is */
  TqImportProgress progress;
  gpointer user_data;
} TqImportOptions;

void tq_import_report_clear (TqImportReport *report);
gboolean tq_book_import (TqBook *book,
                         const char *path,
                         const TqImportOptions *options,
                         TqImportReport *out_report,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TqImportReport, tq_import_report_clear)

G_END_DECLS
