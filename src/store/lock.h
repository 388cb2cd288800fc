/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

int tq_lock_take (const char *path, TqStoreMode mode, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_lock_check_header (int fd, const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
