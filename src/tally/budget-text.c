/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The outcomes of the budget rules as an account that a person can follow with pencil and paper.
 * Amounts that are no whole number of cents are rounded for the eye (the JSON has the fractions);
 * the count itself rounds nothing. */
#include "tally/budget-text.h"

#include "base/i18n.h"
#include "base/money.h"
#include "base/ratio.h"

#include <string.h>

#define SHOWN_DIGITS 2u

static char *
format_money (gint64 amount, const TqElection *election)
{
  return tq_money_to_local_string (amount, election->digits);
}

static char *
format_count (gint64 count)
{
  return tq_money_to_local_string (count, 0);
}

/* An exact amount of smallest units, with two decimals of the currency or as many as it has, whole
 * where it is whole; a fraction only where it is beyond 64 bits. */
static char *
format_exact (mpq_srcptr amount, const TqElection *election)
{
  const guint digits = MAX (election->digits, SHOWN_DIGITS);
  gint64 whole = 0;
  mpq_t scaled;
  mpq_init (scaled);
  mpz_ui_pow_ui (mpq_numref (scaled), 10, digits - election->digits);
  mpq_mul (scaled, scaled, amount);
  const gboolean is_whole = mpz_cmp_ui (mpq_denref (amount), 1) == 0;
  const gboolean fits = tq_mpq_round (scaled, TQ_ROUND_HALF_UP, &whole, NULL);
  char *shown = NULL;
  if (!fits) {
    mpz_ui_pow_ui (mpq_numref (scaled), 10, election->digits);
    mpz_set_ui (mpq_denref (scaled), 1);
    mpq_div (scaled, amount, scaled);
    shown = tq_mpq_to_string (scaled);
  } else if (is_whole)
    shown = tq_money_to_local_string (mpz_get_si (mpq_numref (amount)), election->digits);
  else
    shown = tq_money_to_local_string (whole, digits);
  mpq_clear (scaled);
  return shown;
}

/* "7, School roof": what a person calls the project. */
static char *
format_project (const TqElection *election, guint index)
{
  const TqProject *project = tq_election_get_project (election, index);
  return *project->name != '\0' ? g_strdup_printf ("%s, %s", project->id, project->name)
                                : g_strdup (project->id);
}

static void
append_invalid (const TqInvalidBallot *ballot, GString *text)
{
  if (g_str_equal (ballot->reason, "empty"))
    g_string_append_printf (text,
                            _ ("Line %u, voter %s: not counted, for the ballot names nothing.\n"),
                            ballot->line,
                            ballot->voter);
  else if (g_str_equal (ballot->reason, "weight_zero"))
    g_string_append_printf (text,
                            _ ("Line %u, voter %s: not counted, for the weight is zero.\n"),
                            ballot->line,
                            ballot->voter);
  else
    g_string_append_printf (
      text,
      _ ("Line %u, voter %s: not counted, for only one project may be chosen.\n"),
      ballot->line,
      ballot->voter);
}

/* What was read and by which rule it is counted. */
void
tq_election_write_text (const TqElection *election,
                        const char *rule,
                        const char *file,
                        GString *text)
{
  g_autofree char *budget = format_money (election->budget, election);
  g_autofree char *weight = format_count (election->weight);
  g_string_append_printf (text, _ ("File: %s\n"), file);
  g_string_append_printf (text, _ ("Rule: %s\n"), rule);
  g_string_append_printf (text,
                          _ ("Budget: %s. Projects: %u.\n"),
                          budget,
                          tq_election_get_project_count (election));
  g_string_append_printf (
    text,
    _ ("Ballots counted: %u, with a weight of %s together. Not counted: %u.\n"),
    election->ballots,
    weight,
    election->invalid->len);
  for (guint i = 0; i < election->invalid->len; i++)
    append_invalid (&g_array_index (election->invalid, TqInvalidBallot, i), text);
  g_string_append_c (text, '\n');
}

static void
append_ties (const TqTieLog *ties, GString *text)
{
  if (tq_tie_log_get_count (ties) == 0) {
    g_string_append (text, _ ("There was no tie.\n"));
    return;
  }
  g_string_append (text, _ ("Ties:\n"));
  tq_tie_log_write_text (ties, text);
}

static void
append_total (gint64 cost, const TqElection *election, GString *text)
{
  g_autofree char *spent = format_money (cost, election);
  g_autofree char *left = format_money (election->budget - cost, election);
  g_string_append_printf (text, _ ("Spent: %s. Left of the budget: %s.\n"), spent, left);
}

static char *
format_score (const TqGreedyOutcome *outcome,
              const TqElection *election,
              const TqGreedyStep *step,
              const char *cost)
{
  g_autofree char *score = format_count (step->score);
  return outcome->score.per_cost ? g_strdup_printf ("%s / %s", score, cost)
                                 : g_steal_pointer (&score);
}

