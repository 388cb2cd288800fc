/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "tally/pot.h"

#include <gmp.h>

G_BEGIN_DECLS

typedef enum {
  TQ_PHANTOMS_INDEPENDENT_MARKETS,
  TQ_PHANTOMS_UTILITARIAN,
  TQ_PHANTOMS_PIECEWISE_UNIFORM,
  TQ_PHANTOMS_LADDER,
} TqPhantoms;

void tq_phantoms_solve (TqPhantoms phantoms,
                        const TqPot *pot,
                        const TqPotLevels *levels,
                        mpq_t *out_shares,
                        mpq_ptr out_t);

G_END_DECLS
