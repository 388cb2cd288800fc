/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The rules that a co-operative begins with, as a file of data/rules: a proposal that it may
 * change.
 *
 * 1. every rule says how well it is known (mark: C the statute was read, S a secondary source, U a
 *    custom or not confirmed), who may change it (law, statute, assembly) and, where it has one,
 *    its article;
 * 2. an account is a role of the chart of accounts ("reserve", "result"), never a code, so that the
 *    same rules fit every chart that has the role;
 * 3. every amount that the rules speak of is declared with where a book finds it (result: income
 *    less expenses of the period; income; typed: a person enters it, with a document), and is the
 *    only kind of name, beside roles, pools and earlier rules, that may stand in an expression;
 * 4. texts for people are in English and in Spanish.
 *
 * {"id", "label": {"en", "es"}, "mark", "sources": [text], "note": {"en", "es"},
 *  "amounts": [{"name", "origin", "label"}], "pools": {name: expression},
 *  "rules": [the fields of a rule (rule-file.h), "label" by language, and "mark", "changed_by",
 *            "reference"]}
 *
 * A book keeps the text of the file that was agreed, so that it can be read again as it was. To
 * share, the book names its balances by role, sets "result" as the account of the result, gives the
 * amounts, and moves pools and rules into a year of an allocation. */
#include "surplus/rule-set.h"

#include "base/json-reader.h"
#include "surplus/fields.h"
#include "surplus/rule-file.h"

#include <string.h>

static const char *const marks[] = { "C", "S", "U", NULL };
static const char *const changers[] = { "law", "statute", "assembly", NULL };
static const char *const origins[] = { "result", "income", "typed", NULL };

static void
amount_free (gpointer data)
{
  TqRuleAmount *amount = data;
  g_free (amount->name);
  g_free (amount->label);
  g_free (amount);
}

static void
facts_free (gpointer data)
{
  TqRuleFacts *facts = data;
  g_free (facts->id);
  g_free (facts->label);
  g_free (facts->reference);
  g_free (facts);
}

static void
pool_free (gpointer data)
{
  TqAllocationPool *pool = data;
  g_free (pool->name);
  tq_expression_free (pool->start);
  g_free (pool);
}

static TqRuleSet *
rule_set_new (void)
{
  TqRuleSet *set = g_new0 (TqRuleSet, 1);
  set->sources = g_ptr_array_new_with_free_func (g_free);
  set->amounts = g_ptr_array_new_with_free_func (amount_free);
  set->pools = g_ptr_array_new_with_free_func (pool_free);
  set->rules = g_ptr_array_new_with_free_func ((GDestroyNotify) tq_surplus_rule_free);
  set->facts = g_ptr_array_new_with_free_func (facts_free);
  return set;
}

void
tq_rule_set_free (TqRuleSet *set)
{
  if (set == NULL)
    return;
  g_free (set->id);
  g_free (set->label);
  g_free (set->note);
  g_ptr_array_unref (set->sources);
  g_ptr_array_unref (set->amounts);
  g_ptr_array_unref (set->pools);
  g_ptr_array_unref (set->rules);
  g_ptr_array_unref (set->facts);
  g_free (set);
}

/* The text under *key*, which stands there in English and in Spanish (transfer full). */
static char *
read_words (TqJsonNode object, const char *key, const char *language, GError **error)
{
  static const char *const languages[] = { "en", "es", NULL };
  TqJsonNode words, node;
  const char *text = NULL;
  char *chosen = NULL;
  if (!tq_fields_need (object, key, &words, error) || !tq_fields_check (words, languages, error))
    return NULL;
  for (guint i = 0; languages[i] != NULL; i++) {
    if (!tq_fields_need (words, languages[i], &node, error) ||
        !tq_fields_get_text (node, &text, error)) {
      g_free (chosen);
      return NULL;
    }
    if (i == 0 || strcmp (languages[i], language) == 0) {
      g_free (chosen);
      chosen = g_strdup (text);
    }
  }
  return chosen;
}

static gboolean
read_choice (TqJsonNode object,
             const char *key,
             const char *const *choices,
             guint *out_index,
             GError **error)
{
  TqJsonNode node;
  return tq_fields_need (object, key, &node, error) &&
         tq_fields_get_choice (node, choices, out_index, error);
}

static gboolean
read_amount (TqJsonNode node, const char *language, TqRuleSet *set, GError **error)
{
  static const char *const fields[] = { "name", "origin", "label", NULL };
  TqJsonNode name;
  guint origin = 0;
  if (!tq_fields_check (node, fields, error) || !tq_fields_need (node, "name", &name, error) ||
      !read_choice (node, "origin", origins, &origin, error))
    return FALSE;
  TqRuleAmount *amount = g_new0 (TqRuleAmount, 1);
  g_ptr_array_add (set->amounts, amount);
  amount->origin = (TqOrigin) origin;
  amount->label = read_words (node, "label", language, error);
  return amount->label != NULL && tq_fields_set_text (node, "name", &amount->name, error);
}

