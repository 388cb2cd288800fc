/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "assembly/case.h"
#include "reports/table.h"
#include "service/book.h"

G_BEGIN_DECLS

TqTable *tq_road_view_build_cases (TqBook *book, GError **error) G_GNUC_WARN_UNUSED_RESULT;
TqTable *
tq_road_view_build_steps (TqBook *book, gint64 of_case, GError **error) G_GNUC_WARN_UNUSED_RESULT;
TqTable *
tq_road_view_build_agenda (TqBook *book, gint64 of_case, GError **error) G_GNUC_WARN_UNUSED_RESULT;
TqTable *tq_road_view_build_proposals (TqBook *book,
                                       gint64 of_case,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
TqTable *
tq_road_view_build_shares (TqBook *book, gint64 of_case, GError **error) G_GNUC_WARN_UNUSED_RESULT;
TqTable *
tq_road_view_build_words (TqBook *book, gint64 of_case, GError **error) G_GNUC_WARN_UNUSED_RESULT;
TqTable *tq_road_view_build_execution (TqBook *book,
                                       gint64 of_case,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *
tq_road_view_dup_state (TqBook *book, gint64 of_case, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *
tq_road_view_dup_json (TqBook *book, gint64 of_case, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
