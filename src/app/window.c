/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "app/window.h"

#include "app/book-actions.h"
#include "app/clock.h"
#include "app/dialogs/error-dialog.h"
#include "app/entry-actions.h"
#include "app/pages/accounts-page.h"
#include "app/pages/assembly-page.h"
#include "app/pages/families-page.h"
#include "app/pages/journal-page.h"
#include "app/pages/start-page.h"
#include "app/settings.h"
#include "base/i18n.h"

struct _TqWindow {
  AdwApplicationWindow parent_instance;
  TqBook *book;
  AdwToastOverlay *toasts;
  AdwToast *undo_toast; /* offers to undo an entry of the book that is open (nullable) */
  GtkStack *view;
  TqStartPage *start_page;
  AdwLeaflet *leaflet;
  GtkWidget *sidebar_box;
  GtkWidget *content_box;
  GtkLabel *book_title;
  AdwWindowTitle *page_title;
  GtkListBox *sidebar;
  GtkWidget *practice_mark;
  GtkSearchBar *search_bar;
  GtkSearchEntry *search_entry;
  GtkToggleButton *search_button;
  GtkStack *pages;
  TqJournalPage *journal_page;
};

G_DEFINE_FINAL_TYPE (TqWindow, tq_window, ADW_TYPE_APPLICATION_WINDOW)

/* The book of the window (nullable). */
TqBook *
tq_window_get_book (TqWindow *window)
{
  return window->book;
}

/* A page by its name (nullable). */
TqPage *
tq_window_get_page (TqWindow *window, const char *name)
{
  GtkWidget *child = gtk_stack_get_child_by_name (window->pages, name);
  return child != NULL ? TQ_PAGE (child) : NULL;
}

/* While something takes its time nothing in this window can be pressed. */
void
tq_window_set_busy (TqWindow *window, gboolean busy)
{
  gtk_widget_set_sensitive (GTK_WIDGET (window->view), !busy);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (window), busy ? "progress" : NULL);
}

/* Says something for a moment at the lower edge. */
void
tq_window_tell (TqWindow *window, const char *words)
{
  g_autofree char *escaped = g_markup_escape_text (words, -1);
  adw_toast_overlay_add_toast (window->toasts, adw_toast_new (escaped));
}

static void
drop_undo_toast (TqWindow *window)
{
  if (window->undo_toast != NULL)
    adw_toast_dismiss (window->undo_toast);
  g_clear_object (&window->undo_toast);
}

/* The same of an entry that was written, with a button that undoes it. */
void
tq_window_tell_undo (TqWindow *window, const char *words, gint64 entry)
{
  g_autofree char *escaped = g_markup_escape_text (words, -1);
  AdwToast *toast = adw_toast_new (escaped);
  adw_toast_set_timeout (toast, 10);
  adw_toast_set_button_label (toast, _ ("Undo"));
  adw_toast_set_action_name (toast, "win.undo-entry");
  adw_toast_set_action_target_value (toast, g_variant_new_int64 (entry));
  drop_undo_toast (window);
  window->undo_toast = g_object_ref (toast);
  adw_toast_overlay_add_toast (window->toasts, toast);
}

/* The entry that is selected in the journal, 0 for none. */
gint64
tq_window_get_selected_entry (TqWindow *window)
{
  return tq_journal_page_get_selected (window->journal_page);
}

/* Selects an entry in the journal as soon as it is read there. */
void
tq_window_select_entry (TqWindow *window, gint64 entry)
{
  tq_journal_page_select (window->journal_page, entry);
}

static TqPage *
get_visible_page (TqWindow *window)
{
  return TQ_PAGE (gtk_stack_get_visible_child (window->pages));
}

static void
update_page (TqWindow *window)
{
  TqPage *page = get_visible_page (window);
  const char *name = gtk_stack_get_visible_child_name (window->pages);
  const gboolean searchable = tq_page_is_searchable (page);
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), "page");
  adw_window_title_set_title (window->page_title, tq_page_get_title (page));
  gtk_widget_set_visible (GTK_WIDGET (window->search_button), searchable);
  gtk_search_bar_set_key_capture_widget (window->search_bar,
                                         searchable ? GTK_WIDGET (window) : NULL);
  if (!searchable)
    gtk_search_bar_set_search_mode (window->search_bar, FALSE);
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_string (name));
}

