/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* One pot of money, and the proposals of the voters for dividing it.
 *
 * 1. A proposal is a whole number of parts for each use, and sums to the unit (100: per cent).
 * 2. A voter of weight w counts as w equal voters; weight 0 and proposals of nothing but zeros are
 *    kept in the record, not in the count.
 * 3. No rule asks who proposed what for two uses at once, only how much weight wants how much for
 *    each use: the levels. So a count takes as long as there are different proposals for a use. */
#include "tally/pot.h"

#include <stdlib.h>

/* Up to 64 MiB the weights are added up by value in a table; beyond it the values are sorted. */
#define TABLE_CELLS_MAX ((gint64) 1 << 23)

static void
clear_invalid (gpointer data)
{
  g_free (((TqPotInvalid *) data)->voter);
}

TqPot *
tq_pot_new (void)
{
  TqPot *pot = g_new0 (TqPot, 1);
  pot->names = g_ptr_array_new_with_free_func (g_free);
  pot->splits = g_array_new (FALSE, FALSE, sizeof (guint32));
  pot->weights = g_array_new (FALSE, FALSE, sizeof (gint64));
  pot->invalid = g_array_new (FALSE, FALSE, sizeof (TqPotInvalid));
  g_array_set_clear_func (pot->invalid, clear_invalid);
  return pot;
}

void
tq_pot_free (TqPot *pot)
{
  g_ptr_array_unref (pot->names);
  g_array_unref (pot->splits);
  g_array_unref (pot->weights);
  g_array_unref (pot->invalid);
  g_free (pot);
}

/* Counts a proposal: one part for each use, together the unit, of a voter of *weight* > 0. */
void
tq_pot_add_split (TqPot *pot, const guint32 *parts, gint64 weight)
{
  g_return_if_fail (weight > 0 && weight <= TQ_POT_WEIGHT_MAX - pot->weight);
  g_array_append_vals (pot->splits, parts, pot->names->len);
  g_array_append_val (pot->weights, weight);
  pot->weight += weight;
}

/* Keeps a proposal in the record that does not count; *reason* is a static word. */
void
tq_pot_add_invalid (TqPot *pot, const char *voter, guint line, const char *reason)
{
  const TqPotInvalid invalid = { g_strdup (voter), line, reason };
  g_array_append_val (pot->invalid, invalid);
}

static void
levels_init (TqPotLevels *levels, guint room)
{
  levels->count = 0;
  levels->values = g_new (guint32, room);
  levels->at_least = g_new (gint64, room);
}

/* Adds *weight* that proposes *value*, which is not above the value before. */
static void
levels_add (TqPotLevels *levels, guint32 value, gint64 weight)
{
  const guint last = levels->count - 1;
  if (levels->count > 0 && levels->values[last] == value) {
    levels->at_least[last] += weight;
    return;
  }
  levels->values[levels->count] = value;
  levels->at_least[levels->count] = weight + (levels->count > 0 ? levels->at_least[last] : 0);
  levels->count++;
}

static void
build_by_table (const TqPot *pot, TqPotLevels *levels)
{
  const guint options = pot->names->len;
  const gsize values = (gsize) pot->unit + 1;
  const guint32 *part = &g_array_index (pot->splits, guint32, 0);
  g_autofree gint64 *table = g_new0 (gint64, values * options);
  for (guint i = 0; i < pot->weights->len; i++) {
    const gint64 weight = g_array_index (pot->weights, gint64, i);
    for (guint j = 0; j < options; j++)
      table[j * values + *part++] += weight;
  }
  for (guint j = 0; j < options; j++) {
    const gint64 *row = table + j * values;
    guint room = 0;
    for (gsize v = 0; v < values; v++)
      room += row[v] > 0 ? 1 : 0;
    levels_init (&levels[j], room);
    for (gsize v = values; v-- > 0;)
      if (row[v] > 0)
        levels_add (&levels[j], (guint32) v, row[v]);
  }
}

static int
compare_falling (gconstpointer a, gconstpointer b)
{
  const guint64 left = *(const guint64 *) a;
  const guint64 right = *(const guint64 *) b;
  return (left < right) - (left > right);
}

static void
build_by_sorting (const TqPot *pot, TqPotLevels *levels)
{
  const guint options = pot->names->len;
  const guint voters = pot->weights->len;
  g_autofree guint64 *packed = g_new (guint64, voters);
  for (guint j = 0; j < options; j++) {
    for (guint i = 0; i < voters; i++)
      packed[i] = (guint64) g_array_index (pot->splits, guint32, (gsize) i * options + j) << 32 | i;
    qsort (packed, voters, sizeof *packed, compare_falling);
    levels_init (&levels[j], voters);
    for (guint i = 0; i < voters; i++)
      levels_add (&levels[j],
                  (guint32) (packed[i] >> 32),
                  g_array_index (pot->weights, gint64, (guint32) packed[i]));
    levels[j].values = g_renew (guint32, levels[j].values, levels[j].count);
    levels[j].at_least = g_renew (gint64, levels[j].at_least, levels[j].count);
  }
}

/* The levels of every use, an array as long as pot->names (transfer full); there must be a
 * proposal. */
TqPotLevels *
tq_pot_build_levels (const TqPot *pot)
{
  g_return_val_if_fail (pot->weights->len > 0, NULL);
  TqPotLevels *levels = g_new0 (TqPotLevels, pot->names->len);
  if ((pot->unit + 1) * pot->names->len <= TABLE_CELLS_MAX)
    build_by_table (pot, levels);
  else
    build_by_sorting (pot, levels);
  return levels;
}

void
tq_pot_levels_free (TqPotLevels *levels, guint options)
{
  for (guint j = 0; j < options; j++) {
    g_free (levels[j].values);
    g_free (levels[j].at_least);
  }
  g_free (levels);
}

/* The *place*-th largest proposal, from 1 to the weight of all, a voter of weight w taking w
 * places. */
guint32
tq_pot_levels_get (const TqPotLevels *levels, gint64 place)
{
  guint low = 0;
  guint high = levels->count - 1;
  while (low < high) {
    const guint middle = (low + high) / 2;
    if (levels->at_least[middle] >= place)
      high = middle;
    else
      low = middle + 1;
  }
  return levels->values[low];
}
