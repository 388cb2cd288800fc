/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The invariants of the road, each as something that a group does and the book answers. */
#include "five.h"

#include "people/office.h"

#include <string.h>

/* I2: up to line and tolerance nothing is said; above it the payment is recorded, marked and waits.
 * A payment before the mandate was accepted, and one by the vigilance commission, are marked too.
 * */
static void
test_exceeded (void)
{
  g_autoptr (World) world = five_new ();
  g_autoptr (GError) error = NULL;
  TqAct act;
  five_close_surplus (world, 100000);
  five_meet (world);
  five_expect_mark (world, 0, TQ_MARK_NOT_REVIEWED, 0);
  five_agree (world, five_propose (world, "A", 100000));
  five_pay (world, 40000, 0);
  five_expect_mark (world, 1, TQ_MARK_BEFORE_MANDATE, 40000);
  five_give_mandate (world, 500);
  five_pay (world, 60500, 0);
  g_autoptr (TqCase) within = world_load (world);
  g_assert_cmpuint (within->marks->len, ==, 2);
  tq_act_init (&act, "Uno", 0, world->today);
  {
    char title[] = "vigilance";
    const TqOffice office = { .title = title,
                              .holder = world_party (world, "C1"),
                              .starts = world->today };
    g_autoptr (TqTransaction) t = tq_transaction_begin (world->store, &error);
    g_assert_true (tq_office_append (world->store, &act, &office, NULL, &error));
    g_assert_true (tq_transaction_commit (t, &error));
  }
  five_pay (world, 100, world_party (world, "C1"));
  five_expect_mark (world, 2, TQ_MARK_VIGILANCE_PAYS, 0);
  five_expect_mark (world, 3, TQ_MARK_EXCEEDED, 600);
  g_autoptr (GPtrArray) waiting = tq_agenda_load_waiting (world->store, world->of_case, &error);
  g_assert_cmpuint (waiting->len, ==, 1);
  world_verify (world);
}

/* I3: money paid without an agreement is posted and marked; the mark gets a link and stays. */
static void
test_without_agreement (void)
{
  g_autoptr (World) world = five_new ();
  g_autoptr (GError) error = NULL;
  TqAct act;
  gint64 event = 0;
  five_open_rules_case (world);
  TqPayment payment = { .amount_minor = 5000,
                        .payee = "Refacciones",
                        .from_account = world_account (world, "Assets:Cash box") };
  tq_act_init (&act, "Uno", 0, world->today);
  {
    g_autoptr (TqTransaction) t = tq_transaction_begin (world->store, &error);
    g_assert_true (tq_payment_append_outside (world->store, &act, &payment, &event, &error));
    g_assert_true (tq_transaction_commit (t, &error));
  }
  g_assert_cmpint (world_balance (world, "cash"), ==, -5000);
  g_autoptr (GPtrArray) open = tq_agenda_load_open_marks (world->store, &error);
  g_assert_cmpuint (open->len, ==, 1);
  TqNote link = { .who = "Lucía", .until_day = TQ_DAY_NONE, .refers = event };
  world_refuse (world, TQ_DO_LINK, &link, TQ_ERROR_INVALID, "what the assembly said");
  world_note (world, TQ_DO_LINK, event, "accepted by the assembly");
  world_refuse (world, TQ_DO_LINK, &link, TQ_ERROR_INVALID, "no mark there");
  g_autoptr (GPtrArray) after = tq_agenda_load_open_marks (world->store, &error);
  g_assert_cmpuint (after->len, ==, 0);
  g_autoptr (GPtrArray) all = tq_case_record_load_all (world->store, &tq_mark_kind, 0, &error);
  g_assert_cmpuint (all->len, ==, 1);
  g_assert_cmpint (((TqMark *) g_ptr_array_index (all, 0))->linked, >, event);
  world_verify (world);
}

static void
give_word (World *world, const char *group, gint64 proposal, gint64 present, gint64 agree_count)
{
  TqWord word = { .group = world_group (world, group),
                  .met_day = world->today,
                  .present = present };
  TqWordPosition *position = tq_case_record_add (&word.positions, &tq_word_position_kind);
  position->proposal = proposal;
  position->agree = agree_count;
  world_do (world, TQ_DO_WORD, &word);
}

static void
refuse_word (World *world,
             const TqWord *draft,
             gint64 proposal,
             gint64 agree_count,
             int code,
             const char *words)
{
  TqWord word = *draft;
  TqWordPosition *position = tq_case_record_add (&word.positions, &tq_word_position_kind);
  position->proposal = proposal;
  position->agree = agree_count;
  world_refuse (world, TQ_DO_WORD, &word, code, words);
}

/* I4 and I7: counts fit; a word counts once and is replaced only with its reason; a group that is
 * not heard has no position, and only the assembly goes on without it. */
