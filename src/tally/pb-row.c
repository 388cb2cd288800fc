/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "tally/pb-row.h"

#include "base/i18n.h"
#include "tally/election.h"

#include <string.h>

#define DECIMALS_MAX 6u

/* Cuts the quotes off a field that begins with one, as Python's csv module does, which writes these
 * files: "" inside is a quote, and what follows the closing quote belongs to the field. Returns
 * where the field ends, or NULL where the quote is never closed: then it is part of the text. */
static char *
unquote (char *field)
{
  char *to = field;
  char *from = field + 1;
  while (*from != '\0') {
    if (*from != '"')
      *to++ = *from++;
    else if (from[1] == '"') {
      *to++ = '"';
      from += 2;
    } else {
      char *rest = from + 1;
      char *end = rest + strcspn (rest, ";");
      memmove (to, rest, (gsize) (end - rest));
      to += end - rest;
      /* The semicolon, or the end of the line, moves up behind the shortened field. */
      const gboolean is_last = *end == '\0';
      memset (to, ' ', (gsize) (end - to));
      if (is_last)
        *to = '\0';
      return end;
    }
  }
  return NULL;
}

/* Cuts *line*, which is written to, into fields without blanks around them. Raises TQ_ERROR_FORMAT
 * for more than TQ_PB_COLUMNS_MAX columns. */
gboolean
tq_pb_row_split (TqPbRow *row, char *line, const TqLineReader *reader, GError **error)
{
  row->count = 0;
  for (char *field = line; field != NULL;) {
    if (row->count == TQ_PB_COLUMNS_MAX)
      return tq_line_reader_set_error (reader,
                                       error,
                                       _ ("found more than %u columns, expected fewer."),
                                       TQ_PB_COLUMNS_MAX);
    char *end = NULL;
    if (*field == '"' && strchr (field + 1, '"') != NULL) {
      g_autofree char *copy = g_strdup (field);
      end = unquote (field);
      if (end == NULL)
        memcpy (field, copy, strlen (copy) + 1);
    }
    if (end == NULL)
      end = field + strcspn (field, ";");
    char *next = *end == ';' ? end + 1 : NULL;
    *end = '\0';
    row->fields[row->count++] = g_strstrip (field);
    field = next;
  }
  return TRUE;
}

/* The field of a column found by tq_pb_row_find (); "" where the row is shorter or has no such
 * column. */
const char *
tq_pb_row_get (const TqPbRow *row, gint column)
{
  return column >= 0 && (guint) column < row->count ? row->fields[column] : "";
}

/* The number of the column that is called *name*, -1 without one. */
gint
tq_pb_row_find (const TqPbRow *row, const char *name)
{
  for (guint i = 0; i < row->count; i++)
    if (g_ascii_strcasecmp (row->fields[i], name) == 0)
      return (gint) i;
  return -1;
}

/* Reads an amount like 1200, 400000.0 or 12,50; zeros at the end of the decimals do not count, and
 * a comma with three digits behind it is refused, for it may mean thousands. FALSE for anything
 * else, below zero and beyond TQ_ELECTION_MONEY_MAX too. */
gboolean
tq_pb_amount_parse (const char *text, TqPbAmount *out_amount)
{
  const gsize whole = strspn (text, "0123456789");
  const char *mark = text + whole;
  const gsize decimals = *mark != '\0' ? strspn (mark + 1, "0123456789") : 0;
  if (whole == 0 || (*mark != '\0' && (decimals == 0 || mark[1 + decimals] != '\0')))
    return FALSE;
  if (*mark != '\0' && *mark != '.' && (*mark != ',' || decimals == 3))
    return FALSE;
  gsize kept = decimals;
  while (kept > 0 && mark[kept] == '0')
    kept--;
  if (kept > DECIMALS_MAX)
    return FALSE;
  gint64 value = 0;
  for (gsize i = 0; i < whole + (kept > 0 ? 1 + kept : 0); i++) {
    if (i == whole)
      continue;
    value = value * 10 + (text[i] - '0');
    if (value > TQ_ELECTION_MONEY_MAX)
      return FALSE;
  }
  *out_amount = (TqPbAmount){ value, (guint) kept };
  return TRUE;
}

/* Reads a whole number from 0 to *max*. */
gboolean
tq_pb_whole_parse (const char *text, gint64 max, gint64 *out_value)
{
  gint64 value = 0;
  if (*text == '\0')
    return FALSE;
  for (; *text != '\0'; text++) {
    if (!g_ascii_isdigit (*text) || value > max / 10)
      return FALSE;
    value = value * 10 + (*text - '0');
  }
  if (value > max)
    return FALSE;
  *out_value = value;
  return TRUE;
}
