/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "exchange/workbook.h"

#include <gio/gio.h>
#include <glib/gstdio.h>
#include <locale.h>
#include <string.h>

#define INSTANT 1809259200 /* 2027-05-02 */

static char *folder;

static TqWorkbook *
begin_workbook (const char *path)
{
  g_autoptr (GError) error = NULL;
  const TqWorkbookHead head = { .title = "Libro", .book = "Café & Maíz <Ñuu>", .created = INSTANT };
  TqWorkbook *workbook = tq_workbook_new (path, &head, &error);
  g_assert_no_error (error);
  return workbook;
}

/* One part of the file as text (transfer full); NULL where unzip is missing. */
static char *
read_part (const char *path, const char *part)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *program = g_find_program_in_path ("unzip");
  char *text = NULL;
  if (program == NULL) {
    g_test_skip ("unzip is not installed");
    return NULL;
  }
  g_autoptr (GSubprocess) child =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program, "-p", path, part, NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate_utf8 (child, NULL, NULL, &text, NULL, &error));
  g_assert_no_error (error);
  return text;
}

static gboolean
is_well_formed (const char *xml)
{
  static const GMarkupParser nothing = { NULL };
  g_autoptr (GMarkupParseContext) context = g_markup_parse_context_new (&nothing, 0, NULL, NULL);
  const char *start = g_str_has_prefix (xml, "<?xml") ? strstr (xml, "?>") + 2 : xml;
  return g_markup_parse_context_parse (context, start, -1, NULL) &&
         g_markup_parse_context_end_parse (context, NULL);
}

static TqTable *
build_mixed (void)
{
  TqTable *table = tq_table_new ("mixed", "Lo que entró");
  tq_table_add_column (table, "text", "Concepto", TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "day", "Día", TQ_COLUMN_DATE, 0);
  tq_table_add_column (table, "amount", "Importe", TQ_COLUMN_AMOUNT, 2);
  tq_table_add_column (table, "part", "Parte", TQ_COLUMN_PERCENT, 1);
  return table;
}

static void
add_row (TqTable *table, const char *text, TqDay day, gint64 amount)
{
  TqRow *row = tq_table_add_row (table, TQ_ROW_NORMAL, 0);
  tq_row_add_text (row, text);
  tq_row_add_day (row, day);
  tq_row_add_number (row, amount);
  tq_row_add_ratio (row, (TqRatio){ 1, 8 });
}

static void
add_total (TqTable *table, gint64 amount)
{
  TqRow *row = tq_table_add_row (table, TQ_ROW_TOTAL, 0);
  tq_row_add_text (row, "Total");
  tq_row_add_empty (row);
  tq_row_add_number (row, amount);
}

/* Writes the table as the only sheet and returns its XML (transfer full). */
static char *
write_sheet (const TqTable *table)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, "one.xlsx", NULL);
  g_autoptr (TqWorkbook) workbook = begin_workbook (path);
  const gboolean added = tq_workbook_add_table (workbook, table, &error);
  g_assert_no_error (error);
  g_assert_true (added);
  g_assert_true (tq_workbook_close (workbook, &error));
  char *xml = read_part (path, "xl/worksheets/sheet1.xml");
  if (xml != NULL)
    g_assert_true (is_well_formed (xml));
  return xml;
}

/* Cells by their kind: typed numbers and dates, text that is never a formula, mended UTF-8. */
static void
test_cells (void)
{
  g_autoptr (TqTable) table = build_mixed ();
  add_row (table, "=1+1", tq_day_from_date (2027, 5, 2), 1250);
  add_row (table, "<Ñ> & \"x\"", tq_day_from_date (1899, 12, 30), -5);
  add_row (table, "roto \xff fin", TQ_DAY_NONE, G_GINT64_CONSTANT (9007199254740993));
  add_row (table, "_x0041_", tq_day_from_date (1900, 3, 1), G_GINT64_CONSTANT (9007199254740992));
  g_autofree char *xml = write_sheet (table);
  if (xml == NULL)
    return;
  static const char *const parts[] = {
    ">=1+1</t>",                 /* as text */
    "<v>46509</v>",              /* 2027-05-02 */
    "<v>12.5</v>",               /* 12.50 */
    "<v>0.125</v>",              /* 1/8 */
    "&lt;Ñ&gt; &amp; ",          /* escaped */
    ">1899-12-30</t>",           /* before the days of the format: text */
    "<v>-0.05</v>",              /* -0.05 */
    "roto \xef\xbf\xbd fin",     /* U+FFFD */
    ">90071992547409.93</t>",    /* more than 53 bits: text */
    "<v>90071992547409.92</v>",  /* 53 bits: a number */
    "_x005F_x0041_",             /* not to be read as A */
    "<v>61</v>",                 /* 1900-03-01 */
    "state=\"frozen\"",          /* the headings stay */
    "<autoFilter ref=\"A1:D5\"", /* all rows */
    "<pageSetup ",               /* print set-up */
  };
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (strstr (xml, parts[i]) == NULL)
      g_error ("“%s” is missing in %s", parts[i], xml);
  g_assert_null (strstr (xml, "<f>"));
}

