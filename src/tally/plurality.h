/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "tally/sums.h"

G_BEGIN_DECLS

void tq_plurality_count (TqRecord *record, guint seats, TqSums *out_sums);

G_END_DECLS
