/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "app/dialogs/entry-dialog.h"

#include "app/widgets/draft-row.h"
#include "base/i18n.h"

struct _TqEntryDialog {
  AdwWindow parent_instance;
  TqEntryDraft *draft;
  GStrv accounts;
  GStrv parties;
  GtkEntry *day;
  GtkLabel *day_words;
  GtkEntry *text;
  GtkListBox *lines;
  GtkLabel *balance;
  GtkLabel *fault;
  GtkWidget *save;
};

G_DEFINE_FINAL_TYPE (TqEntryDialog, tq_entry_dialog, ADW_TYPE_WINDOW)

enum {
  SIGNAL_POSTED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/* What is wrong; where the two sides say it already, it is not said twice. */
static void
show_fault (TqEntryDialog *dialog, const char *words)
{
  const gboolean said = g_str_equal (words, gtk_label_get_label (dialog->balance));
  gtk_label_set_label (dialog->fault, words);
  gtk_widget_set_visible (GTK_WIDGET (dialog->fault), *words != '\0');
  gtk_widget_set_visible (GTK_WIDGET (dialog->balance), !said);
}

static void
post_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TqEntryDialog *dialog = TQ_ENTRY_DIALOG (widget);
  gint64 event = 0;
  g_autoptr (GError) error = NULL;
  if (!tq_entry_draft_post (dialog->draft, &event, &error)) {
    show_fault (dialog, error->message);
    return;
  }
  g_signal_emit (dialog, signals[SIGNAL_POSTED], 0, event);
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
add_line_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  TqEntryDialog *dialog = TQ_ENTRY_DIALOG (widget);
  tq_entry_draft_add_line (dialog->draft);
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (dialog->lines));
  gtk_widget_grab_focus (gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (last)));
}

static void
changed_cb (TqEntryDialog *dialog)
{
  gboolean even = FALSE;
  g_object_get (dialog->draft, "even", &even, NULL);
  if (even)
    gtk_widget_remove_css_class (GTK_WIDGET (dialog->balance), "warning");
  else
    gtk_widget_add_css_class (GTK_WIDGET (dialog->balance), "warning");
  show_fault (dialog, "");
}

static gboolean
day_key_cb (GtkEventControllerKey *controller,
            guint key,
            guint code,
            GdkModifierType state,
            TqEntryDialog *dialog)
{
  const gboolean later = key == GDK_KEY_plus || key == GDK_KEY_KP_Add || key == GDK_KEY_Up;
  const gboolean earlier = key == GDK_KEY_KP_Subtract || key == GDK_KEY_Down;
  if ((!later && !earlier) || (state & GDK_CONTROL_MASK) != 0)
    return FALSE; /* Ctrl and + add a line from here too */
  tq_entry_draft_step_day (dialog->draft, later ? 1 : -1);
  return TRUE;
}

static GtkWidget *
build_row (gpointer line, gpointer user_data)
{
  TqEntryDialog *dialog = TQ_ENTRY_DIALOG (user_data);
  GtkWidget *row = gtk_list_box_row_new ();
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_widget_set_focusable (row, FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row),
                              tq_draft_row_new (dialog->draft,
                                                line,
                                                (const char *const *) dialog->accounts,
                                                (const char *const *) dialog->parties));
  return row;
}

static void
set_draft (TqEntryDialog *dialog, TqEntryDraft *draft)
{
  const GBindingFlags both = G_BINDING_BIDIRECTIONAL | G_BINDING_SYNC_CREATE;
  dialog->draft = g_object_ref (draft);
  dialog->accounts = tq_entry_draft_dup_account_names (draft);
  dialog->parties = tq_entry_draft_dup_party_names (draft);
  g_object_bind_property (draft, "day", dialog->day, "text", both);
  g_object_bind_property (draft, "text", dialog->text, "text", both);
  g_object_bind_property (draft, "day-words", dialog->day_words, "label", G_BINDING_SYNC_CREATE);
  g_object_bind_property (draft, "balance", dialog->balance, "label", G_BINDING_SYNC_CREATE);
  g_signal_connect_object (draft, "notify", G_CALLBACK (changed_cb), dialog, G_CONNECT_SWAPPED);
  gtk_list_box_bind_model (dialog->lines,
                           tq_entry_draft_list_lines (draft),
                           build_row,
                           dialog,
                           NULL);
  changed_cb (dialog);
}

