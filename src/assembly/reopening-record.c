/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "assembly/reopening-record.h"

#include "base/i18n.h"

static const char *const reopen_right_names[] = { "families", "vigilance", NULL };

static const TqField reopening_line_fields[] = {
  { "decision_line",
    TQ_FIELD_COUNT,
    G_STRUCT_OFFSET (TqReopeningLine, decision_line),
    NULL,
    NULL,
    FALSE },
  { "amount", TQ_FIELD_AMOUNT, G_STRUCT_OFFSET (TqReopeningLine, amount_minor), NULL, NULL, TRUE },
  TQ_FIELDS_END,
};
const TqCaseRecordKind tq_reopening_line_kind = {
  sizeof (TqReopeningLine),
  reopening_line_fields,
  TQ_RECORD_LINE_SQL ("reopening_line", "decision_line, amount", ":decision_line, :amount"),
  {
    { NULL, 0 },
  },
};

static const TqField reopening_fields[] = {
  { "asked_by",
    TQ_FIELD_CHOICE,
    G_STRUCT_OFFSET (TqReopening, asked_by),
    NULL,
    reopen_right_names,
    FALSE },
  { "families", TQ_FIELD_COUNT, G_STRUCT_OFFSET (TqReopening, families), NULL, NULL, FALSE },
  { "names",
    TQ_FIELD_LINE,
    G_STRUCT_OFFSET (TqReopening, names),
    N_ ("Write who asks."),
    NULL,
    FALSE },
  { "fact",
    TQ_FIELD_BODY,
    G_STRUCT_OFFSET (TqReopening, fact),
    N_ ("Opening a decision again needs a new fact; write it."),
    NULL,
    FALSE },
  { "title",
    TQ_FIELD_LINE,
    G_STRUCT_OFFSET (TqReopening, title),
    N_ ("Give the new case a title."),
    NULL,
    FALSE },
  { "amount", TQ_FIELD_AMOUNT, G_STRUCT_OFFSET (TqReopening, amount_minor), NULL, NULL, TRUE },
  TQ_FIELDS_END,
};
const TqCaseRecordKind tq_reopening_kind = {
  sizeof (TqReopening),
  reopening_fields,
  TQ_RECORD_SQL ("reopening",
                 "asked_by, families, names, fact, title, amount",
                 ":asked_by, :families, :names, :fact, :title, :amount"),
  {
    { &tq_reopening_line_kind, G_STRUCT_OFFSET (TqReopening, lines) },
    { NULL, 0 },
  },
};

static const TqField recall_fields[] = {
  { "who",
    TQ_FIELD_LINE,
    G_STRUCT_OFFSET (TqRecall, who),
    N_ ("Write who is recalled."),
    NULL,
    FALSE },
  { "party", TQ_FIELD_REF, G_STRUCT_OFFSET (TqRecall, party), NULL, NULL, FALSE },
  { "task",
    TQ_FIELD_LINE,
    G_STRUCT_OFFSET (TqRecall, task),
    N_ ("Write from which task."),
    NULL,
    FALSE },
  { "recalled_by",
    TQ_FIELD_LINE,
    G_STRUCT_OFFSET (TqRecall, recalled_by),
    N_ ("Write which assembly or group recalls."),
    NULL,
    FALSE },
  { "agree", TQ_FIELD_COUNT, G_STRUCT_OFFSET (TqRecall, agree), NULL, NULL, FALSE },
  { "against", TQ_FIELD_COUNT, G_STRUCT_OFFSET (TqRecall, against), NULL, NULL, FALSE },
  { "abstain", TQ_FIELD_COUNT, G_STRUCT_OFFSET (TqRecall, abstain), NULL, NULL, FALSE },
  { "present", TQ_FIELD_COUNT, G_STRUCT_OFFSET (TqRecall, present), NULL, NULL, FALSE },
  { "from_day",
    TQ_FIELD_DAY,
    G_STRUCT_OFFSET (TqRecall, from_day),
    N_ ("Write from which day."),
    NULL,
    FALSE },
  { "successor", TQ_FIELD_LINE, G_STRUCT_OFFSET (TqRecall, successor), NULL, NULL, FALSE },
  { "words", TQ_FIELD_BODY, G_STRUCT_OFFSET (TqRecall, words), NULL, NULL, FALSE },
  TQ_FIELDS_END,
};
const TqCaseRecordKind tq_recall_kind = {
  sizeof (TqRecall),
  recall_fields,
  TQ_RECORD_SQL (
    "recall",
    "who, party, task, recalled_by, agree, against, abstain, present, from_day, successor, words",
    ":who, :party, :task, :recalled_by, :agree, :against, :abstain, :present, :from_day, :successor, :words"),
  {
    { NULL, 0 },
  },
};
