/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "app/application.h"

#include <libintl.h>
#include <locale.h>

int
main (int argc, char **argv)
{
  const char *catalogues = g_getenv ("TEQUIO_LOCALEDIR");
  (void) setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, catalogues != NULL ? catalogues : TQ_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_autoptr (TqApplication) application = tq_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
