/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "reports/paper.h"

G_BEGIN_DECLS

/* A count of words or ballots, with how it was made. */
typedef struct {
  const char *method; /* "hands", "maize and beans" */
  const char *rule;   /* "two thirds of the families present" */
  const char *const *tellers;
  guint handed_out;
  guint counted;
  guint spoiled;
  const char *const *options; /* NULL-terminated, in the order spoken */
  const guint *counts;
} TqPaperTally;

/* One item of the agenda, as it went. */
typedef struct {
  const char *title;
  const char *summary; /* nullable */
  const TqPaperTally *tally;
  const char *result; /* nullable: the agreement, word for word */
  const TqPaperLine *lines;
  guint n_lines;
  const TqPaperObjection *objections;
  guint n_objections;
} TqPaperItem;

/* What was asked of the mandated persons, and what they answer. */
typedef struct {
  const char *line;
  gint64 agreed;
  gint64 spent;
  gboolean done;
  const char *why;    /* nullable: in their words */
  const char *asked;  /* nullable: what they ask of the assembly */
  const char *answer; /* nullable: what the assembly decided about it */
} TqPaperAnswer;

/* What every minute says about the assembly itself. */
typedef struct {
  TqPaperHead head;
  TqDay day;
  const char *place;
  const char *begins;
  const char *ends; /* nullable */
  guint call;
  guint quorum;
  guint present;
  guint total;
  int women; /* -1: not counted */
  int men;
  int young;
  const char *const *excused; /* NULL-terminated, nullable */
  const char *const *readers; /* who read and interpreted, with the language */
  const char *secretary;
  const char *accounts_letters; /* nullable: of the statement that belongs to the minutes */
  const TqPaperSigner *signers;
  guint n_signers;
  const char *const *under_protest; /* NULL-terminated, nullable */
} TqPaperMeeting;

typedef struct {
  TqPaperMeeting meeting;
  const TqPaperItem *items;
  guint n_items;
} TqMinutesInput;

typedef struct {
  TqPaperMeeting meeting;
  const char *const *persons; /* who answer: NULL-terminated */
  const TqPaperAnswer *answers;
  guint n_answers;
  const TqPaperItem *items; /* further items */
  guint n_items;
} TqReportBackInput;

TqDocument *tq_minutes_build (const TqMinutesInput *input) G_GNUC_WARN_UNUSED_RESULT;
TqDocument *tq_report_back_build (const TqReportBackInput *input) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
