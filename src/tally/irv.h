/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "tally/record.h"

G_BEGIN_DECLS

#define TQ_IRV_OUT ((gint64) -1) /* in a round: put out before */

typedef struct {
  guint n;
  GPtrArray *rounds; /* of gint64[n + 1]: votes an option, then the ballots that count for nobody */
  GArray *excluded;  /* of guint: who was put out after each round but the last */
} TqIrv;

void tq_irv_count (TqRecord *record, TqIrv *out_irv);
void tq_irv_clear (TqIrv *irv);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TqIrv, tq_irv_clear)

G_END_DECLS
