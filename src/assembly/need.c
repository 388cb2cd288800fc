/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* What must hold in a case before an act, and the sentence that says what is missing: pure
 * questions to a loaded case, so that a list of buttons and the act itself never disagree. */
#include "assembly/need.h"

#include "assembly/road-table.h"
#include "base/i18n.h"

/* The station of the case; here so that the road itself knows nothing of the struct. */
TqState
tq_need_get_state (const TqCase *c)
{
  return c->state;
}

/* The last record of a list (nullable). */
gpointer
tq_case_get_last (const GPtrArray *records)
{
  return records->len > 0 ? g_ptr_array_index (records, records->len - 1) : NULL;
}

/* The record of an event (nullable). */
gpointer
tq_case_find_record (const GPtrArray *records, gint64 event)
{
  for (guint i = 0; i < records->len; i++) {
    TqCaseRecord *record = g_ptr_array_index (records, i);
    if (record->event == event)
      return record;
  }
  return NULL;
}

static gint64
get_last_event (const GPtrArray *records)
{
  const TqCaseRecord *last = tq_case_get_last (records);
  return last != NULL ? last->event : 0;
}

/* The event of the last act of this sort, 0 for none. */
gint64
tq_case_get_last_step (const TqCase *c, TqDoing doing)
{
  for (guint i = c->steps->len; i > 0; i--) {
    const TqStep *step = &g_array_index (c->steps, TqStep, i - 1);
    if (step->doing == doing)
      return step->event;
  }
  return 0;
}

static gboolean
is_step (const TqCase *c, gint64 event, TqDoing doing)
{
  for (guint i = 0; i < c->steps->len; i++) {
    const TqStep *step = &g_array_index (c->steps, TqStep, i);
    if (step->event == event)
      return step->doing == doing;
  }
  return FALSE;
}

/* Whether a proposal still stands: not withdrawn, and no newer version of it. */
gboolean
tq_case_is_open_proposal (const TqCase *c, const TqProposal *proposal)
{
  for (guint i = 0; i < c->proposals->len; i++) {
    const TqProposal *other = g_ptr_array_index (c->proposals, i);
    if (other->version_of == proposal->record.event)
      return FALSE;
  }
  for (guint i = 0; i < c->notes->len; i++) {
    const TqNote *note = g_ptr_array_index (c->notes, i);
    if (note->refers == proposal->record.event && is_step (c, note->record.event, TQ_DO_WITHDRAW))
      return FALSE;
  }
  return TRUE;
}

/* The proposals that stand, in the order in which they were spoken (transfer container). */
GPtrArray *
tq_case_list_open_proposals (const TqCase *c)
{
  GPtrArray *open = g_ptr_array_new ();
  for (guint i = 0; i < c->proposals->len; i++)
    if (tq_case_is_open_proposal (c, g_ptr_array_index (c->proposals, i)))
      g_ptr_array_add (open, g_ptr_array_index (c->proposals, i));
  return open;
}

static gboolean
has_proposal (const TqCase *c)
{
  g_autoptr (GPtrArray) open = tq_case_list_open_proposals (c);
  return open->len > 0;
}

/* The word that counts of a group in a round (nullable): the one that no other replaces. */
const TqWord *
tq_case_find_word (const TqCase *c, gint64 round, gint64 group)
{
  const TqWord *found = NULL;
  for (guint i = 0; i < c->words->len; i++) {
    const TqWord *word = g_ptr_array_index (c->words, i);
    if (word->round == round && word->group == group)
      found = word;
  }
  return found;
}

/* The groups of the last round that were not heard yet, of gint64 (transfer full). Not heard is
 * never counted as a position. */
GArray *
tq_case_list_unheard (const TqCase *c)
{
  GArray *unheard = g_array_new (FALSE, FALSE, sizeof (gint64));
  const TqConsultation *round = tq_case_get_last (c->rounds);
  for (guint i = 0; round != NULL && i < round->groups->len; i++) {
    const TqRoundGroup *group = g_ptr_array_index (round->groups, i);
    if (tq_case_find_word (c, round->record.event, group->group) == NULL)
      g_array_append_val (unheard, group->group);
  }
  return unheard;
}

