/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* One rule as it is written in a file: see the fields in rule-file.h. What a kind cannot do without
 * is asked for here; the names in its expressions are looked up when it runs. */
#include "surplus/rule-file.h"

#include "base/i18n.h"
#include "surplus/fields.h"

static const char *const kinds[] = { "percent", "fixed", "fill", "tiered", "rest", NULL };

static gboolean
read_limit (TqJsonNode node, TqSurplusRule *rule, GError **error)
{
  static const char *const fields[] = { "expr", "why", NULL };
  g_autofree char *why = g_strdup ("maximum");
  TqJsonNode value;
  if (!tq_fields_check (node, fields, error) || !tq_fields_need (node, "expr", &value, error) ||
      !tq_fields_set_text (node, "why", &why, error))
    return FALSE;
  TqExpression *most = tq_fields_get_expression (value, error);
  if (most == NULL)
    return FALSE;
  tq_surplus_rule_add_limit (rule, most, why);
  return TRUE;
}

static gboolean
read_tier (TqJsonNode node, TqSurplusRule *rule, GError **error)
{
  static const char *const fields[] = { "rate", "until", NULL };
  g_autoptr (TqExpression) until = NULL;
  TqRatio rate = { 0, 1 };
  TqJsonNode value;
  if (!tq_fields_check (node, fields, error) || !tq_fields_need (node, "rate", &value, error) ||
      !tq_fields_get_ratio (value, FALSE, &rate, error) ||
      !tq_fields_set_expression (node, "until", &until, error))
    return FALSE;
  tq_surplus_rule_add_tier (rule, rate, g_steal_pointer (&until));
  return TRUE;
}

typedef gboolean (*ReadItem) (TqJsonNode node, TqSurplusRule *rule, GError **error);

