/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "cli/posting-text.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/money.h"
#include "service/people.h"

#include <string.h>

/* Reads "12.50" or "12.50 MXN"; without a symbol it is the currency of the book. */
static gboolean
parse_amount (TqBook *book,
              TqDay day,
              const char *text,
              gint64 *out_commodity,
              gint64 *out_minor,
              GError **error)
{
  gboolean added = FALSE;
  g_autoptr (TqCommodity) commodity = NULL;
  g_autofree char *copy = g_strstrip (g_strdup (text));
  char *blank = strchr (copy, ' ');
  if (blank == NULL) {
    commodity =
      tq_commodity_load (tq_book_get_store (book), tq_book_get_cooperative (book)->currency, error);
  } else {
    *blank = '\0';
    if (!tq_ledger_ensure_commodity (book, day, g_strstrip (blank + 1), &commodity, &added, error))
      return FALSE;
    if (added)
      g_printerr (_ ("“%s” is counted in this book from now on, with %u digits.\n"),
                  commodity->symbol,
                  commodity->digits);
  }
  if (commodity == NULL || !tq_money_parse (copy, commodity->digits, out_minor, error))
    return FALSE;
  *out_commodity = commodity->event;
  return TRUE;
}

/* Adds one posting: "ACCOUNT" or "ACCOUNT@PARTY", and "AMOUNT", "AMOUNT SYMBOL" or "AMOUNT SYMBOL
 * @@ VALUE SYMBOL". */
gboolean
tq_posting_text_add_parts (TqBook *book,
                           TqEntry *entry,
                           const char *account_and_party,
                           const char *amount,
                           GError **error)
{
  TqPosting posting = { 0 };
  TqStore *store = tq_book_get_store (book);
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
  if (!parse_amount (book,
                     entry->day,
                     sides[0] != NULL ? sides[0] : "",
                     &posting.commodity,
                     &posting.amount,
                     error))
    return FALSE;
  posting.value_commodity = posting.commodity;
  posting.value = posting.amount;
  if (sides[0] != NULL && sides[1] != NULL) {
    if (!parse_amount (book, entry->day, sides[1], &posting.value_commodity, &posting.value, error))
      return FALSE;
    posting.value = posting.amount < 0 ? -ABS (posting.value) : ABS (posting.value);
  }
  tq_entry_add_priced (entry, &posting);
  return TRUE;
}

/* Adds one posting written "ACCOUNT=AMOUNT". */
gboolean
tq_posting_text_add (TqBook *book, TqEntry *entry, const char *text, GError **error)
{
  const char *equals = strrchr (text, '=');
  if (equals == NULL || equals == text) {
    g_set_error (
      error,
      TQ_ERROR,
      TQ_ERROR_INVALID,
      _ (
        "“%s” is not a line of an entry. Write ACCOUNT=AMOUNT, for example \"Assets:Cash box=12.50\"."),
      text);
    return FALSE;
  }
  g_autofree char *account = g_strndup (text, (gsize) (equals - text));
  if (tq_posting_text_add_parts (book, entry, account, equals + 1, error))
    return TRUE;
  g_prefix_error (error, "%s: ", text);
  return FALSE;
}
