/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "tally/matrix.h"
#include "tally/record.h"

G_BEGIN_DECLS

/* Where a count writes what it did: an object of JSON, and text for a person. */
typedef struct {
  TqJsonWriter *json;
  GString *text;    /* (nullable); not owned */
  GString *nowhere; /* where JSON goes that nobody asked for */
  TqJsonWriter nowhere_writer;
} TqStepLog;

void tq_step_log_start (TqStepLog *log, TqJsonWriter *json, GString *text);
void tq_step_log_finish (TqStepLog *log);
void tq_step_log_clear (TqStepLog *log);

void tq_step_log_write_numbers (TqStepLog *log, const char *key, const gint64 *values, guint n);
void tq_step_log_write_set (TqStepLog *log, const char *key, const GArray *set);
void tq_step_log_write_matrix (TqStepLog *log, const char *key, const TqMatrix *matrix);
void tq_step_log_write_names (TqStepLog *log, const TqBallots *ballots);
void tq_step_log_write_invalid (TqStepLog *log, const GArray *invalid);
void
tq_step_log_write_head (TqStepLog *log, const char *rule, const char *path, const TqRecord *record);
void tq_step_log_write_end (TqStepLog *log, const TqRecord *record, const char *winners_key);

void tq_step_log_add_line (TqStepLog *log, const char *format, ...) G_GNUC_PRINTF (2, 3);
void tq_step_log_add_table (TqStepLog *log, const char *title, const TqMatrix *matrix);
void tq_step_log_add_amount (TqStepLog *log, const char *name, const char *amount);
char *
tq_step_log_join_names (const TqBallots *ballots, const GArray *set) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TqStepLog, tq_step_log_clear)

G_END_DECLS
