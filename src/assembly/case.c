/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* A case is one matter that an assembly decides, with everything said, written and paid in it.
 *
 * 1. A case is read whole: papers, lists, the window and the next act see the same.
 * 2. Nothing of a case is ever deleted; what was replaced stays in its list beside what replaced
 *    it.
 * 3. Lists are in the order of the book, so proposals stand in the order in which they were spoken.
 * 4. A kind of case says by the table below whether it begins with closed accounts. */
#include "assembly/case.h"

#include "assembly/road-table.h"
#include "base/error.h"
#include "base/i18n.h"
#include "people/cooperative.h"
#include "store/statement.h"

#define CASE_COLUMNS                                                                               \
  "SELECT c.event, a.day, c.kind, c.title, c.starts, c.through, c.reopens, c.reopened_amount, "    \
  "c.state, c.paused_state FROM assembly_case AS c JOIN act AS a ON a.event = c.event "
static const char load_case_sql[] = CASE_COLUMNS "WHERE c.event = :case";
static const char load_list_sql[] = CASE_COLUMNS "ORDER BY c.event";
static const char load_steps_sql[] =
  "SELECT s.event, a.day, s.act, s.from_state, s.to_state FROM case_step AS s "
  "JOIN act AS a ON a.event = s.event WHERE s.of_case = :case ORDER BY s.event";

static const struct {
  const char *name;
  gboolean accounts; /* begins with a closed and reviewed period */
} kinds[] = {
  [TQ_CASE_SURPLUS] = { "surplus", TRUE }, [TQ_CASE_LOSS] = { "loss", TRUE },
  [TQ_CASE_RULES] = { "rules", FALSE },    [TQ_CASE_OFFICE] = { "office", FALSE },
  [TQ_CASE_LOAN] = { "loan", FALSE },      [TQ_CASE_INVESTMENT] = { "investment", FALSE },
  [TQ_CASE_OTHER] = { "other", FALSE },
};

/* Where each kind of record stands in a case. */
static const struct {
  const TqCaseRecordKind *kind;
  gsize offset;
} lists[] = {
  { &tq_count_kind, G_STRUCT_OFFSET (TqCase, counts) },
  { &tq_close_kind, G_STRUCT_OFFSET (TqCase, closes) },
  { &tq_review_kind, G_STRUCT_OFFSET (TqCase, reviews) },
  { &tq_notice_kind, G_STRUCT_OFFSET (TqCase, notices) },
  { &tq_roll_kind, G_STRUCT_OFFSET (TqCase, rolls) },
  { &tq_reading_kind, G_STRUCT_OFFSET (TqCase, readings) },
  { &tq_question_kind, G_STRUCT_OFFSET (TqCase, questions) },
  { &tq_accounts_verdict_kind, G_STRUCT_OFFSET (TqCase, verdicts) },
  { &tq_proposal_kind, G_STRUCT_OFFSET (TqCase, proposals) },
  { &tq_consultation_kind, G_STRUCT_OFFSET (TqCase, rounds) },
  { &tq_word_kind, G_STRUCT_OFFSET (TqCase, words) },
  { &tq_family_position_kind, G_STRUCT_OFFSET (TqCase, positions) },
  { &tq_objection_kind, G_STRUCT_OFFSET (TqCase, objections) },
  { &tq_objection_answer_kind, G_STRUCT_OFFSET (TqCase, answers) },
  { &tq_tally_kind, G_STRUCT_OFFSET (TqCase, tallies) },
  { &tq_decision_kind, G_STRUCT_OFFSET (TqCase, decisions) },
  { &tq_minutes_kind, G_STRUCT_OFFSET (TqCase, minutes) },
  { &tq_mandate_kind, G_STRUCT_OFFSET (TqCase, mandates) },
  { &tq_payment_kind, G_STRUCT_OFFSET (TqCase, payments) },
  { &tq_report_kind, G_STRUCT_OFFSET (TqCase, reports) },
  { &tq_reopening_kind, G_STRUCT_OFFSET (TqCase, reopenings) },
  { &tq_recall_kind, G_STRUCT_OFFSET (TqCase, recalls) },
  { &tq_note_kind, G_STRUCT_OFFSET (TqCase, notes) },
  { &tq_agenda_item_kind, G_STRUCT_OFFSET (TqCase, agenda) },
  { &tq_mark_kind, G_STRUCT_OFFSET (TqCase, marks) },
};

static GPtrArray **
get_list (TqCase *c, gsize i)
{
  return (GPtrArray **) (gpointer) ((guint8 *) c + lists[i].offset);
}

/* Frees a case and every record in it. */
void
tq_case_free (TqCase *c)
{
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++)
    g_clear_pointer (get_list (c, i), g_ptr_array_unref);
  g_clear_pointer (&c->steps, g_array_unref);
  g_free (c->title);
  g_free (c);
}

void
tq_case_summary_free (TqCaseSummary *summary)
{
  g_free (summary->title);
  g_free (summary);
}

/* The stored name of a kind of case. */
const char *
tq_case_kind_get_name (TqCaseKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), "");
  return kinds[kind].name;
}

/* The kind with a stored name. */
gboolean
tq_case_kind_find (const char *name, TqCaseKind *out_kind)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (kinds[i].name, name)) {
      *out_kind = (TqCaseKind) i;
      return TRUE;
    }
  return FALSE;
}

/* Whether such a case begins with a closed and reviewed period. */
gboolean
tq_case_kind_has_accounts (TqCaseKind kind)
{
  g_return_val_if_fail (kind < G_N_ELEMENTS (kinds), FALSE);
  return kinds[kind].accounts;
}

