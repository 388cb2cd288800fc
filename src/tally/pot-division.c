/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Dividing a pot among uses, by each of the rules, and the shares in money.
 *
 * 1. mean: the average of the proposals. normalised median: for each use the median (the mean of
 *    the two middle ones where n is even) divided by the sum of the medians; where all medians are
 *    zero, the mean. The other four rules are the moving phantoms of phantoms.c.
 * 2. In money a share is rounded down, and the units still missing go to the largest remainders, of
 *    equal ones to the use listed first; such a tie is put on record. So the amounts sum to the
 *    pot, each lies within one unit of its exact value, and what has the share 0 gets nothing.
 * 3. That a use may get one unit less of a larger pot is a property of this rounding, and no fault.
 *    */
#include "tally/pot-division.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/ratio.h"

/* Reads the name of a rule. Raises TQ_ERROR_INVALID. */
gboolean
tq_pot_rule_parse (const char *name, TqPotRule *out_rule, GError **error)
{
  static const char *const words[] = {
    "mean",        "normalised_median", "independent_markets",
    "utilitarian", "piecewise_uniform", "ladder",
  };
  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    if (g_str_equal (name, words[i])) {
      *out_rule = (TqPotRule) i;
      return TRUE;
    }
  g_set_error (error,
               TQ_ERROR,
               TQ_ERROR_INVALID,
               _ ("“%s” is not a rule for dividing a pot. Write mean, normalised_median, "
                  "independent_markets, utilitarian, piecewise_uniform or ladder."),
               name);
  return FALSE;
}

static mpq_t *
new_ratios (guint count)
{
  mpq_t *ratios = g_new (mpq_t, count);
  for (guint i = 0; i < count; i++)
    mpq_init (ratios[i]);
  return ratios;
}

static void
free_ratios (mpq_t *ratios, guint count)
{
  for (guint i = 0; i < count; i++)
    mpq_clear (ratios[i]);
  g_free (ratios);
}

static TqPotOutcome *
outcome_new (TqPotRule rule, guint options)
{
  TqPotOutcome *outcome = g_new0 (TqPotOutcome, 1);
  outcome->rule = rule;
  outcome->options = options;
  outcome->shares = new_ratios (options);
  outcome->medians = new_ratios (options);
  outcome->minor = g_new0 (gint64, options);
  outcome->more = g_new0 (gint64, options);
  outcome->at_least = g_new0 (gint64, options);
  outcome->has_cent = g_new0 (gboolean, options);
  mpq_init (outcome->t);
  outcome->ties = tq_tie_log_new ();
  return outcome;
}

void
tq_pot_outcome_free (TqPotOutcome *outcome)
{
  free_ratios (outcome->shares, outcome->options);
  free_ratios (outcome->medians, outcome->options);
  g_free (outcome->minor);
  g_free (outcome->more);
  g_free (outcome->at_least);
  g_free (outcome->has_cent);
  mpq_clear (outcome->t);
  tq_tie_log_free (outcome->ties);
  g_free (outcome);
}

/* num / (den × unit), in lowest terms. */
static void
set_part (mpq_ptr part, __int128 num, gint64 den, gint64 unit)
{
  mpz_set_si (mpq_numref (part), (glong) (num >> 60));
  mpz_mul_2exp (mpq_numref (part), mpq_numref (part), 60);
  mpz_add_ui (mpq_numref (part),
              mpq_numref (part),
              (gulong) (num & ((G_GINT64_CONSTANT (1) << 60) - 1)));
  mpz_set_si (mpq_denref (part), den);
  mpz_mul_si (mpq_denref (part), mpq_denref (part), unit);
  mpq_canonicalize (part);
}

static void
divide_by_mean (const TqPot *pot, const TqPotLevels *levels, TqPotOutcome *outcome)
{
  for (guint j = 0; j < outcome->options; j++) {
    __int128 sum = 0;
    for (guint k = 0; k < levels[j].count; k++) {
      const gint64 above = k > 0 ? levels[j].at_least[k - 1] : 0;
      sum += (__int128) (levels[j].at_least[k] - above) * levels[j].values[k];
    }
    set_part (outcome->shares[j], sum, pot->weight, pot->unit);
  }
}

static void
divide_by_median (const TqPot *pot, const TqPotLevels *levels, TqPotOutcome *outcome)
{
  gint64 total = 0;
  g_autofree gint64 *doubled = g_new (gint64, outcome->options);
  for (guint j = 0; j < outcome->options; j++) {
    doubled[j] = (gint64) tq_pot_levels_get (&levels[j], (pot->weight + 1) / 2) +
                 tq_pot_levels_get (&levels[j], pot->weight / 2 + 1);
    total += doubled[j];
    set_part (outcome->medians[j], doubled[j], 2, pot->unit);
  }
  outcome->is_mean = total == 0;
  if (outcome->is_mean) {
    divide_by_mean (pot, levels, outcome);
    return;
  }
  for (guint j = 0; j < outcome->options; j++)
    set_part (outcome->shares[j], doubled[j], total, 1);
}

