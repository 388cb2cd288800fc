/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Single transferable vote after the Scottish rules (SSI 2007/42, again SSI 2011/399): several
 * seats are filled so that every group that is large enough gets its share.
 *
 * A vote is 100,000 units; all numbers are whole. A candidate *continues* while neither deemed
 * elected nor excluded (article 2).
 * 1. quota = ⌊valid / (seats + 1)⌋ + 1 votes.
 * 2. After every stage all who continue with votes ≥ quota are deemed elected; listed by their
 *    votes, equal ones by the most recent earlier stage where they differ, then as in the list.
 * 3. If elected candidates hold a surplus, the largest is transferred (tie: larger at the most
 *    recent earlier stage where they differ, else lot). Each paper of the candidate goes to its
 *    next continuing candidate at ⌊surplus × value when received / votes of the candidate⌋ units
 *    (rule 48); what is cut off is lost. Papers without a next one are spent. The candidate stays
 *    at the quota.
 * 4. Otherwise the lowest who continues is excluded (tie: fewer at the most recent earlier stage
 *    where they differ, else lot); the papers move at the value at which they were received.
 * 5. When those who continue are as many as the vacancies, all are elected and nothing moves any
 *    more. When all seats are filled the count ends.
 *
 * Invariant, asserted: after every stage Σ votes + spent = valid papers. A candidate elected before
 * never receives a paper, even while the own surplus still waits. A paper on which several who
 * continue share the best rank goes to nobody. Several without a single vote go out whatever the
 * order, so long as enough are left for the seats. The step of a tie is the stage, from 1. */
#include "tally/stv.h"

#include "tally/ranking.h"

#include <string.h>

/* The state of a count; papers are the ballots by their index. */
typedef struct {
  TqRecord *record;
  TqStv *stv;
  gboolean *continuing;
  guint n_continuing;
  gint64 *votes;
  gint64 spent;
  guint *holders; /* one a paper: the candidate, or TQ_RANKING_NOBODY once spent */
  gint64 *values; /* one a paper: units a voter */
} Count;

static void
clear_stage (gpointer data)
{
  TqStvStage *stage = data;
  g_free (stage->votes);
}

void
tq_stv_clear (TqStv *stv)
{
  g_clear_pointer (&stv->stages, g_array_unref);
  g_clear_pointer (&stv->elected, g_array_unref);
}

const TqStvStage *
tq_stv_get_stage (const TqStv *stv, guint index)
{
  return &g_array_index (stv->stages, TqStvStage, index);
}

static gint64
get_quota_units (const Count *count)
{
  return count->stv->quota * TQ_STV_UNIT;
}

/* Leaves in *tied* those who were extreme at the most recent earlier stages where they differ. */
static void
look_back (const Count *count, GArray *tied, gboolean highest)
{
  const guint now = count->stv->stages->len;
  for (guint i = now; i > 1 && tied->len > 1; i--)
    tq_set_keep_extreme (tied, tq_stv_get_stage (count->stv, i - 2)->votes, highest);
}

/* Of *candidates* the ones with the most (or fewest) votes now (transfer full). */
static GArray *
find_extreme (const Count *count, const GArray *candidates, gboolean highest)
{
  GArray *found = tq_set_new ();
  g_array_append_vals (found, candidates->data, candidates->len);
  tq_set_keep_extreme (found, count->votes, highest);
  return found;
}

static GArray *
list_continuing (const Count *count)
{
  GArray *continuing = tq_set_new ();
  for (guint i = 0; i < count->stv->n; i++)
    if (count->continuing[i])
      g_array_append_val (continuing, i);
  return continuing;
}

static void
elect (Count *count, guint candidate)
{
  count->continuing[candidate] = FALSE;
  count->n_continuing--;
  g_array_append_val (count->stv->elected, candidate);
}

/* Deems elected all who continue with at least *least* units, by the order of rule 2. */
static void
elect_from (Count *count, gint64 least)
{
  for (;;) {
    g_autoptr (GArray) reached = list_continuing (count);
    guint kept = 0;
    for (guint i = 0; i < reached->len; i++)
      if (count->votes[tq_set_get (reached, i)] >= least)
        g_array_index (reached, guint, kept++) = tq_set_get (reached, i);
    g_array_set_size (reached, kept);
    if (kept == 0)
      return;
    g_autoptr (GArray) first = find_extreme (count, reached, TRUE);
    look_back (count, first, TRUE);
    elect (count, tq_set_get (first, 0));
  }
}

/* Ends a stage: those who reached the quota are elected, the votes are kept. */
static void
end_stage (Count *count, TqStvAction action, guint candidate)
{
  TqStv *stv = count->stv;
  gint64 sum = count->spent;
  TqStvStage stage = { action, candidate, g_new (gint64, stv->n), count->spent, 0 };
  for (guint i = 0; i < stv->n; i++) {
    stage.votes[i] = count->votes[i];
    sum += count->votes[i];
  }
  g_assert (sum == count->record->counted * TQ_STV_UNIT);
  g_array_append_val (stv->stages, stage);
  elect_from (count, get_quota_units (count));
  stv->n_by_quota = stv->elected->len;
  g_array_index (stv->stages, TqStvStage, stv->stages->len - 1).n_elected = stv->elected->len;
}

