/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The practice book: a story that is really lived, step by step. A story is a text file whose lines
 * are commands of this program, as a person would type them; it is read aloud by its ## lines, and
 * anybody can type it again. @BOOK is the file of the new book and @LAST the number that the step
 * before gave. A story that stops half-way leaves no book. */
#include "base/error.h"
#include "base/i18n.h"
#include "cli/book-commands.h"
#include "cli/session.h"

#include <errno.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  TqCli *cli;
  const char *book;
  char *last; /* the number in the last step's output */
} Story;

/* The first number in "posted 120" or "notice 130 closed -> convoked" (transfer full). */
static char *
dup_number (const char *output)
{
  const char *digits = strpbrk (output, "0123456789");
  return digits != NULL ? g_strndup (digits, strspn (digits, "0123456789")) : NULL;
}

static char *
replace_words (const char *line, const Story *story)
{
  g_autoptr (GString) text = g_string_new (line);
  g_autofree char *book = g_shell_quote (story->book);
  g_string_replace (text, "@BOOK", book, 0);
  g_string_replace (text, "@LAST", story->last != NULL ? story->last : "0", 0);
  return g_strdup (text->str);
}

static gboolean
run_step (Story *story, const char *line, GError **error)
{
  int argc = 0;
  size_t size = 0;
  char *output = NULL;
  g_auto (GStrv) argv = NULL;
  g_autofree char *text = replace_words (line, story);
  if (!g_shell_parse_argv (text, &argc, &argv, error))
    return FALSE;
  const TqCommand *command = tq_cli_find_command (argv[0]);
  if (command == NULL) {
    g_set_error (error, TQ_ERROR, TQ_ERROR_FORMAT, _ ("“%s” is not a command."), argv[0]);
    return FALSE;
  }
  TqCli step = *story->cli;
  step.book_path = story->book;
  step.out = open_memstream (&output, &size);
  if (step.out == NULL) {
    g_set_error_literal (error, TQ_ERROR, TQ_ERROR_STORE, g_strerror (errno));
    return FALSE;
  }
  g_autofree char **arguments = g_memdup2 (argv, sizeof (char *) * (gsize) (argc + 1));
  const gboolean ran = command->run (&step, argc, arguments, error);
  const gboolean done = fclose (step.out) == 0 && ran;
  char *number = done ? dup_number (output) : NULL;
  if (number != NULL) {
    g_free (story->last);
    story->last = number;
  }
  free (output);
  return done;
}

static gboolean
run_story (Story *story, const char *path, GError **error)
{
  g_autofree char *text = NULL;
  if (!g_file_get_contents (path, &text, NULL, error))
    return FALSE;
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    if (g_str_has_prefix (lines[i], "## ") && !story->cli->quiet)
      (void) fprintf (story->cli->out, "%s\n", lines[i] + 3);
    if (*lines[i] == '#' || *g_strstrip (lines[i]) == '\0')
      continue;
    if (!run_step (story, lines[i], error)) {
      g_prefix_error (error, "%s:%u: ", path, i + 1);
      return FALSE;
    }
  }
  return TRUE;
}

gboolean
tq_command_demo (TqCli *cli, int argc, char **argv, GError **error)
{
  g_autofree char *name = NULL, *language = NULL;
  const GOptionEntry entries[] = {
    TQ_CLI_TEXT ("story", &name, N_ ("which story, if not the harvest"), N_ ("NAME")),
    TQ_CLI_TEXT ("language", &language, N_ ("language of the story: en, es"), N_ ("LANGUAGE")),
    { NULL },
  };
  if (!tq_cli_parse (&argc,
                     &argv,
                     entries,
                     _ ("FILE"),
                     _ ("Makes a practice book by living a whole harvest in it."),
                     "tequio-cli demo practice.tequio",
                     error) ||
      !tq_session_require (argc == 2 ? argv[1] : NULL, _ ("FILE"), error))
    return FALSE;
  if (g_file_test (argv[1], G_FILE_TEST_EXISTS)) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_CONFLICT,
                 _ ("There is a file “%s” already. Choose another name."),
                 argv[1]);
    return FALSE;
  }
  g_autofree char *file =
    g_strdup_printf ("%s-%s",
                     name != NULL ? name : "harvest",
                     language != NULL ? language : tq_session_get_language ());
  g_autofree char *path = tq_session_find_data ("examples", file, "steps", error);
  Story story = { cli, argv[1], NULL };
  const gboolean done = path != NULL && run_story (&story, path, error);
  g_free (story.last);
  if (!done)
    g_unlink (argv[1]);
  return done;
}
