/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Files that break their format, one real way each: all end with the file, the line, what was found
 * and what was expected. */
#include "base/error.h"
#include "tally/pb-reader.h"
#include "tally/pot-json.h"

#include <glib/gstdio.h>
#include <string.h>

typedef struct {
  const char *name;
  guint line;
  const char *found;
} Row;

static const Row budget_rows[] = {
  { "budget-negative.pb", 3, "found the budget “-100”" },
  { "budget-overflow.pb", 3, "found the budget “99999999999999999999”" },
  { "budget-text.pb", 3, "found the budget “a lot”" },
  { "budget-thousands.pb", 3, "found the budget “1,000”" },
  { "budget-twice.pb", 5, "found the key “budget” a second time" },
  { "choice-twice.pb", 12, "found “2” twice on one ballot" },
  { "cost-beside-budget.pb", 9, "found amounts too large to be counted exactly in units of 10^-6" },
  { "cost-column.pb", 6, "found the columns “project_id” and so on without “cost”" },
  { "cost-decimals.pb", 7, "found the cost “40.1234567” of project “1”" },
  { "cost-text.pb", 7, "found the cost “forty” of project “1”" },
  { "cut-projects.pb", 10, "found 2 projects" },
  { "cut-row.pb", 13, "found 1 columns" },
  { "cut-votes.pb", 14, "found 3 votes" },
  { "empty.pb", 1, "found the end of the file" },
  { "latin1.pb", 7, "found the byte 0xfa as number 36 of the line" },
  { "no-budget.pb", 4, "found no key “budget” in META" },
  { "no-header.pb", 2, "found the columns “budget” and so on without “key”" },
  { "no-meta.pb", 1, "found the section PROJECTS" },
  { "no-project.pb", 7, "found no project" },
  { "no-vote-type.pb", 4, "found no key “vote_type” in META" },
  { "no-votes.pb", 8, "found the end of the file" },
  { "nothing-counts.pb", 12, "found no ballot that counts" },
  { "nul.pb", 8, "found the byte 0x00 as number 8 of the line" },
  { "number-text.pb", 5, "found “three” as the value of “num_votes”" },
  { "points-column.pb", 10, "found the columns “voter_id” and so on without “points”" },
  { "points-few.pb", 12, "found the points “5” for 2 projects" },
  { "points-many.pb", 12, "found the points “3,2,1” for 2 projects" },
  { "points-negative.pb", 12, "found “-2” as points" },
  { "points-overflow.pb", 12, "found “99999999999” as points" },
  { "points-text.pb", 12, "found “x” as points" },
  { "project-twice.pb", 8, "found project “1” a second time" },
  { "project-without-id.pb", 7, "found a project id of 0 bytes" },
  { "row-wide.pb", 12, "found 4 columns" },
  { "section-twice.pb", 14, "found the section META" },
  { "text-before.pb", 1, "found “Dear members,”" },
  { "unknown-project.pb", 12, "found a vote for “7”" },
  { "utf16.pb", 1, "found the byte 0xff as number 1 of the line" },
  { "vote-type.pb", 4, "found the vote type “acclamation”" },
  { "voter-twice.pb", 13, "found voter “a” a second time" },
  { "voter-without-id.pb", 12, "found a voter id of 0 bytes" },
  { "weight-negative.pb", 12, "found the weight “-1”" },
};

