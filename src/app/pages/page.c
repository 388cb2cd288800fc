/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "app/pages/page.h"

typedef struct {
  char *title;
  char *icon_name;
  gboolean searchable;
  TqBook *book;
} TqPagePrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (TqPage, tq_page, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_TITLE,
  PROP_ICON_NAME,
  PROP_SEARCHABLE,
  PROP_BOOK,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static TqPagePrivate *
get_private (TqPage *page)
{
  return tq_page_get_instance_private (page);
}

/* Its name in the sidebar and above it. */
const char *
tq_page_get_title (TqPage *page)
{
  return get_private (page)->title;
}

const char *
tq_page_get_icon_name (TqPage *page)
{
  return get_private (page)->icon_name;
}

/* Whether words can be looked for in it. */
gboolean
tq_page_is_searchable (TqPage *page)
{
  return get_private (page)->searchable;
}

/* The book that it shows (nullable). */
TqBook *
tq_page_get_book (TqPage *page)
{
  return get_private (page)->book;
}

/* Shows a book (nullable). */
void
tq_page_set_book (TqPage *page, TqBook *book)
{
  if (!g_set_object (&get_private (page)->book, book))
    return;
  if (TQ_PAGE_GET_CLASS (page)->book_changed != NULL)
    TQ_PAGE_GET_CLASS (page)->book_changed (page, book);
  g_object_notify_by_pspec (G_OBJECT (page), props[PROP_BOOK]);
}

/* Shows only that in which *words* are found; "" shows everything. */
void
tq_page_search (TqPage *page, const char *words)
{
  if (TQ_PAGE_GET_CLASS (page)->words_changed != NULL)
    TQ_PAGE_GET_CLASS (page)->words_changed (page, words);
}

static void
tq_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  const TqPagePrivate *priv = get_private (TQ_PAGE (object));
  switch (id) {
  case PROP_TITLE:
    g_value_set_string (value, priv->title);
    break;
  case PROP_ICON_NAME:
    g_value_set_string (value, priv->icon_name);
    break;
  case PROP_SEARCHABLE:
    g_value_set_boolean (value, priv->searchable);
    break;
  case PROP_BOOK:
    g_value_set_object (value, priv->book);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    break;
  }
}

static void
tq_page_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  TqPagePrivate *priv = get_private (TQ_PAGE (object));
  switch (id) {
  case PROP_TITLE:
    g_free (priv->title);
    priv->title = g_value_dup_string (value);
    break;
  case PROP_ICON_NAME:
    g_free (priv->icon_name);
    priv->icon_name = g_value_dup_string (value);
    break;
  case PROP_SEARCHABLE:
    priv->searchable = g_value_get_boolean (value);
    break;
  case PROP_BOOK:
    tq_page_set_book (TQ_PAGE (object), g_value_get_object (value));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    break;
  }
}

static void
tq_page_dispose (GObject *object)
{
  g_clear_object (&get_private (TQ_PAGE (object))->book);
  G_OBJECT_CLASS (tq_page_parent_class)->dispose (object);
}

static void
tq_page_finalize (GObject *object)
{
  TqPagePrivate *priv = get_private (TQ_PAGE (object));
  g_free (priv->title);
  g_free (priv->icon_name);
  G_OBJECT_CLASS (tq_page_parent_class)->finalize (object);
}

static void
tq_page_class_init (TqPageClass *class)
{
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS;
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  object_class->get_property = tq_page_get_property;
  object_class->set_property = tq_page_set_property;
  object_class->dispose = tq_page_dispose;
  object_class->finalize = tq_page_finalize;
  props[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, NULL, flags);
  props[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  props[PROP_SEARCHABLE] = g_param_spec_boolean ("searchable", NULL, NULL, FALSE, flags);
  props[PROP_BOOK] =
    g_param_spec_object ("book", NULL, NULL, TQ_TYPE_BOOK, flags | G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPS, props);
}

static void
tq_page_init (TqPage *page)
{
}
