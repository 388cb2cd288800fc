/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "assembly/decision-record.h"

#include "assembly/proposal-record.h"
#include "base/i18n.h"

static const char *const method_names[] = { "spoken",   "hands", "maize-beans", "drawings",
                                            "standing", "sheet", "sealed",      NULL };

static const TqField decision_line_fields[] = {
  { "kind",
    TQ_FIELD_CHOICE,
    G_STRUCT_OFFSET (TqDecisionLine, line_kind),
    NULL,
    tq_line_kind_names,
    FALSE },
  { "label",
    TQ_FIELD_LINE,
    G_STRUCT_OFFSET (TqDecisionLine, label),
    N_ ("Every line says what it is for."),
    NULL,
    FALSE },
  { "amount", TQ_FIELD_AMOUNT, G_STRUCT_OFFSET (TqDecisionLine, amount_minor), NULL, NULL, FALSE },
  { "role",
    TQ_FIELD_LINE,
    G_STRUCT_OFFSET (TqDecisionLine, role),
    N_ ("Every line says which account it goes to."),
    NULL,
    FALSE },
  TQ_FIELDS_END,
};
const TqCaseRecordKind tq_decision_line_kind = {
  sizeof (TqDecisionLine),
  decision_line_fields,
  TQ_RECORD_LINE_SQL ("decision_line",
                      "kind, label, amount, role",
                      ":kind, :label, :amount, :role"),
  {
    { NULL, 0 },
  },
};

static const TqField decision_share_fields[] = {
  { "of_line", TQ_FIELD_COUNT, G_STRUCT_OFFSET (TqDecisionShare, of_line), NULL, NULL, FALSE },
  { "party",
    TQ_FIELD_REF,
    G_STRUCT_OFFSET (TqDecisionShare, party),
    N_ ("Say which family or person."),
    NULL,
    FALSE },
  { "amount", TQ_FIELD_AMOUNT, G_STRUCT_OFFSET (TqDecisionShare, amount_minor), NULL, NULL, FALSE },
  TQ_FIELDS_END,
};
const TqCaseRecordKind tq_decision_share_kind = {
  sizeof (TqDecisionShare),
  decision_share_fields,
  TQ_RECORD_LINE_SQL ("decision_share", "of_line, party, amount", ":of_line, :party, :amount"),
  {
    { NULL, 0 },
  },
};

static const TqField minutes_item_fields[] = {
  { "title",
    TQ_FIELD_LINE,
    G_STRUCT_OFFSET (TqMinutesItem, title),
    N_ ("Every matter of the minutes has a title."),
    NULL,
    FALSE },
  { "words", TQ_FIELD_BODY, G_STRUCT_OFFSET (TqMinutesItem, words), NULL, NULL, FALSE },
  TQ_FIELDS_END,
};
const TqCaseRecordKind tq_minutes_item_kind = {
  sizeof (TqMinutesItem),
  minutes_item_fields,
  TQ_RECORD_LINE_SQL ("minutes_item", "title, words", ":title, :words"),
  {
    { NULL, 0 },
  },
};

static const TqField tally_fields[] = {
  { "proposal",
    TQ_FIELD_REF,
    G_STRUCT_OFFSET (TqTally, proposal),
    N_ ("Say which proposal."),
    NULL,
    FALSE },
  { "method", TQ_FIELD_CHOICE, G_STRUCT_OFFSET (TqTally, method), NULL, method_names, FALSE },
  { "first_teller", TQ_FIELD_LINE, G_STRUCT_OFFSET (TqTally, first_teller), NULL, NULL, FALSE },
  { "second_teller", TQ_FIELD_LINE, G_STRUCT_OFFSET (TqTally, second_teller), NULL, NULL, FALSE },
  { "handed_out", TQ_FIELD_COUNT, G_STRUCT_OFFSET (TqTally, handed_out), NULL, NULL, FALSE },
  { "agree", TQ_FIELD_COUNT, G_STRUCT_OFFSET (TqTally, agree), NULL, NULL, FALSE },
  { "doubts", TQ_FIELD_COUNT, G_STRUCT_OFFSET (TqTally, doubts), NULL, NULL, FALSE },
  { "aside", TQ_FIELD_COUNT, G_STRUCT_OFFSET (TqTally, aside), NULL, NULL, FALSE },
  { "stop", TQ_FIELD_COUNT, G_STRUCT_OFFSET (TqTally, stop), NULL, NULL, FALSE },
  { "abstain", TQ_FIELD_COUNT, G_STRUCT_OFFSET (TqTally, abstain), NULL, NULL, FALSE },
  { "spoiled", TQ_FIELD_COUNT, G_STRUCT_OFFSET (TqTally, spoiled), NULL, NULL, FALSE },
  { "words", TQ_FIELD_BODY, G_STRUCT_OFFSET (TqTally, words), NULL, NULL, FALSE },
  { "vote", TQ_FIELD_COUNT, G_STRUCT_OFFSET (TqTally, vote), NULL, NULL, TRUE },
  { "present", TQ_FIELD_COUNT, G_STRUCT_OFFSET (TqTally, present), NULL, NULL, TRUE },
  { "majority", TQ_FIELD_LINE, G_STRUCT_OFFSET (TqTally, majority), NULL, NULL, TRUE },
  { "needed", TQ_FIELD_COUNT, G_STRUCT_OFFSET (TqTally, needed), NULL, NULL, TRUE },
  { "rounds", TQ_FIELD_COUNT, G_STRUCT_OFFSET (TqTally, rounds), NULL, NULL, TRUE },
  { "call_number", TQ_FIELD_COUNT, G_STRUCT_OFFSET (TqTally, call_number), NULL, NULL, TRUE },
  { "adopted", TQ_FIELD_COUNT, G_STRUCT_OFFSET (TqTally, adopted), NULL, NULL, TRUE },
  TQ_FIELDS_END,
};
const TqCaseRecordKind tq_tally_kind = {
  sizeof (TqTally),
  tally_fields,
  TQ_RECORD_SQL (
    "tally",
    "proposal, method, first_teller, second_teller, handed_out, agree, doubts, aside, stop, abstain, spoiled, words, vote, present, majority, needed, rounds, call_number, adopted",
    ":proposal, :method, :first_teller, :second_teller, :handed_out, :agree, :doubts, :aside, :stop, :abstain, :spoiled, :words, :vote, :present, :majority, :needed, :rounds, :call_number, :adopted"),
  {
    { NULL, 0 },
  },
};

