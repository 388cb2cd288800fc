/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "tally/step-log.h"

G_BEGIN_DECLS

/* One count that is to be made and written. Owns nothing. */
typedef struct {
  const char *rule;
  const char *path;
  guint seats;
  TqRecord *record;
  TqStepLog *log;
} TqRankedJob;

typedef void (*TqRankedReport) (const TqRankedJob *job);

void tq_ranked_report_plurality (const TqRankedJob *job);
void tq_ranked_report_approval (const TqRankedJob *job);
void tq_ranked_report_score (const TqRankedJob *job);
void tq_ranked_report_dots (const TqRankedJob *job);
void tq_ranked_report_star (const TqRankedJob *job);
void tq_ranked_report_irv (const TqRankedJob *job);
void tq_ranked_report_stv (const TqRankedJob *job);
void tq_ranked_report_schulze (const TqRankedJob *job);
void tq_ranked_report_ranked_pairs (const TqRankedJob *job);
void tq_ranked_report_debian (const TqRankedJob *job);

G_END_DECLS
