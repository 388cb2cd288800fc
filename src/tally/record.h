/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "tally/ballots.h"
#include "tally/ties.h"

G_BEGIN_DECLS

/* What every count keeps, whatever its rule. Options are named by their index from 0. */
typedef struct {
  const TqBallots *ballots; /* the ballots as the rule reads them; not owned */
  TqTiePolicy policy;
  guint *places; /* one an option, a smaller one wins a tie */
  TqTieLog *ties;
  GArray *winners; /* of guint */
  GArray *invalid; /* of TqInvalid */
  gint64 counted;  /* sum of the weights of the ballots in the count */
} TqRecord;

TqRecord *tq_record_new (const TqBallots *ballots,
                         const TqTieRule *rule,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
void tq_record_free (TqRecord *record);
void tq_record_reject (TqRecord *record, guint ballot, TqInvalidReason reason);
void tq_record_log_tie (TqRecord *record,
                        guint step,
                        const GArray *tied,
                        gint64 picked,
                        TqTieBreaker broken_by);
TqTieBreaker tq_record_get_breaker (const TqRecord *record);
guint tq_record_pick (TqRecord *record, guint step, const GArray *tied, gboolean best);
void tq_record_settle (TqRecord *record, guint step, const GArray *tied, guint seats);
gboolean tq_record_is_decided (const TqRecord *record);

static inline guint
tq_set_get (const GArray *set, guint index)
{
  return g_array_index (set, guint, index);
}

GArray *tq_set_new (void) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_set_contains (const GArray *set, guint option);
void tq_set_keep_extreme (GArray *set, const gint64 *values, gboolean highest);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqRecord, tq_record_free)

G_END_DECLS
