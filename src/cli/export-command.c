/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "base/i18n.h"
#include "cli/exchange-commands.h"
#include "cli/session.h"
#include "service/export.h"

gboolean
tq_command_export (TqCli *cli, int argc, char **argv, GError **error)
{
  if (!tq_cli_parse (&argc,
                     &argv,
                     NULL,
                     _ ("FORMAT"),
                     _ ("Writes the whole book for another program.\n"
                        "FORMAT is hledger (or ledger) or beancount."),
                     "tequio-cli --book cafe.tequio --output cafe.journal export hledger",
                     error))
    return FALSE;
  if (argc != 2) {
    g_set_error_literal (error,
                         G_OPTION_ERROR,
                         G_OPTION_ERROR_FAILED,
                         _ ("Say the format: export FORMAT."));
    return FALSE;
  }
  g_autoptr (TqBook) book = tq_session_open (cli, TQ_STORE_READ, error);
  return book != NULL && tq_book_export (book, argv[1], cli->out, error);
}
