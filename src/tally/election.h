/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TQ_ELECTION_PROJECTS_MAX 10000u
#define TQ_ELECTION_ENTRIES_MAX (1u << 24) /* projects named on all ballots */
#define TQ_ELECTION_MONEY_MAX G_GINT64_CONSTANT (1000000000000000) /* 10^15 smallest units */
#define TQ_ELECTION_POINTS_MAX 1000000000u                    /* on one ballot for one project */
#define TQ_ELECTION_WEIGHT_MAX G_GINT64_CONSTANT (1000000000) /* of all ballots together */

typedef enum {
  TQ_VOTE_APPROVAL,
  TQ_VOTE_CHOOSE_ONE,
  TQ_VOTE_CUMULATIVE,
  TQ_VOTE_ORDINAL,
  TQ_VOTE_SCORING,
} TqVoteType;

typedef struct {
  char *id;
  char *name;
  gint64 cost;  /* in units of 10^-digits */
  gint64 votes; /* weight of the ballots that name it */
} TqProject;

/* A ballot that is kept in the record and not counted. */
typedef struct {
  char *voter;
  guint line;
  const char *reason; /* a word for the JSON: "empty", "weight_zero", "more_than_one" */
} TqInvalidBallot;

/* Projects, a budget and ballots; equal ballots are one class with their weights added. The entries
 * of class c are those from class_start[c] to class_start[c + 1]: in the order of the ballot where
 * the order is the vote (ordinal), else by project. */
typedef struct {
  TqVoteType vote_type;
  gint64 budget; /* in units of 10^-digits */
  guint digits;  /* decimals of all money of this election */
  guint max_length;
  GArray *projects; /* TqProject */
  GArray *invalid;  /* TqInvalidBallot */
  guint ballots;    /* counted */
  gint64 weight;    /* of the counted: the n of the rules */

  GArray *class_start;   /* guint32, one more than classes */
  GArray *class_weight;  /* gint64 */
  GArray *entry_project; /* guint16 */
  GArray *entry_points;  /* guint32; empty where the ballots carry no points */
  GArray *class_hash;    /* guint64 */
  guint32 *places;       /* hash table of classes: index + 1 */
  gsize mask;
  guint64 seed;
} TqElection;

TqElection *tq_election_new (TqVoteType vote_type) G_GNUC_WARN_UNUSED_RESULT;
void tq_election_free (TqElection *election);
void tq_election_add_project (TqElection *election, const char *id, const char *name, gint64 cost);
void tq_election_add_ballot (TqElection *election,
                             guint16 *projects,
                             guint32 *points,
                             guint count,
                             gint64 weight);
void
tq_election_add_invalid (TqElection *election, const char *voter, guint line, const char *reason);
guint tq_election_get_class_count (const TqElection *election);
guint tq_election_get_project_count (const TqElection *election);
const TqProject *tq_election_get_project (const TqElection *election, guint index);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqElection, tq_election_free)

G_END_DECLS
