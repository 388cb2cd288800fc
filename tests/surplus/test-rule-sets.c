/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "base/error.h"
#include "surplus/rule-set.h"

#include <string.h>

static char *
build_path (const char *folder, const char *file)
{
  return g_build_filename (g_getenv ("TEQUIO_DATADIR"), folder, file, NULL);
}

static TqRuleSet *
load (const char *file, const char *language)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = build_path ("rules", file);
  TqRuleSet *set = tq_rule_set_load (path, language, &error);
  g_assert_no_error (error);
  return set;
}

/* The roles that a chart of accounts has. */
static GHashTable *
load_roles (const char *chart)
{
  g_autofree char *path = build_path ("charts", chart);
  g_autofree char *text = NULL;
  GHashTable *roles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++) {
    g_auto (GStrv) fields = g_strsplit (lines[i], "\t", -1);
    if (g_strv_length (fields) == 5)
      g_hash_table_add (roles, g_strdup (fields[2]));
  }
  return roles;
}

static void
check_account (const char *role, GHashTable *roles)
{
  g_test_message ("%s", role != NULL ? role : "set aside");
  g_assert_true (role == NULL || g_hash_table_contains (roles, role));
}

static void
check_names (const TqExpression *expression, GHashTable *roles)
{
  for (guint i = 0; expression != NULL && i < expression->terms->len; i++) {
    const char *name = g_array_index (expression->terms, TqTerm, i).name;
    if (g_str_has_prefix (name, "cr:") || g_str_has_prefix (name, "dr:"))
      check_account (name + 3, roles);
  }
}

/* Every set that is shipped is read, in both languages, has facts for each rule, speaks of no
 * account that a shipped chart lacks. */
static void
check_set (const char *file)
{
  const char *charts[] = { "producers.tsv", "worker.tsv" };
  g_autoptr (TqRuleSet) english = load (file, "en");
  g_autoptr (TqRuleSet) spanish = load (file, "es");
  g_assert_cmpuint (english->rules->len, >, 0);
  g_assert_cmpuint (english->rules->len, ==, english->facts->len);
  g_assert_cmpstr (english->label, !=, spanish->label);
  g_assert_cmpuint (english->sources->len, >, 0);
  for (guint c = 0; c < G_N_ELEMENTS (charts); c++) {
    g_autoptr (GHashTable) roles = load_roles (charts[c]);
    for (guint i = 0; i < english->rules->len; i++) {
      const TqSurplusRule *rule = g_ptr_array_index (english->rules, i);
      check_account (rule->dr, roles);
      check_account (rule->cr, roles);
      check_account (rule->overflow_to, roles);
      check_names (rule->base, roles);
      check_names (rule->target, roles);
      check_names (rule->current, roles);
      for (guint l = 0; l < rule->limits->len; l++)
        check_names (((const TqRuleLimit *) g_ptr_array_index (rule->limits, l))->most, roles);
    }
  }
}

static void
test_shipped (void)
{
  g_autofree char *folder = build_path ("rules", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint count = 0;
  g_assert_nonnull (dir);
  for (const char *name = g_dir_read_name (dir); name != NULL; name = g_dir_read_name (dir)) {
    g_assert_true (g_str_has_suffix (name, ".json"));
    g_test_message ("%s", name);
    check_set (name);
    count++;
  }
  g_assert_cmpuint (count, >=, 3);
}

typedef struct {
  const char *name;
  gint64 value;
} Sum;

/* Runs a set on balances by role and amounts, and compares each rule's amount. */
static void
check_amounts (const char *file, const Sum *balances, const Sum *amounts, const Sum *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TqRuleSet) set = load (file, "es");
  g_autoptr (TqAllocationInput) input = tq_allocation_input_new ();
  TqAllocationYear *year = tq_allocation_input_add_year (input);
  gint64 net = 0;
  input->accounts.result = "result";
  input->undecided = TRUE;
  for (; balances->name != NULL; balances++) {
    tq_allocation_input_open (input, balances->name, balances->value);
    net += balances->value;
  }
  tq_allocation_input_open (input, "rest", -net);
  for (; amounts->name != NULL; amounts++)
    tq_allocation_year_add_amount (year, amounts->name, amounts->value);
  tq_rule_set_move_to_year (set, year);
  g_autoptr (TqAllocation) allocation = tq_allocation_run (input, &error);
  g_assert_no_error (error);
  const TqAllocationResult *result = g_ptr_array_index (allocation->years, 0);
  for (guint i = 0; i < result->steps->len; i++, expected++) {
    const TqRuleStep *step = g_ptr_array_index (result->steps, i);
    g_assert_cmpstr (step->rule->id, ==, expected->name);
    g_assert_cmpint (step->amount_minor, ==, expected->value);
  }
  g_assert_null (expected->name);
}

