/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The budget rules on examples that are small enough to be counted by hand. */
#include "base/error.h"
#include "base/json-reader.h"
#include "tally/budget-count.h"
#include "tally/budget-rule.h"

#include <glib/gstdio.h>
#include <string.h>

/* A small election: costs in whole units, ballots as lists of project numbers. */
typedef struct {
  TqVoteType vote_type;
  gint64 budget;
  guint projects;
  gint64 costs[5];
  guint ballots;
  struct {
    gint64 weight;
    guint count;
    guint16 projects[5];
    guint32 points[5];
  } ballot[6];
} Small;

/* Two thirds want A and B, one third C: greedy gives all to the two thirds, Equal Shares does not.
 * */
static const Small thirds = {
  TQ_VOTE_APPROVAL, 90, 3, { 45, 45, 30 }, 2, { { 6, 2, { 0, 1 }, { 0 } }, { 3, 1, { 2 }, { 0 } } },
};

/* One voter has less left than the others when B is bought. */
static const Small poor = {
  TQ_VOTE_APPROVAL,
  40,
  2,
  { 8, 25 },
  3,
  { { 1, 2, { 0, 1 }, { 0 } }, { 1, 1, { 0 }, { 0 } }, { 2, 1, { 1 }, { 0 } } },
};

/* Same cost, same votes. */
static const Small alike = {
  TQ_VOTE_APPROVAL, 20, 3,
  { 10, 10, 20 },   2,  { { 1, 2, { 0, 2 }, { 0 } }, { 1, 2, { 1, 2 }, { 0 } } },
};

/* What costs nothing, with and without a vote; what costs more than the budget. */
static const Small extremes = {
  TQ_VOTE_APPROVAL,    10, 5,
  { 0, 0, 10, 11, 4 }, 2,  { { 1, 3, { 0, 2, 3 }, { 0 } }, { 1, 2, { 2, 3 }, { 0 } } },
};

static const Small points = {
  TQ_VOTE_CUMULATIVE, 12, 3,
  { 6, 6, 3 },        2,  { { 1, 2, { 0, 1 }, { 4, 1 } }, { 2, 2, { 1, 2 }, { 1, 3 } } },
};

static const Small ranks = {
  TQ_VOTE_ORDINAL, 10, 3,
  { 5, 5, 5 },     2,  { { 2, 3, { 0, 1, 2 }, { 0 } }, { 3, 2, { 2, 1 }, { 0 } } },
};

static const Small nothing_fits = {
  TQ_VOTE_APPROVAL, 5, 2, { 6, 7 }, 1, { { 3, 2, { 0, 1 }, { 0 } } },
};

/* The outcome costs the budget to the last unit. */
static const Small brim = {
  TQ_VOTE_APPROVAL, 10, 2, { 10, 1000 }, 2, { { 1, 1, { 0 }, { 0 } }, { 1, 1, { 1 }, { 0 } } },
};

/* After A the money of the first is less than an equal part of B, or more, by a 10^23rd of it: only
 * exact amounts tell which. Costs from (100000 × n1 - cost A) × n2 - cost B × n1 = -1 or 1, with
 * n1 = 500000041 and n2 = 700000016 supporters. */
static const Small hair_short = {
  TQ_VOTE_APPROVAL,
  90000005000000,
  2,
  { 15000448089940, 48999375516121 },
  3,
  { { 300000007, 2, { 0, 1 }, { 0 } },
    { 200000034, 1, { 0 }, { 0 } },
    { 400000009, 1, { 1 }, { 0 } } },
};
static const Small hair_long = {
  TQ_VOTE_APPROVAL,
  90000005000000,
  2,
  { 15000054370101, 48999926723863 },
  3,
  { { 300000007, 2, { 0, 1 }, { 0 } },
    { 200000034, 1, { 0 }, { 0 } },
    { 400000009, 1, { 1 }, { 0 } } },
};

