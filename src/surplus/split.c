/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The sharing of an amount among the members: exact shares, whole units, what is left, and the
 * forms in which each share is given.
 *
 * 1. shares, what is below a unit and what the cap cut off make the amount, to the last unit;
 * 2. the forms (money, shares, retained) of a member make the member's share;
 * 3. what is not shared goes to the account the split names; without one it is refused, so that no
 *    cent disappears;
 * 4. a loss is shared as its size and charged to the members' accounts.
 *
 * A form but the last is its rate of the sum of all shares, rounded once, and divided among the
 * members in proportion to their shares by the largest remainder. The last form is what is left of
 * each share. */
#include "surplus/split.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/money.h"
#include "surplus/split-exact.h"

#include <inttypes.h>

static void
basis_free (gpointer data)
{
  TqSplitBasis *basis = data;
  g_free (basis->name);
  g_free (basis->quantities);
  g_free (basis->minimums);
  g_free (basis->multipliers);
  g_free (basis);
}

static void
portion_free (gpointer data)
{
  TqSplitPortion *portion = data;
  g_free (portion->name);
  g_free (portion->account);
  g_free (portion->account_by_member);
  g_free (portion);
}

/* A split by bases, in single units, without a cap, from the account "3310". *eligible* is copied.
 * */
TqSplit *
tq_split_new (const char *id, const char *label, GStrv eligible)
{
  TqSplit *split = g_new0 (TqSplit, 1);
  split->id = g_strdup (id);
  split->label = g_strdup (label);
  split->from = g_strdup ("3310");
  split->unit_minor = 1;
  split->cap_minor = -1;
  split->eligible = g_strdupv (eligible);
  split->n_eligible = g_strv_length (eligible);
  split->bases = g_ptr_array_new_with_free_func (basis_free);
  split->portions = g_ptr_array_new_with_free_func (portion_free);
  return split;
}

void
tq_split_free (TqSplit *split)
{
  if (split == NULL)
    return;
  for (guint p = 0; p < split->portions->len; p++) {
    const TqSplitPortion *portion = g_ptr_array_index (split->portions, p);
    for (guint i = 0; i < split->n_eligible && portion->account_by_member != NULL; i++)
      g_free (portion->account_by_member[i]);
  }
  g_free (split->id);
  g_free (split->label);
  tq_expression_free (split->amount);
  g_free (split->from);
  g_strfreev (split->eligible);
  g_ptr_array_unref (split->bases);
  g_ptr_array_unref (split->portions);
  g_free (split->paid);
  g_free (split->months);
  g_free (split->leftover_to);
  g_free (split);
}

/* A basis in which everyone has zero, for the caller to fill; the split owns it. */
TqSplitBasis *
tq_split_add_basis (TqSplit *split, const char *name, TqRatio weight)
{
  TqSplitBasis *basis = g_new0 (TqSplitBasis, 1);
  basis->name = g_strdup (name);
  basis->weight = weight;
  basis->quantities = g_new (TqRatio, split->n_eligible);
  for (guint i = 0; i < split->n_eligible; i++)
    basis->quantities[i] = (TqRatio){ 0, 1 };
  g_ptr_array_add (split->bases, basis);
  return basis;
}

/* A form that rounds to the nearest unit, for the caller to fill; the split owns it. */
TqSplitPortion *
tq_split_add_portion (TqSplit *split, const char *name, TqRatio rate)
{
  TqSplitPortion *portion = g_new0 (TqSplitPortion, 1);
  portion->name = g_strdup (name);
  portion->rate = rate;
  portion->rounding = TQ_ROUND_HALF_UP;
  g_ptr_array_add (split->portions, portion);
  return portion;
}

void
tq_split_result_free (TqSplitResult *result)
{
  if (result == NULL)
    return;
  tq_shares_free (result->shares);
  g_clear_pointer (&result->portions, g_ptr_array_unref);
  g_free (result);
}

