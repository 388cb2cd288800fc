/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include <glib.h>

/* Numbers for tests on random input, the same for a seed on every machine. */
typedef struct {
  guint64 state;
} TqRandom;

guint64 tq_random_choose_seed (void);
guint tq_random_count_rounds (guint usual);
TqRandom tq_random_start (guint64 seed, guint round);
guint tq_random_draw (TqRandom *random, guint below);
