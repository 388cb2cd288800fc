/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TqCase TqCase;

/* The stations of the road, in their order. */
typedef enum {
  TQ_STATE_OPEN,        /* 0 */
  TQ_STATE_CLOSED,      /* 1 */
  TQ_STATE_SHORTFALL,   /* 1b */
  TQ_STATE_REVIEWED,    /* 2 */
  TQ_STATE_CONVOKED,    /* 3 */
  TQ_STATE_NO_QUORUM,   /* 3b */
  TQ_STATE_PRESENTED,   /* 4 */
  TQ_STATE_PROPOSING,   /* 5 */
  TQ_STATE_CONSULTING,  /* 6 */
  TQ_STATE_HARMONISING, /* 7 */
  TQ_STATE_DECIDING,    /* 8 */
  TQ_STATE_DECIDED,     /* 9 */
  TQ_STATE_WAITING,     /* 9b: of a federation; no row of the table leads here yet */
  TQ_STATE_MANDATED,    /* 10 */
  TQ_STATE_EXECUTING,   /* 11 */
  TQ_STATE_BLOCKED,     /* 11b */
  TQ_STATE_REPORTED,    /* 12 */
  TQ_STATE_FINISHED,    /* 13 */
  TQ_STATE_REOPENED,    /* R */
  TQ_STATE_PAUSED,
  TQ_STATE_SAME,     /* as a target: stays where it is */
  TQ_STATE_PREVIOUS, /* as a target: where it was before the pause */
} TqState;

/* Everything that somebody can do to a case. */
typedef enum {
  TQ_DO_COUNT,
  TQ_DO_CLOSE,
  TQ_DO_REVIEW,
  TQ_DO_NOTICE,
  TQ_DO_ROLL,
  TQ_DO_READ,
  TQ_DO_QUESTION,
  TQ_DO_ACCOUNTS,
  TQ_DO_PROPOSE,
  TQ_DO_WITHDRAW,
  TQ_DO_ROUND,
  TQ_DO_TALK_HERE,
  TQ_DO_WORD,
  TQ_DO_GATHER,
  TQ_DO_NOT_HEARD,
  TQ_DO_POSITION,
  TQ_DO_OBJECT,
  TQ_DO_ANSWER,
  TQ_DO_AGREE,
  TQ_DO_VOTE,
  TQ_DO_KEEP_TALKING,
  TQ_DO_PUT_OFF,
  TQ_DO_DECIDE,
  TQ_DO_MINUTES,
  TQ_DO_MANDATE,
  TQ_DO_ACCEPT,
  TQ_DO_PAY,
  TQ_DO_BLOCK,
  TQ_DO_UNBLOCK,
  TQ_DO_REPORT,
  TQ_DO_MORE_TIME,
  TQ_DO_FINISH,
  TQ_DO_REOPEN,
  TQ_DO_PAUSE,
  TQ_DO_RESUME,
  TQ_DO_RECALL,
  TQ_DO_AGENDA,
  TQ_DO_LINK,
  TQ_N_DOINGS,
} TqDoing;

/* What an act came to, where the road forks. */
typedef enum {
  TQ_OUTCOME_ANY,
  TQ_OUTCOME_SURPLUS,
  TQ_OUTCOME_SHORTFALL,
  TQ_OUTCOME_QUORUM,
  TQ_OUTCOME_NO_QUORUM,
  TQ_OUTCOME_ACCEPTED,
  TQ_OUTCOME_RETURNED,
  TQ_OUTCOME_EVERY_LINE, /* every line has somebody who carries it out */
  TQ_OUTCOME_SOME_LINES,
} TqOutcome;

G_END_DECLS
