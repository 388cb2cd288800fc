/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "tally/pb-reader.h"

#include <glib/gstdio.h>

static TqElection *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  const int handle = g_file_open_tmp ("tequio-pb-XXXXXX", &path, &error);
  g_assert_no_error (error);
  g_close (handle, NULL);
  g_file_set_contents (path, text, -1, &error);
  g_assert_no_error (error);
  TqElection *election = tq_pb_load_file (path, &error);
  g_assert_no_error (error);
  g_unlink (path);
  return election;
}

/* The same election in every spelling that real files have. */
static void
test_spellings (void)
{
  static const char *const texts[] = {
    "META\nkey;value\nbudget;100\nvote_type;approval\nPROJECTS\nproject_id;cost;name\n1;40;Roof\n"
    "x 2;60;Pump\nVOTES\nvoter_id;vote\na;1\nb;1,x 2\n",
    /* byte order mark, CRLF, decimals of zero, no line end at the end, blank lines */
    "\xef\xbb\xbfMETA\r\nkey;value\r\nbudget;100.0\r\nvote_type;approval\r\n\r\nPROJECTS\r\n"
    "project_id;cost;name\r\n1;40.00;Roof\r\nx 2;60,0;Pump\r\nVOTES\r\nvoter_id;vote\r\na;1\r\n"
    "b;x 2, 1",
    /* columns in another order, more of them, small letters, semicolons behind the section's name
     * */
    "meta;;\nkey;value\nvote_type;APPROVAL\nbudget;100\ncomment;a;b\nprojects;;\n"
    "name;votes;cost;project_id;latitude\nRoof;2;40;1;52.1\nPump;1;60;x 2\nVotes\n"
    "age;voter_id;sex;vote\n30;a;F;1\n;b;M; 1 ,x 2\n",
    /* quotes */
    "META\nkey;value\nbudget;100\nvote_type;approval\nPROJECTS\nproject_id;cost;name\n1;\"40\";Roof\n"
    "\"x 2\";60;Pump\nVOTES\nvoter_id;vote\na;1\nb;\"1,x 2\"\n",
  };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (TqElection) election = read_text (texts[i]);
    g_assert_cmpint (election->vote_type, ==, TQ_VOTE_APPROVAL);
    g_assert_cmpint (election->budget, ==, 100);
    g_assert_cmpuint (election->digits, ==, 0);
    g_assert_cmpuint (tq_election_get_project_count (election), ==, 2);
    const TqProject *roof = tq_election_get_project (election, 0);
    const TqProject *pump = tq_election_get_project (election, 1);
    g_assert_cmpstr (roof->id, ==, "1");
    g_assert_cmpstr (roof->name, ==, "Roof");
    g_assert_cmpint (roof->cost, ==, 40);
    g_assert_cmpint (roof->votes, ==, 2);
    g_assert_cmpstr (pump->id, ==, "x 2");
    g_assert_cmpint (pump->cost, ==, 60);
    g_assert_cmpint (pump->votes, ==, 1);
    g_assert_cmpuint (election->ballots, ==, 2);
  }
}

/* Names with quotes and semicolons come out as they were meant; a quote that is never closed is
 * part of the name. */
static void
test_quotes (void)
{
  static const struct {
    const char *field;
    const char *name;
  } rows[] = {
    { "\"Roof; walls\"", "Roof; walls" },
    { "\"The \"\"big\"\" roof\"", "The \"big\" roof" },
    { "\"Reuse\" and more", "Reuse and more" },
    { "A \"big\" roof", "A \"big\" roof" },
    { "\"Roof", "\"Roof" },
    { "\"", "\"" },
    { "\"\"", "" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = g_strdup_printf (
      "META\nkey;value\nbudget;1\nvote_type;approval\nPROJECTS\nproject_id;name;cost\n1;%s;7\nVOTES\n"
      "voter_id;vote\na;1\n",
      rows[i].field);
    g_autoptr (TqElection) election = read_text (text);
    g_assert_cmpstr (tq_election_get_project (election, 0)->name, ==, rows[i].name);
    g_assert_cmpint (tq_election_get_project (election, 0)->cost, ==, 7);
  }
}

/* All amounts are brought to the smallest unit that any of them needs. */
static void
test_decimals (void)
{
  g_autoptr (TqElection) election = read_text (
    "META\nkey;value\nbudget;1000.5\nvote_type;approval\nPROJECTS\nproject_id;cost\n1;7\n2;0.25\n3;1,2\n"
    "4;0\nVOTES\nvoter_id;vote\na;1\n");
  static const gint64 costs[] = { 700, 25, 120, 0 };
  g_assert_cmpuint (election->digits, ==, 2);
  g_assert_cmpint (election->budget, ==, 100050);
  for (guint i = 0; i < G_N_ELEMENTS (costs); i++)
    g_assert_cmpint (tq_election_get_project (election, i)->cost, ==, costs[i]);
}

/* Ballots that cannot count are on record with line and reason, and count for nothing. */
static void
test_invalid (void)
{
  g_autoptr (TqElection) election = read_text (
    "META\nkey;value\nbudget;9\nvote_type;choose-1\nnum_votes;5\nPROJECTS\nproject_id;cost\n"
    "1;7\n2;5\nVOTES\nvoter_id;vote;weight\na;1;2\nb;;1\nc;1,2;1\nd;2;0\ne;1;3\n");
  static const struct {
    const char *voter;
    guint line;
    const char *reason;
  } rows[] = {
    { "b", 13, "empty" },
    { "c", 14, "more_than_one" },
    { "d", 15, "weight_zero" },
  };
  g_assert_cmpuint (election->ballots, ==, 2);
  g_assert_cmpint (election->weight, ==, 5);
  g_assert_cmpint (tq_election_get_project (election, 0)->votes, ==, 5);
  g_assert_cmpint (tq_election_get_project (election, 1)->votes, ==, 0);
  g_assert_cmpuint (election->invalid->len, ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    const TqInvalidBallot *ballot = &g_array_index (election->invalid, TqInvalidBallot, i);
    g_assert_cmpstr (ballot->voter, ==, rows[i].voter);
    g_assert_cmpuint (ballot->line, ==, rows[i].line);
    g_assert_cmpstr (ballot->reason, ==, rows[i].reason);
  }
}

/* Equal ballots are one class: in any order where the order is no vote, with the same points. */
static void
test_classes (void)
{
  static const struct {
    const char *type;
    guint classes;
  } rows[] = { { "approval", 3 }, { "ordinal", 4 }, { "cumulative", 3 }, { "scoring", 3 } };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = g_strdup_printf (
      "META\nkey;value\nbudget;9\nvote_type;%s\nPROJECTS\nproject_id;cost\n1;7\n2;5\n3;1\nVOTES\n"
      "voter_id;vote;points\na;1,2;3,1\nb;2,1;1,3\nc;3;4\nd;2,3;2,2\ne;3;4\n",
      rows[i].type);
    g_autoptr (TqElection) election = read_text (text);
    g_assert_cmpuint (tq_election_get_class_count (election), ==, rows[i].classes);
    g_assert_cmpint (election->weight, ==, 5);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tally/pb-reader/spellings", test_spellings);
  g_test_add_func ("/tally/pb-reader/quotes", test_quotes);
  g_test_add_func ("/tally/pb-reader/decimals", test_decimals);
  g_test_add_func ("/tally/pb-reader/invalid", test_invalid);
  g_test_add_func ("/tally/pb-reader/classes", test_classes);
  return g_test_run ();
}
