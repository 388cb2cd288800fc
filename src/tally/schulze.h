/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "tally/matrix.h"
#include "tally/record.h"

G_BEGIN_DECLS

typedef struct {
  TqMatrix pairwise;
  TqMatrix paths; /* strongest paths; 0 where there is none */
  GArray *order;  /* of guint: by how many others an option beats, ties in the order of the list */
  guint *beats;   /* one an option: how many others it beats */
} TqSchulze;

void tq_schulze_count (TqRecord *record, TqSchulze *out_schulze);
void tq_schulze_clear (TqSchulze *schulze);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TqSchulze, tq_schulze_clear)

G_END_DECLS
