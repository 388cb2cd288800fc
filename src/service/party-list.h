/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "service/lazy-list.h"

G_BEGIN_DECLS

/* The families in the order in which they joined, each with its barrio and what it has in the
 * member accounts. */
#define TQ_TYPE_PARTY_LIST (tq_party_list_get_type ())
G_DECLARE_FINAL_TYPE (TqPartyList, tq_party_list, TQ, PARTY_LIST, TqLazyList)

/* A family. Read-only properties: "code", "name", "group", "shares", "retained", "payable". */
#define TQ_TYPE_PARTY_ROW (tq_party_row_get_type ())
G_DECLARE_FINAL_TYPE (TqPartyRow, tq_party_row, TQ, PARTY_ROW, GObject)

void tq_party_list_set_words (TqPartyList *list, const char *words);

gint64 tq_party_row_get_key (TqPartyRow *row);

G_END_DECLS
