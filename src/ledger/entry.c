/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* A journal entry: a dated set of postings whose debits equal its credits.
 *
 * 1. At least two postings. In every currency in which values are given they sum to zero exactly;
 *    checked when an entry is written, when its event is decoded and when it is read back.
 * 2. An amount lies within ±10^14 minor units (the schema says so too); sums run in 128 bits.
 * 3. Where a posting's value is in its own commodity, value and amount are the same number.
 * 4. Amount and value have the same sign.
 *
 * Stored form in an event: day, text, reference, source, source detail, entry reversed or 0, count
 * of postings, and of each: account, party or 0, commodity, amount, value commodity, value. */
#include "ledger/entry.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/money.h"
#include "base/text.h"

#define POSTING_BYTES 54u /* six integers of nine bytes */

/* Begins an entry; *text* is copied. */
void
tq_entry_init (TqEntry *entry, TqDay day, const char *text)
{
  *entry = (TqEntry){ .day = day,
                      .text = g_strdup (text),
                      .reference = g_strdup (""),
                      .source_detail = g_strdup ("") };
  entry->postings = g_array_new (FALSE, TRUE, sizeof (TqPosting));
}

void
tq_entry_clear (TqEntry *entry)
{
  g_clear_pointer (&entry->text, g_free);
  g_clear_pointer (&entry->reference, g_free);
  g_clear_pointer (&entry->source_detail, g_free);
  g_clear_pointer (&entry->postings, g_array_unref);
}

/* Adds a posting that is valued in its own commodity. */
void
tq_entry_add (TqEntry *entry, gint64 account, gint64 party, gint64 commodity, gint64 amount_minor)
{
  const TqPosting posting = { account, party, commodity, amount_minor, commodity, amount_minor };
  g_array_append_val (entry->postings, posting);
}

/* Adds a posting as it is given, with its value in another commodity. */
void
tq_entry_add_priced (TqEntry *entry, const TqPosting *posting)
{
  g_array_append_vals (entry->postings, posting, 1);
}

static gboolean
check_posting (const TqPosting *p, guint line, GError **error)
{
  const gboolean in_range = p->amount >= -TQ_MONEY_LIMIT && p->amount <= TQ_MONEY_LIMIT &&
                            p->value >= -TQ_MONEY_LIMIT && p->value <= TQ_MONEY_LIMIT;
  if (!in_range) {
    g_set_error (
      error,
      TQ_ERROR,
      TQ_ERROR_OVERFLOW,
      _ ("Line %u of the entry is larger than a book can hold. Check the number of digits."),
      line);
    return FALSE;
  }
  if ((p->commodity == p->value_commodity && p->amount != p->value) ||
      (p->amount > 0 && p->value < 0) || (p->amount < 0 && p->value > 0)) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_INVALID,
                 _ ("In line %u of the entry amount and value contradict each other."),
                 line);
    return FALSE;
  }
  return TRUE;
}

/* Sum of the values in one commodity; its postings are few, so a scan is the simplest. */
static __int128
sum_values (const TqEntry *entry, gint64 commodity)
{
  __int128 sum = 0;
  for (guint i = 0; i < entry->postings->len; i++) {
    const TqPosting *p = &g_array_index (entry->postings, TqPosting, i);
    if (p->value_commodity == commodity)
      sum += p->value;
  }
  return sum;
}

static gboolean
is_first_of_commodity (const TqEntry *entry, guint index)
{
  const gint64 commodity = g_array_index (entry->postings, TqPosting, index).value_commodity;
  for (guint i = 0; i < index; i++)
    if (g_array_index (entry->postings, TqPosting, i).value_commodity == commodity)
      return FALSE;
  return TRUE;
}

/* Whether the two sides differ in some currency: which, and by how much (debits minus credits, in
 * its minor units; cut to 64 bits). FALSE for a balanced entry. */
gboolean
tq_entry_find_difference (const TqEntry *entry, gint64 *out_commodity, gint64 *out_difference)
{
  for (guint i = 0; i < entry->postings->len; i++) {
    const gint64 commodity = g_array_index (entry->postings, TqPosting, i).value_commodity;
    if (!is_first_of_commodity (entry, i))
      continue;
    const __int128 sum = sum_values (entry, commodity);
    if (sum == 0)
      continue;
    *out_commodity = commodity;
    *out_difference = (gint64) CLAMP (sum, -G_MAXINT64, G_MAXINT64);
    return TRUE;
  }
  return FALSE;
}

