/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The few drawings that stand beside words and numbers, the same on paper, ballot and screen. */
typedef enum {
  TQ_DRAWING_NONE,
  TQ_DRAWING_MONEY_BOX,
  TQ_DRAWING_COFFEE_SACK,
  TQ_DRAWING_HANDS,
  TQ_DRAWING_HOUSE,
  TQ_DRAWING_SCHOOL,
  TQ_DRAWING_ROAD,
  TQ_DRAWING_TOOLS,
  TQ_DRAWING_WATER,
  TQ_DRAWING_MACHINE,
  TQ_N_DRAWINGS,
} TqDrawing;

#define TQ_DRAWING_SIZE 48 /* drawings fill a square of this side */

const char *tq_drawing_get_key (TqDrawing drawing);
TqDrawing tq_drawing_find (const char *key);
const char *tq_drawing_get_lines (TqDrawing drawing);
const char *tq_drawing_get_areas (TqDrawing drawing);

G_END_DECLS
