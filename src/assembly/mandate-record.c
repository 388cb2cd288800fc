/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "assembly/mandate-record.h"

#include "base/i18n.h"

static const TqField mandate_person_fields[] = {
  { "name",
    TQ_FIELD_LINE,
    G_STRUCT_OFFSET (TqMandatePerson, name),
    N_ ("Write who carries it out."),
    NULL,
    FALSE },
  { "party", TQ_FIELD_REF, G_STRUCT_OFFSET (TqMandatePerson, party), NULL, NULL, FALSE },
  TQ_FIELDS_END,
};
const TqCaseRecordKind tq_mandate_person_kind = {
  sizeof (TqMandatePerson),
  mandate_person_fields,
  TQ_RECORD_LINE_SQL ("mandate_person", "name, party", ":name, :party"),
  {
    { NULL, 0 },
  },
};

static const TqField mandate_fields[] = {
  { "decision_line",
    TQ_FIELD_COUNT,
    G_STRUCT_OFFSET (TqMandate, decision_line),
    NULL,
    NULL,
    FALSE },
  { "deadline",
    TQ_FIELD_DAY,
    G_STRUCT_OFFSET (TqMandate, deadline),
    N_ ("Write until when it is to be done."),
    NULL,
    FALSE },
  { "tolerance", TQ_FIELD_AMOUNT, G_STRUCT_OFFSET (TqMandate, tolerance_minor), NULL, NULL, FALSE },
  { "answers_to",
    TQ_FIELD_LINE,
    G_STRUCT_OFFSET (TqMandate, answers_to),
    N_ ("Write to whom they answer."),
    NULL,
    FALSE },
  { "reports", TQ_FIELD_LINE, G_STRUCT_OFFSET (TqMandate, reports), NULL, NULL, FALSE },
  TQ_FIELDS_END,
};
const TqCaseRecordKind tq_mandate_kind = {
  sizeof (TqMandate),
  mandate_fields,
  TQ_RECORD_SQL ("mandate",
                 "decision_line, deadline, tolerance, answers_to, reports",
                 ":decision_line, :deadline, :tolerance, :answers_to, :reports"),
  {
    { &tq_mandate_person_kind, G_STRUCT_OFFSET (TqMandate, persons) },
    { NULL, 0 },
  },
};

static const TqField payment_fields[] = {
  { "decision_line",
    TQ_FIELD_COUNT,
    G_STRUCT_OFFSET (TqPayment, decision_line),
    NULL,
    NULL,
    FALSE },
  { "amount", TQ_FIELD_AMOUNT, G_STRUCT_OFFSET (TqPayment, amount_minor), NULL, NULL, FALSE },
  { "payee",
    TQ_FIELD_LINE,
    G_STRUCT_OFFSET (TqPayment, payee),
    N_ ("Write who was paid."),
    NULL,
    FALSE },
  { "party", TQ_FIELD_REF, G_STRUCT_OFFSET (TqPayment, party), NULL, NULL, FALSE },
  { "from_account",
    TQ_FIELD_REF,
    G_STRUCT_OFFSET (TqPayment, from_account),
    N_ ("Say from which cash box or bank it was paid."),
    NULL,
    FALSE },
  { "paid_by", TQ_FIELD_REF, G_STRUCT_OFFSET (TqPayment, paid_by), NULL, NULL, FALSE },
  { "receipt", TQ_FIELD_COUNT, G_STRUCT_OFFSET (TqPayment, receipt), NULL, NULL, FALSE },
  { "words", TQ_FIELD_BODY, G_STRUCT_OFFSET (TqPayment, words), NULL, NULL, FALSE },
  { "above", TQ_FIELD_AMOUNT, G_STRUCT_OFFSET (TqPayment, above_minor), NULL, NULL, TRUE },
  TQ_FIELDS_END,
};
const TqCaseRecordKind tq_payment_kind = {
  sizeof (TqPayment),
  payment_fields,
  TQ_RECORD_SQL (
    "payment",
    "decision_line, amount, payee, party, from_account, paid_by, receipt, words, above",
    ":decision_line, :amount, :payee, :party, :from_account, :paid_by, :receipt, :words, :above"),
  {
    { NULL, 0 },
  },
};
