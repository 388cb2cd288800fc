/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include <glib.h>
#include <stdio.h>

G_BEGIN_DECLS

typedef enum {
  TQ_FORMAT_TEXT,
  TQ_FORMAT_CSV,
  TQ_FORMAT_JSON,
} TqFormat;

/* What the global options said. A command writes its result to *out* and nothing else there;
 * on a failure what it wrote to --output is thrown away. */
typedef struct {
  const char *book_path; /* (nullable) */
  const char *actor;     /* (nullable) who acts, from --as */
  TqFormat format;
  gboolean format_given;
  gboolean quiet;
  gboolean no_book;  /* the book could not be opened: exit 4 */
  gboolean watching; /* Ctrl-C is looked at */
  FILE *out;
} TqCli;

/* A command: argv[0] is its name. Raises G_OPTION_ERROR for a usage fault (exit 2). */
typedef gboolean (*TqCommandFunc) (TqCli *cli, int argc, char **argv, GError **error);

typedef struct {
  const char *name;
  const char *summary; /* one line, marked for translation */
  TqCommandFunc run;
} TqCommand;

/* An option that takes a text, on one line of a table. */
#define TQ_CLI_TEXT(name, target, help, value)                                                     \
  {                                                                                                \
    (name), 0, 0, G_OPTION_ARG_STRING, (target), (help), (value)                                   \
  }

gboolean tq_cli_parse (int *argc,
                       char ***argv,
                       const GOptionEntry *entries,
                       const char *usage,
                       const char *summary,
                       const char *example,
                       GError **error) G_GNUC_WARN_UNUSED_RESULT;
const TqCommand *tq_cli_find_command (const char *name);
int tq_cli_run (int argc, char **argv);

gboolean tq_command_allocate (TqCli *cli, int argc, char **argv, GError **error);
gboolean tq_command_check_ballots (TqCli *cli, int argc, char **argv, GError **error);
gboolean tq_command_tally (TqCli *cli, int argc, char **argv, GError **error);

G_END_DECLS
