/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "assembly/accounts-record.h"

#include "base/i18n.h"

static const char *const finding_names[] = { "none", "observations", "serious", NULL };

static const char *const verdict_names[] = { "accepted", "observations", "returned", NULL };

static const TqField count_fields[] = {
  { "account",
    TQ_FIELD_REF,
    G_STRUCT_OFFSET (TqCount, account),
    N_ ("Say which cash box or stock was counted."),
    NULL,
    FALSE },
  { "book_amount", TQ_FIELD_AMOUNT, G_STRUCT_OFFSET (TqCount, book_minor), NULL, NULL, FALSE },
  { "counted_amount",
    TQ_FIELD_AMOUNT,
    G_STRUCT_OFFSET (TqCount, counted_minor),
    NULL,
    NULL,
    FALSE },
  { "detail", TQ_FIELD_BODY, G_STRUCT_OFFSET (TqCount, detail), NULL, NULL, FALSE },
  { "first_person",
    TQ_FIELD_LINE,
    G_STRUCT_OFFSET (TqCount, first_person),
    N_ ("Two people count; write the name of the first."),
    NULL,
    FALSE },
  { "second_person",
    TQ_FIELD_LINE,
    G_STRUCT_OFFSET (TqCount, second_person),
    N_ ("Two people count; write the name of the second."),
    NULL,
    FALSE },
  TQ_FIELDS_END,
};
const TqCaseRecordKind tq_count_kind = {
  sizeof (TqCount),
  count_fields,
  TQ_RECORD_SQL ("cash_count",
                 "account, book_amount, counted_amount, detail, first_person, second_person",
                 ":account, :book_amount, :counted_amount, :detail, :first_person, :second_person"),
  {
    { NULL, 0 },
  },
};

static const TqField close_fields[] = {
  { "seal",
    TQ_FIELD_REF,
    G_STRUCT_OFFSET (TqClose, seal),
    N_ ("Seal the period first; the closing names its seal."),
    NULL,
    FALSE },
  { "note", TQ_FIELD_BODY, G_STRUCT_OFFSET (TqClose, note), NULL, NULL, FALSE },
  { "through", TQ_FIELD_DAY, G_STRUCT_OFFSET (TqClose, through), NULL, NULL, TRUE },
  { "result", TQ_FIELD_AMOUNT, G_STRUCT_OFFSET (TqClose, result_minor), NULL, NULL, TRUE },
  TQ_FIELDS_END,
};
const TqCaseRecordKind tq_close_kind = {
  sizeof (TqClose),
  close_fields,
  TQ_RECORD_SQL ("case_close", "seal, note, through, result", ":seal, :note, :through, :result"),
  {
    { NULL, 0 },
  },
};

static const TqField review_fields[] = {
  { "finding", TQ_FIELD_CHOICE, G_STRUCT_OFFSET (TqReview, finding), NULL, finding_names, FALSE },
  { "who",
    TQ_FIELD_LINE,
    G_STRUCT_OFFSET (TqReview, who),
    N_ ("Write who checked the accounts."),
    NULL,
    FALSE },
  { "words", TQ_FIELD_BODY, G_STRUCT_OFFSET (TqReview, words), NULL, NULL, FALSE },
  TQ_FIELDS_END,
};
const TqCaseRecordKind tq_review_kind = {
  sizeof (TqReview),
  review_fields,
  TQ_RECORD_SQL ("review", "finding, who, words", ":finding, :who, :words"),
  {
    { NULL, 0 },
  },
};

static const TqField accounts_verdict_fields[] = {
  { "verdict",
    TQ_FIELD_CHOICE,
    G_STRUCT_OFFSET (TqAccountsVerdict, verdict),
    NULL,
    verdict_names,
    FALSE },
  { "words", TQ_FIELD_BODY, G_STRUCT_OFFSET (TqAccountsVerdict, words), NULL, NULL, FALSE },
  TQ_FIELDS_END,
};
const TqCaseRecordKind tq_accounts_verdict_kind = {
  sizeof (TqAccountsVerdict),
  accounts_verdict_fields,
  TQ_RECORD_SQL ("accounts_verdict", "verdict, words", ":verdict, :words"),
  {
    { NULL, 0 },
  },
};
