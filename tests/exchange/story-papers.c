/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "story-papers.h"

#include "reports/papers-accounts.h"
#include "reports/papers-call.h"
#include "reports/papers-carrying-out.h"
#include "reports/papers-change.h"
#include "reports/papers-minutes.h"
#include "reports/papers-proposal.h"

static const struct {
  const char *code;
  const char *name;
  gint64 by_kilos;
  gint64 small;
} families[] = {
  { "A1", "Anselmo y Domitila", 147800, 0 },
  { "A2", "Rufina", 129300, 0 },
  { "A3", "Pascual y Elodia", 110800, 0 },
  { "A4", "Jacinto y Mariana", 110800, 0 },
  { "A5", "Feliciana", 92300, 0 },
  { "A6", "Gaspar e Inés", 92300, 0 },
  { "A7", "Petrona", 73900, 34525 },
  { "A8", "Lorenzo y Juana", 73900, 34525 },
  { "A9", "Catarina", 55400, 34525 },
  { "C1", "Nicolás y Rosa", 166200, 0 },
  { "C2", "Micaela", 129300, 0 },
  { "C3", "Diego y Antonia", 110800, 0 },
  { "C4", "Sebastián y Lucía", 110800, 0 },
  { "C5", "Manuela", 92300, 0 },
  { "C6", "Agustín y Marta", 73900, 34525 },
  { "C7", "Verónica", 73900, 34525 },
  { "C8", "Mateo y Pascuala", 55400, 34525 },
  { "V1", "Tomás y Angélica", 147800, 0 },
  { "V2", "Florencia", 129300, 0 },
  { "V3", "Bartolo e Irma", 110800, 0 },
  { "V4", "Hilaria", 92300, 0 },
  { "V5", "Dominga", 73900, 34525 },
  { "V6", "Eusebia", 36900, 34525 },
};
#define N_FAMILIES G_N_ELEMENTS (families)

static TqPaperMember members[N_FAMILIES];
static gint64 shares[N_FAMILIES * 3];
static TqDay april_18, may_2, june_20;

static const TqPaperLine lines_of_agreement[] = {
  { .text = "Despulpadora de motor", .amount = 1450000 },
  { .text = "Pila de agua (reparación)", .amount = 335000 },
  { .text = "Mesas de secado de las compañeras", .amount = 230000 },
  { .text = "Familias de cosecha chica, 345.25 cada una", .amount = 276200 },
};
static const TqPaperLine rest_equal[] = {
  { .text = "Despulpadora de motor", .amount = 1450000 },
  { .text = "Pila de agua", .amount = 335000 },
  { .text = "El resto, igual para todas", .amount = 506200 },
};
static const char *const anselmo[] = { "Anselmo (A1)", NULL };
static const char *const florencia[] = { "Florencia (V2)", NULL };
static const char *const rufina[] = { "Rufina (A2)", "mujeres de Arriba", NULL };
static TqPaperProposal proposals[3];

static const TqPaperSigner mandated[] = { { "Rufina", "A2" },
                                          { "Diego", "C3" },
                                          { "Angélica", "V1" } };
static const TqPaperSigner vigilance[] = { { "Petrona", "A7" },
                                           { "Agustín", "C6" },
                                           { "Hilaria", "V4" } };

static const char a1_words[] =
  "Con la propuesta A yo recibiría 1,478.00. Tengo miedo de que la máquina se descomponga y nadie "
  "la sepa arreglar. No detengo el acuerdo, me hago a un lado. Pido que en la próxima cosecha se "
  "mire otra vez el reparto por kilos.";

static void
prepare (void)
{
  april_18 = tq_day_from_date (2027, 4, 18);
  may_2 = tq_day_from_date (2027, 5, 2);
  june_20 = tq_day_from_date (2027, 6, 20);
  for (guint i = 0; i < N_FAMILIES; i++) {
    const char barrio = families[i].code[0];
    members[i] = (TqPaperMember){ families[i].code,
                                  families[i].name,
                                  barrio == 'A'   ? "Arriba"
                                  : barrio == 'C' ? "Centro"
                                                  : "La Vega",
                                  i == 4    ? TQ_PAPER_EXCUSED
                                  : i == 13 ? TQ_PAPER_ABSENT
                                            : TQ_PAPER_PRESENT };
    shares[i * 3] = families[i].by_kilos;
    shares[i * 3 + 1] = 99600;
    shares[i * 3 + 2] = families[i].small > 0 ? families[i].small : TQ_PAPER_NO_SHARE;
  }
  proposals[0] = (TqPaperProposal){ .mark = "A",
                                    .title = "Por kilos",
                                    .authors = anselmo,
                                    .day = april_18,
                                    .version = 1,
                                    .rest = 1100 };
  proposals[1] =
    (TqPaperProposal){ .mark = "B",
                       .title = "Igual para todas",
                       .authors = florencia,
                       .day = april_18,
                       .version = 1,
                       .rest = 400,
                       .words = "Las cosechas chicas no reciben nada de una máquina." };
  proposals[2] = (TqPaperProposal){ .mark = "C",
                                    .title = "Despulpadora y pila de agua",
                                    .authors = rufina,
                                    .day = april_18,
                                    .version = 1,
                                    .lines = rest_equal,
                                    .n_lines = 3,
                                    .rest = 0 };
}

