/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Score: each voter gives every option a whole number from 0 to a highest one; the option with the
 * highest sum wins, and with k seats the k highest.
 *
 * 1. What a ballot does not score counts as 0; the ballot says so to the voter.
 * 2. sums[x] = Σ weight · score; voters[x] = weights of the ballots that score x, 0 included. Both
 *    are reported; the mean alone never is, because few voters can make a high one.
 * 3. A ballot with a score above the highest allowed is invalid as a whole (ballots.c).
 * 4. Ties: the method has no rule of its own; lot, else the assembly. */
#include "tally/score.h"

/* Adds up scored ballots. The caller clears *out_sums*. */
void
tq_score_add_up (const TqBallots *ballots, TqSums *out_sums)
{
  g_return_if_fail (ballots->kind == TQ_BALLOTS_SCORED);
  tq_sums_start (out_sums, ballots->n_options);
  for (guint i = 0; i < ballots->weights->len; i++) {
    const guint16 *cells = tq_ballots_get_row (ballots, i);
    const gint64 weight = tq_ballots_get_weight (ballots, i);
    for (guint j = 0; j < ballots->n_options; j++) {
      if (cells[j] == TQ_BALLOTS_NONE)
        continue;
      out_sums->sums[j] += weight * cells[j];
      out_sums->voters[j] += weight;
    }
  }
}

/* Counts scored ballots. The caller clears *out_sums*. */
void
tq_score_count (TqRecord *record, guint seats, TqSums *out_sums)
{
  tq_score_add_up (record->ballots, out_sums);
  tq_sums_elect (out_sums, seats, record);
}
