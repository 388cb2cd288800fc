/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* What waits for an assembly: a line that went above its amount, one that is blocked, a payment
 * without an agreement, somebody's request for the next harvest.
 *
 * 1. An item waits until a notice takes it up; a request for the next case of the kind waits until
 *    that case is opened, and then stands on its first agenda.
 * 2. An item is never deleted: it says which notice or case took it up. */
#include "assembly/agenda.h"

#include "assembly/result.h"
#include "base/error.h"
#include "base/i18n.h"
#include "store/statement.h"

#define ITEM_COLUMNS                                                                               \
  "SELECT t.event, 0, a.day, a.actor, t.kind, t.who, t.words, t.decision_line, t.amount, "         \
  "t.next_case, t.taken FROM agenda_item AS t JOIN act AS a ON a.event = t.event "
static const char waiting_sql[] =
  ITEM_COLUMNS "WHERE (t.taken IS NULL AND t.next_case = 0) OR t.taken = :case ORDER BY t.event";
static const char one_sql[] = ITEM_COLUMNS "WHERE t.event = :case";
static const char open_marks_sql[] =
  "SELECT t.event, t.line, a.day, a.actor, t.kind, t.decision_line, t.amount, t.linked, "
  "t.link_words FROM mark AS t JOIN act AS a ON a.event = t.event "
  "WHERE t.linked IS NULL AND :case IS NULL ORDER BY t.event, t.line";
static const char take_sql[] =
  "UPDATE agenda_item SET taken = :by, changed = :by WHERE event = :item AND taken IS NULL";
static const char take_requests_sql[] =
  "UPDATE agenda_item SET taken = :by, changed = :by WHERE taken IS NULL AND next_case = 1 "
  "AND of_case IN (SELECT event FROM assembly_case WHERE kind = :kind)";

/* The records that another statement than the kind's own selects. */
static GPtrArray *
load_with (TqStore *store,
           const TqCaseRecordKind *kind,
           const char *sql,
           gint64 value,
           GError **error)
{
  TqCaseRecordKind other = *kind;
  other.select_sql = sql;
  GPtrArray *records = tq_case_record_load_all (store, &other, value, error);
  for (guint i = 0; records != NULL && i < records->len; i++)
    ((TqCaseRecord *) g_ptr_array_index (records, i))->kind = kind;
  return records;
}

/* What the next assembly of a case has to take up: what waits in the whole book, and what the case
 * took up when it was opened; of TqAgendaItem (transfer full). */
GPtrArray *
tq_agenda_load_waiting (TqStore *store, gint64 of_case, GError **error)
{
  return load_with (store, &tq_agenda_item_kind, waiting_sql, of_case, error);
}

/* One item, for the line of a notice that names it (transfer full). Raises TQ_ERROR_NOT_FOUND. */
TqAgendaItem *
tq_agenda_load_item (TqStore *store, gint64 event, GError **error)
{
  g_autoptr (GPtrArray) found = load_with (store, &tq_agenda_item_kind, one_sql, event, error);
  if (found == NULL)
    return NULL;
  if (found->len == 0) {
    g_set_error_literal (error,
                         TQ_ERROR,
                         TQ_ERROR_NOT_FOUND,
                         _ ("There is no such matter for an agenda."));
    return NULL;
  }
  return g_ptr_array_steal_index (found, 0);
}

/* Every mark of the book that nothing has dealt with yet, of TqMark (transfer full). */
GPtrArray *
tq_agenda_load_open_marks (TqStore *store, GError **error)
{
  return load_with (store, &tq_mark_kind, open_marks_sql, 0, error);
}

/* Notes that the event *by* took up an item; nothing happens where another did before. */
gboolean
tq_agenda_take (TqStore *store, gint64 item, gint64 by, GError **error)
{
  return tq_statement_execute (store,
                               take_sql,
                               TQ_BINDINGS (TQ_INT (":by", by), TQ_INT (":item", item)),
                               error);
}

/* Gives a newly opened case the requests that wait for the next case of its kind. */
gboolean
tq_agenda_take_requests (TqStore *store, const char *case_kind, gint64 by, GError **error)
{
  return tq_statement_execute (store,
                               take_requests_sql,
                               TQ_BINDINGS (TQ_INT (":by", by), TQ_TEXT (":kind", case_kind)),
                               error);
}

/* An item in a sentence for an agenda, in the language of the program (transfer full). */
char *
tq_agenda_item_dup_text (TqStore *store, const TqAgendaItem *item)
{
  g_autofree char *amount = tq_result_dup_money (store, item->amount_minor);
  switch (item->agenda_kind) {
  case TQ_AGENDA_EXCEEDED:
    return g_strdup_printf (_ ("%s above the agreement: %s"), amount, item->words);
  case TQ_AGENDA_BLOCKED:
    return g_strdup_printf (_ ("Cannot go on, %s more would be needed: %s"), amount, item->words);
  case TQ_AGENDA_WITHOUT_AGREEMENT:
    return g_strdup_printf (_ ("%s paid without an agreement: %s"), amount, item->words);
  case TQ_AGENDA_REQUEST:
  default:
    return *item->who != '\0' ? g_strdup_printf (_ ("Asked by %s: %s"), item->who, item->words)
                              : g_strdup (item->words);
  }
}
