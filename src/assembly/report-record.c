/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "assembly/report-record.h"

#include "base/i18n.h"

static const char *const done_names[] = { "done", "partly", "not", NULL };

static const char *const line_verdict_names[] = { "accepted",
                                                  "refused",
                                                  "re-decided",
                                                  "more-time",
                                                  NULL };

static const TqField report_line_fields[] = {
  { "decision_line",
    TQ_FIELD_COUNT,
    G_STRUCT_OFFSET (TqReportLine, decision_line),
    NULL,
    NULL,
    FALSE },
  { "done", TQ_FIELD_CHOICE, G_STRUCT_OFFSET (TqReportLine, done), NULL, done_names, FALSE },
  { "why", TQ_FIELD_BODY, G_STRUCT_OFFSET (TqReportLine, why), NULL, NULL, FALSE },
  { "asked", TQ_FIELD_BODY, G_STRUCT_OFFSET (TqReportLine, asked), NULL, NULL, FALSE },
  { "verdict",
    TQ_FIELD_CHOICE,
    G_STRUCT_OFFSET (TqReportLine, verdict),
    NULL,
    line_verdict_names,
    FALSE },
  { "unspent", TQ_FIELD_AMOUNT, G_STRUCT_OFFSET (TqReportLine, unspent_minor), NULL, NULL, FALSE },
  TQ_FIELDS_END,
};
const TqCaseRecordKind tq_report_line_kind = {
  sizeof (TqReportLine),
  report_line_fields,
  TQ_RECORD_LINE_SQL ("report_line",
                      "decision_line, done, why, asked, verdict, unspent",
                      ":decision_line, :done, :why, :asked, :verdict, :unspent"),
  {
    { NULL, 0 },
  },
};

static const TqField report_move_fields[] = {
  { "from_line", TQ_FIELD_COUNT, G_STRUCT_OFFSET (TqReportMove, from_line), NULL, NULL, FALSE },
  { "to_line", TQ_FIELD_COUNT, G_STRUCT_OFFSET (TqReportMove, to_line), NULL, NULL, FALSE },
  { "amount", TQ_FIELD_AMOUNT, G_STRUCT_OFFSET (TqReportMove, amount_minor), NULL, NULL, FALSE },
  TQ_FIELDS_END,
};
const TqCaseRecordKind tq_report_move_kind = {
  sizeof (TqReportMove),
  report_move_fields,
  TQ_RECORD_LINE_SQL ("report_move", "from_line, to_line, amount", ":from_line, :to_line, :amount"),
  {
    { NULL, 0 },
  },
};

static const TqField report_fields[] = {
  { "who", TQ_FIELD_LINE, G_STRUCT_OFFSET (TqReport, who), N_ ("Write who reports."), NULL, FALSE },
  { "words", TQ_FIELD_BODY, G_STRUCT_OFFSET (TqReport, words), NULL, NULL, FALSE },
  { "unspent", TQ_FIELD_AMOUNT, G_STRUCT_OFFSET (TqReport, unspent_minor), NULL, NULL, TRUE },
  { "unspent_role", TQ_FIELD_LINE, G_STRUCT_OFFSET (TqReport, unspent_role), NULL, NULL, FALSE },
  { "roll", TQ_FIELD_REF, G_STRUCT_OFFSET (TqReport, roll), NULL, NULL, TRUE },
  TQ_FIELDS_END,
};
const TqCaseRecordKind tq_report_kind = {
  sizeof (TqReport),
  report_fields,
  TQ_RECORD_SQL ("report",
                 "who, words, unspent, unspent_role, roll",
                 ":who, :words, :unspent, :unspent_role, :roll"),
  {
    { &tq_report_line_kind, G_STRUCT_OFFSET (TqReport, lines) },
    { &tq_report_move_kind, G_STRUCT_OFFSET (TqReport, moves) },
    { NULL, 0 },
  },
};