static void
append_greedy_steps (const TqGreedyOutcome *outcome, const TqElection *election, GString *text)
{
  for (guint i = 0; i < outcome->steps->len; i++) {
    const TqGreedyStep *step = &g_array_index (outcome->steps, TqGreedyStep, i);
    g_autofree char *project = format_project (election, step->project);
    g_autofree char *cost =
      format_money (tq_election_get_project (election, step->project)->cost, election);
    g_autofree char *left = format_money (step->left, election);
    g_autofree char *score = format_score (outcome, election, step, cost);
    if (step->taken)
      g_string_append_printf (text,
                              _ ("%u. %s: score %s. It costs %s and is chosen; %s is left.\n"),
                              i + 1,
                              project,
                              score,
                              cost,
                              left);
    else
      g_string_append_printf (
        text,
        _ ("%u. %s: score %s. It costs %s, more than the %s that is left, and is skipped.\n"),
        i + 1,
        project,
        score,
        cost,
        left);
  }
}

static const char *
get_score_sentence (TqGreedyScore score)
{
  switch (score.unit) {
  case TQ_UNIT_POINTS:
    return score.per_cost ? _ ("Best first: the sum of points divided by the cost. What does not "
                               "fit into the rest of the budget is skipped.\n")
                          : _ ("Best first: the sum of points. What does not fit into the rest of "
                               "the budget is skipped.\n");
  case TQ_UNIT_RANK:
  case TQ_UNIT_BORDA:
    return score.per_cost ? _ ("Best first: the sum of points from the place on each ballot, "
                               "divided by the cost. What does not fit into the rest of the budget "
                               "is skipped.\n")
                          : _ ("Best first: the sum of points from the place on each ballot. What "
                               "does not fit into the rest of the budget is skipped.\n");
  case TQ_UNIT_ONE:
  default:
    return score.per_cost ? _ ("Best first: votes divided by the cost. What does not fit into the "
                               "rest of the budget is skipped.\n")
                          : _ ("Best first: the most votes. What does not fit into the rest of the "
                               "budget is skipped.\n");
  }
}

void
tq_greedy_write_text (const TqGreedyOutcome *outcome, const TqElection *election, GString *text)
{
  g_string_append (text, get_score_sentence (outcome->score));
  append_greedy_steps (outcome, election, text);
  append_total (outcome->cost, election, text);
  append_ties (outcome->ties, text);
}

static const char *
get_utility_sentence (TqUtility utility)
{
  if (utility.unit == TQ_UNIT_ONE)
    return utility.times_cost
             ? _ ("A project is worth its cost to everyone who votes for it: the one whose "
                  "supporters must give the smallest part of its cost each is bought first.\n")
             : _ ("A project is worth the same to everyone who votes for it: the one that asks the "
                  "smallest payment of each is bought first.\n");
  return utility.times_cost
           ? _ ("A project is worth points times its cost: the one that asks the smallest part of "
                "its cost for each point is bought first.\n")
           : _ ("A project is worth its points: the one that asks the smallest payment for each "
                "point is bought first.\n");
}

static void
append_endowment (const TqCompletedOutcome *outcome, const TqElection *election, GString *text)
{
  g_autofree char *endowment = format_exact (outcome->kept->endowment, election);
  g_autofree char *step = format_exact (outcome->increment, election);
  g_string_append (
    text,
    _ ("Equal Shares: every voter holds the same part of the budget. Those who voted for a project "
       "pay for it in equal parts; who has less left gives all of it.\n"));
  g_string_append (text, get_utility_sentence (outcome->utility));
  if (outcome->completion.add1)
    g_string_append_printf (
      text,
      _ (
        "So that less is left over, the money of each voter was raised by %s at a time and all was "
        "counted again, %u times in all. In the count that is kept each voter holds %s.\n"),
      step,
      outcome->runs,
      endowment);
  else
    g_string_append_printf (text, _ ("Each voter holds %s.\n"), endowment);
}

