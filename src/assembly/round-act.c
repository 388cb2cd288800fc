/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Proposals, and what the groups and the families say to them.
 *
 * 1. Anyone proposes; a proposal carries its author and stands in the order in which it was spoken.
 *    A proposal above what can be decided on is computed, not forbidden.
 * 2. A round goes to every group; a group's word counts once, and a later word replaces it only
 *    with its reason, and both stay.
 * 3. Positions counted are at most those present, and those present at most the members of the
 *    group.
 * 4. A group that is not heard has no position: it is never counted as abstaining.
 * 5. An objection carries its reason word for word; its answer stands beside it. */
#include "assembly/acts.h"
#include "assembly/members.h"
#include "assembly/need.h"
#include "base/error.h"
#include "base/i18n.h"
#include "people/cooperative.h"
#include "people/party.h"

/* A line without a step takes the co-operative's smallest payment where it goes to families, else
 * the smallest unit of money. */
gboolean
tq_proposal_fill (TqStore *store,
                  const TqAct *act,
                  const TqCase *c,
                  gpointer draft,
                  TqEntry *entry,
                  GError **error)
{
  const TqProposal *proposal = draft;
  gint64 step = 1;
  if (!tq_setting_load_int (store, "payment-step", act->day, &step, error))
    return FALSE;
  for (guint i = 0; proposal->lines != NULL && i < proposal->lines->len; i++) {
    TqProposalLine *line = g_ptr_array_index (proposal->lines, i);
    if (line->step_minor == 0)
      line->step_minor = line->line_kind == TQ_LINE_KIND_FAMILIES ? MAX (step, 1) : 1;
  }
  return TRUE;
}

static gboolean
check_proposal_lines (const TqProposal *proposal, GError **error)
{
  for (guint i = 0; i < proposal->lines->len; i++) {
    const TqProposalLine *line = g_ptr_array_index (proposal->lines, i);
    if (line->amount_minor <= 0)
      return tq_step_refuse (error, _ ("The amount of every line is above zero."));
    if (line->step_minor <= 0)
      return tq_step_refuse (error, _ ("The smallest payment of a line is above zero."));
    if ((line->line_kind == TQ_LINE_KIND_FUND || line->line_kind == TQ_LINE_KIND_OWN_FUND) &&
        *line->role == '\0')
      return tq_step_refuse (error, _ ("A line of a fund says which fund it is."));
  }
  return TRUE;
}

static gboolean
check_proposal_shares (const TqProposal *proposal, GError **error)
{
  for (guint i = 0; i < proposal->shares->len; i++) {
    const TqProposalShare *share = g_ptr_array_index (proposal->shares, i);
    const TqProposalLine *line = share->of_line > 0 && share->of_line <= proposal->lines->len
                                   ? g_ptr_array_index (proposal->lines, share->of_line - 1)
                                   : NULL;
    if (line == NULL || line->line_kind != TQ_LINE_KIND_FAMILIES || share->quantity < 0)
      return tq_step_refuse (error,
                             _ ("A family takes part in a line for families, with a quantity."));
  }
  return TRUE;
}

gboolean
tq_proposal_check (TqStepContext *context, gpointer record, TqOutcome *out_outcome, GError **error)
{
  const TqProposal *proposal = record;
  if (!check_proposal_lines (proposal, error) || !check_proposal_shares (proposal, error))
    return FALSE;
  for (guint i = 0; i < context->c->proposals->len; i++) {
    const TqProposal *other = g_ptr_array_index (context->c->proposals, i);
    if (g_str_equal (other->label, proposal->label))
      return tq_step_refuse (error,
                             _ ("Another proposal has this letter already; choose another."));
  }
  if (proposal->version_of == 0)
    return TRUE;
  const TqProposal *before = tq_case_find_record (context->c->proposals, proposal->version_of);
  if (before == NULL || !tq_case_is_open_proposal (context->c, before))
    return tq_step_refuse (error, _ ("A new version grows from a proposal that still stands."));
  if (proposal->changes->len == 0)
    return tq_step_refuse (error,
                           _ ("Write what changed in the new version, and who asked for it."));
  return TRUE;
}

static gboolean
check_open_proposal (TqStepContext *context, gint64 event, GError **error)
{
  const TqProposal *proposal = tq_case_find_record (context->c->proposals, event);
  if (proposal != NULL && tq_case_is_open_proposal (context->c, proposal))
    return TRUE;
  return tq_step_refuse (error, _ ("This proposal was withdrawn or has a newer version."));
}

gboolean
tq_withdraw_check (TqStepContext *context, gpointer record, TqOutcome *out_outcome, GError **error)
{
  return check_open_proposal (context, ((TqNote *) record)->refers, error);
}

