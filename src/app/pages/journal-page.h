/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "app/pages/page.h"

G_BEGIN_DECLS

/* The journal. Property "selected": number of the entry that is selected, 0 for none. */
#define TQ_TYPE_JOURNAL_PAGE (tq_journal_page_get_type ())
G_DECLARE_FINAL_TYPE (TqJournalPage, tq_journal_page, TQ, JOURNAL_PAGE, TqPage)

gint64 tq_journal_page_get_selected (TqJournalPage *page);
void tq_journal_page_select (TqJournalPage *page, gint64 entry);
void tq_journal_page_show_account (TqJournalPage *page, gint64 account);

G_END_DECLS
