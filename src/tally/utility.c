/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* What a ballot says about a project, in whole units: 1, points, or points from the place on it.
 * A project that is worth 0 to a voter has no supporter in that voter. */
#include "tally/utility.h"

#include "base/error.h"
#include "base/i18n.h"

/* Whether the ballots carry what *unit* needs. Raises TQ_ERROR_INVALID. */
gboolean
tq_unit_check (TqUnit unit, const TqElection *election, GError **error)
{
  if (unit == TQ_UNIT_POINTS && election->entry_points->len == 0) {
    g_set_error_literal (error,
                         TQ_ERROR,
                         TQ_ERROR_INVALID,
                         _ ("This rule needs points, and the ballots carry none. Choose a rule for "
                            "votes or for ranks."));
    return FALSE;
  }
  if ((unit == TQ_UNIT_RANK || unit == TQ_UNIT_BORDA) && election->vote_type != TQ_VOTE_ORDINAL) {
    g_set_error_literal (
      error,
      TQ_ERROR,
      TQ_ERROR_INVALID,
      _ ("This rule needs ranked ballots (vote_type ordinal), and these are not. "
         "Choose a rule for votes or for points."));
    return FALSE;
  }
  return TRUE;
}

static guint32
get_units (const TqElection *election, TqUnit unit, guint32 start, guint32 end, guint32 entry)
{
  const guint32 place = entry - start;
  switch (unit) {
  case TQ_UNIT_POINTS:
    return g_array_index (election->entry_points, guint32, entry);
  case TQ_UNIT_RANK:
    return place < election->max_length ? election->max_length - place : 0;
  case TQ_UNIT_BORDA:
    return end - start - place - 1;
  case TQ_UNIT_ONE:
  default:
    return 1;
  }
}

/* Lists the supporters of every project (transfer full); tq_unit_check () must have agreed. */
TqSupport *
tq_support_new (const TqElection *election, TqUnit unit)
{
  const guint projects = tq_election_get_project_count (election);
  const guint classes = tq_election_get_class_count (election);
  const guint32 *class_start = &g_array_index (election->class_start, guint32, 0);
  const guint16 *entries = &g_array_index (election->entry_project, guint16, 0);
  TqSupport *support = g_new0 (TqSupport, 1);
  support->start = g_new0 (guint32, projects + 2);
  /* Counted one place further on, so that filling moves each start to where it belongs. */
  for (guint c = 0; c < classes; c++)
    for (guint32 i = class_start[c]; i < class_start[c + 1]; i++)
      if (get_units (election, unit, class_start[c], class_start[c + 1], i) > 0)
        support->start[entries[i] + 2]++;
  for (guint p = 2; p < projects + 2; p++)
    support->start[p] += support->start[p - 1];
  const gsize total = support->start[projects + 1];
  support->supporters = g_new (guint32, total);
  support->units = unit != TQ_UNIT_ONE ? g_new (guint32, total) : NULL;
  for (guint c = 0; c < classes; c++) {
    for (guint32 i = class_start[c]; i < class_start[c + 1]; i++) {
      const guint32 units = get_units (election, unit, class_start[c], class_start[c + 1], i);
      if (units == 0)
        continue;
      const guint32 at = support->start[entries[i] + 1]++;
      support->supporters[at] = c;
      if (support->units != NULL)
        support->units[at] = units;
    }
  }
  return support;
}

void
tq_support_free (TqSupport *support)
{
  g_free (support->start);
  g_free (support->supporters);
  g_free (support->units);
  g_free (support);
}
