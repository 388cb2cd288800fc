/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "app/pages/assembly-page.h"

#include "app/pages/list-page.h"
#include "app/widgets/papers-view.h"
#include "app/widgets/table-view.h"
#include "service/case-list.h"
#include "service/case-road.h"

struct _TqAssemblyPage {
  TqPage parent_instance;
  TqCaseList *list;
  GtkDropDown *cases;
  GtkStack *stack;
  AdwStatusPage *fault;
  GtkLabel *title;
  GtkLabel *now;
  GtkListBox *stations;
  GtkWidget *switcher;
  GtkListBox *acts;
  TqPapersView *papers;
  TqTableView *agenda;
  TqTableView *proposals;
  TqTableView *shares;
  TqTableView *words;
  TqTableView *execution;
  TqTableView *steps;
  gint64 shown; /* the case, so that it stays over a refresh */
};

G_DEFINE_FINAL_TYPE (TqAssemblyPage, tq_assembly_page, TQ_TYPE_PAGE)

static char *
dup_words (gpointer object, const char *property)
{
  char *words = NULL;
  g_object_get (object, property, &words, NULL);
  return words;
}

static const char *
get_station_icon (TqStationPlace place)
{
  switch (place) {
  case TQ_STATION_PASSED:
    return "object-select-symbolic";
  case TQ_STATION_HERE:
    return "mark-location-symbolic";
  case TQ_STATION_SKIPPED:
    return "go-down-symbolic";
  case TQ_STATION_AHEAD:
  default:
    return "content-loading-symbolic";
  }
}

static GtkWidget *
build_label (const char *words, const char *style)
{
  GtkWidget *label = gtk_label_new (words);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static GtkWidget *
build_two_lines (const char *first, const char *second, const char *style)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), build_label (first, style));
  if (*second != '\0') {
    GtkWidget *label = build_label (second, "dim-label");
    gtk_widget_add_css_class (label, "caption");
    gtk_box_append (GTK_BOX (box), label);
  }
  return box;
}

static GtkWidget *
build_row (const char *icon, GtkWidget *content, const char *name)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (icon));
  gtk_box_append (GTK_BOX (box), content);
  gtk_widget_add_css_class (box, "station");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), FALSE);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  return row;
}

static GtkWidget *
build_station (gpointer item, gpointer user_data)
{
  TqStation *station = TQ_STATION (item);
  const TqStationPlace place = tq_station_get_place (station);
  const gboolean behind = place == TQ_STATION_PASSED || place == TQ_STATION_HERE;
  g_autofree char *title = dup_words (station, "title");
  g_autofree char *when = dup_words (station, "when");
  g_autofree char *words = dup_words (station, "place");
  g_autofree char *name = g_strjoin (", ", title, words, when, NULL);
  const char *style = place == TQ_STATION_HERE ? "heading" : behind ? NULL : "dim-label";
  GtkWidget *content = build_two_lines (title,
                                        place == TQ_STATION_SKIPPED ? words
                                        : behind                    ? when
                                                                    : "",
                                        style);
  GtkWidget *row = build_row (get_station_icon (place), content, name);
  if (place == TQ_STATION_HERE)
    gtk_widget_add_css_class (row, "station-here");
  return row;
}

static GtkWidget *
build_act (gpointer item, gpointer user_data)
{
  g_autofree char *title = dup_words (item, "title");
  g_autofree char *why = dup_words (item, "why");
  g_autofree char *name = g_strjoin (", ", title, *why != '\0' ? why : NULL, NULL);
  const gboolean possible = *why == '\0';
  return build_row (possible ? "go-next-symbolic" : "changes-prevent-symbolic",
                    build_two_lines (title, why, possible ? NULL : "dim-label"),
                    name);
}

static void
show_case (TqAssemblyPage *page, gint64 of_case)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TqCaseRoad) road =
    tq_case_road_load (tq_page_get_book (TQ_PAGE (page)), of_case, &error);
  TqTableView *const views[TQ_N_CASE_TABLES] = { page->agenda, page->proposals, page->shares,
                                                 page->words,  page->execution, page->steps };
  if (road == NULL) {
    adw_status_page_set_description (page->fault, error->message);
    gtk_stack_set_visible_child_name (page->stack, "fault");
    return;
  }
  page->shown = of_case;
  gtk_label_set_label (page->title, road->title);
  gtk_label_set_label (page->now, road->now);
  gtk_list_box_bind_model (page->stations, road->stations, build_station, NULL, NULL);
  gtk_list_box_bind_model (page->acts, road->acts, build_act, NULL, NULL);
  tq_papers_view_show (page->papers, tq_page_get_book (TQ_PAGE (page)), of_case);
  for (guint i = 0; i < TQ_N_CASE_TABLES; i++)
    tq_table_view_show (views[i], road->tables[i]);
}

