/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "app/pages/start-page.h"

#include "app/settings.h"
#include "base/i18n.h"

struct _TqStartPage {
  AdwBin parent_instance;
  GtkListBox *recent;
  GtkWidget *recent_group;
};

G_DEFINE_FINAL_TYPE (TqStartPage, tq_start_page, ADW_TYPE_BIN)

static GtkWidget *
build_row (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *folder = g_path_get_dirname (path);
  GtkWidget *row = adw_action_row_new ();
  if (g_str_has_suffix (name, ".tequio"))
    name[strlen (name) - strlen (".tequio")] = '\0';
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), folder);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-path");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", path);
  return row;
}

/* Shows the books opened last, as far as they are still there. */
void
tq_start_page_refresh (TqStartPage *page)
{
  g_auto (GStrv) paths = tq_settings_dup_recent ();
  guint shown = 0;
  for (GtkListBoxRow *row = gtk_list_box_get_row_at_index (page->recent, 0); row != NULL;
       row = gtk_list_box_get_row_at_index (page->recent, 0))
    gtk_list_box_remove (page->recent, GTK_WIDGET (row));
  for (guint i = 0; paths[i] != NULL; i++) {
    if (!g_file_test (paths[i], G_FILE_TEST_EXISTS))
      continue;
    gtk_list_box_append (page->recent, build_row (paths[i]));
    shown++;
  }
  gtk_widget_set_visible (page->recent_group, shown > 0);
}

static void
tq_start_page_class_init (TqStartPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  gtk_widget_class_set_template_from_resource (widget_class, "/coop/tequio/Tequio/start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TqStartPage, recent);
  gtk_widget_class_bind_template_child (widget_class, TqStartPage, recent_group);
}

static void
tq_start_page_init (TqStartPage *page)
{
  gtk_widget_init_template (GTK_WIDGET (page));
  tq_start_page_refresh (page);
}
