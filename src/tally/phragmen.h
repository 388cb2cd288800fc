/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "tally/budget-ties.h"
#include "tally/utility.h"

#include <gmp.h>

G_BEGIN_DECLS

typedef struct {
  guint project;
  gint64 supporters; /* their weight */
  mpq_t load;        /* of each supporter after this step, in units of the currency */
} TqPhragmenStep;

typedef struct {
  GArray *steps; /* TqPhragmenStep */
  gint64 cost;
  GArray *due; /* guint: the projects that were due when one of them did not fit; may be empty */
  TqTieLog *ties;
} TqPhragmenOutcome;

TqPhragmenOutcome *
tq_phragmen_count (const TqElection *election, const TqBudgetTies *ties) G_GNUC_WARN_UNUSED_RESULT;
void tq_phragmen_outcome_free (TqPhragmenOutcome *outcome);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqPhragmenOutcome, tq_phragmen_outcome_free)

G_END_DECLS
