/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Writing entries and correcting them. What was typed and not posted stays with the window, so that
 * closing the form loses nothing. */
#include "app/entry-actions.h"

#include "app/clock.h"
#include "app/dialogs/entry-dialog.h"
#include "app/dialogs/error-dialog.h"
#include "app/pages/journal-page.h"
#include "base/i18n.h"
#include "service/ledger.h"

#define DRAFT_KEY "tq-entry-draft"

static void
posted_cb (TqEntryDialog *dialog, gint64 event, TqWindow *window)
{
  g_autofree char *words = g_strdup_printf (_ ("Entry %" PRId64 " is written."), event);
  tq_entry_actions_forget (window);
  tq_window_select_entry (window, event);
  tq_window_tell_undo (window, words, event);
}

static void
show_draft (TqWindow *window, TqEntryDraft *draft)
{
  TqEntryDialog *dialog = tq_entry_dialog_new (GTK_WINDOW (window), draft);
  g_object_set_data_full (G_OBJECT (window), DRAFT_KEY, g_object_ref (draft), g_object_unref);
  g_signal_connect_object (dialog, "posted", G_CALLBACK (posted_cb), window, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
new_entry_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GError) error = NULL;
  TqEntryDraft *kept = g_object_get_data (G_OBJECT (user_data), DRAFT_KEY);
  if (kept != NULL && !tq_entry_draft_is_empty (kept)) {
    show_draft (TQ_WINDOW (user_data), kept);
    return;
  }
  g_autoptr (TqEntryDraft) draft =
    tq_entry_draft_new (tq_window_get_book (TQ_WINDOW (user_data)), tq_clock_get_today (), &error);
  if (draft != NULL)
    show_draft (TQ_WINDOW (user_data), draft);
  else
    tq_error_dialog_show (GTK_WINDOW (user_data), error);
}

static void
write_again (TqWindow *window, gint64 event)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TqEntryDraft) draft =
    tq_entry_draft_new (tq_window_get_book (window), tq_clock_get_today (), &error);
  if (draft != NULL && tq_entry_draft_copy (draft, event, &error))
    show_draft (window, draft);
  else
    tq_error_dialog_show (GTK_WINDOW (window), error);
}

static gboolean
reverse (TqWindow *window, gint64 event, const char *why)
{
  gint64 reversal = 0;
  g_autoptr (GError) error = NULL;
  TqDay day = tq_clock_get_today ();
  TqBook *book = tq_window_get_book (window);
  if (!tq_entry_draft_find_day (book, day, &day, &error) ||
      !tq_ledger_reverse (book, day, event, why, &reversal, &error)) {
    tq_error_dialog_show (GTK_WINDOW (window), error);
    return FALSE;
  }
  g_autofree char *words =
    g_strdup_printf (_ ("Entry %" PRId64 " is undone by entry %" PRId64 "."), event, reversal);
  tq_window_tell (window, words);
  return TRUE;
}

static void
correct_response_cb (AdwMessageDialog *dialog, const char *response, TqWindow *window)
{
  const gint64 event = tq_window_get_selected_entry (window);
  GtkEditable *why = GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog));
  const char *words = gtk_editable_get_text (why);
  if (g_str_equal (response, "cancel") || event == 0)
    return;
  if (reverse (window, event, *words != '\0' ? words : _ ("Correction")) &&
      g_str_equal (response, "again"))
    write_again (window, event);
}

static void
correct_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  const gint64 event = tq_window_get_selected_entry (TQ_WINDOW (user_data));
  if (event == 0)
    return;
  g_autofree char *heading = g_strdup_printf (_ ("Correct Entry %" PRId64 "?"), event);
  GtkWidget *dialog = adw_message_dialog_new (
    GTK_WINDOW (user_data),
    heading,
    _ (
      "What is written stays. An opposite entry undoes it, dated today, and both name each other."));
  GtkWidget *why = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (why), _ ("What was wrong"));
  gtk_entry_set_activates_default (GTK_ENTRY (why), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (why),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What was wrong"),
                                  -1);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), why);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog),
                                    "cancel",
                                    _ ("_Cancel"),
                                    "undo",
                                    _ ("_Undo Only"),
                                    "again",
                                    _ ("Undo and _Write Again"),
                                    NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog),
                                              "again",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "again");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (dialog, "response", G_CALLBACK (correct_response_cb), user_data, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
undo_entry_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  reverse (TQ_WINDOW (user_data), g_variant_get_int64 (parameter), _ ("Undone at once"));
}

static const GActionEntry entries[] = {
  { .name = "new-entry", .activate = new_entry_cb },
  { .name = "correct", .activate = correct_cb },
  { .name = "undo-entry", .activate = undo_entry_cb, .parameter_type = "x" },
};

/* Gives the window its actions on entries. */
void
tq_entry_actions_add (TqWindow *window)
{
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), window);
  tq_entry_actions_update (window);
}

/* Forgets what was typed and not posted, which belongs to the book that the window lets go of. */
void
tq_entry_actions_forget (TqWindow *window)
{
  g_object_set_data (G_OBJECT (window), DRAFT_KEY, NULL);
}

/* What can be done with the book and the entry that is selected. */
void
tq_entry_actions_update (TqWindow *window)
{
  const gboolean open = tq_window_get_book (window) != NULL;
  const gboolean chosen = open && tq_window_get_selected_entry (window) != 0;
  const gboolean enabled[] = { open, chosen, open };
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++) {
    GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), entries[i].name);
    g_simple_action_set_enabled (G_SIMPLE_ACTION (action), enabled[i]);
  }
}
