/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The seven principles of "lead by obeying" and the invariants I5, I10, I11 and I12, as far as the
 * road has them: what the program does, and what it never does. What needs a federation (sealed
 * words carried up, confirmations carried down) has no test before it has its acts. Random choices
 * come from the seed that the test prints. */
#include "five.h"

#include "people/office.h"
#include "people/party.h"
#include "store/statement.h"
#include "work/work.h"

#include <string.h>

static gint64
count_rows (World *world, const char *sql)
{
  gint64 n = -1;
  g_autoptr (GError) error = NULL;
  const gboolean done = tq_statement_find_int (world->store, sql, TQ_BINDINGS (TQ_END), &n, &error);
  g_assert_no_error (error);
  g_assert_true (done);
  return n;
}

static void
begin (World *world, TqAct *act, TqTransaction **out_transaction)
{
  g_autoptr (GError) error = NULL;
  tq_act_init (act, "Lucía", 0, world->today);
  *out_transaction = tq_transaction_begin (world->store, &error);
  g_assert_no_error (error);
}

static void
commit (TqTransaction *transaction, gboolean done)
{
  g_autoptr (GError) error = NULL;
  g_assert_true (done);
  g_assert_true (tq_transaction_commit (transaction, &error));
  tq_transaction_end (transaction);
}

static void
take_office (World *world, const char *title, const char *code)
{
  TqAct act;
  TqTransaction *t;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup (title);
  const TqOffice office = { .title = name,
                            .holder = world_party (world, code),
                            .starts = world->today };
  begin (world, &act, &t);
  commit (t, tq_office_append (world->store, &act, &office, NULL, &error));
}

/* Any number of hours for all families but the last. */
static void
work_hours (World *world)
{
  TqAct act;
  TqTransaction *t;
  gint64 kind = 0;
  g_autoptr (GError) error = NULL;
  char code[] = "cargo", unit[] = "hour", none[] = "";
  const TqWorkKind hours = { .code = code, .name = code, .unit = unit };
  begin (world, &act, &t);
  commit (t, tq_work_kind_append (world->store, &act, &hours, &kind, &error));
  for (guint i = 0; i + 1 < G_N_ELEMENTS (five); i++) {
    const TqWork work = { .day = world->today,
                          .party = world_party (world, five[i].code),
                          .kind = kind,
                          .quantity = g_test_rand_int_range (1, 5000),
                          .note = none };
    begin (world, &act, &t);
    commit (t, tq_work_append (world->store, &act, &work, 1, NULL, &error));
  }
}

/* Serve: an office and its hours are recorded, and nobody is paid by that. I11: whoever has hours
 * and whoever has none count alike afterwards, and as many are needed as before. */
static void
test_serve (void)
{
  g_autoptr (World) world = five_new ();
  five_open_rules_case (world);
  g_autoptr (TqCase) before = world_load (world);
  const TqRoll *old = tq_case_get_last (before->rolls);
  take_office (world, "coordination", "A1");
  work_hours (world);
  g_assert_cmpint (count_rows (world, "SELECT count (*) FROM entry"), ==, 0);
  g_assert_cmpint (count_rows (world, "SELECT count (*) FROM payment"), ==, 0);
  world_open_case (world, TQ_CASE_RULES, "Rules", "2026-11-01", "2026-11-01");
  world_notice (world, "2026-11-10", "2026-11-20");
  world_date (world, "2026-11-20");
  world_roll (world, five, 5);
  const gint64 p = five_propose (world, "A", 0);
  world_note (world, TQ_DO_TALK_HERE, 0, "here");
  for (guint i = 0; i < G_N_ELEMENTS (five); i++) {
    TqFamilyPosition position = { .proposal = p, .party = world_party (world, five[i].code) };
    world_do (world, TQ_DO_POSITION, &position);
  }
  g_autoptr (TqCase) after = world_load (world);
  const TqRoll *roll = tq_case_get_last (after->rolls);
  g_assert_cmpint (roll->members, ==, old->members);
  g_assert_cmpint (roll->present, ==, old->present);
  g_assert_cmpint (roll->needed, ==, old->needed);
  g_assert_cmpuint (after->positions->len, ==, G_N_ELEMENTS (five));
  world_verify (world);
}

