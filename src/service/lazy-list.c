/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* A list of anything in the book, for a view that shows a few rows of very many.
 *
 * 1. The keys are read in a thread, on a connection of its own; the window is never kept waiting.
 * 2. Rows are made when they are asked for, a page of them at a time, by key and never by place,
 *    and no more than PAGES_KEPT pages are remembered.
 * 3. When the keys change, the old rows are taken away in one signal and the new ones put in with a
 *    second: told in one signal, a selection would look for its row among all the new ones and so
 *    make every one of them.
 * 4. A reading that was overtaken by a later one is thrown away.
 * 5. A book in memory has only one connection, so there the reading is done at once. */
#include "service/lazy-list.h"

#include "service/kinds.h"

#define PAGE_ROWS 128u
#define PAGES_KEPT 32u

typedef struct {
  GObject *rows[PAGE_ROWS];
  guint64 used; /* by the clock of the list */
} Page;

typedef struct {
  TqBook *book;
  gulong changed_id;
  GCancellable *reading;
  TqListReading found;
  GHashTable *pages; /* number of the page -> Page */
  guint64 clock;
  guint n_items; /* what was told to the view */
  gboolean loading;
  char *fault;
} TqLazyListPrivate;

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_ABSTRACT_TYPE_WITH_CODE (TqLazyList,
                                  tq_lazy_list,
                                  G_TYPE_OBJECT,
                                  G_ADD_PRIVATE (TqLazyList)
                                    G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                           list_model_iface_init))

enum {
  PROP_0,
  PROP_BOOK,
  PROP_LOADING,
  PROP_FAULT,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static TqLazyListPrivate *
get_private (TqLazyList *list)
{
  return tq_lazy_list_get_instance_private (list);
}

static void
free_page (gpointer data)
{
  Page *page = data;
  for (guint i = 0; i < PAGE_ROWS; i++)
    g_clear_object (&page->rows[i]);
  g_free (page);
}

static void
reading_clear (TqListReading *reading)
{
  g_clear_pointer (&reading->keys, g_array_unref);
  if (reading->extra != NULL)
    reading->free_extra (reading->extra);
  reading->extra = NULL;
}

static void
reading_free (gpointer data)
{
  reading_clear (data);
  g_free (data);
}

static void
forget_oldest_page (TqLazyListPrivate *priv)
{
  GHashTableIter iter;
  gpointer key, value, oldest = NULL;
  guint64 used = G_MAXUINT64;
  g_hash_table_iter_init (&iter, priv->pages);
  while (g_hash_table_iter_next (&iter, &key, &value)) {
    const Page *page = value;
    if (page->used < used) {
      used = page->used;
      oldest = key;
    }
  }
  g_hash_table_remove (priv->pages, oldest);
}

static Page *
get_page (TqLazyListPrivate *priv, guint number)
{
  Page *page = g_hash_table_lookup (priv->pages, GUINT_TO_POINTER (number));
  if (page == NULL) {
    if (g_hash_table_size (priv->pages) >= PAGES_KEPT)
      forget_oldest_page (priv);
    page = g_new0 (Page, 1);
    g_hash_table_insert (priv->pages, GUINT_TO_POINTER (number), page);
  }
  page->used = ++priv->clock;
  return page;
}

static GType
get_item_type (GListModel *model)
{
  return TQ_LAZY_LIST_GET_CLASS (model)->row_type;
}

static guint
get_n_items (GListModel *model)
{
  return get_private (TQ_LAZY_LIST (model))->n_items;
}

static gpointer
get_item (GListModel *model, guint position)
{
  TqLazyList *list = TQ_LAZY_LIST (model);
  TqLazyListPrivate *priv = get_private (list);
  if (position >= priv->n_items)
    return NULL;
  Page *page = get_page (priv, position / PAGE_ROWS);
  GObject **row = &page->rows[position % PAGE_ROWS];
  if (*row == NULL)
    *row =
      TQ_LAZY_LIST_GET_CLASS (list)->load_row (list,
                                               tq_book_get_store (priv->book),
                                               g_array_index (priv->found.keys, gint64, position),
                                               priv->found.extra);
  return g_object_ref (*row);
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
set_state (TqLazyList *list, gboolean loading, const char *fault)
{
  TqLazyListPrivate *priv = get_private (list);
  if (priv->loading != loading) {
    priv->loading = loading;
    g_object_notify_by_pspec (G_OBJECT (list), props[PROP_LOADING]);
  }
  if (g_strcmp0 (priv->fault, fault) != 0) {
    g_free (priv->fault);
    priv->fault = g_strdup (fault);
    g_object_notify_by_pspec (G_OBJECT (list), props[PROP_FAULT]);
  }
}

static void
put_reading (TqLazyList *list, TqListReading *found)
{
  TqLazyListPrivate *priv = get_private (list);
  const guint before = priv->n_items;
  priv->n_items = 0;
  g_hash_table_remove_all (priv->pages);
  if (before > 0)
    g_list_model_items_changed (G_LIST_MODEL (list), 0, before, 0);
  reading_clear (&priv->found);
  priv->found = *found;
  *found = (TqListReading){ 0 };
  priv->n_items = priv->found.keys != NULL ? priv->found.keys->len : 0;
  if (priv->n_items > 0)
    g_list_model_items_changed (G_LIST_MODEL (list), 0, 0, priv->n_items);
}

typedef struct {
  TqLazyListClass *class;
  char *path;
  gpointer request;
} Job;

static void
free_job (gpointer data)
{
  Job *job = data;
  if (job->request != NULL)
    job->class->free_request (job->request);
  g_free (job->path);
  g_free (job);
}

static void
read_in_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  const Job *job = data;
  GError *error = NULL;
  g_autofree TqListReading *found = g_new0 (TqListReading, 1);
  g_autoptr (TqStore) store = tq_store_open_snapshot (job->path, tq_kinds_get_all (), &error);
  if (store == NULL || !job->class->read (store, job->request, found, &error)) {
    reading_clear (found);
    g_task_return_error (task, error);
    return;
  }
  g_task_return_pointer (task, g_steal_pointer (&found), reading_free);
}

static void
reading_done_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  TqLazyList *list = TQ_LAZY_LIST (source);
  TqLazyListPrivate *priv = get_private (list);
  g_autoptr (GError) error = NULL;
  g_autofree TqListReading *found = g_task_propagate_pointer (G_TASK (result), &error);
  if (g_task_get_cancellable (G_TASK (result)) != priv->reading) {
    if (found != NULL)
      reading_clear (found);
    return;
  }
  g_clear_object (&priv->reading);
  if (found != NULL)
    put_reading (list, found);
  set_state (list, FALSE, error != NULL ? error->message : NULL);
}

