/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "app/widgets/table-view.h"

#include "app/widgets/column.h"

#define INDENT 18 /* pixels a level */
#define WORD_MAX 14
#define MEASURED_MAX 200u /* rows: the rest looks like them */

struct _TqTableView {
  AdwBin parent_instance;
  GtkStack *stack;
  GtkWidget *scrolled;
  AdwStatusPage *empty;
};

G_DEFINE_FINAL_TYPE (TqTableView, tq_table_view, ADW_TYPE_BIN)

enum {
  PROP_0,
  PROP_EMPTY_WORDS,
};

/* One column of the table that is shown; belongs to the factory of its cells. */
typedef struct {
  guint index;
  gboolean number;
  int word; /* characters of the longest word, which is not broken */
  int text; /* of the longest text */
} Cell;

static void
free_cell (gpointer cell, GClosure *closure)
{
  g_free (cell);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, const Cell *cell)
{
  GtkWidget *label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (label), cell->number ? 1 : 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  if (cell->number) {
    gtk_widget_add_css_class (label, "numeric");
  } else {
    gtk_label_set_wrap (GTK_LABEL (label), TRUE);
    gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
    gtk_label_set_width_chars (GTK_LABEL (label), MIN (cell->word, WORD_MAX));
    gtk_label_set_max_width_chars (GTK_LABEL (label), 30);
  }
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, const Cell *cell)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  TqTableRow *row = gtk_list_item_get_item (item);
  g_autofree char *words = tq_table_row_dup_words (row, cell->index);
  gtk_label_set_label (GTK_LABEL (label), words);
  if (cell->index == 0)
    gtk_widget_set_margin_start (label, (int) tq_table_row_get_indent (row) * INDENT);
  if (tq_table_row_is_strong (row))
    gtk_widget_add_css_class (label, "heading");
  else
    gtk_widget_remove_css_class (label, "heading");
}

/* How wide the texts of a column are, so that short codes take no room from long sentences. */
static void
measure (TqTableModel *model, Cell *cell)
{
  const guint count = MIN (g_list_model_get_n_items (G_LIST_MODEL (model)), MEASURED_MAX);
  for (guint i = 0; i < count; i++) {
    g_autoptr (TqTableRow) row = g_list_model_get_item (G_LIST_MODEL (model), i);
    g_autofree char *text = tq_table_row_dup_words (row, cell->index);
    g_auto (GStrv) words = g_strsplit (text, " ", -1);
    cell->text = MAX (cell->text, (int) g_utf8_strlen (text, -1));
    for (guint j = 0; words[j] != NULL; j++)
      cell->word = MAX (cell->word, (int) g_utf8_strlen (words[j], -1));
  }
}

static void
add_column (GtkColumnView *view, TqTableModel *model, guint index)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  const TqColumn *column = tq_table_get_column (tq_table_model_get_table (model), index);
  Cell cell = { .index = index, .number = tq_column_is_number (column) };
  if (!cell.number)
    measure (model, &cell);
  g_signal_connect_data (factory,
                         "setup",
                         G_CALLBACK (setup_cb),
                         g_memdup2 (&cell, sizeof cell),
                         free_cell,
                         0);
  g_signal_connect_data (factory,
                         "bind",
                         G_CALLBACK (bind_cb),
                         g_memdup2 (&cell, sizeof cell),
                         free_cell,
                         0);
  g_autoptr (GtkColumnViewColumn) made = gtk_column_view_column_new (column->heading, factory);
  gtk_column_view_column_set_resizable (made, TRUE);
  gtk_column_view_column_set_expand (made, column->kind == TQ_COLUMN_TEXT && cell.text > cell.word);
  gtk_column_view_append_column (view, made);
  if (cell.number)
    tq_column_align_end (view, index);
}

/* Shows the rows of *model* (nullable). */
void
tq_table_view_show (TqTableView *self, TqTableModel *model)
{
  const gboolean filled = model != NULL && g_list_model_get_n_items (G_LIST_MODEL (model)) > 0;
  gtk_stack_set_visible_child_name (self->stack, filled ? "table" : "empty");
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), NULL);
  if (!filled)
    return;
  const TqTable *table = tq_table_model_get_table (model);
  GtkSelectionModel *rows =
    GTK_SELECTION_MODEL (gtk_no_selection_new (g_object_ref (G_LIST_MODEL (model))));
  GtkWidget *view = gtk_column_view_new (rows);
  gtk_column_view_set_show_row_separators (GTK_COLUMN_VIEW (view), TRUE);
  gtk_widget_add_css_class (view, "data-table");
  gtk_accessible_update_property (GTK_ACCESSIBLE (view),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  table->title,
                                  -1);
  for (guint i = 0; i < tq_table_get_n_columns (table); i++)
    add_column (GTK_COLUMN_VIEW (view), model, i);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scrolled), view);
}

static void
tq_table_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  g_value_set_string (value, adw_status_page_get_description (TQ_TABLE_VIEW (object)->empty));
}

static void
tq_table_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  adw_status_page_set_description (TQ_TABLE_VIEW (object)->empty, g_value_get_string (value));
}

static void
tq_table_view_class_init (TqTableViewClass *class)
{
  GObjectClass *object_class = G_OBJECT_CLASS (class);
  object_class->get_property = tq_table_view_get_property;
  object_class->set_property = tq_table_view_set_property;
  g_object_class_install_property (
    object_class,
    PROP_EMPTY_WORDS,
    g_param_spec_string ("empty-words",
                         NULL,
                         NULL,
                         NULL,
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
}

static void
tq_table_view_init (TqTableView *self)
{
  self->stack = GTK_STACK (gtk_stack_new ());
  self->scrolled = gtk_scrolled_window_new ();
  self->empty = ADW_STATUS_PAGE (adw_status_page_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->empty), "compact");
  gtk_stack_add_named (self->stack, GTK_WIDGET (self->empty), "empty");
  gtk_stack_add_named (self->stack, self->scrolled, "table");
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->stack));
}
