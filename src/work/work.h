/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* A kind of work or of what is brought: sowing, care, cargo, kilos of coffee. */
typedef struct {
  gint64 event;
  char *code;
  char *name;
  char *unit; /* "hour", "day", "kg" */
  guint digits;
  gboolean care;
} TqWorkKind;

/* One line of the register. */
typedef struct {
  gint64 event;
  gint64 line;
  TqDay day;
  gint64 party;
  gint64 kind;
  gint64 quantity; /* in 10^-digits of the kind's unit; negative corrects */
  char *note;
  gint64 corrects; /* event of the line that this one corrects, 0 for none */
} TqWork;

void tq_work_kind_free (TqWorkKind *kind);
void tq_work_free (TqWork *work);

gboolean tq_work_kind_append (TqStore *store,
                              const TqAct *act,
                              const TqWorkKind *draft,
                              gint64 *out_event,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_work_append (TqStore *store,
                         const TqAct *act,
                         const TqWork *lines,
                         gsize n_lines,
                         gint64 *out_event,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_work_kind_apply (TqStore *store, const TqEvent *event, TqDecoder *body, GError **error);
gboolean tq_work_apply (TqStore *store, const TqEvent *event, TqDecoder *body, GError **error);

TqWorkKind *tq_work_kind_load_by_code (TqStore *store,
                                       const char *code,
                                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *tq_work_kind_load_all (TqStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *tq_work_load_all (TqStore *store, TqDay from, TqDay through, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_work_load_sum (TqStore *store,
                           gint64 party,
                           gint64 kind,
                           TqDay from,
                           TqDay through,
                           gint64 *out_quantity,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqWorkKind, tq_work_kind_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqWork, tq_work_free)

G_END_DECLS
