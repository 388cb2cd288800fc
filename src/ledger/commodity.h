/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* What is counted: a currency, an hour, a kilo of coffee. Amounts are whole numbers of its smallest
 * unit, 10^-digits. */
typedef struct {
  gint64 event; /* its key */
  char *symbol;
  guint digits;
} TqCommodity;

void tq_commodity_free (TqCommodity *commodity);
gboolean tq_commodity_append (TqStore *store,
                              const TqAct *act,
                              const char *symbol,
                              guint digits,
                              gint64 *out_event,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_commodity_apply (TqStore *store, const TqEvent *event, TqDecoder *body, GError **error);
TqCommodity *
tq_commodity_load (TqStore *store, gint64 event, GError **error) G_GNUC_WARN_UNUSED_RESULT;
TqCommodity *tq_commodity_load_by_symbol (TqStore *store,
                                          const char *symbol,
                                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *tq_commodity_load_all (TqStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqCommodity, tq_commodity_free)

G_END_DECLS
