/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "base/error.h"
#include "base/i18n.h"
#include "cli/command.h"
#include "service/calculator.h"

static gboolean
set_usage (const char *message, GError **error)
{
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, message);
  return FALSE;
}

/* allocate FILE: shares a surplus as a file asks for it. */
gboolean
tq_command_allocate (TqCli *cli, int argc, char **argv, GError **error)
{
  const GOptionEntry none[] = { { NULL } };
  const char *summary =
    _ ("Shares the surplus of a year, or of several, as a file asks for it, and "
       "prints every step.\n\n"
       "The result is JSON, in whole minor units and exact ratios; with --format "
       "text the steps for people.");
  if (!tq_cli_parse (&argc,
                     &argv,
                     none,
                     _ ("FILE"),
                     summary,
                     "tequio-cli allocate year-2026.json --format text",
                     error))
    return FALSE;
  if (argc != 2)
    return set_usage (_ ("allocate takes one file. “tequio-cli allocate --help” says more."),
                      error);
  if (cli->format_given && cli->format == TQ_FORMAT_CSV)
    return set_usage (_ ("A sharing is printed as json or text, not as csv."), error);
  const gboolean as_text = cli->format_given && cli->format == TQ_FORMAT_TEXT;
  g_autoptr (GString) out = g_string_new (NULL);
  if (!tq_calculator_allocate (argv[1], as_text ? NULL : out, as_text ? out : NULL, error))
    return FALSE;
  if (fwrite (out->str, 1, out->len, cli->out) == out->len)
    return TRUE;
  g_set_error_literal (error,
                       TQ_ERROR,
                       TQ_ERROR_STORE,
                       _ ("The result could not be written to the end."));
  return FALSE;
}
