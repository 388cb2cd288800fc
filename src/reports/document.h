/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "reports/flow.h"

G_BEGIN_DECLS

typedef enum {
  TQ_PAPER_LETTER,
  TQ_PAPER_A4,
} TqPaperSize;

/* What every paper carries. *event* 0: the paper stands for no event, for example a blank sheet. */
typedef struct {
  const char *book;     /* name of the co-operative */
  const char *language; /* of the paper: "es", "en" */
  const char *currency; /* code of the amounts */
  gint64 event;
  const char *letters; /* of the event's digest */
  TqPaperSize size;
  gboolean large_type; /* 14 pt, for eyes that are tired */
  gboolean by_person;  /* the unit that decides is the person, not the family */
} TqPaperHead;

/* A paper before it is drawn. */
typedef struct {
  char *title;
  char *book;
  char *language;
  char *letters;
  gint64 event;
  TqPaperSize size;
  gboolean large_type;
  gboolean one_page; /* set smaller where it would take more than one page */
  TqFlow *body;
} TqDocument;

TqDocument *tq_document_new (const TqPaperHead *head, const char *title) G_GNUC_WARN_UNUSED_RESULT;
void tq_document_free (TqDocument *document);

char *tq_document_dup_page_label (const TqDocument *document,
                                  guint page,
                                  guint pages) G_GNUC_WARN_UNUSED_RESULT;
char *tq_document_dup_event_label (const TqDocument *document) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqDocument, tq_document_free)

G_END_DECLS
