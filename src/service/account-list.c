/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The account tree with balances.
 *
 * 1. A balance is shown on the side on which its kind grows: assets and expenses by debits, the
 *    others by credits. Below zero it stands on the other side.
 * 2. An account shows what it holds itself together with all the accounts below it, every commodity
 *    apart.
 * 3. Order: kind, then code, then name, below one parent at a time. */
#include "service/account-list.h"

#include "base/i18n.h"
#include "base/money.h"
#include "ledger/balance.h"
#include "service/labels.h"

#include <string.h>

typedef struct {
  gint64 commodity;
  gint64 minor; /* debits less credits */
} Holding;

typedef struct Node Node;

struct Node {
  const TqAccount *account; /* borrowed from the labels */
  Node *parent;
  GPtrArray *children; /* of Node, borrowed */
  GArray *holdings;    /* of Holding */
  guint depth;
  gboolean wanted;
};

/* What a reading keeps for its rows. */
typedef struct {
  TqLabels *labels;
  GHashTable *nodes; /* key of the account -> Node */
} Tree;

static void
free_node (gpointer data)
{
  Node *node = data;
  g_ptr_array_unref (node->children);
  g_array_unref (node->holdings);
  g_free (node);
}

static void
free_tree (gpointer data)
{
  Tree *tree = data;
  g_hash_table_unref (tree->nodes);
  tq_labels_free (tree->labels);
  g_free (tree);
}

static Node *
find_node (const Tree *tree, gint64 key)
{
  return g_hash_table_lookup (tree->nodes, &key);
}

static int
compare_nodes (gconstpointer a, gconstpointer b)
{
  const TqAccount *x = (*(const Node *const *) a)->account;
  const TqAccount *y = (*(const Node *const *) b)->account;
  if (x->kind != y->kind)
    return x->kind < y->kind ? -1 : 1;
  const int codes = g_strcmp0 (x->code, y->code);
  if (codes != 0 && x->code != NULL && y->code != NULL)
    return codes;
  return g_utf8_collate (x->full_name, y->full_name);
}

/* Makes the nodes and hangs each below its parent; gives those at the top, sorted. */
static GPtrArray *
grow (Tree *tree)
{
  GPtrArray *top = g_ptr_array_new ();
  const GPtrArray *accounts = tq_labels_get_accounts (tree->labels);
  for (guint i = 0; i < accounts->len; i++) {
    Node *node = g_new0 (Node, 1);
    node->account = g_ptr_array_index (accounts, i);
    node->children = g_ptr_array_new ();
    node->holdings = g_array_new (FALSE, FALSE, sizeof (Holding));
    g_hash_table_insert (tree->nodes, (gpointer) (guintptr) &node->account->event, node);
  }
  for (guint i = 0; i < accounts->len; i++) {
    Node *node = find_node (tree, ((const TqAccount *) g_ptr_array_index (accounts, i))->event);
    node->parent = find_node (tree, node->account->parent);
    g_ptr_array_add (node->parent != NULL ? node->parent->children : top, node);
  }
  return top;
}

static gboolean
add_holding (Node *node, gint64 commodity, gint64 minor, GError **error)
{
  for (guint i = 0; i < node->holdings->len; i++) {
    Holding *holding = &g_array_index (node->holdings, Holding, i);
    if (holding->commodity == commodity)
      return tq_money_add (holding->minor, minor, &holding->minor, error);
  }
  const Holding holding = { commodity, minor };
  g_array_append_val (node->holdings, holding);
  return TRUE;
}

static gboolean
add_balances (Tree *tree, TqStore *store, GError **error)
{
  g_autoptr (GArray) balances = tq_balance_load_range (store, TQ_DAY_MIN, TQ_DAY_MAX, error);
  if (balances == NULL)
    return FALSE;
  for (guint i = 0; i < balances->len; i++) {
    const TqBalance *b = &g_array_index (balances, TqBalance, i);
    for (Node *node = find_node (tree, b->account); node != NULL; node = node->parent)
      if (!add_holding (node, b->commodity, b->debit - b->credit, error))
        return FALSE;
  }
  return TRUE;
}

