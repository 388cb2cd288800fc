/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The steps of an allocation, for a treasurer to follow with pencil and paper: what there was, each
 * rule with its base, rate, exact value, rounding, limit and what it left; each split with
 * everyone's exact share, what rounding down took away, who got a unit more, and the forms; then
 * the later steps, what each member gets, and the entries. */
#include "reports/allocation-report.h"

#include "base/i18n.h"
#include "reports/allocation-steps.h"
#include "reports/allocation-words.h"

#include <string.h>

static void
add_pools (const TqAllocationWords *words, const GPtrArray *pools, TqFlow *flow)
{
  TqBlock *pairs = NULL;
  tq_flow_add_heading (flow, 2, _ ("Sums to be applied"));
  pairs = tq_flow_add_pairs (flow);
  for (guint i = 0; i < pools->len; i++) {
    const TqPool *pool = g_ptr_array_index (pools, i);
    if (!pool->moved)
      tq_allocation_words_add_pair (words, pairs, pool->name, pool->start_minor);
  }
}

static const char *
get_rounding_words (TqRound rounding)
{
  switch (rounding) {
  case TQ_ROUND_FLOOR:
    return _ ("Rounded down");
  case TQ_ROUND_CEIL:
    return _ ("Rounded up");
  case TQ_ROUND_HALF_UP:
  default:
    return _ ("Rounded to the nearest");
  }
}

static const char *
get_limit_words (const char *limited_by)
{
  if (strcmp (limited_by, TQ_LIMIT_POOL) == 0)
    return _ ("nothing more is left");
  if (strcmp (limited_by, TQ_LIMIT_CONDITION) == 0)
    return _ ("its condition does not hold");
  return limited_by;
}

static void
add_expression (const TqAllocationWords *words,
                TqBlock *pairs,
                const TqExpression *expression,
                mpq_srcptr value)
{
  g_autofree char *exact = tq_allocation_words_dup_exact (words, value);
  g_autofree char *formula =
    expression != NULL ? tq_allocation_words_dup_formula (words, expression) : NULL;
  const gboolean plain = formula == NULL || strcmp (formula, exact) == 0;
  g_autofree char *line = plain ? g_strdup (exact) : g_strdup_printf ("%s = %s", formula, exact);
  tq_block_add_item (pairs, _ ("Base"), line);
}

/* How the exact value came about. */
static void
add_computation (const TqAllocationWords *words, TqBlock *pairs, const TqRuleStep *step)
{
  const TqSurplusRule *rule = step->rule;
  if (rule->kind == TQ_RULE_FILL) {
    g_autofree char *target = tq_allocation_words_dup_formula (words, rule->target);
    tq_block_add_item (pairs, _ ("To reach"), target);
    if (rule->current != NULL && rule->current->terms->len > 0) {
      g_autofree char *current = tq_allocation_words_dup_formula (words, rule->current);
      tq_block_add_item (pairs, _ ("It holds"), current);
    }
  } else {
    add_expression (words, pairs, rule->base, step->base);
  }
  if (rule->kind == TQ_RULE_PERCENT) {
    g_autofree char *rate = tq_ratio_to_string (rule->rate);
    tq_block_add_item (pairs, _ ("Rate"), rate);
  }
  for (guint i = 0; i < rule->tiers->len; i++) {
    const TqRuleTier *tier = g_ptr_array_index (rule->tiers, i);
    g_autofree char *rate = tq_ratio_to_string (tier->rate);
    g_autofree char *until =
      tier->until != NULL ? tq_allocation_words_dup_formula (words, tier->until) : NULL;
    /* Translators: a rate, and the sum of the fund up to which it is applied. */
    g_autofree char *line =
      until != NULL ? g_strdup_printf (_ ("%s until %s"), rate, until) : g_strdup (rate);
    tq_block_add_item (pairs, _ ("Rate"), line);
  }
}

