/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "app/pages/accounts-page.h"

#include "app/pages/list-page.h"
#include "app/widgets/column.h"
#include "service/account-list.h"

#define INDENT 18 /* pixels a level */

struct _TqAccountsPage {
  TqPage parent_instance;
  TqAccountList *list;
  GtkSingleSelection *selection;
  GtkColumnView *view;
  GtkStack *stack;
  AdwStatusPage *fault;
  gboolean narrowed;
};

G_DEFINE_FINAL_TYPE (TqAccountsPage, tq_accounts_page, TQ_TYPE_PAGE)

static void
list_changed_cb (TqAccountsPage *page)
{
  adw_status_page_set_description (page->fault, tq_lazy_list_get_fault (TQ_LAZY_LIST (page->list)));
  gtk_stack_set_visible_child_name (
    page->stack,
    tq_list_page_choose_view (TQ_LAZY_LIST (page->list), page->narrowed));
}

static void
setup_name_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_width_chars (GTK_LABEL (label), 16);
  gtk_list_item_set_child (item, label);
}

static void
bind_name_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  TqAccountRow *row = gtk_list_item_get_item (item);
  gtk_label_set_label (GTK_LABEL (label), tq_account_row_get_name (row));
  gtk_widget_set_margin_start (label, (int) tq_account_row_get_depth (row) * INDENT);
  if (tq_account_row_has_children (row))
    gtk_widget_add_css_class (label, "heading");
  else
    gtk_widget_remove_css_class (label, "heading");
}

static void
activated_cb (GtkColumnView *view, guint position, TqAccountsPage *page)
{
  g_autoptr (TqAccountRow) row = g_list_model_get_item (G_LIST_MODEL (page->list), position);
  gtk_widget_activate_action (GTK_WIDGET (page),
                              "win.show-account",
                              "x",
                              tq_account_row_get_key (row));
}

static void
show_entries_cb (TqAccountsPage *page)
{
  const guint position = gtk_single_selection_get_selected (page->selection);
  if (position != GTK_INVALID_LIST_POSITION)
    activated_cb (page->view, position, page);
}

static void
book_changed (TqPage *base, TqBook *book)
{
  TqAccountsPage *page = TQ_ACCOUNTS_PAGE (base);
  tq_lazy_list_set_book (TQ_LAZY_LIST (page->list), book);
  list_changed_cb (page);
}

static void
words_changed (TqPage *base, const char *words)
{
  TqAccountsPage *page = TQ_ACCOUNTS_PAGE (base);
  page->narrowed = *words != '\0';
  tq_account_list_set_words (page->list, words);
}

static void
tq_accounts_page_class_init (TqAccountsPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  TQ_PAGE_CLASS (class)->book_changed = book_changed;
  TQ_PAGE_CLASS (class)->words_changed = words_changed;
  g_type_ensure (TQ_TYPE_ACCOUNT_LIST);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/tequio/Tequio/accounts-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TqAccountsPage, list);
  gtk_widget_class_bind_template_child (widget_class, TqAccountsPage, selection);
  gtk_widget_class_bind_template_child (widget_class, TqAccountsPage, view);
  gtk_widget_class_bind_template_child (widget_class, TqAccountsPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TqAccountsPage, fault);
  gtk_widget_class_bind_template_callback (widget_class, list_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_name_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_name_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_entries_cb);
}

static void
tq_accounts_page_init (TqAccountsPage *page)
{
  gtk_widget_init_template (GTK_WIDGET (page));
  tq_column_align_end (page->view, 3);
}
