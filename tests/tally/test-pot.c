/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Dividing a pot, on examples that are small enough to be counted by hand. */
#include "base/error.h"
#include "tally/pot-count.h"
#include "tally/pot-json.h"

#include <glib/gstdio.h>
#include <string.h>
#include <sys/resource.h>

typedef struct {
  gint64 pot;
  gint64 unit;
  guint uses;
  guint voters;
  struct {
    gint64 weight;
    guint32 parts[4];
  } voter[5];
} Small;

/* Groups of four, two and one who want one use each. */
static const Small single_minded = {
  700001, 1, 3, 3, { { 4, { 1, 0, 0 } }, { 2, { 0, 1, 0 } }, { 1, { 0, 0, 1 } } },
};

static const Small one_voter = { 1000, 100, 2, 1, { { 5, { 37, 63 } } } };
static const Small one_use = { 999, 100, 1, 2, { { 1, { 100 } }, { 3, { 100 } } } };
static const Small thirds = {
  100, 3, 3, 3, { { 1, { 3, 0, 0 } }, { 1, { 0, 3, 0 } }, { 1, { 0, 0, 3 } } },
};

/* Even number of voters: the median is between the two in the middle. */
static const Small even = { 1000, 100, 2, 2, { { 1, { 20, 80 } }, { 1, { 50, 50 } } } };

/* A unit beyond the table of values, and a pot of nothing. */
static const Small fine = {
  0, 1000000000, 2, 2, { { 1, { 1, 999999999 } }, { 1, { 3, 999999997 } } },
};

static const struct {
  const char *rule;
  const Small *pot;
  const char *expected;
} rows[] = {
  { "mean",
    &single_minded,
    "\"shares\":[\"4/7\",\"2/7\",\"1/7\"],\"minor\":[400001,200000,100000]" },
  { "independent_markets", &single_minded, "\"shares\":[\"4/7\",\"2/7\",\"1/7\"]" },
  { "independent_markets", &single_minded, "\"t\":\"1/7\"" },
  { "ladder", &single_minded, "\"shares\":[\"4/7\",\"2/7\",\"1/7\"]" },
  { "piecewise_uniform", &single_minded, "\"shares\":[\"4/7\",\"2/7\",\"1/7\"]" },
  { "utilitarian", &single_minded, "\"shares\":[\"1\",\"0\",\"0\"],\"minor\":[700001,0,0]" },
  { "normalised_median", &single_minded, "\"shares\":[\"1\",\"0\",\"0\"]" },
  { "mean", &one_voter, "\"minor\":[370,630]" },
  { "normalised_median",
    &one_voter,
    "\"medians\":[\"37/100\",\"63/100\"],\"fallback_to_mean\":false" },
  { "independent_markets", &one_voter, "\"minor\":[370,630]" },
  { "utilitarian", &one_voter, "\"minor\":[370,630]" },
  { "piecewise_uniform", &one_voter, "\"minor\":[370,630]" },
  { "ladder", &one_voter, "\"minor\":[370,630]" },
  { "ladder", &one_use, "\"shares\":[\"1\"],\"minor\":[999]" },
  { "normalised_median", &thirds, "\"shares\":[\"1/3\",\"1/3\",\"1/3\"],\"minor\":[34,33,33]" },
  { "normalised_median", &thirds, "\"fallback_to_mean\":true" },
  { "mean", &thirds, "\"picked\":\"u1\",\"broken_by\":\"listing\"" },
  { "normalised_median", &even, "\"medians\":[\"7/20\",\"13/20\"]" },
  { "independent_markets", &even, "\"shares\":[\"1/2\",\"1/2\"]" },
  { "mean", &even, "\"shares\":[\"7/20\",\"13/20\"]" },
  { "mean", &fine, "\"shares\":[\"1/500000000\",\"499999999/500000000\"],\"minor\":[0,0]" },
  { "normalised_median", &fine, "\"medians\":[\"1/500000000\",\"499999999/500000000\"]" },
};

static TqPot *
build (const Small *small)
{
  TqPot *pot = tq_pot_new ();
  pot->pot = small->pot;
  pot->unit = small->unit;
  for (guint j = 0; j < small->uses; j++)
    g_ptr_array_add (pot->names, g_strdup_printf ("u%u", j + 1));
  for (guint i = 0; i < small->voters; i++)
    tq_pot_add_split (pot, small->voter[i].parts, small->voter[i].weight);
  return pot;
}

/* Each row holds. */
static void
test_rows (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_autoptr (TqPot) pot = build (rows[i].pot);
    g_autoptr (GString) out = g_string_new (NULL);
    TqJsonWriter writer;
    tq_json_writer_start (&writer, out, FALSE);
    tq_json_writer_begin_object (&writer, NULL);
    const gboolean done = tq_pot_count (rows[i].rule, pot, &writer, NULL, &error);
    g_assert_no_error (error);
    g_assert_true (done);
    tq_json_writer_end_object (&writer);
    if (strstr (out->str, rows[i].expected) == NULL)
      g_error ("%s: expected %s in %s", rows[i].rule, rows[i].expected, out->str);
  }
}

