/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "run-text.h"

/* A year with a surplus of 1,001, a capital of 900 and a reserve of 300, one row's rules, and a
 * last rule that carries forward what they leave. */
#define FRAME                                                                                      \
  "{'members': {}, 'inputs': {"                                                                    \
  "'opening_balances': {'1000': {'dr': 1281}, '3310': {'cr': 1001}, '3210': {'cr': 200}, "         \
  "'3210:old': {'cr': 100}, '3330': {'dr': 20}},"                                                  \
  "'amounts': {'surplus': 1001, 'capital': 900, 'debts': 500},"                                    \
  "'pools': {'main': [['surplus', '1']]},"                                                         \
  "'rules': [%s, {'id': 'Z', 'kind': 'rest', 'dr': '3310', 'cr': '3320'}]}}"

typedef struct {
  const char *name;
  const char *rules;
  const char *step; /* the first, by hand */
} Row;

static const Row rows[] = {
  { "percent, up",
    "{'id': 'A', 'kind': 'percent', 'base': [['surplus', '1']], 'rate': '15/100', 'round': 'ceil'"
    ", 'dr': '3310', 'cr': '3220'}",
    "{'rule': 'A', 'pool': 'main', 'base': '1001', 'raw': '3003/20', 'amount': 151,"
    " 'limited_by': null, 'remaining': 850}" },
  { "percent, down",
    "{'id': 'A', 'kind': 'percent', 'base': [['surplus', '1']], 'rate': '15/100', 'round': 'floor'"
    ", 'dr': '3310', 'cr': '3220'}",
    "{'rule': 'A', 'pool': 'main', 'base': '1001', 'raw': '3003/20', 'amount': 150,"
    " 'limited_by': null, 'remaining': 851}" },
  { "percent, a half away from zero where nothing is said",
    "{'id': 'A', 'kind': 'percent', 'base': [['surplus', '1']], 'rate': '0.5'"
    ", 'dr': '3310', 'cr': '3220'}",
    "{'rule': 'A', 'pool': 'main', 'base': '1001', 'raw': '1001/2', 'amount': 501,"
    " 'limited_by': null, 'remaining': 500}" },
  { "percent of a negative base takes nothing",
    "{'id': 'A', 'kind': 'percent', 'base': [['surplus', '-1']], 'rate': '1/2'"
    ", 'dr': '3310', 'cr': '3220'}",
    "{'rule': 'A', 'pool': 'main', 'base': '-1001', 'raw': '-1001/2', 'amount': 0,"
    " 'limited_by': null, 'remaining': 1001}" },
  { "fixed",
    "{'id': 'A', 'kind': 'fixed', 'amount': [['const', '40'], ['capital', '1/100']]"
    ", 'dr': '3310', 'cr': '3220'}",
    "{'rule': 'A', 'pool': 'main', 'base': '49', 'raw': '49', 'amount': 49,"
    " 'limited_by': null, 'remaining': 952}" },
  { "fixed, more than there is",
    "{'id': 'A', 'kind': 'fixed', 'amount': 2000, 'dr': '3310', 'cr': '3220'}",
    "{'rule': 'A', 'pool': 'main', 'base': '2000', 'raw': '2000', 'amount': 1001,"
    " 'limited_by': 'pool exhausted', 'remaining': 0}" },
  { "fill, from the balance of an account and all its members",
    "{'id': 'A', 'kind': 'fill', 'target': [['capital', '1']], 'current': [['cr:3210', '1']]"
    ", 'dr': '3310', 'cr': '3210'}",
    "{'rule': 'A', 'pool': 'main', 'base': '600', 'raw': '600', 'amount': 600,"
    " 'limited_by': null, 'remaining': 401}" },
  { "fill what is full",
    "{'id': 'A', 'kind': 'fill', 'target': [['const', '5']], 'current': [['cr:3210:old', '1']]"
    ", 'dr': '3310', 'cr': '3210'}",
    "{'rule': 'A', 'pool': 'main', 'base': '0', 'raw': '0', 'amount': 0,"
    " 'limited_by': null, 'remaining': 1001}" },
  { "tiers: 1/2 to 400 uses 200 of the base, 1/4 of the 801 left",
    "{'id': 'A', 'kind': 'tiered', 'base': [['surplus', '1']], 'current': [['cr:3210', '1']],"
    " 'tiers': [{'rate': '1/2', 'until': [['const', '400']]}, {'rate': '1/4'}]"
    ", 'round': 'ceil', 'dr': '3310', 'cr': '3210'}",
    "{'rule': 'A', 'pool': 'main', 'base': '1001', 'raw': '1201/4', 'amount': 301,"
    " 'limited_by': null, 'remaining': 700}" },
  { "tiers: both ends reached, 1/2 to 400 and 1/4 to 450",
    "{'id': 'A', 'kind': 'tiered', 'base': [['surplus', '1']], 'current': [['cr:3210', '1']],"
    " 'tiers': [{'rate': '1/2', 'until': [['const', '400']]},"
    " {'rate': '1/4', 'until': [['capital', '1/2']]}], 'dr': '3310', 'cr': '3210'}",
    "{'rule': 'A', 'pool': 'main', 'base': '1001', 'raw': '150', 'amount': 150,"
    " 'limited_by': null, 'remaining': 851}" },
  { "tiers: the first mark was passed before",
    "{'id': 'A', 'kind': 'tiered', 'base': [['surplus', '1']], 'current': [['cr:3210', '1']],"
    " 'tiers': [{'rate': '15/100', 'until': [['const', '250']]},"
    " {'rate': '10/100', 'until': [['capital', '3']]}], 'round': 'ceil', 'dr': '3310', 'cr': '3210'}",
    "{'rule': 'A', 'pool': 'main', 'base': '1001', 'raw': '1001/10', 'amount': 101,"
    " 'limited_by': null, 'remaining': 900}" },
  { "rest",
    "{'id': 'A', 'kind': 'rest', 'dr': '3310', 'cr': '3240'}",
    "{'rule': 'A', 'pool': 'main', 'base': '1001', 'raw': '1001', 'amount': 1001,"
    " 'limited_by': null, 'remaining': 0}" },
  { "a maximum, rounded down, names why",
    "{'id': 'A', 'kind': 'percent', 'base': [['surplus', '1']], 'rate': '1/2', 'dr': '3310',"
    " 'cr': '3210', 'max': [{'expr': [['capital', '1/2'], ['cr:3210', '-1/7']], 'why': 'half'}]}",
    "{'rule': 'A', 'pool': 'main', 'base': '1001', 'raw': '1001/2', 'amount': 407,"
    " 'limited_by': 'half', 'remaining': 594}" },
  { "two maximums, the second does not cut",
    "{'id': 'A', 'kind': 'fixed', 'amount': 500, 'dr': '3310', 'cr': '3210',"
    " 'max': [{'expr': 400, 'why': 'four'}, {'expr': 450, 'why': 'more'}]}",
    "{'rule': 'A', 'pool': 'main', 'base': '500', 'raw': '500', 'amount': 400,"
    " 'limited_by': 'four', 'remaining': 601}" },
  { "a maximum below zero leaves nothing",
    "{'id': 'A', 'kind': 'fixed', 'amount': 500, 'dr': '3310', 'cr': '3210',"
    " 'max': [{'expr': [['const', '100'], ['cr:3210', '-1']], 'why': 'full'}]}",
    "{'rule': 'A', 'pool': 'main', 'base': '500', 'raw': '500', 'amount': 0,"
    " 'limited_by': 'full', 'remaining': 1001}" },
  { "what the maximum cut off goes elsewhere",
    "{'id': 'A', 'kind': 'fixed', 'amount': 500, 'dr': '3310', 'cr': '3210',"
    " 'max': [{'expr': 400, 'why': 'four'}], 'overflow_to': '3240'}",
    "{'rule': 'A', 'pool': 'main', 'base': '500', 'raw': '500', 'amount': 400,"
    " 'limited_by': 'four', 'remaining': 501, 'overflow': 100}" },
  { "the overflow takes only what the pool has",
    "{'id': 'A', 'kind': 'fixed', 'amount': 2000, 'dr': '3310', 'cr': '3210',"
    " 'max': [{'expr': 900, 'why': 'nine'}], 'overflow_to': '3240'}",
    "{'rule': 'A', 'pool': 'main', 'base': '2000', 'raw': '2000', 'amount': 900,"
    " 'limited_by': 'nine', 'remaining': 0, 'overflow': 101}" },
  { "a condition that holds",
    "{'id': 'A', 'kind': 'percent', 'base': [['surplus', '1']], 'rate': '10/100', 'dr': '3310',"
    " 'cr': '3210', 'when': {'lhs': [['cr:3210', '1']], 'op': '<', 'rhs': [['debts', '2']]}}",
    "{'rule': 'A', 'pool': 'main', 'base': '1001', 'raw': '1001/10', 'amount': 100,"
    " 'limited_by': null, 'remaining': 901}" },
  { "a condition that does not hold",
    "{'id': 'A', 'kind': 'percent', 'base': [['surplus', '1']], 'rate': '10/100', 'dr': '3310',"
    " 'cr': '3210', 'when': {'lhs': [['cr:3210', '1']], 'op': '>', 'rhs': 300}}",
    "{'rule': 'A', 'pool': 'main', 'base': '1001', 'raw': '1001/10', 'amount': 0,"
    " 'limited_by': 'condition not met', 'remaining': 1001}" },
  { "moved to another pool, posted from there",
    "{'id': 'A', 'kind': 'fixed', 'amount': 300, 'to_pool': 'side'},"
    " {'id': 'B', 'kind': 'percent', 'pool': 'side', 'base': [['rem:side', '1/2'], ['A', '1/2']],"
    " 'rate': '1', 'dr': '3310', 'cr': '3240'}",
    "{'rule': 'A', 'pool': 'main', 'base': '300', 'raw': '300', 'amount': 300,"
    " 'limited_by': null, 'remaining': 701, 'moved_to': 'side'}" },
  { "earlier losses, then a share of what is left",
    "{'id': 'A', 'kind': 'fill', 'target': [['dr:3330', '1']], 'dr': '3310', 'cr': '3330'},"
    " {'id': 'B', 'kind': 'percent', 'base': [['pool:main', '1'], ['A', '-1']], 'rate': '1/10',"
    " 'dr': '3310', 'cr': '3210'}",
    "{'rule': 'A', 'pool': 'main', 'base': '20', 'raw': '20', 'amount': 20,"
    " 'limited_by': null, 'remaining': 981}" },
  { "a legal minimum that is kept",
    "{'id': 'A', 'kind': 'percent', 'base': [['surplus', '1']], 'rate': '1/10', 'round': 'ceil',"
    " 'min_check': {'expr': [['surplus', '1/10']]}, 'dr': '3310', 'cr': '3210'}",
    "{'rule': 'A', 'pool': 'main', 'base': '1001', 'raw': '1001/10', 'amount': 101,"
    " 'limited_by': null, 'remaining': 900}" },
};

