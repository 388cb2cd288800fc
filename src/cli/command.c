/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "cli/command.h"

#include "base/error.h"
#include "base/i18n.h"
#include "cli/book-commands.h"
#include "cli/exchange-commands.h"
#include "cli/people-commands.h"
#include "cli/road-commands.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

/* Every command, in the order in which the help lists them. */
static const TqCommand commands[] = {
  { "new", N_ ("make a new book"), tq_command_new },
  { "demo", N_ ("make a practice book by living a whole harvest in it"), tq_command_demo },
  { "info", N_ ("say what a book holds"), tq_command_info },
  { "verify", N_ ("replay the whole book and check every row"), tq_command_verify },
  { "seal", N_ ("close and seal a period"), tq_command_seal },
  { "backup", N_ ("write a verified copy"), tq_command_backup },
  { "setting",
    N_ ("list and set what the co-operative has decided for itself"),
    tq_command_setting },
  { "account", N_ ("list, add, edit and close accounts"), tq_command_account },
  { "entry", N_ ("add, list, show and reverse entries"), tq_command_entry },
  { "balance", N_ ("balances of accounts"), tq_command_balance },
  { "report", N_ ("print a report"), tq_command_report },
  { "family", N_ ("families: list, add, leave"), tq_command_family },
  { "person", N_ ("persons: list, add, leave"), tq_command_person },
  { "group", N_ ("barrios and communities: list, add"), tq_command_group },
  { "office", N_ ("offices: list, start, end"), tq_command_office },
  { "work", N_ ("work and deliveries: kinds, add, list, sum"), tq_command_work },
  { "import", N_ ("take a file of another program into the book"), tq_command_import },
  { "export", N_ ("write the whole book for another program"), tq_command_export },
  { "surplus",
    N_ ("rules of the surplus and the chain to what is decided on"),
    tq_command_surplus },
  { "assembly",
    N_ ("the road of a decision: open, convene, roll, accounts, report …"),
    tq_command_assembly },
  { "proposal", N_ ("proposals: add, list, what they mean for every family"), tq_command_proposal },
  { "word", N_ ("words of the groups, positions, objections and answers"), tq_command_word },
  { "decision", N_ ("agreement or vote, the decision, carrying it out"), tq_command_decision },
  { "mandate", N_ ("mandates: give, accept, block"), tq_command_mandate },
  { "tally", N_ ("count an election from a file"), tq_command_tally },
  { "allocate", N_ ("compute one surplus allocation from a file"), tq_command_allocate },
  { "check-ballots", N_ ("recount a published ballot file"), tq_command_check_ballots },
};

/* Exit codes are a contract: command-line scripts depend on them. */
enum {
  EXIT_DONE = 0,
  EXIT_REFUSED = 1,
  EXIT_USAGE = 2,
  EXIT_DAMAGED = 3,
  EXIT_NO_BOOK = 4,
};

typedef struct {
  char *book;
  char *format;
  char *output;
  char *actor;
  gboolean no_book;
  gboolean quiet;
  gboolean version;
} Globals;

static void
globals_clear (Globals *globals)
{
  g_free (globals->book);
  g_free (globals->format);
  g_free (globals->output);
  g_free (globals->actor);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Globals, globals_clear)

static int
exit_code_for (const GError *error, gboolean no_book)
{
  if (error->domain == G_OPTION_ERROR)
    return EXIT_USAGE;
  if (g_error_matches (error, TQ_ERROR, TQ_ERROR_CORRUPT))
    return EXIT_DAMAGED;
  if (no_book || g_error_matches (error, TQ_ERROR, TQ_ERROR_BUSY))
    return EXIT_NO_BOOK;
  return EXIT_REFUSED;
}

/* The command with this name; NULL for none. */
const TqCommand *
tq_cli_find_command (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    if (strcmp (commands[i].name, name) == 0)
      return &commands[i];
  return NULL;
}

/* Reads the options of one command; --help prints the purpose, the options and one example, and
 * ends the program. Raises G_OPTION_ERROR. *usage* names the arguments, for example "RULE FILE". */
gboolean
tq_cli_parse (int *argc,
              char ***argv,
              const GOptionEntry *entries,
              const char *usage,
              const char *summary,
              const char *example,
              GError **error)
{
  g_autofree char *name = g_strdup_printf ("tequio-cli %s", (*argv)[0]);
  g_autofree char *description = g_strdup_printf (_ ("Example:\n  %s"), example);
  g_autoptr (GOptionContext) context = g_option_context_new (usage);
  char *program = (*argv)[0];
  (*argv)[0] = name;
  g_set_prgname (name); /* what the help calls the program */
  g_option_context_set_translation_domain (context, GETTEXT_PACKAGE);
  g_option_context_set_summary (context, summary);
  g_option_context_set_description (context, description);
  if (entries != NULL)
    g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
  const gboolean parsed = g_option_context_parse (context, argc, argv, error);
  (*argv)[0] = program;
  return parsed;
}

static gboolean
parse_format (const char *name, TqCli *cli, GError **error)
{
  static const char *const names[] = { "text", "csv", "json" };
  for (guint i = 0; name != NULL && i < G_N_ELEMENTS (names); i++) {
    if (strcmp (name, names[i]) == 0) {
      cli->format = (TqFormat) i;
      cli->format_given = TRUE;
      return TRUE;
    }
  }
  if (name == NULL)
    return TRUE;
  g_set_error (error,
               G_OPTION_ERROR,
               G_OPTION_ERROR_BAD_VALUE,
               _ ("“%s” is not a format. Use text, csv or json."),
               name);
  return FALSE;
}

