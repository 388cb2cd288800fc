/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "base/ratio.h"
#include "store/store.h"

G_BEGIN_DECLS

typedef enum {
  TQ_FUND_PERCENT,
  TQ_FUND_FIXED,
  TQ_FUND_REST,
  TQ_FUND_ENDED, /* the rule with this code does not hold any more */
} TqFundKind;

typedef enum {
  TQ_FUND_OF_RESULT,
  TQ_FUND_OF_REST, /* of what the rules before it left */
} TqFundBase;

/* A rule by which part of the surplus goes to a fund before the assembly decides on the rest.
 * Borrowed texts in a draft; a loaded one owns them. */
typedef struct {
  gint64 event;
  const char *code; /* names the rule through its versions: "reserve" */
  gint64 position;  /* the order, from 1 */
  const char *label;
  TqFundKind kind;
  TqFundBase base;
  const char *rate;     /* of percent: "10/100" */
  gint64 amount_minor;  /* of fixed */
  TqRound rounding;     /* CEIL for a legal minimum, FLOOR for a maximum */
  gint64 ceiling_minor; /* the fund grows no further; 0 for none */
  const char *role;     /* of the account that takes it: "reserve", "solidarity" */
  gint64 mandatory;
  const char *reference; /* the law or agreement that says so */
  TqDay valid_from;
} TqFundRule;

void tq_fund_rule_free (TqFundRule *rule);
gboolean tq_fund_rule_append (TqStore *store,
                              const TqAct *act,
                              const TqFundRule *draft,
                              gint64 *out_event,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_fund_rule_apply (TqStore *store, const TqEvent *event, TqDecoder *body, GError **error);
GPtrArray *
tq_fund_rule_load_all (TqStore *store, TqDay day, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_fund_rule_compute_all (const GPtrArray *rules,
                                   gint64 result_minor,
                                   const gint64 *balances_minor,
                                   gint64 *out_amounts_minor,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqFundRule, tq_fund_rule_free)

G_END_DECLS
