/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* Which entries of the journal are wanted; what is empty or 0 does not narrow;
 * an entry is wanted when its words, one of its amounts or its number fits. */
typedef struct {
  const char *words;   /* part of a text, a reference, an account's or a family's name */
  gint64 amount_minor; /* of any of its postings, on either side */
  gint64 number;       /* of the entry itself */
  gint64 account;      /* with a posting to this account */
  gint64 party;        /* with a posting of this family or person */
} TqEntryFilter;

GArray *tq_entry_search_load_keys (TqStore *store,
                                   const TqEntryFilter *filter,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_entry_search_find_reversal (TqStore *store,
                                        gint64 event,
                                        gint64 *out_reversal,
                                        GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
