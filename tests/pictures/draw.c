/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Draws every page and dialog of the window to PNG files, so that a person can look at them all.
 *   draw FOLDER NAME WIDTH HEIGHT PERCENT LANGUAGE [BOOK]
 * NAME begins the name of every file; PERCENT is the size of the text. The colours are the
 * toolkit's own choice (ADW_DEBUG_COLOR_SCHEME=prefer-dark). */
#include "app/application.h"
#include "app/dialogs/entry-dialog.h"
#include "app/dialogs/error-dialog.h"
#include "app/settle.h"
#include "app/story.h"
#include "base/error.h"

#include <libintl.h>
#include <locale.h>
#include <stdlib.h>

typedef struct {
  const char *folder;
  const char *name;
  int width;
  int height;
  int percent;
  const char *language;
  const char *book_path;
} Wish;

static void
draw (const Wish *wish, GtkWidget *window, const char *what)
{
  g_autofree char *file = g_strdup_printf ("%s-%s.png", wish->name, what);
  g_autofree char *path = g_build_filename (wish->folder, file, NULL);
  tq_settle (400);
  tq_draw_window (window, path);
}

static TqBook *
open_book (const Wish *wish)
{
  g_autoptr (GError) error = NULL;
  if (wish->book_path == NULL) {
    g_autofree char *path = tq_story_new_path ();
    return tq_story_create (path, wish->language, 0);
  }
  TqBook *book = tq_book_open (wish->book_path, TQ_STORE_WRITE, "Lucía", tq_story_clock, &error);
  g_assert_no_error (error);
  return book;
}

static void
select_first (GtkWidget *widget)
{
  if (GTK_IS_COLUMN_VIEW (widget)) {
    GtkSelectionModel *model = gtk_column_view_get_model (GTK_COLUMN_VIEW (widget));
    if (GTK_IS_SINGLE_SELECTION (model))
      gtk_selection_model_select_item (model, 1, TRUE);
    return;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    select_first (child);
}

/* Every section of a case. */
static void
draw_sections (const Wish *wish, GtkWidget *window, GtkWidget *widget)
{
  if (GTK_IS_STACK_SWITCHER (widget)) {
    GtkStack *stack = gtk_stack_switcher_get_stack (GTK_STACK_SWITCHER (widget));
    for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (stack)); child != NULL;
         child = gtk_widget_get_next_sibling (child)) {
      gtk_stack_set_visible_child (stack, child);
      g_autofree char *what =
        g_strconcat ("assembly-", gtk_stack_get_visible_child_name (stack), NULL);
      draw (wish, window, what);
    }
    return;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    draw_sections (wish, window, child);
}

/* The dialog that stands above the window, which goes away again. */
static void
draw_dialog (const Wish *wish, GtkWindow *window, const char *what)
{
  GListModel *windows = gtk_window_get_toplevels ();
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWindow) dialog = g_list_model_get_item (windows, i);
    if (dialog == window || !gtk_widget_get_visible (GTK_WIDGET (dialog)))
      continue;
    draw (wish, GTK_WIDGET (dialog), what);
    gtk_window_close (dialog);
    return;
  }
  g_error ("%s: no dialog", what);
}

/* A new entry, half written. */
static void
draw_entry_form (const Wish *wish, TqWindow *window, TqBook *book)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TqEntryDraft) draft = tq_entry_draft_new (book, TQ_STORY_DAY + 40, &error);
  g_assert_no_error (error);
  g_auto (GStrv) accounts = tq_entry_draft_dup_account_names (draft);
  for (guint i = 0; i < 2; i++) {
    g_autoptr (TqDraftLine) line = g_list_model_get_item (tq_entry_draft_list_lines (draft), i);
    g_object_set (line,
                  "account",
                  accounts[i == 0 ? 1 : g_strv_length (accounts) - 1],
                  i == 0 ? "into" : "out-of",
                  i == 0 ? "150.00" : "150.30",
                  NULL);
  }
  g_object_set (draft,
                "text",
                wish->language[1] == 's' ? "Venta de café tostado" : "Roasted coffee sold",
                NULL);
  GtkWindow *dialog = GTK_WINDOW (tq_entry_dialog_new (GTK_WINDOW (window), draft));
  gtk_window_present (dialog);
  draw (wish, GTK_WIDGET (dialog), "entry-form");
  gtk_widget_activate_action (GTK_WIDGET (dialog), "entry.add-line", NULL);
  gtk_widget_activate_action (GTK_WIDGET (dialog), "entry.post", NULL);
  draw (wish, GTK_WIDGET (dialog), "entry-refused");
  gtk_window_destroy (dialog);
}

