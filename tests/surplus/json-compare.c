/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "json-compare.h"

#include <string.h>

static char *
compare_objects (const char *place, TqJsonNode expected, TqJsonNode found)
{
  TqJsonIter iter;
  TqJsonNode value;
  const char *key = NULL;
  tq_json_iter_init (&iter, expected);
  while (tq_json_iter_next (&iter, &key, &value)) {
    g_autofree char *inner = g_strdup_printf ("%s.%s", place, key);
    const TqJsonNode other = tq_json_node_find (found, key);
    if (other.json == NULL)
      return g_strdup_printf ("%s: missing", inner);
    char *difference = compare_json (inner, value, other);
    if (difference != NULL)
      return difference;
  }
  tq_json_iter_init (&iter, found);
  while (tq_json_iter_next (&iter, &key, &value))
    if (tq_json_node_find (expected, key).json == NULL)
      return g_strdup_printf ("%s.%s: not expected", place, key);
  return NULL;
}

static char *
compare_arrays (const char *place, TqJsonNode expected, TqJsonNode found)
{
  TqJsonIter iter, other_iter;
  TqJsonNode value, other;
  const guint count = tq_json_node_get_count (expected);
  if (count != tq_json_node_get_count (found))
    return g_strdup_printf ("%s: %u and %u items", place, count, tq_json_node_get_count (found));
  tq_json_iter_init (&iter, expected);
  tq_json_iter_init (&other_iter, found);
  for (guint i = 0; i < count; i++) {
    g_autofree char *inner = g_strdup_printf ("%s[%u]", place, i);
    g_assert_true (tq_json_iter_next (&iter, NULL, &value));
    g_assert_true (tq_json_iter_next (&other_iter, NULL, &other));
    char *difference = compare_json (inner, value, other);
    if (difference != NULL)
      return difference;
  }
  return NULL;
}

char *
compare_json (const char *place, TqJsonNode expected, TqJsonNode found)
{
  const TqJsonType type = tq_json_node_get_type (expected);
  if (type != tq_json_node_get_type (found))
    return g_strdup_printf ("%s: different types", place);
  switch (type) {
  case TQ_JSON_OBJECT:
    return compare_objects (place, expected, found);
  case TQ_JSON_ARRAY:
    return compare_arrays (place, expected, found);
  case TQ_JSON_STRING:
  case TQ_JSON_NUMBER:
    if (strcmp (tq_json_node_get_text (expected), tq_json_node_get_text (found)) == 0)
      return NULL;
    return g_strdup_printf ("%s: %s and %s",
                            place,
                            tq_json_node_get_text (expected),
                            tq_json_node_get_text (found));
  case TQ_JSON_BOOL:
    return tq_json_node_get_bool (expected) == tq_json_node_get_bool (found)
             ? NULL
             : g_strdup_printf ("%s: true and false", place);
  case TQ_JSON_NULL:
  default:
    return NULL;
  }
}
