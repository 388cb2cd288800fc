/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The papers of the co-operative before they are drawn: what stands on them and in which order, but
 * no fonts, no pages. The same document can be printed, shown and read aloud.
 *
 * 1. A document has a language of its own (see reports/language.c); its builder looks every text up
 *    inside one scope, and the texts are kept as found.
 * 2. Words of people are verbatim blocks; no writer shortens them or sets them smaller.
 * 3. Building reads nothing but its input: the same input gives the same document. */
#include "reports/document.h"

#include "base/i18n.h"
#include "reports/language.h"

/* A document without blocks (transfer full); *title* is already in the language of *head*. */
TqDocument *
tq_document_new (const TqPaperHead *head, const char *title)
{
  g_return_val_if_fail (head != NULL && title != NULL, NULL);
  TqDocument *document = g_new0 (TqDocument, 1);
  document->title = g_strdup (title);
  document->book = g_strdup (head->book);
  document->language = g_strdup (head->language != NULL ? head->language : "en");
  document->letters = g_strdup (head->letters);
  document->event = head->event;
  document->size = head->size;
  document->large_type = head->large_type;
  document->body = tq_flow_new ();
  return document;
}

void
tq_document_free (TqDocument *document)
{
  g_free (document->title);
  g_free (document->book);
  g_free (document->language);
  g_free (document->letters);
  tq_flow_free (document->body);
  g_free (document);
}

/* "Page 1 of 2" in the language of the document (transfer full). */
char *
tq_document_dup_page_label (const TqDocument *document, guint page, guint pages)
{
  g_auto (TqLanguageScope) scope = tq_language_enter (document->language);
  return g_strdup_printf (_ ("Page %u of %u"), page, pages);
}

/* "event 57 · K3QF-7MZA" in the language of the document, or "" where it stands for no event
 * (transfer full). */
char *
tq_document_dup_event_label (const TqDocument *document)
{
  if (document->event <= 0)
    return g_strdup ("");
  g_auto (TqLanguageScope) scope = tq_language_enter (document->language);
  /* Translators: at the foot of every paper; the letters let anyone check it against the book. */
  return g_strdup_printf (_ ("event %" PRId64 " · %s"),
                          document->event,
                          document->letters != NULL ? document->letters : "");
}
