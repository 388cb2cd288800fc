/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "service/surplus.h"

#include "assembly/result.h"
#include "base/error.h"
#include "base/i18n.h"
#include "ledger/commodity.h"

#include <string.h>

static const char *const kind_names[] = { "percent", "fixed", "rest", "ended" };

/* Reads the name of a kind of rule. Raises TQ_ERROR_INVALID. */
gboolean
tq_surplus_parse_kind (const char *name, TqFundKind *out_kind, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_names); i++) {
    if (strcmp (kind_names[i], name) == 0) {
      *out_kind = (TqFundKind) i;
      return TRUE;
    }
  }
  g_set_error (error,
               TQ_ERROR,
               TQ_ERROR_INVALID,
               _ ("“%s” is not a kind of rule. Use percent, fixed, rest or ended."),
               name);
  return FALSE;
}

static gboolean
add_rule (TqStore *store, const TqAct *act, gpointer data, gint64 *out_event, GError **error)
{
  return tq_fund_rule_append (store, act, data, out_event, error);
}

/* Sets a rule of the surplus, or a new version of it, from a day on. */
gboolean
tq_surplus_add_rule (TqBook *book,
                     TqDay day,
                     const TqFundRule *draft,
                     gint64 *out_event,
                     GError **error)
{
  TqFundRule copy = *draft;
  return tq_book_perform (book, day, add_rule, &copy, out_event, error);
}

/* The rules that hold on a day, in their order (transfer full). */
TqTable *
tq_surplus_build_rules (TqBook *book, TqDay day, GError **error)
{
  TqStore *store = tq_book_get_store (book);
  g_autoptr (TqCommodity) currency =
    tq_commodity_load (store, tq_book_get_cooperative (book)->currency, error);
  g_autoptr (GPtrArray) rules = currency != NULL ? tq_fund_rule_load_all (store, day, error) : NULL;
  if (rules == NULL)
    return NULL;
  TqTable *table = tq_table_new ("rules", _ ("Rules of the surplus"));
  tq_table_add_column (table, "position", _ ("Order"), TQ_COLUMN_INTEGER, 0);
  tq_table_add_column (table, "rule", _ ("Rule"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "label", _ ("Meaning"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "kind", _ ("Kind"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "rate", _ ("Rate"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "amount", _ ("Amount"), TQ_COLUMN_AMOUNT, currency->digits);
  tq_table_add_column (table, "ceiling", _ ("Ceiling"), TQ_COLUMN_AMOUNT, currency->digits);
  tq_table_add_column (table, "fund", _ ("Fund"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "reference", _ ("Law or agreement"), TQ_COLUMN_TEXT, 0);
  for (guint i = 0; i < rules->len; i++) {
    const TqFundRule *rule = g_ptr_array_index (rules, i);
    TqRow *row = tq_table_add_row (table, TQ_ROW_NORMAL, 0);
    tq_row_add_number (row, rule->position);
    tq_row_add_text (row, rule->code);
    tq_row_add_text (row, rule->label);
    tq_row_add_text (row, kind_names[rule->kind]);
    tq_row_add_text (row, rule->rate != NULL ? rule->rate : "");
    tq_row_add_number (row, rule->amount_minor);
    tq_row_add_number (row, rule->ceiling_minor);
    tq_row_add_text (row, rule->role);
    tq_row_add_text (row, rule->reference);
  }
  return table;
}

static void
add_amount (TqTable *table, const char *words, const char *role, gint64 amount, TqRowRole row_role)
{
  TqRow *row = tq_table_add_row (table, row_role, 0);
  tq_row_add_text (row, words);
  tq_row_add_text (row, role);
  tq_row_add_number (row, amount);
}

/* The chain from the result to what the assembly decides on, step by step (transfer full). */
TqTable *
tq_surplus_build_chain (TqBook *book, gint64 of_case, GError **error)
{
  g_auto (TqMeans) means = { 0 };
  TqStore *store = tq_book_get_store (book);
  g_autoptr (TqCommodity) currency =
    tq_commodity_load (store, tq_book_get_cooperative (book)->currency, error);
  g_autoptr (TqCase) c = currency != NULL ? tq_case_load (store, of_case, error) : NULL;
  g_autoptr (GPtrArray) rules =
    c != NULL ? tq_fund_rule_load_all (store, TQ_DAY_MAX - 1, error) : NULL;
  if (rules == NULL || !tq_means_load (store, c, &means, error))
    return NULL;
  TqTable *table = tq_table_new ("surplus", _ ("From the result to what is decided on"));
  tq_table_add_column (table, "step", _ ("Step"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "fund", _ ("Fund"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "amount", _ ("Amount"), TQ_COLUMN_AMOUNT, currency->digits);
  add_amount (table,
              means.loss ? _ ("Loss") : _ ("Surplus"),
              "",
              means.result_minor,
              TQ_ROW_NORMAL);
  for (guint i = 0; i < means.funds->len; i++) {
    const TqFundAmount *fund = &g_array_index (means.funds, TqFundAmount, i);
    const char *label = fund->role;
    for (guint r = 0; r < rules->len; r++) {
      const TqFundRule *rule = g_ptr_array_index (rules, r);
      if (rule->event == fund->rule)
        label = rule->label;
    }
    add_amount (table, label, fund->role, -fund->amount, TQ_ROW_NORMAL);
  }
  add_amount (table, _ ("To be decided on"), "", means.decidable_minor, TQ_ROW_TOTAL);
  return table;
}
