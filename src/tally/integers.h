/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include <glib.h>
#include <gmp.h>

G_BEGIN_DECLS

/* Large whole numbers in a row; they start with 0. */
static inline mpz_t *
tq_integers_new (guint count)
{
  mpz_t *integers = g_new (mpz_t, count);
  for (guint i = 0; i < count; i++)
    mpz_init (integers[i]);
  return integers;
}

static inline void
tq_integers_free (mpz_t *integers, guint count)
{
  for (guint i = 0; i < count; i++)
    mpz_clear (integers[i]);
  g_free (integers);
}

G_END_DECLS
