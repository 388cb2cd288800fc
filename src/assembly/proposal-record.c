/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "assembly/proposal-record.h"

#include "base/i18n.h"

const char *const tq_line_kind_names[] = { "use", "families", "fund", "own-fund", NULL };

static const char *const basis_names[] = { "none", "kilos", "equal", "list", NULL };

static const char *const rounding_names[] = { "cut", "spread", NULL };

static const TqField proposal_line_fields[] = {
  { "kind",
    TQ_FIELD_CHOICE,
    G_STRUCT_OFFSET (TqProposalLine, line_kind),
    NULL,
    tq_line_kind_names,
    FALSE },
  { "label",
    TQ_FIELD_LINE,
    G_STRUCT_OFFSET (TqProposalLine, label),
    N_ ("Every line says what it is for."),
    NULL,
    FALSE },
  { "amount", TQ_FIELD_AMOUNT, G_STRUCT_OFFSET (TqProposalLine, amount_minor), NULL, NULL, FALSE },
  { "basis", TQ_FIELD_CHOICE, G_STRUCT_OFFSET (TqProposalLine, basis), NULL, basis_names, FALSE },
  { "rounding",
    TQ_FIELD_CHOICE,
    G_STRUCT_OFFSET (TqProposalLine, rounding),
    NULL,
    rounding_names,
    FALSE },
  { "step", TQ_FIELD_AMOUNT, G_STRUCT_OFFSET (TqProposalLine, step_minor), NULL, NULL, FALSE },
  { "role", TQ_FIELD_LINE, G_STRUCT_OFFSET (TqProposalLine, role), NULL, NULL, FALSE },
  TQ_FIELDS_END,
};
const TqCaseRecordKind tq_proposal_line_kind = {
  sizeof (TqProposalLine),
  proposal_line_fields,
  TQ_RECORD_LINE_SQL ("proposal_line",
                      "kind, label, amount, basis, rounding, step, role",
                      ":kind, :label, :amount, :basis, :rounding, :step, :role"),
  {
    { NULL, 0 },
  },
};

static const TqField proposal_share_fields[] = {
  { "of_line", TQ_FIELD_COUNT, G_STRUCT_OFFSET (TqProposalShare, of_line), NULL, NULL, FALSE },
  { "party",
    TQ_FIELD_REF,
    G_STRUCT_OFFSET (TqProposalShare, party),
    N_ ("Say which family or person."),
    NULL,
    FALSE },
  { "quantity", TQ_FIELD_AMOUNT, G_STRUCT_OFFSET (TqProposalShare, quantity), NULL, NULL, FALSE },
  TQ_FIELDS_END,
};
const TqCaseRecordKind tq_proposal_share_kind = {
  sizeof (TqProposalShare),
  proposal_share_fields,
  TQ_RECORD_LINE_SQL ("proposal_share", "of_line, party, quantity", ":of_line, :party, :quantity"),
  {
    { NULL, 0 },
  },
};

static const TqField proposal_change_fields[] = {
  { "words",
    TQ_FIELD_BODY,
    G_STRUCT_OFFSET (TqProposalChange, words),
    N_ ("Write what changed."),
    NULL,
    FALSE },
  { "asked_by",
    TQ_FIELD_LINE,
    G_STRUCT_OFFSET (TqProposalChange, asked_by),
    N_ ("Write who asked for the change."),
    NULL,
    FALSE },
  TQ_FIELDS_END,
};
const TqCaseRecordKind tq_proposal_change_kind = {
  sizeof (TqProposalChange),
  proposal_change_fields,
  TQ_RECORD_LINE_SQL ("proposal_change", "words, asked_by", ":words, :asked_by"),
  {
    { NULL, 0 },
  },
};

static const TqField proposal_fields[] = {
  { "label",
    TQ_FIELD_LINE,
    G_STRUCT_OFFSET (TqProposal, label),
    N_ ("Give the proposal a letter or a short name."),
    NULL,
    FALSE },
  { "title",
    TQ_FIELD_LINE,
    G_STRUCT_OFFSET (TqProposal, title),
    N_ ("Say in a line what is proposed."),
    NULL,
    FALSE },
  { "authors",
    TQ_FIELD_LINE,
    G_STRUCT_OFFSET (TqProposal, authors),
    N_ ("Write who proposes it."),
    NULL,
    FALSE },
  { "words", TQ_FIELD_BODY, G_STRUCT_OFFSET (TqProposal, words), NULL, NULL, FALSE },
  { "version_of", TQ_FIELD_REF, G_STRUCT_OFFSET (TqProposal, version_of), NULL, NULL, FALSE },
  TQ_FIELDS_END,
};
const TqCaseRecordKind tq_proposal_kind = {
  sizeof (TqProposal),
  proposal_fields,
  TQ_RECORD_SQL ("proposal",
                 "label, title, authors, words, version_of",
                 ":label, :title, :authors, :words, :version_of"),
  {
    { &tq_proposal_line_kind, G_STRUCT_OFFSET (TqProposal, lines) },
    { &tq_proposal_share_kind, G_STRUCT_OFFSET (TqProposal, shares) },
    { &tq_proposal_change_kind, G_STRUCT_OFFSET (TqProposal, changes) },
    { NULL, 0 },
  },
};
