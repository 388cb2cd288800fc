/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* An entry while it is written: what was typed, and what it comes to.
 *
 * 1. Nothing that was typed is changed by this; only tq_entry_draft_post () makes an entry of it.
 * 2. An amount stands on one side of a line: into the account, or out of it.
 * 3. One line may stand without an amount: it takes what evens out the entry, and says so before.
 * 4. An account is named by its code, by its name, or by a part of it that fits one account only.
 *    */
#include "service/entry-draft.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/money.h"
#include "people/party.h"
#include "service/day-input.h"
#include "service/labels.h"
#include "service/ledger.h"

struct _TqEntryDraft {
  GObject parent_instance;
  TqBook *book;
  TqDay today;
  TqLabels *labels;
  GPtrArray *parties; /* of TqParty */
  char *day;
  char *text;
  GListStore *lines;
  char *day_words;
  char *balance;
  gboolean even;
};

G_DEFINE_FINAL_TYPE (TqEntryDraft, tq_entry_draft, G_TYPE_OBJECT)

enum {
  PROP_0,
  PROP_DAY,
  PROP_TEXT,
  PROP_LINES,
  PROP_DAY_WORDS,
  PROP_BALANCE,
  PROP_EVEN,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

/* What the lines come to. */
typedef struct {
  gint64 into;
  gint64 out_of;
  guint amounts;     /* lines with an amount */
  TqDraftLine *open; /* the one line without, NULL where none or several are */
} Sides;

static guint
get_digits (TqEntryDraft *draft)
{
  return tq_labels_get_digits (draft->labels, tq_labels_get_currency (draft->labels));
}

/* The amount of a line, out of it negative, 0 for none. */
static gboolean
read_amount (TqEntryDraft *draft, TqDraftLine *line, gint64 *out_minor, GError **error)
{
  const char *into = tq_draft_line_get_into (line), *out_of = tq_draft_line_get_out_of (line);
  gint64 minor = 0;
  if (*into != '\0' && *out_of != '\0') {
    g_set_error_literal (
      error,
      TQ_ERROR,
      TQ_ERROR_INVALID,
      _ ("A line has one amount: into the account or out of it. Clear one of the two."));
    return FALSE;
  }
  if (*into == '\0' && *out_of == '\0') {
    *out_minor = 0;
    return TRUE;
  }
  if (!tq_money_parse_local (*into != '\0' ? into : out_of, get_digits (draft), &minor, error))
    return FALSE;
  if (minor < 0) {
    g_set_error_literal (error,
                         TQ_ERROR,
                         TQ_ERROR_INVALID,
                         _ ("Write the amount without a minus, on the other side of the line."));
    return FALSE;
  }
  *out_minor = *into != '\0' ? minor : -minor;
  return TRUE;
}

static gboolean
add_up (TqEntryDraft *draft, Sides *out_sides, GError **error)
{
  Sides sides = { 0 };
  guint open = 0;
  const guint count = g_list_model_get_n_items (G_LIST_MODEL (draft->lines));
  for (guint i = 0; i < count; i++) {
    gint64 minor = 0;
    g_autoptr (TqDraftLine) line = g_list_model_get_item (G_LIST_MODEL (draft->lines), i);
    if (tq_draft_line_is_empty (line))
      continue;
    if (!read_amount (draft, line, &minor, error))
      return FALSE;
    if (minor == 0) {
      sides.open = open++ == 0 ? line : NULL;
      continue;
    }
    sides.amounts++;
    if (minor > 0 ? !tq_money_add (sides.into, minor, &sides.into, error)
                  : !tq_money_sub (sides.out_of, minor, &sides.out_of, error))
      return FALSE;
  }
  *out_sides = sides;
  return TRUE;
}

static char *
build_difference (TqEntryDraft *draft, const Sides *sides)
{
  const guint digits = get_digits (draft);
  const gint64 difference = sides->into - sides->out_of;
  g_autofree char *size =
    tq_money_to_local_string (difference < 0 ? -difference : difference, digits);
  g_autofree char *out_of = tq_money_to_local_string (sides->out_of, digits);
  if (sides->amounts == 2 && sides->into != 0 && sides->out_of != 0)
    return g_strdup_printf (_ ("The two sides differ by %s. Did you mean %s?"), size, out_of);
  return g_strdup_printf (_ ("The two sides differ by %s."), size);
}

static char *
build_balance (TqEntryDraft *draft, const Sides *sides)
{
  if (sides->into == 0 && sides->out_of == 0)
    return g_strdup ("");
  if (sides->into != sides->out_of && sides->open == NULL)
    return build_difference (draft, sides);
  g_autofree char *amount =
    tq_money_to_local_string (MAX (sides->into, sides->out_of), get_digits (draft));
  return g_strdup_printf (_ ("Both sides are %s."), amount);
}

static void
show_rest (TqEntryDraft *draft, const Sides *sides)
{
  const gint64 rest = sides->out_of - sides->into;
  g_autofree char *amount = tq_money_to_local_string (rest < 0 ? -rest : rest, get_digits (draft));
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (draft->lines)); i++) {
    g_autoptr (TqDraftLine) line = g_list_model_get_item (G_LIST_MODEL (draft->lines), i);
    const gboolean open = line == sides->open;
    tq_draft_line_set_rest (line, open && rest > 0 ? amount : "", open && rest < 0 ? amount : "");
  }
}

