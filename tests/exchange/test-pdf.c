/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "exchange/pdf.h"
#include "story-papers.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

#define INSTANT 1809259200 /* 2027-05-02 */

static GBytes *
write_pdf (const TqDocument *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GOutputStream) out = g_memory_output_stream_new_resizable ();
  g_assert_true (tq_pdf_write (document, INSTANT, out, NULL, &error));
  g_assert_no_error (error);
  g_assert_true (g_output_stream_close (out, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (out));
}

/* The text of the paper as another program reads it (transfer full); NULL where it is missing. */
static char *
read_text (const TqDocument *document)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) pdf = write_pdf (document);
  g_autoptr (GBytes) text = NULL;
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  if (program == NULL) {
    g_test_skip ("pdftotext is not installed (package poppler-utils)");
    return NULL;
  }
  g_autoptr (GSubprocess) child =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDIN_PIPE | G_SUBPROCESS_FLAGS_STDOUT_PIPE,
                      &error,
                      program,
                      "-layout",
                      "-",
                      "-",
                      NULL);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_communicate (child, pdf, NULL, &text, NULL, &error));
  g_assert_true (g_subprocess_get_successful (child));
  return g_strndup (g_bytes_get_data (text, NULL), g_bytes_get_size (text));
}

static guint
count_text (const char *text, const char *part)
{
  guint count = 0;
  for (const char *p = strstr (text, part); p != NULL; p = strstr (p + 1, part))
    count++;
  return count;
}

static TqDocument *
build_long_table (guint n_rows)
{
  const TqPaperHead head = { .book = "Cafetaleras de Ñuu",
                             .language = "es",
                             .event = 57,
                             .letters = "K3QF-7MZA",
                             .currency = "MXN" };
  TqDocument *document = tq_document_new (&head, "Diario");
  TqTable *table = tq_table_new ("journal", NULL);
  tq_table_add_column (table, "number", "Número", TQ_COLUMN_INTEGER, 0);
  tq_table_add_column (table, "text", "Concepto", TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "amount", "Importe", TQ_COLUMN_AMOUNT, 2);
  for (guint i = 0; i < n_rows; i++) {
    TqRow *row = tq_table_add_row (table, TQ_ROW_NORMAL, 0);
    g_autofree char *text = g_strdup_printf ("renglón-%u", i);
    tq_row_add_number (row, i);
    tq_row_add_text (row, text);
    tq_row_add_number (row, (gint64) i * 100 + 7);
  }
  tq_flow_add_table (document->body, table);
  return document;
}

/* 500 rows: every row once, the headings on every page, the pages numbered to the last. */
static void
test_long_table (void)
{
  g_autoptr (TqDocument) document = build_long_table (500);
  g_autofree char *text = read_text (document);
  if (text == NULL)
    return;
  const guint pages = count_text (text, "\f");
  g_assert_cmpuint (pages, >, 5);
  g_assert_cmpuint (count_text (text, "Concepto"), ==, pages);
  g_assert_cmpuint (count_text (text, "evento 57 · K3QF-7MZA"), ==, pages);
  g_assert_cmpuint (count_text (text, "Cafetaleras de Ñuu"), ==, pages);
  for (guint page = 1; page <= pages; page++) {
    g_autofree char *label = g_strdup_printf ("Página %u de %u\n", page, pages);
    g_assert_cmpuint (count_text (text, label), ==, 1);
  }
  for (guint i = 0; i < 500; i++) {
    g_autofree char *row = g_strdup_printf ("renglón-%u ", i);
    g_assert_cmpuint (count_text (text, row), ==, 1);
  }
  g_assert_nonnull (strstr (text, "499.07"));
}

/* Two runs give the same bytes. */
static void
test_same_bytes (void)
{
  for (guint i = 0; i < N_STORY_PAPERS; i++) {
    g_autoptr (TqDocument) one = story_paper_build (i, "es", TRUE);
    g_autoptr (TqDocument) other = story_paper_build (i, "es", TRUE);
    g_autoptr (GBytes) first = write_pdf (one);
    g_autoptr (GBytes) second = write_pdf (other);
    g_assert_true (g_bytes_equal (first, second));
  }
}

static guint
find_paper (const char *name)
{
  for (guint i = 0; i < N_STORY_PAPERS; i++)
    if (strcmp (story_paper_get_name (i), name) == 0)
      return i;
  g_assert_not_reached ();
}

