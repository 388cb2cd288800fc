/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "app/widgets/entry-view.h"

#include "app/widgets/column.h"
#include "base/i18n.h"
#include "service/entry-lines.h"

struct _TqEntryView {
  AdwBin parent_instance;
  GtkLabel *heading;
  GtkLabel *proof;
  GtkLabel *mark;
  GtkWidget *correct;
  GtkColumnView *lines_view;
  GtkNoSelection *lines;
};

G_DEFINE_FINAL_TYPE (TqEntryView, tq_entry_view, ADW_TYPE_BIN)

static char *
dup_words (TqJournalRow *row, const char *property)
{
  char *words = NULL;
  g_object_get (row, property, &words, NULL);
  return words;
}

/* Shows the entry of a row of the journal. */
void
tq_entry_view_show (TqEntryView *view, TqBook *book, TqJournalRow *row)
{
  g_autoptr (GError) error = NULL;
  const gint64 event = tq_journal_row_get_event (row);
  g_autofree char *text = dup_words (row, "text");
  g_autofree char *mark = dup_words (row, "mark");
  g_autofree char *letters = tq_book_build_slip (book, event, NULL);
  g_autofree char *proof =
    g_strdup_printf (_ ("Entry %" PRId64 " · %s"), event, letters != NULL ? letters : "");
  g_autoptr (GListModel) lines = tq_entry_lines_load (book, event, &error);
  gtk_label_set_label (view->heading, text);
  gtk_label_set_label (view->proof, proof);
  gtk_label_set_label (view->mark, lines != NULL ? mark : error->message);
  gtk_widget_set_visible (GTK_WIDGET (view->mark), *gtk_label_get_label (view->mark) != '\0');
  gtk_no_selection_set_model (view->lines, lines);
  gtk_widget_set_visible (view->correct, tq_journal_row_can_correct (row));
}

static void
tq_entry_view_class_init (TqEntryViewClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  gtk_widget_class_set_template_from_resource (widget_class, "/coop/tequio/Tequio/entry-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TqEntryView, heading);
  gtk_widget_class_bind_template_child (widget_class, TqEntryView, proof);
  gtk_widget_class_bind_template_child (widget_class, TqEntryView, mark);
  gtk_widget_class_bind_template_child (widget_class, TqEntryView, correct);
  gtk_widget_class_bind_template_child (widget_class, TqEntryView, lines_view);
  gtk_widget_class_bind_template_child (widget_class, TqEntryView, lines);
}

static void
tq_entry_view_init (TqEntryView *view)
{
  gtk_widget_init_template (GTK_WIDGET (view));
  tq_column_align_end (view->lines_view, 2);
  tq_column_align_end (view->lines_view, 3);
}
