/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "surplus/allocation.h"

static void
clear_named (gpointer data)
{
  TqNamedAmount *named = data;
  g_free (named->name);
}

static GArray *
named_array_new (void)
{
  GArray *array = g_array_new (FALSE, FALSE, sizeof (TqNamedAmount));
  g_array_set_clear_func (array, clear_named);
  return array;
}

static void
append_named (GArray *array, const char *name, gint64 value)
{
  const TqNamedAmount named = { g_strdup (name), value };
  g_array_append_val (array, named);
}

static void
pool_free (gpointer data)
{
  TqAllocationPool *pool = data;
  g_free (pool->name);
  tq_expression_free (pool->start);
  g_free (pool);
}

static void
opening_entry_free (gpointer data)
{
  TqOpeningEntry *entry = data;
  g_free (entry->step);
  g_free (entry->memo);
  g_array_unref (entry->lines);
  g_free (entry);
}

static void
year_free (gpointer data)
{
  TqAllocationYear *year = data;
  g_ptr_array_unref (year->opening_entries);
  g_array_unref (year->amounts);
  g_ptr_array_unref (year->pools);
  g_ptr_array_unref (year->rules);
  g_ptr_array_unref (year->splits);
  g_ptr_array_unref (year->capitalisations);
  g_ptr_array_unref (year->redemptions);
  g_ptr_array_unref (year->payments);
  g_ptr_array_unref (year->exits);
  g_free (year->statement_account);
  g_strfreev (year->statement_members);
  g_free (year);
}

/* An input without years, with the usual account codes. */
TqAllocationInput *
tq_allocation_input_new (void)
{
  TqAllocationInput *input = g_new0 (TqAllocationInput, 1);
  input->accounts = TQ_ALLOCATION_ACCOUNTS_DEFAULT;
  input->opening_balances = named_array_new ();
  input->years = g_ptr_array_new_with_free_func (year_free);
  return input;
}

void
tq_allocation_input_free (TqAllocationInput *input)
{
  if (input == NULL)
    return;
  g_array_unref (input->opening_balances);
  g_ptr_array_unref (input->years);
  g_free (input);
}

/* What an account holds before the first year; debit is positive. */
void
tq_allocation_input_open (TqAllocationInput *input, const char *account, gint64 net_minor)
{
  append_named (input->opening_balances, account, net_minor);
}

/* A year in which nothing happens, for the caller to fill; the input owns it, and it owns its
 * lists. */
TqAllocationYear *
tq_allocation_input_add_year (TqAllocationInput *input)
{
  TqAllocationYear *year = g_new0 (TqAllocationYear, 1);
  year->opening_entries = g_ptr_array_new_with_free_func (opening_entry_free);
  year->amounts = named_array_new ();
  year->pools = g_ptr_array_new_with_free_func (pool_free);
  year->rules = g_ptr_array_new_with_free_func ((GDestroyNotify) tq_surplus_rule_free);
  year->splits = g_ptr_array_new_with_free_func ((GDestroyNotify) tq_split_free);
  year->capitalisations = g_ptr_array_new_with_free_func ((GDestroyNotify) tq_capitalisation_free);
  year->redemptions = g_ptr_array_new_with_free_func ((GDestroyNotify) tq_redemption_free);
  year->payments = g_ptr_array_new_with_free_func ((GDestroyNotify) tq_payment_free);
  year->exits = g_ptr_array_new_with_free_func ((GDestroyNotify) tq_exit_free);
  g_ptr_array_add (input->years, year);
  return year;
}

void
tq_allocation_year_add_amount (TqAllocationYear *year, const char *name, gint64 value)
{
  append_named (year->amounts, name, value);
}

/* Takes *start* (transfer full). */
TqAllocationPool *
tq_allocation_year_add_pool (TqAllocationYear *year, const char *name, TqExpression *start)
{
  TqAllocationPool *pool = g_new0 (TqAllocationPool, 1);
  pool->name = g_strdup (name);
  pool->start = start;
  g_ptr_array_add (year->pools, pool);
  return pool;
}

/* An entry without lines, for the caller to fill; the year owns it. */
TqOpeningEntry *
tq_allocation_year_add_entry (TqAllocationYear *year, const char *step, const char *memo)
{
  TqOpeningEntry *entry = g_new0 (TqOpeningEntry, 1);
  entry->step = g_strdup (step);
  entry->memo = g_strdup (memo);
  entry->lines = named_array_new ();
  g_ptr_array_add (year->opening_entries, entry);
  return entry;
}

/* A line; debit is positive. */
void
tq_opening_entry_add (TqOpeningEntry *entry, const char *account, gint64 net_minor)
{
  append_named (entry->lines, account, net_minor);
}
