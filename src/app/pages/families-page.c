/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "app/pages/families-page.h"

#include "app/pages/list-page.h"
#include "app/widgets/column.h"
#include "service/party-list.h"

struct _TqFamiliesPage {
  TqPage parent_instance;
  TqPartyList *list;
  GtkColumnView *view;
  GtkStack *stack;
  AdwStatusPage *fault;
  gboolean narrowed;
};

G_DEFINE_FINAL_TYPE (TqFamiliesPage, tq_families_page, TQ_TYPE_PAGE)

static void
list_changed_cb (TqFamiliesPage *page)
{
  adw_status_page_set_description (page->fault, tq_lazy_list_get_fault (TQ_LAZY_LIST (page->list)));
  gtk_stack_set_visible_child_name (
    page->stack,
    tq_list_page_choose_view (TQ_LAZY_LIST (page->list), page->narrowed));
}

static void
book_changed (TqPage *base, TqBook *book)
{
  TqFamiliesPage *page = TQ_FAMILIES_PAGE (base);
  tq_lazy_list_set_book (TQ_LAZY_LIST (page->list), book);
  list_changed_cb (page);
}

static void
words_changed (TqPage *base, const char *words)
{
  TqFamiliesPage *page = TQ_FAMILIES_PAGE (base);
  page->narrowed = *words != '\0';
  tq_party_list_set_words (page->list, words);
}

static void
tq_families_page_class_init (TqFamiliesPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  TQ_PAGE_CLASS (class)->book_changed = book_changed;
  TQ_PAGE_CLASS (class)->words_changed = words_changed;
  g_type_ensure (TQ_TYPE_PARTY_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/tequio/Tequio/families-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TqFamiliesPage, list);
  gtk_widget_class_bind_template_child (widget_class, TqFamiliesPage, view);
  gtk_widget_class_bind_template_child (widget_class, TqFamiliesPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TqFamiliesPage, fault);
  gtk_widget_class_bind_template_callback (widget_class, list_changed_cb);
}

static void
tq_families_page_init (TqFamiliesPage *page)
{
  gtk_widget_init_template (GTK_WIDGET (page));
  for (guint column = 3; column <= 5; column++)
    tq_column_align_end (page->view, column);
}
