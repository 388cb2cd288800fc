/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Equal Shares on random elections: against the slow count, and its properties. */
#include "random.h"
#include "slow-shares.h"
#include "tally/budget-count.h"
#include "tally/share-completion.h"

#include <string.h>

#define PROJECTS_MAX 7u
#define VOTERS_MAX 9u

/* A ballot before it is put into an election. */
typedef struct {
  guint count;
  guint16 projects[PROJECTS_MAX];
  guint32 points[PROJECTS_MAX];
  gint64 weight;
} Ballot;

typedef struct {
  TqVoteType vote_type;
  gint64 budget;
  guint digits;
  guint projects;
  gint64 costs[PROJECTS_MAX];
  guint voters;
  Ballot ballots[VOTERS_MAX];
} Case;

static gint64
draw_cost (TqRandom *random, guint scale)
{
  static const guint widths[] = { 4, 30, 1000000000 };
  const gint64 cost = tq_random_draw (random, widths[scale]);
  return scale == 2 ? cost * 9973 + tq_random_draw (random, 9973) : cost;
}

static void
draw_ballot (TqRandom *random, const Case *instance, Ballot *ballot)
{
  guint16 all[PROJECTS_MAX];
  for (guint p = 0; p < instance->projects; p++)
    all[p] = (guint16) p;
  ballot->count = 1 + tq_random_draw (random, instance->projects);
  ballot->weight = tq_random_draw (random, 3) == 0 ? 1 + tq_random_draw (random, 3) : 1;
  for (guint i = 0; i < ballot->count; i++) {
    const guint j = i + tq_random_draw (random, instance->projects - i);
    const guint16 project = all[j];
    all[j] = all[i];
    all[i] = project;
    ballot->projects[i] = project;
    ballot->points[i] = tq_random_draw (random, 5);
  }
}

/* A step of Add1 that needs few runs. */
static char *
format_increment (const Case *instance)
{
  gint64 total = 0;
  for (guint p = 0; p < instance->projects; p++)
    total += instance->costs[p];
  return g_strdup_printf ("%" G_GINT64_FORMAT, 1 + total / 50);
}

/* Small whole costs make ties; large ones make long fractions. */
static Case
draw_case (TqRandom *random)
{
  static const TqVoteType types[] = { TQ_VOTE_APPROVAL, TQ_VOTE_CUMULATIVE, TQ_VOTE_ORDINAL };
  const guint scale = tq_random_draw (random, 3);
  Case instance = { .vote_type = types[tq_random_draw (random, 3)] };
  instance.digits = tq_random_draw (random, 3);
  instance.projects = 1 + tq_random_draw (random, PROJECTS_MAX);
  gint64 total = 0;
  for (guint p = 0; p < instance.projects; p++) {
    instance.costs[p] = draw_cost (random, scale);
    total += instance.costs[p];
  }
  instance.budget = total > 0 ? (gint64) ((__int128) total * tq_random_draw (random, 12) / 10) : 5;
  instance.voters = 1 + tq_random_draw (random, VOTERS_MAX);
  for (guint v = 0; v < instance.voters; v++)
    draw_ballot (random, &instance, &instance.ballots[v]);
  return instance;
}

/* The election with the ballots from number *first* on, and then those before it. */
static TqElection *
build (const Case *instance, guint first)
{
  static const char *const ids[PROJECTS_MAX] = { "10", "9", "b", "2", "á", "a", "1" };
  TqElection *election = tq_election_new (instance->vote_type);
  election->budget = instance->budget;
  election->digits = instance->digits;
  election->max_length = instance->projects;
  for (guint p = 0; p < instance->projects; p++)
    tq_election_add_project (election, ids[p], "", instance->costs[p]);
  for (guint v = 0; v < instance->voters; v++) {
    Ballot ballot = instance->ballots[(first + v) % instance->voters];
    tq_election_add_ballot (election,
                            ballot.projects,
                            instance->vote_type == TQ_VOTE_CUMULATIVE ? ballot.points : NULL,
                            ballot.count,
                            ballot.weight);
  }
  return election;
}

