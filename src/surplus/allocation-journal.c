/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The balances that an allocation begins with, and the entries that it makes. They live in memory
 * alone: a book posts the entries once the assembly has decided, a file prints them.
 *
 * 1. every entry balances, to the last unit, when it ends;
 * 2. a line of zero is not written, nor an entry without lines;
 * 3. the balance of an account is that of all its sub-accounts ("3120:ana" is part of "3120"), at
 *    that moment: a later rule sees what an earlier one posted.
 *
 * An account is a text: a code, or a code, a colon and a member. Sums by code are kept beside the
 * balances, so that a rule that asks for a fund costs nothing with 100,000 members. */
#include "surplus/allocation-journal.h"

#include "base/money.h"

#include <string.h>

struct _TqAllocationJournal {
  GHashTable *own;    /* account -> gint64, as posted */
  GHashTable *totals; /* code -> gint64, sub-accounts included */
  GPtrArray *entries;
  TqAllocationEntry *current; /* (nullable) */
  gint64 current_net;
};

static void
entry_free (gpointer data)
{
  TqAllocationEntry *entry = data;
  g_free (entry->step);
  g_free (entry->memo);
  g_array_unref (entry->lines);
  g_free (entry);
}

TqAllocationJournal *
tq_allocation_journal_new (void)
{
  TqAllocationJournal *journal = g_new0 (TqAllocationJournal, 1);
  journal->own = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  journal->totals = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  journal->entries = g_ptr_array_new_with_free_func (entry_free);
  return journal;
}

void
tq_allocation_journal_free (TqAllocationJournal *journal)
{
  if (journal == NULL)
    return;
  g_hash_table_unref (journal->own);
  g_hash_table_unref (journal->totals);
  g_ptr_array_unref (journal->entries);
  g_clear_pointer (&journal->current, entry_free);
  g_free (journal);
}

/* Adds to the number under *key*, which it puts in the table where it is new. */
static gboolean
add_to (GHashTable *table, const char *key, gint64 net_minor, const char **out_key, GError **error)
{
  gpointer found_key = NULL, found = NULL;
  if (!g_hash_table_lookup_extended (table, key, &found_key, &found)) {
    found_key = g_strdup (key);
    found = g_new0 (gint64, 1);
    g_hash_table_insert (table, found_key, found);
  }
  if (out_key != NULL)
    *out_key = found_key;
  gint64 *balance = found;
  return tq_money_add (*balance, net_minor, balance, error);
}

/* Adds to a balance without an entry: what the account held before. Raises TQ_ERROR_OVERFLOW. */
gboolean
tq_allocation_journal_open (TqAllocationJournal *journal,
                            const char *account,
                            gint64 net_minor,
                            GError **error)
{
  const char *colon = strchr (account, ':');
  g_autofree char *code =
    colon != NULL ? g_strndup (account, (gsize) (colon - account)) : g_strdup (account);
  return add_to (journal->own, account, net_minor, NULL, error) &&
         add_to (journal->totals, code, net_minor, NULL, error);
}

/* Begins an entry; tq_allocation_journal_end () must follow. */
void
tq_allocation_journal_begin (TqAllocationJournal *journal, const char *step, const char *memo)
{
  g_assert (journal->current == NULL);
  journal->current = g_new0 (TqAllocationEntry, 1);
  journal->current->step = g_strdup (step);
  journal->current->memo = g_strdup (memo);
  journal->current->lines = g_array_new (FALSE, FALSE, sizeof (TqAllocationLine));
  journal->current_net = 0;
}

static char *
dup_account (const char *account, const char *member)
{
  return member != NULL ? g_strconcat (account, ":", member, NULL) : g_strdup (account);
}

/* Adds a line: a debit where *net_minor* is positive, a credit where it is negative, nothing where
 * it is zero. *member* (nullable) picks the sub-account. Raises TQ_ERROR_OVERFLOW; the entry is
 * then lost. */
gboolean
tq_allocation_journal_post (TqAllocationJournal *journal,
                            const char *account,
                            const char *member,
                            gint64 net_minor,
                            GError **error)
{
  g_assert (journal->current != NULL && account != NULL);
  if (net_minor == 0)
    return TRUE;
  g_autofree char *name = dup_account (account, member);
  const char *colon = strchr (account, ':');
  g_autofree char *cut = colon != NULL ? g_strndup (account, (gsize) (colon - account)) : NULL;
  const char *code = cut != NULL ? cut : account;
  TqAllocationLine line = { NULL, MAX (net_minor, 0), 0 };
  if (!tq_money_sub (line.debit_minor, net_minor, &line.credit_minor, error) ||
      !tq_money_add (journal->current_net, net_minor, &journal->current_net, error) ||
      !add_to (journal->own, name, net_minor, &line.account, error) ||
      !add_to (journal->totals, code, net_minor, NULL, error)) {
    g_clear_pointer (&journal->current, entry_free);
    return FALSE;
  }
  g_array_append_val (journal->current->lines, line);
  return TRUE;
}

/* Ends the entry, which balances. */
void
tq_allocation_journal_end (TqAllocationJournal *journal)
{
  TqAllocationEntry *entry = g_steal_pointer (&journal->current);
  g_assert (entry != NULL && journal->current_net == 0);
  if (entry->lines->len == 0) {
    entry_free (entry);
    return;
  }
  g_ptr_array_add (journal->entries, entry);
  entry->number = journal->entries->len;
}

/* The balance, debit positive: of the code with all its members, or of one member's sub-account. */
gint64
tq_allocation_journal_get_net (const TqAllocationJournal *journal,
                               const char *account,
                               const char *member)
{
  g_autofree char *name = dup_account (account, member);
  const gboolean sub_account = strchr (name, ':') != NULL;
  const gint64 *found = g_hash_table_lookup (sub_account ? journal->own : journal->totals, name);
  return found != NULL ? *found : 0;
}

/* The entries since the last call (transfer full), of TqAllocationEntry; the balances stay. */
GPtrArray *
tq_allocation_journal_steal_entries (TqAllocationJournal *journal)
{
  GPtrArray *entries = journal->entries;
  g_assert (journal->current == NULL);
  journal->entries = g_ptr_array_new_with_free_func (entry_free);
  return entries;
}

static int
compare_accounts (gconstpointer a, gconstpointer b)
{
  const TqAllocationBalance *first = a, *second = b;
  return strcmp (first->account, second->account);
}

/* Every balance that is not zero, by account (transfer full), of TqAllocationBalance. */
GArray *
tq_allocation_journal_build_balances (const TqAllocationJournal *journal)
{
  GArray *balances = g_array_new (FALSE, FALSE, sizeof (TqAllocationBalance));
  GHashTableIter iter;
  gpointer key = NULL, value = NULL;
  g_hash_table_iter_init (&iter, journal->own);
  while (g_hash_table_iter_next (&iter, &key, &value)) {
    const TqAllocationBalance balance = { key, *(const gint64 *) value };
    if (balance.net_minor != 0)
      g_array_append_val (balances, balance);
  }
  g_array_sort (balances, compare_accounts);
  return balances;
}
