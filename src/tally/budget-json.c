/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The outcomes of the budget rules as JSON. Every outcome has selected (ids sorted as strings),
 * order (as chosen), cost, steps ([id, exact fraction]), ties and ties_count; the rest is the log
 * from which the count can be followed on paper. Money is an exact number of units of the currency
 * as text, "1200" or "2401/2", like every exact fraction. */
#include "tally/budget-json.h"

#include "base/ratio.h"

#include <string.h>

static const char *
get_id (const TqElection *election, guint project)
{
  return tq_election_get_project (election, project)->id;
}

/* An exact amount of smallest units, in units of the currency. */
static void
add_exact_money (TqJsonWriter *writer, const char *key, mpq_srcptr amount, guint digits)
{
  mpq_t units;
  mpq_init (units);
  mpz_ui_pow_ui (mpq_numref (units), 10, digits);
  mpq_div (units, amount, units);
  tq_json_writer_add_mpq (writer, key, units);
  mpq_clear (units);
}

static void
add_money (TqJsonWriter *writer, const char *key, gint64 amount, guint digits)
{
  mpq_t exact;
  mpq_init (exact);
  tq_mpq_set_int64 (exact, amount);
  add_exact_money (writer, key, exact, digits);
  mpq_clear (exact);
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* selected and order. */
static void
add_projects (TqJsonWriter *writer, const TqElection *election, const GArray *order)
{
  g_autofree const char **ids = g_new (const char *, order->len + 1);
  tq_json_writer_begin_array (writer, "order");
  for (guint i = 0; i < order->len; i++) {
    ids[i] = get_id (election, g_array_index (order, guint, i));
    tq_json_writer_add_text (writer, NULL, ids[i]);
  }
  tq_json_writer_end_array (writer);
  qsort (ids, order->len, sizeof *ids, compare_texts);
  tq_json_writer_begin_array (writer, "selected");
  for (guint i = 0; i < order->len; i++)
    tq_json_writer_add_text (writer, NULL, ids[i]);
  tq_json_writer_end_array (writer);
}

static void
begin_step (TqJsonWriter *writer, const TqElection *election, guint project)
{
  tq_json_writer_begin_array (writer, NULL);
  tq_json_writer_add_text (writer, NULL, get_id (election, project));
}

/* What was read: ballots, distinct_ballots, weight, budget and the ballots that do not count. */
void
tq_election_write_json (const TqElection *election, TqJsonWriter *writer)
{
  tq_json_writer_add_int (writer, "ballots", election->ballots);
  tq_json_writer_add_int (writer, "distinct_ballots", tq_election_get_class_count (election));
  tq_json_writer_add_int (writer, "weight", election->weight);
  add_money (writer, "budget", election->budget, election->digits);
  tq_json_writer_begin_array (writer, "invalid");
  for (guint i = 0; i < election->invalid->len; i++) {
    const TqInvalidBallot *ballot = &g_array_index (election->invalid, TqInvalidBallot, i);
    tq_json_writer_begin_object (writer, NULL);
    tq_json_writer_add_text (writer, "voter", ballot->voter);
    tq_json_writer_add_int (writer, "line", ballot->line);
    tq_json_writer_add_text (writer, "reason", ballot->reason);
    tq_json_writer_end_object (writer);
  }
  tq_json_writer_end_array (writer);
}

/* The score as it is compared. */
static void
add_score (TqJsonWriter *writer,
           const char *key,
           const TqGreedyOutcome *outcome,
           const TqElection *election,
           const TqGreedyStep *step)
{
  const gint64 cost = tq_election_get_project (election, step->project)->cost;
  if (!outcome->score.per_cost || (cost == 0 && step->score == 0)) {
    tq_json_writer_add_int (writer, key, step->score);
    return;
  }
  if (cost == 0) {
    tq_json_writer_add_null (writer, key); /* beyond every number */
    return;
  }
  mpq_t score;
  mpq_init (score);
  mpz_ui_pow_ui (mpq_numref (score), 10, election->digits);
  mpz_mul_ui (mpq_numref (score), mpq_numref (score), (gulong) step->score);
  mpz_set_ui (mpq_denref (score), (gulong) cost);
  mpq_canonicalize (score);
  tq_json_writer_add_mpq (writer, key, score);
  mpq_clear (score);
}

static void
append_taken (const TqGreedyOutcome *outcome, GArray *order)
{
  for (guint i = 0; i < outcome->steps->len; i++) {
    const TqGreedyStep *step = &g_array_index (outcome->steps, TqGreedyStep, i);
    if (step->taken)
      g_array_append_val (order, step->project);
  }
}

static void
add_greedy_log (TqJsonWriter *writer,
                const char *key,
                const TqGreedyOutcome *outcome,
                const TqElection *election)
{
  tq_json_writer_begin_array (writer, key);
  for (guint i = 0; i < outcome->steps->len; i++) {
    const TqGreedyStep *step = &g_array_index (outcome->steps, TqGreedyStep, i);
    const TqProject *project = tq_election_get_project (election, step->project);
    tq_json_writer_begin_object (writer, NULL);
    tq_json_writer_add_text (writer, "project", project->id);
    add_score (writer, "score", outcome, election, step);
    add_money (writer, "cost", project->cost, election->digits);
    tq_json_writer_add_bool (writer, "taken", step->taken);
    add_money (writer, "left", step->left, election->digits);
    tq_json_writer_end_object (writer);
  }
  tq_json_writer_end_array (writer);
}

void
tq_greedy_write_json (const TqGreedyOutcome *outcome,
                      const TqElection *election,
                      TqJsonWriter *writer)
{
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
  append_taken (outcome, order);
  add_projects (writer, election, order);
  add_money (writer, "cost", outcome->cost, election->digits);
  tq_json_writer_begin_array (writer, "steps");
  for (guint i = 0; i < outcome->steps->len; i++) {
    const TqGreedyStep *step = &g_array_index (outcome->steps, TqGreedyStep, i);
    if (!step->taken)
      continue;
    begin_step (writer, election, step->project);
    add_score (writer, NULL, outcome, election, step);
    tq_json_writer_end_array (writer);
  }
  tq_json_writer_end_array (writer);
  tq_json_writer_add_int (writer, "ties_count", tq_tie_log_get_count (outcome->ties));
  tq_tie_log_write_json (outcome->ties, writer);
  add_greedy_log (writer, "log", outcome, election);
}

/* Who paid what, step by step, and what the supporters of the others hold. */
static void
add_share_log (TqJsonWriter *writer, const TqCompletedOutcome *outcome, const TqElection *election)
{
  tq_json_writer_begin_array (writer, "log");
  for (guint i = 0; i < outcome->kept->steps->len; i++) {
    const TqShareStep *step = &g_array_index (outcome->kept->steps, TqShareStep, i);
    const TqProject *project = tq_election_get_project (election, step->project);
    tq_json_writer_begin_object (writer, NULL);
    tq_json_writer_add_text (writer, "project", project->id);
    add_money (writer, "cost", project->cost, election->digits);
    add_exact_money (writer, "payment_per_unit", step->payment, election->digits);
    tq_json_writer_add_int (writer, "full_payers", step->full_payers);
    tq_json_writer_add_int (writer, "short_payers", step->short_payers);
    add_exact_money (writer, "short_paid", step->short_paid, election->digits);
    tq_json_writer_end_object (writer);
  }
  tq_json_writer_end_array (writer);
  tq_json_writer_begin_array (writer, "not_bought");
  for (guint i = 0; i < outcome->left->len; i++) {
    const TqShareLeft *left = &g_array_index (outcome->left, TqShareLeft, i);
    const TqProject *project = tq_election_get_project (election, left->project);
    tq_json_writer_begin_object (writer, NULL);
    tq_json_writer_add_text (writer, "project", project->id);
    add_money (writer, "cost", project->cost, election->digits);
    add_exact_money (writer, "supporters_hold", left->money, election->digits);
    tq_json_writer_end_object (writer);
  }
  tq_json_writer_end_array (writer);
}

void
tq_shares_write_json (const TqCompletedOutcome *outcome,
                      const TqElection *election,
                      TqJsonWriter *writer)
{
  const GArray *steps = outcome->kept->steps;
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < steps->len; i++)
    g_array_append_val (order, g_array_index (steps, TqShareStep, i).project);
  if (outcome->rest != NULL)
    append_taken (outcome->rest, order);
  add_projects (writer, election, order);
  add_money (writer, "cost", outcome->cost, election->digits);
  tq_json_writer_begin_array (writer, "steps");
  for (guint i = 0; i < steps->len; i++) {
    begin_step (writer, election, g_array_index (steps, TqShareStep, i).project);
    tq_json_writer_add_mpq (writer, NULL, g_array_index (steps, TqShareStep, i).rho);
    tq_json_writer_end_array (writer);
  }
  tq_json_writer_end_array (writer);
  tq_json_writer_add_int (writer, "ties_count", outcome->ties_count);
  if (outcome->completion.add1) {
    tq_json_writer_add_int (writer, "run_ties_count", outcome->run_ties_count);
    tq_json_writer_add_int (writer, "runs", outcome->runs);
    add_exact_money (writer, "increment", outcome->increment, election->digits);
  }
  add_exact_money (writer, "final_endowment", outcome->kept->endowment, election->digits);
  tq_tie_log_write_json (outcome->kept->ties, writer);
  add_share_log (writer, outcome, election);
  if (outcome->rest != NULL)
    add_greedy_log (writer, "completion", outcome->rest, election);
}

