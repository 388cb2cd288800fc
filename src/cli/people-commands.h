/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "cli/command.h"

G_BEGIN_DECLS

/* The commands of people and work. */
gboolean tq_command_family (TqCli *cli, int argc, char **argv, GError **error);
gboolean tq_command_group (TqCli *cli, int argc, char **argv, GError **error);
gboolean tq_command_office (TqCli *cli, int argc, char **argv, GError **error);
gboolean tq_command_person (TqCli *cli, int argc, char **argv, GError **error);
gboolean tq_command_work (TqCli *cli, int argc, char **argv, GError **error);

G_END_DECLS
