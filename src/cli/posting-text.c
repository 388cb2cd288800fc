/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "cli/posting-text.h"

#include "base/currency.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/money.h"
#include "service/people.h"

#include <string.h>

void
tq_posting_text_clear (TqPostingText *text)
{
  tq_entry_clear (&text->entry);
  g_clear_pointer (&text->symbols, g_ptr_array_unref);
}

/* Begins an entry; *reference* may be NULL. */
void
tq_posting_text_start (TqPostingText *text,
                       TqBook *book,
                       TqDay day,
                       const char *words,
                       const char *reference)
{
  text->book = book;
  text->symbols = g_ptr_array_new_with_free_func (g_free);
  tq_entry_init (&text->entry, day, words);
  if (reference != NULL) {
    g_free (text->entry.reference);
    text->entry.reference = g_strdup (reference);
  }
}

/* The key and the digits of a symbol; a new one gets a key below zero. */
static gboolean
find_symbol (TqPostingText *text,
             const char *symbol,
             gint64 *out_key,
             guint *out_digits,
             GError **error)
{
  guint index = 0;
  g_autoptr (GError) missing = NULL;
  g_autoptr (TqCommodity) found =
    tq_commodity_load_by_symbol (tq_book_get_store (text->book), symbol, &missing);
  if (found != NULL) {
    *out_key = found->event;
    *out_digits = found->digits;
    return TRUE;
  }
  if (!g_error_matches (missing, TQ_ERROR, TQ_ERROR_NOT_FOUND)) {
    g_propagate_error (error, g_steal_pointer (&missing));
    return FALSE;
  }
  if (!g_ptr_array_find_with_equal_func (text->symbols, symbol, g_str_equal, &index)) {
    index = text->symbols->len;
    g_ptr_array_add (text->symbols, g_strdup (symbol));
  }
  *out_key = -(gint64) index - 1;
  *out_digits = tq_currency_get_digits (symbol);
  return TRUE;
}

/* Reads "12.50" or "12.50 MXN"; without a symbol it is the currency of the book. */
static gboolean
parse_amount (TqPostingText *text,
              const char *amount,
              gint64 *out_key,
              gint64 *out_minor,
              GError **error)
{
  guint digits = 0;
  g_autofree char *copy = g_strstrip (g_strdup (amount));
  char *blank = strchr (copy, ' ');
  if (blank != NULL) {
    *blank = '\0';
    if (!find_symbol (text, g_strstrip (blank + 1), out_key, &digits, error))
      return FALSE;
  } else {
    const gint64 currency = tq_book_get_cooperative (text->book)->currency;
    g_autoptr (TqCommodity) commodity =
      tq_commodity_load (tq_book_get_store (text->book), currency, error);
    if (commodity == NULL)
      return FALSE;
    *out_key = currency;
    digits = commodity->digits;
  }
  return tq_money_parse (copy, digits, out_minor, error);
}

/* Adds one posting: "ACCOUNT" or "ACCOUNT@PARTY", and "AMOUNT", "AMOUNT SYMBOL" or "AMOUNT SYMBOL
 * @@ VALUE SYMBOL". */
gboolean
tq_posting_text_add_parts (TqPostingText *text,
                           const char *account_and_party,
                           const char *amount,
                           GError **error)
{
  TqPosting posting = { 0 };
  TqStore *store = tq_book_get_store (text->book);
  g_autofree char *name = g_strdup (account_and_party);
  char *at = strrchr (name, '@');
  if (at != NULL) {
    *at = '\0';
    g_autoptr (TqParty) party = tq_party_load_by_code (store, at + 1, error);
    if (party == NULL)
      return FALSE;
    posting.party = party->event;
  }
  g_autoptr (TqAccount) account = tq_account_load_by_name (store, name, error);
  if (account == NULL)
    return FALSE;
  posting.account = account->event;
  g_auto (GStrv) sides = g_strsplit (amount, "@@", 2);
  if (!parse_amount (text,
                     sides[0] != NULL ? sides[0] : "",
                     &posting.commodity,
                     &posting.amount,
                     error))
    return FALSE;
  posting.value_commodity = posting.commodity;
  posting.value = posting.amount;
  if (sides[0] != NULL && sides[1] != NULL) {
    if (!parse_amount (text, sides[1], &posting.value_commodity, &posting.value, error))
      return FALSE;
    posting.value = posting.amount < 0 ? -ABS (posting.value) : ABS (posting.value);
  }
  tq_entry_add_priced (&text->entry, &posting);
  return TRUE;
}

/* Adds one posting written "ACCOUNT=AMOUNT". */
gboolean
tq_posting_text_add (TqPostingText *text, const char *line, GError **error)
{
  const char *equals = strrchr (line, '=');
  if (equals == NULL || equals == line) {
    g_set_error (
      error,
      TQ_ERROR,
      TQ_ERROR_INVALID,
      _ (
        "“%s” is not a line of an entry. Write ACCOUNT=AMOUNT, for example \"Assets:Cash box=12.50\"."),
      line);
    return FALSE;
  }
  g_autofree char *account = g_strndup (line, (gsize) (equals - line));
  if (tq_posting_text_add_parts (text, account, equals + 1, error))
    return TRUE;
  g_prefix_error (error, "%s: ", line);
  return FALSE;
}

/* Posts the entry, and says on standard error what is counted from now on. */
gboolean
tq_posting_text_post (TqPostingText *text, gint64 *out_event, GError **error)
{
  if (text->symbols->len == 0)
    return tq_ledger_post (text->book, &text->entry, out_event, error);
  if (!tq_ledger_post_counting (text->book, &text->entry, text->symbols, out_event, error))
    return FALSE;
  for (guint i = 0; i < text->symbols->len; i++) {
    const char *symbol = g_ptr_array_index (text->symbols, i);
    g_printerr (_ ("“%s” is counted in this book from now on, with %u digits.\n"),
                symbol,
                tq_currency_get_digits (symbol));
  }
  return TRUE;
}
