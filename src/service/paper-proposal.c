/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "assembly/split.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/money.h"
#include "service/paper-builders.h"

#include <string.h>

static const TqPaperLine *
list_lines (TqPaperDesk *desk, const TqProposal *proposal, guint *out_n, gint64 *out_sum)
{
  TqPaperLine *lines = tq_paper_desk_keep_memory (desk, proposal->lines->len, sizeof (TqPaperLine));
  *out_sum = 0;
  for (guint i = 0; i < proposal->lines->len; i++) {
    const TqProposalLine *line = g_ptr_array_index (proposal->lines, i);
    lines[i] = (TqPaperLine){ .text = line->label, .amount = line->amount_minor };
    *out_sum += line->amount_minor;
  }
  *out_n = proposal->lines->len;
  return lines;
}

static const char *
describe_changes (TqPaperDesk *desk, const TqProposal *proposal)
{
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < proposal->changes->len; i++) {
    const TqProposalChange *change = g_ptr_array_index (proposal->changes, i);
    g_string_append_printf (text, "%s%s (%s)", i > 0 ? "; " : "", change->words, change->asked_by);
  }
  return text->len > 0 ? tq_paper_desk_keep (desk, g_strdup (text->str)) : NULL;
}

static guint
get_version (TqPaperDesk *desk, const TqProposal *proposal)
{
  guint version = 1;
  while (proposal != NULL && proposal->version_of != 0) {
    proposal = tq_case_find_record (desk->c->proposals, proposal->version_of);
    version++;
  }
  return version;
}

/* A sentence where a proposal eats an own fund or is more than there is in cash (I1); NULL else,
 * and once it was decided, since what was there then is spent now. */
static const char *
describe_fit (TqPaperDesk *desk, const TqProposal *proposal)
{
  TqFit fit = { 0 };
  if (desk->c->decisions->len > 0 || !tq_means_fit (desk->store, desk->c, proposal, &fit, NULL))
    return NULL;
  if (fit.above_minor > 0) {
    g_autofree char *money = tq_result_dup_money (desk->store, fit.above_minor);
    return tq_paper_desk_keep (
      desk,
      g_strdup_printf (_ ("%s more than can be decided on: it would eat an own fund."), money));
  }
  if (fit.short_minor > 0) {
    g_autofree char *money = tq_result_dup_money (desk->store, fit.short_minor);
    return tq_paper_desk_keep (desk,
                               g_strdup_printf (_ ("%s of it is not there in cash now."), money));
  }
  return NULL;
}

static void
describe_proposal (TqPaperDesk *desk, const TqProposal *proposal, TqPaperProposal *paper)
{
  gint64 sum = 0;
  *paper = (TqPaperProposal){ .mark = proposal->label,
                              .title = proposal->title,
                              .authors = tq_paper_desk_keep_words (desk, proposal->authors),
                              .day = proposal->record.day,
                              .version = get_version (desk, proposal),
                              .changed = describe_changes (desk, proposal),
                              .words = *proposal->words != '\0' ? proposal->words : NULL };
  paper->lines = list_lines (desk, proposal, &paper->n_lines, &sum);
  paper->rest = (desk->has_means ? desk->means.decidable_minor : sum) - sum;
  paper->warning = describe_fit (desk, proposal);
}

/* The proposals that are open, in the order in which they were spoken. */
static const TqPaperProposal *
list_proposals (TqPaperDesk *desk, GPtrArray *proposals)
{
  TqPaperProposal *papers =
    tq_paper_desk_keep_memory (desk, proposals->len, sizeof (TqPaperProposal));
  for (guint i = 0; i < proposals->len; i++)
    describe_proposal (desk, g_ptr_array_index (proposals, i), &papers[i]);
  return papers;
}

static gint64
sum_of_party (GArray *amounts, gint64 party)
{
  gint64 sum = 0;
  gboolean any = FALSE;
  for (guint i = 0; i < amounts->len; i++) {
    const TqProposalAmount *amount = &g_array_index (amounts, TqProposalAmount, i);
    any = any || amount->party == party;
    sum += amount->party == party ? amount->amount_minor : 0;
  }
  return any ? sum : TQ_PAPER_NO_SHARE;
}

