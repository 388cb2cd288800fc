/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "base/error.h"
#include "base/i18n.h"
#include "base/json-writer.h"
#include "cli/book-commands.h"
#include "cli/session.h"
#include "service/ledger.h"
#include "service/overview.h"

#include <string.h>

static gboolean
parse_year_start (const char *text, int *out_month, int *out_day, GError **error)
{
  TqDay day;
  g_autofree char *full = g_strdup_printf ("2000-%s", text);
  int year;
  if (!tq_day_parse (full, &day, NULL)) {
    g_set_error (error,
                 G_OPTION_ERROR,
                 G_OPTION_ERROR_BAD_VALUE,
                 _ ("“%s” is not the start of a year. Write month and day, for example 11-01."),
                 text);
    return FALSE;
  }
  tq_day_to_date (day, &year, out_month, out_day);
  return TRUE;
}

/* The options of "new". */
typedef struct {
  char *name;
  char *currency;
  char *chart;
  char *unit;
  char *year_start;
  char *language;
  char *date;
  char *chart_path;
  char *rules;
  char *rules_path;
  gboolean practice;
} NewOptions;

static void
new_options_clear (NewOptions *o)
{
  g_free (o->name);
  g_free (o->currency);
  g_free (o->chart);
  g_free (o->unit);
  g_free (o->year_start);
  g_free (o->language);
  g_free (o->date);
  g_free (o->chart_path);
  g_free (o->rules);
  g_free (o->rules_path);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (NewOptions, new_options_clear)

static gboolean
parse_new (int *argc, char ***argv, NewOptions *o, GError **error)
{
  const GOptionEntry entries[] = {
    TQ_CLI_TEXT ("name", &o->name, N_ ("name of the co-operative"), N_ ("NAME")),
    TQ_CLI_TEXT ("currency", &o->currency, N_ ("currency of the books"), N_ ("CODE")),
    TQ_CLI_TEXT ("chart",
                 &o->chart,
                 N_ ("accounts to begin with: producers, worker, none"),
                 N_ ("CHART")),
    TQ_CLI_TEXT ("rules",
                 &o->rules,
                 N_ ("rules of the surplus to begin with: families, cooperative-mx, worker-ar"),
                 N_ ("RULES")),
    TQ_CLI_TEXT ("unit", &o->unit, N_ ("who decides: family or person"), N_ ("UNIT")),
    TQ_CLI_TEXT ("year-start", &o->year_start, N_ ("first day of the year"), N_ ("MM-DD")),
    TQ_CLI_TEXT ("language",
                 &o->language,
                 N_ ("language of accounts and papers: en, es"),
                 N_ ("LANGUAGE")),
    TQ_CLI_TEXT ("date", &o->date, N_ ("day of the act"), N_ ("DATE")),
    { "practice",
      0,
      0,
      G_OPTION_ARG_NONE,
      &o->practice,
      N_ ("a book to practise with, marked as such"),
      NULL },
    { NULL },
  };
  return tq_cli_parse (
           argc,
           argv,
           entries,
           _ ("FILE"),
           _ ("Makes a new book; nothing is ever overwritten."),
           "tequio-cli new cafe.tequio --name \"Café\" --currency MXN --chart producers",
           error) &&
         tq_session_require (*argc == 2 ? (*argv)[1] : NULL, _ ("FILE"), error) &&
         tq_session_require (o->name, "--name", error) &&
         tq_session_require (o->currency, "--currency", error);
}

static gboolean
fill_draft (NewOptions *o, TqBookDraft *draft, GError **error)
{
  draft->practice = o->practice;
  draft->name = o->name;
  draft->currency = o->currency;
  draft->unit = o->unit != NULL ? o->unit : "family";
  draft->language = o->language != NULL ? o->language : tq_session_get_language ();
  if (strcmp (draft->unit, "family") != 0 && strcmp (draft->unit, "person") != 0) {
    g_set_error (error,
                 G_OPTION_ERROR,
                 G_OPTION_ERROR_BAD_VALUE,
                 _ ("“%s” is not a unit. Use family or person."),
                 draft->unit);
    return FALSE;
  }
  if (o->year_start != NULL &&
      !parse_year_start (o->year_start, &draft->year_start_month, &draft->year_start_day, error))
    return FALSE;
  if (o->rules != NULL && strcmp (o->rules, "none") != 0) {
    o->rules_path = tq_session_find_data ("rules", o->rules, "json", error);
    if (o->rules_path == NULL)
      return FALSE;
    draft->rules_path = o->rules_path;
  }
  if (g_strcmp0 (o->chart, "none") == 0)
    return TRUE;
  o->chart_path =
    tq_session_find_data ("charts", o->chart != NULL ? o->chart : "producers", "tsv", error);
  draft->chart_path = o->chart_path;
  return o->chart_path != NULL;
}

gboolean
tq_command_new (TqCli *cli, int argc, char **argv, GError **error)
{
  TqDay day;
  g_auto (NewOptions) options = { 0 };
  g_autoptr (GPtrArray) left_out = g_ptr_array_new_with_free_func (g_free);
  TqBookDraft draft = { .year_start_month = 1, .year_start_day = 1, .left_out = left_out };
  if (!parse_new (&argc, &argv, &options, error) || !fill_draft (&options, &draft, error) ||
      !tq_session_parse_day (options.date, tq_session_today (), &day, error))
    return FALSE;
  g_autoptr (TqBook) book =
    tq_book_create (argv[1], &draft, tq_session_get_actor (cli), tq_session_now, day, error);
  if (book == NULL)
    return FALSE;
  if (!cli->quiet)
    (void) fprintf (cli->out, _ ("made %s: %s, %s\n"), argv[1], options.name, options.currency);
  for (guint i = 0; i < left_out->len; i++)
    (void) fprintf (
      cli->out,
      _ ("left out: %s. A book cannot keep this rule; look to it before you share.\n"),
      (const char *) g_ptr_array_index (left_out, i));
  return TRUE;
}

static void
print_overview (TqCli *cli, const TqOverview *o)
{
  g_autofree char *closed =
    o->closed_through != TQ_DAY_NONE ? tq_day_to_string (o->closed_through) : g_strdup ("–");
  if (cli->format != TQ_FORMAT_JSON) {
    (void) fprintf (cli->out, _ ("name       %s\n"), o->name);
    (void) fprintf (cli->out, _ ("currency   %s\n"), o->currency);
    (void) fprintf (cli->out, _ ("unit       %s\n"), o->unit);
    (void) fprintf (cli->out, _ ("events     %" PRId64 "\n"), o->events);
    (void) fprintf (cli->out, _ ("accounts   %" PRId64 "\n"), o->accounts);
    (void) fprintf (cli->out, _ ("entries    %" PRId64 "\n"), o->entries);
    (void) fprintf (cli->out, _ ("families   %" PRId64 "\n"), o->families);
    (void) fprintf (cli->out, _ ("persons    %" PRId64 "\n"), o->persons);
    (void) fprintf (cli->out, _ ("seals      %" PRId64 "\n"), o->seals);
    (void) fprintf (cli->out, _ ("closed     %s\n"), closed);
    if (o->last_seal != NULL)
      (void) fprintf (cli->out, _ ("last seal  %s\n"), o->last_seal);
    return;
  }
  TqJsonWriter json;
  g_autoptr (GString) text = g_string_new (NULL);
  tq_json_writer_start (&json, text, TRUE);
  tq_json_writer_begin_object (&json, NULL);
  tq_json_writer_add_text (&json, "name", o->name);
  tq_json_writer_add_text (&json, "currency", o->currency);
  tq_json_writer_add_text (&json, "unit", o->unit);
  tq_json_writer_add_int (&json, "events", o->events);
  tq_json_writer_add_int (&json, "accounts", o->accounts);
  tq_json_writer_add_int (&json, "entries", o->entries);
  tq_json_writer_add_int (&json, "families", o->families);
  tq_json_writer_add_int (&json, "persons", o->persons);
  tq_json_writer_add_int (&json, "seals", o->seals);
  if (o->closed_through != TQ_DAY_NONE)
    tq_json_writer_add_text (&json, "closed_through", closed);
  else
    tq_json_writer_add_null (&json, "closed_through");
  if (o->last_seal != NULL)
    tq_json_writer_add_text (&json, "last_seal", o->last_seal);
  else
    tq_json_writer_add_null (&json, "last_seal");
  tq_json_writer_end_object (&json);
  tq_json_writer_finish (&json);
  (void) fputs (text->str, cli->out);
}

gboolean
tq_command_info (TqCli *cli, int argc, char **argv, GError **error)
{
  if (!tq_cli_parse (&argc,
                     &argv,
                     NULL,
                     NULL,
                     _ ("Says what a book holds."),
                     "tequio-cli --book cafe.tequio info",
                     error))
    return FALSE;
  g_autoptr (TqBook) book = tq_session_open (cli, TQ_STORE_READ, error);
  g_auto (TqOverview) overview = { 0 };
  if (book == NULL || !tq_overview_load (book, &overview, error))
    return FALSE;
  print_overview (cli, &overview);
  return TRUE;
}

gboolean
tq_command_seal (TqCli *cli, int argc, char **argv, GError **error)
{
  TqSeal seal;
  TqDay through, day;
  g_autofree char *through_text = NULL, *date = NULL;
  const GOptionEntry entries[] = {
    TQ_CLI_TEXT ("through", &through_text, N_ ("last day of the period"), N_ ("DATE")),
    TQ_CLI_TEXT ("date", &date, N_ ("day of the act"), N_ ("DATE")),
    { NULL },
  };
  if (!tq_cli_parse (&argc,
                     &argv,
                     entries,
                     NULL,
                     _ ("Closes and seals everything through a day; it stays closed."),
                     "tequio-cli --book cafe.tequio seal --through 2027-03-31",
                     error) ||
      !tq_session_require (through_text, "--through", error) ||
      !tq_day_parse (through_text, &through, error) ||
      !tq_session_parse_day (date, tq_session_today (), &day, error))
    return FALSE;
  g_autoptr (TqBook) book = tq_session_open (cli, TQ_STORE_WRITE, error);
  if (book == NULL || !tq_ledger_seal (book, day, through, &seal, error))
    return FALSE;
  g_autofree char *hex = tq_digest_to_hex (&seal.digest);
  g_autofree char *letters = tq_digest_to_letters (&seal.digest, TQ_SEAL_LETTERS);
  (void) fprintf (cli->out,
                  "seal %" PRId64 " event %" PRId64 " %s %s\n",
                  seal.number,
                  seal.event,
                  hex,
                  letters);
  return TRUE;
}

gboolean
tq_command_backup (TqCli *cli, int argc, char **argv, GError **error)
{
  if (!tq_cli_parse (&argc,
                     &argv,
                     NULL,
                     _ ("FILE"),
                     _ ("Writes a consistent copy and verifies it."),
                     "tequio-cli --book cafe.tequio backup copy.tequio",
                     error) ||
      !tq_session_require (argc == 2 ? argv[1] : NULL, _ ("FILE"), error))
    return FALSE;
  g_autoptr (TqBook) book = tq_session_open (cli, TQ_STORE_READ, error);
  if (book == NULL || !tq_book_back_up (book, argv[1], error))
    return FALSE;
  if (!cli->quiet)
    (void) fprintf (cli->out, _ ("copied and verified: %s\n"), argv[1]);
  return TRUE;
}
