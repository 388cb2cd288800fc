/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "base/error.h"
#include "base/i18n.h"
#include "cli/command.h"
#include "service/calculator.h"

#define SEATS_MAX 500

/* What the options of "tally" said. */
typedef struct {
  char *ties;
  char *increment;
  int seats;
} Choices;

static void
choices_clear (Choices *choices)
{
  g_free (choices->ties);
  g_free (choices->increment);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Choices, choices_clear)

static gboolean
set_usage (const char *message, GError **error)
{
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, message);
  return FALSE;
}

static const char *
get_summary (void)
{
  return _ ("Counts an election from a file and prints the outcome with every step.\n\n"
            "Rules on .blt files: stv, irv, schulze, ranked_pairs, plurality, approval.\n"
            "Rules on ranked ballots in JSON: these and debian; on scores: score, star, dots too.\n"
            "Rule on a motion in JSON: motion.\n"
            "Rules on .pb files: greedy_votes, greedy_votes_per_cost, greedy_points,\n"
            "greedy_rank_points, mes_cost, mes_card, mes_points, mes_rank (each also with _add1,\n"
            "_add1_full, _add1u, _add1_full_u), phragmen, compare.\n"
            "Rules on one pot in JSON: mean, normalised_median, independent_markets, utilitarian,\n"
            "piecewise_uniform, ladder.\n\n"
            "The result is JSON; with --format text the steps for people.");
}

static gboolean
parse_choices (int *argc, char ***argv, Choices *choices, GError **error)
{
  const GOptionEntry entries[] = {
    { "ties",
      0,
      0,
      G_OPTION_ARG_STRING,
      &choices->ties,
      N_ ("how ties are broken"),
      N_ ("cheapest|id|lot:FILE") },
    { "seats", 0, 0, G_OPTION_ARG_INT, &choices->seats, N_ ("how many are elected"), N_ ("N") },
    { "increment",
      0,
      0,
      G_OPTION_ARG_STRING,
      &choices->increment,
      N_ ("step of Add1 in units of the currency"),
      N_ ("X") },
    { NULL },
  };
  choices->seats = -1;
  if (!tq_cli_parse (argc,
                     argv,
                     entries,
                     _ ("RULE FILE"),
                     get_summary (),
                     "tequio-cli tally schulze election.json --ties lot:lot.txt",
                     error))
    return FALSE;
  if (choices->seats == 0 || choices->seats < -1 || choices->seats > SEATS_MAX)
    return set_usage (_ ("--seats takes a whole number from 1 to 500."), error);
  return TRUE;
}

/* Prints the JSON, or the text where that was asked for. */
static gboolean
print_result (TqCli *cli, const GString *json, const GString *text)
{
  const GString *shown = text != NULL ? text : json;
  return fwrite (shown->str, 1, shown->len, cli->out) == shown->len;
}

static gboolean
set_not_written (GError **error)
{
  g_set_error_literal (error,
                       TQ_ERROR,
                       TQ_ERROR_STORE,
                       _ ("The result could not be written to the end."));
  return FALSE;
}

/* tally RULE FILE: counts an election from a file. */
gboolean
tq_command_tally (TqCli *cli, int argc, char **argv, GError **error)
{
  g_auto (Choices) choices = { 0 };
  if (!parse_choices (&argc, &argv, &choices, error))
    return FALSE;
  if (argc != 3)
    return set_usage (_ ("tally takes a rule and a file. “tequio-cli tally --help” says more."),
                      error);
  if (!tq_calculator_has_rule (argv[1])) {
    g_set_error (error,
                 G_OPTION_ERROR,
                 G_OPTION_ERROR_BAD_VALUE,
                 _ ("There is no rule “%s”. “tequio-cli tally --help” lists them."),
                 argv[1]);
    return FALSE;
  }
  const gboolean as_text = cli->format_given && cli->format == TQ_FORMAT_TEXT;
  if (cli->format_given && cli->format == TQ_FORMAT_CSV)
    return set_usage (_ ("A count is printed as json or text, not as csv."), error);
  const TqCalculatorOptions options = { choices.ties,
                                        choices.seats > 0 ? (guint) choices.seats : 0,
                                        choices.increment };
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (GString) text = as_text ? g_string_new (NULL) : NULL;
  if (!tq_calculator_tally (argv[1], argv[2], &options, json, text, error))
    return FALSE;
  return print_result (cli, json, text) || set_not_written (error);
}

static const char *
get_check_summary (void)
{
  return _ (
    "Counts a published ballot file again and compares the outcome with the published one.\n\n"
    "The file is one JSON object with “rule” (as in tally), “outcome” (what tally printed, or\n"
    "a part of it that says who won) and the ballots: the members that tally reads for the\n"
    "rule, such as “options” and “ballots”, or “pabulib” with the text of a .pb file.\n"
    "“ties” is “cheapest”, “id” or “lot”, and “lot” then lists all names in the order drawn;\n"
    "“increment” is the step of Add1.\n\n"
    "Where they differ the first difference is named, and the exit code is 3.");
}

/* check-ballots FILE: recounts a published ballot file. */
gboolean
tq_command_check_ballots (TqCli *cli, int argc, char **argv, GError **error)
{
  if (!tq_cli_parse (&argc,
                     &argv,
                     NULL,
                     _ ("FILE"),
                     get_check_summary (),
                     "tequio-cli check-ballots ballots-2027.json",
                     error))
    return FALSE;
  if (argc != 2)
    return set_usage (
      _ ("check-ballots takes one file. “tequio-cli check-ballots --help” says more."),
      error);
  if (cli->format_given && cli->format == TQ_FORMAT_CSV)
    return set_usage (_ ("A count is printed as json or text, not as csv."), error);
  const gboolean as_text = cli->format_given && cli->format == TQ_FORMAT_TEXT;
  g_autoptr (GString) json = g_string_new (NULL);
  g_autoptr (GString) text = as_text ? g_string_new (NULL) : NULL;
  if (!tq_calculator_check_ballots (argv[1], json, text, error))
    return FALSE;
  return print_result (cli, json, text) || set_not_written (error);
}
