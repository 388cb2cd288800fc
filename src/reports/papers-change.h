/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "reports/paper.h"

G_BEGIN_DECLS

/* A delegate is called back: from then on the word of the community counts, not the person's. */
typedef struct {
  TqPaperHead head;
  const char *group;
  const char *person;
  const char *office;
  TqDay day;
  TqDay from;
  const char *reason; /* nullable: in their words */
  guint present;
  guint total;
  guint in_favour;
  guint against;
  guint abstained;
  const char *successor; /* nullable */
  const TqPaperSigner *signers;
  guint n_signers;
} TqRecallInput;

/* A decision is taken up again, as far as it is not carried out. */
typedef struct {
  TqPaperHead head;
  TqDay day;
  const char *decision; /* which one: "agreement of 2 May 2027" */
  const char *decision_letters;
  const char *const *asked_by;            /* NULL-terminated */
  const char *new_fact;                   /* in their words */
  const TqPaperObjection *old_objections; /* on the first page */
  guint n_old_objections;
  const TqPaperLine *carried_out; /* stays */
  guint n_carried_out;
  const TqPaperLine *open;
  guint n_open;
  const TqPaperSigner *signers;
  guint n_signers;
} TqReopeningInput;

TqDocument *tq_recall_build (const TqRecallInput *input) G_GNUC_WARN_UNUSED_RESULT;
TqDocument *tq_reopening_build (const TqReopeningInput *input) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
