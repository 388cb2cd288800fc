/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "base/error.h"
#include "base/i18n.h"
#include "cli/road-act.h"
#include "cli/road-commands.h"
#include "cli/session.h"
#include "cli/table.h"
#include "service/road-view.h"

static gboolean
open_case (TqCli *cli, int argc, char **argv, GError **error)
{
  TqDay day;
  gint64 event = 0;
  TqCaseDraft draft = { .kind = TQ_CASE_SURPLUS };
  g_autofree char *kind = NULL, *title = NULL, *from = NULL, *to = NULL, *date = NULL;
  const GOptionEntry entries[] = {
    { "kind",
      0,
      0,
      G_OPTION_ARG_STRING,
      &kind,
      N_ ("surplus, loss, rules, office, loan, investment or other"),
      N_ ("KIND") },
    { "title", 0, 0, G_OPTION_ARG_STRING, &title, N_ ("what is to be decided"), N_ ("TEXT") },
    { "from", 0, 0, G_OPTION_ARG_STRING, &from, N_ ("first day of the period"), N_ ("DATE") },
    { "to", 0, 0, G_OPTION_ARG_STRING, &to, N_ ("last day of the period"), N_ ("DATE") },
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, N_ ("day of the act"), N_ ("DATE") },
    { NULL },
  };
  if (
    !tq_cli_parse (
      &argc,
      &argv,
      entries,
      NULL,
      _ ("Opens a case: a period whose surplus is to be decided on, or another matter."),
      "tequio-cli --book cafe.tequio assembly open --title \"Harvest 2027\" --from 2026-11-01 --to 2027-03-31",
      error) ||
    !tq_session_require (title, "--title", error) ||
    !tq_session_parse_day (date, tq_session_today (), &day, error) ||
    !tq_session_parse_day (from, day, &draft.starts, error) ||
    !tq_session_parse_day (to, day, &draft.through, error))
    return FALSE;
  if (kind != NULL && !tq_case_kind_find (kind, &draft.kind)) {
    g_set_error (error,
                 G_OPTION_ERROR,
                 G_OPTION_ERROR_BAD_VALUE,
                 _ ("“%s” is not a kind of case."),
                 kind);
    return FALSE;
  }
  draft.title = title;
  g_autoptr (TqBook) book = tq_session_open (cli, TQ_STORE_WRITE, error);
  if (book == NULL || !tq_road_open_case (book, day, &draft, &event, error))
    return FALSE;
  (void) fprintf (cli->out, "case %" PRId64 "\n", event);
  return TRUE;
}

typedef TqTable *(*TableBuilder) (TqBook *book, gint64 of_case, GError **error);

/* Prints a table about one case. */
static gboolean
print_case_table (TqCli *cli,
                  int argc,
                  char **argv,
                  TableBuilder build,
                  const char *summary,
                  GError **error)
{
  gint64 found = 0;
  g_autofree char *of_case = NULL;
  g_autofree char *example = g_strdup_printf ("tequio-cli --book cafe.tequio %s", argv[0]);
  const GOptionEntry entries[] = {
    { "case",
      0,
      0,
      G_OPTION_ARG_STRING,
      &of_case,
      N_ ("number of the case, where several are under way"),
      N_ ("NUMBER") },
    { NULL },
  };
  if (!tq_cli_parse (&argc, &argv, entries, NULL, summary, example, error))
    return FALSE;
  g_autoptr (TqBook) book = tq_session_open (cli, TQ_STORE_READ, error);
  if (book == NULL || !tq_road_find_case (book, of_case, &found, error))
    return FALSE;
  g_autoptr (TqTable) table = build (book, found, error);
  return table != NULL && tq_cli_write_table (cli, table, error);
}

static gboolean
list_cases (TqCli *cli, int argc, char **argv, GError **error)
{
  if (!tq_cli_parse (&argc,
                     &argv,
                     NULL,
                     NULL,
                     _ ("Lists the cases and where they stand."),
                     "tequio-cli --book cafe.tequio assembly list",
                     error))
    return FALSE;
  g_autoptr (TqBook) book = tq_session_open (cli, TQ_STORE_READ, error);
  g_autoptr (TqTable) table = book != NULL ? tq_road_view_build_cases (book, error) : NULL;
  return table != NULL && tq_cli_write_table (cli, table, error);
}

