/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "reports/paper.h"

G_BEGIN_DECLS

/* The call to an assembly. */
typedef struct {
  TqPaperHead head;
  const char *caller;
  const char *right; /* by what right: "coordinating commission", "one family in five" */
  guint call;        /* 1 first, 2 second */
  const char *place;
  TqDay day;
  const char *hour;
  TqDay posted;
  const char *const *agenda; /* NULL-terminated */
  guint quorum;              /* families or persons that are needed */
  guint total;
  gboolean has_amount;
  gint64 amount; /* to be decided on */
  const char *accounts_place;
  const char *statement_letters;
  const char *vigilance_note; /* its finding, or that it has not answered */
} TqNoticeInput;

/* Who is there. Before the assembly (*known* FALSE) the sheet to sign; afterwards the record. */
typedef struct {
  TqPaperHead head;
  const char *place;
  TqDay day;
  const char *hour;
  guint call;
  guint quorum;
  gboolean known;
  const TqPaperMember *members;
  guint n_members;
  int women; /* -1: not counted */
  int men;
  int young;
  const char *secretary;
} TqRollInput;

TqDocument *tq_notice_build (const TqNoticeInput *input) G_GNUC_WARN_UNUSED_RESULT;
TqDocument *tq_roll_build (const TqRollInput *input) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
