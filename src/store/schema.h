/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

gboolean tq_schema_create (TqStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_schema_check (TqStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
