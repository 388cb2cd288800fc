/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The families with what each has in the accounts of members.
 *
 * 1. The accounts are found by their roles: shares, retained returns, returns to be paid. Where the
 *    chart has no such account the column stays empty.
 * 2. These grow by credits; what a family is owed is shown above zero.
 * 3. Who left is not shown here; nobody is deleted. */
#include "service/party-list.h"

#include "base/money.h"
#include "ledger/balance.h"
#include "people/party.h"
#include "service/labels.h"

enum {
  ROW_PROP_0,
  ROW_PROP_CODE,
  ROW_PROP_NAME,
  ROW_PROP_GROUP,
  ROW_PROP_SHARES,
  ROW_PROP_RETAINED,
  ROW_PROP_PAYABLE,
  N_ROW_PROPS,
};

#define N_ROLES 3

static const char *const roles[N_ROLES] = { "member-shares", "retained", "returns-payable" };

typedef struct {
  gint64 key;
  gint64 minor[N_ROLES];
  gboolean touched[N_ROLES];
} Holding;

typedef struct {
  TqLabels *labels;
  GHashTable *groups;   /* key -> name */
  GHashTable *holdings; /* key of the party -> Holding */
} Extra;

static void
free_extra (gpointer data)
{
  Extra *extra = data;
  g_clear_pointer (&extra->labels, tq_labels_free);
  g_hash_table_unref (extra->groups);
  g_hash_table_unref (extra->holdings);
  g_free (extra);
}

static gboolean
read_groups (Extra *extra, TqStore *store, GError **error)
{
  g_autoptr (GPtrArray) groups = tq_party_group_load_all (store, error);
  if (groups == NULL)
    return FALSE;
  for (guint i = 0; i < groups->len; i++) {
    const TqPartyGroup *group = g_ptr_array_index (groups, i);
    g_hash_table_insert (extra->groups,
                         g_memdup2 (&group->event, sizeof group->event),
                         g_strdup (group->name));
  }
  return TRUE;
}

static Holding *
get_holding (Extra *extra, gint64 party)
{
  Holding *holding = g_hash_table_lookup (extra->holdings, &party);
  if (holding == NULL) {
    holding = g_new0 (Holding, 1);
    holding->key = party;
    g_hash_table_insert (extra->holdings, &holding->key, holding);
  }
  return holding;
}

static gboolean
read_role (Extra *extra, TqStore *store, guint role, GError **error)
{
  const GPtrArray *accounts = tq_labels_get_accounts (extra->labels);
  for (guint i = 0; i < accounts->len; i++) {
    const TqAccount *account = g_ptr_array_index (accounts, i);
    if (g_strcmp0 (account->role, roles[role]) != 0)
      continue;
    g_autoptr (GArray) balances =
      tq_balance_load_parties (store, account->event, TQ_DAY_MIN, TQ_DAY_MAX, error);
    if (balances == NULL)
      return FALSE;
    for (guint j = 0; j < balances->len; j++) {
      const TqBalance *b = &g_array_index (balances, TqBalance, j);
      if (b->commodity != tq_labels_get_currency (extra->labels))
        continue;
      Holding *holding = get_holding (extra, b->party);
      holding->minor[role] = b->credit - b->debit;
      holding->touched[role] = TRUE;
    }
  }
  return TRUE;
}

static const char *
get_group (const Extra *extra, const TqParty *party)
{
  const char *name = g_hash_table_lookup (extra->groups, &party->group);
  return name != NULL ? name : "";
}

static gboolean
read_keys (Extra *extra, TqStore *store, const char *typed, GArray *keys, GError **error)
{
  g_autofree char *words = tq_label_fold (typed);
  g_autoptr (GPtrArray) parties = tq_party_load_all (store, TQ_PARTY_FAMILY, TQ_DAY_MAX, error);
  if (parties == NULL)
    return FALSE;
  for (guint i = 0; i < parties->len; i++) {
    const TqParty *party = g_ptr_array_index (parties, i);
    g_autofree char *label =
      g_strjoin (" ", party->code, party->name, get_group (extra, party), NULL);
    g_autofree char *folded = tq_label_fold (label);
    if (tq_label_fits (folded, words))
      g_array_append_val (keys, party->event);
  }
  return TRUE;
}

