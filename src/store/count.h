/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

typedef enum {
  TQ_COUNT_EVENTS,
  TQ_COUNT_ACCOUNTS,
  TQ_COUNT_ENTRIES,
  TQ_COUNT_FAMILIES,
  TQ_COUNT_PERSONS,
} TqCount;

gboolean tq_count_rows (TqStore *store, TqCount what, gint64 *out_count, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