/* The coffee families of the first story: 28,640.00, a tenth and a tenth, 22,912.00 to decide. */
static void
test_families (void)
{
  const Sum balances[] = { { "result", -2864000 }, { NULL } };
  const Sum amounts[] = { { "surplus", 2864000 }, { NULL } };
  const Sum expected[] = { { "reserve", 286400 },
                           { "solidarity", 286400 },
                           { "to-decide", 2291200 },
                           { NULL } };
  check_amounts ("families.json", balances, amounts, expected);
}

/* Mexico: a loss of 1,000.00 first; a tenth of the yields; 1 % of the revenue, rounded up; 1 %. */
static void
test_mexico (void)
{
  const Sum balances[] = { { "result", -10000000 }, { "losses", 100000 }, { NULL } };
  const Sum amounts[] = { { "surplus", 10000000 }, { "net_revenue", 90000001 }, { NULL } };
  const Sum expected[] = { { "losses", 100000 },    { "reserve", 1000000 },   { "welfare", 900001 },
                           { "education", 100000 }, { "to-decide", 7899999 }, { NULL } };
  check_amounts ("cooperative-mx.json", balances, amounts, expected);
}

/* Argentina: what came from non-members apart, the used reserve rebuilt, then three times 5 %. */
static void
test_argentina (void)
{
  const Sum balances[] = { { "result", -1370000000 }, { "member-shares", -400000000 }, { NULL } };
  const Sum amounts[] = { { "surplus", 1370000000 },
                          { "nonmember_surplus", 120000000 },
                          { "reserve_used", 50000000 },
                          { NULL } };
  const Sum expected[] = { { "special-reserve", 120000000 },
                           { "losses", 0 },
                           { "rebuild", 50000000 },
                           { "reserve", 60000000 },
                           { "welfare", 60000000 },
                           { "education", 60000000 },
                           { "share-interest", 0 },
                           { "to-decide", 1020000000 },
                           { NULL } };
  check_amounts ("worker-ar.json", balances, amounts, expected);
}

/* A set that lacks a language, a mark or a known origin is refused at its line. */
static void
test_refusals (void)
{
  const struct {
    const char *text;
    const char *message;
  } rows[] = {
    { "{\"id\": \"x\",\n\"mark\": \"D\"}", "x:2: found “D”; expected one of: C, S, U." },
    { "{\"id\": \"x\", \"mark\": \"C\",\n\"label\": {\"en\": \"X\"}}",
      "x:2: found an object without the field “es”; expected it here." },
    { "{\"id\": \"x\", \"mark\": \"C\", \"label\": {\"en\": \"X\", \"es\": \"X\"}, \"sources\": [],\n"
      "\"amounts\": [{\"name\": \"a\", \"origin\": \"guess\"}]}",
      "x:2: found “guess”; expected one of: result, income, typed." },
    { "[]", "x:1: found a list [ … ]; expected an object { … }." },
    { "{", "x:1: found the end of the file; expected a name in double quotes or “}”." },
  };
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_assert_null (tq_rule_set_read ("x", rows[i].text, strlen (rows[i].text), "en", &error));
    g_assert_error (error, TQ_ERROR, TQ_ERROR_FORMAT);
    g_assert_cmpstr (error->message, ==, rows[i].message);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/surplus/rule-sets/shipped", test_shipped);
  g_test_add_func ("/surplus/rule-sets/families", test_families);
  g_test_add_func ("/surplus/rule-sets/mexico", test_mexico);
  g_test_add_func ("/surplus/rule-sets/argentina", test_argentina);
  g_test_add_func ("/surplus/rule-sets/refusals", test_refusals);
  return g_test_run ();
}
