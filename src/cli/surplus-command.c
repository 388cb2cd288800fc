/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "base/error.h"
#include "base/i18n.h"
#include "base/money.h"
#include "cli/road-commands.h"
#include "cli/session.h"
#include "cli/table.h"
#include "service/ledger.h"
#include "service/road.h"
#include "service/surplus.h"

/* The options of "surplus rule". */
typedef struct {
  char *code;
  char *label;
  char *kind;
  char *rate;
  char *amount;
  char *ceiling;
  char *role;
  char *reference;
  char *date;
  int position;
  gboolean of_rest;
  gboolean mandatory;
  gboolean round_down;
} RuleOptions;

static void
rule_options_clear (RuleOptions *o)
{
  g_free (o->code);
  g_free (o->label);
  g_free (o->kind);
  g_free (o->rate);
  g_free (o->amount);
  g_free (o->ceiling);
  g_free (o->role);
  g_free (o->reference);
  g_free (o->date);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RuleOptions, rule_options_clear)

static gboolean
parse_rule (int argc, char **argv, RuleOptions *o, GError **error)
{
  const GOptionEntry entries[] = {
    TQ_CLI_TEXT ("code", &o->code, N_ ("short name, the same for a new version"), N_ ("CODE")),
    TQ_CLI_TEXT ("label", &o->label, N_ ("what it is, in words"), N_ ("TEXT")),
    TQ_CLI_TEXT ("kind", &o->kind, N_ ("percent, fixed, rest or ended"), N_ ("KIND")),
    TQ_CLI_TEXT ("rate", &o->rate, N_ ("part of the result, for example 10/100"), N_ ("RATIO")),
    TQ_CLI_TEXT ("amount", &o->amount, N_ ("amount of a fixed rule"), N_ ("AMOUNT")),
    TQ_CLI_TEXT ("ceiling", &o->ceiling, N_ ("the fund grows no further than this"), N_ ("AMOUNT")),
    TQ_CLI_TEXT ("fund", &o->role, N_ ("role of the account that takes it"), N_ ("ROLE")),
    TQ_CLI_TEXT ("reference", &o->reference, N_ ("the law or agreement that says so"), N_ ("TEXT")),
    { "position",
      0,
      0,
      G_OPTION_ARG_INT,
      &o->position,
      N_ ("place in the order, from 1"),
      N_ ("NUMBER") },
    { "of-rest",
      0,
      0,
      G_OPTION_ARG_NONE,
      &o->of_rest,
      N_ ("of what the rules before it left"),
      NULL },
    { "mandatory", 0, 0, G_OPTION_ARG_NONE, &o->mandatory, N_ ("the law asks for it"), NULL },
    { "round-down",
      0,
      0,
      G_OPTION_ARG_NONE,
      &o->round_down,
      N_ ("a maximum: parts of the smallest unit are cut"),
      NULL },
    TQ_CLI_TEXT ("date", &o->date, N_ ("first day on which it holds"), N_ ("DATE")),
    { NULL },
  };
  return tq_cli_parse (
           &argc,
           &argv,
           entries,
           NULL,
           _ ("Sets a rule by which part of the surplus goes to a fund."),
           "tequio-cli --book cafe.tequio surplus rule --code reserve --kind percent --rate 10/100 --fund reserve --position 1",
           error) &&
         tq_session_require (o->code, "--code", error) &&
         tq_session_require (o->kind, "--kind", error) &&
         tq_session_require (o->role, "--fund", error);
}

static gboolean
parse_amount (TqBook *book, const char *text, gint64 *out_minor, GError **error)
{
  if (text == NULL)
    return TRUE;
  g_autoptr (TqCommodity) currency =
    tq_commodity_load (tq_book_get_store (book), tq_book_get_cooperative (book)->currency, error);
  return currency != NULL && tq_money_parse (text, currency->digits, out_minor, error);
}

