/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "reports/table.h"
#include "service/book.h"

G_BEGIN_DECLS

/* Takes the rows of a long report one by one, so that none is held in memory. */
typedef gboolean (*TqRowFunc) (const TqRow *row, gpointer user_data, GError **error);

TqTable *tq_journal_new_table (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_journal_foreach (TqBook *book,
                             TqDay from,
                             TqDay through,
                             const char *search,
                             TqRowFunc func,
                             gpointer user_data,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_journal_foreach_of_entry (TqBook *book,
                                      gint64 event,
                                      TqRowFunc func,
                                      gpointer user_data,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

TqTable *tq_register_new_table (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_register_foreach (TqBook *book,
                              gint64 account,
                              TqDay from,
                              TqDay through,
                              TqRowFunc func,
                              gpointer user_data,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
