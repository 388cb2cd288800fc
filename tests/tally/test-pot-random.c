/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The moving phantoms on random proposals: against medians counted word for word, and the
 * properties for which the rules were chosen. */
#include "random.h"
#include "tally/pot-division.h"

#include <stdlib.h>

#define USES_MAX 5u
#define VOTERS_MAX 7u

typedef struct {
  gint64 pot;
  gint64 unit;
  guint uses;
  guint voters;
  guint32 parts[VOTERS_MAX][USES_MAX];
  gint64 weights[VOTERS_MAX];
} Case;

static void
draw_split (TqRandom *random, const Case *instance, guint32 *parts)
{
  gint64 left = instance->unit;
  for (guint j = 0; j < instance->uses; j++)
    parts[j] = 0;
  while (left > 0) {
    const guint use = tq_random_draw (random, instance->uses);
    const gint64 part =
      tq_random_draw (random, 3) == 0 ? left : 1 + (gint64) tq_random_draw (random, (guint) left);
    parts[use] += (guint32) part;
    left -= part;
  }
}

static Case
draw_case (TqRandom *random)
{
  static const gint64 units[] = { 1, 3, 10, 100, 1000, 999999937 };
  Case instance = { .unit = units[tq_random_draw (random, G_N_ELEMENTS (units))] };
  instance.pot = tq_random_draw (random, 100000);
  instance.uses = 1 + tq_random_draw (random, USES_MAX);
  instance.voters = 1 + tq_random_draw (random, VOTERS_MAX);
  for (guint i = 0; i < instance.voters; i++) {
    draw_split (random, &instance, instance.parts[i]);
    instance.weights[i] = tq_random_draw (random, 4) == 0 ? 1 + tq_random_draw (random, 3) : 1;
  }
  return instance;
}

/* The pot with the voters from number *first* on, then those before; *apart* makes a voter of
 * weight w into w voters. */
static TqPot *
build (const Case *instance, guint first, gboolean apart)
{
  TqPot *pot = tq_pot_new ();
  pot->pot = instance->pot;
  pot->unit = instance->unit;
  for (guint j = 0; j < instance->uses; j++)
    g_ptr_array_add (pot->names, g_strdup_printf ("%u", j));
  for (guint i = 0; i < instance->voters; i++) {
    const guint voter = (first + i) % instance->voters;
    const gint64 weight = instance->weights[voter];
    for (gint64 k = 0; k < (apart ? weight : 1); k++)
      tq_pot_add_split (pot, instance->parts[voter], apart ? 1 : weight);
  }
  return pot;
}

/* f_k (t) of n + 1 phantoms, k = 0..n, from the definitions. */
static void
set_phantom (TqPotRule rule, gint64 n, gint64 k, mpq_srcptr t, mpq_ptr value)
{
  const gint64 a = n - k;
  gint64 slope = a;
  gint64 base = 0;
  gint64 over = 1;
  if (rule == TQ_POT_UTILITARIAN) {
    slope = n + 1;
    base = -k;
  } else if (rule == TQ_POT_LADDER) {
    slope = n;
    base = -k;
    over = n;
  } else if (rule == TQ_POT_PIECEWISE_UNIFORM) {
    const gboolean late = mpq_cmp_ui (t, 1, 2) >= 0;
    const gboolean low = 2 * a < n;
    over = n;
    if (late) {
      slope = low ? 2 * a : 2 * n - 2 * a;
      base = low ? -a : 3 * a - 2 * n;
    } else {
      slope = low ? 0 : 4 * a - 2 * n;
    }
  }
  mpq_t part;
  mpq_init (part);
  mpq_set_si (value, slope, (gulong) over);
  mpq_canonicalize (value);
  mpq_mul (value, value, t);
  mpq_set_si (part, base, (gulong) over);
  mpq_canonicalize (part);
  mpq_add (value, value, part);
  mpq_clear (part);
  if (mpq_sgn (value) < 0)
    mpq_set_ui (value, 0, 1);
  if (mpq_cmp_ui (value, 1, 1) > 0)
    mpq_set_ui (value, 1, 1);
}

static int
compare_values (gconstpointer a, gconstpointer b)
{
  mpq_srcptr left = a;
  mpq_srcptr right = b;
  return mpq_cmp (left, right);
}

/* Each share is the median of the n proposals for it and the n + 1 phantoms at t. */
static void
check_medians (const TqPot *pot, const TqPotOutcome *outcome)
{
  const gint64 n = pot->weight;
  const guint total = (guint) (2 * n + 1);
  mpq_t *values = g_new (mpq_t, total);
  for (guint i = 0; i < total; i++)
    mpq_init (values[i]);
  for (guint j = 0; j < outcome->options; j++) {
    for (guint i = 0; i < (guint) n; i++) {
      mpq_set_si (values[i],
                  g_array_index (pot->splits, guint32, i * outcome->options + j),
                  (gulong) pot->unit);
      mpq_canonicalize (values[i]);
    }
    for (guint k = 0; k <= (guint) n; k++)
      set_phantom (outcome->rule, n, k, outcome->t, values[(guint) n + k]);
    qsort (values, total, sizeof *values, compare_values);
    g_assert_true (mpq_equal (values[n], outcome->shares[j]));
  }
  for (guint i = 0; i < total; i++)
    mpq_clear (values[i]);
  g_free (values);
}

