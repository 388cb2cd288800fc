/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Every round has its own stream, so that a failing one is found again by its seed and number:
 * TEQUIO_SEED=N repeats a run, TEQUIO_ROUNDS=100000 makes it long. */
#include "random.h"

/* The seed of this run, printed. */
guint64
tq_random_choose_seed (void)
{
  const char *given = g_getenv ("TEQUIO_SEED");
  const guint64 seed =
    given != NULL ? g_ascii_strtoull (given, NULL, 10) : (guint64) g_get_real_time () % 1000000000;
  g_test_message ("TEQUIO_SEED=%" G_GUINT64_FORMAT, seed);
  return seed;
}

guint
tq_random_count_rounds (guint usual)
{
  const char *given = g_getenv ("TEQUIO_ROUNDS");
  return given != NULL ? (guint) g_ascii_strtoull (given, NULL, 10) : usual;
}

TqRandom
tq_random_start (guint64 seed, guint round)
{
  TqRandom random = { (seed * 1000003 + round) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) + 1 };
  for (guint i = 0; i < 4; i++)
    (void) tq_random_draw (&random, 2);
  return random;
}

/* From 0 to *below* - 1. */
guint
tq_random_draw (TqRandom *random, guint below)
{
  random->state ^= random->state << 13;
  random->state ^= random->state >> 7;
  random->state ^= random->state << 17;
  return (guint) ((random->state >> 32) % below);
}
