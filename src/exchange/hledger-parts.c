/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* What an entry moves, amount by amount, and what hledger works out where the entry does not say
 * it.
 *
 * 1. The value of an amount is the amount itself, or amount times price (@), or the price with the
 *    sign of the amount (@@). It is rounded to the digits of its commodity, half away from zero.
 * 2. A posting without an amount takes what is missing, in every commodity of the values.
 * 3. Where no posting lacks its amount or moves two commodities, none has a cost, and the sums are
 *    of two commodities with opposite signs, the commodity that comes first is priced in the
 *    other; several amounts of it share the price by their size, the last takes the rest.
 * FALSE always means that a number does not fit into 128 bits. */
#include "exchange/hledger-parts.h"

#include <string.h>

/* Adds *quantity* to the sum of its commodity. */
gboolean
tq_hledger_sums_add (TqHledgerSums *sums, guint commodity, TqDecimal quantity)
{
  for (guint i = 0; i < sums->len; i++) {
    TqHledgerAmount *sum = &g_array_index (sums, TqHledgerAmount, i);
    if (sum->commodity == commodity)
      return tq_decimal_add (sum->quantity, quantity, &sum->quantity);
  }
  const TqHledgerAmount sum = { .commodity = commodity, .quantity = quantity };
  g_array_append_val (sums, sum);
  return TRUE;
}

/* The value of *amount* at its cost, exact. */
gboolean
tq_hledger_part_value (const TqHledgerAmount *amount,
                       TqHledgerCost cost,
                       const TqHledgerAmount *price,
                       TqHledgerAmount *out_value)
{
  *out_value = *amount;
  if (cost == TQ_HLEDGER_COST_NONE)
    return TRUE;
  out_value->commodity = price->commodity;
  if (cost == TQ_HLEDGER_COST_UNIT)
    return tq_decimal_mul (amount->quantity, price->quantity, &out_value->quantity);
  out_value->quantity =
    tq_decimal_sign (amount->quantity) < 0 ? tq_decimal_negate (price->quantity) : price->quantity;
  return TRUE;
}

static gboolean
round_value (TqHledgerJournal *journal, TqHledgerPart *part)
{
  const guint digits = tq_hledger_get_commodity (journal, part->exact.commodity)->digits;
  part->rounded.commodity = part->exact.commodity;
  if (!tq_decimal_round (part->exact.quantity, digits, &part->rounded.quantity))
    return FALSE;
  const TqDecimal stripped = tq_decimal_strip (part->exact.quantity);
  if (stripped.digits > digits)
    tq_hledger_tell (journal, TQ_HLEDGER_TOLD_ROUNDED);
  return TRUE;
}

/* Appends *part*, its rounded value worked out from the exact one. */
gboolean
tq_hledger_parts_add (GArray *parts, TqHledgerJournal *journal, const TqHledgerPart *part)
{
  TqHledgerPart added = *part;
  if (!round_value (journal, &added))
    return FALSE;
  g_array_append_val (parts, added);
  return TRUE;
}

/* The two sums of opposite signs that an inferred cost needs, the first to come in out_from. */
static gboolean
find_exchange (const GArray *parts,
               gboolean brackets,
               TqHledgerAmount *out_from,
               TqHledgerAmount *out_to)
{
  g_autoptr (GArray) sums = g_array_new (FALSE, FALSE, sizeof (TqHledgerAmount));
  for (guint i = 0; i < parts->len; i++) {
    const TqHledgerPart *part = &g_array_index (parts, TqHledgerPart, i);
    if (part->in_brackets != brackets)
      continue;
    if (part->has_cost || (i > 0 && part->posting == (part - 1)->posting) ||
        !tq_hledger_sums_add (sums, part->amount.commodity, part->amount.quantity))
      return FALSE;
  }
  guint found = 0;
  for (guint i = 0; i < sums->len; i++) {
    const TqHledgerAmount *sum = &g_array_index (sums, TqHledgerAmount, i);
    if (tq_decimal_sign (sum->quantity) == 0)
      continue;
    if (found == 2)
      return FALSE;
    *(found == 0 ? out_from : out_to) = *sum;
    found++;
  }
  return found == 2 && tq_decimal_sign (out_from->quantity) != tq_decimal_sign (out_to->quantity);
}

