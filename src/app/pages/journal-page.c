/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "app/pages/journal-page.h"

#include "app/pages/list-page.h"
#include "app/widgets/column.h"
#include "app/widgets/entry-view.h"
#include "service/journal-list.h"

struct _TqJournalPage {
  TqPage parent_instance;
  TqJournalList *list;
  GtkSingleSelection *selection;
  GtkColumnView *view;
  GtkStack *stack;
  AdwStatusPage *fault;
  GtkRevealer *details;
  TqEntryView *entry_view;
  GtkWidget *narrowed;
  GtkLabel *narrowed_label;
  gint64 selected; /* number of the entry, so that it stays selected over a refresh */
};

G_DEFINE_FINAL_TYPE (TqJournalPage, tq_journal_page, TQ_TYPE_PAGE)

enum {
  PROP_0,
  PROP_SELECTED,
  N_PROPS,
};

static GParamSpec *props[N_PROPS];

static void
update_view (TqJournalPage *page)
{
  const char *fault = tq_lazy_list_get_fault (TQ_LAZY_LIST (page->list));
  g_autofree char *account = tq_journal_list_dup_account_name (page->list);
  adw_status_page_set_description (page->fault, fault);
  gtk_label_set_label (page->narrowed_label, account);
  gtk_widget_set_visible (page->narrowed, account != NULL);
  gtk_stack_set_visible_child_name (
    page->stack,
    tq_list_page_choose_view (TQ_LAZY_LIST (page->list), tq_journal_list_is_narrowed (page->list)));
}

static void
show_selected (TqJournalPage *page)
{
  TqJournalRow *row = gtk_single_selection_get_selected_item (page->selection);
  if (row != NULL)
    tq_entry_view_show (page->entry_view, tq_page_get_book (TQ_PAGE (page)), row);
  gtk_revealer_set_reveal_child (page->details, row != NULL);
}

static void
selection_changed_cb (TqJournalPage *page)
{
  TqJournalRow *row = gtk_single_selection_get_selected_item (page->selection);
  if (row != NULL)
    page->selected = tq_journal_row_get_event (row);
  else if (!tq_lazy_list_is_loading (TQ_LAZY_LIST (page->list)))
    page->selected = 0;
  show_selected (page);
  g_object_notify_by_pspec (G_OBJECT (page), props[PROP_SELECTED]);
}

static void
list_changed_cb (TqJournalPage *page)
{
  if (!tq_lazy_list_is_loading (TQ_LAZY_LIST (page->list)) && page->selected != 0) {
    const guint place = tq_lazy_list_find (TQ_LAZY_LIST (page->list), page->selected);
    if (place != G_MAXUINT && place != gtk_single_selection_get_selected (page->selection)) {
      gtk_single_selection_set_selected (page->selection, place);
      tq_column_scroll_to (page->view, place);
    }
  }
  update_view (page);
}

static void
show_all_cb (TqJournalPage *page)
{
  tq_journal_list_set_account (page->list, 0);
}

/* The entry that is selected, 0 for none. */
gint64
tq_journal_page_get_selected (TqJournalPage *page)
{
  return page->selected;
}

/* Selects an entry, now or when it is read. */
void
tq_journal_page_select (TqJournalPage *page, gint64 entry)
{
  page->selected = entry;
  list_changed_cb (page);
}

/* Shows only the entries of one account; 0 for all. */
void
tq_journal_page_show_account (TqJournalPage *page, gint64 account)
{
  tq_journal_list_set_account (page->list, account);
  update_view (page);
}

static void
book_changed (TqPage *base, TqBook *book)
{
  TqJournalPage *page = TQ_JOURNAL_PAGE (base);
  page->selected = 0;
  tq_journal_list_set_account (page->list, 0);
  tq_lazy_list_set_book (TQ_LAZY_LIST (page->list), book);
  update_view (page);
}

static void
words_changed (TqPage *base, const char *words)
{
  TqJournalPage *page = TQ_JOURNAL_PAGE (base);
  tq_journal_list_set_words (page->list, words);
}

static void
tq_journal_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_int64 (value, TQ_JOURNAL_PAGE (object)->selected);
}

static void
tq_journal_page_class_init (TqJournalPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  TqPageClass *page_class = TQ_PAGE_CLASS (class);
  G_OBJECT_CLASS (class)->get_property = tq_journal_page_get_property;
  props[PROP_SELECTED] = g_param_spec_int64 ("selected",
                                             NULL,
                                             NULL,
                                             0,
                                             G_MAXINT64,
                                             0,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (G_OBJECT_CLASS (class), N_PROPS, props);
  page_class->book_changed = book_changed;
  page_class->words_changed = words_changed;
  g_type_ensure (TQ_TYPE_JOURNAL_LIST);
  g_type_ensure (TQ_TYPE_ENTRY_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/coop/tequio/Tequio/journal-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TqJournalPage, list);
  gtk_widget_class_bind_template_child (widget_class, TqJournalPage, selection);
  gtk_widget_class_bind_template_child (widget_class, TqJournalPage, view);
  gtk_widget_class_bind_template_child (widget_class, TqJournalPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TqJournalPage, fault);
  gtk_widget_class_bind_template_child (widget_class, TqJournalPage, details);
  gtk_widget_class_bind_template_child (widget_class, TqJournalPage, entry_view);
  gtk_widget_class_bind_template_child (widget_class, TqJournalPage, narrowed);
  gtk_widget_class_bind_template_child (widget_class, TqJournalPage, narrowed_label);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_all_cb);
}

static void
tq_journal_page_init (TqJournalPage *page)
{
  gtk_widget_init_template (GTK_WIDGET (page));
  tq_column_align_end (page->view, 4);
}