static gboolean
compute_amount (const TqSplit *split, TqScope *scope, TqSplitResult *result, GError **error)
{
  if (!tq_scope_evaluate_whole (scope, split->amount, &result->amount_minor, error))
    return FALSE;
  if (result->amount_minor >= 0)
    return TRUE;
  g_set_error_literal (error,
                       TQ_ERROR,
                       TQ_ERROR_INVALID,
                       _ ("The amount to share is negative. Share a loss as its size, with the "
                          "direction “loss”."));
  return FALSE;
}

static gboolean
apply_cap (const TqSplit *split, TqSplitResult *result, GError **error)
{
  gint64 *shares = result->shares->shares_minor;
  gint64 *excess = &result->cap_excess_minor;
  for (guint i = 0; i < split->n_eligible && split->cap_minor >= 0; i++)
    if (shares[i] > split->cap_minor) {
      if (!tq_money_add (*excess, shares[i] - split->cap_minor, excess, error))
        return FALSE;
      shares[i] = split->cap_minor;
    }
  return TRUE;
}

static gboolean
check_leftover (const TqSplit *split, const TqSplitResult *result, GError **error)
{
  gint64 leftover = 0;
  if (!tq_money_add (result->below_unit_minor, result->cap_excess_minor, &leftover, error))
    return FALSE;
  if (split->leftover_to != NULL || leftover == 0)
    return TRUE;
  g_set_error (error,
               TQ_ERROR,
               TQ_ERROR_INVALID,
               _ ("%" PRId64 " is not shared, and no account is named for it. Name one "
                  "as “leftover_to”."),
               leftover);
  return FALSE;
}

/* The sum of all shares, after the cap. */
static gint64
sum_shares (const TqSplitResult *result)
{
  return result->amount_minor - result->below_unit_minor - result->cap_excess_minor;
}

/* Members who give back (equal total pay) can weigh more than the others once a cap or a unit cut
 * those: a form is a part of the sum of all shares, and there is no part of less than nothing. */
static gboolean
check_forms (const TqSplit *split, const TqSplitResult *result, GError **error)
{
  if (split->portions->len < 2 || sum_shares (result) >= 0)
    return TRUE;
  g_set_error_literal (error,
                       TQ_ERROR,
                       TQ_ERROR_INVALID,
                       _ ("The shares add up to less than zero, so they cannot be given in several "
                          "forms. Give them in one form, or raise the cap."));
  return FALSE;
}

static gboolean
divide_portions (const TqSplit *split, TqSplitResult *result, GError **error)
{
  const guint n = split->n_eligible;
  const gint64 *shares = result->shares->shares_minor;
  g_autofree gint64 *rest = g_memdup2 (shares, n * sizeof *rest);
  gint64 left = sum_shares (result);
  for (guint p = 0; p + 1 < split->portions->len; p++) {
    const TqSplitPortion *portion = g_ptr_array_index (split->portions, p);
    gint64 *parts = g_new0 (gint64, n);
    gint64 total = 0;
    g_ptr_array_add (result->portions, parts);
    if (!tq_ratio_mul_money (portion->rate,
                             sum_shares (result),
                             portion->rounding,
                             &total,
                             error) ||
        !tq_shares_divide (MIN (total, left), shares, n, parts, error))
      return FALSE;
    left -= MIN (total, left);
    for (guint i = 0; i < n; i++)
      rest[i] -= parts[i];
  }
  if (split->portions->len > 0)
    g_ptr_array_add (result->portions, g_steal_pointer (&rest));
  return TRUE;
}

static const char *
get_account (const TqSplitPortion *portion, guint i)
{
  if (portion->account_by_member != NULL && portion->account_by_member[i] != NULL)
    return portion->account_by_member[i];
  return portion->account;
}

