/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "run-text.h"

/* Balances and the later steps of one row; nothing is shared. */
#define FRAME                                                                                      \
  "{'members': {'a': 'A', 'b': 'B', 'c': 'C'}, 'inputs': {'opening_balances': {%s}, %s}}"

typedef struct {
  const char *name;
  const char *balances;
  const char *steps;
  const char *key;
  const char *expected; /* under the key, by hand */
  const char *journal;
} Row;

static const Row rows[] = {
  { "whole certificates of 100; what is in debit is left alone",
    "'2115:a': {'cr': 250}, '2115:b': {'cr': 99}, '2115:c': {'dr': 150}, '1000': {'dr': 199}",
    "'capitalise': [{'id': 'K', 'label': 'certificates', 'pending': '2115', 'account': '3110',"
    " 'nominal': 100}]",
    "capitalise",
    "[{'id': 'K', 'nominal': 100, 'members': {'a': {'shares': 2, 'amount': 200, 'pending': 50},"
    " 'b': {'shares': 0, 'amount': 0, 'pending': 99},"
    " 'c': {'shares': 0, 'amount': 0, 'pending': 0}}}]",
    "[{'n': 1, 'step': 'K', 'memo': 'certificates', 'lines': ["
    "{'account': '2115:a', 'debit': 200, 'credit': 0},"
    "{'account': '3110:a', 'debit': 0, 'credit': 200}]}]" },
  { "the oldest tranche whole, 50 of the 100 of the next in proportion, nothing of the third",
    "'3120:a': {'cr': 130}, '3120:b': {'cr': 90}, '1010': {'dr': 220}",
    "'redeem_fifo': [{'id': 'F', 'account': '3120', 'budget': 90, 'tranches': ["
    "{'year': 2021, 'balances': {'a': 35, 'b': 65}}, {'year': 2020, 'balances': {'a': 20,"
    " 'b': 20}}, {'year': 2022, 'balances': {'a': 75}}]}]",
    "redemptions",
    "[{'id': 'F', 'tranches': ["
    "{'tranche': 2020, 'balance': 40, 'redeemed': 40, 'members': {'a': 20, 'b': 20},"
    " 'left': {'a': 0, 'b': 0}},"
    "{'tranche': 2021, 'balance': 100, 'redeemed': 50, 'members': {'a': 18, 'b': 32},"
    " 'left': {'a': 17, 'b': 33}},"
    "{'tranche': 2022, 'balance': 75, 'redeemed': 0, 'members': {'a': 0}, 'left': {'a': 75}}],"
    " 'per_member': {'a': 38, 'b': 52}, 'budget_left': 0}]",
    "[{'n': 1, 'step': 'F', 'memo': 'F', 'lines': ["
    "{'account': '3120:a', 'debit': 38, 'credit': 0},"
    "{'account': '2130:a', 'debit': 0, 'credit': 38},"
    "{'account': '3120:b', 'debit': 52, 'credit': 0},"
    "{'account': '2130:b', 'debit': 0, 'credit': 52}]},"
    "{'n': 2, 'step': 'F', 'memo': 'F (payment)', 'lines': ["
    "{'account': '2130:a', 'debit': 38, 'credit': 0},"
    "{'account': '2130:b', 'debit': 52, 'credit': 0},"
    "{'account': '1010', 'debit': 0, 'credit': 90}]}]" },
  { "a budget that is more than all tranches",
    "'3120:a': {'cr': 30}, '1010': {'dr': 30}",
    "'redeem_fifo': [{'id': 'F', 'account': '3120', 'budget': 90, 'tranches': ["
    "{'year': 2020, 'balances': {'a': 30, 'b': 0}}]}]",
    "redemptions",
    "[{'id': 'F', 'tranches': [{'tranche': 2020, 'balance': 30, 'redeemed': 30,"
    " 'members': {'a': 30, 'b': 0}, 'left': {'a': 0, 'b': 0}}],"
    " 'per_member': {'a': 30, 'b': 0}, 'budget_left': 60}]",
    "[{'n': 1, 'step': 'F', 'memo': 'F', 'lines': ["
    "{'account': '3120:a', 'debit': 30, 'credit': 0},"
    "{'account': '2130:a', 'debit': 0, 'credit': 30}]},"
    "{'n': 2, 'step': 'F', 'memo': 'F (payment)', 'lines': ["
    "{'account': '2130:a', 'debit': 30, 'credit': 0},"
    "{'account': '1010', 'debit': 0, 'credit': 30}]}]" },
  { "a tenth withheld, half a unit up: 10.5 to 11; who owes is paid nothing",
    "'2110:a': {'cr': 105}, '2110:b': {'cr': 104}, '2110:c': {'dr': 9}, '1010': {'dr': 200}",
    "'payments': [{'id': 'P', 'account': '2110', 'members': ['b', 'a', 'c'],"
    " 'withhold_rate': '1/10'}]",
    "payments",
    "[{'id': 'P', 'members': {'b': {'due': 104, 'withheld': 10, 'net': 94},"
    " 'a': {'due': 105, 'withheld': 11, 'net': 94}, 'c': {'due': 0, 'withheld': 0, 'net': 0}},"
    " 'withheld_total': 21, 'bank_total': 188}]",
    "[{'n': 1, 'step': 'P', 'memo': 'P', 'lines': ["
    "{'account': '2110:b', 'debit': 104, 'credit': 0},"
    "{'account': '2110:a', 'debit': 105, 'credit': 0},"
    "{'account': '2120', 'debit': 0, 'credit': 21},"
    "{'account': '1010', 'debit': 0, 'credit': 188}]}]" },
  { "exit: 1,001 less 30 % rounded down 300 less 100 is 601; three parts; 3 % on what is owed",
    "'3110:a': {'cr': 700}, '3120:a': {'cr': 301}, '1310:a': {'dr': 100}, '1010': {'dr': 901}",
    "'exits': [{'id': 'E', 'member': 'a', 'accounts': ['3110', '3120'], 'deduction_rate': '3/10',"
    " 'set_off': 100, 'instalments': 3, 'interest_rate': '0.03'}]",
    "exits",
    "[{'id': 'E', 'member': 'a', 'equity': 1001, 'deduction': 300, 'set_off': 100, 'owed': 601,"
    " 'schedule': ["
    "{'year': 1, 'opening': 601, 'principal': 201, 'interest': 18, 'closing': 400},"
    "{'year': 2, 'opening': 400, 'principal': 200, 'interest': 12, 'closing': 200},"
    "{'year': 3, 'opening': 200, 'principal': 200, 'interest': 6, 'closing': 0}]}]",
    "[{'n': 1, 'step': 'E', 'memo': 'E', 'lines': ["
    "{'account': '3110:a', 'debit': 700, 'credit': 0},"
    "{'account': '3120:a', 'debit': 301, 'credit': 0},"
    "{'account': '3210', 'debit': 0, 'credit': 300},"
    "{'account': '1310:a', 'debit': 0, 'credit': 100},"
    "{'account': '2130:a', 'debit': 0, 'credit': 601}]}]" },
  { "exit paid at once, without deduction",
    "'3110:b': {'cr': 10}, '1010': {'dr': 10}",
    "'exits': [{'id': 'E', 'member': 'b', 'accounts': ['3110', '3120']}]",
    "exits",
    "[{'id': 'E', 'member': 'b', 'equity': 10, 'deduction': 0, 'set_off': 0, 'owed': 10,"
    " 'schedule': [{'year': 1, 'opening': 10, 'principal': 10, 'interest': 0, 'closing': 0}]}]",
    "[{'n': 1, 'step': 'E', 'memo': 'E', 'lines': ["
    "{'account': '3110:b', 'debit': 10, 'credit': 0},"
    "{'account': '2130:b', 'debit': 0, 'credit': 10}]}]" },
  { "statement: what was there, what came and what went",
    "'3120:a': {'cr': 80}, '3120:b': {'dr': 5}, '1010': {'dr': 30}, '2115:a': {'cr': 7},"
    " '1000': {'dr': 52}",
    "'capitalise': [{'id': 'K', 'from': '2115', 'to': '3120', 'nominal': 7}],"
    "'redeem_fifo': [{'id': 'F', 'account': '3120', 'budget': 30, 'tranches': ["
    "{'year': 2020, 'balances': {'a': 60}}]}], 'statement': {'account': '3120',"
    " 'members': ['a', 'b']}",
    "statements",
    "{'a': {'opening': 80, 'credited': 7, 'debited': 30, 'closing': 57},"
    " 'b': {'opening': -5, 'credited': 0, 'debited': 0, 'closing': -5}}",
    "[{'n': 1, 'step': 'K', 'memo': 'K', 'lines': ["
    "{'account': '2115:a', 'debit': 7, 'credit': 0},"
    "{'account': '3120:a', 'debit': 0, 'credit': 7}]},"
    "{'n': 2, 'step': 'F', 'memo': 'F', 'lines': ["
    "{'account': '3120:a', 'debit': 30, 'credit': 0},"
    "{'account': '2130:a', 'debit': 0, 'credit': 30}]},"
    "{'n': 3, 'step': 'F', 'memo': 'F (payment)', 'lines': ["
    "{'account': '2130:a', 'debit': 30, 'credit': 0},"
    "{'account': '1010', 'debit': 0, 'credit': 30}]}]" },
};