static void
print_commands (FILE *out)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    (void) fprintf (out, "  %-14s %s\n", commands[i].name, _ (commands[i].summary));
}

/* Options that stand anywhere before the command's own "--"; what is not known here is left for the
 * command. */
static gboolean
parse_globals (int *argc, char ***argv, Globals *globals, GError **error)
{
  const GOptionEntry entries[] = {
    { "book", 0, 0, G_OPTION_ARG_FILENAME, &globals->book, NULL, NULL },
    { "format", 0, 0, G_OPTION_ARG_STRING, &globals->format, NULL, NULL },
    { "output", 0, 0, G_OPTION_ARG_FILENAME, &globals->output, NULL, NULL },
    { "as", 0, 0, G_OPTION_ARG_STRING, &globals->actor, NULL, NULL },
    { "quiet", 'q', 0, G_OPTION_ARG_NONE, &globals->quiet, NULL, NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, &globals->version, NULL, NULL },
    { NULL },
  };
  g_autoptr (GOptionContext) context = g_option_context_new (NULL);
  g_option_context_set_help_enabled (context, FALSE);
  g_option_context_set_ignore_unknown_options (context, TRUE);
  g_option_context_add_main_entries (context, entries, NULL);
  return g_option_context_parse (context, argc, argv, error);
}

static void
print_help (void)
{
  (void) printf (_ (
    "Usage: tequio-cli [--book FILE] [--format text|csv|json] [--output FILE] [--as NAME] [--quiet] COMMAND …\n\n"
    "The books of a co-operative and the decision about its surplus, in one file.\n\nCommands:\n"));
  print_commands (stdout);
  (void) printf (_ (
    "\n“tequio-cli COMMAND --help” says what a command needs. Exit codes: 0 done; 1 cannot be done,\n"
    "the book is unchanged; 2 usage; 3 damage found; 4 the book is in use or cannot be read.\n"));
}

/* Runs the command with its output in *temporary*, which takes the place of *path* only when all
 * went well. */
static gboolean
run_to_file (const TqCommand *command,
             TqCli *cli,
             const char *path,
             int argc,
             char **argv,
             GError **error)
{
  g_autofree char *temporary = g_strdup_printf ("%s.part-%d", path, (int) getpid ());
  cli->out = fopen (temporary, "wbxe");
  if (cli->out == NULL) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_STORE,
                 _ ("Cannot write “%s”: %s."),
                 path,
                 g_strerror (errno));
    return FALSE;
  }
  gboolean done = command->run (cli, argc, argv, error);
  const gboolean written =
    fflush (cli->out) == 0 && ferror (cli->out) == 0 && fsync (fileno (cli->out)) == 0;
  const gboolean closed = fclose (cli->out) == 0;
  if (done && (!written || !closed || g_rename (temporary, path) != 0)) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_STORE,
                 _ ("Cannot write “%s”: %s."),
                 path,
                 g_strerror (errno));
    done = FALSE;
  }
  if (!done)
    g_unlink (temporary);
  return done;
}

static gboolean
run_command (Globals *globals, int argc, char **argv, GError **error)
{
  TqCli cli = { .book_path = globals->book != NULL ? globals->book : g_getenv ("TEQUIO_BOOK"),
                .quiet = globals->quiet,
                .actor = globals->actor,
                .out = stdout };
  const TqCommand *command = tq_cli_find_command (argv[1]);
  if (command == NULL) {
    g_set_error (error,
                 G_OPTION_ERROR,
                 G_OPTION_ERROR_FAILED,
                 _ ("There is no command “%s”. “tequio-cli --help” lists them."),
                 argv[1]);
    return FALSE;
  }
  if (!parse_format (globals->format, &cli, error))
    return FALSE;
  const gboolean done = globals->output != NULL
                          ? run_to_file (command, &cli, globals->output, argc - 1, argv + 1, error)
                          : command->run (&cli, argc - 1, argv + 1, error);
  globals->no_book = cli.no_book;
  if (!done)
    return FALSE;
  if (fflush (stdout) != 0 || ferror (stdout) != 0) {
    g_set_error_literal (error,
                         TQ_ERROR,
                         TQ_ERROR_STORE,
                         _ ("The result could not be written to the end."));
    return FALSE;
  }
  return TRUE;
}

/* The whole program: reads the global options, runs the command, prints one line for a failure and
 * returns the exit code. */
int
tq_cli_run (int argc, char **argv)
{
  g_auto (Globals) globals = { 0 };
  g_autoptr (GError) error = NULL;
  gboolean done = parse_globals (&argc, &argv, &globals, &error);
  if (done && globals.version) {
    (void) printf ("tequio-cli %s\n", TQ_VERSION);
    return EXIT_DONE;
  }
  if (done && (argc < 2 || strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0)) {
    print_help ();
    return argc < 2 ? EXIT_USAGE : EXIT_DONE;
  }
  done = done && run_command (&globals, argc, argv, &error);
  if (done)
    return EXIT_DONE;
  g_printerr ("tequio-cli: %s\n", error->message);
  return exit_code_for (error, globals.no_book);
}
