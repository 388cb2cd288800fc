/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "tally/equal-shares.h"

/* One purchase of the literal count. */
typedef struct {
  guint project;
  guint tied; /* how many had the least rho, this one included */
  mpq_t rho;
} TqSlowStep;

GArray *tq_slow_shares_run (const TqElection *election, TqUtility utility, mpq_srcptr endowment);
