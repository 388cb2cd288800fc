/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "base/error.h"
#include "base/i18n.h"
#include "base/money.h"
#include "cli/people-commands.h"
#include "cli/session.h"
#include "cli/table.h"
#include "service/people.h"
#include "service/work-table.h"

#include <string.h>

static gboolean
add_kind (TqCli *cli, int argc, char **argv, GError **error)
{
  TqDay day;
  gint64 event = 0;
  int digits = 2;
  gboolean care = FALSE;
  g_autofree char *code = NULL, *name = NULL, *unit = NULL, *date = NULL;
  const GOptionEntry entries[] = {
    { "code", 0, 0, G_OPTION_ARG_STRING, &code, N_ ("short code"), N_ ("CODE") },
    { "name", 0, 0, G_OPTION_ARG_STRING, &name, N_ ("name"), N_ ("NAME") },
    { "unit", 0, 0, G_OPTION_ARG_STRING, &unit, N_ ("hour, day, kg, …"), N_ ("UNIT") },
    { "digits", 0, 0, G_OPTION_ARG_INT, &digits, N_ ("digits after the point"), N_ ("N") },
    { "care", 0, 0, G_OPTION_ARG_NONE, &care, N_ ("it is care work"), NULL },
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, N_ ("day of the act"), N_ ("DATE") },
    { NULL },
  };
  if (!tq_cli_parse (
        &argc,
        &argv,
        entries,
        NULL,
        _ ("Adds a kind of work or of what families bring."),
        "tequio-cli --book cafe.tequio work kind --code coffee --name Coffee --unit kg --digits 3",
        error) ||
      !tq_session_require (code, "--code", error) || !tq_session_require (unit, "--unit", error) ||
      !tq_session_parse_day (date, tq_session_today (), &day, error))
    return FALSE;
  g_autoptr (TqBook) book = tq_session_open (cli, TQ_STORE_WRITE, error);
  const TqWorkKind draft = { .code = code,
                             .name = name != NULL ? name : code,
                             .unit = unit,
                             .digits = (guint) MAX (digits, 0),
                             .care = care };
  if (book == NULL || !tq_people_add_work_kind (book, day, &draft, &event, error))
    return FALSE;
  (void) fprintf (cli->out, "kind %" PRId64 "\n", event);
  return TRUE;
}

/* Reads "CODE=QUANTITY" into *line*, which has the day, the kind and the note already. */
static gboolean
read_line (TqBook *book, const TqWorkKind *kind, const char *text, TqWork *line, GError **error)
{
  const char *equals = strrchr (text, '=');
  if (equals == NULL) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_INVALID,
                 _ ("“%s” is not a line of work. Write CODE=QUANTITY, for example A1=115."),
                 text);
    return FALSE;
  }
  g_autofree char *code = g_strndup (text, (gsize) (equals - text));
  g_autoptr (TqParty) party = tq_party_load_by_code (tq_book_get_store (book), code, error);
  if (party == NULL || !tq_money_parse (equals + 1, kind->digits, &line->quantity, error)) {
    g_prefix_error (error, "%s: ", text);
    return FALSE;
  }
  line->party = party->event;
  return TRUE;
}

