/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "assembly/case-record.h"

G_BEGIN_DECLS

/* Who asks to open a decision again. */
typedef enum {
  TQ_REOPEN_RIGHT_FAMILIES,
  TQ_REOPEN_RIGHT_VIGILANCE,
} TqReopenRight;

/* A decision opened again, for what is not carried out. */
typedef struct {
  TqCaseRecord record;
  TqReopenRight asked_by;
  gint64 families; /* who signed */
  const char *names;
  const char *fact;
  const char *title;   /* of the new case */
  gint64 amount_minor; /* computed */
  GPtrArray *lines;    /* of TqReopeningLine */
} TqReopening;

typedef struct {
  TqCaseRecord record;
  gint64 decision_line;
  gint64 amount_minor; /* not carried out; computed */
} TqReopeningLine;

/* Somebody is called back from a task, by minutes of their own. */
typedef struct {
  TqCaseRecord record;
  const char *who;
  gint64 party;
  const char *task;
  const char *recalled_by;
  gint64 agree;
  gint64 against;
  gint64 abstain;
  gint64 present;
  TqDay from_day;
  const char *successor;
  const char *words;
} TqRecall;

extern const TqCaseRecordKind tq_reopening_kind;
extern const TqCaseRecordKind tq_reopening_line_kind;
extern const TqCaseRecordKind tq_recall_kind;

G_END_DECLS