static TqDocument *
build_closing_sheet (const TqPaperHead *head)
{
  static const TqPaperCoin coins[] = { { 50000, 60 }, { 10000, 18 }, { 2000, 2 } };
  const TqClosingSheetInput input = {
    .head = *head,
    .from = tq_day_from_date (2026, 11, 1),
    .through = tq_day_from_date (2027, 3, 31),
    .opening_cash = 320000,
    .result = 2864000,
    .book_cash = 3184000,
    .counted = TRUE,
    .counted_cash = 3184000,
    .coins = coins,
    .n_coins = 3,
    .first_counter = "Lucía",
    .second_counter = "Petrona (A7)",
    .seal = 1,
    .letters = "K3QF-7MZA-PWX2",
    .digits = "56e0 5fb1 907d ac5a 0b1c 2d3e 4f50 6172 8394 a5b6 c7d8 e9fa 0b1c 2d3e 4f50 6172"
  };
  return tq_closing_sheet_build (&input);
}

static TqDocument *
build_statement (const TqPaperHead *head)
{
  static const TqPaperLine came_in[] = {
    { "Venta de café, 31 quintales", 14260000, TRUE, 12880000 },
  };
  static const TqPaperLine went_out[] = {
    { "Anticipos a las familias", 9796000, TRUE, 8848000 },
    { "Flete del camión (2 viajes)", 620000, TRUE, 580000 },
    { "31 costales a 38.00", 117800, TRUE, 98000 },
    { "Arreglo del patio de secado", 246000, FALSE, 0 },
    { "Parte del certificado orgánico", 500000, TRUE, 450000 },
    { "Fotocopias y libretas", 16200, TRUE, 14000 },
    { "Viajes de la comisión", 100000, TRUE, 95000 },
  };
  static const TqPaperLine funds[] = { { .text = "Reserva (10 %)", .amount = 286400 },
                                       { .text = "Solidaridad (10 %)", .amount = 286400 } };
  const TqStatementInput input = {
    .head = *head,
    .from = tq_day_from_date (2026, 11, 1),
    .through = tq_day_from_date (2027, 3, 31),
    .came_in = came_in,
    .n_came_in = 1,
    .went_out = went_out,
    .n_went_out = 7,
    .in_box = 3184000,
    .surplus = 2864000,
    .funds = funds,
    .n_funds = 2,
    .free = 2291200,
    .has_previous = TRUE,
    .previous_surplus = 2795000,
    .finding = "Con una observación: el recibo de fotocopias (162.00) no tiene sello.",
    .letters = "K3QF-7MZA-PWX2"
  };
  return tq_statement_build (&input);
}

static TqDocument *
build_vigilance (const TqPaperHead *head)
{
  static const char *const checked[] = { "58 boletas de entrega",
                                         "11 recibos",
                                         "Conteo de la caja",
                                         NULL };
  static const char *const observations[] = { "El recibo de fotocopias (162.00) no tiene sello.",
                                              NULL };
  const TqVigilanceReportInput input = { .head = *head,
                                         .from = tq_day_from_date (2026, 11, 1),
                                         .through = tq_day_from_date (2027, 3, 31),
                                         .day = tq_day_from_date (2027, 4, 10),
                                         .finding = TQ_PAPER_FINDING_OBSERVATIONS,
                                         .checked = checked,
                                         .observations = observations,
                                         .signers = vigilance,
                                         .n_signers = 3,
                                         .letters = "K3QF-7MZA-PWX2" };
  return tq_vigilance_report_build (&input);
}

