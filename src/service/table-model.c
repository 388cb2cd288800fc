/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "service/table-model.h"

struct _TqTableModel {
  GObject parent_instance;
  TqTable *table;
};

struct _TqTableRow {
  GObject parent_instance;
  TqTableModel *model; /* keeps the table alive */
  const TqRow *row;
};

static void list_model_iface_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TqTableModel,
                               tq_table_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_iface_init))
G_DEFINE_FINAL_TYPE (TqTableRow, tq_table_row, G_TYPE_OBJECT)

static void
tq_table_row_finalize (GObject *object)
{
  g_clear_object (&TQ_TABLE_ROW (object)->model);
  G_OBJECT_CLASS (tq_table_row_parent_class)->finalize (object);
}

static void
tq_table_row_class_init (TqTableRowClass *class)
{
  G_OBJECT_CLASS (class)->finalize = tq_table_row_finalize;
}

static void
tq_table_row_init (TqTableRow *row)
{
}

/* What stands in a column, as the locale writes it (transfer full). */
char *
tq_table_row_dup_words (TqTableRow *row, guint column)
{
  return tq_cell_to_local (tq_row_get_cell (row->row, column),
                           tq_table_get_column (row->model->table, column));
}

guint
tq_table_row_get_indent (TqTableRow *row)
{
  return row->row->indent;
}

/* Whether it is a heading or a total. */
gboolean
tq_table_row_is_strong (TqTableRow *row)
{
  return row->row->role != TQ_ROW_NORMAL;
}

static GType
get_item_type (GListModel *list)
{
  return TQ_TYPE_TABLE_ROW;
}

static guint
get_n_items (GListModel *list)
{
  return tq_table_get_n_rows (TQ_TABLE_MODEL (list)->table);
}

static gpointer
get_item (GListModel *list, guint position)
{
  TqTableModel *model = TQ_TABLE_MODEL (list);
  if (position >= tq_table_get_n_rows (model->table))
    return NULL;
  TqTableRow *row = g_object_new (TQ_TYPE_TABLE_ROW, NULL);
  row->model = g_object_ref (model);
  row->row = tq_table_get_row (model->table, position);
  return row;
}

static void
list_model_iface_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
tq_table_model_finalize (GObject *object)
{
  tq_table_free (TQ_TABLE_MODEL (object)->table);
  G_OBJECT_CLASS (tq_table_model_parent_class)->finalize (object);
}

static void
tq_table_model_class_init (TqTableModelClass *class)
{
  G_OBJECT_CLASS (class)->finalize = tq_table_model_finalize;
}

static void
tq_table_model_init (TqTableModel *model)
{
}

/* A model over *table* (transfer full, both ways). */
TqTableModel *
tq_table_model_new (TqTable *table)
{
  g_return_val_if_fail (table != NULL, NULL);
  TqTableModel *model = g_object_new (TQ_TYPE_TABLE_MODEL, NULL);
  model->table = table;
  return model;
}

/* The table itself (transfer none). */
const TqTable *
tq_table_model_get_table (TqTableModel *model)
{
  return model->table;
}
