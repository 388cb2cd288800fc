/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "tally/share-completion.h"

G_BEGIN_DECLS

typedef enum {
  TQ_BUDGET_GREEDY,
  TQ_BUDGET_SHARES,
  TQ_BUDGET_PHRAGMEN,
  TQ_BUDGET_COMPARE,
} TqBudgetKind;

/* A rule by its name, taken apart. */
typedef struct {
  TqBudgetKind kind;
  TqGreedyScore score;     /* of TQ_BUDGET_GREEDY */
  TqUtility utility;       /* of TQ_BUDGET_SHARES */
  TqCompletion completion; /* of TQ_BUDGET_SHARES */
} TqBudgetRule;

gboolean tq_budget_rule_parse (const char *name,
                               TqBudgetRule *out_rule,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
