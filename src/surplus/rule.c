/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* One step on the way from the result of the year to what may be shared: "15 % of the surplus to
 * the reserve, until it holds a quarter of the capital".
 *
 * 1. the amount is computed exactly and rounded once, as the rule says: a legal minimum up, a legal
 *    maximum down, else to the nearest unit, a half away from zero; it is never below zero;
 * 2. then every maximum cuts it, rounded down (below zero counts as zero), and then what the pool
 *    still has; the step says what cut it last;
 * 3. what a maximum cut off goes to another fund where the rule names one and the pool has it;
 * 4. an amount below the legal minimum stops the whole allocation: only the assembly, with an
 *    accountant, can say what to do when there is too little;
 * 5. the amount leaves the pool: posted, moved to another pool, or set aside for a split.
 *
 * The tiers of a fund are marginal. At the first rate until the fund reaches the first mark, which
 * uses up a part of the base; what is left of the base at the second rate until the second mark;
 * and so on, exactly, rounded once at the end (Uruguay: 15 % until the capital, 10 % until three
 * times the capital). */
#include "surplus/rule.h"

#include "base/error.h"
#include "base/i18n.h"

#include <inttypes.h>
#include <string.h>

static void
limit_free (gpointer data)
{
  TqRuleLimit *limit = data;
  tq_expression_free (limit->most);
  g_free (limit->why);
  g_free (limit);
}

static void
tier_free (gpointer data)
{
  TqRuleTier *tier = data;
  tq_expression_free (tier->until);
  g_free (tier);
}

/* A rule on the pool "main" that rounds to the nearest unit and neither posts nor moves. */
TqSurplusRule *
tq_surplus_rule_new (const char *id, const char *label, TqRuleKind kind)
{
  TqSurplusRule *rule = g_new0 (TqSurplusRule, 1);
  rule->id = g_strdup (id);
  rule->label = g_strdup (label);
  rule->kind = kind;
  rule->pool = g_strdup ("main");
  rule->rate = (TqRatio){ 0, 1 };
  rule->rounding = TQ_ROUND_HALF_UP;
  rule->tiers = g_ptr_array_new_with_free_func (tier_free);
  rule->limits = g_ptr_array_new_with_free_func (limit_free);
  return rule;
}

void
tq_surplus_rule_free (TqSurplusRule *rule)
{
  if (rule == NULL)
    return;
  g_free (rule->id);
  g_free (rule->label);
  g_free (rule->pool);
  g_free (rule->dr);
  g_free (rule->cr);
  g_free (rule->overflow_to);
  g_free (rule->to_pool);
  tq_expression_free (rule->base);
  tq_expression_free (rule->target);
  tq_expression_free (rule->current);
  tq_expression_free (rule->min_check);
  tq_expression_free (rule->when_left);
  tq_expression_free (rule->when_right);
  g_ptr_array_unref (rule->tiers);
  g_ptr_array_unref (rule->limits);
  g_free (rule);
}

/* Takes *most* (transfer full); *why* is what the step says when it cuts. */
void
tq_surplus_rule_add_limit (TqSurplusRule *rule, TqExpression *most, const char *why)
{
  TqRuleLimit *limit = g_new0 (TqRuleLimit, 1);
  limit->most = most;
  limit->why = g_strdup (why);
  g_ptr_array_add (rule->limits, limit);
}

/* Takes *until* (transfer full) (nullable: the tier has no end). */
void
tq_surplus_rule_add_tier (TqSurplusRule *rule, TqRatio rate, TqExpression *until)
{
  TqRuleTier *tier = g_new0 (TqRuleTier, 1);
  tier->rate = rate;
  tier->until = until;
  g_ptr_array_add (rule->tiers, tier);
}

void
tq_rule_step_free (TqRuleStep *step)
{
  if (step == NULL)
    return;
  mpq_clears (step->base, step->exact, NULL);
  g_free (step);
}

static gboolean
evaluate (const TqScope *scope, const TqExpression *expression, mpq_ptr out_value, GError **error)
{
  if (expression != NULL)
    return tq_scope_evaluate (scope, expression, out_value, error);
  mpq_set_ui (out_value, 0, 1);
  return TRUE;
}

static void
set_ratio (mpq_ptr target, TqRatio ratio)
{
  tq_mpz_set_int64 (mpq_numref (target), ratio.num);
  tq_mpz_set_int64 (mpq_denref (target), ratio.den);
}

/* Adds to *exact* what one tier gives to a fund that holds *fund*, and takes from *base_left* what
 * it used up. */
