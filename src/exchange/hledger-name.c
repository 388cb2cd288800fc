/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Account names and dates as hledger 1.25 reads them.
 *
 * 1. A name ends at two blanks, at a tab, or with the line; single blanks belong to it, and so does
 *    everything else between, even a semicolon.
 * 2. It is put below the accounts of "apply account", then every alias above the line is applied,
 *    the latest first; an alias replaces a whole name or its first parts.
 * 3. Brackets or parentheses around the whole name make the posting virtual.
 * 4. A date is year, month, day with one separator, - / or . ; without a year where Y told one. */
#include "exchange/hledger-entry.h"

#include "base/i18n.h"
#include "base/text.h"

#include <string.h>

#define DEPTH_MAX 64u

/* Reads the text up to two blanks, a tab or the end into *name*; single blanks become spaces. */
static void
read_single_spaced (const char **cursor, GString *name)
{
  const char *start = *cursor;
  const char *p = start;
  g_string_truncate (name, 0);
  while (*p != '\0') {
    const char *blank = tq_hledger_get_blank_end (p);
    if (blank == NULL) {
      p++;
      continue;
    }
    if (*p == '\t' || *blank == '\0' || tq_hledger_get_blank_end (blank) != NULL)
      break;
    g_string_append_len (name, start, p - start);
    g_string_append_c (name, ' ');
    start = p = blank;
  }
  g_string_append_len (name, start, p - start);
  *cursor = p;
}

static gboolean
is_below_or_same (const char *name, const char *above)
{
  const gsize length = strlen (above);
  return strncmp (name, above, length) == 0 && (name[length] == ':' || name[length] == '\0');
}

static void
apply_aliases (const TqHledgerJournal *journal, GString *name)
{
  for (const TqHledgerAlias *alias = journal->scope->aliases; alias != NULL; alias = alias->next) {
    if (!is_below_or_same (name->str, alias->old_name))
      continue;
    g_string_erase (name, 0, (gssize) strlen (alias->old_name));
    g_string_prepend (name, alias->new_name);
    if (name->len > TQ_TEXT_LINE_MAX)
      return;
  }
}

/* Checks that every part has a text and that there are not too many, and composes the letters. */
static gboolean
normalize_name (const TqHledgerJournal *journal, GString *name, GError **error)
{
  guint depth = 1;
  gboolean empty_part = name->len == 0 || name->str[0] == ':';
  for (const char *p = name->str; *p != '\0'; p++) {
    if (*p != ':')
      continue;
    depth++;
    empty_part = empty_part || p[1] == ':' || p[1] == '\0';
  }
  if (empty_part || depth > DEPTH_MAX)
    return tq_hledger_fail (journal,
                            error,
                            _ ("found the account “%.60s”, expected 1 to %u parts with a text, "
                               "joined by colons."),
                            name->str,
                            DEPTH_MAX);
  g_autoptr (GError) cause = NULL;
  g_autofree char *normal = tq_text_normalize_line (name->str, &cause);
  if (normal == NULL)
    return tq_hledger_fail (journal, error, "%s", cause->message);
  g_string_assign (name, normal);
  return TRUE;
}

/* Whether the name is plainly in order, as nearly all are. */
static gboolean
is_plain_name (const GString *name)
{
  for (const char *p = name->str; *p != '\0'; p++)
    if ((guchar) *p >= 0x80 || (*p == ':' && (p[1] == ':' || p[1] == '\0')))
      return FALSE;
  return name->len > 0 && name->len < DEPTH_MAX && name->str[0] != ':' && name->str[0] != ' ';
}

/* Reads an account name and finds its index. *out_bracket* is '[' or '(' for a virtual posting and
 * 0 for a usual one. */
gboolean
tq_hledger_read_account (TqHledgerJournal *journal,
                         const char **cursor,
                         char *out_bracket,
                         guint *out_account,
                         GError **error)
{
  GString *name = journal->name;
  read_single_spaced (cursor, name);
  char bracket = '\0';
  if (name->len > 2 && ((name->str[0] == '[' && name->str[name->len - 1] == ']') ||
                        (name->str[0] == '(' && name->str[name->len - 1] == ')'))) {
    bracket = name->str[0];
    g_string_truncate (name, name->len - 1);
    g_string_erase (name, 0, 1);
  }
  if (journal->scope->applied != NULL) {
    g_string_prepend_c (name, ':');
    g_string_prepend (name, journal->scope->applied->prefix);
  }
  apply_aliases (journal, name);
  if (!is_plain_name (name) && !normalize_name (journal, name, error))
    return FALSE;
  const guint account = tq_hledger_find_account (journal, name->str, error);
  if (account == TQ_HLEDGER_NONE)
    return FALSE;
  *out_bracket = bracket;
  *out_account = account;
  return TRUE;
}

/* Reads a number of up to nine digits; the count of digits. */
static guint
read_whole (const char **cursor, int *out_value)
{
  int value = 0;
  guint count = 0;
  for (; g_ascii_isdigit (**cursor) && count < 9; (*cursor)++, count++)
    value = value * 10 + g_ascii_digit_value (**cursor);
  *out_value = value;
  return count;
}

/* Reads a date; *default_year* stands in for a year that is not written, 0 if there is none. */
gboolean
tq_hledger_read_date (TqHledgerJournal *journal,
                      const char **cursor,
                      int default_year,
                      TqDay *out_day,
                      GError **error)
{
  const char *start = *cursor;
  int first = 0, second = 0, third = 0;
  const guint first_digits = read_whole (cursor, &first);
  const char separator = **cursor;
  gboolean shaped = first_digits > 0 && separator != '\0' && strchr ("-/.", separator) != NULL;
  if (shaped)
    (*cursor)++;
  shaped = shaped && read_whole (cursor, &second) > 0;
  const gboolean has_year = first_digits >= 4;
  if (shaped && has_year) {
    shaped = **cursor == separator;
    if (shaped)
      (*cursor)++;
    shaped = shaped && read_whole (cursor, &third) > 0;
  }
  if (shaped && !has_year && default_year == 0)
    return tq_hledger_fail (journal,
                            error,
                            _ ("found the date “%.20s”, expected a year in it or a Y directive."),
                            start);
  const TqDay day = !shaped    ? TQ_DAY_NONE
                    : has_year ? tq_day_from_date (first, second, third)
                               : tq_day_from_date (default_year, first, second);
  if (day == TQ_DAY_NONE)
    return tq_hledger_fail (journal,
                            error,
                            _ ("found “%.20s”, expected a date as 2027-04-18."),
                            start);
  *out_day = day;
  return TRUE;
}
