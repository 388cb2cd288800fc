/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "assembly/proposal-record.h"

G_BEGIN_DECLS

/* How it was counted. */
typedef enum {
  TQ_METHOD_SPOKEN,
  TQ_METHOD_HANDS,
  TQ_METHOD_MAIZE_BEANS,
  TQ_METHOD_DRAWINGS,
  TQ_METHOD_STANDING,
  TQ_METHOD_SHEET,
  TQ_METHOD_SEALED,
} TqMethod;

/* The count of an agreement, or of a vote where agreement was not reached. */
typedef struct {
  TqCaseRecord record;
  gint64 proposal;
  TqMethod method;
  const char *first_teller;
  const char *second_teller;
  gint64 handed_out; /* ballots, or persons counted */
  gint64 agree;
  gint64 doubts;
  gint64 aside;
  gint64 stop;
  gint64 abstain;
  gint64 spoiled;
  const char *words;
  gint64 vote;          /* 0 agreement, 1 vote; computed */
  gint64 present;       /* computed */
  const char *majority; /* the rule: "2/3"; computed */
  gint64 needed;        /* computed */
  gint64 rounds;        /* before it; computed */
  gint64 call_number;   /* computed */
  gint64 adopted;       /* 0 or 1; computed */
} TqTally;

/* The agreement: its lines and what remains add up to the amount. */
typedef struct {
  TqCaseRecord record;
  gint64 proposal;
  const char *words;
  gint64 remainder_minor;
  const char *remainder_role; /* of the account, filled in from the settings */
  const char *minority;       /* the minority in its own words */
  gint64 amount_minor;        /* what could be decided on; computed */
  gint64 tally;               /* computed */
  GPtrArray *lines;           /* of TqDecisionLine */
  GPtrArray *shares;          /* of TqDecisionShare */
} TqDecision;

/* A line of the agreement. */
typedef struct {
  TqCaseRecord record;
  TqLineKind line_kind;
  const char *label;
  gint64 amount_minor;
  const char *role; /* of the account */
} TqDecisionLine;

/* The amount of one family on a line. */
typedef struct {
  TqCaseRecord record;
  gint64 of_line;
  gint64 party;
  gint64 amount_minor;
} TqDecisionShare;

/* The minutes of an assembly. */
typedef struct {
  TqCaseRecord record;
  const char *began;
  const char *ended;
  gint64 signatures;
  gint64 fingerprints;
  gint64 protests;           /* signed under protest */
  const char *protest_words; /* word for word */
  gint64 roll;               /* computed */
  GPtrArray *items;          /* of TqMinutesItem */
} TqMinutes;

/* One matter of the minutes. */
typedef struct {
  TqCaseRecord record;
  const char *title;
  const char *words;
} TqMinutesItem;

extern const TqCaseRecordKind tq_tally_kind;
extern const TqCaseRecordKind tq_decision_kind;
extern const TqCaseRecordKind tq_decision_line_kind;
extern const TqCaseRecordKind tq_decision_share_kind;
extern const TqCaseRecordKind tq_minutes_kind;
extern const TqCaseRecordKind tq_minutes_item_kind;

G_END_DECLS