static gboolean
run_tier (const TqRuleTier *tier,
          const TqScope *scope,
          mpq_ptr fund,
          mpq_ptr base_left,
          mpq_ptr exact,
          GError **error)
{
  gboolean done = TRUE;
  mpq_t rate, room, given;
  mpq_inits (rate, room, given, NULL);
  set_ratio (rate, tier->rate);
  mpq_mul (given, base_left, rate);
  if (tier->until != NULL) {
    done = tq_scope_evaluate (scope, tier->until, room, error);
    mpq_sub (room, room, fund);
    if (mpq_sgn (room) < 0)
      mpq_set_ui (room, 0, 1);
    if (mpq_cmp (given, room) > 0)
      mpq_set (given, room);
  }
  mpq_add (exact, exact, given);
  mpq_add (fund, fund, given);
  if (mpq_sgn (rate) > 0) {
    mpq_div (given, given, rate);
    mpq_sub (base_left, base_left, given);
  }
  mpq_clears (rate, room, given, NULL);
  return done;
}

static gboolean
run_tiers (const TqSurplusRule *rule, const TqScope *scope, TqRuleStep *step, GError **error)
{
  mpq_t fund, base_left;
  mpq_inits (fund, base_left, NULL);
  gboolean done =
    evaluate (scope, rule->base, step->base, error) && evaluate (scope, rule->current, fund, error);
  mpq_set (base_left, step->base);
  if (mpq_sgn (base_left) < 0)
    mpq_set_ui (base_left, 0, 1);
  for (guint i = 0; i < rule->tiers->len && done; i++)
    done =
      run_tier (g_ptr_array_index (rule->tiers, i), scope, fund, base_left, step->exact, error);
  mpq_clears (fund, base_left, NULL);
  return done;
}

/* The base and the exact amount of the rule's kind. */
static gboolean
compute (const TqSurplusRule *rule,
         const TqScope *scope,
         const TqPool *pool,
         TqRuleStep *step,
         GError **error)
{
  switch (rule->kind) {
  case TQ_RULE_PERCENT:
    if (!evaluate (scope, rule->base, step->base, error))
      return FALSE;
    set_ratio (step->exact, rule->rate);
    mpq_mul (step->exact, step->exact, step->base);
    return TRUE;
  case TQ_RULE_FIXED:
    if (!evaluate (scope, rule->base, step->base, error))
      return FALSE;
    mpq_set (step->exact, step->base);
    return TRUE;
  case TQ_RULE_FILL:
    if (!evaluate (scope, rule->target, step->base, error) ||
        !evaluate (scope, rule->current, step->exact, error))
      return FALSE;
    mpq_sub (step->base, step->base, step->exact);
    if (mpq_sgn (step->base) < 0)
      mpq_set_ui (step->base, 0, 1);
    mpq_set (step->exact, step->base);
    return TRUE;
  case TQ_RULE_TIERED:
    return run_tiers (rule, scope, step, error);
  case TQ_RULE_REST:
  default:
    tq_mpq_set_int64 (step->base, pool->remaining_minor);
    mpq_set (step->exact, step->base);
    return TRUE;
  }
}

/* Cuts the amount by every maximum, then by what the pool has. */
static gboolean
cut (const TqSurplusRule *rule,
     const TqScope *scope,
     const TqPool *pool,
     TqRuleStep *step,
     GError **error)
{
  gboolean done = TRUE;
  gint64 cut_off = 0;
  mpq_t most;
  mpq_init (most);
  for (guint i = 0; i < rule->limits->len && done; i++) {
    const TqRuleLimit *limit = g_ptr_array_index (rule->limits, i);
    gint64 floor = 0;
    done = tq_scope_evaluate (scope, limit->most, most, error) &&
           tq_mpq_round (most, TQ_ROUND_FLOOR, &floor, error);
    floor = MAX (floor, 0);
    if (done && step->amount_minor > floor) {
      cut_off += step->amount_minor - floor;
      step->amount_minor = floor;
      step->limited_by = limit->why;
    }
  }
  mpq_clear (most);
  if (step->amount_minor > pool->remaining_minor) {
    step->amount_minor = pool->remaining_minor;
    step->limited_by = TQ_LIMIT_POOL;
  }
  if (rule->overflow_to != NULL)
    step->overflow_minor = MIN (cut_off, pool->remaining_minor - step->amount_minor);
  return done;
}

static gboolean
compare (TqCompare op, int order)
{
  switch (op) {
  case TQ_COMPARE_LESS:
    return order < 0;
  case TQ_COMPARE_LESS_OR_EQUAL:
    return order <= 0;
  case TQ_COMPARE_EQUAL:
    return order == 0;
  case TQ_COMPARE_NOT_EQUAL:
    return order != 0;
  case TQ_COMPARE_GREATER_OR_EQUAL:
    return order >= 0;
  case TQ_COMPARE_GREATER:
  default:
    return order > 0;
  }
}

static gboolean
check_condition (const TqSurplusRule *rule,
                 const TqScope *scope,
                 gboolean *out_holds,
                 GError **error)
{
  mpq_t left, right;
  mpq_inits (left, right, NULL);
  const gboolean done = evaluate (scope, rule->when_left, left, error) &&
                        evaluate (scope, rule->when_right, right, error);
  *out_holds = rule->when_left == NULL || compare (rule->when_op, mpq_cmp (left, right));
  mpq_clears (left, right, NULL);
  return done;
}

