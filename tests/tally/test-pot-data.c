/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Pots with exact reference outcomes, from the folder that TEQUIO_SHARED names. */
#include "reference.h"
#include "tally/pot-count.h"

#include <string.h>

#define BYTES_MAX (1u << 24)

static void
check_rule (const char *rule, const char *path, TqJsonNode expected)
{
  static const char *const names[][2] = {
    { "shares", "shares" },
    { "cents", "minor" },
    { "t", "t" },
    { "medians", "medians" },
    { "fallback_to_mean", "fallback_to_mean" },
  };
  g_test_message ("%s %s", rule, path);
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  const TqCountOptions options = { NULL };
  TqJsonWriter writer;
  tq_json_writer_start (&writer, out, FALSE);
  const gboolean done = tq_pot_count_file (rule, path, &options, &writer, text, &error);
  g_assert_no_error (error);
  g_assert_true (done);
  tq_json_writer_finish (&writer);
  g_assert_cmpuint (text->len, >, 100);
  g_autoptr (TqJson) json = tq_json_read (out->str, out->len, BYTES_MAX, &error);
  g_assert_no_error (error);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    const TqJsonNode wanted = tq_json_node_find (expected, names[i][0]);
    if (wanted.json != NULL)
      tq_reference_assert_same (wanted, tq_json_node_find (tq_json_get_root (json), names[i][1]));
  }
}

/* Every rule of one file: shares, amounts, t and medians. */
static void
test_file (gconstpointer data)
{
  const char *path = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (TqJson) file = tq_json_reader_load_file (path, BYTES_MAX, &error);
  g_assert_no_error (error);
  TqJsonIter iter;
  const char *rule = NULL;
  TqJsonNode expected;
  guint rules = 0;
  tq_json_iter_init (&iter, tq_json_node_find (tq_json_get_root (file), "expected"));
  for (; tq_json_iter_next (&iter, &rule, &expected); rules++)
    check_rule (rule, path, expected);
  g_assert_cmpuint (rules, >, 0);
}

static void
test_absent (void)
{
  g_test_skip ("TEQUIO_SHARED names no folder with reference pots");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_autofree char *folder = tq_reference_find_folder ("portioning");
  g_autoptr (GPtrArray) paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GDir) dir = folder != NULL ? g_dir_open (folder, 0, NULL) : NULL;
  for (const char *name = dir != NULL ? g_dir_read_name (dir) : NULL; name != NULL;
       name = g_dir_read_name (dir)) {
    if (!g_str_has_suffix (name, ".json"))
      continue;
    char *path = g_build_filename (folder, name, NULL);
    g_autofree char *test = g_strdup_printf ("/tally/pot-data/%s", name);
    g_ptr_array_add (paths, path);
    g_test_add_data_func (test, path, test_file);
  }
  if (paths->len == 0)
    g_test_add_func ("/tally/pot-data/absent", test_absent);
  return g_test_run ();
}
