/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "assembly/case.h"
#include "assembly/opening.h"
#include "assembly/road-table.h"
#include "base/json-reader.h"
#include "service/book.h"

G_BEGIN_DECLS

/* An act of the road while it is filled in, field by field, as a person writes the values. */
typedef struct _TqRoadDraft TqRoadDraft;

TqRoadDraft *tq_road_draft_new (TqBook *book, gint64 of_case, TqDoing doing, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
void tq_road_draft_free (TqRoadDraft *draft);
gboolean tq_road_draft_set (TqRoadDraft *draft, const char *field, const char *text, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_road_draft_add (TqRoadDraft *draft, const char *list, const char *item, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_road_draft_set_json (TqRoadDraft *draft,
                                 TqJsonNode object,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_road_draft_perform (TqRoadDraft *draft, TqDay day, gint64 *out_event, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

const TqCaseRecordKind *tq_road_get_record_kind (TqDoing doing);
char *tq_road_dup_field_name (const TqField *field) G_GNUC_WARN_UNUSED_RESULT;
const char *tq_road_get_list_name (const TqCaseRecordKind *kind, guint index);

gboolean tq_road_open_case (TqBook *book,
                            TqDay day,
                            const TqCaseDraft *draft,
                            gint64 *out_event,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_road_find_case (TqBook *book, const char *number, gint64 *out_case, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_road_load_state (TqBook *book, gint64 of_case, TqState *out_state, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqRoadDraft, tq_road_draft_free)

G_END_DECLS
