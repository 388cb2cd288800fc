/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* What the window remembers between two days. A program that runs from its build folder may stand
 * without its schema: then it remembers nothing, and works. */
#include "app/settings.h"

#define SCHEMA_ID "coop.tequio.Tequio"
#define RECENT_KEY "recent-books"
#define RECENT_MAX 8u

static GSettings *
get_settings (void)
{
  static gsize looked = 0;
  static GSettings *settings = NULL;
  if (g_once_init_enter (&looked)) {
    GSettingsSchemaSource *source = g_settings_schema_source_get_default ();
    g_autoptr (GSettingsSchema) schema =
      source != NULL ? g_settings_schema_source_lookup (source, SCHEMA_ID, TRUE) : NULL;
    if (schema != NULL)
      settings = g_settings_new (SCHEMA_ID);
    g_once_init_leave (&looked, 1);
  }
  return settings;
}

/* Gives a window the size that it had, and remembers the one it will have. */
void
tq_settings_bind_window (GtkWindow *window)
{
  GSettings *settings = get_settings ();
  if (settings == NULL)
    return;
  g_settings_bind (settings, "window-width", window, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", window, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", window, "maximized", G_SETTINGS_BIND_DEFAULT);
}

/* Paths of the books opened last, the newest first (transfer full). */
GStrv
tq_settings_dup_recent (void)
{
  GSettings *settings = get_settings ();
  return settings != NULL ? g_settings_get_strv (settings, RECENT_KEY) : g_new0 (char *, 1);
}

/* Puts a book first among those opened last. */
void
tq_settings_add_recent (const char *path)
{
  GSettings *settings = get_settings ();
  g_auto (GStrv) old = tq_settings_dup_recent ();
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_strv_builder_add (builder, path);
  for (guint i = 0, kept = 1; old[i] != NULL && kept < RECENT_MAX; i++) {
    if (g_str_equal (old[i], path))
      continue;
    g_strv_builder_add (builder, old[i]);
    kept++;
  }
  g_auto (GStrv) paths = g_strv_builder_end (builder);
  if (settings != NULL)
    g_settings_set_strv (settings, RECENT_KEY, (const char *const *) paths);
}
