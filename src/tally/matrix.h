/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A square table of whole numbers, one row and one column an option; starts with zeros. */
typedef struct {
  guint n;
  gint64 *cells;
} TqMatrix;

static inline gint64
tq_matrix_get (const TqMatrix *matrix, guint row, guint column)
{
  return matrix->cells[(gsize) row * matrix->n + column];
}

static inline void
tq_matrix_set (TqMatrix *matrix, guint row, guint column, gint64 value)
{
  matrix->cells[(gsize) row * matrix->n + column] = value;
}

static inline void
tq_matrix_start (TqMatrix *matrix, guint n)
{
  matrix->n = n;
  matrix->cells = g_new0 (gint64, (gsize) n * n);
}

static inline void
tq_matrix_clear (TqMatrix *matrix)
{
  g_clear_pointer (&matrix->cells, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TqMatrix, tq_matrix_clear)

G_END_DECLS
