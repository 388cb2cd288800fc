/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "run-text.h"

#include <string.h>

/* A surplus of 1,000 that one split shares among members of a, b, c and d. */
#define FRAME                                                                                      \
  "{'members': {'a': 'A', 'b': 'B', 'c': 'C', 'd': 'D'}, 'inputs': {"                              \
  "'opening_balances': {'1010': {'dr': 1000}, '3310': {'cr': 1000}},"                              \
  "'pools': {'main': [['cr:3310', '1']]}, 'rules': [{'id': 'D', 'kind': 'rest'}],"                 \
  "'splits': [{'id': 'S', 'amount': [['D', '1']], 'from': '3310', %s}]}}"

#define CASH ", 'portions': [{'name': 'cash', 'rate': 'rest', 'account': '2110'}]"

#define FORMS                                                                                      \
  ", 'portions': [{'name': 'cash', 'rate': '1/2', 'account': '2110'},"                             \
  " {'name': 'kept', 'rate': 'rest', 'account': '3120'}]"

typedef struct {
  const char *name;
  const char *split;
  const char *result; /* by hand */
} Row;

static const Row rows[] = {
  { "three equal parts: 333 1/3 each, the odd unit to the first in the order",
    "'eligible': ['c', 'a', 'b'], 'basis': [{'name': 'equal', 'weight': '1',"
    " 'q': {'a': '1', 'b': '1', 'c': '1'}}]" CASH,
    "{'split': 'S', 'amount': 1000, 'unit': 1, 'units_given_by_remainder': 1, 'below_unit': 0,"
    " 'exact': {'a': '1000/3', 'b': '1000/3', 'c': '1000/3'},"
    " 'gross': {'a': 333, 'b': 333, 'c': 334},"
    " 'portions': {'cash': {'a': 333, 'b': 333, 'c': 334}}}" },
  { "units of 50: 333 1/3 is 6 units and 2/3; two units of the 20 are left for the first two",
    "'unit': 50, 'eligible': ['a', 'b', 'c'], 'basis': [{'name': 'equal', 'weight': '1',"
    " 'q': {'a': '1', 'b': '1', 'c': '1'}}]" CASH,
    "{'split': 'S', 'amount': 1000, 'unit': 50, 'units_given_by_remainder': 2, 'below_unit': 0,"
    " 'exact': {'a': '1000/3', 'b': '1000/3', 'c': '1000/3'},"
    " 'gross': {'a': 350, 'b': 350, 'c': 300},"
    " 'portions': {'cash': {'a': 350, 'b': 350, 'c': 300}}}" },
  { "units of 300: three whole units, 100 below one unit; a has 1.67, b 1.11, c 0.56 units",
    "'unit': 300, 'leftover_to': '3320', 'eligible': ['a', 'b', 'c'], 'basis': [{'name': 'h',"
    " 'weight': '1', 'q': {'a': '3', 'b': '2', 'c': '1'}}]" CASH,
    "{'split': 'S', 'amount': 1000, 'unit': 300, 'units_given_by_remainder': 1, 'below_unit': 100,"
    " 'exact': {'a': '500', 'b': '1000/3', 'c': '500/3'},"
    " 'gross': {'a': 600, 'b': 300, 'c': 0},"
    " 'portions': {'cash': {'a': 600, 'b': 300, 'c': 0}}}" },
  { "what does not divide is left together where nobody is to get the odd units",
    "'unit': 50, 'remainder': 'leave', 'leftover_to': '3320', 'eligible': ['a', 'b', 'c'],"
    " 'basis': [{'name': 'equal', 'weight': '1', 'q': {'a': '1', 'b': '1', 'c': '1'}}]" CASH,
    "{'split': 'S', 'amount': 1000, 'unit': 50, 'units_given_by_remainder': 0, 'below_unit': 100,"
    " 'exact': {'a': '1000/3', 'b': '1000/3', 'c': '1000/3'},"
    " 'gross': {'a': 300, 'b': 300, 'c': 300},"
    " 'portions': {'cash': {'a': 300, 'b': 300, 'c': 300}}}" },
  { "zero gets zero, and a quantity of somebody who is not eligible does not count",
    "'eligible': ['a', 'b', 'c'], 'basis': [{'name': 'h', 'weight': '1',"
    " 'q': {'a': '0', 'b': '2.5', 'c': '3/2', 'd': '96'}}]" CASH,
    "{'split': 'S', 'amount': 1000, 'unit': 1, 'units_given_by_remainder': 0, 'below_unit': 0,"
    " 'exact': {'a': '0', 'b': '625', 'c': '375'}, 'gross': {'a': 0, 'b': 625, 'c': 375},"
    " 'portions': {'cash': {'a': 0, 'b': 625, 'c': 375}}}" },
  { "two bases: a 400 + 150, b 400 + 50",
    "'eligible': ['a', 'b'], 'basis': [{'name': 'equal', 'weight': '4/5', 'q': {'a': '1',"
    " 'b': '1'}}, {'name': 'h', 'weight': '0.2', 'q': {'a': '3', 'b': '1'}}]" CASH,
    "{'split': 'S', 'amount': 1000, 'unit': 1, 'units_given_by_remainder': 0, 'below_unit': 0,"
    " 'exact': {'a': '550', 'b': '450'}, 'gross': {'a': 550, 'b': 450},"
    " 'portions': {'cash': {'a': 550, 'b': 450}}}" },
  { "minimum and multiplier: a 10 x 1, b 5 raised to 8 x 5/4 = 10, c 0 raised to 8 x 0",
    "'eligible': ['a', 'b', 'c'], 'basis': [{'name': 'h', 'weight': '1', 'q': {'a': '10',"
    " 'b': '5', 'c': '0'}, 'min': {'b': '8', 'c': '8'}, 'multiplier': {'b': '1.25', 'c': '0'}}]" CASH,
    "{'split': 'S', 'amount': 1000, 'unit': 1, 'units_given_by_remainder': 0, 'below_unit': 0,"
    " 'exact': {'a': '500', 'b': '500', 'c': '0'}, 'gross': {'a': 500, 'b': 500, 'c': 0},"
    " 'portions': {'cash': {'a': 500, 'b': 500, 'c': 0}}}" },
  { "a basis of zero gives its weight to the other where that is asked for",
    "'zero_basis': 'others', 'eligible': ['a', 'b'], 'basis': [{'name': 'equal', 'weight': '1/4',"
    " 'q': {'a': '1', 'b': '3'}}, {'name': 'kg', 'weight': '3/4', 'q': {'a': '0'}}]" CASH,
    "{'split': 'S', 'amount': 1000, 'unit': 1, 'units_given_by_remainder': 0, 'below_unit': 0,"
    " 'exact': {'a': '250', 'b': '750'}, 'gross': {'a': 250, 'b': 750},"
    " 'portions': {'cash': {'a': 250, 'b': 750}}}" },
  { "a cap of 400: 200 of the 600 is not shared again",
    "'cap_per_member': 400, 'leftover_to': '3320', 'eligible': ['a', 'b', 'c'], 'basis':"
    " [{'name': 'h', 'weight': '1', 'q': {'a': '6', 'b': '3', 'c': '1'}}]" CASH,
    "{'split': 'S', 'amount': 1000, 'unit': 1, 'units_given_by_remainder': 0, 'below_unit': 0,"
    " 'cap_excess': 200, 'exact': {'a': '600', 'b': '300', 'c': '100'},"
    " 'gross': {'a': 400, 'b': 300, 'c': 100},"
    " 'portions': {'cash': {'a': 400, 'b': 300, 'c': 100}}}" },
  { "equal total pay: (5,000 + 1,000) x months / 24 - paid; b had more than the others and gives back",
    "'formula': 'equal_total_pay', 'eligible': ['a', 'b', 'c'], 'paid': {'a': 2000, 'b': '2600',"
    " 'c': 400}, 'months': {'a': 12, 'b': '9', 'c': '3'}" CASH,
    "{'split': 'S', 'amount': 1000, 'unit': 1, 'units_given_by_remainder': 0, 'below_unit': 0,"
    " 'exact': {'a': '1000', 'b': '-350', 'c': '350'}, 'gross': {'a': 1000, 'b': -350, 'c': 350},"
    " 'portions': {'cash': {'a': 1000, 'b': -350, 'c': 350}}}" },
  { "equal total pay with fractions: floors 500, -84 and 583, one unit to b, who lost 20/27",
    "'formula': 'equal_total_pay', 'eligible': ['a', 'b', 'c'], 'paid': {'a': '0', 'b': '1250/3',"
    " 'c': '251/3'}, 'months': {'a': '1', 'b': '2/3', 'c': '4/3'}" CASH,
    "{'split': 'S', 'amount': 1000, 'unit': 1, 'units_given_by_remainder': 1, 'below_unit': 0,"
    " 'exact': {'a': '4501/9', 'b': '-2248/27', 'c': '15745/27'},"
    " 'gross': {'a': 500, 'b': -83, 'c': 583},"
    " 'portions': {'cash': {'a': 500, 'b': -83, 'c': 583}}}" },
  { "three forms: 30 % up, a third to the nearest, the rest by difference",
    "'eligible': ['a', 'b'], 'basis': [{'name': 'h', 'weight': '1', 'q': {'a': '1', 'b': '2'}}],"
    " 'portions': [{'name': 'cash', 'rate': '30/100', 'round': 'ceil', 'account': '2110'},"
    " {'name': 'shares', 'rate': '1/3', 'account': '3110'},"
    " {'name': 'kept', 'rate': 'rest', 'account': '3120'}]",
    "{'split': 'S', 'amount': 1000, 'unit': 1, 'units_given_by_remainder': 1, 'below_unit': 0,"
    " 'exact': {'a': '1000/3', 'b': '2000/3'}, 'gross': {'a': 333, 'b': 667},"
    " 'portions': {'cash': {'a': 100, 'b': 200}, 'shares': {'a': 111, 'b': 222},"
    " 'kept': {'a': 122, 'b': 245}}}" },
};

