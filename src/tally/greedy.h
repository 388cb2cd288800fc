/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "tally/budget-ties.h"
#include "tally/utility.h"

G_BEGIN_DECLS

/* What projects are ordered by: the sum of units on all ballots, divided by the cost or not. */
typedef struct {
  TqUnit unit;
  gboolean per_cost;
} TqGreedyScore;

typedef struct {
  guint project;
  gint64 score;   /* before it is divided by the cost */
  gboolean taken; /* FALSE: it did not fit */
  gint64 left;    /* of the budget after this step */
} TqGreedyStep;

typedef struct {
  TqGreedyScore score;
  GArray *steps; /* TqGreedyStep: every project, in the order in which they were looked at */
  gint64 cost;
  TqTieLog *ties;
} TqGreedyOutcome;

TqGreedyOutcome *tq_greedy_count (const TqElection *election,
                                  TqGreedyScore score,
                                  const TqBudgetTies *ties) G_GNUC_WARN_UNUSED_RESULT;
TqGreedyOutcome *tq_greedy_complete (const TqElection *election,
                                     const gboolean *chosen,
                                     gint64 left,
                                     const TqBudgetTies *ties) G_GNUC_WARN_UNUSED_RESULT;
void tq_greedy_outcome_free (TqGreedyOutcome *outcome);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqGreedyOutcome, tq_greedy_outcome_free)

G_END_DECLS
