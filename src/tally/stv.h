/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "tally/record.h"

G_BEGIN_DECLS

#define TQ_STV_UNIT G_GINT64_CONSTANT (100000) /* a vote, in the units of the count */

typedef enum {
  TQ_STV_FIRST_PREFERENCES,
  TQ_STV_SURPLUS,
  TQ_STV_EXCLUSION,
} TqStvAction;

typedef struct {
  TqStvAction action;
  guint candidate; /* whose papers moved; 0 for the first preferences */
  gint64 *votes;   /* one a candidate, in 1/100000 vote, after the stage */
  gint64 spent;    /* value of the papers that rank nobody who continues, and what was cut off */
  guint n_elected; /* deemed elected up to and including this stage */
} TqStvStage;

typedef struct {
  guint n;
  guint seats;
  gint64 quota;     /* whole votes */
  GArray *stages;   /* of TqStvStage */
  GArray *elected;  /* of guint, in the order in which they were deemed elected */
  guint n_by_quota; /* of these, how many reached the quota */
} TqStv;

void tq_stv_count (TqRecord *record, guint seats, TqStv *out_stv);
const TqStvStage *tq_stv_get_stage (const TqStv *stv, guint index);
void tq_stv_clear (TqStv *stv);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TqStv, tq_stv_clear)

G_END_DECLS
