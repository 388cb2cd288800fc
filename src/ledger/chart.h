/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

gboolean tq_chart_append_file (TqStore *store,
                               const TqAct *act,
                               const char *path,
                               const char *language,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
