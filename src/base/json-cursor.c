/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* JSON read one event at a time, strictly as RFC 8259 says, so that a file of any size needs no
 * more memory than its bytes. What other programs let pass is refused here, because a person who
 * mends a file by hand must hear of the slip and not find it in the result:
 *
 * 1. the bytes are UTF-8 without NUL; a byte order mark in front is skipped;
 * 2. no control character stands in a text, and no escape makes a NUL or half a surrogate pair;
 * 3. a number is kept as it was written and never becomes a floating-point number;
 * 4. nothing follows the value but blanks; brackets nest at most TQ_JSON_DEPTH_MAX deep;
 * 5. every error begins with the line where it was found: "LINE: found …; expected …".
 *
 * An escaped text is never longer than it was written, so it is unescaped in place and its closing
 * quote becomes the NUL: no event allocates memory. Duplicate keys are the tree's matter, which
 * knows a whole object (json-reader.c). */
#include "base/json-cursor.h"

#include "base/error.h"
#include "base/i18n.h"

#include <string.h>

enum {
  STATE_VALUE,      /* a value must follow */
  STATE_FIRST_ITEM, /* after [: a value or ] */
  STATE_FIRST_KEY,  /* after {: a key or } */
  STATE_KEY,        /* after a comma in an object */
  STATE_COLON,      /* after a key */
  STATE_AFTER,      /* after a value: comma, bracket or the end */
  STATE_END,
};

static const char *const expectations[] = {
  [STATE_VALUE] = N_ ("a value"),
  [STATE_FIRST_ITEM] = N_ ("a value or “]”"),
  [STATE_FIRST_KEY] = N_ ("a name in double quotes or “}”"),
  [STATE_KEY] = N_ ("a name in double quotes"),
  [STATE_COLON] = N_ ("“:”"),
  [STATE_AFTER] = N_ ("“,” or a closing bracket"),
  [STATE_END] = N_ ("the end of the file"),
};

static gboolean
set_fault (guint line, const char *found, const char *expected, GError **error)
{
  /* Translators: the line, what stands in the file, what should stand there. */
  g_set_error (error,
               TQ_ERROR,
               TQ_ERROR_FORMAT,
               _ ("%u: found %s; expected %s."),
               line,
               found,
               expected);
  return FALSE;
}

/* What stands at the cursor, for a message: one character in quotes, or the end (transfer full). */
static char *
dup_found (const TqJsonCursor *cursor)
{
  if (cursor->at >= cursor->end)
    return g_strdup (_ ("the end of the file"));
  const char *found = cursor->bytes + cursor->at;
  const gunichar c = g_utf8_get_char (found);
  if (!g_unichar_isprint (c))
    return g_strdup_printf ("U+%04X", c);
  return g_strdup_printf (_ ("“%.*s”"), (int) g_utf8_skip[(guchar) *found], found);
}

static gboolean
set_unexpected (const TqJsonCursor *cursor, const char *expected, GError **error)
{
  g_autofree char *found = dup_found (cursor);
  return set_fault (cursor->at_line, found, expected, error);
}

static gboolean
set_out_of_place (const TqJsonCursor *cursor, GError **error)
{
  guint state = cursor->state;
  if (state == STATE_AFTER && cursor->depth == 0)
    state = STATE_END;
  return set_unexpected (cursor, _ (expectations[state]), error);
}

static guint
count_lines (const char *bytes, gsize length)
{
  guint lines = 1;
  for (gsize i = 0; i < length; i++)
    lines += bytes[i] == '\n' ? 1 : 0;
  return lines;
}

/* Begins to read *length* bytes at *bytes*, which must outlive the cursor and which it changes.
 * Raises TQ_ERROR_FORMAT where they are not UTF-8. */
gboolean
tq_json_cursor_start (TqJsonCursor *cursor, char *bytes, gsize length, GError **error)
{
  const char *bad = NULL;
  g_return_val_if_fail (cursor != NULL && (bytes != NULL || length == 0), FALSE);
  *cursor = (TqJsonCursor){ .bytes = bytes, .end = length, .at_line = 1, .state = STATE_VALUE };
  if (!g_utf8_validate_len (bytes, length, &bad)) {
    g_autofree char *found = g_strdup_printf (_ ("the byte 0x%02X"), (guint) (guchar) *bad);
    const guint line = count_lines (bytes, (gsize) (bad - bytes));
    return set_fault (line, found, _ ("text in UTF-8"), error);
  }
  if (length >= 3 && memcmp (bytes, "\xef\xbb\xbf", 3) == 0)
    cursor->at = 3;
  return TRUE;
}

static void
skip_blanks (TqJsonCursor *cursor)
{
  for (; cursor->at < cursor->end; cursor->at++) {
    const char c = cursor->bytes[cursor->at];
    if (c == '\n')
      cursor->at_line++;
    else if (c != ' ' && c != '\t' && c != '\r')
      return;
  }
}

