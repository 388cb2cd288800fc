/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TQ_TEXT_LINE_MAX 1000u    /* bytes of a name or a one-line text */
#define TQ_TEXT_BODY_MAX 1000000u /* bytes of a text of several lines */

/* As g_utf8_next_char (), which casts a const away. */
static inline const char *
tq_text_next_char (const char *p)
{
  return p + g_utf8_skip[*(const guchar *) p];
}

char *tq_text_normalize_line (const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *tq_text_normalize_body (const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_text_is_canonical (const char *text, gsize length);

G_END_DECLS
