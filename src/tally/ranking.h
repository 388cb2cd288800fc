/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "tally/ballots.h"

G_BEGIN_DECLS

#define TQ_RANKING_NOBODY G_MAXUINT      /* none of the options is ranked */
#define TQ_RANKING_EQUAL (G_MAXUINT - 1) /* several share the best rank */

guint tq_ranking_find_first (const TqBallots *ranked, guint ballot, const gboolean *continuing);

G_END_DECLS