/* Without a list the round goes to every group that has no groups below it. */
gboolean
tq_round_fill (TqStore *store,
               const TqAct *act,
               const TqCase *c,
               gpointer draft,
               TqEntry *entry,
               GError **error)
{
  TqConsultation *round = draft;
  if (round->groups != NULL && round->groups->len > 0)
    return TRUE;
  g_autoptr (GPtrArray) groups = tq_party_group_load_all (store, error);
  if (groups == NULL)
    return FALSE;
  g_autoptr (GHashTable) parents = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < groups->len; i++) {
    TqPartyGroup *group = g_ptr_array_index (groups, i);
    g_hash_table_add (parents, &group->parent);
  }
  for (guint i = 0; i < groups->len; i++) {
    const TqPartyGroup *group = g_ptr_array_index (groups, i);
    if (g_hash_table_contains (parents, &group->event))
      continue;
    TqRoundGroup *item = tq_case_record_add (&round->groups, &tq_round_group_kind);
    item->group = group->event;
  }
  return TRUE;
}

gboolean
tq_round_check (TqStepContext *context, gpointer record, TqOutcome *out_outcome, GError **error)
{
  TqConsultation *round = record;
  if (round->groups->len == 0)
    return tq_step_refuse (error, _ ("There are no groups to ask; talk it over in this assembly."));
  round->number = context->c->rounds->len + 1;
  return TRUE;
}

static gboolean
is_in_round (const TqConsultation *round, gint64 group)
{
  for (guint i = 0; i < round->groups->len; i++)
    if (((TqRoundGroup *) g_ptr_array_index (round->groups, i))->group == group)
      return TRUE;
  return FALSE;
}

static gboolean
check_replacing (TqStepContext *context, const TqWord *word, GError **error)
{
  const TqWord *before = tq_case_find_word (context->c, word->round, word->group);
  if (before == NULL && word->replaces == 0)
    return TRUE;
  if (before == NULL || word->replaces != before->record.event) {
    g_set_error_literal (error,
                         TQ_ERROR,
                         TQ_ERROR_CONFLICT,
                         _ ("This group has given its word in this round. Ask it; if another word "
                            "stands, say that it replaces the first, and why."));
    return FALSE;
  }
  if (*word->reason == '\0')
    return tq_step_refuse (error, _ ("Write why the word is replaced."));
  return TRUE;
}

static gboolean
check_counts (TqStepContext *context, const TqWord *word, GError **error)
{
  gint64 members = 0;
  if (!tq_members_count (context->store, word->met_day, word->group, &members, error))
    return FALSE;
  if (word->present > members) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_INVALID,
                 _ ("%" PRId64 " present is more than the %" PRId64 " of this group. Count again."),
                 word->present,
                 members);
    return FALSE;
  }
  for (guint i = 0; i < word->positions->len; i++) {
    const TqWordPosition *p = g_ptr_array_index (word->positions, i);
    const gint64 sum = p->agree + p->doubts + p->aside + p->stop + p->talking + p->abstain;
    if (!check_open_proposal (context, p->proposal, error))
      return FALSE;
    if (sum <= word->present)
      continue;
    g_set_error (
      error,
      TQ_ERROR,
      TQ_ERROR_INVALID,
      _ ("The positions add up to %" PRId64 ", but %" PRId64 " were present. Count again."),
      sum,
      word->present);
    return FALSE;
  }
  return TRUE;
}

gboolean
tq_word_check (TqStepContext *context, gpointer record, TqOutcome *out_outcome, GError **error)
{
  TqWord *word = record;
  const TqConsultation *round = tq_case_get_last (context->c->rounds);
  if (round == NULL || !is_in_round (round, word->group))
    return tq_step_refuse (error, _ ("The last round did not go to this group."));
  word->round = round->record.event;
  return check_replacing (context, word, error) && check_counts (context, word, error);
}

gboolean
tq_position_check (TqStepContext *context, gpointer record, TqOutcome *out_outcome, GError **error)
{
  const TqFamilyPosition *position = record;
  if (!check_open_proposal (context, position->proposal, error) ||
      !tq_members_check (context->store, position->party, context->event->act.day, error))
    return FALSE;
  if (position->position == TQ_POSITION_STOP && *position->words == '\0')
    return tq_step_refuse (error,
                           _ ("Whoever asks to stop says why; write the reason as it was said."));
  return TRUE;
}

gboolean
tq_objection_check (TqStepContext *context, gpointer record, TqOutcome *out_outcome, GError **error)
{
  const TqObjection *objection = record;
  if (!check_open_proposal (context, objection->proposal, error))
    return FALSE;
  if (objection->word != 0 && tq_case_find_record (context->c->words, objection->word) == NULL)
    return tq_step_refuse (error, _ ("There is no such word of a group in this case."));
  return TRUE;
}

gboolean
tq_answer_check (TqStepContext *context, gpointer record, TqOutcome *out_outcome, GError **error)
{
  const TqObjectionAnswer *answer = record;
  if (tq_case_find_record (context->c->objections, answer->objection) != NULL)
    return TRUE;
  return tq_step_refuse (error, _ ("There is no such objection in this case."));
}
