/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* A seal: the proof, printed and copied by hand, that the book up to here has not been rewritten.
 * */
typedef struct {
  gint64 event;
  gint64 number;
  TqDay through;
  gint64 entries;
  TqDigest digest;
} TqSeal;

gboolean tq_period_load_closed_through (TqStore *store,
                                        TqDay *out_through,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_period_check_open (TqStore *store, TqDay day, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_period_append_seal (TqStore *store,
                                const TqAct *act,
                                TqDay through,
                                TqSeal *out_seal,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean
tq_period_apply_seal (TqStore *store, const TqEvent *event, TqDecoder *body, GError **error);
gboolean tq_period_load_last_seal (TqStore *store,
                                   TqSeal *out_seal,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
GArray *tq_period_load_seals (TqStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
