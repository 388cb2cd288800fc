/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "surplus/member-sums.h"

#include "base/money.h"

#include <string.h>

static void
clear_sum (gpointer data)
{
  TqMemberSum *sum = data;
  g_array_unref (sum->parts);
}

static TqMemberSum *
find_sum (GArray *sums, GHashTable *places, const char *member)
{
  gpointer place = NULL;
  if (!g_hash_table_lookup_extended (places, member, NULL, &place)) {
    const TqMemberSum sum = { member, 0, g_array_new (FALSE, FALSE, sizeof (TqMemberPart)) };
    place = GUINT_TO_POINTER (sums->len);
    g_hash_table_insert (places, (gpointer) (gintptr) member, place);
    g_array_append_val (sums, sum);
  }
  return &g_array_index (sums, TqMemberSum, GPOINTER_TO_UINT (place));
}

static gboolean
add_part (TqMemberSum *sum, const char *name, gint64 amount_minor, GError **error)
{
  for (guint i = 0; i < sum->parts->len; i++) {
    TqMemberPart *part = &g_array_index (sum->parts, TqMemberPart, i);
    if (strcmp (part->name, name) == 0)
      return tq_money_add (part->amount_minor, amount_minor, &part->amount_minor, error);
  }
  const TqMemberPart part = { name, amount_minor };
  g_array_append_val (sum->parts, part);
  return TRUE;
}

static gboolean
add_split (const TqSplitResult *result, GArray *sums, GHashTable *places, GError **error)
{
  const TqSplit *split = result->split;
  const gint64 sign = split->loss ? -1 : 1;
  for (guint i = 0; i < split->n_eligible; i++) {
    TqMemberSum *sum = find_sum (sums, places, split->eligible[i]);
    if (!tq_money_add (sum->gross_minor,
                       sign * result->shares->shares_minor[i],
                       &sum->gross_minor,
                       error))
      return FALSE;
    for (guint p = 0; p < split->portions->len; p++) {
      const TqSplitPortion *portion = g_ptr_array_index (split->portions, p);
      const gint64 *parts = g_ptr_array_index (result->portions, p);
      if (!add_part (sum, portion->name, sign * parts[i], error))
        return FALSE;
    }
  }
  return TRUE;
}

/* What every member who is eligible in a split gets, in the order in which they first stand there
 * (transfer full), of TqMemberSum; it points into the result. Raises TQ_ERROR_OVERFLOW. */
GArray *
tq_member_sums_build (const TqAllocationResult *result, GError **error)
{
  g_autoptr (GArray) sums = g_array_new (FALSE, FALSE, sizeof (TqMemberSum));
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  g_array_set_clear_func (sums, clear_sum);
  for (guint i = 0; i < result->splits->len; i++)
    if (!add_split (g_ptr_array_index (result->splits, i), sums, places, error))
      return NULL;
  return g_steal_pointer (&sums);
}