static gboolean
is_all_heard (const TqCase *c)
{
  g_autoptr (GArray) unheard = tq_case_list_unheard (c);
  return unheard->len == 0;
}

/* The rounds made without agreement: sent to the groups, or talked over in the assembly again. */
gint64
tq_case_count_rounds (const TqCase *c)
{
  gint64 n = c->rounds->len;
  for (guint i = 0; i < c->steps->len; i++)
    if (g_array_index (c->steps, TqStep, i).doing == TQ_DO_KEEP_TALKING)
      n++;
  return n;
}

/* The last answer to an objection (nullable). */
const TqObjectionAnswer *
tq_case_find_answer (const TqCase *c, gint64 objection)
{
  const TqObjectionAnswer *found = NULL;
  for (guint i = 0; i < c->answers->len; i++) {
    const TqObjectionAnswer *answer = g_ptr_array_index (c->answers, i);
    if (answer->objection == objection)
      found = answer;
  }
  return found;
}

static gboolean
is_stopped (const TqCase *c, const TqProposal *proposal)
{
  for (guint i = 0; i < c->objections->len; i++) {
    const TqObjection *objection = g_ptr_array_index (c->objections, i);
    const TqObjectionAnswer *answer = tq_case_find_answer (c, objection->record.event);
    if (objection->proposal == proposal->record.event && objection->asks == TQ_ASKS_STOP &&
        (answer == NULL || answer->outcome == TQ_ANSWER_KEPT))
      return TRUE;
  }
  return FALSE;
}

static gboolean
has_unstopped_proposal (const TqCase *c)
{
  g_autoptr (GPtrArray) open = tq_case_list_open_proposals (c);
  for (guint i = 0; i < open->len; i++)
    if (!is_stopped (c, g_ptr_array_index (open, i)))
      return TRUE;
  return FALSE;
}

static gboolean
is_accepted (const TqCase *c)
{
  const TqAccountsVerdict *last = tq_case_get_last (c->verdicts);
  if (!tq_case_kind_has_accounts (c->kind) || c->reopens != 0)
    return TRUE;
  return last != NULL && last->verdict != TQ_VERDICT_RETURNED &&
         last->record.event > get_last_event (c->closes);
}

static gboolean
is_adopted (const TqCase *c)
{
  const TqTally *last = tq_case_get_last (c->tallies);
  return last != NULL && last->adopted != 0 && c->decisions->len == 0 &&
         last->record.event > tq_case_get_last_step (c, TQ_DO_PUT_OFF) &&
         last->record.event > tq_case_get_last_step (c, TQ_DO_KEEP_TALKING);
}

static gboolean
has_quorum (const TqCase *c, gint64 after)
{
  const TqRoll *last = tq_case_get_last (c->rolls);
  return last != NULL && last->quorum != 0 && last->record.event > after;
}

static void
add_payments (const TqCase *c, TqExecutionLine *e)
{
  for (guint i = 0; i < c->payments->len; i++) {
    const TqPayment *payment = g_ptr_array_index (c->payments, i);
    if (payment->decision_line == e->line->record.line)
      e->spent_minor += payment->amount_minor;
  }
  /* What goes to a fund or comes from one is done with the decision's own entry. */
  if (e->line->line_kind == TQ_LINE_KIND_FUND || e->line->line_kind == TQ_LINE_KIND_OWN_FUND)
    e->spent_minor = e->line->amount_minor;
}

static void
add_reports (const TqCase *c, TqExecutionLine *e, gboolean *out_accepted)
{
  const gint64 n = e->line->record.line;
  for (guint i = 0; i < c->reports->len; i++) {
    const TqReport *report = g_ptr_array_index (c->reports, i);
    for (guint j = 0; j < report->moves->len; j++) {
      const TqReportMove *move = g_ptr_array_index (report->moves, j);
      e->moved_minor += move->to_line == n ? move->amount_minor : 0;
      e->moved_minor -= move->from_line == n ? move->amount_minor : 0;
    }
    for (guint j = 0; j < report->lines->len; j++) {
      const TqReportLine *line = g_ptr_array_index (report->lines, j);
      if (line->decision_line != n)
        continue;
      e->unspent_minor += line->unspent_minor;
      *out_accepted =
        line->verdict == TQ_LINE_VERDICT_ACCEPTED || line->verdict == TQ_LINE_VERDICT_RE_DECIDED;
    }
  }
}

