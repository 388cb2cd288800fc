/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* A record is what was said or written at one step of the road: a notice with its agenda, a
 * barrio's word with its counts. Its fields are described once, by a table, and from that table it
 * is written into the body of an event, read back, put into its table and loaded again, so that the
 * four can never disagree.
 *
 * 1. The body holds the fields in the order of the table, then each list: its count and its items.
 * 2. Texts are stored as they were said (NFC, no control characters), never shortened.
 * 3. An obligatory text that is empty is refused with the sentence that its field names.
 * 4. A derived field stands in the table and not in the body: the apply function computes it from
 *    what the book held at that event, so that verify computes it again. */
#include "assembly/case-record.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/money.h"
#include "base/text.h"
#include "store/statement.h"

#define COUNT_LIMIT G_GINT64_CONSTANT (1000000000)
#define FIRST_COLUMN 4 /* after event, line, day and actor */
#define ITEM_MIN_BYTES 5

static gpointer
at (gpointer record, gsize offset)
{
  return (guint8 *) record + offset;
}

static gconstpointer
at_const (gconstpointer record, gsize offset)
{
  return (const guint8 *) record + offset;
}

static const char *
get_text (gconstpointer record, const TqField *field)
{
  const char *text = *(const char *const *) at_const (record, field->offset);
  return text != NULL ? text : "";
}

static gint64
get_int (gconstpointer record, const TqField *field)
{
  switch (field->type) {
  case TQ_FIELD_DAY:
    return *(const TqDay *) at_const (record, field->offset);
  case TQ_FIELD_CHOICE:
    return *(const int *) at_const (record, field->offset);
  case TQ_FIELD_COUNT:
  case TQ_FIELD_AMOUNT:
  case TQ_FIELD_REF:
    return *(const gint64 *) at_const (record, field->offset);
  case TQ_FIELD_LINE:
  case TQ_FIELD_BODY:
  default:
    g_assert_not_reached ();
  }
}

static void
set_int (gpointer record, const TqField *field, gint64 value)
{
  if (field->type == TQ_FIELD_DAY)
    *(TqDay *) at (record, field->offset) = (TqDay) value;
  else if (field->type == TQ_FIELD_CHOICE)
    *(int *) at (record, field->offset) = (int) value;
  else
    *(gint64 *) at (record, field->offset) = value;
}

static gboolean
is_text (const TqField *field)
{
  return field->type == TQ_FIELD_LINE || field->type == TQ_FIELD_BODY;
}

/* Whether *value* is one that the field can hold. */
static gboolean
check_int (const TqField *field, gint64 value)
{
  switch (field->type) {
  case TQ_FIELD_COUNT:
    return value >= 0 && value <= COUNT_LIMIT;
  case TQ_FIELD_AMOUNT:
    return value >= -TQ_MONEY_LIMIT && value <= TQ_MONEY_LIMIT;
  case TQ_FIELD_REF:
    return value >= 0;
  case TQ_FIELD_DAY:
    return tq_day_is_valid (value) || (value == TQ_DAY_NONE && field->needed == NULL);
  case TQ_FIELD_CHOICE:
    for (gint64 i = 0; field->names[i] != NULL; i++)
      if (i == value)
        return TRUE;
    return FALSE;
  case TQ_FIELD_LINE:
  case TQ_FIELD_BODY:
  default:
    return FALSE;
  }
}

static gpointer
alloc (const TqCaseRecordKind *kind)
{
  TqCaseRecord *record = g_malloc0 (kind->size);
  record->kind = kind;
  for (guint i = 0; kind->lists[i].kind != NULL; i++)
    *(GPtrArray **) at (record, kind->lists[i].offset) =
      g_ptr_array_new_with_free_func (tq_case_record_free);
  for (const TqField *field = kind->fields; field->column != NULL; field++)
    if (field->type == TQ_FIELD_DAY)
      set_int (record, field, TQ_DAY_NONE);
  return record;
}

