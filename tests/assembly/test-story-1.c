/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Thirty-one quintales: the whole road once, from an empty book to the closed case, with every
 * figure. */
#include "world.h"

#include "surplus/fund-rule.h"

static const Family families[] = {
  { "A1", "Anselmo y Domitila", 200 },
  { "A2", "Rufina", 175 },
  { "A3", "Pascual y Elodia", 150 },
  { "A4", "Jacinto y Mariana", 150 },
  { "A5", "Feliciana", 125 },
  { "A6", "Gaspar e Inés", 125 },
  { "A7", "Petrona", 100 },
  { "A8", "Lorenzo y Juana", 100 },
  { "A9", "Catarina", 75 },
  { "C1", "Nicolás y Rosa", 225 },
  { "C2", "Micaela", 175 },
  { "C3", "Diego y Antonia", 150 },
  { "C4", "Sebastián y Lucía", 150 },
  { "C5", "Manuela", 125 },
  { "C6", "Agustín y Marta", 100 },
  { "C7", "Verónica", 100 },
  { "C8", "Mateo y Pascuala", 75 },
  { "V1", "Tomás y Angélica", 200 },
  { "V2", "Florencia", 175 },
  { "V3", "Bartolo e Irma", 150 },
  { "V4", "Hilaria", 125 },
  { "V5", "Dominga", 100 },
  { "V6", "Eusebia", 50 },
};
static const char *const groups[] = { "Arriba", "Centro", "Vega", NULL };

/* What the story's table says under A, in pesos. */
static const gint64 by_kilos[] = { 1478, 1293, 1108, 1108, 923,  923, 739, 739,
                                   554,  1662, 1293, 1108, 1108, 923, 739, 739,
                                   554,  1478, 1293, 1108, 923,  739, 369 };

static void
set_rule (World *world, const char *code, gint64 position)
{
  TqAct act;
  g_autoptr (GError) error = NULL;
  const TqFundRule rule = { .code = code,
                            .position = position,
                            .label = code,
                            .kind = TQ_FUND_PERCENT,
                            .rate = "10/100",
                            .rounding = TQ_ROUND_CEIL,
                            .role = code,
                            .reference = "acuerdo de 2025-03",
                            .valid_from = world->today };
  tq_act_init (&act, "Lucía", 0, world->today);
  g_autoptr (TqTransaction) t = tq_transaction_begin (world->store, &error);
  g_assert_no_error (error);
  g_assert_true (tq_fund_rule_append (world->store, &act, &rule, NULL, &error));
  g_assert_true (tq_transaction_commit (t, &error));
}

static void
enter_harvest (World *world)
{
  static const struct {
    const char *account;
    gint64 amount;
  } costs[] = { { "Expenses:Transport", 620000 }, { "Expenses:Sacks and packaging", 117800 },
                { "Expenses:Repairs", 246000 },   { "Expenses:Certification", 500000 },
                { "Expenses:Stationery", 16200 }, { "Expenses:Commission travel", 100000 } };
  world_post (world, "Assets:Cash box", "Equity:Funds:Voluntary reserve", NULL, 320000);
  world_date (world, "2026-12-01");
  world_post (world, "Assets:Cash box", "Income:Sales of produce", NULL, 10000000);
  for (gsize i = 0; i < G_N_ELEMENTS (families); i++)
    world_post (world,
                "Expenses:Advances for produce",
                "Assets:Cash box",
                families[i].code,
                families[i].quantity * 3160);
  for (gsize i = 0; i < G_N_ELEMENTS (costs); i++)
    world_post (world, costs[i].account, "Assets:Cash box", NULL, costs[i].amount);
  world_date (world, "2027-03-20");
  world_post (world, "Assets:Cash box", "Income:Sales of produce", NULL, 4260000);
}

