/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Somebody chose a file. */
typedef void (*TqFileChosen) (const char *path, gpointer data);

/* The chooser frees *data* when it goes away, whether a file was chosen or not. */
void tq_file_dialog_open_book (GtkWindow *parent,
                               TqFileChosen chosen,
                               gpointer data,
                               GDestroyNotify free_data);
void tq_file_dialog_save_book (GtkWindow *parent,
                               const char *title,
                               const char *name,
                               TqFileChosen chosen,
                               gpointer data,
                               GDestroyNotify free_data);
void tq_file_dialog_save_paper (GtkWindow *parent,
                                const char *name,
                                TqFileChosen chosen,
                                gpointer data,
                                GDestroyNotify free_data);

G_END_DECLS
