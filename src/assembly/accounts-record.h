/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "assembly/case-record.h"

G_BEGIN_DECLS

/* What the vigilance commission found. */
typedef enum {
  TQ_FINDING_NONE,
  TQ_FINDING_OBSERVATIONS,
  TQ_FINDING_SERIOUS,
} TqFinding;

/* What the assembly said to the accounts. */
typedef enum {
  TQ_VERDICT_ACCEPTED,
  TQ_VERDICT_OBSERVATIONS,
  TQ_VERDICT_RETURNED,
} TqVerdict;

/* Cash or stock counted by two people beside what the books say. */
typedef struct {
  TqCaseRecord record;
  gint64 account;
  gint64 book_minor; /* filled in from the ledger */
  gint64 counted_minor;
  const char *detail; /* how many of each note and coin */
  const char *first_person;
  const char *second_person;
} TqCount;

/* The closing of the period: the seal and what the period left. */
typedef struct {
  TqCaseRecord record;
  gint64 seal;
  const char *note;
  TqDay through;       /* last day of the seal; computed */
  gint64 result_minor; /* income minus expense, without closing entries; computed */
} TqClose;

/* The finding of the vigilance commission, read in the assembly. */
typedef struct {
  TqCaseRecord record;
  TqFinding finding;
  const char *who; /* who checked */
  const char *words;
} TqReview;

/* The assembly accepts the accounts, with or without observations, or gives them back. */
typedef struct {
  TqCaseRecord record;
  TqVerdict verdict;
  const char *words;
} TqAccountsVerdict;

extern const TqCaseRecordKind tq_count_kind;
extern const TqCaseRecordKind tq_close_kind;
extern const TqCaseRecordKind tq_review_kind;
extern const TqCaseRecordKind tq_accounts_verdict_kind;

G_END_DECLS
