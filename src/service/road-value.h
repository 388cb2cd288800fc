/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "assembly/case.h"
#include "service/book.h"

G_BEGIN_DECLS

/* Where the names that a person writes are looked up. */
typedef struct {
  TqBook *book;
  const TqCase *c; /* (nullable) for a payment of no case */
  guint digits;    /* of the book's currency */
} TqRoadReader;

gboolean tq_road_value_parse_number (const char *text,
                                     gint64 *out_number,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_road_value_set (const TqRoadReader *reader,
                            gpointer record,
                            const TqCaseRecordKind *kind,
                            const char *name,
                            const char *text,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
