/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Files of ranked ballots, motions and published outcomes that break their format, one real way
 * each: all end with the file, the line, what was found and what was expected, and none is
 * counted. */
#include "base/error.h"
#include "counting.h"
#include "tally/ballot-file.h"

#include <glib/gstdio.h>
#include <string.h>

#define COLUMNS 10000000u
#define SECONDS_MOST 10

typedef struct {
  const char *name;
  const char *rule;
  guint line;
  const char *found;
} Row;

static const Row blt_rows[] = {
  { "blt-after-zero.blt", "stv", 2, "found “2”" },
  { "blt-count-decimal.blt", "stv", 2, "found “1.5”" },
  { "blt-count-negative.blt", "stv", 2, "found “-3”" },
  { "blt-count-overflow.blt", "stv", 2, "found “99999999999999999999”" },
  { "blt-count-text.blt", "stv", 3, "found “x”" },
  { "blt-cut.blt", "stv", 4, "found the end of the file" },
  { "blt-empty.blt", "stv", 1, "found an empty file" },
  { "blt-equal-alone.blt", "stv", 2, "found “=”" },
  { "blt-equal-end.blt", "stv", 2, "found “0”" },
  { "blt-equal-line.blt", "stv", 2, "found the end of the line" },
  { "blt-equal-twice.blt", "stv", 2, "found candidate 1 a second time" },
  { "blt-equal-zero.blt", "stv", 2, "found “=”" },
  { "blt-header-long.blt", "stv", 1, "found “7”" },
  { "blt-header-text.blt", "stv", 1, "found “two”" },
  { "blt-latin1.blt", "stv", 4, "found the byte 0xED" },
  { "blt-many-candidates.blt", "stv", 1, "found “501”" },
  { "blt-more-seats.blt", "stv", 1, "found “3”" },
  { "blt-more-text.blt", "stv", 7, "found “\"More\"”" },
  { "blt-name-empty.blt", "stv", 4, "found an empty name" },
  { "blt-name-twice.blt", "stv", 5, "found “A” a second time" },
  { "blt-names-cut.blt", "stv", 5, "found the end of the file" },
  { "blt-no-candidates.blt", "stv", 1, "found “0”" },
  { "blt-no-end.blt", "stv", 3, "found “\"A\"”" },
  { "blt-no-seats.blt", "stv", 1, "found “0”" },
  { "blt-no-zero.blt", "stv", 2, "found the end of the line" },
  { "blt-nul.blt", "stv", 2, "found “1?”" },
  { "blt-sum-overflow.blt", "stv", 3, "found weights that add up to more than 1000000000000" },
  { "blt-twice.blt", "stv", 2, "found candidate 1 a second time" },
  { "blt-unknown.blt", "stv", 2, "found “3”" },
  { "blt-utf16.blt", "stv", 1, "found “��2?”" },
  { "blt-withdrawn-all.blt", "stv", 2, "found that all candidates have withdrawn" },
  { "blt-withdrawn-late.blt", "stv", 3, "found “-1”" },
  { "blt-withdrawn-mixed.blt", "stv", 2, "found “1”" },
  { "blt-withdrawn-text.blt", "stv", 2, "found “-x”" },
  { "blt-withdrawn-twice.blt", "stv", 2, "found candidate 2 a second time" },
  { "blt-withdrawn-unknown.blt", "stv", 2, "found “-3”" },
  { "blt-withdrawn-zero.blt", "stv", 2, "found “-0”" },
};

