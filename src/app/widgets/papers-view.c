/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "app/widgets/papers-view.h"

#include "app/dialogs/error-dialog.h"
#include "app/dialogs/file-dialog.h"
#include "base/i18n.h"
#include "service/paper-list.h"

#include <glib/gstdio.h>

struct _TqPapersView {
  AdwBin parent_instance;
  GtkStack *stack;
  GtkListBox *list;
  AdwStatusPage *empty;
  TqBook *book;
  gint64 of_case;
  gboolean stale;
};

G_DEFINE_FINAL_TYPE (TqPapersView, tq_papers_view, ADW_TYPE_BIN)

#define ITEM_KEY "tq-paper-item"

static GtkWindow *
get_window (TqPapersView *view)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (view)));
}

static gboolean
write_paper (TqPapersView *view, TqPaperItem *item, const char *path)
{
  g_autoptr (GError) error = NULL;
  if (tq_paper_item_write (item, view->book, path, &error))
    return TRUE;
  tq_error_dialog_show (get_window (view), error);
  return FALSE;
}

/* Opens a paper with the program that shows PDF: a copy in the person's own cache. */
static void
open_paper (TqPapersView *view, TqPaperItem *item)
{
  g_autofree char *folder = g_build_filename (g_get_user_cache_dir (), "tequio", "papers", NULL);
  g_autofree char *name = tq_paper_item_dup_file_name (item);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_mkdir_with_parents (folder, 0700);
  if (!write_paper (view, item, path))
    return;
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  gtk_show_uri (get_window (view), uri, GDK_CURRENT_TIME);
}

static void
open_cb (GtkButton *button, TqPapersView *view)
{
  open_paper (view, g_object_get_data (G_OBJECT (button), ITEM_KEY));
}

typedef struct {
  TqPapersView *view;
  TqPaperItem *item;
} Saving;

static void
free_saving (gpointer data)
{
  Saving *saving = data;
  g_object_unref (saving->view);
  g_object_unref (saving->item);
  g_free (saving);
}

static void
save_chosen (const char *path, gpointer data)
{
  const Saving *saving = data;
  if (saving->view->book != NULL)
    (void) write_paper (saving->view, saving->item, path);
}

static void
save_cb (GtkButton *button, TqPapersView *view)
{
  TqPaperItem *item = g_object_get_data (G_OBJECT (button), ITEM_KEY);
  g_autofree char *name = tq_paper_item_dup_file_name (item);
  Saving *saving = g_new (Saving, 1);
  *saving = (Saving){ g_object_ref (view), g_object_ref (item) };
  tq_file_dialog_save_paper (get_window (view), name, save_chosen, saving, free_saving);
}

static GtkWidget *
build_button (TqPapersView *view, TqPaperItem *item, const char *label, GCallback callback)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);
  g_autofree char *name = g_strdup_printf (_ ("%1$s: %2$s"), tq_paper_item_get_title (item), label);
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);
  g_autofree char *plain = g_strjoinv ("", parts);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  plain,
                                  -1);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  g_object_set_data_full (G_OBJECT (button), ITEM_KEY, g_object_ref (item), g_object_unref);
  g_signal_connect_object (button, "clicked", callback, view, 0);
  return button;
}

static GtkWidget *
build_row (gpointer item, gpointer user_data)
{
  TqPapersView *view = TQ_PAPERS_VIEW (user_data);
  GtkWidget *row = adw_action_row_new ();
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), tq_paper_item_get_title (item));
  adw_action_row_add_prefix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("x-office-document-symbolic"));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             build_button (view, item, _ ("Open"), G_CALLBACK (open_cb)));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             build_button (view, item, _ ("Save…"), G_CALLBACK (save_cb)));
  return row;
}

static void
update (TqPapersView *view)
{
  g_autoptr (GError) error = NULL;
  if (!view->stale || view->of_case == 0 || !gtk_widget_get_mapped (GTK_WIDGET (view)))
    return;
  view->stale = FALSE;
  g_autoptr (GListModel) papers = tq_paper_list_load (view->book, view->of_case, &error);
  const gboolean filled = papers != NULL && g_list_model_get_n_items (papers) > 0;
  gtk_list_box_bind_model (view->list, papers, build_row, view, NULL);
  adw_status_page_set_description (
    view->empty,
    error != NULL ? error->message
                  : _ ("A paper is there as soon as the step that it belongs to was made."));
  gtk_stack_set_visible_child_name (view->stack, filled ? "list" : "empty");
}

/* Shows the papers of a case. */
void
tq_papers_view_show (TqPapersView *view, TqBook *book, gint64 of_case)
{
  g_set_object (&view->book, book);
  view->of_case = of_case;
  view->stale = TRUE;
  update (view);
}

static void
tq_papers_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (tq_papers_view_parent_class)->map (widget);
  update (TQ_PAPERS_VIEW (widget));
}

static void
tq_papers_view_dispose (GObject *object)
{
  g_clear_object (&TQ_PAPERS_VIEW (object)->book);
  G_OBJECT_CLASS (tq_papers_view_parent_class)->dispose (object);
}

static void
tq_papers_view_class_init (TqPapersViewClass *class)
{
  G_OBJECT_CLASS (class)->dispose = tq_papers_view_dispose;
  GTK_WIDGET_CLASS (class)->map = tq_papers_view_map;
}

static void
tq_papers_view_init (TqPapersView *view)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  view->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (view->list, GTK_SELECTION_NONE);
  gtk_widget_set_valign (GTK_WIDGET (view->list), GTK_ALIGN_START);
  gtk_widget_add_css_class (GTK_WIDGET (view->list), "boxed-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view->list),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Papers of the case"),
                                  -1);
  gtk_widget_add_css_class (clamp, "papers");
  adw_clamp_set_child (ADW_CLAMP (clamp), GTK_WIDGET (view->list));
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled),
                                  GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  view->empty = ADW_STATUS_PAGE (adw_status_page_new ());
  gtk_widget_add_css_class (GTK_WIDGET (view->empty), "compact");
  view->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_add_named (view->stack, GTK_WIDGET (view->empty), "empty");
  gtk_stack_add_named (view->stack, scrolled, "list");
  adw_bin_set_child (ADW_BIN (view), GTK_WIDGET (view->stack));
}
