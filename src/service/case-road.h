/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "service/book.h"
#include "service/table-model.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum {
  TQ_STATION_PASSED,
  TQ_STATION_HERE,
  TQ_STATION_AHEAD,
  TQ_STATION_SKIPPED, /* behind, and this case did not need it */
} TqStationPlace;

/* A station of the road. Read-only properties: "title", "when" (the day it was reached, ""),
 * "place" (in words). */
#define TQ_TYPE_STATION (tq_station_get_type ())
G_DECLARE_FINAL_TYPE (TqStation, tq_station, TQ, STATION, GObject)

TqStationPlace tq_station_get_place (TqStation *station);

/* What can be done at a station. Read-only properties: "title", "why" (what is missing before it
 * can be done, "" where nothing is). */
#define TQ_TYPE_CASE_ACT (tq_case_act_get_type ())
G_DECLARE_FINAL_TYPE (TqCaseAct, tq_case_act, TQ, CASE_ACT, GObject)

/* The tables that tell of a case. */
typedef enum {
  TQ_CASE_TABLE_AGENDA,
  TQ_CASE_TABLE_PROPOSALS,
  TQ_CASE_TABLE_SHARES,
  TQ_CASE_TABLE_WORDS,
  TQ_CASE_TABLE_EXECUTION,
  TQ_CASE_TABLE_STEPS,
  TQ_N_CASE_TABLES,
} TqCaseTable;

/* One case and its road, as the window shows it. */
typedef struct {
  char *title;
  char *now;            /* the station where it stands */
  GListModel *stations; /* of TqStation */
  GListModel *acts;     /* of TqCaseAct, those that can be done first */
  TqTableModel *tables[TQ_N_CASE_TABLES];
} TqCaseRoad;

TqCaseRoad *
tq_case_road_load (TqBook *book, gint64 of_case, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void tq_case_road_free (TqCaseRoad *road);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqCaseRoad, tq_case_road_free)

G_END_DECLS
