/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "service/names.h"

void
tq_names_clear (TqNames *names)
{
  g_clear_pointer (&names->by_key, g_hash_table_unref);
  g_clear_pointer (&names->accounts, g_ptr_array_unref);
  g_clear_pointer (&names->commodities, g_ptr_array_unref);
}

/* Loads the names into *out_names*, which the caller clears and which borrows the store. */
gboolean
tq_names_load (TqStore *store, TqNames *out_names, GError **error)
{
  g_auto (TqNames) names = { .store = store };
  names.accounts = tq_account_load_all (store, error);
  names.commodities = names.accounts != NULL ? tq_commodity_load_all (store, error) : NULL;
  if (names.commodities == NULL)
    return FALSE;
  names.by_key = g_hash_table_new (g_int64_hash, g_int64_equal);
  for (guint i = 0; i < names.accounts->len; i++) {
    TqAccount *account = g_ptr_array_index (names.accounts, i);
    g_hash_table_insert (names.by_key, &account->event, account);
  }
  for (guint i = 0; i < names.commodities->len; i++) {
    TqCommodity *commodity = g_ptr_array_index (names.commodities, i);
    g_hash_table_insert (names.by_key, &commodity->event, commodity);
  }
  *out_names = names;
  names = (TqNames){ 0 };
  return TRUE;
}

/* The account with this key, NULL for none; events are unique, so no commodity has it. */
const TqAccount *
tq_names_get_account (const TqNames *names, gint64 key)
{
  return g_hash_table_lookup (names->by_key, &key);
}

const TqCommodity *
tq_names_get_commodity (const TqNames *names, gint64 key)
{
  return g_hash_table_lookup (names->by_key, &key);
}

/* The code of a family or person (transfer full); "" for none. */
char *
tq_names_dup_party_code (const TqNames *names, gint64 key, GError **error)
{
  if (key == 0)
    return g_strdup ("");
  g_autoptr (TqParty) party = tq_party_load (names->store, key, error);
  return party != NULL ? g_strdup (party->code) : NULL;
}
