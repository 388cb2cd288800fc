/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "exchange/table-writer.h"
#include "reports/language.h"
#include "service/book.h"

G_BEGIN_DECLS

/* Where a long report goes and in which form. */
typedef struct {
  TqTableFormat format;
  FILE *out;
  const char *party; /* (nullable) only the rows of the family or person with this code */
} TqOutput;

gboolean tq_output_write_journal (TqBook *book,
                                  TqDay from,
                                  TqDay through,
                                  const char *search,
                                  TqOutput output,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_output_write_entry (TqBook *book, gint64 event, TqOutput output, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_output_write_register (TqBook *book,
                                   const char *account,
                                   TqDay from,
                                   TqDay through,
                                   TqOutput output,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_output_write_table (const TqTable *table,
                                TqOutput output,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
