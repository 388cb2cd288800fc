/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Setting a document in pages with Pango and cairo, without a display.
 *
 * The press runs twice over the same document: the first time it draws nothing and counts the
 * pages, the second time it draws, and can then write "page 1 of 2". Both runs go through the same
 * code, so they cannot disagree; asserted when the second ends.
 *
 * 1. Black on white, nothing else: a paper is photocopied.
 * 2. Nothing that fits on a page is cut by its end: no row, box, signature or drawing; of a
 *    paragraph at least two lines stay together.
 * 3. Hinting is off, so that a line is as long on paper as it was measured. */
#include "exchange/press-part.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <string.h>

#define MARGIN 50.0 /* left and right */
#define EDGE 38.0   /* above and below */
#define HEAD_GAP 10.0
#define SANS "Cantarell,Noto Sans,DejaVu Sans,Sans"
#define MONO "DejaVu Sans Mono,Noto Sans Mono,Monospace"

static const struct {
  const char *family;
  double scale;
  PangoWeight weight;
} face_table[TQ_N_FACES] = {
  [TQ_FACE_BODY] = { SANS, 1.0, PANGO_WEIGHT_NORMAL },
  [TQ_FACE_BOLD] = { SANS, 1.0, PANGO_WEIGHT_BOLD },
  [TQ_FACE_SMALL] = { SANS, 0.82, PANGO_WEIGHT_NORMAL },
  [TQ_FACE_TITLE] = { SANS, 1.6, PANGO_WEIGHT_BOLD },
  [TQ_FACE_HEADING_1] = { SANS, 1.2, PANGO_WEIGHT_BOLD },
  [TQ_FACE_HEADING_2] = { SANS, 1.05, PANGO_WEIGHT_BOLD },
  [TQ_FACE_FIGURE] = { SANS, 1.5, PANGO_WEIGHT_BOLD },
  [TQ_FACE_LETTERS] = { MONO, 1.35, PANGO_WEIGHT_BOLD },
  [TQ_FACE_DIGITS] = { MONO, 0.72, PANGO_WEIGHT_NORMAL },
};