/* Weight above and from each share on, which shows on paper why it is that. */
static void
count_around (const TqPot *pot, const TqPotLevels *levels, TqPotOutcome *outcome)
{
  mpq_t parts, unit;
  mpq_inits (parts, unit, NULL);
  mpq_set_si (unit, pot->unit, 1);
  for (guint j = 0; j < outcome->options; j++) {
    mpq_mul (parts, outcome->shares[j], unit);
    for (guint k = 0; k < levels[j].count; k++) {
      const int order = mpq_cmp_ui (parts, levels[j].values[k], 1);
      if (order < 0)
        outcome->more[j] = levels[j].at_least[k];
      if (order <= 0)
        outcome->at_least[j] = levels[j].at_least[k];
    }
  }
  mpq_clears (parts, unit, NULL);
}

/* Puts on record that uses with the same remainder competed for the last units. */
static void
record_ties (const TqPot *pot, mpq_t *remainders, mpq_srcptr last, TqPotOutcome *outcome)
{
  guint with = 0;
  guint without = 0;
  for (guint j = 0; j < outcome->options; j++)
    if (mpq_equal (remainders[j], last))
      outcome->has_cent[j] ? with++ : without++;
  if (without == 0)
    return;
  for (guint i = 0; i < outcome->options; i++) {
    if (!outcome->has_cent[i] || !mpq_equal (remainders[i], last))
      continue;
    tq_tie_log_begin (outcome->ties, 1, g_ptr_array_index (pot->names, i), TQ_TIE_BY_LISTING);
    for (guint j = 0; j < outcome->options; j++)
      if (mpq_equal (remainders[j], last))
        tq_tie_log_add_tied (outcome->ties, g_ptr_array_index (pot->names, j));
  }
}

static guint
find_largest (mpq_t *remainders, const TqPotOutcome *outcome)
{
  guint best = outcome->options;
  for (guint j = 0; j < outcome->options; j++)
    if (!outcome->has_cent[j] &&
        (best == outcome->options || mpq_cmp (remainders[j], remainders[best]) > 0))
      best = j;
  return best;
}

/* Rule 2. */
static void
set_minor (const TqPot *pot, TqPotOutcome *outcome)
{
  mpq_t *remainders = new_ratios (outcome->options);
  gint64 missing = pot->pot;
  mpq_t whole;
  mpq_init (whole);
  for (guint j = 0; j < outcome->options; j++) {
    mpq_set_si (whole, pot->pot, 1);
    mpq_mul (remainders[j], outcome->shares[j], whole);
    mpz_fdiv_q (mpq_numref (whole), mpq_numref (remainders[j]), mpq_denref (remainders[j]));
    outcome->minor[j] = mpz_get_si (mpq_numref (whole));
    mpq_sub (remainders[j], remainders[j], whole);
    missing -= outcome->minor[j];
  }
  mpq_clear (whole);
  g_assert (missing >= 0 && missing < outcome->options);
  guint last = 0;
  for (gint64 i = 0; i < missing; i++) {
    last = find_largest (remainders, outcome);
    outcome->minor[last]++;
    outcome->has_cent[last] = TRUE;
  }
  if (missing > 0)
    record_ties (pot, remainders, remainders[last], outcome);
  free_ratios (remainders, outcome->options);
}

/* Divides *pot*, for which there must be a proposal that counts, by *rule* (transfer full). */
TqPotOutcome *
tq_pot_divide (const TqPot *pot, TqPotRule rule)
{
  g_return_val_if_fail (pot->weight > 0, NULL);
  TqPotOutcome *outcome = outcome_new (rule, pot->names->len);
  TqPotLevels *levels = tq_pot_build_levels (pot);
  switch (rule) {
  case TQ_POT_MEAN:
    divide_by_mean (pot, levels, outcome);
    break;
  case TQ_POT_NORMALISED_MEDIAN:
    divide_by_median (pot, levels, outcome);
    break;
  case TQ_POT_UTILITARIAN:
    tq_phantoms_solve (TQ_PHANTOMS_UTILITARIAN, pot, levels, outcome->shares, outcome->t);
    break;
  case TQ_POT_PIECEWISE_UNIFORM:
    tq_phantoms_solve (TQ_PHANTOMS_PIECEWISE_UNIFORM, pot, levels, outcome->shares, outcome->t);
    break;
  case TQ_POT_LADDER:
    tq_phantoms_solve (TQ_PHANTOMS_LADDER, pot, levels, outcome->shares, outcome->t);
    break;
  case TQ_POT_INDEPENDENT_MARKETS:
  default:
    tq_phantoms_solve (TQ_PHANTOMS_INDEPENDENT_MARKETS, pot, levels, outcome->shares, outcome->t);
    break;
  }
  count_around (pot, levels, outcome);
  tq_pot_levels_free (levels, outcome->options);
  set_minor (pot, outcome);
  return outcome;
}
