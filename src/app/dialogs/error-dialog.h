/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWindow *tq_error_dialog_show (GtkWindow *parent, const GError *error);

G_END_DECLS
