/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Big files of ballots from a seed, and what of a count is reading and what is counting.
 *
 *   ballots make-pb VOTERS PROJECTS SEED FILE   approval ballots of 1 to 10 projects, some projects
 *                                               far more popular than others
 *   ballots make-pot VOTERS USES SEED FILE      splits of 100 parts among the uses
 *   ballots make-ranked VOTERS OPTIONS SEED FILE
 *                                               full rankings of the options, as JSON
 *   ballots make-blt VOTERS OPTIONS SEED FILE   the same as .blt
 *   ballots read FILE                           plain reading: every byte once, lines and commas
 *   ballots time RULE FILE                      seconds of reading and of counting by RULE */
#include "tally/blt-reader.h"
#include "tally/budget-count.h"
#include "tally/budget-rule.h"
#include "tally/pb-reader.h"
#include "tally/pot-count.h"
#include "tally/pot-json.h"
#include "tally/ranked-json.h"
#include "tally/schulze.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A generator of our own, so that a seed means the same file everywhere. */
static guint64 state;

static guint
draw (guint below)
{
  state =
    state * G_GUINT64_CONSTANT (6364136223846793005) + G_GUINT64_CONSTANT (1442695040888963407);
  return (guint) ((state >> 33) % below);
}

/* Small numbers come far more often than large ones. */
static guint
draw_skewed (guint below)
{
  return (guint) ((guint64) draw (below) * (draw (below) + 1) / below);
}

static void
make_pb (guint voters, guint projects, FILE *file)
{
  g_autofree guint *seen = g_new0 (guint, projects);
  guint64 total = 0;
  g_autofree guint *costs = g_new (guint, projects);
  for (guint p = 0; p < projects; p++) {
    costs[p] = 500 + 100 * draw_skewed (1000) + draw (100);
    total += costs[p];
  }
  fprintf (file, "META\nkey;value\nbudget;%u\nvote_type;approval\n", (guint) (total / 4));
  fprintf (file, "num_projects;%u\nnum_votes;%u\n", projects, voters);
  fprintf (file, "PROJECTS\nproject_id;cost;name\n");
  for (guint p = 0; p < projects; p++)
    fprintf (file, "%u;%u;Project %u\n", p + 1, costs[p], p + 1);
  fprintf (file, "VOTES\nvoter_id;vote\n");
  for (guint v = 1; v <= voters; v++) {
    const guint count = MIN (1 + draw (10), projects);
    fprintf (file, "%u;", v);
    for (guint i = 0; i < count; i++) {
      guint project = draw_skewed (projects);
      while (seen[project] == v)
        project = draw (projects);
      seen[project] = v;
      fprintf (file, "%s%u", i > 0 ? "," : "", project + 1);
    }
    fputc ('\n', file);
  }
}

static void
make_pot (guint voters, guint uses, FILE *file)
{
  g_autofree guint *parts = g_new (guint, uses);
  fprintf (file, "{\"pot_cents\":1234567890,\"unit\":100,\"options\":[");
  for (guint j = 0; j < uses; j++)
    fprintf (file, "%s\"use %u\"", j > 0 ? "," : "", j + 1);
  fprintf (file, "],\"voters\":[\n");
  for (guint v = 1; v <= voters; v++) {
    memset (parts, 0, uses * sizeof *parts);
    for (guint left = 100; left > 0;) {
      const guint part = 1 + draw (MIN (left, 12));
      parts[draw (uses)] += part;
      left -= part;
    }
    fprintf (file, "%s{\"name\":\"%u\",\"split\":[", v > 1 ? ",\n" : "", v);
    for (guint j = 0; j < uses; j++)
      fprintf (file, "%s%u", j > 0 ? "," : "", parts[j]);
    fprintf (file, "]}");
  }
  fprintf (file, "]}\n");
}

/* Draws an order of *n* options into *order*. */
static void
draw_order (guint n, guint *order)
{
  for (guint i = 0; i < n; i++) {
    const guint at = draw (i + 1);
    order[i] = order[at];
    order[at] = i + 1;
  }
}

static void
make_ranked (guint voters, guint options, FILE *file)
{
  g_autofree guint *order = g_new0 (guint, options);
  fprintf (file, "{\"options\":[");
  for (guint j = 0; j < options; j++)
    fprintf (file, "%s\"option %u\"", j > 0 ? "," : "", j + 1);
  fprintf (file, "],\"ballots\":[\n");
  for (guint v = 0; v < voters; v++) {
    draw_order (options, order);
    fprintf (file, "%s[1,[", v > 0 ? ",\n" : "");
    for (guint j = 0; j < options; j++)
      fprintf (file, "%s%u", j > 0 ? "," : "", order[j]);
    fprintf (file, "]]");
  }
  fprintf (file, "]}\n");
}

static void
make_blt (guint voters, guint options, FILE *file)
{
  g_autofree guint *order = g_new0 (guint, options);
  fprintf (file, "%u 1\n", options);
  for (guint v = 0; v < voters; v++) {
    draw_order (options, order);
    fprintf (file, "1");
    for (guint j = 0; j < options; j++)
      fprintf (file, " %u", order[j]);
    fprintf (file, " 0\n");
  }
  fprintf (file, "0\n");
  for (guint j = 0; j < options; j++)
    fprintf (file, "\"option %u\"\n", j + 1);
}

