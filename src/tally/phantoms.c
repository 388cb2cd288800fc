/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Dividing a pot by moving phantoms: the share of each use is the median of the n proposals and
 * n + 1 phantom proposals, which rise together with t until the shares sum to the whole pot.
 *
 * 1. In a form without medians, with p_(a) the a-th largest proposal for a use:
 *    share(t) = max over a = 1..n of min (p_(a), y_a (t)), and t is the smallest with sum 1.
 *        independent markets  y_a = min (a·t, 1)
 *        utilitarian          y_a = clamp (t·(n+1) - (n-a), 0, 1)
 *        ladder               y_a = max (0, t - (n-a)/n)
 *        piecewise uniform    t < 1/2: y_a = 0 where a/n < 1/2, else (4a/n - 2)·t
 *                             t ≥ 1/2: y_a = (a/n)·(2t-1) where a/n < 1/2,
 *                                      else (a/n)·(3-2t) - 2 + 2t
 *    All of them are 0 at t = 0 and rise in t and in a.
 * 2. Among voters who propose the same only the last place counts, so of the weights only "at least
 *    that much" is needed: for each value v_k the weight a_k. y_(a_k) rises with k and v_k falls;
 *    with k the first place where y_(a_k) ≥ v_k, the share is max (v_k, y_(a_(k-1))).
 * 3. So a share is a staircase in t of flat pieces and rising ones. A bisection with whole numbers
 *    over 2^48 comes close to t from below; from there the count walks exactly from one corner to
 *    the next until the shares sum to the unit. Nothing is rounded.
 * 4. No voter gains by a false proposal; the test of properties tries it. Except for utilitarian, a
 *    group that wants one use only gets it its part of the pot. */
#include "tally/phantoms.h"

#define BITS 48u
#define ONE (G_GINT64_CONSTANT (1) << BITS)

/* y = (slope × t + base) / over, and at least 0. */
typedef struct {
  gint64 slope;
  gint64 base;
  gint64 over;
} Line;

typedef struct {
  TqPhantoms phantoms;
  gint64 n;
  gint64 unit;
  guint options;
  const TqPotLevels *levels;
  mpq_t t;       /* of the walk */
  mpq_t *shares; /* at t, in parts of the unit */
  mpq_t *slopes; /* of the shares to the right of t */
  mpq_t corner;  /* the next one to the right of t */
  gboolean has_corner;
  mpq_t work, other;
} Walk;

/* The line of y_a; for piecewise uniform before and from the half of t on. */
static Line
get_line (const Walk *walk, gint64 a, gboolean from_half)
{
  const gint64 n = walk->n;
  switch (walk->phantoms) {
  case TQ_PHANTOMS_UTILITARIAN:
    return (Line){ n + 1, a - n, 1 };
  case TQ_PHANTOMS_LADDER:
    return (Line){ n, a - n, n };
  case TQ_PHANTOMS_PIECEWISE_UNIFORM:
    if (2 * a < n)
      return from_half ? (Line){ 2 * a, -a, n } : (Line){ 0, 0, n };
    return from_half ? (Line){ 2 * n - 2 * a, 3 * a - 2 * n, n } : (Line){ 4 * a - 2 * n, 0, n };
  case TQ_PHANTOMS_INDEPENDENT_MARKETS:
  default:
    return (Line){ a, 0, 1 };
  }
}

/* Bisection: t = time / 2^BITS. At most 2^32 × 2^48 × 2^30 stands on one side, below 2^127. */

static __int128
get_scaled (const Walk *walk, gint64 a, gint64 time)
{
  const Line line = get_line (walk, a, time >= ONE / 2);
  const __int128 value = (__int128) line.slope * time + (__int128) line.base * ONE;
  return value > 0 ? value * walk->unit : 0;
}

/* What the value of a line is compared with. */
static __int128
scale_value (const Walk *walk, gint64 value)
{
  return (__int128) value * get_line (walk, 1, FALSE).over * ONE;
}

