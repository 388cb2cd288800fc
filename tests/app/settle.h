/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "app/window.h"

void tq_settle (guint milliseconds);
void tq_settle_until (gboolean (*test) (gpointer data), gpointer data, const char *what);
void tq_draw_window (GtkWidget *window, const char *path);
