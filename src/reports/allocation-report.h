/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "reports/flow.h"
#include "surplus/allocation-file.h"

G_BEGIN_DECLS

TqFlow *tq_allocation_report_build (const TqAllocationFile *file,
                                    const TqAllocation *allocation) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