/* Reads the four digits of a \u escape at *at*; a value above 0xffff where they are not digits. */
static guint
read_hex (const TqJsonCursor *cursor, gsize at)
{
  guint value = 0;
  if (cursor->end - at < 4)
    return G_MAXUINT;
  for (gsize i = at; i < at + 4; i++) {
    const int digit = g_ascii_xdigit_value (cursor->bytes[i]);
    if (digit < 0)
      return G_MAXUINT;
    value = value * 16 + (guint) digit;
  }
  return value;
}

static gboolean
set_bad_escape (const TqJsonCursor *cursor, GError **error)
{
  g_autofree char *snippet =
    g_strndup (cursor->bytes + cursor->at, MIN (6, cursor->end - cursor->at));
  g_autofree char *valid = g_utf8_make_valid (snippet, -1);
  g_autofree char *found = g_strdup_printf (_ ("“%s”"), valid);
  return set_fault (cursor->at_line, found, _ ("an escape that JSON allows"), error);
}

/* Reads \uXXXX, or a pair of them, at the cursor and writes its UTF-8 at *out*. */
static gboolean
read_unicode_escape (TqJsonCursor *cursor, char *out, gsize *out_length, GError **error)
{
  guint c = read_hex (cursor, cursor->at + 2);
  gsize used = 6;
  if (c >= 0xd800 && c <= 0xdbff) {
    const gsize second = cursor->at + 6;
    const gboolean follows = cursor->end - cursor->at >= 12 && cursor->bytes[second] == '\\' &&
                             cursor->bytes[second + 1] == 'u';
    const guint low = follows ? read_hex (cursor, second + 2) : 0;
    if (low < 0xdc00 || low > 0xdfff)
      return set_bad_escape (cursor, error);
    c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
    used = 12;
  }
  if (c == 0 || c > 0x10ffff || (c >= 0xdc00 && c <= 0xdfff))
    return set_bad_escape (cursor, error);
  if (c == '\n' && cursor->fed_lines != NULL) {
    const guint32 fed = (guint32) (out - cursor->bytes);
    g_array_append_val (cursor->fed_lines, fed);
  }
  *out_length = (gsize) g_unichar_to_utf8 (c, out);
  cursor->at += used;
  return TRUE;
}

static gboolean
read_escape (TqJsonCursor *cursor, char *out, gsize *out_length, GError **error)
{
  static const char from[] = "\"\\/bfnrt", to[] = "\"\\/\b\f\n\r\t";
  char c = '\0';
  if (cursor->end - cursor->at >= 2)
    c = cursor->bytes[cursor->at + 1];
  if (c == 'u')
    return read_unicode_escape (cursor, out, out_length, error);
  const char *found = c != '\0' ? strchr (from, c) : NULL;
  if (found == NULL)
    return set_bad_escape (cursor, error);
  *out = to[found - from];
  if (*out == '\n' && cursor->fed_lines != NULL) {
    const guint32 fed = (guint32) (out - cursor->bytes);
    g_array_append_val (cursor->fed_lines, fed);
  }
  *out_length = 1;
  cursor->at += 2;
  return TRUE;
}

static gboolean
read_string (TqJsonCursor *cursor, GError **error)
{
  char *out = cursor->bytes + cursor->at + 1;
  cursor->text = out;
  cursor->at++;
  while (cursor->at < cursor->end) {
    const char c = cursor->bytes[cursor->at];
    if (c == '"') {
      cursor->length = (gsize) (out - cursor->text);
      *out = '\0';
      cursor->bytes[cursor->at++] = '\0';
      return TRUE;
    }
    if ((guchar) c < 0x20 || c == 0x7f)
      return set_unexpected (cursor, _ ("text without control characters"), error);
    if (c != '\\') {
      *out++ = c;
      cursor->at++;
      continue;
    }
    gsize length = 0;
    if (!read_escape (cursor, out, &length, error))
      return FALSE;
    out += length;
  }
  return set_unexpected (cursor, _ ("a double quote that ends the text"), error);
}

static gsize
skip_digits (TqJsonCursor *cursor)
{
  const gsize start = cursor->at;
  while (cursor->at < cursor->end && g_ascii_isdigit (cursor->bytes[cursor->at]))
    cursor->at++;
  return cursor->at - start;
}

static char
peek (const TqJsonCursor *cursor)
{
  if (cursor->at < cursor->end)
    return cursor->bytes[cursor->at];
  return '\0';
}

static gboolean
read_number (TqJsonCursor *cursor, GError **error)
{
  const gsize start = cursor->at;
  cursor->text = cursor->bytes + start;
  if (peek (cursor) == '-')
    cursor->at++;
  const gboolean leading_zero = peek (cursor) == '0';
  const gsize whole = skip_digits (cursor);
  if (whole == 0)
    return set_unexpected (cursor, _ ("a digit"), error);
  if (leading_zero && whole > 1) {
    cursor->at = start;
    return set_unexpected (cursor, _ ("a number without leading zeros"), error);
  }
  if (peek (cursor) == '.') {
    cursor->at++;
    if (skip_digits (cursor) == 0)
      return set_unexpected (cursor, _ ("a digit"), error);
  }
  if (peek (cursor) == 'e' || peek (cursor) == 'E') {
    cursor->at++;
    if (peek (cursor) == '+' || peek (cursor) == '-')
      cursor->at++;
    if (skip_digits (cursor) == 0)
      return set_unexpected (cursor, _ ("a digit"), error);
  }
  cursor->length = cursor->at - start;
  return TRUE;
}

