/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "cli/table.h"

/* Where and how a command's tables are written. */
TqOutput
tq_cli_get_output (TqCli *cli)
{
  static const TqTableFormat formats[] = { TQ_TABLE_FORMAT_TEXT,
                                           TQ_TABLE_FORMAT_CSV,
                                           TQ_TABLE_FORMAT_JSON };
  return (TqOutput){ formats[cli->format], cli->out, NULL };
}

/* Writes a table in the format that --format asks for. */
gboolean
tq_cli_write_table (TqCli *cli, const TqTable *table, GError **error)
{
  const TqOutput output = tq_cli_get_output (cli);
  return tq_table_write (table, output.format, output.out, error);
}