static gboolean
read_rule (TqJsonNode node, const char *language, TqRuleSet *set, GError **error)
{
  static const char *const fields[] = { TQ_RULE_FIELDS, "mark", "changed_by", "reference", NULL };
  guint mark = 0, changer = 0;
  if (!tq_fields_check (node, fields, error) || !read_choice (node, "mark", marks, &mark, error) ||
      !read_choice (node, "changed_by", changers, &changer, error))
    return FALSE;
  g_autofree char *label = read_words (node, "label", language, error);
  TqSurplusRule *rule = label != NULL ? tq_rule_file_read (node, label, error) : NULL;
  if (rule == NULL)
    return FALSE;
  g_ptr_array_add (set->rules, rule);
  TqRuleFacts *facts = g_new0 (TqRuleFacts, 1);
  g_ptr_array_add (set->facts, facts);
  facts->id = g_strdup (rule->id);
  facts->label = g_strdup (label);
  facts->mark = (TqMark) mark;
  facts->changed_by = (TqChangedBy) changer;
  return tq_fields_set_text (node, "reference", &facts->reference, error);
}

typedef gboolean (*ReadItem) (TqJsonNode node,
                              const char *language,
                              TqRuleSet *set,
                              GError **error);

static gboolean
read_list (TqJsonNode root,
           const char *key,
           ReadItem read,
           const char *language,
           TqRuleSet *set,
           GError **error)
{
  TqJsonNode list, item;
  TqJsonIter iter;
  if (!tq_fields_need (root, key, &list, error) || !tq_fields_expect (list, TQ_JSON_ARRAY, error))
    return FALSE;
  tq_json_iter_init (&iter, list);
  while (tq_json_iter_next (&iter, NULL, &item))
    if (!read (item, language, set, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_source (TqJsonNode node, const char *language, TqRuleSet *set, GError **error)
{
  const char *text = NULL;
  if (!tq_fields_get_text (node, &text, error))
    return FALSE;
  g_ptr_array_add (set->sources, g_strdup (text));
  return TRUE;
}

static gboolean
read_pools (TqJsonNode root, TqRuleSet *set, GError **error)
{
  TqJsonNode object, value;
  TqJsonIter iter;
  const char *name = NULL;
  if (!tq_fields_need (root, "pools", &object, error) ||
      !tq_fields_expect (object, TQ_JSON_OBJECT, error))
    return FALSE;
  tq_json_iter_init (&iter, object);
  while (tq_json_iter_next (&iter, &name, &value)) {
    TqExpression *start = tq_fields_get_expression (value, error);
    if (start == NULL)
      return FALSE;
    TqAllocationPool *pool = g_new0 (TqAllocationPool, 1);
    pool->line = tq_json_node_get_line (value);
    pool->name = g_strdup (name);
    pool->start = start;
    g_ptr_array_add (set->pools, pool);
  }
  return TRUE;
}

static gboolean
read_set (TqJsonNode root, const char *language, TqRuleSet *set, GError **error)
{
  static const char *const fields[] = { "id", "label", "mark", "amounts", "pools", "rules", NULL };
  TqJsonNode node;
  guint mark = 0;
  if (!tq_fields_check (root, fields, error) || !tq_fields_need (root, "id", &node, error) ||
      !tq_fields_set_text (root, "id", &set->id, error) ||
      !read_choice (root, "mark", marks, &mark, error))
    return FALSE;
  set->mark = (TqMark) mark;
  set->label = read_words (root, "label", language, error);
  if (set->label == NULL)
    return FALSE;
  if (tq_fields_find (root, "note", &node)) {
    set->note = read_words (root, "note", language, error);
    if (set->note == NULL)
      return FALSE;
  }
  return read_list (root, "sources", read_source, language, set, error) &&
         read_list (root, "amounts", read_amount, language, set, error) &&
         read_pools (root, set, error) &&
         read_list (root, "rules", read_rule, language, set, error);
}

static TqRuleSet *
read_json (const char *path, TqJson *json, const char *language, GError **error)
{
  g_autoptr (TqRuleSet) set = rule_set_new ();
  const gboolean done = read_set (tq_json_get_root (json), language, set, error);
  tq_json_free (json);
  if (done)
    return g_steal_pointer (&set);
  g_prefix_error (error, "%s:", path);
  return NULL;
}

/* Reads the file at *path*, with its texts in *language*, English where it has no other (transfer
 * full). Raises TQ_ERROR_NOT_FOUND, TQ_ERROR_STORE, or TQ_ERROR_FORMAT with "PATH:LINE: " in front.
 * */
TqRuleSet *
tq_rule_set_load (const char *path, const char *language, GError **error)
{
  TqJson *json = tq_json_reader_load_file (path, TQ_RULE_SET_MAX, error);
  return json != NULL ? read_json (path, json, language, error) : NULL;
}

/* Reads *length* bytes, which messages call *path*; as tq_rule_set_load (). */
TqRuleSet *
tq_rule_set_read (const char *path,
                  const char *bytes,
                  gsize length,
                  const char *language,
                  GError **error)
{
  TqJson *json = tq_json_read (bytes, length, TQ_RULE_SET_MAX, error);
  if (json != NULL)
    return read_json (path, json, language, error);
  g_prefix_error (error, "%s:", path);
  return NULL;
}

/* Moves the pools and the rules to the end of those of *year*, which owns them then; what is known
 * about the rules stays. */
void
tq_rule_set_move_to_year (TqRuleSet *set, TqAllocationYear *year)
{
  g_ptr_array_extend_and_steal (year->pools, g_steal_pointer (&set->pools));
  g_ptr_array_extend_and_steal (year->rules, g_steal_pointer (&set->rules));
  set->pools = g_ptr_array_new_with_free_func (pool_free);
  set->rules = g_ptr_array_new_with_free_func ((GDestroyNotify) tq_surplus_rule_free);
}