static void
case_chosen_cb (TqAssemblyPage *page)
{
  TqCaseRow *row = gtk_drop_down_get_selected_item (page->cases);
  if (row != NULL && tq_page_get_book (TQ_PAGE (page)) != NULL &&
      !tq_lazy_list_is_loading (TQ_LAZY_LIST (page->list)))
    show_case (page, tq_case_row_get_key (row));
}

static void
list_changed_cb (TqAssemblyPage *page)
{
  TqLazyList *list = TQ_LAZY_LIST (page->list);
  const guint count = g_list_model_get_n_items (G_LIST_MODEL (list));
  adw_status_page_set_description (page->fault, tq_lazy_list_get_fault (list));
  gtk_stack_set_visible_child_name (page->stack, tq_list_page_choose_view (list, FALSE));
  gtk_widget_set_visible (GTK_WIDGET (page->cases), count > 1);
  if (count == 0 || tq_lazy_list_is_loading (list))
    return;
  const guint place = tq_lazy_list_find (list, page->shown);
  if (place != G_MAXUINT && place != gtk_drop_down_get_selected (page->cases))
    gtk_drop_down_set_selected (page->cases, place);
  else
    case_chosen_cb (page);
}

static void
book_changed (TqPage *base, TqBook *book)
{
  TqAssemblyPage *page = TQ_ASSEMBLY_PAGE (base);
  page->shown = 0;
  tq_papers_view_show (page->papers, book, 0);
  tq_lazy_list_set_book (TQ_LAZY_LIST (page->list), book);
  list_changed_cb (page);
}

static void
tq_assembly_page_class_init (TqAssemblyPageClass *class)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (class);
  TQ_PAGE_CLASS (class)->book_changed = book_changed;
  g_type_ensure (TQ_TYPE_CASE_LIST);
  g_type_ensure (TQ_TYPE_CASE_ROW);
  g_type_ensure (TQ_TYPE_PAPERS_VIEW);
  g_type_ensure (TQ_TYPE_TABLE_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/coop/tequio/Tequio/assembly-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TqAssemblyPage, list);
  gtk_widget_class_bind_template_child (widget_class, TqAssemblyPage, cases);
  gtk_widget_class_bind_template_child (widget_class, TqAssemblyPage, stack);
  gtk_widget_class_bind_template_child (widget_class, TqAssemblyPage, fault);
  gtk_widget_class_bind_template_child (widget_class, TqAssemblyPage, title);
  gtk_widget_class_bind_template_child (widget_class, TqAssemblyPage, now);
  gtk_widget_class_bind_template_child (widget_class, TqAssemblyPage, stations);
  gtk_widget_class_bind_template_child (widget_class, TqAssemblyPage, switcher);
  gtk_widget_class_bind_template_child (widget_class, TqAssemblyPage, acts);
  gtk_widget_class_bind_template_child (widget_class, TqAssemblyPage, agenda);
  gtk_widget_class_bind_template_child (widget_class, TqAssemblyPage, papers);
  gtk_widget_class_bind_template_child (widget_class, TqAssemblyPage, proposals);
  gtk_widget_class_bind_template_child (widget_class, TqAssemblyPage, shares);
  gtk_widget_class_bind_template_child (widget_class, TqAssemblyPage, words);
  gtk_widget_class_bind_template_child (widget_class, TqAssemblyPage, execution);
  gtk_widget_class_bind_template_child (widget_class, TqAssemblyPage, steps);
  gtk_widget_class_bind_template_callback (widget_class, list_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, case_chosen_cb);
}

static void
tq_assembly_page_init (TqAssemblyPage *page)
{
  gtk_widget_init_template (GTK_WIDGET (page));
  gtk_box_layout_set_homogeneous (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (page->switcher)),
                                  FALSE);
}
