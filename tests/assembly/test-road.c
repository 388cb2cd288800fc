/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The table of transitions against the design, and every station against every act. */
#include "world.h"

#include "assembly/kinds.h"

#include <string.h>

/* The arrows of the design; the federation's come later. */
static const struct {
  TqState from;
  TqDoing doing;
  TqState to;
} arrows[] = {
  { TQ_STATE_OPEN, TQ_DO_CLOSE, TQ_STATE_CLOSED },
  { TQ_STATE_OPEN, TQ_DO_CLOSE, TQ_STATE_SHORTFALL },
  { TQ_STATE_CLOSED, TQ_DO_REVIEW, TQ_STATE_REVIEWED },
  { TQ_STATE_SHORTFALL, TQ_DO_REVIEW, TQ_STATE_REVIEWED },
  { TQ_STATE_REVIEWED, TQ_DO_CLOSE, TQ_STATE_CLOSED },
  { TQ_STATE_REVIEWED, TQ_DO_NOTICE, TQ_STATE_CONVOKED },
  { TQ_STATE_CLOSED, TQ_DO_NOTICE, TQ_STATE_CONVOKED },
  { TQ_STATE_CONVOKED, TQ_DO_ROLL, TQ_STATE_PRESENTED },
  { TQ_STATE_CONVOKED, TQ_DO_ROLL, TQ_STATE_NO_QUORUM },
  { TQ_STATE_NO_QUORUM, TQ_DO_NOTICE, TQ_STATE_CONVOKED },
  { TQ_STATE_PRESENTED, TQ_DO_ACCOUNTS, TQ_STATE_CLOSED },
  { TQ_STATE_PRESENTED, TQ_DO_PROPOSE, TQ_STATE_PROPOSING },
  { TQ_STATE_PROPOSING, TQ_DO_ROUND, TQ_STATE_CONSULTING },
  { TQ_STATE_PROPOSING, TQ_DO_TALK_HERE, TQ_STATE_DECIDING },
  { TQ_STATE_CONSULTING, TQ_DO_GATHER, TQ_STATE_HARMONISING },
  { TQ_STATE_CONSULTING, TQ_DO_NOT_HEARD, TQ_STATE_HARMONISING },
  { TQ_STATE_HARMONISING, TQ_DO_ROUND, TQ_STATE_CONSULTING },
  { TQ_STATE_HARMONISING, TQ_DO_ROLL, TQ_STATE_DECIDING },
  { TQ_STATE_DECIDING, TQ_DO_KEEP_TALKING, TQ_STATE_HARMONISING },
  { TQ_STATE_DECIDING, TQ_DO_DECIDE, TQ_STATE_DECIDED },
  { TQ_STATE_DECIDING, TQ_DO_PUT_OFF, TQ_STATE_CONVOKED },
  { TQ_STATE_DECIDED, TQ_DO_MANDATE, TQ_STATE_MANDATED },
  { TQ_STATE_MANDATED, TQ_DO_ACCEPT, TQ_STATE_EXECUTING },
  { TQ_STATE_EXECUTING, TQ_DO_BLOCK, TQ_STATE_BLOCKED },
  { TQ_STATE_BLOCKED, TQ_DO_UNBLOCK, TQ_STATE_EXECUTING },
  { TQ_STATE_EXECUTING, TQ_DO_REPORT, TQ_STATE_REPORTED },
  { TQ_STATE_REPORTED, TQ_DO_MORE_TIME, TQ_STATE_EXECUTING },
  { TQ_STATE_REPORTED, TQ_DO_FINISH, TQ_STATE_FINISHED },
  { TQ_STATE_EXECUTING, TQ_DO_REOPEN, TQ_STATE_REOPENED },
  { TQ_STATE_BLOCKED, TQ_DO_REOPEN, TQ_STATE_REOPENED },
  { TQ_STATE_REPORTED, TQ_DO_REOPEN, TQ_STATE_REOPENED },
  { TQ_STATE_REOPENED, TQ_DO_NOTICE, TQ_STATE_CONVOKED },
  { TQ_STATE_PAUSED, TQ_DO_RESUME, TQ_STATE_PREVIOUS },
};

/* Every arrow of the design stands in the table. */
static void
test_arrows (void)
{
  gsize n = 0;
  const TqTransition *table = tq_road_get_table (&n);
  for (gsize i = 0; i < G_N_ELEMENTS (arrows); i++) {
    gboolean found = FALSE;
    for (gsize j = 0; j < n; j++)
      found = found || (table[j].from == arrows[i].from && table[j].doing == arrows[i].doing &&
                        table[j].to == arrows[i].to);
    if (!found)
      g_error ("no row for arrow %zu", i);
  }
}

/* A row that moves a case is an arrow of the design or one of the few that are listed here: nothing
 * leads past the assembly. */