static void
update_balance (TqEntryDraft *draft)
{
  Sides sides = { 0 };
  g_autoptr (GError) error = NULL;
  const gboolean readable = add_up (draft, &sides, &error);
  const gboolean even = readable && sides.into + sides.out_of != 0 &&
                        (sides.into == sides.out_of || sides.open != NULL);
  g_free (draft->balance);
  draft->balance = readable ? build_balance (draft, &sides) : g_strdup (error->message);
  draft->even = even;
  show_rest (draft, &sides);
  g_object_notify_by_pspec (G_OBJECT (draft), props[PROP_BALANCE]);
  g_object_notify_by_pspec (G_OBJECT (draft), props[PROP_EVEN]);
}

static void
update_day (TqEntryDraft *draft)
{
  TqDay day;
  g_free (draft->day_words);
  draft->day_words = tq_day_input_parse (draft->day, draft->today, &day, NULL)
                       ? tq_day_to_local_string (day)
                       : g_strdup ("");
  g_object_notify_by_pspec (G_OBJECT (draft), props[PROP_DAY_WORDS]);
}

/* The lines (transfer none). */
GListModel *
tq_entry_draft_list_lines (TqEntryDraft *draft)
{
  return G_LIST_MODEL (draft->lines);
}

static void
append_line (TqEntryDraft *draft, TqDraftLine *line)
{
  static const char *const watched[] = { "notify::account",
                                         "notify::party",
                                         "notify::into",
                                         "notify::out-of" };
  for (guint i = 0; i < G_N_ELEMENTS (watched); i++)
    g_signal_connect_object (line,
                             watched[i],
                             G_CALLBACK (update_balance),
                             draft,
                             G_CONNECT_SWAPPED);
  g_list_store_append (draft->lines, line);
}

/* Adds an empty line at the end. */
void
tq_entry_draft_add_line (TqEntryDraft *draft)
{
  g_autoptr (TqDraftLine) line = tq_draft_line_new ();
  append_line (draft, line);
}

/* Takes a line away; two always stay. */
void
tq_entry_draft_remove_line (TqEntryDraft *draft, TqDraftLine *line)
{
  guint place;
  if (g_list_model_get_n_items (G_LIST_MODEL (draft->lines)) > 2 &&
      g_list_store_find (draft->lines, line, &place))
    g_list_store_remove (draft->lines, place);
  update_balance (draft);
}

/* Moves the day, if it is one, else sets today's. */
void
tq_entry_draft_step_day (TqEntryDraft *draft, int days)
{
  TqDay day;
  if (!tq_day_input_parse (draft->day, draft->today, &day, NULL))
    day = draft->today - days;
  if (!tq_day_is_valid ((gint64) day + days))
    return;
  g_autofree char *words = tq_day_to_string (day + days);
  g_object_set (draft, "day", words, NULL);
}

