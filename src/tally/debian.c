/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Debian's resolution procedure (its constitution, A.6): a ballot of many options with "keep
 * talking" among them, a quorum and, per option, a majority; then the defeats decide, the weakest
 * giving way.
 *
 * D is the default option, V(x, y) = voters who rank x above y.
 * 1. Quorum Q: an option other than D stays only if V(x, D) ≥ Q.
 * 2. Majority ratio N of the option: it stays only if V(x, D) ≥ N·V(D, x) and V(x, D) > V(D, x)
 *    ("at least", the text since 2006), or if V(x, D) > N·V(D, x) ("strictly greater", before).
 *    Compared by cross-multiplication. D itself is never dropped. *dropped* lists what fell by 1 or
 *    by 2; an option that fails both fell by the quorum.
 * 3. Among those left, x defeats y where V(x, y) > V(y, x); transitively where a chain of defeats
 *    leads from x to y. The Schwartz set holds each x that transitively defeats everyone who
 *    transitively defeats it.
 * 4. If there are defeats within the set, the weakest of them are all set aside together and 3 is
 *    done again. A defeat is weaker with fewer voters for it; of these, with more against it.
 * 5. If there is none, the set wins. Several are a tie: the lot's, else the assembly's (Debian: the
 *    casting vote).
 *
 * The step of that tie is the round, from 1. A co-operative may use it for any question with more
 * than two answers: it has quorum, supermajority and the way back in one method. */
#include "tally/debian.h"

#include "tally/pairwise.h"

#include <string.h>

/* The state of the search for the winner. */
typedef struct {
  TqDebian *debian;
  guint n;
  gboolean *stays;
  guint8 *defeats; /* n·n: defeats that were not set aside */
  guint8 *reach;   /* n·n: their transitive closure */
} Search;

void
tq_debian_clear (TqDebian *debian)
{
  tq_matrix_clear (&debian->pairwise);
  g_clear_pointer (&debian->dropped_quorum, g_array_unref);
  g_clear_pointer (&debian->dropped_majority, g_array_unref);
  g_clear_pointer (&debian->schwartz_sets, g_ptr_array_unref);
  g_clear_pointer (&debian->weakest, g_array_unref);
}

static gboolean
has_majority (const TqBallots *ballots, const TqMatrix *pairwise, guint option)
{
  const guint other = (guint) ballots->default_option;
  const gint64 wins = tq_matrix_get (pairwise, option, other);
  const gint64 losses = tq_matrix_get (pairwise, other, option);
  const TqRatio one = { 1, 1 };
  const TqRatio ratio =
    ballots->ratios->len > 0 ? g_array_index (ballots->ratios, TqRatio, option) : one;
  const __int128 left = (__int128) wins * ratio.den;
  const __int128 right = (__int128) losses * ratio.num;
  if (ballots->strict_ratios)
    return left > right;
  return left >= right && wins > losses;
}

static void
drop_options (const TqBallots *ballots, Search *search)
{
  const guint other = (guint) ballots->default_option;
  for (guint x = 0; x < search->n; x++) {
    search->stays[x] = TRUE;
    if (x == other)
      continue;
    GArray *dropped = NULL;
    if (tq_matrix_get (&search->debian->pairwise, x, other) < ballots->quorum)
      dropped = search->debian->dropped_quorum;
    else if (!has_majority (ballots, &search->debian->pairwise, x))
      dropped = search->debian->dropped_majority;
    if (dropped == NULL)
      continue;
    search->stays[x] = FALSE;
    g_array_append_val (dropped, x);
  }
}

static void
close_transitively (Search *search)
{
  const guint n = search->n;
  memcpy (search->reach, search->defeats, (gsize) n * n);
  for (guint z = 0; z < n; z++)
    for (guint x = 0; x < n; x++)
      if (search->reach[x * n + z] != 0)
        for (guint y = 0; y < n; y++)
          search->reach[x * n + y] |= search->reach[z * n + y];
}

/* The Schwartz set (transfer full). */
static GArray *
find_schwartz_set (Search *search)
{
  const guint n = search->n;
  GArray *set = tq_set_new ();
  close_transitively (search);
  for (guint x = 0; x < n; x++) {
    gboolean inside = search->stays[x];
    for (guint y = 0; y < n && inside; y++)
      inside = !search->reach[y * n + x] || search->reach[x * n + y];
    if (inside)
      g_array_append_val (set, x);
  }
  return set;
}

/* Sets aside the weakest defeats within *set*; FALSE where there is none. */
static gboolean
drop_weakest (Search *search, const GArray *set)
{
  const TqMatrix *pairwise = &search->debian->pairwise;
  gint64 wins = G_MAXINT64, losses = 0;
  const guint first = search->debian->weakest->len;
  for (guint i = 0; i < set->len; i++) {
    for (guint j = 0; j < set->len; j++) {
      const guint x = tq_set_get (set, i), y = tq_set_get (set, j);
      if (!search->defeats[x * search->n + y])
        continue;
      const gint64 won = tq_matrix_get (pairwise, x, y), lost = tq_matrix_get (pairwise, y, x);
      if (won > wins || (won == wins && lost < losses))
        continue;
      if (won < wins || lost > losses)
        g_array_set_size (search->debian->weakest, first);
      wins = won;
      losses = lost;
      const TqWeakDefeat weak = { search->debian->schwartz_sets->len, x, y };
      g_array_append_val (search->debian->weakest, weak);
    }
  }
  for (guint i = first; i < search->debian->weakest->len; i++) {
    const TqWeakDefeat *weak = &g_array_index (search->debian->weakest, TqWeakDefeat, i);
    search->defeats[weak->winner * search->n + weak->loser] = 0;
  }
  return search->debian->weakest->len > first;
}

/* Counts ranked ballots that name a default option. The caller clears *out_debian*. */
void
tq_debian_count (TqRecord *record, TqDebian *out_debian)
{
  const TqBallots *ballots = record->ballots;
  g_return_if_fail (ballots->default_option >= 0);
  const guint n = ballots->n_options;
  g_autofree gboolean *stays = g_new0 (gboolean, n);
  g_autofree guint8 *defeats = g_new0 (guint8, (gsize) n * n);
  g_autofree guint8 *reach = g_new0 (guint8, (gsize) n * n);
  Search search = { out_debian, n, stays, defeats, reach };
  *out_debian = (TqDebian){ 0 };
  out_debian->dropped_quorum = tq_set_new ();
  out_debian->dropped_majority = tq_set_new ();
  out_debian->schwartz_sets = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  out_debian->weakest = g_array_new (FALSE, FALSE, sizeof (TqWeakDefeat));
  tq_pairwise_count (ballots, &out_debian->pairwise);
  drop_options (ballots, &search);
  for (guint x = 0; x < n; x++)
    for (guint y = 0; y < n; y++)
      defeats[x * n + y] =
        stays[x] && stays[y] && tq_pairwise_defeats (&out_debian->pairwise, x, y) ? 1 : 0;
  GArray *set = NULL;
  do {
    set = find_schwartz_set (&search);
    g_ptr_array_add (out_debian->schwartz_sets, set);
  } while (drop_weakest (&search, set));
  tq_record_settle (record, out_debian->schwartz_sets->len, set, 1);
}
