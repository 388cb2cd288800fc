/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Ballots about projects within a budget, as every rule of the kind wants them.
 *
 * 1. Equal ballots are one class; a class of weight w counts as w equal voters. So a count takes as
 *    long as there are different ballots, and no rule can tell who cast which.
 * 2. The order in which ballots come decides nothing but the order of the classes, and no rule
 *    looks at that.
 * 3. A project is named at most once on a ballot.
 * 4. Ballots that name nothing and ballots of weight 0 are kept in the record, not in the count. */
#include "tally/election.h"

#include <stdlib.h>
#include <string.h>

static void
clear_project (gpointer data)
{
  TqProject *project = data;
  g_free (project->id);
  g_free (project->name);
}

static void
clear_invalid (gpointer data)
{
  g_free (((TqInvalidBallot *) data)->voter);
}

TqElection *
tq_election_new (TqVoteType vote_type)
{
  TqElection *election = g_new0 (TqElection, 1);
  election->vote_type = vote_type;
  election->projects = g_array_new (FALSE, FALSE, sizeof (TqProject));
  g_array_set_clear_func (election->projects, clear_project);
  election->invalid = g_array_new (FALSE, FALSE, sizeof (TqInvalidBallot));
  g_array_set_clear_func (election->invalid, clear_invalid);
  election->class_start = g_array_new (FALSE, TRUE, sizeof (guint32));
  g_array_set_size (election->class_start, 1);
  election->class_weight = g_array_new (FALSE, FALSE, sizeof (gint64));
  election->entry_project = g_array_new (FALSE, FALSE, sizeof (guint16));
  election->entry_points = g_array_new (FALSE, FALSE, sizeof (guint32));
  election->class_hash = g_array_new (FALSE, FALSE, sizeof (guint64));
  election->mask = 255;
  election->places = g_new0 (guint32, election->mask + 1);
  election->seed = (guint64) g_random_int () << 32 | g_random_int ();
  return election;
}

void
tq_election_free (TqElection *election)
{
  g_array_unref (election->projects);
  g_array_unref (election->invalid);
  g_array_unref (election->class_start);
  g_array_unref (election->class_weight);
  g_array_unref (election->entry_project);
  g_array_unref (election->entry_points);
  g_array_unref (election->class_hash);
  g_free (election->places);
  g_free (election);
}

/* Adds a project; its number is the count before. The caller sees to it that ids differ. */
void
tq_election_add_project (TqElection *election, const char *id, const char *name, gint64 cost)
{
  g_return_if_fail (election->projects->len < TQ_ELECTION_PROJECTS_MAX && cost >= 0);
  const TqProject project = { .id = g_strdup (id), .name = g_strdup (name), .cost = cost };
  g_array_append_val (election->projects, project);
}

#define SHORT_BALLOT 64u

static int
compare_packed (gconstpointer a, gconstpointer b)
{
  const guint64 left = *(const guint64 *) a;
  const guint64 right = *(const guint64 *) b;
  return (left > right) - (left < right);
}

static void
sort_long (guint16 *projects, guint32 *points, guint count)
{
  g_autofree guint64 *packed = g_new (guint64, count);
  for (guint i = 0; i < count; i++)
    packed[i] = (guint64) projects[i] << 32 | (points != NULL ? points[i] : 0);
  qsort (packed, count, sizeof *packed, compare_packed);
  for (guint i = 0; i < count; i++) {
    projects[i] = (guint16) (packed[i] >> 32);
    if (points != NULL)
      points[i] = (guint32) packed[i];
  }
}

/* By insertion for the short lists that ballots are. */
static void
sort_entries (guint16 *projects, guint32 *points, guint count)
{
  if (count > SHORT_BALLOT) {
    sort_long (projects, points, count);
    return;
  }
  for (guint i = 1; i < count; i++) {
    const guint16 project = projects[i];
    const guint32 given = points != NULL ? points[i] : 0;
    guint j = i;
    for (; j > 0 && projects[j - 1] > project; j--) {
      projects[j] = projects[j - 1];
      if (points != NULL)
        points[j] = points[j - 1];
    }
    projects[j] = project;
    if (points != NULL)
      points[j] = given;
  }
}

