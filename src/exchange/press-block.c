/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "exchange/press-part.h"
#include "exchange/press.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>

/* Draws one line of *layout* at press->y. */
static void
draw_line (TqPress *press, PangoLayoutIter *iter, double x)
{
  if (!press->draws)
    return;
  int top = 0, bottom = 0;
  pango_layout_iter_get_line_yrange (iter, &top, &bottom);
  const int baseline = pango_layout_iter_get_baseline (iter);
  cairo_move_to (press->cr, x, press->y + (double) (baseline - top) / PANGO_SCALE);
  pango_cairo_show_layout_line (press->cr, pango_layout_iter_get_line_readonly (iter));
}

static double
get_iter_line_height (PangoLayoutIter *iter)
{
  int top = 0, bottom = 0;
  pango_layout_iter_get_line_yrange (iter, &top, &bottom);
  return (double) (bottom - top) / PANGO_SCALE;
}

/* Sets the lines of *layout* one by one, so that a page may be turned between them, but neither
 * after the first nor before the last. A *bar* is drawn beside the words of people. */
static void
set_lines (TqPress *press, PangoLayout *layout, double x, gboolean bar)
{
  const int count = pango_layout_get_line_count (layout);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  int number = 0;
  do {
    const double height = get_iter_line_height (iter);
    const gboolean keeps = number == 0 || number == count - 2;
    tq_press_ensure (press, keeps && count > 1 ? 2 * height : height);
    draw_line (press, iter, x);
    if (bar && press->draws) {
      cairo_set_line_width (press->cr, 1.6);
      cairo_move_to (press->cr, press->x + 1.5, press->y);
      cairo_line_to (press->cr, press->x + 1.5, press->y + height);
      cairo_stroke (press->cr);
    }
    press->y += height;
    number++;
  } while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

static void
set_text (TqPress *press, TqFace face, const char *text)
{
  g_autoptr (PangoLayout) layout = tq_press_new_layout (press, face, text, press->width);
  set_lines (press, layout, press->x, FALSE);
}

static void
set_verbatim (TqPress *press, const TqBlock *block)
{
  const double inset = press->size * 0.9;
  if (block->label != NULL) {
    tq_press_ensure (press, 3 * tq_press_get_line_height (press));
    set_text (press, TQ_FACE_BOLD, block->label);
  }
  g_autoptr (PangoLayout) layout =
    tq_press_new_layout (press, TQ_FACE_BODY, block->text, press->width - inset);
  set_lines (press, layout, press->x + inset, TRUE);
}

static void
add_to_outline (TqPress *press, const TqBlock *block)
{
  if (!press->draws || block->level > 2)
    return;
  const int parent = block->level == 1 ? CAIRO_PDF_OUTLINE_ROOT : press->outline;
  char y[G_ASCII_DTOSTR_BUF_SIZE];
  g_ascii_formatd (y, sizeof y, "%.2f", press->y);
  g_autofree char *target = g_strdup_printf ("page=%u pos=[50 %s]", press->page, y);
  const int made = cairo_pdf_surface_add_outline (press->surface,
                                                  parent,
                                                  block->text,
                                                  target,
                                                  CAIRO_PDF_OUTLINE_FLAG_OPEN);
  if (block->level == 1)
    press->outline = made;
}

static void
set_heading (TqPress *press, const TqBlock *block)
{
  const TqFace face = block->level == 1   ? TQ_FACE_HEADING_1
                      : block->level == 2 ? TQ_FACE_HEADING_2
                                          : TQ_FACE_BOLD;
  g_autoptr (PangoLayout) layout = tq_press_new_layout (press, face, block->text, press->width);
  add_to_outline (press, block);
  tq_press_draw_layout (press, layout, press->x, press->y);
  press->y += tq_press_get_height (layout);
}

/* The width that the labels need, up to two fifths of the frame. */
static double
get_label_width (TqPress *press, const TqBlock *block)
{
  double widest = 0.0;
  for (guint i = 0; i < block->items->len; i++) {
    const TqBlockItem *item = tq_block_get_item (block, i);
    g_autoptr (PangoLayout) label = tq_press_new_layout (press, TQ_FACE_BOLD, item->label, 0.0);
    widest = MAX (widest, tq_press_get_width (label));
  }
  return MIN (widest + press->size * 0.8, press->width * 0.6);
}

/* A layout of the value, a number with figures of equal width (transfer full). */
static PangoLayout *
new_value_layout (TqPress *press, const TqBlockItem *item, double width)
{
  PangoLayout *layout = tq_press_new_layout (press, TQ_FACE_BODY, item->value, width);
  if (item->number)
    tq_press_set_figures (layout);
  return layout;
}

/* The width of the longest number. */
static double
get_number_width (TqPress *press, const TqBlock *block)
{
  double widest = 0.0;
  for (guint i = 0; i < block->items->len; i++) {
    const TqBlockItem *item = tq_block_get_item (block, i);
    g_autoptr (PangoLayout) value = new_value_layout (press, item, 0.0);
    if (item->number)
      widest = MAX (widest, tq_press_get_width (value));
  }
  return widest;
}

static void
set_pairs (TqPress *press, const TqBlock *block)
{
  const double label_width = get_label_width (press, block);
  const double value_width = press->width - label_width;
  const double number_width = get_number_width (press, block);
  for (guint i = 0; i < block->items->len; i++) {
    const TqBlockItem *item = tq_block_get_item (block, i);
    g_autoptr (PangoLayout) label =
      tq_press_new_layout (press, TQ_FACE_BOLD, item->label, label_width - press->size * 0.4);
    g_autoptr (PangoLayout) value = new_value_layout (press, item, value_width);
    const double label_height = tq_press_get_height (label);
    const double shift =
      item->number && number_width <= value_width ? number_width - tq_press_get_width (value) : 0.0;
    /* A label is not left alone at the end of a page. */
    const double begin = MIN (tq_press_get_height (value), 2 * tq_press_get_line_height (press));
    tq_press_ensure (press, MAX (label_height, begin));
    tq_press_draw_layout (press, label, press->x, press->y);
    const double start = press->y;
    const guint page = press->page;
    set_lines (press, value, press->x + label_width + shift, FALSE);
    if (press->page == page)
      press->y = MAX (press->y, start + label_height);
    press->y += press->size * 0.15;
  }
}

static void
set_ruled_lines (TqPress *press, const TqBlock *block)
{
  const double step = press->size * 1.9;
  if (block->label != NULL) {
    tq_press_ensure (press, tq_press_get_line_height (press) + step);
    set_text (press, TQ_FACE_BODY, block->label);
  }
  for (guint i = 0; i < block->count; i++) {
    tq_press_ensure (press, step);
    press->y += step;
    tq_press_draw_rule (press, press->x, press->y, press->width, 0.5);
  }
  press->y += press->size * 0.3;
}

static void
draw_cross (TqPress *press, double x, double y, double side)
{
  if (!press->draws)
    return;
  cairo_set_line_width (press->cr, 1.4);
  cairo_move_to (press->cr, x, y);
  cairo_line_to (press->cr, x + side, y + side);
  cairo_move_to (press->cr, x + side, y);
  cairo_line_to (press->cr, x, y + side);
  cairo_stroke (press->cr);
}

static void
set_ticks (TqPress *press, const TqBlock *block)
{
  const double side = press->size * 0.85;
  const double inset = press->size * 1.5;
  if (block->label != NULL) {
    tq_press_ensure (press, 2 * tq_press_get_line_height (press));
    set_text (press, TQ_FACE_BODY, block->label);
  }
  for (guint i = 0; i < block->items->len; i++) {
    const TqBlockItem *item = tq_block_get_item (block, i);
    g_autoptr (PangoLayout) label =
      tq_press_new_layout (press, TQ_FACE_BODY, item->label, press->width - inset);
    const double height = tq_press_get_height (label);
    tq_press_ensure (press, height);
    tq_press_draw_box (press, press->x, press->y + press->size * 0.25, side, side);
    if (item->value != NULL)
      draw_cross (press, press->x + 1.5, press->y + press->size * 0.25 + 1.5, side - 3.0);
    tq_press_draw_layout (press, label, press->x + inset, press->y);
    press->y += height + press->size * 0.2;
  }
}

/* A box for a fingerprint, beside it a line to sign on, below it name and office. */
static double
set_signature (TqPress *press, const TqBlockItem *item, double x, double width)
{
  const double box_width = press->size * 2.7, box_height = press->size * 3.2;
  const double gap = press->size * 0.5;
  g_autoptr (PangoLayout) name =
    tq_press_new_layout (press, TQ_FACE_SMALL, item->label, width - gap);
  g_autoptr (PangoLayout) office =
    tq_press_new_layout (press, TQ_FACE_SMALL, item->value, width - gap);
  tq_press_draw_box (press, x, press->y, box_width, box_height);
  tq_press_draw_rule (press,
                      x + box_width + gap,
                      press->y + box_height,
                      width - box_width - 2 * gap,
                      0.6);
  double y = press->y + box_height + press->size * 0.2;
  if (item->label == NULL) {
    tq_press_draw_rule (press, x, y + press->size * 1.2, width - gap, 0.4);
    y += press->size * 1.3;
  } else {
    tq_press_draw_layout (press, name, x, y);
    y += tq_press_get_height (name);
  }
  if (item->value != NULL) {
    tq_press_draw_layout (press, office, x, y);
    y += tq_press_get_height (office);
  }
  return y - press->y;
}

static double
measure_signature_row (TqPress *press, const TqBlock *block, guint first)
{
  TqPress trial = *press;
  double tallest = 0.0;
  trial.draws = FALSE;
  for (guint i = first; i < first + block->count && i < block->items->len; i++)
    tallest =
      MAX (tallest,
           set_signature (&trial, tq_block_get_item (block, i), 0.0, press->width / block->count));
  return tallest;
}

static void
set_signature_row (TqPress *press, const TqBlock *block, guint first)
{
  const double width = press->width / block->count;
  const double height = measure_signature_row (press, block, first);
  const gboolean last = first + block->count >= block->items->len;
  tq_press_ensure (press, last ? height + press->tail : height);
  for (guint i = 0; i < block->count && first + i < block->items->len; i++)
    set_signature (press, tq_block_get_item (block, first + i), press->x + i * width, width);
  press->y += height + press->size * 0.5;
}

static void
set_signatures (TqPress *press, const TqBlock *block)
{
  press->y += press->size * 0.2;
  for (guint first = 0; first < block->items->len; first += block->count)
    set_signature_row (press, block, first);
}

static void
set_code (TqPress *press, const TqBlock *block)
{
  const double side = 68.0, gap = press->size;
  g_autoptr (PangoLayout) caption =
    tq_press_new_layout (press, TQ_FACE_BODY, block->label, press->width - side - gap);
  const double height = MAX (side, tq_press_get_height (caption));
  tq_press_ensure (press, height);
  tq_press_draw_code (press, block->text, press->x, press->y, side);
  tq_press_draw_layout (press,
                        caption,
                        press->x + side + gap,
                        press->y + (height - tq_press_get_height (caption)) / 2);
  press->y += height;
}

static void
set_digest (TqPress *press, const TqBlock *block)
{
  const double inset = press->size * 0.6, width = press->width - 2 * inset;
  g_autoptr (PangoLayout) letters = tq_press_new_layout (press, TQ_FACE_LETTERS, block->text, 0.0);
  const double letters_width = tq_press_get_width (letters);
  g_autoptr (PangoLayout) caption =
    tq_press_new_layout (press, TQ_FACE_BODY, block->label, width - letters_width - inset);
  g_autoptr (PangoLayout) digits = tq_press_new_layout (press, TQ_FACE_DIGITS, block->value, width);
  const double row = MAX (tq_press_get_height (letters), tq_press_get_height (caption));
  const double below = block->value != NULL ? tq_press_get_height (digits) + inset / 2 : 0.0;
  const double height = row + below + inset;
  tq_press_ensure (press, height);
  tq_press_draw_box (press, press->x, press->y, press->width, height);
  const double y = press->y + inset / 2;
  tq_press_draw_layout (press,
                        caption,
                        press->x + inset,
                        y + (row - tq_press_get_height (caption)) / 2);
  tq_press_draw_layout (press,
                        letters,
                        press->x + inset + width - letters_width,
                        y + (row - tq_press_get_height (letters)) / 2);
  if (block->value != NULL)
    tq_press_draw_layout (press, digits, press->x + inset, y + row + inset / 2);
  press->y += height;
}

static void
set_figure (TqPress *press, const TqBlock *block)
{
  const gboolean drawn = block->drawing != TQ_DRAWING_NONE;
  const double side = drawn ? press->size * 2.8 : 0.0, gap = drawn ? press->size * 0.8 : 0.0;
  const double width = press->width - side - gap;
  g_autoptr (PangoLayout) caption = tq_press_new_layout (press, TQ_FACE_BODY, block->label, width);
  g_autoptr (PangoLayout) figure = tq_press_new_layout (press, TQ_FACE_FIGURE, block->text, width);
  const double upper = block->label != NULL ? tq_press_get_height (caption) : 0.0;
  const double lower = block->text != NULL ? tq_press_get_height (figure) : 0.0;
  const double height = MAX (side, upper + lower);
  tq_press_ensure (press, height);
  tq_press_draw_drawing (press, block->drawing, press->x, press->y + (height - side) / 2, side);
  const double y = press->y + (height - upper - lower) / 2;
  if (block->label != NULL)
    tq_press_draw_layout (press, caption, press->x + side + gap, y);
  if (block->text != NULL)
    tq_press_draw_layout (press, figure, press->x + side + gap, y + upper);
  press->y += height;
}

/* A broken line from edge to edge; none at the end of a page, where the paper ends anyway. */
static void
set_cut (TqPress *press)
{
  static const double dashes[] = { 5.0, 4.0 };
  press->y += press->size * 0.6;
  if (press->draws && press->y < press->bottom - press->size) {
    cairo_save (press->cr);
    cairo_set_dash (press->cr, dashes, G_N_ELEMENTS (dashes), 0.0);
    tq_press_draw_rule (press, 0.0, press->y, press->page_width, 0.6);
    cairo_restore (press->cr);
  }
  press->y += press->size * 0.6;
}

static void set_block (TqPress *press, const TqBlock *block);

/* The height of *flow* in a frame of *width*, set in one piece. */
static double
measure_flow (TqPress *press, const TqFlow *flow, double width)
{
  TqPress trial = *press;
  trial.draws = FALSE;
  trial.breaks = FALSE;
  trial.width = width;
  trial.y = 0.0;
  tq_press_set_flow (&trial, flow);
  return trial.y;
}

static void
set_columns (TqPress *press, const TqBlock *block)
{
  const guint count = block->flows->len;
  const double gap = press->size * 1.6;
  const double width = (press->width - gap * (count - 1)) / count;
  const double x = press->x, whole = press->width;
  double tallest = 0.0;
  for (guint i = 0; i < count; i++)
    tallest = MAX (tallest, measure_flow (press, g_ptr_array_index (block->flows, i), width));
  if (press->breaks && tallest > press->bottom - press->top) {
    /* Taller than a page: one under the other, so that nothing is lost. */
    for (guint i = 0; i < count; i++)
      tq_press_set_flow (press, g_ptr_array_index (block->flows, i));
    return;
  }
  tq_press_ensure (press, tallest);
  const double start = press->y;
  const gboolean breaks = press->breaks;
  press->breaks = FALSE;
  press->width = width;
  for (guint i = 0; i < count; i++) {
    press->x = x + i * (width + gap);
    press->y = start;
    tq_press_set_flow (press, g_ptr_array_index (block->flows, i));
  }
  press->breaks = breaks;
  press->x = x;
  press->width = whole;
  press->y = start + tallest;
}

static void
set_block (TqPress *press, const TqBlock *block)
{
  switch (block->kind) {
  case TQ_BLOCK_HEADING:
    set_heading (press, block);
    break;
  case TQ_BLOCK_VERBATIM:
    set_verbatim (press, block);
    break;
  case TQ_BLOCK_PAIRS:
    set_pairs (press, block);
    break;
  case TQ_BLOCK_TABLE:
    tq_press_set_table (press, block->table);
    break;
  case TQ_BLOCK_LINES:
    set_ruled_lines (press, block);
    break;
  case TQ_BLOCK_TICKS:
    set_ticks (press, block);
    break;
  case TQ_BLOCK_SIGNATURES:
    set_signatures (press, block);
    break;
  case TQ_BLOCK_CODE:
    set_code (press, block);
    break;
  case TQ_BLOCK_DIGEST:
    set_digest (press, block);
    break;
  case TQ_BLOCK_FIGURE:
    set_figure (press, block);
    break;
  case TQ_BLOCK_COLUMNS:
    set_columns (press, block);
    break;
  case TQ_BLOCK_PAGE_BREAK:
    tq_press_turn_page (press);
    break;
  case TQ_BLOCK_CUT:
    set_cut (press);
    break;
  case TQ_BLOCK_PARAGRAPH:
  default:
    set_text (press, TQ_FACE_BODY, block->text);
    break;
  }
}

/* The least of the blocks from *index* on that a heading before them must have on its page. */
static double
get_lead (TqPress *press, const TqFlow *flow, guint index)
{
  if (index >= flow->blocks->len)
    return 0.0;
  TqBlock *block = g_ptr_array_index (flow->blocks, index);
  if (block->kind == TQ_BLOCK_PAGE_BREAK)
    return 0.0;
  if (block->kind == TQ_BLOCK_TABLE)
    return tq_press_get_table_lead (press, block->table);
  TqPress trial = *press;
  trial.draws = FALSE;
  trial.breaks = FALSE;
  trial.y = 0.0;
  set_block (&trial, block);
  const double page = press->bottom - press->top;
  switch (block->kind) {
  case TQ_BLOCK_HEADING:
    return trial.y + press->size * 0.4 + get_lead (press, flow, index + 1);
  case TQ_BLOCK_PARAGRAPH:
  case TQ_BLOCK_VERBATIM:
  case TQ_BLOCK_PAIRS:
  case TQ_BLOCK_TICKS:
  case TQ_BLOCK_LINES:
    return MIN (trial.y, 4 * tq_press_get_line_height (press));
  case TQ_BLOCK_SIGNATURES:
    return MIN (trial.y, 8 * tq_press_get_line_height (press));
  case TQ_BLOCK_TABLE:
  case TQ_BLOCK_CODE:
  case TQ_BLOCK_DIGEST:
  case TQ_BLOCK_FIGURE:
  case TQ_BLOCK_COLUMNS:
  case TQ_BLOCK_PAGE_BREAK:
  case TQ_BLOCK_CUT:
  default:
    return MIN (trial.y, page / 2);
  }
}

static void set_blocks (TqPress *press, const TqFlow *flow, guint first);

/* Whether all blocks from *index* on have room below those before them, once the first page is
 * full: a page break then leaves no page half empty. */
static gboolean
has_room (TqPress *press, const TqFlow *flow, guint index)
{
  TqPress trial = *press;
  if (press->page < 2)
    return FALSE;
  trial.draws = FALSE;
  trial.breaks = FALSE;
  set_blocks (&trial, flow, index);
  return trial.y <= press->bottom;
}

static void
set_blocks (TqPress *press, const TqFlow *flow, guint first)
{
  for (guint i = first; i < flow->blocks->len; i++) {
    const TqBlock *block = g_ptr_array_index (flow->blocks, i);
    if (block->kind == TQ_BLOCK_PAGE_BREAK && (!press->breaks || has_room (press, flow, i + 1)))
      continue;
    if (block->kind == TQ_BLOCK_HEADING) {
      if (i > 0 && press->y > press->top + 0.01)
        press->y += press->size * 0.5;
      tq_press_ensure (press, get_lead (press, flow, i));
    }
    press->tail = block->kind == TQ_BLOCK_SIGNATURES && press->breaks
                    ? press->size + get_lead (press, flow, i + 1)
                    : 0.0;
    set_block (press, block);
    if (block->kind != TQ_BLOCK_PAGE_BREAK)
      press->y += press->size * (block->kind == TQ_BLOCK_HEADING ? 0.3 : 0.5);
  }
}

/* Sets the blocks of *flow* one under the other from press->y on. */
void
tq_press_set_flow (TqPress *press, const TqFlow *flow)
{
  set_blocks (press, flow, 0);
}