static gboolean
read_list (TqJsonNode object, const char *key, ReadItem read, TqSurplusRule *rule, GError **error)
{
  TqJsonNode list, item;
  TqJsonIter iter;
  if (!tq_fields_find (object, key, &list))
    return TRUE;
  if (!tq_fields_expect (list, TQ_JSON_ARRAY, error))
    return FALSE;
  tq_json_iter_init (&iter, list);
  while (tq_json_iter_next (&iter, NULL, &item))
    if (!read (item, rule, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_when (TqJsonNode object, TqSurplusRule *rule, GError **error)
{
  static const char *const fields[] = { "lhs", "op", "rhs", NULL };
  static const char *const operators[] = { "<", "<=", "==", "!=", ">=", ">", NULL };
  static const TqCompare compares[] = {
    TQ_COMPARE_LESS,      TQ_COMPARE_LESS_OR_EQUAL,    TQ_COMPARE_EQUAL,
    TQ_COMPARE_NOT_EQUAL, TQ_COMPARE_GREATER_OR_EQUAL, TQ_COMPARE_GREATER
  };
  TqJsonNode when, left, op, right;
  guint index = 0;
  if (!tq_fields_find (object, "when", &when))
    return TRUE;
  if (!tq_fields_check (when, fields, error) || !tq_fields_need (when, "lhs", &left, error) ||
      !tq_fields_need (when, "op", &op, error) || !tq_fields_need (when, "rhs", &right, error) ||
      !tq_fields_get_choice (op, operators, &index, error))
    return FALSE;
  rule->when_op = compares[index];
  rule->when_left = tq_fields_get_expression (left, error);
  if (rule->when_left == NULL)
    return FALSE;
  rule->when_right = tq_fields_get_expression (right, error);
  return rule->when_right != NULL;
}

static gboolean
read_min_check (TqJsonNode object, TqSurplusRule *rule, GError **error)
{
  static const char *const fields[] = { "expr", "why", NULL };
  TqJsonNode check, expr;
  if (!tq_fields_find (object, "min_check", &check))
    return TRUE;
  if (!tq_fields_check (check, fields, error) || !tq_fields_need (check, "expr", &expr, error))
    return FALSE;
  rule->min_check = tq_fields_get_expression (expr, error);
  return rule->min_check != NULL;
}

/* The fields that the kind works on. */
static gboolean
read_kind (TqJsonNode node, TqSurplusRule *rule, GError **error)
{
  TqJsonNode value;
  switch (rule->kind) {
  case TQ_RULE_PERCENT:
    return tq_fields_need (node, "base", &value, error) &&
           tq_fields_set_expression (node, "base", &rule->base, error) &&
           tq_fields_need (node, "rate", &value, error) &&
           tq_fields_get_ratio (value, FALSE, &rule->rate, error);
  case TQ_RULE_FIXED:
    return tq_fields_need (node, "amount", &value, error) &&
           tq_fields_set_expression (node, "amount", &rule->base, error);
  case TQ_RULE_FILL:
    return tq_fields_need (node, "target", &value, error) &&
           tq_fields_set_expression (node, "target", &rule->target, error) &&
           tq_fields_set_expression (node, "current", &rule->current, error);
  case TQ_RULE_TIERED:
    return tq_fields_need (node, "base", &value, error) &&
           tq_fields_set_expression (node, "base", &rule->base, error) &&
           tq_fields_set_expression (node, "current", &rule->current, error) &&
           tq_fields_need (node, "tiers", &value, error) &&
           read_list (node, "tiers", read_tier, rule, error);
  case TQ_RULE_REST:
  default:
    return TRUE;
  }
}

static gboolean
read_flag (TqJsonNode object, const char *key, gboolean *inout_flag, GError **error)
{
  TqJsonNode node;
  if (!tq_fields_find (object, key, &node))
    return TRUE;
  if (!tq_fields_expect (node, TQ_JSON_BOOL, error))
    return FALSE;
  *inout_flag = tq_json_node_get_bool (node);
  return TRUE;
}

/* Where the amount goes: posted on two accounts, moved, or neither. */
static gboolean
check_destination (TqJsonNode node, const TqSurplusRule *rule, GError **error)
{
  if ((rule->dr == NULL) != (rule->cr == NULL))
    return tq_json_node_set_error (
      node,
      error,
      _ ("found only one of “dr” and “cr”; expected both accounts or neither."));
  if (rule->to_pool != NULL && rule->dr != NULL)
    return tq_json_node_set_error (
      node,
      error,
      _ ("found “to_pool” beside accounts; expected one or the other."));
  if (g_strcmp0 (rule->to_pool, rule->pool) == 0)
    return tq_json_node_set_error (
      node,
      error,
      _ ("found “to_pool” with the rule's own pool; expected another one."));
  return TRUE;
}

/* Reads one rule (transfer full); *label* is what it is called, or NULL where the file says it as
 * text. Raises TQ_ERROR_FORMAT with the line in front. */
TqSurplusRule *
tq_rule_file_read (TqJsonNode node, const char *label, GError **error)
{
  TqJsonNode id_node, kind_node;
  const char *id = NULL;
  guint kind = 0;
  if (!tq_fields_need (node, "id", &id_node, error) || !tq_fields_get_text (id_node, &id, error) ||
      !tq_fields_need (node, "kind", &kind_node, error) ||
      !tq_fields_get_choice (kind_node, kinds, &kind, error))
    return NULL;
  g_autoptr (TqSurplusRule) rule =
    tq_surplus_rule_new (id, label != NULL ? label : id, (TqRuleKind) kind);
  rule->line = tq_json_node_get_line (node);
  if ((label == NULL && !tq_fields_set_text (node, "label", &rule->label, error)) ||
      !read_flag (node, "mandatory", &rule->mandatory, error) ||
      !tq_fields_set_text (node, "pool", &rule->pool, error) ||
      !tq_fields_set_text (node, "dr", &rule->dr, error) ||
      !tq_fields_set_text (node, "cr", &rule->cr, error) ||
      !tq_fields_set_text (node, "overflow_to", &rule->overflow_to, error) ||
      !tq_fields_set_text (node, "to_pool", &rule->to_pool, error) ||
      !tq_fields_get_rounding (node, &rule->rounding, error) || !read_kind (node, rule, error) ||
      !read_list (node, "max", read_limit, rule, error) || !read_min_check (node, rule, error) ||
      !read_when (node, rule, error) || !check_destination (node, rule, error))
    return NULL;
  return g_steal_pointer (&rule);
}
