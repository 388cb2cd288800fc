/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "tally/comparison.h"
#include "tally/phragmen.h"

G_BEGIN_DECLS

/* Each appends an account, in the reader's language, that can be followed on paper. */
void tq_election_write_text (const TqElection *election,
                             const char *rule,
                             const char *file,
                             GString *text);
void
tq_greedy_write_text (const TqGreedyOutcome *outcome, const TqElection *election, GString *text);
void
tq_shares_write_text (const TqCompletedOutcome *outcome, const TqElection *election, GString *text);
void tq_phragmen_write_text (const TqPhragmenOutcome *outcome,
                             const TqElection *election,
                             GString *text);
void tq_comparison_write_text (const TqComparison *comparison,
                               const TqElection *election,
                               GString *text);

G_END_DECLS
