/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "tally/matrix.h"
#include "tally/record.h"

G_BEGIN_DECLS

/* A defeat that was set aside because it was among the weakest in the Schwartz set. */
typedef struct {
  guint round;
  guint winner;
  guint loser;
} TqWeakDefeat;

typedef struct {
  TqMatrix pairwise;
  GArray *dropped_quorum;   /* of guint, in the order of the list */
  GArray *dropped_majority; /* of guint, in the order of the list */
  GPtrArray *schwartz_sets; /* of GArray of guint, one a round */
  GArray *weakest;          /* of TqWeakDefeat */
} TqDebian;

void tq_debian_count (TqRecord *record, TqDebian *out_debian);
void tq_debian_clear (TqDebian *debian);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TqDebian, tq_debian_clear)

G_END_DECLS
