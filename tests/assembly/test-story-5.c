/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* No quorum, a divided vote, a line that cannot go on, and the part not carried out decided again.
 * */
#include "world.h"

#include <string.h>

#define N_FAMILIES 60

static const char protest[] = "No written quotation; we fear more than 50,000.";
static const char *const groups[] = { "Fila", NULL };

typedef struct {
  char codes[N_FAMILIES][8];
  Family families[N_FAMILIES];
} Roster;

static void
fill_roster (Roster *roster)
{
  for (guint i = 0; i < N_FAMILIES; i++) {
    g_snprintf (roster->codes[i], sizeof roster->codes[i], "F%02u", i + 1);
    roster->families[i] = (Family){ roster->codes[i], roster->codes[i], 1 };
  }
}

static void
close_accounts (World *world)
{
  world_post (world, "Assets:Cash box", "Income:Sales of produce", NULL, 5460000);
  world_date (world, "2027-01-02");
  world_open_case (world, TQ_CASE_SURPLUS, "Excedente 2026", "2026-11-01", "2026-12-31");
  TqCount count = { .account = world_account (world, "Assets:Cash box"),
                    .counted_minor = 5460000,
                    .first_person = "Rosa",
                    .second_person = "Gaspar" };
  world_do (world, TQ_DO_COUNT, &count);
  TqClose close = { .seal = world_seal (world, "2026-12-31") };
  world_do (world, TQ_DO_CLOSE, &close);
  TqReview review = { .who = "vigilance" };
  world_do (world, TQ_DO_REVIEW, &review);
}

static void
present_accounts (World *world)
{
  TqReading reading = { .subject = "Open statement" };
  TqAccountsVerdict verdict = { .verdict = TQ_VERDICT_ACCEPTED };
  world_do (world, TQ_DO_READ, &reading);
  world_do (world, TQ_DO_ACCOUNTS, &verdict);
}

/* 26 of 60: nothing but "inform" and "second call"; 14 days later 38 are there. */
static void
call_twice (World *world, const Roster *roster)
{
  world_notice (world, "2027-01-02", "2027-01-10");
  world_date (world, "2027-01-10");
  world_roll (world, roster->families, 26);
  g_autoptr (TqCase) c = world_load (world);
  g_assert_cmpint (c->state, ==, TQ_STATE_NO_QUORUM);
  TqDecision decision = { .proposal = 1 };
  world_refuse (world, TQ_DO_DECIDE, &decision, TQ_ERROR_FORBIDDEN, "No quorum");
  world_notice (world, "2027-01-10", "2027-01-24");
  world_date (world, "2027-01-24");
  world_roll (world, roster->families, 38);
  g_autoptr (TqCase) again = world_load (world);
  const TqRoll *roll = tq_case_get_last (again->rolls);
  g_assert_cmpint (roll->call_number, ==, 2);
  g_assert_cmpint (roll->present, ==, 38);
  g_assert_cmpint (again->state, ==, TQ_STATE_PRESENTED);
  g_assert_cmpuint (again->marks->len, ==, 0);
}

static gint64
propose_engine (World *world, const Roster *roster)
{
  TqProposal x = { .label = "X", .title = "Overhaul the engine", .authors = "Sebastián" };
  TqProposalLine *line = tq_case_record_add (&x.lines, &tq_proposal_line_kind);
  line->label = g_strdup ("Engine");
  line->amount_minor = 3900000;
  line->step_minor = 1;
  line = tq_case_record_add (&x.lines, &tq_proposal_line_kind);
  line->line_kind = TQ_LINE_KIND_FAMILIES;
  line->label = g_strdup ("Families");
  line->amount_minor = 1560000;
  line->step_minor = 100;
  for (guint i = 0; i < N_FAMILIES; i++) {
    TqProposalShare *share = tq_case_record_add (&x.shares, &tq_proposal_share_kind);
    share->of_line = 2;
    share->party = world_party (world, roster->codes[i]);
    share->quantity = 1;
  }
  return world_do (world, TQ_DO_PROPOSE, &x);
}

