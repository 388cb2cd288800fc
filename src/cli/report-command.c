/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "base/error.h"
#include "base/i18n.h"
#include "cli/book-commands.h"
#include "cli/session.h"
#include "cli/table.h"
#include "service/reports.h"

#include <string.h>

static gboolean
read_range (const char *from_text,
            const char *to_text,
            const char *as_of,
            TqDay *out_from,
            TqDay *out_to,
            GError **error)
{
  if (as_of != NULL && (from_text != NULL || to_text != NULL)) {
    g_set_error_literal (error,
                         G_OPTION_ERROR,
                         G_OPTION_ERROR_BAD_VALUE,
                         _ ("--as-of goes without --from and --to."));
    return FALSE;
  }
  return tq_session_parse_day (from_text, TQ_DAY_MIN, out_from, error) &&
         tq_session_parse_day (as_of != NULL ? as_of : to_text, TQ_DAY_MAX, out_to, error);
}

static gboolean
print_report (TqCli *cli,
              TqBook *book,
              const char *name,
              const char *account,
              TqDay from,
              TqDay to,
              GError **error)
{
  if (strcmp (name, "journal") == 0)
    return tq_output_write_journal (book, from, to, NULL, tq_cli_get_output (cli), error);
  if (strcmp (name, "register") == 0)
    return tq_session_require (account, "--account", error) &&
           tq_output_write_register (book, account, from, to, tq_cli_get_output (cli), error);
  g_autoptr (TqTable) table = tq_reports_build (book, name, from, to, error);
  return table != NULL && tq_cli_write_table (cli, table, error);
}

gboolean
tq_command_report (TqCli *cli, int argc, char **argv, GError **error)
{
  TqDay from, to;
  g_autofree char *from_text = NULL, *to_text = NULL, *as_of = NULL, *account = NULL;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &from_text, N_ ("first day"), N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to_text, N_ ("last day"), N_ ("DATE") },
    { "as-of", 0, 0, G_OPTION_ARG_STRING, &as_of, N_ ("everything through a day"), N_ ("DATE") },
    { "account",
      0,
      0,
      G_OPTION_ARG_STRING,
      &account,
      N_ ("account of a register"),
      N_ ("ACCOUNT") },
    { NULL },
  };
  if (
    !tq_cli_parse (
      &argc,
      &argv,
      entries,
      _ ("NAME"),
      _ (
        "Prints a report: trial-balance, balance-sheet, income-statement, cash-flow, equity-changes, "
        "journal, register, member-accounts."),
      "tequio-cli --book cafe.tequio --format csv report trial-balance --to 2027-03-31",
      error) ||
    !tq_session_require (argc == 2 ? argv[1] : NULL, _ ("NAME"), error) ||
    !read_range (from_text, to_text, as_of, &from, &to, error))
    return FALSE;
  g_autoptr (TqBook) book = tq_session_open (cli, TQ_STORE_READ, error);
  return book != NULL && print_report (cli, book, argv[1], account, from, to, error);
}

gboolean
tq_command_balance (TqCli *cli, int argc, char **argv, GError **error)
{
  TqDay from, to;
  g_autofree char *from_text = NULL, *to_text = NULL;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &from_text, N_ ("first day"), N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to_text, N_ ("last day"), N_ ("DATE") },
    { NULL },
  };
  if (!tq_cli_parse (&argc,
                     &argv,
                     entries,
                     _ ("[ACCOUNT…]"),
                     _ ("Balances of accounts and those below them."),
                     "tequio-cli --book cafe.tequio balance Assets",
                     error) ||
      !read_range (from_text, to_text, NULL, &from, &to, error))
    return FALSE;
  g_autoptr (TqBook) book = tq_session_open (cli, TQ_STORE_READ, error);
  const char *const *accounts = (const char *const *) (argv + 1);
  g_autoptr (TqTable) table =
    book != NULL ? tq_reports_build_balances (book, accounts, from, to, error) : NULL;
  return table != NULL && tq_cli_write_table (cli, table, error);
}
