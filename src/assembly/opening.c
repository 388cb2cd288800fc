/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* What stands before and beside the road: a case is opened, and money is paid that no assembly
 * agreed to yet.
 *
 * 1. A case with accounts names its period; requests that wait for the next case of its kind come
 *    to it by themselves.
 * 2. A payment from the surplus without a decision is possible, because it happens, and is marked
 *    "without agreement" until an assembly deals with it: then the mark gets its link and stays. */
#include "assembly/opening.h"

#include "assembly/acts.h"
#include "assembly/agenda.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "store/statement.h"

static const char insert_case_sql[] =
  "INSERT INTO assembly_case (event, kind, title, starts, through, reopens, reopened_amount, state, "
  "paused_state, changed) VALUES (:event, :kind, :title, :starts, :through, NULL, 0, 'open', '', "
  ":event)";

/* Opens a case; *out_event* (nullable) is its key. Raises TQ_ERROR_INVALID. */
gboolean
tq_case_append (TqStore *store,
                const TqAct *act,
                const TqCaseDraft *draft,
                gint64 *out_event,
                GError **error)
{
  g_auto (TqEncoder) fields = { NULL };
  g_autofree char *title = tq_text_normalize_line (draft->title, error);
  if (title == NULL)
    return FALSE;
  if (*title == '\0')
    return tq_step_refuse (error, _ ("Give the case a title."));
  if (!tq_day_is_valid (draft->starts) || !tq_day_is_valid (draft->through) ||
      draft->starts > draft->through)
    return tq_step_refuse (error, _ ("The period of a case begins before it ends."));
  tq_encoder_start (&fields);
  tq_encoder_put_int (&fields, draft->kind);
  tq_encoder_put_text (&fields, title);
  tq_encoder_put_int (&fields, draft->starts);
  tq_encoder_put_int (&fields, draft->through);
  return tq_event_append (store, "case.open/1", act, &fields, out_event, error);
}

/* Apply function of "case.open/1". */
gboolean
tq_case_apply (TqStore *store, const TqEvent *event, TqDecoder *body, GError **error)
{
  const gint64 kind = tq_decoder_get_int (body);
  g_autofree char *title = tq_decoder_dup_text (body);
  const TqDay starts = tq_decoder_get_day (body);
  const TqDay through = tq_decoder_get_day (body);
  if (kind < TQ_CASE_SURPLUS || kind > TQ_CASE_OTHER || starts > through || *title == '\0')
    tq_decoder_fail (body);
  if (body->failed)
    return TRUE;
  const char *name = tq_case_kind_get_name ((TqCaseKind) kind);
  return tq_statement_execute (store,
                               insert_case_sql,
                               TQ_BINDINGS (TQ_INT (":event", event->seq),
                                            TQ_TEXT (":kind", name),
                                            TQ_TEXT (":title", title),
                                            TQ_INT (":starts", starts),
                                            TQ_INT (":through", through)),
                               error) &&
         tq_agenda_take_requests (store, name, event->seq, error);
}

/* Records a payment from the surplus that no assembly agreed to: it is posted, marked and put on
 * the next agenda. */
gboolean
tq_payment_append_outside (TqStore *store,
                           const TqAct *act,
                           TqPayment *draft,
                           gint64 *out_event,
                           GError **error)
{
  g_auto (TqEncoder) fields = { NULL };
  g_auto (TqEntry) entry = { 0 };
  draft->decision_line = 0;
  if (draft->amount_minor == 0)
    return tq_step_refuse (error, _ ("Write how much was paid."));
  tq_encoder_start (&fields);
  if (!tq_case_record_encode (&tq_payment_kind, draft, &fields, error) ||
      !tq_payment_fill (store, act, NULL, draft, &entry, error) ||
      !tq_entry_normalize (&entry, error) || !tq_entry_check (&entry, error))
    return FALSE;
  tq_entry_encode (&entry, &fields);
  return tq_event_append (store, "payment.outside/1", act, &fields, out_event, error);
}

/* Apply function of "payment.outside/1". */
gboolean
tq_payment_apply_outside (TqStore *store, const TqEvent *event, TqDecoder *body, GError **error)
{
  g_auto (TqEntry) entry = { 0 };
  TqStepContext context = { .store = store, .event = event };
  TqPayment *payment = tq_case_record_decode (&tq_payment_kind, body);
  g_autoptr (GPtrArray) owner = g_ptr_array_new_with_free_func (tq_case_record_free);
  g_ptr_array_add (owner, payment);
  tq_entry_decode (&entry, body);
  if (body->failed)
    return TRUE;
  return tq_case_record_insert (store, event, 0, payment, error) &&
         tq_entry_insert (store, event->seq, &entry, error) &&
         tq_payment_after (&context, payment, error);
}
