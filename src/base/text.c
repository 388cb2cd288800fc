/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The texts that a book keeps. Two people who type the same name must get the same bytes, and no
 * byte may do something on a screen or a paper that the eye does not see. So before a text is
 * stored:
 *
 * 1. it is UTF-8, in Unicode's composed form (NFC);
 * 2. it has no control character, but for the line feed in a text of several lines;
 * 3. it has no bidirectional override or isolate (they make 100.00 read as 00.001) and no U+FEFF;
 * 4. it is at most TQ_TEXT_LINE_MAX or TQ_TEXT_BODY_MAX bytes long.
 *
 * The same rules are asserted when an event is decoded, so a text that breaks them is a
 * damaged book. */
#include "base/text.h"

#include "base/error.h"
#include "base/i18n.h"

#include <string.h>

static gboolean
is_forbidden (gunichar c, gboolean lines)
{
  if (c == '\n')
    return !lines;
  if (c < 0x20 || (c >= 0x7f && c < 0xa0))
    return TRUE;
  return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200e ||
         c == 0x200f || c == 0xfeff || c == 0x2028 || c == 0x2029;
}

static gboolean
find_forbidden (const char *text, gboolean lines, gunichar *out_found)
{
  for (const char *p = text; *p != '\0'; p = tq_text_next_char (p)) {
    const gunichar c = g_utf8_get_char (p);
    if (is_forbidden (c, lines)) {
      *out_found = c;
      return TRUE;
    }
  }
  return FALSE;
}

static gboolean
is_ascii (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if ((guchar) *p >= 0x80)
      return FALSE;
  return TRUE;
}

static char *
normalize (const char *text, gboolean lines, gsize max_bytes, GError **error)
{
  gunichar found = 0;
  const char *bad = NULL;
  if (!g_utf8_validate (text, -1, &bad)) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_INVALID,
                 _ ("The text is not UTF-8 at byte %zu. Save it as UTF-8 and try again."),
                 (gsize) (bad - text) + 1);
    return NULL;
  }
  if (find_forbidden (text, lines, &found)) {
    g_set_error (
      error,
      TQ_ERROR,
      TQ_ERROR_INVALID,
      _ ("The text “%.60s” contains the invisible character U+%04X. Take it out and try again."),
      text,
      found);
    return NULL;
  }
  g_autofree char *composed =
    is_ascii (text) ? g_strdup (text) : g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  if (strlen (composed) > max_bytes) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_INVALID,
                 _ ("The text “%.40s…” has %zu bytes; at most %zu can be kept. Shorten it."),
                 text,
                 strlen (composed),
                 max_bytes);
    return NULL;
  }
  return g_steal_pointer (&composed);
}

/* The form in which a one-line text is stored (transfer full): outer blanks removed. Raises
 * TQ_ERROR_INVALID where the text breaks a rule above. */
char *
tq_text_normalize_line (const char *text, GError **error)
{
  g_return_val_if_fail (text != NULL, NULL);
  g_autofree char *trimmed = g_strstrip (g_strdup (text));
  return normalize (trimmed, FALSE, TQ_TEXT_LINE_MAX, error);
}

/* The form in which a text of several lines is stored (transfer full); words are kept exactly. */
char *
tq_text_normalize_body (const char *text, GError **error)
{
  g_return_val_if_fail (text != NULL, NULL);
  return normalize (text, TRUE, TQ_TEXT_BODY_MAX, error);
}

/* Whether *length* bytes at *text* (NUL-terminated) are a text as this module stores it. */
gboolean
tq_text_is_canonical (const char *text, gsize length)
{
  gunichar found;
  if (strlen (text) != length || length > TQ_TEXT_BODY_MAX)
    return FALSE;
  const gboolean ascii = is_ascii (text);
  if (!ascii && !g_utf8_validate (text, (gssize) length, NULL))
    return FALSE;
  if (find_forbidden (text, TRUE, &found))
    return FALSE;
  if (ascii)
    return TRUE;
  g_autofree char *composed = g_utf8_normalize (text, -1, G_NORMALIZE_NFC);
  return strcmp (composed, text) == 0;
}