static void
test_words (void)
{
  g_autoptr (World) world = five_new ();
  TqConsultation round = { .words = "round 1" };
  five_open_rules_case (world);
  const gint64 p = five_propose (world, "A", 0);
  world_do (world, TQ_DO_ROUND, &round);
  TqWord word = { .group = world_group (world, "Centro"), .met_day = world->today, .present = 3 };
  refuse_word (world, &word, p, 1, TQ_ERROR_INVALID, "3 present is more than the 2");
  word.present = 2;
  refuse_word (world, &word, p, 3, TQ_ERROR_INVALID, "add up to 3, but 2");
  give_word (world, "Centro", p, 2, 2);
  refuse_word (world, &word, p, 1, TQ_ERROR_CONFLICT, "has given its word");
  g_autoptr (TqCase) c = world_load (world);
  word.replaces = ((TqWord *) tq_case_get_last (c->words))->record.event;
  refuse_word (world, &word, p, 1, TQ_ERROR_INVALID, "why the word is replaced");
  word.reason = "the secretary counted a visitor";
  world_do (world, TQ_DO_WORD, &word);
  g_autoptr (TqCase) after = world_load (world);
  g_autoptr (GArray) unheard = tq_case_list_unheard (after);
  g_assert_cmpuint (after->words->len, ==, 2);
  g_assert_cmpuint (unheard->len, ==, 1);
  g_assert_cmpint (g_array_index (unheard, gint64, 0), ==, world_group (world, "Arriba"));
  world_note (world, TQ_DO_NOT_HEARD, 0, "the assembly accepts that Arriba is not yet heard");
  g_autoptr (TqCase) on = world_load (world);
  g_assert_cmpint (on->state, ==, TQ_STATE_HARMONISING);
  world_verify (world);
}

/* I8 and I9: an objection needs its reason and keeps every character; proposals stand as spoken. */
static void
test_own_words (void)
{
  static const char reason[] = "Sin cotización «por escrito»;\n  tememos más de 50,000.  No.";
  g_autoptr (World) world = five_new ();
  five_open_rules_case (world);
  const gint64 p = five_propose (world, "Z", 0);
  five_propose (world, "A", 0);
  five_propose (world, "M", 0);
  TqObjection empty = { .proposal = p, .whose = "Dos", .reason = "" };
  world_refuse (world, TQ_DO_OBJECT, &empty, TQ_ERROR_INVALID, "carries its reason");
  TqObjection objection = { .proposal = p, .whose = "Dos", .reason = reason, .asks = TQ_ASKS_STOP };
  world_do (world, TQ_DO_OBJECT, &objection);
  g_autoptr (TqCase) c = world_load (world);
  g_assert_cmpstr (((TqObjection *) tq_case_get_last (c->objections))->reason, ==, reason);
  const char *const spoken[] = { "Z", "A", "M" };
  for (guint i = 0; i < G_N_ELEMENTS (spoken); i++)
    g_assert_cmpstr (((TqProposal *) g_ptr_array_index (c->proposals, i))->label, ==, spoken[i]);
  world_verify (world);
}

/* A pause stops everything but taking up again, at the same station. */
static void
test_pause (void)
{
  g_autoptr (World) world = five_new ();
  five_open_rules_case (world);
  world_note (world, TQ_DO_PAUSE, 0, "a death in the village");
  TqReading reading = { .subject = "rules" };
  world_refuse (world, TQ_DO_READ, &reading, TQ_ERROR_FORBIDDEN, "Paused");
  world_note (world, TQ_DO_RESUME, 0, "go on");
  g_autoptr (TqCase) c = world_load (world);
  g_assert_cmpint (c->state, ==, TQ_STATE_PRESENTED);
  world_verify (world);
}

/* A change of the rules has no accounts and nothing to pay: it ends with its decision. */
static void
test_rules_case (void)
{
  g_autoptr (World) world = five_new ();
  five_open_rules_case (world);
  TqReview review = { .who = "vigilance" };
  world_refuse (world, TQ_DO_REVIEW, &review, TQ_ERROR_FORBIDDEN, "not possible while");
  five_agree (world, five_propose (world, "A", 0));
  world_note (world, TQ_DO_FINISH, 0, "it holds from today");
  g_autoptr (TqCase) c = world_load (world);
  g_assert_cmpint (c->state, ==, TQ_STATE_FINISHED);
  world_verify (world);
}

/* I1: a proposal above what can be decided on is computed, not forbidden; as a decision it needs a
 * line of its own that says which fund gives the rest. */