static TqDocument *
build_notice (const TqPaperHead *head)
{
  static const char *const agenda[] = { "Cuentas de noviembre a marzo",
                                        "Informe de la comisión de vigilancia",
                                        "Qué hacemos con 22,912.00",
                                        "Otros asuntos",
                                        NULL };
  const TqNoticeInput input = { .head = *head,
                                .caller = "Nicolás (C1)",
                                .right = "comisión coordinadora",
                                .call = 1,
                                .place = "Casa comunal, barrio Centro",
                                .day = april_18,
                                .hour = "10:00",
                                .posted = tq_day_from_date (2027, 4, 4),
                                .agenda = agenda,
                                .quorum = 12,
                                .total = 23,
                                .has_amount = TRUE,
                                .amount = 2291200,
                                .accounts_place = "con Lucía, en la bodega, por las tardes",
                                .statement_letters = "K3QF-7MZA-PWX2" };
  return tq_notice_build (&input);
}

static TqDocument *
build_roll (const TqPaperHead *head, gboolean known)
{
  const TqRollInput input = { .head = *head,
                              .place = "Casa comunal",
                              .day = april_18,
                              .hour = "10:00",
                              .call = 1,
                              .quorum = 12,
                              .known = known,
                              .members = members,
                              .n_members = N_FAMILIES,
                              .women = known ? 19 : -1,
                              .men = known ? 16 : -1,
                              .young = known ? 4 : -1,
                              .secretary = "Lucía" };
  return tq_roll_build (&input);
}

static TqDocument *
build_proposals (const TqPaperHead *head)
{
  const TqProposalSheetInput input = { .head = *head,
                                       .amount = 2291200,
                                       .proposals = proposals,
                                       .n_proposals = 3,
                                       .members = members,
                                       .n_members = N_FAMILIES,
                                       .shares = shares };
  return tq_proposal_sheet_build (&input);
}

static TqDocument *
build_consultation (const TqPaperHead *head)
{
  const TqConsultationSheetInput input = { .head = *head,
                                           .group = "Arriba",
                                           .round = 1,
                                           .day = TQ_DAY_NONE,
                                           .proposals = proposals,
                                           .n_proposals = 3 };
  return tq_consultation_sheet_build (&input);
}

static TqDocument *
build_comparison (const TqPaperHead *head)
{
  static const TqPaperChange changes[] = {
    { "Despulpadora de motor", TRUE, 1450000, TRUE, 1450000, NULL },
    { "Pila de agua", TRUE, 335000, TRUE, 335000, NULL },
    { "Mesas de secado de las compañeras", FALSE, 0, TRUE, 230000, "barrio Arriba" },
    { "El resto, igual para todas", TRUE, 506200, FALSE, 0, "barrio La Vega" },
    { "Las 8 familias de cosecha chica", FALSE, 0, TRUE, 276200, "barrio La Vega" },
  };
  static const char *const authors[] = { "Comisión conjunta: una mujer y un hombre por barrio",
                                         NULL };
  const TqComparisonInput input = { .head = *head,
                                    .before_mark = "C",
                                    .after_mark = "C″",
                                    .authors = authors,
                                    .day = tq_day_from_date (2027, 4, 26),
                                    .changes = changes,
                                    .n_changes = 5,
                                    .reason = "Para que las cosechas chicas también reciban." };
  return tq_comparison_build (&input);
}

static void
fill_meeting (TqPaperMeeting *meeting, const TqPaperHead *head, TqDay day)
{
  static const char *const excused[] = { "Feliciana (A5)", NULL };
  static const char *const readers[] = { "Lucía (español)", "Tomás (tsotsil)", NULL };
  static const TqPaperSigner signers[] = {
    { "Nicolás (C1)", "comisión coordinadora" },
    { "Petrona (A7)", "comisión de vigilancia" },
    { "Lucía", "secretaría" },
    { "Anselmo (A1)", NULL },
    { "Rufina (A2)", NULL },
    { "Hilaria (V4)", "comisión de vigilancia" },
  };
  *meeting = (TqPaperMeeting){ .head = *head,
                               .day = day,
                               .place = "Casa comunal, barrio Centro",
                               .begins = "10:00",
                               .ends = "13:20",
                               .call = 1,
                               .quorum = 12,
                               .present = 22,
                               .total = 23,
                               .women = 20,
                               .men = 17,
                               .young = 4,
                               .excused = excused,
                               .readers = readers,
                               .secretary = "Lucía",
                               .accounts_letters = "K3QF-7MZA-PWX2",
                               .signers = signers,
                               .n_signers = G_N_ELEMENTS (signers) };
}

