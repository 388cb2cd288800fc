/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "base/error.h"
#include "base/i18n.h"
#include "cli/exchange-commands.h"
#include "cli/session.h"
#include "service/export.h"
#include "service/output.h"
#include "service/workbook-export.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* A workbook needs a file to be made in: it is made in a folder of its own and then handed over. */
static gboolean
write_workbook (TqCli *cli, TqBook *book, GError **error)
{
  g_autofree char *bytes = NULL;
  gsize size = 0;
  if (cli->out == stdout && isatty (STDOUT_FILENO)) {
    g_set_error_literal (error,
                         G_OPTION_ERROR,
                         G_OPTION_ERROR_FAILED,
                         _ ("Say where the workbook goes: --output FILE.xlsx"));
    return FALSE;
  }
  g_autofree char *folder = g_dir_make_tmp ("tequio-XXXXXX", error);
  if (folder == NULL)
    return FALSE;
  g_autofree char *path = g_build_filename (folder, "book.xlsx", NULL);
  gboolean done =
    tq_book_export_workbook (book, path, error) && g_file_get_contents (path, &bytes, &size, error);
  g_unlink (path);
  g_rmdir (folder);
  if (done && fwrite (bytes, 1, size, cli->out) != size) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_STORE,
                 _ ("The result cannot be written: %s."),
                 g_strerror (errno));
    done = FALSE;
  }
  return done;
}

static gboolean
write_journal (TqCli *cli, TqBook *book, TqTableFormat format, GError **error)
{
  const TqOutput output = { format, cli->out, NULL };
  return tq_output_write_journal (book, TQ_DAY_MIN, TQ_DAY_MAX, NULL, output, error);
}

gboolean
tq_command_export (TqCli *cli, int argc, char **argv, GError **error)
{
  if (
    !tq_cli_parse (
      &argc,
      &argv,
      NULL,
      _ ("FORMAT"),
      _ (
        "Writes the whole book for another program.\n"
        "FORMAT is xlsx (a workbook), csv or json (the journal), hledger (or ledger) or beancount."),
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
  if (book == NULL)
    return FALSE;
  if (strcmp (argv[1], "xlsx") == 0)
    return write_workbook (cli, book, error);
  if (strcmp (argv[1], "csv") == 0)
    return write_journal (cli, book, TQ_TABLE_FORMAT_CSV, error);
  if (strcmp (argv[1], "json") == 0)
    return write_journal (cli, book, TQ_TABLE_FORMAT_JSON, error);
  return tq_book_export (book, argv[1], cli->out, error);
}