/* Represent: a round goes to the groups at the bottom of the tree, and the level above them cannot
 * speak in their place. */
static void
test_represent (void)
{
  TqAct act;
  TqTransaction *t;
  char code[] = "Orilla";
  g_autoptr (World) world = five_new ();
  g_autoptr (GError) error = NULL;
  TqConsultation round = { .words = "round 1" };
  const TqPartyGroup below = { .code = code,
                               .name = code,
                               .parent = world_group (world, "Arriba") };
  begin (world, &act, &t);
  commit (t, tq_party_group_append (world->store, &act, &below, NULL, &error));
  five_open_rules_case (world);
  const gint64 p = five_propose (world, "A", 0);
  world_do (world, TQ_DO_ROUND, &round);
  TqWord word = { .group = world_group (world, "Arriba"), .met_day = world->today, .present = 1 };
  TqWordPosition *position = tq_case_record_add (&word.positions, &tq_word_position_kind);
  position->proposal = p;
  position->agree = 1;
  world_refuse (world, TQ_DO_WORD, &word, TQ_ERROR_INVALID, "did not go to this group");
  g_autoptr (TqCase) c = world_load (world);
  g_autoptr (GArray) unheard = tq_case_list_unheard (c);
  g_assert_cmpuint (unheard->len, ==, 2);
  g_assert_cmpuint (c->words->len, ==, 0);
}

/* A statement is kept by the address of its text, which has to stay. */
static const char *
keep (char *sql)
{
  const char *kept = g_intern_string (sql);
  g_free (sql);
  return kept;
}

/* Tries to change or delete the rows of a table; the book has to say no. The balances are sums that
 * every posting changes and verify adds up again; they can only not be deleted. */
static void
try_to_alter (World *world, const char *table, const char *column)
{
  const char *const kept[] = { "cannot be changed", "can only be changed", "cannot be deleted" };
  const char *const sql[] = {
    keep (g_strdup_printf ("UPDATE %s SET %s = %s", table, column, column)),
    keep (g_strdup_printf ("DELETE FROM %s", table)),
  };
  for (guint i = g_str_equal (table, "balance") ? 1 : 0; i < G_N_ELEMENTS (sql); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (TqTransaction) t = tq_transaction_begin (world->store, &error);
    gboolean said = FALSE;
    g_test_message ("%s", sql[i]);
    g_assert_false (tq_statement_execute (world->store, sql[i], TQ_BINDINGS (TQ_END), &error));
    for (guint k = 0; k < G_N_ELEMENTS (kept); k++)
      said = said || strstr (error->message, kept[k]) != NULL;
    g_assert_true (said);
  }
}

/* Build: nothing of a life that was lived can be changed or taken away, in any table that has a
 * row. I5: the sealed days take no entry more. */
static void
test_build (void)
{
  g_autoptr (World) world = five_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  gboolean row = TRUE;
  five_close_surplus (world, 100000);
  five_meet (world);
  five_agree (world, five_propose (world, "A", 100000));
  five_give_mandate (world, 0);
  five_pay (world, 120000, 0);
  world_set (world, "majority", "1/2"); /* the newest event owns no row of a case */
  {
    g_autoptr (TqStatement) s = tq_statement_query (
      world->store,
      "SELECT name, (SELECT name FROM pragma_table_info (m.name) LIMIT 1) FROM sqlite_schema AS m "
      "WHERE type = 'table' AND name NOT LIKE 'sqlite%' ORDER BY name",
      TQ_BINDINGS (TQ_END),
      &error);
    while (tq_statement_step (s, &row, &error) && row) {
      g_ptr_array_add (names, g_strdup (tq_statement_get_text (s, 0)));
      g_ptr_array_add (names, g_strdup (tq_statement_get_text (s, 1)));
    }
    g_assert_no_error (error);
  }
  guint tried = 0;
  for (guint i = 0; i < names->len; i += 2) {
    const char *table = g_ptr_array_index (names, i);
    if (count_rows (world, keep (g_strdup_printf ("SELECT count (*) FROM %s", table))) == 0)
      continue;
    try_to_alter (world, table, g_ptr_array_index (names, i + 1));
    tried++;
  }
  g_assert_cmpuint (tried, >, 25);
  TqAct act;
  g_auto (TqEntry) late = { 0 };
  g_autoptr (TqTransaction) t = tq_transaction_begin (world->store, &error);
  tq_act_init (&act, "Lucía", 0, world->today);
  tq_entry_init (&late, world->today - 20, "into the sealed days");
  tq_entry_add (&late, world_account (world, "Assets:Cash box"), 0, world->currency, 100);
  tq_entry_add (&late, world_account (world, "Income:Sales of produce"), 0, world->currency, -100);
  g_assert_false (tq_entry_append (world->store, &act, &late, NULL, &error));
  g_assert_error (error, TQ_ERROR, TQ_ERROR_CLOSED);
}