/* The share in the form without medians: the largest of min (v, y_a (t)) over the proposed v, a
 * being the weight for at least v. It needs no copy for each unit of weight. */
static void
check_form (const TqPot *pot, const TqPotOutcome *outcome)
{
  const guint options = outcome->options;
  mpq_t best, value, height;
  mpq_inits (best, value, height, NULL);
  for (guint j = 0; j < options; j++) {
    mpq_set_ui (best, 0, 1);
    for (guint i = 0; i < pot->weights->len; i++) {
      const guint32 part = g_array_index (pot->splits, guint32, i * options + j);
      gint64 at_least = 0;
      for (guint k = 0; k < pot->weights->len; k++)
        if (g_array_index (pot->splits, guint32, k * options + j) >= part)
          at_least += g_array_index (pot->weights, gint64, k);
      mpq_set_si (value, part, (gulong) pot->unit);
      mpq_canonicalize (value);
      set_phantom (outcome->rule, pot->weight, pot->weight - at_least, outcome->t, height);
      if (mpq_cmp (height, value) < 0)
        mpq_set (value, height);
      if (mpq_cmp (value, best) > 0)
        mpq_set (best, value);
    }
    g_assert_true (mpq_equal (best, outcome->shares[j]));
  }
  mpq_clears (best, value, height, NULL);
}

static void
check_sums (const TqPot *pot, const TqPotOutcome *outcome)
{
  gint64 minor = 0;
  mpq_t sum, exact;
  mpq_inits (sum, exact, NULL);
  for (guint j = 0; j < outcome->options; j++) {
    mpq_add (sum, sum, outcome->shares[j]);
    minor += outcome->minor[j];
    mpq_set_si (exact, pot->pot, 1);
    mpq_mul (exact, exact, outcome->shares[j]);
    g_assert_cmpint (mpq_cmp_si (exact, outcome->minor[j] - 1, 1), >, 0);
    g_assert_cmpint (mpq_cmp_si (exact, outcome->minor[j] + 1, 1), <, 0);
  }
  g_assert_cmpint (mpq_cmp_ui (sum, 1, 1), ==, 0);
  g_assert_cmpint (minor, ==, pot->pot);
  mpq_clears (sum, exact, NULL);
}

/* The shares are the medians of the definition, sum to one, and the amounts sum to the pot, each
 * within one unit. Neither the order of the voters nor joining equal ones into a weight matters. */
static void
test_shares (void)
{
  const guint64 seed = tq_random_choose_seed ();
  const guint rounds = tq_random_count_rounds (600);
  for (guint round = 0; round < rounds; round++) {
    TqRandom random = tq_random_start (seed, round);
    const Case instance = draw_case (&random);
    g_test_message ("round %u", round);
    g_autoptr (TqPot) apart = build (&instance, 0, TRUE);
    g_autoptr (TqPot) turned = build (&instance, tq_random_draw (&random, instance.voters), FALSE);
    for (guint rule = TQ_POT_MEAN; rule <= TQ_POT_LADDER; rule++) {
      g_autoptr (TqPotOutcome) first = tq_pot_divide (apart, (TqPotRule) rule);
      g_autoptr (TqPotOutcome) second = tq_pot_divide (turned, (TqPotRule) rule);
      check_sums (apart, first);
      if (rule >= TQ_POT_INDEPENDENT_MARKETS)
        check_medians (apart, first);
      if (rule >= TQ_POT_INDEPENDENT_MARKETS)
        check_form (turned, second);
      g_assert_true (mpq_equal (first->t, second->t));
      for (guint j = 0; j < first->options; j++) {
        g_assert_true (mpq_equal (first->shares[j], second->shares[j]));
        g_assert_cmpint (first->minor[j], ==, second->minor[j]);
      }
    }
  }
}

/* With large weights and a fine unit the corners of the staircase lie closer together than the
 * bisection looks: the walk behind it must find the right one. */
