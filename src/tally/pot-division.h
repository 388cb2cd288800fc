/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "tally/phantoms.h"
#include "tally/ties.h"

G_BEGIN_DECLS

typedef enum {
  TQ_POT_MEAN,
  TQ_POT_NORMALISED_MEDIAN,
  TQ_POT_INDEPENDENT_MARKETS,
  TQ_POT_UTILITARIAN,
  TQ_POT_PIECEWISE_UNIFORM,
  TQ_POT_LADDER,
} TqPotRule;

typedef struct {
  TqPotRule rule;
  guint options;
  mpq_t *shares;      /* of the pot; their sum is 1 */
  gint64 *minor;      /* in smallest units of money; their sum is the pot */
  gint64 *more;       /* weight that proposed more for the use than its share */
  gint64 *at_least;   /* weight that proposed the share or more */
  mpq_t t;            /* of the moving phantoms */
  mpq_t *medians;     /* of the normalised median, of the unit */
  gboolean is_mean;   /* all medians were zero: the mean stands in */
  gboolean *has_cent; /* got one of the units left over by rounding down */
  TqTieLog *ties;
} TqPotOutcome;

gboolean
tq_pot_rule_parse (const char *name, TqPotRule *out_rule, GError **error) G_GNUC_WARN_UNUSED_RESULT;
TqPotOutcome *tq_pot_divide (const TqPot *pot, TqPotRule rule) G_GNUC_WARN_UNUSED_RESULT;
void tq_pot_outcome_free (TqPotOutcome *outcome);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqPotOutcome, tq_pot_outcome_free)

G_END_DECLS
