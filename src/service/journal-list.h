/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "service/lazy-list.h"

G_BEGIN_DECLS

/* The journal, newest first. Properties: "words" (what is looked for), "account" (a key: only
 * entries that touch it), and those of TqLazyList. */
#define TQ_TYPE_JOURNAL_LIST (tq_journal_list_get_type ())
G_DECLARE_FINAL_TYPE (TqJournalList, tq_journal_list, TQ, JOURNAL_LIST, TqLazyList)

/* An entry as a line of the journal. Read-only properties: "event", "day", "text", "into",
 * "out-of", "amount", "mark" (what corrects it or what it corrects), "has-mark". */
#define TQ_TYPE_JOURNAL_ROW (tq_journal_row_get_type ())
G_DECLARE_FINAL_TYPE (TqJournalRow, tq_journal_row, TQ, JOURNAL_ROW, GObject)

TqJournalList *tq_journal_list_new (void) G_GNUC_WARN_UNUSED_RESULT;
void tq_journal_list_set_words (TqJournalList *list, const char *words);
void tq_journal_list_set_account (TqJournalList *list, gint64 account);
gboolean tq_journal_list_is_narrowed (TqJournalList *list);
char *tq_journal_list_dup_account_name (TqJournalList *list);

gint64 tq_journal_row_get_event (TqJournalRow *row);
gboolean tq_journal_row_can_correct (TqJournalRow *row);
gint64 tq_journal_row_get_linked (TqJournalRow *row);

G_END_DECLS