/* A name that is no rule is refused. */
static void
test_refused (void)
{
  static const char *const names[] = { "", "median", "Mean", "mean " };
  g_autoptr (TqPot) pot = build (&thirds);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autoptr (GError) error = NULL;
    g_assert_false (tq_pot_count (names[i], pot, NULL, NULL, &error));
    g_assert_error (error, TQ_ERROR, TQ_ERROR_INVALID);
  }
}

/* The members may stand in any order, a weight may be left out, and what does not count is on
 * record. */
static void
test_file (void)
{
  static const char *const texts[] = {
    "{\"pot_cents\":10,\"unit\":4,\"options\":[\"a\",\"b\"],\"voters\":[{\"name\":\"x\",\"split\":[1,3]},"
    "{\"name\":\"y\",\"weight\":0,\"split\":[4,0]},{\"name\":\"z\",\"split\":[0,0],\"age\":[1,{}]}]}",
    "{\"voters\":[{\"split\":[1,3],\"name\":\"x\"},{\"split\":[4,0],\"weight\":0,\"name\":\"y\"},"
    "{\"name\":\"z\",\"weight\":3,\"split\":[0,0]}],\"note\":\"a \\u0022note\\n\","
    "\"options\":[\"a\",\"b\"],\"unit\":4,\"pot_cents\":10,\"expected\":{\"mean\":{}}}",
  };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *path = NULL;
    const int handle = g_file_open_tmp ("tequio-pot-XXXXXX", &path, &error);
    g_assert_no_error (error);
    g_close (handle, NULL);
    g_file_set_contents (path, texts[i], -1, &error);
    g_assert_no_error (error);
    g_autoptr (TqPot) pot = tq_pot_load_file (path, &error);
    g_assert_no_error (error);
    g_unlink (path);
    g_assert_cmpint (pot->pot, ==, 10);
    g_assert_cmpint (pot->unit, ==, 4);
    g_assert_cmpint (pot->weight, ==, 1);
    g_assert_cmpuint (pot->splits->len, ==, 2);
    g_assert_cmpuint (g_array_index (pot->splits, guint32, 1), ==, 3);
    g_assert_cmpuint (pot->invalid->len, ==, 2);
    g_assert_cmpstr (g_array_index (pot->invalid, TqPotInvalid, 0).reason, ==, "weight_zero");
    g_assert_cmpstr (g_array_index (pot->invalid, TqPotInvalid, 1).voter, ==, "z");
    g_assert_cmpstr (g_array_index (pot->invalid, TqPotInvalid, 1).reason, ==, "empty");
  }
}

/* The account names the rule, t, every use and where the last units went. */
static void
test_text (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TqPot) pot = build (&single_minded);
  g_autoptr (GString) text = g_string_new (NULL);
  const gboolean done = tq_pot_count ("independent_markets", pot, NULL, text, &error);
  g_assert_no_error (error);
  g_assert_true (done);
  g_assert_nonnull (strstr (text->str, "The shares sum to the pot at t = 1/7."));
  g_assert_nonnull (
    strstr (text->str,
            "1. u1: 4,000.01 (57.14 % = 4/7 of the pot). Weight for more: 4; for as "
            "much or more: 4."));
  g_assert_nonnull (strstr (text->str, "One more for: u1\n"));
}

/* A file of some kilobytes with many uses and a fine unit does not ask for the memory of a table of
 * all values. */
static void
test_memory (void)
{
#ifdef __SANITIZE_ADDRESS__
  g_test_skip ("the address sanitizer needs more than the limit for itself");
#else
  if (!g_test_subprocess ()) {
    g_test_trap_subprocess (NULL, 0, 0);
    g_test_trap_assert_passed ();
    return;
  }
  static const guint32 split[TQ_POT_OPTIONS_MAX] = { 65535 };
  const struct rlimit limit = { 128u << 20, 128u << 20 };
  g_autoptr (GError) error = NULL;
  g_autoptr (TqPot) pot = tq_pot_new ();
  g_autoptr (GString) text = g_string_new (NULL);
  g_assert_cmpint (setrlimit (RLIMIT_AS, &limit), ==, 0);
  pot->pot = 100;
  pot->unit = split[0];
  for (guint i = 0; i < TQ_POT_OPTIONS_MAX; i++)
    g_ptr_array_add (pot->names, g_strdup_printf ("u%u", i));
  tq_pot_add_split (pot, split, 1);
  const gboolean done = tq_pot_count ("mean", pot, NULL, text, &error);
  g_assert_no_error (error);
  g_assert_true (done);
  g_assert_nonnull (strstr (text->str, "1. u0: 1.00 (100.00 %"));
#endif
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tally/pot/rows", test_rows);
  g_test_add_func ("/tally/pot/refused", test_refused);
  g_test_add_func ("/tally/pot/file", test_file);
  g_test_add_func ("/tally/pot/text", test_text);
  g_test_add_func ("/tally/pot/memory", test_memory);
  return g_test_run ();
}