static TqDocument *
build_minutes (const TqPaperHead *head)
{
  static const TqPaperObjection objection = {
    .who = "Anselmo (A1)",
    .words = a1_words,
    .would_remove = "Que alguien de aquí aprenda a "
                    "arreglar la máquina.",
    .answer = "Diego (C3) aprende con el vendedor. El reparto por kilos se "
              "verá al abrir la próxima cosecha."
  };
  static const char *const tellers[] = { "Micaela (C2)", "Bartolo (V3)", NULL };
  static const char *const options[] = { "De acuerdo",
                                         "De acuerdo con dudas",
                                         "No de acuerdo, se hace a un lado",
                                         NULL };
  static const guint counts[] = { 18, 3, 1 };
  static const TqPaperTally tally = {
    "a mano alzada", "acuerdo sin quien lo detenga", tellers, 22, 22, 0, options, counts
  };
  const TqPaperItem items[] = {
    { .title = "Segunda vuelta de la consulta",
      .summary = "Los tres barrios están de acuerdo con C″. La familia A1 mantiene su duda." },
    { .title = "Qué hacemos con 22,912.00",
      .summary = "Se pregunta primero: ¿alguien no está de acuerdo? Habla la familia A1.",
      .objections = &objection,
      .n_objections = 1,
      .tally = &tally,
      .result = "Se aprueba C″: despulpadora de motor, pila de agua, mesas de secado de las "
                "compañeras, y lo demás en partes iguales para las ocho familias que entregaron un "
                "quintal o menos. Mandato: Rufina (A2), Diego (C3) y Angélica (V1), hasta el 15 de "
                "junio de 2027.",
      .lines = lines_of_agreement,
      .n_lines = 4 },
  };
  TqMinutesInput input = { .items = items, .n_items = G_N_ELEMENTS (items) };
  fill_meeting (&input.meeting, head, may_2);
  return tq_minutes_build (&input);
}

static TqDocument *
build_mandate (const TqPaperHead *head)
{
  TqPaperTask tasks[4];
  for (guint i = 0; i < 4; i++)
    tasks[i] = (TqPaperTask){ lines_of_agreement[i].text,
                              lines_of_agreement[i].amount,
                              0,
                              "Rufina, Diego, Angélica",
                              tq_day_from_date (2027, 6, 15) };
  const TqMandateSheetInput input = { .head = *head,
                                      .decided = may_2,
                                      .agreement = "Se aprueba la propuesta C″.",
                                      .decision_letters = "QW2E-RT5Y",
                                      .tasks = tasks,
                                      .n_tasks = 4,
                                      .answer_to = "la asamblea",
                                      .reports = june_20,
                                      .signers = mandated,
                                      .n_signers = 3 };
  return tq_mandate_sheet_build (&input);
}

static TqDocument *
build_execution (const TqPaperHead *head)
{
  static const TqPaperSpending lines[] = {
    { "Despulpadora de motor", 1450000, 0, 1418000 },
    { "Pila de agua (reparación)", 335000, 0, 335000 },
    { "Mesas de secado de las compañeras", 230000, 0, 241000 },
    { "Familias de cosecha chica", 276200, 0, 276200 },
  };
  const TqPaperPayment payments[] = {
    { tq_day_from_date (2027, 5, 11), "Despulpadora", "Despulpadora de motor", 1418000, TRUE, 131 },
    { tq_day_from_date (2027, 5, 20),
      "Cemento y arena",
      "Pila de agua (reparación)",
      335000,
      TRUE,
      136 },
    { tq_day_from_date (2027, 6, 2),
      "Madera y malla",
      "Mesas de secado de las compañeras",
      241000,
      FALSE,
      140 },
    { tq_day_from_date (2027, 6, 6),
      "8 familias, 345.25 cada una",
      "Familias de cosecha chica",
      276200,
      TRUE,
      141 },
  };
  const TqExecutionSheetInput input = { .head = *head,
                                        .decision_letters = "QW2E-RT5Y",
                                        .lines = lines,
                                        .n_lines = 4,
                                        .payments = payments,
                                        .n_payments = 4,
                                        .signers = mandated,
                                        .n_signers = 3 };
  return tq_execution_sheet_build (&input);
}