static void
read_at_once (TqLazyList *list)
{
  g_autoptr (GError) error = NULL;
  TqListReading found = { 0 };
  TqLazyListClass *class = TQ_LAZY_LIST_GET_CLASS (list);
  gpointer request = class->dup_request != NULL ? class->dup_request (list) : NULL;
  TqStore *store = tq_book_get_store (get_private (list)->book);
  if (class->read (store, request, &found, &error))
    put_reading (list, &found);
  reading_clear (&found);
  if (request != NULL)
    class->free_request (request);
  set_state (list, FALSE, error != NULL ? error->message : NULL);
}

static void
cancel_reading (TqLazyListPrivate *priv)
{
  if (priv->reading != NULL)
    g_cancellable_cancel (priv->reading);
  g_clear_object (&priv->reading);
}

/* Reads the book again; what is shown stays until the new keys are there. */
void
tq_lazy_list_refresh (TqLazyList *list)
{
  TqLazyListPrivate *priv = get_private (list);
  TqLazyListClass *class = TQ_LAZY_LIST_GET_CLASS (list);
  cancel_reading (priv);
  if (priv->book == NULL)
    return;
  if (tq_book_get_path (priv->book) == NULL) {
    read_at_once (list);
    return;
  }
  priv->reading = g_cancellable_new ();
  g_autoptr (GTask) task = g_task_new (list, priv->reading, reading_done_cb, NULL);
  Job *job = g_new0 (Job, 1);
  job->class = class;
  job->path = g_strdup (tq_book_get_path (priv->book));
  job->request = class->dup_request != NULL ? class->dup_request (list) : NULL;
  g_task_set_task_data (task, job, free_job);
  g_task_run_in_thread (task, read_in_thread);
  set_state (list, TRUE, NULL);
}

