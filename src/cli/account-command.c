/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "base/error.h"
#include "base/i18n.h"
#include "cli/book-commands.h"
#include "cli/session.h"
#include "cli/table.h"
#include "service/ledger.h"
#include "service/reports.h"

static gboolean
list (TqCli *cli, int argc, char **argv, GError **error)
{
  if (!tq_cli_parse (&argc,
                     &argv,
                     NULL,
                     NULL,
                     _ ("Lists the chart of accounts."),
                     "tequio-cli --book cafe.tequio account list",
                     error))
    return FALSE;
  g_autoptr (TqBook) book = tq_session_open (cli, TQ_STORE_READ, error);
  g_autoptr (TqTable) table = book != NULL ? tq_reports_build_accounts (book, error) : NULL;
  return table != NULL && tq_cli_write_table (cli, table, error);
}

static TqAccountKind
guess_kind (const char *name)
{
  static const char *const words[][3] = { { "assets", "asset", "activo" },
                                          { "liabilities", "liability", "pasivo" },
                                          { "equity", "capital", "patrimonio" },
                                          { "income", "revenues", "ingresos" },
                                          { "expenses", "expense", "gastos" } };
  g_auto (GStrv) parts = g_strsplit (name, ":", 2);
  for (guint i = 0; parts[0] != NULL && i < G_N_ELEMENTS (words); i++)
    for (guint j = 0; j < G_N_ELEMENTS (words[i]); j++)
      if (g_ascii_strcasecmp (parts[0], words[i][j]) == 0)
        return (TqAccountKind) i;
  return TQ_ACCOUNT_ASSET;
}

static gboolean
add (TqCli *cli, int argc, char **argv, GError **error)
{
  TqDay day;
  gint64 event = 0;
  g_autofree char *kind = NULL, *code = NULL, *role = NULL, *date = NULL;
  const GOptionEntry entries[] = {
    { "kind",
      0,
      0,
      G_OPTION_ARG_STRING,
      &kind,
      N_ ("asset, liability, equity, income or expense"),
      N_ ("KIND") },
    { "code", 0, 0, G_OPTION_ARG_STRING, &code, N_ ("short number"), N_ ("CODE") },
    { "role",
      0,
      0,
      G_OPTION_ARG_STRING,
      &role,
      N_ ("what forms and the surplus look for"),
      N_ ("ROLE") },
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, N_ ("day of the act"), N_ ("DATE") },
    { NULL },
  };
  if (!tq_cli_parse (
        &argc,
        &argv,
        entries,
        _ ("NAME"),
        _ ("Adds an account, and those above it that are missing."),
        "tequio-cli --book cafe.tequio account add \"Assets:Cash box\" --kind asset --role cash",
        error) ||
      !tq_session_require (argc == 2 ? argv[1] : NULL, _ ("NAME"), error) ||
      !tq_session_parse_day (date, tq_session_today (), &day, error))
    return FALSE;
  TqAccount draft = { .full_name = argv[1],
                      .code = code,
                      .role = role,
                      .kind = guess_kind (argv[1]) };
  if (kind != NULL && !tq_account_kind_parse (kind, &draft.kind, error))
    return FALSE;
  g_autoptr (TqBook) book = tq_session_open (cli, TQ_STORE_WRITE, error);
  if (book == NULL || !tq_ledger_add_account (book, day, &draft, &event, error))
    return FALSE;
  (void) fprintf (cli->out, "account %" PRId64 "\n", event);
  return TRUE;
}

static gboolean
edit (TqCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *code = NULL, *role = NULL;
  const GOptionEntry entries[] = {
    { "code",
      0,
      0,
      G_OPTION_ARG_STRING,
      &code,
      N_ ("another code, or \"\" for none"),
      N_ ("CODE") },
    { "role",
      0,
      0,
      G_OPTION_ARG_STRING,
      &role,
      N_ ("another role, or \"\" for none"),
      N_ ("ROLE") },
    { NULL },
  };
  if (!tq_cli_parse (&argc,
                     &argv,
                     entries,
                     _ ("ACCOUNT"),
                     _ ("Gives an account another code or role."),
                     "tequio-cli --book cafe.tequio account edit \"Assets:Cash box\" --role cash",
                     error) ||
      !tq_session_require (argc == 2 ? argv[1] : NULL, _ ("ACCOUNT"), error))
    return FALSE;
  g_autoptr (TqBook) book = tq_session_open (cli, TQ_STORE_WRITE, error);
  g_autoptr (TqAccount) account =
    book != NULL ? tq_account_load_by_name (tq_book_get_store (book), argv[1], error) : NULL;
  return account != NULL &&
         tq_ledger_edit_account (book, tq_session_today (), account->event, code, role, error);
}

static gboolean
close_account (TqCli *cli, int argc, char **argv, GError **error)
{
  TqDay day;
  g_autofree char *date = NULL;
  const GOptionEntry entries[] = {
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, N_ ("last day of the account"), N_ ("DATE") },
    { NULL },
  };
  if (!tq_cli_parse (&argc,
                     &argv,
                     entries,
                     _ ("ACCOUNT"),
                     _ ("Closes an account whose balance is zero."),
                     "tequio-cli --book cafe.tequio account close 1030 --date 2027-06-30",
                     error) ||
      !tq_session_require (argc == 2 ? argv[1] : NULL, _ ("ACCOUNT"), error) ||
      !tq_session_parse_day (date, tq_session_today (), &day, error))
    return FALSE;
  g_autoptr (TqBook) book = tq_session_open (cli, TQ_STORE_WRITE, error);
  g_autoptr (TqAccount) account =
    book != NULL ? tq_account_load_by_name (tq_book_get_store (book), argv[1], error) : NULL;
  return account != NULL && tq_ledger_close_account (book, day, account->event, error);
}

gboolean
tq_command_account (TqCli *cli, int argc, char **argv, GError **error)
{
  static const TqCommand verbs[] = {
    { "list", N_ ("list the chart of accounts"), list },
    { "add", N_ ("add an account"), add },
    { "edit", N_ ("change the code or the role"), edit },
    { "close", N_ ("close an account"), close_account },
  };
  return tq_session_dispatch (cli, argc, argv, verbs, G_N_ELEMENTS (verbs), error);
}
