/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "app/application.h"
#include "app/dialogs/entry-dialog.h"
#include "app/dialogs/error-dialog.h"
#include "app/pages/journal-page.h"
#include "app/settle.h"
#include "app/story.h"
#include "base/error.h"
#include "service/checks.h"

#include <locale.h>

/* One for all tests, as a program has one. */
static TqApplication *the_application;

typedef struct {
  TqWindow *window;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->path = tq_story_new_path ();
  TqBook *book = tq_story_create (fixture->path, "en", 0);
  g_assert_finalize_object (book);
  fixture->window = tq_window_new (GTK_APPLICATION (the_application));
  g_object_add_weak_pointer (G_OBJECT (fixture->window), (gpointer *) &fixture->window);
  gtk_window_present (GTK_WINDOW (fixture->window));
}

static gboolean
is_gone (gpointer window)
{
  return *(gpointer *) window == NULL;
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  TqBook *held = tq_window_get_book (fixture->window);
  if (held != NULL)
    g_object_add_weak_pointer (G_OBJECT (held), (gpointer *) &held);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  tq_settle_until (is_gone, &fixture->window, "the window to be freed");
  /* A thread that still reads for a list of the window keeps the book until it is done. */
  tq_settle_until (is_gone, &held, "the book to be freed");
  /* A window that is closed lets go of its book: somebody else can hold it. */
  g_autoptr (TqBook) again =
    tq_book_open (fixture->path, TQ_STORE_WRITE, "Lucía", tq_story_clock, &error);
  g_assert_no_error (error);
  g_clear_object (&again);
  tq_story_remove (fixture->path);
}

static GtkWidget *
find_widget (GtkWidget *widget, GType type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child)) {
    GtkWidget *found = gtk_widget_get_mapped (child) ? find_widget (child, type) : NULL;
    if (found != NULL)
      return found;
  }
  return NULL;
}

static GListModel *
get_rows (TqWindow *window, const char *page)
{
  GtkWidget *view =
    find_widget (GTK_WIDGET (tq_window_get_page (window, page)), GTK_TYPE_COLUMN_VIEW);
  return view != NULL ? G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (view))) : NULL;
}

typedef struct {
  TqWindow *window;
  const char *page;
  guint rows;
} Expected;

static gboolean
has_rows (gpointer data)
{
  const Expected *expected = data;
  GListModel *rows = get_rows (expected->window, expected->page);
  return rows != NULL && g_list_model_get_n_items (rows) == expected->rows;
}

static void
wait_for_rows (TqWindow *window, const char *page, guint count)
{
  Expected expected = { window, page, count };
  tq_settle_until (has_rows, &expected, page);
}

/* Without a book the window offers to open one, and what needs a book cannot be asked for. */
static void
test_start (Fixture *fixture, gconstpointer data)
{
  static const char *const off[] = { "new-entry", "correct", "back-up", "verify", "close-book" };
  tq_settle (50);
  g_assert_null (tq_window_get_book (fixture->window));
  for (guint i = 0; i < G_N_ELEMENTS (off); i++)
    g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), off[i]));
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (fixture->window), "open"));
}

/* Every page shows the book, is named, and has an icon that is there. */
static void
test_pages (Fixture *fixture, gconstpointer data)
{
  static const char *const pages[] = { "journal", "accounts", "families", "assembly" };
  GtkIconTheme *theme =
    gtk_icon_theme_get_for_display (gtk_widget_get_display (GTK_WIDGET (fixture->window)));
  tq_window_open_path (fixture->window, fixture->path);
  wait_for_rows (fixture->window, "journal", 10);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++) {
    TqPage *page = tq_window_get_page (fixture->window, pages[i]);
    g_action_group_activate_action (G_ACTION_GROUP (fixture->window),
                                    "page",
                                    g_variant_new_string (pages[i]));
    tq_settle (100);
    g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (page)));
    g_assert_cmpstr (tq_page_get_title (page), !=, NULL);
    g_assert_true (gtk_icon_theme_has_icon (theme, tq_page_get_icon_name (page)));
  }
  tq_window_show_page (fixture->window, "families");
  wait_for_rows (fixture->window, "families", 7);
}

static gboolean
has_search_entry (gpointer window)
{
  return find_widget (GTK_WIDGET (window), GTK_TYPE_SEARCH_ENTRY) != NULL;
}

/* What is typed in the search bar narrows the page; closing the bar shows everything again. */
static void
test_search (Fixture *fixture, gconstpointer data)
{
  tq_window_open_path (fixture->window, fixture->path);
  wait_for_rows (fixture->window, "journal", 10);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.search", NULL);
  tq_settle_until (has_search_entry, fixture->window, "the search entry");
  GtkWidget *entry = find_widget (GTK_WIDGET (fixture->window), GTK_TYPE_SEARCH_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "buyer");
  wait_for_rows (fixture->window, "journal", 2);
  tq_window_show_page (fixture->window, "accounts");
  tq_window_show_page (fixture->window, "journal");
  wait_for_rows (fixture->window, "journal", 10);
}