/* The minutes of the story take two pages at 14 pt; the open statement always one. */
static void
test_pages (void)
{
  static const struct {
    const char *paper;
    gboolean large;
    guint pages;
  } rows[] = {
    { "minutes", TRUE, 2 },      { "statement", TRUE, 1 }, { "statement", FALSE, 1 },
    { "notice", TRUE, 1 },       { "mandate", TRUE, 1 },   { "roll-to-sign", FALSE, 1 },
    { "consultation", TRUE, 1 }, { "slips", FALSE, 2 },
  };
  static const char *const languages[] = { "es", "en" };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    for (guint l = 0; l < 2; l++) {
      g_autoptr (TqDocument) document =
        story_paper_build (find_paper (rows[i].paper), languages[l], rows[i].large);
      g_autofree char *text = read_text (document);
      if (text == NULL)
        return;
      g_assert_cmpuint (count_text (text, "\f"), <=, rows[i].pages);
    }
  }
}

/* The words of the one who did not agree are on the paper, whole, in every language and size. */
static void
test_objection (void)
{
  static const char *const words[] = { "Anselmo (A1)",
                                       "recibiría 1,478.00",
                                       "se descomponga",
                                       "me hago a un lado",
                                       "reparto por kilos" };
  for (guint i = 0; i < 4; i++) {
    g_autoptr (TqDocument) document =
      story_paper_build (find_paper ("minutes"), i % 2 == 0 ? "es" : "en", i / 2 == 0);
    g_autofree char *text = read_text (document);
    if (text == NULL)
      return;
    g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
    for (guint l = 0; lines[l] != NULL; l++)
      g_strstrip (lines[l]);
    g_autofree char *joined = g_strjoinv (" ", lines);
    for (gsize w = 0; w < G_N_ELEMENTS (words); w++)
      g_assert_nonnull (strstr (joined, words[w]));
  }
}

/* A row taller than a page is cut between lines and loses none of them. */
static void
test_tall_row (void)
{
  const TqPaperHead head = { .book = "Cafetal", .language = "en", .large_type = TRUE };
  g_autoptr (TqDocument) document = tq_document_new (&head, "x");
  TqTable *table = tq_table_new ("tall", NULL);
  GString *words = g_string_new (NULL);
  for (guint i = 0; i < 1500; i++)
    g_string_append_printf (words, "word%u ", i);
  tq_table_add_column (table, "a", "Text", TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "b", "Amount", TQ_COLUMN_AMOUNT, 2);
  TqRow *row = tq_table_add_row (table, TQ_ROW_NORMAL, 0);
  tq_row_add_text (row, words->str);
  tq_row_add_number (row, 100);
  tq_flow_add_table (document->body, table);
  g_string_free (words, TRUE);
  g_autofree char *text = read_text (document);
  if (text == NULL)
    return;
  for (guint i = 0; i < 1500; i++) {
    g_autofree char *word = g_strdup_printf ("word%u", i);
    g_assert_nonnull (strstr (text, word));
  }
  g_assert_cmpuint (count_text (text, "\f"), >, 2);
}

static const TqPaperHead plain_head = { .book = "Cafetal", .language = "en", .large_type = TRUE };

/* Where the line of *text* that holds *part* ends, in columns. */
static glong
find_line_end (const char *text, const char *part)
{
  const char *found = strstr (text, part);
  g_assert_nonnull (found);
  const char *begin = found, *end = strchr (found, '\n');
  g_assert_nonnull (end);
  while (begin > text && begin[-1] != '\n')
    begin--;
  return g_utf8_strlen (begin, end - begin);
}

/* Amounts and counts beside their labels stand figure under figure. */
static void
test_numbers_in_pairs (void)
{
  g_autoptr (TqDocument) document = tq_document_new (&plain_head, "x");
  TqBlock *pairs = tq_flow_add_pairs (document->body);
  tq_block_add_number (pairs, "Result", "28,640.00 MXN");
  tq_block_add_number (pairs, "Difference", "7.00 MXN");
  tq_block_add_number (pairs, "Reserve", "-864.00 MXN");
  g_autofree char *text = read_text (document);
  if (text == NULL)
    return;
  g_assert_cmpint (find_line_end (text, "Result"), ==, find_line_end (text, "Difference"));
  g_assert_cmpint (find_line_end (text, "Result"), ==, find_line_end (text, "Reserve"));
}

