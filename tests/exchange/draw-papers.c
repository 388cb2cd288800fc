/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "exchange/pdf.h"
#include "story-papers.h"

#include <libintl.h>
#include <locale.h>

/* Draws every paper of the story, in both languages and type sizes, into the folder argv[1]. */
static void
draw (const char *folder, guint index, const char *language, gboolean large)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_strdup_printf ("%s/%s-%s-%s.pdf",
                                           folder,
                                           story_paper_get_name (index),
                                           language,
                                           large ? "14" : "10");
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (TqDocument) document = story_paper_build (index, language, large);
  g_autoptr (GFileOutputStream) out =
    g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (tq_pdf_write (document, 1809259200, G_OUTPUT_STREAM (out), NULL, &error));
  g_assert_true (g_output_stream_close (G_OUTPUT_STREAM (out), NULL, &error));
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("TEQUIO_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_return_val_if_fail (argc == 2, 2);
  for (guint i = 0; i < N_STORY_PAPERS; i++) {
    draw (argv[1], i, "es", FALSE);
    draw (argv[1], i, "es", TRUE);
    draw (argv[1], i, "en", FALSE);
    draw (argv[1], i, "en", TRUE);
  }
  return 0;
}
