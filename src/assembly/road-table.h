/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "assembly/road.h"

G_BEGIN_DECLS

const TqTransition *tq_road_get_table (gsize *out_n);
const char *tq_state_get_name (TqState state);
const char *tq_state_get_title (TqState state);
gboolean tq_state_find (const char *name, TqState *out_state);
const char *tq_doing_get_name (TqDoing doing);
const char *tq_doing_get_title (TqDoing doing);
const char *tq_need_get_why (TqNeed need);
gboolean tq_need_is_met (TqNeed need, const TqCase *c);
gboolean tq_road_can (const TqCase *c, TqDoing doing, char **out_why) G_GNUC_WARN_UNUSED_RESULT;
gboolean
tq_road_find (const TqCase *c, TqDoing doing, TqOutcome outcome, TqState *out_to, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
