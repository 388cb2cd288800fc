/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "tally/matrix.h"
#include "tally/record.h"

G_BEGIN_DECLS

/* A defeat, with what became of it. */
typedef struct {
  guint winner;
  guint loser;
  gint64 wins;   /* voters for the winner */
  gint64 losses; /* voters for the loser */
  gboolean locked;
} TqDefeat;

typedef struct {
  TqMatrix pairwise;
  GArray *defeats;   /* of TqDefeat, the strongest first */
  guint equal_pairs; /* defeats exactly as strong as the one before */
} TqRankedPairs;

void tq_ranked_pairs_count (TqRecord *record, TqRankedPairs *out_pairs);
void tq_ranked_pairs_clear (TqRankedPairs *pairs);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TqRankedPairs, tq_ranked_pairs_clear)

G_END_DECLS
