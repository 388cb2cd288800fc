/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "base/decoder.h"
#include "base/digest.h"
#include "base/encoder.h"

G_BEGIN_DECLS

typedef struct _TqStore TqStore;

#define TQ_ACT_ID_SIZE 16u

/* What every act carries: a random id made before the transaction, the acting person, the clock's
 * label (seconds since 1970, for information only) and the day that the person gave. */
typedef struct {
  guint8 id[TQ_ACT_ID_SIZE];
  const char *actor;
  gint64 instant;
  TqDay day;
} TqAct;

/* One link of the chain as an apply function sees it; the texts are owned by the caller. */
typedef struct {
  gint64 seq;
  const char *kind;
  TqAct act;
  TqDigest hash;
} TqEvent;

/* Writes the derived rows of one event. It reads nothing but the event, the rest of the body and
 * the tables, and refuses with TQ_ERROR_… what breaks a rule. */
typedef gboolean (*TqApplyFunc) (TqStore *store,
                                 const TqEvent *event,
                                 TqDecoder *body,
                                 GError **error);

/* A kind of event and its version, for example "entry.post/1". Lists of kinds end with a NULL name.
 * */
typedef struct {
  const char *name;
  TqApplyFunc apply;
} TqEventKind;

void tq_act_init (TqAct *act, const char *actor, gint64 instant, TqDay day);
gboolean tq_event_append (TqStore *store,
                          const char *kind,
                          const TqAct *act,
                          const TqEncoder *fields,
                          gint64 *out_seq,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_event_find_act (TqStore *store, const TqAct *act, gint64 *out_seq, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_event_load_hash (TqStore *store, gint64 seq, TqDigest *out_hash, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_event_replay (TqStore *store,
                          const char *kind,
                          const guint8 *body,
                          gsize length,
                          const TqDigest *prev,
                          TqDigest *out_hash,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
void tq_event_slip_digest (const TqDigest *hash, TqDigest *out_slip);
void tq_event_hash (gint64 seq,
                    const char *kind,
                    const guint8 *body,
                    gsize length,
                    const TqDigest *prev,
                    TqDigest *out_hash);

G_END_DECLS
