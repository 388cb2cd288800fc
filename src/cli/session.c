/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "cli/session.h"

#include "base/error.h"
#include "base/i18n.h"

#include <signal.h>
#include <string.h>
#include <unistd.h>

static volatile sig_atomic_t interrupted;

static void
interrupted_cb (int number)
{
  interrupted = 1;
}

/* Who acts: the option --as, else the name of the person at the machine. */
const char *
tq_session_get_actor (TqCli *cli)
{
  if (cli->actor != NULL && *cli->actor != '\0')
    return cli->actor;
  const char *real = g_get_real_name ();
  return real != NULL && *real != '\0' && strcmp (real, "Unknown") != 0 ? real : g_get_user_name ();
}

/* The language of the interface, of those that books and stories come in. */
const char *
tq_session_get_language (void)
{
  const char *const *names = g_get_language_names ();
  return g_str_has_prefix (names[0], "es") ? "es" : "en";
}

gint64
tq_session_now (void)
{
  return g_get_real_time () / G_USEC_PER_SEC;
}

/* The day on the clock of this machine, in its own zone. */
TqDay
tq_session_today (void)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  return tq_day_from_date (g_date_time_get_year (now),
                           g_date_time_get_month (now),
                           g_date_time_get_day_of_month (now));
}

/* Opens the book that --book or TEQUIO_BOOK names (transfer full); on a failure the exit code says
 * that it cannot be read. */
TqBook *
tq_session_open (TqCli *cli, TqStoreMode mode, GError **error)
{
  if (cli->book_path == NULL) {
    g_set_error_literal (
      error,
      G_OPTION_ERROR,
      G_OPTION_ERROR_FAILED,
      _ ("Say which book: --book FILE, or the environment variable TEQUIO_BOOK."));
    return NULL;
  }
  cli->no_book = TRUE;
  TqBook *book =
    tq_book_open (cli->book_path, mode, tq_session_get_actor (cli), tq_session_now, error);
  cli->no_book = book == NULL;
  return book;
}

/* Reads a day; *fallback* where *text* is NULL. */
gboolean
tq_session_parse_day (const char *text, TqDay fallback, TqDay *out_day, GError **error)
{
  if (text != NULL)
    return tq_day_parse (text, out_day, error);
  *out_day = fallback;
  return TRUE;
}

/* Raises a usage fault where an option that is needed was not given. */
gboolean
tq_session_require (const char *value, const char *option, GError **error)
{
  if (value != NULL)
    return TRUE;
  g_set_error (error,
               G_OPTION_ERROR,
               G_OPTION_ERROR_FAILED,
               _ ("The option %s is needed. --help shows an example."),
               option);
  return FALSE;
}

/* Runs the verb that argv[1] names, for example "add" of "account add". */
gboolean
tq_session_dispatch (TqCli *cli,
                     int argc,
                     char **argv,
                     const TqCommand *verbs,
                     gsize n_verbs,
                     GError **error)
{
  const gboolean help =
    argc > 1 && (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0);
  for (gsize i = 0; argc > 1 && i < n_verbs; i++) {
    if (strcmp (argv[1], verbs[i].name) != 0)
      continue;
    g_autofree char *name = g_strdup_printf ("%s %s", argv[0], argv[1]);
    g_autofree char **rest = g_memdup2 (argv + 1, sizeof (char *) * (gsize) argc);
    rest[0] = name;
    return verbs[i].run (cli, argc - 1, rest, error);
  }
  if (help) {
    (void) fprintf (cli->out, _ ("Usage: tequio-cli %s VERB …\n\nVerbs:\n"), argv[0]);
    for (gsize i = 0; i < n_verbs; i++)
      (void) fprintf (cli->out, "  %-14s %s\n", verbs[i].name, _ (verbs[i].summary));
    return TRUE;
  }
  g_set_error (error,
               G_OPTION_ERROR,
               G_OPTION_ERROR_FAILED,
               _ ("Say what to do: “tequio-cli %s --help” lists the verbs."),
               argv[0]);
  return FALSE;
}

/* The path of a file that comes with the program (transfer full): data/FOLDER/NAME.SUFFIX in
 * TEQUIO_DATADIR or where it is installed. A name with a slash is a path of the person's own. */
char *
tq_session_find_data (const char *folder, const char *name, const char *suffix, GError **error)
{
  if (strchr (name, G_DIR_SEPARATOR) != NULL)
    return g_strdup (name);
  const char *override = g_getenv ("TEQUIO_DATADIR");
  g_autofree char *file = g_strdup_printf ("%s.%s", name, suffix);
  g_autofree char *path =
    g_build_filename (override != NULL ? override : TQ_DATADIR, folder, file, NULL);
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR)) {
    g_autofree char *beside = g_build_filename (TQ_SOURCE_DATADIR, folder, file, NULL);
    if (g_file_test (beside, G_FILE_TEST_IS_REGULAR))
      return g_steal_pointer (&beside);
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_NOT_FOUND,
                 _ ("“%s” does not come with the program (looked at %s)."),
                 name,
                 path);
    return NULL;
  }
  return g_steal_pointer (&path);
}

/* A progress function: a line on a terminal's standard error, none elsewhere; stops on Ctrl-C. */
gboolean
tq_session_progress (gint64 done, gint64 total, gpointer user_data)
{
  TqCli *cli = user_data;
  if (!cli->watching) {
    (void) signal (SIGINT, interrupted_cb);
    cli->watching = TRUE;
  }
  if (!cli->quiet && isatty (STDERR_FILENO))
    g_printerr ("\r%" PRId64 " / %" PRId64 "%s", done, total, done == total ? "\n" : "");
  return interrupted == 0;
}
