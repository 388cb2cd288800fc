/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "five.h"

const Family five[] = { { "A1", "Uno", 1 },
                        { "A2", "Dos", 1 },
                        { "A3", "Tres", 1 },
                        { "C1", "Cuatro", 1 },
                        { "C2", "Cinco", 1 } };
static const char *const groups[] = { "Arriba", "Centro", NULL };

World *
five_new (void)
{
  return world_new (five, G_N_ELEMENTS (five), groups);
}

gint64
five_propose (World *world, const char *label, gint64 amount)
{
  TqProposal p = { .label = label, .title = label, .authors = "Uno" };
  if (amount > 0) {
    TqProposalLine *line = tq_case_record_add (&p.lines, &tq_proposal_line_kind);
    line->label = g_strdup ("Roof");
    line->amount_minor = amount;
    line->step_minor = 1;
  }
  return world_do (world, TQ_DO_PROPOSE, &p);
}

/* A case about the rules, which has no accounts, up to its first assembly. */
void
five_open_rules_case (World *world)
{
  world_open_case (world, TQ_CASE_RULES, "Rules", "2026-11-01", "2026-11-01");
  world_notice (world, "2026-11-01", "2026-11-10");
  world_date (world, "2026-11-10");
  world_roll (world, five, 5);
}

/* A surplus of 1,000.00 in the cash box, counted, sealed and closed. */
void
five_close_surplus (World *world, gint64 amount)
{
  if (amount > 0)
    world_post (world, "Assets:Cash box", "Income:Sales of produce", NULL, amount);
  else
    world_post (world, "Expenses:Repairs", "Assets:Cash box", NULL, -amount);
  world_date (world, "2026-12-05");
  world_open_case (world, TQ_CASE_SURPLUS, "Excedente", "2026-11-01", "2026-11-30");
  TqCount count = { .account = world_account (world, "Assets:Cash box"),
                    .counted_minor = amount,
                    .first_person = "Uno",
                    .second_person = "Dos" };
  world_do (world, TQ_DO_COUNT, &count);
  TqClose close = { .seal = world_seal (world, "2026-11-30") };
  world_do (world, TQ_DO_CLOSE, &close);
}

void
five_meet (World *world)
{
  TqReading reading = { .subject = "Open statement" };
  TqAccountsVerdict verdict = { .verdict = TQ_VERDICT_ACCEPTED };
  world_notice (world, "2026-12-05", "2026-12-15");
  world_date (world, "2026-12-15");
  world_roll (world, five, 5);
  world_do (world, TQ_DO_READ, &reading);
  world_do (world, TQ_DO_ACCOUNTS, &verdict);
}

void
five_agree (World *world, gint64 proposal)
{
  TqTally tally = { .proposal = proposal, .handed_out = 5, .agree = 5 };
  TqDecision decision = { .proposal = proposal };
  world_note (world, TQ_DO_TALK_HERE, 0, "here");
  world_do (world, TQ_DO_AGREE, &tally);
  world_do (world, TQ_DO_DECIDE, &decision);
}

void
five_give_mandate (World *world, gint64 tolerance)
{
  TqMandate mandate = { .deadline = world->today + 30,
                        .answers_to = "the assembly",
                        .tolerance_minor = tolerance };
  TqMandatePerson *person = tq_case_record_add (&mandate.persons, &tq_mandate_person_kind);
  person->name = g_strdup ("Tres");
  world_note (world, TQ_DO_ACCEPT, world_do (world, TQ_DO_MANDATE, &mandate), "accepted");
}

void
five_pay (World *world, gint64 amount, gint64 paid_by)
{
  TqPayment payment = { .decision_line = 1,
                        .amount_minor = amount,
                        .payee = "Albañil",
                        .paid_by = paid_by,
                        .from_account = world_account (world, "Assets:Cash box") };
  world_do (world, TQ_DO_PAY, &payment);
}

void
five_expect_mark (World *world, guint index, TqMarkKind kind, gint64 amount)
{
  g_autoptr (TqCase) c = world_load (world);
  g_assert_cmpuint (c->marks->len, >, index);
  const TqMark *mark = g_ptr_array_index (c->marks, index);
  g_assert_cmpint (mark->mark_kind, ==, kind);
  g_assert_cmpint (mark->amount_minor, ==, amount);
}
