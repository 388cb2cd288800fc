/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Real elections with exact reference outcomes, read from the shared cases: every rule of every
 * expected file. */
#include "counting.h"
#include "reference.h"

#include <string.h>

/* A member of the expected object that must be the same as a member of the result. */
typedef struct {
  const char *rule;
  const char *key;      /* of the result */
  const char *expected; /* path in the expected object, parts separated by / */
} Check;

static const Check transferred[] = {
  { "stv", "elected", "expected/computed_elected_in_order" },
  { "stv", "quota", "quota" },
  { "stv", "ballots", "valid" },
  { "stv", "names", "candidates" },
  { "schulze", "winners", "expected/schulze_winners" },
  { "schulze", "pairwise", "expected/pairwise" },
  { "ranked_pairs", "winners", "expected/ranked_pairs_winners" },
  { "irv", "winners", "expected/irv_winner_if_one_seat" },
  { "plurality", "sums", "expected/first_preferences" },
};

static const Check ranked[] = {
  { "debian", "pairwise", "expected/published/pairwise" },
  { "debian", "dropped", "expected/published/dropped" },
  { "debian", "winners", "expected/published/winners" },
  { "debian", "dropped_quorum", "expected/computed/dropped_quorum" },
  { "debian", "dropped_majority", "expected/computed/dropped_majority" },
  { "debian", "winners", "expected/computed/winners_after_drops" },
  { "debian", "ballots", "total_ballots" },
  { "schulze", "winners", "expected/computed/schulze_all_options/winners" },
  { "schulze", "strongest_paths", "expected/computed/schulze_all_options/strongest_paths" },
  { "schulze", "order", "expected/computed/schulze_all_options/order_by_beatpath_wins" },
  { "ranked_pairs", "winners", "expected/computed/ranked_pairs_all_options/winners" },
  { "ranked_pairs",
    "equal_strength_pairs",
    "expected/computed/ranked_pairs_all_options/equal_strength_pairs" },
  { "schulze", "pairwise", "expected/published/pairwise" },
  { "schulze", "strongest_paths", "expected/published/strongest_paths" },
  { "schulze", "pairwise", "expected/computed/pairwise" },
  { "schulze", "winners", "expected/computed/schulze_winners" },
  { "schulze", "winners", "expected/computed/cssd_winners" },
  { "ranked_pairs", "winners", "expected/computed/ranked_pairs_winners" },
  { "irv", "winners", "expected/computed/irv_winner" },
  { "irv", "rounds", "expected/computed/irv_rounds" },
  { "plurality", "winners", "expected/computed/plurality_winner" },
  { "star", "sums", "expected/score_totals" },
  { "score", "sums", "expected/score_totals" },
  { "star", "finalists", "expected/star_finalists" },
  { "star", "runoff", "expected/star_runoff" },
  { "star", "winners", "expected/star_winner" },
  { "star", "pairwise", "expected/pairwise" },
  { "irv", "winners", "expected/irv_winner" },
  { "plurality", "winners", "expected/plurality_winner" },
  { "schulze", "winners", "expected/schulze_winners" },
  { "approval", "sums", "expected/approval_at_score_3_or_more" },
};

static TqJsonNode
find_path (TqJson *json, const char *path)
{
  g_auto (GStrv) parts = g_strsplit (path, "/", -1);
  TqJsonNode node = tq_json_get_root (json);
  for (guint i = 0; parts[i] != NULL && node.json != NULL; i++)
    node = tq_json_node_find (node, parts[i]);
  return node;
}

static TqJson *
load (const char *path)
{
  g_autoptr (GError) error = NULL;
  TqJson *json = tq_json_reader_load_file (path, 64u << 20, &error);
  g_assert_no_error (error);
  return json;
}

static TqJson *
tally (const char *rule, const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *text = counting_tally (rule, path, NULL, 0, NULL, &error);
  g_assert_no_error (error);
  TqJson *json = tq_json_read (text, strlen (text), 64u << 20, &error);
  g_assert_no_error (error);
  return json;
}

