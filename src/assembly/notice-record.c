/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "assembly/notice-record.h"

#include "base/i18n.h"

static const char *const call_right_names[] = { "commission", "vigilance", "families", NULL };

static const char *const presence_names[] = { "present", "excused", NULL };

static const TqField notice_line_fields[] = {
  { "words", TQ_FIELD_LINE, G_STRUCT_OFFSET (TqNoticeLine, words), NULL, NULL, FALSE },
  { "item", TQ_FIELD_REF, G_STRUCT_OFFSET (TqNoticeLine, item), NULL, NULL, FALSE },
  TQ_FIELDS_END,
};
const TqCaseRecordKind tq_notice_line_kind = {
  sizeof (TqNoticeLine),
  notice_line_fields,
  TQ_RECORD_LINE_SQL ("notice_line", "words, item", ":words, :item"),
  {
    { NULL, 0 },
  },
};

static const TqField roll_line_fields[] = {
  { "party",
    TQ_FIELD_REF,
    G_STRUCT_OFFSET (TqRollLine, party),
    N_ ("Say which family or person."),
    NULL,
    FALSE },
  { "presence",
    TQ_FIELD_CHOICE,
    G_STRUCT_OFFSET (TqRollLine, presence),
    NULL,
    presence_names,
    FALSE },
  { "women", TQ_FIELD_COUNT, G_STRUCT_OFFSET (TqRollLine, women), NULL, NULL, FALSE },
  { "men", TQ_FIELD_COUNT, G_STRUCT_OFFSET (TqRollLine, men), NULL, NULL, FALSE },
  { "young", TQ_FIELD_COUNT, G_STRUCT_OFFSET (TqRollLine, young), NULL, NULL, FALSE },
  TQ_FIELDS_END,
};
const TqCaseRecordKind tq_roll_line_kind = {
  sizeof (TqRollLine),
  roll_line_fields,
  TQ_RECORD_LINE_SQL ("roll_line",
                      "party, presence, women, men, young",
                      ":party, :presence, :women, :men, :young"),
  {
    { NULL, 0 },
  },
};

static const TqField reader_fields[] = {
  { "who", TQ_FIELD_LINE, G_STRUCT_OFFSET (TqReader, who), N_ ("Write who read."), NULL, FALSE },
  { "language",
    TQ_FIELD_LINE,
    G_STRUCT_OFFSET (TqReader, language),
    N_ ("Write in which language it was read."),
    NULL,
    FALSE },
  TQ_FIELDS_END,
};
const TqCaseRecordKind tq_reader_kind = {
  sizeof (TqReader),
  reader_fields,
  TQ_RECORD_LINE_SQL ("reading_reader", "who, language", ":who, :language"),
  {
    { NULL, 0 },
  },
};

static const TqField notice_fields[] = {
  { "call_number", TQ_FIELD_COUNT, G_STRUCT_OFFSET (TqNotice, call_number), NULL, NULL, FALSE },
  { "called_by",
    TQ_FIELD_LINE,
    G_STRUCT_OFFSET (TqNotice, called_by),
    N_ ("Write who calls the assembly."),
    NULL,
    FALSE },
  { "by_right",
    TQ_FIELD_CHOICE,
    G_STRUCT_OFFSET (TqNotice, by_right),
    NULL,
    call_right_names,
    FALSE },
  { "families", TQ_FIELD_COUNT, G_STRUCT_OFFSET (TqNotice, families), NULL, NULL, FALSE },
  { "place",
    TQ_FIELD_LINE,
    G_STRUCT_OFFSET (TqNotice, place),
    N_ ("Write where the assembly meets."),
    NULL,
    FALSE },
  { "hour", TQ_FIELD_LINE, G_STRUCT_OFFSET (TqNotice, hour), NULL, NULL, FALSE },
  { "given_day",
    TQ_FIELD_DAY,
    G_STRUCT_OFFSET (TqNotice, given_day),
    N_ ("Write on which day the notice is given."),
    NULL,
    FALSE },
  { "assembly_day",
    TQ_FIELD_DAY,
    G_STRUCT_OFFSET (TqNotice, assembly_day),
    N_ ("Write on which day the assembly meets."),
    NULL,
    FALSE },
  { "amount", TQ_FIELD_AMOUNT, G_STRUCT_OFFSET (TqNotice, amount_minor), NULL, NULL, FALSE },
  TQ_FIELDS_END,
};
const TqCaseRecordKind tq_notice_kind = {
  sizeof (TqNotice),
  notice_fields,
  TQ_RECORD_SQL (
    "notice",
    "call_number, called_by, by_right, families, place, hour, given_day, assembly_day, amount",
    ":call_number, :called_by, :by_right, :families, :place, :hour, :given_day, :assembly_day, :amount"),
  {
    { &tq_notice_line_kind, G_STRUCT_OFFSET (TqNotice, lines) },
    { NULL, 0 },
  },
};

