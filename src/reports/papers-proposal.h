/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "reports/paper.h"

G_BEGIN_DECLS

#define TQ_PAPER_NO_SHARE G_MININT64

/* One proposal, as its authors gave it. Proposals always stand in the order in which they were
 * spoken. */
typedef struct {
  const char *mark; /* "A", "C″" */
  const char *title;
  const char *const *authors; /* NULL-terminated */
  TqDay day;
  guint version;
  const char *changed; /* nullable: what changed from the version before */
  const char *words;   /* nullable: their reasons, in their words */
  const TqPaperLine *lines;
  guint n_lines;
  gint64 rest;         /* what is left of the amount to decide on; negative: what it lacks */
  const char *warning; /* nullable: "eats 300.00 of the reserve" */
} TqPaperProposal;

/* All proposals on one sheet, with what each means for every family on the back. */
typedef struct {
  TqPaperHead head;
  gint64 amount; /* to decide on */
  const TqPaperProposal *proposals;
  guint n_proposals;
  const TqPaperMember *members;
  guint n_members;
  const gint64 *shares; /* n_members rows of n_proposals, TQ_PAPER_NO_SHARE for none */
} TqProposalSheetInput;

/* A change that was asked for, with who asked. */
typedef struct {
  const char *who;
  const char *words;
} TqPaperAmendment;

#define TQ_PAPER_N_POSITIONS 5u /* agree, doubts, stands aside, asks to stop, still talking */

/* The sheet on which a community answers; what is not known is left blank to be written by hand. */
typedef struct {
  TqPaperHead head;
  const char *group;
  guint round;
  TqDay day; /* TQ_DAY_NONE: blank */
  const TqPaperProposal *proposals;
  guint n_proposals;
  gboolean answered;
  int women; /* -1: not counted */
  int men;
  int young;
  int positions[TQ_PAPER_N_POSITIONS];
  const TqPaperAmendment *amendments;
  guint n_amendments;
  const TqPaperObjection *objections;
  guint n_objections;
  const char *const *readers; /* NULL-terminated: readers and interpreters, with the language */
} TqConsultationSheetInput;

/* One line of the page that shows what changed between two versions. */
typedef struct {
  const char *text;
  gboolean has_before;
  gint64 before;
  gboolean has_after;
  gint64 after;
  const char *asked_by; /* nullable */
} TqPaperChange;

typedef struct {
  TqPaperHead head;
  const char *before_mark;
  const char *after_mark;
  const char *const *authors; /* of the new version, NULL-terminated */
  TqDay day;
  const TqPaperChange *changes;
  guint n_changes;
  const char *reason; /* nullable: in their words */
} TqComparisonInput;

TqDocument *tq_proposal_sheet_build (const TqProposalSheetInput *input) G_GNUC_WARN_UNUSED_RESULT;
TqDocument *
tq_consultation_sheet_build (const TqConsultationSheetInput *input) G_GNUC_WARN_UNUSED_RESULT;
TqDocument *tq_comparison_build (const TqComparisonInput *input) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
