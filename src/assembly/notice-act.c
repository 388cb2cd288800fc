/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Calling an assembly and calling its roll.
 *
 * 1. What waits for an assembly stands on its agenda by itself: nobody can forget or leave it out.
 * 2. Fewer or more days of notice than the rules set, or callers without the right, are recorded
 *    and marked: the assembly decides what that means.
 * 3. On the first call a quorum is more than the set part of those who decide; on a later call at
 *    least the set part, with at least one. By whole numbers, never by rounded percentages.
 * 4. Present are those who decide (families or persons, as the co-operative says); how many women,
 *    men and young people came is written beside each. Excused is not present. */
#include "assembly/acts.h"
#include "assembly/agenda.h"
#include "assembly/members.h"
#include "assembly/need.h"
#include "assembly/result.h"
#include "base/error.h"
#include "base/i18n.h"
#include "people/cooperative.h"

static gboolean
has_item (const GPtrArray *lines, gint64 item)
{
  for (guint i = 0; lines != NULL && i < lines->len; i++) {
    const TqNoticeLine *line = g_ptr_array_index (lines, i);
    if (line->item == item)
      return TRUE;
  }
  return FALSE;
}

static gboolean
was_on_agenda (const TqCase *c, gint64 item)
{
  for (guint i = 0; i < c->notices->len; i++) {
    const TqNotice *notice = g_ptr_array_index (c->notices, i);
    if (has_item (notice->lines, item))
      return TRUE;
  }
  return FALSE;
}

static gboolean
add_waiting (TqStore *store, const TqCase *c, TqNotice *notice, GError **error)
{
  g_autoptr (GPtrArray) waiting = tq_agenda_load_waiting (store, c->event, error);
  if (waiting == NULL)
    return FALSE;
  for (guint i = 0; i < waiting->len; i++) {
    const TqAgendaItem *item = g_ptr_array_index (waiting, i);
    const gint64 event = item->record.event;
    if (has_item (notice->lines, event) || was_on_agenda (c, event))
      continue;
    TqNoticeLine *line = tq_case_record_add (&notice->lines, &tq_notice_line_kind);
    line->item = event;
  }
  return TRUE;
}

static gint64
get_next_call (const TqCase *c)
{
  const TqNotice *last = tq_case_get_last (c->notices);
  const TqRoll *roll = tq_case_get_last (c->rolls);
  const gboolean failed =
    last != NULL && roll != NULL && roll->quorum == 0 && roll->record.event > last->record.event;
  return failed ? last->call_number + 1 : 1;
}

/* Fills in the call, the amount to decide on and what waits for an assembly. */
gboolean
tq_notice_fill (TqStore *store,
                const TqAct *act,
                const TqCase *c,
                gpointer draft,
                TqEntry *entry,
                GError **error)
{
  TqNotice *notice = draft;
  g_auto (TqMeans) means = { 0 };
  if (notice->call_number == 0)
    notice->call_number = get_next_call (c);
  if (!tq_means_load (store, c, &means, error) || !add_waiting (store, c, notice, error))
    return FALSE;
  notice->amount_minor = c->decisions->len == 0 ? means.decidable_minor : 0;
  return TRUE;
}

gboolean
tq_notice_check (TqStepContext *context, gpointer record, TqOutcome *out_outcome, GError **error)
{
  const TqNotice *notice = record;
  if (notice->assembly_day < notice->given_day)
    return tq_step_refuse (error, _ ("The assembly cannot meet before its notice is given."));
  if (notice->call_number == 0)
    return tq_step_refuse (error, _ ("The first call of an assembly is number 1."));
  return TRUE;
}

static gboolean
mark_days (TqStepContext *context, const TqNotice *notice, GError **error)
{
  gint64 least = 0, most = 0;
  const TqNotice *before = tq_case_get_last (context->c->notices);
  const gint64 days = notice->assembly_day - notice->given_day;
  if (!tq_setting_load_int (context->store, "notice-days-min", notice->given_day, &least, error) ||
      !tq_setting_load_int (context->store, "notice-days-max", notice->given_day, &most, error))
    return FALSE;
  const gboolean too_soon_again = notice->call_number > 1 && before != NULL &&
                                  notice->assembly_day - before->assembly_day < least;
  /* A later call follows at once where people have come; what counts then is the days between. */
  const gboolean too_short = notice->call_number > 1 ? too_soon_again : days < least;
  if (too_short && !tq_step_add_mark (context, TQ_MARK_SHORT_NOTICE, 0, days, error))
    return FALSE;
  return notice->call_number > 1 || days <= most ||
         tq_step_add_mark (context, TQ_MARK_LONG_NOTICE, 0, days, error);
}