/* Each later step with its result and its entries, by hand; together they run in their fixed order.
 * */
static void
test_results (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = g_strdup_printf (FRAME, rows[i].balances, rows[i].steps);
    g_test_message ("%s", rows[i].name);
    g_autoptr (TqJson) json = run_text (text);
    const TqJsonNode root = tq_json_get_root (json);
    assert_json (tq_json_node_find (root, rows[i].key), rows[i].expected);
    assert_json (tq_json_node_find (root, "journal"), rows[i].journal);
  }
}

/* Nobody is paid back more than the account holds, nor is more set off than is there. */
static void
test_refusals (void)
{
  const struct {
    const char *balances;
    const char *steps;
    const char *message;
  } bad[] = {
    { "'3120:a': {'cr': 30}, '1010': {'dr': 30}",
      "'redeem_fifo': [{'id': 'F', 'account': '3120', 'budget': 90, 'tranches': ["
      "{'year': 2020, 'balances': {'a': 31}}]}]",
      "case:1: F: The tranches give “a” more than the account 3120 holds. Correct one of them." },
    { "'3110:a': {'cr': 30}, '1010': {'dr': 30}",
      "'exits': [{'id': 'E', 'member': 'a', 'accounts': ['3110'], 'deduction_rate': '1/10',"
      " 'set_off': 28}]",
      "case:1: E: After the deduction “a” holds 27, less than the 28 to be set off. Set off at most "
      "what is there." },
    { "'2110:a': {'cr': 9223372036854775807}, '2110:b': {'cr': 9223372036854775807}",
      "'payments': []",
      "case:1: found sums beyond 64 bits; expected smaller amounts." },
  };
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autofree char *text = g_strdup_printf (FRAME, bad[i].balances, bad[i].steps);
    g_autofree char *message = refuse_text (text);
    g_assert_cmpstr (message, ==, bad[i].message);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/surplus/later-steps/results", test_results);
  g_test_add_func ("/surplus/later-steps/refusals", test_refusals);
  return g_test_run ();
}
