/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "assembly/agenda.h"
#include "base/i18n.h"
#include "service/paper-builders.h"

#include <string.h>

static const char *
describe_right (TqPaperDesk *desk, const TqNotice *notice)
{
  switch (notice->by_right) {
  case TQ_CALL_RIGHT_VIGILANCE:
    return _ ("the vigilance commission");
  case TQ_CALL_RIGHT_FAMILIES:
    return tq_paper_desk_keep (
      desk,
      g_strdup_printf (_ ("%" PRId64 " families ask for it"), notice->families));
  case TQ_CALL_RIGHT_COMMISSION:
  default:
    return _ ("the coordinating commission");
  }
}

static const char *const *
list_agenda (TqPaperDesk *desk, const TqNotice *notice)
{
  const char **agenda = tq_paper_desk_keep_memory (desk, notice->lines->len, sizeof (char *));
  for (guint i = 0; i < notice->lines->len; i++) {
    const TqNoticeLine *line = g_ptr_array_index (notice->lines, i);
    TqAgendaItem *item =
      line->item != 0 ? tq_agenda_load_item (desk->store, line->item, NULL) : NULL;
    agenda[i] = item != NULL
                  ? tq_paper_desk_keep (desk, tq_agenda_item_dup_text (desk->store, item))
                  : line->words;
    g_clear_pointer (&item, tq_case_record_free);
  }
  return agenda;
}

/* How many families or persons a first call needs: more than half where nothing else was set. */
static guint
find_quorum (TqPaperDesk *desk)
{
  const TqRoll *roll = tq_case_get_last (desk->c->rolls);
  return roll != NULL ? (guint) roll->needed : desk->parties->len / 2 + 1;
}

/* The call to an assembly. */
TqDocument *
tq_paper_build_notice (TqPaperDesk *desk, GError **error)
{
  const TqNotice *notice = tq_paper_desk_choose (desk, desk->c->notices, error);
  const TqReview *review = tq_case_get_last (desk->c->reviews);
  if (notice == NULL || !tq_paper_desk_set_event (desk, notice->record.event, error))
    return NULL;
  const TqNoticeInput input = { .head = desk->head,
                                .caller = notice->called_by,
                                .right = describe_right (desk, notice),
                                .call = (guint) notice->call_number,
                                .place = notice->place,
                                .day = notice->assembly_day,
                                .hour = notice->hour,
                                .posted = notice->given_day,
                                .agenda = list_agenda (desk, notice),
                                .quorum = find_quorum (desk),
                                .total = desk->parties->len,
                                .has_amount = notice->amount_minor != 0,
                                .amount = notice->amount_minor,
                                .statement_letters = tq_paper_desk_get_seal_letters (desk, NULL),
                                .vigilance_note =
                                  review != NULL && review->record.day <= notice->given_day
                                    ? review->words
                                    : _ ("The vigilance commission has not answered yet.") };
  return tq_notice_build (&input);
}

/* The notice that a roll answers. */
static const TqNotice *
find_notice (TqPaperDesk *desk, const TqRoll *roll)
{
  const TqNotice *found = NULL;
  for (guint i = 0; i < desk->c->notices->len; i++) {
    const TqNotice *notice = g_ptr_array_index (desk->c->notices, i);
    if (notice->record.event < roll->record.event)
      found = notice;
  }
  return found;
}

static void
sum_presence (const TqRoll *roll, int *women, int *men, int *young)
{
  *women = *men = *young = 0;
  for (guint i = 0; i < roll->lines->len; i++) {
    const TqRollLine *line = g_ptr_array_index (roll->lines, i);
    *women += (int) line->women;
    *men += (int) line->men;
    *young += (int) line->young;
  }
}

