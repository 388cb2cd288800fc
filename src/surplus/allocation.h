/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "surplus/exit.h"
#include "surplus/payout.h"
#include "surplus/redemption.h"
#include "surplus/rule.h"
#include "surplus/split.h"

G_BEGIN_DECLS

/* A balance, an amount or a line, by name. */
typedef struct {
  char *name;
  gint64 value; /* of a balance or a line: debit is positive */
} TqNamedAmount;

typedef struct {
  guint line; /* of the file it was read from, or 0 */
  char *name;
  TqExpression *start;
} TqAllocationPool;

/* An entry that the year begins with: the result of the year, a new member. */
typedef struct {
  guint line;
  char *step;    /* (nullable): then it changes balances and is not in the journal */
  char *memo;    /* (nullable) where step is */
  GArray *lines; /* of TqNamedAmount, which add up to zero */
} TqOpeningEntry;

/* What one year asks for; each list runs in its order, and the lists in the order they stand here.
 * */
typedef struct {
  GPtrArray *opening_entries; /* of TqOpeningEntry */
  GArray *amounts;            /* of TqNamedAmount */
  GPtrArray *pools;           /* of TqAllocationPool */
  GPtrArray *rules;           /* of TqSurplusRule */
  GPtrArray *splits;          /* of TqSplit */
  GPtrArray *capitalisations; /* of TqCapitalisation */
  GPtrArray *redemptions;     /* of TqRedemption */
  GPtrArray *payments;        /* of TqPayment */
  GPtrArray *exits;           /* of TqExit */
  char *statement_account;    /* (nullable) */
  GStrv statement_members;    /* (nullable) */
} TqAllocationYear;

typedef struct {
  TqAllocationAccounts accounts;
  GArray *opening_balances; /* of TqNamedAmount, which add up to zero */
  GPtrArray *years;         /* of TqAllocationYear */
  gboolean undecided;       /* the assembly has not said yet where the rest goes */
} TqAllocationInput;

/* How one member's account moved in the year; credit is positive. */
typedef struct {
  const char *member; /* not owned */
  gint64 opening_minor;
  gint64 credited_minor;
  gint64 debited_minor;
  gint64 closing_minor;
} TqMemberStatement;

typedef struct {
  const TqAllocationYear *year; /* not owned */
  GPtrArray *pools;             /* of TqPool, at the end */
  GPtrArray *steps;             /* of TqRuleStep */
  GPtrArray *splits;            /* of TqSplitResult */
  GPtrArray *capitalisations;   /* of TqCapitalisationResult */
  GPtrArray *redemptions;       /* of TqRedemptionResult */
  GPtrArray *payments;          /* of TqPaymentResult */
  GPtrArray *exits;             /* of TqExitResult */
  GArray *statements;           /* of TqMemberStatement */
  GPtrArray *entries;           /* of TqAllocationEntry */
  GArray *balances;             /* of TqAllocationBalance */
} TqAllocationResult;

typedef struct {
  TqAllocationJournal *journal;
  GPtrArray *years; /* of TqAllocationResult */
} TqAllocation;

TqAllocationInput *tq_allocation_input_new (void) G_GNUC_WARN_UNUSED_RESULT;
void tq_allocation_input_free (TqAllocationInput *input);
void tq_allocation_input_open (TqAllocationInput *input, const char *account, gint64 net_minor);
TqAllocationYear *tq_allocation_input_add_year (TqAllocationInput *input);
void tq_allocation_year_add_amount (TqAllocationYear *year, const char *name, gint64 value);
TqAllocationPool *
tq_allocation_year_add_pool (TqAllocationYear *year, const char *name, TqExpression *start);
TqOpeningEntry *
tq_allocation_year_add_entry (TqAllocationYear *year, const char *step, const char *memo);
void tq_opening_entry_add (TqOpeningEntry *entry, const char *account, gint64 net_minor);

TqAllocation *
tq_allocation_run (const TqAllocationInput *input, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void tq_allocation_free (TqAllocation *allocation);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqAllocationInput, tq_allocation_input_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqAllocation, tq_allocation_free)

G_END_DECLS
