/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Reporting back, and opening a decision again.
 *
 * 1. A report says of each line what was done, why, and what is asked; the assembly says to each
 *    what it accepts. "Not carried out" is a report too.
 * 2. A saving of one line covers another only by the assembly; what is not spent goes to a fund by
 *    an entry in the same act. Neither can be more than the line has left.
 * 3. What the assembly accepted gives the mark of the line its link; the mark stays.
 * 4. Only what is not carried out can be decided again, by enough families or by the vigilance
 *    commission with a new fact. What was allotted to families is theirs. The first decision stays,
 *    and the new case is linked to it. */
#include "assembly/acts.h"
#include "assembly/agenda.h"
#include "assembly/members.h"
#include "assembly/need.h"
#include "assembly/result.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/money.h"
#include "ledger/account.h"
#include "store/statement.h"

static const char link_line_sql[] =
  "UPDATE mark SET linked = :by, link_words = :words, changed = :by WHERE of_case = :case "
  "AND decision_line = :line AND kind IN ('exceeded', 'blocked', 'before-mandate') "
  "AND linked IS NULL";
static const char link_event_sql[] =
  "UPDATE mark SET linked = :by, link_words = :words, changed = :by WHERE event = :mark "
  "AND linked IS NULL";
static const char count_marks_sql[] =
  "SELECT count (*) FROM mark WHERE event = :mark AND linked IS NULL";
static const char insert_case_sql[] =
  "INSERT INTO assembly_case (event, kind, title, starts, through, reopens, reopened_amount, state, "
  "paused_state, changed) VALUES (:event, :kind, :title, :starts, :through, :reopens, :amount, "
  "'reopened', '', :event)";

/* Takes what the lines did not spend from the agreed uses to the fund. */
gboolean
tq_report_fill (TqStore *store,
                const TqAct *act,
                const TqCase *c,
                gpointer draft,
                TqEntry *entry,
                GError **error)
{
  const TqReport *report = draft;
  const TqDecision *decision = tq_case_get_last (c->decisions);
  const gint64 currency = tq_result_get_currency (store, error);
  gint64 total = 0;
  if (currency == 0)
    return FALSE;
  tq_entry_init (entry, act->day, _ ("Not spent, to the fund as the assembly said"));
  entry->source = TQ_ENTRY_DECISION;
  for (guint i = 0; report->lines != NULL && i < report->lines->len; i++) {
    const TqReportLine *line = g_ptr_array_index (report->lines, i);
    if (line->unspent_minor <= 0 || line->decision_line < 1 || decision == NULL ||
        line->decision_line > decision->lines->len)
      continue;
    const TqDecisionLine *of = g_ptr_array_index (decision->lines, line->decision_line - 1);
    if (of->line_kind != TQ_LINE_KIND_USE)
      return tq_step_refuse (
        error,
        _ (
          "What was allotted to families or to a fund is theirs; only a use has something not spent."));
    g_autoptr (TqAccount) account = tq_account_load_by_role (store, of->role, error);
    if (account == NULL || !tq_money_add (total, line->unspent_minor, &total, error))
      return FALSE;
    tq_entry_add (entry, account->event, 0, currency, line->unspent_minor);
  }
  if (total == 0)
    return TRUE;
  if (report->unspent_role == NULL || *report->unspent_role == '\0')
    return tq_step_refuse (error, _ ("Say which fund takes what was not spent."));
  g_autoptr (TqAccount) fund = tq_account_load_by_role (store, report->unspent_role, error);
  if (fund == NULL)
    return FALSE;
  tq_entry_add (entry, fund->event, 0, currency, -total);
  return TRUE;
}

/* What each line has left after the moves and what is not spent must not fall below zero, unless it
 * was below before and is only filled up. */
static gboolean
check_rests (const TqCase *c, const TqReport *report, GError **error)
{
  g_autoptr (GArray) lines = tq_case_build_execution (c);
  for (guint i = 0; i < lines->len; i++) {
    const TqExecutionLine *e = &g_array_index (lines, TqExecutionLine, i);
    const gint64 number = e->line->record.line;
    gint64 rest = e->rest_minor, taken = 0;
    for (guint j = 0; j < report->moves->len; j++) {
      const TqReportMove *move = g_ptr_array_index (report->moves, j);
      rest += move->to_line == number ? move->amount_minor : 0;
      taken += move->from_line == number ? move->amount_minor : 0;
    }
    for (guint j = 0; j < report->lines->len; j++) {
      const TqReportLine *line = g_ptr_array_index (report->lines, j);
      taken += line->decision_line == number ? line->unspent_minor : 0;
    }
    if (taken == 0 || taken <= rest)
      continue;
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_INVALID,
                 _ ("The line “%s” does not have that much left."),
                 e->line->label);
    return FALSE;
  }
  return TRUE;
}

gboolean
tq_report_check (TqStepContext *context, gpointer record, TqOutcome *out_outcome, GError **error)
{
  TqReport *report = record;
  const TqDecision *decision = tq_case_get_last (context->c->decisions);
  const TqRoll *roll = tq_case_get_last (context->c->rolls);
  const gint64 n = decision != NULL ? decision->lines->len : 0;
  for (guint i = 0; i < report->lines->len; i++) {
    const TqReportLine *line = g_ptr_array_index (report->lines, i);
    if (line->decision_line < 1 || line->decision_line > n || line->unspent_minor < 0)
      return tq_step_refuse (error, _ ("There is no such line in the decision."));
    report->unspent_minor += line->unspent_minor;
  }
  for (guint i = 0; i < report->moves->len; i++) {
    const TqReportMove *move = g_ptr_array_index (report->moves, i);
    if (move->from_line < 1 || move->from_line > n || move->to_line < 1 || move->to_line > n ||
        move->amount_minor <= 0 || move->from_line == move->to_line)
      return tq_step_refuse (error, _ ("A saving goes from one line of the decision to another."));
  }
  report->roll = roll != NULL ? roll->record.event : 0;
  return check_rests (context->c, report, error);
}

