/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Tables on paper.
 *
 * 1. A column of numbers is as wide as its longest number, and numbers are never wrapped; what is
 *    left is shared by the texts, which are.
 * 2. Numbers stand to the right with figures of equal width.
 * 3. A row is never cut by the end of a page, unless it alone is taller than a page; a heading row
 *    stays with the row after it and a total with the row before it.
 * 4. The headings stand again on every page. */
#include "base/text.h"
#include "exchange/press-part.h"

#include <pango/pangocairo.h>

#define MIN_SCALE 0.6
#define HEADING_LINES 6

/* What is measured once for a table in a frame of one width: shaping is nearly all the work. */
typedef struct {
  double frame;
  double scale;
  double *widths;
  float *heights; /* of the rows; 0 where not yet known */
} Measures;

typedef struct {
  TqPress *press;
  const TqTable *table;
  Measures *known;
  double *widths;        /* those of *known* */
  PangoLayout **layouts; /* one a column, used again for every row */
  PangoFontDescription *normal;
  PangoFontDescription *bold;
  double line; /* height of a line of numbers */
  double scale;
  double pad;   /* between columns */
  double width; /* of the whole table: narrower than the frame where it has no texts */
} TableSetter;

static guint
get_n_columns (const TableSetter *setter)
{
  return tq_table_get_n_columns (setter->table);
}

/* Longest words are set without a hyphen of ours, and a hair wider than they were measured. */
static double
measure_text (TableSetter *setter, PangoFontDescription *face, const char *text)
{
  g_autoptr (PangoLayout) layout = pango_layout_new (setter->press->context);
  pango_layout_set_font_description (layout, face);
  pango_layout_set_text (layout, text, -1);
  return tq_press_get_width (layout) + 0.5;
}

/* The width of the longest word of *text*. */
static double
measure_word (TableSetter *setter, PangoFontDescription *face, const char *text)
{
  g_auto (GStrv) words = g_strsplit_set (text, " \n", -1);
  double widest = 0.0;
  for (guint i = 0; words[i] != NULL; i++)
    widest = MAX (widest, measure_text (setter, face, words[i]));
  return widest;
}

/* The local text of the longest cell of a column (transfer full). */
static char *
dup_longest (const TableSetter *setter, guint index)
{
  const TqColumn *column = tq_table_get_column (setter->table, index);
  g_autofree char *longest = g_strdup ("");
  glong length = 0;
  for (guint r = 0; r < tq_table_get_n_rows (setter->table); r++) {
    const TqRow *row = tq_table_get_row (setter->table, r);
    if (row->role == TQ_ROW_HEADING && index == 0)
      continue; /* it runs over all columns */
    g_autofree char *text = tq_cell_to_local (tq_row_get_cell (row, index), column);
    const glong found = g_utf8_strlen (text, -1) + (index == 0 ? 2 * (glong) row->indent : 0);
    if (found > length) {
      length = found;
      g_free (longest);
      longest = g_steal_pointer (&text);
    }
  }
  return g_steal_pointer (&longest);
}

typedef struct {
  double natural;
  double least;
} Need;

static Need
get_need (TableSetter *setter, guint index)
{
  const TqColumn *column = tq_table_get_column (setter->table, index);
  g_autofree char *longest = dup_longest (setter, index);
  const double content = measure_text (setter, setter->bold, longest);
  const double heading = measure_text (setter, setter->bold, column->heading);
  /* A word that is longer than this is broken, so that no word pushes a column off the page. */
  const double longest_word = setter->press->width / MIN (get_n_columns (setter), 3);
  const double heading_word =
    MIN (measure_word (setter, setter->bold, column->heading), longest_word);
  if (column->kind != TQ_COLUMN_TEXT)
    return (Need){ MAX (MAX (content, heading_word), MIN (heading, content * 1.5)),
                   MAX (content, heading_word) };
  const double indent = index == 0 ? setter->press->size : 0.0;
  const double word = MIN (measure_word (setter, setter->bold, longest), longest_word);
  return (Need){ MAX (content, heading) + indent, MAX (word, heading_word) + indent };
}