static void
test_own_fund (void)
{
  g_autoptr (World) world = five_new ();
  g_autoptr (GError) error = NULL;
  TqFit fit;
  five_close_surplus (world, 100000);
  five_meet (world);
  const gint64 above = five_propose (world, "A", 120000);
  g_autoptr (TqCase) c = world_load (world);
  g_assert_true (tq_means_fit (world->store, c, tq_case_get_last (c->proposals), &fit, &error));
  g_assert_cmpint (fit.sum_minor, ==, 120000);
  g_assert_cmpint (fit.above_minor, ==, 20000);
  g_assert_cmpint (fit.free_cash_minor, ==, 100000);
  g_assert_cmpint (fit.short_minor, ==, 20000);
  TqProposal p = { .label = "B", .title = "B", .authors = "Dos", .version_of = above };
  TqProposalChange *change = tq_case_record_add (&p.changes, &tq_proposal_change_kind);
  change->words = g_strdup ("the reserve gives 200.00");
  change->asked_by = g_strdup ("Dos");
  TqProposalLine *line = tq_case_record_add (&p.lines, &tq_proposal_line_kind);
  line->label = g_strdup ("Roof");
  line->amount_minor = 120000;
  line = tq_case_record_add (&p.lines, &tq_proposal_line_kind);
  line->line_kind = TQ_LINE_KIND_OWN_FUND;
  line->label = g_strdup ("From the reserve");
  line->role = g_strdup ("reserve");
  line->amount_minor = 20000;
  five_agree (world, world_do (world, TQ_DO_PROPOSE, &p));
  g_assert_cmpint (world_balance (world, "reserve"), ==, 20000);
  g_assert_cmpint (world_balance (world, "agreed-uses"), ==, -120000);
  g_assert_cmpint (world_balance (world, "result"), ==, 0);
  world_verify (world);
}

/* A decision above the means is refused, naming the difference. */
static void
test_too_much (void)
{
  g_autoptr (World) world = five_new ();
  five_close_surplus (world, 100000);
  five_meet (world);
  const gint64 p = five_propose (world, "A", 120000);
  TqTally tally = { .proposal = p, .handed_out = 5, .agree = 5 };
  TqDecision decision = { .proposal = p };
  world_note (world, TQ_DO_TALK_HERE, 0, "here");
  world_do (world, TQ_DO_AGREE, &tally);
  world_refuse (world, TQ_DO_DECIDE, &decision, TQ_ERROR_INVALID, "200.00 too much");
}

/* Whoever is recalled, by whose minutes and with which counts stays in the case. */
static void
test_recall (void)
{
  g_autoptr (World) world = five_new ();
  five_open_rules_case (world);
  TqRecall recall = { .who = "Tres",
                      .task = "delegate",
                      .recalled_by = "Arriba",
                      .agree = 3,
                      .present = 2,
                      .from_day = world->today,
                      .successor = "Dos" };
  world_refuse (world, TQ_DO_RECALL, &recall, TQ_ERROR_INVALID, "Count again");
  recall.present = 3;
  world_do (world, TQ_DO_RECALL, &recall);
  g_autoptr (TqCase) c = world_load (world);
  g_assert_cmpstr (((TqRecall *) tq_case_get_last (c->recalls))->successor, ==, "Dos");
  g_assert_cmpint (c->state, ==, TQ_STATE_PRESENTED);
  world_verify (world);
}

/* 1b: a loss goes the same road; the decision says which fund carries it. */
static void
test_shortfall (void)
{
  g_autoptr (World) world = five_new ();
  five_close_surplus (world, -30000);
  g_autoptr (TqCase) c = world_load (world);
  g_assert_cmpint (c->state, ==, TQ_STATE_SHORTFALL);
  five_meet (world);
  TqProposal p = { .label = "A", .title = "The reserve carries it", .authors = "Uno" };
  TqProposalLine *line = tq_case_record_add (&p.lines, &tq_proposal_line_kind);
  line->line_kind = TQ_LINE_KIND_FUND;
  line->label = g_strdup ("Reserve");
  line->role = g_strdup ("reserve");
  line->amount_minor = 30000;
  line->step_minor = 1;
  five_agree (world, world_do (world, TQ_DO_PROPOSE, &p));
  g_assert_cmpint (world_balance (world, "reserve"), ==, 30000);
  g_assert_cmpint (world_balance (world, "result"), ==, 0);
  world_verify (world);
}

/* What is short in the box is entered by the count, in the period that is closed. */
static void
test_difference (void)
{
  g_autoptr (World) world = five_new ();
  world_post (world, "Assets:Cash box", "Income:Sales of produce", NULL, 830000);
  world_date (world, "2026-12-05");
  world_open_case (world, TQ_CASE_SURPLUS, "Excedente", "2026-11-01", "2026-11-30");
  TqCount count = { .account = world_account (world, "Assets:Cash box"),
                    .counted_minor = 816500,
                    .first_person = "Eusebia",
                    .second_person = "Rosa" };
  world_do (world, TQ_DO_COUNT, &count);
  TqClose close = { .seal = world_seal (world, "2026-11-30") };
  world_do (world, TQ_DO_CLOSE, &close);
  g_autoptr (TqCase) c = world_load (world);
  g_assert_cmpint (((TqClose *) tq_case_get_last (c->closes))->result_minor, ==, 816500);
  g_assert_cmpint (world_balance (world, "cash-short"), ==, 0);
  g_assert_cmpint (world_balance (world, "result"), ==, -816500);
  world_verify (world);
}