static TqJsonNode
get_first (TqJson *json, const char *key)
{
  TqJsonIter iter;
  TqJsonNode first;
  tq_json_iter_init (&iter, tq_json_node_find (tq_json_get_root (json), key));
  g_assert_true (tq_json_iter_next (&iter, NULL, &first));
  return first;
}

/* Each feature of a split, one row and one result computed by hand. */
static void
test_results (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *text = g_strdup_printf (FRAME, rows[i].split);
    g_test_message ("%s", rows[i].name);
    g_autoptr (TqJson) json = run_text (text);
    assert_json (get_first (json, "splits"), rows[i].result);
  }
}

/* What is not shared is posted beside the shares; a negative share is a debit. */
static void
test_posting (void)
{
  g_autofree char *capped = g_strdup_printf (FRAME, rows[8].split);
  g_autofree char *negative = g_strdup_printf (FRAME, rows[9].split);
  g_autoptr (TqJson) with_cap = run_text (capped);
  g_autoptr (TqJson) with_debit = run_text (negative);
  assert_json (get_first (with_cap, "journal"),
               "{'n': 1, 'step': 'S', 'memo': 'S', 'lines': ["
               "{'account': '3310', 'debit': 1000, 'credit': 0},"
               "{'account': '2110:a', 'debit': 0, 'credit': 400},"
               "{'account': '2110:b', 'debit': 0, 'credit': 300},"
               "{'account': '2110:c', 'debit': 0, 'credit': 100},"
               "{'account': '3320', 'debit': 0, 'credit': 200}]}");
  assert_json (get_first (with_debit, "journal"),
               "{'n': 1, 'step': 'S', 'memo': 'S', 'lines': ["
               "{'account': '3310', 'debit': 1000, 'credit': 0},"
               "{'account': '2110:a', 'debit': 0, 'credit': 1000},"
               "{'account': '2110:b', 'debit': 350, 'credit': 0},"
               "{'account': '2110:c', 'debit': 0, 'credit': 350}]}");
}

