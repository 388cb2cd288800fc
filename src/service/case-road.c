/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* A case as a line of stations, with what it waits for.
 *
 * 1. The stations stand in the order of the road. A side station (a shortfall, no quorum, blocked,
 *    opened again, paused) is shown only where the case was or is there.
 * 2. What can be done comes from the table of the road alone: the rows that start where the case
 *    stands, each with the sentence of its need where that is not met. */
#include "service/case-road.h"

#include "assembly/case.h"
#include "assembly/need.h"
#include "assembly/road-table.h"
#include "base/i18n.h"
#include "service/labels.h"
#include "service/road-view.h"

enum {
  PROP_0,
  PROP_TITLE,
  PROP_NOTE, /* "when" or "why" */
  PROP_PLACE,
  N_PROPS,
};

struct _TqStation {
  GObject parent_instance;
  TqStationPlace place;
  char *title;
  char *when;
};

G_DEFINE_FINAL_TYPE (TqStation, tq_station, G_TYPE_OBJECT)

static const char *
get_place_words (TqStationPlace place)
{
  switch (place) {
  case TQ_STATION_PASSED:
    return _ ("passed");
  case TQ_STATION_HERE:
    return _ ("the case stands here");
  case TQ_STATION_SKIPPED:
    return _ ("not needed");
  case TQ_STATION_AHEAD:
  default:
    return _ ("still to come");
  }
}

static void
tq_station_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  const TqStation *station = TQ_STATION (object);
  if (id == PROP_TITLE)
    g_value_set_string (value, station->title);
  else if (id == PROP_NOTE)
    g_value_set_string (value, station->when);
  else
    g_value_set_string (value, get_place_words (station->place));
}

static void
tq_station_finalize (GObject *object)
{
  g_free (TQ_STATION (object)->title);
  g_free (TQ_STATION (object)->when);
  G_OBJECT_CLASS (tq_station_parent_class)->finalize (object);
}