/* A total is a formula with its value where the rows above give that very number, of its group or
 * of all groups; else it is the number alone. */
static void
test_totals (void)
{
  g_autoptr (TqTable) table = build_mixed ();
  add_row (table, "a", TQ_DAY_NONE, 100);
  add_row (table, "b", TQ_DAY_NONE, 250);
  add_total (table, 350);
  add_row (table, "c", TQ_DAY_NONE, -50);
  add_total (table, -50);
  add_total (table, 300);
  add_total (table, 299); /* not the sum of anything above */
  g_autofree char *xml = write_sheet (table);
  if (xml == NULL)
    return;
  g_assert_nonnull (strstr (xml, "<f>SUM(C2:C3)</f><v>3.5</v>"));
  g_assert_nonnull (strstr (xml, "<f>SUM(C5:C5)</f><v>-0.5</v>"));
  g_assert_nonnull (strstr (xml, "<f>SUM(C2:C3,C5:C5)</f><v>3</v>"));
  g_assert_nonnull (strstr (xml, "<v>2.99</v>"));
}

/* Under a locale with a decimal comma the file is the same, byte for byte. */
static void
test_locale (void)
{
  g_autoptr (TqTable) table = build_mixed ();
  add_row (table, "a", TQ_DAY_NONE, 123456);
  add_total (table, 123456);
  g_autofree char *plain = write_sheet (table);
  if (plain == NULL)
    return;
  if (setlocale (LC_ALL, "es_ES.UTF-8") == NULL) {
    g_test_skip ("the locale es_ES.UTF-8 could not be made (package locales)");
    return;
  }
  g_assert_cmpstr (localeconv ()->decimal_point, ==, ",");
  g_autofree char *spanish = write_sheet (table);
  g_assert_cmpstr (localeconv ()->decimal_point, ==, ",");
  setlocale (LC_ALL, "C.UTF-8");
  g_assert_cmpstr (plain, ==, spanish);
  g_assert_nonnull (strstr (spanish, "<v>1234.56</v>"));
}

/* Whatever the tables are called, the sheets have names that the format takes, each another. */
static void
test_names (void)
{
  static const char *const titles[] = {
    "Diario",
    "DIARIO",
    "diario",
    "Cuentas: a/b\\c [1]*?",
    "'con apóstrofos'",
    "History",
    "",
    "",
    "Un nombre que es mucho más largo de lo que cabe",
    "Un nombre que es mucho más largo de lo que cabe, y otro",
  };
  static const char *const names[] = { "\"Diario\"",
                                       "\"DIARIO 2\"",
                                       "\"diario 3\"",
                                       "\"Cuentas- a-b-c -1---\"",
                                       "\"con apóstrofos\"",
                                       "\"History 2\"",
                                       "\"Sheet\"",
                                       "\"Sheet 2\"",
                                       "\"Un nombre que es mucho más larg\"",
                                       "\"Un nombre que es mucho más la 2\"" };
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, "names.xlsx", NULL);
  g_autoptr (TqWorkbook) workbook = begin_workbook (path);
  for (gsize i = 0; i < G_N_ELEMENTS (titles); i++) {
    g_autoptr (TqTable) table = tq_table_new ("t", titles[i]);
    tq_table_add_column (table, "a", "A", TQ_COLUMN_TEXT, 0);
    g_assert_true (tq_workbook_add_table (workbook, table, &error));
  }
  g_assert_true (tq_workbook_close (workbook, &error));
  g_autofree char *xml = read_part (path, "xl/workbook.xml");
  if (xml == NULL)
    return;
  g_assert_true (is_well_formed (xml));
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (strstr (xml, names[i]) == NULL)
      g_error ("%s is missing in %s", names[i], xml);
}

static void
write_charts (const char *path)
{
  static const TqChartKind kinds[] = { TQ_CHART_COLUMN, TQ_CHART_LINE, TQ_CHART_BAR };
  g_autoptr (GError) error = NULL;
  g_autoptr (TqWorkbook) workbook = begin_workbook (path);
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++) {
    const gint64 first[] = { 320000, 120000 }, second[] = { -4000, 90000 };
    g_autofree char *title = g_strdup_printf ("Caja por mes %zu", i);
    g_autoptr (TqChart) chart = tq_chart_new (kinds[i], "cash", title, "Mes", 2);
    tq_chart_add_series (chart, "Caja");
    tq_chart_add_series (chart, "Resultado");
    tq_chart_add_point (chart, "2026-11", first);
    tq_chart_add_point (chart, "2026-12", second);
    g_assert_true (tq_workbook_add_chart (workbook, chart, &error));
  }
  const gint64 sales = 14260000, costs = -11396000, loss = -3000000;
  g_autoptr (TqChart) steps = tq_chart_new (TQ_CHART_WATERFALL, "surplus", "Excedente", "Paso", 2);
  tq_chart_add_series (steps, "Importe");
  tq_chart_add_point (steps, "Ventas", &sales);
  tq_chart_add_point (steps, "Costos", &costs);
  tq_chart_add_point (steps, "Merma", &loss);
  tq_chart_add_total (steps, "Excedente", -136000);
  g_assert_true (tq_workbook_add_chart (workbook, steps, &error));
  g_assert_true (tq_workbook_close (workbook, &error));
  g_assert_no_error (error);
}

