/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The directives of a journal.
 *
 * 1. Read: account with its type, commodity with its format, decimal-mark, D, Y, alias (of names),
 *    apply account, and the ends of these. Each holds from its line on.
 * 2. Left out and said: P, N, C, payee, tag, apply tag, and rules of "~", which post nothing unless
 *    hledger or ledger are asked to.
 * 3. Refused with a reason: include (no path from a file is opened), rules of "=" (ledger would
 *    post by them and hledger would not), aliases by regular expression, and everything unknown. */
#include "exchange/hledger-directive.h"

#include "base/i18n.h"
#include "base/text.h"

#include <string.h>

/* Every amount looks through the styles of its commodity and every name through the aliases, so a
 * hostile file must not have many of them. */
#define STYLES_MAX 1000u
#define ALIASES_MAX 1000u

typedef gboolean (*DirectiveFunc) (TqHledgerJournal *journal,
                                   TqHledgerBlock *block,
                                   const char *cursor,
                                   GError **error);

static gboolean
fail_room (const TqHledgerJournal *journal, GError **error)
{
  return tq_hledger_fail (journal, error, _ ("found too many directives, expected fewer."));
}

static gboolean
expect_end (const TqHledgerJournal *journal, const char *cursor, GError **error)
{
  cursor = tq_hledger_skip_blanks (cursor);
  if (*cursor == '\0' || *cursor == ';')
    return TRUE;
  return tq_hledger_fail (journal,
                          error,
                          _ ("found “%.40s”, expected the end of the line."),
                          cursor);
}

static gboolean
ignore (TqHledgerJournal *journal, TqHledgerBlock *block, const char *cursor, GError **error)
{
  tq_hledger_tell (journal, TQ_HLEDGER_TOLD_IGNORED);
  block->skipping = TRUE;
  return TRUE;
}

static gboolean
pass_over (TqHledgerJournal *journal, TqHledgerBlock *block, const char *cursor, GError **error)
{
  return TRUE;
}

static gboolean
refuse_include (TqHledgerJournal *journal,
                TqHledgerBlock *block,
                const char *cursor,
                GError **error)
{
  return tq_hledger_fail (journal,
                          error,
                          _ ("found “include”, expected one file with everything in it. A file may "
                             "not open others here: put their lines into this one."));
}

/* Sets the kind of *account* from the type in its comment, if there is one. */
static gboolean
read_type (TqHledgerJournal *journal, guint account, const char *comment, GError **error)
{
  static const struct {
    const char *names[2];
    TqForeignKind kind;
  } types[] = {
    { { "A", "Asset" }, TQ_FOREIGN_ASSET },       { { "L", "Liability" }, TQ_FOREIGN_LIABILITY },
    { { "E", "Equity" }, TQ_FOREIGN_EQUITY },     { { "R", "Revenue" }, TQ_FOREIGN_INCOME },
    { { "X", "Expense" }, TQ_FOREIGN_EXPENSE },   { { "C", "Cash" }, TQ_FOREIGN_ASSET },
    { { "V", "Conversion" }, TQ_FOREIGN_EQUITY },
  };
  const char *tag = tq_hledger_find_tag (comment, "type");
  if (tag == NULL)
    return TRUE;
  g_autofree char *value = g_strstrip (g_strndup (tag, strcspn (tag, ",")));
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++) {
    if (g_ascii_strcasecmp (value, types[i].names[0]) != 0 &&
        g_ascii_strcasecmp (value, types[i].names[1]) != 0)
      continue;
    TqHledgerAccount *found = tq_hledger_get_account (journal, account);
    found->has_kind = TRUE;
    found->kind = types[i].kind;
    return TRUE;
  }
  return tq_hledger_fail (journal,
                          error,
                          _ ("found the account type “%.40s”, expected A, L, E, R, X, C or V."),
                          value);
}