static void
install_texts (GObjectClass *class, const char *const *names)
{
  for (guint i = 0; names[i] != NULL; i++)
    g_object_class_install_property (
      class,
      i + 1,
      g_param_spec_string (names[i], NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
tq_station_class_init (TqStationClass *class)
{
  static const char *const names[] = { "title", "when", "place", NULL };
  G_OBJECT_CLASS (class)->get_property = tq_station_get_property;
  G_OBJECT_CLASS (class)->finalize = tq_station_finalize;
  install_texts (G_OBJECT_CLASS (class), names);
}

static void
tq_station_init (TqStation *station)
{
}

TqStationPlace
tq_station_get_place (TqStation *station)
{
  return station->place;
}

struct _TqCaseAct {
  GObject parent_instance;
  char *title;
  char *why;
};

G_DEFINE_FINAL_TYPE (TqCaseAct, tq_case_act, G_TYPE_OBJECT)

static void
tq_case_act_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  const TqCaseAct *act = TQ_CASE_ACT (object);
  g_value_set_string (value, id == PROP_TITLE ? act->title : act->why);
}

static void
tq_case_act_finalize (GObject *object)
{
  g_free (TQ_CASE_ACT (object)->title);
  g_free (TQ_CASE_ACT (object)->why);
  G_OBJECT_CLASS (tq_case_act_parent_class)->finalize (object);
}

static void
tq_case_act_class_init (TqCaseActClass *class)
{
  static const char *const names[] = { "title", "why", NULL };
  G_OBJECT_CLASS (class)->get_property = tq_case_act_get_property;
  G_OBJECT_CLASS (class)->finalize = tq_case_act_finalize;
  install_texts (G_OBJECT_CLASS (class), names);
}

static void
tq_case_act_init (TqCaseAct *act)
{
}

/* The day on which the case last reached a station, TQ_DAY_NONE where it never did. The commission
 * may write its finding after the notice went out: its station was reached all the same. */
static TqDay
find_arrival (const TqCase *c, TqState state)
{
  TqDay day = state == TQ_STATE_OPEN ? c->opened : TQ_DAY_NONE;
  for (guint i = 0; i < c->steps->len; i++) {
    const TqStep *step = &g_array_index (c->steps, TqStep, i);
    if ((step->to == state && step->from != state) ||
        (state == TQ_STATE_REVIEWED && step->doing == TQ_DO_REVIEW))
      day = step->day;
  }
  return day;
}

static gboolean
is_side_station (TqState state)
{
  return state == TQ_STATE_SHORTFALL || state == TQ_STATE_NO_QUORUM || state == TQ_STATE_WAITING ||
         state == TQ_STATE_BLOCKED || state == TQ_STATE_REOPENED || state == TQ_STATE_PAUSED;
}

static GListModel *
build_stations (const TqCase *c)
{
  GListStore *stations = g_list_store_new (TQ_TYPE_STATION);
  for (int i = TQ_STATE_OPEN; i <= TQ_STATE_PAUSED; i++) {
    const TqState state = (TqState) i;
    const TqDay arrival = find_arrival (c, state);
    const gboolean here = state == c->state;
    if (is_side_station (state) && !here && arrival == TQ_DAY_NONE)
      continue;
    g_autoptr (TqStation) station = g_object_new (TQ_TYPE_STATION, NULL);
    station->title = g_strdup (tq_state_get_title (state));
    station->when = arrival != TQ_DAY_NONE ? tq_day_to_local_string (arrival) : g_strdup ("");
    station->place = here                     ? TQ_STATION_HERE
                     : state > c->state       ? TQ_STATION_AHEAD
                     : arrival == TQ_DAY_NONE ? TQ_STATION_SKIPPED
                                              : TQ_STATION_PASSED;
    g_list_store_append (stations, station);
  }
  return G_LIST_MODEL (stations);
}

static void
add_act (GListStore *acts, TqDoing doing, const char *why)
{
  g_autoptr (TqCaseAct) act = g_object_new (TQ_TYPE_CASE_ACT, NULL);
  act->title = g_strdup (tq_doing_get_title (doing));
  act->why = g_strdup (why);
  g_list_store_append (acts, act);
}

/* The first need that is not met, in words; NULL where the act can be done from here by some row.
 * */
static const char *
find_missing (const TqCase *c, TqDoing doing, gboolean *out_has_row)
{
  gsize count;
  const char *missing = NULL;
  const TqTransition *rows = tq_road_get_table (&count);
  *out_has_row = FALSE;
  for (gsize i = 0; i < count; i++) {
    if (rows[i].from != c->state || rows[i].doing != doing)
      continue;
    *out_has_row = TRUE;
    if (tq_need_is_met (rows[i].need, c))
      return NULL;
    missing = tq_need_get_why (rows[i].need);
  }
  return missing;
}

static GListModel *
build_acts (const TqCase *c)
{
  GListStore *acts = g_list_store_new (TQ_TYPE_CASE_ACT);
  for (int pass = 0; pass < 2; pass++) {
    for (int i = 0; i < TQ_N_DOINGS; i++) {
      gboolean has_row = FALSE;
      const char *missing = find_missing (c, (TqDoing) i, &has_row);
      if (has_row && (missing == NULL) == (pass == 0))
        add_act (acts, (TqDoing) i, missing != NULL ? missing : "");
    }
  }
  return G_LIST_MODEL (acts);
}

/* The steps in words: the command line's table has the names that it takes as commands. */
static TqTable *
build_steps (const TqCase *c)
{
  TqTable *table = tq_table_new ("steps", c->title);
  tq_table_add_column (table, "date", _ ("Date"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "act", _ ("Act"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "station", _ ("Station"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "event", _ ("Event"), TQ_COLUMN_INTEGER, 0);
  for (guint i = 0; i < c->steps->len; i++) {
    const TqStep *step = &g_array_index (c->steps, TqStep, i);
    g_autofree char *day = tq_label_build_day (step->day);
    TqRow *row = tq_table_add_row (table, TQ_ROW_NORMAL, 0);
    tq_row_add_text (row, day);
    tq_row_add_text (row, tq_doing_get_title (step->doing));
    tq_row_add_text (row, tq_state_get_title (step->to));
    tq_row_add_number (row, step->event);
  }
  return table;
}

static gboolean
load_tables (TqCaseRoad *road, TqBook *book, gint64 of_case, GError **error)
{
  static TqTable *(*const builders[TQ_CASE_TABLE_STEPS]) (TqBook *, gint64, GError **) = {
    tq_road_view_build_agenda, tq_road_view_build_proposals, tq_road_view_build_shares,
    tq_road_view_build_words,  tq_road_view_build_execution,
  };
  for (guint i = 0; i < TQ_CASE_TABLE_STEPS; i++) {
    TqTable *table = builders[i](book, of_case, error);
    if (table == NULL)
      return FALSE;
    road->tables[i] = tq_table_model_new (table);
  }
  return TRUE;
}

/* Everything that the window shows of a case (transfer full). Raises TQ_ERROR_NOT_FOUND. */
TqCaseRoad *
tq_case_road_load (TqBook *book, gint64 of_case, GError **error)
{
  g_autoptr (TqCase) c = tq_case_load (tq_book_get_store (book), of_case, error);
  if (c == NULL)
    return NULL;
  g_autoptr (TqCaseRoad) road = g_new0 (TqCaseRoad, 1);
  road->title = g_strdup (c->title);
  road->now = g_strdup (tq_state_get_title (c->state));
  road->stations = build_stations (c);
  road->acts = build_acts (c);
  road->tables[TQ_CASE_TABLE_STEPS] = tq_table_model_new (build_steps (c));
  return load_tables (road, book, of_case, error) ? g_steal_pointer (&road) : NULL;
}

void
tq_case_road_free (TqCaseRoad *road)
{
  for (guint i = 0; i < TQ_N_CASE_TABLES; i++)
    g_clear_object (&road->tables[i]);
  g_clear_object (&road->stations);
  g_clear_object (&road->acts);
  g_free (road->title);
  g_free (road->now);
  g_free (road);
}
