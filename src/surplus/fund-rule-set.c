/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The rules of a set (rule-set.c) as rules that a book keeps (fund-rule.c), one event each.
 *
 * A set can say more than a book keeps: a reserve that grows up to a part of the capital, losses of
 * earlier years first, a part of the revenue. A rule is kept only where the book would compute
 * exactly what the set says; any other is left out and named, because a rule that is nearly right
 * takes a wrong sum from everyone. A rule that only sets the rest aside needs no keeping: the rest
 * is what the assembly decides on. */
#include "surplus/fund-rule-set.h"

#include "base/error.h"
#include "base/i18n.h"
#include "ledger/account.h"
#include "surplus/fund-rule.h"
#include "surplus/rule-set.h"

#include <string.h>

/* Whether the expression is one name, as it is. */
static gboolean
is_single (const TqExpression *expression, const char *name)
{
  if (expression->terms->len != 1)
    return FALSE;
  const TqTerm *term = &g_array_index (expression->terms, TqTerm, 0);
  return strcmp (term->name, name) == 0 && term->coefficient.num == 1 && term->coefficient.den == 1;
}

/* Whether the book's rule can say what this one says, and *out_base* of what. */
static gboolean
find_base (const TqSurplusRule *rule, TqFundBase *out_base)
{
  if (rule->kind != TQ_RULE_PERCENT || strcmp (rule->pool, "main") != 0 || rule->limits->len > 0 ||
      rule->when_left != NULL || rule->to_pool != NULL || g_strcmp0 (rule->dr, "result") != 0 ||
      rule->cr == NULL)
    return FALSE;
  if (is_single (rule->base, "surplus")) {
    *out_base = TQ_FUND_OF_RESULT;
    return TRUE;
  }
  *out_base = TQ_FUND_OF_REST;
  return is_single (rule->base, "rem:main");
}

/* The pool is the whole result, or the book's result is not what the set shares. */
static gboolean
is_whole_result (const TqRuleSet *set)
{
  const TqAllocationPool *pool = set->pools->len == 1 ? g_ptr_array_index (set->pools, 0) : NULL;
  return pool != NULL && strcmp (pool->name, "main") == 0 && is_single (pool->start, "surplus");
}

static gboolean
append_rule (TqStore *store,
             const TqAct *act,
             const TqSurplusRule *rule,
             const TqFundRule *draft,
             GError **error)
{
  TqAct further;
  g_autoptr (TqAccount) account = tq_account_load_by_role (store, rule->cr, error);
  if (account == NULL)
    return FALSE;
  tq_act_init (&further, act->actor, act->instant, act->day);
  return tq_fund_rule_append (store, &further, draft, NULL, error);
}

static gboolean
append_all (TqStore *store,
            const TqAct *act,
            const TqRuleSet *set,
            GPtrArray *left_out,
            gint64 *out_kept,
            GError **error)
{
  for (guint i = 0; i < set->rules->len; i++) {
    const TqSurplusRule *rule = g_ptr_array_index (set->rules, i);
    const TqRuleFacts *facts = g_ptr_array_index (set->facts, i);
    g_autofree char *rate = tq_ratio_to_string (rule->rate);
    TqFundRule draft = { .code = rule->id,
                         .position = *out_kept + 1,
                         .label = facts->label,
                         .kind = TQ_FUND_PERCENT,
                         .rate = rate,
                         .rounding = rule->rounding,
                         .role = rule->cr,
                         .mandatory = rule->mandatory ? 1 : 0,
                         .reference = facts->reference,
                         .valid_from = act->day };
    if (rule->kind == TQ_RULE_REST && rule->cr == NULL)
      continue;
    if (!is_whole_result (set) || !find_base (rule, &draft.base)) {
      g_ptr_array_add (left_out, g_strdup (facts->label));
      continue;
    }
    if (!append_rule (store, act, rule, &draft, error))
      return FALSE;
    (*out_kept)++;
  }
  return TRUE;
}

/* Reads the set at *path* and keeps its rules from the day of *act* on, with texts in *language*;
 * *left_out* gets the label of each that a book cannot keep. Raises what tq_rule_set_load ()
 * raises, TQ_ERROR_NOT_FOUND where an account is missing, TQ_ERROR_FORBIDDEN where no rule can be
 * kept. */
gboolean
tq_fund_rule_set_append (TqStore *store,
                         const TqAct *act,
                         const char *path,
                         const char *language,
                         GPtrArray *left_out,
                         GError **error)
{
  gint64 kept = 0;
  g_autoptr (TqRuleSet) set = tq_rule_set_load (path, language, error);
  if (set == NULL || !append_all (store, act, set, left_out, &kept, error))
    return FALSE;
  if (kept > 0)
    return TRUE;
  g_set_error (error,
               TQ_ERROR,
               TQ_ERROR_FORBIDDEN,
               _ ("No rule of “%s” can be kept by a book. Begin without rules, and share with "
                  "“tequio-cli allocate”."),
               set->label);
  return FALSE;
}