/* A loss is charged to the accounts that the members chose, its leftover too, and stands as a
 * negative sum beside what they get from another split. */
static void
test_loss (void)
{
  g_autoptr (TqJson) json = run_text (
    "{'members': {'a': 'A', 'b': 'B'}, 'inputs': {'opening_balances': {'1010': {'dr': 5},"
    " '3310': {'dr': 95}, '1000': {'cr': 100}}, 'pools': {'main': 100, 'gift': 5},"
    " 'rules': [{'id': 'D', 'kind': 'rest'}, {'id': 'G', 'kind': 'rest', 'pool': 'gift'}],"
    " 'splits': [{'id': 'L', 'direction': 'loss', 'amount': [['D', '1']], 'unit': 30,"
    " 'leftover_to': '3330', 'eligible': ['a', 'b'], 'basis': [{'name': 'h', 'weight': '1',"
    " 'q': {'a': '2', 'b': '1'}}], 'portions': [{'name': 'loss', 'rate': 'rest',"
    " 'account': '3110', 'account_by_member': {'a': '1310'}}]},"
    " {'id': 'P', 'amount': [['G', '1']], 'eligible': ['a'], 'basis': [{'name': 'e',"
    " 'weight': '1', 'q': {'a': '1'}}], 'portions': [{'name': 'gift', 'rate': 'rest',"
    " 'account': '2110'}]}]}}");
  assert_json (get_first (json, "journal"),
               "{'n': 1, 'step': 'L', 'memo': 'L', 'lines': ["
               "{'account': '3310', 'debit': 0, 'credit': 100},"
               "{'account': '1310:a', 'debit': 60, 'credit': 0},"
               "{'account': '3110:b', 'debit': 30, 'credit': 0},"
               "{'account': '3330', 'debit': 10, 'credit': 0}]}");
  assert_json (tq_json_node_find (tq_json_get_root (json), "members"),
               "{'a': {'gross': -55, 'loss': -60, 'gift': 5}, 'b': {'gross': -30, 'loss': -30}}");
}