/* Whether nothing was typed yet, apart from the day. */
gboolean
tq_entry_draft_is_empty (TqEntryDraft *draft)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (draft->lines)); i++) {
    g_autoptr (TqDraftLine) line = g_list_model_get_item (G_LIST_MODEL (draft->lines), i);
    if (!tq_draft_line_is_empty (line))
      return FALSE;
  }
  return *draft->text == '\0';
}

/* Full names of the accounts that are open (transfer full). */
GStrv
tq_entry_draft_dup_account_names (TqEntryDraft *draft)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  const GPtrArray *accounts = tq_labels_get_accounts (draft->labels);
  for (guint i = 0; i < accounts->len; i++) {
    const TqAccount *account = g_ptr_array_index (accounts, i);
    if (account->closed == TQ_DAY_NONE)
      g_strv_builder_add (builder, account->full_name);
  }
  return g_strv_builder_end (builder);
}

static char *
build_party_name (const TqParty *party)
{
  return g_strdup_printf ("%s · %s", party->code, party->name);
}

/* Families and persons, each with its code (transfer full). */
GStrv
tq_entry_draft_dup_party_names (TqEntryDraft *draft)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  for (guint i = 0; i < draft->parties->len; i++)
    g_ptr_array_add (names, build_party_name (g_ptr_array_index (draft->parties, i)));
  g_ptr_array_add (names, NULL);
  return (GStrv) g_ptr_array_steal (names, NULL);
}

static const TqAccount *
find_account (TqEntryDraft *draft, const char *typed, GError **error)
{
  const TqAccount *found = NULL;
  guint fitting = 0;
  const GPtrArray *accounts = tq_labels_get_accounts (draft->labels);
  g_autofree char *words = tq_label_fold (typed);
  for (guint i = 0; i < accounts->len; i++) {
    const TqAccount *account = g_ptr_array_index (accounts, i);
    if (g_strcmp0 (account->code, typed) == 0 || g_str_equal (account->full_name, typed))
      return account;
    g_autofree char *name = tq_label_fold (account->full_name);
    if (account->closed == TQ_DAY_NONE && tq_label_fits (name, words)) {
      found = account;
      fitting++;
    }
  }
  if (fitting == 1)
    return found;
  g_set_error (error,
               TQ_ERROR,
               TQ_ERROR_NOT_FOUND,
               fitting == 0 ? _ ("There is no account “%s”. Write a part of its name or its code.")
                            : _ ("“%s” fits several accounts. Write more of the name."),
               typed);
  return NULL;
}

static gboolean
find_party (TqEntryDraft *draft, const char *typed, gint64 *out_party, GError **error)
{
  *out_party = 0;
  if (*typed == '\0')
    return TRUE;
  for (guint i = 0; i < draft->parties->len; i++) {
    const TqParty *party = g_ptr_array_index (draft->parties, i);
    g_autofree char *name = build_party_name (party);
    if (g_str_equal (party->code, typed) || g_str_equal (party->name, typed) ||
        g_str_equal (name, typed)) {
      *out_party = party->event;
      return TRUE;
    }
  }
  g_set_error (error,
               TQ_ERROR,
               TQ_ERROR_NOT_FOUND,
               _ ("There is no family or person “%s”. Write its code or choose it from the list."),
               typed);
  return FALSE;
}

static gboolean
add_posting (TqEntryDraft *draft,
             TqDraftLine *line,
             const Sides *sides,
             TqEntry *entry,
             GError **error)
{
  gint64 party = 0, minor = 0;
  const char *typed = tq_draft_line_get_account (line);
  if (*typed == '\0') {
    g_set_error_literal (error,
                         TQ_ERROR,
                         TQ_ERROR_INVALID,
                         _ ("A line has an amount and no account. Say where it belongs."));
    return FALSE;
  }
  const TqAccount *account = find_account (draft, typed, error);
  if (account == NULL || !find_party (draft, tq_draft_line_get_party (line), &party, error) ||
      !read_amount (draft, line, &minor, error))
    return FALSE;
  if (line == sides->open)
    minor = sides->out_of - sides->into;
  if (minor == 0) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_INVALID,
                 _ ("The line of “%s” has no amount. Write how much goes into it or out of it."),
                 account->full_name);
    return FALSE;
  }
  tq_entry_add (entry, account->event, party, tq_labels_get_currency (draft->labels), minor);
  return TRUE;
}