static gboolean
list_waiting (TqCli *cli, int argc, char **argv, GError **error)
{
  return print_case_table (cli,
                           argc,
                           argv,
                           tq_road_view_build_agenda,
                           _ ("Lists what waits for the next assembly."),
                           error);
}

static gboolean
show_case (TqCli *cli, int argc, char **argv, GError **error)
{
  gint64 found = 0;
  g_autofree char *of_case = NULL;
  const GOptionEntry entries[] = {
    { "case",
      0,
      0,
      G_OPTION_ARG_STRING,
      &of_case,
      N_ ("number of the case, where several are under way"),
      N_ ("NUMBER") },
    { NULL },
  };
  if (!tq_cli_parse (&argc,
                     &argv,
                     entries,
                     NULL,
                     _ ("Shows a case: its steps, where it stands, what is possible now."),
                     "tequio-cli --book cafe.tequio --format json assembly show",
                     error))
    return FALSE;
  g_autoptr (TqBook) book = tq_session_open (cli, TQ_STORE_READ, error);
  if (book == NULL || !tq_road_find_case (book, of_case, &found, error))
    return FALSE;
  if (cli->format == TQ_FORMAT_JSON) {
    g_autofree char *json = tq_road_view_dup_json (book, found, error);
    if (json != NULL)
      (void) fputs (json, cli->out);
    return json != NULL;
  }
  g_autoptr (TqTable) table = tq_road_view_build_steps (book, found, error);
  if (table == NULL || !tq_cli_write_table (cli, table, error))
    return FALSE;
  g_autofree char *state =
    cli->format == TQ_FORMAT_TEXT ? tq_road_view_dup_state (book, found, error) : g_strdup ("");
  if (state != NULL)
    (void) fputs (state, cli->out);
  return state != NULL;
}

gboolean
tq_command_assembly (TqCli *cli, int argc, char **argv, GError **error)
{
  static const TqRoadVerb acts[] = {
    { "count", TQ_DO_COUNT, FALSE },
    { "close", TQ_DO_CLOSE, FALSE },
    { "review", TQ_DO_REVIEW, FALSE },
    { "convene", TQ_DO_NOTICE, FALSE },
    { "roll", TQ_DO_ROLL, FALSE },
    { "read", TQ_DO_READ, FALSE },
    { "question", TQ_DO_QUESTION, FALSE },
    { "accounts", TQ_DO_ACCOUNTS, FALSE },
    { "talk-here", TQ_DO_TALK_HERE, FALSE },
    { "consult", TQ_DO_ROUND, FALSE },
    { "gather", TQ_DO_GATHER, FALSE },
    { "not-heard", TQ_DO_NOT_HEARD, FALSE },
    { "keep-talking", TQ_DO_KEEP_TALKING, FALSE },
    { "put-off", TQ_DO_PUT_OFF, FALSE },
    { "minutes", TQ_DO_MINUTES, FALSE },
    { "report", TQ_DO_REPORT, FALSE },
    { "more-time", TQ_DO_MORE_TIME, FALSE },
    { "finish", TQ_DO_FINISH, FALSE },
    { "reopen", TQ_DO_REOPEN, FALSE },
    { "pause", TQ_DO_PAUSE, FALSE },
    { "resume", TQ_DO_RESUME, FALSE },
    { "recall", TQ_DO_RECALL, FALSE },
    { "request", TQ_DO_AGENDA, FALSE },
    { "link", TQ_DO_LINK, FALSE },
    { NULL, TQ_DO_COUNT, FALSE },
  };
  static const TqCommand others[] = {
    { "open", N_ ("open a case"), open_case },
    { "list", N_ ("list the cases"), list_cases },
    { "show", N_ ("show a case and what is possible now"), show_case },
    { "agenda", N_ ("list what waits for the next assembly"), list_waiting },
    { "paper", N_ ("print a paper of the road"), tq_command_paper },
    { "papers", N_ ("print every paper of the road"), tq_command_papers },
    { NULL, NULL, NULL },
  };
  return tq_road_act_dispatch (cli, argc, argv, acts, others, error);
}