static void
say (World *world, gint64 group, gint64 proposal, gint64 yes, gint64 no)
{
  TqWord word = { .group = group, .met_day = world->today, .present = yes + no };
  TqWordPosition *position = tq_case_record_add (&word.positions, &tq_word_position_kind);
  position->proposal = proposal;
  position->agree = yes;
  position->stop = no;
  world_do (world, TQ_DO_WORD, &word);
}

/* Obey: while a group is not heard, nobody can end the consultation by bringing words together, by
 * another round, by deciding or by voting; by the table no act but two leaves it, and each says
 * what must hold. */
static void
test_obey (void)
{
  static const TqDoing ways[] = { TQ_DO_GATHER, TQ_DO_ROUND,  TQ_DO_TALK_HERE, TQ_DO_AGREE,
                                  TQ_DO_VOTE,   TQ_DO_DECIDE, TQ_DO_NOTICE,    TQ_DO_ROLL,
                                  TQ_DO_CLOSE,  TQ_DO_FINISH, TQ_DO_PUT_OFF,   TQ_DO_WITHDRAW };
  gsize n = 0;
  const TqTransition *rows = tq_road_get_table (&n);
  for (gsize i = 0; i < n; i++)
    if (rows[i].from == TQ_STATE_CONSULTING && rows[i].to != TQ_STATE_SAME)
      g_assert_true (
        (rows[i].doing == TQ_DO_GATHER && rows[i].need == TQ_NEED_ALL_HEARD) ||
        (rows[i].doing == TQ_DO_NOT_HEARD && rows[i].need == TQ_NEED_SOMEBODY_UNHEARD));
  g_autoptr (World) world = five_new ();
  TqConsultation round = { .words = "round 1" };
  five_open_rules_case (world);
  const gint64 p = five_propose (world, "A", 0);
  world_do (world, TQ_DO_ROUND, &round);
  say (world, world_group (world, "Centro"), p, 2, 0);
  g_autoptr (TqCase) c = world_load (world);
  for (guint i = 0; i < G_N_ELEMENTS (ways); i++) {
    g_autofree char *why = NULL;
    g_assert_false (tq_road_can (c, ways[i], &why));
    g_assert_cmpstr (why, !=, "");
  }
  say (world, world_group (world, "Arriba"), p, 3, 0);
  world_note (world, TQ_DO_GATHER, 0, "all were heard");
  world_verify (world);
}

/* Propose: whatever is said to them, proposals stand as they were spoken, and the same lines come
 * to the same consequences wherever they stand. */
static void
test_propose (void)
{
  g_autoptr (World) world = five_new ();
  g_autoptr (GError) error = NULL;
  gint64 spoken[6];
  char label[8];
  five_close_surplus (world, 100000);
  five_meet (world);
  for (guint i = 0; i < G_N_ELEMENTS (spoken); i++) {
    g_snprintf (label, sizeof label, "%c%u", (char) g_test_rand_int_range ('A', 'Z' + 1), i);
    spoken[i] = five_propose (world, label, i == 0 || i == 5 ? 130000 : 10000 * (i + 1));
  }
  world_note (world, TQ_DO_TALK_HERE, 0, "here");
  for (guint i = 0; i < G_N_ELEMENTS (five); i++) {
    TqFamilyPosition position = { .proposal = spoken[g_test_rand_int_range (0, 6)],
                                  .party = world_party (world, five[i].code),
                                  .position = TQ_POSITION_AGREE };
    world_do (world, TQ_DO_POSITION, &position);
  }
  g_autoptr (TqCase) c = world_load (world);
  g_autoptr (GPtrArray) open = tq_case_list_open_proposals (c);
  TqFit fits[G_N_ELEMENTS (spoken)];
  g_assert_cmpuint (open->len, ==, G_N_ELEMENTS (spoken));
  for (guint i = 0; i < open->len; i++) {
    const TqProposal *proposal = g_ptr_array_index (open, i);
    g_assert_cmpint (proposal->record.event, ==, spoken[i]);
    g_assert_true (tq_means_fit (world->store, c, proposal, &fits[i], &error));
  }
  g_assert_cmpint (memcmp (&fits[0], &fits[5], sizeof fits[0]), ==, 0);
  g_assert_cmpint (fits[0].above_minor, ==, 30000);
}

