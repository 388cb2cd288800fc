/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void tq_settings_bind_window (GtkWindow *window);
GStrv tq_settings_dup_recent (void);
void tq_settings_add_recent (const char *path);

G_END_DECLS