/* What cannot be shared is refused at its line. */
static void
test_refusals (void)
{
  const struct {
    const char *split;
    const char *message;
  } bad[] = {
    { "\n'eligible': ['a', 'b'], 'basis': [{'name': 'equal', 'weight': '1/2', 'q': {'a': '1'}},\n"
      "{'name': 'kg', 'weight': '1/2', 'q': {'a': '0', 'b': '0', 'd': '7'}}]" CASH,
      "case:3: S: The basis “kg” is zero for everyone, so nothing can be shared by it. Enter its "
      "quantities or give its weight to another basis." },
    { "'zero_basis': 'others', 'eligible': ['b'], 'basis': [{'name': 'kg', 'weight': '1',"
      " 'q': {'a': '1'}}]" CASH,
      "case:1: S: All bases are zero for everyone, so nothing can be shared by them." },
    { "'unit': 7, 'eligible': ['b'], 'basis': [{'name': 'kg', 'weight': '1', 'q': {'b': '1'}}]" CASH,
      "case:1: S: 6 is not shared, and no account is named for it. Name one as “leftover_to”." },
    { "'formula': 'equal_total_pay', 'eligible': ['a'], 'paid': {'a': 1}, 'months': {'b': 2}" CASH,
      "case:1: S: The months and the pay of the members must be zero or more, and somebody must "
      "have worked. Correct them." },
    { "'eligible': ['a', 'b'], 'basis': [{'name': 'h', 'weight': '1', 'q': {'a': '1'}}],"
      " 'portions': [{'name': 'x', 'rate': 'rest', 'account_by_member': {'a': '1310'}}]",
      "case:1: S: The form “x” has no account for “b”. Name one." },
    { "'formula': 'equal_total_pay', 'eligible': ['a', 'b'], 'paid': {'a': 0, 'b': 9000},"
      " 'months': {'a': 1, 'b': 1}, 'cap_per_member': 100, 'leftover_to': '3320'" FORMS,
      "case:1: S: The shares add up to less than zero, so they cannot be given in several forms. "
      "Give them in one form, or raise the cap." },
    { "'formula': 'equal_total_pay', 'eligible': ['a', 'b'], 'paid': {'a': 0, 'b': 9000},"
      " 'months': {'a': 1, 'b': 1}, 'unit': 10000, 'remainder': 'leave', 'leftover_to': '3320'" FORMS,
      "case:1: S: The shares add up to less than zero, so they cannot be given in several forms. "
      "Give them in one form, or raise the cap." },
  };
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    g_autofree char *text = g_strdup_printf (FRAME, bad[i].split);
    g_autofree char *message = refuse_text (text);
    g_assert_cmpstr (message, ==, bad[i].message);
  }
}

/* What is below a unit and what the cap cuts off may each fit 64 bits and not together. */
static void
test_leftover_too_large (void)
{
  g_autofree char *message = refuse_text (
    "{'members': {'a': 'A', 'b': 'B'}, 'inputs': {"
    "'opening_balances': {'1010': {'dr': 5900000000000000000}, '3310': {'cr': 5900000000000000000}},"
    "'pools': {'main': [['cr:3310', '1']]}, 'rules': [{'id': 'D', 'kind': 'rest'}],"
    "'splits': [{'id': 'S', 'amount': [['D', '1']], 'formula': 'equal_total_pay',"
    " 'eligible': ['a', 'b'], 'paid': {'a': 0, 'b': '5999999999999999999'},"
    " 'months': {'a': 1000000000000, 'b': 1}, 'unit': 6000000000000000000,"
    " 'remainder': 'leave', 'cap_per_member': 0, 'leftover_to': '3320'" CASH "}]}}");
  g_assert_true (g_str_has_prefix (message, "case:1: S: "));
  g_assert_nonnull (strstr (message, "larger than a book can hold"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/surplus/splits/results", test_results);
  g_test_add_func ("/surplus/splits/posting", test_posting);
  g_test_add_func ("/surplus/splits/loss", test_loss);
  g_test_add_func ("/surplus/splits/refusals", test_refusals);
  g_test_add_func ("/surplus/splits/leftover-too-large", test_leftover_too_large);
  return g_test_run ();
}
