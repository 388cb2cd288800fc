/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "tally/equal-shares.h"
#include "tally/greedy.h"

G_BEGIN_DECLS

#define TQ_SHARE_RUNS_MAX 200000u

/* How Equal Shares goes on where money is left. */
typedef struct {
  gboolean add1;     /* raise every voter's money and count again */
  gboolean full;     /* do not stop where nothing more fits */
  gboolean by_votes; /* then spend the rest greedily by votes */
} TqCompletion;

typedef struct {
  TqUtility utility;
  TqCompletion completion;
  TqShareOutcome *kept;
  guint runs;
  gboolean went_beyond;  /* the last run cost more than the budget; the one before it is kept */
  guint ties_count;      /* of all runs; with by_votes: of the completion by votes */
  guint run_ties_count;  /* of all runs */
  mpq_t increment;       /* of Add1, in smallest units of money */
  TqGreedyOutcome *rest; /* NULL without by_votes */
  gint64 cost;           /* of everything chosen */
  GArray *left;          /* TqShareLeft: what was not bought though somebody wants it */
} TqCompletedOutcome;

/* What the supporters of a project hold in the end, in smallest units of money. */
typedef struct {
  guint project;
  mpq_t money;
} TqShareLeft;

TqCompletedOutcome *tq_share_completion_count (const TqElection *election,
                                               TqUtility utility,
                                               TqCompletion completion,
                                               const char *increment,
                                               const TqBudgetTies *ties,
                                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
void tq_completed_outcome_free (TqCompletedOutcome *outcome);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqCompletedOutcome, tq_completed_outcome_free)

G_END_DECLS
