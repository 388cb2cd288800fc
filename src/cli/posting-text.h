/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "service/ledger.h"

G_BEGIN_DECLS

gboolean tq_posting_text_add (TqBook *book, TqEntry *entry, const char *text, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_posting_text_add_parts (TqBook *book,
                                    TqEntry *entry,
                                    const char *account_and_party,
                                    const char *amount,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