static gboolean
read_account_directive (TqHledgerJournal *journal,
                        TqHledgerBlock *block,
                        const char *cursor,
                        GError **error)
{
  char bracket;
  if (!tq_hledger_read_account (journal, &cursor, &bracket, &block->account, error))
    return FALSE;
  block->skipping = TRUE;
  cursor = tq_hledger_skip_blanks (cursor);
  if (*cursor == ';')
    return read_type (journal, block->account, cursor + 1, error);
  return expect_end (journal, cursor, error);
}

static gboolean
add_style (TqHledgerJournal *journal, guint commodity, const TqHledgerStyle *style, GError **error)
{
  const TqDecimal example = { .mantissa = 1, .digits = style->digits };
  TqHledgerCommodity *found = tq_hledger_get_commodity (journal, commodity);
  if (found->styles == NULL)
    found->styles = g_array_new (FALSE, FALSE, sizeof (TqHledgerStyle));
  if (found->styles->len >= STYLES_MAX)
    return fail_room (journal, error);
  g_array_append_vals (found->styles, style, 1);
  tq_hledger_need_digits (journal, commodity, example);
  return TRUE;
}

static gboolean
read_commodity_directive (TqHledgerJournal *journal,
                          TqHledgerBlock *block,
                          const char *cursor,
                          GError **error)
{
  TqHledgerStyle style;
  guint commodity;
  block->skipping = TRUE;
  const char *after = cursor;
  /* "commodity $" names a commodity, "commodity $1.00" gives its format too. */
  if (!g_ascii_isdigit (*cursor) && strchr ("-+.,", *cursor) == NULL) {
    if (!tq_hledger_read_symbol (journal, &after, &commodity, error))
      return FALSE;
    after = tq_hledger_skip_blanks (after);
    if (*after == '\0' || *after == ';') {
      block->commodity = commodity;
      return TRUE;
    }
  }
  if (!tq_hledger_read_format (journal, &cursor, &commodity, &style, error))
    return FALSE;
  return add_style (journal, commodity, &style, error) && expect_end (journal, cursor, error);
}

static gboolean
read_decimal_mark (TqHledgerJournal *journal,
                   TqHledgerBlock *block,
                   const char *cursor,
                   GError **error)
{
  if (*cursor != '.' && *cursor != ',')
    return tq_hledger_fail (journal, error, _ ("found “%.40s”, expected “.” or “,”."), cursor);
  TqHledgerScope *scope = tq_hledger_push_scope (journal);
  if (scope == NULL)
    return fail_room (journal, error);
  scope->decimal_mark = *cursor;
  return TRUE;
}

static gboolean
read_default_commodity (TqHledgerJournal *journal,
                        TqHledgerBlock *block,
                        const char *cursor,
                        GError **error)
{
  TqHledgerStyle style;
  guint commodity;
  if (!tq_hledger_read_format (journal, &cursor, &commodity, &style, error))
    return FALSE;
  TqHledgerScope *scope = tq_hledger_push_scope (journal);
  if (scope == NULL)
    return fail_room (journal, error);
  scope->default_commodity = commodity;
  scope->default_style = style;
  tq_hledger_need_digits (journal, commodity, (TqDecimal){ .mantissa = 1, .digits = style.digits });
  return TRUE;
}

static gboolean
read_year (TqHledgerJournal *journal, TqHledgerBlock *block, const char *cursor, GError **error)
{
  const gsize digits = strspn (cursor, "0123456789");
  const gint64 year = digits == 4 ? g_ascii_strtoll (cursor, NULL, 10) : 0;
  if (year < 1)
    return tq_hledger_fail (journal,
                            error,
                            _ ("found “%.40s”, expected a year of four digits."),
                            cursor);
  TqHledgerScope *scope = tq_hledger_push_scope (journal);
  if (scope == NULL)
    return fail_room (journal, error);
  scope->year = (int) year;
  return expect_end (journal, cursor + digits, error);
}

