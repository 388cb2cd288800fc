/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "base/error.h"
#include "base/i18n.h"
#include "cli/people-commands.h"
#include "cli/session.h"
#include "cli/table.h"
#include "service/people.h"

/* The key of a group by its code; 0 where none was given. */
static gboolean
find_group (TqBook *book, const char *code, gint64 *out_group, GError **error)
{
  *out_group = 0;
  if (code == NULL)
    return TRUE;
  g_autoptr (TqPartyGroup) group =
    tq_party_group_load_by_code (tq_book_get_store (book), code, error);
  if (group == NULL)
    return FALSE;
  *out_group = group->event;
  return TRUE;
}

static gboolean
find_party (TqBook *book, const char *code, gint64 *out_party, GError **error)
{
  *out_party = 0;
  if (code == NULL)
    return TRUE;
  g_autoptr (TqParty) party = tq_party_load_by_code (tq_book_get_store (book), code, error);
  if (party == NULL)
    return FALSE;
  *out_party = party->event;
  return TRUE;
}

static const char *
get_group_name (GPtrArray *groups, gint64 key)
{
  for (guint i = 0; i < groups->len; i++) {
    const TqPartyGroup *group = g_ptr_array_index (groups, i);
    if (group->event == key)
      return group->name;
  }
  return "";
}

static gboolean
list_parties (TqCli *cli, int argc, char **argv, TqPartyKind kind, GError **error)
{
  TqDay day;
  g_autofree char *date = NULL;
  const GOptionEntry entries[] = {
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, N_ ("members on this day"), N_ ("DATE") },
    { NULL },
  };
  if (!tq_cli_parse (&argc,
                     &argv,
                     entries,
                     NULL,
                     _ ("Lists the members."),
                     "tequio-cli --book cafe.tequio family list",
                     error) ||
      !tq_session_parse_day (date, TQ_DAY_MAX - 1, &day, error))
    return FALSE;
  g_autoptr (TqBook) book = tq_session_open (cli, TQ_STORE_READ, error);
  TqStore *store = book != NULL ? tq_book_get_store (book) : NULL;
  g_autoptr (GPtrArray) parties =
    store != NULL ? tq_party_load_all (store, kind, day, error) : NULL;
  g_autoptr (GPtrArray) groups = parties != NULL ? tq_party_group_load_all (store, error) : NULL;
  if (groups == NULL)
    return FALSE;
  g_autoptr (TqTable) table =
    tq_table_new (kind == TQ_PARTY_FAMILY ? "families" : "persons", _ ("Members"));
  tq_table_add_column (table, "code", _ ("Code"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "name", _ ("Name"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "group", _ ("Group"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "joined", _ ("Joined"), TQ_COLUMN_DATE, 0);
  for (guint i = 0; i < parties->len; i++) {
    const TqParty *party = g_ptr_array_index (parties, i);
    TqRow *row = tq_table_add_row (table, TQ_ROW_NORMAL, 0);
    tq_row_add_text (row, party->code);
    tq_row_add_text (row, party->name);
    tq_row_add_text (row, get_group_name (groups, party->group));
    tq_row_add_day (row, party->joined);
  }
  return tq_cli_write_table (cli, table, error);
}

static gboolean
add_party (TqCli *cli, int argc, char **argv, TqPartyKind kind, GError **error)
{
  gint64 event = 0;
  TqParty draft = { .kind = kind };
  g_autofree char *code = NULL, *name = NULL, *group = NULL, *family = NULL, *date = NULL;
  const GOptionEntry entries[] = {
    { "code", 0, 0, G_OPTION_ARG_STRING, &code, N_ ("short code, for example A1"), N_ ("CODE") },
    { "name", 0, 0, G_OPTION_ARG_STRING, &name, N_ ("name"), N_ ("NAME") },
    { "group",
      0,
      0,
      G_OPTION_ARG_STRING,
      &group,
      N_ ("code of the barrio or community"),
      N_ ("CODE") },
    { "family",
      0,
      0,
      G_OPTION_ARG_STRING,
      &family,
      N_ ("code of the family of a person"),
      N_ ("CODE") },
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, N_ ("day of joining"), N_ ("DATE") },
    { NULL },
  };
  if (
    !tq_cli_parse (
      &argc,
      &argv,
      entries,
      NULL,
      _ ("Adds a family or a person."),
      "tequio-cli --book cafe.tequio family add --code A1 --name \"Anselmo y Domitila\" --group Arriba",
      error) ||
    !tq_session_require (code, "--code", error) || !tq_session_require (name, "--name", error) ||
    !tq_session_parse_day (date, tq_session_today (), &draft.joined, error))
    return FALSE;
  g_autoptr (TqBook) book = tq_session_open (cli, TQ_STORE_WRITE, error);
  if (book == NULL || !find_group (book, group, &draft.group, error) ||
      !find_party (book, family, &draft.family, error))
    return FALSE;
  draft.code = code;
  draft.name = name;
  if (!tq_people_add_party (book, draft.joined, &draft, &event, error))
    return FALSE;
  (void) (void) (void)
    fprintf (cli->out, "%s %" PRId64 "\n", kind == TQ_PARTY_FAMILY ? "family" : "person", event);
  return TRUE;
}

static gboolean
leave (TqCli *cli, int argc, char **argv, GError **error)
{
  TqDay day;
  gint64 party = 0;
  g_autofree char *date = NULL, *reason = NULL;
  const GOptionEntry entries[] = {
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, N_ ("day of leaving"), N_ ("DATE") },
    { "reason", 0, 0, G_OPTION_ARG_STRING, &reason, N_ ("in their words"), N_ ("TEXT") },
    { NULL },
  };
  if (!tq_cli_parse (&argc,
                     &argv,
                     entries,
                     _ ("CODE"),
                     _ ("Records that somebody left; they stay in the book."),
                     "tequio-cli --book cafe.tequio family leave A1 --date 2027-06-30",
                     error) ||
      !tq_session_require (argc == 2 ? argv[1] : NULL, _ ("CODE"), error) ||
      !tq_session_parse_day (date, tq_session_today (), &day, error))
    return FALSE;
  g_autoptr (TqBook) book = tq_session_open (cli, TQ_STORE_WRITE, error);
  return book != NULL && find_party (book, argv[1], &party, error) &&
         tq_people_leave (book, day, party, reason != NULL ? reason : "", error);
}