static void
vote (World *world, gint64 proposal)
{
  TqTally tally = { .proposal = proposal,
                    .method = TQ_METHOD_HANDS,
                    .first_teller = "Rosa",
                    .second_teller = "Gaspar",
                    .handed_out = 38,
                    .agree = 24,
                    .stop = 13,
                    .abstain = 1 };
  world_note (world, TQ_DO_TALK_HERE, 0, "three corners");
  world_refuse (world, TQ_DO_VOTE, &tally, TQ_ERROR_FORBIDDEN, "only after the rounds");
  for (guint i = 0; i < 2; i++) {
    world_note (world, TQ_DO_KEEP_TALKING, 0, "another round");
    world_note (world, TQ_DO_TALK_HERE, 0, "three corners");
  }
  world_refuse (world, TQ_DO_AGREE, &tally, TQ_ERROR_INVALID, "no agreement yet");
  tally.abstain = 0;
  world_refuse (world, TQ_DO_VOTE, &tally, TQ_ERROR_INVALID, "add up to 37, but 38");
  tally.abstain = 1;
  world_do (world, TQ_DO_VOTE, &tally);
  g_autoptr (TqCase) c = world_load (world);
  const TqTally *found = tq_case_get_last (c->tallies);
  g_assert_cmpint (found->adopted, ==, 1);
  g_assert_cmpint (found->needed, ==, 20);
  g_assert_cmpint (found->rounds, ==, 2);
  g_assert_cmpint (found->call_number, ==, 2);
  g_assert_cmpstr (found->majority, ==, "1/2");
}

static void
mandate (World *world)
{
  TqMandate given = { .deadline = world->today + 60, .answers_to = "the assembly" };
  TqMandatePerson *person = tq_case_record_add (&given.persons, &tq_mandate_person_kind);
  person->name = g_strdup ("Sebastián");
  world_note (world, TQ_DO_ACCEPT, world_do (world, TQ_DO_MANDATE, &given), "accepted");
}

static void
pay (World *world, gint64 line, const char *payee, gint64 party, gint64 amount)
{
  TqPayment payment = { .decision_line = line,
                        .amount_minor = amount,
                        .payee = payee,
                        .party = party,
                        .from_account = world_account (world, "Assets:Cash box") };
  world_do (world, TQ_DO_PAY, &payment);
}

static void
decide_and_block (World *world, const Roster *roster, gint64 proposal)
{
  TqDecision decision = { .proposal = proposal, .minority = protest };
  world_do (world, TQ_DO_DECIDE, &decision);
  TqMinutes minutes = { .signatures = 27, .protests = 11, .protest_words = protest };
  world_do (world, TQ_DO_MINUTES, &minutes);
  mandate (world);
  for (guint i = 0; i < 57; i++)
    pay (world, 2, roster->codes[i], world_party (world, roster->codes[i]), 26000);
  TqNote block = { .who = "Sebastián",
                   .words = "The workshop's written quotation is 51,000.00.",
                   .until_day = TQ_DAY_NONE,
                   .decision_line = 1,
                   .amount_minor = 5100000 };
  world_do (world, TQ_DO_BLOCK, &block);
  g_autoptr (TqCase) c = world_load (world);
  const TqMark *mark = tq_case_get_last (c->marks);
  g_assert_cmpint (c->state, ==, TQ_STATE_BLOCKED);
  g_assert_cmpint (mark->mark_kind, ==, TQ_MARK_BLOCKED);
  g_assert_cmpint (mark->amount_minor, ==, 1200000);
}

static gint64
reopen (World *world)
{
  TqReopening few = { .families = 11,
                      .names = "eleven",
                      .fact = "51,000.00",
                      .title = "Engine again" };
  TqReopeningLine *line = tq_case_record_add (&few.lines, &tq_reopening_line_kind);
  line->decision_line = 1;
  world_refuse (world, TQ_DO_REOPEN, &few, TQ_ERROR_FORBIDDEN, "11 ask for it, but 12 are needed");
  TqReopening paid = { .families = 12,
                       .names = "twelve",
                       .fact = "51,000.00",
                       .title = "Engine again" };
  line = tq_case_record_add (&paid.lines, &tq_reopening_line_kind);
  line->decision_line = 2;
  world_refuse (world, TQ_DO_REOPEN, &paid, TQ_ERROR_FORBIDDEN, "carried out or allotted");
  TqReopening enough = { .families = 12,
                         .names = "twelve",
                         .fact = "51,000.00",
                         .title = "Engine again" };
  line = tq_case_record_add (&enough.lines, &tq_reopening_line_kind);
  line->decision_line = 1;
  return world_do (world, TQ_DO_REOPEN, &enough);
}

