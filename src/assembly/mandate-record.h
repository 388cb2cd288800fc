/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "assembly/case-record.h"

G_BEGIN_DECLS

/* Who carries out a line, until when, and to whom they answer. */
typedef struct {
  TqCaseRecord record;
  gint64 decision_line; /* 0 for every line */
  TqDay deadline;
  gint64 tolerance_minor; /* what the line may be exceeded by */
  const char *answers_to;
  const char *reports; /* when they report */
  GPtrArray *persons;  /* of TqMandatePerson */
} TqMandate;

/* Somebody who carries it out. */
typedef struct {
  TqCaseRecord record;
  const char *name;
  gint64 party;
} TqMandatePerson;

/* A payment on a line of the agreement, or one without an agreement. */
typedef struct {
  TqCaseRecord record;
  gint64 decision_line; /* 0 without an agreement */
  gint64 amount_minor;
  const char *payee;
  gint64 party;
  gint64 from_account; /* cash box or bank */
  gint64 paid_by;      /* who handed it over, 0 where not said */
  gint64 receipt;      /* 0 or 1 */
  const char *words;
  gint64 above_minor; /* above line and tolerance; computed */
} TqPayment;

extern const TqCaseRecordKind tq_mandate_kind;
extern const TqCaseRecordKind tq_mandate_person_kind;
extern const TqCaseRecordKind tq_payment_kind;

G_END_DECLS
