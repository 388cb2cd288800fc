/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "exchange/press-part.h"

#include <errno.h>
#include <qrencode.h>
#include <string.h>

typedef struct {
  const char *cursor;
  gboolean sound;
} PathReader;

static double
read_number (PathReader *reader)
{
  char *end = NULL;
  const double number = g_ascii_strtod (reader->cursor, &end);
  reader->sound = reader->sound && end != reader->cursor;
  reader->cursor = end;
  return number;
}

static void
read_step (TqPress *press, PathReader *reader, char letter)
{
  double v[6] = { 0.0 };
  const guint count = letter == 'C' ? 6 : letter == 'O' ? 3 : letter == 'Z' ? 0 : 2;
  for (guint i = 0; i < count; i++)
    v[i] = read_number (reader);
  switch (letter) {
  case 'M':
    cairo_move_to (press->cr, v[0], v[1]);
    break;
  case 'L':
    cairo_line_to (press->cr, v[0], v[1]);
    break;
  case 'C':
    cairo_curve_to (press->cr, v[0], v[1], v[2], v[3], v[4], v[5]);
    break;
  case 'O':
    cairo_new_sub_path (press->cr);
    cairo_arc (press->cr, v[0], v[1], v[2], 0.0, 2 * G_PI);
    break;
  case 'Z':
    cairo_close_path (press->cr);
    break;
  default:
    reader->sound = FALSE;
    break;
  }
}

/* The path is ours (reports/drawing.c), so a fault in it is a programmer's. */
static void
draw_path (TqPress *press, const char *path)
{
  PathReader reader = { path, TRUE };
  cairo_new_path (press->cr);
  while (reader.sound && *reader.cursor != '\0') {
    const char letter = *reader.cursor++;
    if (letter != ' ')
      read_step (press, &reader, letter);
  }
  g_assert (reader.sound);
}

/* Draws one of our drawings in a square. */
void
tq_press_draw_drawing (TqPress *press, TqDrawing drawing, double x, double y, double side)
{
  if (!press->draws || drawing == TQ_DRAWING_NONE)
    return;
  cairo_save (press->cr);
  cairo_translate (press->cr, x, y);
  cairo_scale (press->cr, side / TQ_DRAWING_SIZE, side / TQ_DRAWING_SIZE);
  cairo_set_line_width (press->cr, 2.0);
  cairo_set_line_cap (press->cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_line_join (press->cr, CAIRO_LINE_JOIN_ROUND);
  draw_path (press, tq_drawing_get_lines (drawing));
  cairo_stroke (press->cr);
  draw_path (press, tq_drawing_get_areas (drawing));
  cairo_fill (press->cr);
  cairo_restore (press->cr);
}

/* Draws the QR code of *payload*; one that is too long for a code is left out, for its caption says
 * the same in words. */
void
tq_press_draw_code (TqPress *press, const char *payload, double x, double y, double side)
{
  if (!press->draws)
    return;
  QRcode *code = QRcode_encodeString8bit (payload, 0, QR_ECLEVEL_M);
  if (code == NULL)
    return;
  const double module = side / code->width;
  for (int row = 0; row < code->width; row++) {
    for (int column = 0; column < code->width; column++) {
      int end = column;
      while (end < code->width && (code->data[row * code->width + end] & 1) != 0)
        end++;
      if (end > column)
        cairo_rectangle (press->cr,
                         x + column * module,
                         y + row * module,
                         (end - column) * module,
                         module);
      column = end;
    }
  }
  cairo_fill (press->cr);
  QRcode_free (code);
}
