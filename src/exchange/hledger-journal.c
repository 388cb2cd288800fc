/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* What a journal holds beside its entries: commodities, accounts, and for every line the directives
 * above it. The second pass reads entries by day, not by line, so the scopes that the first pass
 * met are kept, each with the line from which it holds. */
#include "exchange/hledger-journal.h"

#include "base/currency.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/money.h"

#include <string.h>

#define COMMODITIES_MAX 1000u
#define ACCOUNTS_MAX 100000u
#define SCOPES_MAX 10000u
#define REMARKS_MAX 1000u

/* A sentence about one line. */
typedef struct {
  TqForeignNoteKind kind;
  char *text;
  gint64 line;
} Remark;

/* As below, for what was taken as the rules of hledger say. */
static char *
build_told_of_rules (TqHledgerTold what, gint64 count)
{
  const gulong n = (gulong) count;
  const long long shown = count;
  if (what == TQ_HLEDGER_TOLD_LOT)
    return g_strdup_printf (
      ngettext_ ("The lot price or lot date of %lld posting was left out, as hledger does.",
                 "The lot prices or lot dates of %lld postings were left out, as hledger does.",
                 n),
      shown);
  if (what == TQ_HLEDGER_TOLD_BRACKETS)
    return g_strdup_printf (
      ngettext_ ("%lld virtual posting in [brackets] was taken as a usual one.",
                 "%lld virtual postings in [brackets] were taken as usual ones.",
                 n),
      shown);
  if (what == TQ_HLEDGER_TOLD_PERIODIC)
    return g_strdup_printf (
      ngettext_ ("%lld periodic rule (~) was left out: it posts nothing by itself.",
                 "%lld periodic rules (~) were left out: they post nothing by themselves.",
                 n),
      shown);
  if (what == TQ_HLEDGER_TOLD_INFERRED_COST)
    return g_strdup_printf (
      ngettext_ (
        "The cost of %lld entry in two commodities was worked out from its two sums, as hledger does.",
        "The costs of %lld entries in two commodities were worked out from their two sums, as hledger does.",
        n),
      shown);
  return g_strdup_printf (
    ngettext_ ("%lld value at cost was rounded to the digits of its commodity.",
               "%lld values at cost were rounded to the digits of their commodities.",
               n),
    shown);
}

/* The sentence that counts *what*, for one or for many (transfer full). */
static char *
build_told (TqHledgerTold what, gint64 count)
{
  const gulong n = (gulong) count;
  const long long shown = count;
  if (what == TQ_HLEDGER_TOLD_DATE2)
    return g_strdup_printf (ngettext_ ("The second date of %lld entry was left out.",
                                       "The second dates of %lld entries were left out.",
                                       n),
                            shown);
  if (what == TQ_HLEDGER_TOLD_POSTING_DATE)
    return g_strdup_printf (
      ngettext_ ("The own date of %lld posting was left out: it has the date of its entry.",
                 "The own dates of %lld postings were left out: they have the date of their entry.",
                 n),
      shown);
  if (what == TQ_HLEDGER_TOLD_PENDING)
    return g_strdup_printf (
      ngettext_ ("%lld entry or posting marked pending (!) was taken as any other.",
                 "%lld entries or postings marked pending (!) were taken as any other.",
                 n),
      shown);
  if (what == TQ_HLEDGER_TOLD_PRICE)
    return g_strdup_printf (
      ngettext_ ("%lld market price (P) was left out.", "%lld market prices (P) were left out.", n),
      shown);
  if (what == TQ_HLEDGER_TOLD_IGNORED)
    return g_strdup_printf (
      ngettext_ ("%lld directive that does not change any balance was left out.",
                 "%lld directives that do not change any balance were left out.",
                 n),
      shown);
  if (what == TQ_HLEDGER_TOLD_EMPTY)
    return g_strdup_printf (ngettext_ ("%lld entry that moves nothing was left out.",
                                       "%lld entries that move nothing were left out.",
                                       n),
                            shown);
  return build_told_of_rules (what, count);
}

static TqForeignNoteKind
get_told_kind (TqHledgerTold what)
{
  const gboolean inferred = what == TQ_HLEDGER_TOLD_BRACKETS ||
                            what == TQ_HLEDGER_TOLD_INFERRED_COST ||
                            what == TQ_HLEDGER_TOLD_ROUNDED;
  return inferred ? TQ_FOREIGN_NOTE_INFERRED : TQ_FOREIGN_NOTE_LEFT_OUT;
}

static void
commodity_free (gpointer data)
{
  TqHledgerCommodity *commodity = data;
  g_free (commodity->symbol);
  g_clear_pointer (&commodity->styles, g_array_unref);
  g_free (commodity);
}

static void
account_free (gpointer data)
{
  TqHledgerAccount *account = data;
  g_free (account->name);
  g_free (account);
}