static TqBudgetTies *
build_ties (const TqElection *election)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TqTieRule) rule = tq_tie_rule_parse ("id", &error);
  TqBudgetTies *ties = tq_budget_ties_new (election, rule, &error);
  g_assert_no_error (error);
  return ties;
}

static TqUnit
draw_unit (TqRandom *random, TqVoteType vote_type)
{
  const guint drawn = tq_random_draw (random, 3);
  if (vote_type == TQ_VOTE_CUMULATIVE && drawn > 0)
    return TQ_UNIT_POINTS;
  if (vote_type == TQ_VOTE_ORDINAL && drawn > 0)
    return drawn == 1 ? TQ_UNIT_RANK : TQ_UNIT_BORDA;
  return TQ_UNIT_ONE;
}

static void
compare_runs (const TqElection *election, TqUtility utility, mpq_srcptr endowment)
{
  g_autoptr (TqBudgetTies) ties = build_ties (election);
  g_autoptr (TqEqualShares) shares = tq_equal_shares_new (election, utility, ties);
  g_autoptr (TqShareOutcome) fast = tq_equal_shares_run (shares, endowment);
  g_autoptr (GArray) slow = tq_slow_shares_run (election, utility, endowment);
  guint tied = 0;
  g_assert_cmpuint (fast->steps->len, ==, slow->len);
  for (guint i = 0; i < slow->len; i++) {
    const TqShareStep *got = &g_array_index (fast->steps, TqShareStep, i);
    const TqSlowStep *expected = &g_array_index (slow, TqSlowStep, i);
    const gboolean is_free = mpq_sgn (expected->rho) == 0;
    g_assert_cmpuint (got->project, ==, expected->project);
    g_assert_true (mpq_equal (got->rho, expected->rho));
    tied += expected->tied > 1 && !is_free ? 1 : 0;
  }
  g_assert_cmpuint (tq_tie_log_get_count (fast->ties), ==, tied);
}

/* The same purchases at the same rho, with the same number of ties, as the count word for word. */
static void
test_slow (void)
{
  const guint64 seed = tq_random_choose_seed ();
  const guint rounds = tq_random_count_rounds (1500);
  for (guint round = 0; round < rounds; round++) {
    TqRandom random = tq_random_start (seed, round);
    const Case instance = draw_case (&random);
    g_autoptr (TqElection) election = build (&instance, 0);
    const TqUtility utility = { draw_unit (&random, instance.vote_type),
                                tq_random_draw (&random, 2) == 0 };
    g_test_message ("round %u", round);
    mpq_t endowment, more;
    mpq_inits (endowment, more, NULL);
    mpq_set_si (endowment, instance.budget, (gulong) election->weight);
    mpq_canonicalize (endowment);
    compare_runs (election, utility, endowment);
    mpq_set_ui (more, 1 + tq_random_draw (&random, 7), 1 + tq_random_draw (&random, 3));
    mpq_canonicalize (more);
    mpq_add (endowment, endowment, more);
    compare_runs (election, utility, endowment);
    mpq_clears (endowment, more, NULL);
  }
}

static const char *
draw_rule (TqRandom *random, TqVoteType vote_type)
{
  static const char *const any[] = { "greedy_votes",       "greedy_votes_per_cost",
                                     "mes_cost",           "mes_card",
                                     "mes_cost_add1",      "mes_card_add1u",
                                     "mes_cost_add1_full", "mes_card_add1_full_u",
                                     "phragmen",           "compare" };
  static const char *const points[] = { "greedy_points",
                                        "greedy_points_per_cost",
                                        "mes_points",
                                        "mes_points_cost_add1",
                                        "mes_points_add1_full_u" };
  static const char *const ranks[] = { "greedy_rank_points",
                                       "greedy_borda_per_cost",
                                       "mes_rank",
                                       "mes_rank_cost_add1u",
                                       "mes_borda_add1_full" };
  const gboolean special = tq_random_draw (random, 2) == 0;
  if (special && vote_type == TQ_VOTE_CUMULATIVE)
    return points[tq_random_draw (random, G_N_ELEMENTS (points))];
  if (special && vote_type == TQ_VOTE_ORDINAL)
    return ranks[tq_random_draw (random, G_N_ELEMENTS (ranks))];
  return any[tq_random_draw (random, G_N_ELEMENTS (any))];
}