static gboolean
check_words (TqEntryDraft *draft, TqDay *out_day, GError **error)
{
  g_autofree char *text = g_strstrip (g_strdup (draft->text));
  if (!tq_day_input_parse (draft->day, draft->today, out_day, error))
    return FALSE;
  if (*text != '\0')
    return TRUE;
  g_set_error_literal (error,
                       TQ_ERROR,
                       TQ_ERROR_INVALID,
                       _ ("The entry has no text. Say in a few words what happened."));
  return FALSE;
}

/* Makes an entry of what was typed and posts it; durable when this returns TRUE. */
gboolean
tq_entry_draft_post (TqEntryDraft *draft, gint64 *out_event, GError **error)
{
  Sides sides = { 0 };
  TqDay day;
  g_auto (TqEntry) entry = { 0 };
  if (!check_words (draft, &day, error) || !add_up (draft, &sides, error))
    return FALSE;
  if (sides.open == NULL && sides.into != sides.out_of) {
    g_autofree char *difference = build_difference (draft, &sides);
    g_set_error_literal (error, TQ_ERROR, TQ_ERROR_UNBALANCED, difference);
    return FALSE;
  }
  tq_entry_init (&entry, day, draft->text);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (draft->lines)); i++) {
    g_autoptr (TqDraftLine) line = g_list_model_get_item (G_LIST_MODEL (draft->lines), i);
    if (!tq_draft_line_is_empty (line) && !add_posting (draft, line, &sides, &entry, error))
      return FALSE;
  }
  return tq_ledger_post (draft->book, &entry, out_event, error);
}

static TqDraftLine *
build_line (TqEntryDraft *draft, const TqPosting *p, GError **error)
{
  const TqAccount *account = tq_labels_get_account (draft->labels, p->account);
  g_autoptr (TqParty) party = NULL;
  if (p->commodity != tq_labels_get_currency (draft->labels)) {
    g_set_error_literal (
      error,
      TQ_ERROR,
      TQ_ERROR_INVALID,
      _ ("The entry counts something else than money and cannot be written again "
         "here. Write its correction on the command line."));
    return NULL;
  }
  if (p->party != 0 &&
      (party = tq_party_load (tq_book_get_store (draft->book), p->party, error)) == NULL)
    return NULL;
  g_autofree char *name = party != NULL ? build_party_name (party) : g_strdup ("");
  g_autofree char *amount =
    tq_money_to_local_string (p->amount < 0 ? -p->amount : p->amount, get_digits (draft));
  TqDraftLine *line = tq_draft_line_new ();
  g_object_set (line,
                "account",
                account != NULL ? account->full_name : "",
                "party",
                name,
                p->amount < 0 ? "out-of" : "into",
                amount,
                NULL);
  return line;
}

/* Takes text and lines over from entry *event*, to write it again. The day stays. */
gboolean
tq_entry_draft_copy (TqEntryDraft *draft, gint64 event, GError **error)
{
  g_auto (TqEntry) entry = { 0 };
  if (!tq_entry_load (tq_book_get_store (draft->book), event, &entry, error))
    return FALSE;
  g_list_store_remove_all (draft->lines);
  for (guint i = 0; i < entry.postings->len; i++) {
    g_autoptr (TqDraftLine) line =
      build_line (draft, &g_array_index (entry.postings, TqPosting, i), error);
    if (line == NULL)
      return FALSE;
    append_line (draft, line);
  }
  g_object_set (draft, "text", entry.text, NULL);
  update_balance (draft);
  return TRUE;
}

static void
tq_entry_draft_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  const TqEntryDraft *draft = TQ_ENTRY_DRAFT (object);
  switch (id) {
  case PROP_DAY:
    g_value_set_string (value, draft->day);
    break;
  case PROP_TEXT:
    g_value_set_string (value, draft->text);
    break;
  case PROP_LINES:
    g_value_set_object (value, draft->lines);
    break;
  case PROP_DAY_WORDS:
    g_value_set_string (value, draft->day_words);
    break;
  case PROP_BALANCE:
    g_value_set_string (value, draft->balance);
    break;
  case PROP_EVEN:
    g_value_set_boolean (value, draft->even);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    break;
  }
}