static const Row pot_rows[] = {
  { "options-empty.json", 2, "found “]”" },
  { "options-number.json", 2, "found 7" },
  { "options-twice.json", 2, "found “reserve”" },
  { "pot-cut.json", 5, "found the end of the file" },
  { "pot-decimal.json", 1, "found 10.5" },
  { "pot-empty.json", 1, "found the end of the file" },
  { "pot-latin1.json", 2, "found the byte 0xF3" },
  { "pot-list.json", 1, "found “[”" },
  { "pot-missing.json", 6, "found “}”" },
  { "pot-negative.json", 1, "found -1000" },
  { "pot-nothing-counts.json", 7, "found no proposal that counts" },
  { "pot-overflow.json", 1, "found 99999999999999999999" },
  { "pot-rest.json", 7, "found “{”" },
  { "pot-text.json", 1, "found “much”" },
  { "pot-twice.json", 1, "found 5" },
  { "split-long.json", 5, "found 10" },
  { "split-missing.json", 5, "found a voter without “split”" },
  { "split-negative.json", 5, "found 120" },
  { "split-short.json", 5, "found “]”" },
  { "split-sum.json", 5, "found a split that sums to 90" },
  { "split-twice.json", 5, "found “[”" },
  { "unit-missing.json", 6, "found “}”" },
  { "unit-zero.json", 1, "found 0" },
  { "voter-name-twice.json", 5, "found “a”" },
  { "voters-object.json", 3, "found “{”" },
  { "voters-twice.json", 6, "found “[”" },
  { "weight-negative.json", 5, "found -1" },
  { "weight-overflow.json", 5, "found more voters or weight than can be counted at once" },
};

static void
check (const Row *row, const char *path, const GError *error)
{
  g_autofree char *start = g_strdup_printf ("%s:%u: %s", path, row->line, row->found);
  g_assert_error (error, TQ_ERROR, TQ_ERROR_FORMAT);
  if (!g_str_has_prefix (error->message, start))
    g_error ("%s, expected %s", error->message, start);
  g_assert_nonnull (strstr (error->message, "expected "));
}

static char *
find_file (const char *name)
{
  return g_build_filename (g_getenv ("TEQUIO_SOURCE_DIR"), "tests", "tally", "bad", name, NULL);
}

/* Each .pb file is refused at its line. */
static void
test_budget (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (budget_rows); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *path = find_file (budget_rows[i].name);
    g_assert_null (tq_pb_load_file (path, &error));
    check (&budget_rows[i], path, error);
  }
}

/* Each pot is refused at its line. */
static void
test_pot (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (pot_rows); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *path = find_file (pot_rows[i].name);
    g_assert_null (tq_pot_load_file (path, &error));
    check (&pot_rows[i], path, error);
  }
}

/* A file that is not there, and a folder, are no format's fault. */
static void
test_unreadable (void)
{
  g_autoptr (GError) absent = NULL;
  g_autofree char *path = find_file ("no-such-file.pb");
  g_assert_null (tq_pb_load_file (path, &absent));
  g_assert_error (absent, TQ_ERROR, TQ_ERROR_NOT_FOUND);
  g_autoptr (GError) folder = NULL;
  g_autofree char *folder_path = find_file ("");
  g_assert_null (tq_pb_load_file (folder_path, &folder));
  g_assert_error (folder, TQ_ERROR, TQ_ERROR_STORE);
}

/* Writes *head*, *piece* so often, and a line feed to a new file (transfer full). */
static char *
write_repeated (const char *head, const char *piece, guint times)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) text = g_string_new (head);
  char *path = NULL;
  for (guint i = 0; i < times; i++)
    g_string_append (text, piece);
  g_string_append_c (text, '\n');
  const int handle = g_file_open_tmp ("tequio-bad-XXXXXX", &path, &error);
  g_assert_no_error (error);
  g_close (handle, NULL);
  g_file_set_contents (path, text->str, (gssize) text->len, &error);
  g_assert_no_error (error);
  return path;
}

/* Ten million columns, and more columns than anybody needs, are refused without reading them all.
 * */
static void
test_wide (void)
{
  static const struct {
    guint columns;
    Row row;
  } rows[] = {
    { 10000000, { NULL, 3, "found a line longer than 1048576 bytes" } },
    { 300, { NULL, 3, "found more than 200 columns" } },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_autofree char *path = write_repeated ("META\nkey;value\nbudget", ";1", rows[i].columns);
    const gint64 start = g_get_monotonic_time ();
    g_assert_null (tq_pb_load_file (path, &error));
    g_assert_cmpint (g_get_monotonic_time () - start, <, G_USEC_PER_SEC);
    check (&rows[i].row, path, error);
    g_unlink (path);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tally/bad/budget", test_budget);
  g_test_add_func ("/tally/bad/pot", test_pot);
  g_test_add_func ("/tally/bad/unreadable", test_unreadable);
  g_test_add_func ("/tally/bad/wide", test_wide);
  return g_test_run ();
}