static const TqField roll_fields[] = {
  { "hour", TQ_FIELD_LINE, G_STRUCT_OFFSET (TqRoll, hour), NULL, NULL, FALSE },
  { "chair", TQ_FIELD_LINE, G_STRUCT_OFFSET (TqRoll, chair), NULL, NULL, FALSE },
  { "secretary",
    TQ_FIELD_LINE,
    G_STRUCT_OFFSET (TqRoll, secretary),
    N_ ("Write who keeps the minutes."),
    NULL,
    FALSE },
  { "tellers", TQ_FIELD_LINE, G_STRUCT_OFFSET (TqRoll, tellers), NULL, NULL, FALSE },
  { "call_number", TQ_FIELD_COUNT, G_STRUCT_OFFSET (TqRoll, call_number), NULL, NULL, TRUE },
  { "members", TQ_FIELD_COUNT, G_STRUCT_OFFSET (TqRoll, members), NULL, NULL, TRUE },
  { "present", TQ_FIELD_COUNT, G_STRUCT_OFFSET (TqRoll, present), NULL, NULL, TRUE },
  { "needed", TQ_FIELD_COUNT, G_STRUCT_OFFSET (TqRoll, needed), NULL, NULL, TRUE },
  { "quorum", TQ_FIELD_COUNT, G_STRUCT_OFFSET (TqRoll, quorum), NULL, NULL, TRUE },
  TQ_FIELDS_END,
};
const TqCaseRecordKind tq_roll_kind = {
  sizeof (TqRoll),
  roll_fields,
  TQ_RECORD_SQL (
    "roll",
    "hour, chair, secretary, tellers, call_number, members, present, needed, quorum",
    ":hour, :chair, :secretary, :tellers, :call_number, :members, :present, :needed, :quorum"),
  {
    { &tq_roll_line_kind, G_STRUCT_OFFSET (TqRoll, lines) },
    { NULL, 0 },
  },
};

static const TqField reading_fields[] = {
  { "subject",
    TQ_FIELD_LINE,
    G_STRUCT_OFFSET (TqReading, subject),
    N_ ("Write what was read."),
    NULL,
    FALSE },
  TQ_FIELDS_END,
};
const TqCaseRecordKind tq_reading_kind = {
  sizeof (TqReading),
  reading_fields,
  TQ_RECORD_SQL ("reading", "subject", ":subject"),
  {
    { &tq_reader_kind, G_STRUCT_OFFSET (TqReading, readers) },
    { NULL, 0 },
  },
};

static const TqField question_fields[] = {
  { "who",
    TQ_FIELD_LINE,
    G_STRUCT_OFFSET (TqQuestion, who),
    N_ ("Write who speaks."),
    NULL,
    FALSE },
  { "words",
    TQ_FIELD_BODY,
    G_STRUCT_OFFSET (TqQuestion, words),
    N_ ("Write what was said."),
    NULL,
    FALSE },
  { "answers", TQ_FIELD_REF, G_STRUCT_OFFSET (TqQuestion, answers), NULL, NULL, FALSE },
  TQ_FIELDS_END,
};
const TqCaseRecordKind tq_question_kind = {
  sizeof (TqQuestion),
  question_fields,
  TQ_RECORD_SQL ("question", "who, words, answers", ":who, :words, :answers"),
  {
    { NULL, 0 },
  },
};
