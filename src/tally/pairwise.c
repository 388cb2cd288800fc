/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The comparison of every two options: cell [x, y] is how many voters rank x above y.
 *
 * 1. Ranked stands above not ranked; two that are not ranked are equal; equal ranks count for
 *    neither.
 * 2. [x, y] + [y, x] ≤ n, the voters counted; the diagonal is 0.
 * 3. x defeats y where [x, y] > [y, x].
 * 4. Row and column of an option that has withdrawn are 0.
 *
 * All the methods that compare options two by two start from this table, and it is what a person
 * can check on paper. The work is n·m²: eight options are compared at once in 16-bit lanes, which
 * are emptied into the table before they can overflow. */
#include "tally/pairwise.h"

#include <string.h>

#define LANES 8u
#define FLUSH_AFTER 65535u

typedef guint16 Lanes __attribute__ ((vector_size (16)));

/* Counts of ballots of weight 1, n rows of *blocks* lanes. */
typedef struct {
  guint n;
  guint blocks;
  guint pending;
  Lanes *counts;
  Lanes *row;
} Fast;

static void
flush (Fast *fast, TqMatrix *matrix)
{
  for (guint x = 0; x < fast->n; x++) {
    for (guint y = 0; y < fast->n; y++) {
      const guint16 count = fast->counts[(gsize) x * fast->blocks + y / LANES][y % LANES];
      tq_matrix_set (matrix, x, y, tq_matrix_get (matrix, x, y) + count);
    }
  }
  memset (fast->counts, 0, (gsize) fast->n * fast->blocks * sizeof (Lanes));
  fast->pending = 0;
}

static void
add_single (Fast *fast, const guint16 *cells)
{
  memcpy (fast->row, cells, fast->n * sizeof (guint16));
  for (guint x = 0; x < fast->n; x++) {
    const guint16 rank = cells[x];
    const Lanes mine = { rank, rank, rank, rank, rank, rank, rank, rank };
    Lanes *counts = fast->counts + (gsize) x * fast->blocks;
    /* A true comparison is -1 in its lane. */
    for (guint block = 0; block < fast->blocks; block++)
      counts[block] -= (Lanes) (mine < fast->row[block]);
  }
  fast->pending++;
}

static void
add_weighted (TqMatrix *matrix, const guint16 *cells, gint64 weight)
{
  for (guint x = 0; x < matrix->n; x++) {
    gint64 *row = matrix->cells + (gsize) x * matrix->n;
    for (guint y = 0; y < matrix->n; y++)
      row[y] += cells[x] < cells[y] ? weight : 0;
  }
}

/* Fills *out_matrix*, which the caller clears. */
void
tq_pairwise_count (const TqBallots *ranked, TqMatrix *out_matrix)
{
  g_return_if_fail (ranked->kind == TQ_BALLOTS_RANKED);
  const guint n = ranked->n_options;
  Fast fast = { .n = n, .blocks = (n + LANES - 1) / LANES };
  tq_matrix_start (out_matrix, n);
  fast.counts = g_new0 (Lanes, (gsize) n * fast.blocks);
  fast.row = g_new0 (Lanes, fast.blocks);
  for (guint i = 0; i < ranked->weights->len; i++) {
    const gint64 weight = tq_ballots_get_weight (ranked, i);
    const guint16 *cells = tq_ballots_get_row (ranked, i);
    if (weight != 1) {
      add_weighted (out_matrix, cells, weight);
      continue;
    }
    add_single (&fast, cells);
    if (fast.pending == FLUSH_AFTER)
      flush (&fast, out_matrix);
  }
  flush (&fast, out_matrix);
  for (guint x = 0; x < n; x++)
    for (guint y = 0; y < n; y++)
      if (ranked->withdrawn[x] || ranked->withdrawn[y])
        tq_matrix_set (out_matrix, x, y, 0);
  g_free (fast.counts);
  g_free (fast.row);
}

/* Whether more voters rank *option* above *other* than the reverse. */
gboolean
tq_pairwise_defeats (const TqMatrix *pairwise, guint option, guint other)
{
  return tq_matrix_get (pairwise, option, other) > tq_matrix_get (pairwise, other, option);
}
