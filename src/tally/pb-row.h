/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "tally/line-reader.h"

G_BEGIN_DECLS

#define TQ_PB_COLUMNS_MAX 200u

/* One line of a .pb file, cut at its semicolons in place. */
typedef struct {
  char *fields[TQ_PB_COLUMNS_MAX];
  guint count;
} TqPbRow;

gboolean tq_pb_row_split (TqPbRow *row, char *line, const TqLineReader *reader, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
const char *tq_pb_row_get (const TqPbRow *row, gint column);
gint tq_pb_row_find (const TqPbRow *row, const char *name);

/* An amount as written: digits without the point, and how many stand behind it. */
typedef struct {
  gint64 digits_value;
  guint decimals;
} TqPbAmount;

gboolean tq_pb_amount_parse (const char *text, TqPbAmount *out_amount);
gboolean tq_pb_whole_parse (const char *text, gint64 max, gint64 *out_value);

G_END_DECLS
