/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "assembly/accounts-record.h"
#include "assembly/decision-record.h"
#include "assembly/mandate-record.h"
#include "assembly/note-record.h"
#include "assembly/notice-record.h"
#include "assembly/proposal-record.h"
#include "assembly/reopening-record.h"
#include "assembly/report-record.h"
#include "assembly/road.h"
#include "assembly/round-record.h"

G_BEGIN_DECLS

typedef enum {
  TQ_CASE_SURPLUS,
  TQ_CASE_LOSS,
  TQ_CASE_RULES,
  TQ_CASE_OFFICE,
  TQ_CASE_LOAN,
  TQ_CASE_INVESTMENT,
  TQ_CASE_OTHER,
} TqCaseKind;

/* One step that was made: by which event, from where, to where. */
typedef struct {
  gint64 event;
  TqDay day;
  TqDoing doing;
  TqState from;
  TqState to;
} TqStep;

/* A case with everything that was said, written and paid in it. Every list is in the order in which
 * it was written, which for proposals is the order in which they were spoken. */
struct _TqCase {
  gint64 event; /* its key */
  TqDay opened;
  TqCaseKind kind;
  char *title;
  TqDay starts;   /* of the period */
  TqDay through;  /* as opened; a close names its own */
  gint64 reopens; /* the case whose uncarried part this one decides anew, 0 for none */
  gint64 reopened_minor;
  TqState state;
  TqState paused_state; /* where it was before the pause; meaningful while paused */

  GArray *steps;         /* of TqStep */
  GPtrArray *counts;     /* of TqCount */
  GPtrArray *closes;     /* of TqClose */
  GPtrArray *reviews;    /* of TqReview */
  GPtrArray *notices;    /* of TqNotice */
  GPtrArray *rolls;      /* of TqRoll */
  GPtrArray *readings;   /* of TqReading */
  GPtrArray *questions;  /* of TqQuestion, answers among them */
  GPtrArray *verdicts;   /* of TqAccountsVerdict */
  GPtrArray *proposals;  /* of TqProposal, every version */
  GPtrArray *rounds;     /* of TqConsultation */
  GPtrArray *words;      /* of TqWord, replaced ones among them */
  GPtrArray *positions;  /* of TqFamilyPosition */
  GPtrArray *objections; /* of TqObjection */
  GPtrArray *answers;    /* of TqObjectionAnswer */
  GPtrArray *tallies;    /* of TqTally */
  GPtrArray *decisions;  /* of TqDecision, at most one */
  GPtrArray *minutes;    /* of TqMinutes */
  GPtrArray *mandates;   /* of TqMandate */
  GPtrArray *payments;   /* of TqPayment */
  GPtrArray *reports;    /* of TqReport */
  GPtrArray *reopenings; /* of TqReopening */
  GPtrArray *recalls;    /* of TqRecall */
  GPtrArray *notes;      /* of TqNote; what each is, its step says */
  GPtrArray *agenda;     /* of TqAgendaItem */
  GPtrArray *marks;      /* of TqMark */

  gint64 rounds_before_vote; /* the setting, on the day of the last step or of the act */
};

/* A line for a list of cases. */
typedef struct {
  gint64 event;
  char *title;
  TqCaseKind kind;
  TqState state;
  TqDay opened;
} TqCaseSummary;

TqCase *tq_case_load (TqStore *store, gint64 event, GError **error) G_GNUC_WARN_UNUSED_RESULT;
TqCase *tq_case_load_for_act (TqStore *store, gint64 event, TqDay day, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
void tq_case_free (TqCase *c);
GPtrArray *tq_case_load_list (TqStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void tq_case_summary_free (TqCaseSummary *summary);
const char *tq_case_kind_get_name (TqCaseKind kind);
gboolean tq_case_kind_find (const char *name, TqCaseKind *out_kind) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_case_kind_has_accounts (TqCaseKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqCase, tq_case_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqCaseSummary, tq_case_summary_free)

G_END_DECLS