/* Whose rows the list shows (nullable); it reads again whenever the book has changed. */
void
tq_lazy_list_set_book (TqLazyList *list, TqBook *book)
{
  TqLazyListPrivate *priv = get_private (list);
  g_return_if_fail (TQ_IS_LAZY_LIST (list));
  if (priv->book == book)
    return;
  TqListReading nothing = { 0 };
  cancel_reading (priv);
  put_reading (list, &nothing);
  if (priv->book != NULL)
    (g_clear_signal_handler) (&priv->changed_id, priv->book); /* the macro loses a const */
  g_set_object (&priv->book, book);
  if (book != NULL)
    priv->changed_id = g_signal_connect_object (book,
                                                "changed",
                                                G_CALLBACK (tq_lazy_list_refresh),
                                                list,
                                                G_CONNECT_SWAPPED);
  tq_lazy_list_refresh (list);
  g_object_notify_by_pspec (G_OBJECT (list), props[PROP_BOOK]);
}

/* The book of the list (nullable). */
TqBook *
tq_lazy_list_get_book (TqLazyList *list)
{
  return get_private (list)->book;
}

gboolean
tq_lazy_list_is_loading (TqLazyList *list)
{
  return get_private (list)->loading;
}

/* Why the last reading failed (nullable). */
const char *
tq_lazy_list_get_fault (TqLazyList *list)
{
  return get_private (list)->fault;
}

/* Place of the row with this key, G_MAXUINT where there is none. */
guint
tq_lazy_list_find (TqLazyList *list, gint64 key)
{
  const TqLazyListPrivate *priv = get_private (list);
  for (guint i = 0; i < priv->n_items; i++)
    if (g_array_index (priv->found.keys, gint64, i) == key)
      return i;
  return G_MAXUINT;
}

static void
tq_lazy_list_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  const TqLazyListPrivate *priv = get_private (TQ_LAZY_LIST (object));
  switch (id) {
  case PROP_BOOK:
    g_value_set_object (value, priv->book);
    break;
  case PROP_LOADING:
    g_value_set_boolean (value, priv->loading);
    break;
  case PROP_FAULT:
    g_value_set_string (value, priv->fault);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    break;
  }
}

static void
tq_lazy_list_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_BOOK)
    tq_lazy_list_set_book (TQ_LAZY_LIST (object), g_value_get_object (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
tq_lazy_list_dispose (GObject *object)
{
  TqLazyListPrivate *priv = get_private (TQ_LAZY_LIST (object));
  cancel_reading (priv);
  if (priv->book != NULL)
    (g_clear_signal_handler) (&priv->changed_id, priv->book); /* the macro loses a const */
  g_clear_object (&priv->book);
  priv->n_items = 0;
  G_OBJECT_CLASS (tq_lazy_list_parent_class)->dispose (object);
}

static void
tq_lazy_list_finalize (GObject *object)
{
  TqLazyListPrivate *priv = get_private (TQ_LAZY_LIST (object));
  g_hash_table_unref (priv->pages);
  reading_clear (&priv->found);
  g_free (priv->fault);
  G_OBJECT_CLASS (tq_lazy_list_parent_class)->finalize (object);
}

static void
tq_lazy_list_class_init (TqLazyListClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  object_class->get_property = tq_lazy_list_get_property;
  object_class->set_property = tq_lazy_list_set_property;
  object_class->dispose = tq_lazy_list_dispose;
  object_class->finalize = tq_lazy_list_finalize;
  props[PROP_BOOK] =
    g_param_spec_object ("book",
                         NULL,
                         NULL,
                         TQ_TYPE_BOOK,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  props[PROP_LOADING] =
    g_param_spec_boolean ("loading", NULL, NULL, FALSE, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  props[PROP_FAULT] =
    g_param_spec_string ("fault", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
tq_lazy_list_init (TqLazyList *list)
{
  get_private (list)->pages =
    g_hash_table_new_full (g_direct_hash, g_direct_equal, NULL, free_page);
}