static void
close_accounts (World *world)
{
  world_date (world, "2027-04-04");
  world_open_case (world, TQ_CASE_SURPLUS, "Excedente 2026-2027", "2026-11-01", "2027-03-31");
  TqCount same = { .account = world_account (world, "Assets:Cash box"),
                   .counted_minor = 3184000,
                   .first_person = "Lucía",
                   .second_person = "Lucía" };
  world_refuse (world, TQ_DO_COUNT, &same, TQ_ERROR_INVALID, "Two different people");
  TqClose early = { .seal = 1 };
  world_refuse (world, TQ_DO_CLOSE, &early, TQ_ERROR_FORBIDDEN, "Two people count");
  TqCount count = { .account = world_account (world, "Assets:Cash box"),
                    .counted_minor = 3184000,
                    .detail = "63 × 500.00, 1 × 200.00, 1 × 100.00, 2 × 20.00",
                    .first_person = "Lucía",
                    .second_person = "Petrona" };
  world_do (world, TQ_DO_COUNT, &count);
  g_assert_cmpint (count.book_minor, ==, 3184000);
  TqClose close = { .seal = world_seal (world, "2027-03-31") };
  world_do (world, TQ_DO_CLOSE, &close);
  TqReview review = { .finding = TQ_FINDING_OBSERVATIONS,
                      .who = "Petrona, Agustín, Hilaria",
                      .words = "The receipt of 162.00 for photocopies has no stamp." };
  world_do (world, TQ_DO_REVIEW, &review);
}

static void
present_accounts (World *world)
{
  world_notice (world, "2027-04-04", "2027-04-18");
  world_date (world, "2027-04-18");
  world_roll (world, families, 21);
  TqProposal early = { .label = "A", .title = "By kilos", .authors = "Anselmo (A1)" };
  world_refuse (world, TQ_DO_PROPOSE, &early, TQ_ERROR_FORBIDDEN, "accept the accounts");
  TqReading reading = { .subject = "Open statement" };
  TqReader *reader = tq_case_record_add (&reading.readers, &tq_reader_kind);
  reader->who = g_strdup ("Lucía");
  reader->language = g_strdup ("español");
  reader = tq_case_record_add (&reading.readers, &tq_reader_kind);
  reader->who = g_strdup ("Tomás");
  reader->language = g_strdup ("tsotsil");
  world_do (world, TQ_DO_READ, &reading);
  TqQuestion question = { .who = "Dominga", .words = "why 5,000 for a certificate?" };
  const gint64 asked = world_do (world, TQ_DO_QUESTION, &question);
  TqQuestion answer = { .who = "Nicolás", .words = "the buyer asks for it", .answers = asked };
  world_do (world, TQ_DO_QUESTION, &answer);
  TqAccountsVerdict verdict = { .verdict = TQ_VERDICT_OBSERVATIONS, .words = "the missing stamp" };
  world_do (world, TQ_DO_ACCOUNTS, &verdict);
}

static void
add_line (TqProposal *proposal, TqLineKind kind, const char *label, gint64 amount, gint64 step)
{
  TqProposalLine *line = tq_case_record_add (&proposal->lines, &tq_proposal_line_kind);
  line->line_kind = kind;
  line->label = g_strdup (label);
  line->amount_minor = amount;
  line->step_minor = step;
  line->basis = kind == TQ_LINE_KIND_FAMILIES ? TQ_BASIS_LIST : TQ_BASIS_NONE;
}

/* Every family that delivered at most *most* takes part in the last line; with equal parts or by
 * what it delivered. */
static void
add_families (World *world, TqProposal *proposal, gint64 most, gboolean equal)
{
  for (gsize i = 0; i < G_N_ELEMENTS (families); i++) {
    if (families[i].quantity > most)
      continue;
    TqProposalShare *share = tq_case_record_add (&proposal->shares, &tq_proposal_share_kind);
    share->of_line = proposal->lines->len;
    share->party = world_party (world, families[i].code);
    share->quantity = equal ? 1 : families[i].quantity;
  }
}