/* Each kind of rule and each limit, one row and one step computed by hand. */
static void
test_steps (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = g_strdup_printf (FRAME, rows[i].rules);
    g_test_message ("%s", rows[i].name);
    g_autoptr (TqJson) json = run_text (text);
    TqJsonIter iter;
    TqJsonNode step;
    tq_json_iter_init (&iter, tq_json_node_find (tq_json_get_root (json), "steps"));
    g_assert_true (tq_json_iter_next (&iter, NULL, &step));
    assert_json (step, rows[i].step);
  }
}

/* A rule sees what earlier rules posted: the second reserve rule finds the fund already full. */
static void
test_balances_move (void)
{
  g_autofree char *text = g_strdup_printf (
    FRAME,
    "{'id': 'A', 'kind': 'fixed', 'amount': 150, 'dr': '3310', 'cr': '3210'},"
    "{'id': 'B', 'kind': 'fill', 'target': 500, 'current': [['cr:3210', '1']], 'dr': '3310',"
    " 'cr': '3210'}");
  g_autoptr (TqJson) json = run_text (text);
  assert_json (tq_json_node_find (tq_json_get_root (json), "closing_balances"),
               "{'1000': {'dr': 1281}, '3210': {'cr': 400}, '3210:old': {'cr': 100},"
               " '3320': {'cr': 801}, '3330': {'dr': 20}}");
}

