/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "base/error.h"
#include "base/i18n.h"
#include "base/json-writer.h"
#include "cli/book-commands.h"
#include "cli/session.h"
#include "service/overview.h"

#include <string.h>

/* A slip to check; --slip takes two values, which GOption cannot read, so it is taken out before.
 * */
typedef struct {
  gint64 event;
  const char *letters;
} Slip;

static gboolean
take_slips (int *argc, char **argv, GArray *slips, GError **error)
{
  int kept = 0;
  for (int i = 0; i < *argc; i++) {
    if (strcmp (argv[i], "--slip") != 0) {
      argv[kept++] = argv[i];
      continue;
    }
    Slip slip = { 0 };
    if (i + 2 >= *argc ||
        !g_ascii_string_to_signed (argv[i + 1], 10, 1, G_MAXINT64, &slip.event, NULL)) {
      g_set_error_literal (
        error,
        G_OPTION_ERROR,
        G_OPTION_ERROR_BAD_VALUE,
        _ ("--slip takes the event's number and its eight letters: --slip 1234 K3QF-7MZA"));
      return FALSE;
    }
    slip.letters = argv[i + 2];
    g_array_append_val (slips, slip);
    i += 2;
  }
  *argc = kept;
  argv[kept] = NULL;
  return TRUE;
}

static gboolean
check_papers (TqBook *book, GStrv digests, GArray *slips, TqVerification *found, GError **error)
{
  for (gsize i = 0; digests != NULL && digests[i] != NULL && found->fault == NULL; i++) {
    gboolean there = FALSE;
    if (!tq_overview_check_seal (book, digests[i], &there, error))
      return FALSE;
    if (!there)
      found->fault = g_strdup_printf (
        _ ("No seal of this book is “%s”: this is another book, or it was rewritten."),
        digests[i]);
  }
  for (guint i = 0; i < slips->len && found->fault == NULL; i++) {
    gboolean there = FALSE;
    const Slip *slip = &g_array_index (slips, Slip, i);
    if (!tq_overview_check_slip (book, slip->event, slip->letters, &there, error))
      return FALSE;
    if (!there)
      found->fault = g_strdup_printf (
        _ ("Event %" PRId64 " of this book does not have the letters “%s” of the paper."),
        slip->event,
        slip->letters);
  }
  return TRUE;
}

static void
print_text (TqCli *cli, const TqVerification *found, const TqOverview *overview)
{
  (void) fprintf (cli->out, "events %" PRId64 "\n", found->events);
  (void) fprintf (cli->out, "entries %" PRId64 "\n", overview->entries);
  (void) fprintf (cli->out, "seals %" PRId64 "\n", overview->seals);
  (void) fprintf (cli->out, "%s\n", found->fault != NULL ? found->fault : "sound");
  if (found->first_bad_event > 1)
    (void) fprintf (cli->out,
                    _ ("Events 1 to %" PRId64 " can be trusted.\n"),
                    found->first_bad_event - 1);
  if (found->blanked > 0)
    (void) fprintf (cli->out, _ ("blanked on request: %" PRId64 "\n"), found->blanked);
  if (found->clock_jumps > 0)
    (void) fprintf (
      cli->out,
      _ ("the clock of the machine jumped %" PRId64 " times (days are what people said)\n"),
      found->clock_jumps);
}

static void
print_json (TqCli *cli, const TqVerification *found, const TqOverview *overview)
{
  TqJsonWriter json;
  g_autoptr (GString) text = g_string_new (NULL);
  tq_json_writer_start (&json, text, TRUE);
  tq_json_writer_begin_object (&json, NULL);
  tq_json_writer_add_int (&json, "events", found->events);
  tq_json_writer_add_int (&json, "entries", overview->entries);
  tq_json_writer_add_int (&json, "seals", overview->seals);
  tq_json_writer_add_bool (&json, "sound", found->fault == NULL);
  if (found->fault != NULL)
    tq_json_writer_add_text (&json, "fault", found->fault);
  else
    tq_json_writer_add_null (&json, "fault");
  tq_json_writer_add_int (&json, "first_bad_event", found->first_bad_event);
  tq_json_writer_add_int (&json, "blanked", found->blanked);
  tq_json_writer_add_int (&json, "clock_jumps", found->clock_jumps);
  tq_json_writer_end_object (&json);
  tq_json_writer_finish (&json);
  (void) fputs (text->str, cli->out);
}

static gboolean
verify (TqCli *cli, TqBook *book, GStrv digests, GArray *slips, GError **error)
{
  g_auto (TqVerification) found = { 0 };
  g_auto (TqOverview) overview = { 0 };
  if (!tq_book_verify (book, tq_session_progress, cli, &found, error) ||
      !check_papers (book, digests, slips, &found, error))
    return FALSE;
  /* A damaged book may not even be counted; what is wrong with it matters more. */
  if (!tq_overview_load (book, &overview, found.fault != NULL ? NULL : error) &&
      found.fault == NULL)
    return FALSE;
  if (cli->format == TQ_FORMAT_JSON)
    print_json (cli, &found, &overview);
  else
    print_text (cli, &found, &overview);
  if (found.fault == NULL)
    return TRUE;
  g_set_error_literal (error, TQ_ERROR, TQ_ERROR_CORRUPT, found.fault);
  return FALSE;
}

gboolean
tq_command_verify (TqCli *cli, int argc, char **argv, GError **error)
{
  g_auto (GStrv) digests = NULL;
  g_autoptr (GArray) slips = g_array_new (FALSE, FALSE, sizeof (Slip));
  const GOptionEntry entries[] = {
    { "digest",
      0,
      0,
      G_OPTION_ARG_STRING_ARRAY,
      &digests,
      N_ ("a seal's digest or letters from paper"),
      N_ ("HEX|LETTERS") },
    { NULL },
  };
  if (!take_slips (&argc, argv, slips, error) ||
      !tq_cli_parse (
        &argc,
        &argv,
        entries,
        _ ("[--slip EVENT LETTERS]…"),
        _ ("Replays the whole chain and compares every row; says what can be trusted."),
        "tequio-cli --book cafe.tequio verify --digest \"K3QF 7MZA 2LRT\" --slip 1234 ABCD-EFGH",
        error))
    return FALSE;
  g_autoptr (TqBook) book = tq_session_open (cli, TQ_STORE_READ, error);
  return book != NULL && verify (cli, book, digests, slips, error);
}