static void
tq_entry_dialog_dispose (GObject *object)
{
  TqEntryDialog *dialog = TQ_ENTRY_DIALOG (object);
  if (dialog->lines != NULL)
    gtk_list_box_bind_model (dialog->lines, NULL, NULL, NULL, NULL);
  dialog->lines = NULL;
  G_OBJECT_CLASS (tq_entry_dialog_parent_class)->dispose (object);
}

static void
tq_entry_dialog_finalize (GObject *object)
{
  TqEntryDialog *dialog = TQ_ENTRY_DIALOG (object);
  g_clear_object (&dialog->draft);
  g_strfreev (dialog->accounts);
  g_strfreev (dialog->parties);
  G_OBJECT_CLASS (tq_entry_dialog_parent_class)->finalize (object);
}

static void
tq_entry_dialog_class_init (TqEntryDialogClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  G_OBJECT_CLASS (class)->dispose = tq_entry_dialog_dispose;
  G_OBJECT_CLASS (class)->finalize = tq_entry_dialog_finalize;
  /* After the entry was posted, with its number. */
  signals[SIGNAL_POSTED] = g_signal_new ("posted",
                                         TQ_TYPE_ENTRY_DIALOG,
                                         G_SIGNAL_RUN_LAST,
                                         0,
                                         NULL,
                                         NULL,
                                         NULL,
                                         G_TYPE_NONE,
                                         1,
                                         G_TYPE_INT64);
  gtk_widget_class_set_template_from_resource (widget_class, "/coop/tequio/Tequio/entry-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TqEntryDialog, day);
  gtk_widget_class_bind_template_child (widget_class, TqEntryDialog, day_words);
  gtk_widget_class_bind_template_child (widget_class, TqEntryDialog, text);
  gtk_widget_class_bind_template_child (widget_class, TqEntryDialog, lines);
  gtk_widget_class_bind_template_child (widget_class, TqEntryDialog, balance);
  gtk_widget_class_bind_template_child (widget_class, TqEntryDialog, fault);
  gtk_widget_class_bind_template_child (widget_class, TqEntryDialog, save);
  gtk_widget_class_bind_template_callback (widget_class, day_key_cb);
  gtk_widget_class_install_action (widget_class, "entry.post", NULL, post_cb);
  gtk_widget_class_install_action (widget_class, "entry.add-line", NULL, add_line_cb);
  gtk_widget_class_add_binding_action (widget_class,
                                       GDK_KEY_Return,
                                       GDK_CONTROL_MASK,
                                       "entry.post",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class,
                                       GDK_KEY_plus,
                                       GDK_CONTROL_MASK,
                                       "entry.add-line",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class,
                                       GDK_KEY_KP_Add,
                                       GDK_CONTROL_MASK,
                                       "entry.add-line",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
tq_entry_dialog_init (TqEntryDialog *dialog)
{
  gtk_widget_init_template (GTK_WIDGET (dialog));
}

/* The form for *draft*, which keeps what was typed when the form is closed (transfer none: the
 * toolkit owns windows). */
TqEntryDialog *
tq_entry_dialog_new (GtkWindow *parent, TqEntryDraft *draft)
{
  TqEntryDialog *dialog = g_object_new (TQ_TYPE_ENTRY_DIALOG, "transient-for", parent, NULL);
  set_draft (dialog, draft);
  gtk_widget_grab_focus (GTK_WIDGET (dialog->text));
  return dialog;
}
