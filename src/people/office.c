/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "people/office.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "store/read-all.h"
#include "store/statement.h"

static const char insert_sql[] =
  "INSERT INTO office (event, title, holder, party_group, starts, ends, end_reason, changed) "
  "VALUES (:event, :title, :holder, :group, :starts, NULL, '', :event)";
static const char end_sql[] =
  "UPDATE office SET ends = :day, end_reason = :reason, changed = :event WHERE event = :office AND ends IS NULL";
static const char count_held_sql[] =
  "SELECT count (*) FROM office WHERE event = :office AND ends IS NULL";
static const char load_sql[] =
  "SELECT event, title, holder, party_group, starts, ends FROM office "
  "WHERE starts <= :day AND (ends IS NULL OR ends > :day) ORDER BY event";

void
tq_office_free (TqOffice *office)
{
  g_free (office->title);
  g_free (office);
}

/* Names somebody to an office from a day on; *out_event* (nullable) is its key. */
gboolean
tq_office_append (TqStore *store,
                  const TqAct *act,
                  const TqOffice *draft,
                  gint64 *out_event,
                  GError **error)
{
  g_auto (TqEncoder) fields = { NULL };
  g_autofree char *title = tq_text_normalize_line (draft->title, error);
  if (title == NULL)
    return FALSE;
  if (*title == '\0') {
    g_set_error_literal (error, TQ_ERROR, TQ_ERROR_INVALID, _ ("Say which office it is."));
    return FALSE;
  }
  tq_encoder_start (&fields);
  tq_encoder_put_text (&fields, title);
  tq_encoder_put_int (&fields, draft->holder);
  tq_encoder_put_int (&fields, draft->group);
  tq_encoder_put_int (&fields, draft->starts);
  return tq_event_append (store, "office.start/1", act, &fields, out_event, error);
}

/* Apply function of "office.start/1". */
gboolean
tq_office_apply (TqStore *store, const TqEvent *event, TqDecoder *body, GError **error)
{
  g_autofree char *title = tq_decoder_dup_text (body);
  const gint64 holder = tq_decoder_get_int (body);
  const gint64 group = tq_decoder_get_int (body);
  const TqDay starts = tq_decoder_get_day (body);
  return tq_statement_execute (store,
                               insert_sql,
                               TQ_BINDINGS (TQ_INT (":event", event->seq),
                                            TQ_TEXT (":title", title),
                                            TQ_INT (":holder", holder),
                                            TQ_INT_OR_NULL (":group", group),
                                            TQ_INT (":starts", starts)),
                               error);
}

/* Ends an office on the act's day: handed over, given up or recalled, as *reason* says. */
gboolean
tq_office_append_end (TqStore *store,
                      const TqAct *act,
                      gint64 office,
                      const char *reason,
                      GError **error)
{
  g_auto (TqEncoder) fields = { NULL };
  g_autofree char *words = tq_text_normalize_body (reason, error);
  if (words == NULL)
    return FALSE;
  tq_encoder_start (&fields);
  tq_encoder_put_int (&fields, office);
  tq_encoder_put_text (&fields, words);
  return tq_event_append (store, "office.end/1", act, &fields, NULL, error);
}

/* Apply function of "office.end/1". */
gboolean
tq_office_apply_end (TqStore *store, const TqEvent *event, TqDecoder *body, GError **error)
{
  gint64 held = 0;
  const gint64 office = tq_decoder_get_int (body);
  g_autofree char *reason = tq_decoder_dup_text (body);
  if (!tq_statement_find_int (store,
                              count_held_sql,
                              TQ_BINDINGS (TQ_INT (":office", office)),
                              &held,
                              error))
    return FALSE;
  if (held == 0) {
    g_set_error_literal (error,
                         TQ_ERROR,
                         TQ_ERROR_CONFLICT,
                         _ ("This office is not held by anyone now."));
    return FALSE;
  }
  return tq_statement_execute (store,
                               end_sql,
                               TQ_BINDINGS (TQ_INT (":day", event->act.day),
                                            TQ_TEXT (":reason", reason),
                                            TQ_INT (":event", event->seq),
                                            TQ_INT (":office", office)),
                               error);
}

static void
free_office (gpointer office)
{
  tq_office_free (office);
}

static gpointer
read_office (TqStatement *statement)
{
  TqOffice *office = g_new0 (TqOffice, 1);
  office->event = tq_statement_get_int (statement, 0);
  office->title = g_strdup (tq_statement_get_text (statement, 1));
  office->holder = tq_statement_get_int (statement, 2);
  office->group = tq_statement_get_int (statement, 3);
  office->starts = (TqDay) tq_statement_get_int (statement, 4);
  office->ends =
    tq_statement_is_null (statement, 5) ? TQ_DAY_NONE : (TqDay) tq_statement_get_int (statement, 5);
  return office;
}

/* The offices held on *day* (transfer full). */
GPtrArray *
tq_office_load_all (TqStore *store, TqDay day, GError **error)
{
  return tq_statement_read_all (
    tq_statement_query (store, load_sql, TQ_BINDINGS (TQ_INT (":day", day)), error),
    read_office,
    free_office,
    error);
}
