/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Approval: each ballot is a set of options; the option that is in the most sets wins, and with k
 * seats the k highest.
 *
 * 1. On a ranked ballot an option is approved where it is ranked at all.
 * 2. On a scored ballot it is approved from the threshold on: the file's "approval_threshold", else
 *    more than half of the highest score, 2·score > max. A set written as 0 and 1 needs no more.
 * 3. sums[x] = weights of the ballots that approve x. They add up to more than the ballots.
 * 4. Ties: the method has no rule of its own; lot, else the assembly. */
#include "tally/approval.h"

/* The score from which an option is approved; 0 for ranked ballots: whatever is ranked. */
gint64
tq_approval_get_threshold (const TqBallots *ballots)
{
  if (ballots->kind == TQ_BALLOTS_RANKED)
    return 0;
  if (ballots->threshold > 0)
    return ballots->threshold;
  return tq_ballots_get_top_score (ballots) / 2 + 1;
}

/* Counts ballots of either kind. The caller clears *out_sums*. */
void
tq_approval_count (TqRecord *record, guint seats, TqSums *out_sums)
{
  const TqBallots *ballots = record->ballots;
  const gint64 threshold = tq_approval_get_threshold (ballots);
  tq_sums_start (out_sums, ballots->n_options);
  for (guint i = 0; i < ballots->weights->len; i++) {
    const guint16 *cells = tq_ballots_get_row (ballots, i);
    const gint64 weight = tq_ballots_get_weight (ballots, i);
    for (guint j = 0; j < ballots->n_options; j++)
      out_sums->sums[j] += cells[j] != TQ_BALLOTS_NONE && cells[j] >= threshold ? weight : 0;
  }
  for (guint j = 0; j < ballots->n_options; j++)
    out_sums->voters[j] = out_sums->sums[j];
  tq_sums_elect (out_sums, seats, record);
}