static gboolean
read_parties (TqStore *store, gpointer request, TqListReading *out_found, GError **error)
{
  Extra *extra = g_new0 (Extra, 1);
  extra->groups = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  extra->holdings = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, g_free);
  out_found->extra = extra;
  out_found->free_extra = free_extra;
  extra->labels = tq_labels_load (store, error);
  if (extra->labels == NULL || !read_groups (extra, store, error))
    return FALSE;
  for (guint i = 0; i < N_ROLES; i++)
    if (!read_role (extra, store, i, error))
      return FALSE;
  out_found->keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  return read_keys (extra, store, request, out_found->keys, error);
}

struct _TqPartyRow {
  GObject parent_instance;
  gint64 key;
  char *words[N_ROW_PROPS]; /* by property */
};

G_DEFINE_FINAL_TYPE (TqPartyRow, tq_party_row, G_TYPE_OBJECT)

static void
tq_party_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, TQ_PARTY_ROW (object)->words[id]);
}

static void
tq_party_row_finalize (GObject *object)
{
  for (guint i = 0; i < N_ROW_PROPS; i++)
    g_free (TQ_PARTY_ROW (object)->words[i]);
  G_OBJECT_CLASS (tq_party_row_parent_class)->finalize (object);
}

static void
tq_party_row_class_init (TqPartyRowClass *class)
{
  static const char *const names[] = { NULL,     "code",     "name",   "group",
                                       "shares", "retained", "payable" };
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  object_class->get_property = tq_party_row_get_property;
  object_class->finalize = tq_party_row_finalize;
  for (guint i = ROW_PROP_CODE; i < N_ROW_PROPS; i++)
    g_object_class_install_property (
      object_class,
      i,
      g_param_spec_string (names[i], NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
tq_party_row_init (TqPartyRow *row)
{
}

gint64
tq_party_row_get_key (TqPartyRow *row)
{
  return row->key;
}

static gpointer
load_row (TqLazyList *list, TqStore *store, gint64 key, gpointer data)
{
  const Extra *extra = data;
  g_autoptr (GError) error = NULL;
  TqPartyRow *row = g_object_new (TQ_TYPE_PARTY_ROW, NULL);
  g_autoptr (TqParty) party = tq_party_load (store, key, &error);
  row->key = key;
  if (party == NULL) {
    row->words[ROW_PROP_NAME] = g_strdup (error->message);
    return row;
  }
  row->words[ROW_PROP_CODE] = g_strdup (party->code);
  row->words[ROW_PROP_NAME] = g_strdup (party->name);
  row->words[ROW_PROP_GROUP] = g_strdup (get_group (extra, party));
  const Holding *holding = g_hash_table_lookup (extra->holdings, &key);
  for (guint i = 0; holding != NULL && i < N_ROLES; i++)
    if (holding->touched[i])
      row->words[ROW_PROP_SHARES + i] =
        tq_labels_build_amount (extra->labels,
                                tq_labels_get_currency (extra->labels),
                                holding->minor[i]);
  return row;
}

struct _TqPartyList {
  TqLazyList parent_instance;
  char *words;
};

G_DEFINE_FINAL_TYPE (TqPartyList, tq_party_list, TQ_TYPE_LAZY_LIST)

static gpointer
dup_request (TqLazyList *list)
{
  return g_strdup (TQ_PARTY_LIST (list)->words);
}

/* Shows only the families whose code, name or group has these words in it (nullable). */
void
tq_party_list_set_words (TqPartyList *list, const char *words)
{
  g_autofree char *stripped = g_strstrip (g_strdup (words != NULL ? words : ""));
  if (g_str_equal (list->words, stripped))
    return;
  g_free (list->words);
  list->words = g_steal_pointer (&stripped);
  tq_lazy_list_refresh (TQ_LAZY_LIST (list));
}

static void
tq_party_list_finalize (GObject *object)
{
  g_free (TQ_PARTY_LIST (object)->words);
  G_OBJECT_CLASS (tq_party_list_parent_class)->finalize (object);
}

static void
tq_party_list_class_init (TqPartyListClass *class)
{
  TqLazyListClass *list_class = TQ_LAZY_LIST_CLASS (class);
  G_OBJECT_CLASS (class)->finalize = tq_party_list_finalize;
  list_class->row_type = TQ_TYPE_PARTY_ROW;
  list_class->dup_request = dup_request;
  list_class->free_request = g_free;
  list_class->read = read_parties;
  list_class->load_row = load_row;
}

static void
tq_party_list_init (TqPartyList *list)
{
  list->words = g_strdup ("");
}
