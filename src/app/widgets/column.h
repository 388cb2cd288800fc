/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tq_column_align_end (GtkColumnView *view, guint column);
void tq_column_scroll_to (GtkColumnView *view, guint row);

G_END_DECLS
