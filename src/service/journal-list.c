/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "service/journal-list.h"

#include "base/i18n.h"
#include "base/money.h"
#include "ledger/entry-search.h"
#include "ledger/entry.h"
#include "service/labels.h"

enum {
  ROW_PROP_0,
  ROW_PROP_DAY,
  ROW_PROP_TEXT,
  ROW_PROP_INTO,
  ROW_PROP_OUT_OF,
  ROW_PROP_AMOUNT,
  ROW_PROP_MARK,
  ROW_PROP_EVENT,
  ROW_PROP_HAS_MARK,
  N_ROW_PROPS,
};

struct _TqJournalRow {
  GObject parent_instance;
  gint64 event;
  gint64 reverses;
  gint64 reversed_by;
  gboolean readable;
  char *words[ROW_PROP_EVENT]; /* by property */
};

G_DEFINE_FINAL_TYPE (TqJournalRow, tq_journal_row, G_TYPE_OBJECT)

static void
tq_journal_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  const TqJournalRow *row = TQ_JOURNAL_ROW (object);
  if (id == ROW_PROP_EVENT)
    g_value_set_int64 (value, row->event);
  else if (id == ROW_PROP_HAS_MARK)
    g_value_set_boolean (value, row->reverses != 0 || row->reversed_by != 0);
  else
    g_value_set_string (value, row->words[id]);
}

static void
tq_journal_row_finalize (GObject *object)
{
  TqJournalRow *row = TQ_JOURNAL_ROW (object);
  for (guint i = 0; i < ROW_PROP_EVENT; i++)
    g_free (row->words[i]);
  G_OBJECT_CLASS (tq_journal_row_parent_class)->finalize (object);
}

static void
tq_journal_row_class_init (TqJournalRowClass *class)
{
  static const char *const names[] = { NULL, "day", "text", "into", "out-of", "amount", "mark" };
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  object_class->get_property = tq_journal_row_get_property;
  object_class->finalize = tq_journal_row_finalize;
  for (guint i = ROW_PROP_DAY; i < ROW_PROP_EVENT; i++)
    g_object_class_install_property (object_class,
                                     i,
                                     g_param_spec_string (names[i], NULL, NULL, NULL, flags));
  g_object_class_install_property (
    object_class,
    ROW_PROP_EVENT,
    g_param_spec_int64 ("event", NULL, NULL, 0, G_MAXINT64, 0, flags));
  g_object_class_install_property (object_class,
                                   ROW_PROP_HAS_MARK,
                                   g_param_spec_boolean ("has-mark", NULL, NULL, FALSE, flags));
}

static void
tq_journal_row_init (TqJournalRow *row)
{
}

/* Number of the entry. */
gint64
tq_journal_row_get_event (TqJournalRow *row)
{
  return row->event;
}

/* Whether the entry can still be undone: one that was undone cannot be. */
gboolean
tq_journal_row_can_correct (TqJournalRow *row)
{
  return row->readable && row->reversed_by == 0;
}

/* The entry that this one undid, or by which it was undone; 0 for none. */
gint64
tq_journal_row_get_linked (TqJournalRow *row)
{
  return row->reversed_by != 0 ? row->reversed_by : row->reverses;
}

/* Names the accounts of one side: the first, and how many more. */
static char *
build_side (const TqEntry *entry, const TqLabels *labels, gboolean debit)
{
  gint64 first = 0;
  guint others = 0;
  for (guint i = 0; i < entry->postings->len; i++) {
    const TqPosting *p = &g_array_index (entry->postings, TqPosting, i);
    if (p->value == 0 || (p->value > 0) != debit || p->account == first)
      continue;
    if (first == 0)
      first = p->account;
    else
      others++;
  }
  const char *name = tq_labels_get_account_name (labels, first);
  if (others == 0)
    return g_strdup (name);
  return g_strdup_printf (ngettext_ ("%s and %u more", "%s and %u more", others), name, others);
}

