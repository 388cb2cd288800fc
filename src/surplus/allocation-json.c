/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Prints an allocation as one JSON object: where the pools began, each rule's step, each split, the
 * later steps that there were, what each member gets, where the pools ended, the journal and the
 * closing balances. Money is whole units, exact values are texts ("1/3"). Several years stand in
 * "years". */
#include "surplus/allocation-json.h"

#include "base/json-writer.h"
#include "surplus/member-sums.h"

static void
write_pools (TqJsonWriter *json, const GPtrArray *pools, gboolean start)
{
  tq_json_writer_begin_object (json, start ? "pools_start" : "pools_end");
  for (guint i = 0; i < pools->len; i++) {
    const TqPool *pool = g_ptr_array_index (pools, i);
    if (!start || !pool->moved)
      tq_json_writer_add_int (json, pool->name, start ? pool->start_minor : pool->remaining_minor);
  }
  tq_json_writer_end_object (json);
}

static void
write_steps (TqJsonWriter *json, const GPtrArray *steps)
{
  tq_json_writer_begin_array (json, "steps");
  for (guint i = 0; i < steps->len; i++) {
    const TqRuleStep *step = g_ptr_array_index (steps, i);
    tq_json_writer_begin_object (json, NULL);
    tq_json_writer_add_text (json, "rule", step->rule->id);
    tq_json_writer_add_text (json, "pool", step->rule->pool);
    tq_json_writer_add_mpq (json, "base", step->base);
    tq_json_writer_add_mpq (json, "raw", step->exact);
    tq_json_writer_add_int (json, "amount", step->amount_minor);
    tq_json_writer_add_text (json, "limited_by", step->limited_by);
    tq_json_writer_add_int (json, "remaining", step->remaining_minor);
    if (step->overflow_minor > 0)
      tq_json_writer_add_int (json, "overflow", step->overflow_minor);
    if (step->rule->to_pool != NULL)
      tq_json_writer_add_text (json, "moved_to", step->rule->to_pool);
    tq_json_writer_end_object (json);
  }
  tq_json_writer_end_array (json);
}

/* { member: amount } */
static void
write_amounts (TqJsonWriter *json, const char *key, char *const *members, const gint64 *amounts)
{
  tq_json_writer_begin_object (json, key);
  for (guint i = 0; members[i] != NULL; i++)
    tq_json_writer_add_int (json, members[i], amounts[i]);
  tq_json_writer_end_object (json);
}

static void
write_split (TqJsonWriter *json, const TqSplitResult *result)
{
  const TqSplit *split = result->split;
  mpq_t exact;
  tq_json_writer_begin_object (json, NULL);
  tq_json_writer_add_text (json, "split", split->id);
  tq_json_writer_add_int (json, "amount", result->amount_minor);
  tq_json_writer_add_int (json, "unit", split->unit_minor);
  tq_json_writer_add_int (json, "units_given_by_remainder", result->shares->units_given);
  tq_json_writer_add_int (json, "below_unit", result->below_unit_minor);
  if (split->cap_minor >= 0)
    tq_json_writer_add_int (json, "cap_excess", result->cap_excess_minor);
  tq_json_writer_begin_object (json, "exact");
  mpq_init (exact);
  for (guint i = 0; i < split->n_eligible; i++) {
    tq_shares_get_exact (result->shares, i, exact);
    tq_json_writer_add_mpq (json, split->eligible[i], exact);
  }
  mpq_clear (exact);
  tq_json_writer_end_object (json);
  write_amounts (json, "gross", split->eligible, result->shares->shares_minor);
  tq_json_writer_begin_object (json, "portions");
  for (guint p = 0; p < split->portions->len; p++) {
    const TqSplitPortion *portion = g_ptr_array_index (split->portions, p);
    write_amounts (json, portion->name, split->eligible, g_ptr_array_index (result->portions, p));
  }
  tq_json_writer_end_object (json);
  tq_json_writer_end_object (json);
}

static void
write_splits (TqJsonWriter *json, const GPtrArray *splits)
{
  tq_json_writer_begin_array (json, "splits");
  for (guint i = 0; i < splits->len; i++)
    write_split (json, g_ptr_array_index (splits, i));
  tq_json_writer_end_array (json);
}

static void
write_capitalisation (TqJsonWriter *json, gconstpointer data)
{
  const TqCapitalisationResult *result = data;
  const TqCapitalisation *step = result->step;
  tq_json_writer_add_text (json, "id", step->id);
  tq_json_writer_add_int (json, "nominal", step->nominal_minor);
  tq_json_writer_begin_object (json, "members");
  for (guint i = 0; i < step->n_members; i++) {
    tq_json_writer_begin_object (json, step->members[i]);
    tq_json_writer_add_int (json, "shares", result->counts[i]);
    tq_json_writer_add_int (json, "amount", result->amounts_minor[i]);
    tq_json_writer_add_int (json, "pending", result->pending_minor[i]);
    tq_json_writer_end_object (json);
  }
  tq_json_writer_end_object (json);
}