static gboolean
read_word (TqJsonCursor *cursor, const char *word, GError **error)
{
  const gsize length = strlen (word);
  if (cursor->end - cursor->at < length || memcmp (cursor->bytes + cursor->at, word, length) != 0)
    return set_out_of_place (cursor, error);
  cursor->at += length;
  return TRUE;
}

static gboolean
enter (TqJsonCursor *cursor, gboolean object, GError **error)
{
  if (cursor->depth == TQ_JSON_DEPTH_MAX) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_FORMAT,
                 _ ("%u: found brackets nested more than %u deep; expected fewer."),
                 cursor->at_line,
                 TQ_JSON_DEPTH_MAX);
    return FALSE;
  }
  cursor->in_object[cursor->depth++] = object;
  cursor->state = object ? STATE_FIRST_KEY : STATE_FIRST_ITEM;
  cursor->at++;
  return TRUE;
}

static gboolean
read_value (TqJsonCursor *cursor, TqJsonEvent *out_event, GError **error)
{
  const char c = peek (cursor);
  cursor->state = cursor->state == STATE_FIRST_ITEM ? STATE_FIRST_ITEM : STATE_VALUE;
  switch (c) {
  case '{':
    *out_event = TQ_JSON_EVENT_BEGIN_OBJECT;
    return enter (cursor, TRUE, error);
  case '[':
    *out_event = TQ_JSON_EVENT_BEGIN_ARRAY;
    return enter (cursor, FALSE, error);
  case '"':
    *out_event = TQ_JSON_EVENT_STRING;
    if (!read_string (cursor, error))
      return FALSE;
    break;
  case 't':
    *out_event = TQ_JSON_EVENT_TRUE;
    if (!read_word (cursor, "true", error))
      return FALSE;
    break;
  case 'f':
    *out_event = TQ_JSON_EVENT_FALSE;
    if (!read_word (cursor, "false", error))
      return FALSE;
    break;
  case 'n':
    *out_event = TQ_JSON_EVENT_NULL;
    if (!read_word (cursor, "null", error))
      return FALSE;
    break;
  default:
    if (c != '-' && !g_ascii_isdigit (c))
      return set_out_of_place (cursor, error);
    *out_event = TQ_JSON_EVENT_NUMBER;
    if (!read_number (cursor, error))
      return FALSE;
    break;
  }
  cursor->state = STATE_AFTER;
  return TRUE;
}

/* Reads a name and its colon; the value comes next. */
static gboolean
read_key (TqJsonCursor *cursor, TqJsonEvent *out_event, GError **error)
{
  if (peek (cursor) != '"')
    return set_out_of_place (cursor, error);
  if (!read_string (cursor, error))
    return FALSE;
  cursor->state = STATE_COLON;
  skip_blanks (cursor);
  if (peek (cursor) != ':')
    return set_out_of_place (cursor, error);
  cursor->at++;
  cursor->state = STATE_VALUE;
  *out_event = TQ_JSON_EVENT_KEY;
  return TRUE;
}

/* Leaves the object or array whose closing bracket stands at the cursor, if one does. */
static gboolean
leave (TqJsonCursor *cursor, TqJsonEvent *out_event)
{
  if (cursor->depth == 0)
    return FALSE;
  const gboolean object = cursor->in_object[cursor->depth - 1];
  if (peek (cursor) != (object ? '}' : ']'))
    return FALSE;
  cursor->at++;
  cursor->depth--;
  cursor->state = STATE_AFTER;
  *out_event = object ? TQ_JSON_EVENT_END_OBJECT : TQ_JSON_EVENT_END_ARRAY;
  return TRUE;
}

/* The next event; TQ_JSON_EVENT_END once the value and nothing else was read. Raises
 * TQ_ERROR_FORMAT with the line in front of the message. */
gboolean
tq_json_cursor_next (TqJsonCursor *cursor, TqJsonEvent *out_event, GError **error)
{
  skip_blanks (cursor);
  if (cursor->state == STATE_AFTER && cursor->depth > 0 && peek (cursor) == ',') {
    cursor->at++;
    cursor->state = cursor->in_object[cursor->depth - 1] ? STATE_KEY : STATE_VALUE;
    skip_blanks (cursor);
  }
  cursor->start = cursor->at;
  cursor->line = cursor->at_line;
  switch (cursor->state) {
  case STATE_FIRST_KEY:
    return leave (cursor, out_event) || read_key (cursor, out_event, error);
  case STATE_KEY:
    return read_key (cursor, out_event, error);
  case STATE_FIRST_ITEM:
    return leave (cursor, out_event) || read_value (cursor, out_event, error);
  case STATE_AFTER:
    if (cursor->depth == 0 && cursor->at == cursor->end) {
      *out_event = TQ_JSON_EVENT_END;
      return TRUE;
    }
    return leave (cursor, out_event) || set_out_of_place (cursor, error);
  default:
    return read_value (cursor, out_event, error);
  }
}
