/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "exchange/hledger-journal.h"

G_BEGIN_DECLS

typedef struct {
  guint commodity;
  TqDecimal quantity;
} TqHledgerAmount;

typedef enum {
  TQ_HLEDGER_COST_NONE,
  TQ_HLEDGER_COST_UNIT,
  TQ_HLEDGER_COST_TOTAL,
} TqHledgerCost;

/* The end of the blank at *cursor*, NULL if there is none. Blanks are those of Unicode, as for
 * hledger; called for every byte of a name. */
static inline const char *
tq_hledger_get_blank_end (const char *cursor)
{
  const guchar c = (guchar) *cursor;
  if (c == ' ' || c == '\t')
    return cursor + 1;
  if (c < 0xc0 || !g_unichar_isspace (g_utf8_get_char (cursor)))
    return NULL;
  return cursor + g_utf8_skip[c];
}

const char *tq_hledger_skip_blanks (const char *cursor);
gboolean tq_hledger_read_symbol (TqHledgerJournal *journal,
                                 const char **cursor,
                                 guint *out_commodity,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_hledger_read_amount (TqHledgerJournal *journal,
                                 const char **cursor,
                                 TqHledgerAmount *out_amount,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_hledger_read_format (TqHledgerJournal *journal,
                                 const char **cursor,
                                 guint *out_commodity,
                                 TqHledgerStyle *out_style,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_hledger_read_cost (TqHledgerJournal *journal,
                               const char **cursor,
                               TqHledgerCost *out_cost,
                               TqHledgerAmount *out_price,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_hledger_skip_lot (TqHledgerJournal *journal,
                              const char **cursor,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
