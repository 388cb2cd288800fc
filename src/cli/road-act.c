/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "cli/road-act.h"

#include "base/error.h"
#include "base/i18n.h"
#include "cli/session.h"

#include <string.h>

#define FILE_MAX_BYTES ((gsize) 4000000)

/* The options of one act: a text for each field, a list of texts for each list of its record. */
typedef struct {
  const TqCaseRecordKind *kind;
  GArray *entries; /* of GOptionEntry */
  GPtrArray *names;
  char **values; /* one for each field */
  char ***items; /* one for each list */
  char *of_case;
  char *date;
  char *json;
} Options;

static void
options_clear (Options *o)
{
  gsize n = 0;
  for (const TqField *field = o->kind->fields; field->column != NULL; field++)
    g_free (o->values[n++]);
  for (guint i = 0; i < TQ_RECORD_MAX_LISTS; i++)
    g_strfreev (o->items[i]);
  g_free (o->values);
  g_free (o->items);
  g_free (o->of_case);
  g_free (o->date);
  g_free (o->json);
  g_clear_pointer (&o->entries, g_array_unref);
  g_clear_pointer (&o->names, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Options, options_clear)

static const char *
keep (Options *o, char *text)
{
  g_ptr_array_add (o->names, text);
  return text;
}

static void
add_entry (Options *o,
           const char *name,
           GOptionArg type,
           gpointer target,
           const char *help,
           const char *value)
{
  const GOptionEntry entry = { name, 0, 0, type, target, help, value };
  g_array_append_val (o->entries, entry);
}

static const char *
describe_value (Options *o, const TqField *field)
{
  switch (field->type) {
  case TQ_FIELD_COUNT:
    return _ ("NUMBER");
  case TQ_FIELD_AMOUNT:
    return _ ("AMOUNT");
  case TQ_FIELD_REF:
    return _ ("CODE");
  case TQ_FIELD_DAY:
    return _ ("DATE");
  case TQ_FIELD_CHOICE:
    return keep (o, g_strjoinv ("|", (char **) (guintptr) field->names));
  case TQ_FIELD_LINE:
  case TQ_FIELD_BODY:
  default:
    return _ ("TEXT");
  }
}

/* "name=TEXT; amount=AMOUNT": what an item of a list is made of. */
static const char *
describe_item (Options *o, const TqCaseRecordKind *kind)
{
  GString *text = g_string_new (NULL);
  for (const TqField *field = kind->fields; field->column != NULL; field++)
    if (!field->derived)
      g_string_append_printf (text,
                              "%s%s=%s",
                              text->len > 0 ? "; " : "",
                              field->column,
                              describe_value (o, field));
  return keep (o, g_string_free (text, FALSE));
}

static void
options_start (Options *o, const TqCaseRecordKind *kind)
{
  gsize n = 0;
  *o = (Options){ .kind = kind };
  while (kind->fields[n].column != NULL)
    n++;
  o->entries = g_array_new (TRUE, TRUE, sizeof (GOptionEntry));
  o->names = g_ptr_array_new_with_free_func (g_free);
  o->values = g_new0 (char *, n + 1);
  o->items = g_new0 (char **, TQ_RECORD_MAX_LISTS);
  add_entry (o,
             "case",
             G_OPTION_ARG_STRING,
             &o->of_case,
             _ ("number of the case, where several are under way"),
             _ ("NUMBER"));
  add_entry (o, "date", G_OPTION_ARG_STRING, &o->date, _ ("day of the act"), _ ("DATE"));
  add_entry (o,
             "json",
             G_OPTION_ARG_FILENAME,
             &o->json,
             _ ("take the values from a JSON object"),
             _ ("FILE"));
  for (gsize i = 0; i < n; i++) {
    const TqField *field = &kind->fields[i];
    if (field->derived)
      continue;
    char *name = tq_road_dup_field_name (field);
    const char *help = field->needed != NULL ? _ (field->needed) : NULL;
    add_entry (o,
               keep (o, name),
               G_OPTION_ARG_STRING,
               &o->values[i],
               help,
               describe_value (o, field));
  }
  for (guint i = 0; i < TQ_RECORD_MAX_LISTS && kind->lists[i].kind != NULL; i++)
    add_entry (o,
               tq_road_get_list_name (kind, i),
               G_OPTION_ARG_STRING_ARRAY,
               &o->items[i],
               _ ("an item; may be given several times"),
               describe_item (o, kind->lists[i].kind));
}

static gboolean
fill_from_json (TqRoadDraft *draft, const char *path, GError **error)
{
  g_autoptr (TqJson) json = tq_json_reader_load_file (path, FILE_MAX_BYTES, error);
  if (json == NULL || !tq_road_draft_set_json (draft, tq_json_get_root (json), error)) {
    g_prefix_error (error, "%s: ", path);
    return FALSE;
  }
  return TRUE;
}

static gboolean
fill (TqRoadDraft *draft, const Options *o, GError **error)
{
  if (o->json != NULL && !fill_from_json (draft, o->json, error))
    return FALSE;
  for (gsize i = 0; o->kind->fields[i].column != NULL; i++)
    if (o->values[i] != NULL &&
        !tq_road_draft_set (draft, o->kind->fields[i].column, o->values[i], error))
      return FALSE;
  for (guint i = 0; i < TQ_RECORD_MAX_LISTS; i++)
    for (gsize j = 0; o->items[i] != NULL && o->items[i][j] != NULL; j++)
      if (!tq_road_draft_add (draft, tq_road_get_list_name (o->kind, i), o->items[i][j], error))
        return FALSE;
  return TRUE;
}

/* Fills the act in and performs it; of_case 0 is a payment without agreement. */
static gboolean
perform_on (TqCli *cli,
            TqBook *book,
            gint64 of_case,
            TqDoing doing,
            TqDay day,
            const Options *options,
            GError **error)
{
  gint64 event = 0;
  TqState before = TQ_STATE_SAME, after = TQ_STATE_SAME;
  if (of_case != 0 && !tq_road_load_state (book, of_case, &before, error))
    return FALSE;
  g_autoptr (TqRoadDraft) draft = tq_road_draft_new (book, of_case, doing, error);
  if (draft == NULL || !fill (draft, options, error) ||
      !tq_road_draft_perform (draft, day, &event, error) ||
      (of_case != 0 && !tq_road_load_state (book, of_case, &after, error)))
    return FALSE;
  (void) fprintf (cli->out, "%s %" PRId64, tq_doing_get_name (doing), event);
  if (before != after)
    (void) fprintf (cli->out, " %s -> %s", tq_state_get_name (before), tq_state_get_name (after));
  (void) fputc ('\n', cli->out);
  return TRUE;
}

static gboolean
perform (TqCli *cli, const TqRoadVerb *verb, int argc, char **argv, GError **error)
{
  TqDay day;
  gint64 of_case = 0;
  g_auto (Options) options = { 0 };
  options_start (&options, tq_road_get_record_kind (verb->doing));
  g_autofree char *example =
    g_strdup_printf ("tequio-cli --book cafe.tequio %s --date 2027-04-18", argv[0]);
  const char *summary =
    verb->outside
      ? _ ("Records a payment that no assembly agreed to: marked, and on the next agenda.")
      : tq_doing_get_title (verb->doing);
  if (!tq_cli_parse (&argc,
                     &argv,
                     (const GOptionEntry *) (const void *) options.entries->data,
                     NULL,
                     summary,
                     example,
                     error) ||
      !tq_session_parse_day (options.date, tq_session_today (), &day, error))
    return FALSE;
  g_autoptr (TqBook) book = tq_session_open (cli, TQ_STORE_WRITE, error);
  if (book == NULL ||
      (!verb->outside && !tq_road_find_case (book, options.of_case, &of_case, error)))
    return FALSE;
  return perform_on (cli, book, of_case, verb->doing, day, &options, error);
}

static void
print_verbs (TqCli *cli, const char *noun, const TqRoadVerb *acts, const TqCommand *others)
{
  (void) fprintf (cli->out, _ ("Usage: tequio-cli %s VERB …\n\nVerbs:\n"), noun);
  for (const TqCommand *other = others; other->name != NULL; other++)
    (void) fprintf (cli->out, "  %-14s %s\n", other->name, _ (other->summary));
  for (const TqRoadVerb *act = acts; act->name != NULL; act++)
    (void) fprintf (cli->out,
                    "  %-14s %s\n",
                    act->name,
                    act->outside ? _ ("Pay without an agreement")
                                 : tq_doing_get_title (act->doing));
}

/* Runs the verb that argv[1] names: an act of the road, or one of the *others*; both end with a
 * NULL name. */
gboolean
tq_road_act_dispatch (TqCli *cli,
                      int argc,
                      char **argv,
                      const TqRoadVerb *acts,
                      const TqCommand *others,
                      GError **error)
{
  if (argc > 1 && (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0)) {
    print_verbs (cli, argv[0], acts, others);
    return TRUE;
  }
  gsize n_others = 0;
  while (others[n_others].name != NULL)
    n_others++;
  for (const TqRoadVerb *act = acts; argc > 1 && act->name != NULL; act++) {
    if (strcmp (act->name, argv[1]) != 0)
      continue;
    g_autofree char *name = g_strdup_printf ("%s %s", argv[0], argv[1]);
    g_autofree char **rest = g_memdup2 (argv + 1, sizeof (char *) * (gsize) argc);
    rest[0] = name;
    return perform (cli, act, argc - 1, rest, error);
  }
  return tq_session_dispatch (cli, argc, argv, others, n_others, error);
}