/* Shares *available* among the columns; FALSE where it is not enough for the least of each. */
static gboolean
share_width (TableSetter *setter, double available)
{
  const guint n = get_n_columns (setter);
  g_autofree Need *needs = g_new0 (Need, n);
  double natural = 0.0, least = 0.0;
  guint widest = n; /* the text column that takes what is left over */
  for (guint i = 0; i < n; i++) {
    needs[i] = get_need (setter, i);
    natural += needs[i].natural;
    least += needs[i].least;
    if (tq_table_get_column (setter->table, i)->kind == TQ_COLUMN_TEXT &&
        (widest == n || needs[i].natural > needs[widest].natural))
      widest = i;
  }
  const gboolean roomy = natural <= available;
  const double extra = available - (roomy ? natural : least);
  double stretch = 0.0;
  for (guint i = 0; i < n; i++)
    stretch += roomy ? 0.0 : needs[i].natural - needs[i].least;
  for (guint i = 0; i < n; i++) {
    const double give = needs[i].natural - needs[i].least;
    if (roomy)
      setter->widths[i] = needs[i].natural + (i == widest ? extra : 0.0);
    else
      setter->widths[i] =
        needs[i].least + (stretch > 0.0 && extra > 0.0 ? extra * give / stretch : 0.0);
  }
  return roomy || extra >= 0.0;
}

static void
set_scale (TableSetter *setter, double scale)
{
  const double size = setter->press->size * scale * PANGO_SCALE;
  setter->scale = scale;
  pango_font_description_set_absolute_size (setter->normal, size);
  pango_font_description_set_absolute_size (setter->bold, size);
}

static void
make_layouts (TableSetter *setter)
{
  for (guint i = 0; i < get_n_columns (setter); i++) {
    const TqColumn *column = tq_table_get_column (setter->table, i);
    PangoLayout *layout = pango_layout_new (setter->press->context);
    if (column->kind == TQ_COLUMN_TEXT) {
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_width (layout, (int) (setter->widths[i] * PANGO_SCALE));
    } else {
      tq_press_set_figures (layout);
    }
    setter->layouts[i] = layout;
  }
}

void
tq_press_free_table (gpointer data)
{
  Measures *known = data;
  g_free (known->widths);
  g_free (known->heights);
  g_free (known);
}

/* Finds the type size and the widths with which the table fits into the frame. */
static void
measure_table (TableSetter *setter, double available)
{
  const guint n = tq_table_get_n_columns (setter->table);
  double scale = 1.0;
  setter->known = g_new0 (Measures, 1);
  setter->known->frame = setter->press->width;
  setter->known->widths = g_new0 (double, n);
  setter->known->heights = g_new0 (float, tq_table_get_n_rows (setter->table));
  setter->widths = setter->known->widths;
  set_scale (setter, scale);
  while (!share_width (setter, available) && scale > MIN_SCALE) {
    scale -= 0.08;
    set_scale (setter, scale);
  }
  setter->known->scale = scale;
}

static void
start_table (TableSetter *setter, TqPress *press, const TqTable *table)
{
  const guint n = tq_table_get_n_columns (table);
  *setter = (TableSetter){ .press = press, .table = table };
  setter->pad = press->size * 0.9;
  setter->layouts = g_new0 (PangoLayout *, n);
  setter->normal = pango_font_description_copy (press->faces[TQ_FACE_BODY]);
  setter->bold = pango_font_description_copy (press->faces[TQ_FACE_BOLD]);
  const double pads = setter->pad * (n > 0 ? n - 1 : 0);
  Measures *known = g_hash_table_lookup (press->tables, table);
  if (known != NULL && known->frame >= press->width && known->frame <= press->width) {
    setter->known = known;
    setter->widths = known->widths;
    set_scale (setter, known->scale);
  } else {
    measure_table (setter, press->width - pads);
    g_hash_table_replace (press->tables, (gpointer) (guintptr) table, setter->known);
  }
  setter->width = pads;
  for (guint i = 0; i < n; i++)
    setter->width += setter->widths[i];
  g_autoptr (PangoLayout) line = pango_layout_new (press->context);
  pango_layout_set_font_description (line, setter->bold);
  pango_layout_set_text (line, "0", -1);
  setter->line = tq_press_get_height (line);
  make_layouts (setter);
}

static void
finish_table (TableSetter *setter)
{
  for (guint i = 0; i < get_n_columns (setter); i++)
    g_object_unref (setter->layouts[i]);
  g_free (setter->layouts);
  pango_font_description_free (setter->normal);
  pango_font_description_free (setter->bold);
}

static double
get_vertical_pad (const TableSetter *setter)
{
  return setter->press->size * setter->scale * 0.16;
}

