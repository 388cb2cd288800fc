/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "service/book.h"

G_BEGIN_DECLS

/* What a book holds, in a few words and numbers. */
typedef struct {
  char *name;
  char *currency;
  char *unit;
  gint64 events;
  gint64 accounts;
  gint64 entries;
  gint64 families;
  gint64 persons;
  gint64 seals;
  TqDay closed_through; /* TQ_DAY_NONE where nothing is closed */
  char *last_seal;      /* (nullable) "NUMBER event EVENT LETTERS" */
} TqOverview;

void tq_overview_clear (TqOverview *overview);
gboolean
tq_overview_load (TqBook *book, TqOverview *out_overview, GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Whether what a paper carries belongs to this book. */
gboolean tq_overview_check_seal (TqBook *book,
                                 const char *hex_or_letters,
                                 gboolean *out_found,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_overview_check_slip (TqBook *book,
                                 gint64 event,
                                 const char *letters,
                                 gboolean *out_found,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TqOverview, tq_overview_clear)

G_END_DECLS
