/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "surplus/allocation.h"

G_BEGIN_DECLS

gboolean tq_allocation_json_write (const TqAllocation *allocation,
                                   gboolean by_years,
                                   GString *out,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