static void
draw_headings (TableSetter *setter)
{
  TqPress *press = setter->press;
  const guint n = get_n_columns (setter);
  g_autoptr (GPtrArray) layouts = g_ptr_array_new_with_free_func (g_object_unref);
  double tallest = 0.0, x = press->x;
  for (guint i = 0; i < n; i++) {
    const TqColumn *column = tq_table_get_column (setter->table, i);
    PangoLayout *layout = pango_layout_new (press->context);
    pango_layout_set_font_description (layout, setter->bold);
    pango_layout_set_width (layout, (int) (setter->widths[i] * PANGO_SCALE));
    pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
    if (tq_column_is_number (column))
      pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
    /* Of a heading that somebody made far too long, the first lines are enough. */
    pango_layout_set_height (layout, -HEADING_LINES);
    pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    pango_layout_set_text (layout, column->heading, -1);
    g_ptr_array_add (layouts, layout);
    tallest = MAX (tallest, tq_press_get_height (layout));
  }
  for (guint i = 0; i < n; i++) {
    PangoLayout *layout = g_ptr_array_index (layouts, i);
    tq_press_draw_layout (press, layout, x, press->y + tallest - tq_press_get_height (layout));
    x += setter->widths[i] + setter->pad;
  }
  press->y += tallest + get_vertical_pad (setter);
  tq_press_draw_rule (press, press->x, press->y, setter->width, 0.8);
  press->y += get_vertical_pad (setter);
}

/* Puts the text of one cell into its layout, and says whether there is any. */
static gboolean
load_cell (TableSetter *setter, const TqRow *row, guint index)
{
  const TqColumn *column = tq_table_get_column (setter->table, index);
  g_autofree char *text = tq_cell_to_local (tq_row_get_cell (row, index), column);
  PangoLayout *layout = setter->layouts[index];
  pango_layout_set_font_description (layout,
                                     row->role == TQ_ROW_NORMAL ? setter->normal : setter->bold);
  if (index == 0 && column->kind == TQ_COLUMN_TEXT) {
    const double indent = row->indent * setter->press->size;
    const double width = row->role == TQ_ROW_HEADING ? setter->width : setter->widths[0];
    pango_layout_set_width (layout, (int) (MAX (width - indent, 20.0) * PANGO_SCALE));
  }
  pango_layout_set_text (layout, text, -1);
  return *text != '\0';
}

static void
load_row (TableSetter *setter, const TqRow *row)
{
  for (guint i = 0; i < get_n_columns (setter); i++)
    load_cell (setter, row, i);
}

/* Whether the text of a cell surely takes one line of the usual height: Latin letters, none of
 * which is wider than the type is high, and few enough of them. It saves shaping cells twice. */
static gboolean
is_surely_one_line (const TableSetter *setter, const TqRow *row, guint index)
{
  const char *text = tq_row_get_cell (row, index)->text;
  const double indent = index == 0 ? row->indent * setter->press->size : 0.0;
  double width = indent;
  if (text == NULL)
    return FALSE;
  for (const char *p = text; *p != '\0'; p = tq_text_next_char (p)) {
    const gunichar c = g_utf8_get_char (p);
    width += setter->press->size * setter->scale;
    if (c < 0x20 || c >= 0x250 || width > setter->widths[index])
      return FALSE;
  }
  return TRUE;
}

/* The height of a row. Only texts are shaped for it: numbers are never wrapped. */
static double
measure_row (TableSetter *setter, guint index)
{
  if (index >= tq_table_get_n_rows (setter->table))
    return 0.0;
  float *known = &setter->known->heights[index];
  if (*known > 0.0F)
    return (double) *known;
  const TqRow *row = tq_table_get_row (setter->table, index);
  double tallest = setter->line;
  for (guint i = 0; i < get_n_columns (setter); i++)
    if (tq_table_get_column (setter->table, i)->kind == TQ_COLUMN_TEXT &&
        !is_surely_one_line (setter, row, i) && load_cell (setter, row, i))
      tallest = MAX (tallest, tq_press_get_height (setter->layouts[i]));
  *known = (float) (tallest + 2 * get_vertical_pad (setter));
  return (double) *known;
}

/* How far from the left of its column the text of a cell begins. */
static double
get_shift (const TableSetter *setter, const TqRow *row, guint index)
{
  if (tq_column_is_number (tq_table_get_column (setter->table, index)))
    return setter->widths[index] - tq_press_get_width (setter->layouts[index]);
  return index == 0 ? row->indent * setter->press->size : 0.0;
}

/* Draws the row at press->y. */
static void
draw_row (TableSetter *setter, const TqRow *row, double height)
{
  TqPress *press = setter->press;
  double x = press->x;
  if (press->draws)
    load_row (setter, row);
  if (row->role == TQ_ROW_TOTAL)
    tq_press_draw_rule (press, press->x, press->y, setter->width, 0.8);
  for (guint i = 0; press->draws && i < get_n_columns (setter); i++) {
    tq_press_draw_layout (press,
                          setter->layouts[i],
                          x + get_shift (setter, row, i),
                          press->y + get_vertical_pad (setter));
    x += setter->widths[i] + setter->pad;
  }
  press->y += height;
  tq_press_draw_rule (press, press->x, press->y, setter->width, 0.2);
}

