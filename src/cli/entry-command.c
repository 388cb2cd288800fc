/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "base/error.h"
#include "base/i18n.h"
#include "cli/batch.h"
#include "cli/book-commands.h"
#include "cli/posting-text.h"
#include "cli/session.h"
#include "cli/table.h"

static gboolean
add_one (TqCli *cli,
         const char *date,
         const char *text,
         const char *reference,
         int argc,
         char **argv,
         GError **error)
{
  TqDay day;
  gint64 event = 0;
  g_auto (TqPostingText) entry = { 0 };
  if (!tq_session_require (date, "--date", error) || !tq_day_parse (date, &day, error) ||
      !tq_session_require (text, "--text", error))
    return FALSE;
  g_autoptr (TqBook) book = tq_session_open (cli, TQ_STORE_WRITE, error);
  if (book == NULL)
    return FALSE;
  tq_posting_text_start (&entry, book, day, text, reference);
  for (int i = 1; i < argc; i++)
    if (!tq_posting_text_add (&entry, argv[i], error))
      return FALSE;
  if (!tq_posting_text_post (&entry, &event, error))
    return FALSE;
  (void) fprintf (cli->out, "posted %" PRId64 "\n", event);
  return TRUE;
}

static gboolean
add (TqCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *date = NULL, *text = NULL, *reference = NULL, *batch = NULL;
  const GOptionEntry entries[] = {
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, N_ ("day of the entry"), N_ ("DATE") },
    { "text", 0, 0, G_OPTION_ARG_STRING, &text, N_ ("what happened"), N_ ("TEXT") },
    { "reference",
      0,
      0,
      G_OPTION_ARG_STRING,
      &reference,
      N_ ("number of the receipt"),
      N_ ("TEXT") },
    { "batch",
      0,
      0,
      G_OPTION_ARG_FILENAME,
      &batch,
      N_ ("one entry a line as JSON; - for standard input"),
      N_ ("FILE") },
    { NULL },
  };
  if (
    !tq_cli_parse (
      &argc,
      &argv,
      entries,
      _ ("ACCOUNT=AMOUNT…"),
      _ ("Posts an entry. Debits are positive, credits negative; ACCOUNT@CODE names a family."),
      "tequio-cli --book cafe.tequio entry add --date 2027-01-31 --text Freight \"5310=6200.00\" \"1010=-6200.00\"",
      error))
    return FALSE;
  return batch != NULL ? tq_batch_post (cli, batch, error)
                       : add_one (cli, date, text, reference, argc, argv, error);
}

static gboolean
list (TqCli *cli, int argc, char **argv, GError **error)
{
  TqDay from, to;
  g_autofree char *from_text = NULL, *to_text = NULL, *search = NULL;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &from_text, N_ ("first day"), N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to_text, N_ ("last day"), N_ ("DATE") },
    { "search",
      0,
      0,
      G_OPTION_ARG_STRING,
      &search,
      N_ ("only entries whose text has this"),
      N_ ("WORDS") },
    { NULL },
  };
  if (!tq_cli_parse (&argc,
                     &argv,
                     entries,
                     NULL,
                     _ ("Lists entries, one row for each posting."),
                     "tequio-cli --book cafe.tequio entry list --from 2027-01-01 --search freight",
                     error) ||
      !tq_session_parse_day (from_text, TQ_DAY_MIN, &from, error) ||
      !tq_session_parse_day (to_text, TQ_DAY_MAX, &to, error))
    return FALSE;
  g_autoptr (TqBook) book = tq_session_open (cli, TQ_STORE_READ, error);
  return book != NULL &&
         tq_output_write_journal (book, from, to, search, tq_cli_get_output (cli), error);
}

static gboolean
parse_event (const char *text, gint64 *out_event, GError **error)
{
  if (text != NULL && g_ascii_string_to_signed (text, 10, 1, G_MAXINT64, out_event, NULL))
    return TRUE;
  g_set_error (error,
               G_OPTION_ERROR,
               G_OPTION_ERROR_BAD_VALUE,
               _ ("Give the number of the entry, as “posted” printed it."));
  return FALSE;
}

static gboolean
show (TqCli *cli, int argc, char **argv, GError **error)
{
  gint64 event = 0;
  if (!tq_cli_parse (&argc,
                     &argv,
                     NULL,
                     _ ("EVENT"),
                     _ ("Shows one entry with its postings."),
                     "tequio-cli --book cafe.tequio entry show 120",
                     error) ||
      !parse_event (argc == 2 ? argv[1] : NULL, &event, error))
    return FALSE;
  g_autoptr (TqBook) book = tq_session_open (cli, TQ_STORE_READ, error);
  return book != NULL && tq_output_write_entry (book, event, tq_cli_get_output (cli), error);
}

static gboolean
reverse (TqCli *cli, int argc, char **argv, GError **error)
{
  TqDay day;
  gint64 event = 0, reversal = 0;
  g_autofree char *date = NULL, *why = NULL;
  const GOptionEntry entries[] = {
    { "date",
      0,
      0,
      G_OPTION_ARG_STRING,
      &date,
      N_ ("day of the reversal, today if not said"),
      N_ ("DATE") },
    { "why", 0, 0, G_OPTION_ARG_STRING, &why, N_ ("why it is undone"), N_ ("TEXT") },
    { NULL },
  };
  if (!tq_cli_parse (&argc,
                     &argv,
                     entries,
                     _ ("EVENT"),
                     _ ("Undoes an entry by its opposite; both stay, linked."),
                     "tequio-cli --book cafe.tequio entry reverse 120 --why \"typed twice\"",
                     error) ||
      !parse_event (argc == 2 ? argv[1] : NULL, &event, error) ||
      !tq_session_parse_day (date, tq_session_today (), &day, error))
    return FALSE;
  g_autoptr (TqBook) book = tq_session_open (cli, TQ_STORE_WRITE, error);
  if (book == NULL ||
      !tq_ledger_reverse (book, day, event, why != NULL ? why : _ ("Correction"), &reversal, error))
    return FALSE;
  (void) fprintf (cli->out, "posted %" PRId64 "\n", reversal);
  return TRUE;
}

gboolean
tq_command_entry (TqCli *cli, int argc, char **argv, GError **error)
{
  static const TqCommand verbs[] = {
    { "add", N_ ("post an entry"), add },
    { "list", N_ ("list entries"), list },
    { "show", N_ ("show one entry"), show },
    { "reverse", N_ ("undo an entry by its opposite"), reverse },
  };
  return tq_session_dispatch (cli, argc, argv, verbs, G_N_ELEMENTS (verbs), error);
}
