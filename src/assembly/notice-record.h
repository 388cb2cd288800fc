/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "assembly/case-record.h"

G_BEGIN_DECLS

/* With what right an assembly is called. */
typedef enum {
  TQ_CALL_RIGHT_COMMISSION,
  TQ_CALL_RIGHT_VIGILANCE,
  TQ_CALL_RIGHT_FAMILIES,
} TqCallRight;

typedef enum {
  TQ_PRESENCE_PRESENT,
  TQ_PRESENCE_EXCUSED,
} TqPresence;

/* The notice of an assembly. */
typedef struct {
  TqCaseRecord record;
  gint64 call_number; /* 1 for the first call, filled in where 0 */
  const char *called_by;
  TqCallRight by_right;
  gint64 families; /* how many families ask for it, where they call */
  const char *place;
  const char *hour;
  TqDay given_day;
  TqDay assembly_day;
  gint64 amount_minor; /* to decide on, filled in */
  GPtrArray *lines;    /* of TqNoticeLine */
} TqNotice;

/* A line of the agenda; of an item that came by itself only item is set. */
typedef struct {
  TqCaseRecord record;
  const char *words;
  gint64 item; /* agenda item, 0 for a line written here */
} TqNoticeLine;

/* Who is there: the roll of an assembly and whether it is a quorum. */
typedef struct {
  TqCaseRecord record;
  const char *hour;
  const char *chair;
  const char *secretary;
  const char *tellers;
  gint64 call_number; /* of the last notice; computed */
  gint64 members;     /* who decide; computed */
  gint64 present;     /* computed */
  gint64 needed;      /* computed */
  gint64 quorum;      /* 0 or 1; computed */
  GPtrArray *lines;   /* of TqRollLine */
} TqRoll;

/* One family or person of the roll. */
typedef struct {
  TqCaseRecord record;
  gint64 party;
  TqPresence presence;
  gint64 women;
  gint64 men;
  gint64 young;
} TqRollLine;

/* The statement, or another paper, shown and read aloud. */
typedef struct {
  TqCaseRecord record;
  const char *subject;
  GPtrArray *readers; /* of TqReader */
} TqReading;

/* Who read or interpreted, and in which language. */
typedef struct {
  TqCaseRecord record;
  const char *who;
  const char *language;
} TqReader;

/* A question to the accounts, or the answer to one. */
typedef struct {
  TqCaseRecord record;
  const char *who;
  const char *words;
  gint64 answers; /* the question, 0 for a question */
} TqQuestion;

extern const TqCaseRecordKind tq_notice_kind;
extern const TqCaseRecordKind tq_notice_line_kind;
extern const TqCaseRecordKind tq_roll_kind;
extern const TqCaseRecordKind tq_roll_line_kind;
extern const TqCaseRecordKind tq_reading_kind;
extern const TqCaseRecordKind tq_reader_kind;
extern const TqCaseRecordKind tq_question_kind;

G_END_DECLS
