/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "service/ledger.h"

#include "base/currency.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/money.h"
#include "ledger/balance.h"

typedef struct {
  const TqAccount *draft;
  gint64 account;
  const char *code;
  const char *role;
} AccountArgs;

static gboolean
add_account (TqStore *store, const TqAct *act, gpointer data, gint64 *out_event, GError **error)
{
  const AccountArgs *args = data;
  return tq_account_append (store, act, args->draft, out_event, error);
}

/* Adds an account, and those above it that are missing. */
gboolean
tq_ledger_add_account (TqBook *book,
                       TqDay day,
                       const TqAccount *draft,
                       gint64 *out_event,
                       GError **error)
{
  AccountArgs args = { .draft = draft };
  return tq_book_perform (book, day, add_account, &args, out_event, error);
}

static gboolean
edit_account (TqStore *store, const TqAct *act, gpointer data, gint64 *out_event, GError **error)
{
  const AccountArgs *args = data;
  return tq_account_append_edit (store, act, args->account, args->code, args->role, error);
}

/* Gives an account another code or role; NULL keeps, "" takes away. */
gboolean
tq_ledger_edit_account (TqBook *book,
                        TqDay day,
                        gint64 account,
                        const char *code,
                        const char *role,
                        GError **error)
{
  AccountArgs args = { .account = account, .code = code, .role = role };
  return tq_book_perform (book, day, edit_account, &args, NULL, error);
}

static gboolean
close_account (TqStore *store, const TqAct *act, gpointer data, gint64 *out_event, GError **error)
{
  const AccountArgs *args = data;
  return tq_account_append_close (store, act, args->account, error);
}

/* Closes an account after *day*. */
gboolean
tq_ledger_close_account (TqBook *book, TqDay day, gint64 account, GError **error)
{
  AccountArgs args = { .account = account };
  return tq_book_perform (book, day, close_account, &args, NULL, error);
}

static gboolean
post (TqStore *store, const TqAct *act, gpointer data, gint64 *out_event, GError **error)
{
  return tq_entry_append (store, act, data, out_event, error);
}

/* Posts an entry, durable when this returns. */
gboolean
tq_ledger_post (TqBook *book, TqEntry *entry, gint64 *out_event, GError **error)
{
  return tq_book_perform (book, entry->day, post, entry, out_event, error);
}

typedef struct {
  TqEntry *entry;
  GPtrArray *symbols;
} CountingArgs;

static gboolean
add_symbols (TqStore *store, const TqAct *act, GPtrArray *symbols, GArray *keys, GError **error)
{
  for (guint i = 0; i < symbols->len; i++) {
    TqAct further;
    gint64 key = 0;
    const char *symbol = g_ptr_array_index (symbols, i);
    tq_act_init (&further, act->actor, act->instant, act->day);
    if (!tq_commodity_append (store,
                              &further,
                              symbol,
                              tq_currency_get_digits (symbol),
                              &key,
                              error))
      return FALSE;
    g_array_append_val (keys, key);
  }
  return TRUE;
}

static void
replace_key (gint64 *key, GArray *keys)
{
  if (*key < 0)
    *key = g_array_index (keys, gint64, -(*key) - 1);
}

static gboolean
post_counting (TqStore *store, const TqAct *act, gpointer data, gint64 *out_event, GError **error)
{
  const CountingArgs *args = data;
  g_autoptr (GArray) keys = g_array_new (FALSE, FALSE, sizeof (gint64));
  if (!add_symbols (store, act, args->symbols, keys, error))
    return FALSE;
  for (guint i = 0; i < args->entry->postings->len; i++) {
    TqPosting *posting = &g_array_index (args->entry->postings, TqPosting, i);
    replace_key (&posting->commodity, keys);
    replace_key (&posting->value_commodity, keys);
  }
  return tq_entry_append (store, act, args->entry, out_event, error);
}

/* Posts an entry with things that the book does not count yet: a posting whose commodity is -1, -2,
 * … means the first, second, … of *symbols*, which are added in the same transaction. */
gboolean
tq_ledger_post_counting (TqBook *book,
                         TqEntry *entry,
                         GPtrArray *symbols,
                         gint64 *out_event,
                         GError **error)
{
  CountingArgs args = { entry, symbols };
  return tq_book_perform (book, entry->day, post_counting, &args, out_event, error);
}