static gboolean
read_alias (TqHledgerJournal *journal, TqHledgerBlock *block, const char *cursor, GError **error)
{
  const char *equals = strchr (cursor, '=');
  if (*cursor == '/')
    return tq_hledger_fail (
      journal,
      error,
      _ ("found an alias by regular expression, expected plain account names."));
  if (equals == NULL)
    return tq_hledger_fail (journal, error, _ ("found “%.40s”, expected OLD = NEW."), cursor);
  g_autofree char *old_name = g_strchomp (g_strndup (cursor, (gsize) (equals - cursor)));
  g_autofree char *new_name = g_strstrip (g_strdup (equals + 1));
  if (*old_name == '\0' || strlen (new_name) > TQ_TEXT_LINE_MAX)
    return tq_hledger_fail (journal, error, _ ("found “%.40s”, expected OLD = NEW."), cursor);
  TqHledgerScope *scope =
    journal->aliases->len < ALIASES_MAX ? tq_hledger_push_scope (journal) : NULL;
  if (scope == NULL)
    return fail_room (journal, error);
  TqHledgerAlias *alias = g_new0 (TqHledgerAlias, 1);
  alias->old_name = g_steal_pointer (&old_name);
  alias->new_name = g_steal_pointer (&new_name);
  alias->next = scope->aliases;
  g_ptr_array_add (journal->aliases, alias);
  scope->aliases = alias;
  return TRUE;
}

static gboolean
end_aliases (TqHledgerJournal *journal, TqHledgerBlock *block, const char *cursor, GError **error)
{
  TqHledgerScope *scope = tq_hledger_push_scope (journal);
  if (scope == NULL)
    return fail_room (journal, error);
  scope->aliases = NULL;
  return TRUE;
}

static gboolean
apply_account (TqHledgerJournal *journal, TqHledgerBlock *block, const char *cursor, GError **error)
{
  g_autofree char *name = g_strstrip (g_strdup (cursor));
  const TqHledgerApplied *outer = journal->scope->applied;
  if (*name == '\0' || strlen (name) > TQ_TEXT_LINE_MAX ||
      (outer != NULL && strlen (outer->prefix) > TQ_TEXT_LINE_MAX))
    return tq_hledger_fail (journal, error, _ ("found “%.40s”, expected an account."), cursor);
  TqHledgerScope *scope = tq_hledger_push_scope (journal);
  if (scope == NULL)
    return fail_room (journal, error);
  TqHledgerApplied *applied = g_new0 (TqHledgerApplied, 1);
  applied->prefix = outer != NULL ? g_strconcat (outer->prefix, ":", name, NULL) : g_strdup (name);
  applied->outer = outer;
  g_ptr_array_add (journal->applied, applied);
  scope->applied = applied;
  return TRUE;
}

static gboolean
end_apply_account (TqHledgerJournal *journal,
                   TqHledgerBlock *block,
                   const char *cursor,
                   GError **error)
{
  if (journal->scope->applied == NULL)
    return tq_hledger_fail (journal,
                            error,
                            _ ("found “end apply account”, expected “apply account” above it."));
  TqHledgerScope *scope = tq_hledger_push_scope (journal);
  if (scope == NULL)
    return fail_room (journal, error);
  scope->applied = scope->applied->outer;
  return TRUE;
}

/* A price shows digits of its commodity, which widens hledger's tolerance as any amount does. */
static gboolean
read_market_price (TqHledgerJournal *journal,
                   TqHledgerBlock *block,
                   const char *cursor,
                   GError **error)
{
  TqDay day;
  guint commodity;
  TqHledgerAmount price;
  if (!tq_hledger_read_date (journal, &cursor, journal->scope->year, &day, error))
    return FALSE;
  cursor = tq_hledger_skip_blanks (cursor);
  if (g_ascii_isdigit (*cursor)) /* a time of day */
    cursor = tq_hledger_skip_blanks (cursor + strspn (cursor, "0123456789:+-"));
  if (!tq_hledger_read_symbol (journal, &cursor, &commodity, error))
    return FALSE;
  cursor = tq_hledger_skip_blanks (cursor);
  if (!tq_hledger_read_amount (journal, &cursor, &price, error))
    return FALSE;
  tq_hledger_show_digits (journal, price.commodity, price.quantity.digits);
  tq_hledger_tell (journal, TQ_HLEDGER_TOLD_PRICE);
  return TRUE;
}

