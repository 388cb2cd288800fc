/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "service/ledger.h"

G_BEGIN_DECLS

/* An entry as it is written on the command line or in a batch, and what it counts that the book
 * does not count yet (see tq_ledger_post_counting ()). */
typedef struct {
  TqBook *book; /* borrowed */
  TqEntry entry;
  GPtrArray *symbols;
} TqPostingText;

void tq_posting_text_start (TqPostingText *text,
                            TqBook *book,
                            TqDay day,
                            const char *words,
                            const char *reference);
void tq_posting_text_clear (TqPostingText *text);
gboolean tq_posting_text_add (TqPostingText *text,
                              const char *line,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_posting_text_add_parts (TqPostingText *text,
                                    const char *account_and_party,
                                    const char *amount,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_posting_text_post (TqPostingText *text,
                               gint64 *out_event,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TqPostingText, tq_posting_text_clear)

G_END_DECLS