/* A winner may be written alone or as a list of one. */
static void
assert_same (TqJsonNode expected, TqJsonNode got)
{
  TqJsonIter iter;
  TqJsonNode only = got;
  if (tq_json_node_get_type (expected) == TQ_JSON_NUMBER &&
      tq_json_node_get_type (got) == TQ_JSON_ARRAY) {
    g_assert_cmpuint (tq_json_node_get_count (got), ==, 1);
    tq_json_iter_init (&iter, got);
    g_assert_true (tq_json_iter_next (&iter, NULL, &only));
  }
  tq_reference_assert_same (expected, only);
}

/* Makes the checks that the expected file has something for; returns how many. */
static guint
make_checks (const Check *checks, gsize n, TqJson *expected, const char *ballots)
{
  guint made = 0;
  for (gsize i = 0; i < n; i++) {
    const TqJsonNode node = find_path (expected, checks[i].expected);
    const gboolean fits =
      strcmp (checks[i].rule, "debian") != 0 || find_path (expected, "default_option").json != NULL;
    if (node.json == NULL || !fits)
      continue;
    g_test_message ("%s, %s: %s", ballots, checks[i].rule, checks[i].key);
    g_autoptr (TqJson) got = tally (checks[i].rule, ballots);
    assert_same (node, tq_json_node_find (tq_json_get_root (got), checks[i].key));
    made++;
  }
  return made;
}

/* The stage table exactly: what was done, every candidate's votes, who was elected so far. */
static void
check_stages (TqJson *expected, const char *ballots)
{
  static const char *const keys[] = { "action", "votes", "elected_so_far" };
  const TqJsonNode wanted = find_path (expected, "expected/stages");
  g_autoptr (TqJson) got = tally ("stv", ballots);
  const TqJsonNode stages = tq_json_node_find (tq_json_get_root (got), "stages");
  TqJsonIter left, right;
  TqJsonNode a, b;
  g_assert_cmpuint (tq_json_node_get_count (stages), ==, tq_json_node_get_count (wanted));
  tq_json_iter_init (&left, wanted);
  tq_json_iter_init (&right, stages);
  while (tq_json_iter_next (&left, NULL, &a) && tq_json_iter_next (&right, NULL, &b))
    for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
      tq_reference_assert_same (tq_json_node_find (a, keys[i]), tq_json_node_find (b, keys[i]));
}

static GPtrArray *
list_files (const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  const char *name;
  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (paths, g_build_filename (folder, name, NULL));
  return paths;
}

/* Scottish elections: stages to the last unit, and other counts of the same ballots. */
static void
test_transferred (void)
{
  g_autofree char *folder = tq_reference_find_folder ("ranked");
  if (folder == NULL) {
    g_test_skip ("the shared cases are not there");
    return;
  }
  g_autoptr (GPtrArray) paths = list_files (folder);
  guint files = 0;
  for (guint i = 0; i < paths->len; i++) {
    const char *path = g_ptr_array_index (paths, i);
    if (!g_str_has_suffix (path, ".expected.json"))
      continue;
    g_autoptr (TqJson) expected = load (path);
    const char *name = tq_json_node_get_text (find_path (expected, "file"));
    g_autofree char *ballots = g_build_filename (folder, name, NULL);
    g_assert_cmpuint (make_checks (transferred, G_N_ELEMENTS (transferred), expected, ballots),
                      ==,
                      9);
    check_stages (expected, ballots);
    files++;
  }
  g_assert_cmpuint (files, >=, 5);
}

/* Debian votes, Burlington, Schulze's example, Tennessee. */
static void
test_ranked (void)
{
  g_autofree char *folder = tq_reference_find_folder ("ranked");
  if (folder == NULL) {
    g_test_skip ("the shared cases are not there");
    return;
  }
  g_autoptr (GPtrArray) paths = list_files (folder);
  guint files = 0;
  for (guint i = 0; i < paths->len; i++) {
    const char *path = g_ptr_array_index (paths, i);
    if (!g_str_has_suffix (path, ".json") || g_str_has_suffix (path, ".expected.json"))
      continue;
    g_autoptr (TqJson) expected = load (path);
    g_assert_cmpuint (make_checks (ranked, G_N_ELEMENTS (ranked), expected, path), >=, 4);
    files++;
  }
  g_assert_cmpuint (files, >=, 8);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tally/ranked-data/transferred", test_transferred);
  g_test_add_func ("/tally/ranked-data/ranked", test_ranked);
  return g_test_run ();
}
