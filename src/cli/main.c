/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "cli/command.h"

#include <glib/gi18n.h>
#include <locale.h>

int
main (int argc, char **argv)
{
  const char *catalogues = g_getenv ("TEQUIO_LOCALEDIR");
  (void) setlocale (LC_ALL, "");
  /* Books, files and words are UTF-8. On a machine without a locale of that kind the one of the C
   * library serves, or no name with an accent could be typed. */
  if (!g_get_charset (NULL))
    (void) setlocale (LC_CTYPE, "C.UTF-8");
  bindtextdomain (GETTEXT_PACKAGE, catalogues != NULL ? catalogues : TQ_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  /* No textdomain (): GLib would look once whether the interface has a catalogue, remember that
   * English has none, and from then on leave the papers of every other language untranslated. */
  return tq_cli_run (argc, argv);
}