void
tq_phragmen_write_json (const TqPhragmenOutcome *outcome,
                        const TqElection *election,
                        TqJsonWriter *writer)
{
  g_autoptr (GArray) order = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < outcome->steps->len; i++)
    g_array_append_val (order, g_array_index (outcome->steps, TqPhragmenStep, i).project);
  add_projects (writer, election, order);
  add_money (writer, "cost", outcome->cost, election->digits);
  tq_json_writer_begin_array (writer, "steps");
  for (guint i = 0; i < outcome->steps->len; i++) {
    const TqPhragmenStep *step = &g_array_index (outcome->steps, TqPhragmenStep, i);
    begin_step (writer, election, step->project);
    tq_json_writer_add_mpq (writer, NULL, step->load);
    tq_json_writer_end_array (writer);
  }
  tq_json_writer_end_array (writer);
  tq_json_writer_begin_array (writer, "stopped_at");
  for (guint i = 0; i < outcome->due->len; i++)
    tq_json_writer_add_text (writer,
                             NULL,
                             get_id (election, g_array_index (outcome->due, guint, i)));
  tq_json_writer_end_array (writer);
  tq_json_writer_add_int (writer, "ties_count", tq_tie_log_get_count (outcome->ties));
  tq_tie_log_write_json (outcome->ties, writer);
}

