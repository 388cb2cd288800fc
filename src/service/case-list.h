/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "service/lazy-list.h"

G_BEGIN_DECLS

/* The cases that were opened, the newest first. */
#define TQ_TYPE_CASE_LIST (tq_case_list_get_type ())
G_DECLARE_FINAL_TYPE (TqCaseList, tq_case_list, TQ, CASE_LIST, TqLazyList)

/* A case. Read-only properties: "title", "station". */
#define TQ_TYPE_CASE_ROW (tq_case_row_get_type ())
G_DECLARE_FINAL_TYPE (TqCaseRow, tq_case_row, TQ, CASE_ROW, GObject)

gint64 tq_case_row_get_key (TqCaseRow *row);

G_END_DECLS