/* Who was there; before the first roll, the sheet to sign. */
TqDocument *
tq_paper_build_roll (TqPaperDesk *desk, GError **error)
{
  const TqNotice *last = tq_case_get_last (desk->c->notices);
  TqRollInput input = { .n_members = desk->parties->len,
                        .quorum = find_quorum (desk),
                        .women = -1,
                        .men = -1,
                        .young = -1 };
  const TqRoll *roll =
    desk->c->rolls->len > 0 ? tq_paper_desk_choose (desk, desk->c->rolls, error) : NULL;
  if (desk->c->rolls->len > 0 && roll == NULL)
    return NULL;
  const TqNotice *notice = roll != NULL ? find_notice (desk, roll) : last;
  input.place = notice != NULL ? notice->place : "";
  input.hour = notice != NULL ? notice->hour : "";
  input.day = notice != NULL ? notice->assembly_day : desk->c->through;
  input.call = notice != NULL ? (guint) notice->call_number : 1;
  if (roll != NULL) {
    input.known = TRUE;
    input.day = roll->record.day;
    input.hour = roll->hour;
    input.quorum = (guint) roll->needed;
    input.secretary = roll->secretary;
    sum_presence (roll, &input.women, &input.men, &input.young);
    if (!tq_paper_desk_set_event (desk, roll->record.event, error))
      return NULL;
  }
  input.members = tq_paper_desk_list_members (desk, roll);
  input.head = desk->head;
  return tq_roll_build (&input);
}

static const char *const *
list_excused (TqPaperDesk *desk, const TqRoll *roll)
{
  guint n = 0;
  const char **excused = tq_paper_desk_keep_memory (desk, roll->lines->len, sizeof (char *));
  for (guint i = 0; i < roll->lines->len; i++) {
    const TqRollLine *line = g_ptr_array_index (roll->lines, i);
    const TqParty *party = tq_paper_desk_get_party (desk, line->party);
    if (line->presence == TQ_PRESENCE_EXCUSED && party != NULL)
      excused[n++] = party->name;
  }
  return n > 0 ? excused : NULL;
}

/* Who read and interpreted on the day of the assembly, with the language. */
static const char *const *
list_readers (TqPaperDesk *desk, TqDay day)
{
  guint n = 0, most = 0;
  for (guint i = 0; i < desk->c->readings->len; i++)
    most += ((const TqReading *) g_ptr_array_index (desk->c->readings, i))->readers->len;
  const char **readers = tq_paper_desk_keep_memory (desk, most, sizeof (char *));
  for (guint i = 0; i < desk->c->readings->len; i++) {
    const TqReading *reading = g_ptr_array_index (desk->c->readings, i);
    for (guint j = 0; reading->record.day == day && j < reading->readers->len; j++) {
      const TqReader *reader = g_ptr_array_index (reading->readers, j);
      readers[n++] =
        tq_paper_desk_keep (desk, g_strdup_printf ("%s (%s)", reader->who, reader->language));
    }
  }
  return readers;
}

/* Free places to sign: one for each of those present, at least for chair and secretary. */
static const TqPaperSigner *
list_signers (TqPaperDesk *desk, const TqRoll *roll, guint *out_n)
{
  guint n = 0;
  TqPaperSigner *signers =
    tq_paper_desk_keep_memory (desk, roll->lines->len + 2, sizeof (TqPaperSigner));
  signers[n++] = (TqPaperSigner){ roll->chair, _ ("Chair") };
  signers[n++] = (TqPaperSigner){ roll->secretary, _ ("Secretary") };
  for (guint i = 0; i < roll->lines->len; i++) {
    const TqRollLine *line = g_ptr_array_index (roll->lines, i);
    const TqParty *party = tq_paper_desk_get_party (desk, line->party);
    if (line->presence == TQ_PRESENCE_PRESENT && party != NULL &&
        strcmp (party->name, roll->chair) != 0)
      signers[n++] = (TqPaperSigner){ party->name, NULL };
  }
  *out_n = n;
  return signers;
}

