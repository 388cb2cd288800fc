/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "tally/ballots.h"
#include "tally/matrix.h"

G_BEGIN_DECLS

void tq_pairwise_count (const TqBallots *ranked, TqMatrix *out_matrix);
gboolean tq_pairwise_defeats (const TqMatrix *pairwise, guint option, guint other);

G_END_DECLS