/* Whether the entry may stand in a book (invariants 1 to 4). Raises TQ_ERROR_UNBALANCED,
 * TQ_ERROR_INVALID or TQ_ERROR_OVERFLOW. */
gboolean
tq_entry_check (const TqEntry *entry, GError **error)
{
  gint64 commodity = 0, difference = 0;
  if (entry->postings->len < 2) {
    g_set_error_literal (
      error,
      TQ_ERROR,
      TQ_ERROR_INVALID,
      _ ("An entry needs at least two lines: where the money came from and where it went."));
    return FALSE;
  }
  for (guint i = 0; i < entry->postings->len; i++)
    if (!check_posting (&g_array_index (entry->postings, TqPosting, i), i + 1, error))
      return FALSE;
  if (!tq_entry_find_difference (entry, &commodity, &difference))
    return TRUE;
  g_set_error (error,
               TQ_ERROR,
               TQ_ERROR_UNBALANCED,
               _ ("The two sides differ by %" PRId64
                  " of the smallest unit. Mend a line or add the missing one."),
               ABS (difference));
  return FALSE;
}

static gboolean
normalize_text (char **text, gboolean body, GError **error)
{
  char *stored =
    body ? tq_text_normalize_body (*text, error) : tq_text_normalize_line (*text, error);
  if (stored == NULL)
    return FALSE;
  g_free (*text);
  *text = stored;
  return TRUE;
}

/* Brings the texts into their stored form, before tq_entry_encode (). Raises TQ_ERROR_INVALID. */
gboolean
tq_entry_normalize (TqEntry *entry, GError **error)
{
  return normalize_text (&entry->text, FALSE, error) &&
         normalize_text (&entry->reference, FALSE, error) &&
         normalize_text (&entry->source_detail, FALSE, error);
}

/* Writes the entry as fields of an event; its texts are in their stored form. */
void
tq_entry_encode (const TqEntry *entry, TqEncoder *encoder)
{
  tq_encoder_put_int (encoder, entry->day);
  tq_encoder_put_text (encoder, entry->text);
  tq_encoder_put_text (encoder, entry->reference);
  tq_encoder_put_int (encoder, entry->source);
  tq_encoder_put_text (encoder, entry->source_detail);
  tq_encoder_put_int (encoder, entry->reverses);
  tq_encoder_put_int (encoder, entry->postings->len);
  for (guint i = 0; i < entry->postings->len; i++) {
    const TqPosting *p = &g_array_index (entry->postings, TqPosting, i);
    tq_encoder_put_int (encoder, p->account);
    tq_encoder_put_int (encoder, p->party);
    tq_encoder_put_int (encoder, p->commodity);
    tq_encoder_put_int (encoder, p->amount);
    tq_encoder_put_int (encoder, p->value_commodity);
    tq_encoder_put_int (encoder, p->value);
  }
}

/* Reads what tq_entry_encode () wrote into an entry that the caller clears; a fault stays with the
 * decoder. tq_entry_insert () checks what was read. */
void
tq_entry_decode (TqEntry *entry, TqDecoder *decoder)
{
  *entry = (TqEntry){ .postings = g_array_new (FALSE, TRUE, sizeof (TqPosting)) };
  entry->day = tq_decoder_get_day (decoder);
  entry->text = tq_decoder_dup_text (decoder);
  entry->reference = tq_decoder_dup_text (decoder);
  const gint64 source = tq_decoder_get_int (decoder);
  entry->source_detail = tq_decoder_dup_text (decoder);
  entry->reverses = tq_decoder_get_int (decoder);
  const gint64 count = tq_decoder_get_count (decoder, POSTING_BYTES);
  if (source < TQ_ENTRY_TYPED || source > TQ_ENTRY_REVERSAL)
    tq_decoder_fail (decoder);
  entry->source = (TqEntrySource) source;
  for (gint64 i = 0; i < count; i++) {
    TqPosting p;
    p.account = tq_decoder_get_int (decoder);
    p.party = tq_decoder_get_int (decoder);
    p.commodity = tq_decoder_get_int (decoder);
    p.amount = tq_decoder_get_int (decoder);
    p.value_commodity = tq_decoder_get_int (decoder);
    p.value = tq_decoder_get_int (decoder);
    g_array_append_val (entry->postings, p);
  }
}