static void
append_share_step (const TqShareStep *step,
                   guint number,
                   TqUtility utility,
                   const TqElection *election,
                   GString *text)
{
  g_autofree char *project = format_project (election, step->project);
  g_autofree char *cost =
    format_money (tq_election_get_project (election, step->project)->cost, election);
  g_autofree char *payment = format_exact (step->payment, election);
  g_autofree char *full = format_count (step->full_payers);
  g_autofree char *few = format_count (step->short_payers);
  g_autofree char *together = format_exact (step->short_paid, election);
  if (mpq_sgn (step->payment) == 0) {
    g_string_append_printf (text, _ ("%u. %s: it costs nothing.\n"), number, project);
    return;
  }
  g_string_append_printf (text, _ ("%u. %s: cost %s."), number, project, cost);
  g_string_append_c (text, ' ');
  if (utility.unit == TQ_UNIT_ONE)
    g_string_append_printf (text, _ ("Voters who pay in full: %s, each %s."), full, payment);
  else
    g_string_append_printf (text,
                            _ ("Voters who pay in full: %s, each %s for a point."),
                            full,
                            payment);
  if (step->short_payers > 0) {
    g_string_append_c (text, ' ');
    g_string_append_printf (text,
                            _ ("Voters who give all they have left: %s, together %s."),
                            few,
                            together);
  }
  g_string_append_c (text, '\n');
}

static void
append_not_bought (const TqCompletedOutcome *outcome, const TqElection *election, GString *text)
{
  for (guint i = 0; i < outcome->left->len; i++) {
    const TqShareLeft *left = &g_array_index (outcome->left, TqShareLeft, i);
    g_autofree char *project = format_project (election, left->project);
    g_autofree char *cost =
      format_money (tq_election_get_project (election, left->project)->cost, election);
    g_autofree char *money = format_exact (left->money, election);
    g_string_append_printf (text,
                            _ ("Not bought: %s. It costs %s, and its supporters hold %s.\n"),
                            project,
                            cost,
                            money);
  }
}

void
tq_shares_write_text (const TqCompletedOutcome *outcome, const TqElection *election, GString *text)
{
  append_endowment (outcome, election, text);
  for (guint i = 0; i < outcome->kept->steps->len; i++)
    append_share_step (&g_array_index (outcome->kept->steps, TqShareStep, i),
                       i + 1,
                       outcome->utility,
                       election,
                       text);
  append_not_bought (outcome, election, text);
  append_ties (outcome->kept->ties, text);
  if (outcome->rest != NULL) {
    g_string_append (text, _ ("The rest is spent by votes, the most first:\n"));
    append_greedy_steps (outcome->rest, election, text);
    append_ties (outcome->rest->ties, text);
  }
  append_total (outcome->cost, election, text);
}

void
tq_phragmen_write_text (const TqPhragmenOutcome *outcome, const TqElection *election, GString *text)
{
  g_string_append (
    text,
    _ ("Phragmén: all voters earn money at the same pace, and a project is bought in the moment in "
       "which those who voted for it can pay for it together.\n"));
  for (guint i = 0; i < outcome->steps->len; i++) {
    const TqPhragmenStep *step = &g_array_index (outcome->steps, TqPhragmenStep, i);
    g_autofree char *project = format_project (election, step->project);
    g_autofree char *cost =
      format_money (tq_election_get_project (election, step->project)->cost, election);
    g_autofree char *supporters = format_count (step->supporters);
    mpq_t load;
    mpq_init (load);
    mpz_ui_pow_ui (mpq_numref (load), 10, election->digits);
    mpq_mul (load, load, step->load);
    g_autofree char *shown = format_exact (load, election);
    mpq_clear (load);
    g_string_append_printf (
      text,
      _ ("%u. %s: cost %s. Its supporters: %s; each has paid %s in all after this.\n"),
      i + 1,
      project,
      cost,
      supporters,
      shown);
  }
  for (guint i = 0; i < outcome->due->len; i++) {
    g_autofree char *project = format_project (election, g_array_index (outcome->due, guint, i));
    g_string_append_printf (
      text,
      _ ("Next in turn: %s. Not all that is in turn fits into the rest of the "
         "budget, and the count ends.\n"),
      project);
  }
  append_total (outcome->cost, election, text);
  append_ties (outcome->ties, text);
}

void
tq_comparison_write_text (const TqComparison *comparison, const TqElection *election, GString *text)
{
  g_autofree char *shares = format_count (comparison->prefer_shares);
  g_autofree char *greedy = format_count (comparison->prefer_greedy);
  g_autofree char *same = format_count (comparison->indifferent);
  g_string_append (text, _ ("First count: Equal Shares, and the rest by votes.\n"));
  tq_shares_write_text (comparison->shares, election, text);
  g_string_append (text, _ ("\nSecond count: by votes alone.\n"));
  tq_greedy_write_text (comparison->greedy, election, text);
  g_string_append_printf (
    text,
    _ ("\nVoters who find more of what they voted for in the first count: %s; "
       "in the second: %s; as much in both: %s.\n"),
    shares,
    greedy,
    same);
  g_string_append (text,
                   comparison->keeps_greedy
                     ? _ ("More voters prefer the second count: it is kept.\n")
                     : _ ("Not more voters prefer the second count: the first is kept.\n"));
}
