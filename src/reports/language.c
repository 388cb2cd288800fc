/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* A paper has a language of its own: the secretary works in one, the notice goes out in another.
 *
 * gettext takes the language from the environment variable LANGUAGE, which belongs to the whole
 * process, and remembers what it found until its catalogue counter moves. So a paper is built
 * inside a scope that sets both and puts them back:
 *
 * 1. Scopes exclude each other by a lock; the same thread may nest them.
 * 2. A scope is short. It holds the lookups of one paper and no reading, drawing or writing,
 *    because another thread that asks for a message meanwhile is answered in the paper's language.
 * 3. LANGUAGE is only ever replaced, never removed, so the environment's table does not move under
 *    a thread that reads it.
 * 4. The C locale switches messages off altogether; the scope then lends the thread C.UTF-8 for
 *    messages alone. Numbers keep the locale of the machine: they are read where people live. */
#include "reports/language.h"

#include <string.h>

#ifdef __GLIBC__
extern int _nl_msg_cat_cntr;
#endif

static GRecMutex language_lock;

static void
set_language (const char *language)
{
  g_setenv ("LANGUAGE", language, TRUE);
#ifdef __GLIBC__
  _nl_msg_cat_cntr++;
#endif
}

/* Opens a scope for *language* ("es", "en", "es_MX"). Close it with tq_language_leave () in the
 * same thread, or declare it g_auto. */
TqLanguageScope
tq_language_enter (const char *language)
{
  TqLanguageScope scope = { NULL, (locale_t) 0, (locale_t) 0 };
  g_rec_mutex_lock (&language_lock);
  scope.previous = g_strdup (g_getenv ("LANGUAGE"));
  scope.before = uselocale ((locale_t) 0);
  const char *messages = setlocale (LC_MESSAGES, NULL);
  if (messages == NULL || strcmp (messages, "C") == 0 || strcmp (messages, "POSIX") == 0) {
    locale_t base = duplocale (scope.before);
    scope.own = newlocale (LC_MESSAGES_MASK, "C.UTF-8", base);
    if (scope.own == (locale_t) 0)
      freelocale (base);
    else
      uselocale (scope.own);
  }
  set_language (language != NULL ? language : "en");
  return scope;
}

/* Puts the language of the interface back. */
void
tq_language_leave (TqLanguageScope *scope)
{
  set_language (scope->previous != NULL ? scope->previous : "");
  uselocale (scope->before);
  if (scope->own != (locale_t) 0)
    freelocale (scope->own);
  g_clear_pointer (&scope->previous, g_free);
  g_rec_mutex_unlock (&language_lock);
}
