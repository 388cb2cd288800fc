/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* What the menu does with a book as a whole: open, make for practice, back up, verify, close. */
#include "app/book-actions.h"

#include "app/clock.h"
#include "app/dialogs/error-dialog.h"
#include "app/dialogs/file-dialog.h"
#include "base/error.h"
#include "base/i18n.h"
#include "service/checks.h"

static void
open_chosen (const char *path, gpointer data)
{
  tq_window_open_path (TQ_WINDOW (data), path);
}

static void
open_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  tq_file_dialog_open_book (GTK_WINDOW (user_data),
                            open_chosen,
                            g_object_ref (user_data),
                            g_object_unref);
}

static void
open_path_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  tq_window_open_path (TQ_WINDOW (user_data), g_variant_get_string (parameter, NULL));
}

/* The command line's program, which lives the story of the practice book: beside this one, in the
 * folder next to it in a build, or on the path (transfer full, nullable). */
static char *
find_command_line (void)
{
  g_autofree char *own = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = own != NULL ? g_path_get_dirname (own) : g_strdup (".");
  g_autofree char *beside = g_build_filename (folder, "tequio-cli", NULL);
  g_autofree char *in_build = g_build_filename (folder, "..", "cli", "tequio-cli", NULL);
  if (g_file_test (beside, G_FILE_TEST_IS_EXECUTABLE))
    return g_steal_pointer (&beside);
  if (g_file_test (in_build, G_FILE_TEST_IS_EXECUTABLE))
    return g_steal_pointer (&in_build);
  return g_find_program_in_path ("tequio-cli");
}

typedef struct {
  TqWindow *window;
  char *path;
} Practice;

static void
practice_made_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autofree Practice *practice = user_data;
  g_autofree char *path = practice->path, *told = NULL;
  g_autoptr (TqWindow) window = practice->window;
  g_autoptr (GError) error = NULL;
  GSubprocess *process = G_SUBPROCESS (source);
  if (g_subprocess_communicate_utf8_finish (process, result, NULL, &told, &error) &&
      !g_subprocess_get_successful (process))
    g_set_error_literal (&error, TQ_ERROR, TQ_ERROR_STORE, g_strstrip (told));
  tq_window_set_busy (window, FALSE);
  if (error != NULL)
    tq_error_dialog_show (GTK_WINDOW (window), error);
  else
    tq_window_open_path (window, path);
}

static void
practice_chosen (const char *path, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *program = find_command_line ();
  /* Translators: the language of the practice book, "en" or "es". */
  const char *language = _ ("en");
  g_autoptr (GSubprocess) process =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDERR_PIPE | G_SUBPROCESS_FLAGS_STDOUT_SILENCE,
                      &error,
                      program != NULL ? program : "tequio-cli",
                      "demo",
                      "--language",
                      language,
                      path,
                      NULL);
  if (process == NULL) {
    tq_error_dialog_show (GTK_WINDOW (data), error);
    return;
  }
  Practice *practice = g_new (Practice, 1);
  *practice = (Practice){ g_object_ref (TQ_WINDOW (data)), g_strdup (path) };
  tq_window_set_busy (TQ_WINDOW (data), TRUE);
  tq_window_tell (TQ_WINDOW (data), _ ("A whole harvest is being lived in the practice book…"));
  g_subprocess_communicate_utf8_async (process, NULL, NULL, practice_made_cb, practice);
}

static void
practice_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  /* Translators: the file name of a practice book. */
  g_autofree char *name = g_strconcat (_ ("practice"), ".tequio", NULL);
  tq_file_dialog_save_book (GTK_WINDOW (user_data),
                            _ ("Make a Practice Book"),
                            name,
                            practice_chosen,
                            g_object_ref (user_data),
                            g_object_unref);
}

static void
backed_up_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TqWindow) window = user_data;
  g_autoptr (GError) error = NULL;
  tq_window_set_busy (window, FALSE);
  if (tq_checks_back_up_finish (result, &error))
    tq_window_tell (window, _ ("The copy is written and verified."));
  else
    tq_error_dialog_show (GTK_WINDOW (window), error);
}

static void
back_up_chosen (const char *path, gpointer data)
{
  TqWindow *window = TQ_WINDOW (data);
  if (tq_window_get_book (window) == NULL)
    return;
  tq_window_set_busy (window, TRUE);
  tq_checks_back_up_async (tq_window_get_book (window), path, backed_up_cb, g_object_ref (window));
}

static void
back_up_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TqBook *book = tq_window_get_book (TQ_WINDOW (user_data));
  g_autofree char *today = tq_day_to_string (tq_clock_get_today ());
  g_autofree char *base = g_path_get_basename (tq_book_get_path (book));
  if (g_str_has_suffix (base, ".tequio"))
    base[strlen (base) - strlen (".tequio")] = '\0';
  g_autofree char *name = g_strdup_printf ("%s %s.tequio", base, today);
  tq_file_dialog_save_book (GTK_WINDOW (user_data),
                            _ ("Back Up the Book"),
                            name,
                            back_up_chosen,
                            g_object_ref (user_data),
                            g_object_unref);
}

static void
verified_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (TqWindow) window = user_data;
  g_autoptr (GError) error = NULL;
  g_auto (TqVerification) found = { 0 };
  tq_window_set_busy (window, FALSE);
  if (tq_checks_verify_finish (result, &found, &error) && found.fault != NULL)
    g_set_error_literal (&error, TQ_ERROR, TQ_ERROR_CORRUPT, found.fault);
  if (error != NULL) {
    tq_error_dialog_show (GTK_WINDOW (window), error);
    return;
  }
  g_autofree char *words =
    g_strdup_printf (ngettext_ ("The book is sound: %" PRId64 " event was read again.",
                                "The book is sound: %" PRId64 " events were read again.",
                                (gulong) found.events),
                     found.events);
  tq_window_tell (window, words);
}

static void
verify_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  TqWindow *window = TQ_WINDOW (user_data);
  tq_window_set_busy (window, TRUE);
  tq_checks_verify_async (tq_window_get_book (window), verified_cb, g_object_ref (window));
}

static void
close_book_cb (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  tq_window_set_book (TQ_WINDOW (user_data), NULL);
}

static const GActionEntry entries[] = {
  { .name = "open", .activate = open_cb },
  { .name = "open-path", .activate = open_path_cb, .parameter_type = "s" },
  { .name = "practice", .activate = practice_cb },
  { .name = "back-up", .activate = back_up_cb },
  { .name = "verify", .activate = verify_cb },
  { .name = "close-book", .activate = close_book_cb },
};

/* Gives the window its actions on the book as a whole. */
void
tq_book_actions_add (TqWindow *window)
{
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries, G_N_ELEMENTS (entries), window);
  tq_book_actions_update (window);
}

/* What needs a book can only be asked for while one is open. */
void
tq_book_actions_update (TqWindow *window)
{
  static const char *const need_book[] = { "back-up", "verify", "close-book" };
  for (guint i = 0; i < G_N_ELEMENTS (need_book); i++) {
    GAction *action = g_action_map_lookup_action (G_ACTION_MAP (window), need_book[i]);
    g_simple_action_set_enabled (G_SIMPLE_ACTION (action), tq_window_get_book (window) != NULL);
  }
}
