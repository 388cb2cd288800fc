/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "tally/sums.h"

G_BEGIN_DECLS

gint64 tq_approval_get_threshold (const TqBallots *ballots);
void tq_approval_count (TqRecord *record, guint seats, TqSums *out_sums);

G_END_DECLS