/* The share of a use, times over × 2^BITS. */
static __int128
get_scaled_share (const Walk *walk, const TqPotLevels *levels, gint64 time)
{
  guint low = 0;
  guint high = levels->count;
  while (low < high) {
    const guint middle = (low + high) / 2;
    if (get_scaled (walk, levels->at_least[middle], time) >=
        scale_value (walk, levels->values[middle]))
      high = middle;
    else
      low = middle + 1;
  }
  const __int128 flat = low < levels->count ? scale_value (walk, levels->values[low]) : 0;
  const __int128 rising = low > 0 ? get_scaled (walk, levels->at_least[low - 1], time) : 0;
  return MAX (flat, rising);
}

static gboolean
reaches_unit (const Walk *walk, gint64 time)
{
  __int128 sum = 0;
  for (guint j = 0; j < walk->options; j++)
    sum += get_scaled_share (walk, &walk->levels[j], time);
  return sum >= scale_value (walk, walk->unit);
}

/* The largest time at which the shares are still below the unit. */
static gint64
bisect (const Walk *walk)
{
  gint64 low = 0;
  gint64 high = ONE;
  while (high - low > 1) {
    const gint64 middle = low + (high - low) / 2;
    if (reaches_unit (walk, middle))
      high = middle;
    else
      low = middle;
  }
  return low;
}

/* The walk. */

static gboolean
is_from_half (const Walk *walk)
{
  return mpq_cmp_ui (walk->t, 1, 2) >= 0;
}

/* y_a (t) in parts of the unit. */
static void
set_height (Walk *walk, mpq_ptr height, gint64 a)
{
  const Line line = get_line (walk, a, is_from_half (walk));
  mpq_set_si (height, line.base, 1);
  mpq_set_si (walk->work, line.slope, 1);
  mpq_mul (walk->work, walk->work, walk->t);
  mpq_add (height, height, walk->work);
  if (mpq_sgn (height) < 0)
    mpq_set_ui (height, 0, 1);
  mpq_set_si (walk->work, walk->unit, (gulong) line.over);
  mpq_canonicalize (walk->work);
  mpq_mul (height, height, walk->work);
}

static guint
find_level (Walk *walk, const TqPotLevels *levels)
{
  guint low = 0;
  guint high = levels->count;
  while (low < high) {
    const guint middle = (low + high) / 2;
    set_height (walk, walk->other, levels->at_least[middle]);
    if (mpq_cmp_ui (walk->other, levels->values[middle], 1) >= 0)
      high = middle;
    else
      low = middle + 1;
  }
  return low;
}

static void
offer_corner (Walk *walk, mpq_srcptr t)
{
  if (mpq_cmp (t, walk->t) > 0 && (!walk->has_corner || mpq_cmp (t, walk->corner) < 0)) {
    mpq_set (walk->corner, t);
    walk->has_corner = TRUE;
  }
}

/* Where *line* leaves zero, or changes at one half. */
static void
offer_kink (Walk *walk, Line line)
{
  if (walk->phantoms == TQ_PHANTOMS_PIECEWISE_UNIFORM)
    mpq_set_ui (walk->work, 1, 2);
  else if (line.base < 0)
    mpq_set_si (walk->work, -line.base, (gulong) line.slope);
  else
    return;
  mpq_canonicalize (walk->work);
  offer_corner (walk, walk->work);
}

/* Where *line* reaches *value* parts of the unit. */
static void
offer_meeting (Walk *walk, Line line, guint32 value)
{
  if (line.slope == 0)
    return;
  mpq_set_si (walk->work, value, (gulong) walk->unit);
  mpq_canonicalize (walk->work);
  mpq_set_si (walk->other, line.over, 1);
  mpq_mul (walk->work, walk->work, walk->other);
  mpq_set_si (walk->other, line.base, 1);
  mpq_sub (walk->work, walk->work, walk->other);
  mpq_set_si (walk->other, line.slope, 1);
  mpq_div (walk->work, walk->work, walk->other);
  offer_corner (walk, walk->work);
}

static gboolean
is_above_zero (Walk *walk, Line line)
{
  mpq_set_si (walk->work, line.slope, 1);
  mpq_mul (walk->work, walk->work, walk->t);
  mpq_set_si (walk->other, -line.base, 1);
  return mpq_cmp (walk->work, walk->other) >= 0;
}