static gboolean
post (const TqSplit *split,
      const TqSplitResult *result,
      TqAllocationJournal *journal,
      GError **error)
{
  const gint64 sign = split->loss ? -1 : 1;
  tq_allocation_journal_begin (journal, split->id, split->label);
  if (!tq_allocation_journal_post (journal, split->from, NULL, sign * result->amount_minor, error))
    return FALSE;
  for (guint p = 0; p < split->portions->len; p++) {
    const TqSplitPortion *portion = g_ptr_array_index (split->portions, p);
    const gint64 *parts = g_ptr_array_index (result->portions, p);
    for (guint i = 0; i < split->n_eligible; i++)
      if (!tq_allocation_journal_post (journal,
                                       get_account (portion, i),
                                       split->eligible[i],
                                       -sign * parts[i],
                                       error))
        return FALSE;
  }
  const gint64 leftover = result->below_unit_minor + result->cap_excess_minor;
  if (leftover != 0 &&
      !tq_allocation_journal_post (journal, split->leftover_to, NULL, -sign * leftover, error))
    return FALSE;
  tq_allocation_journal_end (journal);
  return TRUE;
}

/* Every member must have an account in every form, or nobody could be credited. */
static gboolean
check_accounts (const TqSplit *split, GError **error)
{
  for (guint p = 0; p < split->portions->len; p++) {
    const TqSplitPortion *portion = g_ptr_array_index (split->portions, p);
    for (guint i = 0; i < split->n_eligible; i++)
      if (get_account (portion, i) == NULL) {
        g_set_error (error,
                     TQ_ERROR,
                     TQ_ERROR_INVALID,
                     _ ("The form “%.60s” has no account for “%.60s”. Name one."),
                     portion->name,
                     split->eligible[i]);
        return FALSE;
      }
  }
  return TRUE;
}

static void
check_sums (const TqSplit *split, const TqSplitResult *result)
{
  const gint64 *shares = result->shares->shares_minor;
  gint64 sum = result->below_unit_minor + result->cap_excess_minor;
  for (guint i = 0; i < split->n_eligible; i++) {
    gint64 parts = 0;
    sum += shares[i];
    for (guint p = 0; p < result->portions->len; p++)
      parts += ((const gint64 *) g_ptr_array_index (result->portions, p))[i];
    g_assert (result->portions->len == 0 || parts == shares[i]);
  }
  g_assert (sum == result->amount_minor);
}

/* Rounds the exact shares, divides them into their forms and posts them. */
static gboolean
share_out (const TqSplit *split, TqSplitResult *result, TqScope *scope, GError **error)
{
  if (!tq_shares_round (result->shares,
                        result->amount_minor,
                        split->unit_minor,
                        split->remainder,
                        error))
    return FALSE;
  result->below_unit_minor = result->shares->left_minor;
  if (!apply_cap (split, result, error) || !check_leftover (split, result, error) ||
      !check_forms (split, result, error) || !divide_portions (split, result, error))
    return FALSE;
  check_sums (split, result);
  return post (split, result, tq_scope_get_journal (scope), error) &&
         tq_scope_set_value (scope, split->id, result->amount_minor, error);
}

/* Shares the amount, posts it and gives the split's id the amount as meaning (transfer full). The
 * split must outlive the result. Raises TQ_ERROR_INVALID and what a name raises, with line and id
 * in front. */
TqSplitResult *
tq_split_run (const TqSplit *split, TqScope *scope, GError **error)
{
  g_return_val_if_fail (split->amount != NULL && split->portions->len > 0, NULL);
  g_autoptr (TqSplitResult) result = g_new0 (TqSplitResult, 1);
  result->split = split;
  result->shares = tq_shares_new (split->n_eligible);
  result->portions = g_ptr_array_new_with_free_func (g_free);
  if (!check_accounts (split, error) || !compute_amount (split, scope, result, error)) {
    tq_split_prefix_error (split, split->line, error);
    return NULL;
  }
  if (!tq_split_compute_exact (split, result->amount_minor, result->shares, error))
    return NULL;
  if (!share_out (split, result, scope, error)) {
    tq_split_prefix_error (split, split->line, error);
    return NULL;
  }
  return g_steal_pointer (&result);
}
