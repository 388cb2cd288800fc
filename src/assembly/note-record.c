/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "assembly/note-record.h"

#include "base/i18n.h"

static const char *const agenda_names[] = { "request",
                                            "exceeded",
                                            "blocked",
                                            "without-agreement",
                                            NULL };

static const char *const mark_names[] = {
  "exceeded",    "blocked",      "without-agreement", "before-mandate", "short-notice",
  "long-notice", "not-reviewed", "not-consulted",     "not-entitled",   "vigilance-pays",
  NULL
};

static const TqField mark_fields[] = {
  { "kind", TQ_FIELD_CHOICE, G_STRUCT_OFFSET (TqMark, mark_kind), NULL, mark_names, FALSE },
  { "decision_line", TQ_FIELD_COUNT, G_STRUCT_OFFSET (TqMark, decision_line), NULL, NULL, FALSE },
  { "amount", TQ_FIELD_AMOUNT, G_STRUCT_OFFSET (TqMark, amount_minor), NULL, NULL, FALSE },
  { "linked", TQ_FIELD_REF, G_STRUCT_OFFSET (TqMark, linked), NULL, NULL, FALSE },
  { "link_words", TQ_FIELD_BODY, G_STRUCT_OFFSET (TqMark, link_words), NULL, NULL, FALSE },
  TQ_FIELDS_END,
};
const TqCaseRecordKind tq_mark_kind = {
  sizeof (TqMark),
  mark_fields,
  TQ_RECORD_LINE_SQL ("mark",
                      "kind, decision_line, amount, linked, link_words, changed",
                      ":kind, :decision_line, :amount, :linked, :link_words, :event"),
  {
    { NULL, 0 },
  },
};

static const TqField note_fields[] = {
  { "who", TQ_FIELD_LINE, G_STRUCT_OFFSET (TqNote, who), N_ ("Write who says it."), NULL, FALSE },
  { "words", TQ_FIELD_BODY, G_STRUCT_OFFSET (TqNote, words), NULL, NULL, FALSE },
  { "until_day", TQ_FIELD_DAY, G_STRUCT_OFFSET (TqNote, until_day), NULL, NULL, FALSE },
  { "refers", TQ_FIELD_REF, G_STRUCT_OFFSET (TqNote, refers), NULL, NULL, FALSE },
  { "decision_line", TQ_FIELD_COUNT, G_STRUCT_OFFSET (TqNote, decision_line), NULL, NULL, FALSE },
  { "amount", TQ_FIELD_AMOUNT, G_STRUCT_OFFSET (TqNote, amount_minor), NULL, NULL, FALSE },
  TQ_FIELDS_END,
};
const TqCaseRecordKind tq_note_kind = {
  sizeof (TqNote),
  note_fields,
  TQ_RECORD_SQL ("case_note",
                 "who, words, until_day, refers, decision_line, amount",
                 ":who, :words, :until_day, :refers, :decision_line, :amount"),
  {
    { NULL, 0 },
  },
};

static const TqField agenda_item_fields[] = {
  { "kind",
    TQ_FIELD_CHOICE,
    G_STRUCT_OFFSET (TqAgendaItem, agenda_kind),
    NULL,
    agenda_names,
    FALSE },
  { "who", TQ_FIELD_LINE, G_STRUCT_OFFSET (TqAgendaItem, who), NULL, NULL, FALSE },
  { "words", TQ_FIELD_BODY, G_STRUCT_OFFSET (TqAgendaItem, words), NULL, NULL, FALSE },
  { "decision_line",
    TQ_FIELD_COUNT,
    G_STRUCT_OFFSET (TqAgendaItem, decision_line),
    NULL,
    NULL,
    FALSE },
  { "amount", TQ_FIELD_AMOUNT, G_STRUCT_OFFSET (TqAgendaItem, amount_minor), NULL, NULL, FALSE },
  { "next_case", TQ_FIELD_COUNT, G_STRUCT_OFFSET (TqAgendaItem, next_case), NULL, NULL, FALSE },
  { "taken", TQ_FIELD_REF, G_STRUCT_OFFSET (TqAgendaItem, taken), NULL, NULL, TRUE },
  TQ_FIELDS_END,
};
const TqCaseRecordKind tq_agenda_item_kind = {
  sizeof (TqAgendaItem),
  agenda_item_fields,
  TQ_RECORD_SQL ("agenda_item",
                 "kind, who, words, decision_line, amount, next_case, taken, changed",
                 ":kind, :who, :words, :decision_line, :amount, :next_case, :taken, :event"),
  {
    { NULL, 0 },
  },
};
