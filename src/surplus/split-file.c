/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* One split as it is written in a file. A member who stands in "eligible" but not in a basis has
 * zero there; one who stands in a basis but is not eligible does not count. The weights and what a
 * basis adds up to are checked here too, so that the fault names its line even before the amount is
 * known. */
#include "surplus/split-file.h"

#include "base/i18n.h"
#include "surplus/fields.h"

#include <string.h>

typedef struct {
  const TqFileMembers *members;
  const TqFileMembers *eligible;
  TqSplit *split;
} Reading;

typedef gboolean (*ReadItem) (const Reading *reading,
                              TqJsonNode node,
                              gboolean last,
                              GError **error);

static gboolean
read_list (const Reading *reading, TqJsonNode list, ReadItem read, GError **error)
{
  TqJsonIter iter;
  TqJsonNode item;
  if (!tq_fields_expect (list, TQ_JSON_ARRAY, error))
    return FALSE;
  const guint count = tq_json_node_get_count (list);
  if (count == 0)
    return tq_json_node_set_error (list, error, _ ("found an empty list; expected at least one."));
  tq_json_iter_init (&iter, list);
  for (guint i = 1; tq_json_iter_next (&iter, NULL, &item); i++)
    if (!read (reading, item, i == count, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_ratios (const Reading *reading,
             TqJsonNode object,
             const char *key,
             TqRatio absent,
             TqRatio **inout_ratios,
             GError **error)
{
  TqJsonNode value;
  if (!tq_fields_find (object, key, &value))
    return TRUE;
  return tq_file_members_read_ratios (reading->members,
                                      reading->eligible,
                                      value,
                                      absent,
                                      inout_ratios,
                                      error);
}

static gboolean
read_basis (const Reading *reading, TqJsonNode node, gboolean last, GError **error)
{
  static const char *const fields[] = { "name", "weight", "q", "min", "multiplier", NULL };
  const TqRatio zero = { 0, 1 }, one = { 1, 1 };
  TqJsonNode name_node, weight_node, value;
  const char *name = NULL;
  TqRatio weight = one;
  if (!tq_fields_check (node, fields, error) || !tq_fields_need (node, "name", &name_node, error) ||
      !tq_fields_get_text (name_node, &name, error) ||
      !tq_fields_need (node, "weight", &weight_node, error) ||
      !tq_fields_get_ratio (weight_node, TRUE, &weight, error) ||
      !tq_fields_need (node, "q", &value, error))
    return FALSE;
  TqSplitBasis *basis = tq_split_add_basis (reading->split, name, weight);
  basis->line = tq_json_node_get_line (node);
  return read_ratios (reading, node, "q", zero, &basis->quantities, error) &&
         read_ratios (reading, node, "min", zero, &basis->minimums, error) &&
         read_ratios (reading, node, "multiplier", one, &basis->multipliers, error);
}

/* { member: account } */
static gboolean
read_member_accounts (const Reading *reading,
                      TqJsonNode object,
                      TqSplitPortion *portion,
                      GError **error)
{
  TqJsonIter iter;
  TqJsonNode value;
  const char *id = NULL, *account = NULL;
  if (!tq_fields_expect (object, TQ_JSON_OBJECT, error))
    return FALSE;
  portion->account_by_member = g_new0 (char *, reading->split->n_eligible + 1);
  tq_json_iter_init (&iter, object);
  while (tq_json_iter_next (&iter, &id, &value)) {
    guint index = 0;
    if (!tq_file_members_check (reading->members, id, value, error) ||
        !tq_fields_get_text (value, &account, error))
      return FALSE;
    if (tq_file_members_find (reading->eligible, id, &index))
      portion->account_by_member[index] = g_strdup (account);
  }
  return TRUE;
}

static gboolean
read_rate (TqJsonNode node, gboolean last, TqRatio *out_rate, GError **error)
{
  const gboolean rest = tq_json_node_get_type (node) == TQ_JSON_STRING &&
                        strcmp (tq_json_node_get_text (node), "rest") == 0;
  if (rest && last)
    return TRUE;
  if (rest || last)
    return tq_json_node_set_error (
      node,
      error,
      _ ("found the portions in another order; expected “rest” as the rate of the last, and "
         "of the last alone."));
  return tq_fields_get_ratio (node, TRUE, out_rate, error);
}

static gboolean
read_portion (const Reading *reading, TqJsonNode node, gboolean last, GError **error)
{
  static const char *const fields[] = { "name",  "rate", "round", "account", "account_by_member",
                                        "label", NULL };
  TqJsonNode name_node, rate_node, accounts;
  const char *name = NULL;
  TqRatio rate = { 1, 1 };
  if (!tq_fields_check (node, fields, error) || !tq_fields_need (node, "name", &name_node, error) ||
      !tq_fields_get_text (name_node, &name, error) ||
      !tq_fields_need (node, "rate", &rate_node, error) ||
      !read_rate (rate_node, last, &rate, error))
    return FALSE;
  TqSplitPortion *portion = tq_split_add_portion (reading->split, name, rate);
  if (!tq_fields_get_rounding (node, &portion->rounding, error) ||
      !tq_fields_set_text (node, "account", &portion->account, error))
    return FALSE;
  if (tq_fields_find (node, "account_by_member", &accounts))
    return read_member_accounts (reading, accounts, portion, error);
  return portion->account != NULL || tq_fields_need (node, "account", &accounts, error);
}

static gboolean
read_choice (TqJsonNode object,
             const char *key,
             const char *const *choices,
             guint *inout_index,
             GError **error)
{
  TqJsonNode node;
  return !tq_fields_find (object, key, &node) ||
         tq_fields_get_choice (node, choices, inout_index, error);
}

static gboolean
read_choices (TqJsonNode node, TqSplit *split, GError **error)
{
  static const char *const directions[] = { "surplus", "loss", NULL };
  static const char *const formulas[] = { "basis", "equal_total_pay", NULL };
  static const char *const zero_bases[] = { "refuse", "others", NULL };
  static const char *const remainders[] = { "largest", "leave", NULL };
  guint direction = 0, formula = 0, zero_basis = 0, remainder = 0;
  if (!read_choice (node, "direction", directions, &direction, error) ||
      !read_choice (node, "formula", formulas, &formula, error) ||
      !read_choice (node, "zero_basis", zero_bases, &zero_basis, error) ||
      !read_choice (node, "remainder", remainders, &remainder, error))
    return FALSE;
  split->loss = direction == 1;
  split->formula = (TqSplitFormula) formula;
  split->zero_basis = (TqZeroBasis) zero_basis;
  split->remainder = (TqRemainder) remainder;
  return TRUE;
}

static gboolean
read_amounts (TqJsonNode node, TqSplit *split, GError **error)
{
  TqJsonNode value;
  return tq_fields_need (node, "amount", &value, error) &&
         tq_fields_set_expression (node, "amount", &split->amount, error) &&
         (!tq_fields_find (node, "unit", &value) ||
          tq_fields_get_amount (value, 1, &split->unit_minor, error)) &&
         (!tq_fields_find (node, "cap_per_member", &value) ||
          tq_fields_get_amount (value, 0, &split->cap_minor, error)) &&
         tq_fields_set_text (node, "from", &split->from, error) &&
         tq_fields_set_text (node, "leftover_to", &split->leftover_to, error);
}

/* What the formula works on. */
static gboolean
read_formula (const Reading *reading, TqJsonNode node, GError **error)
{
  const TqRatio zero = { 0, 1 };
  TqSplit *split = reading->split;
  TqJsonNode value;
  if (split->formula == TQ_SPLIT_EQUAL_TOTAL_PAY)
    return tq_fields_need (node, "paid", &value, error) &&
           read_ratios (reading, node, "paid", zero, &split->paid, error) &&
           tq_fields_need (node, "months", &value, error) &&
           read_ratios (reading, node, "months", zero, &split->months, error);
  return tq_fields_need (node, "basis", &value, error) &&
         read_list (reading, value, read_basis, error);
}

static gboolean
check_weights (TqJsonNode node, const TqSplit *split, GError **error)
{
  mpq_t sum, weight;
  if (split->formula != TQ_SPLIT_BY_BASES)
    return TRUE;
  mpq_inits (sum, weight, NULL);
  for (guint i = 0; i < split->bases->len; i++) {
    const TqSplitBasis *basis = g_ptr_array_index (split->bases, i);
    tq_mpz_set_int64 (mpq_numref (weight), basis->weight.num);
    tq_mpz_set_int64 (mpq_denref (weight), basis->weight.den);
    mpq_add (sum, sum, weight);
  }
  g_autofree char *text = tq_mpq_to_string (sum);
  mpq_clears (sum, weight, NULL);
  if (strcmp (text, "1") == 0)
    return TRUE;
  return tq_json_node_set_error (node,
                                 error,
                                 _ ("found weights that add up to %.60s; expected 1."),
                                 text);
}

static gboolean
read_parts (const Reading *reading, TqJsonNode node, GError **error)
{
  TqJsonNode portions, basis = node;
  if (!tq_fields_set_text (node, "label", &reading->split->label, error) ||
      !read_amounts (node, reading->split, error) || !read_choices (node, reading->split, error) ||
      !read_formula (reading, node, error) ||
      !tq_fields_need (node, "portions", &portions, error) ||
      !read_list (reading, portions, read_portion, error))
    return FALSE;
  tq_fields_find (node, "basis", &basis);
  return check_weights (basis, reading->split, error);
}

/* Reads one split among the members that the file names (transfer full). Raises TQ_ERROR_FORMAT
 * with the line in front. */
TqSplit *
tq_split_file_read (TqJsonNode node, const TqFileMembers *members, GError **error)
{
  static const char *const fields[] = {
    "id",         "label",     "amount",  "from", "unit",   "eligible",       "basis",
    "portions",   "direction", "formula", "paid", "months", "cap_per_member", "leftover_to",
    "zero_basis", "remainder", NULL
  };
  TqJsonNode id_node, list;
  const char *id = NULL;
  if (!tq_fields_check (node, fields, error) || !tq_fields_need (node, "id", &id_node, error) ||
      !tq_fields_get_text (id_node, &id, error) || !tq_fields_need (node, "eligible", &list, error))
    return NULL;
  g_autoptr (TqFileMembers) eligible = tq_file_members_pick (members, list, error);
  if (eligible == NULL)
    return NULL;
  g_autoptr (TqSplit) split = tq_split_new (id, id, eligible->ids);
  const Reading reading = { members, eligible, split };
  split->line = tq_json_node_get_line (node);
  if (!read_parts (&reading, node, error))
    return NULL;
  return g_steal_pointer (&split);
}
