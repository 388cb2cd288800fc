/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "cli/command.h"
#include "service/road.h"

G_BEGIN_DECLS

/* A verb that is an act of the road: its options are the fields of the act's record. */
typedef struct {
  const char *name;
  TqDoing doing;
  gboolean outside; /* of no case: a payment without agreement */
} TqRoadVerb;

gboolean tq_road_act_dispatch (TqCli *cli,
                               int argc,
                               char **argv,
                               const TqRoadVerb *acts,
                               const TqCommand *others,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