static GString *
count (const char *rule, const Case *instance, guint first)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TqElection) election = build (instance, first);
  g_autofree char *step = format_increment (instance);
  const TqCountOptions options = { .increment = step };
  GString *out = g_string_new (NULL);
  TqJsonWriter writer;
  tq_json_writer_start (&writer, out, FALSE);
  tq_json_writer_begin_object (&writer, NULL);
  const gboolean done = tq_budget_count (rule, election, &options, &writer, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (done);
  tq_json_writer_end_object (&writer);
  return out;
}

/* Whatever the rule, the order in which ballots come changes nothing, to the last letter. */
static void
test_order (void)
{
  const guint64 seed = tq_random_choose_seed ();
  const guint rounds = tq_random_count_rounds (1500);
  for (guint round = 0; round < rounds; round++) {
    TqRandom random = tq_random_start (seed, round);
    const Case instance = draw_case (&random);
    const char *rule = draw_rule (&random, instance.vote_type);
    g_test_message ("round %u, %s", round, rule);
    g_autoptr (GString) first = count (rule, &instance, 0);
    g_autoptr (GString) second = count (rule, &instance, tq_random_draw (&random, instance.voters));
    g_assert_cmpstr (first->str, ==, second->str);
  }
}

/* What is bought costs at most the budget, and what voters pay for it is its cost exactly. */
static void
test_money (void)
{
  const guint64 seed = tq_random_choose_seed ();
  const guint rounds = tq_random_count_rounds (1500);
  for (guint round = 0; round < rounds; round++) {
    TqRandom random = tq_random_start (seed, round);
    const Case instance = draw_case (&random);
    g_autoptr (TqElection) election = build (&instance, 0);
    g_autoptr (TqBudgetTies) ties = build_ties (election);
    const TqUtility utility = { TQ_UNIT_ONE, tq_random_draw (&random, 2) == 0 };
    const TqCompletion completion = { TRUE,
                                      tq_random_draw (&random, 2) == 0,
                                      tq_random_draw (&random, 2) == 0 };
    g_autofree char *increment = format_increment (&instance);
    g_autoptr (GError) error = NULL;
    g_test_message ("round %u", round);
    g_autoptr (TqCompletedOutcome) outcome =
      tq_share_completion_count (election, utility, completion, increment, ties, &error);
    g_assert_no_error (error);
    g_assert_cmpint (outcome->cost, <=, election->budget);
    mpq_t paid, full;
    mpq_inits (paid, full, NULL);
    for (guint i = 0; i < outcome->kept->steps->len; i++) {
      const TqShareStep *step = &g_array_index (outcome->kept->steps, TqShareStep, i);
      mpq_set_si (full, step->full_payers, 1);
      mpq_mul (paid, step->payment, full);
      mpq_add (paid, paid, step->short_paid);
      g_assert_cmpint (
        mpq_cmp_si (paid, tq_election_get_project (election, step->project)->cost, 1),
        ==,
        0);
      g_assert_true (mpq_sgn (step->short_paid) >= 0);
    }
    mpq_clears (paid, full, NULL);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tally/shares-random/slow", test_slow);
  g_test_add_func ("/tally/shares-random/order", test_order);
  g_test_add_func ("/tally/shares-random/money", test_money);
  return g_test_run ();
}
