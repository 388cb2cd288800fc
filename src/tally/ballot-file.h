/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "base/json-reader.h"
#include "tally/ties.h"

G_BEGIN_DECLS

/* What a published ballot file says beside its ballots. */
typedef struct {
  char *path;
  char *rule;
  char *increment;    /* (nullable) */
  char *pabulib;      /* (nullable) the text of a .pb file */
  TqTieRule *ties;    /* (nullable) */
  TqJson *outcome;    /* the object "outcome" */
  guint outcome_line; /* of the file, where it begins */
} TqBallotFile;

gboolean tq_ballot_file_load (TqBallotFile *file,
                              const char *path,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
void tq_ballot_file_clear (TqBallotFile *file);
gboolean tq_ballot_file_compare (const TqBallotFile *file,
                                 TqJson *recount,
                                 guint *out_compared,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TqBallotFile, tq_ballot_file_clear)

G_END_DECLS