/* Where the amount goes or, of a loss, on whom it falls. */
static void
add_destination (const TqAllocationWords *words, TqBlock *pairs, const TqSurplusRule *rule)
{
  const char *result = words->file->input->accounts.result;
  if (rule->to_pool != NULL) {
    tq_block_add_item (pairs, _ ("Goes to"), rule->to_pool);
  } else if (rule->cr == NULL) {
    tq_block_add_item (pairs, _ ("Goes to"), _ ("set aside to be shared"));
  } else {
    const gboolean loss = strcmp (rule->cr, result) == 0;
    g_autofree char *account = tq_allocation_words_dup_account (words, loss ? rule->dr : rule->cr);
    tq_block_add_item (pairs, loss ? _ ("Charged to") : _ ("Goes to"), account);
  }
}

static void
add_rule (const TqAllocationWords *words, const TqRuleStep *step, TqFlow *flow)
{
  const TqSurplusRule *rule = step->rule;
  g_autofree char *title = g_strdup_printf ("%s · %s", rule->id, rule->label);
  g_autofree char *exact = tq_allocation_words_dup_exact (words, step->exact);
  g_autofree char *left = g_strdup_printf (_ ("Left in %s"), rule->pool);
  tq_flow_add_heading (flow, 3, title);
  TqBlock *pairs = tq_flow_add_pairs (flow);
  add_computation (words, pairs, step);
  if (mpz_cmp_ui (mpq_denref (step->exact), 1) != 0) {
    tq_block_add_item (pairs, _ ("Exact value"), exact);
    tq_allocation_words_add_pair (words,
                                  pairs,
                                  get_rounding_words (rule->rounding),
                                  step->rounded_minor);
  } else {
    tq_block_add_item (pairs, _ ("Value"), exact);
  }
  if (step->limited_by != NULL)
    tq_block_add_item (pairs, _ ("Cut by"), get_limit_words (step->limited_by));
  tq_allocation_words_add_pair (words, pairs, _ ("Amount"), step->amount_minor);
  add_destination (words, pairs, rule);
  if (step->overflow_minor > 0) {
    g_autofree char *money = tq_allocation_words_dup_money (words, step->overflow_minor);
    g_autofree char *account = tq_allocation_words_dup_account (words, rule->overflow_to);
    g_autofree char *line = g_strdup_printf ("%s → %s", money, account);
    tq_block_add_item (pairs, _ ("What was cut off"), line);
  }
  tq_allocation_words_add_pair (words, pairs, left, step->remaining_minor);
}

static void
add_year (const TqAllocationWords *words, const TqAllocationResult *result, TqFlow *flow)
{
  add_pools (words, result->pools, flow);
  if (result->steps->len > 0)
    tq_flow_add_heading (flow, 2, _ ("Rules, in their order"));
  for (guint i = 0; i < result->steps->len; i++)
    add_rule (words, g_ptr_array_index (result->steps, i), flow);
  tq_allocation_steps_add (words, result, flow);
}

/* Builds the steps in the current language (transfer full). */
TqFlow *
tq_allocation_report_build (const TqAllocationFile *file, const TqAllocation *allocation)
{
  TqFlow *flow = tq_flow_new ();
  g_autoptr (TqAllocationWords) words = tq_allocation_words_new (file);
  tq_flow_add_heading (flow, 1, file->title != NULL ? file->title : _ ("Sharing of the surplus"));
  if (file->currency != NULL) {
    g_autofree char *note =
      g_strdup_printf (_ ("Amounts in %s. A fraction after a + is a part of the smallest unit."),
                       file->currency);
    tq_flow_add_paragraph (flow, note);
  }
  for (guint i = 0; i < allocation->years->len; i++) {
    if (file->by_years) {
      g_autofree char *heading =
        g_strdup_printf (_ ("Year %u of %u"), i + 1, allocation->years->len);
      tq_flow_add_heading (flow, 1, heading);
    }
    add_year (words, g_ptr_array_index (allocation->years, i), flow);
  }
  return flow;
}
