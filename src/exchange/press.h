/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "reports/document.h"

#include <cairo.h>
#include <pango/pango.h>

G_BEGIN_DECLS

/* The press on which a document is set: private to the PDF writer. Lengths are points (1/72 inch),
 * the origin above left. */

typedef enum {
  TQ_FACE_BODY,
  TQ_FACE_BOLD,
  TQ_FACE_SMALL,
  TQ_FACE_TITLE,
  TQ_FACE_HEADING_1,
  TQ_FACE_HEADING_2,
  TQ_FACE_FIGURE,
  TQ_FACE_LETTERS,
  TQ_FACE_DIGITS,
  TQ_N_FACES,
} TqFace;

typedef struct {
  const TqDocument *document;
  cairo_surface_t *surface;
  cairo_t *cr;
  PangoContext *context;
  PangoFontDescription *faces[TQ_N_FACES];
  gboolean draws;  /* else it only counts */
  gboolean breaks; /* pages may be turned here; not between two columns */
  double size;     /* of the running text */
  double page_width;
  double page_height;
  double top;
  double bottom;
  double x; /* the frame that is being filled */
  double width;
  double y;
  double tail; /* what must stay on the page with the last row of signatures */
  guint page;
  guint pages;        /* known in the second pass */
  int outline;        /* the last heading of the first level */
  GHashTable *tables; /* what press-table.c has measured, so that it measures once */
} TqPress;

void
tq_press_start (TqPress *press, const TqDocument *document, cairo_surface_t *surface, double scale);
void tq_press_finish (TqPress *press);
void tq_press_run (TqPress *press, gboolean draws);

void tq_press_turn_page (TqPress *press);
void tq_press_ensure (TqPress *press, double height);
double tq_press_get_line_height (const TqPress *press);

PangoLayout *tq_press_new_layout (TqPress *press, TqFace face, const char *text, double width)
  G_GNUC_WARN_UNUSED_RESULT;
double tq_press_get_height (PangoLayout *layout);
double tq_press_get_width (PangoLayout *layout);
void tq_press_draw_layout (TqPress *press, PangoLayout *layout, double x, double y);
void tq_press_draw_rule (TqPress *press, double x, double y, double length, double thickness);
void tq_press_draw_box (TqPress *press, double x, double y, double width, double height);

/* In press-block.c, press-table.c and press-picture.c */
void tq_press_set_flow (TqPress *press, const TqFlow *flow);
void tq_press_set_table (TqPress *press, const TqTable *table);
void tq_press_free_table (gpointer data);

G_END_DECLS