static void
test_no_other_arrows (void)
{
  static const struct {
    TqState from;
    TqState to;
  } more[] = {
    { TQ_STATE_OPEN, TQ_STATE_CONVOKED },        /* no accounts to close */
    { TQ_STATE_CLOSED, TQ_STATE_SHORTFALL },     /* closed again after a correction */
    { TQ_STATE_SHORTFALL, TQ_STATE_CLOSED },     /* the same */
    { TQ_STATE_SHORTFALL, TQ_STATE_CONVOKED },   /* the vigilance commission did not answer */
    { TQ_STATE_REVIEWED, TQ_STATE_SHORTFALL },   /* closed again */
    { TQ_STATE_PRESENTED, TQ_STATE_CONSULTING }, /* put off before, with proposals */
    { TQ_STATE_PRESENTED, TQ_STATE_DECIDING },   /* the same */
    { TQ_STATE_HARMONISING, TQ_STATE_DECIDING },
    { TQ_STATE_DECIDED, TQ_STATE_FINISHED }, /* nothing to carry out */
    { TQ_STATE_BLOCKED, TQ_STATE_REPORTED },
    { TQ_STATE_REOPENED, TQ_STATE_REPORTED }, /* the old case reports on what stays */
  };
  gsize n = 0;
  const TqTransition *table = tq_road_get_table (&n);
  for (gsize j = 0; j < n; j++) {
    gboolean known = table[j].to == TQ_STATE_SAME;
    for (gsize i = 0; i < G_N_ELEMENTS (arrows) && !known; i++)
      known = table[j].from == arrows[i].from && table[j].to == arrows[i].to;
    for (gsize i = 0; i < G_N_ELEMENTS (more) && !known; i++)
      known = table[j].from == more[i].from && table[j].to == more[i].to;
    if (!known)
      g_error ("row %zu moves a case as the design does not", j);
    g_assert_cmpint (table[j].to, !=, TQ_STATE_WAITING);
    g_assert_cmpint (table[j].from, !=, TQ_STATE_WAITING);
  }
}

static gboolean
has_row (TqState state, TqDoing doing)
{
  gsize n = 0;
  const TqTransition *table = tq_road_get_table (&n);
  const gboolean side =
    doing == TQ_DO_PAUSE || doing == TQ_DO_RECALL || doing == TQ_DO_AGENDA || doing == TQ_DO_LINK;
  for (gsize i = 0; i < n; i++)
    if (table[i].from == state && table[i].doing == doing)
      return TRUE;
  return side && state != TQ_STATE_PAUSED && state != TQ_STATE_FINISHED;
}

/* At every station every act is either possible, or refused with a sentence; one that the table
 * does not have is refused naming the station, whatever else holds. */
static void
test_every_pair (void)
{
  static const Family families[] = { { "A1", "Uno", 1 } };
  static const char *const groups[] = { "Arriba", NULL };
  g_autoptr (World) world = world_new (families, 1, groups);
  guint possible = 0, refused = 0;
  world_open_case (world, TQ_CASE_SURPLUS, "Excedente", "2026-11-01", "2027-03-31");
  g_autoptr (TqCase) c = world_load (world);
  for (guint state = 0; state <= TQ_STATE_PAUSED; state++)
    for (guint doing = 0; doing < TQ_N_DOINGS; doing++) {
      g_autofree char *why = NULL;
      c->state = (TqState) state;
      const gboolean can = tq_road_can (c, (TqDoing) doing, &why);
      if (can) {
        g_assert_true (has_row ((TqState) state, (TqDoing) doing));
        possible++;
        continue;
      }
      refused++;
      g_assert_nonnull (why);
      g_assert_cmpuint (strlen (why), >, 20);
      if (!has_row ((TqState) state, (TqDoing) doing))
        g_assert_nonnull (strstr (why, tq_state_get_title ((TqState) state)));
    }
  g_assert_cmpuint (possible, >, 100);
  g_assert_cmpuint (refused, >, 300);
}

/* Every act has its kind of event, and every kind is known to the book. */
static void
test_kinds (void)
{
  for (guint doing = 0; doing < TQ_N_DOINGS; doing++) {
    const char *name = tq_step_get_kind ((TqDoing) doing)->name;
    guint found = 0;
    for (const TqEventKind *kind = tq_assembly_kinds; kind->name != NULL; kind++)
      found += g_str_equal (kind->name, name) ? 1 : 0;
    g_assert_cmpuint (found, ==, 1);
  }
}

/* "more than" and "at least" a part, by whole numbers, at the edges. */
static void
test_needed (void)
{
  static const struct {
    gint64 num, den, members;
    gboolean more_than;
    gint64 needed;
  } rows[] = {
    { 1, 2, 23, TRUE, 12 }, { 1, 2, 60, TRUE, 31 },  { 1, 2, 12, TRUE, 7 },
    { 0, 1, 60, FALSE, 1 }, { 2, 3, 30, FALSE, 20 }, { 2, 3, 22, FALSE, 15 },
    { 1, 2, 38, TRUE, 20 }, { 1, 5, 60, FALSE, 12 }, { 1, 5, 61, FALSE, 13 },
    { 1, 1, 7, FALSE, 7 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (tq_members_get_needed ((TqRatio){ rows[i].num, rows[i].den },
                                            rows[i].members,
                                            rows[i].more_than),
                     ==,
                     rows[i].needed);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/assembly/road/arrows", test_arrows);
  g_test_add_func ("/assembly/road/no-other-arrows", test_no_other_arrows);
  g_test_add_func ("/assembly/road/every-pair", test_every_pair);
  g_test_add_func ("/assembly/road/kinds", test_kinds);
  g_test_add_func ("/assembly/road/needed", test_needed);
  return g_test_run ();
}
