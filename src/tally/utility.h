/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "tally/election.h"

G_BEGIN_DECLS

/* How much a project on a ballot is worth to the voter, in whole units. */
typedef enum {
  TQ_UNIT_ONE,    /* 1 for each project that is named */
  TQ_UNIT_POINTS, /* the points given */
  TQ_UNIT_RANK,   /* L - position, L = max_length, the first at position 0 */
  TQ_UNIT_BORDA,  /* length of the ballot - position - 1: the last is worth 0 */
} TqUnit;

/* The units, times the cost of the project where *times_cost*. */
typedef struct {
  TqUnit unit;
  gboolean times_cost;
} TqUtility;

/* The other way round than ballots: for each project who names it, with how many units. */
typedef struct {
  guint32 *start;      /* by project, one more than projects: where its supporters begin */
  guint32 *supporters; /* classes of ballots */
  guint32 *units;      /* beside supporters; NULL: 1 each */
} TqSupport;

gboolean
tq_unit_check (TqUnit unit, const TqElection *election, GError **error) G_GNUC_WARN_UNUSED_RESULT;
TqSupport *tq_support_new (const TqElection *election, TqUnit unit) G_GNUC_WARN_UNUSED_RESULT;
void tq_support_free (TqSupport *support);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqSupport, tq_support_free)

G_END_DECLS
