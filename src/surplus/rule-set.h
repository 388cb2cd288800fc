/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "surplus/allocation.h"

G_BEGIN_DECLS

#define TQ_RULE_SET_MAX (1u << 20)

/* How well a rule is known to be what the law says. */
typedef enum {
  TQ_MARK_CONFIRMED,   /* [C] the statute was read */
  TQ_MARK_SECONDARY,   /* [S] by a secondary source */
  TQ_MARK_UNCONFIRMED, /* [U] a custom, or not confirmed */
} TqMark;

typedef enum {
  TQ_CHANGED_BY_LAW,
  TQ_CHANGED_BY_STATUTE,
  TQ_CHANGED_BY_ASSEMBLY,
} TqChangedBy;

/* Where a book finds an amount. */
typedef enum {
  TQ_ORIGIN_RESULT, /* income less expenses of the period */
  TQ_ORIGIN_INCOME, /* income of the period */
  TQ_ORIGIN_TYPED,  /* a person enters it, with a document */
} TqOrigin;

typedef struct {
  char *name;
  char *label;
  TqOrigin origin;
} TqRuleAmount;

/* What is known about a rule beside how it is computed. */
typedef struct {
  char *id;
  char *label;
  TqMark mark;
  TqChangedBy changed_by;
  char *reference; /* (nullable) */
} TqRuleFacts;

/* The rules of a kind of co-operative. In them an account is a role of the chart ("reserve"). */
typedef struct {
  char *id;
  char *label;
  char *note; /* (nullable) advice to who takes it */
  TqMark mark;
  GPtrArray *sources; /* of char * */
  GPtrArray *amounts; /* of TqRuleAmount */
  GPtrArray *pools;   /* of TqAllocationPool */
  GPtrArray *rules;   /* of TqSurplusRule */
  GPtrArray *facts;   /* of TqRuleFacts, one for each rule */
} TqRuleSet;

TqRuleSet *
tq_rule_set_load (const char *path, const char *language, GError **error) G_GNUC_WARN_UNUSED_RESULT;
TqRuleSet *tq_rule_set_read (const char *path,
                             const char *bytes,
                             gsize length,
                             const char *language,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
void tq_rule_set_free (TqRuleSet *set);
void tq_rule_set_move_to_year (TqRuleSet *set, TqAllocationYear *year);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqRuleSet, tq_rule_set_free)

G_END_DECLS
