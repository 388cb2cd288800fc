/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* A task (cargo) that somebody holds from a day until a day; never an account with rights for ever.
 * */
typedef struct {
  gint64 event;
  char *title; /* "secretary", "vigilance", … as the co-operative calls it */
  gint64 holder;
  gint64 group; /* 0 for the whole co-operative */
  TqDay starts;
  TqDay ends; /* TQ_DAY_NONE while held */
} TqOffice;

void tq_office_free (TqOffice *office);
gboolean tq_office_append (TqStore *store,
                           const TqAct *act,
                           const TqOffice *draft,
                           gint64 *out_event,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_office_append_end (TqStore *store,
                               const TqAct *act,
                               gint64 office,
                               const char *reason,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_office_apply (TqStore *store, const TqEvent *event, TqDecoder *body, GError **error);
gboolean
tq_office_apply_end (TqStore *store, const TqEvent *event, TqDecoder *body, GError **error);
GPtrArray *tq_office_load_all (TqStore *store, TqDay day, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqOffice, tq_office_free)

G_END_DECLS
