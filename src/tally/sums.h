/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "tally/record.h"

G_BEGIN_DECLS

/* What an option gathered, one number an option. */
typedef struct {
  guint n;
  gint64 *sums;   /* votes, approvals, points or dots */
  gint64 *voters; /* how many voters gave it any */
} TqSums;

void tq_sums_start (TqSums *sums, guint n);
void tq_sums_clear (TqSums *sums);
void tq_sums_elect (const TqSums *sums, guint seats, TqRecord *record);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TqSums, tq_sums_clear)

G_END_DECLS
