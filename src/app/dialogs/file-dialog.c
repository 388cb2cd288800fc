/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The one place that knows the chooser of GTK 4.8, which 4.10 replaces. */
#include "app/dialogs/file-dialog.h"

#include "base/i18n.h"

typedef struct {
  TqFileChosen chosen;
  gpointer data;
  GDestroyNotify free_data;
} Choice;

static void
free_choice (gpointer data, GClosure *closure)
{
  Choice *choice = data;
  choice->free_data (choice->data);
  g_free (choice);
}

static void
response_cb (GtkNativeDialog *dialog, int response, gpointer user_data)
{
  const Choice *choice = user_data;
  if (response == GTK_RESPONSE_ACCEPT) {
    g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
    g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
    if (path != NULL)
      choice->chosen (path, choice->data);
  }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

static void
add_filter (GtkFileChooser *chooser, const char *name, const char *pattern)
{
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  gtk_file_filter_set_name (filter, name);
  gtk_file_filter_add_pattern (filter, pattern);
  gtk_file_chooser_add_filter (chooser, filter);
}

static void
run (GtkFileChooserNative *dialog, TqFileChosen chosen, gpointer data, GDestroyNotify free_data)
{
  Choice *choice = g_new (Choice, 1);
  *choice = (Choice){ chosen, data, free_data };
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_data (dialog, "response", G_CALLBACK (response_cb), choice, free_choice, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* Asks for a book that is there. */
void
tq_file_dialog_open_book (GtkWindow *parent,
                          TqFileChosen chosen,
                          gpointer data,
                          GDestroyNotify free_data)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_ ("Open a Book"),
                                                              parent,
                                                              GTK_FILE_CHOOSER_ACTION_OPEN,
                                                              _ ("_Open"),
                                                              _ ("_Cancel"));
  add_filter (GTK_FILE_CHOOSER (dialog), _ ("Books of Tequio"), "*.tequio");
  add_filter (GTK_FILE_CHOOSER (dialog), _ ("All files"), "*");
  run (dialog, chosen, data, free_data);
}

/* Asks where a new book shall stand; *name* is proposed. */
void
tq_file_dialog_save_book (GtkWindow *parent,
                          const char *title,
                          const char *name,
                          TqFileChosen chosen,
                          gpointer data,
                          GDestroyNotify free_data)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (title,
                                                              parent,
                                                              GTK_FILE_CHOOSER_ACTION_SAVE,
                                                              _ ("_Make"),
                                                              _ ("_Cancel"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  run (dialog, chosen, data, free_data);
}

/* Asks where a paper shall be written; *name* is proposed. */
void
tq_file_dialog_save_paper (GtkWindow *parent,
                           const char *name,
                           TqFileChosen chosen,
                           gpointer data,
                           GDestroyNotify free_data)
{
  GtkFileChooserNative *dialog = gtk_file_chooser_native_new (_ ("Save the Paper"),
                                                              parent,
                                                              GTK_FILE_CHOOSER_ACTION_SAVE,
                                                              _ ("_Save"),
                                                              _ ("_Cancel"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  add_filter (GTK_FILE_CHOOSER (dialog), _ ("Papers (PDF)"), "*.pdf");
  run (dialog, chosen, data, free_data);
}
