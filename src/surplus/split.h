/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "surplus/scope.h"
#include "surplus/shares.h"

G_BEGIN_DECLS

typedef enum {
  TQ_SPLIT_BY_BASES,        /* the weighted mix of the bases */
  TQ_SPLIT_EQUAL_TOTAL_PAY, /* what was paid and the share make the same sum a month for everyone */
} TqSplitFormula;

typedef enum {
  TQ_ZERO_BASIS_REFUSE,
  TQ_ZERO_BASIS_OTHERS, /* its weight goes to the other bases, in proportion to theirs */
} TqZeroBasis;

/* One measure of participation: hours, days, kilos, equal parts. The arrays have one number for
 * each eligible member, in that order. */
typedef struct {
  guint line; /* of the file it was read from, or 0 */
  char *name;
  TqRatio weight;
  TqRatio *quantities;
  TqRatio *minimums;    /* (nullable): counted where the quantity is less */
  TqRatio *multipliers; /* (nullable) */
} TqSplitBasis;

/* One form in which a share is given. The last of a split is what the others leave. */
typedef struct {
  char *name;
  TqRatio rate; /* of the sum of all shares; not used for the last */
  TqRound rounding;
  char *account;            /* (nullable) where every member has one of their own */
  char **account_by_member; /* (nullable): one for each eligible member, each (nullable) */
} TqSplitPortion;

/* Built with tq_split_new (), which takes the members, and by setting the fields. */
typedef struct {
  guint line; /* of the file it was read from, or 0 */
  char *id;
  char *label;
  TqExpression *amount;
  char *from; /* account */
  gint64 unit_minor;
  gboolean loss;  /* the members are charged */
  GStrv eligible; /* the order breaks ties */
  guint n_eligible;
  TqSplitFormula formula;
  GPtrArray *bases; /* of TqSplitBasis */
  TqRatio *paid;    /* (nullable): minor units, for equal total pay */
  TqRatio *months;  /* (nullable): for equal total pay */
  TqZeroBasis zero_basis;
  TqRemainder remainder;
  gint64 cap_minor;    /* most that one member gets; below 0: no cap */
  char *leftover_to;   /* (nullable): account for what is not shared */
  GPtrArray *portions; /* of TqSplitPortion */
} TqSplit;

typedef struct {
  const TqSplit *split; /* not owned */
  gint64 amount_minor;
  TqShares *shares; /* the exact shares, and the rounded ones after the cap */
  gint64 below_unit_minor;
  gint64 cap_excess_minor;
  GPtrArray *portions; /* of gint64[n_eligible], one for each portion */
} TqSplitResult;

TqSplit *tq_split_new (const char *id, const char *label, GStrv eligible) G_GNUC_WARN_UNUSED_RESULT;
void tq_split_free (TqSplit *split);
TqSplitBasis *tq_split_add_basis (TqSplit *split, const char *name, TqRatio weight);
TqSplitPortion *tq_split_add_portion (TqSplit *split, const char *name, TqRatio rate);
TqSplitResult *
tq_split_run (const TqSplit *split, TqScope *scope, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void tq_split_result_free (TqSplitResult *result);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqSplit, tq_split_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqSplitResult, tq_split_result_free)

G_END_DECLS
