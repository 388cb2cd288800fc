/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Instant runoff: each ballot counts for its best ranked option that continues; who has more than
 * half of the ballots that count for somebody wins, else the lowest is put out and all is counted
 * again.
 *
 * 1. In every round Σ votes + exhausted = ballots counted. A ballot is exhausted when it ranks
 *    nobody who continues. A ballot on which several who continue share the best rank counts for
 *    that one of them who has the fewest votes from ballots with a single best (of equals the last
 *    in the list): so it never helps to put out somebody whom it ranks first, and once that one is
 *    out it counts for the other. It is looked at afresh in every round.
 * 2. More than half: 2·votes > Σ votes. A single option that continues wins.
 * 3. One option is put out a round. Several at once would be the same only where their sum is below
 *    the next one.
 * 4. A tie for the lowest: fewer votes in the most recent earlier round where they differ goes out.
 *    Where they never differ but their sum is below the next one (and no ballot has several best
 *    ranks), all of them go out one after the other whatever the order, so nobody needs to decide:
 *    the last in the list goes first, and later ties do not look at the rounds in between. Else the
 *    lot decides.
 * 5. Without a lot the assembly decides. Where all who continue are tied, all of them are named as
 *    winners; otherwise the count goes on as record.c says.
 *
 * The step of a tie is the round, from 1. */
#include "tally/irv.h"

#include "tally/ranking.h"

#include <string.h>

/* The state of a count. */
typedef struct {
  TqRecord *record;
  TqIrv *irv;
  gboolean *continuing;
  guint n_continuing;
  guint *holders;    /* one a ballot: for whom it counts */
  gint64 undecided;  /* weights of the ballots on which several share the best rank */
  GArray *together;  /* of guint: who goes out one after the other, in whatever order (rule 4) */
  GArray *unsettled; /* of gboolean, one a round: whether some of these continue in it */
} Count;

void
tq_irv_clear (TqIrv *irv)
{
  g_clear_pointer (&irv->rounds, g_ptr_array_unref);
  g_clear_pointer (&irv->excluded, g_array_unref);
}

static gboolean
is_settled (const Count *count)
{
  for (guint i = 0; i < count->together->len; i++)
    if (count->continuing[tq_set_get (count->together, i)])
      return FALSE;
  return TRUE;
}

/* Adds the ballots on which several share the best rank to *votes*: see 1 above. */
static void
add_equal (Count *count, gint64 *votes)
{
  const TqBallots *ballots = count->record->ballots;
  const guint n = ballots->n_options;
  g_autofree gint64 *single = g_new0 (gint64, n);
  for (guint i = 0; i < n; i++)
    single[i] = votes[i];
  for (guint i = 0; i < ballots->weights->len; i++) {
    if (count->holders[i] != TQ_RANKING_EQUAL)
      continue;
    const guint16 *cells = tq_ballots_get_row (ballots, i);
    guint16 best = TQ_BALLOTS_NONE;
    guint holder = n;
    for (guint j = 0; j < n; j++)
      best = count->continuing[j] ? MIN (best, cells[j]) : best;
    for (guint j = 0; j < n; j++)
      if (count->continuing[j] && cells[j] == best && (holder == n || single[j] <= single[holder]))
        holder = j;
    votes[holder] += tq_ballots_get_weight (ballots, i);
  }
}

/* Counts one round (transfer none: the round belongs to the outcome). */
static gint64 *
count_round (Count *count)
{
  const TqBallots *ballots = count->record->ballots;
  const guint n = ballots->n_options;
  gint64 *votes = g_new0 (gint64, n + 1);
  const gboolean unsettled = !is_settled (count);
  count->undecided = 0;
  for (guint i = 0; i < ballots->weights->len; i++) {
    guint holder = count->holders[i];
    if (holder == TQ_RANKING_EQUAL || (holder < n && !count->continuing[holder]))
      holder = tq_ranking_find_first (ballots, i, count->continuing);
    count->holders[i] = holder;
    if (holder == TQ_RANKING_EQUAL)
      count->undecided += tq_ballots_get_weight (ballots, i);
    else
      votes[holder < n ? holder : n] += tq_ballots_get_weight (ballots, i);
  }
  if (count->undecided > 0)
    add_equal (count, votes);
  for (guint i = 0; i < n; i++)
    if (!count->continuing[i])
      votes[i] = TQ_IRV_OUT;
  g_ptr_array_add (count->irv->rounds, votes);
  g_array_append_val (count->unsettled, unsettled);
  return votes;
}