static void
alias_free (gpointer data)
{
  TqHledgerAlias *alias = data;
  g_free (alias->old_name);
  g_free (alias->new_name);
  g_free (alias);
}

static void
applied_free (gpointer data)
{
  TqHledgerApplied *applied = data;
  g_free (applied->prefix);
  g_free (applied);
}

static void
remark_clear (gpointer data)
{
  Remark *remark = data;
  g_free (remark->text);
}

/* Begins the journal of *file_name*, which must live as long. */
void
tq_hledger_journal_init (TqHledgerJournal *journal, const char *file_name)
{
  *journal = (TqHledgerJournal){ .file_name = file_name };
  journal->commodities = g_ptr_array_new_with_free_func (commodity_free);
  journal->commodity_of = g_hash_table_new (g_str_hash, g_str_equal);
  journal->accounts = g_ptr_array_new_with_free_func (account_free);
  journal->account_of = g_hash_table_new (g_str_hash, g_str_equal);
  journal->scopes = g_ptr_array_new_with_free_func (g_free);
  journal->aliases = g_ptr_array_new_with_free_func (alias_free);
  journal->applied = g_ptr_array_new_with_free_func (applied_free);
  journal->remarks = g_array_new (FALSE, FALSE, sizeof (Remark));
  g_array_set_clear_func (journal->remarks, remark_clear);
  journal->name = g_string_sized_new (128);
  TqHledgerScope *scope = g_new0 (TqHledgerScope, 1);
  scope->default_commodity = TQ_HLEDGER_NONE;
  g_ptr_array_add (journal->scopes, scope);
  journal->scope = scope;
}

void
tq_hledger_journal_clear (TqHledgerJournal *journal)
{
  if (journal->name != NULL)
    g_string_free (g_steal_pointer (&journal->name), TRUE);
  g_clear_pointer (&journal->commodity_of, g_hash_table_unref);
  g_clear_pointer (&journal->commodities, g_ptr_array_unref);
  g_clear_pointer (&journal->account_of, g_hash_table_unref);
  g_clear_pointer (&journal->accounts, g_ptr_array_unref);
  g_clear_pointer (&journal->scopes, g_ptr_array_unref);
  g_clear_pointer (&journal->aliases, g_ptr_array_unref);
  g_clear_pointer (&journal->applied, g_ptr_array_unref);
  g_clear_pointer (&journal->remarks, g_array_unref);
}

/* Raises TQ_ERROR_FORMAT as "FILE:LINE: what was found, what was expected"; always FALSE. */
gboolean
tq_hledger_fail (const TqHledgerJournal *journal, GError **error, const char *format, ...)
{
  va_list arguments;
  va_start (arguments, format);
  g_autofree char *what = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error (error,
               TQ_ERROR,
               TQ_ERROR_FORMAT,
               "%s:%lld: %s",
               journal->file_name,
               (long long) journal->line,
               what);
  return FALSE;
}

static gboolean
check_room (const TqHledgerJournal *journal, const GPtrArray *table, guint limit, GError **error)
{
  if (journal->second_pass)
    return tq_hledger_fail (journal,
                            error,
                            _ ("the file was changed while it was read. Import it again."));
  if (table->len < limit)
    return TRUE;
  return tq_hledger_fail (journal,
                          error,
                          _ ("found more than %u different names, expected fewer."),
                          limit);
}

/* The index of the commodity *symbol*, new ones added; TQ_HLEDGER_NONE with an error. */
guint
tq_hledger_find_commodity (TqHledgerJournal *journal, const char *symbol, GError **error)
{
  gpointer found = NULL;
  if (g_hash_table_lookup_extended (journal->commodity_of, symbol, NULL, &found))
    return GPOINTER_TO_UINT (found);
  if (!check_room (journal, journal->commodities, COMMODITIES_MAX, error))
    return TQ_HLEDGER_NONE;
  TqHledgerCommodity *commodity = g_new0 (TqHledgerCommodity, 1);
  const guint index = journal->commodities->len;
  commodity->symbol = g_strdup (symbol);
  commodity->place = TQ_HLEDGER_NONE;
  g_ptr_array_add (journal->commodities, commodity);
  g_hash_table_insert (journal->commodity_of, commodity->symbol, GUINT_TO_POINTER (index));
  return index;
}

/* The index of the account *name*, new ones added; TQ_HLEDGER_NONE with an error. */
guint
tq_hledger_find_account (TqHledgerJournal *journal, const char *name, GError **error)
{
  gpointer found = NULL;
  if (g_hash_table_lookup_extended (journal->account_of, name, NULL, &found))
    return GPOINTER_TO_UINT (found);
  if (!check_room (journal, journal->accounts, ACCOUNTS_MAX, error))
    return TQ_HLEDGER_NONE;
  TqHledgerAccount *account = g_new0 (TqHledgerAccount, 1);
  const guint index = journal->accounts->len;
  account->name = g_strdup (name);
  g_ptr_array_add (journal->accounts, account);
  g_hash_table_insert (journal->account_of, account->name, GUINT_TO_POINTER (index));
  return index;
}

