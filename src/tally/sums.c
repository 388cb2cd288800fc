/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The k highest of a list of sums, as plurality, approval, score and dots elect.
 *
 * 1. The winners stand in the order of their sums, the highest first; equal sums that are all
 *    elected stand in the order of the list.
 * 2. A tie for the last seats is the lot's, else the assembly's (record.c): then all that are tied
 *    are named. Its step is the first seat that is tied. */
#include "tally/sums.h"

void
tq_sums_start (TqSums *sums, guint n)
{
  sums->n = n;
  sums->sums = g_new0 (gint64, n);
  sums->voters = g_new0 (gint64, n);
}

void
tq_sums_clear (TqSums *sums)
{
  g_clear_pointer (&sums->sums, g_free);
  g_clear_pointer (&sums->voters, g_free);
}

/* Names the *seats* highest in *record*. */
void
tq_sums_elect (const TqSums *sums, guint seats, TqRecord *record)
{
  g_autoptr (GArray) rest = tq_set_new ();
  for (guint i = 0; i < sums->n; i++)
    if (!record->ballots->withdrawn[i])
      g_array_append_val (rest, i);
  guint filled = 0;
  while (filled < seats && rest->len > 0) {
    g_autoptr (GArray) best = tq_set_new ();
    g_autoptr (GArray) others = tq_set_new ();
    g_array_append_vals (best, rest->data, rest->len);
    tq_set_keep_extreme (best, sums->sums, TRUE);
    for (guint i = 0; i < rest->len; i++) {
      const guint option = tq_set_get (rest, i);
      if (!tq_set_contains (best, option))
        g_array_append_val (others, option);
    }
    tq_record_settle (record, filled + 1, best, seats - filled);
    filled += best->len;
    g_array_set_size (rest, 0);
    g_array_append_vals (rest, others->data, others->len);
  }
}