/* An empty record with its empty lists (transfer full); free it with tq_case_record_free (). */
gpointer
tq_case_record_new (const TqCaseRecordKind *kind)
{
  return alloc (kind);
}

/* Adds an empty record to *list*, which is made where it is NULL; owned by the list. */
gpointer
tq_case_record_add (GPtrArray **list, const TqCaseRecordKind *kind)
{
  gpointer record = alloc (kind);
  if (*list == NULL)
    *list = g_ptr_array_new_with_free_func (tq_case_record_free);
  g_ptr_array_add (*list, record);
  return record;
}

/* Frees the lists of a draft that stands on the stack with borrowed texts. */
void
tq_case_record_clear (const TqCaseRecordKind *kind, gpointer record)
{
  for (guint i = 0; kind->lists[i].kind != NULL; i++)
    g_clear_pointer ((GPtrArray **) at (record, kind->lists[i].offset), g_ptr_array_unref);
}

/* Frees a record that tq_case_record_new (), _decode () or _load_all () made, with its texts and
 * lists; texts put into it by hand must be its own as well. */
void
tq_case_record_free (gpointer record)
{
  TqCaseRecord *head = record;
  if (head == NULL)
    return;
  tq_case_record_clear (head->kind, record);
  for (const TqField *field = head->kind->fields; field->column != NULL; field++)
    if (is_text (field))
      g_free (*(char **) at (record, field->offset));
  g_free ((gpointer) (guintptr) head->actor);
  g_free (record);
}

static gboolean
encode_text (const TqField *field, const char *text, TqEncoder *encoder, GError **error)
{
  g_autofree char *stored = field->type == TQ_FIELD_LINE ? tq_text_normalize_line (text, error)
                                                         : tq_text_normalize_body (text, error);
  if (stored == NULL)
    return FALSE;
  if (*stored == '\0' && field->needed != NULL) {
    g_set_error_literal (error, TQ_ERROR, TQ_ERROR_INVALID, _ (field->needed));
    return FALSE;
  }
  tq_encoder_put_text (encoder, stored);
  return TRUE;
}

static gboolean
encode_int (const TqField *field, gint64 value, TqEncoder *encoder, GError **error)
{
  const gboolean empty = field->type == TQ_FIELD_REF ? value == 0 : value == TQ_DAY_NONE;
  if (field->needed != NULL && empty) {
    g_set_error_literal (error, TQ_ERROR, TQ_ERROR_INVALID, _ (field->needed));
    return FALSE;
  }
  if (!check_int (field, value)) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_INVALID,
                 _ ("%" PRId64 " is not possible here. Counts begin at 0 and days have a date."),
                 value);
    return FALSE;
  }
  tq_encoder_put_int (encoder, value);
  return TRUE;
}

static gboolean
encode_fields (const TqCaseRecordKind *kind,
               gconstpointer record,
               TqEncoder *encoder,
               GError **error)
{
  for (const TqField *field = kind->fields; field->column != NULL; field++) {
    if (field->derived)
      continue;
    if (is_text (field) ? !encode_text (field, get_text (record, field), encoder, error)
                        : !encode_int (field, get_int (record, field), encoder, error))
      return FALSE;
  }
  return TRUE;
}

/* Writes a draft into the body of an event. Raises TQ_ERROR_INVALID where something is missing. */
gboolean
tq_case_record_encode (const TqCaseRecordKind *kind,
                       gconstpointer record,
                       TqEncoder *encoder,
                       GError **error)
{
  if (!encode_fields (kind, record, encoder, error))
    return FALSE;
  for (guint i = 0; kind->lists[i].kind != NULL; i++) {
    const GPtrArray *list = *(GPtrArray *const *) at_const (record, kind->lists[i].offset);
    const guint n = list != NULL ? list->len : 0;
    tq_encoder_put_int (encoder, n);
    for (guint j = 0; j < n; j++)
      if (!tq_case_record_encode (kind->lists[i].kind, g_ptr_array_index (list, j), encoder, error))
        return FALSE;
  }
  return TRUE;
}

