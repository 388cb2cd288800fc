/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "cli/command.h"

G_BEGIN_DECLS

/* The commands of the road of a decision. */
gboolean tq_command_assembly (TqCli *cli, int argc, char **argv, GError **error);
gboolean tq_command_surplus (TqCli *cli, int argc, char **argv, GError **error);
gboolean tq_command_proposal (TqCli *cli, int argc, char **argv, GError **error);
gboolean tq_command_word (TqCli *cli, int argc, char **argv, GError **error);
gboolean tq_command_decision (TqCli *cli, int argc, char **argv, GError **error);
gboolean tq_command_mandate (TqCli *cli, int argc, char **argv, GError **error);

/* Verbs of "assembly" with a file of their own. */
gboolean tq_command_paper (TqCli *cli, int argc, char **argv, GError **error);
gboolean tq_command_papers (TqCli *cli, int argc, char **argv, GError **error);

G_END_DECLS
