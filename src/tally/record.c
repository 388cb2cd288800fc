/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The record of a count: who won, what was left out and why, and every tie with what broke it.
 *
 * A tie is never broken in silence:
 * 1. first speaks the method's own rule (each method's module says which);
 * 2. then the lot order that was drawn and stored before the count: whoever stands earlier in it is
 *    elected first, and put out last;
 * 3. else the assembly decides. A tie for the last place then leaves everybody who is tied among
 *    the winners. A tie in the middle of a count lets it go on as if the option that stands
 *    earlier in the list had been drawn, and the record says that this is open.
 *
 * A set of options is a GArray of their indexes. */
#include "tally/record.h"

TqRecord *
tq_record_new (const TqBallots *ballots, const TqTieRule *rule, GError **error)
{
  const guint n = ballots->n_options;
  g_autoptr (TqRecord) record = g_new0 (TqRecord, 1);
  record->ballots = ballots;
  record->policy = tq_tie_rule_get_policy (rule);
  record->places = g_new0 (guint, n);
  record->ties = tq_tie_log_new ();
  record->winners = tq_set_new ();
  record->invalid = g_array_new (FALSE, FALSE, sizeof (TqInvalid));
  record->counted = ballots->total;
  g_array_append_vals (record->invalid, ballots->invalid->data, ballots->invalid->len);
  for (guint i = 0; i < n; i++)
    record->places[i] = i;
  if (record->policy == TQ_TIES_CHEAPEST)
    return g_steal_pointer (&record);
  /* Who has withdrawn needs no place in the lot. */
  g_autofree const char **names = g_new0 (const char *, n);
  g_autofree guint *places = g_new0 (guint, n);
  guint listed = 0;
  for (guint i = 0; i < n; i++)
    if (!ballots->withdrawn[i])
      names[listed++] = tq_ballots_get_name (ballots, i);
  if (!tq_tie_rule_rank (rule, names, listed, places, error))
    return NULL;
  listed = 0;
  for (guint i = 0; i < n; i++)
    record->places[i] = ballots->withdrawn[i] ? n : places[listed++];
  return g_steal_pointer (&record);
}

void
tq_record_free (TqRecord *record)
{
  if (record == NULL)
    return;
  g_free (record->places);
  tq_tie_log_free (record->ties);
  g_array_unref (record->winners);
  g_array_unref (record->invalid);
  g_free (record);
}

/* Takes a ballot out of the count because the rule cannot read it; it stays in the record. */
void
tq_record_reject (TqRecord *record, guint ballot, TqInvalidReason reason)
{
  const TqInvalid invalid = { g_array_index (record->ballots->lines, guint, ballot),
                              tq_ballots_get_weight (record->ballots, ballot),
                              reason };
  record->counted -= invalid.weight;
  g_array_append_val (record->invalid, invalid);
}

/* Logs a tie that was met at *step* (from 1); *picked* is -1 where nobody was. */
void
tq_record_log_tie (TqRecord *record,
                   guint step,
                   const GArray *tied,
                   gint64 picked,
                   TqTieBreaker broken_by)
{
  const char *name = picked < 0 ? NULL : tq_ballots_get_name (record->ballots, (guint) picked);
  tq_tie_log_begin (record->ties, step, name, broken_by);
  for (guint i = 0; i < tied->len; i++)
    tq_tie_log_add_tied (record->ties, tq_ballots_get_name (record->ballots, tq_set_get (tied, i)));
}

/* What breaks a tie that the method leaves open. */
TqTieBreaker
tq_record_get_breaker (const TqRecord *record)
{
  switch (record->policy) {
  case TQ_TIES_LOT:
    return TQ_TIE_BY_LOT;
  case TQ_TIES_ID:
    return TQ_TIE_BY_ID;
  case TQ_TIES_CHEAPEST:
  default:
    return TQ_TIE_BY_ASSEMBLY;
  }
}

static guint
find_by_place (const TqRecord *record, const GArray *tied, gboolean best)
{
  guint picked = tq_set_get (tied, 0);
  for (guint i = 1; i < tied->len; i++) {
    const guint option = tq_set_get (tied, i);
    if ((record->places[option] < record->places[picked]) == best)
      picked = option;
  }
  return picked;
}

/* Picks one of *tied* in the middle of a count, the one that wins (*best*) or the one that loses
 * the lot, and logs it; see 2 and 3 above. */
guint
tq_record_pick (TqRecord *record, guint step, const GArray *tied, gboolean best)
{
  g_return_val_if_fail (tied->len > 0, 0);
  const guint picked = find_by_place (record, tied, best);
  if (tied->len > 1)
    tq_record_log_tie (record, step, tied, picked, tq_record_get_breaker (record));
  return picked;
}

/* Gives the last *seats* places to some of *tied*: to all where there is room, else by the lot,
 * else all of them are named and the assembly decides. */
void
tq_record_settle (TqRecord *record, guint step, const GArray *tied, guint seats)
{
  g_autoptr (GArray) rest = tq_set_new ();
  g_array_append_vals (rest, tied->data, tied->len);
  if (rest->len > seats && record->policy == TQ_TIES_CHEAPEST)
    tq_record_log_tie (record, step, rest, -1, TQ_TIE_BY_ASSEMBLY);
  else
    while (rest->len > seats && seats > 0) {
      const guint picked = tq_record_pick (record, step, rest, TRUE);
      g_array_append_val (record->winners, picked);
      seats--;
      for (guint i = 0; i < rest->len; i++)
        if (tq_set_get (rest, i) == picked) {
          g_array_remove_index (rest, i);
          break;
        }
      if (seats == 0)
        g_array_set_size (rest, 0);
    }
  g_array_append_vals (record->winners, rest->data, rest->len);
}

/* Whether no tie was left to the assembly. */
gboolean
tq_record_is_decided (const TqRecord *record)
{
  return !tq_tie_log_is_open (record->ties);
}

GArray *
tq_set_new (void)
{
  return g_array_new (FALSE, FALSE, sizeof (guint));
}

gboolean
tq_set_contains (const GArray *set, guint option)
{
  for (guint i = 0; i < set->len; i++)
    if (tq_set_get (set, i) == option)
      return TRUE;
  return FALSE;
}

/* Leaves in *set* those whose value is the highest, or the lowest, of the set. */
void
tq_set_keep_extreme (GArray *set, const gint64 *values, gboolean highest)
{
  gint64 extreme = highest ? G_MININT64 : G_MAXINT64;
  guint kept = 0;
  for (guint i = 0; i < set->len; i++) {
    const gint64 value = values[tq_set_get (set, i)];
    extreme = highest ? MAX (extreme, value) : MIN (extreme, value);
  }
  for (guint i = 0; i < set->len; i++)
    if (values[tq_set_get (set, i)] == extreme)
      g_array_index (set, guint, kept++) = tq_set_get (set, i);
  g_array_set_size (set, kept);
}