/* Convince: whoever asks to stop is heard before anything is agreed, another round can always be
 * asked for, a vote only after the rounds; and no sentence of the program speaks of winning. */
static void
test_convince (void)
{
  static const char *const words[] = { "winner", "loser", "ganador", "perdedor", "vencedor" };
  g_autoptr (World) world = five_new ();
  g_autofree char *path = g_build_filename (g_getenv ("TEQUIO_SOURCE_DIR"), "po", "es.po", NULL);
  g_autofree char *text = NULL;
  five_open_rules_case (world);
  TqTally tally = { .proposal = five_propose (world, "A", 0), .handed_out = 5, .agree = 5 };
  TqObjection objection = { .proposal = tally.proposal,
                            .whose = "Dos",
                            .reason = "there is no water",
                            .asks = TQ_ASKS_STOP };
  world_do (world, TQ_DO_OBJECT, &objection);
  world_note (world, TQ_DO_TALK_HERE, 0, "here");
  world_refuse (world, TQ_DO_AGREE, &tally, TQ_ERROR_FORBIDDEN, "Somebody asks to stop");
  world_refuse (world, TQ_DO_VOTE, &tally, TQ_ERROR_FORBIDDEN, "only after the rounds");
  for (guint i = 0; i < 5; i++) {
    g_autoptr (TqCase) c = world_load (world);
    g_assert_true (tq_road_can (c, TQ_DO_KEEP_TALKING, NULL));
    world_note (world, TQ_DO_KEEP_TALKING, 0, "another round");
    world_note (world, TQ_DO_TALK_HERE, 0, "here");
  }
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_autofree char *small = g_utf8_strdown (text, -1);
  for (guint i = 0; i < G_N_ELEMENTS (words); i++) {
    g_test_message ("%s", words[i]);
    g_assert_null (strstr (small, words[i]));
  }
}

/* Go down: a round goes to every group, and whoever was not heard stands on the list of those not
 * yet heard, whichever they are, and in no count. I12: a word from a paper, typed in front of its
 * delegates, is marked so and counts as any other. */
static void
test_go_down (void)
{
  static const char *const groups[] = { "Arriba", "Centro", NULL };
  for (guint heard = 0; heard < 4; heard++) {
    g_autoptr (World) world = five_new ();
    TqConsultation round = { .words = "round 1" };
    five_open_rules_case (world);
    const gint64 p = five_propose (world, "A", 0);
    world_do (world, TQ_DO_ROUND, &round);
    guint left = 0;
    for (guint i = 0; groups[i] != NULL; i++) {
      if ((heard & (1u << i)) == 0) {
        left++;
        continue;
      }
      TqWord word = { .group = world_group (world, groups[i]),
                      .met_day = world->today,
                      .present = 2,
                      .typed_before = i == 0 ? "Petrona, Agustín" : "" };
      TqWordPosition *position = tq_case_record_add (&word.positions, &tq_word_position_kind);
      position->proposal = p;
      position->agree = 2;
      world_do (world, TQ_DO_WORD, &word);
    }
    g_autoptr (TqCase) c = world_load (world);
    g_autoptr (GArray) unheard = tq_case_list_unheard (c);
    const TqConsultation *sent = tq_case_get_last (c->rounds);
    g_assert_cmpuint (sent->groups->len, ==, 2);
    g_assert_cmpuint (unheard->len, ==, left);
    for (guint i = 0; i < unheard->len; i++)
      g_assert_null (tq_case_find_word (c, sent->record.event, g_array_index (unheard, gint64, i)));
    g_assert_cmpuint (c->words->len, ==, 2 - left);
    if ((heard & 1u) != 0)
      g_assert_cmpstr (((TqWord *) g_ptr_array_index (c->words, 0))->typed_before,
                       ==,
                       "Petrona, Agustín");
    g_assert_cmpint (count_rows (world, "SELECT coalesce (sum (agree), 0) FROM word_position"),
                     ==,
                     2 * (gint64) (2 - left));
    g_assert_cmpint (count_rows (world, "SELECT coalesce (sum (abstain), 0) FROM word_position"),
                     ==,
                     0);
    g_assert_cmpint (tq_road_can (c, TQ_DO_GATHER, NULL), ==, left == 0);
  }
}

