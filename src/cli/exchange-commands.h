/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "cli/command.h"

G_BEGIN_DECLS

/* What comes in from other programs and what goes out to them. */
gboolean tq_command_export (TqCli *cli, int argc, char **argv, GError **error);
gboolean tq_command_import (TqCli *cli, int argc, char **argv, GError **error);

G_END_DECLS
