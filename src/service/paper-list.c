/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The papers that there are of a case by now: one for every record that a paper stands for, and of
 * a consultation one for every group. Whether a paper is there, its own builder says. */
#include "service/paper-list.h"

#include "base/error.h"
#include "base/i18n.h"
#include "people/party.h"
#include "service/papers.h"

struct _TqPaperItem {
  GObject parent_instance;
  gint64 of_case;
  const char *name; /* static */
  guint number;     /* 0 where there is only one of its kind */
  char *group;      /* (nullable) code */
  char *title;
};

G_DEFINE_FINAL_TYPE (TqPaperItem, tq_paper_item, G_TYPE_OBJECT)

static void
tq_paper_item_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, TQ_PAPER_ITEM (object)->title);
}

static void
tq_paper_item_finalize (GObject *object)
{
  g_free (TQ_PAPER_ITEM (object)->group);
  g_free (TQ_PAPER_ITEM (object)->title);
  G_OBJECT_CLASS (tq_paper_item_parent_class)->finalize (object);
}

static void
tq_paper_item_class_init (TqPaperItemClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  object_class->get_property = tq_paper_item_get_property;
  object_class->finalize = tq_paper_item_finalize;
  g_object_class_install_property (
    object_class,
    1,
    g_param_spec_string ("title", NULL, NULL, NULL, G_PARAM_READABLE | G_PARAM_STATIC_STRINGS));
}

static void
tq_paper_item_init (TqPaperItem *item)
{
}

const char *
tq_paper_item_get_title (TqPaperItem *item)
{
  return item->title;
}

/* A name for its file (transfer full). */
char *
tq_paper_item_dup_file_name (TqPaperItem *item)
{
  g_autoptr (GString) name = g_string_new (item->name);
  if (item->number > 0)
    g_string_append_printf (name, "-%u", item->number);
  if (item->group != NULL)
    g_string_append_printf (name, "-%s", item->group);
  g_string_append (name, ".pdf");
  return g_strdelimit (g_strdup (name->str), "/", '-');
}

static TqPaperOrder
get_order (const TqPaperItem *item)
{
  return (TqPaperOrder){ .name = item->name, .number = item->number, .group = item->group };
}

/* Writes the paper as PDF; a file of that name is replaced. */
gboolean
tq_paper_item_write (TqPaperItem *item, TqBook *book, const char *path, GError **error)
{
  const TqPaperOrder order = get_order (item);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileOutputStream) out =
    g_file_replace (file, NULL, FALSE, G_FILE_CREATE_REPLACE_DESTINATION, NULL, error);
  return out != NULL &&
         tq_papers_write_pdf (book, item->of_case, &order, G_OUTPUT_STREAM (out), error) &&
         g_output_stream_close (G_OUTPUT_STREAM (out), NULL, error);
}

static char *
build_title (const TqPaperItem *item, const char *group)
{
  const char *title = tq_papers_get_title (item->name);
  if (group != NULL)
    return g_strdup_printf (_ ("%1$s %2$u, %3$s"), title, item->number, group);
  if (item->number > 0)
    return g_strdup_printf (_ ("%1$s %2$u"), title, item->number);
  return g_strdup (title);
}

/* Adds the paper where there is one; *out_there* says whether. */
static gboolean
add_paper (GListStore *list,
           TqBook *book,
           TqPaperItem *item,
           const TqPartyGroup *group,
           gboolean *out_there,
           GError **error)
{
  g_autoptr (GError) missing = NULL;
  item->group = group != NULL ? g_strdup (group->code) : NULL;
  const TqPaperOrder order = get_order (item);
  g_autoptr (TqDocument) document = tq_papers_build (book, item->of_case, &order, &missing);
  *out_there = document != NULL;
  if (document == NULL && !g_error_matches (missing, TQ_ERROR, TQ_ERROR_NOT_FOUND)) {
    g_propagate_error (error, g_steal_pointer (&missing));
    return FALSE;
  }
  if (document != NULL) {
    item->title = build_title (item, group != NULL ? group->name : NULL);
    g_list_store_append (list, item);
  }
  return TRUE;
}

static TqPaperItem *
new_item (gint64 of_case, const char *name, guint number)
{
  TqPaperItem *item = g_object_new (TQ_TYPE_PAPER_ITEM, NULL);
  item->of_case = of_case;
  item->name = name;
  item->number = number;
  return item;
}

/* All papers of one kind that has several, from the first, until there is none. */
static gboolean
add_kind (GListStore *list,
          TqBook *book,
          gint64 of_case,
          const char *name,
          const GPtrArray *groups,
          GError **error)
{
  gboolean there = TRUE;
  for (guint number = 1; there; number++) {
    const guint count = groups != NULL ? groups->len : 1;
    there = FALSE;
    for (guint i = 0; i < count; i++) {
      gboolean one = FALSE;
      g_autoptr (TqPaperItem) item = new_item (of_case, name, number);
      if (!add_paper (list,
                      book,
                      item,
                      groups != NULL ? g_ptr_array_index (groups, i) : NULL,
                      &one,
                      error))
        return FALSE;
      there = there || one;
    }
  }
  return TRUE;
}

/* Every paper of the case that there is by now, in the order of the road (transfer full, of
 * TqPaperItem). */
GListModel *
tq_paper_list_load (TqBook *book, gint64 of_case, GError **error)
{
  static const char *const several[] = { "vigilance", "notice",      "roll", "minutes",
                                         "mandate",   "report-back", NULL };
  const char *const *names = tq_papers_get_names ();
  g_autoptr (GListStore) list = g_list_store_new (TQ_TYPE_PAPER_ITEM);
  g_autoptr (GPtrArray) groups = tq_party_group_load_all (tq_book_get_store (book), error);
  if (groups == NULL)
    return NULL;
  for (guint i = 0; names[i] != NULL; i++) {
    gboolean there = FALSE, done;
    const gboolean by_group = g_str_equal (names[i], "consultation");
    if (by_group || g_strv_contains (several, names[i])) {
      done = add_kind (list, book, of_case, names[i], by_group ? groups : NULL, error);
    } else {
      g_autoptr (TqPaperItem) item = new_item (of_case, names[i], 0);
      done = add_paper (list, book, item, NULL, &there, error);
    }
    if (!done)
      return NULL;
  }
  return G_LIST_MODEL (g_steal_pointer (&list));
}
