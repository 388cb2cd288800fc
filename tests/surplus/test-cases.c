/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "json-compare.h"
#include "surplus/allocation-file.h"
#include "surplus/allocation-json.h"

static char *
build_folder (void)
{
  return g_build_filename (g_getenv ("TEQUIO_SHARED"), "cases", "allocation", NULL);
}

static void
check_case (const char *path)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (TqAllocationFile) file = tq_allocation_file_load (path, &error);
  g_assert_no_error (error);
  g_autoptr (TqAllocation) allocation = tq_allocation_file_run (file, &error);
  g_assert_no_error (error);
  g_assert_true (tq_allocation_json_write (allocation, file->by_years, out, &error));
  g_assert_no_error (error);
  g_autoptr (TqJson) printed = tq_json_read (out->str, out->len, TQ_ALLOCATION_FILE_MAX, &error);
  g_assert_no_error (error);
  const TqJsonNode expected = tq_json_node_find (tq_json_get_root (file->json), "expected");
  g_assert_nonnull (expected.json);
  g_autofree char *difference = compare_json ("expected", expected, tq_json_get_root (printed));
  g_assert_cmpstr (difference, ==, NULL);
}

/* Every worked case comes out to the unit: steps, exact and rounded shares, forms, payments,
 * redemptions, statements, the whole journal and the closing balances, and nothing beside. */
static void
test_worked_cases (void)
{
  g_autofree char *folder = build_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint count = 0;
  if (dir == NULL) {
    g_test_skip ("TEQUIO_SHARED names no folder with worked cases");
    return;
  }
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir)) {
    if (!g_str_has_suffix (name, ".json"))
      continue;
    g_autofree char *path = g_build_filename (folder, name, NULL);
    g_test_message ("%s", name);
    check_case (path);
    count++;
  }
  g_assert_cmpuint (count, >=, 6);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/surplus/cases/worked-cases", test_worked_cases);
  return g_test_run ();
}
