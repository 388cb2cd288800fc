/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "cli/command.h"

G_BEGIN_DECLS

gboolean tq_batch_post (TqCli *cli, const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
