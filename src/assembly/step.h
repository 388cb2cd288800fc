/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "assembly/case.h"
#include "assembly/road-table.h"
#include "ledger/entry.h"

G_BEGIN_DECLS

/* What the functions of one act see while it is applied. */
typedef struct {
  TqStore *store;
  const TqEvent *event;
  const TqCase *c; /* as it stood before the act */
  gint64 marks;    /* written so far by this event */
} TqStepContext;

/* One act: its kind of event, its record, and what is its own. *fill* completes the draft and
 * builds the entry that goes with it; *check* refuses what is logically impossible, computes the
 * derived fields and says the outcome; *after* writes marks and what waits for an assembly. */
typedef struct {
  const char *name;
  const TqCaseRecordKind *record;
  gboolean (*fill) (TqStore *store,
                    const TqAct *act,
                    const TqCase *c,
                    gpointer draft,
                    TqEntry *entry,
                    GError **error);
  gboolean (*check) (TqStepContext *context,
                     gpointer record,
                     TqOutcome *out_outcome,
                     GError **error);
  gboolean (*after) (TqStepContext *context, gpointer record, GError **error);
} TqStepKind;

const TqStepKind *tq_step_get_kind (TqDoing doing);
gboolean tq_step_append (TqStore *store,
                         const TqAct *act,
                         TqDoing doing,
                         gint64 of_case,
                         gpointer draft,
                         gint64 *out_event,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_step_apply (TqStore *store, const TqEvent *event, TqDecoder *body, GError **error);

gboolean tq_step_add_mark (TqStepContext *context,
                           TqMarkKind kind,
                           gint64 decision_line,
                           gint64 amount_minor,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_step_add_agenda (TqStepContext *context,
                             TqAgendaKind kind,
                             const char *words,
                             gint64 decision_line,
                             gint64 amount_minor,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_step_refuse (GError **error, const char *why);

G_END_DECLS