static TqPaperMeeting
describe_meeting (TqPaperDesk *desk, const TqRoll *roll, const TqMinutes *minutes)
{
  const TqNotice *notice = find_notice (desk, roll);
  TqPaperMeeting meeting = {
    .head = desk->head,
    .day = roll->record.day,
    .place = notice != NULL ? notice->place : "",
    .begins = minutes != NULL && *minutes->began != '\0' ? minutes->began : roll->hour,
    .ends = minutes != NULL && *minutes->ended != '\0' ? minutes->ended : NULL,
    .call = (guint) roll->call_number,
    .quorum = (guint) roll->needed,
    .present = (guint) roll->present,
    .total = (guint) roll->members,
    .excused = list_excused (desk, roll),
    .readers = list_readers (desk, roll->record.day),
    .secretary = roll->secretary,
    .accounts_letters = tq_paper_desk_get_seal_letters (desk, NULL)
  };
  sum_presence (roll, &meeting.women, &meeting.men, &meeting.young);
  meeting.signers = list_signers (desk, roll, &meeting.n_signers);
  if (minutes != NULL && *minutes->protest_words != '\0')
    meeting.under_protest = tq_paper_desk_keep_words (desk, minutes->protest_words);
  return meeting;
}

static const char *
describe_method (TqMethod method)
{
  static const char *const names[] = { N_ ("spoken agreement"),  N_ ("hands"),
                                       N_ ("maize and beans"),   N_ ("paper with drawings"),
                                       N_ ("families standing"), N_ ("barrio sheet"),
                                       N_ ("sealed bundle") };
  return _ (names[method]);
}

static const TqPaperTally *
describe_tally (TqPaperDesk *desk, const TqTally *tally)
{
  static const char *const options[] = { N_ ("agree"),
                                         N_ ("agree with doubts"),
                                         N_ ("stand aside"),
                                         N_ ("ask to stop"),
                                         N_ ("abstain") };
  const guint n = G_N_ELEMENTS (options);
  TqPaperTally *paper = tq_paper_desk_keep_memory (desk, 1, sizeof (TqPaperTally));
  const char **names = tq_paper_desk_keep_memory (desk, n, sizeof (char *));
  guint *counts = tq_paper_desk_keep_memory (desk, n, sizeof (guint));
  const char **tellers = tq_paper_desk_keep_memory (desk, 2, sizeof (char *));
  const gint64 numbers[] = { tally->agree,
                             tally->doubts,
                             tally->aside,
                             tally->stop,
                             tally->abstain };
  guint counted = 0, n_tellers = 0;
  for (guint i = 0; i < n; i++) {
    names[i] = _ (options[i]);
    counts[i] = (guint) numbers[i];
    counted += counts[i];
  }
  if (*tally->first_teller != '\0')
    tellers[n_tellers++] = tally->first_teller;
  if (*tally->second_teller != '\0')
    tellers[n_tellers++] = tally->second_teller;
  const char *rule =
    tally->vote != 0
      ? tq_paper_desk_keep (desk,
                            g_strdup_printf (_ ("vote, %s of those present"), tally->majority))
      : _ ("agreement");
  *paper = (TqPaperTally){ describe_method (tally->method),
                           rule,
                           tellers,
                           (guint) tally->handed_out,
                           counted + (guint) tally->spoiled,
                           (guint) tally->spoiled,
                           names,
                           counts };
  return paper;
}

static const TqPaperLine *
list_decision_lines (TqPaperDesk *desk, const TqDecision *decision, guint *out_n)
{
  TqPaperLine *lines =
    tq_paper_desk_keep_memory (desk, decision->lines->len + 1, sizeof (TqPaperLine));
  guint n = 0;
  for (guint i = 0; i < decision->lines->len; i++) {
    const TqDecisionLine *line = g_ptr_array_index (decision->lines, i);
    lines[n++] = (TqPaperLine){ .text = line->label, .amount = line->amount_minor };
  }
  if (decision->remainder_minor != 0)
    lines[n++] =
      (TqPaperLine){ .text = _ ("What does not divide"), .amount = decision->remainder_minor };
  *out_n = n;
  return lines;
}

/* The item of the minutes on which the decision was taken carries it: tally, lines, objections. */
static void
add_decision (TqPaperDesk *desk, TqPaperItem *item, TqDay day)
{
  const TqDecision *decision = tq_case_get_last (desk->c->decisions);
  if (decision == NULL || decision->record.day != day)
    return;
  const TqTally *tally = tq_case_find_record (desk->c->tallies, decision->tally);
  item->tally = tally != NULL ? describe_tally (desk, tally) : NULL;
  item->result = decision->words;
  item->lines = list_decision_lines (desk, decision, &item->n_lines);
  item->objections = tq_paper_desk_list_objections (desk, 0, &item->n_objections);
}

