/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

gboolean
tq_backup_write (TqStore *store, const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean
tq_backup_place (const char *temporary, const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
