/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "surplus/split.h"

G_BEGIN_DECLS

void tq_split_prefix_error (const TqSplit *split, guint line, GError **error);
gboolean tq_split_compute_exact (const TqSplit *split,
                                 gint64 amount_minor,
                                 TqShares *shares,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