/* Every directive that begins with words; the longer of two with the same start comes first. */
static const struct {
  const char *words;
  DirectiveFunc read;
} directives[] = {
  { "account", read_account_directive },
  { "alias", read_alias },
  { "apply account", apply_account },
  { "apply tag", ignore },
  { "commodity", read_commodity_directive },
  { "decimal-mark", read_decimal_mark },
  { "end aliases", end_aliases },
  { "end apply account", end_apply_account },
  { "end apply tag", pass_over },
  { "end tag", pass_over },
  { "include", refuse_include },
  { "payee", ignore },
  { "pop", pass_over },
  { "tag", ignore },
  { "year", read_year },
  { "C", ignore },
  { "D", read_default_commodity },
  { "N", ignore },
  { "P", read_market_price },
};

/* What follows the words of a directive after blanks; NULL where the line does not begin with them.
 * Any number of blanks may stand between two words. */
static const char *
match_words (const char *line, const char *words)
{
  for (; *words != '\0'; words++) {
    if (*words != ' ') {
      if (*line++ != *words)
        return NULL;
      continue;
    }
    const char *next = tq_hledger_skip_blanks (line);
    if (next == line)
      return NULL;
    line = next;
  }
  const char *after = tq_hledger_skip_blanks (line);
  return *line == '\0' || after > line ? after : NULL;
}

static gboolean
start_comment (TqHledgerBlock *block, const char *line)
{
  const char *after = match_words (line, "comment");
  block->in_comment = after != NULL && *after == '\0';
  return block->in_comment;
}

static gboolean
read_rule (TqHledgerJournal *journal, TqHledgerBlock *block, const char *line, GError **error)
{
  if (*line == '=')
    return tq_hledger_fail (journal,
                            error,
                            _ ("found an automated rule (=), expected entries. ledger posts by it "
                               "and hledger does not: write its postings into the entries."));
  tq_hledger_tell (journal, TQ_HLEDGER_TOLD_PERIODIC);
  block->skipping = TRUE;
  return TRUE;
}

/* Reads a line that is not indented and begins no entry. */
gboolean
tq_hledger_read_directive (TqHledgerJournal *journal,
                           TqHledgerBlock *block,
                           const char *line,
                           GError **error)
{
  block->skipping = FALSE;
  block->commodity = block->account = TQ_HLEDGER_NONE;
  if (start_comment (block, line))
    return TRUE;
  if (*line == '=' || *line == '~')
    return read_rule (journal, block, line, error);
  const char *start = *line == '!' || *line == '@' ? line + 1 : line;
  if (*start == 'Y')
    return read_year (journal, block, tq_hledger_skip_blanks (start + 1), error);
  for (gsize i = 0; i < G_N_ELEMENTS (directives); i++) {
    const char *after = match_words (start, directives[i].words);
    if (after != NULL)
      return directives[i].read (journal, block, after, error);
  }
  return tq_hledger_fail (journal,
                          error,
                          _ ("found “%.40s”, expected a date, a directive or a comment."),
                          line);
}

/* Reads an indented line below a directive: its comment, its format, or what is passed over. */
gboolean
tq_hledger_read_directive_line (TqHledgerJournal *journal,
                                TqHledgerBlock *block,
                                const char *line,
                                GError **error)
{
  TqHledgerStyle style;
  guint commodity;
  const char *cursor = tq_hledger_skip_blanks (line);
  if (*cursor == ';' && block->account != TQ_HLEDGER_NONE)
    return read_type (journal, block->account, cursor + 1, error);
  const char *format = match_words (cursor, "format");
  if (format == NULL || block->commodity == TQ_HLEDGER_NONE)
    return TRUE;
  if (!tq_hledger_read_format (journal, &format, &commodity, &style, error))
    return FALSE;
  if (commodity != block->commodity)
    return tq_hledger_fail (journal,
                            error,
                            _ ("found a format of “%s”, expected one of “%s”."),
                            tq_hledger_get_commodity (journal, commodity)->symbol,
                            tq_hledger_get_commodity (journal, block->commodity)->symbol);
  return add_style (journal, commodity, &style, error);
}
