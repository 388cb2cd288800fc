/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "base/error.h"
#include "surplus/allocation-file.h"

#include <string.h>

/* A file of tests/surplus/bad, which differs from a good one in one thing, and how the message goes
 * on after the path. */
static const struct {
  const char *name;
  const char *message;
} rows[] = {
  { "amount-exponent", ":5: found the number 1e2; expected a whole number." },
  { "amount-fraction", ":5: found the number 100.5; expected a whole number." },
  { "amount-text", ":5: found a text in double quotes; expected a number." },
  { "beyond-64-bits", ":5: found the number 9223372036854775808; expected one of" },
  { "both-sides", ":4: found both “dr” and “cr”; expected one of them." },
  { "cut-off", ":17: found the end of the file; expected" },
  { "duplicate-key", ":5: found the name “surplus” a second time" },
  { "duplicate-rule", ":9: R1: The name “R1” already means something else." },
  { "member-twice", ":12: found the member “a” a second time" },
  { "negative-quantity", ":14: found -1; expected zero or more." },
  { "no-rate", ":8: found an object without the field “rate”" },
  { "only-debit", ":8: found only one of “dr” and “cr”" },
  { "pool-unknown", ":9: D: There is no pool “side”." },
  { "portion-not-rest", ":15: found the portions in another order" },
  { "quantity-beyond-64-bits", ":14: The number is beyond 64 bits." },
  { "rate-float", ":8: found the number 0.1; expected an exact ratio as text" },
  { "rate-negative", ":8: found -1/10; expected zero or more." },
  { "rate-not-rational", ":8: “a tenth” is not an exact number." },
  { "rate-zero-denominator", ":8: “1/0” is not an exact number." },
  { "result-left", ": The result of the year, account 3310, ends at -40" },
  { "term-too-long", ":8: found a list of another length; expected a pair" },
  { "trailing-comma", ":3: found “,”; expected a name in double quotes or “}”." },
  { "unbalanced-opening", ":4: found debits and credits that differ by 1" },
  { "unknown-kind", ":8: found “per cent”; expected one of: percent, fixed, fill" },
  { "unknown-member", ":12: found “z”; expected one of the members" },
  { "unknown-name", ":8: R1: The name “surpluss” is neither an amount" },
  { "unknown-rule-field", ":8: found the unknown field “maximum”; expected one of: id" },
  { "unknown-top-field", ":2: found the unknown field “surprise”; expected one of: id" },
  { "weights-not-one", ":13: found weights that add up to 9/10; expected 1." },
  { "withhold-over-one", ":17: found 11/10; expected a part between 0 and 1." },
  { "zero-basis", ":14: S1: The basis “hours” is zero for everyone" },
};

static char *
build_folder (void)
{
  return g_build_filename (g_getenv ("TEQUIO_SOURCE_DIR"), "tests", "surplus", "bad", NULL);
}

/* Every bad file is refused, while it is read or when it runs, with the place and the reason. */
static void
test_messages (void)
{
  g_autofree char *folder = build_folder ();
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *path = g_strdup_printf ("%s/%s.json", folder, rows[i].name);
    g_autoptr (GError) error = NULL;
    g_test_message ("%s", rows[i].name);
    g_autoptr (TqAllocationFile) file = tq_allocation_file_load (path, &error);
    g_autoptr (TqAllocation) allocation =
      file != NULL ? tq_allocation_file_run (file, &error) : NULL;
    g_assert_null (allocation);
    g_assert_nonnull (error);
    g_assert_true (g_str_has_prefix (error->message, path));
    const char *rest = error->message + strlen (path);
    g_autofree char *beginning = g_strndup (rest, strlen (rows[i].message));
    g_assert_cmpstr (beginning, ==, rows[i].message);
  }
}

/* The table has every file of the folder. */
static void
test_all_files (void)
{
  g_autofree char *folder = build_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  guint count = 0;
  g_assert_nonnull (dir);
  while (g_dir_read_name (dir) != NULL)
    count++;
  g_assert_cmpuint (count, ==, G_N_ELEMENTS (rows));
}

/* Every file cut off at any byte is refused in words or still means something; none crashes. */
static void
test_truncated (void)
{
  g_autofree char *folder = build_folder ();
  g_autofree char *path = g_build_filename (folder, "result-left.json", NULL);
  g_autofree char *text = NULL;
  gsize length = 0;
  g_assert_true (g_file_get_contents (path, &text, &length, NULL));
  g_strchomp (text);
  for (gsize cut = 0; cut < strlen (text); cut++) {
    g_autoptr (GError) error = NULL;
    g_assert_null (tq_allocation_file_read ("cut", text, cut, &error));
    g_assert_error (error, TQ_ERROR, TQ_ERROR_FORMAT);
    g_assert_true (g_str_has_prefix (error->message, "cut:"));
  }
}

/* A list of rules without end, a hole of brackets and a flood of members end soon, with words. */
static void
test_floods (void)
{
  const char *pieces[] = { "[", "{\"a\":", "{\"members\":{},\"inputs\":{\"rules\":[", "\"x\"," };
  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++) {
    g_autoptr (GString) text = g_string_new (i == 3 ? "[" : NULL);
    g_autoptr (GError) error = NULL;
    for (guint n = 0; n < 200000; n++)
      g_string_append (text, pieces[i]);
    g_assert_null (tq_allocation_file_read ("flood", text->str, text->len, &error));
    g_assert_error (error, TQ_ERROR, TQ_ERROR_FORMAT);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/surplus/bad-files/messages", test_messages);
  g_test_add_func ("/surplus/bad-files/all-files", test_all_files);
  g_test_add_func ("/surplus/bad-files/truncated", test_truncated);
  g_test_add_func ("/surplus/bad-files/floods", test_floods);
  return g_test_run ();
}
