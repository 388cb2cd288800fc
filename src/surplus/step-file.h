/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "surplus/allocation.h"
#include "surplus/file-members.h"

G_BEGIN_DECLS

gboolean tq_step_file_read (TqJsonNode year_node,
                            const TqFileMembers *members,
                            TqAllocationYear *year,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
