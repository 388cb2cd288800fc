/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "app/pages/page.h"

G_BEGIN_DECLS

#define TQ_TYPE_WINDOW (tq_window_get_type ())
G_DECLARE_FINAL_TYPE (TqWindow, tq_window, TQ, WINDOW, AdwApplicationWindow)

TqWindow *tq_window_new (GtkApplication *application) G_GNUC_WARN_UNUSED_RESULT;
TqBook *tq_window_get_book (TqWindow *window);
void tq_window_set_book (TqWindow *window, TqBook *book);
void tq_window_open_path (TqWindow *window, const char *path);

void tq_window_show_page (TqWindow *window, const char *name);
TqPage *tq_window_get_page (TqWindow *window, const char *name);
void tq_window_set_busy (TqWindow *window, gboolean busy);
void tq_window_tell (TqWindow *window, const char *words);
void tq_window_tell_undo (TqWindow *window, const char *words, gint64 entry);
gint64 tq_window_get_selected_entry (TqWindow *window);
void tq_window_select_entry (TqWindow *window, gint64 entry);

G_END_DECLS