static gint64
propose (World *world)
{
  TqProposal a = { .label = "A", .title = "By kilos", .authors = "Anselmo (A1)" };
  add_line (&a, TQ_LINE_KIND_FAMILIES, "Families", 2291200, 100);
  add_families (world, &a, 1000, FALSE);
  world_do (world, TQ_DO_PROPOSE, &a);
  TqProposal b = { .label = "B", .title = "Equal for all", .authors = "Florencia (V2)" };
  add_line (&b, TQ_LINE_KIND_FAMILIES, "Families", 2291200, 100);
  add_families (world, &b, 1000, TRUE);
  world_do (world, TQ_DO_PROPOSE, &b);
  TqProposal c = { .label = "C",
                   .title = "Pulper, tank, the rest equal",
                   .authors = "Rufina (A2)" };
  add_line (&c, TQ_LINE_KIND_USE, "Despulpadora de motor", 1450000, 1);
  add_line (&c, TQ_LINE_KIND_USE, "Pila de agua (reparación)", 335000, 1);
  add_line (&c, TQ_LINE_KIND_FAMILIES, "Families", 506200, 25);
  add_families (world, &c, 1000, TRUE);
  return world_do (world, TQ_DO_PROPOSE, &c);
}

static void
answer (World *world, const char *group, gint64 present, gint64 proposal, gint64 doubts)
{
  TqWord word = { .group = world_group (world, group),
                  .met_day = world->today,
                  .present = present,
                  .women = present,
                  .men = present - 1,
                  .readers = "Lucía",
                  .signatures = present };
  TqWordPosition *position = tq_case_record_add (&word.positions, &tq_word_position_kind);
  position->proposal = proposal;
  position->agree = present - doubts;
  position->doubts = doubts;
  world_do (world, TQ_DO_WORD, &word);
}

static gint64
consult (World *world, gint64 c)
{
  TqConsultation round = { .words = "Three barrios" };
  world_date (world, "2027-04-20");
  world_do (world, TQ_DO_ROUND, &round);
  answer (world, "Arriba", 9, c, 1);
  answer (world, "Centro", 7, c, 0);
  TqNote gather = { .who = "Lucía", .until_day = TQ_DAY_NONE };
  world_refuse (world, TQ_DO_GATHER, &gather, TQ_ERROR_FORBIDDEN, "Not every group was heard");
  answer (world, "Vega", 6, c, 2);
  world_note (world, TQ_DO_GATHER, 0, "three sheets");
  world_date (world, "2027-04-26");
  TqProposal version = { .label = "C″",
                         .title = "Pulper, tank, tables, small harvests",
                         .authors = "joint commission",
                         .version_of = c };
  add_line (&version, TQ_LINE_KIND_USE, "Despulpadora de motor", 1450000, 1);
  add_line (&version, TQ_LINE_KIND_USE, "Pila de agua (reparación)", 335000, 1);
  add_line (&version, TQ_LINE_KIND_USE, "Mesas de secado de las compañeras", 230000, 1);
  add_line (&version, TQ_LINE_KIND_FAMILIES, "Familias de cosecha chica", 276200, 25);
  add_families (world, &version, 100, TRUE);
  TqProposalChange *change = tq_case_record_add (&version.changes, &tq_proposal_change_kind);
  change->words = g_strdup ("2,300.00 for drying tables");
  change->asked_by = g_strdup ("Arriba");
  change = tq_case_record_add (&version.changes, &tq_proposal_change_kind);
  change->words = g_strdup ("the rest for small harvests");
  change->asked_by = g_strdup ("La Vega");
  const gint64 event = world_do (world, TQ_DO_PROPOSE, &version);
  TqConsultation second = { .words = "the new version" };
  world_date (world, "2027-04-28");
  world_do (world, TQ_DO_ROUND, &second);
  answer (world, "Arriba", 9, event, 1);
  answer (world, "Centro", 7, event, 0);
  answer (world, "Vega", 6, event, 0);
  world_note (world, TQ_DO_GATHER, 0, "all three agree");
  return event;
}

