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

/* The options of "report". */
typedef struct {
  char *from;
  char *to;
  char *as_of;
  char *account;
  char *family;
  char *language;
} ReportOptions;

static void
report_options_clear (ReportOptions *o)
{
  g_free (o->from);
  g_free (o->to);
  g_free (o->as_of);
  g_free (o->account);
  g_free (o->family);
  g_free (o->language);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ReportOptions, report_options_clear)

static gboolean
print_report (TqCli *cli, TqBook *book, const char *name, const ReportOptions *o, GError **error)
{
  TqDay from, to;
  TqOutput output = tq_cli_get_output (cli);
  output.party = o->family;
  if (!read_range (o->from, o->to, o->as_of, &from, &to, error))
    return FALSE;
  g_auto (TqLanguageScope) scope =
    tq_language_enter (o->language != NULL ? o->language : tq_session_get_language ());
  if (strcmp (name, "journal") == 0)
    return tq_output_write_journal (book, from, to, NULL, output, error);
  if (strcmp (name, "register") == 0)
    return tq_session_require (o->account, "--account", error) &&
           tq_output_write_register (book, o->account, from, to, output, error);
  g_autoptr (TqTable) table = tq_reports_build (book, name, from, to, error);
  return table != NULL && tq_output_write_table (table, output, error);
}

gboolean
tq_command_report (TqCli *cli, int argc, char **argv, GError **error)
{
  g_auto (ReportOptions) o = { 0 };
  const GOptionEntry entries[] = {
    TQ_CLI_TEXT ("from", &o.from, N_ ("first day"), N_ ("DATE")),
    TQ_CLI_TEXT ("to", &o.to, N_ ("last day"), N_ ("DATE")),
    TQ_CLI_TEXT ("as-of", &o.as_of, N_ ("everything through a day"), N_ ("DATE")),
    TQ_CLI_TEXT ("account", &o.account, N_ ("account of a register"), N_ ("ACCOUNT")),
    TQ_CLI_TEXT ("family", &o.family, N_ ("only this family or person"), N_ ("CODE")),
    TQ_CLI_TEXT ("language", &o.language, N_ ("language of the report: en, es"), N_ ("LANGUAGE")),
    { NULL },
  };
  if (!tq_cli_parse (
        &argc,
        &argv,
        entries,
        _ ("NAME"),
        _ ("Prints a report: trial-balance, balance-sheet, income-statement, cash-flow, "
           "equity-changes, open-statement, journal, register, member-accounts."),
        "tequio-cli --book cafe.tequio --format csv report trial-balance --to 2027-03-31",
        error) ||
      !tq_session_require (argc == 2 ? argv[1] : NULL, _ ("NAME"), error))
    return FALSE;
  g_autoptr (TqBook) book = tq_session_open (cli, TQ_STORE_READ, error);
  return book != NULL && print_report (cli, book, argv[1], &o, error);
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
