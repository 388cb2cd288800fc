/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Amounts as hledger 1.25 reads them.
 *
 * 1. A sign may stand before the symbol, after it, or both; the symbol stands left or right of the
 *    number, or nowhere, and is quoted where it holds digits, blanks or signs.
 * 2. A number has at most one decimal mark, point or comma, and digit groups parted by the other
 *    one or by a blank. Which of the two a single mark is ("1,000") is told by decimal-mark, by the
 *    commodity's directive, or by D; where none tells, it is the decimal mark, so "1,000 EUR" is
 *    one euro and not a thousand. That reading is hledger's and is said in the notes.
 * 3. No exponent: 1E3 is refused, as ledger and hledger differ. At most 18 digits.
 * 4. A cost (@ one unit, @@ the whole, also in parentheses) follows in any order with lot prices
 *    {…} and lot dates […], which hledger passes over and so do we, saying so. */
#include "exchange/hledger-amount.h"

#include "base/i18n.h"

#include <string.h>

#define DIGITS_MAX 18u

/* A number before its marks are told apart. */
typedef struct {
  TqWide mantissa;
  guint n_digits;
  guint n_groups;    /* groups parted by group_mark, 1 for none */
  guint last_digits; /* digits of the last group */
  guint decimals;    /* digits after decimal_mark */
  char group_mark;   /* 0: none */
  char decimal_mark; /* 0: none */
} RawNumber;

const char *
tq_hledger_skip_blanks (const char *cursor)
{
  while (*cursor == ' ')
    cursor++;
  for (const char *end = tq_hledger_get_blank_end (cursor); end != NULL;
       end = tq_hledger_get_blank_end (cursor))
    cursor = end;
  return cursor;
}

static gboolean
is_mark (char c)
{
  return c == '.' || c == ',';
}

/* Whether *c* can stand in a symbol without quotes. */
static gboolean
is_symbol_char (char c)
{
  return c != '\0' && !g_ascii_isdigit (c) && strchr ("-+.@*;\t\n \"{}=", c) == NULL;
}

/* Reads a symbol, quoted or not. */
gboolean
tq_hledger_read_symbol (TqHledgerJournal *journal,
                        const char **cursor,
                        guint *out_commodity,
                        GError **error)
{
  const char *start = *cursor;
  const char *end;
  const gboolean quoted = *start == '"';
  if (quoted) {
    start++;
    end = start + strcspn (start, "\";");
    if (*end != '"' || end == start)
      return tq_hledger_fail (journal,
                              error,
                              _ ("found “%.40s”, expected a commodity between quotes."),
                              *cursor);
  } else {
    end = start;
    while (is_symbol_char (*end))
      end++;
    if (end == start)
      return tq_hledger_fail (journal, error, _ ("found “%.40s”, expected a commodity."), *cursor);
  }
  if (end - start > 100)
    return tq_hledger_fail (journal,
                            error,
                            _ ("found a commodity of more than %d bytes, expected a symbol."),
                            100);
  char symbol[101];
  memcpy (symbol, start, (gsize) (end - start));
  symbol[end - start] = '\0';
  const guint found = tq_hledger_find_commodity (journal, symbol, error);
  if (found == TQ_HLEDGER_NONE)
    return FALSE;
  *cursor = quoted ? end + 1 : end;
  *out_commodity = found;
  return TRUE;
}

static gboolean
read_sign (const char **cursor)
{
  if (**cursor != '-' && **cursor != '+')
    return FALSE;
  const gboolean negative = **cursor == '-';
  *cursor = tq_hledger_skip_blanks (*cursor + 1);
  return negative;
}

/* Reads a row of digits into *raw*; the number of digits read. */
static guint
read_digits (const char **cursor, RawNumber *raw)
{
  guint count = 0;
  for (; g_ascii_isdigit (**cursor); (*cursor)++, count++) {
    if (raw->mantissa == 0 && **cursor == '0')
      continue;
    if (raw->n_digits++ < DIGITS_MAX)
      raw->mantissa = raw->mantissa * 10 + g_ascii_digit_value (**cursor);
  }
  return count;
}

static void
read_groups (const char **cursor, RawNumber *raw)
{
  raw->n_groups = 1;
  raw->last_digits = read_digits (cursor, raw);
  const char mark = **cursor;
  if (!is_mark (mark) && mark != ' ')
    return;
  while (**cursor == mark && g_ascii_isdigit ((*cursor)[1])) {
    (*cursor)++;
    raw->group_mark = mark;
    raw->last_digits = read_digits (cursor, raw);
    raw->n_groups++;
  }
}

