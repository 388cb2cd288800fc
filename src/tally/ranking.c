/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* One ballot read from the top: the option with the best rank among those that continue. */
#include "tally/ranking.h"

/* The best ranked option of a ballot among those for which *continuing* (nullable: all) is TRUE;
 * TQ_RANKING_NOBODY where it ranks none of them, TQ_RANKING_EQUAL where several share the best
 * rank. */
guint
tq_ranking_find_first (const TqBallots *ranked, guint ballot, const gboolean *continuing)
{
  const guint16 *cells = tq_ballots_get_row (ranked, ballot);
  guint best = TQ_RANKING_NOBODY;
  guint16 best_rank = TQ_BALLOTS_NONE;
  gboolean equal = FALSE;
  for (guint i = 0; i < ranked->n_options; i++) {
    if (cells[i] > best_rank || cells[i] == TQ_BALLOTS_NONE)
      continue;
    if (continuing != NULL && !continuing[i])
      continue;
    equal = cells[i] == best_rank;
    best_rank = cells[i];
    best = i;
  }
  return equal ? TQ_RANKING_EQUAL : best;
}
