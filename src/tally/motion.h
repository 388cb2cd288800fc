/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "base/ratio.h"

G_BEGIN_DECLS

#define TQ_MOTION_SUM_MAX G_GINT64_CONSTANT (1000000000000)
#define TQ_MOTION_RATIO_MAX G_GINT64_CONSTANT (1000000)

typedef enum {
  TQ_MOTION_MAJORITY,
  TQ_MOTION_CONSENSUS,
} TqMotionKind;

/* Of what the majority is taken. */
typedef enum {
  TQ_MOTION_YES_NO,
  TQ_MOTION_YES_NO_ABSTAIN,
  TQ_MOTION_VALID,
  TQ_MOTION_CAST,
  TQ_MOTION_PRESENT,
  TQ_MOTION_ELIGIBLE,
} TqMotionBase;

typedef enum {
  TQ_MOTION_NO_QUORUM,     /* none is asked for */
  TQ_MOTION_QUORUM_PART,   /* a part of those eligible */
  TQ_MOTION_QUORUM_NUMBER, /* a fixed number */
} TqMotionQuorumKind;

typedef enum {
  TQ_MOTION_CASTING_NONE,
  TQ_MOTION_CASTING_AGREE,
  TQ_MOTION_CASTING_OBJECT,
} TqMotionCasting;

/* A quorum; *part* holds the fixed number too, over 1. */
typedef struct {
  TqMotionQuorumKind kind;
  TqRatio part;
  gboolean strict; /* more than, instead of at least */
} TqMotionQuorum;

/* The rule and the sums, by weight. */
typedef struct {
  TqMotionKind kind;
  TqRatio threshold;
  gboolean strict; /* more than, instead of at least */
  TqMotionBase base;
  TqMotionQuorum quorum;   /* of those present */
  TqMotionQuorum approval; /* of those who agree */
  gboolean quorum_without_aside;
  TqMotionCasting casting;
  guint call;
  gint64 blocks_allowed;
  gboolean has_aside_limit;
  TqRatio aside_limit; /* part of agree + aside + object */
  gint64 agree_minimum;
  gint64 agree, aside, object, blank, present, eligible;
} TqMotion;

typedef enum {
  TQ_MOTION_REASON_ADOPTED,
  TQ_MOTION_REASON_CASTING_VOTE, /* adopted by it */
  TQ_MOTION_REASON_NO_QUORUM,
  TQ_MOTION_REASON_NO_APPROVAL_QUORUM,
  TQ_MOTION_REASON_EMPTY_BASE,
  TQ_MOTION_REASON_NO_MAJORITY,
  TQ_MOTION_REASON_EQUAL, /* as many for as against: lost */
  TQ_MOTION_REASON_BLOCKED,
  TQ_MOTION_REASON_TOO_MANY_ASIDE,
  TQ_MOTION_REASON_TOO_FEW_AGREE,
} TqMotionReason;

/* left and right are the sides of the comparison by cross-multiplication. */
typedef struct {
  gboolean met;
  gint64 left;
  gint64 right;
} TqMotionTest;

typedef struct {
  gboolean adopted;
  TqMotionReason reason;
  gint64 base;
  TqMotionTest quorum;
  TqMotionTest approval;
  TqMotionTest majority; /* MAJORITY */
  TqMotionTest aside;    /* CONSENSUS: stand-asides within the limit */
} TqMotionOutcome;

void tq_motion_count (const TqMotion *motion, TqMotionOutcome *out_outcome);

G_END_DECLS
