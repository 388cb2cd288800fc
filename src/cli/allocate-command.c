/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "base/error.h"
#include "base/i18n.h"
#include "cli/command.h"

gboolean
tq_command_allocate (TqCli *cli, int argc, char **argv, GError **error)
{
  g_set_error_literal (error, TQ_ERROR, TQ_ERROR_FORBIDDEN, "allocate");
  return FALSE;
}
