/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "base/error.h"
#include "base/i18n.h"
#include "cli/book-commands.h"
#include "cli/session.h"
#include "cli/table.h"
#include "service/people.h"

static gboolean
list (TqCli *cli, int argc, char **argv, GError **error)
{
  TqDay day;
  const char *key, *help;
  g_autofree char *date = NULL;
  const GOptionEntry entries[] = {
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, N_ ("as they are on this day"), N_ ("DATE") },
    { NULL },
  };
  if (!tq_cli_parse (&argc,
                     &argv,
                     entries,
                     NULL,
                     _ ("Lists what the co-operative has decided for itself."),
                     "tequio-cli --book cafe.tequio setting list",
                     error) ||
      !tq_session_parse_day (date, tq_session_today (), &day, error))
    return FALSE;
  g_autoptr (TqBook) book = tq_session_open (cli, TQ_STORE_READ, error);
  if (book == NULL)
    return FALSE;
  g_autoptr (TqTable) table = tq_table_new ("settings", _ ("Settings"));
  tq_table_add_column (table, "key", _ ("Setting"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "value", _ ("Value"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "meaning", _ ("Meaning"), TQ_COLUMN_TEXT, 0);
  for (guint i = 0; tq_setting_get_known (i, &key, &help); i++) {
    g_autofree char *value = tq_setting_find (tq_book_get_store (book), key, day, error);
    if (value == NULL)
      return FALSE;
    TqRow *row = tq_table_add_row (table, TQ_ROW_NORMAL, 0);
    tq_row_add_text (row, key);
    tq_row_add_text (row, value);
    tq_row_add_text (row, help);
  }
  return tq_cli_write_table (cli, table, error);
}

static gboolean
set (TqCli *cli, int argc, char **argv, GError **error)
{
  TqDay day;
  g_autofree char *date = NULL;
  const GOptionEntry entries[] = {
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, N_ ("first day on which it holds"), N_ ("DATE") },
    { NULL },
  };
  if (!tq_cli_parse (&argc,
                     &argv,
                     entries,
                     _ ("KEY VALUE"),
                     _ ("Sets a setting from a day on; the old one stays in the book."),
                     "tequio-cli --book cafe.tequio setting set quorum-first 1/2 --date 2026-11-01",
                     error) ||
      !tq_session_require (argc == 3 ? argv[1] : NULL, _ ("KEY VALUE"), error) ||
      !tq_session_parse_day (date, tq_session_today (), &day, error))
    return FALSE;
  g_autoptr (TqBook) book = tq_session_open (cli, TQ_STORE_WRITE, error);
  return book != NULL && tq_people_set (book, day, argv[1], argv[2], error);
}

gboolean
tq_command_setting (TqCli *cli, int argc, char **argv, GError **error)
{
  static const TqCommand verbs[] = {
    { "list", N_ ("list the settings"), list },
    { "set", N_ ("set a setting"), set },
  };
  return tq_session_dispatch (cli, argc, argv, verbs, G_N_ELEMENTS (verbs), error);
}