static const TqField decision_fields[] = {
  { "proposal",
    TQ_FIELD_REF,
    G_STRUCT_OFFSET (TqDecision, proposal),
    N_ ("Say which proposal was agreed."),
    NULL,
    FALSE },
  { "words", TQ_FIELD_BODY, G_STRUCT_OFFSET (TqDecision, words), NULL, NULL, FALSE },
  { "remainder",
    TQ_FIELD_AMOUNT,
    G_STRUCT_OFFSET (TqDecision, remainder_minor),
    NULL,
    NULL,
    FALSE },
  { "remainder_role",
    TQ_FIELD_LINE,
    G_STRUCT_OFFSET (TqDecision, remainder_role),
    NULL,
    NULL,
    FALSE },
  { "minority", TQ_FIELD_BODY, G_STRUCT_OFFSET (TqDecision, minority), NULL, NULL, FALSE },
  { "amount", TQ_FIELD_AMOUNT, G_STRUCT_OFFSET (TqDecision, amount_minor), NULL, NULL, TRUE },
  { "tally", TQ_FIELD_REF, G_STRUCT_OFFSET (TqDecision, tally), NULL, NULL, TRUE },
  TQ_FIELDS_END,
};
const TqCaseRecordKind tq_decision_kind = {
  sizeof (TqDecision),
  decision_fields,
  TQ_RECORD_SQL ("decision",
                 "proposal, words, remainder, remainder_role, minority, amount, tally",
                 ":proposal, :words, :remainder, :remainder_role, :minority, :amount, :tally"),
  {
    { &tq_decision_line_kind, G_STRUCT_OFFSET (TqDecision, lines) },
    { &tq_decision_share_kind, G_STRUCT_OFFSET (TqDecision, shares) },
    { NULL, 0 },
  },
};

static const TqField minutes_fields[] = {
  { "began", TQ_FIELD_LINE, G_STRUCT_OFFSET (TqMinutes, began), NULL, NULL, FALSE },
  { "ended", TQ_FIELD_LINE, G_STRUCT_OFFSET (TqMinutes, ended), NULL, NULL, FALSE },
  { "signatures", TQ_FIELD_COUNT, G_STRUCT_OFFSET (TqMinutes, signatures), NULL, NULL, FALSE },
  { "fingerprints", TQ_FIELD_COUNT, G_STRUCT_OFFSET (TqMinutes, fingerprints), NULL, NULL, FALSE },
  { "protests", TQ_FIELD_COUNT, G_STRUCT_OFFSET (TqMinutes, protests), NULL, NULL, FALSE },
  { "protest_words", TQ_FIELD_BODY, G_STRUCT_OFFSET (TqMinutes, protest_words), NULL, NULL, FALSE },
  { "roll", TQ_FIELD_REF, G_STRUCT_OFFSET (TqMinutes, roll), NULL, NULL, TRUE },
  TQ_FIELDS_END,
};
const TqCaseRecordKind tq_minutes_kind = {
  sizeof (TqMinutes),
  minutes_fields,
  TQ_RECORD_SQL ("minutes",
                 "began, ended, signatures, fingerprints, protests, protest_words, roll",
                 ":began, :ended, :signatures, :fingerprints, :protests, :protest_words, :roll"),
  {
    { &tq_minutes_item_kind, G_STRUCT_OFFSET (TqMinutes, items) },
    { NULL, 0 },
  },
};
