/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Dot voting: each voter has D dots and puts them on the options, several on one if wished, up to a
 * cap; the option with the most dots wins, and with k seats the k highest.
 *
 * 1. A ballot that spends more than D dots, or more than the cap on one option, is invalid as a
 *    whole (ballots.c). Dots that were not spent are lost.
 * 2. sums[x] = Σ weight · dots on x; voters[x] = weights of the ballots with a dot on x. Both are
 *    reported, because twenty dots of four voters are not twenty voters.
 * 3. Ties: the method has no rule of its own; lot, else the assembly.
 *
 * It is cumulative voting. For dividing money the one-pot rules and Equal Shares are the right
 * ones. */
#include "tally/dots.h"

/* Counts scored ballots, whose scores are dots. The caller clears *out_sums*. */
void
tq_dots_count (TqRecord *record, guint seats, TqSums *out_sums)
{
  const TqBallots *ballots = record->ballots;
  g_return_if_fail (ballots->kind == TQ_BALLOTS_SCORED);
  tq_sums_start (out_sums, ballots->n_options);
  for (guint i = 0; i < ballots->weights->len; i++) {
    const guint16 *cells = tq_ballots_get_row (ballots, i);
    const gint64 weight = tq_ballots_get_weight (ballots, i);
    for (guint j = 0; j < ballots->n_options; j++) {
      if (cells[j] == TQ_BALLOTS_NONE || cells[j] == 0)
        continue;
      out_sums->sums[j] += weight * cells[j];
      out_sums->voters[j] += weight;
    }
  }
  tq_sums_elect (out_sums, seats, record);
}
