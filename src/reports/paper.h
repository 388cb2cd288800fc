/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "reports/document.h"

G_BEGIN_DECLS

/* Parts that several papers share. All texts are borrowed for the time of the build. */

/* A line with its amount: what came in, what a decision is for. */
typedef struct {
  const char *text;
  gint64 amount;
  gboolean has_previous;
  gint64 previous; /* the same in the period before */
} TqPaperLine;

/* Somebody who signs. Neither name nor office: a free place. */
typedef struct {
  const char *name;
  const char *office;
} TqPaperSigner;

/* How a family or person takes part, on a list of all of them. */
typedef enum {
  TQ_PAPER_ABSENT,
  TQ_PAPER_PRESENT,
  TQ_PAPER_EXCUSED,
} TqPaperPresence;

typedef struct {
  const char *code;
  const char *name;
  const char *group;
  TqPaperPresence presence;
} TqPaperMember;

/* What somebody holds against an agreement, in that person's words. */
typedef struct {
  const char *who;
  const char *words;
  const char *would_remove; /* nullable: what would take the objection away */
  const char *answer;       /* nullable: the answer given */
  gboolean asks_to_stop;    /* else stands aside */
} TqPaperObjection;

char *tq_paper_dup_amount (const TqPaperHead *head, gint64 amount_minor) G_GNUC_WARN_UNUSED_RESULT;
char *tq_paper_dup_presence (const TqPaperHead *head,
                             guint present,
                             guint total) G_GNUC_WARN_UNUSED_RESULT;
char *tq_paper_dup_names (const char *const *names) G_GNUC_WARN_UNUSED_RESULT;
const char *tq_paper_get_unit_heading (const TqPaperHead *head);

TqTable *tq_paper_new_lines_table (const TqPaperHead *head,
                                   const char *key,
                                   const char *heading) G_GNUC_WARN_UNUSED_RESULT;
void tq_paper_fill_lines (TqTable *table,
                          const TqPaperLine *lines,
                          guint n_lines,
                          const char *total_text);
void tq_paper_add_spending (TqRow *row, gint64 agreed, gint64 spent);
void
tq_paper_add_signers (TqFlow *flow, const TqPaperSigner *signers, guint n_signers, guint columns);
void tq_paper_add_objection (TqFlow *flow, const TqPaperObjection *objection);
void tq_paper_add_seal (TqFlow *flow, const char *letters, const char *digits);

G_END_DECLS