static void
write_tranche (TqJsonWriter *json, const TqTrancheResult *result)
{
  const TqTranche *tranche = result->tranche;
  tq_json_writer_begin_object (json, NULL);
  tq_json_writer_add_int (json, "tranche", tranche->year);
  tq_json_writer_add_int (json, "balance", result->balance_minor);
  tq_json_writer_add_int (json, "redeemed", result->redeemed_minor);
  write_amounts (json, "members", tranche->members, result->paid_minor);
  tq_json_writer_begin_object (json, "left");
  for (guint i = 0; i < tranche->n_members; i++)
    tq_json_writer_add_int (json,
                            tranche->members[i],
                            tranche->balances_minor[i] - result->paid_minor[i]);
  tq_json_writer_end_object (json);
  tq_json_writer_end_object (json);
}

static void
write_redemption (TqJsonWriter *json, gconstpointer data)
{
  const TqRedemptionResult *result = data;
  tq_json_writer_add_text (json, "id", result->step->id);
  tq_json_writer_begin_array (json, "tranches");
  for (guint i = 0; i < result->tranches->len; i++)
    write_tranche (json, g_ptr_array_index (result->tranches, i));
  tq_json_writer_end_array (json);
  tq_json_writer_begin_object (json, "per_member");
  for (guint i = 0; i < result->members->len; i++) {
    const char *member = g_ptr_array_index (result->members, i);
    tq_json_writer_add_int (json,
                            member,
                            *(const gint64 *) g_hash_table_lookup (result->paid, member));
  }
  tq_json_writer_end_object (json);
  tq_json_writer_add_int (json, "budget_left", result->budget_left_minor);
}

static void
write_payment (TqJsonWriter *json, gconstpointer data)
{
  const TqPaymentResult *result = data;
  const TqPayment *step = result->step;
  tq_json_writer_add_text (json, "id", step->id);
  tq_json_writer_begin_object (json, "members");
  for (guint i = 0; i < step->n_members; i++) {
    tq_json_writer_begin_object (json, step->members[i]);
    tq_json_writer_add_int (json, "due", result->due_minor[i]);
    tq_json_writer_add_int (json, "withheld", result->withheld_minor[i]);
    tq_json_writer_add_int (json, "net", result->due_minor[i] - result->withheld_minor[i]);
    tq_json_writer_end_object (json);
  }
  tq_json_writer_end_object (json);
  tq_json_writer_add_int (json, "withheld_total", result->withheld_total_minor);
  tq_json_writer_add_int (json, "bank_total", result->bank_total_minor);
}

static void
write_exit (TqJsonWriter *json, gconstpointer data)
{
  const TqExitResult *result = data;
  const TqExit *step = result->step;
  tq_json_writer_add_text (json, "id", step->id);
  tq_json_writer_add_text (json, "member", step->member);
  tq_json_writer_add_int (json, "equity", result->equity_minor);
  tq_json_writer_add_int (json, "deduction", result->deduction_minor);
  tq_json_writer_add_int (json, "set_off", step->set_off_minor);
  tq_json_writer_add_int (json, "owed", result->owed_minor);
  tq_json_writer_begin_array (json, "schedule");
  for (guint i = 0; i < step->instalments; i++) {
    const TqInstalment *instalment = &result->schedule[i];
    tq_json_writer_begin_object (json, NULL);
    tq_json_writer_add_int (json, "year", (gint64) i + 1);
    tq_json_writer_add_int (json, "opening", instalment->opening_minor);
    tq_json_writer_add_int (json, "principal", instalment->principal_minor);
    tq_json_writer_add_int (json, "interest", instalment->interest_minor);
    tq_json_writer_add_int (json,
                            "closing",
                            instalment->opening_minor - instalment->principal_minor);
    tq_json_writer_end_object (json);
  }
  tq_json_writer_end_array (json);
}

/* A list of results, where there are any. */
static void
write_list (TqJsonWriter *json,
            const char *key,
            const GPtrArray *results,
            void (*write) (TqJsonWriter *json, gconstpointer result))
{
  if (results->len == 0)
    return;
  tq_json_writer_begin_array (json, key);
  for (guint i = 0; i < results->len; i++) {
    tq_json_writer_begin_object (json, NULL);
    write (json, g_ptr_array_index (results, i));
    tq_json_writer_end_object (json);
  }
  tq_json_writer_end_array (json);
}