/* What moved: the debits of the currency of the book, or of the first commodity there is. */
static char *
build_amount (const TqEntry *entry, const TqLabels *labels)
{
  gint64 commodity = 0, sum = 0;
  for (guint i = 0; i < entry->postings->len; i++) {
    const gint64 own = g_array_index (entry->postings, TqPosting, i).value_commodity;
    if (commodity == 0 || own == tq_labels_get_currency (labels))
      commodity = own;
  }
  for (guint i = 0; i < entry->postings->len; i++) {
    const TqPosting *p = &g_array_index (entry->postings, TqPosting, i);
    if (p->value_commodity == commodity && p->value > 0 &&
        !tq_money_add (sum, p->value, &sum, NULL))
      return g_strdup ("");
  }
  return tq_labels_build_amount (labels, commodity, sum);
}

static char *
build_mark (const TqJournalRow *row)
{
  if (row->reversed_by != 0)
    return g_strdup_printf (_ ("Corrected by entry %" PRId64), row->reversed_by);
  if (row->reverses != 0)
    return g_strdup_printf (_ ("Corrects entry %" PRId64), row->reverses);
  return g_strdup ("");
}

static gpointer
load_row (TqLazyList *list, TqStore *store, gint64 key, gpointer extra)
{
  g_auto (TqEntry) entry = { 0 };
  g_autoptr (GError) error = NULL;
  const TqLabels *labels = extra;
  TqJournalRow *row = g_object_new (TQ_TYPE_JOURNAL_ROW, NULL);
  row->event = key;
  if (!tq_entry_load (store, key, &entry, &error) ||
      !tq_entry_search_find_reversal (store, key, &row->reversed_by, &error)) {
    row->words[ROW_PROP_TEXT] = g_strdup (error->message);
    return row;
  }
  row->readable = TRUE;
  row->reverses = entry.reverses;
  row->words[ROW_PROP_DAY] = tq_label_build_day (entry.day);
  row->words[ROW_PROP_TEXT] = g_steal_pointer (&entry.text);
  row->words[ROW_PROP_INTO] = build_side (&entry, labels, TRUE);
  row->words[ROW_PROP_OUT_OF] = build_side (&entry, labels, FALSE);
  row->words[ROW_PROP_AMOUNT] = build_amount (&entry, labels);
  row->words[ROW_PROP_MARK] = build_mark (row);
  return row;
}

struct _TqJournalList {
  TqLazyList parent_instance;
  char *words;
  gint64 account;
};

G_DEFINE_FINAL_TYPE (TqJournalList, tq_journal_list, TQ_TYPE_LAZY_LIST)

