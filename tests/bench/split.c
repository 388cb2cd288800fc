/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* split [FAMILIES] [ROUNDS]  shares one amount among families by three bases (equal parts, days,
 * kilos in quarters) and prints the median, the best and the worst time of the rounds in
 * milliseconds: exact shares, largest remainder, one form, journal of one line a family. */
#include "surplus/allocation.h"

#include <stdlib.h>
#include <time.h>

static gint64
now_microseconds (void)
{
  struct timespec now;
  clock_gettime (CLOCK_MONOTONIC, &now);
  return (gint64) now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

static TqSplit *
build_split (guint families)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  for (guint i = 0; i < families; i++) {
    g_autofree char *id = g_strdup_printf ("f%06u", i);
    g_strv_builder_add (builder, id);
  }
  g_auto (GStrv) members = g_strv_builder_end (builder);
  TqSplit *split = tq_split_new ("S1", "to the families", members);
  TqSplitBasis *equal = tq_split_add_basis (split, "equal", (TqRatio){ 2, 5 });
  TqSplitBasis *days = tq_split_add_basis (split, "days", (TqRatio){ 7, 20 });
  TqSplitBasis *kilos = tq_split_add_basis (split, "kilos", (TqRatio){ 1, 4 });
  guint64 state = 88172645463325252u;
  for (guint i = 0; i < families; i++) {
    state ^= state << 13;
    state ^= state >> 7;
    state ^= state << 17;
    equal->quantities[i] = (TqRatio){ 1, 1 };
    days->quantities[i] = (TqRatio){ (gint64) (state % 60), 1 };
    kilos->quantities[i] = (TqRatio){ (gint64) (state / 60 % 8000), 1 };
    if (state % 3 == 0)
      kilos->quantities[i] = (TqRatio){ 2 * (gint64) (state / 60 % 8000) + 1, 4 };
  }
  split->amount = tq_expression_new_single ("surplus");
  tq_split_add_portion (split, "cash", (TqRatio){ 1, 1 })->account = g_strdup ("2110");
  return split;
}

static gint64
run_once (const TqSplit *split)
{
  g_autoptr (TqAllocationJournal) journal = tq_allocation_journal_new ();
  g_autoptr (TqScope) scope = tq_scope_new (journal);
  g_autoptr (GError) error = NULL;
  if (!tq_scope_set_value (scope, "surplus", G_GINT64_CONSTANT (987654321987), &error))
    g_error ("%s", error->message);
  const gint64 start = now_microseconds ();
  g_autoptr (TqSplitResult) result = tq_split_run (split, scope, &error);
  const gint64 elapsed = now_microseconds () - start;
  if (result == NULL)
    g_error ("%s", error->message);
  return elapsed;
}

static int
compare (const void *a, const void *b)
{
  const gint64 first = *(const gint64 *) a, second = *(const gint64 *) b;
  return (first > second) - (first < second);
}

int
main (int argc, char **argv)
{
  const guint families = argc > 1 ? (guint) strtoul (argv[1], NULL, 10) : 100000;
  const guint rounds = argc > 2 ? MAX ((guint) strtoul (argv[2], NULL, 10), 1) : 11;
  g_autoptr (TqSplit) split = build_split (families);
  g_autofree gint64 *times = g_new (gint64, rounds);
  for (guint i = 0; i < rounds; i++)
    times[i] = run_once (split);
  qsort (times, rounds, sizeof *times, compare);
  g_print ("%u families, 3 bases: median %" G_GINT64_FORMAT ".%03u ms, best %" G_GINT64_FORMAT
           ".%03u ms, worst %" G_GINT64_FORMAT ".%03u ms\n",
           families,
           times[rounds / 2] / 1000,
           (guint) (times[rounds / 2] % 1000),
           times[0] / 1000,
           (guint) (times[0] % 1000),
           times[rounds - 1] / 1000,
           (guint) (times[rounds - 1] % 1000));
  return 0;
}