/* Reads a number without its sign, its marks not yet told apart. */
static gboolean
read_raw_number (const TqHledgerJournal *journal,
                 const char **cursor,
                 RawNumber *out_raw,
                 GError **error)
{
  const char *start = *cursor;
  RawNumber raw = { 0 };
  if (!g_ascii_isdigit (*start) && !(is_mark (*start) && g_ascii_isdigit (start[1])))
    return tq_hledger_fail (journal, error, _ ("found “%.40s”, expected a number."), start);
  if (g_ascii_isdigit (*start))
    read_groups (cursor, &raw);
  if (is_mark (**cursor) && **cursor != raw.group_mark) {
    raw.decimal_mark = *(*cursor)++;
    raw.decimals = read_digits (cursor, &raw);
  }
  if (is_mark (**cursor) || (**cursor == ' ' && g_ascii_isdigit ((*cursor)[1])))
    return tq_hledger_fail (journal,
                            error,
                            _ ("found the number “%.40s”, expected one decimal mark."),
                            start);
  const char *after = *cursor + 1;
  if (g_ascii_toupper (**cursor) == 'E' &&
      (g_ascii_isdigit (*after) ||
       ((*after == '-' || *after == '+') && g_ascii_isdigit (*tq_hledger_skip_blanks (after + 1)))))
    return tq_hledger_fail (journal,
                            error,
                            _ ("found the number “%.40s” with an exponent, expected plain digits."),
                            start);
  if (raw.n_digits > DIGITS_MAX || raw.decimals > DIGITS_MAX || raw.last_digits > DIGITS_MAX)
    return tq_hledger_fail (journal,
                            error,
                            _ ("found the number “%.40s”, expected at most %u digits."),
                            start,
                            DIGITS_MAX);
  *out_raw = raw;
  return TRUE;
}

/* Whether a single *mark* between two rows of digits is a decimal mark. */
static gboolean
is_decimal_by (char mark, char file_mark, const TqHledgerStyle *style)
{
  if (file_mark != '\0')
    return mark == file_mark;
  if (style == NULL)
    return TRUE;
  if (style->decimal_mark != '\0')
    return mark == style->decimal_mark;
  if (style->group_mark != '\0')
    return mark != style->group_mark;
  return style->digits > 0;
}

/* Says once per commodity that a comma was taken as its decimal mark. */
static void
tell_comma (TqHledgerJournal *journal, guint commodity, const char *start, const char *end)
{
  TqHledgerCommodity *found = tq_hledger_get_commodity (journal, commodity);
  if (journal->second_pass || found->told_comma)
    return;
  found->told_comma = TRUE;
  g_autofree char *number = g_strndup (start, (gsize) (end - start));
  tq_hledger_remark (
    journal,
    TQ_FOREIGN_NOTE_INFERRED,
    g_strdup_printf (
      _ ("In “%s” the comma was taken as the decimal mark, as hledger does where no directive "
         "tells. If it parts thousands, write “decimal-mark .” at the top of the file."),
      number));
}

/* Tells the marks of *raw* apart and makes the number. */
static TqDecimal
resolve_number (TqHledgerJournal *journal,
                RawNumber *raw,
                guint commodity,
                const char *start,
                const char *end)
{
  const char file_mark = journal->scope->decimal_mark;
  const TqHledgerStyle *style = tq_hledger_get_style (journal, commodity);
  if (raw->n_groups == 2 && is_mark (raw->group_mark) && raw->decimal_mark == '\0' &&
      is_decimal_by (raw->group_mark, file_mark, style)) {
    raw->decimal_mark = raw->group_mark;
    raw->decimals = raw->last_digits;
    raw->group_mark = '\0';
  }
  if (raw->decimal_mark == ',' && file_mark == '\0' && style == NULL)
    tell_comma (journal, commodity, start, end);
  return (TqDecimal){ .mantissa = raw->mantissa, .digits = raw->decimals };
}

/* The commodity of an amount without a symbol: that of D, or the one without a name. */
static guint
find_unnamed (TqHledgerJournal *journal, GError **error)
{
  if (journal->scope->default_commodity != TQ_HLEDGER_NONE)
    return journal->scope->default_commodity;
  return tq_hledger_find_commodity (journal, "", error);
}