enum {
  PROP_0,
  PROP_WORDS,
  PROP_ACCOUNT,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static gpointer
dup_request (TqLazyList *base)
{
  const TqJournalList *list = TQ_JOURNAL_LIST (base);
  TqEntryFilter *filter = g_new0 (TqEntryFilter, 1);
  filter->words = g_strdup (list->words);
  filter->account = list->account;
  return filter;
}

static void
free_request (gpointer request)
{
  TqEntryFilter *filter = request;
  g_free ((gpointer) (guintptr) filter->words);
  g_free (filter);
}

static void
free_labels (gpointer labels)
{
  tq_labels_free (labels);
}

/* What is typed may be an amount or a number of an entry as well as a word. */
static void
read_numbers (TqEntryFilter *filter, const TqLabels *labels)
{
  const guint digits = tq_labels_get_digits (labels, tq_labels_get_currency (labels));
  if (filter->words == NULL || *filter->words == '\0')
    return;
  if (!tq_money_parse_local (filter->words, digits, &filter->amount_minor, NULL))
    filter->amount_minor = 0;
  if (!g_ascii_string_to_signed (filter->words, 10, 1, G_MAXINT64, &filter->number, NULL))
    filter->number = 0;
}

static gboolean
read_journal (TqStore *store, gpointer request, TqListReading *out_found, GError **error)
{
  TqLabels *labels = tq_labels_load (store, error);
  if (labels == NULL)
    return FALSE;
  out_found->extra = labels;
  out_found->free_extra = free_labels;
  read_numbers (request, labels);
  out_found->keys = tq_entry_search_load_keys (store, request, error);
  return out_found->keys != NULL;
}

/* Shows only the entries in which these words, this amount or this number is found (nullable). */
void
tq_journal_list_set_words (TqJournalList *list, const char *words)
{
  g_autofree char *stripped = g_strstrip (g_strdup (words != NULL ? words : ""));
  if (g_strcmp0 (list->words, stripped) == 0)
    return;
  g_free (list->words);
  list->words = g_steal_pointer (&stripped);
  tq_lazy_list_refresh (TQ_LAZY_LIST (list));
  g_object_notify_by_pspec (G_OBJECT (list), props[PROP_WORDS]);
}

/* Shows only the entries that touch an account; 0 for all. */
void
tq_journal_list_set_account (TqJournalList *list, gint64 account)
{
  if (list->account == account)
    return;
  list->account = account;
  tq_lazy_list_refresh (TQ_LAZY_LIST (list));
  g_object_notify_by_pspec (G_OBJECT (list), props[PROP_ACCOUNT]);
}

/* Whether something is looked for, so that an empty list means "not found". */
gboolean
tq_journal_list_is_narrowed (TqJournalList *list)
{
  return list->account != 0 || *list->words != '\0';
}

/* Full name of the account to which the list is narrowed (transfer full, nullable). */
char *
tq_journal_list_dup_account_name (TqJournalList *list)
{
  TqBook *book = tq_lazy_list_get_book (TQ_LAZY_LIST (list));
  if (list->account == 0 || book == NULL)
    return NULL;
  g_autoptr (TqAccount) account = tq_account_load (tq_book_get_store (book), list->account, NULL);
  return account != NULL ? g_strdup (account->full_name) : NULL;
}

static void
tq_journal_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  const TqJournalList *list = TQ_JOURNAL_LIST (object);
  if (id == PROP_WORDS)
    g_value_set_string (value, list->words);
  else
    g_value_set_int64 (value, list->account);
}

static void
tq_journal_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_WORDS)
    tq_journal_list_set_words (TQ_JOURNAL_LIST (object), g_value_get_string (value));
  else
    tq_journal_list_set_account (TQ_JOURNAL_LIST (object), g_value_get_int64 (value));
}

static void
tq_journal_list_finalize (GObject *object)
{
  g_free (TQ_JOURNAL_LIST (object)->words);
  G_OBJECT_CLASS (tq_journal_list_parent_class)->finalize (object);
}

static void
tq_journal_list_class_init (TqJournalListClass *class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  TqLazyListClass *list_class = TQ_LAZY_LIST_CLASS (class);
  object_class->get_property = tq_journal_list_get_property;
  object_class->set_property = tq_journal_list_set_property;
  object_class->finalize = tq_journal_list_finalize;
  list_class->row_type = TQ_TYPE_JOURNAL_ROW;
  list_class->dup_request = dup_request;
  list_class->free_request = free_request;
  list_class->read = read_journal;
  list_class->load_row = load_row;
  props[PROP_WORDS] = g_param_spec_string ("words", NULL, NULL, "", flags);
  props[PROP_ACCOUNT] = g_param_spec_int64 ("account", NULL, NULL, 0, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
tq_journal_list_init (TqJournalList *list)
{
  list->words = g_strdup ("");
}

/* An empty journal, which tq_lazy_list_set_book () fills (transfer full). */
TqJournalList *
tq_journal_list_new (void)
{
  return g_object_new (TQ_TYPE_JOURNAL_LIST, NULL);
}
