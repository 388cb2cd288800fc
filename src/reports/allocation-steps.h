/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "reports/allocation-words.h"

G_BEGIN_DECLS

void tq_allocation_steps_add (const TqAllocationWords *words,
                              const TqAllocationResult *result,
                              TqFlow *flow);
void
tq_allocation_split_add (const TqAllocationWords *words, const TqSplitResult *result, TqFlow *flow);

G_END_DECLS
