/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "service/entry-lines.h"

#include "ledger/entry.h"
#include "people/party.h"
#include "service/labels.h"

enum {
  PROP_0,
  PROP_ACCOUNT,
  PROP_PARTY,
  PROP_INTO,
  PROP_OUT_OF,
  N_PROPS,
};

struct _TqEntryLine {
  GObject parent_instance;
  char *words[N_PROPS]; /* by property */
};

G_DEFINE_FINAL_TYPE (TqEntryLine, tq_entry_line, G_TYPE_OBJECT)

static void
tq_entry_line_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, TQ_ENTRY_LINE (object)->words[id]);
}

static void
tq_entry_line_finalize (GObject *object)
{
  for (guint i = 0; i < N_PROPS; i++)
    g_free (TQ_ENTRY_LINE (object)->words[i]);
  G_OBJECT_CLASS (tq_entry_line_parent_class)->finalize (object);
}

static void
tq_entry_line_class_init (TqEntryLineClass *class)
{
  static const char *const names[] = { NULL, "account", "party", "into", "out-of" };
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  object_class->get_property = tq_entry_line_get_property;
  object_class->finalize = tq_entry_line_finalize;
  for (guint i = PROP_ACCOUNT; i < N_PROPS; i++)
    g_object_class_install_property (
      object_class,
      i,
      g_param_spec_string (names[i], NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
tq_entry_line_init (TqEntryLine *line)
{
}

static TqEntryLine *
build_line (TqStore *store, const TqLabels *labels, const TqPosting *p, GError **error)
{
  const TqAccount *account = tq_labels_get_account (labels, p->account);
  g_autoptr (TqParty) party = NULL;
  if (p->party != 0 && (party = tq_party_load (store, p->party, error)) == NULL)
    return NULL;
  TqEntryLine *line = g_object_new (TQ_TYPE_ENTRY_LINE, NULL);
  const gint64 size = p->amount < 0 ? -p->amount : p->amount;
  line->words[PROP_ACCOUNT] = g_strdup (account != NULL ? account->full_name : "");
  line->words[PROP_PARTY] = g_strdup (party != NULL ? party->name : "");
  line->words[p->amount < 0 ? PROP_OUT_OF : PROP_INTO] =
    tq_labels_build_amount (labels, p->commodity, size);
  return line;
}

/* The lines of entry *event* (transfer full, of TqEntryLine). Raises TQ_ERROR_NOT_FOUND. */
GListModel *
tq_entry_lines_load (TqBook *book, gint64 event, GError **error)
{
  g_auto (TqEntry) entry = { 0 };
  TqStore *store = tq_book_get_store (book);
  g_autoptr (TqLabels) labels = tq_labels_load (store, error);
  g_autoptr (GListStore) lines = g_list_store_new (TQ_TYPE_ENTRY_LINE);
  if (labels == NULL || !tq_entry_load (store, event, &entry, error))
    return NULL;
  for (guint i = 0; i < entry.postings->len; i++) {
    g_autoptr (TqEntryLine) line =
      build_line (store, labels, &g_array_index (entry.postings, TqPosting, i), error);
    if (line == NULL)
      return NULL;
    g_list_store_append (lines, line);
  }
  return G_LIST_MODEL (g_steal_pointer (&lines));
}