static const struct {
  const char *rule;
  const Small *election;
  const char *ties;
  const char *expected; /* members of the result, as they are written */
} rows[] = {
  { "greedy_votes", &thirds, "cheapest", "\"order\":[\"A\",\"B\"]" },
  { "greedy_votes", &thirds, "cheapest", "\"steps\":[[\"A\",6],[\"B\",6]]" },
  { "greedy_votes_per_cost", &thirds, "cheapest", "\"steps\":[[\"A\",\"2/15\"],[\"B\",\"2/15\"]]" },
  /* each has 10; A: 45 / 6 = 7.50 each, then 2.50 × 6 = 15 < 45; C: 30 / 3 = all they have */
  { "mes_cost", &thirds, "cheapest", "\"steps\":[[\"A\",\"1/6\"],[\"C\",\"1/3\"]]" },
  { "mes_card", &thirds, "cheapest", "\"steps\":[[\"A\",\"15/2\"],[\"C\",\"10\"]]" },
  { "mes_cost", &thirds, "cheapest", "\"cost\":\"75\"" },
  { "mes_cost_add1",
    &thirds,
    "cheapest",
    "\"runs\":1,\"increment\":\"1\",\"final_endowment\":\"10\"" },
  /* with 15 each B is bought too, for 120 in all: the run with 14 is kept */
  { "mes_cost_add1_full",
    &thirds,
    "cheapest",
    "\"runs\":6,\"increment\":\"1\",\"final_endowment\":\"14\"" },
  { "mes_cost_add1_full_u", &thirds, "cheapest", "\"selected\":[\"A\",\"C\"]" },
  { "phragmen", &thirds, "cheapest", "\"steps\":[[\"A\",\"15/2\"],[\"C\",\"10\"]]" },
  { "phragmen", &thirds, "cheapest", "\"stopped_at\":[\"B\"]" },
  { "compare",
    &thirds,
    "cheapest",
    "\"prefer_mes\":3,\"prefer_greedy\":6,\"indifferent\":0,\"kept\":\"greedy\"" },
  /* each has 10; A: 8 / 2 = 4 each; B: the first has 6 left, the other two pay 9.50 */
  { "mes_card", &poor, "cheapest", "\"steps\":[[\"A\",\"4\"],[\"B\",\"19/2\"]]" },
  { "mes_card", &poor, "cheapest", "\"full_payers\":2,\"short_payers\":1,\"short_paid\":\"6\"" },
  { "mes_cost", &poor, "cheapest", "\"steps\":[[\"B\",\"1/3\"],[\"A\",\"19/24\"]]" },
  { "mes_cost",
    &thirds,
    "cheapest",
    "\"not_bought\":[{\"project\":\"B\",\"cost\":\"45\",\"supporters_hold\":\"15\"}]" },
  { "greedy_votes", &alike, "cheapest", "\"order\":[\"C\"]" },
  { "greedy_votes", &alike, "cheapest", "\"ties_count\":1" },
  { "mes_card", &alike, "cheapest", "\"order\":[\"A\",\"B\"]" },
  { "mes_card",
    &alike,
    "cheapest",
    "\"tied\":[\"A\",\"B\",\"C\"],\"picked\":\"A\",\"broken_by\":\"assembly\"" },
  { "mes_card",
    &alike,
    "id",
    "\"tied\":[\"A\",\"B\",\"C\"],\"picked\":\"A\",\"broken_by\":\"id\"" },
  { "mes_cost", &alike, "cheapest", "\"steps\":[[\"C\",\"1/2\"]]" },
  { "mes_cost", &extremes, "cheapest", "\"steps\":[[\"A\",\"0\"],[\"C\",\"1/2\"]]" },
  { "mes_cost_add1_full", &extremes, "cheapest", "\"selected\":[\"A\",\"C\"]" },
  { "greedy_votes", &extremes, "cheapest", "\"order\":[\"C\",\"A\",\"B\"]" },
  { "greedy_votes_per_cost", &extremes, "cheapest", "\"order\":[\"A\",\"C\",\"B\"]" },
  { "phragmen",
    &extremes,
    "cheapest",
    "\"steps\":[[\"A\",\"0\"],[\"C\",\"5\"]],\"stopped_at\":[]" },
  { "greedy_points", &points, "cheapest", "\"steps\":[[\"C\",6],[\"A\",4]]" },
  { "greedy_points_per_cost", &points, "cheapest", "\"steps\":[[\"C\",\"2\"],[\"A\",\"2/3\"]]" },
  /* each has 4; C: 3 / 6 points; B: 2.50 + 2.50 and 1 of the first for its 3 points at 1 a point */
  { "mes_points", &points, "cheapest", "\"steps\":[[\"C\",\"1/2\"],[\"B\",\"2\"]]" },
  { "mes_points_cost", &points, "cheapest", "\"steps\":[[\"C\",\"1/6\"],[\"B\",\"1/3\"]]" },
  { "mes_cost", &points, "cheapest", "\"steps\":[[\"B\",\"1/3\"],[\"C\",\"1/2\"]]" },
  { "greedy_rank_points", &ranks, "cheapest", "\"steps\":[[\"C\",11],[\"B\",10]]" },
  { "greedy_borda", &ranks, "cheapest", "\"steps\":[[\"A\",4],[\"C\",3]]" },
  { "mes_rank", &ranks, "cheapest", "\"steps\":[[\"C\",\"5/11\"],[\"B\",\"17/22\"]]" },
  { "mes_borda", &ranks, "cheapest", "\"steps\":[[\"C\",\"5/3\"]]" },
  { "mes_cost_add1", &nothing_fits, "cheapest", "\"selected\":[],\"cost\":\"0\"" },
  { "mes_cost_add1",
    &brim,
    "cheapest",
    "\"runs\":6,\"increment\":\"1\",\"final_endowment\":\"10\"" },
  { "mes_cost_add1", &brim, "cheapest", "\"selected\":[\"A\"],\"cost\":\"10\"" },
  { "mes_card",
    &hair_short,
    "cheapest",
    "[\"B\",\"13999822719020004090541/200000020900000369\"]]" },
  { "mes_card", &hair_short, "cheapest", "\"full_payers\":400000009,\"short_payers\":300000007" },
  { "mes_card", &hair_long, "cheapest", "[\"B\",\"48999926723863/700000016\"]]" },
  { "mes_card", &hair_long, "cheapest", "\"full_payers\":700000016,\"short_payers\":0" },
  { "mes_cost_add1_full_u", &nothing_fits, "cheapest", "\"selected\":[],\"cost\":\"0\"" },
  { "greedy_votes", &nothing_fits, "cheapest", "\"selected\":[],\"cost\":\"0\"" },
  { "phragmen", &nothing_fits, "cheapest", "\"selected\":[],\"cost\":\"0\"" },
};

