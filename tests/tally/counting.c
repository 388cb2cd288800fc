/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "counting.h"

#include "tally/motion-count.h"
#include "tally/ranked-count.h"

#include <glib/gstdio.h>
#include <string.h>

/* Writes a temporary file (transfer full: its path; unlink it). */
char *
counting_write_file (const char *extension, const char *contents, gssize length)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *template = g_strdup_printf ("tequio-count-XXXXXX.%s", extension);
  char *path = NULL;
  const int handle = g_file_open_tmp (template, &path, &error);
  g_assert_no_error (error);
  g_close (handle, NULL);
  g_file_set_contents (path, contents, length, &error);
  g_assert_no_error (error);
  return path;
}

/* Counts a file and gives the JSON without blanks (transfer full). *lot* is NULL, "id", or a lot
 * order with one name a line; *text* (nullable) gets the log. */
char *
counting_tally (const char *rule,
                const char *path,
                const char *lot,
                guint seats,
                GString *text,
                GError **error)
{
  g_autoptr (TqTieRule) ties = NULL;
  g_autoptr (GString) json = g_string_new (NULL);
  TqJsonWriter writer;
  if (lot != NULL) {
    ties = strcmp (lot, "id") == 0 ? tq_tie_rule_parse (lot, error)
                                   : tq_tie_rule_new_lot ("lot", lot, error);
    g_assert_nonnull (ties);
  }
  const TqCountOptions options = { ties, seats, NULL };
  tq_json_writer_start (&writer, json, FALSE);
  const gboolean done = strcmp (rule, "motion") == 0
                          ? tq_motion_count_file (rule, path, &options, &writer, text, error)
                          : tq_ranked_count_file (rule, path, &options, &writer, text, error);
  return done ? g_string_free (g_steal_pointer (&json), FALSE) : NULL;
}

/* The same for a file with *contents*: JSON where it begins with a curly bracket, else .blt. */
char *
counting_tally_contents (const char *rule,
                         const char *contents,
                         const char *lot,
                         guint seats,
                         GError **error)
{
  g_autofree char *path = counting_write_file (*contents == '{' ? "json" : "blt", contents, -1);
  char *json = counting_tally (rule, path, lot, seats, NULL, error);
  g_unlink (path);
  return json;
}