/* However many sign, the line for those who protest stands on a page with signatures. */
static void
test_protest_stays (void)
{
  for (guint n = 3; n <= 60; n += 3) {
    g_autoptr (TqDocument) document = tq_document_new (&plain_head, "x");
    tq_flow_add_heading (document->body, 1, "Signatures");
    TqBlock *signers = tq_flow_add_signatures (document->body, 3);
    for (guint i = 0; i < n; i++)
      tq_block_add_item (signers, "signer", NULL);
    tq_flow_add_lines (document->body, "Under protest", 1);
    g_autofree char *text = read_text (document);
    if (text == NULL)
      return;
    g_auto (GStrv) pages = g_strsplit (text, "\f", -1);
    for (guint i = 0; pages[i] != NULL; i++)
      if (strstr (pages[i], "Under protest") != NULL)
        g_assert_nonnull (strstr (pages[i], "signer"));
  }
}

/* Letters that are compared with the book are not cut by the end of a line, wherever it falls. */
static void
test_letters_are_whole (void)
{
  g_autoptr (TqDocument) document = tq_document_new (&plain_head, "x");
  for (guint i = 0; i < 60; i++) {
    g_autofree char *blank = g_strnfill (i, 'x');
    g_autofree char *words = g_strdup_printf ("and %s the letters K3QF-MZAB of it", blank);
    tq_flow_add_paragraph (document->body, words);
  }
  g_autofree char *text = read_text (document);
  if (text == NULL)
    return;
  g_assert_cmpuint (count_text (text, "K3QF-MZAB"), ==, 60);
}

/* What follows a page break goes on below where a second page has room for it. */
static void
test_page_break (void)
{
  static const struct {
    guint before;
    guint pages;
  } rows[] = { { 3, 2 }, { 45, 2 }, { 75, 3 } };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (TqDocument) document = build_long_table (rows[i].before);
    tq_flow_add_break (document->body, TQ_BLOCK_PAGE_BREAK);
    for (guint r = 0; r < 10; r++)
      tq_flow_add_paragraph (document->body, "renglón");
    g_autofree char *text = read_text (document);
    if (text == NULL)
      return;
    g_assert_cmpuint (count_text (text, "\f"), ==, rows[i].pages);
  }
}

/* Headings of a hostile length end, too, and so does the paper. */
static void
test_tall_headings (void)
{
  g_autoptr (TqDocument) document = tq_document_new (&plain_head, "x");
  TqTable *table = tq_table_new ("tall", NULL);
  GString *words = g_string_new (NULL);
  for (guint i = 0; i < 400; i++)
    g_string_append_printf (words, "w%u ", i);
  tq_table_add_column (table, "a", "Text", TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "b", words->str, TQ_COLUMN_AMOUNT, 2);
  TqRow *row = tq_table_add_row (table, TQ_ROW_NORMAL, 0);
  tq_row_add_text (row, words->str);
  tq_row_add_number (row, 100);
  tq_flow_add_table (document->body, table);
  g_string_free (words, TRUE);
  g_autofree char *text = read_text (document);
  if (text == NULL)
    return;
  g_assert_cmpuint (count_text (text, "1.00"), ==, 1);
}

/* A full disk ends with the error of the stream, not with a half paper that looks whole. */
static void
test_no_space (void)
{
  g_autoptr (GError) error = NULL;
  char room[100];
  g_autoptr (GOutputStream) out = g_memory_output_stream_new (room, sizeof room, NULL, NULL);
  g_autoptr (TqDocument) document = story_paper_build (0, "es", FALSE);
  g_assert_false (tq_pdf_write (document, INSTANT, out, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("TEQUIO_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/pdf/long-table", test_long_table);
  g_test_add_func ("/exchange/pdf/same-bytes", test_same_bytes);
  g_test_add_func ("/exchange/pdf/pages", test_pages);
  g_test_add_func ("/exchange/pdf/objection", test_objection);
  g_test_add_func ("/exchange/pdf/tall-row", test_tall_row);
  g_test_add_func ("/exchange/pdf/numbers-in-pairs", test_numbers_in_pairs);
  g_test_add_func ("/exchange/pdf/protest-stays", test_protest_stays);
  g_test_add_func ("/exchange/pdf/letters-are-whole", test_letters_are_whole);
  g_test_add_func ("/exchange/pdf/page-break", test_page_break);
  g_test_add_func ("/exchange/pdf/tall-headings", test_tall_headings);
  g_test_add_func ("/exchange/pdf/no-space", test_no_space);
  return g_test_run ();
}