static void
tq_entry_draft_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TqEntryDraft *draft = TQ_ENTRY_DRAFT (object);
  const char *words = g_value_get_string (value) != NULL ? g_value_get_string (value) : "";
  char **place = id == PROP_DAY ? &draft->day : &draft->text;
  if (g_str_equal (*place, words))
    return;
  g_free (*place);
  *place = g_strdup (words);
  if (id == PROP_DAY)
    update_day (draft);
  g_object_notify_by_pspec (object, pspec);
}

static void
tq_entry_draft_finalize (GObject *object)
{
  TqEntryDraft *draft = TQ_ENTRY_DRAFT (object);
  g_clear_object (&draft->lines);
  g_clear_object (&draft->book);
  g_clear_pointer (&draft->labels, tq_labels_free);
  g_clear_pointer (&draft->parties, g_ptr_array_unref);
  g_free (draft->day);
  g_free (draft->text);
  g_free (draft->day_words);
  g_free (draft->balance);
  G_OBJECT_CLASS (tq_entry_draft_parent_class)->finalize (object);
}

static void
tq_entry_draft_class_init (TqEntryDraftClass *class)
{
  const GParamFlags typed = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  const GParamFlags told = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  object_class->get_property = tq_entry_draft_get_property;
  object_class->set_property = tq_entry_draft_set_property;
  object_class->finalize = tq_entry_draft_finalize;
  props[PROP_DAY] = g_param_spec_string ("day", NULL, NULL, "", typed);
  props[PROP_TEXT] = g_param_spec_string ("text", NULL, NULL, "", typed);
  props[PROP_LINES] = g_param_spec_object ("lines", NULL, NULL, G_TYPE_LIST_MODEL, told);
  props[PROP_DAY_WORDS] = g_param_spec_string ("day-words", NULL, NULL, "", told);
  props[PROP_BALANCE] = g_param_spec_string ("balance", NULL, NULL, "", told);
  props[PROP_EVEN] = g_param_spec_boolean ("even", NULL, NULL, FALSE, told);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
tq_entry_draft_init (TqEntryDraft *draft)
{
  draft->lines = g_list_store_new (TQ_TYPE_DRAFT_LINE);
  draft->text = g_strdup ("");
  draft->balance = g_strdup ("");
  draft->day_words = g_strdup ("");
}

/* The day with which an entry begins: *today*, or the first open day where today's is closed. */
gboolean
tq_entry_draft_find_day (TqBook *book, TqDay today, TqDay *out_day, GError **error)
{
  TqDay through = TQ_DAY_NONE;
  if (!tq_period_load_closed_through (tq_book_get_store (book), &through, error))
    return FALSE;
  *out_day =
    through != TQ_DAY_NONE && through >= today && through < TQ_DAY_MAX ? through + 1 : today;
  return TRUE;
}

/* An empty entry with two lines, dated as tq_entry_draft_find_day () says (transfer full). */
TqEntryDraft *
tq_entry_draft_new (TqBook *book, TqDay today, GError **error)
{
  g_return_val_if_fail (TQ_IS_BOOK (book), NULL);
  g_autoptr (TqEntryDraft) draft = g_object_new (TQ_TYPE_ENTRY_DRAFT, NULL);
  TqStore *store = tq_book_get_store (book);
  draft->book = g_object_ref (book);
  if (!tq_entry_draft_find_day (book, today, &draft->today, error))
    return NULL;
  draft->day = tq_day_to_string (draft->today);
  draft->labels = tq_labels_load (store, error);
  draft->parties =
    draft->labels != NULL ? tq_party_load_all (store, TQ_PARTY_FAMILY, TQ_DAY_MAX, error) : NULL;
  if (draft->parties == NULL)
    return NULL;
  update_day (draft);
  tq_entry_draft_add_line (draft);
  tq_entry_draft_add_line (draft);
  return g_steal_pointer (&draft);
}
