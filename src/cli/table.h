/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "cli/command.h"
#include "service/output.h"

G_BEGIN_DECLS

gboolean
tq_cli_write_table (TqCli *cli, const TqTable *table, GError **error) G_GNUC_WARN_UNUSED_RESULT;
TqOutput tq_cli_get_output (TqCli *cli);

G_END_DECLS
