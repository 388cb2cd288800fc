/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "base/error.h"
#include "base/i18n.h"
#include "cli/road-commands.h"
#include "cli/session.h"
#include "service/papers.h"
#include "service/road.h"

#include <unistd.h>

/* What "assembly paper" and "assembly papers" understand. */
typedef struct {
  char *of_case;
  char *group;
  char *family;
  char *language;
  int number;
  gboolean large;
} PaperOptions;

static void
paper_options_clear (PaperOptions *o)
{
  g_free (o->of_case);
  g_free (o->group);
  g_free (o->family);
  g_free (o->language);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (PaperOptions, paper_options_clear)

static gboolean
parse (int *argc,
       char ***argv,
       PaperOptions *o,
       const char *usage,
       const char *summary,
       const char *example,
       GError **error)
{
  const GOptionEntry entries[] = {
    TQ_CLI_TEXT ("case",
                 &o->of_case,
                 N_ ("number of the case, where several are under way"),
                 N_ ("NUMBER")),
    { "number",
      0,
      0,
      G_OPTION_ARG_INT,
      &o->number,
      N_ ("which of several, from 1; the newest if not said"),
      N_ ("NUMBER") },
    TQ_CLI_TEXT ("group",
                 &o->group,
                 N_ ("code of the group, for a consultation sheet"),
                 N_ ("CODE")),
    TQ_CLI_TEXT ("family", &o->family, N_ ("code of the family or person, for slips"), N_ ("CODE")),
    TQ_CLI_TEXT ("language", &o->language, N_ ("language of the paper: en, es"), N_ ("LANGUAGE")),
    { "large", 0, 0, G_OPTION_ARG_NONE, &o->large, N_ ("type of 14 points"), NULL },
    { NULL },
  };
  return tq_cli_parse (argc, argv, entries, usage, summary, example, error) &&
         tq_session_require (*argc == 2 ? (*argv)[1] : NULL, usage, error);
}

static TqPaperOrder
get_order (const PaperOptions *o, const char *name)
{
  return (TqPaperOrder){ name,    (guint) MAX (o->number, 0), o->group, o->family, o->language,
                         o->large };
}

static gboolean
write_bytes (TqCli *cli, GOutputStream *memory, GError **error)
{
  GMemoryOutputStream *stream = G_MEMORY_OUTPUT_STREAM (memory);
  if (!g_output_stream_close (memory, NULL, error))
    return FALSE;
  const gsize size = g_memory_output_stream_get_data_size (stream);
  if (fwrite (g_memory_output_stream_get_data (stream), 1, size, cli->out) == size)
    return TRUE;
  g_set_error_literal (error,
                       TQ_ERROR,
                       TQ_ERROR_STORE,
                       _ ("The result could not be written to the end."));
  return FALSE;
}

/* "assembly paper NAME": one paper as PDF to --output or standard output. */
gboolean
tq_command_paper (TqCli *cli, int argc, char **argv, GError **error)
{
  gint64 of_case = 0;
  g_auto (PaperOptions) o = { 0 };
  g_autofree char *names = g_strjoinv (", ", (char **) (guintptr) tq_papers_get_names ());
  g_autofree char *summary = g_strdup_printf (_ ("Prints a paper of the road as PDF: %s."), names);
  if (!parse (&argc,
              &argv,
              &o,
              _ ("NAME"),
              summary,
              "tequio-cli --book cafe.tequio --output notice.pdf assembly paper notice",
              error))
    return FALSE;
  if (cli->out == stdout && isatty (STDOUT_FILENO)) {
    g_set_error_literal (error,
                         G_OPTION_ERROR,
                         G_OPTION_ERROR_FAILED,
                         _ ("Say where the paper goes: --output FILE.pdf"));
    return FALSE;
  }
  g_autoptr (TqBook) book = tq_session_open (cli, TQ_STORE_READ, error);
  if (book == NULL || !tq_road_find_case (book, o.of_case, &of_case, error))
    return FALSE;
  const TqPaperOrder order = get_order (&o, argv[1]);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();
  return tq_papers_write_pdf (book, of_case, &order, memory, error) &&
         write_bytes (cli, memory, error);
}

/* "assembly papers FOLDER": every paper there is by now. */
gboolean
tq_command_papers (TqCli *cli, int argc, char **argv, GError **error)
{
  gint64 of_case = 0;
  guint count = 0;
  g_auto (PaperOptions) o = { 0 };
  if (!parse (&argc,
              &argv,
              &o,
              _ ("FOLDER"),
              _ ("Writes every paper of a case into a folder, as PDF."),
              "tequio-cli --book cafe.tequio assembly papers papers",
              error))
    return FALSE;
  g_autoptr (TqBook) book = tq_session_open (cli, TQ_STORE_READ, error);
  const TqPaperOrder order = get_order (&o, NULL);
  if (book == NULL || !tq_road_find_case (book, o.of_case, &of_case, error) ||
      !tq_papers_write_all (book, of_case, &order, argv[1], &count, error))
    return FALSE;
  (void)
    fprintf (cli->out, ngettext_ ("%u paper in %s\n", "%u papers in %s\n", count), count, argv[1]);
  return TRUE;
}
