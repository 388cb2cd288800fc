/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The register of work: hours and days of every kind of work, care among them, and what families
 * brought, each line read aloud and kept.
 *
 * 1. A line names a family or person, a kind, a day and a quantity in the kind's own smallest unit.
 * 2. Nothing is changed: a line is corrected by another of the same person and kind that names it.
 * 3. A line of work never changes a right: no rule of the assembly reads this register except as a
 *    basis that the assembly chose. */
#include "work/work.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/money.h"
#include "base/text.h"
#include "store/read-all.h"
#include "store/statement.h"

#define QUANTITY_LIMIT G_GINT64_CONSTANT (1000000000000)
#define LINE_BYTES 41u

static const char insert_kind_sql[] =
  "INSERT INTO work_kind (event, code, name, unit, digits, care) VALUES (:event, :code, :name, :unit, :digits, :care)";
static const char find_code_sql[] = "SELECT event FROM work_kind WHERE code = :code";
static const char find_party_sql[] = "SELECT event FROM party WHERE event = :party";
static const char find_kind_sql[] = "SELECT event FROM work_kind WHERE event = :kind";
static const char find_corrected_sql[] =
  "SELECT event FROM work WHERE event = :event AND party = :party AND kind = :kind";
#define KIND_COLUMNS "SELECT event, code, name, unit, digits, care FROM work_kind "
static const char load_kind_sql[] = KIND_COLUMNS "WHERE code = :code";
static const char load_kinds_sql[] = KIND_COLUMNS "ORDER BY event";
static const char insert_sql[] =
  "INSERT INTO work (event, line, day, party, kind, quantity, note, corrects) "
  "VALUES (:event, :line, :day, :party, :kind, :quantity, :note, :corrects)";
static const char load_sql[] =
  "SELECT event, line, day, party, kind, quantity, note, corrects FROM work "
  "WHERE day BETWEEN :from AND :through ORDER BY day, event, line";
static const char sum_sql[] =
  "SELECT sum (quantity) FROM work WHERE party = :party AND kind = :kind AND day BETWEEN :from AND :through";

void
tq_work_kind_free (TqWorkKind *kind)
{
  g_free (kind->code);
  g_free (kind->name);
  g_free (kind->unit);
  g_free (kind);
}

void
tq_work_free (TqWork *work)
{
  g_free (work->note);
  g_free (work);
}

/* Adds a kind of work; *out_event* (nullable) is its key. */
gboolean
tq_work_kind_append (TqStore *store,
                     const TqAct *act,
                     const TqWorkKind *draft,
                     gint64 *out_event,
                     GError **error)
{
  g_auto (TqEncoder) fields = { NULL };
  g_autofree char *code = tq_text_normalize_line (draft->code, error);
  g_autofree char *name = code != NULL ? tq_text_normalize_line (draft->name, error) : NULL;
  g_autofree char *unit = name != NULL ? tq_text_normalize_line (draft->unit, error) : NULL;
  if (unit == NULL)
    return FALSE;
  if (*code == '\0' || *name == '\0' || *unit == '\0' || draft->digits > 6) {
    g_set_error_literal (
      error,
      TQ_ERROR,
      TQ_ERROR_INVALID,
      _ (
        "A kind of work needs a short code, a name, a unit, and at most six digits after the point."));
    return FALSE;
  }
  tq_encoder_start (&fields);
  tq_encoder_put_text (&fields, code);
  tq_encoder_put_text (&fields, name);
  tq_encoder_put_text (&fields, unit);
  tq_encoder_put_int (&fields, draft->digits);
  tq_encoder_put_int (&fields, draft->care ? 1 : 0);
  return tq_event_append (store, "work.kind/1", act, &fields, out_event, error);
}