static guint64
hash_entries (guint64 seed, const guint16 *projects, const guint32 *points, guint count)
{
  guint64 hash = seed ^ count;
  for (guint i = 0; i < count; i++) {
    const guint64 given = points != NULL ? points[i] : 0;
    hash = (hash ^ (given << 16 | projects[i])) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
    hash ^= hash >> 32;
  }
  return hash;
}

static gboolean
is_class (const TqElection *election,
          guint32 index,
          const guint16 *projects,
          const guint32 *points,
          guint count)
{
  const guint32 start = g_array_index (election->class_start, guint32, index);
  const guint32 end = g_array_index (election->class_start, guint32, index + 1);
  const guint16 *own = &g_array_index (election->entry_project, guint16, start);
  if (end - start != count || memcmp (own, projects, count * sizeof *projects) != 0)
    return FALSE;
  return points == NULL || memcmp (&g_array_index (election->entry_points, guint32, start),
                                   points,
                                   count * sizeof *points) == 0;
}

static void
grow (TqElection *election)
{
  election->mask = election->mask * 2 + 1;
  g_free (election->places);
  election->places = g_new0 (guint32, election->mask + 1);
  for (guint32 i = 0; i < election->class_hash->len; i++) {
    gsize place = g_array_index (election->class_hash, guint64, i) & election->mask;
    while (election->places[place] != 0)
      place = (place + 1) & election->mask;
    election->places[place] = i + 1;
  }
}

static void
add_class (TqElection *election,
           const guint16 *projects,
           const guint32 *points,
           guint count,
           gint64 weight)
{
  g_array_append_vals (election->entry_project, projects, count);
  if (points != NULL)
    g_array_append_vals (election->entry_points, points, count);
  const guint32 end = election->entry_project->len;
  g_array_append_val (election->class_start, end);
  g_array_append_val (election->class_weight, weight);
}

/* Counts a ballot that names *count* > 0 different projects, with *points* for each (nullable, but
 * the same for all ballots), for a voter of *weight* > 0. The two lists may be put into another
 * order. */
void
tq_election_add_ballot (TqElection *election,
                        guint16 *projects,
                        guint32 *points,
                        guint count,
                        gint64 weight)
{
  g_return_if_fail (count > 0 && weight > 0);
  g_return_if_fail (weight <= TQ_ELECTION_WEIGHT_MAX - election->weight);
  g_return_if_fail (count <= TQ_ELECTION_ENTRIES_MAX - election->entry_project->len);
  if (election->vote_type != TQ_VOTE_ORDINAL)
    sort_entries (projects, points, count);
  election->ballots++;
  election->weight += weight;
  for (guint i = 0; i < count; i++)
    g_array_index (election->projects, TqProject, projects[i]).votes += weight;

  const guint64 hash = hash_entries (election->seed, projects, points, count);
  gsize place = hash & election->mask;
  for (; election->places[place] != 0; place = (place + 1) & election->mask) {
    const guint32 index = election->places[place] - 1;
    if (g_array_index (election->class_hash, guint64, index) == hash &&
        is_class (election, index, projects, points, count)) {
      g_array_index (election->class_weight, gint64, index) += weight;
      return;
    }
  }
  add_class (election, projects, points, count, weight);
  g_array_append_val (election->class_hash, hash);
  election->places[place] = election->class_hash->len;
  if (election->class_hash->len > election->mask / 2)
    grow (election);
}

/* Keeps a ballot in the record that does not count; *reason* is a static word. */
void
tq_election_add_invalid (TqElection *election, const char *voter, guint line, const char *reason)
{
  const TqInvalidBallot ballot = { g_strdup (voter), line, reason };
  g_array_append_val (election->invalid, ballot);
}

guint
tq_election_get_class_count (const TqElection *election)
{
  return election->class_weight->len;
}

guint
tq_election_get_project_count (const TqElection *election)
{
  return election->projects->len;
}

const TqProject *
tq_election_get_project (const TqElection *election, guint index)
{
  return &g_array_index (election->projects, TqProject, index);
}