static const Row ranked_rows[] = {
  { "ranked-after.json", "schulze", 3, "found “}”" },
  { "ranked-ballots-twice.json", "schulze", 3, "found “ballots”" },
  { "ranked-bare-ballot.json", "schulze", 2, "found 1" },
  { "ranked-count-negative.json", "schulze", 2, "found -1" },
  { "ranked-count-text.json", "schulze", 2, "found “1”" },
  { "ranked-cut.json", "schulze", 3, "found the end of the file" },
  { "ranked-decimal.json", "schulze", 2, "found 1.5" },
  { "ranked-default.json", "schulze", 2, "found a default option that is not in the list" },
  { "ranked-empty.json", "schulze", 1, "found the end of the file" },
  { "ranked-latin1.json", "schulze", 1, "found the byte 0xED" },
  { "ranked-list.json", "schulze", 1, "found “[”" },
  { "ranked-long.json", "schulze", 3, "found 3" },
  { "ranked-negative.json", "schulze", 2, "found -1" },
  { "ranked-no-ballots.json", "schulze", 1, "found the end of the file" },
  { "ranked-no-options.json", "schulze", 1, "found the end of the file" },
  { "ranked-option-number.json", "schulze", 2, "found 7" },
  { "ranked-option-twice.json", "schulze", 1, "found “A” a second time" },
  { "ranked-options-late.json", "schulze", 2, "found “]”" },
  { "ranked-overflow.json", "schulze", 2, "found 99999999999999999999" },
  { "ranked-quorum.json", "schulze", 2, "found -1" },
  { "ranked-ratio.json", "schulze", 2, "found “0”" },
  { "ranked-ratios-few.json",
    "schulze",
    2,
    "found another number of majority ratios than of options" },
  { "ranked-seats.json", "schulze", 2, "found more seats than options" },
  { "ranked-set-twice.json", "schulze", 2, "found 1" },
  { "ranked-set-unknown.json", "schulze", 2, "found 2" },
  { "ranked-short.json", "schulze", 2, "found “]”" },
  { "ranked-sum-overflow.json",
    "schulze",
    3,
    "found weights that add up to more than 1000000000000" },
  { "ranked-test.json", "schulze", 2, "found “perhaps”" },
  { "ranked-text.json", "schulze", 2, "found “1”" },
  { "ranked-two-kinds.json", "schulze", 3, "found “[”" },
  { "ranked-zero-options.json", "schulze", 1, "found “]”" },
};

static const Row motion_rows[] = {
  { "motion-base.json", "motion", 3, "found another thing for “base”" },
  { "motion-call.json", "motion", 3, "found 0 for “call”" },
  { "motion-eligible.json", "motion", 4, "found 4 present but 3 eligible" },
  { "motion-flag.json", "motion", 3, "found another thing for “strict”" },
  { "motion-kind.json", "motion", 1, "found another thing for “kind”" },
  { "motion-list.json", "motion", 1, "found another thing" },
  { "motion-negative.json", "motion", 2, "found -2 for “agree”" },
  { "motion-no-agree.json", "motion", 1, "found no “agree”" },
  { "motion-no-eligible.json", "motion", 1, "found no “eligible”" },
  { "motion-no-kind.json", "motion", 1, "found no “kind”" },
  { "motion-overflow.json", "motion", 2, "found the number 99999999999999999999" },
  { "motion-present.json", "motion", 3, "found 3 answers but 2 present" },
  { "motion-quorum-empty.json", "motion", 3, "found another thing for “quorum”" },
  { "motion-quorum.json", "motion", 3, "found another thing for “quorum”" },
  { "motion-text.json", "motion", 2, "found something else" },
  { "motion-threshold-zero.json", "motion", 3, "found another thing for “threshold”" },
  { "motion-threshold.json", "motion", 3, "found another thing for “threshold”" },
  { "motion-twice.json", "motion", 2, "found the name “agree” a second time" },
};

static const Row published_rows[] = {
  { "published-lot-twice.json", "published", 2, "found “A” a second time" },
  { "published-lot.json", "published", 2, "found the end of the file" },
  { "published-no-outcome.json", "published", 2, "found the end of the file" },
  { "published-no-rule.json", "published", 2, "found the end of the file" },
  { "published-outcome-list.json", "published", 3, "found “[”" },
  { "published-silent.json", "published", 3, "found an outcome that does not say who won" },
};

static char *
build_path (const char *name)
{
  return g_build_filename (g_getenv ("TEQUIO_SOURCE_DIR"), "tests", "tally", "bad", name, NULL);
}

static void
assert_refused (const Row *row, const char *path, const GError *error)
{
  g_autofree char *place = g_strdup_printf ("%s:%u: ", path, row->line);
  g_autofree char *lot = g_strdup_printf ("%s (lot):%u: ", path, row->line);
  if (error == NULL)
    g_error ("%s was let pass", row->name);
  g_assert_cmpint ((int) error->domain, ==, (int) TQ_ERROR);
  if ((!g_str_has_prefix (error->message, place) && !g_str_has_prefix (error->message, lot)) ||
      strstr (error->message, row->found) == NULL || strstr (error->message, "expected") == NULL)
    g_error ("%s: %s", row->name, error->message);
}

