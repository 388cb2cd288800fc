/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "exchange/foreign-book.h"

#include <stdio.h>

/* A sink that keeps what it is given as text, and the sums of every account. */
typedef struct {
  GPtrArray *accounts; /* "name kind origin" */
  GPtrArray *names;
  GPtrArray *symbols;
  GArray *digits;    /* guint */
  GString *entries;  /* one line per entry, one per posting */
  GPtrArray *notes;  /* "line: text" */
  GHashTable *sums;  /* "account\tsymbol" to a decimal text's gint64 */
  GHashTable *costs; /* likewise of the values */
  GHashTable *identities;
  guint n_entries;
  gboolean keeps_text;
  TqDay last_day;
} Collector;

void collector_init (Collector *collector);
void collector_clear (Collector *collector);
TqForeignSink collector_sink (Collector *collector);
char *collector_list_sums (Collector *collector, gboolean at_cost);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Collector, collector_clear)