static gboolean
list_families (TqCli *cli, int argc, char **argv, GError **error)
{
  return list_parties (cli, argc, argv, TQ_PARTY_FAMILY, error);
}

static gboolean
list_persons (TqCli *cli, int argc, char **argv, GError **error)
{
  return list_parties (cli, argc, argv, TQ_PARTY_PERSON, error);
}

static gboolean
add_family (TqCli *cli, int argc, char **argv, GError **error)
{
  return add_party (cli, argc, argv, TQ_PARTY_FAMILY, error);
}

static gboolean
add_person (TqCli *cli, int argc, char **argv, GError **error)
{
  return add_party (cli, argc, argv, TQ_PARTY_PERSON, error);
}

gboolean
tq_command_family (TqCli *cli, int argc, char **argv, GError **error)
{
  static const TqCommand verbs[] = {
    { "list", N_ ("list the families"), list_families },
    { "add", N_ ("add a family"), add_family },
    { "leave", N_ ("record that a family left"), leave },
  };
  return tq_session_dispatch (cli, argc, argv, verbs, G_N_ELEMENTS (verbs), error);
}

gboolean
tq_command_person (TqCli *cli, int argc, char **argv, GError **error)
{
  static const TqCommand verbs[] = {
    { "list", N_ ("list the persons"), list_persons },
    { "add", N_ ("add a person"), add_person },
    { "leave", N_ ("record that a person left"), leave },
  };
  return tq_session_dispatch (cli, argc, argv, verbs, G_N_ELEMENTS (verbs), error);
}

