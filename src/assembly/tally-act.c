/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* "Does anyone not agree?": the agreement, and the vote as its recorded exception.
 *
 * 1. An agreement needs that nobody asks to stop and that each objection was answered.
 * 2. A vote can be asked for only after the rounds that the rules set; its record names method,
 *    tellers, rule, call and rounds.
 * 3. agree + doubts + aside + stop + abstain + spoiled = handed out, and that is at most those
 *    present.
 * 4. A majority is a part of those present: more than a half where the rule is a half, at least the
 *    part where it is another (two thirds of 30 are 20). Those with doubts agree; those who stand
 *    aside, abstain or spoil a ballot do not. */
#include "assembly/acts.h"
#include "assembly/members.h"
#include "assembly/need.h"
#include "base/error.h"
#include "base/i18n.h"
#include "people/cooperative.h"

static gboolean
check_sum (const TqTally *tally, const TqRoll *roll, GError **error)
{
  const gint64 sum =
    tally->agree + tally->doubts + tally->aside + tally->stop + tally->abstain + tally->spoiled;
  if (sum != tally->handed_out) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_INVALID,
                 _ ("The counts add up to %" PRId64 ", but %" PRId64 " were handed out or counted. "
                    "Count again."),
                 sum,
                 tally->handed_out);
    return FALSE;
  }
  if (sum > roll->present) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_INVALID,
                 _ ("%" PRId64 " were counted, but %" PRId64 " are present. Count again."),
                 sum,
                 roll->present);
    return FALSE;
  }
  return TRUE;
}

/* What agreement and vote have in common: an open proposal, a count that fits, the facts of the
 * assembly. */
static gboolean
check_tally (TqStepContext *context, TqTally *tally, GError **error)
{
  const TqCase *c = context->c;
  const TqProposal *proposal = tq_case_find_record (c->proposals, tally->proposal);
  const TqRoll *roll = tq_case_get_last (c->rolls);
  if (proposal == NULL || !tq_case_is_open_proposal (c, proposal))
    return tq_step_refuse (error, _ ("This proposal was withdrawn or has a newer version."));
  if (roll == NULL || roll->quorum == 0)
    return tq_step_refuse (error, _ ("There is no assembly with quorum; call the roll first."));
  if (!check_sum (tally, roll, error))
    return FALSE;
  tally->present = roll->present;
  tally->rounds = tq_case_count_rounds (c);
  tally->call_number = roll->call_number;
  return TRUE;
}

gboolean
tq_agree_check (TqStepContext *context, gpointer record, TqOutcome *out_outcome, GError **error)
{
  TqTally *tally = record;
  const TqCase *c = context->c;
  if (!check_tally (context, tally, error))
    return FALSE;
  if (tally->stop > 0)
    return tq_step_refuse (error,
                           _ ("Somebody asks to stop: this is no agreement yet. Keep talking."));
  for (guint i = 0; i < c->objections->len; i++) {
    const TqObjection *objection = g_ptr_array_index (c->objections, i);
    const TqObjectionAnswer *answer = tq_case_find_answer (c, objection->record.event);
    if (objection->proposal != tally->proposal)
      continue;
    if (answer == NULL || (objection->asks == TQ_ASKS_STOP && answer->outcome == TQ_ANSWER_KEPT)) {
      g_set_error (error,
                   TQ_ERROR,
                   TQ_ERROR_FORBIDDEN,
                   _ ("The objection of %s has to be heard and answered first."),
                   objection->whose);
      return FALSE;
    }
  }
  tally->majority = g_strdup ("");
  tally->adopted = 1;
  return TRUE;
}

gboolean
tq_vote_check (TqStepContext *context, gpointer record, TqOutcome *out_outcome, GError **error)
{
  TqTally *tally = record;
  TqRatio share;
  const TqDay day = context->event->act.day;
  if (!check_tally (context, tally, error))
    return FALSE;
  if (*tally->first_teller == '\0' || *tally->second_teller == '\0' ||
      g_str_equal (tally->first_teller, tally->second_teller))
    return tq_step_refuse (error, _ ("Two different people count a vote; write both names."));
  if (!tq_members_load_share (context->store, "majority", day, &share, error))
    return FALSE;
  const gboolean more_than = tq_ratio_compare (share, (TqRatio){ 1, 2 }) == 0;
  tally->vote = 1;
  tally->majority = tq_ratio_to_string (share);
  tally->needed = tq_members_get_needed (share, tally->present, more_than);
  tally->adopted = tally->agree + tally->doubts >= tally->needed ? 1 : 0;
  return TRUE;
}