/* Share and slope of one use at t and to the right of it, and its next corner. */
static void
look_at (Walk *walk, guint option)
{
  const TqPotLevels *levels = &walk->levels[option];
  const guint level = find_level (walk, levels);
  const guint32 flat = level < levels->count ? levels->values[level] : 0;
  mpq_set_ui (walk->slopes[option], 0, 1);
  mpq_set_ui (walk->shares[option], flat, 1);
  if (level == 0)
    return;
  const gint64 a = levels->at_least[level - 1];
  const Line line = get_line (walk, a, is_from_half (walk));
  set_height (walk, walk->other, a);
  const gboolean is_rising = mpq_cmp (walk->other, walk->shares[option]) >= 0;
  if (is_rising)
    mpq_set (walk->shares[option], walk->other);
  if (is_rising && is_above_zero (walk, line)) {
    mpq_set_si (walk->slopes[option], line.slope, (gulong) line.over);
    mpq_canonicalize (walk->slopes[option]);
    mpq_set_si (walk->work, walk->unit, 1);
    mpq_mul (walk->slopes[option], walk->slopes[option], walk->work);
  }
  offer_kink (walk, line);
  offer_meeting (walk, line, is_rising ? levels->values[level - 1] : flat);
}

/* One step: to the solution, which is TRUE, or to the next corner. */
static gboolean
step (Walk *walk)
{
  mpq_t missing, slope;
  mpq_inits (missing, slope, NULL);
  mpq_set_si (missing, walk->unit, 1);
  walk->has_corner = FALSE;
  for (guint j = 0; j < walk->options; j++) {
    look_at (walk, j);
    mpq_sub (missing, missing, walk->shares[j]);
    mpq_add (slope, slope, walk->slopes[j]);
  }
  gboolean done = mpq_sgn (missing) == 0;
  if (done)
    mpq_set_ui (missing, 0, 1);
  else if (mpq_sgn (slope) > 0) {
    mpq_div (missing, missing, slope);
    mpq_add (walk->work, walk->t, missing);
    done = !walk->has_corner || mpq_cmp (walk->work, walk->corner) <= 0;
  }
  g_assert (done || walk->has_corner);
  if (!done)
    mpq_set (walk->t, walk->corner);
  for (guint j = 0; done && j < walk->options; j++) {
    mpq_mul (walk->work, walk->slopes[j], missing);
    mpq_add (walk->shares[j], walk->shares[j], walk->work);
  }
  if (done)
    mpq_add (walk->t, walk->t, missing);
  mpq_clears (missing, slope, NULL);
  return done;
}

/* Fills *out_shares*, as long as pot->names, with the shares of the pot (their sum is 1) and
 * *out_t* with the smallest t; the caller has initialised them. There must be a proposal. */
void
tq_phantoms_solve (TqPhantoms phantoms,
                   const TqPot *pot,
                   const TqPotLevels *levels,
                   mpq_t *out_shares,
                   mpq_ptr out_t)
{
  Walk walk = { .phantoms = phantoms, .n = pot->weight, .unit = pot->unit, .levels = levels };
  walk.options = pot->names->len;
  walk.shares = out_shares;
  walk.slopes = g_new (mpq_t, walk.options);
  mpq_inits (walk.t, walk.corner, walk.work, walk.other, NULL);
  for (guint j = 0; j < walk.options; j++)
    mpq_init (walk.slopes[j]);

  mpq_set_si (walk.t, bisect (&walk), ONE);
  mpq_canonicalize (walk.t);
  while (!step (&walk))
    continue;
  mpq_set (out_t, walk.t);
  mpq_set_si (walk.other, pot->unit, 1);
  mpq_set_ui (walk.work, 0, 1);
  for (guint j = 0; j < walk.options; j++) {
    mpq_div (out_shares[j], out_shares[j], walk.other);
    mpq_add (walk.work, walk.work, out_shares[j]);
  }
  g_assert (mpq_cmp_ui (walk.work, 1, 1) == 0);

  for (guint j = 0; j < walk.options; j++)
    mpq_clear (walk.slopes[j]);
  g_free (walk.slopes);
  mpq_clears (walk.t, walk.corner, walk.work, walk.other, NULL);
}
