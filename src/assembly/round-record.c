/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "assembly/round-record.h"

#include "base/i18n.h"

static const char *const position_names[] = { "agree",   "doubts",  "aside", "stop",
                                              "talking", "abstain", NULL };

static const char *const asks_names[] = { "aside", "stop", NULL };

static const char *const answer_names[] = { "kept", "aside", "withdrawn", NULL };

static const TqField round_group_fields[] = {
  { "party_group",
    TQ_FIELD_REF,
    G_STRUCT_OFFSET (TqRoundGroup, group),
    N_ ("Say which group."),
    NULL,
    FALSE },
  TQ_FIELDS_END,
};
const TqCaseRecordKind tq_round_group_kind = {
  sizeof (TqRoundGroup),
  round_group_fields,
  TQ_RECORD_LINE_SQL ("round_group", "party_group", ":party_group"),
  {
    { NULL, 0 },
  },
};

static const TqField word_position_fields[] = {
  { "proposal",
    TQ_FIELD_REF,
    G_STRUCT_OFFSET (TqWordPosition, proposal),
    N_ ("Say which proposal."),
    NULL,
    FALSE },
  { "agree", TQ_FIELD_COUNT, G_STRUCT_OFFSET (TqWordPosition, agree), NULL, NULL, FALSE },
  { "doubts", TQ_FIELD_COUNT, G_STRUCT_OFFSET (TqWordPosition, doubts), NULL, NULL, FALSE },
  { "aside", TQ_FIELD_COUNT, G_STRUCT_OFFSET (TqWordPosition, aside), NULL, NULL, FALSE },
  { "stop", TQ_FIELD_COUNT, G_STRUCT_OFFSET (TqWordPosition, stop), NULL, NULL, FALSE },
  { "talking", TQ_FIELD_COUNT, G_STRUCT_OFFSET (TqWordPosition, talking), NULL, NULL, FALSE },
  { "abstain", TQ_FIELD_COUNT, G_STRUCT_OFFSET (TqWordPosition, abstain), NULL, NULL, FALSE },
  TQ_FIELDS_END,
};
const TqCaseRecordKind tq_word_position_kind = {
  sizeof (TqWordPosition),
  word_position_fields,
  TQ_RECORD_LINE_SQL ("word_position",
                      "proposal, agree, doubts, aside, stop, talking, abstain",
                      ":proposal, :agree, :doubts, :aside, :stop, :talking, :abstain"),
  {
    { NULL, 0 },
  },
};

static const TqField round_fields[] = {
  { "words", TQ_FIELD_BODY, G_STRUCT_OFFSET (TqConsultation, words), NULL, NULL, FALSE },
  { "number", TQ_FIELD_COUNT, G_STRUCT_OFFSET (TqConsultation, number), NULL, NULL, TRUE },
  TQ_FIELDS_END,
};
const TqCaseRecordKind tq_consultation_kind = {
  sizeof (TqConsultation),
  round_fields,
  TQ_RECORD_SQL ("consultation_round", "words, number", ":words, :number"),
  {
    { &tq_round_group_kind, G_STRUCT_OFFSET (TqConsultation, groups) },
    { NULL, 0 },
  },
};

static const TqField word_fields[] = {
  { "party_group",
    TQ_FIELD_REF,
    G_STRUCT_OFFSET (TqWord, group),
    N_ ("Say whose word it is."),
    NULL,
    FALSE },
  { "met_day",
    TQ_FIELD_DAY,
    G_STRUCT_OFFSET (TqWord, met_day),
    N_ ("Write on which day they met."),
    NULL,
    FALSE },
  { "present", TQ_FIELD_COUNT, G_STRUCT_OFFSET (TqWord, present), NULL, NULL, FALSE },
  { "women", TQ_FIELD_COUNT, G_STRUCT_OFFSET (TqWord, women), NULL, NULL, FALSE },
  { "men", TQ_FIELD_COUNT, G_STRUCT_OFFSET (TqWord, men), NULL, NULL, FALSE },
  { "young", TQ_FIELD_COUNT, G_STRUCT_OFFSET (TqWord, young), NULL, NULL, FALSE },
  { "amendments", TQ_FIELD_BODY, G_STRUCT_OFFSET (TqWord, amendments), NULL, NULL, FALSE },
  { "readers", TQ_FIELD_LINE, G_STRUCT_OFFSET (TqWord, readers), NULL, NULL, FALSE },
  { "typed_before", TQ_FIELD_LINE, G_STRUCT_OFFSET (TqWord, typed_before), NULL, NULL, FALSE },
  { "signatures", TQ_FIELD_COUNT, G_STRUCT_OFFSET (TqWord, signatures), NULL, NULL, FALSE },
  { "replaces", TQ_FIELD_REF, G_STRUCT_OFFSET (TqWord, replaces), NULL, NULL, FALSE },
  { "reason", TQ_FIELD_BODY, G_STRUCT_OFFSET (TqWord, reason), NULL, NULL, FALSE },
  { "of_round", TQ_FIELD_REF, G_STRUCT_OFFSET (TqWord, round), NULL, NULL, TRUE },
  TQ_FIELDS_END,
};
const TqCaseRecordKind tq_word_kind = {
  sizeof (TqWord),
  word_fields,
  TQ_RECORD_SQL (
    "word",
    "party_group, met_day, present, women, men, young, amendments, readers, typed_before, signatures, replaces, reason, of_round",
    ":party_group, :met_day, :present, :women, :men, :young, :amendments, :readers, :typed_before, :signatures, :replaces, :reason, :of_round"),
  {
    { &tq_word_position_kind, G_STRUCT_OFFSET (TqWord, positions) },
    { NULL, 0 },
  },
};

