/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Waiting for a window as a person does, and looking at it. */
#include "app/settle.h"

#define PATIENCE 10000u /* milliseconds */

static gboolean
stop_cb (gpointer done)
{
  *(gboolean *) done = TRUE;
  return G_SOURCE_REMOVE;
}

/* Lets the program run for a while. */
void
tq_settle (guint milliseconds)
{
  gboolean done = FALSE;
  g_timeout_add (milliseconds, stop_cb, &done);
  while (!done)
    g_main_context_iteration (NULL, TRUE);
}

/* Lets the program run until *test* holds; the test fails when it never does. */
void
tq_settle_until (gboolean (*test) (gpointer data), gpointer data, const char *what)
{
  for (guint waited = 0; !test (data); waited += 10) {
    if (waited > PATIENCE)
      g_error ("waited in vain for %s", what);
    tq_settle (10);
  }
}

/* Writes what a window shows to a PNG file. */
void
tq_draw_window (GtkWidget *window, const char *path)
{
  GtkNative *native = GTK_NATIVE (window);
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (window);
  const int width = gtk_widget_get_width (window), height = gtk_widget_get_height (window);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  gdk_paintable_snapshot (paintable, GDK_SNAPSHOT (snapshot), width, height);
  GskRenderNode *node = gtk_snapshot_free_to_node (snapshot);
  g_assert_nonnull (node);
  const graphene_rect_t bounds = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  g_autoptr (GdkTexture) texture =
    gsk_renderer_render_texture (gtk_native_get_renderer (native), node, &bounds);
  g_assert_true (gdk_texture_save_to_png (texture, path));
  gsk_render_node_unref (node);
}