static TqElection *
build (const Small *small)
{
  static const char *const ids[] = { "A", "B", "C", "D", "E" };
  TqElection *election = tq_election_new (small->vote_type);
  election->budget = small->budget;
  election->max_length = small->projects;
  for (guint i = 0; i < small->projects; i++)
    tq_election_add_project (election, ids[i], "", small->costs[i]);
  for (guint i = 0; i < small->ballots; i++) {
    guint16 projects[5];
    guint32 given[5];
    memcpy (projects, small->ballot[i].projects, sizeof projects);
    memcpy (given, small->ballot[i].points, sizeof given);
    tq_election_add_ballot (election,
                            projects,
                            small->vote_type == TQ_VOTE_CUMULATIVE ? given : NULL,
                            small->ballot[i].count,
                            small->ballot[i].weight);
  }
  return election;
}

static gboolean
count (const char *rule,
       const Small *small,
       const TqCountOptions *options,
       GString *out,
       GError **error)
{
  g_autoptr (TqElection) election = build (small);
  TqJsonWriter writer;
  tq_json_writer_start (&writer, out, FALSE);
  tq_json_writer_begin_object (&writer, NULL);
  const gboolean done = tq_budget_count (rule, election, options, &writer, NULL, error);
  if (done)
    tq_json_writer_end_object (&writer);
  return done;
}

/* Each row holds. */
static void
test_rows (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (TqTieRule) ties = tq_tie_rule_parse (rows[i].ties, &error);
    g_assert_no_error (error);
    const TqCountOptions options = { .ties = ties };
    g_autoptr (GString) out = g_string_new (NULL);
    const gboolean done = count (rows[i].rule, rows[i].election, &options, out, &error);
    g_assert_no_error (error);
    g_assert_true (done);
    if (strstr (out->str, rows[i].expected) == NULL)
      g_error ("%s: expected %s in %s", rows[i].rule, rows[i].expected, out->str);
  }
}