/* Apply function of "work.kind/1". */
gboolean
tq_work_kind_apply (TqStore *store, const TqEvent *event, TqDecoder *body, GError **error)
{
  gint64 holder = 0;
  g_autofree char *code = tq_decoder_dup_text (body);
  g_autofree char *name = tq_decoder_dup_text (body);
  g_autofree char *unit = tq_decoder_dup_text (body);
  const gint64 digits = tq_decoder_get_int (body);
  const gint64 care = tq_decoder_get_int (body);
  if (!tq_statement_find_int (store,
                              find_code_sql,
                              TQ_BINDINGS (TQ_TEXT (":code", code)),
                              &holder,
                              error))
    return FALSE;
  if (holder != 0) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_CONFLICT,
                 _ ("There is a kind of work with the code “%s” already."),
                 code);
    return FALSE;
  }
  return tq_statement_execute (store,
                               insert_kind_sql,
                               TQ_BINDINGS (TQ_INT (":event", event->seq),
                                            TQ_TEXT (":code", code),
                                            TQ_TEXT (":name", name),
                                            TQ_TEXT (":unit", unit),
                                            TQ_INT (":digits", digits),
                                            TQ_INT (":care", care)),
                               error);
}

/* Writes the lines of one work party or one day in one act; *out_event* (nullable) is its number.
 * */
gboolean
tq_work_append (TqStore *store,
                const TqAct *act,
                const TqWork *lines,
                gsize n_lines,
                gint64 *out_event,
                GError **error)
{
  g_auto (TqEncoder) fields = { NULL };
  tq_encoder_start (&fields);
  tq_encoder_put_int (&fields, (gint64) n_lines);
  for (gsize i = 0; i < n_lines; i++) {
    g_autofree char *note =
      tq_text_normalize_line (lines[i].note != NULL ? lines[i].note : "", error);
    if (note == NULL)
      return FALSE;
    tq_encoder_put_int (&fields, lines[i].day);
    tq_encoder_put_int (&fields, lines[i].party);
    tq_encoder_put_int (&fields, lines[i].kind);
    tq_encoder_put_int (&fields, lines[i].quantity);
    tq_encoder_put_text (&fields, note);
    tq_encoder_put_int (&fields, lines[i].corrects);
  }
  return tq_event_append (store, "work.add/1", act, &fields, out_event, error);
}

static gboolean
check_line (TqStore *store, const TqWork *line, gint64 number, GError **error)
{
  gint64 party = 0, kind = 0, corrected = 1;
  if (!tq_statement_find_int (store,
                              find_party_sql,
                              TQ_BINDINGS (TQ_INT (":party", line->party)),
                              &party,
                              error) ||
      !tq_statement_find_int (store,
                              find_kind_sql,
                              TQ_BINDINGS (TQ_INT (":kind", line->kind)),
                              &kind,
                              error))
    return FALSE;
  const TqBinding *key = TQ_BINDINGS (TQ_INT (":event", line->corrects),
                                      TQ_INT (":party", line->party),
                                      TQ_INT (":kind", line->kind));
  if (line->corrects != 0 &&
      !tq_statement_find_int (store, find_corrected_sql, key, &corrected, error))
    return FALSE;
  if (party != 0 && kind != 0 && corrected != 0 && line->quantity != 0 &&
      line->quantity >= -QUANTITY_LIMIT && line->quantity <= QUANTITY_LIMIT &&
      (line->quantity > 0 || line->corrects != 0))
    return TRUE;
  g_set_error (
    error,
    TQ_ERROR,
    TQ_ERROR_INVALID,
    _ ("Line %" PRId64
       ": a line of work needs a family or person, a kind and a quantity above zero; a negative "
       "one names the line that it corrects."),
    number);
  return FALSE;
}

static gboolean
insert_line (TqStore *store, gint64 event, gint64 number, const TqWork *line, GError **error)
{
  return check_line (store, line, number, error) &&
         tq_statement_execute (store,
                               insert_sql,
                               TQ_BINDINGS (TQ_INT (":event", event),
                                            TQ_INT (":line", number),
                                            TQ_INT (":day", line->day),
                                            TQ_INT (":party", line->party),
                                            TQ_INT (":kind", line->kind),
                                            TQ_INT (":quantity", line->quantity),
                                            TQ_TEXT (":note", line->note),
                                            TQ_INT_OR_NULL (":corrects", line->corrects)),
                               error);
}

