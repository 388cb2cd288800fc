/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Where the road meets what nobody meant: a book altered by hand, rules that change on the way, a
 * line that nothing is left of, money that lies elsewhere than usual. */
#include "five.h"

#include "store/statement.h"

#include <string.h>

static void
run_sql (World *world, const char *sql)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TqTransaction) t = tq_transaction_begin (world->store, &error);
  g_assert_true (tq_statement_execute (world->store, sql, TQ_BINDINGS (TQ_END), &error));
  g_assert_true (tq_transaction_commit (t, &error));
  g_assert_no_error (error);
}

/* A line that was moved to another case by hand has no record there: the case is refused in words,
 * whether its records stand before, after or around the line. */
static void
test_strayed_line (void)
{
  g_autoptr (World) world = five_new ();
  g_autoptr (GError) error = NULL;
  five_open_rules_case (world);
  const gint64 first = world->of_case;
  five_open_rules_case (world);
  run_sql (world, "DROP TRIGGER roll_line_update");
  run_sql (world,
           "UPDATE roll_line SET of_case = (SELECT max (event) FROM assembly_case) WHERE line = 2 "
           "AND event = (SELECT min (event) FROM roll)");
  g_assert_null (tq_case_load (world->store, world->of_case, &error));
  g_assert_error (error, TQ_ERROR, TQ_ERROR_CORRUPT);
  g_clear_error (&error);
  run_sql (world,
           "UPDATE roll_line SET of_case = (SELECT min (event) FROM assembly_case) WHERE event = "
           "(SELECT max (event) FROM roll)");
  g_assert_null (tq_case_load (world->store, first, &error));
  g_assert_error (error, TQ_ERROR, TQ_ERROR_CORRUPT);
}

/* A rule that holds from a day is asked on that day, though the step before was made under the old
 * one. */
static void
test_rule_of_the_day (void)
{
  g_autoptr (World) world = five_new ();
  TqTally tally = { .method = TQ_METHOD_HANDS,
                    .first_teller = "Uno",
                    .second_teller = "Dos",
                    .handed_out = 5,
                    .agree = 4,
                    .stop = 1 };
  world_set (world, "rounds-before-vote", "1");
  five_open_rules_case (world);
  tally.proposal = five_propose (world, "A", 0);
  world_note (world, TQ_DO_TALK_HERE, 0, "here");
  world_note (world, TQ_DO_KEEP_TALKING, 0, "once more");
  world_note (world, TQ_DO_TALK_HERE, 0, "here");
  world_date (world, "2026-11-20");
  world_set (world, "rounds-before-vote", "2");
  world_refuse (world, TQ_DO_VOTE, &tally, TQ_ERROR_FORBIDDEN, "only after the rounds");
  world_date (world, "2026-11-19");
  world_do (world, TQ_DO_VOTE, &tally);
  world_verify (world);
}

/* What is decided again is taken from where the first decision put it, and nowhere else. */
static void
test_reopened_role (void)
{
  g_autoptr (World) world = five_new ();
  TqProposal p = { .label = "A", .title = "School", .authors = "Uno" };
  TqReopening again = { .families = 5, .names = "all", .fact = "the State pays", .title = "Again" };
  five_close_surplus (world, 100000);
  five_meet (world);
  for (guint i = 0; i < 2; i++) {
    TqProposalLine *line = tq_case_record_add (&p.lines, &tq_proposal_line_kind);
    line->label = g_strdup (i == 0 ? "School" : "Roof");
    line->role = g_strdup (i == 0 ? "education" : "");
    line->amount_minor = i == 0 ? 70000 : 30000;
    TqReopeningLine *of = tq_case_record_add (&again.lines, &tq_reopening_line_kind);
    of->decision_line = i + 1;
  }
  five_agree (world, world_do (world, TQ_DO_PROPOSE, &p));
  five_give_mandate (world, 0);
  g_assert_cmpint (world_balance (world, "education"), ==, -70000);
  world->of_case = world_do (world, TQ_DO_REOPEN, &again);
  world_notice (world, "2026-12-15", "2026-12-27");
  world_date (world, "2026-12-27");
  world_roll (world, five, 5);
  TqProposal q = { .label = "B", .title = "Reserve", .authors = "Dos" };
  TqProposalLine *line = tq_case_record_add (&q.lines, &tq_proposal_line_kind);
  line->line_kind = TQ_LINE_KIND_FUND;
  line->label = g_strdup ("Reserve");
  line->role = g_strdup ("reserve");
  line->amount_minor = 100000;
  five_agree (world, world_do (world, TQ_DO_PROPOSE, &q));
  g_assert_cmpint (world_balance (world, "education"), ==, 0);
  g_assert_cmpint (world_balance (world, "agreed-uses"), ==, 0);
  g_assert_cmpint (world_balance (world, "reserve"), ==, -100000);
  world_verify (world);
}

/* A line that its step leaves nothing of, and a remainder that would have to give, are refused in
 * words. */
static void
test_nothing_left (void)
{
  g_autoptr (World) world = five_new ();
  TqProposal p = { .label = "A", .title = "A little for each", .authors = "Uno" };
  five_close_surplus (world, 1000);
  five_meet (world);
  TqProposalLine *line = tq_case_record_add (&p.lines, &tq_proposal_line_kind);
  line->line_kind = TQ_LINE_KIND_FAMILIES;
  line->label = g_strdup ("Families");
  line->amount_minor = 1000;
  line->step_minor = 500;
  for (guint i = 0; i < G_N_ELEMENTS (five); i++) {
    TqProposalShare *share = tq_case_record_add (&p.shares, &tq_proposal_share_kind);
    share->of_line = 1;
    share->party = world_party (world, five[i].code);
    share->quantity = 1;
  }
  TqTally tally = { .proposal = world_do (world, TQ_DO_PROPOSE, &p), .handed_out = 5, .agree = 5 };
  world_note (world, TQ_DO_TALK_HERE, 0, "here");
  world_do (world, TQ_DO_AGREE, &tally);
  TqDecision decision = { .proposal = tally.proposal };
  world_refuse (world, TQ_DO_DECIDE, &decision, TQ_ERROR_INVALID, "above zero");
  TqDecision more = { .proposal = tally.proposal, .remainder_minor = -200 };
  TqDecisionLine *roof = tq_case_record_add (&more.lines, &tq_decision_line_kind);
  roof->label = g_strdup ("Roof");
  roof->role = g_strdup ("agreed-uses");
  roof->amount_minor = 1200;
  world_refuse (world, TQ_DO_DECIDE, &more, TQ_ERROR_INVALID, "2.00 too much");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/assembly/edges/strayed-line", test_strayed_line);
  g_test_add_func ("/assembly/edges/rule-of-the-day", test_rule_of_the_day);
  g_test_add_func ("/assembly/edges/reopened-role", test_reopened_role);
  g_test_add_func ("/assembly/edges/nothing-left", test_nothing_left);
  return g_test_run ();
}
