/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "surplus/scope.h"

G_BEGIN_DECLS

typedef enum {
  TQ_RULE_PERCENT, /* base × rate */
  TQ_RULE_FIXED,   /* base */
  TQ_RULE_FILL,    /* what lacks from current to target */
  TQ_RULE_TIERED,  /* base × the rate of each tier, until the fund reaches its end */
  TQ_RULE_REST,    /* all that the pool still has */
} TqRuleKind;

typedef enum {
  TQ_COMPARE_LESS,
  TQ_COMPARE_LESS_OR_EQUAL,
  TQ_COMPARE_EQUAL,
  TQ_COMPARE_NOT_EQUAL,
  TQ_COMPARE_GREATER_OR_EQUAL,
  TQ_COMPARE_GREATER,
} TqCompare;

typedef struct {
  TqExpression *most;
  char *why;
} TqRuleLimit;

typedef struct {
  TqRatio rate;
  TqExpression *until; /* (nullable): no end */
} TqRuleTier;

/* One step of the sharing. Built with tq_surplus_rule_new () and by setting the fields. */
typedef struct {
  guint line; /* of the file it was read from, or 0 */
  char *id;
  char *label;
  gboolean mandatory;
  TqRuleKind kind;
  char *pool;
  TqExpression *base;    /* percent, tiered, and the amount of fixed */
  TqExpression *target;  /* fill */
  TqExpression *current; /* fill and tiered: what the fund holds */
  TqRatio rate;          /* percent */
  GPtrArray *tiers;      /* of TqRuleTier */
  TqRound rounding;
  GPtrArray *limits;        /* of TqRuleLimit: the legal maximums */
  TqExpression *min_check;  /* (nullable): the legal minimum */
  TqExpression *when_left;  /* (nullable): the rule applies where left OP right */
  TqExpression *when_right; /* (nullable) */
  TqCompare when_op;
  char *dr;          /* (nullable): account to debit */
  char *cr;          /* (nullable): account to credit */
  char *overflow_to; /* (nullable): account that gets what a maximum cut off */
  char *to_pool;     /* (nullable): the amount moves there and is not posted */
} TqSurplusRule;

/* What a rule came to. */
typedef struct {
  const TqSurplusRule *rule; /* not owned */
  gboolean applied;          /* its condition held */
  mpq_t base;
  mpq_t exact;
  gint64 rounded_minor; /* before any limit */
  gint64 amount_minor;
  const char *limited_by; /* (nullable) not owned: what cut it last */
  gint64 overflow_minor;
  gint64 remaining_minor; /* in the pool, afterwards */
} TqRuleStep;

#define TQ_LIMIT_POOL "pool exhausted"
#define TQ_LIMIT_CONDITION "condition not met"

TqSurplusRule *
tq_surplus_rule_new (const char *id, const char *label, TqRuleKind kind) G_GNUC_WARN_UNUSED_RESULT;
void tq_surplus_rule_free (TqSurplusRule *rule);
void tq_surplus_rule_add_limit (TqSurplusRule *rule, TqExpression *most, const char *why);
void tq_surplus_rule_add_tier (TqSurplusRule *rule, TqRatio rate, TqExpression *until);
TqRuleStep *tq_surplus_rule_run (const TqSurplusRule *rule,
                                 TqScope *scope,
                                 const char *result_account,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
void tq_rule_step_free (TqRuleStep *step);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqSurplusRule, tq_surplus_rule_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqRuleStep, tq_rule_step_free)

G_END_DECLS
