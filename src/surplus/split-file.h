/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "surplus/file-members.h"
#include "surplus/split.h"

G_BEGIN_DECLS

TqSplit *tq_split_file_read (TqJsonNode node,
                             const TqFileMembers *members,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
