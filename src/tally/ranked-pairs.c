/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Ranked pairs: the clearest defeats are settled first, and one that would contradict them is
 * passed over; who is then defeated by nobody wins.
 *
 * 1. A defeat x → y exists where more voters rank x above y than the reverse (pairwise.c).
 * 2. Defeats are taken by the voters for the winner, the most first; of these, by the voters for
 *    the loser, the fewest first. A defeat is locked unless it closes a cycle with those locked
 *    before.
 * 3. The locked defeats never hold a cycle, so at least one option has no locked defeat against it;
 *    the winners are all of these.
 * 4. Defeats that are equal in both numbers are a tie, and reported. Where all of them can be
 *    locked together their order has no effect. Where not, the lot order says which goes first: the
 *    defeat whose winner stands earlier, and of these the one whose loser stands later. Without a
 *    lot none of those that would stand in a cycle is locked, so that no option is favoured by its
 *    place in the list; the assembly decides among those left.
 *
 * The step of a tie is the place of the first of the equal defeats, from 1. */
#include "tally/ranked-pairs.h"

#include "tally/pairwise.h"

#include <string.h>

/* Who reaches whom over locked defeats: n rows of n bytes. */
typedef struct {
  guint n;
  guint8 *cells;
} Reach;

/* The state of a count. */
typedef struct {
  TqRecord *record;
  TqRankedPairs *pairs;
  Reach locked;
  Reach trial;
} Count;

void
tq_ranked_pairs_clear (TqRankedPairs *pairs)
{
  tq_matrix_clear (&pairs->pairwise);
  g_clear_pointer (&pairs->defeats, g_array_unref);
}

static int
compare_defeats (gconstpointer a, gconstpointer b, gpointer data)
{
  const guint *places = data;
  const TqDefeat *left = a, *right = b;
  if (left->wins != right->wins)
    return left->wins > right->wins ? -1 : 1;
  if (left->losses != right->losses)
    return left->losses < right->losses ? -1 : 1;
  if (left->winner != right->winner)
    return places[left->winner] < places[right->winner] ? -1 : 1;
  return (places[left->loser] < places[right->loser]) -
         (places[left->loser] > places[right->loser]);
}

static gboolean
is_as_strong (const TqDefeat *a, const TqDefeat *b)
{
  return a->wins == b->wins && a->losses == b->losses;
}

static gboolean
reaches (const Reach *reach, guint from, guint to)
{
  return reach->cells[(gsize) from * reach->n + to] != 0;
}

/* Adds from → to and everything that follows from it. */
static void
add_link (Reach *reach, guint from, guint to)
{
  if (reaches (reach, from, to))
    return;
  for (guint x = 0; x < reach->n; x++) {
    if (x != from && !reaches (reach, x, from))
      continue;
    guint8 *row = reach->cells + (gsize) x * reach->n;
    const guint8 *next = reach->cells + (gsize) to * reach->n;
    for (guint y = 0; y < reach->n; y++)
      row[y] |= next[y];
    row[to] = 1;
  }
}

static TqDefeat *
get_defeat (const Count *count, guint index)
{
  return &g_array_index (count->pairs->defeats, TqDefeat, index);
}

static void
lock_defeat (Count *count, TqDefeat *defeat)
{
  defeat->locked = TRUE;
  add_link (&count->locked, defeat->winner, defeat->loser);
}

/* Logs the open ones of the equal defeats [from, to) as "winner > loser". */
static void
log_equal (const Count *count, guint from, guint to, TqTieBreaker broken_by)
{
  const TqBallots *ballots = count->record->ballots;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  for (guint i = from; i < to; i++) {
    const TqDefeat *defeat = get_defeat (count, i);
    if (!reaches (&count->locked, defeat->loser, defeat->winner))
      g_ptr_array_add (names,
                       g_strdup_printf ("%s > %s",
                                        tq_ballots_get_name (ballots, defeat->winner),
                                        tq_ballots_get_name (ballots, defeat->loser)));
  }
  if (names->len < 2)
    return;
  const char *picked = broken_by == TQ_TIE_BY_ASSEMBLY ? NULL : g_ptr_array_index (names, 0);
  tq_tie_log_begin (count->record->ties, from + 1, picked, broken_by);
  for (guint i = 0; i < names->len; i++)
    tq_tie_log_add_tied (count->record->ties, g_ptr_array_index (names, i));
}

