/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* STAR, score then automatic runoff: the two options with the highest sums are the finalists, and
 * of these the one that more voters score higher wins.
 *
 * 1. Sums as in score.c. [x, y] of the table = voters who score x above y; a voter who scores both
 *    finalists the same counts for neither.
 * 2. A tie for a finalist's place (starvoting.org/ties, the official protocol): compare the tied
 *    two by two and drop those who lose the most of these comparisons, and again among the rest as
 *    long as that drops somebody; then those with the most highest scores go through.
 * 3. A tie in the runoff: the higher sum wins; then the more highest scores.
 * 4. What is still tied is the lot's, else the assembly's.
 * 5. "Highest score" is the highest allowed, or the highest on any ballot where the file does not
 *    say. With a single option it wins without a runoff. */
#include "tally/star.h"

#include "tally/pairwise.h"
#include "tally/score.h"

void
tq_star_clear (TqStar *star)
{
  tq_sums_clear (&star->sums);
  tq_matrix_clear (&star->pairwise);
  g_clear_pointer (&star->tops, g_free);
  g_clear_pointer (&star->finalists, g_array_unref);
}

static void
count_tops (const TqBallots *ballots, TqStar *star)
{
  const gint64 top = tq_ballots_get_top_score (ballots);
  star->tops = g_new0 (gint64, ballots->n_options);
  for (guint i = 0; i < ballots->weights->len; i++) {
    const guint16 *cells = tq_ballots_get_row (ballots, i);
    for (guint j = 0; j < ballots->n_options; j++)
      star->tops[j] += cells[j] == top ? tq_ballots_get_weight (ballots, i) : 0;
  }
}

static void
remove_all (GArray *set, const GArray *gone)
{
  guint kept = 0;
  for (guint i = 0; i < set->len; i++)
    if (!tq_set_contains (gone, tq_set_get (set, i)))
      g_array_index (set, guint, kept++) = tq_set_get (set, i);
  g_array_set_size (set, kept);
}

/* Those of *tied* that lose the most comparisons among *tied* (transfer full). */
static GArray *
find_losers (const TqStar *star, const GArray *tied)
{
  g_autofree gint64 *losses = g_new0 (gint64, star->sums.n);
  GArray *losers = tq_set_new ();
  for (guint i = 0; i < tied->len; i++)
    for (guint j = 0; j < tied->len; j++)
      losses[tq_set_get (tied, i)] +=
        tq_pairwise_defeats (&star->pairwise, tq_set_get (tied, j), tq_set_get (tied, i)) ? 1 : 0;
  g_array_append_vals (losers, tied->data, tied->len);
  tq_set_keep_extreme (losers, losses, TRUE);
  return losers;
}

/* Splits *tied*, from which *places* go through, by rule 2: the first set goes before the second.
 * FALSE where the rule does not tell them apart. */
static gboolean
split (const TqStar *star, const GArray *tied, GArray *first, GArray *second, TqTieBreaker *out_by)
{
  g_autoptr (GArray) losers = find_losers (star, tied);
  g_array_set_size (first, 0);
  g_array_set_size (second, 0);
  g_array_append_vals (first, tied->data, tied->len);
  if (losers->len < tied->len) {
    remove_all (first, losers);
    g_array_append_vals (second, losers->data, losers->len);
    *out_by = TQ_TIE_BY_HEAD_TO_HEAD;
    return TRUE;
  }
  tq_set_keep_extreme (first, star->tops, TRUE);
  g_array_append_vals (second, tied->data, tied->len);
  remove_all (second, first);
  *out_by = TQ_TIE_BY_TOP_SCORES;
  return second->len > 0;
}

static void
log_through (TqRecord *record, const GArray *tied, const GArray *through, TqTieBreaker by)
{
  for (guint i = 0; i < through->len; i++)
    tq_record_log_tie (record, 1, tied, tq_set_get (through, i), by);
}

