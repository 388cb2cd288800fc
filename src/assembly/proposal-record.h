/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "assembly/case-record.h"

G_BEGIN_DECLS

/* What a line does with money. */
typedef enum {
  TQ_LINE_KIND_USE,
  TQ_LINE_KIND_FAMILIES,
  TQ_LINE_KIND_FUND,
  TQ_LINE_KIND_OWN_FUND,
} TqLineKind;

/* By what the families of a line share. */
typedef enum {
  TQ_BASIS_NONE,
  TQ_BASIS_KILOS,
  TQ_BASIS_EQUAL,
  TQ_BASIS_LIST,
} TqBasis;

/* What becomes of steps that do not divide: left to see, or spread by largest remainder. */
typedef enum {
  TQ_ROUNDING_CUT,
  TQ_ROUNDING_SPREAD,
} TqRounding;

/* A proposal as it was spoken, or a new version of one. */
typedef struct {
  TqCaseRecord record;
  const char *label; /* A, B, C″ */
  const char *title;
  const char *authors;
  const char *words;
  gint64 version_of;  /* the version it grew from, 0 for none */
  GPtrArray *lines;   /* of TqProposalLine */
  GPtrArray *shares;  /* of TqProposalShare */
  GPtrArray *changes; /* of TqProposalChange */
} TqProposal;

/* One use of the money. */
typedef struct {
  TqCaseRecord record;
  TqLineKind line_kind;
  const char *label;
  gint64 amount_minor;
  TqBasis basis;
  TqRounding rounding;
  gint64 step_minor; /* smallest payment, > 0 */
  const char *role;  /* of the account, "" for the usual one */
} TqProposalLine;

/* A family of a line and the quantity it takes part with, frozen with the proposal. */
typedef struct {
  TqCaseRecord record;
  gint64 of_line; /* from 1 */
  gint64 party;
  gint64 quantity; /* in the smallest unit of the basis; 1 for equal parts */
} TqProposalShare;

/* What changed from the version before, and who asked for it. */
typedef struct {
  TqCaseRecord record;
  const char *words;
  const char *asked_by;
} TqProposalChange;

extern const TqCaseRecordKind tq_proposal_kind;
extern const TqCaseRecordKind tq_proposal_line_kind;
extern const TqCaseRecordKind tq_proposal_share_kind;
extern const TqCaseRecordKind tq_proposal_change_kind;
extern const char *const tq_line_kind_names[];

G_END_DECLS