/* Typing begins a search where something can be looked for, and nowhere else. */
static void
test_typing (Fixture *fixture, gconstpointer data)
{
  tq_window_open_path (fixture->window, fixture->path);
  wait_for_rows (fixture->window, "journal", 10);
  GtkSearchBar *bar =
    GTK_SEARCH_BAR (find_widget (GTK_WIDGET (fixture->window), GTK_TYPE_SEARCH_BAR));
  g_assert_true (gtk_search_bar_get_key_capture_widget (bar) == GTK_WIDGET (fixture->window));
  tq_window_show_page (fixture->window, "assembly");
  g_assert_null (gtk_search_bar_get_key_capture_widget (bar));
  tq_window_show_page (fixture->window, "families");
  g_assert_true (gtk_search_bar_get_key_capture_widget (bar) == GTK_WIDGET (fixture->window));
  tq_window_set_book (fixture->window, NULL);
  g_assert_null (gtk_search_bar_get_key_capture_widget (bar));
}

/* An account leads to its entries, and "show all" leads back. */
static void
test_account_entries (Fixture *fixture, gconstpointer data)
{
  tq_window_open_path (fixture->window, fixture->path);
  wait_for_rows (fixture->window, "journal", 10);
  g_autoptr (GError) error = NULL;
  TqJournalPage *page = TQ_JOURNAL_PAGE (tq_window_get_page (fixture->window, "journal"));
  gtk_widget_activate_action (GTK_WIDGET (fixture->window),
                              "win.show-account",
                              "x",
                              tq_story_find_account (tq_window_get_book (fixture->window), "bank"));
  wait_for_rows (fixture->window, "journal", 3);
  tq_journal_page_show_account (page, 0);
  wait_for_rows (fixture->window, "journal", 10);
}

/* The form posts what was typed, the journal shows and selects it, and the form goes away. */
static void
test_post (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  tq_window_open_path (fixture->window, fixture->path);
  wait_for_rows (fixture->window, "journal", 10);
  g_autoptr (TqEntryDraft) draft =
    tq_entry_draft_new (tq_window_get_book (fixture->window), TQ_STORY_DAY + 50, &error);
  g_assert_no_error (error);
  TqEntryDialog *dialog = tq_entry_dialog_new (GTK_WINDOW (fixture->window), draft);
  gpointer watched = dialog;
  g_object_add_weak_pointer (G_OBJECT (dialog), &watched);
  gtk_window_present (GTK_WINDOW (dialog));
  tq_settle (100);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "entry.post", NULL);
  g_assert_nonnull (watched); /* refused: nothing was typed */
  gtk_widget_activate_action (GTK_WIDGET (dialog), "entry.add-line", NULL);
  g_assert_cmpuint (g_list_model_get_n_items (tq_entry_draft_list_lines (draft)), ==, 3);
  g_object_set (draft, "text", "Roasted coffee", NULL);
  for (guint i = 0; i < 2; i++) {
    g_autoptr (TqDraftLine) line = g_list_model_get_item (tq_entry_draft_list_lines (draft), i);
    g_object_set (line,
                  "account",
                  i == 0 ? "cash box" : "4010",
                  "into",
                  i == 0 ? "12.50" : "",
                  NULL);
  }
  gtk_widget_activate_action (GTK_WIDGET (dialog), "entry.post", NULL);
  tq_settle_until (is_gone, &watched, "the form to close");
  wait_for_rows (fixture->window, "journal", 11);
}

/* A selected entry shows its lines and can be corrected; none selected, nothing to correct. */
static void
test_select (Fixture *fixture, gconstpointer data)
{
  GActionGroup *actions = G_ACTION_GROUP (fixture->window);
  tq_window_open_path (fixture->window, fixture->path);
  wait_for_rows (fixture->window, "journal", 10);
  g_assert_false (g_action_group_get_action_enabled (actions, "correct"));
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (get_rows (fixture->window, "journal")),
                                   1,
                                   TRUE);
  tq_settle (50);
  g_assert_cmpint (tq_window_get_selected_entry (fixture->window), >, 0);
  g_assert_true (g_action_group_get_action_enabled (actions, "correct"));
  const gint64 entry = tq_window_get_selected_entry (fixture->window);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.undo-entry", "x", entry);
  wait_for_rows (fixture->window, "journal", 11);
  tq_settle (50);
  g_assert_cmpint (tq_window_get_selected_entry (fixture->window), ==, entry);
}

static GtkWindow *
find_dialog (GType type)
{
  GListModel *windows = gtk_window_get_toplevels ();
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWindow) window = g_list_model_get_item (windows, i);
    if (G_TYPE_CHECK_INSTANCE_TYPE (window, type))
      return window;
  }
  return NULL;
}

static GtkWindow *
find_message (void)
{
  return find_dialog (ADW_TYPE_MESSAGE_DIALOG);
}

/* The first entry of the form for a new entry: what happened. */
static GtkEditable *
begin_entry (TqWindow *window)
{
  gtk_widget_activate_action (GTK_WIDGET (window), "win.new-entry", NULL);
  GtkWindow *dialog = find_dialog (TQ_TYPE_ENTRY_DIALOG);
  g_assert_nonnull (dialog);
  tq_settle (100);
  return GTK_EDITABLE (find_widget (GTK_WIDGET (dialog), GTK_TYPE_ENTRY));
}