static void
decide (World *world, gint64 proposal)
{
  world_notice (world, "2027-04-20", "2027-05-02");
  world_date (world, "2027-05-02");
  world_roll (world, families, 22);
  TqObjection objection = { .proposal = proposal,
                            .whose = "Anselmo (A1)",
                            .party = world_party (world, "A1"),
                            .reason =
                              "By kilos I would receive 1,478.00; and the machine may break.",
                            .remedy = "look at by-kilo sharing next harvest",
                            .asks = TQ_ASKS_ASIDE };
  const gint64 objected = world_do (world, TQ_DO_OBJECT, &objection);
  TqTally early = { .proposal = proposal, .handed_out = 22, .agree = 18, .doubts = 3, .aside = 1 };
  world_refuse (world, TQ_DO_AGREE, &early, TQ_ERROR_FORBIDDEN, "Anselmo");
  TqObjectionAnswer answered = { .objection = objected,
                                 .who = "Rufina",
                                 .words = "it goes on the agenda of the next harvest",
                                 .outcome = TQ_ANSWER_ASIDE };
  world_do (world, TQ_DO_ANSWER, &answered);
  TqTally wrong = { .proposal = proposal, .handed_out = 22, .agree = 18, .doubts = 2, .aside = 1 };
  world_refuse (world, TQ_DO_AGREE, &wrong, TQ_ERROR_INVALID, "add up to 21, but 22");
  TqTally tally = { .proposal = proposal, .handed_out = 22, .agree = 18, .doubts = 3, .aside = 1 };
  world_do (world, TQ_DO_AGREE, &tally);
  TqAgendaItem request = { .agenda_kind = TQ_AGENDA_REQUEST,
                           .who = "Anselmo (A1)",
                           .words = "by-kilo sharing",
                           .next_case = 1 };
  world_do (world, TQ_DO_AGENDA, &request);
  TqDecision short_of = { .proposal = proposal, .remainder_minor = 100 };
  TqDecisionLine *line = tq_case_record_add (&short_of.lines, &tq_decision_line_kind);
  line->label = g_strdup ("Despulpadora de motor");
  line->role = g_strdup ("agreed-uses");
  line->amount_minor = 1450000;
  world_refuse (world, TQ_DO_DECIDE, &short_of, TQ_ERROR_INVALID, "8,411.00 too little");
  TqDecision decision = { .proposal = proposal, .words = "C″", .minority = objection.reason };
  world_do (world, TQ_DO_DECIDE, &decision);
}

static void
give_mandate (World *world)
{
  TqMandate mandate = { .deadline = world->today + 44, .answers_to = "the assembly" };
  TqMandatePerson *person = tq_case_record_add (&mandate.persons, &tq_mandate_person_kind);
  person->name = g_strdup ("Rufina");
  person = tq_case_record_add (&mandate.persons, &tq_mandate_person_kind);
  person->name = g_strdup ("Diego");
  const gint64 given = world_do (world, TQ_DO_MANDATE, &mandate);
  TqMinutes minutes = { .began = "10:00", .ended = "13:00", .signatures = 19, .fingerprints = 3 };
  TqMinutesItem *item = tq_case_record_add (&minutes.items, &tq_minutes_item_kind);
  item->title = g_strdup ("What to do with 22,912.00");
  world_do (world, TQ_DO_MINUTES, &minutes);
  world_note (world, TQ_DO_ACCEPT, given, "Rufina, Diego and Angélica accept");
}

static void
pay (World *world, gint64 line, const char *payee, const char *party, gint64 amount)
{
  TqPayment payment = { .decision_line = line,
                        .amount_minor = amount,
                        .payee = payee,
                        .party = party != NULL ? world_party (world, party) : 0,
                        .from_account = world_account (world, "Assets:Cash box"),
                        .receipt = 1 };
  world_do (world, TQ_DO_PAY, &payment);
}

