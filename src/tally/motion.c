/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* A motion: agree, stand aside, object. It is adopted by a majority or by consensus, with a quorum.
 *
 * By weight: A agree, S stand aside or abstain, O object, X blank or invalid, P present (with
 * accepted proxies and mandates), E eligible.
 * 1. The base of a majority: yes_no A+O; yes_no_abstain and valid A+S+O; cast A+S+O+X; present P;
 *    eligible E.
 * 2. Majority p/q: "more than" is q·A > p·base, "at least" is q·A ≥ p·base; never percentages. The
 *    two differ at the edge: 20 of 30 is at least 2/3 and not more than 2/3. A base of 0 fails.
 * 3. As many for as against (A = O) under "more than half of yes and no" is lost, not tied, unless
 *    the statutes give the chair a casting vote.
 * 4. Quorum p/q of those eligible: q·P ≥ p·E, or q·P > p·E where more than that is asked; or a
 *    fixed number: P ≥ n. Who stands aside is present; a co-operative that counts otherwise takes S
 *    off P. A second call has its own quorum; the record keeps on which call the decision was
 *    taken.
 * 5. Approval quorum: A itself reaches a number or a part of E. With it a "no" can never help a
 *    motion over the line.
 * 6. Consensus: O ≤ k (k = 0; "consensus minus one" is k = 1), S at most its part of A+S+O where a
 *    limit is set, and A ≥ a (a = 1 unless the rule says more).
 * 7. The first test that fails gives the reason: quorum, approval quorum, then the majority or, in
 *    this order, blocks, stand-asides, agreement.
 *
 * Sums are at most 10^12 and ratios have numbers up to 10^6, so every product fits 64 bits. */
#include "tally/motion.h"

static gint64
get_base (const TqMotion *motion)
{
  switch (motion->base) {
  case TQ_MOTION_YES_NO:
    return motion->agree + motion->object;
  case TQ_MOTION_CAST:
    return motion->agree + motion->aside + motion->object + motion->blank;
  case TQ_MOTION_PRESENT:
    return motion->present;
  case TQ_MOTION_ELIGIBLE:
    return motion->eligible;
  case TQ_MOTION_YES_NO_ABSTAIN:
  case TQ_MOTION_VALID:
  default:
    return motion->agree + motion->aside + motion->object;
  }
}

/* Whether *count* reaches *part* of *whole*. */
static TqMotionTest
test_part (gint64 count, gint64 whole, TqRatio part, gboolean strict)
{
  TqMotionTest test = { FALSE, part.den * count, part.num * whole };
  test.met = strict ? test.left > test.right : test.left >= test.right;
  return test;
}

static TqMotionTest
test_quorum (const TqMotionQuorum *quorum, gint64 count, gint64 eligible)
{
  switch (quorum->kind) {
  case TQ_MOTION_QUORUM_PART:
    return test_part (count, eligible, quorum->part, quorum->strict);
  case TQ_MOTION_QUORUM_NUMBER:
    return test_part (count, 1, quorum->part, quorum->strict);
  case TQ_MOTION_NO_QUORUM:
  default:
    return (TqMotionTest){ TRUE, 0, 0 };
  }
}

static TqMotionReason
judge_majority (const TqMotion *motion, TqMotionOutcome *outcome)
{
  const gboolean simple = motion->base == TQ_MOTION_YES_NO && motion->strict &&
                          motion->threshold.num == 1 && motion->threshold.den == 2;
  if (outcome->base == 0)
    return TQ_MOTION_REASON_EMPTY_BASE;
  if (outcome->majority.met)
    return TQ_MOTION_REASON_ADOPTED;
  if (!simple || motion->agree != motion->object)
    return TQ_MOTION_REASON_NO_MAJORITY;
  return motion->casting == TQ_MOTION_CASTING_AGREE ? TQ_MOTION_REASON_CASTING_VOTE
                                                    : TQ_MOTION_REASON_EQUAL;
}

static TqMotionReason
judge_consensus (const TqMotion *motion, const TqMotionOutcome *outcome)
{
  if (motion->object > motion->blocks_allowed)
    return TQ_MOTION_REASON_BLOCKED;
  if (!outcome->aside.met)
    return TQ_MOTION_REASON_TOO_MANY_ASIDE;
  if (motion->agree < MAX (motion->agree_minimum, 1))
    return TQ_MOTION_REASON_TOO_FEW_AGREE;
  return TQ_MOTION_REASON_ADOPTED;
}

/* Decides the motion. */
void
tq_motion_count (const TqMotion *motion, TqMotionOutcome *out_outcome)
{
  const gint64 valid = motion->agree + motion->aside + motion->object;
  const gint64 counted = motion->present - (motion->quorum_without_aside ? motion->aside : 0);
  TqMotionOutcome outcome = { .base =
                                motion->kind == TQ_MOTION_MAJORITY ? get_base (motion) : valid };
  outcome.quorum = test_quorum (&motion->quorum, counted, motion->eligible);
  outcome.approval = test_quorum (&motion->approval, motion->agree, motion->eligible);
  outcome.majority = test_part (motion->agree, outcome.base, motion->threshold, motion->strict);
  outcome.aside = (TqMotionTest){ TRUE, 0, 0 };
  if (motion->has_aside_limit) {
    outcome.aside.left = motion->aside_limit.den * motion->aside;
    outcome.aside.right = motion->aside_limit.num * valid;
    outcome.aside.met = outcome.aside.left <= outcome.aside.right;
  }
  if (!outcome.quorum.met)
    outcome.reason = TQ_MOTION_REASON_NO_QUORUM;
  else if (!outcome.approval.met)
    outcome.reason = TQ_MOTION_REASON_NO_APPROVAL_QUORUM;
  else if (motion->kind == TQ_MOTION_MAJORITY)
    outcome.reason = judge_majority (motion, &outcome);
  else
    outcome.reason = judge_consensus (motion, &outcome);
  outcome.adopted =
    outcome.reason == TQ_MOTION_REASON_ADOPTED || outcome.reason == TQ_MOTION_REASON_CASTING_VOTE;
  *out_outcome = outcome;
}