static void
check_rows (const Row *rows, gsize n)
{
  for (gsize i = 0; i < n; i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *path = build_path (rows[i].name);
    g_autofree char *json = counting_tally (rows[i].rule, path, NULL, 0, NULL, &error);
    g_assert_null (json);
    assert_refused (&rows[i], path, error);
  }
}

/* A .blt file: cut, doubled, unknown, negative, overflowing, no text in UTF-8 … */
static void
test_blt (void)
{
  check_rows (blt_rows, G_N_ELEMENTS (blt_rows));
}

/* Ranked ballots in JSON. */
static void
test_ranked (void)
{
  check_rows (ranked_rows, G_N_ELEMENTS (ranked_rows));
}

/* Motions: a typing slip must not decide anything. */
static void
test_motion (void)
{
  check_rows (motion_rows, G_N_ELEMENTS (motion_rows));
}

static void
check_published (const Row *row)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = build_path (row->name);
  g_auto (TqBallotFile) file = { 0 };
  guint compared = 0;
  gboolean done = tq_ballot_file_load (&file, path, &error);
  if (done) {
    g_autofree char *json = counting_tally (file.rule, path, NULL, 0, NULL, &error);
    g_assert_no_error (error);
    g_autoptr (TqJson) recount = tq_json_read (json, strlen (json), 1u << 20, &error);
    g_assert_no_error (error);
    done = tq_ballot_file_compare (&file, recount, &compared, &error);
  }
  g_assert_false (done);
  assert_refused (row, path, error);
}

/* Published ballot files that cannot be checked. */
static void
test_published (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (published_rows); i++)
    check_published (&published_rows[i]);
}

static void
assert_wide (const char *start, const char *cell, const char *rule, guint line, const char *found)
{
  g_autoptr (GString) text = g_string_new (start);
  g_autoptr (GError) error = NULL;
  for (guint i = 0; i < COLUMNS; i++)
    g_string_append (text, cell);
  const Row row = { "ten million columns", rule, line, found };
  g_autofree char *path =
    counting_write_file (*start == '{' ? "json" : "blt", text->str, (gssize) text->len);
  const gint64 began = g_get_monotonic_time ();
  g_autofree char *json = counting_tally (rule, path, NULL, 0, NULL, &error);
  const gint64 ended = g_get_monotonic_time ();
  g_unlink (path);
  g_assert_null (json);
  assert_refused (&row, path, error);
  g_assert_cmpint (ended - began, <, (gint64) SECONDS_MOST * G_USEC_PER_SEC);
}

/* Ten million columns end where the first one too many stands. */
static void
test_wide (void)
{
  assert_wide ("2 1\n1", " 1", "stv", 2, "candidate 1 a second time");
  assert_wide ("{\"options\":[\"A\",\"B\"],\n\"ballots\":[[1,[1", ",1", "schulze", 2, "found 1");
  assert_wide ("{\"ballots\":[[1,[1", ",1", "schulze", 1, "found 1");
}

/* A text cut at any byte is refused, or it is a count of what stands there: never a crash. */
static void
test_cut (void)
{
  static const char blt[] = "3 2\n5 1 2 0\n3 3 0\n0\n\"A\"\n\"B\"\n\"C\"\n";
  static const char json[] = "{\"options\":[\"A\",\"B\"],\"ballots\":[[1,[1,2]],[2,[null,1]]]}";
  for (gsize length = 1; length < sizeof blt - 1; length++) {
    g_autofree char *cut = g_strndup (blt, length);
    g_autoptr (GError) error = NULL;
    g_autofree char *counted = counting_tally_contents ("stv", cut, NULL, 0, &error);
    g_assert_true ((counted == NULL) == (error != NULL));
    g_assert_true (counted == NULL || length >= sizeof blt - 2);
  }
  for (gsize length = 1; length < sizeof json - 1; length++) {
    g_autofree char *cut = g_strndup (json, length);
    g_autoptr (GError) error = NULL;
    g_autofree char *counted = counting_tally_contents ("irv", cut, NULL, 0, &error);
    g_assert_null (counted);
    g_assert_nonnull (error);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tally/bad-ranked/blt", test_blt);
  g_test_add_func ("/tally/bad-ranked/ranked", test_ranked);
  g_test_add_func ("/tally/bad-ranked/motion", test_motion);
  g_test_add_func ("/tally/bad-ranked/published", test_published);
  g_test_add_func ("/tally/bad-ranked/wide", test_wide);
  g_test_add_func ("/tally/bad-ranked/cut", test_cut);
  return g_test_run ();
}
