/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TQ_POT_OPTIONS_MAX 500u
#define TQ_POT_UNIT_MAX 1000000000
#define TQ_POT_MONEY_MAX G_GINT64_CONSTANT (1000000000000000)
#define TQ_POT_WEIGHT_MAX G_GINT64_CONSTANT (1000000000)
#define TQ_POT_SPLITS_MAX (1u << 25) /* voters × options */

/* A proposal that is kept in the record and not counted. */
typedef struct {
  char *voter;
  guint line;
  const char *reason; /* "empty" or "weight_zero" */
} TqPotInvalid;

/* One pot and how each voter would split it among the uses: whole parts that sum to unit. */
typedef struct {
  gint64 pot; /* smallest units of money */
  gint64 unit;
  GPtrArray *names; /* of the uses, in the order that decides the last cent */
  GArray *splits;   /* guint32: voter by voter, a part for each use */
  GArray *weights;  /* gint64 */
  gint64 weight;    /* of all: the n of the rules */
  GArray *invalid;  /* TqPotInvalid */
} TqPot;

TqPot *tq_pot_new (void) G_GNUC_WARN_UNUSED_RESULT;
void tq_pot_free (TqPot *pot);
void tq_pot_add_split (TqPot *pot, const guint32 *parts, gint64 weight);
void tq_pot_add_invalid (TqPot *pot, const char *voter, guint line, const char *reason);

/* The proposals for one use, from the highest down. */
typedef struct {
  guint count;
  guint32 *values;  /* falling, each once */
  gint64 *at_least; /* weight of the voters who propose that much or more */
} TqPotLevels;

TqPotLevels *tq_pot_build_levels (const TqPot *pot) G_GNUC_WARN_UNUSED_RESULT;
void tq_pot_levels_free (TqPotLevels *levels, guint options);
guint32 tq_pot_levels_get (const TqPotLevels *levels, gint64 place);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqPot, tq_pot_free)

G_END_DECLS
