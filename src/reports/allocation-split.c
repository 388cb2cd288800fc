/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* One split: how much, by which bases, and everyone's share from the exact value to its forms. */
#include "reports/allocation-steps.h"

#include "base/i18n.h"

/* The effective quantity that counts for a member. */
static void
set_effective (const TqSplitBasis *basis, guint i, mpq_ptr out_value, mpq_ptr scratch)
{
  TqRatio quantity = basis->quantities[i];
  if (basis->minimums != NULL && tq_ratio_compare (basis->minimums[i], quantity) > 0)
    quantity = basis->minimums[i];
  tq_mpz_set_int64 (mpq_numref (out_value), quantity.num);
  tq_mpz_set_int64 (mpq_denref (out_value), quantity.den);
  if (basis->multipliers == NULL)
    return;
  tq_mpz_set_int64 (mpq_numref (scratch), basis->multipliers[i].num);
  tq_mpz_set_int64 (mpq_denref (scratch), basis->multipliers[i].den);
  mpq_mul (out_value, out_value, scratch);
}

static void
add_bases (const TqSplit *split, TqBlock *pairs)
{
  mpq_t total, value, scratch;
  mpq_inits (total, value, scratch, NULL);
  for (guint b = 0; b < split->bases->len; b++) {
    const TqSplitBasis *basis = g_ptr_array_index (split->bases, b);
    mpq_set_ui (total, 0, 1);
    for (guint i = 0; i < split->n_eligible; i++) {
      set_effective (basis, i, value, scratch);
      mpq_add (total, total, value);
    }
    g_autofree char *weight = tq_ratio_to_string (basis->weight);
    g_autofree char *sum = tq_mpq_to_string (total);
    /* Translators: the weight of a basis, and the sum of its quantities. */
    g_autofree char *line = g_strdup_printf (_ ("weight %s, %s in all"), weight, sum);
    tq_block_add_item (pairs, basis->name, line);
  }
  mpq_clears (total, value, scratch, NULL);
}

static void
add_columns (const TqSplit *split, TqTable *table, guint digits)
{
  tq_table_add_column (table, "member", _ ("Member"), TQ_COLUMN_TEXT, 0);
  for (guint b = 0; b < split->bases->len; b++) {
    const TqSplitBasis *basis = g_ptr_array_index (split->bases, b);
    tq_table_add_column (table, basis->name, basis->name, TQ_COLUMN_RATIO, 0);
  }
  tq_table_add_column (table, "exact", _ ("Exact share"), TQ_COLUMN_RATIO, 0);
  tq_table_add_column (table, "remainder", _ ("Fraction of a unit"), TQ_COLUMN_RATIO, 0);
  tq_table_add_column (table, "share", _ ("Share"), TQ_COLUMN_AMOUNT, digits);
  for (guint p = 0; p < split->portions->len && split->portions->len > 1; p++) {
    const TqSplitPortion *portion = g_ptr_array_index (split->portions, p);
    tq_table_add_column (table, portion->name, portion->name, TQ_COLUMN_AMOUNT, digits);
  }
}

/* What is beyond the whole units of the exact share, as a part of a unit. */
static void
set_remainder (mpq_srcptr exact, gint64 unit_minor, mpq_ptr out_remainder)
{
  mpz_t whole;
  mpq_t unit;
  mpz_init (whole);
  mpq_init (unit);
  tq_mpq_set_int64 (unit, unit_minor);
  mpq_div (out_remainder, exact, unit);
  mpz_fdiv_r (whole, mpq_numref (out_remainder), mpq_denref (out_remainder));
  mpz_set (mpq_numref (out_remainder), whole);
  mpz_clear (whole);
  mpq_clear (unit);
}

static void
add_row (const TqAllocationWords *words, const TqSplitResult *result, guint i, TqTable *table)
{
  const TqSplit *split = result->split;
  TqRow *row = tq_table_add_row (table, TQ_ROW_NORMAL, 0);
  mpq_t value, scratch;
  mpq_inits (value, scratch, NULL);
  tq_row_add_text (row, tq_allocation_words_get_member (words, split->eligible[i]));
  for (guint b = 0; b < split->bases->len; b++) {
    set_effective (g_ptr_array_index (split->bases, b), i, value, scratch);
    g_autofree char *quantity = tq_mpq_to_string (value);
    tq_row_add_text (row, quantity);
  }
  tq_shares_get_exact (result->shares, i, value);
  g_autofree char *exact = tq_allocation_words_dup_exact (words, value);
  tq_row_add_text (row, exact);
  set_remainder (value, split->unit_minor, scratch);
  g_autofree char *remainder = tq_mpq_to_string (scratch);
  tq_row_add_text (row, remainder);
  mpq_clears (value, scratch, NULL);
  tq_row_add_number (row, result->shares->shares_minor[i]);
  for (guint p = 0; p < result->portions->len && result->portions->len > 1; p++)
    tq_row_add_number (row, ((const gint64 *) g_ptr_array_index (result->portions, p))[i]);
}

static void
add_leftover (const TqAllocationWords *words,
              const TqSplit *split,
              TqBlock *pairs,
              const char *label,
              gint64 amount_minor)
{
  if (amount_minor == 0)
    return;
  g_autofree char *money = tq_allocation_words_dup_money (words, amount_minor);
  g_autofree char *account = tq_allocation_words_dup_account (words, split->leftover_to);
  g_autofree char *line = g_strdup_printf ("%s → %s", money, account);
  tq_block_add_item (pairs, label, line);
}

/* Adds the split to the flow. */
void
tq_allocation_split_add (const TqAllocationWords *words, const TqSplitResult *result, TqFlow *flow)
{
  const TqSplit *split = result->split;
  TqTable *table = tq_table_new ("shares", NULL);
  g_autofree char *title = g_strdup_printf ("%s · %s", split->id, split->label);
  g_autofree char *given = g_strdup_printf ("%" G_GINT64_FORMAT, result->shares->units_given);
  tq_flow_add_heading (flow, 3, title);
  TqBlock *pairs = tq_flow_add_pairs (flow);
  tq_allocation_words_add_pair (words,
                                pairs,
                                split->loss ? _ ("Loss to charge") : _ ("Amount to share"),
                                result->amount_minor);
  tq_allocation_words_add_pair (words, pairs, _ ("In units of"), split->unit_minor);
  add_bases (split, pairs);
  tq_block_add_item (pairs, _ ("Units given to the largest remainders"), given);
  add_leftover (words, split, pairs, _ ("Below one unit"), result->below_unit_minor);
  add_leftover (words, split, pairs, _ ("Above the most a member gets"), result->cap_excess_minor);
  add_columns (split, table, words->digits);
  for (guint i = 0; i < split->n_eligible; i++)
    add_row (words, result, i, table);
  tq_flow_add_table (flow, table);
}