/* Sends *places* of *tied* to the runoff. */
static void
break_scoring_tie (TqRecord *record, TqStar *star, const GArray *all_tied, guint places)
{
  g_autoptr (GArray) tied = tq_set_new ();
  g_autoptr (GArray) first = tq_set_new ();
  g_autoptr (GArray) second = tq_set_new ();
  g_array_append_vals (tied, all_tied->data, all_tied->len);
  TqTieBreaker by = TQ_TIE_BY_HEAD_TO_HEAD, last_by = TQ_TIE_BY_HEAD_TO_HEAD;
  while (tied->len > places && places > 0) {
    if (!split (star, tied, first, second, &by)) {
      const guint picked = tq_record_pick (record, 1, tied, TRUE);
      g_array_set_size (first, 0);
      g_array_append_val (first, picked);
      g_array_append_vals (star->finalists, first->data, 1);
      remove_all (tied, first);
      places--;
      continue;
    }
    last_by = by;
    if (first->len <= places) {
      log_through (record, tied, first, by);
      g_array_append_vals (star->finalists, first->data, first->len);
      places -= first->len;
      remove_all (tied, first);
    } else {
      remove_all (tied, second);
    }
  }
  if (places == 0)
    return;
  log_through (record, all_tied, tied, last_by);
  g_array_append_vals (star->finalists, tied->data, tied->len);
}

static void
find_finalists (TqRecord *record, TqStar *star)
{
  const guint wanted = MIN (2, star->sums.n);
  g_autoptr (GArray) rest = tq_set_new ();
  star->finalists = tq_set_new ();
  for (guint i = 0; i < star->sums.n; i++)
    g_array_append_val (rest, i);
  while (star->finalists->len < wanted) {
    g_autoptr (GArray) best = tq_set_new ();
    g_array_append_vals (best, rest->data, rest->len);
    tq_set_keep_extreme (best, star->sums.sums, TRUE);
    remove_all (rest, best);
    if (best->len <= wanted - star->finalists->len)
      g_array_append_vals (star->finalists, best->data, best->len);
    else
      break_scoring_tie (record, star, best, wanted - star->finalists->len);
  }
}

static void
run_off (TqRecord *record, TqStar *star)
{
  g_autoptr (GArray) tied = tq_set_new ();
  g_autoptr (GArray) best = tq_set_new ();
  const guint a = tq_set_get (star->finalists, 0), b = tq_set_get (star->finalists, 1);
  g_array_append_vals (tied, star->finalists->data, 2);
  star->runoff[0] = tq_matrix_get (&star->pairwise, a, b);
  star->runoff[1] = tq_matrix_get (&star->pairwise, b, a);
  if (star->runoff[0] != star->runoff[1]) {
    const guint winner = star->runoff[0] > star->runoff[1] ? a : b;
    g_array_append_val (record->winners, winner);
    return;
  }
  g_array_append_vals (best, tied->data, 2);
  tq_set_keep_extreme (best, star->sums.sums, TRUE);
  TqTieBreaker by = TQ_TIE_BY_SUM;
  if (best->len == 2) {
    tq_set_keep_extreme (best, star->tops, TRUE);
    by = TQ_TIE_BY_TOP_SCORES;
  }
  if (best->len == 2) {
    tq_record_settle (record, 2, tied, 1);
    return;
  }
  tq_record_log_tie (record, 2, tied, tq_set_get (best, 0), by);
  g_array_append_vals (record->winners, best->data, 1);
}

/* Counts scored ballots; the scoring round is step 1 and the runoff step 2 of the ties. The caller
 * clears *out_star*. */
void
tq_star_count (TqRecord *record, TqStar *out_star)
{
  const TqBallots *ballots = record->ballots;
  g_return_if_fail (ballots->kind == TQ_BALLOTS_SCORED);
  g_autoptr (TqBallots) ranked = tq_ballots_new_ranked_from_scores (ballots);
  *out_star = (TqStar){ 0 };
  tq_score_add_up (ballots, &out_star->sums);
  tq_pairwise_count (ranked, &out_star->pairwise);
  count_tops (ballots, out_star);
  find_finalists (record, out_star);
  if (out_star->finalists->len == 2)
    run_off (record, out_star);
  else
    g_array_append_vals (record->winners, out_star->finalists->data, 1);
}