static const gint64 *
list_shares (TqPaperDesk *desk, GPtrArray *proposals, GError **error)
{
  gint64 *shares =
    tq_paper_desk_keep_memory (desk, (gsize) desk->parties->len * proposals->len, sizeof (gint64));
  for (guint p = 0; p < proposals->len; p++) {
    g_autoptr (GArray) amounts = tq_proposal_split (g_ptr_array_index (proposals, p), error);
    if (amounts == NULL)
      return NULL;
    for (guint i = 0; i < desk->parties->len; i++) {
      const TqParty *party = g_ptr_array_index (desk->parties, i);
      shares[(gsize) i * proposals->len + p] = sum_of_party (amounts, party->event);
    }
  }
  return shares;
}

/* All proposals on one sheet, with what each means for every family. */
TqDocument *
tq_paper_build_proposals (TqPaperDesk *desk, GError **error)
{
  const TqProposal *newest = tq_paper_desk_choose (desk, desk->c->proposals, error);
  if (newest == NULL || !tq_paper_desk_set_event (desk, newest->record.event, error))
    return NULL;
  const TqProposalSheetInput input = { .head = desk->head,
                                       .amount = desk->has_means ? desk->means.decidable_minor : 0,
                                       .proposals = list_proposals (desk, desk->c->proposals),
                                       .n_proposals = desk->c->proposals->len,
                                       .members = tq_paper_desk_list_members (desk, NULL),
                                       .n_members = desk->parties->len,
                                       .shares = list_shares (desk, desk->c->proposals, error) };
  return input.shares != NULL ? tq_proposal_sheet_build (&input) : NULL;
}

/* The proposals that a round sends: those that stood when it was sent, not withdrawn nor replaced.
 * */
static GPtrArray *
list_sent (TqPaperDesk *desk, const TqConsultation *round)
{
  GPtrArray *sent = g_ptr_array_new ();
  for (guint i = 0; i < desk->c->proposals->len; i++) {
    const TqProposal *proposal = g_ptr_array_index (desk->c->proposals, i);
    gboolean replaced = FALSE;
    for (guint j = i + 1; j < desk->c->proposals->len; j++) {
      const TqProposal *later = g_ptr_array_index (desk->c->proposals, j);
      replaced = replaced || (later->version_of == proposal->record.event &&
                              later->record.event < round->record.event);
    }
    if (proposal->record.event < round->record.event && !replaced)
      g_ptr_array_add (sent, (gpointer) (guintptr) proposal);
  }
  return sent;
}

static const TqWord *
find_word (TqPaperDesk *desk, const TqConsultation *round, gint64 group)
{
  const TqWord *found = NULL;
  for (guint i = 0; i < desk->c->words->len; i++) {
    const TqWord *word = g_ptr_array_index (desk->c->words, i);
    if (word->round == round->record.event && word->group == group)
      found = word;
  }
  return found;
}

static void
fill_word (TqPaperDesk *desk, const TqWord *word, TqConsultationSheetInput *input)
{
  input->answered = TRUE;
  input->day = word->met_day;
  input->women = (int) word->women;
  input->men = (int) word->men;
  input->young = (int) word->young;
  for (guint i = 0; i < word->positions->len; i++) {
    const TqWordPosition *position = g_ptr_array_index (word->positions, i);
    input->positions[0] += (int) position->agree;
    input->positions[1] += (int) position->doubts;
    input->positions[2] += (int) position->aside;
    input->positions[3] += (int) position->stop;
    input->positions[4] += (int) position->talking;
  }
  if (*word->amendments != '\0') {
    TqPaperAmendment *amendment = tq_paper_desk_keep_memory (desk, 1, sizeof (TqPaperAmendment));
    *amendment = (TqPaperAmendment){ input->group, word->amendments };
    input->amendments = amendment;
    input->n_amendments = 1;
  }
  input->readers = tq_paper_desk_keep_words (desk, word->readers);
}

static gint64
find_group (TqPaperDesk *desk)
{
  for (guint i = 0; i < desk->groups->len; i++) {
    const TqPartyGroup *group = g_ptr_array_index (desk->groups, i);
    if (desk->order->group == NULL || strcmp (group->code, desk->order->group) == 0)
      return group->event;
  }
  return 0;
}

