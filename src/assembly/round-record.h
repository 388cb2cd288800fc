/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "assembly/case-record.h"

G_BEGIN_DECLS

/* What somebody says to a proposal. Not heard is no position. */
typedef enum {
  TQ_POSITION_AGREE,
  TQ_POSITION_DOUBTS,
  TQ_POSITION_ASIDE,
  TQ_POSITION_STOP,
  TQ_POSITION_TALKING,
  TQ_POSITION_ABSTAIN,
} TqPosition;

/* What an objection asks for. */
typedef enum {
  TQ_ASKS_ASIDE,
  TQ_ASKS_STOP,
} TqAsks;

/* What became of an objection when it was answered. */
typedef enum {
  TQ_ANSWER_KEPT,
  TQ_ANSWER_ASIDE,
  TQ_ANSWER_WITHDRAWN,
} TqAnswerOutcome;

/* A round of consultation; without a list of groups it goes to all. */
typedef struct {
  TqCaseRecord record;
  const char *words;
  gint64 number;     /* computed */
  GPtrArray *groups; /* of TqRoundGroup */
} TqConsultation;

typedef struct {
  TqCaseRecord record;
  gint64 group;
} TqRoundGroup;

/* What a barrio, community or corner of the room answers, in its own words. */
typedef struct {
  TqCaseRecord record;
  gint64 group;
  TqDay met_day;
  gint64 present; /* families or persons, as the co-operative counts */
  gint64 women;
  gint64 men;
  gint64 young;
  const char *amendments;
  const char *readers;
  const char *typed_before; /* in front of whom a paper was typed */
  gint64 signatures;
  gint64 replaces;      /* an earlier word of the same group, 0 for none */
  const char *reason;   /* why it is replaced */
  gint64 round;         /* computed */
  GPtrArray *positions; /* of TqWordPosition */
} TqWord;

/* How many say what to one proposal. */
typedef struct {
  TqCaseRecord record;
  gint64 proposal;
  gint64 agree;
  gint64 doubts;
  gint64 aside;
  gint64 stop;
  gint64 talking;
  gint64 abstain;
} TqWordPosition;

/* What one family says to a proposal. */
typedef struct {
  TqCaseRecord record;
  gint64 proposal;
  gint64 party;
  TqPosition position;
  const char *words;
} TqFamilyPosition;

/* An objection, word for word. */
typedef struct {
  TqCaseRecord record;
  gint64 proposal;
  const char *whose;
  gint64 party;
  gint64 word; /* the group word that brought it, 0 for none */
  const char *reason;
  const char *remedy; /* what would remove it */
  TqAsks asks;
} TqObjection;

/* The answer to an objection. */
typedef struct {
  TqCaseRecord record;
  gint64 objection;
  const char *who;
  const char *words;
  TqAnswerOutcome outcome;
} TqObjectionAnswer;

extern const TqCaseRecordKind tq_consultation_kind;
extern const TqCaseRecordKind tq_round_group_kind;
extern const TqCaseRecordKind tq_word_kind;
extern const TqCaseRecordKind tq_word_position_kind;
extern const TqCaseRecordKind tq_family_position_kind;
extern const TqCaseRecordKind tq_objection_kind;
extern const TqCaseRecordKind tq_objection_answer_kind;

G_END_DECLS