static gboolean
add_work (TqCli *cli, int argc, char **argv, GError **error)
{
  TqDay day;
  gint64 event = 0, corrects = 0;
  g_autofree char *kind_code = NULL, *note = NULL, *date = NULL;
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (TqWork));
  const GOptionEntry entries[] = {
    { "kind", 0, 0, G_OPTION_ARG_STRING, &kind_code, N_ ("code of the kind of work"), N_ ("CODE") },
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, N_ ("day of the work"), N_ ("DATE") },
    { "note", 0, 0, G_OPTION_ARG_STRING, &note, N_ ("a note"), N_ ("TEXT") },
    { "corrects",
      0,
      0,
      G_OPTION_ARG_INT64,
      &corrects,
      N_ ("event of the line that is corrected"),
      N_ ("EVENT") },
    { NULL },
  };
  if (!tq_cli_parse (
        &argc,
        &argv,
        entries,
        _ ("CODE=QUANTITY…"),
        _ ("Writes the work of a day, one line for each family or person."),
        "tequio-cli --book cafe.tequio work add --kind coffee --date 2027-01-10 A1=115 A2=100.625",
        error) ||
      !tq_session_require (kind_code, "--kind", error) ||
      !tq_session_parse_day (date, tq_session_today (), &day, error))
    return FALSE;
  g_autoptr (TqBook) book = tq_session_open (cli, TQ_STORE_WRITE, error);
  g_autoptr (TqWorkKind) kind =
    book != NULL ? tq_work_kind_load_by_code (tq_book_get_store (book), kind_code, error) : NULL;
  if (kind == NULL || !tq_session_require (argc > 1 ? argv[1] : NULL, _ ("CODE=QUANTITY"), error))
    return FALSE;
  for (int i = 1; i < argc; i++) {
    TqWork line = { .day = day, .kind = kind->event, .note = note, .corrects = corrects };
    if (!read_line (book, kind, argv[i], &line, error))
      return FALSE;
    g_array_append_val (lines, line);
  }
  if (!tq_people_add_work (book,
                           day,
                           (const TqWork *) (const void *) lines->data,
                           lines->len,
                           &event,
                           error))
    return FALSE;
  (void) fprintf (cli->out, "work %" PRId64 "\n", event);
  return TRUE;
}

/* Reads --from and --to; the command takes nothing else. */
static gboolean
read_range (int argc, char **argv, const char *summary, TqDay *from, TqDay *to, GError **error)
{
  g_autofree char *from_text = NULL, *to_text = NULL;
  const GOptionEntry entries[] = {
    { "from", 0, 0, G_OPTION_ARG_STRING, &from_text, N_ ("first day"), N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to_text, N_ ("last day"), N_ ("DATE") },
    { NULL },
  };
  return tq_cli_parse (&argc,
                       &argv,
                       entries,
                       NULL,
                       summary,
                       "tequio-cli --book cafe.tequio work sum --from 2026-11-01",
                       error) &&
         tq_session_parse_day (from_text, TQ_DAY_MIN, from, error) &&
         tq_session_parse_day (to_text, TQ_DAY_MAX, to, error);
}

static gboolean
list_work (TqCli *cli, int argc, char **argv, GError **error)
{
  TqDay from, to;
  if (!read_range (argc, argv, _ ("Lists the register of work."), &from, &to, error))
    return FALSE;
  g_autoptr (TqBook) book = tq_session_open (cli, TQ_STORE_READ, error);
  g_autoptr (TqTable) table = book != NULL ? tq_work_build_lines (book, from, to, error) : NULL;
  return table != NULL && tq_cli_write_table (cli, table, error);
}

static gboolean
sum_work (TqCli *cli, int argc, char **argv, GError **error)
{
  TqDay from, to;
  if (!read_range (argc,
                   argv,
                   _ ("Sums work and deliveries for each family or person."),
                   &from,
                   &to,
                   error))
    return FALSE;
  g_autoptr (TqBook) book = tq_session_open (cli, TQ_STORE_READ, error);
  g_autoptr (TqTable) table = book != NULL ? tq_work_build_sums (book, from, to, error) : NULL;
  return table != NULL && tq_cli_write_table (cli, table, error);
}

gboolean
tq_command_work (TqCli *cli, int argc, char **argv, GError **error)
{
  static const TqCommand verbs[] = {
    { "kind", N_ ("add a kind of work"), add_kind },
    { "add", N_ ("write the work of a day"), add_work },
    { "list", N_ ("list the register of work"), list_work },
    { "sum", N_ ("sum it for each family or person"), sum_work },
  };
  return tq_session_dispatch (cli, argc, argv, verbs, G_N_ELEMENTS (verbs), error);
}
