/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Plurality: each voter counts for the option ranked first; the option with the most first choices
 * wins, and with k seats the k with the most.
 *
 * 1. The first choice is the option with the best rank on the ballot. A ballot with two best ranks
 *    names nobody: it is invalid, and the record says so.
 * 2. sums[x] = weights of the ballots whose first choice is x; they add up to the ballots counted.
 * 3. Ties: the method has no rule of its own; lot, else the assembly. */
#include "tally/plurality.h"

#include "tally/ranking.h"

/* Counts ranked ballots. The caller clears *out_sums*. */
void
tq_plurality_count (TqRecord *record, guint seats, TqSums *out_sums)
{
  const TqBallots *ballots = record->ballots;
  g_return_if_fail (ballots->kind == TQ_BALLOTS_RANKED);
  tq_sums_start (out_sums, ballots->n_options);
  for (guint i = 0; i < ballots->weights->len; i++) {
    const guint first = tq_ranking_find_first (ballots, i, NULL);
    if (first == TQ_RANKING_EQUAL) {
      tq_record_reject (record, i, TQ_INVALID_EQUAL_FIRST);
      continue;
    }
    out_sums->sums[first] += tq_ballots_get_weight (ballots, i);
    out_sums->voters[first] += tq_ballots_get_weight (ballots, i);
  }
  tq_sums_elect (out_sums, seats, record);
}
