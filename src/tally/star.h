/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "tally/matrix.h"
#include "tally/sums.h"

G_BEGIN_DECLS

typedef struct {
  TqSums sums;
  TqMatrix pairwise; /* [x, y]: voters who score x above y */
  gint64 *tops;      /* voters who give the highest score, one an option */
  GArray *finalists; /* of guint: two, the higher sum first */
  gint64 runoff[2];  /* voters who score the first, or the second, above the other */
} TqStar;

void tq_star_count (TqRecord *record, TqStar *out_star);
void tq_star_clear (TqStar *star);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TqStar, tq_star_clear)

G_END_DECLS
