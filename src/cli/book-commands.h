/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "cli/command.h"

G_BEGIN_DECLS

/* The commands of the books. */
gboolean tq_command_account (TqCli *cli, int argc, char **argv, GError **error);
gboolean tq_command_backup (TqCli *cli, int argc, char **argv, GError **error);
gboolean tq_command_balance (TqCli *cli, int argc, char **argv, GError **error);
gboolean tq_command_demo (TqCli *cli, int argc, char **argv, GError **error);
gboolean tq_command_entry (TqCli *cli, int argc, char **argv, GError **error);
gboolean tq_command_info (TqCli *cli, int argc, char **argv, GError **error);
gboolean tq_command_new (TqCli *cli, int argc, char **argv, GError **error);
gboolean tq_command_report (TqCli *cli, int argc, char **argv, GError **error);
gboolean tq_command_seal (TqCli *cli, int argc, char **argv, GError **error);
gboolean tq_command_setting (TqCli *cli, int argc, char **argv, GError **error);
gboolean tq_command_verify (TqCli *cli, int argc, char **argv, GError **error);

G_END_DECLS
