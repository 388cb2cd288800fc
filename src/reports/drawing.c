/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Our own drawings: black lines and black areas in a square of 48 by 48, the origin above left.
 *
 * Everyone in the assembly must know the thing at a glance, on a photocopy, at the size of a thumb:
 * so they are concrete, few, always the same, and have no grey. A path is text with one letter and
 * its numbers a step: M x y (go), L x y (line), C x y x y x y (curve), Z (close), O x y r (circle).
 * Lines are drawn two units wide with round ends. */
#include "reports/drawing.h"

static const struct {
  const char *key;
  const char *lines;
  const char *areas;
} drawings[TQ_N_DRAWINGS] = {
  [TQ_DRAWING_NONE] = { "none", "", "" },
  [TQ_DRAWING_MONEY_BOX] = {
    "money-box",
    "M 6 20 L 42 20 L 42 42 L 6 42 Z M 6 20 L 10 14 L 38 14 L 42 20 M 20 17 L 28 17 "
    "M 6 27 L 42 27 O 24 8 4 M 24 6.5 L 24 9.5",
    "M 21 27 L 27 27 L 27 34 L 21 34 Z",
  },
  [TQ_DRAWING_COFFEE_SACK] = {
    "coffee-sack",
    "M 15 10 C 9 18 6 30 9 42 L 39 42 C 42 30 39 18 33 10 M 15 10 L 33 10 "
    "M 15 10 L 11 5 M 33 10 L 37 5 M 19 10 L 18 5 M 29 10 L 30 5 "
    "M 24 20 C 17 22 17 34 24 36 C 31 34 31 22 24 20 M 24 20 C 21 25 27 31 24 36",
    "",
  },
  [TQ_DRAWING_HANDS] = {
    "hands",
    "M 4 22 L 12 20 L 22 24 L 30 24 C 33 24 33 28 30 28 L 22 28 M 30 27 L 40 22 C 43 21 44 24 42 26 "
    "L 30 34 L 16 34 L 12 32 L 4 34 M 4 18 L 4 38 "
    "O 24 10 6 M 24 7.5 L 24 12.5",
    "",
  },
  [TQ_DRAWING_HOUSE] = {
    "house",
    "M 4 23 L 24 6 L 44 23 M 9 19 L 9 42 L 39 42 L 39 19 M 30 25 L 35 25 L 35 30 L 30 30 Z",
    "M 15 42 L 15 28 L 23 28 L 23 42 Z",
  },
  [TQ_DRAWING_SCHOOL] = {
    "school",
    "M 4 42 L 44 42 M 8 42 L 8 24 L 40 24 L 40 42 M 6 24 L 24 14 L 42 24 M 24 14 L 24 4 "
    "M 12 29 L 17 29 L 17 34 L 12 34 Z M 31 29 L 36 29 L 36 34 L 31 34 Z",
    "M 24 4 L 34 7 L 24 10 Z M 21 42 L 21 31 L 27 31 L 27 42 Z",
  },
  [TQ_DRAWING_ROAD] = {
    "road",
    "M 14 44 L 20 18 M 34 44 L 28 18 M 4 18 L 44 18 M 6 18 L 14 8 L 20 15 L 28 6 L 42 18 "
    "M 24 43 L 24 38 M 24 33 L 24 29 M 24 25 L 24 22",
    "",
  },
  [TQ_DRAWING_TOOLS] = {
    "tools",
    "M 36 44 L 14 12 M 12 44 L 32 14 M 28 8 L 38 14 L 41 9 L 37 4 L 31 3 Z",
    "M 18 8 L 8 4 L 5 14 L 8 18 C 10 14 14 11 18 8 Z",
  },
  [TQ_DRAWING_WATER] = {
    "water",
    "M 4 12 L 22 12 C 27 12 30 15 30 20 L 30 22 M 4 6 L 22 6 C 31 6 36 12 36 20 L 36 22 M 28 22 "
    "L 38 22 M 4 4 L 4 14 M 16 6 L 16 2 M 11 2 L 21 2 "
    "M 16 44 C 14 40 18 40 22 42 C 26 44 30 44 34 42 C 38 40 42 40 44 44",
    "M 33 26 C 29 32 29 37 33 37 C 37 37 37 32 33 26 Z",
  },
  [TQ_DRAWING_MACHINE] = {
    "machine",
    "M 8 6 L 30 6 L 23 16 L 15 16 Z M 11 16 L 27 16 L 27 30 L 11 30 Z M 11 30 L 7 44 M 27 30 L 31 44 "
    "O 35 23 8 M 35 15 L 35 31 M 27 23 L 43 23 M 43 23 L 43 17 M 9 38 L 29 38 "
    "M 15 30 L 12 36 M 19 30 L 19 36",
    "O 35 23 2.5 O 15 3.5 1.5 O 23 3.5 1.5",
  },
};

/* The stable name of a drawing: "coffee-sack". */
const char *
tq_drawing_get_key (TqDrawing drawing)
{
  g_return_val_if_fail (drawing < TQ_N_DRAWINGS, "none");
  return drawings[drawing].key;
}

/* The drawing with the name *key*, or TQ_DRAWING_NONE. */
TqDrawing
tq_drawing_find (const char *key)
{
  for (TqDrawing drawing = TQ_DRAWING_NONE; drawing < TQ_N_DRAWINGS; drawing++)
    if (g_strcmp0 (key, drawings[drawing].key) == 0)
      return drawing;
  return TQ_DRAWING_NONE;
}

/* The path that is drawn as lines. */
const char *
tq_drawing_get_lines (TqDrawing drawing)
{
  g_return_val_if_fail (drawing < TQ_N_DRAWINGS, "");
  return drawings[drawing].lines;
}

/* The path that is filled. */
const char *
tq_drawing_get_areas (TqDrawing drawing)
{
  g_return_val_if_fail (drawing < TQ_N_DRAWINGS, "");
  return drawings[drawing].areas;
}