/* Draws the lines of *layout* from *first* on as far as *room* reaches, and returns the next. */
static int
draw_slice (TqPress *press, PangoLayout *layout, double x, int first, double room)
{
  double y = press->y;
  int line = first;
  for (; line < pango_layout_get_line_count (layout); line++) {
    PangoRectangle logical;
    PangoLayoutLine *shown = pango_layout_get_line_readonly (layout, line);
    pango_layout_line_get_extents (shown, NULL, &logical);
    const double height = (double) logical.height / PANGO_SCALE;
    if (y + height > press->y + room)
      break;
    if (press->draws) {
      cairo_move_to (press->cr, x, y + (double) PANGO_ASCENT (logical) / PANGO_SCALE);
      pango_cairo_show_layout_line (press->cr, shown);
    }
    y += height;
  }
  return line;
}

/* A row that is taller than a page is the only one that is cut: between lines, nothing left out. */
static void
draw_tall_row (TableSetter *setter, const TqRow *row)
{
  TqPress *press = setter->press;
  const guint n = get_n_columns (setter);
  g_autofree int *next = g_new0 (int, n);
  gboolean unfinished = TRUE;
  while (unfinished) {
    double x = press->x;
    unfinished = FALSE;
    for (guint i = 0; i < n; i++) {
      PangoLayout *layout = setter->layouts[i];
      const int before = next[i];
      next[i] = draw_slice (press,
                            layout,
                            x + get_shift (setter, row, i),
                            before,
                            press->bottom - press->y);
      unfinished = unfinished || next[i] < pango_layout_get_line_count (layout);
      x += setter->widths[i] + setter->pad;
    }
    press->y = press->bottom;
    if (unfinished) {
      tq_press_turn_page (press);
      draw_headings (setter);
    }
  }
}

/* What must stay on the page with row *index*. */
static double
get_kept_height (TableSetter *setter, guint index, double height)
{
  const TqRow *row = tq_table_get_row (setter->table, index);
  const guint next = index + 1;
  const gboolean total_next = next < tq_table_get_n_rows (setter->table) &&
                              tq_table_get_row (setter->table, next)->role == TQ_ROW_TOTAL;
  return row->role == TQ_ROW_HEADING || total_next ? height + measure_row (setter, next) : height;
}

static void
set_row (TableSetter *setter, guint index)
{
  TqPress *press = setter->press;
  const TqRow *row = tq_table_get_row (setter->table, index);
  const double height = measure_row (setter, index);
  const double kept = press->breaks ? get_kept_height (setter, index, height) : height;
  if (press->breaks && press->y + kept > press->bottom && press->y > press->top + 60.0) {
    tq_press_turn_page (press);
    draw_headings (setter);
  }
  if (press->breaks && press->y + height > press->bottom) {
    load_row (setter, row);
    draw_tall_row (setter, row);
  } else {
    draw_row (setter, row, height);
  }
}

/* Sets *table* from press->y on, over as many pages as it takes. */
void
tq_press_set_table (TqPress *press, const TqTable *table)
{
  TableSetter setter;
  start_table (&setter, press, table);
  if (table->title != NULL) {
    g_autoptr (PangoLayout) title =
      tq_press_new_layout (press, TQ_FACE_HEADING_2, table->title, press->width);
    tq_press_ensure (press, tq_press_get_height (title) + 60.0);
    tq_press_draw_layout (press, title, press->x, press->y);
    press->y += tq_press_get_height (title) + press->size * 0.3;
  }
  tq_press_ensure (press, 5 * tq_press_get_line_height (press));
  draw_headings (&setter);
  for (guint i = 0; i < tq_table_get_n_rows (table); i++)
    set_row (&setter, i);
  finish_table (&setter);
}

/* The height of the headings and the first two rows, which stay with a heading above. */
double
tq_press_get_table_lead (TqPress *press, const TqTable *table)
{
  TableSetter setter;
  TqPress trial = *press;
  trial.draws = FALSE;
  trial.y = 0.0;
  start_table (&setter, &trial, table);
  draw_headings (&setter);
  const double rows = measure_row (&setter, 0) + measure_row (&setter, 1);
  finish_table (&setter);
  return MAX (MIN (trial.y + rows, (press->bottom - press->top) / 2),
              5 * tq_press_get_line_height (press));
}
