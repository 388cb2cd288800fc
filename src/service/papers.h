/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "reports/document.h"
#include "service/book.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* Which paper of a case, and how it is to look. */
typedef struct {
  const char *name;     /* one of tq_papers_get_names () */
  guint number;         /* of several of a kind, from 1 in the order of the book; 0: the newest */
  const char *group;    /* (nullable) code, for a consultation sheet */
  const char *party;    /* (nullable) code, for a slip */
  const char *language; /* (nullable) the book's */
  gboolean large_type;
} TqPaperOrder;

const char *const *tq_papers_get_names (void);
const char *tq_papers_get_title (const char *name);
TqDocument *tq_papers_build (TqBook *book,
                             gint64 of_case,
                             const TqPaperOrder *order,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_papers_write_pdf (TqBook *book,
                              gint64 of_case,
                              const TqPaperOrder *order,
                              GOutputStream *out,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_papers_write_all (TqBook *book,
                              gint64 of_case,
                              const TqPaperOrder *order,
                              const char *folder,
                              guint *out_count,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