TqHledgerCommodity *
tq_hledger_get_commodity (const TqHledgerJournal *journal, guint index)
{
  return g_ptr_array_index (journal->commodities, index);
}

TqHledgerAccount *
tq_hledger_get_account (const TqHledgerJournal *journal, guint index)
{
  return g_ptr_array_index (journal->accounts, index);
}

/* How numbers of *commodity* are written in the current line, by the last directive above it;
 * (nullable) where none says. */
const TqHledgerStyle *
tq_hledger_get_style (const TqHledgerJournal *journal, guint commodity)
{
  const GArray *styles = tq_hledger_get_commodity (journal, commodity)->styles;
  for (guint i = styles != NULL ? styles->len : 0; i > 0; i--) {
    const TqHledgerStyle *style = &g_array_index (styles, TqHledgerStyle, i - 1);
    if (style->line <= journal->line)
      return style;
  }
  return journal->scope->default_commodity != TQ_HLEDGER_NONE ? &journal->scope->default_style
                                                              : NULL;
}

/* A copy of the scope of the line above, to be changed by the directive of the current line; NULL
 * where there are too many directives. */
TqHledgerScope *
tq_hledger_push_scope (TqHledgerJournal *journal)
{
  if (journal->scopes->len >= SCOPES_MAX)
    return NULL;
  TqHledgerScope *scope = g_memdup2 (journal->scope, sizeof *scope);
  scope->line = journal->line;
  g_ptr_array_add (journal->scopes, scope);
  journal->scope = scope;
  return scope;
}

/* Goes to *line*: the scope that holds there becomes the current one. */
void
tq_hledger_use_scope (TqHledgerJournal *journal, gint64 line)
{
  guint low = 0, high = journal->scopes->len;
  while (high - low > 1) {
    const guint middle = low + (high - low) / 2;
    const TqHledgerScope *scope = g_ptr_array_index (journal->scopes, middle);
    if (scope->line <= line)
      low = middle;
    else
      high = middle;
  }
  journal->scope = g_ptr_array_index (journal->scopes, low);
  journal->line = line;
}

/* Counts the current line among those of which *what* is told in the end. */
void
tq_hledger_tell (TqHledgerJournal *journal, TqHledgerTold what)
{
  if (journal->told_count[what]++ == 0 || journal->line < journal->told_line[what])
    journal->told_line[what] = journal->line;
}

/* Keeps a sentence about the current line (transfer full). After a thousand only the counts tell.
 * */
void
tq_hledger_remark (TqHledgerJournal *journal, TqForeignNoteKind kind, char *text)
{
  const Remark remark = { .kind = kind, .text = text, .line = journal->line };
  if (journal->remarks->len < REMARKS_MAX)
    g_array_append_val (journal->remarks, remark);
  else
    g_free (text);
}

/* Makes room for *value* in the digits of *commodity*, up to what a book can count. */
void
tq_hledger_need_digits (TqHledgerJournal *journal, guint commodity, TqDecimal value)
{
  TqHledgerCommodity *found = tq_hledger_get_commodity (journal, commodity);
  found->digits = MAX (found->digits, MIN (value.digits, TQ_MONEY_MAX_DIGITS));
}

/* An amount of *commodity* with so many digits is shown somewhere: hledger's tolerance. */
void
tq_hledger_show_digits (TqHledgerJournal *journal, guint commodity, guint digits)
{
  TqHledgerCommodity *found = tq_hledger_get_commodity (journal, commodity);
  found->shown_digits = MAX (found->shown_digits, digits);
  found->shown = TRUE;
}

/* Hands every remark and every count to *sink*. */
gboolean
tq_hledger_send_notes (TqHledgerJournal *journal, const TqForeignSink *sink, GError **error)
{
  if (sink->note == NULL)
    return TRUE;
  for (guint i = 0; i < journal->remarks->len; i++) {
    const Remark *remark = &g_array_index (journal->remarks, Remark, i);
    const TqForeignNote note = { .kind = remark->kind, .text = remark->text, .line = remark->line };
    if (!sink->note (&note, sink->user_data, error))
      return FALSE;
  }
  for (TqHledgerTold i = 0; i < TQ_HLEDGER_TOLD_LAST; i++) {
    const gint64 count = journal->told_count[i];
    if (count == 0)
      continue;
    g_autofree char *text = build_told (i, count);
    const TqForeignNote note = { .kind = get_told_kind (i),
                                 .text = text,
                                 .line = journal->told_line[i] };
    if (!sink->note (&note, sink->user_data, error))
      return FALSE;
  }
  return TRUE;
}
