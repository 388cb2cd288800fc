/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The lines of one entry: date, second date, status, (code), description ; comment, and below it,
 * indented, postings and further comments. What the book has no place for is counted and told in
 * the end; a posting that does not balance with the others, in parentheses, is refused. */
#include "exchange/hledger-entry.h"

#include "base/i18n.h"
#include "base/text.h"

#include <string.h>

#define POSTINGS_MAX 10000u

void
tq_hledger_entry_init (TqHledgerEntry *entry)
{
  *entry = (TqHledgerEntry){ 0 };
  entry->text = g_string_sized_new (128);
  entry->code = g_string_sized_new (32);
  entry->note = g_string_sized_new (128);
  entry->postings = g_array_new (FALSE, FALSE, sizeof (TqHledgerPosting));
}

void
tq_hledger_entry_clear (TqHledgerEntry *entry)
{
  if (entry->text == NULL)
    return;
  g_string_free (g_steal_pointer (&entry->text), TRUE);
  g_string_free (g_steal_pointer (&entry->code), TRUE);
  g_string_free (g_steal_pointer (&entry->note), TRUE);
  g_clear_pointer (&entry->postings, g_array_unref);
}

/* Puts the text between *start* and *end* into *target* in the form in which a book keeps it. */
static gboolean
set_text (const TqHledgerJournal *journal,
          GString *target,
          const char *start,
          const char *end,
          GError **error)
{
  start = tq_hledger_skip_blanks (start);
  while (end > start && (end[-1] == ' ' || end[-1] == '\t'))
    end--;
  g_string_truncate (target, 0);
  if (end <= start)
    return TRUE;
  g_string_append_len (target, start, end - start);
  gboolean plain = target->len <= TQ_TEXT_LINE_MAX;
  for (char *p = target->str; *p != '\0'; p++) {
    if (*p == '\t')
      *p = ' ';
    plain = plain && (guchar) *p < 0x80;
  }
  if (plain)
    return TRUE;
  g_autoptr (GError) cause = NULL;
  g_autofree char *normal = tq_text_normalize_line (target->str, &cause);
  if (normal == NULL)
    return tq_hledger_fail (journal, error, "%s", cause->message);
  g_string_assign (target, normal);
  return TRUE;
}

/* The value of the tag *name* in a comment, (nullable): "name:" after a blank, a comma or at the
 * start. */
const char *
tq_hledger_find_tag (const char *comment, const char *name)
{
  const gsize length = strlen (name);
  for (const char *p = strstr (comment, name); p != NULL; p = strstr (p + 1, name)) {
    const gboolean starts = p == comment || strchr (" \t,;", p[-1]) != NULL;
    if (starts && p[length] == ':')
      return tq_hledger_skip_blanks (p + length + 1);
  }
  return NULL;
}

/* Whether the comment gives its posting a date of its own, as "date:" or "[2027-04-18]". */
static gboolean
has_own_date (const char *comment)
{
  if (tq_hledger_find_tag (comment, "date") != NULL ||
      tq_hledger_find_tag (comment, "date2") != NULL)
    return TRUE;
  for (const char *p = strchr (comment, '['); p != NULL; p = strchr (p + 1, '[')) {
    const char *end = p + 1 + strspn (p + 1, "0123456789-/.=");
    if (end > p + 1 && *end == ']' && strpbrk (p + 1, "-/.") < end &&
        strpbrk (p + 1, "-/.") != NULL)
      return TRUE;
  }
  return FALSE;
}

static gboolean
add_comment (const TqHledgerJournal *journal,
             TqHledgerEntry *entry,
             const char *comment,
             GError **error)
{
  if (!journal->second_pass)
    return TRUE;
  g_autoptr (GString) line = g_string_new (NULL);
  if (!set_text (journal, line, comment, comment + strlen (comment), error))
    return FALSE;
  if (line->len == 0 || entry->note->len + line->len + 1 > TQ_TEXT_BODY_MAX)
    return TRUE;
  if (entry->note->len > 0)
    g_string_append_c (entry->note, '\n');
  g_string_append_len (entry->note, line->str, (gssize) line->len);
  return TRUE;
}

/* Reads the status mark, if there is one. */
static void
read_status (TqHledgerJournal *journal, const char **cursor)
{
  const char *mark = tq_hledger_skip_blanks (*cursor);
  if (*mark != '*' && *mark != '!')
    return;
  if (*mark == '!' && !journal->second_pass)
    tq_hledger_tell (journal, TQ_HLEDGER_TOLD_PENDING);
  *cursor = mark + 1;
}