/* An overflow of a loss is taken from the other fund, not given to it. */
static void
test_loss_overflow (void)
{
  g_autoptr (TqJson) json = run_text (
    "{'members': {}, 'inputs': {'opening_balances': {'3310': {'dr': 100}, '3210': {'cr': 60},"
    " '3240': {'cr': 90}, '1000': {'cr': 50, 'dr': 0}, '1010': {'dr': 100}},"
    " 'pools': {'main': 100}, 'rules': [{'id': 'A', 'kind': 'rest', 'dr': '3210', 'cr': '3310',"
    " 'max': [{'expr': 60, 'why': 'balance'}], 'overflow_to': '3240'}]}}");
  assert_json (tq_json_node_find (tq_json_get_root (json), "journal"),
               "[{'n': 1, 'step': 'A', 'memo': 'A', 'lines': ["
               "{'account': '3210', 'debit': 60, 'credit': 0},"
               "{'account': '3310', 'debit': 0, 'credit': 60}]},"
               "{'n': 2, 'step': 'A', 'memo': 'A (overflow)', 'lines': ["
               "{'account': '3240', 'debit': 40, 'credit': 0},"
               "{'account': '3310', 'debit': 0, 'credit': 40}]}]");
}

/* Several years: balances carry over, each year begins with its own entries and has its own
 * journal. */
