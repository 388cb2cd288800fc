/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Schulze's method: an option wins if no other reaches it by a stronger chain of victories than the
 * one by which it reaches the other.
 *
 * 1. d[x, y] = voters who rank x above y (pairwise.c). A link x → y exists where d[x, y] > d[y, x];
 *    its strength is d[x, y], the winning votes.
 * 2. A path is as strong as its weakest link; p[x, y] is the strength of the strongest path from x
 *    to y, 0 where there is none: p[x, y] = max (p[x, y], min (p[x, z], p[z, y])) for every z in
 *    turn.
 * 3. x beats y where p[x, y] > p[y, x]. This relation is transitive, so somebody is beaten by
 *    nobody.
 * 4. Winners: all x with p[x, y] ≥ p[y, x] for every y. Several are a tie: the lot's, else the
 *    assembly's. If one option defeats every other, it is the only winner.
 *
 * Checked against the example of 45 voters that Schulze prints, its table and its paths. */
#include "tally/schulze.h"

#include "tally/pairwise.h"

void
tq_schulze_clear (TqSchulze *schulze)
{
  tq_matrix_clear (&schulze->pairwise);
  tq_matrix_clear (&schulze->paths);
  g_clear_pointer (&schulze->order, g_array_unref);
  g_clear_pointer (&schulze->beats, g_free);
}

static void
find_paths (const TqMatrix *pairwise, TqMatrix *paths)
{
  const guint n = pairwise->n;
  tq_matrix_start (paths, n);
  for (guint x = 0; x < n; x++)
    for (guint y = 0; y < n; y++)
      if (tq_pairwise_defeats (pairwise, x, y))
        tq_matrix_set (paths, x, y, tq_matrix_get (pairwise, x, y));
  for (guint z = 0; z < n; z++) {
    for (guint x = 0; x < n; x++) {
      const gint64 first = tq_matrix_get (paths, x, z);
      if (first == 0)
        continue;
      for (guint y = 0; y < n; y++) {
        const gint64 strength = MIN (first, tq_matrix_get (paths, z, y));
        if (x != y && strength > tq_matrix_get (paths, x, y))
          tq_matrix_set (paths, x, y, strength);
      }
    }
  }
}

typedef struct {
  const guint *beats;
} Beats;

static int
compare_by_beats (gconstpointer a, gconstpointer b, gpointer data)
{
  const Beats *beats = data;
  const guint left = *(const guint *) a, right = *(const guint *) b;
  if (beats->beats[left] != beats->beats[right])
    return beats->beats[left] > beats->beats[right] ? -1 : 1;
  return (left > right) - (left < right);
}

static void
find_order (const TqBallots *ballots, TqSchulze *schulze)
{
  const guint n = schulze->paths.n;
  schulze->order = tq_set_new ();
  schulze->beats = g_new0 (guint, n);
  for (guint x = 0; x < n; x++) {
    if (!ballots->withdrawn[x])
      g_array_append_val (schulze->order, x);
    for (guint y = 0; y < n; y++)
      schulze->beats[x] += tq_pairwise_defeats (&schulze->paths, x, y) ? 1 : 0;
  }
  Beats beats = { schulze->beats };
  g_array_sort_with_data (schulze->order, compare_by_beats, &beats);
}

/* Counts ranked ballots. The caller clears *out_schulze*. */
void
tq_schulze_count (TqRecord *record, TqSchulze *out_schulze)
{
  const guint n = record->ballots->n_options;
  g_autoptr (GArray) unbeaten = tq_set_new ();
  *out_schulze = (TqSchulze){ 0 };
  tq_pairwise_count (record->ballots, &out_schulze->pairwise);
  find_paths (&out_schulze->pairwise, &out_schulze->paths);
  find_order (record->ballots, out_schulze);
  for (guint x = 0; x < n; x++) {
    gboolean beaten = record->ballots->withdrawn[x];
    for (guint y = 0; y < n && !beaten; y++)
      beaten = tq_pairwise_defeats (&out_schulze->paths, y, x);
    if (!beaten)
      g_array_append_val (unbeaten, x);
  }
  tq_record_settle (record, 1, unbeaten, 1);
}
