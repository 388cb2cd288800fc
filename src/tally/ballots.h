/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "base/ratio.h"

G_BEGIN_DECLS

#define TQ_BALLOTS_OPTIONS_MAX 500u
#define TQ_BALLOTS_CELLS_MAX 48000000u /* answers in one file: 96 MiB */
#define TQ_BALLOTS_WEIGHT_MAX G_GINT64_CONSTANT (1000000000000)
#define TQ_BALLOTS_VALUE_MAX 65534u
#define TQ_BALLOTS_NONE ((guint16) 65535) /* not ranked, not scored */

typedef enum {
  TQ_BALLOTS_RANKED, /* an answer is a rank: smaller is better */
  TQ_BALLOTS_SCORED, /* an answer is a score or a number of dots: larger is better */
} TqBallotsKind;

/* Why a ballot is kept in the record but not in the count. */
typedef enum {
  TQ_INVALID_WEIGHT_ZERO,
  TQ_INVALID_EMPTY,
  TQ_INVALID_EQUAL_FIRST,
  TQ_INVALID_SCORE_TOO_HIGH,
  TQ_INVALID_TOO_MANY_DOTS,
  TQ_INVALID_BLANK,
  TQ_INVALID_ALL_WITHDRAWN, /* it names only who has withdrawn */
} TqInvalidReason;

typedef struct {
  guint line; /* of the file, from 1; 0 where it has none */
  gint64 weight;
  TqInvalidReason reason;
} TqInvalid;

/* What a file of ballots says. Equal ballots may stand together: a ballot of weight w behaves as w
 * equal voters. */
typedef struct {
  TqBallotsKind kind;
  guint n_options;  /* 0 until known */
  GPtrArray *names; /* of char *, one an option */
  GArray *cells;    /* of guint16, n_options a ballot */
  GArray *weights;  /* of gint64, one a ballot, each > 0 */
  GArray *lines;    /* of guint, one a ballot */
  GArray *invalid;  /* of TqInvalid */
  gint64 total;     /* sum of weights */
  gint64 seats;     /* 0 where the file does not say */
  gint64 max_score; /* SCORED: the highest allowed, -1 where the file does not say */
  gint64 dots;      /* dots a voter has, -1 where the file does not say */
  gint64 threshold; /* score from which an option is approved, -1 where the file does not say */
  gint64 default_option;  /* -1 where the file does not say */
  gint64 quorum;          /* voters who must prefer an option to the default one: rounded up */
  char *quorum_text;      /* (nullable) as written */
  GArray *ratios;         /* of TqRatio, one an option; empty where all are 1 */
  gboolean strict_ratios; /* "strictly greater" instead of "at least" */
  guint n_withdrawn;      /* options that take no part in the count; see ballots.c */
  gboolean withdrawn[TQ_BALLOTS_OPTIONS_MAX];
} TqBallots;

TqBallots *tq_ballots_new (TqBallotsKind kind) G_GNUC_WARN_UNUSED_RESULT;
TqBallots *tq_ballots_new_ranked_from_scores (const TqBallots *scored) G_GNUC_WARN_UNUSED_RESULT;
void tq_ballots_free (TqBallots *ballots);
const guint16 *tq_ballots_get_row (const TqBallots *ballots, guint index);
gint64 tq_ballots_get_weight (const TqBallots *ballots, guint index);
const char *tq_ballots_get_name (const TqBallots *ballots, guint option);
gboolean tq_ballots_add_name (TqBallots *ballots,
                              const char *name,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean
tq_ballots_add (TqBallots *ballots, gint64 weight, const guint16 *cells, guint line, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_ballots_add_invalid (TqBallots *ballots,
                                 gint64 weight,
                                 guint line,
                                 TqInvalidReason reason,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
gint64 tq_ballots_get_top_score (const TqBallots *scored);
void tq_ballots_enforce_limits (TqBallots *ballots);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqBallots, tq_ballots_free)

G_END_DECLS
