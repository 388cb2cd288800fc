/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "service/overview.h"

#include "base/error.h"
#include "ledger/commodity.h"
#include "ledger/period.h"
#include "store/count.h"

void
tq_overview_clear (TqOverview *overview)
{
  g_clear_pointer (&overview->name, g_free);
  g_clear_pointer (&overview->currency, g_free);
  g_clear_pointer (&overview->unit, g_free);
  g_clear_pointer (&overview->last_seal, g_free);
}

static gboolean
load_last_seal (TqStore *store, TqOverview *overview, GError **error)
{
  g_autoptr (GArray) seals = tq_period_load_seals (store, error);
  if (seals == NULL)
    return FALSE;
  overview->seals = seals->len;
  if (seals->len == 0)
    return TRUE;
  const TqSeal *last = &g_array_index (seals, TqSeal, seals->len - 1);
  g_autofree char *letters = tq_digest_to_letters (&last->digest, TQ_SEAL_LETTERS);
  overview->last_seal = g_strdup_printf ("%" G_GINT64_FORMAT " event %" G_GINT64_FORMAT " %s",
                                         last->number,
                                         last->event,
                                         letters);
  return TRUE;
}

/* What the book holds now, into *out_overview*, which the caller clears. */
gboolean
tq_overview_load (TqBook *book, TqOverview *out_overview, GError **error)
{
  g_auto (TqOverview) o = { 0 };
  TqStore *store = tq_book_get_store (book);
  const TqCooperative *cooperative = tq_book_get_cooperative (book);
  g_autoptr (TqCommodity) currency = tq_commodity_load (store, cooperative->currency, error);
  if (currency == NULL || !tq_count_rows (store, TQ_COUNT_EVENTS, &o.events, error) ||
      !tq_count_rows (store, TQ_COUNT_ACCOUNTS, &o.accounts, error) ||
      !tq_count_rows (store, TQ_COUNT_ENTRIES, &o.entries, error) ||
      !tq_count_rows (store, TQ_COUNT_FAMILIES, &o.families, error) ||
      !tq_count_rows (store, TQ_COUNT_PERSONS, &o.persons, error) ||
      !tq_period_load_closed_through (store, &o.closed_through, error) ||
      !load_last_seal (store, &o, error))
    return FALSE;
  o.name = g_strdup (cooperative->name);
  o.currency = g_strdup (currency->symbol);
  o.unit = g_strdup (cooperative->unit);
  *out_overview = o;
  o = (TqOverview){ 0 };
  return TRUE;
}

/* Whether a seal with this digest, or with these twelve letters, is part of the book. */
gboolean
tq_overview_check_seal (TqBook *book,
                        const char *hex_or_letters,
                        gboolean *out_found,
                        GError **error)
{
  TqDigest digest;
  g_autoptr (GArray) seals = tq_period_load_seals (tq_book_get_store (book), error);
  if (seals == NULL)
    return FALSE;
  const gboolean is_hex = tq_digest_parse_hex (hex_or_letters, &digest, NULL);
  gboolean found = FALSE;
  for (guint i = 0; i < seals->len && !found; i++) {
    const TqSeal *seal = &g_array_index (seals, TqSeal, i);
    found = is_hex ? tq_digest_equal (&seal->digest, &digest)
                   : tq_digest_matches_letters (&seal->digest, hex_or_letters, TQ_SEAL_LETTERS);
  }
  *out_found = found;
  return TRUE;
}

/* Whether the book's event *event* has these eight letters. */
gboolean
tq_overview_check_slip (TqBook *book,
                        gint64 event,
                        const char *letters,
                        gboolean *out_found,
                        GError **error)
{
  TqDigest hash, slip;
  g_autoptr (GError) missing = NULL;
  *out_found = FALSE;
  if (tq_event_load_hash (tq_book_get_store (book), event, &hash, &missing)) {
    tq_event_slip_digest (&hash, &slip);
    *out_found = tq_digest_matches_letters (&slip, letters, TQ_SLIP_LETTERS);
  } else if (!g_error_matches (missing, TQ_ERROR, TQ_ERROR_NOT_FOUND)) {
    g_propagate_error (error, g_steal_pointer (&missing));
    return FALSE;
  }
  return TRUE;
}
