/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "tally/election.h"
#include "tally/ties.h"

G_BEGIN_DECLS

/* Breaks ties between the projects of one election. */
typedef struct _TqBudgetTies TqBudgetTies;

TqBudgetTies *tq_budget_ties_new (const TqElection *election,
                                  const TqTieRule *rule,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
void tq_budget_ties_free (TqBudgetTies *ties);
int
tq_budget_ties_compare (const TqBudgetTies *ties, guint a, guint b, TqTieBreaker *out_broken_by);
guint tq_budget_ties_pick (const TqBudgetTies *ties, const GArray *tied, guint step, TqTieLog *log);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqBudgetTies, tq_budget_ties_free)

G_END_DECLS
