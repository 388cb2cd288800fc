/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* One way in for every act of the road: it is asked of the table of transitions, checked, written
 * as one event with its record and, where money moves, with its entry, and the case moves to the
 * station that the table says.
 *
 * 1. One act is one event: the payment on a line and its entry stand or fall together.
 * 2. The body holds the case, whether an entry goes with it, the record, and then the entry.
 * 3. The record is inserted before the step, the step before marks; all are rows of the event.
 * 4. What is logically impossible is refused; what breaks a rule but happened is recorded with a
 *    mark, because a program that refuses to record reality produces a second, hidden book. */
#include "assembly/step.h"

#include "assembly/need.h"
#include "base/error.h"
#include "base/i18n.h"
#include "store/statement.h"

static const char insert_step_sql[] =
  "INSERT INTO case_step (event, of_case, act, from_state, to_state) "
  "VALUES (:event, :case, :act, :from, :to)";
static const char move_case_sql[] =
  "UPDATE assembly_case SET state = :state, paused_state = :paused, changed = :event "
  "WHERE event = :case";
static const char insert_mark_sql[] =
  "INSERT INTO mark (event, line, of_case, kind, decision_line, amount, linked, link_words, changed) "
  "VALUES (:event, :line, :case, :kind, :decision_line, :amount, NULL, '', :event)";
static const char insert_agenda_sql[] =
  "INSERT INTO agenda_item (event, of_case, kind, who, words, decision_line, amount, next_case, "
  "taken, changed) VALUES (:event, :case, :kind, '', :words, :decision_line, :amount, 0, NULL, "
  ":event)";

/* Sets *error* to TQ_ERROR_INVALID with a translated sentence; always FALSE. */
gboolean
tq_step_refuse (GError **error, const char *why)
{
  g_set_error_literal (error, TQ_ERROR, TQ_ERROR_INVALID, why);
  return FALSE;
}

static const char *
get_choice_name (const TqCaseRecordKind *kind, int choice)
{
  for (const TqField *field = kind->fields; field->column != NULL; field++)
    if (field->type == TQ_FIELD_CHOICE)
      return field->names[choice];
  g_assert_not_reached ();
}

/* Marks that a rule was broken, as a row of the act's event. */
gboolean
tq_step_add_mark (TqStepContext *context,
                  TqMarkKind kind,
                  gint64 decision_line,
                  gint64 amount_minor,
                  GError **error)
{
  context->marks++;
  return tq_statement_execute (
    context->store,
    insert_mark_sql,
    TQ_BINDINGS (TQ_INT (":event", context->event->seq),
                 TQ_INT (":line", context->marks),
                 TQ_INT_OR_NULL (":case", context->c != NULL ? context->c->event : 0),
                 TQ_TEXT (":kind", get_choice_name (&tq_mark_kind, (int) kind)),
                 TQ_INT (":decision_line", decision_line),
                 TQ_INT (":amount", amount_minor)),
    error);
}

/* Puts a matter on the agenda of the next assembly, without anybody typing it. */
gboolean
tq_step_add_agenda (TqStepContext *context,
                    TqAgendaKind kind,
                    const char *words,
                    gint64 decision_line,
                    gint64 amount_minor,
                    GError **error)
{
  return tq_statement_execute (
    context->store,
    insert_agenda_sql,
    TQ_BINDINGS (TQ_INT (":event", context->event->seq),
                 TQ_INT_OR_NULL (":case", context->c != NULL ? context->c->event : 0),
                 TQ_TEXT (":kind", get_choice_name (&tq_agenda_item_kind, (int) kind)),
                 TQ_TEXT (":words", words),
                 TQ_INT (":decision_line", decision_line),
                 TQ_INT (":amount", amount_minor)),
    error);
}

static gboolean
encode (TqDoing doing,
        gint64 of_case,
        gconstpointer draft,
        TqEntry *entry,
        TqEncoder *fields,
        GError **error)
{
  const gboolean has_entry = entry->postings != NULL && entry->postings->len > 0;
  tq_encoder_start (fields);
  tq_encoder_put_int (fields, of_case);
  tq_encoder_put_int (fields, has_entry ? 1 : 0);
  if (!tq_case_record_encode (tq_step_get_kind (doing)->record, draft, fields, error))
    return FALSE;
  if (!has_entry)
    return TRUE;
  if (!tq_entry_normalize (entry, error) || !tq_entry_check (entry, error))
    return FALSE;
  tq_entry_encode (entry, fields);
  return TRUE;
}

/* Performs an act on a case; *draft* is the record of that act (tq_step_get_kind () names it) and
 * the fields that are filled in are set in it. Raises TQ_ERROR_FORBIDDEN where the road says no,
 * TQ_ERROR_INVALID for what is missing or impossible, and what an entry raises. */
