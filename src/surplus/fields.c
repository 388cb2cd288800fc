/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Reads the fields of an object in a file of rules, strictly: a field that is not known is refused,
 * because a misspelt "max" that is passed over gives a wrong sum without a word. Every fault names
 * its line. A field of null is as if it were not there; names that begin with "note", "source",
 * "published" or "fact" hold remarks for people and are passed over. */
#include "surplus/fields.h"

#include "base/error.h"
#include "base/i18n.h"

#include <inttypes.h>
#include <string.h>

static const char *
type_name (TqJsonType type)
{
  switch (type) {
  case TQ_JSON_OBJECT:
    return _ ("an object { … }");
  case TQ_JSON_ARRAY:
    return _ ("a list [ … ]");
  case TQ_JSON_STRING:
    return _ ("a text in double quotes");
  case TQ_JSON_NUMBER:
    return _ ("a number");
  case TQ_JSON_BOOL:
    return _ ("true or false");
  case TQ_JSON_NULL:
  default:
    return _ ("null");
  }
}

/* Raises TQ_ERROR_FORMAT where the value is of another type. */
gboolean
tq_fields_expect (TqJsonNode node, TqJsonType type, GError **error)
{
  const TqJsonType found = tq_json_node_get_type (node);
  if (found == type)
    return TRUE;
  return tq_json_node_set_error (node,
                                 error,
                                 _ ("found %s; expected %s."),
                                 type_name (found),
                                 type_name (type));
}

static char *
join_names (const char *const *names)
{
  GString *joined = g_string_new (names[0]);
  for (guint i = 1; names[i] != NULL; i++)
    g_string_append_printf (joined, ", %s", names[i]);
  return g_string_free (joined, FALSE);
}

static gboolean
is_remark (const char *key)
{
  return g_str_has_prefix (key, "note") || g_str_has_prefix (key, "source") ||
         g_str_has_prefix (key, "published") || g_str_has_prefix (key, "fact");
}

/* The value is an object, and *known* (NULL-terminated) has each of its names. */
gboolean
tq_fields_check (TqJsonNode object, const char *const *known, GError **error)
{
  TqJsonIter iter;
  TqJsonNode value;
  const char *key = NULL;
  if (!tq_fields_expect (object, TQ_JSON_OBJECT, error))
    return FALSE;
  tq_json_iter_init (&iter, object);
  while (tq_json_iter_next (&iter, &key, &value))
    if (!g_strv_contains (known, key) && !is_remark (key)) {
      g_autofree char *names = join_names (known);
      return tq_json_node_set_error (value,
                                     error,
                                     _ ("found the unknown field “%.60s”; expected one of: %s."),
                                     key,
                                     names);
    }
  return TRUE;
}

/* The field *key*, where the object has it and it is not null. */
gboolean
tq_fields_find (TqJsonNode object, const char *key, TqJsonNode *out_value)
{
  const TqJsonNode found = tq_json_node_find (object, key);
  if (found.json == NULL || tq_json_node_get_type (found) == TQ_JSON_NULL)
    return FALSE;
  *out_value = found;
  return TRUE;
}

/* The field *key*, without which the object means nothing. */
gboolean
tq_fields_need (TqJsonNode object, const char *key, TqJsonNode *out_value, GError **error)
{
  if (tq_fields_find (object, key, out_value))
    return TRUE;
  return tq_json_node_set_error (object,
                                 error,
                                 _ ("found an object without the field “%s”; expected it here."),
                                 key);
}

/* A text that is not empty, owned by the file. */
gboolean
tq_fields_get_text (TqJsonNode node, const char **out_text, GError **error)
{
  if (!tq_fields_expect (node, TQ_JSON_STRING, error))
    return FALSE;
  *out_text = tq_json_node_get_text (node);
  if (**out_text != '\0')
    return TRUE;
  return tq_json_node_set_error (node,
                                 error,
                                 _ ("found an empty text; expected a name or a code."));
}

/* Puts the text under *key* in the place of *inout_text*; leaves it as it is where there is none.
 * */
gboolean
tq_fields_set_text (TqJsonNode object, const char *key, char **inout_text, GError **error)
{
  TqJsonNode node;
  const char *text = NULL;
  if (!tq_fields_find (object, key, &node))
    return TRUE;
  if (!tq_fields_get_text (node, &text, error))
    return FALSE;
  g_free (*inout_text);
  *inout_text = g_strdup (text);
  return TRUE;
}

/* A whole number of at least *least*. */
gboolean
tq_fields_get_amount (TqJsonNode node, gint64 least, gint64 *out_value, GError **error)
{
  gint64 value = 0;
  if (!tq_fields_expect (node, TQ_JSON_NUMBER, error) ||
      !tq_json_node_get_int64 (node, &value, error))
    return FALSE;
  if (value < least)
    return tq_json_node_set_error (
      node,
      error,
      _ ("found the number %" PRId64 "; expected at least %" PRId64 "."),
      value,
      least);
  *out_value = value;
  return TRUE;
}

/* A text ("15/100", "271.5") or a whole number; a number with a point may have been made by a
 * program that rounds, and is refused. */