static gboolean
read_parts (TqHledgerJournal *journal,
            const char **cursor,
            TqHledgerAmount *out_amount,
            RawNumber *out_raw,
            GError **error)
{
  guint commodity = TQ_HLEDGER_NONE;
  gboolean negative = read_sign (cursor);
  if (is_symbol_char (**cursor) && !is_mark (**cursor)) {
    if (!tq_hledger_read_symbol (journal, cursor, &commodity, error))
      return FALSE;
  } else if (**cursor == '"' && !tq_hledger_read_symbol (journal, cursor, &commodity, error)) {
    return FALSE;
  }
  if (commodity != TQ_HLEDGER_NONE) {
    *cursor = tq_hledger_skip_blanks (*cursor);
    negative = read_sign (cursor) != negative;
  }
  const char *start = *cursor;
  if (!read_raw_number (journal, cursor, out_raw, error))
    return FALSE;
  const char *end = *cursor;
  if (commodity == TQ_HLEDGER_NONE) {
    const char *after = tq_hledger_skip_blanks (end);
    if (is_symbol_char (*after) || *after == '"') {
      *cursor = after;
      if (!tq_hledger_read_symbol (journal, cursor, &commodity, error))
        return FALSE;
    } else {
      commodity = find_unnamed (journal, error);
    }
  }
  if (commodity == TQ_HLEDGER_NONE)
    return FALSE;
  out_amount->commodity = commodity;
  out_amount->quantity = resolve_number (journal, out_raw, commodity, start, end);
  if (negative)
    out_amount->quantity = tq_decimal_negate (out_amount->quantity);
  return TRUE;
}

/* Reads one amount without a cost, and the blanks behind it. */
gboolean
tq_hledger_read_amount (TqHledgerJournal *journal,
                        const char **cursor,
                        TqHledgerAmount *out_amount,
                        GError **error)
{
  RawNumber raw = { 0 };
  if (!read_parts (journal, cursor, out_amount, &raw, error))
    return FALSE;
  *cursor = tq_hledger_skip_blanks (*cursor);
  return TRUE;
}

/* Reads the example amount of a commodity or D directive. It must show its decimal mark. */
gboolean
tq_hledger_read_format (TqHledgerJournal *journal,
                        const char **cursor,
                        guint *out_commodity,
                        TqHledgerStyle *out_style,
                        GError **error)
{
  RawNumber raw = { 0 };
  TqHledgerAmount amount;
  const char *start = *cursor;
  if (!read_parts (journal, cursor, &amount, &raw, error))
    return FALSE;
  if (raw.decimal_mark == '\0')
    return tq_hledger_fail (
      journal,
      error,
      _ ("found “%.40s”, expected an example with a decimal mark, as 1000.00."),
      start);
  *out_commodity = amount.commodity;
  *out_style = (TqHledgerStyle){ .decimal_mark = raw.decimal_mark,
                                 .group_mark = raw.group_mark,
                                 .digits = raw.decimals,
                                 .line = journal->line };
  return TRUE;
}

/* Reads a cost that begins with "@", "@@", "(@)" or "(@@)"; TQ_HLEDGER_COST_NONE where there is
 * none. */
gboolean
tq_hledger_read_cost (TqHledgerJournal *journal,
                      const char **cursor,
                      TqHledgerCost *out_cost,
                      TqHledgerAmount *out_price,
                      GError **error)
{
  static const struct {
    const char *sign;
    TqHledgerCost cost;
  } signs[] = { { "(@@)", TQ_HLEDGER_COST_TOTAL },
                { "(@)", TQ_HLEDGER_COST_UNIT },
                { "@@", TQ_HLEDGER_COST_TOTAL },
                { "@", TQ_HLEDGER_COST_UNIT } };
  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++) {
    if (!g_str_has_prefix (*cursor, signs[i].sign))
      continue;
    *cursor = tq_hledger_skip_blanks (*cursor + strlen (signs[i].sign));
    *out_cost = signs[i].cost;
    return tq_hledger_read_amount (journal, cursor, out_price, error);
  }
  *out_cost = TQ_HLEDGER_COST_NONE;
  return TRUE;
}

/* Passes over a lot price {…}, {{…}} or a lot date […], and says so in the end. */
gboolean
tq_hledger_skip_lot (TqHledgerJournal *journal, const char **cursor, GError **error)
{
  const char *close = **cursor == '[' ? "]" : g_str_has_prefix (*cursor, "{{") ? "}}" : "}";
  const char *end = strstr (*cursor, close);
  const char *comment = strchr (*cursor, ';');
  if (end == NULL || (comment != NULL && comment < end))
    return tq_hledger_fail (journal,
                            error,
                            _ ("found “%.40s”, expected a lot that ends with “%s”."),
                            *cursor,
                            close);
  if (!journal->second_pass)
    tq_hledger_tell (journal, TQ_HLEDGER_TOLD_LOT);
  *cursor = tq_hledger_skip_blanks (end + strlen (close));
  return TRUE;
}