static gboolean
list_proposals (TqCli *cli, int argc, char **argv, GError **error)
{
  return print_case_table (cli,
                           argc,
                           argv,
                           tq_road_view_build_proposals,
                           _ ("Lists the proposals in the order in which they were spoken."),
                           error);
}

static gboolean
show_shares (TqCli *cli, int argc, char **argv, GError **error)
{
  return print_case_table (cli,
                           argc,
                           argv,
                           tq_road_view_build_shares,
                           _ ("Shows what every proposal would mean for every family."),
                           error);
}

gboolean
tq_command_proposal (TqCli *cli, int argc, char **argv, GError **error)
{
  static const TqRoadVerb acts[] = {
    { "add", TQ_DO_PROPOSE, FALSE },
    { "withdraw", TQ_DO_WITHDRAW, FALSE },
    { NULL, TQ_DO_COUNT, FALSE },
  };
  static const TqCommand others[] = {
    { "list", N_ ("list the proposals"), list_proposals },
    { "shares", N_ ("show what they would mean for every family"), show_shares },
    { NULL, NULL, NULL },
  };
  return tq_road_act_dispatch (cli, argc, argv, acts, others, error);
}

static gboolean
list_words (TqCli *cli, int argc, char **argv, GError **error)
{
  return print_case_table (cli,
                           argc,
                           argv,
                           tq_road_view_build_words,
                           _ ("Lists the words of the groups, and who was not heard yet."),
                           error);
}

gboolean
tq_command_word (TqCli *cli, int argc, char **argv, GError **error)
{
  static const TqRoadVerb acts[] = {
    { "add", TQ_DO_WORD, FALSE },      { "position", TQ_DO_POSITION, FALSE },
    { "object", TQ_DO_OBJECT, FALSE }, { "answer", TQ_DO_ANSWER, FALSE },
    { NULL, TQ_DO_COUNT, FALSE },
  };
  static const TqCommand others[] = {
    { "list", N_ ("list the words of the groups"), list_words },
    { NULL, NULL, NULL },
  };
  return tq_road_act_dispatch (cli, argc, argv, acts, others, error);
}

static gboolean
show_execution (TqCli *cli, int argc, char **argv, GError **error)
{
  return print_case_table (cli,
                           argc,
                           argv,
                           tq_road_view_build_execution,
                           _ ("Shows every line of the decision: agreed, spent, difference."),
                           error);
}

gboolean
tq_command_decision (TqCli *cli, int argc, char **argv, GError **error)
{
  static const TqRoadVerb acts[] = {
    { "agree", TQ_DO_AGREE, FALSE },    { "vote", TQ_DO_VOTE, FALSE },
    { "record", TQ_DO_DECIDE, FALSE },  { "carry-out", TQ_DO_PAY, FALSE },
    { "pay-outside", TQ_DO_PAY, TRUE }, { NULL, TQ_DO_COUNT, FALSE },
  };
  static const TqCommand others[] = {
    { "show", N_ ("show how every line stands"), show_execution },
    { NULL, NULL, NULL },
  };
  return tq_road_act_dispatch (cli, argc, argv, acts, others, error);
}

gboolean
tq_command_mandate (TqCli *cli, int argc, char **argv, GError **error)
{
  static const TqRoadVerb acts[] = {
    { "give", TQ_DO_MANDATE, FALSE }, { "accept", TQ_DO_ACCEPT, FALSE },
    { "block", TQ_DO_BLOCK, FALSE },  { "unblock", TQ_DO_UNBLOCK, FALSE },
    { NULL, TQ_DO_COUNT, FALSE },
  };
  static const TqCommand others[] = {
    { NULL, NULL, NULL },
  };
  return tq_road_act_dispatch (cli, argc, argv, acts, others, error);
}
