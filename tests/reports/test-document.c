/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "reports/document.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

/* Every drawing can be found by its name and has something to draw; no other name finds one. */
static void
test_drawings (void)
{
  for (TqDrawing drawing = TQ_DRAWING_MONEY_BOX; drawing < TQ_N_DRAWINGS; drawing++) {
    g_assert_cmpint (tq_drawing_find (tq_drawing_get_key (drawing)), ==, drawing);
    g_assert_true (g_str_has_prefix (tq_drawing_get_lines (drawing), "M "));
  }
  g_assert_cmpint (tq_drawing_find ("coffee"), ==, TQ_DRAWING_NONE);
  g_assert_cmpint (tq_drawing_find (NULL), ==, TQ_DRAWING_NONE);
}

/* The foot says which event a paper stands for, and nothing where it stands for none. */
static void
test_labels (void)
{
  static const struct {
    const char *language;
    gint64 event;
    const char *label;
    const char *page;
  } rows[] = {
    { "en", 57, "event 57 · K3QF-7MZA", "Page 1 of 2" },
    { "es", 57, "evento 57 · K3QF-7MZA", "Página 1 de 2" },
    { "es", 0, "", "Página 1 de 2" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    const TqPaperHead head = { .book = "Cafetal",
                               .language = rows[i].language,
                               .event = rows[i].event,
                               .letters = "K3QF-7MZA" };
    g_autoptr (TqDocument) document = tq_document_new (&head, "x");
    g_autofree char *label = tq_document_dup_event_label (document);
    g_autofree char *page = tq_document_dup_page_label (document, 1, 2);
    g_assert_cmpstr (label, ==, rows[i].label);
    g_assert_cmpstr (page, ==, rows[i].page);
  }
}

/* Words of people are kept byte for byte; columns hold flows of their own. */
static void
test_blocks (void)
{
  const TqPaperHead head = { .book = "Cafetal" };
  g_autoptr (TqDocument) document = tq_document_new (&head, "x");
  static const char words[] = "  No,  compañeros:\nla máquina se descompone… ";
  tq_flow_add_verbatim (document->body, "A1", words);
  tq_flow_add_paragraph (document->body, "");
  TqFlow *right = NULL;
  TqFlow *left = tq_flow_add_columns (document->body, 2, &right);
  tq_flow_add_paragraph (left, "left");
  tq_flow_add_paragraph (right, "right");
  g_assert_cmpuint (document->body->blocks->len, ==, 2);
  const TqBlock *verbatim = g_ptr_array_index (document->body->blocks, 0);
  const TqBlock *columns = g_ptr_array_index (document->body->blocks, 1);
  g_assert_cmpstr (verbatim->text, ==, words);
  g_assert_true (g_ptr_array_index (columns->flows, 1) == right);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("TEQUIO_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reports/document/drawings", test_drawings);
  g_test_add_func ("/reports/document/labels", test_labels);
  g_test_add_func ("/reports/document/blocks", test_blocks);
  return g_test_run ();
}
