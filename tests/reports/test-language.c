/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "base/i18n.h"
#include "reports/document.h"
#include "reports/language.h"

#include <libintl.h>
#include <locale.h>

/* A paper is in its own language whatever the interface speaks, in the plain C locale too, and the
 * interface's language is back afterwards. */
static void
test_scope (void)
{
  static const struct {
    const char *locale;
    const char *interface;
    const char *paper;
    const char *before;
    const char *inside;
  } rows[] = {
    { "C.UTF-8", "en", "es", "April", "abril" },
    { "C.UTF-8", "es", "en", "abril", "April" },
    { "C.UTF-8", "es", "es", "abril", "abril" },
    { "C", "en", "es", "April", "abril" },
    { "C", "en", "es_MX", "April", "abril" },
    { "C.UTF-8", "en", "tzo", "April", "April" }, /* no catalogue: the words of the source */
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    setlocale (LC_ALL, rows[i].locale);
    g_auto (TqLanguageScope) interface = tq_language_enter (rows[i].interface);
    const gboolean reads = g_strcmp0 (rows[i].locale, "C") != 0;
    if (reads)
      g_assert_cmpstr (_ ("April"), ==, rows[i].before);
    {
      g_auto (TqLanguageScope) paper = tq_language_enter (rows[i].paper);
      g_assert_cmpstr (_ ("April"), ==, rows[i].inside);
    }
    if (reads)
      g_assert_cmpstr (_ ("April"), ==, rows[i].before);
  }
  setlocale (LC_ALL, "C.UTF-8");
}

/* LANGUAGE is put back to what it was. */
static void
test_restored (void)
{
  g_autofree char *before = g_strdup (g_getenv ("LANGUAGE"));
  {
    g_auto (TqLanguageScope) scope = tq_language_enter ("es");
    g_assert_cmpstr (g_getenv ("LANGUAGE"), ==, "es");
  }
  g_assert_cmpstr (g_getenv ("LANGUAGE"), ==, before);
}

static gpointer
build_many (gpointer data)
{
  const char *language = data;
  const char *expected = g_str_equal (language, "es") ? "Página 1 de 2" : "Page 1 of 2";
  const TqPaperHead head = { .book = "Cafetal", .language = language };
  for (int i = 0; i < 300; i++) {
    g_autoptr (TqDocument) document = tq_document_new (&head, "x");
    g_autofree char *label = tq_document_dup_page_label (document, 1, 2);
    g_assert_cmpstr (label, ==, expected);
  }
  return NULL;
}

/* Two threads that print in two languages never get each other's words. */
static void
test_threads (void)
{
  static char spanish[] = "es", english[] = "en";
  GThread *one = g_thread_new ("es", build_many, spanish);
  GThread *other = g_thread_new ("en", build_many, english);
  g_thread_join (one);
  g_thread_join (other);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("TEQUIO_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reports/language/scope", test_scope);
  g_test_add_func ("/reports/language/restored", test_restored);
  g_test_add_func ("/reports/language/threads", test_threads);
  return g_test_run ();
}
