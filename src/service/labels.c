/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "service/labels.h"

#include "base/money.h"
#include "people/cooperative.h"
#include "service/names.h"

#include <string.h>

struct _TqLabels {
  TqNames names;
  gint64 currency;
};

/* Reads the accounts, the commodities and the currency of the book (transfer full). */
TqLabels *
tq_labels_load (TqStore *store, GError **error)
{
  g_autoptr (TqLabels) labels = g_new0 (TqLabels, 1);
  g_autoptr (TqCooperative) cooperative = tq_cooperative_load (store, error);
  if (cooperative == NULL || !tq_names_load (store, &labels->names, error))
    return NULL;
  labels->currency = cooperative->currency;
  labels->names.store = NULL; /* these words outlive the connection that read them */
  return g_steal_pointer (&labels);
}

void
tq_labels_free (TqLabels *labels)
{
  tq_names_clear (&labels->names);
  g_free (labels);
}

/* The account with this key (nullable: it may be newer than the reading). */
const TqAccount *
tq_labels_get_account (const TqLabels *labels, gint64 key)
{
  return tq_names_get_account (&labels->names, key);
}

/* The last part of an account's name, which is enough where the eye runs over many; "" for none. */
const char *
tq_labels_get_account_name (const TqLabels *labels, gint64 key)
{
  const TqAccount *account = tq_labels_get_account (labels, key);
  if (account == NULL)
    return "";
  const char *colon = strrchr (account->full_name, ':');
  return colon != NULL ? colon + 1 : account->full_name;
}

/* Every account, by full name (of TqAccount). */
const GPtrArray *
tq_labels_get_accounts (const TqLabels *labels)
{
  return labels->names.accounts;
}

/* The commodity in which the books are kept. */
gint64
tq_labels_get_currency (const TqLabels *labels)
{
  return labels->currency;
}

/* Digits after the point of a commodity. */
guint
tq_labels_get_digits (const TqLabels *labels, gint64 commodity)
{
  const TqCommodity *found = tq_names_get_commodity (&labels->names, commodity);
  return found != NULL ? found->digits : 2;
}

/* An amount as the locale writes it (transfer full); the symbol stands with it where it is not the
 * currency of the book. */
char *
tq_labels_build_amount (const TqLabels *labels, gint64 commodity, gint64 minor)
{
  const TqCommodity *found = tq_names_get_commodity (&labels->names, commodity);
  char *amount = tq_money_to_local_string (minor, tq_labels_get_digits (labels, commodity));
  if (commodity == labels->currency || found == NULL)
    return amount;
  g_autofree char *bare = amount;
  return g_strdup_printf ("%s %s", bare, found->symbol);
}