/* Locks the equal defeats [from, to): see 4 above. */
static void
lock_equal (Count *count, guint from, guint to)
{
  gboolean cycle = FALSE;
  memcpy (count->trial.cells, count->locked.cells, (gsize) count->trial.n * count->trial.n);
  for (guint i = from; i < to; i++) {
    const TqDefeat *defeat = get_defeat (count, i);
    if (!reaches (&count->locked, defeat->loser, defeat->winner))
      add_link (&count->trial, defeat->winner, defeat->loser);
  }
  for (guint i = from; i < to && !cycle; i++) {
    const TqDefeat *defeat = get_defeat (count, i);
    cycle = !reaches (&count->locked, defeat->loser, defeat->winner) &&
            reaches (&count->trial, defeat->loser, defeat->winner);
  }
  const TqTieBreaker breaker = tq_record_get_breaker (count->record);
  log_equal (count, from, to, cycle ? breaker : TQ_TIE_BY_NO_EFFECT);
  const gboolean by_lot = cycle && breaker != TQ_TIE_BY_ASSEMBLY;
  for (guint i = from; i < to; i++) {
    TqDefeat *defeat = get_defeat (count, i);
    if (!reaches (by_lot ? &count->locked : &count->trial, defeat->loser, defeat->winner))
      lock_defeat (count, defeat);
  }
}

static void
lock_all (Count *count)
{
  const GArray *defeats = count->pairs->defeats;
  for (guint from = 0; from < defeats->len;) {
    guint to = from + 1;
    while (to < defeats->len && is_as_strong (get_defeat (count, from), get_defeat (count, to)))
      to++;
    count->pairs->equal_pairs += to - from - 1;
    TqDefeat *first = get_defeat (count, from);
    if (to - from > 1)
      lock_equal (count, from, to);
    else if (!reaches (&count->locked, first->loser, first->winner))
      lock_defeat (count, first);
    from = to;
  }
}

static void
list_defeats (TqRecord *record, TqRankedPairs *pairs)
{
  const guint n = pairs->pairwise.n;
  pairs->defeats = g_array_new (FALSE, FALSE, sizeof (TqDefeat));
  for (guint x = 0; x < n; x++) {
    for (guint y = 0; y < n; y++) {
      if (!tq_pairwise_defeats (&pairs->pairwise, x, y))
        continue;
      const TqDefeat defeat = { x,
                                y,
                                tq_matrix_get (&pairs->pairwise, x, y),
                                tq_matrix_get (&pairs->pairwise, y, x),
                                FALSE };
      g_array_append_val (pairs->defeats, defeat);
    }
  }
  g_array_sort_with_data (pairs->defeats, compare_defeats, record->places);
}

/* Counts ranked ballots. The caller clears *out_pairs*. */
void
tq_ranked_pairs_count (TqRecord *record, TqRankedPairs *out_pairs)
{
  const guint n = record->ballots->n_options;
  const gsize size = (gsize) n * n;
  g_autofree guint8 *locked = g_new0 (guint8, size);
  g_autofree guint8 *trial = g_new0 (guint8, size);
  g_autofree guint8 *beaten = g_new0 (guint8, n);
  g_autoptr (GArray) unbeaten = tq_set_new ();
  *out_pairs = (TqRankedPairs){ 0 };
  tq_pairwise_count (record->ballots, &out_pairs->pairwise);
  list_defeats (record, out_pairs);
  Count count = { record, out_pairs, { n, locked }, { n, trial } };
  lock_all (&count);
  for (guint i = 0; i < out_pairs->defeats->len; i++)
    if (get_defeat (&count, i)->locked)
      beaten[get_defeat (&count, i)->loser] = 1;
  for (guint x = 0; x < n; x++)
    if (!beaten[x] && !record->ballots->withdrawn[x])
      g_array_append_val (unbeaten, x);
  tq_record_settle (record, out_pairs->defeats->len + 1, unbeaten, 1);
}