/* The accounts come back from the assembly, and are closed again under a new seal; the old one
 * stays. */
static void
test_returned (void)
{
  g_autoptr (World) world = five_new ();
  TqReading reading = { .subject = "Open statement" };
  TqAccountsVerdict verdict = { .verdict = TQ_VERDICT_RETURNED, .words = "a receipt is missing" };
  five_close_surplus (world, 100000);
  world_notice (world, "2026-12-05", "2026-12-15");
  world_date (world, "2026-12-15");
  world_roll (world, five, 5);
  world_do (world, TQ_DO_READ, &reading);
  world_do (world, TQ_DO_ACCOUNTS, &verdict);
  world_post (world, "Expenses:Repairs", "Assets:Cash box", NULL, 1000);
  TqCount count = { .account = world_account (world, "Assets:Cash box"),
                    .counted_minor = 99000,
                    .first_person = "Uno",
                    .second_person = "Dos" };
  world_date (world, "2026-12-20");
  world_do (world, TQ_DO_COUNT, &count);
  TqClose close = { .seal = world_seal (world, "2026-12-15") };
  world_do (world, TQ_DO_CLOSE, &close);
  g_autoptr (TqCase) c = world_load (world);
  g_assert_cmpint (c->state, ==, TQ_STATE_CLOSED);
  g_assert_cmpuint (c->closes->len, ==, 2);
  g_assert_cmpint (((TqClose *) tq_case_get_last (c->closes))->result_minor, ==, 99000);
  g_assert_cmpint (world_balance (world, "result"), ==, -99000);
  world_verify (world);
}

/* The same act twice is one event: a repeated click doubles nothing. */
static void
test_once (void)
{
  g_autoptr (World) world = five_new ();
  g_autoptr (GError) error = NULL;
  TqAct act;
  gint64 first = 0, second = 0;
  five_open_rules_case (world);
  tq_act_init (&act, "Uno", 0, world->today);
  for (guint i = 0; i < 2; i++) {
    TqNote pause = { .who = "Uno", .words = "rain", .until_day = TQ_DAY_NONE };
    g_autoptr (TqTransaction) t = tq_transaction_begin (world->store, &error);
    g_assert_true (tq_step_append (world->store,
                                   &act,
                                   TQ_DO_PAUSE,
                                   world->of_case,
                                   &pause,
                                   i == 0 ? &first : &second,
                                   &error));
    g_assert_true (tq_transaction_commit (t, &error));
  }
  g_assert_cmpint (first, ==, second);
  world_verify (world);
}

/* Too few days of notice, and callers who are too few, are recorded and marked. */
static void
test_notice_marks (void)
{
  g_autoptr (World) world = five_new ();
  world_open_case (world, TQ_CASE_RULES, "Rules", "2026-11-01", "2026-11-01");
  TqNotice notice = { .called_by = "nobody of the five",
                      .by_right = TQ_CALL_RIGHT_FAMILIES,
                      .families = 0,
                      .place = "the square",
                      .given_day = world->today,
                      .assembly_day = world->today + 3 };
  world_do (world, TQ_DO_NOTICE, &notice);
  five_expect_mark (world, 0, TQ_MARK_SHORT_NOTICE, 3);
  five_expect_mark (world, 1, TQ_MARK_NOT_ENTITLED, 0);
  world_verify (world);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/assembly/principles/exceeded", test_exceeded);
  g_test_add_func ("/assembly/principles/without-agreement", test_without_agreement);
  g_test_add_func ("/assembly/principles/words", test_words);
  g_test_add_func ("/assembly/principles/own-words", test_own_words);
  g_test_add_func ("/assembly/principles/pause", test_pause);
  g_test_add_func ("/assembly/principles/rules-case", test_rules_case);
  g_test_add_func ("/assembly/principles/own-fund", test_own_fund);
  g_test_add_func ("/assembly/principles/too-much", test_too_much);
  g_test_add_func ("/assembly/principles/recall", test_recall);
  g_test_add_func ("/assembly/principles/shortfall", test_shortfall);
  g_test_add_func ("/assembly/principles/difference", test_difference);
  g_test_add_func ("/assembly/principles/returned", test_returned);
  g_test_add_func ("/assembly/principles/once", test_once);
  g_test_add_func ("/assembly/principles/notice-marks", test_notice_marks);
  return g_test_run ();
}