static void
close_dialog (GType type)
{
  gpointer watched = find_dialog (type);
  g_object_add_weak_pointer (watched, &watched);
  gtk_window_close (watched);
  tq_settle_until (is_gone, &watched, "a dialog to close");
}

/* What was typed and not posted waits for its book, and is not offered in another one. */
static void
test_draft_of_another_book (Fixture *fixture, gconstpointer data)
{
  char *path = tq_story_new_path ();
  TqBook *other = tq_story_create (path, "en", 0);
  g_assert_finalize_object (other);
  tq_window_open_path (fixture->window, fixture->path);
  wait_for_rows (fixture->window, "journal", 10);
  gtk_editable_set_text (begin_entry (fixture->window), "Half written");
  close_dialog (TQ_TYPE_ENTRY_DIALOG);
  g_assert_cmpstr (gtk_editable_get_text (begin_entry (fixture->window)), ==, "Half written");
  close_dialog (TQ_TYPE_ENTRY_DIALOG);
  tq_window_open_path (fixture->window, path);
  g_assert_cmpstr (tq_book_get_path (tq_window_get_book (fixture->window)), ==, path);
  wait_for_rows (fixture->window, "journal", 10);
  g_assert_cmpstr (gtk_editable_get_text (begin_entry (fixture->window)), ==, "");
  close_dialog (TQ_TYPE_ENTRY_DIALOG);
  tq_window_open_path (fixture->window, fixture->path);
  wait_for_rows (fixture->window, "journal", 10);
  tq_story_remove (path);
}

static gboolean
is_true (gpointer done)
{
  return *(gboolean *) done;
}

static void
backed_up_cb (GObject *source, GAsyncResult *result, gpointer done)
{
  g_autoptr (GError) error = NULL;
  g_assert_true (tq_checks_back_up_finish (result, &error));
  g_assert_no_error (error);
  *(gboolean *) done = TRUE;
}

static gboolean
is_sensitive (gpointer window)
{
  GtkWidget *view = find_widget (GTK_WIDGET (window), TQ_TYPE_PAGE);
  return view != NULL && gtk_widget_is_sensitive (view);
}

/* Verifying works beside the window, which waits for it and is free again afterwards. */
static void
test_verify (Fixture *fixture, gconstpointer data)
{
  tq_window_open_path (fixture->window, fixture->path);
  wait_for_rows (fixture->window, "journal", 10);
  gtk_widget_activate_action (GTK_WIDGET (fixture->window), "win.verify", NULL);
  g_assert_false (is_sensitive (fixture->window));
  tq_settle_until (is_sensitive, fixture->window, "the verification");
  g_assert_null (find_message ());
}

/* A copy is a sound book of its own. */
static void
test_back_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  char *path = tq_story_new_path ();
  gboolean done = FALSE;
  tq_window_open_path (fixture->window, fixture->path);
  tq_checks_back_up_async (tq_window_get_book (fixture->window), path, backed_up_cb, &done);
  tq_settle_until (is_true, &done, "the copy");
  g_autoptr (TqBook) copy = tq_book_open (path, TQ_STORE_READ, "Lucía", tq_story_clock, &error);
  g_assert_no_error (error);
  g_clear_object (&copy);
  tq_story_remove (path);
}

/* A book that somebody holds, a file that is none and a damaged one are explained; the window stays
 * as it was. */
static void
test_refused (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TqBook) held =
    tq_book_open (fixture->path, TQ_STORE_WRITE, "Tomás", tq_story_clock, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < 2; i++) {
    char *other = tq_story_new_path ();
    g_assert_true (
      g_file_set_contents (other, "no book at all, but long enough to look", -1, NULL));
    tq_window_open_path (fixture->window, i == 0 ? fixture->path : other);
    tq_settle (100);
    g_assert_null (tq_window_get_book (fixture->window));
    GtkWindow *dialog = find_message ();
    g_assert_nonnull (dialog);
    gtk_window_destroy (dialog);
    tq_story_remove (other);
  }
}

int
main (int argc, char **argv)
{
  (void) setlocale (LC_ALL, "");
  gtk_test_init (&argc, &argv, NULL);
  the_application = tq_application_new ();
  g_application_set_flags (G_APPLICATION (the_application), G_APPLICATION_NON_UNIQUE);
  if (!g_application_register (G_APPLICATION (the_application), NULL, NULL))
    return 1;
#define ADD(path, func) g_test_add ("/app/window/" path, Fixture, NULL, set_up, func, tear_down)
  ADD ("start", test_start);
  ADD ("pages", test_pages);
  ADD ("search", test_search);
  ADD ("typing", test_typing);
  ADD ("account-entries", test_account_entries);
  ADD ("post", test_post);
  ADD ("select", test_select);
  ADD ("refused", test_refused);
  ADD ("verify", test_verify);
  ADD ("back-up", test_back_up);
  ADD ("draft-of-another-book", test_draft_of_another_book);
  const int status = g_test_run ();
  g_object_unref (the_application);
  return status;
}
