/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "assembly/case.h"

G_BEGIN_DECLS

GPtrArray *
tq_agenda_load_waiting (TqStore *store, gint64 of_case, GError **error) G_GNUC_WARN_UNUSED_RESULT;
TqAgendaItem *
tq_agenda_load_item (TqStore *store, gint64 event, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *tq_agenda_load_open_marks (TqStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean
tq_agenda_take (TqStore *store, gint64 item, gint64 by, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_agenda_take_requests (TqStore *store, const char *case_kind, gint64 by, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
char *tq_agenda_item_dup_text (TqStore *store, const TqAgendaItem *item) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
