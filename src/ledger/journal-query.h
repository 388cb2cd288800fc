/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "ledger/entry.h"

G_BEGIN_DECLS

/* One posting with its entry, as the journal and the registers read them; texts are borrowed and
 * valid during the call. */
typedef struct {
  gint64 event;
  gint64 line;
  TqDay day;
  const char *text;
  const char *reference;
  const char *source;
  gint64 reverses;
  TqPosting posting;
} TqJournalLine;

/* FALSE stops the reading; the function then raised an error. */
typedef gboolean (*TqJournalFunc) (const TqJournalLine *line, gpointer user_data, GError **error);

gboolean tq_journal_query (TqStore *store,
                           TqDay from,
                           TqDay through,
                           const char *search,
                           TqJournalFunc func,
                           gpointer user_data,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_journal_query_account (TqStore *store,
                                   gint64 account,
                                   TqDay from,
                                   TqDay through,
                                   TqJournalFunc func,
                                   gpointer user_data,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_journal_query_entry (TqStore *store,
                                 gint64 event,
                                 TqJournalFunc func,
                                 gpointer user_data,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