static void
add_preferences (TqJsonWriter *writer, const TqComparison *comparison)
{
  tq_json_writer_add_text (writer, "mes", "mes_cost_add1_full_u");
  tq_json_writer_add_int (writer, "prefer_mes", comparison->prefer_shares);
  tq_json_writer_add_int (writer, "prefer_greedy", comparison->prefer_greedy);
  tq_json_writer_add_int (writer, "indifferent", comparison->indifferent);
  tq_json_writer_add_text (writer, "kept", comparison->keeps_greedy ? "greedy" : "mes");
}

/* The outcome that is kept under the usual keys, what the voters prefer, and both counts whole. */
void
tq_comparison_write_json (const TqComparison *comparison,
                          const TqElection *election,
                          TqJsonWriter *writer)
{
  add_preferences (writer, comparison);
  tq_json_writer_begin_object (writer, "mes_cost_add1_full_u");
  tq_shares_write_json (comparison->shares, election, writer);
  tq_json_writer_end_object (writer);
  tq_json_writer_begin_object (writer, "greedy_votes");
  tq_greedy_write_json (comparison->greedy, election, writer);
  tq_json_writer_end_object (writer);
  if (comparison->keeps_greedy)
    tq_greedy_write_json (comparison->greedy, election, writer);
  else
    tq_shares_write_json (comparison->shares, election, writer);
}