static void
test_years (void)
{
  g_autoptr (TqJson) json = run_text (
    "{'members': {}, 'inputs': {'opening_balances': {'1010': {'dr': 100}, '3310': {'cr': 100}},"
    " 'years': [{'pools': {'main': [['cr:3310', '1']]}, 'rules': [{'id': 'R', 'kind': 'rest',"
    " 'dr': '3310', 'cr': '3210'}]},"
    " {'opening_entries': [{'id': 'E', 'label': 'result', 'dr': '1010', 'cr': '3310',"
    " 'amount': 70}], 'pools': {'main': [['cr:3310', '1']]}, 'rules': [{'id': 'R',"
    " 'kind': 'fill', 'target': 150, 'current': [['cr:3210', '1']], 'dr': '3310', 'cr': '3210'},"
    " {'id': 'Z', 'kind': 'rest', 'dr': '3310', 'cr': '3320'}]}]}}");
  TqJsonIter iter;
  TqJsonNode year;
  tq_json_iter_init (&iter, tq_json_node_find (tq_json_get_root (json), "years"));
  g_assert_true (tq_json_iter_next (&iter, NULL, &year));
  assert_json (tq_json_node_find (year, "closing_balances"),
               "{'1010': {'dr': 100}, '3210': {'cr': 100}}");
  g_assert_true (tq_json_iter_next (&iter, NULL, &year));
  assert_json (tq_json_node_find (year, "closing_balances"),
               "{'1010': {'dr': 170}, '3210': {'cr': 150}, '3320': {'cr': 20}}");
  assert_json (tq_json_node_find (year, "journal"),
               "[{'n': 1, 'step': 'E', 'memo': 'result', 'lines': ["
               "{'account': '1010', 'debit': 70, 'credit': 0},"
               "{'account': '3310', 'debit': 0, 'credit': 70}]},"
               "{'n': 2, 'step': 'R', 'memo': 'R', 'lines': ["
               "{'account': '3310', 'debit': 50, 'credit': 0},"
               "{'account': '3210', 'debit': 0, 'credit': 50}]},"
               "{'n': 3, 'step': 'Z', 'memo': 'Z', 'lines': ["
               "{'account': '3310', 'debit': 20, 'credit': 0},"
               "{'account': '3320', 'debit': 0, 'credit': 20}]}]");
  g_assert_false (tq_json_iter_next (&iter, NULL, &year));
}

