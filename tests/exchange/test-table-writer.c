/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "exchange/table-writer.h"

#include <locale.h>
#include <stdlib.h>
#include <string.h>

/* What the writer makes of *table* (transfer full). */
static char *
write_table (const TqTable *table, TqTableFormat format)
{
  g_autoptr (GError) error = NULL;
  char *bytes = NULL;
  size_t length = 0;
  FILE *out = open_memstream (&bytes, &length);
  g_assert_true (tq_table_write (table, format, out, &error));
  g_assert_no_error (error);
  g_assert_cmpint (fclose (out), ==, 0);
  char *text = g_strndup (bytes, length);
  free (bytes);
  return text;
}

/* Fields are quoted as RFC 4180 asks, and a text that a spreadsheet would calculate is guarded. */
static void
test_csv_fields (void)
{
  static const struct {
    const char *text;
    const char *field;
  } rows[] = {
    { "plain", "plain" },
    { "", "" },
    { "a,b", "\"a,b\"" },
    { "say \"no\"", "\"say \"\"no\"\"\"" },
    { "two\nlines", "\"two\nlines\"" },
    { "two\r\nlines", "\"two\r\nlines\"" },
    { "Ñoño; café", "Ñoño; café" },
    { " blanks ", " blanks " },
    { "=1+1", "'=1+1" },
    { "+52 967", "'+52 967" },
    { "-5", "'-5" },
    { "@SUM(A1)", "'@SUM(A1)" },
    { "\t=1", "'\t=1" },
    { "=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"" },
    { "a=b", "a=b" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TqTable) table = tq_table_new ("t", NULL);
    tq_table_add_column (table, "text", "Texto", TQ_COLUMN_TEXT, 0);
    tq_row_add_text (tq_table_add_row (table, TQ_ROW_NORMAL, 0), rows[i].text);
    g_autofree char *expected = g_strdup_printf ("text\n%s\n", rows[i].field);
    g_autofree char *csv = write_table (table, TQ_TABLE_FORMAT_CSV);
    g_assert_cmpstr (csv, ==, expected);
  }
}

static TqTable *
build_mixed (void)
{
  TqTable *table = tq_table_new ("shares", "Shares");
  tq_table_add_column (table, "family", "Familia", TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "amount", "Importe", TQ_COLUMN_AMOUNT, 2);
  tq_table_add_column (table, "part", "Parte", TQ_COLUMN_PERCENT, 1);
  tq_table_add_column (table, "count", "Cuántos", TQ_COLUMN_INTEGER, 0);
  TqRow *row = tq_table_add_row (table, TQ_ROW_HEADING, 0);
  tq_row_add_text (row, "La Vega");
  row = tq_table_add_row (table, TQ_ROW_NORMAL, 1);
  tq_row_add_text (row, "Iñiga");
  tq_row_add_number (row, -123456789);
  tq_row_add_ratio (row, (TqRatio){ 1, 3 });
  tq_row_add_number (row, 3);
  row = tq_table_add_row (table, TQ_ROW_NORMAL, 1);
  tq_row_add_text (row, "Eusebia");
  tq_row_add_empty (row);
  tq_row_add_empty (row);
  tq_row_add_number (row, 12);
  row = tq_table_add_row (table, TQ_ROW_TOTAL, 0);
  tq_row_add_text (row, "Total");
  tq_row_add_number (row, -123456789);
  return table;
}

/* The three forms of one table. In csv a column adds up to its sum, since totals are left out; an
 * empty cell is empty and not zero. */
static void
test_forms (void)
{
  g_autoptr (TqTable) table = build_mixed ();
  g_autofree char *csv = write_table (table, TQ_TABLE_FORMAT_CSV);
  g_autofree char *text = write_table (table, TQ_TABLE_FORMAT_TEXT);
  g_autofree char *json = write_table (table, TQ_TABLE_FORMAT_JSON);
  g_assert_cmpstr (csv,
                   ==,
                   "family,amount,part,part_rounded,count\n"
                   "Iñiga,-1234567.89,1/3,33.3,3\n"
                   "Eusebia,,,,12\n");
  g_assert_cmpstr (text,
                   ==,
                   "Familia          Importe   Parte  Cuántos\n"
                   "La Vega\n"
                   "  Iñiga    -1,234,567.89  33.3 %        3\n"
                   "  Eusebia                              12\n"
                   "Total      -1,234,567.89\n");
  static const char *const parts[] = { "\"report\": \"shares\"", "\"amount\": \"-1234567.89\"",
                                       "\"part\": \"1/3\"",      "\"part_rounded\": \"33.3\"",
                                       "\"count\": 12",          "\"amount\": null",
                                       "\"role\": \"total\"",    "\"role\": \"heading\"" };
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    g_assert_nonnull (strstr (json, parts[i]));
}

/* Numbers for programs do not change with the locale; those for eyes do. */
static void
test_locale (void)
{
  if (setlocale (LC_ALL, "es_ES.UTF-8") == NULL) {
    g_test_skip ("the locale es_ES.UTF-8 could not be made (package locales)");
    return;
  }
  g_autoptr (TqTable) table = build_mixed ();
  g_autofree char *csv = write_table (table, TQ_TABLE_FORMAT_CSV);
  g_autofree char *text = write_table (table, TQ_TABLE_FORMAT_TEXT);
  setlocale (LC_ALL, "C.UTF-8");
  g_assert_nonnull (strstr (csv, "-1234567.89"));
  g_assert_nonnull (strstr (text, "-1.234.567,89"));
}

/* A full disk is an error and not a silence. */
static void
test_full (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TqTable) table = build_mixed ();
  FILE *out = fopen ("/dev/full", "w");
  if (out == NULL) {
    g_test_skip ("there is no /dev/full here");
    return;
  }
  setvbuf (out, NULL, _IONBF, 0);
  g_assert_false (tq_table_write (table, TQ_TABLE_FORMAT_CSV, out, &error));
  g_assert_nonnull (error);
  fclose (out);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/table-writer/csv-fields", test_csv_fields);
  g_test_add_func ("/exchange/table-writer/forms", test_forms);
  g_test_add_func ("/exchange/table-writer/locale", test_locale);
  g_test_add_func ("/exchange/table-writer/full", test_full);
  return g_test_run ();
}