/* Shows a page by its name; the sidebar follows. */
void
tq_window_show_page (TqWindow *window, const char *name)
{
  if (window->book == NULL || tq_window_get_page (window, name) == NULL)
    return;
  gtk_search_bar_set_search_mode (window->search_bar, FALSE);
  gtk_stack_set_visible_child_name (window->pages, name);
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (window->sidebar)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (g_strcmp0 (gtk_widget_get_name (row), name) == 0)
      gtk_list_box_select_row (window->sidebar, GTK_LIST_BOX_ROW (row));
  adw_leaflet_set_visible_child (window->leaflet, window->content_box);
  update_page (window);
}

static void
row_selected_cb (GtkListBox *sidebar, GtkListBoxRow *row, TqWindow *window)
{
  if (row == NULL || window->book == NULL ||
      g_strcmp0 (gtk_stack_get_visible_child_name (window->pages),
                 gtk_widget_get_name (GTK_WIDGET (row))) == 0)
    return;
  tq_window_show_page (window, gtk_widget_get_name (GTK_WIDGET (row)));
}

static void
row_activated_cb (GtkListBox *sidebar, GtkListBoxRow *row, TqWindow *window)
{
  adw_leaflet_set_visible_child (window->leaflet, window->content_box);
}

static void
search_changed_cb (TqWindow *window)
{
  const gboolean on = gtk_search_bar_get_search_mode (window->search_bar);
  const char *words = gtk_editable_get_text (GTK_EDITABLE (window->search_entry));
  if (window->book != NULL)
    tq_page_search (get_visible_page (window), on ? words : "");
}

static void
search_mode_cb (TqWindow *window)
{
  if (!gtk_search_bar_get_search_mode (window->search_bar))
    gtk_editable_set_text (GTK_EDITABLE (window->search_entry), "");
  search_changed_cb (window);
}

static void
page_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  tq_window_show_page (TQ_WINDOW (user_data), g_variant_get_string (parameter, NULL));
}

static void
search_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TqWindow *window = TQ_WINDOW (user_data);
  if (window->book == NULL || !tq_page_is_searchable (get_visible_page (window)))
    return;
  gtk_search_bar_set_search_mode (window->search_bar, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (window->search_entry));
}

static void
show_account_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TqWindow *window = TQ_WINDOW (user_data);
  tq_journal_page_show_account (window->journal_page, g_variant_get_int64 (parameter));
  tq_window_show_page (window, "journal");
}

static void
show_sidebar_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TqWindow *window = TQ_WINDOW (user_data);
  adw_leaflet_set_visible_child (window->leaflet, window->sidebar_box);
}

/* Shows a book, or the start page without one. Nothing of the book before stays: what was typed for
 * one book is not posted in another, nor its numbers undone there. */
void
tq_window_set_book (TqWindow *window, TqBook *book)
{
  const TqCooperative *cooperative = book != NULL ? tq_book_get_cooperative (book) : NULL;
  const char *name = cooperative != NULL ? cooperative->name : "Tequio";
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (window->pages)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    tq_page_set_book (TQ_PAGE (child), book);
  if (g_set_object (&window->book, book)) {
    tq_entry_actions_forget (window);
    drop_undo_toast (window);
  }
  gtk_window_set_title (GTK_WINDOW (window), name);
  gtk_label_set_label (window->book_title, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (window->book_title), name);
  gtk_widget_set_visible (window->practice_mark, cooperative != NULL && cooperative->practice);
  gtk_search_bar_set_search_mode (window->search_bar, FALSE);
  gtk_search_bar_set_key_capture_widget (window->search_bar, NULL);
  gtk_stack_set_visible_child_name (window->view, book != NULL ? "book" : "start");
  tq_book_actions_update (window);
  tq_entry_actions_update (window);
  tq_start_page_refresh (window->start_page);
  if (book != NULL)
    tq_window_show_page (window, "journal");
}