static gboolean
list_groups (TqCli *cli, int argc, char **argv, GError **error)
{
  if (!tq_cli_parse (&argc,
                     &argv,
                     NULL,
                     NULL,
                     _ ("Lists barrios and communities."),
                     "tequio-cli --book cafe.tequio group list",
                     error))
    return FALSE;
  g_autoptr (TqBook) book = tq_session_open (cli, TQ_STORE_READ, error);
  g_autoptr (GPtrArray) groups =
    book != NULL ? tq_party_group_load_all (tq_book_get_store (book), error) : NULL;
  if (groups == NULL)
    return FALSE;
  g_autoptr (TqTable) table = tq_table_new ("groups", _ ("Groups"));
  tq_table_add_column (table, "code", _ ("Code"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "name", _ ("Name"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "parent", _ ("Within"), TQ_COLUMN_TEXT, 0);
  for (guint i = 0; i < groups->len; i++) {
    const TqPartyGroup *group = g_ptr_array_index (groups, i);
    TqRow *row = tq_table_add_row (table, TQ_ROW_NORMAL, 0);
    tq_row_add_text (row, group->code);
    tq_row_add_text (row, group->name);
    tq_row_add_text (row, get_group_name (groups, group->parent));
  }
  return tq_cli_write_table (cli, table, error);
}

static gboolean
add_group (TqCli *cli, int argc, char **argv, GError **error)
{
  TqDay day;
  gint64 event = 0;
  TqPartyGroup draft = { 0 };
  g_autofree char *code = NULL, *name = NULL, *parent = NULL, *date = NULL;
  const GOptionEntry entries[] = {
    { "code", 0, 0, G_OPTION_ARG_STRING, &code, N_ ("short code"), N_ ("CODE") },
    { "name", 0, 0, G_OPTION_ARG_STRING, &name, N_ ("name"), N_ ("NAME") },
    { "parent",
      0,
      0,
      G_OPTION_ARG_STRING,
      &parent,
      N_ ("code of the group it belongs to"),
      N_ ("CODE") },
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, N_ ("day of the act"), N_ ("DATE") },
    { NULL },
  };
  if (!tq_cli_parse (
        &argc,
        &argv,
        entries,
        NULL,
        _ ("Adds a barrio, a community or another group."),
        "tequio-cli --book cafe.tequio group add --code Arriba --name \"Barrio Arriba\"",
        error) ||
      !tq_session_require (code, "--code", error) ||
      !tq_session_parse_day (date, tq_session_today (), &day, error))
    return FALSE;
  g_autoptr (TqBook) book = tq_session_open (cli, TQ_STORE_WRITE, error);
  if (book == NULL || !find_group (book, parent, &draft.parent, error))
    return FALSE;
  draft.code = code;
  draft.name = name != NULL ? name : code;
  if (!tq_people_add_group (book, day, &draft, &event, error))
    return FALSE;
  (void) fprintf (cli->out, "group %" PRId64 "\n", event);
  return TRUE;
}

gboolean
tq_command_group (TqCli *cli, int argc, char **argv, GError **error)
{
  static const TqCommand verbs[] = {
    { "list", N_ ("list the groups"), list_groups },
    { "add", N_ ("add a group"), add_group },
  };
  return tq_session_dispatch (cli, argc, argv, verbs, G_N_ELEMENTS (verbs), error);
}

static gboolean
list_offices (TqCli *cli, int argc, char **argv, GError **error)
{
  TqDay day;
  g_autofree char *date = NULL;
  const GOptionEntry entries[] = {
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, N_ ("held on this day"), N_ ("DATE") },
    { NULL },
  };
  if (!tq_cli_parse (&argc,
                     &argv,
                     entries,
                     NULL,
                     _ ("Lists who holds which office."),
                     "tequio-cli --book cafe.tequio office list",
                     error) ||
      !tq_session_parse_day (date, tq_session_today (), &day, error))
    return FALSE;
  g_autoptr (TqBook) book = tq_session_open (cli, TQ_STORE_READ, error);
  TqStore *store = book != NULL ? tq_book_get_store (book) : NULL;
  g_autoptr (GPtrArray) offices = store != NULL ? tq_office_load_all (store, day, error) : NULL;
  if (offices == NULL)
    return FALSE;
  g_autoptr (TqTable) table = tq_table_new ("offices", _ ("Offices"));
  tq_table_add_column (table, "office", _ ("Number"), TQ_COLUMN_INTEGER, 0);
  tq_table_add_column (table, "title", _ ("Office"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "holder", _ ("Held by"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "name", _ ("Name"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "since", _ ("Since"), TQ_COLUMN_DATE, 0);
  for (guint i = 0; i < offices->len; i++) {
    const TqOffice *office = g_ptr_array_index (offices, i);
    g_autoptr (TqParty) holder = tq_party_load (store, office->holder, error);
    if (holder == NULL)
      return FALSE;
    TqRow *row = tq_table_add_row (table, TQ_ROW_NORMAL, 0);
    tq_row_add_number (row, office->event);
    tq_row_add_text (row, office->title);
    tq_row_add_text (row, holder->code);
    tq_row_add_text (row, holder->name);
    tq_row_add_day (row, office->starts);
  }
  return tq_cli_write_table (cli, table, error);
}

static gboolean
start_office (TqCli *cli, int argc, char **argv, GError **error)
{
  gint64 event = 0;
  TqOffice draft = { 0 };
  g_autofree char *title = NULL, *holder = NULL, *group = NULL, *date = NULL;
  const GOptionEntry entries[] = {
    { "title", 0, 0, G_OPTION_ARG_STRING, &title, N_ ("what the office is called"), N_ ("TITLE") },
    { "holder",
      0,
      0,
      G_OPTION_ARG_STRING,
      &holder,
      N_ ("code of the family or person"),
      N_ ("CODE") },
    { "group", 0, 0, G_OPTION_ARG_STRING, &group, N_ ("code of the group"), N_ ("CODE") },
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, N_ ("first day"), N_ ("DATE") },
    { NULL },
  };
  if (!tq_cli_parse (&argc,
                     &argv,
                     entries,
                     NULL,
                     _ ("Names somebody to an office."),
                     "tequio-cli --book cafe.tequio office start --title vigilance --holder A7",
                     error) ||
      !tq_session_require (title, "--title", error) ||
      !tq_session_require (holder, "--holder", error) ||
      !tq_session_parse_day (date, tq_session_today (), &draft.starts, error))
    return FALSE;
  g_autoptr (TqBook) book = tq_session_open (cli, TQ_STORE_WRITE, error);
  if (book == NULL || !find_party (book, holder, &draft.holder, error) ||
      !find_group (book, group, &draft.group, error))
    return FALSE;
  draft.title = title;
  if (!tq_people_start_office (book, draft.starts, &draft, &event, error))
    return FALSE;
  (void) fprintf (cli->out, "office %" PRId64 "\n", event);
  return TRUE;
}

static gboolean
end_office (TqCli *cli, int argc, char **argv, GError **error)
{
  TqDay day;
  gint64 office = 0;
  g_autofree char *date = NULL, *reason = NULL;
  const GOptionEntry entries[] = {
    { "date", 0, 0, G_OPTION_ARG_STRING, &date, N_ ("last day"), N_ ("DATE") },
    { "reason",
      0,
      0,
      G_OPTION_ARG_STRING,
      &reason,
      N_ ("handed over, given up, recalled"),
      N_ ("TEXT") },
    { NULL },
  };
  if (!tq_cli_parse (&argc,
                     &argv,
                     entries,
                     _ ("NUMBER"),
                     _ ("Ends an office."),
                     "tequio-cli --book cafe.tequio office end 42 --reason \"handed over\"",
                     error) ||
      !tq_session_parse_day (date, tq_session_today (), &day, error))
    return FALSE;
  if (argc != 2 || !g_ascii_string_to_signed (argv[1], 10, 1, G_MAXINT64, &office, NULL)) {
    g_set_error_literal (error,
                         G_OPTION_ERROR,
                         G_OPTION_ERROR_BAD_VALUE,
                         _ ("Give the number of the office, as “office list” shows it."));
    return FALSE;
  }
  g_autoptr (TqBook) book = tq_session_open (cli, TQ_STORE_WRITE, error);
  return book != NULL &&
         tq_people_end_office (book, day, office, reason != NULL ? reason : "", error);
}

gboolean
tq_command_office (TqCli *cli, int argc, char **argv, GError **error)
{
  static const TqCommand verbs[] = {
    { "list", N_ ("list who holds which office"), list_offices },
    { "start", N_ ("name somebody to an office"), start_office },
    { "end", N_ ("end an office"), end_office },
  };
  return tq_session_dispatch (cli, argc, argv, verbs, G_N_ELEMENTS (verbs), error);
}