/* Leaves in *tied* who had the fewest votes in the most recent earlier rounds where they differ. */
static void
look_back (const Count *count, GArray *tied)
{
  const GPtrArray *rounds = count->irv->rounds;
  for (guint i = rounds->len - 1; i > 0 && tied->len > 1; i--)
    if (!g_array_index (count->unsettled, gboolean, i - 1))
      tq_set_keep_extreme (tied, g_ptr_array_index (rounds, i - 1), FALSE);
}

/* Whether the votes of all of *tied* together are fewer than the next option has. */
static gboolean
is_sum_below_next (const Count *count, const GArray *tied, const gint64 *votes)
{
  gint64 sum = 0;
  gint64 next = G_MAXINT64;
  for (guint i = 0; i < count->irv->n; i++) {
    if (!count->continuing[i])
      continue;
    if (tq_set_contains (tied, i))
      sum += votes[i];
    else
      next = MIN (next, votes[i]);
  }
  return tied->len < count->n_continuing && sum < next && count->undecided == 0;
}

static guint
pick_lowest (Count *count, const GArray *lowest, const gint64 *votes)
{
  TqRecord *record = count->record;
  const guint round = count->irv->rounds->len;
  if (lowest->len == 1)
    return tq_set_get (lowest, 0);
  g_autoptr (GArray) tied = tq_set_new ();
  g_array_append_vals (tied, lowest->data, lowest->len);
  look_back (count, tied);
  if (tied->len == 1) {
    tq_record_log_tie (record, round, lowest, tq_set_get (tied, 0), TQ_TIE_BY_EARLIER_STAGE);
    return tq_set_get (tied, 0);
  }
  if (is_sum_below_next (count, lowest, votes)) {
    const guint last = tq_set_get (tied, tied->len - 1);
    tq_record_log_tie (record, round, lowest, last, TQ_TIE_BY_NO_EFFECT);
    g_array_append_vals (count->together, lowest->data, lowest->len);
    return last;
  }
  return tq_record_pick (record, round, tied, FALSE);
}

/* Whether the round decides; else puts the lowest out. */
static gboolean
finish_round (Count *count, const gint64 *votes)
{
  TqRecord *record = count->record;
  const guint n = count->irv->n;
  gint64 active = 0;
  g_autoptr (GArray) highest = tq_set_new ();
  for (guint i = 0; i < n; i++) {
    if (!count->continuing[i])
      continue;
    active += votes[i];
    g_array_append_val (highest, i);
  }
  g_autoptr (GArray) lowest = tq_set_new ();
  g_array_append_vals (lowest, highest->data, highest->len);
  tq_set_keep_extreme (highest, votes, TRUE);
  tq_set_keep_extreme (lowest, votes, FALSE);
  const guint leader = tq_set_get (highest, 0);
  if (count->n_continuing == 1 || 2 * votes[leader] > active) {
    g_array_append_val (record->winners, leader);
    return TRUE;
  }
  g_autoptr (GArray) tied = tq_set_new ();
  g_array_append_vals (tied, lowest->data, lowest->len);
  look_back (count, tied);
  if (tied->len == count->n_continuing && record->policy == TQ_TIES_CHEAPEST) {
    tq_record_settle (record, count->irv->rounds->len, tied, 1);
    return TRUE;
  }
  const guint out = pick_lowest (count, lowest, votes);
  count->continuing[out] = FALSE;
  count->n_continuing--;
  g_array_append_val (count->irv->excluded, out);
  return FALSE;
}

/* Counts ranked ballots. The caller clears *out_irv*. */
void
tq_irv_count (TqRecord *record, TqIrv *out_irv)
{
  const TqBallots *ballots = record->ballots;
  g_return_if_fail (ballots->kind == TQ_BALLOTS_RANKED);
  const guint n = ballots->n_options;
  *out_irv = (TqIrv){ .n = n, .rounds = g_ptr_array_new_with_free_func (g_free) };
  out_irv->excluded = tq_set_new ();
  g_autofree gboolean *continuing = g_new0 (gboolean, n);
  g_autofree guint *holders = g_new0 (guint, ballots->weights->len + 1);
  g_autoptr (GArray) together = tq_set_new ();
  g_autoptr (GArray) unsettled = g_array_new (FALSE, FALSE, sizeof (gboolean));
  const guint n_continuing = n - ballots->n_withdrawn;
  Count count = { record, out_irv, continuing, n_continuing, holders, 0, together, unsettled };
  for (guint i = 0; i < n; i++)
    continuing[i] = !ballots->withdrawn[i];
  for (guint i = 0; i < ballots->weights->len; i++)
    holders[i] = TQ_RANKING_EQUAL; /* not read yet */
  const gint64 *votes = count_round (&count);
  while (!finish_round (&count, votes))
    votes = count_round (&count);
}