static gboolean
read_ratio (TqJsonNode node, TqRatio *out_ratio, GError **error)
{
  g_autoptr (GError) reason = NULL;
  if (tq_json_node_get_type (node) == TQ_JSON_NUMBER) {
    const char *text = tq_json_node_get_text (node);
    if (strpbrk (text, ".eE") != NULL)
      return tq_json_node_set_error (
        node,
        error,
        _ ("found the number %.60s; expected an exact ratio as text, like \"15/100\"."),
        text);
    out_ratio->den = 1;
    return tq_json_node_get_int64 (node, &out_ratio->num, error);
  }
  if (!tq_fields_expect (node, TQ_JSON_STRING, error))
    return FALSE;
  if (tq_ratio_parse (tq_json_node_get_text (node), out_ratio, &reason))
    return TRUE;
  return tq_json_node_set_error (node, error, "%s", reason->message);
}

/* An exact ratio of zero or more; of one at most where it is a *part*. */
gboolean
tq_fields_get_ratio (TqJsonNode node, gboolean part, TqRatio *out_ratio, GError **error)
{
  TqRatio ratio = { 0, 1 };
  if (!read_ratio (node, &ratio, error))
    return FALSE;
  if (ratio.num < 0 || (part && ratio.num > ratio.den)) {
    g_autofree char *text = tq_ratio_to_string (ratio);
    return tq_json_node_set_error (node,
                                   error,
                                   part ? _ ("found %s; expected a part between 0 and 1.")
                                        : _ ("found %s; expected zero or more."),
                                   text);
  }
  *out_ratio = ratio;
  return TRUE;
}

/* A text that is one of *choices* (NULL-terminated). */
gboolean
tq_fields_get_choice (TqJsonNode node, const char *const *choices, guint *out_index, GError **error)
{
  const char *text = NULL;
  if (!tq_fields_get_text (node, &text, error))
    return FALSE;
  for (guint i = 0; choices[i] != NULL; i++)
    if (strcmp (choices[i], text) == 0) {
      *out_index = i;
      return TRUE;
    }
  g_autofree char *names = join_names (choices);
  return tq_json_node_set_error (node,
                                 error,
                                 _ ("found “%.60s”; expected one of: %s."),
                                 text,
                                 names);
}

/* The field "round"; leaves the rounding as it is where there is none. */
gboolean
tq_fields_get_rounding (TqJsonNode object, TqRound *inout_rounding, GError **error)
{
  static const char *const names[] = { "floor", "ceil", "half_up", NULL };
  static const TqRound values[] = { TQ_ROUND_FLOOR, TQ_ROUND_CEIL, TQ_ROUND_HALF_UP };
  TqJsonNode node;
  guint index = 0;
  if (!tq_fields_find (object, "round", &node))
    return TRUE;
  if (!tq_fields_get_choice (node, names, &index, error))
    return FALSE;
  *inout_rounding = values[index];
  return TRUE;
}

static gboolean
add_term (TqJsonNode pair, TqExpression *expression, GError **error)
{
  TqJsonIter iter;
  TqJsonNode name_node, coefficient_node;
  const char *name = NULL;
  TqRatio coefficient = { 0, 1 };
  if (!tq_fields_expect (pair, TQ_JSON_ARRAY, error))
    return FALSE;
  if (tq_json_node_get_count (pair) != 2)
    return tq_json_node_set_error (pair,
                                   error,
                                   _ ("found a list of another length; expected a pair: a name and "
                                      "its coefficient."));
  tq_json_iter_init (&iter, pair);
  tq_json_iter_next (&iter, NULL, &name_node);
  tq_json_iter_next (&iter, NULL, &coefficient_node);
  if (!tq_fields_get_text (name_node, &name, error) ||
      !read_ratio (coefficient_node, &coefficient, error))
    return FALSE;
  tq_expression_add (expression, name, coefficient);
  return TRUE;
}

/* A list of pairs [name, coefficient], or a whole number (transfer full). */
TqExpression *
tq_fields_get_expression (TqJsonNode node, GError **error)
{
  g_autoptr (TqExpression) expression = tq_expression_new ();
  TqJsonIter iter;
  TqJsonNode pair;
  if (tq_json_node_get_type (node) == TQ_JSON_NUMBER) {
    TqRatio value = { 0, 1 };
    if (!tq_json_node_get_int64 (node, &value.num, error))
      return NULL;
    tq_expression_add (expression, "const", value);
    return g_steal_pointer (&expression);
  }
  if (!tq_fields_expect (node, TQ_JSON_ARRAY, error))
    return NULL;
  tq_json_iter_init (&iter, node);
  while (tq_json_iter_next (&iter, NULL, &pair))
    if (!add_term (pair, expression, error))
      return NULL;
  return g_steal_pointer (&expression);
}

/* Puts the expression under *key* in the place of *inout_expression*; leaves it where there is
 * none. */
gboolean
tq_fields_set_expression (TqJsonNode object,
                          const char *key,
                          TqExpression **inout_expression,
                          GError **error)
{
  TqJsonNode node;
  if (!tq_fields_find (object, key, &node))
    return TRUE;
  TqExpression *read = tq_fields_get_expression (node, error);
  if (read == NULL)
    return FALSE;
  tq_expression_free (*inout_expression);
  *inout_expression = read;
  return TRUE;
}
