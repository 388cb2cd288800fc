/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* What a column view of GTK 4.8 cannot be asked for by a property; later versions can, so that
 * every such call stands here. */
#include "app/widgets/column.h"

static GtkWidget *
get_child (GtkWidget *widget, guint index)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);
  for (guint i = 0; i < index && child != NULL; i++)
    child = gtk_widget_get_next_sibling (child);
  return child;
}

/* Sets the heading of a column of figures above the figures, at the end. */
void
tq_column_align_end (GtkColumnView *view, guint column)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (view));
  GtkWidget *title = header != NULL ? get_child (header, column) : NULL;
  GtkWidget *content = title != NULL ? gtk_widget_get_first_child (title) : NULL;
  if (content != NULL)
    gtk_widget_set_halign (content, GTK_ALIGN_END);
}

/* Brings a row into sight. */
void
tq_column_scroll_to (GtkColumnView *view, guint row)
{
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (view)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LIST_VIEW (child))
      gtk_widget_activate_action (child, "list.scroll-to-item", "u", row);
}
