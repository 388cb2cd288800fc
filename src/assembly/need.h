/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "assembly/case.h"

G_BEGIN_DECLS

/* How a line of the decision stands. */
typedef struct {
  const TqDecisionLine *line; /* owned by the case */
  gint64 moved_minor;         /* from (+) or to (-) other lines by the assembly */
  gint64 unspent_minor;       /* went to a fund */
  gint64 reopened_minor;      /* is decided anew in another case */
  gint64 spent_minor;
  gint64 rest_minor; /* agreed + moved - unspent - reopened - spent; below 0: above the line */
  gint64 tolerance_minor;
  gboolean settled; /* reported, accepted, and nothing left to pay */
  gboolean exceeded;
  gboolean blocked;
} TqExecutionLine;

TqState tq_need_get_state (const TqCase *c);
gpointer tq_case_get_last (const GPtrArray *records);
gpointer tq_case_find_record (const GPtrArray *records, gint64 event);
gint64 tq_case_get_last_step (const TqCase *c, TqDoing doing);
gboolean tq_case_is_open_proposal (const TqCase *c, const TqProposal *proposal);
GPtrArray *tq_case_list_open_proposals (const TqCase *c);
const TqWord *tq_case_find_word (const TqCase *c, gint64 round, gint64 group);
GArray *tq_case_list_unheard (const TqCase *c);
gint64 tq_case_count_rounds (const TqCase *c);
const TqObjectionAnswer *tq_case_find_answer (const TqCase *c, gint64 objection);
GArray *tq_case_build_execution (const TqCase *c) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
