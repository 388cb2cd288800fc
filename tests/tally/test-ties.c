/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "base/error.h"
#include "tally/ties.h"

#include <glib/gstdio.h>
#include <string.h>

static const char *const names[] = { "c10", "c2", "á", "z" };

static char *
write_lot (const char *contents)
{
  g_autoptr (GError) error = NULL;
  char *path = NULL;
  const int handle = g_file_open_tmp ("tequio-lot-XXXXXX", &path, &error);
  g_assert_no_error (error);
  g_close (handle, NULL);
  g_file_set_contents (path, contents, -1, &error);
  g_assert_no_error (error);
  return path;
}

static TqTieRule *
parse_lot (const char *contents, GError **error)
{
  g_autofree char *path = write_lot (contents);
  g_autofree char *word = g_strconcat ("lot:", path, NULL);
  TqTieRule *rule = tq_tie_rule_parse (word, error);
  g_unlink (path);
  return rule;
}

/* The three words name the three policies, and no rule at all is the cheapest. */
static void
test_policy (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TqTieRule) cheapest = tq_tie_rule_parse ("cheapest", &error);
  g_autoptr (TqTieRule) id = tq_tie_rule_parse ("id", &error);
  g_autoptr (TqTieRule) lot = parse_lot ("z\n", &error);
  g_assert_no_error (error);
  g_assert_cmpint (tq_tie_rule_get_policy (NULL), ==, TQ_TIES_CHEAPEST);
  g_assert_cmpint (tq_tie_rule_get_policy (cheapest), ==, TQ_TIES_CHEAPEST);
  g_assert_cmpint (tq_tie_rule_get_policy (id), ==, TQ_TIES_ID);
  g_assert_cmpint (tq_tie_rule_get_policy (lot), ==, TQ_TIES_LOT);
}

/* Another word, a file that is not there, a name twice and a file that is no text are refused. */
static void
test_refused (void)
{
  static const struct {
    const char *text;
    int code;
  } rows[] = {
    { "", TQ_ERROR_INVALID },
    { "lot", TQ_ERROR_INVALID },
    { "lot:", TQ_ERROR_INVALID },
    { "Cheapest", TQ_ERROR_INVALID },
    { "lot:/no/such/lot.txt", TQ_ERROR_NOT_FOUND },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_assert_null (tq_tie_rule_parse (rows[i].text, &error));
    g_assert_error (error, TQ_ERROR, rows[i].code);
  }
  g_autoptr (GError) twice = NULL;
  g_assert_null (parse_lot ("a\nb\n\n a \n", &twice));
  g_assert_error (twice, TQ_ERROR, TQ_ERROR_FORMAT);
  g_assert_nonnull (strstr (twice->message, ":4: found “a”"));
  g_autoptr (GError) latin = NULL;
  g_assert_null (parse_lot ("\xe1\n", &latin));
  g_assert_error (latin, TQ_ERROR, TQ_ERROR_FORMAT);
}

/* Without a lot the order is that of the code points; with one it is that of the file, with or
 * without a byte order mark, CRLF and blank lines; a name that the lot leaves out is an error. */
static void
test_rank (void)
{
  g_autoptr (GError) error = NULL;
  static const guint by_name[] = { 1, 2, 4, 3 }, by_lot[] = { 5, 3, 4, 1 };
  guint ranks[G_N_ELEMENTS (names)] = { 0 };
  g_assert_true (tq_tie_rule_rank (NULL, names, G_N_ELEMENTS (names), ranks, &error));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpuint (ranks[i], ==, by_name[i]);

  g_autoptr (TqTieRule) lot = parse_lot ("\xef\xbb\xbfz\r\n\r\nother\r\nc2\r\ná\r\nc10", &error);
  g_assert_no_error (error);
  g_assert_true (tq_tie_rule_rank (lot, names, G_N_ELEMENTS (names), ranks, &error));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpuint (ranks[i], ==, by_lot[i]);

  g_autoptr (TqTieRule) poor = parse_lot ("z\nc2\n", &error);
  g_assert_no_error (error);
  g_assert_false (tq_tie_rule_rank (poor, names, G_N_ELEMENTS (names), ranks, &error));
  g_assert_error (error, TQ_ERROR, TQ_ERROR_INVALID);
}

/* The record names step, tied, picked and breaker, in JSON and in sentences. */
static void
test_log (void)
{
  g_autoptr (TqTieLog) log = tq_tie_log_new ();
  g_assert_false (tq_tie_log_is_open (log));
  tq_tie_log_begin (log, 3, "c2", TQ_TIE_BY_COST);
  tq_tie_log_add_tied (log, "c10");
  tq_tie_log_add_tied (log, "c2");
  g_assert_false (tq_tie_log_is_open (log));
  tq_tie_log_begin (log, 4, NULL, TQ_TIE_BY_ASSEMBLY);
  tq_tie_log_add_tied (log, "á");
  tq_tie_log_add_tied (log, "z");
  g_assert_true (tq_tie_log_is_open (log));
  g_assert_cmpuint (tq_tie_log_get_count (log), ==, 2);

  g_autoptr (GString) json = g_string_new (NULL);
  TqJsonWriter writer;
  tq_json_writer_start (&writer, json, FALSE);
  tq_json_writer_begin_object (&writer, NULL);
  tq_tie_log_write_json (log, &writer);
  tq_json_writer_end_object (&writer);
  g_assert_cmpstr (json->str,
                   ==,
                   "{\"ties\":[{\"step\":3,\"tied\":[\"c10\",\"c2\"],\"picked\":\"c2\","
                   "\"broken_by\":\"cost\"},{\"step\":4,\"tied\":[\"á\",\"z\"],\"picked\":null,"
                   "\"broken_by\":\"assembly\"}]}");

  g_autoptr (GString) text = g_string_new (NULL);
  tq_tie_log_write_text (log, text);
  g_assert_cmpstr (text->str,
                   ==,
                   "Step 3: tied “c10”, “c2”. “c2” goes first because it costs less.\n"
                   "Step 4: tied “á”, “z”, and no lot was drawn before the count. The assembly "
                   "decides.\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tally/ties/policy", test_policy);
  g_test_add_func ("/tally/ties/refused", test_refused);
  g_test_add_func ("/tally/ties/rank", test_rank);
  g_test_add_func ("/tally/ties/log", test_log);
  return g_test_run ();
}