static void
add_reopenings (const TqCase *c, TqExecutionLine *e)
{
  for (guint i = 0; i < c->reopenings->len; i++) {
    const TqReopening *reopening = g_ptr_array_index (c->reopenings, i);
    for (guint j = 0; j < reopening->lines->len; j++) {
      const TqReopeningLine *line = g_ptr_array_index (reopening->lines, j);
      if (line->decision_line == e->line->record.line)
        e->reopened_minor += line->amount_minor;
    }
  }
}

static void
add_mandates (const TqCase *c, TqExecutionLine *e)
{
  gint64 unblocked = tq_case_get_last_step (c, TQ_DO_UNBLOCK);
  for (guint i = 0; i < c->mandates->len; i++) {
    const TqMandate *mandate = g_ptr_array_index (c->mandates, i);
    if (mandate->decision_line == 0 || mandate->decision_line == e->line->record.line)
      e->tolerance_minor = mandate->tolerance_minor;
  }
  for (guint i = 0; i < c->marks->len; i++) {
    const TqMark *mark = g_ptr_array_index (c->marks, i);
    if (mark->decision_line != e->line->record.line)
      continue;
    e->exceeded = e->exceeded || mark->mark_kind == TQ_MARK_EXCEEDED;
    e->blocked = e->blocked || (mark->mark_kind == TQ_MARK_BLOCKED && mark->linked == 0 &&
                                mark->record.event > unblocked);
  }
}

/* How each line of the decision stands, of TqExecutionLine in the order of the lines (transfer
 * full); empty before the decision. Amounts stay far below overflow: each is at most 10^14. */
GArray *
tq_case_build_execution (const TqCase *c)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (TqExecutionLine));
  const TqDecision *decision = tq_case_get_last (c->decisions);
  for (guint i = 0; decision != NULL && i < decision->lines->len; i++) {
    gboolean accepted = FALSE;
    TqExecutionLine e = { .line = g_ptr_array_index (decision->lines, i) };
    add_payments (c, &e);
    add_reports (c, &e, &accepted);
    add_reopenings (c, &e);
    add_mandates (c, &e);
    e.rest_minor =
      e.line->amount_minor + e.moved_minor - e.unspent_minor - e.reopened_minor - e.spent_minor;
    e.settled = e.rest_minor <= 0 && (accepted || e.reopened_minor > 0);
    g_array_append_val (lines, e);
  }
  return lines;
}

static gboolean
is_settled (const TqCase *c)
{
  g_autoptr (GArray) lines = tq_case_build_execution (c);
  for (guint i = 0; i < lines->len; i++)
    if (!g_array_index (lines, TqExecutionLine, i).settled)
      return FALSE;
  return TRUE;
}

static gboolean
has_uncarried (const TqCase *c)
{
  g_autoptr (GArray) lines = tq_case_build_execution (c);
  for (guint i = 0; i < lines->len; i++)
    if (g_array_index (lines, TqExecutionLine, i).rest_minor > 0)
      return TRUE;
  return FALSE;
}

static gboolean
has_no_lines (const TqCase *c)
{
  const TqDecision *decision = tq_case_get_last (c->decisions);
  return decision != NULL && decision->lines->len == 0;
}