static void
assert_value (const char *sheet, const char *cell, const char *value)
{
  g_autofree char *start = g_strdup_printf ("<c r=\"%s\"", cell);
  g_autofree char *inside = g_strdup_printf ("<v>%s</v></c>", value);
  const char *found = strstr (sheet, start);
  g_assert_nonnull (found);
  const char *content = strstr (found, "<v>");
  g_assert_true (content != NULL && g_str_has_prefix (content, inside));
}

/* Charts are the spreadsheet's own; the steps of a waterfall stand where they should, also where
 * they cross zero; two runs give the same file. */
static void
test_charts (void)
{
  g_autofree char *path = g_build_filename (folder, "charts.xlsx", NULL);
  g_autofree char *again = g_build_filename (folder, "again.xlsx", NULL);
  g_autofree char *first = NULL, *second = NULL;
  gsize first_length = 0, second_length = 0;
  write_charts (path);
  write_charts (again);
  g_assert_true (g_file_get_contents (path, &first, &first_length, NULL));
  g_assert_true (g_file_get_contents (again, &second, &second_length, NULL));
  g_assert_cmpuint (first_length, ==, second_length);
  g_assert_true (memcmp (first, second, first_length) == 0);
  g_autofree char *drawn = read_part (path, "xl/charts/chart4.xml");
  g_autofree char *sheet = read_part (path, "xl/worksheets/sheet4.xml");
  if (drawn == NULL || sheet == NULL)
    return;
  g_assert_true (is_well_formed (drawn));
  g_assert_nonnull (strstr (drawn, "<c:grouping val=\"stacked\"/>"));
  /* Costs are carried by 28,640.00 and fall to it from 142,600.00; the loss goes through zero, with
   * 28,640.00 above and 1,360.00 below. */
  assert_value (sheet, "C3", "28640");
  assert_value (sheet, "F3", "113960");
  assert_value (sheet, "C4", "0");
  assert_value (sheet, "F4", "28640");
  assert_value (sheet, "G4", "-1360");
  assert_value (sheet, "H5", "-1360");
}

/* A register that is longer than a sheet goes on in the next, with its headings. */
static void
test_long (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, "long.xlsx", NULL);
  g_autoptr (TqWorkbook) workbook = begin_workbook (path);
  g_autoptr (TqTable) table = tq_table_new ("register", "Registro");
  tq_table_add_column (table, "n", "N", TQ_COLUMN_INTEGER, 0);
  g_assert_true (tq_workbook_begin_sheet (workbook, table, &error));
  g_autoptr (TqRow) row = tq_row_new (TQ_ROW_NORMAL, 0);
  for (gint64 i = 0; i < 1048580; i++) {
    tq_row_reset (row, TQ_ROW_NORMAL, 0);
    tq_row_add_number (row, i);
    g_assert_true (tq_workbook_add_row (workbook, row, &error));
  }
  g_assert_true (tq_workbook_end_sheet (workbook, &error));
  g_assert_true (tq_workbook_close (workbook, &error));
  g_autofree char *second = read_part (path, "xl/worksheets/sheet2.xml");
  if (second == NULL)
    return;
  g_assert_nonnull (strstr (second, "<v>1048575</v>"));
  g_assert_nonnull (strstr (second, "<v>1048579</v>"));
  g_assert_null (strstr (second, "<v>1048574</v>"));
}

/* A folder that is not there is told, and no half file is left. */
static void
test_no_folder (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = g_build_filename (folder, "nowhere", "x.xlsx", NULL);
  g_autoptr (TqWorkbook) workbook = begin_workbook (path);
  g_autoptr (TqTable) table = build_mixed ();
  g_assert_true (tq_workbook_add_table (workbook, table, &error));
  g_assert_false (tq_workbook_close (workbook, &error));
  g_assert_nonnull (error);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
}

static void
remove_folder (void)
{
  static const char *const names[] = { "one.xlsx",
                                       "names.xlsx",
                                       "charts.xlsx",
                                       "again.xlsx",
                                       "long.xlsx" };
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = g_build_filename (folder, names[i], NULL);
    g_unlink (path);
  }
  g_rmdir (folder);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  folder = g_dir_make_tmp ("tequio-workbook-XXXXXX", NULL);
  g_test_add_func ("/exchange/workbook/cells", test_cells);
  g_test_add_func ("/exchange/workbook/totals", test_totals);
  g_test_add_func ("/exchange/workbook/locale", test_locale);
  g_test_add_func ("/exchange/workbook/names", test_names);
  g_test_add_func ("/exchange/workbook/charts", test_charts);
  g_test_add_func ("/exchange/workbook/long", test_long);
  g_test_add_func ("/exchange/workbook/no-folder", test_no_folder);
  const int result = g_test_run ();
  remove_folder ();
  g_free (folder);
  return result;
}
