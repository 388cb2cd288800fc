/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "assembly/step.h"

G_BEGIN_DECLS

/* What is each act's own; the table in kinds.c names them. */
#define TQ_DECLARE_FILL(name)                                                                      \
  gboolean name (TqStore *store,                                                                   \
                 const TqAct *act,                                                                 \
                 const TqCase *c,                                                                  \
                 gpointer draft,                                                                   \
                 TqEntry *entry,                                                                   \
                 GError **error)
#define TQ_DECLARE_CHECK(name)                                                                     \
  gboolean name (TqStepContext *context, gpointer record, TqOutcome *out_outcome, GError **error)
#define TQ_DECLARE_AFTER(name)                                                                     \
  gboolean name (TqStepContext *context, gpointer record, GError **error)

TQ_DECLARE_FILL (tq_count_fill);
TQ_DECLARE_CHECK (tq_count_check);
TQ_DECLARE_FILL (tq_close_fill);
TQ_DECLARE_CHECK (tq_close_check);
TQ_DECLARE_CHECK (tq_verdict_check);

TQ_DECLARE_FILL (tq_notice_fill);
TQ_DECLARE_CHECK (tq_notice_check);
TQ_DECLARE_AFTER (tq_notice_after);
TQ_DECLARE_CHECK (tq_roll_check);
TQ_DECLARE_AFTER (tq_roll_after);
TQ_DECLARE_CHECK (tq_question_check);

TQ_DECLARE_FILL (tq_proposal_fill);
TQ_DECLARE_CHECK (tq_proposal_check);
TQ_DECLARE_CHECK (tq_withdraw_check);

TQ_DECLARE_FILL (tq_round_fill);
TQ_DECLARE_CHECK (tq_round_check);
TQ_DECLARE_CHECK (tq_word_check);
TQ_DECLARE_CHECK (tq_position_check);
TQ_DECLARE_CHECK (tq_objection_check);
TQ_DECLARE_CHECK (tq_answer_check);

TQ_DECLARE_CHECK (tq_agree_check);
TQ_DECLARE_CHECK (tq_vote_check);
TQ_DECLARE_FILL (tq_decision_fill);
TQ_DECLARE_CHECK (tq_decision_check);
TQ_DECLARE_CHECK (tq_minutes_check);

TQ_DECLARE_CHECK (tq_mandate_check);
TQ_DECLARE_CHECK (tq_accept_check);
TQ_DECLARE_FILL (tq_payment_fill);
TQ_DECLARE_CHECK (tq_payment_check);
TQ_DECLARE_AFTER (tq_payment_after);
TQ_DECLARE_CHECK (tq_block_check);
TQ_DECLARE_AFTER (tq_block_after);

TQ_DECLARE_FILL (tq_report_fill);
TQ_DECLARE_CHECK (tq_report_check);
TQ_DECLARE_AFTER (tq_report_after);
TQ_DECLARE_CHECK (tq_reopening_check);
TQ_DECLARE_AFTER (tq_reopening_after);
TQ_DECLARE_CHECK (tq_recall_check);
TQ_DECLARE_CHECK (tq_link_check);
TQ_DECLARE_AFTER (tq_link_after);

G_END_DECLS
