/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The names of the rules for choosing projects within a budget:
 *
 *     greedy_ UNITS [_per_cost]
 *     mes_ (cost | card | UNITS [_cost]) [_add1 | _add1u | _add1_full | _add1_full_u]
 *     phragmen
 *     compare
 *
 * with UNITS = votes (greedy only), points, rank (greedy: rank_points) or borda. mes_cost and
 * mes_card are one unit for each project named, times its cost or not. */
#include "tally/budget-rule.h"

#include "base/error.h"
#include "base/i18n.h"

#include <string.h>

typedef struct {
  const char *word;
  TqUnit unit;
} Word;

static const Word greedy_words[] = {
  { "votes", TQ_UNIT_ONE },
  { "points", TQ_UNIT_POINTS },
  { "rank_points", TQ_UNIT_RANK },
  { "borda", TQ_UNIT_BORDA },
};

static const struct {
  const char *word;
  TqUtility utility;
} share_words[] = {
  { "cost", { TQ_UNIT_ONE, TRUE } },       { "card", { TQ_UNIT_ONE, FALSE } },
  { "points", { TQ_UNIT_POINTS, FALSE } }, { "points_cost", { TQ_UNIT_POINTS, TRUE } },
  { "rank", { TQ_UNIT_RANK, FALSE } },     { "rank_cost", { TQ_UNIT_RANK, TRUE } },
  { "borda", { TQ_UNIT_BORDA, FALSE } },   { "borda_cost", { TQ_UNIT_BORDA, TRUE } },
};

static const struct {
  const char *word;
  TqCompletion completion;
} completion_words[] = {
  { "", { FALSE, FALSE, FALSE } },          { "_add1", { TRUE, FALSE, FALSE } },
  { "_add1u", { TRUE, FALSE, TRUE } },      { "_add1_full", { TRUE, TRUE, FALSE } },
  { "_add1_full_u", { TRUE, TRUE, TRUE } },
};

static gboolean
parse_greedy (const char *rest, TqBudgetRule *rule)
{
  for (gsize i = 0; i < G_N_ELEMENTS (greedy_words); i++) {
    if (!g_str_has_prefix (rest, greedy_words[i].word))
      continue;
    const char *ending = rest + strlen (greedy_words[i].word);
    if (*ending != '\0' && !g_str_equal (ending, "_per_cost"))
      continue;
    rule->kind = TQ_BUDGET_GREEDY;
    rule->score = (TqGreedyScore){ greedy_words[i].unit, *ending != '\0' };
    return TRUE;
  }
  return FALSE;
}

static gboolean
parse_shares (const char *rest, TqBudgetRule *rule)
{
  for (gsize i = 0; i < G_N_ELEMENTS (share_words); i++) {
    if (!g_str_has_prefix (rest, share_words[i].word))
      continue;
    for (gsize j = 0; j < G_N_ELEMENTS (completion_words); j++) {
      if (!g_str_equal (rest + strlen (share_words[i].word), completion_words[j].word))
        continue;
      rule->kind = TQ_BUDGET_SHARES;
      rule->utility = share_words[i].utility;
      rule->completion = completion_words[j].completion;
      return TRUE;
    }
  }
  return FALSE;
}

/* Takes the name of a rule apart. Raises TQ_ERROR_INVALID for any other name. */
gboolean
tq_budget_rule_parse (const char *name, TqBudgetRule *out_rule, GError **error)
{
  g_return_val_if_fail (name != NULL && out_rule != NULL, FALSE);
  TqBudgetRule rule = { .kind = TQ_BUDGET_COMPARE };
  gboolean known = g_str_equal (name, "compare");
  if (g_str_equal (name, "phragmen")) {
    rule.kind = TQ_BUDGET_PHRAGMEN;
    known = TRUE;
  } else if (g_str_has_prefix (name, "greedy_")) {
    known = parse_greedy (name + strlen ("greedy_"), &rule);
  } else if (g_str_has_prefix (name, "mes_")) {
    known = parse_shares (name + strlen ("mes_"), &rule);
  }
  if (!known) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_INVALID,
                 _ ("“%s” is not a rule for choosing projects within a budget. Write for instance "
                    "mes_cost_add1, greedy_votes, phragmen or compare."),
                 name);
    return FALSE;
  }
  *out_rule = rule;
  return TRUE;
}