gboolean
tq_step_append (TqStore *store,
                const TqAct *act,
                TqDoing doing,
                gint64 of_case,
                gpointer draft,
                gint64 *out_event,
                GError **error)
{
  gint64 done = 0;
  TqState to;
  g_auto (TqEncoder) fields = { NULL };
  g_auto (TqEntry) entry = { 0 };
  const TqStepKind *kind = tq_step_get_kind (doing);
  if (!tq_event_find_act (store, act, &done, error))
    return FALSE;
  if (done != 0) { /* the same act again: it is in the book already */
    if (out_event != NULL)
      *out_event = done;
    return TRUE;
  }
  g_autoptr (TqCase) c = tq_case_load_for_act (store, of_case, act->day, error);
  if (c == NULL || !tq_road_find (c, doing, TQ_OUTCOME_ANY, &to, error))
    return FALSE;
  if (kind->fill != NULL && !kind->fill (store, act, c, draft, &entry, error))
    return FALSE;
  return encode (doing, of_case, draft, &entry, &fields, error) &&
         tq_event_append (store, kind->name, act, &fields, out_event, error);
}

static gboolean
move_case (TqStepContext *context, TqDoing doing, TqState to, GError **error)
{
  const TqCase *c = context->c;
  const TqState target = to == TQ_STATE_SAME       ? c->state
                         : to == TQ_STATE_PREVIOUS ? c->paused_state
                                                   : to;
  const char *paused = target == TQ_STATE_PAUSED ? tq_state_get_name (c->state) : "";
  if (!tq_statement_execute (context->store,
                             insert_step_sql,
                             TQ_BINDINGS (TQ_INT (":event", context->event->seq),
                                          TQ_INT (":case", c->event),
                                          TQ_TEXT (":act", tq_doing_get_name (doing)),
                                          TQ_TEXT (":from", tq_state_get_name (c->state)),
                                          TQ_TEXT (":to", tq_state_get_name (target))),
                             error))
    return FALSE;
  return target == c->state ||
         tq_statement_execute (context->store,
                               move_case_sql,
                               TQ_BINDINGS (TQ_TEXT (":state", tq_state_get_name (target)),
                                            TQ_TEXT (":paused", paused),
                                            TQ_INT (":event", context->event->seq),
                                            TQ_INT (":case", c->event)),
                               error);
}

static gboolean
find_doing (const char *name, TqDoing *out_doing)
{
  for (guint i = 0; i < TQ_N_DOINGS; i++)
    if (g_str_equal (tq_step_get_kind ((TqDoing) i)->name, name)) {
      *out_doing = (TqDoing) i;
      return TRUE;
    }
  return FALSE;
}

static gboolean
perform (TqStepContext *context,
         TqDoing doing,
         gpointer record,
         const TqEntry *entry,
         GError **error)
{
  const TqStepKind *kind = tq_step_get_kind (doing);
  TqOutcome outcome = TQ_OUTCOME_ANY;
  TqState to = TQ_STATE_SAME;
  if (!tq_road_find (context->c, doing, TQ_OUTCOME_ANY, &to, error) ||
      (kind->check != NULL && !kind->check (context, record, &outcome, error)) ||
      !tq_road_find (context->c, doing, outcome, &to, error) ||
      !tq_case_record_insert (context->store, context->event, context->c->event, record, error))
    return FALSE;
  if (entry != NULL && !tq_entry_insert (context->store, context->event->seq, entry, error))
    return FALSE;
  return move_case (context, doing, to, error) &&
         (kind->after == NULL || kind->after (context, record, error));
}

/* Apply function of every act of the road. */
gboolean
tq_step_apply (TqStore *store, const TqEvent *event, TqDecoder *body, GError **error)
{
  TqDoing doing;
  g_auto (TqEntry) entry = { 0 };
  if (!find_doing (event->kind, &doing)) {
    tq_decoder_fail (body);
    return TRUE;
  }
  const gint64 of_case = tq_decoder_get_int (body);
  const gint64 has_entry = tq_decoder_get_int (body);
  TqCaseRecord *record = tq_case_record_decode (tq_step_get_kind (doing)->record, body);
  g_autoptr (GPtrArray) owner = g_ptr_array_new_with_free_func (tq_case_record_free);
  g_ptr_array_add (owner, record);
  if (has_entry == 1) {
    tq_entry_decode (&entry, body);
  } else if (has_entry != 0) {
    tq_decoder_fail (body);
  }
  if (body->failed)
    return TRUE;
  g_autoptr (TqCase) c = tq_case_load_for_act (store, of_case, event->act.day, error);
  if (c == NULL)
    return FALSE;
  TqStepContext context = { .store = store, .event = event, .c = c };
  return perform (&context, doing, record, has_entry == 1 ? &entry : NULL, error);
}