/* Reads the first line of an entry into *entry*, which loses what it held. */
gboolean
tq_hledger_read_header (TqHledgerJournal *journal,
                        TqHledgerEntry *entry,
                        const char *line,
                        GError **error)
{
  const char *cursor = line;
  int year = 0, month = 0, date = 0;
  g_array_set_size (entry->postings, 0);
  g_string_truncate (entry->note, 0);
  g_string_truncate (entry->code, 0);
  entry->line = journal->line;
  if (!tq_hledger_read_date (journal, &cursor, journal->scope->year, &entry->day, error))
    return FALSE;
  if (*cursor == '=') {
    TqDay second;
    cursor++;
    tq_day_to_date (entry->day, &year, &month, &date);
    if (!tq_hledger_read_date (journal, &cursor, year, &second, error))
      return FALSE;
    if (!journal->second_pass)
      tq_hledger_tell (journal, TQ_HLEDGER_TOLD_DATE2);
  }
  if (*cursor != '\0' && tq_hledger_get_blank_end (cursor) == NULL)
    return tq_hledger_fail (journal,
                            error,
                            _ ("found “%.40s” after the date, expected a blank."),
                            cursor);
  read_status (journal, &cursor);
  const char *code = tq_hledger_skip_blanks (cursor);
  if (code > cursor && *code == '(') {
    const char *close = strchr (code, ')');
    if (close == NULL)
      return tq_hledger_fail (journal,
                              error,
                              _ ("found “%.40s”, expected “)” after the code."),
                              code);
    if (!set_text (journal, entry->code, code + 1, close, error))
      return FALSE;
    cursor = close + 1;
  }
  const char *comment = cursor + strcspn (cursor, ";");
  if (!set_text (journal, entry->text, cursor, comment, error))
    return FALSE;
  return *comment == '\0' || add_comment (journal, entry, comment + 1, error);
}

/* Reads a balance assertion or assignment at its "=". */
static gboolean
read_assertion (TqHledgerJournal *journal,
                const char **cursor,
                TqHledgerPosting *posting,
                GError **error)
{
  TqHledgerCost cost;
  TqHledgerAmount price;
  posting->has_assertion = TRUE;
  (*cursor)++;
  posting->of_all_commodities = **cursor == '=';
  if (posting->of_all_commodities)
    (*cursor)++;
  posting->with_subaccounts = **cursor == '*';
  if (posting->with_subaccounts)
    (*cursor)++;
  *cursor = tq_hledger_skip_blanks (*cursor);
  if (!tq_hledger_read_amount (journal, cursor, &posting->asserted, error) ||
      !tq_hledger_read_cost (journal, cursor, &cost, &price, error))
    return FALSE;
  if (posting->has_amount)
    return TRUE;
  posting->cost = cost;
  posting->price = price;
  return TRUE;
}

static gboolean
read_amounts (TqHledgerJournal *journal,
              const char **cursor,
              TqHledgerPosting *posting,
              GError **error)
{
  if (**cursor != '\0' && **cursor != ';' && **cursor != '=') {
    posting->has_amount = TRUE;
    if (!tq_hledger_read_amount (journal, cursor, &posting->amount, error))
      return FALSE;
    gboolean more = TRUE;
    while (more) {
      const char *before = *cursor;
      if (posting->cost == TQ_HLEDGER_COST_NONE &&
          !tq_hledger_read_cost (journal, cursor, &posting->cost, &posting->price, error))
        return FALSE;
      if ((**cursor == '{' || **cursor == '[') && !tq_hledger_skip_lot (journal, cursor, error))
        return FALSE;
      more = *cursor > before;
    }
  }
  if (**cursor == '=' && !read_assertion (journal, cursor, posting, error))
    return FALSE;
  if (**cursor == '\0' || **cursor == ';')
    return TRUE;
  return tq_hledger_fail (journal,
                          error,
                          _ ("found “%.40s” after the amount, expected a cost, a balance, a "
                             "comment or the end of the line."),
                          *cursor);
}

static gboolean
read_posting (TqHledgerJournal *journal, TqHledgerEntry *entry, const char *cursor, GError **error)
{
  TqHledgerPosting posting = { .line = journal->line };
  char bracket = '\0';
  read_status (journal, &cursor);
  cursor = tq_hledger_skip_blanks (cursor);
  if (*cursor == '\0')
    return tq_hledger_fail (journal, error, _ ("found no account, expected one."));
  if (!tq_hledger_read_account (journal, &cursor, &bracket, &posting.account, error))
    return FALSE;
  if (bracket == '(')
    return tq_hledger_fail (
      journal,
      error,
      _ ("found the posting to (%.60s) in parentheses, which has no other side, expected "
         "postings that balance. Give it another side or take it out."),
      tq_hledger_get_account (journal, posting.account)->name);
  posting.in_brackets = bracket == '[';
  if (posting.in_brackets && !journal->second_pass)
    tq_hledger_tell (journal, TQ_HLEDGER_TOLD_BRACKETS);
  cursor = tq_hledger_skip_blanks (cursor);
  if (!read_amounts (journal, &cursor, &posting, error))
    return FALSE;
  if (entry->postings->len >= POSTINGS_MAX)
    return tq_hledger_fail (journal,
                            error,
                            _ ("found more than %u postings in one entry, expected fewer."),
                            POSTINGS_MAX);
  g_array_append_val (entry->postings, posting);
  if (*cursor == '\0')
    return TRUE;
  if (!journal->second_pass && has_own_date (cursor + 1))
    tq_hledger_tell (journal, TQ_HLEDGER_TOLD_POSTING_DATE);
  return add_comment (journal, entry, cursor + 1, error);
}

/* Reads an indented line below the first one: a comment or a posting. */
gboolean
tq_hledger_read_inner_line (TqHledgerJournal *journal,
                            TqHledgerEntry *entry,
                            const char *line,
                            GError **error)
{
  const char *cursor = tq_hledger_skip_blanks (line);
  if (*cursor != ';')
    return read_posting (journal, entry, cursor, error);
  if (!journal->second_pass && entry->postings->len > 0 && has_own_date (cursor + 1))
    tq_hledger_tell (journal, TQ_HLEDGER_TOLD_POSTING_DATE);
  return add_comment (journal, entry, cursor + 1, error);
}