typedef struct {
  gint64 entry;
  const char *why;
} ReversalArgs;

static gboolean
reverse (TqStore *store, const TqAct *act, gpointer data, gint64 *out_event, GError **error)
{
  const ReversalArgs *args = data;
  return tq_entry_append_reversal (store, act, args->entry, args->why, out_event, error);
}

/* Undoes an entry by its opposite, dated *day*. */
gboolean
tq_ledger_reverse (TqBook *book,
                   TqDay day,
                   gint64 entry,
                   const char *why,
                   gint64 *out_event,
                   GError **error)
{
  ReversalArgs args = { entry, why };
  return tq_book_perform (book, day, reverse, &args, out_event, error);
}

typedef struct {
  TqDay through;
  TqSeal *seal;
} SealArgs;

static gboolean
seal (TqStore *store, const TqAct *act, gpointer data, gint64 *out_event, GError **error)
{
  const SealArgs *args = data;
  return tq_period_append_seal (store, act, args->through, args->seal, error);
}

/* Closes and seals everything through *through*. */
gboolean
tq_ledger_seal (TqBook *book, TqDay day, TqDay through, TqSeal *out_seal, GError **error)
{
  SealArgs args = { through, out_seal };
  return tq_book_perform (book, day, seal, &args, NULL, error);
}

static gboolean
is_nominal (TqStore *store, gint64 key, gboolean *out_nominal, GError **error)
{
  g_autoptr (TqAccount) account = tq_account_load (store, key, error);
  if (account == NULL)
    return FALSE;
  *out_nominal = account->kind == TQ_ACCOUNT_INCOME || account->kind == TQ_ACCOUNT_EXPENSE;
  return TRUE;
}

/* Adds to *entry* what brings one income or expense balance to zero, and its counterpart. */
static gboolean
add_closing_lines (TqStore *store,
                   TqEntry *entry,
                   gint64 result,
                   const TqBalance *b,
                   GError **error)
{
  g_autoptr (GArray) parties =
    tq_balance_load_parties (store, b->account, TQ_DAY_MIN, entry->day, error);
  if (parties == NULL)
    return FALSE;
  for (guint i = 0; i < parties->len; i++) {
    const TqBalance *p = &g_array_index (parties, TqBalance, i);
    if (p->commodity == b->commodity && p->debit != p->credit)
      tq_entry_add (entry, p->account, p->party, p->commodity, p->credit - p->debit);
  }
  if (b->debit != b->credit)
    tq_entry_add (entry, result, 0, b->commodity, b->debit - b->credit);
  return TRUE;
}

static gboolean
close_result (TqStore *store, const TqAct *act, gpointer data, gint64 *out_event, GError **error)
{
  g_auto (TqEntry) entry = { 0 };
  g_autoptr (TqAccount) result = tq_account_load_by_role (store, "result", error);
  g_autoptr (GArray) balances =
    result != NULL ? tq_balance_load_range (store, TQ_DAY_MIN, act->day, error) : NULL;
  if (balances == NULL)
    return FALSE;
  tq_entry_init (&entry, act->day, _ ("Income and expenses carried to the result"));
  entry.source = TQ_ENTRY_CLOSING;
  for (guint i = 0; i < balances->len; i++) {
    gboolean nominal = FALSE;
    const TqBalance *b = &g_array_index (balances, TqBalance, i);
    if (!is_nominal (store, b->account, &nominal, error) ||
        (nominal && !add_closing_lines (store, &entry, result->event, b, error)))
      return FALSE;
  }
  if (entry.postings->len == 0) {
    g_set_error_literal (error,
                         TQ_ERROR,
                         TQ_ERROR_CONFLICT,
                         _ ("There is nothing to close: income and expenses are at zero already."));
    return FALSE;
  }
  return tq_entry_append (store, act, &entry, out_event, error);
}

/* Carries every income and expense balance through *through* to the account with the role "result",
 * in one closing entry dated that day. */
gboolean
tq_ledger_close_result (TqBook *book, TqDay through, gint64 *out_event, GError **error)
{
  return tq_book_perform (book, through, close_result, NULL, out_event, error);
}
