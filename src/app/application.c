/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "app/application.h"

#include "app/window.h"
#include "base/i18n.h"

struct _TqApplication {
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (TqApplication, tq_application, ADW_TYPE_APPLICATION)

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *parent = gtk_application_get_active_window (GTK_APPLICATION (user_data));
  adw_show_about_window (
    parent,
    "application-name",
    "Tequio",
    "application-icon",
    TQ_APP_ID,
    "version",
    TQ_VERSION,
    "developer-name",
    _ ("The Tequio contributors"),
    "license-type",
    GTK_LICENSE_GPL_3_0,
    "comments",
    _ ("The books of a co-operative and the decision about its surplus, in one "
       "file. What was written can be corrected, never changed, and anybody can "
       "verify it."),
    NULL);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkApplication *application = GTK_APPLICATION (user_data);
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (application));
  for (GList *link = windows; link != NULL; link = link->next)
    gtk_window_close (link->data);
}

static void
new_window_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  gtk_window_present (GTK_WINDOW (tq_window_new (GTK_APPLICATION (user_data))));
}

static void
set_accels (GtkApplication *application)
{
  static const struct {
    const char *action;
    const char *accels[3];
  } table[] = {
    { "app.quit", { "<Control>q", NULL } },
    { "app.new-window", { "<Control><Shift>n", NULL } },
    { "window.close", { "<Control>w", NULL } },
    { "win.open", { "<Control>o", NULL } },
    { "win.new-entry", { "<Control>n", NULL } },
    { "win.correct", { "<Control>e", NULL } },
    { "win.search", { "<Control>f", NULL } },
    { "win.show-help-overlay", { "<Control>question", NULL } },
    { "win.page::journal", { "<Control>1", NULL } },
    { "win.page::accounts", { "<Control>2", NULL } },
    { "win.page::families", { "<Control>3", NULL } },
    { "win.page::assembly", { "<Control>4", NULL } },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (table); i++)
    gtk_application_set_accels_for_action (application, table[i].action, table[i].accels);
}

static void
tq_application_startup (GApplication *application)
{
  static const GActionEntry entries[] = {
    { .name = "about", .activate = about_cb },
    { .name = "quit", .activate = quit_cb },
    { .name = "new-window", .activate = new_window_cb },
  };
  G_APPLICATION_CLASS (tq_application_parent_class)->startup (application);
  g_action_map_add_action_entries (G_ACTION_MAP (application),
                                   entries,
                                   G_N_ELEMENTS (entries),
                                   application);
  set_accels (GTK_APPLICATION (application));
  gtk_window_set_default_icon_name (TQ_APP_ID);
}

static void
tq_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));
  if (window == NULL)
    window = GTK_WINDOW (tq_window_new (GTK_APPLICATION (application)));
  gtk_window_present (window);
}

static TqWindow *
find_window (GtkApplication *application, const char *path)
{
  TqWindow *empty = NULL;
  for (GList *link = gtk_application_get_windows (application); link != NULL; link = link->next) {
    TqWindow *window = TQ_WINDOW (link->data);
    TqBook *book = tq_window_get_book (window);
    if (book == NULL)
      empty = window;
    else if (g_strcmp0 (tq_book_get_path (book), path) == 0)
      return window;
  }
  return empty != NULL ? empty : tq_window_new (application);
}

/* A book that is open already comes to the front; any other gets a window of its own. */
static void
tq_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  for (int i = 0; i < n_files; i++) {
    g_autofree char *path = g_file_get_path (files[i]);
    if (path == NULL)
      continue;
    TqWindow *window = find_window (GTK_APPLICATION (application), path);
    gtk_window_present (GTK_WINDOW (window));
    tq_window_open_path (window, path);
  }
}

static void
tq_application_class_init (TqApplicationClass *class)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (class);
  application_class->startup = tq_application_startup;
  application_class->activate = tq_application_activate;
  application_class->open = tq_application_open;
}

static void
tq_application_init (TqApplication *application)
{
}

/* The program (transfer full). */
TqApplication *
tq_application_new (void)
{
  return g_object_new (TQ_TYPE_APPLICATION,
                       "application-id",
                       TQ_APP_ID,
                       "flags",
                       G_APPLICATION_HANDLES_OPEN,
                       NULL);
}
