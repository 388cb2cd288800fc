/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Besides keeping, it asserts what every reader promises: entries by day, each adding up to zero.
 * */
#include "collector.h"

#include "base/money.h"

#include <string.h>

void
collector_init (Collector *collector)
{
  *collector = (Collector){ .keeps_text = TRUE, .last_day = TQ_DAY_MIN };
  collector->accounts = g_ptr_array_new_with_free_func (g_free);
  collector->names = g_ptr_array_new_with_free_func (g_free);
  collector->symbols = g_ptr_array_new_with_free_func (g_free);
  collector->digits = g_array_new (FALSE, FALSE, sizeof (guint));
  collector->entries = g_string_new (NULL);
  collector->notes = g_ptr_array_new_with_free_func (g_free);
  collector->sums = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  collector->costs = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  collector->identities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

void
collector_clear (Collector *collector)
{
  g_ptr_array_unref (collector->accounts);
  g_ptr_array_unref (collector->names);
  g_ptr_array_unref (collector->symbols);
  g_array_unref (collector->digits);
  g_string_free (collector->entries, TRUE);
  g_ptr_array_unref (collector->notes);
  g_hash_table_unref (collector->sums);
  g_hash_table_unref (collector->costs);
  g_hash_table_unref (collector->identities);
}

static gboolean
take_commodity (const TqForeignCommodity *commodity, gpointer user_data, GError **error)
{
  Collector *collector = user_data;
  g_assert_cmpuint (commodity->digits, <=, TQ_MONEY_MAX_DIGITS);
  g_ptr_array_add (collector->symbols, g_strdup (commodity->symbol));
  g_array_append_val (collector->digits, commodity->digits);
  return TRUE;
}

static gboolean
take_account (const TqForeignAccount *account, gpointer user_data, GError **error)
{
  static const char kinds[] = "ALERX";
  static const char *const origins[] = { "declared", "named", "guessed" };
  Collector *collector = user_data;
  g_ptr_array_add (collector->names, g_strdup (account->name));
  g_ptr_array_add (collector->accounts,
                   g_strdup_printf ("%s %c %s",
                                    account->name,
                                    kinds[account->kind],
                                    origins[account->kind_origin]));
  return TRUE;
}

static void
add_sum (GHashTable *sums, const char *account, const char *symbol, gint64 minor)
{
  g_autofree char *key = g_strdup_printf ("%s\t%s", account, symbol);
  gint64 *sum = g_hash_table_lookup (sums, key);
  if (sum == NULL) {
    sum = g_new0 (gint64, 1);
    g_hash_table_insert (sums, g_steal_pointer (&key), sum);
  }
  *sum += minor;
}

static void
append_amount (Collector *collector, guint commodity, gint64 minor)
{
  g_autofree char *amount =
    tq_money_to_string (minor, g_array_index (collector->digits, guint, commodity));
  const char *symbol = g_ptr_array_index (collector->symbols, commodity);
  g_string_append_printf (collector->entries, "%s%s%s", amount, *symbol != '\0' ? " " : "", symbol);
}

static void
take_posting (Collector *collector, const TqForeignPosting *posting)
{
  const char *account = g_ptr_array_index (collector->names, posting->account);
  const char *symbol = g_ptr_array_index (collector->symbols, posting->commodity);
  const char *value_symbol = g_ptr_array_index (collector->symbols, posting->value_commodity);
  add_sum (collector->sums, account, symbol, posting->amount_minor);
  add_sum (collector->costs, account, value_symbol, posting->value_minor);
  if (!collector->keeps_text)
    return;
  g_string_append_printf (collector->entries, " %s ", account);
  append_amount (collector, posting->commodity, posting->amount_minor);
  if (posting->value_commodity != posting->commodity) {
    g_string_append (collector->entries, " @@ ");
    append_amount (collector, posting->value_commodity, posting->value_minor);
  } else {
    g_assert_cmpint (posting->amount_minor, ==, posting->value_minor);
  }
  g_string_append_c (collector->entries, '\n');
}

/* Every commodity of the values adds up to zero. */
static void
check_zero (const TqForeignEntry *entry)
{
  for (guint i = 0; i < entry->n_postings; i++) {
    gint64 sum = 0;
    for (guint j = 0; j < entry->n_postings; j++)
      if (entry->postings[j].value_commodity == entry->postings[i].value_commodity)
        sum += entry->postings[j].value_minor;
    g_assert_cmpint (sum, ==, 0);
  }
}

static gboolean
take_entry (const TqForeignEntry *entry, gpointer user_data, GError **error)
{
  Collector *collector = user_data;
  g_assert_cmpint (entry->day, >=, collector->last_day);
  g_assert_cmpuint (entry->n_postings, >, 0);
  collector->last_day = entry->day;
  collector->n_entries++;
  if (entry->n_postings <= 100)
    check_zero (entry);
  if (collector->keeps_text) {
    g_autofree char *day = tq_day_to_string (entry->day);
    g_autofree char *hex = tq_digest_to_hex (&entry->identity);
    g_autofree char *key = g_strdup_printf ("%s-%u", hex, entry->repeat);
    g_assert_true (g_hash_table_add (collector->identities, g_steal_pointer (&key)));
    g_string_append_printf (collector->entries, "%s (%s) %s", day, entry->code, entry->text);
    if (*entry->note != '\0')
      g_string_append_printf (collector->entries, " ; %s", entry->note);
    g_string_append_c (collector->entries, '\n');
  }
  for (guint i = 0; i < entry->n_postings; i++)
    take_posting (collector, &entry->postings[i]);
  return TRUE;
}

static gboolean
take_note (const TqForeignNote *note, gpointer user_data, GError **error)
{
  Collector *collector = user_data;
  g_ptr_array_add (collector->notes,
                   g_strdup_printf ("%lld: %s", (long long) note->line, note->text));
  return TRUE;
}

TqForeignSink
collector_sink (Collector *collector)
{
  return (TqForeignSink){ .commodity = take_commodity,
                          .account = take_account,
                          .entry = take_entry,
                          .note = take_note,
                          .user_data = collector };
}

static guint
find_digits (const Collector *collector, const char *symbol)
{
  for (guint i = 0; i < collector->symbols->len; i++)
    if (strcmp (g_ptr_array_index (collector->symbols, i), symbol) == 0)
      return g_array_index (collector->digits, guint, i);
  return 0;
}

/* "account TAB amount TAB symbol" of every sum that is not zero, sorted (transfer full). */
char *
collector_list_sums (Collector *collector, gboolean at_cost)
{
  GHashTable *sums = at_cost ? collector->costs : collector->sums;
  g_autoptr (GList) keys = g_list_sort (g_hash_table_get_keys (sums), (GCompareFunc) strcmp);
  GString *list = g_string_new (NULL);
  for (const GList *key = keys; key != NULL; key = key->next) {
    const gint64 *sum = g_hash_table_lookup (sums, key->data);
    const char *text = key->data;
    const char *symbol = strchr (text, '\t') + 1;
    g_autofree char *amount = tq_money_to_string (*sum, find_digits (collector, symbol));
    if (*sum != 0)
      g_string_append_printf (list,
                              "%.*s\t%s\t%s\n",
                              (int) (symbol - text - 1),
                              text,
                              amount,
                              symbol);
  }
  return g_string_free (list, FALSE);
}