/* The sheet on which a group answers a round: blank before its word is there, filled in after. */
TqDocument *
tq_paper_build_consultation (TqPaperDesk *desk, GError **error)
{
  const TqConsultation *round = tq_paper_desk_choose (desk, desk->c->rounds, error);
  const gint64 group = find_group (desk);
  if (round == NULL)
    return NULL;
  const TqWord *word = find_word (desk, round, group);
  g_autoptr (GPtrArray) sent = list_sent (desk, round);
  if (!tq_paper_desk_set_event (desk,
                                word != NULL ? word->record.event : round->record.event,
                                error))
    return NULL;
  TqConsultationSheetInput input = { .head = desk->head,
                                     .group = tq_paper_desk_get_group (desk, group),
                                     .round = (guint) round->number,
                                     .day = TQ_DAY_NONE,
                                     .proposals = list_proposals (desk, sent),
                                     .n_proposals = sent->len,
                                     .women = -1,
                                     .men = -1,
                                     .young = -1,
                                     .readers = tq_paper_desk_keep_words (desk, NULL) };
  if (word != NULL)
    fill_word (desk, word, &input);
  return tq_consultation_sheet_build (&input);
}

static const TqProposalLine *
find_line (const TqProposal *proposal, const char *label)
{
  for (guint i = 0; i < proposal->lines->len; i++) {
    const TqProposalLine *line = g_ptr_array_index (proposal->lines, i);
    if (strcmp (line->label, label) == 0)
      return line;
  }
  return NULL;
}

/* Who asked for a line: the change that is about it by its place among the new lines, else none. */
static const char *
find_asker (const TqProposal *after, guint nth_new)
{
  const TqProposalChange *change =
    nth_new < after->changes->len ? g_ptr_array_index (after->changes, nth_new) : NULL;
  return change != NULL ? change->asked_by : NULL;
}

static const TqPaperChange *
list_changes (TqPaperDesk *desk, const TqProposal *before, const TqProposal *after, guint *out_n)
{
  guint n = 0, n_new = 0;
  TqPaperChange *changes = tq_paper_desk_keep_memory (desk,
                                                      before->lines->len + after->lines->len,
                                                      sizeof (TqPaperChange));
  for (guint i = 0; i < before->lines->len; i++) {
    const TqProposalLine *old = g_ptr_array_index (before->lines, i);
    const TqProposalLine *new = find_line (after, old->label);
    changes[n++] = (TqPaperChange){
      old->label, TRUE, old->amount_minor, new != NULL, new != NULL ? new->amount_minor : 0, NULL
    };
  }
  for (guint i = 0; i < after->lines->len; i++) {
    const TqProposalLine *new = g_ptr_array_index (after->lines, i);
    if (find_line (before, new->label) == NULL)
      changes[n++] = (TqPaperChange){
        new->label, FALSE, 0, TRUE, new->amount_minor, find_asker (after, n_new++)
      };
  }
  *out_n = n;
  return changes;
}

/* What changed between a version and the one it grew from, and who asked. */
TqDocument *
tq_paper_build_comparison (TqPaperDesk *desk, GError **error)
{
  g_autoptr (GPtrArray) versions = g_ptr_array_new ();
  for (guint i = 0; i < desk->c->proposals->len; i++) {
    const TqProposal *proposal = g_ptr_array_index (desk->c->proposals, i);
    if (proposal->version_of != 0)
      g_ptr_array_add (versions, (gpointer) (guintptr) proposal);
  }
  const TqProposal *after = tq_paper_desk_choose (desk, versions, error);
  const TqProposal *before =
    after != NULL ? tq_case_find_record (desk->c->proposals, after->version_of) : NULL;
  if (before == NULL || !tq_paper_desk_set_event (desk, after->record.event, error))
    return NULL;
  TqComparisonInput input = { .head = desk->head,
                              .before_mark = before->label,
                              .after_mark = after->label,
                              .authors = tq_paper_desk_keep_words (desk, after->authors),
                              .day = after->record.day,
                              .reason = describe_changes (desk, after) };
  input.changes = list_changes (desk, before, after, &input.n_changes);
  return tq_comparison_build (&input);
}
