/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "tally/comparison.h"
#include "tally/phragmen.h"

G_BEGIN_DECLS

/* Each writes the members of its outcome into the open object. */
void tq_election_write_json (const TqElection *election, TqJsonWriter *writer);
void tq_greedy_write_json (const TqGreedyOutcome *outcome,
                           const TqElection *election,
                           TqJsonWriter *writer);
void tq_shares_write_json (const TqCompletedOutcome *outcome,
                           const TqElection *election,
                           TqJsonWriter *writer);
void tq_phragmen_write_json (const TqPhragmenOutcome *outcome,
                             const TqElection *election,
                             TqJsonWriter *writer);
void tq_comparison_write_json (const TqComparison *comparison,
                               const TqElection *election,
                               TqJsonWriter *writer);

G_END_DECLS