static TqDocument *
build_report_back (const TqPaperHead *head)
{
  static const char *const persons[] = { "Rufina (A2)", "Diego (C3)", "Angélica (V1)", NULL };
  static const TqPaperAnswer answers[] = {
    { "Despulpadora de motor", 1450000, 1418000, TRUE, NULL, NULL, NULL },
    { "Pila de agua (reparación)", 335000, 335000, TRUE, NULL, NULL, NULL },
    { "Mesas de secado de las compañeras",
      230000,
      241000,
      TRUE,
      "Subió la madera.",
      "Que los 110.00 salgan de lo que sobró de la despulpadora.",
      "Se acepta." },
    { "Familias de cosecha chica", 276200, 276200, TRUE, NULL, NULL, NULL },
  };
  static const TqPaperItem item = { .title = "Lo que no se gastó",
                                    .result = "Los 210.00 van a la reserva." };
  TqReportBackInput input = { .persons = persons,
                              .answers = answers,
                              .n_answers = 4,
                              .items = &item,
                              .n_items = 1 };
  fill_meeting (&input.meeting, head, june_20);
  return tq_report_back_build (&input);
}

static TqDocument *
build_slips (const TqPaperHead *head)
{
  static const TqPaperLine line = { .text = "Parte del acuerdo C″", .amount = 34525 };
  TqPaperSlip slips[N_FAMILIES];
  guint n_slips = 0;
  for (guint i = 0; i < N_FAMILIES; i++)
    if (families[i].small > 0)
      slips[n_slips++] = (TqPaperSlip){ .code = families[i].code,
                                        .name = families[i].name,
                                        .day = may_2,
                                        .lines = &line,
                                        .n_lines = 1,
                                        .event = 140 + i,
                                        .letters = "K3QF-7MZA" };
  const TqSlipsInput input = { .head = *head,
                               .title = "Lo que recibe su familia",
                               .slips = slips,
                               .n_slips = n_slips,
                               .received_text = "Recibí esta cantidad en mi mano." };
  return tq_slips_build (&input);
}

static TqDocument *
build_recall (const TqPaperHead *head)
{
  const TqRecallInput input = { .head = *head,
                                .group = "barrio Centro",
                                .person = "Nicolás (C1)",
                                .office = "persona delegada",
                                .day = may_2,
                                .from = may_2,
                                .reason = "No llevó nuestra palabra como se la dimos.",
                                .present = 7,
                                .total = 8,
                                .in_favour = 5,
                                .against = 1,
                                .abstained = 1,
                                .successor = "Micaela (C2)",
                                .signers = vigilance,
                                .n_signers = 3 };
  return tq_recall_build (&input);
}

static TqDocument *
build_reopening (const TqPaperHead *head)
{
  static const char *const asked_by[] = { "comisión de vigilancia", "cinco familias", NULL };
  static const TqPaperObjection objection = { .who = "Anselmo (A1)", .words = a1_words };
  const TqReopeningInput input = { .head = *head,
                                   .day = june_20,
                                   .decision = "acuerdo C″ del 2 de mayo de 2027",
                                   .decision_letters = "QW2E-RT5Y",
                                   .asked_by = asked_by,
                                   .new_fact = "La pila se rajó con el temblor.",
                                   .old_objections = &objection,
                                   .n_old_objections = 1,
                                   .carried_out = lines_of_agreement,
                                   .n_carried_out = 1,
                                   .open = lines_of_agreement + 1,
                                   .n_open = 3,
                                   .signers = vigilance,
                                   .n_signers = 3 };
  return tq_reopening_build (&input);
}

static TqDocument *
build_roll_to_sign (const TqPaperHead *head)
{
  return build_roll (head, FALSE);
}

static TqDocument *
build_roll_known (const TqPaperHead *head)
{
  return build_roll (head, TRUE);
}

static const struct {
  const char *name;
  TqDocument *(*build) (const TqPaperHead *head);
} papers[N_STORY_PAPERS] = {
  { "closing-sheet", build_closing_sheet },
  { "statement", build_statement },
  { "vigilance", build_vigilance },
  { "notice", build_notice },
  { "roll-to-sign", build_roll_to_sign },
  { "roll", build_roll_known },
  { "proposals", build_proposals },
  { "consultation", build_consultation },
  { "comparison", build_comparison },
  { "minutes", build_minutes },
  { "mandate", build_mandate },
  { "execution", build_execution },
  { "report-back", build_report_back },
  { "slips", build_slips },
  { "recall", build_recall },
  { "reopening", build_reopening },
};

const char *
story_paper_get_name (guint index)
{
  return papers[index].name;
}

/* The paper (transfer full), for a printer of letter paper. */
TqDocument *
story_paper_build (guint index, const char *language, gboolean large_type)
{
  const TqPaperHead head = { .book = "Cafetaleras y cafetaleros de Ts'utik K'op",
                             .language = language,
                             .currency = "MXN",
                             .event = 57 + index,
                             .letters = "K3QF-7MZA",
                             .size = TQ_PAPER_LETTER,
                             .large_type = large_type };
  prepare ();
  return papers[index].build (&head);
}
