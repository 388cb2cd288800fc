/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Real elections with exact reference outcomes, from the folder that TEQUIO_SHARED names. */
#include "reference.h"
#include "tally/budget-count.h"

#include <string.h>

#define BYTES_MAX (1u << 24)

static TqJson *
count (const char *rule, const char *path, const char *ties, const char *increment)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TqTieRule) tie_rule = tq_tie_rule_parse (ties, &error);
  g_assert_no_error (error);
  const TqCountOptions options = { .ties = tie_rule, .increment = increment };
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  TqJsonWriter writer;
  tq_json_writer_start (&writer, out, FALSE);
  gboolean done = tq_budget_count_file (rule, path, &options, &writer, text, &error);
  g_assert_no_error (error);
  g_assert_true (done);
  tq_json_writer_finish (&writer);
  g_assert_cmpuint (text->len, >, 100);
  TqJson *json = tq_json_read (out->str, out->len, BYTES_MAX, &error);
  g_assert_no_error (error);
  return json;
}

/* Compares the members that the reference has. */
static void
compare_members (TqJsonNode expected, TqJsonNode got)
{
  static const char *const names[][2] = {
    { "selected", "selected" },
    { "order", "order" },
    { "cost", "cost" },
    { "ties", "ties_count" },
    { "steps", "steps" },
    { "runs", "runs" },
    { "final_endowment", "final_endowment" },
    { "prefer_mes", "prefer_mes" },
    { "prefer_greedy", "prefer_greedy" },
    { "kept", "kept" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    const TqJsonNode wanted = tq_json_node_find (expected, names[i][0]);
    if (wanted.json == NULL)
      continue;
    g_test_message ("%s", names[i][0]);
    tq_reference_assert_same (wanted, tq_json_node_find (got, names[i][1]));
  }
}

static void
check_results (TqJsonNode results, const char *path, const char *ties, const char *increment)
{
  TqJsonIter iter;
  const char *rule = NULL;
  TqJsonNode expected;
  tq_json_iter_init (&iter, results);
  while (tq_json_iter_next (&iter, &rule, &expected)) {
    g_test_message ("%s %s --ties %s", rule, path, ties);
    g_autoptr (TqJson) got = count (rule, path, ties, increment);
    compare_members (expected, tq_json_get_root (got));
  }
}

/* Every rule of one expected file, the other order of ties, and the comparison. */
static void
test_file (gconstpointer data)
{
  const char *expected_path = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TqJson) expected = tq_json_reader_load_file (expected_path, BYTES_MAX, &error);
  g_assert_no_error (error);
  const TqJsonNode root = tq_json_get_root (expected);
  g_autofree char *stem =
    g_strndup (expected_path, strlen (expected_path) - strlen (".expected.json"));
  g_autofree char *path = g_strconcat (stem, ".pb", NULL);
  const TqJsonNode step = tq_json_node_find (root, "add1_increment_per_voter");
  const char *increment = step.json != NULL ? tq_json_node_get_text (step) : NULL;
  check_results (tq_json_node_find (root, "results"), path, "id", increment);
  check_results (tq_json_node_find (root, "other_tie_order_cheapest_then_most_votes_then_id"),
                 path,
                 "cheapest",
                 increment);
  g_test_message ("compare %s", path);
  g_autoptr (TqJson) compared = count ("compare", path, "id", increment);
  compare_members (tq_json_node_find (root, "comparison_step"), tq_json_get_root (compared));
}

static void
test_absent (void)
{
  g_test_skip ("TEQUIO_SHARED names no folder with reference elections");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_autofree char *folder = tq_reference_find_folder ("pb");
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  for (const char *name = dir != NULL ? g_dir_read_name (dir) : NULL; name != NULL;
       name = g_dir_read_name (dir)) {
    if (!g_str_has_suffix (name, ".expected.json"))
      continue;
    char *path = g_build_filename (folder, name, NULL);
    g_autofree char *test = g_strdup_printf ("/tally/budget-data/%s", name);
    g_ptr_array_add (paths, path);
    g_test_add_data_func (test, path, test_file);
  }
  if (paths->len == 0)
    g_test_add_func ("/tally/budget-data/absent", test_absent);
  return g_test_run ();
}