/* Apply function of "work.add/1". */
gboolean
tq_work_apply (TqStore *store, const TqEvent *event, TqDecoder *body, GError **error)
{
  const gint64 count = tq_decoder_get_count (body, LINE_BYTES);
  if (count == 0)
    tq_decoder_fail (body);
  for (gint64 i = 1; i <= count && !body->failed; i++) {
    TqWork line = { .day = tq_decoder_get_day (body) };
    line.party = tq_decoder_get_int (body);
    line.kind = tq_decoder_get_int (body);
    line.quantity = tq_decoder_get_int (body);
    g_autofree char *note = tq_decoder_dup_text (body);
    line.note = note;
    line.corrects = tq_decoder_get_int (body);
    if (!body->failed && !insert_line (store, event->seq, i, &line, error))
      return FALSE;
  }
  return TRUE;
}

static gpointer
read_kind (TqStatement *statement)
{
  TqWorkKind *kind = g_new0 (TqWorkKind, 1);
  kind->event = tq_statement_get_int (statement, 0);
  kind->code = g_strdup (tq_statement_get_text (statement, 1));
  kind->name = g_strdup (tq_statement_get_text (statement, 2));
  kind->unit = g_strdup (tq_statement_get_text (statement, 3));
  kind->digits = (guint) tq_statement_get_int (statement, 4);
  kind->care = tq_statement_get_int (statement, 5) != 0;
  return kind;
}

/* The kind of work with this code (transfer full). Raises TQ_ERROR_NOT_FOUND. */
TqWorkKind *
tq_work_kind_load_by_code (TqStore *store, const char *code, GError **error)
{
  gboolean row = FALSE;
  g_autoptr (TqStatement) statement =
    tq_statement_query (store, load_kind_sql, TQ_BINDINGS (TQ_TEXT (":code", code)), error);
  if (statement == NULL || !tq_statement_step (statement, &row, error))
    return NULL;
  if (!row) {
    g_set_error (
      error,
      TQ_ERROR,
      TQ_ERROR_NOT_FOUND,
      _ ("There is no kind of work with the code “%s”. “tequio-cli work kind” adds one."),
      code);
    return NULL;
  }
  return read_kind (statement);
}

static void
free_kind (gpointer kind)
{
  tq_work_kind_free (kind);
}

static void
free_work (gpointer work)
{
  tq_work_free (work);
}

/* Every kind of work (transfer full). */
GPtrArray *
tq_work_kind_load_all (TqStore *store, GError **error)
{
  return tq_statement_read_all (
    tq_statement_query (store, load_kinds_sql, TQ_BINDINGS (TQ_END), error),
    read_kind,
    free_kind,
    error);
}

static gpointer
read_work (TqStatement *statement)
{
  TqWork *work = g_new0 (TqWork, 1);
  work->event = tq_statement_get_int (statement, 0);
  work->line = tq_statement_get_int (statement, 1);
  work->day = (TqDay) tq_statement_get_int (statement, 2);
  work->party = tq_statement_get_int (statement, 3);
  work->kind = tq_statement_get_int (statement, 4);
  work->quantity = tq_statement_get_int (statement, 5);
  work->note = g_strdup (tq_statement_get_text (statement, 6));
  work->corrects = tq_statement_get_int (statement, 7);
  return work;
}

/* The lines of a range of days, in their order (transfer full, of TqWork). */
GPtrArray *
tq_work_load_all (TqStore *store, TqDay from, TqDay through, GError **error)
{
  const TqBinding *range = TQ_BINDINGS (TQ_INT (":from", from), TQ_INT (":through", through));
  return tq_statement_read_all (tq_statement_query (store, load_sql, range, error),
                                read_work,
                                free_work,
                                error);
}

/* What one family or person did of one kind in a range of days, in the kind's smallest unit. */
gboolean
tq_work_load_sum (TqStore *store,
                  gint64 party,
                  gint64 kind,
                  TqDay from,
                  TqDay through,
                  gint64 *out_quantity,
                  GError **error)
{
  return tq_statement_find_int (store,
                                sum_sql,
                                TQ_BINDINGS (TQ_INT (":party", party),
                                             TQ_INT (":kind", kind),
                                             TQ_INT (":from", from),
                                             TQ_INT (":through", through)),
                                out_quantity,
                                error);
}