static gboolean
check_minimum (const TqSurplusRule *rule,
               const TqScope *scope,
               const TqRuleStep *step,
               GError **error)
{
  mpq_t least, amount;
  if (rule->min_check == NULL)
    return TRUE;
  mpq_inits (least, amount, NULL);
  gboolean done = tq_scope_evaluate (scope, rule->min_check, least, error);
  tq_mpq_set_int64 (amount, step->amount_minor);
  if (done && mpq_cmp (amount, least) < 0) {
    g_autofree char *text = tq_mpq_to_string (least);
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_FORBIDDEN,
                 _ ("The rule gives %" PRId64 ", less than its legal minimum %s. Raise its "
                    "rate, or ask an accountant if there is too little to share."),
                 step->amount_minor,
                 text);
    done = FALSE;
  }
  mpq_clears (least, amount, NULL);
  return done;
}

static gboolean
post (const TqSurplusRule *rule,
      TqAllocationJournal *journal,
      const TqRuleStep *step,
      GError **error)
{
  if (rule->dr == NULL || rule->cr == NULL)
    return TRUE;
  tq_allocation_journal_begin (journal, rule->id, rule->label);
  if (!tq_allocation_journal_post (journal, rule->dr, NULL, step->amount_minor, error) ||
      !tq_allocation_journal_post (journal, rule->cr, NULL, -step->amount_minor, error))
    return FALSE;
  tq_allocation_journal_end (journal);
  return TRUE;
}

/* The overflow takes the place of the fund in the rule's entry: of the debit for a loss. */
static gboolean
post_overflow (const TqSurplusRule *rule,
               TqAllocationJournal *journal,
               const TqRuleStep *step,
               const char *result_account,
               GError **error)
{
  g_autofree char *memo = g_strconcat (rule->label, " (overflow)", NULL);
  const gboolean loss = rule->cr != NULL && strcmp (rule->cr, result_account) == 0;
  const char *debit = rule->dr != NULL ? rule->dr : result_account;
  tq_allocation_journal_begin (journal, rule->id, memo);
  if (!tq_allocation_journal_post (journal,
                                   loss ? rule->overflow_to : debit,
                                   NULL,
                                   step->overflow_minor,
                                   error) ||
      !tq_allocation_journal_post (journal,
                                   loss ? rule->cr : rule->overflow_to,
                                   NULL,
                                   -step->overflow_minor,
                                   error))
    return FALSE;
  tq_allocation_journal_end (journal);
  return TRUE;
}

/* Computes the step and takes it from the pool, without posting it. */
static gboolean
run_step (const TqSurplusRule *rule, TqScope *scope, TqPool *pool, TqRuleStep *step, GError **error)
{
  if (!check_condition (rule, scope, &step->applied, error) ||
      !compute (rule, scope, pool, step, error))
    return FALSE;
  if (step->applied) {
    if (!tq_mpq_round (step->exact, rule->rounding, &step->rounded_minor, error))
      return FALSE;
    step->rounded_minor = MAX (step->rounded_minor, 0);
    step->amount_minor = step->rounded_minor;
    if (!cut (rule, scope, pool, step, error) || !check_minimum (rule, scope, step, error))
      return FALSE;
  } else {
    step->limited_by = TQ_LIMIT_CONDITION;
  }
  pool->remaining_minor -= step->amount_minor + step->overflow_minor;
  step->remaining_minor = pool->remaining_minor;
  g_assert (step->amount_minor >= 0 && pool->remaining_minor >= 0);
  return TRUE;
}

/* Runs the rule: takes its amount from its pool, posts or moves it, and gives its id the amount as
 * meaning (transfer full). The rule must outlive the step. Raises TQ_ERROR_NOT_FOUND for a pool or
 * a name that is not known, TQ_ERROR_FORBIDDEN below the legal minimum, TQ_ERROR_OVERFLOW. */
TqRuleStep *
tq_surplus_rule_run (const TqSurplusRule *rule,
                     TqScope *scope,
                     const char *result_account,
                     GError **error)
{
  g_autoptr (TqRuleStep) step = g_new0 (TqRuleStep, 1);
  TqAllocationJournal *journal = tq_scope_get_journal (scope);
  TqPool *pool = tq_scope_find_pool (scope, rule->pool);
  step->rule = rule;
  mpq_inits (step->base, step->exact, NULL);
  if (pool == NULL) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_NOT_FOUND,
                 _ ("There is no pool “%.60s”. Declare it, or move an amount into it first."),
                 rule->pool);
    return NULL;
  }
  if (!run_step (rule, scope, pool, step, error))
    return NULL;
  const gboolean moved = rule->to_pool != NULL;
  if (moved && !tq_scope_fill_pool (scope, rule->to_pool, step->amount_minor, error))
    return NULL;
  if (!moved && !post (rule, journal, step, error))
    return NULL;
  if (step->overflow_minor > 0 && !post_overflow (rule, journal, step, result_account, error))
    return NULL;
  if (!tq_scope_set_value (scope, rule->id, step->amount_minor, error))
    return NULL;
  return g_steal_pointer (&step);
}