static void
mark_wanted (const Tree *tree, const char *words)
{
  GHashTableIter iter;
  gpointer value;
  g_autofree char *folded = tq_label_fold (words);
  g_hash_table_iter_init (&iter, tree->nodes);
  while (g_hash_table_iter_next (&iter, NULL, &value)) {
    Node *node = value;
    const TqAccount *account = node->account;
    g_autofree char *label =
      g_strconcat (account->code != NULL ? account->code : "", " ", account->full_name, NULL);
    g_autofree char *folded_label = tq_label_fold (label);
    if (tq_label_fits (folded_label, folded))
      for (Node *above = node; above != NULL; above = above->parent)
        above->wanted = TRUE;
  }
}

/* Appends the keys of the wanted nodes and of those below them, in order. A stack stands for a
 * recursion that a hostile book could make deep. */
static void
walk (GPtrArray *top, GArray *keys)
{
  g_autoptr (GPtrArray) stack = g_ptr_array_new ();
  g_ptr_array_sort (top, compare_nodes);
  for (guint i = top->len; i > 0; i--)
    g_ptr_array_add (stack, g_ptr_array_index (top, i - 1));
  while (stack->len > 0) {
    Node *node = g_ptr_array_steal_index (stack, stack->len - 1);
    if (!node->wanted)
      continue;
    node->depth = node->parent != NULL ? node->parent->depth + 1 : 0;
    g_array_append_val (keys, node->account->event);
    g_ptr_array_sort (node->children, compare_nodes);
    for (guint i = node->children->len; i > 0; i--)
      g_ptr_array_add (stack, g_ptr_array_index (node->children, i - 1));
  }
}

static gboolean
read_accounts (TqStore *store, gpointer request, TqListReading *out_found, GError **error)
{
  Tree *tree = g_new0 (Tree, 1);
  tree->nodes = g_hash_table_new_full (g_int64_hash, g_int64_equal, NULL, free_node);
  tree->labels = tq_labels_load (store, error);
  if (tree->labels == NULL) {
    g_hash_table_unref (tree->nodes);
    g_free (tree);
    return FALSE;
  }
  out_found->extra = tree;
  out_found->free_extra = free_tree;
  g_autoptr (GPtrArray) top = grow (tree);
  if (!add_balances (tree, store, error))
    return FALSE;
  mark_wanted (tree, request);
  out_found->keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  walk (top, out_found->keys);
  return TRUE;
}

enum {
  ROW_PROP_0,
  ROW_PROP_NAME,
  ROW_PROP_CODE,
  ROW_PROP_BALANCE,
  ROW_PROP_KIND,
  N_ROW_PROPS,
};

struct _TqAccountRow {
  GObject parent_instance;
  gint64 key;
  guint depth;
  gboolean has_children;
  char *words[N_ROW_PROPS]; /* by property */
};

G_DEFINE_FINAL_TYPE (TqAccountRow, tq_account_row, G_TYPE_OBJECT)

static void
tq_account_row_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, TQ_ACCOUNT_ROW (object)->words[id]);
}

static void
tq_account_row_finalize (GObject *object)
{
  for (guint i = 0; i < N_ROW_PROPS; i++)
    g_free (TQ_ACCOUNT_ROW (object)->words[i]);
  G_OBJECT_CLASS (tq_account_row_parent_class)->finalize (object);
}

