/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "assembly/case-record.h"

G_BEGIN_DECLS

typedef enum {
  TQ_DONE_DONE,
  TQ_DONE_PARTLY,
  TQ_DONE_NOT,
} TqDone;

/* What the assembly said to a line of the report. */
typedef enum {
  TQ_LINE_VERDICT_ACCEPTED,
  TQ_LINE_VERDICT_REFUSED,
  TQ_LINE_VERDICT_RE_DECIDED,
  TQ_LINE_VERDICT_MORE_TIME,
} TqLineVerdict;

/* The report-back to the assembly. */
typedef struct {
  TqCaseRecord record;
  const char *who;
  const char *words;
  gint64 unspent_minor;     /* goes to the fund; computed */
  const char *unspent_role; /* of the fund that takes what was not spent */
  gint64 roll;              /* computed */
  GPtrArray *lines;         /* of TqReportLine */
  GPtrArray *moves;         /* of TqReportMove */
} TqReport;

/* What became of a line, and what the assembly said to it. */
typedef struct {
  TqCaseRecord record;
  gint64 decision_line;
  TqDone done;
  const char *why;
  const char *asked;
  TqLineVerdict verdict;
  gint64 unspent_minor; /* of this line, to the fund */
} TqReportLine;

/* A saving of one line that covers another. */
typedef struct {
  TqCaseRecord record;
  gint64 from_line;
  gint64 to_line;
  gint64 amount_minor;
} TqReportMove;

extern const TqCaseRecordKind tq_report_kind;
extern const TqCaseRecordKind tq_report_line_kind;
extern const TqCaseRecordKind tq_report_move_kind;

G_END_DECLS