/* amount * -to / from, in the digits of *to*, to the nearest. */
static gboolean
share_of (TqDecimal amount, TqDecimal from, TqDecimal to, TqDecimal *out_share)
{
  const guint digits = MAX (amount.digits, from.digits);
  TqWide product;
  if (!tq_decimal_rescale (amount, digits, &amount) || !tq_decimal_rescale (from, digits, &from) ||
      __builtin_mul_overflow (amount.mantissa, to.mantissa, &product))
    return FALSE;
  const TqWide rest = product % from.mantissa;
  const TqWide distance = rest < 0 ? -rest : rest;
  const TqWide unit = from.mantissa < 0 ? -from.mantissa : from.mantissa;
  TqWide share = product / from.mantissa;
  if (distance >= unit - distance)
    share += (product < 0) == (from.mantissa < 0) ? 1 : -1;
  *out_share = (TqDecimal){ .mantissa = -share, .digits = to.digits };
  return TRUE;
}

/* Prices the first of two commodities in the second, where rule 3 allows; nothing otherwise. */
gboolean
tq_hledger_parts_infer_cost (GArray *parts, TqHledgerJournal *journal, gboolean brackets)
{
  TqHledgerAmount from, to;
  TqHledgerPart *last = NULL;
  if (!find_exchange (parts, brackets, &from, &to))
    return TRUE;
  const guint digits = tq_hledger_get_commodity (journal, to.commodity)->digits;
  if (!tq_decimal_round (to.quantity, digits, &to.quantity))
    return FALSE;
  TqDecimal left = tq_decimal_negate (to.quantity);
  for (guint i = 0; i < parts->len; i++) {
    TqHledgerPart *part = &g_array_index (parts, TqHledgerPart, i);
    if (part->in_brackets != brackets || part->amount.commodity != from.commodity)
      continue;
    part->exact.commodity = to.commodity;
    part->has_cost = TRUE;
    if (!share_of (part->amount.quantity, from.quantity, to.quantity, &part->exact.quantity) ||
        !tq_decimal_add (left, tq_decimal_negate (part->exact.quantity), &left))
      return FALSE;
    last = part;
  }
  if (last == NULL || !tq_decimal_add (last->exact.quantity, left, &last->exact.quantity))
    return FALSE;
  for (guint i = 0; i < parts->len; i++) {
    TqHledgerPart *part = &g_array_index (parts, TqHledgerPart, i);
    if (part->in_brackets == brackets && !round_value (journal, part))
      return FALSE;
  }
  tq_hledger_tell (journal, TQ_HLEDGER_TOLD_INFERRED_COST);
  return TRUE;
}

/* Gives the posting *hole*, which has no amount, what the others of its kind leave open. */
gboolean
tq_hledger_parts_fill_hole (GArray *parts,
                            TqHledgerJournal *journal,
                            const TqHledgerEntry *entry,
                            guint hole)
{
  const TqHledgerPosting *posting = &g_array_index (entry->postings, TqHledgerPosting, hole);
  g_autoptr (GArray) sums = g_array_new (FALSE, FALSE, sizeof (TqHledgerAmount));
  for (guint i = 0; i < parts->len; i++) {
    const TqHledgerPart *part = &g_array_index (parts, TqHledgerPart, i);
    if (part->in_brackets == posting->in_brackets &&
        !tq_hledger_sums_add (sums, part->rounded.commodity, part->rounded.quantity))
      return FALSE;
  }
  for (guint i = 0; i < sums->len; i++) {
    const TqHledgerAmount *sum = &g_array_index (sums, TqHledgerAmount, i);
    const TqHledgerAmount inferred = { sum->commodity, tq_decimal_negate (sum->quantity) };
    const TqHledgerPart part = { .posting = hole,
                                 .sequence = i,
                                 .account = posting->account,
                                 .in_brackets = posting->in_brackets,
                                 .amount = inferred,
                                 .exact = inferred };
    if (tq_decimal_sign (inferred.quantity) != 0 && !tq_hledger_parts_add (parts, journal, &part))
      return FALSE;
  }
  return TRUE;
}
