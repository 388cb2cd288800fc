/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "service/case-list.h"

#include "assembly/case.h"
#include "assembly/road-table.h"

enum {
  PROP_0,
  PROP_TITLE,
  PROP_STATION,
};

struct _TqCaseRow {
  GObject parent_instance;
  gint64 key;
  char *title;
  const char *station;
};

G_DEFINE_FINAL_TYPE (TqCaseRow, tq_case_row, G_TYPE_OBJECT)

static void
tq_case_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  const TqCaseRow *row = TQ_CASE_ROW (object);
  g_value_set_string (value, id == PROP_TITLE ? row->title : row->station);
}

static void
tq_case_row_finalize (GObject *object)
{
  g_free (TQ_CASE_ROW (object)->title);
  G_OBJECT_CLASS (tq_case_row_parent_class)->finalize (object);
}

static void
tq_case_row_class_init (TqCaseRowClass *class)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  object_class->get_property = tq_case_row_get_property;
  object_class->finalize = tq_case_row_finalize;
  g_object_class_install_property (object_class,
                                   PROP_TITLE,
                                   g_param_spec_string ("title", NULL, NULL, NULL, flags));
  g_object_class_install_property (object_class,
                                   PROP_STATION,
                                   g_param_spec_string ("station", NULL, NULL, NULL, flags));
}

static void
tq_case_row_init (TqCaseRow *row)
{
}

gint64
tq_case_row_get_key (TqCaseRow *row)
{
  return row->key;
}

struct _TqCaseList {
  TqLazyList parent_instance;
};

G_DEFINE_FINAL_TYPE (TqCaseList, tq_case_list, TQ_TYPE_LAZY_LIST)

static void
unref_summaries (gpointer summaries)
{
  g_ptr_array_unref (summaries);
}

static gboolean
read_cases (TqStore *store, gpointer request, TqListReading *out_found, GError **error)
{
  GPtrArray *summaries = tq_case_load_list (store, error);
  if (summaries == NULL)
    return FALSE;
  out_found->extra = summaries;
  out_found->free_extra = unref_summaries;
  out_found->keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = summaries->len; i > 0; i--) {
    const TqCaseSummary *summary = g_ptr_array_index (summaries, i - 1);
    g_array_append_val (out_found->keys, summary->event);
  }
  return TRUE;
}

static gpointer
load_row (TqLazyList *list, TqStore *store, gint64 key, gpointer extra)
{
  const GPtrArray *summaries = extra;
  TqCaseRow *row = g_object_new (TQ_TYPE_CASE_ROW, NULL);
  row->key = key;
  for (guint i = 0; i < summaries->len; i++) {
    const TqCaseSummary *summary = g_ptr_array_index (summaries, i);
    if (summary->event != key)
      continue;
    row->title = g_strdup (summary->title);
    row->station = tq_state_get_title (summary->state);
  }
  return row;
}

static void
tq_case_list_class_init (TqCaseListClass *class)
{
  TqLazyListClass *list_class = TQ_LAZY_LIST_CLASS (class);
  list_class->row_type = TQ_TYPE_CASE_ROW;
  list_class->read = read_cases;
  list_class->load_row = load_row;
}

static void
tq_case_list_init (TqCaseList *list)
{
}
