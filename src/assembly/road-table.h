/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "assembly/road.h"

G_BEGIN_DECLS

/* What must hold in the case before an act; the table has at most one or two for a row. */
typedef enum {
  TQ_NEED_NOTHING,
  TQ_NEED_ACCOUNTS,
  TQ_NEED_NO_ACCOUNTS,
  TQ_NEED_COUNTED,
  TQ_NEED_NOTICE,
  TQ_NEED_READ,
  TQ_NEED_ACCEPTED,
  TQ_NEED_PROPOSAL,
  TQ_NEED_READY_PROPOSAL,
  TQ_NEED_ALL_HEARD,
  TQ_NEED_SOMEBODY_UNHEARD,
  TQ_NEED_QUORUM_TODAY,
  TQ_NEED_NO_STOP,
  TQ_NEED_ROUNDS,
  TQ_NEED_ADOPTED,
  TQ_NEED_NO_LINES,
  TQ_NEED_REPORT_ASSEMBLY,
  TQ_NEED_SETTLED,
  TQ_NEED_UNCARRIED,
  TQ_NEED_UNDECIDED,
  TQ_NEED_DECISION,
  TQ_NEED_ROLL,
} TqNeed;

typedef struct {
  TqState from;
  TqDoing doing;
  TqOutcome outcome;
  TqState to;
  TqNeed need;
} TqTransition;

const TqTransition *tq_road_get_table (gsize *out_n);
const char *tq_state_get_name (TqState state);
const char *tq_state_get_title (TqState state);
gboolean tq_state_find (const char *name, TqState *out_state);
const char *tq_doing_get_name (TqDoing doing);
const char *tq_doing_get_title (TqDoing doing);
gboolean tq_doing_find (const char *name, TqDoing *out_doing) G_GNUC_WARN_UNUSED_RESULT;
const char *tq_need_get_why (TqNeed need);
gboolean tq_need_is_met (TqNeed need, const TqCase *c);
gboolean tq_road_can (const TqCase *c, TqDoing doing, char **out_why) G_GNUC_WARN_UNUSED_RESULT;
gboolean
tq_road_find (const TqCase *c, TqDoing doing, TqOutcome outcome, TqState *out_to, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
