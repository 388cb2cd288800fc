/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "assembly/proposal-record.h"

G_BEGIN_DECLS

/* What a family gets by one line of a proposal. */
typedef struct {
  gint64 of_line; /* from 1 */
  gint64 party;
  gint64 amount_minor;
} TqProposalAmount;

GArray *tq_proposal_split (const TqProposal *proposal, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_proposal_sum (const TqProposal *proposal,
                          gint64 *out_minor,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
