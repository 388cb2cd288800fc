/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Measures how soon the window stands and shows a book.
 *   first-frame START BOOK
 * START is the monotonic clock in microseconds when the process was begun. Prints milliseconds
 * until the first frame and until the first frame with entries, and the memory in use then, in MiB.
 * */
#include "app/application.h"
#include "app/window.h"

#include <locale.h>
#include <stdlib.h>
#include <unistd.h>

typedef struct {
  gint64 start;
  const char *path;
  TqWindow *window;
  gint64 first;
  int status;
} Run;

static gint64
read_memory (void)
{
  g_autofree char *statm = NULL;
  if (!g_file_get_contents ("/proc/self/statm", &statm, NULL, NULL))
    return 0;
  g_auto (GStrv) fields = g_strsplit (statm, " ", 3);
  return g_ascii_strtoll (fields[1], NULL, 10) * sysconf (_SC_PAGESIZE) / 1024 / 1024;
}

static guint
count_rows (GtkWidget *widget)
{
  if (GTK_IS_COLUMN_VIEW (widget)) {
    GListModel *rows = G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (widget)));
    return gtk_widget_get_mapped (widget) ? g_list_model_get_n_items (rows) : 0;
  }
  guint rows = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && rows == 0;
       child = gtk_widget_get_next_sibling (child))
    rows = count_rows (child);
  return rows;
}

static void
painted_cb (GdkFrameClock *clock, Run *run)
{
  const gint64 now = (g_get_monotonic_time () - run->start) / 1000;
  const guint rows = count_rows (GTK_WIDGET (run->window));
  if (run->first == 0)
    run->first = now;
  if (rows == 0) {
    gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_PAINT);
    return;
  }
  g_print ("first frame %" G_GINT64_FORMAT " ms, with %u entries %" G_GINT64_FORMAT
           " ms, %" G_GINT64_FORMAT " MiB\n",
           run->first,
           rows,
           now,
           read_memory ());
  run->status = EXIT_SUCCESS;
  gtk_window_close (GTK_WINDOW (run->window));
}

static void
activate_cb (GtkApplication *application, Run *run)
{
  g_signal_stop_emission_by_name (application, "activate");
  run->window = tq_window_new (application);
  gtk_window_present (GTK_WINDOW (run->window));
  g_signal_connect (gtk_widget_get_frame_clock (GTK_WIDGET (run->window)),
                    "after-paint",
                    G_CALLBACK (painted_cb),
                    run);
  tq_window_open_path (run->window, run->path);
}

int
main (int argc, char **argv)
{
  if (argc != 3)
    return EXIT_FAILURE;
  (void) setlocale (LC_ALL, "");
  Run run = { .start = g_ascii_strtoll (argv[1], NULL, 10),
              .path = argv[2],
              .status = EXIT_FAILURE };
  char *only_name[] = { argv[0], NULL };
  g_autoptr (TqApplication) application = tq_application_new ();
  g_application_set_flags (G_APPLICATION (application), G_APPLICATION_NON_UNIQUE);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), &run);
  (void) g_application_run (G_APPLICATION (application), 1, only_name);
  return run.status;
}