static void
test_close (void)
{
  const guint64 seed = tq_random_choose_seed ();
  const guint rounds = tq_random_count_rounds (600);
  for (guint round = 0; round < rounds; round++) {
    TqRandom random = tq_random_start (seed, round);
    Case instance = draw_case (&random);
    instance.unit = 999999937;
    for (guint i = 0; i < instance.voters; i++) {
      instance.weights[i] = 100000000 + tq_random_draw (&random, 4);
      for (guint j = 0; j < instance.uses; j++)
        instance.parts[i][j] = 0;
      /* nearly the same wish for all */
      guint32 left = (guint32) instance.unit;
      for (guint j = 0; j + 1 < instance.uses; j++) {
        instance.parts[i][j] = 100000000 + tq_random_draw (&random, 3);
        left -= instance.parts[i][j];
      }
      instance.parts[i][instance.uses - 1] = left;
    }
    g_test_message ("round %u", round);
    g_autoptr (TqPot) pot = build (&instance, 0, FALSE);
    for (guint rule = TQ_POT_INDEPENDENT_MARKETS; rule <= TQ_POT_LADDER; rule++) {
      g_autoptr (TqPotOutcome) outcome = tq_pot_divide (pot, (TqPotRule) rule);
      check_sums (pot, outcome);
      check_form (pot, outcome);
    }
  }
}

/* Sum over the uses of |share - wish|. */
static void
set_distance (const TqPotOutcome *outcome, const guint32 *wish, gint64 unit, mpq_ptr distance)
{
  mpq_t part;
  mpq_init (part);
  mpq_set_ui (distance, 0, 1);
  for (guint j = 0; j < outcome->options; j++) {
    mpq_set_si (part, wish[j], (gulong) unit);
    mpq_canonicalize (part);
    mpq_sub (part, part, outcome->shares[j]);
    mpq_abs (part, part);
    mpq_add (distance, distance, part);
  }
  mpq_clear (part);
}

/* Whoever proposes something else than he or she wants does not bring the shares nearer to it. */
static void
test_truthful (void)
{
  const guint64 seed = tq_random_choose_seed ();
  const guint rounds = tq_random_count_rounds (1500);
  mpq_t honest, other;
  mpq_inits (honest, other, NULL);
  for (guint round = 0; round < rounds; round++) {
    TqRandom random = tq_random_start (seed, round);
    Case instance = draw_case (&random);
    instance.weights[0] = 1;
    const TqPotRule rule = (TqPotRule) (TQ_POT_INDEPENDENT_MARKETS + tq_random_draw (&random, 4));
    g_test_message ("round %u, rule %d", round, (int) rule);
    guint32 wish[USES_MAX];
    for (guint j = 0; j < instance.uses; j++)
      wish[j] = instance.parts[0][j];
    g_autoptr (TqPot) before = build (&instance, 0, FALSE);
    draw_split (&random, &instance, instance.parts[0]);
    g_autoptr (TqPot) after = build (&instance, 0, FALSE);
    g_autoptr (TqPotOutcome) truth = tq_pot_divide (before, rule);
    g_autoptr (TqPotOutcome) pretence = tq_pot_divide (after, rule);
    set_distance (truth, wish, instance.unit, honest);
    set_distance (pretence, wish, instance.unit, other);
    g_assert_cmpint (mpq_cmp (honest, other), <=, 0);
  }
  mpq_clears (honest, other, NULL);
}

/* Where every voter wants one use only, each use gets the part of the pot that its group is of all,
 * under all the phantoms but the utilitarian ones. */
static void
test_single_minded (void)
{
  static const TqPotRule rules[] = { TQ_POT_INDEPENDENT_MARKETS,
                                     TQ_POT_PIECEWISE_UNIFORM,
                                     TQ_POT_LADDER };
  const guint64 seed = tq_random_choose_seed ();
  const guint rounds = tq_random_count_rounds (600);
  for (guint round = 0; round < rounds; round++) {
    TqRandom random = tq_random_start (seed, round);
    Case instance = draw_case (&random);
    gint64 groups[USES_MAX] = { 0 };
    gint64 all = 0;
    for (guint i = 0; i < instance.voters; i++) {
      const guint use = tq_random_draw (&random, instance.uses);
      for (guint j = 0; j < instance.uses; j++)
        instance.parts[i][j] = j == use ? (guint32) instance.unit : 0;
      groups[use] += instance.weights[i];
      all += instance.weights[i];
    }
    g_test_message ("round %u", round);
    g_autoptr (TqPot) pot = build (&instance, 0, FALSE);
    for (guint r = 0; r < G_N_ELEMENTS (rules); r++) {
      g_autoptr (TqPotOutcome) outcome = tq_pot_divide (pot, rules[r]);
      for (guint j = 0; j < instance.uses; j++)
        g_assert_cmpint (mpq_cmp_si (outcome->shares[j], groups[j], (gulong) all), ==, 0);
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tally/pot-random/shares", test_shares);
  g_test_add_func ("/tally/pot-random/close", test_close);
  g_test_add_func ("/tally/pot-random/truthful", test_truthful);
  g_test_add_func ("/tally/pot-random/single-minded", test_single_minded);
  return g_test_run ();
}
