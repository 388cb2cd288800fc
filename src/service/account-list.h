/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "service/lazy-list.h"

G_BEGIN_DECLS

/* The accounts in the order of their tree, each with what it holds. Property "words": what is
 * looked for in names and codes; the accounts above one that fits are shown too. */
#define TQ_TYPE_ACCOUNT_LIST (tq_account_list_get_type ())
G_DECLARE_FINAL_TYPE (TqAccountList, tq_account_list, TQ, ACCOUNT_LIST, TqLazyList)

/* An account as a line of the tree. Read-only properties: "name" (its last part), "code", "balance"
 * (with everything below it, "" where nothing was ever posted), "kind" (in words, at the top of
 * the tree only). */
#define TQ_TYPE_ACCOUNT_ROW (tq_account_row_get_type ())
G_DECLARE_FINAL_TYPE (TqAccountRow, tq_account_row, TQ, ACCOUNT_ROW, GObject)

void tq_account_list_set_words (TqAccountList *list, const char *words);

gint64 tq_account_row_get_key (TqAccountRow *row);
guint tq_account_row_get_depth (TqAccountRow *row);
const char *tq_account_row_get_name (TqAccountRow *row);
gboolean tq_account_row_has_children (TqAccountRow *row);

G_END_DECLS