static int
read_plainly (const char *path)
{
  static char buffer[1 << 16];
  guint64 lines = 0;
  guint64 commas = 0;
  FILE *file = fopen (path, "rb");
  if (file == NULL)
    return 1;
  for (gsize got = fread (buffer, 1, sizeof buffer, file); got > 0;
       got = fread (buffer, 1, sizeof buffer, file))
    for (gsize i = 0; i < got; i++) {
      lines += buffer[i] == '\n' ? 1 : 0;
      commas += buffer[i] == ',' ? 1 : 0;
    }
  (void) fclose (file);
  printf ("%" G_GUINT64_FORMAT " lines, %" G_GUINT64_FORMAT " commas\n", lines, commas);
  return 0;
}

static void
print_times (gint64 start, gint64 read, gint64 end)
{
  printf ("reading %" G_GINT64_FORMAT " ms, counting %" G_GINT64_FORMAT " ms\n",
          (read - start) / 1000,
          (end - read) / 1000);
}

static gboolean
time_budget (const char *rule, const char *path, GError **error)
{
  const TqCountOptions options = { NULL };
  g_autoptr (GString) out = g_string_new (NULL);
  TqJsonWriter writer;
  const gint64 start = g_get_monotonic_time ();
  g_autoptr (TqElection) election = tq_pb_load_file (path, error);
  if (election == NULL)
    return FALSE;
  const gint64 read = g_get_monotonic_time ();
  tq_json_writer_start (&writer, out, TRUE);
  tq_json_writer_begin_object (&writer, NULL);
  if (!tq_budget_count (rule, election, &options, &writer, NULL, error))
    return FALSE;
  tq_json_writer_end_object (&writer);
  print_times (start, read, g_get_monotonic_time ());
  return TRUE;
}

static gboolean
time_pot (const char *rule, const char *path, GError **error)
{
  g_autoptr (GString) out = g_string_new (NULL);
  TqJsonWriter writer;
  const gint64 start = g_get_monotonic_time ();
  g_autoptr (TqPot) pot = tq_pot_load_file (path, error);
  if (pot == NULL)
    return FALSE;
  const gint64 read = g_get_monotonic_time ();
  tq_json_writer_start (&writer, out, TRUE);
  tq_json_writer_begin_object (&writer, NULL);
  if (!tq_pot_count (rule, pot, &writer, NULL, error))
    return FALSE;
  tq_json_writer_end_object (&writer);
  print_times (start, read, g_get_monotonic_time ());
  return TRUE;
}

static gboolean
time_schulze (const char *path, GError **error)
{
  g_auto (TqSchulze) schulze = { 0 };
  const gint64 start = g_get_monotonic_time ();
  g_autoptr (TqBallots) ballots = g_str_has_suffix (path, ".blt")
                                    ? tq_blt_load_file (path, error)
                                    : tq_ranked_json_load_file (path, error);
  if (ballots == NULL)
    return FALSE;
  const gint64 read = g_get_monotonic_time ();
  g_autoptr (TqRecord) record = tq_record_new (ballots, NULL, error);
  if (record == NULL)
    return FALSE;
  tq_schulze_count (record, &schulze);
  print_times (start, read, g_get_monotonic_time ());
  return TRUE;
}

static int
time_rule (const char *rule, const char *path)
{
  g_autoptr (GError) error = NULL;
  gboolean done = FALSE;
  if (g_str_equal (rule, "schulze"))
    done = time_schulze (path, &error);
  else if (g_str_has_suffix (path, ".pb"))
    done = time_budget (rule, path, &error);
  else
    done = time_pot (rule, path, &error);
  if (!done)
    fprintf (stderr, "%s\n", error->message);
  return done ? 0 : 1;
}

static int
make (char **words)
{
  const guint voters = (guint) strtoul (words[2], NULL, 10);
  const guint options = (guint) strtoul (words[3], NULL, 10);
  state = strtoull (words[4], NULL, 10);
  FILE *file = fopen (words[5], "wb");
  if (file == NULL || voters == 0 || options == 0)
    return 1;
  if (g_str_equal (words[1], "make-pb"))
    make_pb (voters, options, file);
  else if (g_str_equal (words[1], "make-ranked"))
    make_ranked (voters, options, file);
  else if (g_str_equal (words[1], "make-blt"))
    make_blt (voters, options, file);
  else
    make_pot (voters, options, file);
  return fclose (file) == 0 ? 0 : 1;
}

int
main (int argc, char **argv)
{
  if (argc == 6 && g_str_has_prefix (argv[1], "make-"))
    return make (argv);
  if (argc == 3 && g_str_equal (argv[1], "read"))
    return read_plainly (argv[2]);
  if (argc == 4 && g_str_equal (argv[1], "time"))
    return time_rule (argv[2], argv[3]);
  return 2;
}