static gboolean
set_rule (TqCli *cli, int argc, char **argv, GError **error)
{
  gint64 event = 0;
  TqFundRule draft = { 0 };
  g_auto (RuleOptions) o = { .position = 1 };
  if (!parse_rule (argc, argv, &o, error) || !tq_surplus_parse_kind (o.kind, &draft.kind, error) ||
      !tq_session_parse_day (o.date, tq_session_today (), &draft.valid_from, error))
    return FALSE;
  g_autoptr (TqBook) book = tq_session_open (cli, TQ_STORE_WRITE, error);
  if (book == NULL || !parse_amount (book, o.amount, &draft.amount_minor, error) ||
      !parse_amount (book, o.ceiling, &draft.ceiling_minor, error))
    return FALSE;
  draft.code = o.code;
  draft.position = o.position;
  draft.label = o.label != NULL ? o.label : o.code;
  draft.base = o.of_rest ? TQ_FUND_OF_REST : TQ_FUND_OF_RESULT;
  draft.rate = o.rate != NULL ? o.rate : "0";
  draft.rounding = o.round_down ? TQ_ROUND_FLOOR : TQ_ROUND_CEIL;
  draft.role = o.role;
  draft.mandatory = o.mandatory ? 1 : 0;
  draft.reference = o.reference != NULL ? o.reference : "";
  if (!tq_surplus_add_rule (book, draft.valid_from, &draft, &event, error))
    return FALSE;
  (void) fprintf (cli->out, "rule %" PRId64 "\n", event);
  return TRUE;
}

static gboolean
list_rules (TqCli *cli, int argc, char **argv, GError **error)
{
  TqDay day;
  g_autofree char *date = NULL;
  const GOptionEntry entries[] = {
    TQ_CLI_TEXT ("date", &date, N_ ("as they are on this day"), N_ ("DATE")),
    { NULL },
  };
  if (!tq_cli_parse (&argc,
                     &argv,
                     entries,
                     NULL,
                     _ ("Lists the rules of the surplus in their order."),
                     "tequio-cli --book cafe.tequio surplus rules",
                     error) ||
      !tq_session_parse_day (date, tq_session_today (), &day, error))
    return FALSE;
  g_autoptr (TqBook) book = tq_session_open (cli, TQ_STORE_READ, error);
  g_autoptr (TqTable) table = book != NULL ? tq_surplus_build_rules (book, day, error) : NULL;
  return table != NULL && tq_cli_write_table (cli, table, error);
}

static gboolean
show_chain (TqCli *cli, int argc, char **argv, GError **error)
{
  gint64 found = 0;
  g_autofree char *of_case = NULL;
  const GOptionEntry entries[] = {
    TQ_CLI_TEXT ("case",
                 &of_case,
                 N_ ("number of the case, where several are under way"),
                 N_ ("NUMBER")),
    { NULL },
  };
  if (!tq_cli_parse (&argc,
                     &argv,
                     entries,
                     NULL,
                     _ ("Shows the chain from the result to what the assembly decides on."),
                     "tequio-cli --book cafe.tequio surplus show",
                     error))
    return FALSE;
  g_autoptr (TqBook) book = tq_session_open (cli, TQ_STORE_READ, error);
  if (book == NULL || !tq_road_find_case (book, of_case, &found, error))
    return FALSE;
  g_autoptr (TqTable) table = tq_surplus_build_chain (book, found, error);
  return table != NULL && tq_cli_write_table (cli, table, error);
}

static gboolean
close_result (TqCli *cli, int argc, char **argv, GError **error)
{
  TqDay through;
  gint64 event = 0;
  g_autofree char *through_text = NULL;
  const GOptionEntry entries[] = {
    TQ_CLI_TEXT ("through", &through_text, N_ ("last day of the period"), N_ ("DATE")),
    { NULL },
  };
  if (!tq_cli_parse (&argc,
                     &argv,
                     entries,
                     NULL,
                     _ ("Carries income and expenses to the result, in one closing entry."),
                     "tequio-cli --book cafe.tequio surplus close --through 2027-03-31",
                     error) ||
      !tq_session_require (through_text, "--through", error) ||
      !tq_day_parse (through_text, &through, error))
    return FALSE;
  g_autoptr (TqBook) book = tq_session_open (cli, TQ_STORE_WRITE, error);
  if (book == NULL || !tq_ledger_close_result (book, through, &event, error))
    return FALSE;
  (void) fprintf (cli->out, "posted %" PRId64 "\n", event);
  return TRUE;
}

gboolean
tq_command_surplus (TqCli *cli, int argc, char **argv, GError **error)
{
  static const TqCommand verbs[] = {
    { "show", N_ ("the chain from the result to what is decided on"), show_chain },
    { "rules", N_ ("list the rules"), list_rules },
    { "rule", N_ ("set a rule, or a new version of it"), set_rule },
    { "close", N_ ("carry income and expenses to the result"), close_result },
  };
  return tq_session_dispatch (cli, argc, argv, verbs, G_N_ELEMENTS (verbs), error);
}
