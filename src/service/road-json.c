/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "assembly/road-table.h"
#include "base/json-writer.h"
#include "base/money.h"
#include "ledger/commodity.h"
#include "service/road-view.h"
#include "service/road.h"

/* Every list of a case under the name that it has in JSON. */
static const struct {
  const char *name;
  gsize offset;
} lists[] = {
  { "counts", G_STRUCT_OFFSET (TqCase, counts) },
  { "closes", G_STRUCT_OFFSET (TqCase, closes) },
  { "reviews", G_STRUCT_OFFSET (TqCase, reviews) },
  { "notices", G_STRUCT_OFFSET (TqCase, notices) },
  { "rolls", G_STRUCT_OFFSET (TqCase, rolls) },
  { "readings", G_STRUCT_OFFSET (TqCase, readings) },
  { "questions", G_STRUCT_OFFSET (TqCase, questions) },
  { "verdicts", G_STRUCT_OFFSET (TqCase, verdicts) },
  { "proposals", G_STRUCT_OFFSET (TqCase, proposals) },
  { "rounds", G_STRUCT_OFFSET (TqCase, rounds) },
  { "words", G_STRUCT_OFFSET (TqCase, words) },
  { "positions", G_STRUCT_OFFSET (TqCase, positions) },
  { "objections", G_STRUCT_OFFSET (TqCase, objections) },
  { "answers", G_STRUCT_OFFSET (TqCase, answers) },
  { "tallies", G_STRUCT_OFFSET (TqCase, tallies) },
  { "decisions", G_STRUCT_OFFSET (TqCase, decisions) },
  { "minutes", G_STRUCT_OFFSET (TqCase, minutes) },
  { "mandates", G_STRUCT_OFFSET (TqCase, mandates) },
  { "payments", G_STRUCT_OFFSET (TqCase, payments) },
  { "reports", G_STRUCT_OFFSET (TqCase, reports) },
  { "reopenings", G_STRUCT_OFFSET (TqCase, reopenings) },
  { "recalls", G_STRUCT_OFFSET (TqCase, recalls) },
  { "notes", G_STRUCT_OFFSET (TqCase, notes) },
  { "agenda", G_STRUCT_OFFSET (TqCase, agenda) },
  { "marks", G_STRUCT_OFFSET (TqCase, marks) },
};

static void
add_field (TqJsonWriter *json, const TqField *field, const guint8 *record, guint digits)
{
  gconstpointer place = record + field->offset;
  switch (field->type) {
  case TQ_FIELD_COUNT:
  case TQ_FIELD_REF:
    tq_json_writer_add_int (json, field->column, *(const gint64 *) place);
    break;
  case TQ_FIELD_AMOUNT: {
    g_autofree char *amount =
      tq_money_to_string (*(const gint64 *) place,
                          g_str_equal (field->column, "quantity") ? 3 : digits);
    tq_json_writer_add_text (json, field->column, amount);
    break;
  }
  case TQ_FIELD_DAY: {
    const TqDay day = *(const TqDay *) place;
    g_autofree char *text = day != TQ_DAY_NONE ? tq_day_to_string (day) : NULL;
    if (text != NULL)
      tq_json_writer_add_text (json, field->column, text);
    else
      tq_json_writer_add_null (json, field->column);
    break;
  }
  case TQ_FIELD_CHOICE:
    tq_json_writer_add_text (json, field->column, field->names[*(const int *) place]);
    break;
  case TQ_FIELD_LINE:
  case TQ_FIELD_BODY:
  default: {
    const char *text = *(const char *const *) place;
    tq_json_writer_add_text (json, field->column, text != NULL ? text : "");
    break;
  }
  }
}

static void
add_fields (TqJsonWriter *json, const TqCaseRecordKind *kind, gconstpointer record, guint digits)
{
  for (const TqField *field = kind->fields; field->column != NULL; field++)
    add_field (json, field, record, digits);
}

/* Lists within a record hold records without lists of their own. */
static void
add_sublist (TqJsonWriter *json,
             const TqCaseRecordKind *kind,
             guint index,
             gconstpointer record,
             guint digits)
{
  const GPtrArray *items =
    *(GPtrArray *const *) (gconstpointer) ((const guint8 *) record + kind->lists[index].offset);
  tq_json_writer_begin_array (json, tq_road_get_list_name (kind, index));
  for (guint i = 0; items != NULL && i < items->len; i++) {
    tq_json_writer_begin_object (json, NULL);
    add_fields (json, kind->lists[index].kind, g_ptr_array_index (items, i), digits);
    tq_json_writer_end_object (json);
  }
  tq_json_writer_end_array (json);
}

static void
add_record (TqJsonWriter *json, const TqCaseRecord *record, guint digits)
{
  const TqCaseRecordKind *kind = record->kind;
  g_autofree char *day = tq_day_to_string (record->day);
  tq_json_writer_begin_object (json, NULL);
  tq_json_writer_add_int (json, "event", record->event);
  tq_json_writer_add_text (json, "date", day);
  tq_json_writer_add_text (json, "written_by", record->actor != NULL ? record->actor : "");
  add_fields (json, kind, record, digits);
  for (guint i = 0; i < TQ_RECORD_MAX_LISTS && kind->lists[i].kind != NULL; i++)
    add_sublist (json, kind, i, record, digits);
  tq_json_writer_end_object (json);
}

static void
add_head (TqJsonWriter *json, const TqCase *c)
{
  g_autofree char *opened = tq_day_to_string (c->opened);
  g_autofree char *starts = tq_day_to_string (c->starts);
  g_autofree char *through = tq_day_to_string (c->through);
  tq_json_writer_add_int (json, "case", c->event);
  tq_json_writer_add_text (json, "kind", tq_case_kind_get_name (c->kind));
  tq_json_writer_add_text (json, "title", c->title);
  tq_json_writer_add_text (json, "opened", opened);
  tq_json_writer_add_text (json, "from", starts);
  tq_json_writer_add_text (json, "to", through);
  tq_json_writer_add_text (json, "state", tq_state_get_name (c->state));
  tq_json_writer_begin_array (json, "possible");
  for (guint i = 0; i < TQ_N_DOINGS; i++)
    if (tq_road_can (c, (TqDoing) i, NULL))
      tq_json_writer_add_text (json, NULL, tq_doing_get_name ((TqDoing) i));
  tq_json_writer_end_array (json);
}

/* The whole case with every word in it, as JSON (transfer full). */
char *
tq_road_view_dup_json (TqBook *book, gint64 of_case, GError **error)
{
  TqJsonWriter json;
  TqStore *store = tq_book_get_store (book);
  g_autoptr (TqCase) c = tq_case_load (store, of_case, error);
  g_autoptr (TqCommodity) currency =
    c != NULL ? tq_commodity_load (store, tq_book_get_cooperative (book)->currency, error) : NULL;
  if (currency == NULL)
    return NULL;
  GString *text = g_string_new (NULL);
  tq_json_writer_start (&json, text, TRUE);
  tq_json_writer_begin_object (&json, NULL);
  add_head (&json, c);
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++) {
    const GPtrArray *records =
      *(GPtrArray *const *) (gconstpointer) ((const guint8 *) c + lists[i].offset);
    tq_json_writer_begin_array (&json, lists[i].name);
    for (guint j = 0; j < records->len; j++)
      add_record (&json, g_ptr_array_index (records, j), currency->digits);
    tq_json_writer_end_array (&json);
  }
  tq_json_writer_end_object (&json);
  tq_json_writer_finish (&json);
  return g_string_free (text, FALSE);
}