static void
carry_out (World *world)
{
  world_date (world, "2027-05-20");
  pay (world, 1, "Talleres", NULL, 1418000);
  pay (world, 2, "Albañil", NULL, 335000);
  pay (world, 3, "Carpintero", NULL, 241000);
  for (gsize i = 0; i < G_N_ELEMENTS (families); i++)
    if (families[i].quantity <= 100)
      pay (world, 4, families[i].name, families[i].code, 34525);
}

static void
report_back (World *world)
{
  world_date (world, "2027-06-08");
  world_notice (world, "2027-06-08", "2027-06-20");
  world_date (world, "2027-06-20");
  world_roll (world, families, 20);
  TqReport report = { .who = "Rufina, Diego, Angélica", .unspent_role = "reserve" };
  for (gint64 i = 1; i <= 4; i++) {
    TqReportLine *line = tq_case_record_add (&report.lines, &tq_report_line_kind);
    line->decision_line = i;
    line->unspent_minor = i == 1 ? 21000 : 0;
    line->why = g_strdup (i == 3 ? "the wood cost more" : "");
  }
  TqReportMove *move = tq_case_record_add (&report.moves, &tq_report_move_kind);
  move->from_line = 1;
  move->to_line = 3;
  move->amount_minor = 11000;
  TqNote early = { .who = "Lucía", .until_day = TQ_DAY_NONE };
  world_refuse (world, TQ_DO_FINISH, &early, TQ_ERROR_FORBIDDEN, "not possible while");
  world_do (world, TQ_DO_REPORT, &report);
  world_note (world, TQ_DO_FINISH, 0, "everything is carried out");
}

static void
check_splits (const TqCase *c)
{
  g_autoptr (GError) error = NULL;
  gint64 sums[] = { 0, 0 };
  for (guint p = 0; p < 2; p++) {
    g_autoptr (GArray) amounts = tq_proposal_split (g_ptr_array_index (c->proposals, p), &error);
    g_assert_no_error (error);
    g_assert_cmpuint (amounts->len, ==, G_N_ELEMENTS (families));
    for (guint i = 0; i < amounts->len; i++) {
      const gint64 amount = g_array_index (amounts, TqProposalAmount, i).amount_minor;
      g_assert_cmpint (amount, ==, p == 0 ? by_kilos[i] * 100 : 99600);
      sums[p] += amount;
    }
  }
  g_assert_cmpint (sums[0], ==, 2290100);
  g_assert_cmpint (sums[1], ==, 2290800);
}

static void
check_agenda (World *world, const TqCase *c)
{
  const TqNotice *last = tq_case_get_last (c->notices);
  g_autoptr (GError) error = NULL;
  g_assert_cmpuint (last->lines->len, ==, 2);
  const TqNoticeLine *line = g_ptr_array_index (last->lines, 1);
  g_autoptr (GPtrArray) owner = g_ptr_array_new_with_free_func (tq_case_record_free);
  TqAgendaItem *item = tq_agenda_load_item (world->store, line->item, &error);
  g_assert_no_error (error);
  g_ptr_array_add (owner, item);
  g_autofree char *text = tq_agenda_item_dup_text (world->store, item);
  g_assert_cmpstr (text, ==, "110.00 above the agreement: Mesas de secado de las compañeras");
}

static void
check_execution (const TqCase *c)
{
  static const gint64 spent[] = { 1418000, 335000, 241000, 276200 };
  static const gint64 agreed[] = { 1450000, 335000, 230000, 276200 };
  g_autoptr (GArray) lines = tq_case_build_execution (c);
  g_assert_cmpuint (lines->len, ==, G_N_ELEMENTS (spent));
  for (guint i = 0; i < lines->len; i++) {
    const TqExecutionLine *e = &g_array_index (lines, TqExecutionLine, i);
    g_assert_cmpint (e->line->amount_minor, ==, agreed[i]);
    g_assert_cmpint (e->spent_minor, ==, spent[i]);
    g_assert_cmpint (e->rest_minor, ==, 0);
    g_assert_cmpint (e->exceeded, ==, i == 2);
    g_assert_true (e->settled);
  }
}

