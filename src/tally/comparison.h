/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "tally/share-completion.h"

G_BEGIN_DECLS

/* Equal Shares beside greedy by votes, and who prefers which. */
typedef struct {
  TqCompletedOutcome *shares;
  TqGreedyOutcome *greedy;
  gint64 prefer_shares;
  gint64 prefer_greedy;
  gint64 indifferent;
  gboolean keeps_greedy;
} TqComparison;

TqComparison *tq_comparison_count (const TqElection *election,
                                   const char *increment,
                                   const TqBudgetTies *ties,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
void tq_comparison_free (TqComparison *comparison);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqComparison, tq_comparison_free)

G_END_DECLS
