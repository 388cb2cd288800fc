/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "service/labels.h"

#include "base/i18n.h"
#include "base/money.h"
#include "base/text.h"
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

/* A day for a column: short, and with the month in letters so that nobody takes it for the day
 * (transfer full). */
char *
tq_label_build_day (TqDay day)
{
  int year, month, date;
  const char *const months[] = {
    C_ ("short month", "Jan"), C_ ("short month", "Feb"), C_ ("short month", "Mar"),
    C_ ("short month", "Apr"), C_ ("short month", "May"), C_ ("short month", "Jun"),
    C_ ("short month", "Jul"), C_ ("short month", "Aug"), C_ ("short month", "Sep"),
    C_ ("short month", "Oct"), C_ ("short month", "Nov"), C_ ("short month", "Dec"),
  };
  tq_day_to_date (day, &year, &month, &date);
  /* Translators: a short date, as day, month in letters, year; reorder with %1$d, %2$s, %3$d. */
  return g_strdup_printf (C_ ("short date", "%1$d %2$s %3$d"), date, months[month - 1], year);
}

/* The words without case and accents, as somebody in a hurry writes them (transfer full). */
char *
tq_label_fold (const char *words)
{
  g_autofree char *parts = g_utf8_normalize (words, -1, G_NORMALIZE_ALL);
  g_autofree char *lower = parts != NULL ? g_utf8_casefold (parts, -1) : g_strdup ("");
  GString *folded = g_string_new (NULL);
  for (const char *p = lower; *p != '\0'; p = tq_text_next_char (p)) {
    const gunichar c = g_utf8_get_char (p);
    if (g_unichar_combining_class (c) == 0)
      g_string_append_unichar (folded, c);
  }
  return g_string_free (folded, FALSE);
}

/* Whether every word of *folded_words* is a part of the label; both as tq_label_fold () gives. */
gboolean
tq_label_fits (const char *folded_label, const char *folded_words)
{
  g_auto (GStrv) words = g_strsplit (folded_words, " ", -1);
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded_label, words[i]) == NULL)
      return FALSE;
  return TRUE;
}
