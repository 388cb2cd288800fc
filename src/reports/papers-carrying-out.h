/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "reports/paper.h"

G_BEGIN_DECLS

/* One line of an agreement with who carries it out. */
typedef struct {
  const char *line;
  gint64 amount;
  gint64 tolerance;
  const char *persons;
  TqDay deadline;
} TqPaperTask;

typedef struct {
  TqPaperHead head;
  TqDay decided;
  const char *agreement; /* word for word */
  const char *decision_letters;
  const TqPaperTask *tasks;
  guint n_tasks;
  const char *answer_to; /* to whom they answer */
  TqDay reports;         /* when; TQ_DAY_NONE: at the next assembly */
  const TqPaperSigner *signers;
  guint n_signers;
} TqMandateSheetInput;

/* A payment of a line. */
typedef struct {
  TqDay day;
  const char *text;
  const char *line; /* NULL: without agreement */
  gint64 amount;
  gboolean has_receipt;
  gint64 event;
} TqPaperPayment;

/* A line, what was agreed and what was spent. */
typedef struct {
  const char *line;
  gint64 agreed;
  gint64 tolerance;
  gint64 spent;
} TqPaperSpending;

typedef struct {
  TqPaperHead head;
  const char *decision_letters;
  const TqPaperSpending *lines;
  guint n_lines;
  const TqPaperPayment *payments;
  guint n_payments;
  const TqPaperSigner *signers;
  guint n_signers;
} TqExecutionSheetInput;

/* What a family takes home from a decision or a delivery. */
typedef struct {
  const char *code;
  const char *name;
  TqDay day;
  const TqPaperLine *lines;
  guint n_lines;
  gint64 event; /* of what the slip proves, with the letters of its digest; 0: none */
  const char *letters;
} TqPaperSlip;

/* The slip of one family, on a sheet of its own. */
typedef struct {
  TqPaperHead head;
  const char *code;
  const char *name;
  const char *title; /* "Share of the surplus 2027" */
  TqDay day;
  const TqPaperLine *lines;
  guint n_lines;
  const char *received_text; /* nullable: over the place to sign */
} TqSlipInput;

/* The slips of several families on one pile of paper, to be cut apart. */
typedef struct {
  TqPaperHead head;
  const char *title; /* "Share of the surplus 2027" */
  const TqPaperSlip *slips;
  guint n_slips;
  const char *received_text; /* nullable: over the place to sign */
} TqSlipsInput;

TqDocument *tq_mandate_sheet_build (const TqMandateSheetInput *input) G_GNUC_WARN_UNUSED_RESULT;
TqDocument *tq_execution_sheet_build (const TqExecutionSheetInput *input) G_GNUC_WARN_UNUSED_RESULT;
TqDocument *tq_slip_build (const TqSlipInput *input) G_GNUC_WARN_UNUSED_RESULT;
TqDocument *tq_slips_build (const TqSlipsInput *input) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