/* The forms of opening entries: lines, lines by account, and balances alone, which make no entry.
 * */
static void
test_opening_entries (void)
{
  const char *forms[] = {
    "[{'step': 'E', 'memo': 'm', 'lines': [{'account': '1010', 'debit': 7},"
    " {'account': '3310', 'credit': 7}]}]",
    "[{'step': 'E', 'memo': 'm', 'lines': {'1010': {'dr': 7}, '3310': {'cr': 7}}}]",
    "{'1010': {'dr': 7}, '3310': {'cr': 7}}",
  };
  for (guint i = 0; i < G_N_ELEMENTS (forms); i++) {
    g_autofree char *text = g_strdup_printf (
      "{'members': {}, 'inputs': {'opening_entries': %s, 'pools': {'main': [['cr:3310', '1']]},"
      " 'rules': [{'id': 'R', 'kind': 'rest', 'dr': '3310', 'cr': '3210'}]}}",
      forms[i]);
    g_autoptr (TqJson) json = run_text (text);
    const TqJsonNode root = tq_json_get_root (json);
    assert_json (tq_json_node_find (root, "closing_balances"),
                 "{'1010': {'dr': 7}, '3210': {'cr': 7}}");
    g_assert_cmpuint (tq_json_node_get_count (tq_json_node_find (root, "journal")),
                      ==,
                      i == 2 ? 1 : 2);
  }
}

/* What a rule cannot do is refused at its line, with its id. */
static void
test_refusals (void)
{
  const struct {
    const char *rules;
    const char *message;
  } bad[] = {
    { "{'id': 'A', 'kind': 'percent', 'base': [['surplus', '1']], 'rate': '1/100', 'dr': '3310',"
      " 'cr': '3210', 'min_check': {'expr': [['surplus', '1/20']]}}",
      "case:1: A: The rule gives 10, less than its legal minimum 1001/20. Raise its rate, or ask an "
      "accountant if there is too little to share." },
    { "{'id': 'A', 'kind': 'rest', 'pool': 'side', 'dr': '3310', 'cr': '3210'}",
      "case:1: A: There is no pool “side”. Declare it, or move an amount into it first." },
    { "{'id': 'A', 'kind': 'fixed', 'amount': [['B', '1']], 'dr': '3310', 'cr': '3210'}",
      "case:1: A: The name “B” is neither an amount, nor an earlier rule or split, nor a pool or an "
      "account. Correct it." },
    { "{'id': 'surplus', 'kind': 'fixed', 'amount': 1, 'dr': '3310', 'cr': '3210'}",
      "case:1: surplus: The name “surplus” already means something else. Choose another one." },
    { "{'id': 'A', 'kind': 'fixed', 'amount': 1}",
      "case: The result of the year, account 3310, ends at -1 and not at zero. Add a rule that says "
      "where the rest goes." },
    { "{'id': 'A', 'kind': 'fixed', 'amount': [['surplus', '9223372036854775807']], 'dr': '3310',"
      " 'cr': '3210'}",
      "case:1: A: The number is beyond 64 bits." },
  };
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autofree char *text = g_strdup_printf (FRAME, bad[i].rules);
    g_autofree char *message = refuse_text (text);
    g_assert_cmpstr (message, ==, bad[i].message);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/surplus/rules/steps", test_steps);
  g_test_add_func ("/surplus/rules/balances-move", test_balances_move);
  g_test_add_func ("/surplus/rules/loss-overflow", test_loss_overflow);
  g_test_add_func ("/surplus/rules/years", test_years);
  g_test_add_func ("/surplus/rules/opening-entries", test_opening_entries);
  g_test_add_func ("/surplus/rules/refusals", test_refusals);
  return g_test_run ();
}