static const TqPaperItem *
list_items (TqPaperDesk *desk, const TqMinutes *minutes, guint *out_n)
{
  TqPaperItem *items = tq_paper_desk_keep_memory (desk, minutes->items->len, sizeof (TqPaperItem));
  for (guint i = 0; i < minutes->items->len; i++) {
    const TqMinutesItem *item = g_ptr_array_index (minutes->items, i);
    items[i].title = item->title;
    items[i].summary = *item->words != '\0' ? item->words : NULL;
    if (i == 0)
      add_decision (desk, &items[i], minutes->record.day);
  }
  *out_n = minutes->items->len;
  return items;
}

/* The minutes of an assembly. */
TqDocument *
tq_paper_build_minutes (TqPaperDesk *desk, GError **error)
{
  const TqMinutes *minutes = tq_paper_desk_choose (desk, desk->c->minutes, error);
  const TqRoll *roll = minutes != NULL ? tq_case_find_record (desk->c->rolls, minutes->roll) : NULL;
  if (minutes == NULL || !tq_paper_desk_set_event (desk, minutes->record.event, error))
    return NULL;
  if (roll == NULL)
    roll = tq_paper_desk_choose (desk, desk->c->rolls, error);
  if (roll == NULL)
    return NULL;
  TqMinutesInput input = { .meeting = describe_meeting (desk, roll, minutes) };
  input.items = list_items (desk, minutes, &input.n_items);
  return tq_minutes_build (&input);
}

static const TqPaperAnswer *
list_answers (TqPaperDesk *desk, const TqReport *report, guint *out_n)
{
  static const char *const verdicts[] = { N_ ("accepted"),
                                          N_ ("refused"),
                                          N_ ("decided anew"),
                                          N_ ("more time") };
  guint n = 0;
  g_autoptr (GArray) execution = tq_case_build_execution (desk->c);
  TqPaperAnswer *answers =
    tq_paper_desk_keep_memory (desk, report->lines->len, sizeof (TqPaperAnswer));
  for (guint i = 0; i < report->lines->len; i++) {
    const TqReportLine *line = g_ptr_array_index (report->lines, i);
    if (line->decision_line < 1 || line->decision_line > execution->len)
      continue;
    const TqExecutionLine *e = &g_array_index (execution, TqExecutionLine, line->decision_line - 1);
    answers[n++] = (TqPaperAnswer){ e->line->label,
                                    e->line->amount_minor,
                                    e->spent_minor,
                                    line->done == TQ_DONE_DONE,
                                    *line->why != '\0' ? line->why : NULL,
                                    *line->asked != '\0' ? line->asked : NULL,
                                    _ (verdicts[line->verdict]) };
  }
  *out_n = n;
  return answers;
}

/* What the mandated persons answered before the assembly. */
TqDocument *
tq_paper_build_report_back (TqPaperDesk *desk, GError **error)
{
  const TqReport *report = tq_paper_desk_choose (desk, desk->c->reports, error);
  const TqRoll *roll = report != NULL ? tq_case_find_record (desk->c->rolls, report->roll) : NULL;
  if (report == NULL || !tq_paper_desk_set_event (desk, report->record.event, error))
    return NULL;
  if (roll == NULL)
    roll = tq_paper_desk_choose (desk, desk->c->rolls, error);
  if (roll == NULL)
    return NULL;
  TqPaperItem *item = tq_paper_desk_keep_memory (desk, 1, sizeof (TqPaperItem));
  item->title = _ ("Report");
  item->summary = report->words;
  TqReportBackInput input = { .meeting = describe_meeting (desk, roll, NULL),
                              .persons = tq_paper_desk_keep_words (desk, report->who),
                              .items = item,
                              .n_items = *report->words != '\0' ? 1 : 0 };
  input.answers = list_answers (desk, report, &input.n_answers);
  return tq_report_back_build (&input);
}
