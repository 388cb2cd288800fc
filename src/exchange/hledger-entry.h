/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "exchange/hledger-amount.h"

G_BEGIN_DECLS

typedef struct {
  guint account;
  gboolean in_brackets; /* a balanced virtual posting */
  gboolean has_amount;
  TqHledgerAmount amount;
  TqHledgerCost cost;
  TqHledgerAmount price;
  gboolean has_assertion;
  gboolean of_all_commodities; /* == */
  gboolean with_subaccounts;   /* =* */
  TqHledgerAmount asserted;
  gint64 line;
} TqHledgerPosting;

/* An entry as it stands in the file. One is reused for all. */
typedef struct {
  TqDay day;
  gint64 line;
  GString *text;
  GString *code;
  GString *note;
  GArray *postings; /* TqHledgerPosting */
} TqHledgerEntry;

void tq_hledger_entry_init (TqHledgerEntry *entry);
void tq_hledger_entry_clear (TqHledgerEntry *entry);
gboolean tq_hledger_read_date (TqHledgerJournal *journal,
                               const char **cursor,
                               int default_year,
                               TqDay *out_day,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_hledger_read_account (TqHledgerJournal *journal,
                                  const char **cursor,
                                  char *out_bracket,
                                  guint *out_account,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_hledger_read_header (TqHledgerJournal *journal,
                                 TqHledgerEntry *entry,
                                 const char *line,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_hledger_read_inner_line (TqHledgerJournal *journal,
                                     TqHledgerEntry *entry,
                                     const char *line,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
const char *tq_hledger_find_tag (const char *comment, const char *name);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TqHledgerEntry, tq_hledger_entry_clear)

G_END_DECLS
