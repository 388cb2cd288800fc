/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "assembly/case-record.h"

G_BEGIN_DECLS

/* What waits for an assembly. */
typedef enum {
  TQ_AGENDA_REQUEST,
  TQ_AGENDA_EXCEEDED,
  TQ_AGENDA_BLOCKED,
  TQ_AGENDA_WITHOUT_AGREEMENT,
} TqAgendaKind;

/* Which rule was broken. */
typedef enum {
  TQ_MARK_EXCEEDED,
  TQ_MARK_BLOCKED,
  TQ_MARK_WITHOUT_AGREEMENT,
  TQ_MARK_BEFORE_MANDATE,
  TQ_MARK_SHORT_NOTICE,
  TQ_MARK_LONG_NOTICE,
  TQ_MARK_NOT_REVIEWED,
  TQ_MARK_NOT_CONSULTED,
  TQ_MARK_NOT_ENTITLED,
  TQ_MARK_VIGILANCE_PAYS,
} TqMarkKind;

/* What is said at a step that has no record of its own. */
typedef struct {
  TqCaseRecord record;
  const char *who;
  const char *words;
  TqDay until_day;
  gint64 refers; /* the mandate, proposal, mark or word it is about, 0 for none */
  gint64 decision_line;
  gint64 amount_minor;
} TqNote;

/* A matter that waits for an assembly, put there by hand or by the program. */
typedef struct {
  TqCaseRecord record;
  TqAgendaKind agenda_kind;
  const char *who;
  const char *words;
  gint64 decision_line;
  gint64 amount_minor;
  gint64 next_case; /* 1: when the next case of the kind opens */
  gint64 taken;     /* notice or case that took it up; computed */
} TqAgendaItem;

/* A broken rule that happened nevertheless. */
typedef struct {
  TqCaseRecord record;
  TqMarkKind mark_kind;
  gint64 decision_line;
  gint64 amount_minor;
  gint64 linked; /* what dealt with it, 0 while nothing has */
  const char *link_words;
} TqMark;

extern const TqCaseRecordKind tq_note_kind;
extern const TqCaseRecordKind tq_agenda_item_kind;
extern const TqCaseRecordKind tq_mark_kind;

G_END_DECLS
