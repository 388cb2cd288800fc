/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "exchange/hledger-entry.h"

G_BEGIN_DECLS

/* One amount that an entry moves, with its value at cost. */
typedef struct {
  guint posting;  /* place of its posting in the entry */
  guint sequence; /* among the parts of that posting */
  guint account;
  gboolean in_brackets;
  gboolean has_cost;
  TqHledgerAmount amount;
  TqHledgerAmount exact;   /* the value at cost, not rounded */
  TqHledgerAmount rounded; /* the value at cost in the digits of its commodity */
} TqHledgerPart;

/* Sums by commodity, in the order in which the commodities came. */
typedef GArray TqHledgerSums;

gboolean tq_hledger_sums_add (TqHledgerSums *sums, guint commodity, TqDecimal quantity);
gboolean tq_hledger_part_value (const TqHledgerAmount *amount,
                                TqHledgerCost cost,
                                const TqHledgerAmount *price,
                                TqHledgerAmount *out_value);
gboolean tq_hledger_parts_add (GArray *parts, TqHledgerJournal *journal, const TqHledgerPart *part);
gboolean tq_hledger_parts_infer_cost (GArray *parts, TqHledgerJournal *journal, gboolean brackets);
gboolean tq_hledger_parts_fill_hole (GArray *parts,
                                     TqHledgerJournal *journal,
                                     const TqHledgerEntry *entry,
                                     guint hole);

G_END_DECLS