static const TqField family_position_fields[] = {
  { "proposal",
    TQ_FIELD_REF,
    G_STRUCT_OFFSET (TqFamilyPosition, proposal),
    N_ ("Say which proposal."),
    NULL,
    FALSE },
  { "party",
    TQ_FIELD_REF,
    G_STRUCT_OFFSET (TqFamilyPosition, party),
    N_ ("Say which family or person."),
    NULL,
    FALSE },
  { "position",
    TQ_FIELD_CHOICE,
    G_STRUCT_OFFSET (TqFamilyPosition, position),
    NULL,
    position_names,
    FALSE },
  { "words", TQ_FIELD_BODY, G_STRUCT_OFFSET (TqFamilyPosition, words), NULL, NULL, FALSE },
  TQ_FIELDS_END,
};
const TqCaseRecordKind tq_family_position_kind = {
  sizeof (TqFamilyPosition),
  family_position_fields,
  TQ_RECORD_SQL ("family_position",
                 "proposal, party, position, words",
                 ":proposal, :party, :position, :words"),
  {
    { NULL, 0 },
  },
};

static const TqField objection_fields[] = {
  { "proposal",
    TQ_FIELD_REF,
    G_STRUCT_OFFSET (TqObjection, proposal),
    N_ ("Say which proposal."),
    NULL,
    FALSE },
  { "whose",
    TQ_FIELD_LINE,
    G_STRUCT_OFFSET (TqObjection, whose),
    N_ ("Write whose objection it is."),
    NULL,
    FALSE },
  { "party", TQ_FIELD_REF, G_STRUCT_OFFSET (TqObjection, party), NULL, NULL, FALSE },
  { "word", TQ_FIELD_REF, G_STRUCT_OFFSET (TqObjection, word), NULL, NULL, FALSE },
  { "reason",
    TQ_FIELD_BODY,
    G_STRUCT_OFFSET (TqObjection, reason),
    N_ ("An objection carries its reason; write it as it was said."),
    NULL,
    FALSE },
  { "remedy", TQ_FIELD_BODY, G_STRUCT_OFFSET (TqObjection, remedy), NULL, NULL, FALSE },
  { "asks", TQ_FIELD_CHOICE, G_STRUCT_OFFSET (TqObjection, asks), NULL, asks_names, FALSE },
  TQ_FIELDS_END,
};
const TqCaseRecordKind tq_objection_kind = {
  sizeof (TqObjection),
  objection_fields,
  TQ_RECORD_SQL ("objection",
                 "proposal, whose, party, word, reason, remedy, asks",
                 ":proposal, :whose, :party, :word, :reason, :remedy, :asks"),
  {
    { NULL, 0 },
  },
};

static const TqField objection_answer_fields[] = {
  { "objection",
    TQ_FIELD_REF,
    G_STRUCT_OFFSET (TqObjectionAnswer, objection),
    N_ ("Say which objection is answered."),
    NULL,
    FALSE },
  { "who",
    TQ_FIELD_LINE,
    G_STRUCT_OFFSET (TqObjectionAnswer, who),
    N_ ("Write who answers."),
    NULL,
    FALSE },
  { "words",
    TQ_FIELD_BODY,
    G_STRUCT_OFFSET (TqObjectionAnswer, words),
    N_ ("Write what was answered."),
    NULL,
    FALSE },
  { "outcome",
    TQ_FIELD_CHOICE,
    G_STRUCT_OFFSET (TqObjectionAnswer, outcome),
    NULL,
    answer_names,
    FALSE },
  TQ_FIELDS_END,
};
const TqCaseRecordKind tq_objection_answer_kind = {
  sizeof (TqObjectionAnswer),
  objection_answer_fields,
  TQ_RECORD_SQL ("objection_answer",
                 "objection, who, words, outcome",
                 ":objection, :who, :words, :outcome"),
  {
    { NULL, 0 },
  },
};
