/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "reports/table.h"

#include <stdio.h>

G_BEGIN_DECLS

typedef enum {
  TQ_TABLE_FORMAT_TEXT, /* aligned, for eyes, as the locale writes */
  TQ_TABLE_FORMAT_CSV,  /* RFC 4180 with a heading line, plain amounts */
  TQ_TABLE_FORMAT_JSON, /* {"report": KEY, "rows": [{…}]} */
} TqTableFormat;

/* Writes a table row by row, so that a register of a million lines needs no memory. */
typedef struct _TqTableWriter TqTableWriter;

TqTableWriter *tq_table_writer_new (const TqTable *columns,
                                    TqTableFormat format,
                                    FILE *out) G_GNUC_WARN_UNUSED_RESULT;
void tq_table_writer_free (TqTableWriter *writer);
gboolean tq_table_writer_add (TqTableWriter *writer,
                              const TqRow *row,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_table_writer_end (TqTableWriter *writer, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_table_write (const TqTable *table, TqTableFormat format, FILE *out, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqTableWriter, tq_table_writer_free)

G_END_DECLS
