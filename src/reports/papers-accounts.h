/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "reports/paper.h"

G_BEGIN_DECLS

/* One kind of note or coin in the count. */
typedef struct {
  gint64 value; /* of one, in minor units */
  gint64 count;
} TqPaperCoin;

/* The close of a period: cash counted by two, the result, the seal. */
typedef struct {
  TqPaperHead head;
  TqDay from;
  TqDay through;
  gint64 opening_cash;
  gint64 result;
  gint64 book_cash;
  gboolean counted; /* else the count is left blank, to be written by hand */
  gint64 counted_cash;
  const TqPaperCoin *coins;
  guint n_coins;
  const char *first_counter;
  const char *second_counter;
  gint64 seal; /* its number; 0: not sealed yet */
  const char *letters;
  const char *digits; /* all of the digest, grouped */
} TqClosingSheetInput;

/* The open books on one page. */
typedef struct {
  TqPaperHead head;
  TqDay from;
  TqDay through;
  const TqPaperLine *came_in;
  guint n_came_in;
  const TqPaperLine *went_out;
  guint n_went_out;
  gint64 in_box;
  gint64 in_bank;
  gint64 in_store; /* worth of what lies in the store */
  gint64 owed_to_us;
  gint64 owed_by_us;
  gint64 surplus;
  const TqPaperLine *funds; /* what goes to the funds first */
  guint n_funds;
  gint64 free; /* what the assembly decides on */
  gboolean has_previous;
  gint64 previous_surplus;
  const char *finding; /* of the vigilance commission */
  const char *letters;
} TqStatementInput;

typedef enum {
  TQ_PAPER_FINDING_CLEAN,
  TQ_PAPER_FINDING_OBSERVATIONS,
  TQ_PAPER_FINDING_SERIOUS,
} TqPaperFinding;

/* What the vigilance commission looked at and found. */
typedef struct {
  TqPaperHead head;
  TqDay from;
  TqDay through;
  TqDay day;
  TqPaperFinding finding;
  const char *const *checked;      /* NULL-terminated: "58 delivery slips" */
  const char *const *observations; /* NULL-terminated, in their words */
  const TqPaperSigner *signers;
  guint n_signers;
  const char *letters;
} TqVigilanceReportInput;

TqDocument *tq_closing_sheet_build (const TqClosingSheetInput *input) G_GNUC_WARN_UNUSED_RESULT;
TqDocument *tq_statement_build (const TqStatementInput *input) G_GNUC_WARN_UNUSED_RESULT;
TqDocument *
tq_vigilance_report_build (const TqVigilanceReportInput *input) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