/* Links the marks of the lines that the assembly accepted. */
gboolean
tq_report_after (TqStepContext *context, gpointer record, GError **error)
{
  const TqReport *report = record;
  for (guint i = 0; i < report->lines->len; i++) {
    const TqReportLine *line = g_ptr_array_index (report->lines, i);
    if (line->verdict != TQ_LINE_VERDICT_ACCEPTED && line->verdict != TQ_LINE_VERDICT_RE_DECIDED)
      continue;
    if (!tq_statement_execute (context->store,
                               link_line_sql,
                               TQ_BINDINGS (TQ_INT (":by", context->event->seq),
                                            TQ_TEXT (":words", line->why),
                                            TQ_INT (":case", context->c->event),
                                            TQ_INT (":line", line->decision_line)),
                               error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
check_right (TqStepContext *context, const TqReopening *reopening, GError **error)
{
  gint64 members = 0;
  TqRatio share;
  const TqDay day = context->event->act.day;
  if (reopening->asked_by == TQ_REOPEN_RIGHT_VIGILANCE)
    return TRUE;
  if (!tq_members_count (context->store, day, 0, &members, error) ||
      !tq_members_load_share (context->store, "reopen-share", day, &share, error))
    return FALSE;
  if (tq_members_is_at_least (reopening->families, share, members))
    return TRUE;
  g_set_error (error,
               TQ_ERROR,
               TQ_ERROR_FORBIDDEN,
               _ ("%" PRId64 " ask for it, but %" PRId64 " are needed to open a decision again."),
               reopening->families,
               tq_members_get_needed (share, members, FALSE));
  return FALSE;
}

gboolean
tq_reopening_check (TqStepContext *context, gpointer record, TqOutcome *out_outcome, GError **error)
{
  TqReopening *reopening = record;
  g_autoptr (GArray) lines = tq_case_build_execution (context->c);
  if (!check_right (context, reopening, error))
    return FALSE;
  if (reopening->lines->len == 0)
    return tq_step_refuse (error, _ ("Say which lines are decided again."));
  for (guint i = 0; i < reopening->lines->len; i++) {
    TqReopeningLine *line = g_ptr_array_index (reopening->lines, i);
    if (line->decision_line < 1 || line->decision_line > lines->len)
      return tq_step_refuse (error, _ ("There is no such line in the decision."));
    const TqExecutionLine *e = &g_array_index (lines, TqExecutionLine, line->decision_line - 1);
    if (e->line->line_kind != TQ_LINE_KIND_USE || e->rest_minor <= 0) {
      g_set_error (error,
                   TQ_ERROR,
                   TQ_ERROR_FORBIDDEN,
                   _ ("The line “%s” is carried out or allotted already; only what is not carried "
                      "out can be decided again."),
                   e->line->label);
      return FALSE;
    }
    line->amount_minor = e->rest_minor;
    reopening->amount_minor += e->rest_minor;
  }
  return TRUE;
}

/* Opens the new case, linked to the old one, for what is not carried out. */
gboolean
tq_reopening_after (TqStepContext *context, gpointer record, GError **error)
{
  const TqReopening *reopening = record;
  const TqCase *c = context->c;
  return tq_statement_execute (context->store,
                               insert_case_sql,
                               TQ_BINDINGS (TQ_INT (":event", context->event->seq),
                                            TQ_TEXT (":kind", tq_case_kind_get_name (c->kind)),
                                            TQ_TEXT (":title", reopening->title),
                                            TQ_INT (":starts", c->starts),
                                            TQ_INT (":through", c->through),
                                            TQ_INT (":reopens", c->event),
                                            TQ_INT (":amount", reopening->amount_minor)),
                               error);
}

gboolean
tq_recall_check (TqStepContext *context, gpointer record, TqOutcome *out_outcome, GError **error)
{
  const TqRecall *recall = record;
  if (recall->agree + recall->against + recall->abstain <= recall->present)
    return TRUE;
  return tq_step_refuse (error, _ ("More were counted than were present. Count again."));
}

/* The note refers to the event of the mark; it may be one outside any case. */
gboolean
tq_link_check (TqStepContext *context, gpointer record, TqOutcome *out_outcome, GError **error)
{
  const TqNote *note = record;
  gint64 open = 0;
  if (!tq_statement_find_int (context->store,
                              count_marks_sql,
                              TQ_BINDINGS (TQ_INT (":mark", note->refers)),
                              &open,
                              error))
    return FALSE;
  if (open == 0)
    return tq_step_refuse (error, _ ("There is no mark there that waits for a link."));
  if (*note->words == '\0')
    return tq_step_refuse (error, _ ("Write what the assembly said to it."));
  return TRUE;
}

gboolean
tq_link_after (TqStepContext *context, gpointer record, GError **error)
{
  const TqNote *note = record;
  return tq_statement_execute (context->store,
                               link_event_sql,
                               TQ_BINDINGS (TQ_INT (":by", context->event->seq),
                                            TQ_TEXT (":words", note->words),
                                            TQ_INT (":mark", note->refers)),
                               error);
}