/* I10: who counted, who kept the minutes, who read and in which language, and who typed stand in
 * the book; without a name the act is refused. */
static void
test_named (void)
{
  g_autoptr (World) world = five_new ();
  world_open_case (world, TQ_CASE_SURPLUS, "Excedente", "2026-11-01", "2026-11-30");
  TqCount count = { .account = world_account (world, "Assets:Cash box"), .first_person = "Uno" };
  world_refuse (world, TQ_DO_COUNT, &count, TQ_ERROR_INVALID, "name of the second");
  count.second_person = "Uno";
  world_refuse (world, TQ_DO_COUNT, &count, TQ_ERROR_INVALID, "Two different people");
  world_open_case (world, TQ_CASE_RULES, "Rules", "2026-11-01", "2026-11-01");
  world_notice (world, "2026-11-01", "2026-11-10");
  world_date (world, "2026-11-10");
  TqRoll roll = { .hour = "10:00" };
  world_refuse (world, TQ_DO_ROLL, &roll, TQ_ERROR_INVALID, "keeps the minutes");
  world_roll (world, five, 5);
  TqReading nobody = { .subject = "Rules" }, no_language = { .subject = "Rules" };
  tq_case_record_add (&nobody.readers, &tq_reader_kind);
  world_refuse (world, TQ_DO_READ, &nobody, TQ_ERROR_INVALID, "who read");
  ((TqReader *) tq_case_record_add (&no_language.readers, &tq_reader_kind))->who =
    g_strdup ("Petrona");
  world_refuse (world, TQ_DO_READ, &no_language, TQ_ERROR_INVALID, "in which language");
  world_set (world, "rounds-before-vote", "0");
  TqTally tally = { .proposal = five_propose (world, "A", 0), .handed_out = 5, .agree = 5 };
  world_note (world, TQ_DO_TALK_HERE, 0, "here");
  tally.first_teller = "Rosa";
  world_refuse (world, TQ_DO_VOTE, &tally, TQ_ERROR_INVALID, "Two different people count");
  tally.second_teller = "Rosa";
  world_refuse (world, TQ_DO_VOTE, &tally, TQ_ERROR_INVALID, "Two different people count");
  tally.second_teller = "Gaspar";
  world_do (world, TQ_DO_VOTE, &tally);
  g_autoptr (TqCase) c = world_load (world);
  const TqTally *counted = tq_case_get_last (c->tallies);
  g_assert_cmpstr (counted->first_teller, ==, "Rosa");
  g_assert_cmpstr (counted->second_teller, ==, "Gaspar");
  g_assert_cmpstr (counted->record.actor, ==, "Lucía");
  g_assert_cmpint (count_rows (world, "SELECT count (*) FROM act WHERE actor = ''"), ==, 0);
  world_verify (world);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/assembly/obey/serve", test_serve);
  g_test_add_func ("/assembly/obey/represent", test_represent);
  g_test_add_func ("/assembly/obey/build", test_build);
  g_test_add_func ("/assembly/obey/obey", test_obey);
  g_test_add_func ("/assembly/obey/propose", test_propose);
  g_test_add_func ("/assembly/obey/convince", test_convince);
  g_test_add_func ("/assembly/obey/go-down", test_go_down);
  g_test_add_func ("/assembly/obey/named", test_named);
  return g_test_run ();
}