static void
decode_field (const TqField *field, gpointer record, TqDecoder *decoder)
{
  if (is_text (field)) {
    char *text = tq_decoder_dup_text (decoder);
    *(char **) at (record, field->offset) = text;
    if (*text == '\0' && field->needed != NULL)
      tq_decoder_fail (decoder);
    return;
  }
  const gint64 value = tq_decoder_get_int (decoder);
  if (check_int (field, value) &&
      !(field->type == TQ_FIELD_REF && field->needed != NULL && value == 0))
    set_int (record, field, value);
  else
    tq_decoder_fail (decoder);
}

/* Reads a record from the body of an event (transfer full); a fault is the decoder's. */
gpointer
tq_case_record_decode (const TqCaseRecordKind *kind, TqDecoder *decoder)
{
  TqCaseRecord *record = alloc (kind);
  for (const TqField *field = kind->fields; field->column != NULL; field++)
    if (!field->derived)
      decode_field (field, record, decoder);
  for (guint i = 0; kind->lists[i].kind != NULL; i++) {
    GPtrArray *list = *(GPtrArray **) at (record, kind->lists[i].offset);
    const gint64 n = tq_decoder_get_count (decoder, ITEM_MIN_BYTES);
    for (gint64 j = 0; j < n && !decoder->failed; j++) {
      TqCaseRecord *item = tq_case_record_decode (kind->lists[i].kind, decoder);
      item->line = j + 1;
      g_ptr_array_add (list, item);
    }
  }
  return record;
}

static void
bind_field (TqStatement *statement, const TqField *field, gconstpointer record)
{
  g_autofree char *name = g_strconcat (":", field->column, NULL);
  if (is_text (field)) {
    tq_statement_bind_text (statement, name, get_text (record, field));
    return;
  }
  const gint64 value = get_int (record, field);
  const gboolean none = field->type == TQ_FIELD_REF   ? value == 0
                        : field->type == TQ_FIELD_DAY ? value == TQ_DAY_NONE
                                                      : FALSE;
  if (none)
    tq_statement_bind_null (statement, name);
  else if (field->type == TQ_FIELD_CHOICE)
    tq_statement_bind_text (statement, name, field->names[value]);
  else
    tq_statement_bind_int (statement, name, value);
}

static gboolean
insert_one (TqStore *store,
            const TqEvent *event,
            gint64 of_case,
            TqCaseRecord *record,
            GError **error)
{
  g_autoptr (TqStatement) statement = tq_statement_new (store, record->kind->insert_sql, error);
  if (statement == NULL)
    return FALSE;
  record->event = event->seq;
  record->day = event->act.day;
  tq_statement_bind_int (statement, ":event", event->seq);
  if (record->line > 0)
    tq_statement_bind_int (statement, ":line", record->line);
  if (of_case != 0)
    tq_statement_bind_int (statement, ":case", of_case);
  else
    tq_statement_bind_null (statement, ":case");
  for (const TqField *field = record->kind->fields; field->column != NULL; field++)
    bind_field (statement, field, record);
  return tq_statement_run (statement, error);
}

/* Puts a decoded record and its lists into their tables as rows of *event*; *of_case* is 0 for what
 * happened outside any case. */
gboolean
tq_case_record_insert (TqStore *store,
                       const TqEvent *event,
                       gint64 of_case,
                       gpointer record,
                       GError **error)
{
  TqCaseRecord *head = record;
  if (!insert_one (store, event, of_case, head, error))
    return FALSE;
  for (guint i = 0; head->kind->lists[i].kind != NULL; i++) {
    GPtrArray *list = *(GPtrArray **) at (record, head->kind->lists[i].offset);
    for (guint j = 0; j < list->len; j++)
      if (!insert_one (store, event, of_case, g_ptr_array_index (list, j), error))
        return FALSE;
  }
  return TRUE;
}