static void
tq_account_row_class_init (TqAccountRowClass *class)
{
  static const char *const names[] = { NULL, "name", "code", "balance", "kind" };
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  object_class->get_property = tq_account_row_get_property;
  object_class->finalize = tq_account_row_finalize;
  for (guint i = ROW_PROP_NAME; i < N_ROW_PROPS; i++)
    g_object_class_install_property (
      object_class,
      i,
      g_param_spec_string (names[i], NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
tq_account_row_init (TqAccountRow *row)
{
}

gint64
tq_account_row_get_key (TqAccountRow *row)
{
  return row->key;
}

/* How many accounts stand above it. */
guint
tq_account_row_get_depth (TqAccountRow *row)
{
  return row->depth;
}

const char *
tq_account_row_get_name (TqAccountRow *row)
{
  return row->words[ROW_PROP_NAME];
}

gboolean
tq_account_row_has_children (TqAccountRow *row)
{
  return row->has_children;
}

static const char *
get_kind_word (TqAccountKind kind)
{
  switch (kind) {
  case TQ_ACCOUNT_ASSET:
    return _ ("What the co-operative has");
  case TQ_ACCOUNT_LIABILITY:
    return _ ("What it owes");
  case TQ_ACCOUNT_EQUITY:
    return _ ("What belongs to its members");
  case TQ_ACCOUNT_INCOME:
    return _ ("What comes in");
  case TQ_ACCOUNT_EXPENSE:
  default:
    return _ ("What is spent");
  }
}

static char *
build_balance (const Node *node, const TqLabels *labels)
{
  const TqAccountKind kind = node->account->kind;
  const gboolean by_debit = kind == TQ_ACCOUNT_ASSET || kind == TQ_ACCOUNT_EXPENSE;
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  for (guint i = 0; i < node->holdings->len; i++) {
    const Holding *holding = &g_array_index (node->holdings, Holding, i);
    g_autofree char *amount = tq_labels_build_amount (labels,
                                                      holding->commodity,
                                                      by_debit ? holding->minor : -holding->minor);
    g_strv_builder_add (builder, amount);
  }
  g_auto (GStrv) amounts = g_strv_builder_end (builder);
  return g_strjoinv (" · ", amounts);
}

static gpointer
load_row (TqLazyList *list, TqStore *store, gint64 key, gpointer extra)
{
  const Tree *tree = extra;
  const Node *node = find_node (tree, key);
  TqAccountRow *row = g_object_new (TQ_TYPE_ACCOUNT_ROW, NULL);
  row->key = key;
  row->depth = node->depth;
  row->has_children = node->children->len > 0;
  row->words[ROW_PROP_NAME] = g_strdup (tq_labels_get_account_name (tree->labels, key));
  row->words[ROW_PROP_CODE] = g_strdup (node->account->code);
  row->words[ROW_PROP_BALANCE] = build_balance (node, tree->labels);
  row->words[ROW_PROP_KIND] =
    g_strdup (node->parent == NULL ? get_kind_word (node->account->kind) : "");
  return row;
}

struct _TqAccountList {
  TqLazyList parent_instance;
  char *words;
};

G_DEFINE_FINAL_TYPE (TqAccountList, tq_account_list, TQ_TYPE_LAZY_LIST)

static gpointer
dup_request (TqLazyList *list)
{
  return g_strdup (TQ_ACCOUNT_LIST (list)->words);
}

/* Shows only the accounts whose name or code has these words in it (nullable), and what stands
 * above them. */
void
tq_account_list_set_words (TqAccountList *list, const char *words)
{
  g_autofree char *stripped = g_strstrip (g_strdup (words != NULL ? words : ""));
  if (g_str_equal (list->words, stripped))
    return;
  g_free (list->words);
  list->words = g_steal_pointer (&stripped);
  tq_lazy_list_refresh (TQ_LAZY_LIST (list));
}

static void
tq_account_list_finalize (GObject *object)
{
  g_free (TQ_ACCOUNT_LIST (object)->words);
  G_OBJECT_CLASS (tq_account_list_parent_class)->finalize (object);
}

static void
tq_account_list_class_init (TqAccountListClass *class)
{
  TqLazyListClass *list_class = TQ_LAZY_LIST_CLASS (class);
  G_OBJECT_CLASS (class)->finalize = tq_account_list_finalize;
  list_class->row_type = TQ_TYPE_ACCOUNT_ROW;
  list_class->dup_request = dup_request;
  list_class->free_request = g_free;
  list_class->read = read_accounts;
  list_class->load_row = load_row;
}

static void
tq_account_list_init (TqAccountList *list)
{
  list->words = g_strdup ("");
}