static gboolean
load_steps (TqStore *store, TqCase *c, GError **error)
{
  gboolean row = TRUE;
  c->steps = g_array_new (FALSE, TRUE, sizeof (TqStep));
  g_autoptr (TqStatement) statement =
    tq_statement_query (store, load_steps_sql, TQ_BINDINGS (TQ_INT (":case", c->event)), error);
  while (statement != NULL && row) {
    if (!tq_statement_step (statement, &row, error))
      return FALSE;
    if (!row)
      break;
    TqStep step = { .event = tq_statement_get_int (statement, 0),
                    .day = (TqDay) tq_statement_get_int (statement, 1) };
    if (!tq_doing_find (tq_statement_get_text (statement, 2), &step.doing) ||
        !tq_state_find (tq_statement_get_text (statement, 3), &step.from) ||
        !tq_state_find (tq_statement_get_text (statement, 4), &step.to)) {
      g_set_error_literal (error,
                           TQ_ERROR,
                           TQ_ERROR_CORRUPT,
                           _ ("A step of a case stands at a station that does not exist."));
      return FALSE;
    }
    g_array_append_val (c->steps, step);
  }
  return statement != NULL;
}

/* The case's own row (transfer full). Raises TQ_ERROR_NOT_FOUND. */
static TqCase *
load_head (TqStore *store, gint64 event, GError **error)
{
  gboolean row = FALSE;
  g_autoptr (TqStatement) statement =
    tq_statement_query (store, load_case_sql, TQ_BINDINGS (TQ_INT (":case", event)), error);
  if (statement == NULL || !tq_statement_step (statement, &row, error))
    return NULL;
  if (!row) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_NOT_FOUND,
                 _ ("There is no case with the number %" PRId64 "."),
                 event);
    return NULL;
  }
  TqCase *c = g_new0 (TqCase, 1);
  const char *paused = tq_statement_get_text (statement, 9);
  c->event = tq_statement_get_int (statement, 0);
  c->opened = (TqDay) tq_statement_get_int (statement, 1);
  c->title = g_strdup (tq_statement_get_text (statement, 3));
  c->starts = (TqDay) tq_statement_get_int (statement, 4);
  c->through = (TqDay) tq_statement_get_int (statement, 5);
  c->reopens = tq_statement_get_int (statement, 6);
  c->reopened_minor = tq_statement_get_int (statement, 7);
  if (!tq_case_kind_find (tq_statement_get_text (statement, 2), &c->kind) ||
      !tq_state_find (tq_statement_get_text (statement, 8), &c->state) ||
      (*paused != '\0' && !tq_state_find (paused, &c->paused_state))) {
    g_set_error_literal (error,
                         TQ_ERROR,
                         TQ_ERROR_CORRUPT,
                         _ ("A case stands at a station that does not exist."));
    tq_case_free (c);
    return NULL;
  }
  return c;
}

/* A case with everything in it (transfer full). Raises TQ_ERROR_NOT_FOUND. */
TqCase *
tq_case_load (TqStore *store, gint64 event, GError **error)
{
  g_autoptr (TqCase) c = load_head (store, event, error);
  if (c == NULL || !load_steps (store, c, error))
    return NULL;
  for (gsize i = 0; i < G_N_ELEMENTS (lists); i++) {
    *get_list (c, i) = tq_case_record_load_all (store, lists[i].kind, event, error);
    if (*get_list (c, i) == NULL)
      return NULL;
  }
  const TqDay today =
    c->steps->len > 0 ? g_array_index (c->steps, TqStep, c->steps->len - 1).day : c->opened;
  if (!tq_setting_load_int (store, "rounds-before-vote", today, &c->rounds_before_vote, error))
    return NULL;
  return g_steal_pointer (&c);
}

/* A case as an act of *day* finds it (transfer full): the rules that hold on that day are asked,
 * not those of the step before. Raises TQ_ERROR_NOT_FOUND. */
TqCase *
tq_case_load_for_act (TqStore *store, gint64 event, TqDay day, GError **error)
{
  g_autoptr (TqCase) c = tq_case_load (store, event, error);
  if (c == NULL ||
      !tq_setting_load_int (store, "rounds-before-vote", day, &c->rounds_before_vote, error))
    return NULL;
  return g_steal_pointer (&c);
}

static void
free_summary (gpointer summary)
{
  tq_case_summary_free (summary);
}

/* Every case of the book in the order in which they were opened, of TqCaseSummary (transfer
 * full). */
GPtrArray *
tq_case_load_list (TqStore *store, GError **error)
{
  gboolean row = TRUE;
  g_autoptr (GPtrArray) cases = g_ptr_array_new_with_free_func (free_summary);
  g_autoptr (TqStatement) statement =
    tq_statement_query (store, load_list_sql, TQ_BINDINGS (TQ_END), error);
  while (statement != NULL && row) {
    if (!tq_statement_step (statement, &row, error))
      return NULL;
    if (!row)
      break;
    TqCaseSummary *summary = g_new0 (TqCaseSummary, 1);
    summary->event = tq_statement_get_int (statement, 0);
    summary->opened = (TqDay) tq_statement_get_int (statement, 1);
    summary->title = g_strdup (tq_statement_get_text (statement, 3));
    g_ptr_array_add (cases, summary);
    if (!tq_case_kind_find (tq_statement_get_text (statement, 2), &summary->kind) ||
        !tq_state_find (tq_statement_get_text (statement, 8), &summary->state)) {
      g_set_error_literal (error,
                           TQ_ERROR,
                           TQ_ERROR_CORRUPT,
                           _ ("A case stands at a station that does not exist."));
      return NULL;
    }
  }
  return statement != NULL ? g_steal_pointer (&cases) : NULL;
}