/* Prepares a press of *document* for *surface*, both borrowed; *scale* multiplies the type size. */
void
tq_press_start (TqPress *press, const TqDocument *document, cairo_surface_t *surface, double scale)
{
  const gboolean a4 = document->size == TQ_PAPER_A4;
  *press = (TqPress){ .document = document, .surface = surface };
  press->size = (document->large_type ? 14.0 : 10.5) * scale;
  press->page_width = a4 ? 595.276 : 612.0;
  press->page_height = a4 ? 841.89 : 792.0;
  press->cr = cairo_create (surface);
  press->tables = g_hash_table_new_full (NULL, NULL, NULL, tq_press_free_table);
  press->context = pango_cairo_create_context (press->cr);
  cairo_font_options_t *options = cairo_font_options_create ();
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (press->context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (press->context, 72.0);
  pango_context_set_language (press->context, pango_language_from_string (document->language));
  for (guint i = 0; i < TQ_N_FACES; i++) {
    press->faces[i] = pango_font_description_from_string (face_table[i].family);
    pango_font_description_set_weight (press->faces[i], face_table[i].weight);
    pango_font_description_set_absolute_size (press->faces[i],
                                              face_table[i].scale * press->size * PANGO_SCALE);
  }
}

void
tq_press_finish (TqPress *press)
{
  for (guint i = 0; i < TQ_N_FACES; i++)
    pango_font_description_free (press->faces[i]);
  g_hash_table_unref (press->tables);
  g_object_unref (press->context);
  cairo_destroy (press->cr);
}

double
tq_press_get_line_height (const TqPress *press)
{
  return press->size * 1.3;
}

/* Letters of a digest, years and dates are not broken at their hyphens. */
static void
keep_hyphens (PangoLayout *layout, const char *text)
{
  g_autoptr (PangoAttrList) attributes = NULL;
  for (const char *p = strchr (text, '-'); p != NULL; p = strchr (p + 1, '-')) {
    if (p == text || !(g_ascii_isupper (p[-1]) || g_ascii_isdigit (p[-1])) ||
        !(g_ascii_isupper (p[1]) || g_ascii_isdigit (p[1])))
      continue;
    if (attributes == NULL)
      attributes = pango_attr_list_new ();
    PangoAttribute *kept = pango_attr_allow_breaks_new (FALSE);
    kept->start_index = (guint) (p - text - 1);
    kept->end_index = (guint) (p - text + 2);
    pango_attr_list_insert (attributes, kept);
  }
  if (attributes != NULL)
    pango_layout_set_attributes (layout, attributes);
}

/* A layout of *text*, wrapped at *width*; at 0 it is not wrapped (transfer full). */
PangoLayout *
tq_press_new_layout (TqPress *press, TqFace face, const char *text, double width)
{
  PangoLayout *layout = pango_layout_new (press->context);
  pango_layout_set_font_description (layout, press->faces[face]);
  pango_layout_set_text (layout, text != NULL ? text : "", -1);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  if (text != NULL)
    keep_hyphens (layout, text);
  if (width > 0.0)
    pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  return layout;
}

/* Figures of equal width, so that numbers stand figure under figure. */
void
tq_press_set_figures (PangoLayout *layout)
{
  PangoAttrList *attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum=1, lnum=1"));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
}

double
tq_press_get_height (PangoLayout *layout)
{
  PangoRectangle logical;
  pango_layout_get_extents (layout, NULL, &logical);
  return (double) logical.height / PANGO_SCALE;
}

double
tq_press_get_width (PangoLayout *layout)
{
  PangoRectangle logical;
  pango_layout_get_extents (layout, NULL, &logical);
  return (double) logical.width / PANGO_SCALE;
}

void
tq_press_draw_layout (TqPress *press, PangoLayout *layout, double x, double y)
{
  if (!press->draws)
    return;
  cairo_move_to (press->cr, x, y);
  pango_cairo_show_layout (press->cr, layout);
}

void
tq_press_draw_rule (TqPress *press, double x, double y, double length, double thickness)
{
  if (!press->draws)
    return;
  cairo_set_line_width (press->cr, thickness);
  cairo_move_to (press->cr, x, y);
  cairo_line_to (press->cr, x + length, y);
  cairo_stroke (press->cr);
}

void
tq_press_draw_box (TqPress *press, double x, double y, double width, double height)
{
  if (!press->draws)
    return;
  cairo_set_line_width (press->cr, 0.6);
  cairo_rectangle (press->cr, x, y, width, height);
  cairo_stroke (press->cr);
}

static void
draw_ends (TqPress *press, const char *left, const char *right, double y)
{
  const double width = press->page_width - 2 * MARGIN;
  g_autoptr (PangoLayout) end = tq_press_new_layout (press, TQ_FACE_SMALL, right, 0.0);
  if (tq_press_get_width (end) > width * 0.6) {
    pango_layout_set_width (end, (int) (width * 0.6 * PANGO_SCALE));
    pango_layout_set_ellipsize (end, PANGO_ELLIPSIZE_END);
  }
  const double end_width = tq_press_get_width (end);
  g_autoptr (PangoLayout) begin =
    tq_press_new_layout (press, TQ_FACE_SMALL, left, width - end_width - HEAD_GAP);
  pango_layout_set_ellipsize (begin, PANGO_ELLIPSIZE_END);
  tq_press_draw_layout (press, begin, MARGIN, y);
  tq_press_draw_layout (press, end, MARGIN + width - end_width, y);
}

/* The book's name above, event and page below. */
static void
begin_page (TqPress *press)
{
  const double width = press->page_width - 2 * MARGIN;
  const double line = tq_press_get_line_height (press);
  press->page++;
  press->top = EDGE + line + HEAD_GAP;
  press->bottom = press->page_height - EDGE - line - HEAD_GAP / 2;
  press->x = MARGIN;
  press->width = width;
  press->y = press->top;
  if (!press->draws)
    return;
  g_autofree char *event = tq_document_dup_event_label (press->document);
  g_autofree char *page = tq_document_dup_page_label (press->document, press->page, press->pages);
  draw_ends (press, press->document->book, press->page > 1 ? press->document->title : "", EDGE);
  tq_press_draw_rule (press, MARGIN, EDGE + line, width, 0.8);
  tq_press_draw_rule (press, MARGIN, press->page_height - EDGE - line, width, 0.4);
  draw_ends (press, event, page, press->page_height - EDGE - line + 4.0);
}

/* Ends the page and begins the next. */
void
tq_press_turn_page (TqPress *press)
{
  if (press->draws)
    cairo_show_page (press->cr);
  begin_page (press);
}

/* Turns the page where *height* does not fit on what is left of it; never at the top. */
void
tq_press_ensure (TqPress *press, double height)
{
  const double slack = 0.01;
  if (press->breaks && press->y + height > press->bottom + slack && press->y > press->top + slack)
    tq_press_turn_page (press);
}

/* One run over the document. */
void
tq_press_run (TqPress *press, gboolean draws)
{
  press->draws = draws;
  press->breaks = TRUE;
  press->page = 0;
  press->outline = CAIRO_PDF_OUTLINE_ROOT;
  begin_page (press);
  g_autoptr (PangoLayout) title =
    tq_press_new_layout (press, TQ_FACE_TITLE, press->document->title, press->width);
  tq_press_draw_layout (press, title, press->x, press->y);
  press->y += tq_press_get_height (title) + press->size * 0.4;
  tq_press_set_flow (press, press->document->body);
  if (draws)
    cairo_show_page (press->cr);
  else
    press->pages = press->page;
  g_assert (press->pages == press->page);
}