/* The new case: its amount, its notice, agreement, and the entry between the uses. */
static void
decide_again (World *world, const Roster *roster, gint64 old_case)
{
  g_autoptr (TqCase) c = world_load (world);
  g_autoptr (GError) error = NULL;
  g_assert_cmpint (c->state, ==, TQ_STATE_REOPENED);
  g_assert_cmpint (c->reopens, ==, old_case);
  g_assert_cmpint (c->reopened_minor, ==, 3900000);
  g_autoptr (TqCase) old = tq_case_load (world->store, c->reopens, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (((TqMinutes *) tq_case_get_last (old->minutes))->protest_words, ==, protest);
  world_notice (world, "2027-03-10", "2027-03-21");
  world_date (world, "2027-03-21");
  world_roll (world, roster->families, 44);
  TqProposal y = { .label = "Y′", .title = "Used engine", .authors = "Bartolo, Sebastián" };
  TqProposalLine *line = tq_case_record_add (&y.lines, &tq_proposal_line_kind);
  line->label = g_strdup ("Used engine with guarantee");
  line->amount_minor = 2850000;
  line->step_minor = 1;
  line = tq_case_record_add (&y.lines, &tq_proposal_line_kind);
  line->line_kind = TQ_LINE_KIND_FUND;
  line->label = g_strdup ("Reserve");
  line->role = g_strdup ("reserve");
  line->amount_minor = 1050000;
  line->step_minor = 1;
  const gint64 proposal = world_do (world, TQ_DO_PROPOSE, &y);
  world_note (world, TQ_DO_TALK_HERE, 0, "here");
  TqTally tally = { .proposal = proposal, .handed_out = 44, .agree = 41, .aside = 3 };
  world_do (world, TQ_DO_AGREE, &tally);
  TqDecision decision = { .proposal = proposal };
  world_do (world, TQ_DO_DECIDE, &decision);
  g_assert_cmpint (world_balance (world, "reserve"), ==, -1050000);
  mandate (world);
  world_date (world, "2027-04-10");
  pay (world, 1, "Refacciones", 0, 2850000);
}

static void
report_and_finish (World *world, const Roster *roster, gint64 lines)
{
  world_notice (world, "2027-04-20", "2027-05-02");
  world_date (world, "2027-05-02");
  world_roll (world, roster->families, 40);
  TqReport report = { .who = "Sebastián" };
  for (gint64 i = 1; i <= lines; i++) {
    TqReportLine *line = tq_case_record_add (&report.lines, &tq_report_line_kind);
    line->decision_line = i;
  }
  world_do (world, TQ_DO_REPORT, &report);
  world_note (world, TQ_DO_FINISH, 0, "done");
}

static void
test_story (void)
{
  g_autofree Roster *roster = g_new0 (Roster, 1);
  fill_roster (roster);
  g_autoptr (World) world = world_new (roster->families, N_FAMILIES, groups);
  world_set (world, "majority", "1/2");
  close_accounts (world);
  call_twice (world, roster);
  present_accounts (world);
  const gint64 proposal = propose_engine (world, roster);
  vote (world, proposal);
  decide_and_block (world, roster, proposal);
  world_date (world, "2027-03-07");
  const gint64 old_case = world->of_case;
  world->of_case = reopen (world);
  decide_again (world, roster, old_case);
  report_and_finish (world, roster, 2);
  world->of_case = old_case;
  for (guint i = 57; i < 60; i++)
    pay (world, 2, roster->codes[i], world_party (world, roster->codes[i]), 26000);
  report_and_finish (world, roster, 2);
  g_autoptr (TqCase) c = world_load (world);
  g_assert_cmpint (c->state, ==, TQ_STATE_FINISHED);
  g_assert_cmpint (world_balance (world, "cash"), ==, 1050000);
  g_assert_cmpint (world_balance (world, "agreed-uses"), ==, 0);
  g_assert_cmpint (world_balance (world, "returns-payable"), ==, 0);
  g_assert_cmpint (world_balance (world, "result"), ==, 0);
  world_verify (world);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/assembly/story-5/whole", test_story);
  return g_test_run ();
}