/* Names that are no rules, rules that ballots cannot feed, and steps that are no money. */
static void
test_refused (void)
{
  static const struct {
    const char *rule;
    const Small *election;
    const char *increment;
  } bad[] = {
    { "", &thirds, NULL },
    { "mes", &thirds, NULL },
    { "mes_", &thirds, NULL },
    { "mes_votes", &thirds, NULL },
    { "mes_cost_add2", &thirds, NULL },
    { "mes_cost_cost", &thirds, NULL },
    { "greedy_cost", &thirds, NULL },
    { "greedy_votes_per_cost_add1", &thirds, NULL },
    { "mes_points", &thirds, NULL },
    { "greedy_rank_points", &thirds, NULL },
    { "mes_rank", &points, NULL },
    { "mes_cost_add1", &thirds, "0" },
    { "mes_cost_add1", &thirds, "-1" },
    { "mes_cost_add1", &thirds, "one" },
    { "mes_cost_add1_full", &thirds, "1/1000000000" },
    { "compare", &thirds, "" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GString) out = g_string_new (NULL);
    const TqCountOptions options = { .increment = bad[i].increment };
    g_assert_false (count (bad[i].rule, bad[i].election, &options, out, &error));
    g_assert_error (error, TQ_ERROR, TQ_ERROR_INVALID);
  }
}

/* Where a voter's money is more than 20,000 units the step of Add1 grows with it. */
static void
test_increment (void)
{
  static const struct {
    gint64 budget;
    const char *increment;
  } steps[] = {
    { 20000, "\"increment\":\"1\"" },
    { 20001, "\"increment\":\"10\"" },
    { 217013, "\"increment\":\"100\"" },
    { 2000000000, "\"increment\":\"100000\"" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (GString) out = g_string_new (NULL);
    const TqCountOptions options = { NULL };
    Small small = nothing_fits;
    small.budget = steps[i].budget;
    small.ballot[0].weight = 1;
    const gboolean done = count ("mes_cost_add1", &small, &options, out, &error);
    g_assert_no_error (error);
    g_assert_true (done);
    g_assert_nonnull (strstr (out->str, steps[i].increment));
  }
}

/* Cost and votes come before the lot, and the lot before the names. */
static void
test_lot (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  const int handle = g_file_open_tmp ("tequio-lot-XXXXXX", &path, &error);
  g_assert_no_error (error);
  g_close (handle, NULL);
  g_file_set_contents (path, "C\nB\nA\n", -1, &error);
  g_assert_no_error (error);
  g_autofree char *word = g_strconcat ("lot:", path, NULL);
  g_autoptr (TqTieRule) ties = tq_tie_rule_parse (word, &error);
  g_assert_no_error (error);
  g_unlink (path);
  const TqCountOptions options = { .ties = ties };
  g_autoptr (GString) out = g_string_new (NULL);
  const gboolean done = count ("mes_card", &alike, &options, out, &error);
  g_assert_no_error (error);
  g_assert_true (done);
  g_assert_nonnull (strstr (out->str, "\"order\":[\"B\",\"A\"]"));
  g_assert_nonnull (strstr (out->str, "\"picked\":\"B\",\"broken_by\":\"lot\""));
}

/* The account names every step, in sentences. */
static void
test_text (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TqElection) election = build (&poor);
  g_autoptr (GString) text = g_string_new (NULL);
  const TqCountOptions options = { NULL };
  const gboolean done = tq_budget_count ("mes_card", election, &options, NULL, text, &error);
  g_assert_no_error (error);
  g_assert_true (done);
  g_assert_nonnull (strstr (text->str, "Each voter holds 10."));
  g_assert_nonnull (strstr (text->str, "1. A: cost 8. Voters who pay in full: 2, each 4."));
  g_assert_nonnull (strstr (text->str,
                            "2. B: cost 25. Voters who pay in full: 2, each 9.50. Voters who give "
                            "all they have left: 1, together 6."));
  g_assert_nonnull (strstr (text->str, "Spent: 33. Left of the budget: 7."));
}

/* An amount beyond 64 bits is shown in units of the currency too. */
static void
test_text_beyond (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TqElection) election = build (&poor);
  g_autoptr (GString) text = g_string_new (NULL);
  const TqCountOptions options = { .increment = "900000000000000" };
  election->digits = 6;
  const gboolean done = tq_budget_count ("mes_card_add1", election, &options, NULL, text, &error);
  g_assert_no_error (error);
  g_assert_true (done);
  g_assert_nonnull (strstr (text->str, "was raised by 900000000000000 at a time"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tally/budget/rows", test_rows);
  g_test_add_func ("/tally/budget/refused", test_refused);
  g_test_add_func ("/tally/budget/increment", test_increment);
  g_test_add_func ("/tally/budget/lot", test_lot);
  g_test_add_func ("/tally/budget/text", test_text);
  g_test_add_func ("/tally/budget/text-beyond", test_text_beyond);
  return g_test_run ();
}