static gboolean
mark_right (TqStepContext *context, const TqNotice *notice, GError **error)
{
  gint64 members = 0;
  TqRatio share;
  if (notice->by_right != TQ_CALL_RIGHT_FAMILIES)
    return TRUE;
  if (!tq_members_count (context->store, notice->given_day, 0, &members, error) ||
      !tq_members_load_share (context->store, "call-share", notice->given_day, &share, error))
    return FALSE;
  return tq_members_is_at_least (notice->families, share, members) ||
         tq_step_add_mark (context, TQ_MARK_NOT_ENTITLED, 0, notice->families, error);
}

/* Marks what broke a rule and takes up what waited. */
gboolean
tq_notice_after (TqStepContext *context, gpointer record, GError **error)
{
  const TqNotice *notice = record;
  const TqState state = context->c->state;
  const gboolean unreviewed = state == TQ_STATE_CLOSED || state == TQ_STATE_SHORTFALL;
  if (unreviewed && !tq_step_add_mark (context, TQ_MARK_NOT_REVIEWED, 0, 0, error))
    return FALSE;
  if (!mark_days (context, notice, error) || !mark_right (context, notice, error))
    return FALSE;
  for (guint i = 0; i < notice->lines->len; i++) {
    const TqNoticeLine *line = g_ptr_array_index (notice->lines, i);
    if (line->item != 0 && !tq_agenda_take (context->store, line->item, context->event->seq, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
check_roll_line (TqStepContext *context, TqRollLine *line, GHashTable *seen, GError **error)
{
  if (!tq_members_check (context->store, line->party, context->event->act.day, error))
    return FALSE;
  if (!g_hash_table_add (seen, &line->party))
    return tq_step_refuse (error, _ ("A family or person stands on the roll twice."));
  return TRUE;
}

/* Counts the roll and says whether it is a quorum (invariant 3). */
gboolean
tq_roll_check (TqStepContext *context, gpointer record, TqOutcome *out_outcome, GError **error)
{
  TqRoll *roll = record;
  TqRatio share;
  const TqNotice *notice = tq_case_get_last (context->c->notices);
  const TqDay day = context->event->act.day;
  g_autoptr (GHashTable) seen = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < roll->lines->len; i++) {
    TqRollLine *line = g_ptr_array_index (roll->lines, i);
    if (!check_roll_line (context, line, seen, error))
      return FALSE;
    roll->present += line->presence == TQ_PRESENCE_PRESENT ? 1 : 0;
  }
  roll->call_number = notice != NULL ? notice->call_number : 1;
  const char *key = roll->call_number > 1 ? "quorum-second" : "quorum-first";
  if (!tq_members_count (context->store, day, 0, &roll->members, error) ||
      !tq_members_load_share (context->store, key, day, &share, error))
    return FALSE;
  roll->needed = tq_members_get_needed (share, roll->members, roll->call_number == 1);
  roll->quorum = roll->present >= roll->needed ? 1 : 0;
  *out_outcome = roll->quorum != 0 ? TQ_OUTCOME_QUORUM : TQ_OUTCOME_NO_QUORUM;
  return TRUE;
}

/* Marks an assembly that goes on to decide about a version that no group has seen. */
gboolean
tq_roll_after (TqStepContext *context, gpointer record, GError **error)
{
  const TqRoll *roll = record;
  const TqConsultation *round = tq_case_get_last (context->c->rounds);
  if (context->c->state != TQ_STATE_HARMONISING || roll->quorum == 0 || round == NULL)
    return TRUE;
  g_autoptr (GPtrArray) open = tq_case_list_open_proposals (context->c);
  for (guint i = 0; i < open->len; i++) {
    const TqProposal *proposal = g_ptr_array_index (open, i);
    if (proposal->record.event > round->record.event)
      return tq_step_add_mark (context, TQ_MARK_NOT_CONSULTED, 0, 0, error);
  }
  return TRUE;
}

gboolean
tq_question_check (TqStepContext *context, gpointer record, TqOutcome *out_outcome, GError **error)
{
  const TqQuestion *question = record;
  if (question->answers == 0 ||
      tq_case_find_record (context->c->questions, question->answers) != NULL)
    return TRUE;
  return tq_step_refuse (error, _ ("There is no such question in this case."));
}