/* The whole story, step by step, with the figures that it says to reproduce. */
static void
test_story (void)
{
  g_autoptr (World) world = world_new (families, G_N_ELEMENTS (families), groups);
  g_autoptr (GError) error = NULL;
  g_auto (TqMeans) means = { 0 };
  set_rule (world, "reserve", 1);
  set_rule (world, "solidarity", 2);
  world_set (world, "payment-step", "25");
  enter_harvest (world);
  close_accounts (world);
  g_assert_cmpint (world_balance (world, "cash"), ==, 3184000);
  present_accounts (world);
  const gint64 c = propose (world);
  const gint64 version = consult (world, c);
  g_autoptr (TqCase) before = world_load (world);
  check_splits (before);
  g_assert_true (tq_means_load (world->store, before, &means, &error));
  g_assert_cmpint (means.result_minor, ==, 2864000);
  g_assert_cmpint (g_array_index (means.funds, TqFundAmount, 0).amount, ==, 286400);
  g_assert_cmpint (g_array_index (means.funds, TqFundAmount, 1).amount, ==, 286400);
  g_assert_cmpint (means.decidable_minor, ==, 2291200);
  decide (world, version);
  g_assert_cmpint (world_balance (world, "result"), ==, 0);
  g_assert_cmpint (world_balance (world, "reserve"), ==, -286400);
  g_assert_cmpint (world_balance (world, "solidarity"), ==, -286400);
  give_mandate (world);
  carry_out (world);
  g_assert_cmpint (world_balance (world, "cash"), ==, 913800);
  g_assert_cmpint (world_balance (world, "returns-payable"), ==, 0);
  g_assert_cmpint (world_balance (world, "agreed-uses"), ==, -21000);
  report_back (world);
  g_assert_cmpint (world_balance (world, "reserve"), ==, -307400);
  g_assert_cmpint (world_balance (world, "agreed-uses"), ==, 0);
  g_autoptr (TqCase) done = world_load (world);
  g_assert_cmpint (done->state, ==, TQ_STATE_FINISHED);
  check_execution (done);
  check_agenda (world, done);
  world_verify (world);
}

/* What was asked for the next harvest stands on the first agenda of the next case, typed by nobody.
 * */
static void
test_next_harvest (void)
{
  g_autoptr (World) world = world_new (families, G_N_ELEMENTS (families), groups);
  world_open_case (world, TQ_CASE_RULES, "Rules", "2026-11-01", "2026-11-01");
  TqAgendaItem request = { .who = "A1", .words = "by-kilo sharing", .next_case = 1 };
  const gint64 item = world_do (world, TQ_DO_AGENDA, &request);
  world_notice (world, "2026-11-01", "2026-11-12");
  g_autoptr (TqCase) first = world_load (world);
  g_assert_cmpuint (((TqNotice *) tq_case_get_last (first->notices))->lines->len, ==, 1);
  world_open_case (world, TQ_CASE_RULES, "Rules again", "2027-11-01", "2027-11-01");
  world_notice (world, "2027-11-01", "2027-11-12");
  g_autoptr (TqCase) second = world_load (world);
  const TqNotice *notice = tq_case_get_last (second->notices);
  g_assert_cmpuint (notice->lines->len, ==, 2);
  g_assert_cmpint (((TqNoticeLine *) g_ptr_array_index (notice->lines, 1))->item, ==, item);
  world_verify (world);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/assembly/story-1/whole", test_story);
  g_test_add_func ("/assembly/story-1/next-harvest", test_next_harvest);
  return g_test_run ();
}
