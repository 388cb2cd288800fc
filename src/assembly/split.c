/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* What a proposal means for every family: computed on request for each proposal alike, never
 * stored, never ranked.
 *
 * 1. A share is amount times the family's quantity over the sum of quantities, exactly, then cut to
 *    the step of the line.
 * 2. What does not divide stays visible, or goes out step by step by largest remainder where the
 *    line says "spread"; equal fractions go to the family that stands first on the line.
 * 3. The shares of a line never add up to more than its amount. */
#include "assembly/split.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/money.h"
#include "surplus/shares.h"

static GPtrArray *
list_shares (const TqProposal *proposal, gint64 line)
{
  GPtrArray *found = g_ptr_array_new ();
  for (guint i = 0; i < proposal->shares->len; i++) {
    TqProposalShare *share = g_ptr_array_index (proposal->shares, i);
    if (share->of_line == line)
      g_ptr_array_add (found, share);
  }
  return found;
}

static gboolean
split_line (const TqProposal *proposal, const TqProposalLine *line, GArray *amounts, GError **error)
{
  g_autoptr (GPtrArray) found = list_shares (proposal, line->record.line);
  g_autoptr (TqShares) shares = tq_shares_new (found->len);
  mpz_set_ui (shares->denominator, 0);
  for (guint i = 0; i < found->len; i++) {
    const TqProposalShare *share = g_ptr_array_index (found, i);
    tq_mpz_set_int64 (shares->numerators[i], share->quantity);
    mpz_add (shares->denominator, shares->denominator, shares->numerators[i]);
    mpz_mul_si (shares->numerators[i], shares->numerators[i], (long) line->amount_minor);
  }
  if (mpz_sgn (shares->denominator) <= 0) {
    g_set_error (
      error,
      TQ_ERROR,
      TQ_ERROR_INVALID,
      _ ("No family takes part in the line “%s”. Name the families and their quantities."),
      line->label);
    return FALSE;
  }
  if (!tq_shares_round (shares,
                        line->amount_minor,
                        line->step_minor,
                        line->rounding == TQ_ROUNDING_CUT ? TQ_REMAINDER_LEAVE
                                                          : TQ_REMAINDER_LARGEST,
                        error))
    return FALSE;
  for (guint i = 0; i < found->len; i++) {
    const TqProposalShare *share = g_ptr_array_index (found, i);
    const TqProposalAmount amount = { line->record.line, share->party, shares->shares_minor[i] };
    g_array_append_val (amounts, amount);
  }
  return TRUE;
}

/* What each family gets by each of the proposal's lines for families, of TqProposalAmount in the
 * order of the lines and of their families (transfer full). Pure. Raises TQ_ERROR_INVALID where a
 * line names no family. */
GArray *
tq_proposal_split (const TqProposal *proposal, GError **error)
{
  g_autoptr (GArray) amounts = g_array_new (FALSE, FALSE, sizeof (TqProposalAmount));
  for (guint i = 0; i < proposal->lines->len; i++) {
    const TqProposalLine *line = g_ptr_array_index (proposal->lines, i);
    if (line->line_kind == TQ_LINE_KIND_FAMILIES && !split_line (proposal, line, amounts, error))
      return NULL;
  }
  return g_steal_pointer (&amounts);
}

/* What the lines of a proposal take together, without what it brings from the co-operative's own
 * funds: to be compared with what can be decided on. */
gboolean
tq_proposal_sum (const TqProposal *proposal, gint64 *out_minor, GError **error)
{
  gint64 sum = 0;
  for (guint i = 0; i < proposal->lines->len; i++) {
    const TqProposalLine *line = g_ptr_array_index (proposal->lines, i);
    const gint64 sign = line->line_kind == TQ_LINE_KIND_OWN_FUND ? -1 : 1;
    if (!tq_money_add (sum, sign * line->amount_minor, &sum, error))
      return FALSE;
  }
  *out_minor = sum;
  return TRUE;
}
