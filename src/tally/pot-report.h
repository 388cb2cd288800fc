/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "tally/pot-division.h"

G_BEGIN_DECLS

/* What was read, and what came out: as members of the open object, or as readable lines. */
void tq_pot_write_json (const TqPot *pot, TqJsonWriter *writer);
void
tq_pot_outcome_write_json (const TqPotOutcome *outcome, const TqPot *pot, TqJsonWriter *writer);
void tq_pot_write_text (const TqPot *pot, const char *rule, const char *file, GString *text);
void tq_pot_outcome_write_text (const TqPotOutcome *outcome, const TqPot *pot, GString *text);

G_END_DECLS