/* Moves every paper of *candidate* to its next continuing candidate, at value × part / whole. */
static void
move_papers (Count *count, guint candidate, gint64 part, gint64 whole)
{
  const TqBallots *ballots = count->record->ballots;
  gint64 left = part;
  for (guint i = 0; i < ballots->weights->len; i++) {
    if (count->holders[i] != candidate)
      continue;
    const gint64 weight = tq_ballots_get_weight (ballots, i);
    const guint next = tq_ranking_find_first (ballots, i, count->continuing);
    count->holders[i] = TQ_RANKING_NOBODY;
    if (next == TQ_RANKING_NOBODY || next == TQ_RANKING_EQUAL)
      continue;
    count->values[i] = (gint64) ((__int128) part * count->values[i] / whole);
    count->holders[i] = next;
    count->votes[next] += weight * count->values[i];
    left -= weight * count->values[i];
  }
  count->votes[candidate] -= part;
  count->spent += left;
}

static gboolean
transfer_surplus (Count *count)
{
  g_autoptr (GArray) holding = tq_set_new ();
  const gint64 quota = get_quota_units (count);
  for (guint i = 0; i < count->stv->elected->len; i++) {
    const guint candidate = tq_set_get (count->stv->elected, i);
    if (count->votes[candidate] > quota)
      g_array_append_val (holding, candidate);
  }
  if (holding->len == 0)
    return FALSE;
  g_autoptr (GArray) largest = find_extreme (count, holding, TRUE);
  g_autoptr (GArray) tied = tq_set_new ();
  g_array_append_vals (tied, largest->data, largest->len);
  look_back (count, tied, TRUE);
  const guint step = count->stv->stages->len;
  const guint candidate =
    tied->len > 1 ? tq_record_pick (count->record, step, tied, TRUE) : tq_set_get (tied, 0);
  if (tied->len == 1 && largest->len > 1)
    tq_record_log_tie (count->record, step, largest, candidate, TQ_TIE_BY_EARLIER_STAGE);
  const gint64 votes = count->votes[candidate];
  move_papers (count, candidate, votes - quota, votes);
  end_stage (count, TQ_STV_SURPLUS, candidate);
  return TRUE;
}

static guint
pick_lowest (Count *count)
{
  g_autoptr (GArray) continuing = list_continuing (count);
  g_autoptr (GArray) lowest = find_extreme (count, continuing, FALSE);
  g_autoptr (GArray) tied = tq_set_new ();
  const guint step = count->stv->stages->len;
  const guint vacancies = count->stv->seats - count->stv->elected->len;
  g_array_append_vals (tied, lowest->data, lowest->len);
  look_back (count, tied, FALSE);
  const guint first = tq_set_get (tied, 0);
  if (lowest->len == 1)
    return first;
  if (tied->len == 1) {
    tq_record_log_tie (count->record, step, lowest, first, TQ_TIE_BY_EARLIER_STAGE);
    return first;
  }
  if (count->votes[first] == 0 && continuing->len - lowest->len >= vacancies) {
    tq_record_log_tie (count->record, step, tied, first, TQ_TIE_BY_NO_EFFECT);
    return first;
  }
  return tq_record_pick (count->record, step, tied, FALSE);
}

static void
exclude_lowest (Count *count)
{
  const guint candidate = pick_lowest (count);
  count->continuing[candidate] = FALSE;
  count->n_continuing--;
  move_papers (count, candidate, count->votes[candidate], MAX (count->votes[candidate], 1));
  end_stage (count, TQ_STV_EXCLUSION, candidate);
}

/* The first preferences are the first stage. */
static void
count_first (Count *count)
{
  TqRecord *record = count->record;
  for (guint i = 0; i < record->ballots->weights->len; i++) {
    const guint first = tq_ranking_find_first (record->ballots, i, NULL);
    count->values[i] = TQ_STV_UNIT;
    count->holders[i] = TQ_RANKING_NOBODY;
    if (first == TQ_RANKING_EQUAL) {
      tq_record_reject (record, i, TQ_INVALID_EQUAL_FIRST);
      continue;
    }
    count->holders[i] = first;
    count->votes[first] += tq_ballots_get_weight (record->ballots, i) * TQ_STV_UNIT;
  }
  count->stv->quota = record->counted / ((gint64) count->stv->seats + 1) + 1;
  end_stage (count, TQ_STV_FIRST_PREFERENCES, 0);
}

/* Counts ranked ballots for *seats* places, at most as many as there are candidates who have not
 * withdrawn. The caller clears *out_stv*; the winners of the record are the elected. */
void
tq_stv_count (TqRecord *record, guint seats, TqStv *out_stv)
{
  const TqBallots *ballots = record->ballots;
  const guint n = ballots->n_options;
  g_return_if_fail (ballots->kind == TQ_BALLOTS_RANKED && seats > 0);
  g_return_if_fail (seats <= n - ballots->n_withdrawn);
  g_autofree gboolean *continuing = g_new0 (gboolean, n);
  g_autofree gint64 *votes = g_new0 (gint64, n);
  g_autofree guint *holders = g_new0 (guint, ballots->weights->len + 1);
  g_autofree gint64 *values = g_new0 (gint64, ballots->weights->len + 1);
  *out_stv = (TqStv){ .n = n, .seats = seats };
  out_stv->stages = g_array_new (FALSE, FALSE, sizeof (TqStvStage));
  g_array_set_clear_func (out_stv->stages, clear_stage);
  out_stv->elected = tq_set_new ();
  Count count = {
    record, out_stv, continuing, n - ballots->n_withdrawn, votes, 0, holders, values
  };
  for (guint i = 0; i < n; i++)
    continuing[i] = !ballots->withdrawn[i];
  count_first (&count);
  while (out_stv->elected->len < seats) {
    if (count.n_continuing <= seats - out_stv->elected->len)
      elect_from (&count, 0);
    else if (!transfer_surplus (&count))
      exclude_lowest (&count);
  }
  g_array_append_vals (record->winners, out_stv->elected->data, out_stv->elected->len);
}
