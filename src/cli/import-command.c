/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "base/i18n.h"
#include "base/json-writer.h"
#include "cli/exchange-commands.h"
#include "cli/session.h"
#include "service/import.h"

static void
print_json (TqCli *cli, const TqImportOptions *options, const TqImportReport *report)
{
  g_autoptr (GString) text = g_string_new (NULL);
  TqJsonWriter json;
  tq_json_writer_start (&json, text, TRUE);
  tq_json_writer_begin_object (&json, NULL);
  tq_json_writer_add_bool (&json, "dry_run", options->dry_run);
  tq_json_writer_add_int (&json, "entries_read", report->entries_read);
  tq_json_writer_add_int (&json, "entries_posted", report->entries_posted);
  tq_json_writer_add_int (&json, "entries_known", report->entries_known);
  tq_json_writer_add_int (&json, "accounts_added", report->accounts_added);
  tq_json_writer_add_int (&json, "commodities_added", report->commodities_added);
  tq_json_writer_begin_array (&json, "notes");
  for (guint i = 0; i < report->notes->len; i++)
    tq_json_writer_add_text (&json, NULL, g_ptr_array_index (report->notes, i));
  tq_json_writer_end_array (&json);
  tq_json_writer_end_object (&json);
  tq_json_writer_finish (&json);
  (void) fputs (text->str, cli->out);
}

static void
print_text (TqCli *cli, const TqImportOptions *options, const TqImportReport *report)
{
  if (options->dry_run)
    (void) fprintf (cli->out, "%s\n", _ ("Only looked at; the book is as it was."));
  (void) fprintf (cli->out,
                  "read %" PRId64 "\nposted %" PRId64 "\nknown %" PRId64 "\naccounts %" PRId64
                  "\ncommodities %" PRId64 "\n",
                  report->entries_read,
                  report->entries_posted,
                  report->entries_known,
                  report->accounts_added,
                  report->commodities_added);
  for (guint i = 0; i < report->notes->len; i++)
    (void) fprintf (cli->out, "%s\n", (const char *) g_ptr_array_index (report->notes, i));
}

static gboolean
run_import (TqCli *cli, const char *path, const TqImportOptions *options, GError **error)
{
  g_auto (TqImportReport) report = { 0 };
  g_autoptr (TqBook) book = tq_session_open (cli, TQ_STORE_WRITE, error);
  if (book == NULL || !tq_book_import (book, path, options, &report, error))
    return FALSE;
  if (cli->format == TQ_FORMAT_JSON)
    print_json (cli, options, &report);
  else
    print_text (cli, options, &report);
  return TRUE;
}

gboolean
tq_command_import (TqCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *date = NULL;
  gboolean dry_run = FALSE;
  TqDay day;
  const GOptionEntry entries[] = {
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &dry_run, N_ ("only look, post nothing"), NULL },
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, N_ ("day of the act"), N_ ("DATE") },
    { NULL },
  };
  if (!tq_cli_parse (&argc,
                     &argv,
                     entries,
                     _ ("FORMAT FILE"),
                     _ ("Takes a file of another program into the book, whole or not at all.\n"
                        "FORMAT is hledger (or ledger)."),
                     "tequio-cli --book cafe.tequio import hledger cafe.journal",
                     error) ||
      !tq_session_parse_day (date, tq_session_today (), &day, error))
    return FALSE;
  if (argc != 3) {
    g_set_error_literal (error,
                         G_OPTION_ERROR,
                         G_OPTION_ERROR_FAILED,
                         _ ("Say the format and the file: import FORMAT FILE."));
    return FALSE;
  }
  const TqImportOptions options = { .format = argv[1],
                                    .day = day,
                                    .dry_run = dry_run,
                                    .progress = tq_session_progress,
                                    .user_data = cli };
  return run_import (cli, argv[2], &options, error);
}