static void
write_statements (TqJsonWriter *json, const GArray *statements)
{
  if (statements->len == 0)
    return;
  tq_json_writer_begin_object (json, "statements");
  for (guint i = 0; i < statements->len; i++) {
    const TqMemberStatement *statement = &g_array_index (statements, TqMemberStatement, i);
    tq_json_writer_begin_object (json, statement->member);
    tq_json_writer_add_int (json, "opening", statement->opening_minor);
    tq_json_writer_add_int (json, "credited", statement->credited_minor);
    tq_json_writer_add_int (json, "debited", statement->debited_minor);
    tq_json_writer_add_int (json, "closing", statement->closing_minor);
    tq_json_writer_end_object (json);
  }
  tq_json_writer_end_object (json);
}

static void
write_members (TqJsonWriter *json, const GArray *sums)
{
  tq_json_writer_begin_object (json, "members");
  for (guint i = 0; i < sums->len; i++) {
    const TqMemberSum *sum = &g_array_index (sums, TqMemberSum, i);
    tq_json_writer_begin_object (json, sum->member);
    tq_json_writer_add_int (json, "gross", sum->gross_minor);
    for (guint p = 0; p < sum->parts->len; p++) {
      const TqMemberPart *part = &g_array_index (sum->parts, TqMemberPart, p);
      tq_json_writer_add_int (json, part->name, part->amount_minor);
    }
    tq_json_writer_end_object (json);
  }
  tq_json_writer_end_object (json);
}

static void
write_journal (TqJsonWriter *json, const GPtrArray *entries)
{
  tq_json_writer_begin_array (json, "journal");
  for (guint i = 0; i < entries->len; i++) {
    const TqAllocationEntry *entry = g_ptr_array_index (entries, i);
    tq_json_writer_begin_object (json, NULL);
    tq_json_writer_add_int (json, "n", entry->number);
    tq_json_writer_add_text (json, "step", entry->step);
    tq_json_writer_add_text (json, "memo", entry->memo);
    tq_json_writer_begin_array (json, "lines");
    for (guint l = 0; l < entry->lines->len; l++) {
      const TqAllocationLine *line = &g_array_index (entry->lines, TqAllocationLine, l);
      tq_json_writer_begin_object (json, NULL);
      tq_json_writer_add_text (json, "account", line->account);
      tq_json_writer_add_int (json, "debit", line->debit_minor);
      tq_json_writer_add_int (json, "credit", line->credit_minor);
      tq_json_writer_end_object (json);
    }
    tq_json_writer_end_array (json);
    tq_json_writer_end_object (json);
  }
  tq_json_writer_end_array (json);
}

static void
write_balances (TqJsonWriter *json, const GArray *balances)
{
  tq_json_writer_begin_object (json, "closing_balances");
  for (guint i = 0; i < balances->len; i++) {
    const TqAllocationBalance *balance = &g_array_index (balances, TqAllocationBalance, i);
    const gboolean debit = balance->net_minor > 0;
    tq_json_writer_begin_object (json, balance->account);
    tq_json_writer_add_int (json,
                            debit ? "dr" : "cr",
                            debit ? balance->net_minor : -balance->net_minor);
    tq_json_writer_end_object (json);
  }
  tq_json_writer_end_object (json);
}

static gboolean
write_year (TqJsonWriter *json, const TqAllocationResult *result, GError **error)
{
  g_autoptr (GArray) sums = tq_member_sums_build (result, error);
  if (sums == NULL)
    return FALSE;
  tq_json_writer_begin_object (json, NULL);
  write_pools (json, result->pools, TRUE);
  write_steps (json, result->steps);
  write_splits (json, result->splits);
  write_list (json, "capitalise", result->capitalisations, write_capitalisation);
  write_list (json, "redemptions", result->redemptions, write_redemption);
  write_list (json, "payments", result->payments, write_payment);
  write_list (json, "exits", result->exits, write_exit);
  write_statements (json, result->statements);
  write_members (json, sums);
  write_pools (json, result->pools, FALSE);
  write_journal (json, result->entries);
  write_balances (json, result->balances);
  tq_json_writer_end_object (json);
  return TRUE;
}

/* Appends the object to *out*: of the only year, or, *by_years*, with the list of them. Raises
 * TQ_ERROR_OVERFLOW where the sums of a member are beyond 64 bits. */
gboolean
tq_allocation_json_write (const TqAllocation *allocation,
                          gboolean by_years,
                          GString *out,
                          GError **error)
{
  TqJsonWriter json;
  g_return_val_if_fail (by_years || allocation->years->len == 1, FALSE);
  tq_json_writer_start (&json, out, TRUE);
  if (by_years) {
    tq_json_writer_begin_object (&json, NULL);
    tq_json_writer_begin_array (&json, "years");
  }
  for (guint i = 0; i < allocation->years->len; i++)
    if (!write_year (&json, g_ptr_array_index (allocation->years, i), error))
      return FALSE;
  if (by_years) {
    tq_json_writer_end_array (&json);
    tq_json_writer_end_object (&json);
  }
  tq_json_writer_finish (&json);
  return TRUE;
}