/* Whether what an act needs holds in the case. */
gboolean
tq_need_is_met (TqNeed need, const TqCase *c)
{
  switch (need) {
  case TQ_NEED_NOTHING:
    return TRUE;
  case TQ_NEED_ACCOUNTS:
    return tq_case_kind_has_accounts (c->kind);
  case TQ_NEED_NO_ACCOUNTS:
    return !tq_case_kind_has_accounts (c->kind);
  case TQ_NEED_COUNTED:
    return get_last_event (c->counts) > get_last_event (c->closes);
  case TQ_NEED_NOTICE:
    return get_last_event (c->notices) > get_last_event (c->rolls);
  case TQ_NEED_READ:
    return get_last_event (c->readings) > get_last_event (c->rolls);
  case TQ_NEED_ACCEPTED:
    return is_accepted (c);
  case TQ_NEED_PROPOSAL:
    return has_proposal (c);
  case TQ_NEED_READY_PROPOSAL:
    return has_proposal (c) && is_accepted (c);
  case TQ_NEED_ALL_HEARD:
    return is_all_heard (c);
  case TQ_NEED_SOMEBODY_UNHEARD:
    return !is_all_heard (c);
  case TQ_NEED_QUORUM_TODAY:
    return has_proposal (c) && has_quorum (c, get_last_event (c->rounds));
  case TQ_NEED_NO_STOP:
    return has_unstopped_proposal (c);
  case TQ_NEED_ROUNDS:
    return has_proposal (c) && tq_case_count_rounds (c) >= c->rounds_before_vote;
  case TQ_NEED_ADOPTED:
    return is_adopted (c);
  case TQ_NEED_NO_LINES:
    return has_no_lines (c);
  case TQ_NEED_REPORT_ASSEMBLY:
    return has_quorum (c, MAX (get_last_event (c->decisions), get_last_event (c->reports)));
  case TQ_NEED_SETTLED:
    return is_settled (c);
  case TQ_NEED_UNCARRIED:
    return has_uncarried (c);
  case TQ_NEED_UNDECIDED:
    return c->decisions->len == 0;
  case TQ_NEED_DECISION:
    return c->decisions->len > 0;
  case TQ_NEED_ROLL:
    return c->rolls->len > 0;
  default:
    return FALSE;
  }
}

/* The sentence that says what is missing (translated). */
const char *
tq_need_get_why (TqNeed need)
{
  static const char *const why[] = {
    [TQ_NEED_NOTHING] = "",
    [TQ_NEED_ACCOUNTS] = N_ ("This kind of case has no accounts to count, close or review."),
    [TQ_NEED_NO_ACCOUNTS] =
      N_ ("Count and close the period first; the assembly decides on closed accounts."),
    [TQ_NEED_COUNTED] =
      N_ ("Two people count the cash and the stock first; write down their count."),
    [TQ_NEED_NOTICE] = N_ ("Give notice of this assembly first, with its place, day and agenda."),
    [TQ_NEED_READ] =
      N_ ("Show and read the statement to the assembly first, and write down who read it."),
    [TQ_NEED_ACCEPTED] = N_ ("The assembly has to accept the accounts first, or give them back."),
    [TQ_NEED_PROPOSAL] = N_ ("There is no proposal yet; write one down with its author."),
    [TQ_NEED_READY_PROPOSAL] =
      N_ ("The assembly has to accept the accounts, and there has to be a proposal."),
    [TQ_NEED_ALL_HEARD] = N_ (
      "Not every group was heard. Wait for their word, or let the assembly accept the list of those not yet heard."),
    [TQ_NEED_SOMEBODY_UNHEARD] = N_ ("Every group was heard; bring the words together."),
    [TQ_NEED_QUORUM_TODAY] =
      N_ ("Only an assembly with quorum can go on to decide; give notice and call the roll."),
    [TQ_NEED_NO_STOP] = N_ (
      "Somebody asks to stop. Answer the objection: it is withdrawn, stands aside, or there is another round or a vote."),
    [TQ_NEED_ROUNDS] = N_ (
      "A vote can be asked for only after the rounds that the rules of the co-operative set. Keep talking."),
    [TQ_NEED_ADOPTED] = N_ ("Nothing was agreed or voted yet. Ask first: does anyone not agree?"),
    [TQ_NEED_NO_LINES] = N_ ("The agreement has lines to carry out; give a mandate for them."),
    [TQ_NEED_REPORT_ASSEMBLY] =
      N_ ("The report is given to an assembly with quorum; give notice and call the roll."),
    [TQ_NEED_SETTLED] =
      N_ ("A line is not settled: it has money left, or the assembly has not accepted its report."),
    [TQ_NEED_UNCARRIED] = N_ ("Everything is carried out; nothing can be decided again."),
    [TQ_NEED_UNDECIDED] =
      N_ ("This case is decided; its uncarried part is decided in the new case."),
    [TQ_NEED_DECISION] = N_ ("Nothing is decided yet in this case."),
    [TQ_NEED_ROLL] = N_ ("There was no assembly yet."),
  };
  g_return_val_if_fail (need < G_N_ELEMENTS (why), "");
  return *why[need] != '\0' ? _ (why[need]) : "";
}