/* Opens the book at *path*, or says why it cannot be opened. */
void
tq_window_open_path (TqWindow *window, const char *path)
{
  g_autoptr (GError) error = NULL;
  if (window->book != NULL && g_strcmp0 (tq_book_get_path (window->book), path) == 0)
    return;
  g_autoptr (TqBook) book =
    tq_book_open (path, TQ_STORE_WRITE, g_get_real_name (), tq_clock_get_now, &error);
  if (book == NULL) {
    tq_error_dialog_show (GTK_WINDOW (window), error);
    return;
  }
  tq_settings_add_recent (path);
  tq_window_set_book (window, book);
}

static GtkWidget *
build_sidebar_row (const char *name, TqPage *page)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (tq_page_get_title (page));
  GtkWidget *image = gtk_image_new_from_icon_name (tq_page_get_icon_name (page));
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_name (row, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  tq_page_get_title (page),
                                  -1);
  return row;
}

static void
fill_sidebar (TqWindow *window)
{
  g_autoptr (GtkSelectionModel) pages = gtk_stack_get_pages (window->pages);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (pages)); i++) {
    g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (pages), i);
    GtkStackPage *page = GTK_STACK_PAGE (item);
    gtk_list_box_append (window->sidebar,
                         build_sidebar_row (gtk_stack_page_get_name (page),
                                            TQ_PAGE (gtk_stack_page_get_child (page))));
  }
}

static void
tq_window_dispose (GObject *object)
{
  TqWindow *window = TQ_WINDOW (object);
  if (window->book != NULL)
    tq_window_set_book (window, NULL);
  G_OBJECT_CLASS (tq_window_parent_class)->dispose (object);
}

static void
tq_window_class_init (TqWindowClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  G_OBJECT_CLASS (class)->dispose = tq_window_dispose;
  g_type_ensure (TQ_TYPE_START_PAGE);
  g_type_ensure (TQ_TYPE_ACCOUNTS_PAGE);
  g_type_ensure (TQ_TYPE_ASSEMBLY_PAGE);
  g_type_ensure (TQ_TYPE_FAMILIES_PAGE);
  g_type_ensure (TQ_TYPE_JOURNAL_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/coop/tequio/Tequio/window.ui");
  gtk_widget_class_bind_template_child (widget_class, TqWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, TqWindow, view);
  gtk_widget_class_bind_template_child (widget_class, TqWindow, start_page);
  gtk_widget_class_bind_template_child (widget_class, TqWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, TqWindow, sidebar_box);
  gtk_widget_class_bind_template_child (widget_class, TqWindow, content_box);
  gtk_widget_class_bind_template_child (widget_class, TqWindow, book_title);
  gtk_widget_class_bind_template_child (widget_class, TqWindow, page_title);
  gtk_widget_class_bind_template_child (widget_class, TqWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, TqWindow, practice_mark);
  gtk_widget_class_bind_template_child (widget_class, TqWindow, search_bar);
  gtk_widget_class_bind_template_child (widget_class, TqWindow, search_entry);
  gtk_widget_class_bind_template_child (widget_class, TqWindow, search_button);
  gtk_widget_class_bind_template_child (widget_class, TqWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, TqWindow, journal_page);
  gtk_widget_class_bind_template_callback (widget_class, tq_entry_actions_update);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_mode_cb);
}

static void
tq_window_init (TqWindow *window)
{
  static const GActionEntry entries[] = {
    { .name = "page", .activate = page_cb, .parameter_type = "s", .state = "'journal'" },
    { .name = "search", .activate = search_cb },
    { .name = "show-account", .activate = show_account_cb, .parameter_type = "x" },
    { .name = "show-sidebar", .activate = show_sidebar_cb },
  };
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), window);
  gtk_widget_init_template (GTK_WIDGET (window));
  gtk_search_bar_connect_entry (window->search_bar, GTK_EDITABLE (window->search_entry));
  tq_book_actions_add (window);
  tq_entry_actions_add (window);
  fill_sidebar (window);
  tq_settings_bind_window (GTK_WINDOW (window));
}

/* A window without a book (transfer none: the toolkit owns windows). */
TqWindow *
tq_window_new (GtkApplication *application)
{
  return g_object_new (TQ_TYPE_WINDOW, "application", application, NULL);
}