static void
draw_dialogs (const Wish *wish, GtkWindow *window)
{
  static const char *const actions[] = { "win.correct", "win.show-help-overlay", "app.about" };
  static const char *const names[] = { "correct", "shortcuts", "about" };
  g_autoptr (GError) error = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++) {
    gtk_widget_activate_action (GTK_WIDGET (window), actions[i], NULL);
    draw_dialog (wish, window, names[i]);
  }
  g_autoptr (TqBook) book =
    tq_book_open ("no-such-book.tequio", TQ_STORE_WRITE, "Lucía", tq_story_clock, &error);
  g_assert_null (book);
  tq_error_dialog_show (window, error);
  draw_dialog (wish, window, "error");
}

/* What is looked for and not found, one account alone, and what a book without anything says. */
static void
draw_few (const Wish *wish, TqWindow *window, const char *const *pages, guint n_pages)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = tq_story_new_path ();
  const TqBookDraft bare = { .name = "Tequio",
                             .currency = "MXN",
                             .unit = "family",
                             .language = wish->language,
                             .year_start_month = 1,
                             .year_start_day = 1 };
  const gint64 cash = tq_story_find_account (tq_window_get_book (window), "cash");
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-account", "x", cash);
  tq_window_tell_undo (window, wish->language[1] == 's' ? "Asiento 229" : "Entry 229", 229);
  draw (wish, GTK_WIDGET (window), "journal-account");
  tq_page_search (tq_window_get_page (window, "journal"), "qwertz");
  draw (wish, GTK_WIDGET (window), "journal-not-found");
  tq_page_search (tq_window_get_page (window, "journal"), "");
  g_autoptr (TqBook) book =
    tq_book_create (path, &bare, "Lucía", tq_story_clock, TQ_STORY_DAY, &error);
  g_assert_no_error (error);
  tq_window_set_book (window, book);
  for (guint i = 0; i < n_pages; i++) {
    g_autofree char *what = g_strconcat ("empty-", pages[i], NULL);
    tq_window_show_page (window, pages[i]);
    draw (wish, GTK_WIDGET (window), what);
  }
  tq_window_set_book (window, NULL);
  tq_story_remove (g_steal_pointer (&path));
}

static void
draw_all (GtkApplication *application, gpointer data)
{
  const Wish *wish = data;
  static const char *const pages[] = { "journal", "accounts", "families", "assembly" };
  g_signal_stop_emission_by_name (application, "activate");
  TqWindow *window = tq_window_new (application);
  g_object_set (gtk_settings_get_default (),
                "gtk-xft-dpi",
                96 * 1024 * wish->percent / 100,
                "gtk-enable-animations",
                FALSE,
                NULL);
  gtk_window_set_default_size (GTK_WINDOW (window), wish->width, wish->height);
  gtk_window_present (GTK_WINDOW (window));
  draw (wish, GTK_WIDGET (window), "start");
  g_autoptr (TqBook) book = open_book (wish);
  tq_window_set_book (window, book);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++) {
    if (tq_window_get_page (window, pages[i]) == NULL)
      continue;
    tq_window_show_page (window, pages[i]);
    draw (wish, GTK_WIDGET (window), pages[i]);
    if (i == 0) {
      select_first (GTK_WIDGET (tq_window_get_page (window, pages[i])));
      draw (wish, GTK_WIDGET (window), "journal-entry");
    }
  }
  draw_sections (wish, GTK_WIDGET (window), GTK_WIDGET (tq_window_get_page (window, "assembly")));
  draw_entry_form (wish, window, book);
  draw_dialogs (wish, GTK_WINDOW (window));
  draw_few (wish, window, pages, G_N_ELEMENTS (pages));
  gtk_window_destroy (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  if (argc < 7)
    return EXIT_FAILURE;
  Wish wish = { argv[1],        argv[2], atoi (argv[3]),           atoi (argv[4]),
                atoi (argv[5]), argv[6], argc > 7 ? argv[7] : NULL };
  const char *catalogues = g_getenv ("TEQUIO_LOCALEDIR");
  (void) setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, catalogues != NULL ? catalogues : TQ_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  char *only_name[] = { argv[0], NULL };
  g_autoptr (TqApplication) application = tq_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (draw_all), &wish);
  return g_application_run (G_APPLICATION (application), 1, only_name);
}