static void
read_field (TqStatement *statement, int column, const TqField *field, gpointer record)
{
  const char *text = NULL;
  switch (field->type) {
  case TQ_FIELD_LINE:
  case TQ_FIELD_BODY:
    *(char **) at (record, field->offset) = g_strdup (tq_statement_get_text (statement, column));
    break;
  case TQ_FIELD_CHOICE:
    text = tq_statement_get_text (statement, column);
    for (int i = 0; field->names[i] != NULL; i++)
      if (g_str_equal (field->names[i], text))
        set_int (record, field, i);
    break;
  case TQ_FIELD_DAY:
    if (!tq_statement_is_null (statement, column))
      set_int (record, field, tq_statement_get_int (statement, column));
    break;
  case TQ_FIELD_COUNT:
  case TQ_FIELD_AMOUNT:
  case TQ_FIELD_REF:
  default:
    set_int (record, field, tq_statement_get_int (statement, column));
    break;
  }
}

static GPtrArray *
load_rows (TqStore *store, const TqCaseRecordKind *kind, gint64 of_case, GError **error)
{
  gboolean row = TRUE;
  g_autoptr (GPtrArray) records = g_ptr_array_new_with_free_func (tq_case_record_free);
  g_autoptr (TqStatement) statement =
    tq_statement_query (store,
                        kind->select_sql,
                        TQ_BINDINGS (TQ_INT_OR_NULL (":case", of_case)),
                        error);
  while (statement != NULL && row) {
    if (!tq_statement_step (statement, &row, error))
      return NULL;
    if (!row)
      break;
    TqCaseRecord *record = alloc (kind);
    int column = FIRST_COLUMN;
    record->event = tq_statement_get_int (statement, 0);
    record->line = tq_statement_get_int (statement, 1);
    record->day = (TqDay) tq_statement_get_int (statement, 2);
    record->actor = g_strdup (tq_statement_get_text (statement, 3));
    for (const TqField *field = kind->fields; field->column != NULL; field++)
      read_field (statement, column++, field, record);
    g_ptr_array_add (records, record);
  }
  return statement != NULL ? g_steal_pointer (&records) : NULL;
}

/* Gives each item to the record of its event; both stand in the order of events. An item without
 * one, which no act writes, is refused. Takes the items. */
static gboolean
give_items (GPtrArray *heads, GPtrArray *items, gsize offset, GError **error)
{
  guint h = 0, given = 0;
  for (; given < items->len; given++) {
    TqCaseRecord *item = g_ptr_array_index (items, given);
    while (h < heads->len && ((TqCaseRecord *) g_ptr_array_index (heads, h))->event < item->event)
      h++;
    gpointer head = h < heads->len ? g_ptr_array_index (heads, h) : NULL;
    if (head == NULL || ((TqCaseRecord *) head)->event != item->event)
      break;
    g_ptr_array_add (*(GPtrArray **) at (head, offset), item);
  }
  const gboolean all = given == items->len;
  g_ptr_array_set_free_func (items, NULL); /* those that were given have their owner */
  for (; given < items->len; given++)
    tq_case_record_free (g_ptr_array_index (items, given));
  if (!all)
    g_set_error_literal (error,
                         TQ_ERROR,
                         TQ_ERROR_CORRUPT,
                         _ ("A line of a case has no record that it belongs to. Verify the book."));
  return all;
}

/* Every record of this kind in a case, in the order in which they were written, each with its lists
 * (transfer full); *of_case* 0 gives those outside any case. Raises TQ_ERROR_CORRUPT. */
GPtrArray *
tq_case_record_load_all (TqStore *store,
                         const TqCaseRecordKind *kind,
                         gint64 of_case,
                         GError **error)
{
  g_autoptr (GPtrArray) heads = load_rows (store, kind, of_case, error);
  if (heads == NULL)
    return NULL;
  for (guint i = 0; kind->lists[i].kind != NULL && heads->len > 0; i++) {
    g_autoptr (GPtrArray) items = load_rows (store, kind->lists[i].kind, of_case, error);
    if (items == NULL || !give_items (heads, items, kind->lists[i].offset, error))
      return NULL;
  }
  return g_steal_pointer (&heads);
}
