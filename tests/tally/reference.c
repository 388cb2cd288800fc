/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "reference.h"

/* The folder *name* of the voting cases (transfer full), NULL where there is none. */
char *
tq_reference_find_folder (const char *name)
{
  const char *shared = g_getenv ("TEQUIO_SHARED");
  g_autofree char *folder =
    g_build_filename (shared != NULL ? shared : "", "cases", "voting", name, NULL);
  return g_file_test (folder, G_FILE_TEST_IS_DIR) ? g_steal_pointer (&folder) : NULL;
}

/* Two values written the same way: numbers and texts by what stands there, lists item by item. */
void
tq_reference_assert_same (TqJsonNode expected, TqJsonNode got)
{
  g_assert_nonnull (got.json);
  g_assert_cmpint (tq_json_node_get_type (got), ==, tq_json_node_get_type (expected));
  if (tq_json_node_get_type (expected) == TQ_JSON_BOOL) {
    g_assert_cmpint (tq_json_node_get_bool (got), ==, tq_json_node_get_bool (expected));
    return;
  }
  if (tq_json_node_get_type (expected) != TQ_JSON_ARRAY) {
    g_assert_cmpstr (tq_json_node_get_text (got), ==, tq_json_node_get_text (expected));
    return;
  }
  g_assert_cmpuint (tq_json_node_get_count (got), ==, tq_json_node_get_count (expected));
  TqJsonIter left, right;
  TqJsonNode a, b;
  tq_json_iter_init (&left, expected);
  tq_json_iter_init (&right, got);
  while (tq_json_iter_next (&left, NULL, &a) && tq_json_iter_next (&right, NULL, &b))
    tq_reference_assert_same (a, b);
}
