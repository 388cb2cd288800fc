/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "reports/papers-carrying-out.h"
#include "reports/papers-minutes.h"
#include "reports/papers-proposal.h"

#include <libintl.h>
#include <locale.h>
#include <string.h>

/* Whether a block of *kind* has *label* and *text* (NULL: any). */
static gboolean
has_block (const TqFlow *flow, TqBlockKind kind, const char *label, const char *text)
{
  for (guint i = 0; i < flow->blocks->len; i++) {
    const TqBlock *block = g_ptr_array_index (flow->blocks, i);
    if (block->kind == kind && (label == NULL || g_strcmp0 (block->label, label) == 0) &&
        (text == NULL || g_strcmp0 (block->text, text) == 0))
      return TRUE;
  }
  return FALSE;
}

static const TqTable *
find_table (const TqFlow *flow, const char *key)
{
  for (guint i = 0; i < flow->blocks->len; i++) {
    const TqBlock *block = g_ptr_array_index (flow->blocks, i);
    if (block->table != NULL && strcmp (block->table->key, key) == 0)
      return block->table;
  }
  g_assert_not_reached ();
}

/* An objection stands in the minutes unchanged, with who made it, what would remove it and the
 * answer, in both languages. */
static void
test_objection (void)
{
  static const char words[] =
    "Yo, con A,  recibiría 1,478.00.\nTengo miedo: la máquina se descompone.";
  static const struct {
    const char *language;
    gboolean stops;
    const char *who;
  } rows[] = {
    { "es", FALSE, "A1 Anselmo no está de acuerdo y se hace a un lado:" },
    { "es", TRUE, "A1 Anselmo no está de acuerdo y pide detener el acuerdo:" },
    { "en", FALSE, "A1 Anselmo does not agree and stands aside:" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    const TqPaperObjection objection = { .who = "A1 Anselmo",
                                         .words = words,
                                         .answer = "Se verá.",
                                         .asks_to_stop = rows[i].stops };
    const TqPaperItem item = { .title = "x", .objections = &objection, .n_objections = 1 };
    const TqMinutesInput input = {
      .meeting = { .head = { .book = "Cafetal", .language = rows[i].language, .currency = "MXN" },
                   .begins = "10:00" },
      .items = &item,
      .n_items = 1,
    };
    g_autoptr (TqDocument) document = tq_minutes_build (&input);
    g_assert_true (has_block (document->body, TQ_BLOCK_VERBATIM, rows[i].who, words));
    g_assert_true (has_block (document->body, TQ_BLOCK_VERBATIM, NULL, "Se verá."));
    g_assert_true (has_block (document->body, TQ_BLOCK_SIGNATURES, NULL, NULL));
  }
}

/* A line is marked only where it is above the agreement by more than its tolerance; the sums of the
 * sheet are those of story 1. */
static void
test_execution (void)
{
  static const TqPaperSpending lines[] = {
    { "Despulpadora", 1450000, 0, 1418000 },
    { "Pila", 335000, 0, 335000 },
    { "Mesas", 230000, 0, 241000 },
    { "Familias", 276200, 0, 276200 },
  };
  const TqExecutionSheetInput input = {
    .head = { .book = "Cafetal", .language = "en", .currency = "MXN" },
    .lines = lines,
    .n_lines = 4
  };
  g_autoptr (TqDocument) document = tq_execution_sheet_build (&input);
  g_assert_true (
    has_block (document->body,
               TQ_BLOCK_PARAGRAPH,
               NULL,
               "Mesas: 110.00 MXN above the agreement. It is on the agenda of the next assembly."));
  const TqTable *table = find_table (document->body, "spending");
  const TqRow *total = tq_table_get_row (table, 4);
  g_assert_cmpint (total->role, ==, TQ_ROW_TOTAL);
  g_assert_cmpint (tq_row_get_cell (total, 1)->number, ==, 2291200);
  g_assert_cmpint (tq_row_get_cell (total, 2)->number, ==, 2270200);
  g_assert_cmpint (tq_row_get_cell (total, 3)->number, ==, 21000);
}

/* A sheet that is not answered has lines to write on; the answered one has the words instead. */
static void
test_consultation (void)
{
  const TqPaperAmendment amendment = { "Arriba", "Que se agreguen mesas de secado." };
  TqConsultationSheetInput input = { .head = { .book = "Cafetal", .language = "es" },
                                     .group = "Arriba",
                                     .round = 1,
                                     .day = TQ_DAY_NONE };
  g_autoptr (TqDocument) blank = tq_consultation_sheet_build (&input);
  g_assert_true (has_block (blank->body, TQ_BLOCK_LINES, NULL, NULL));
  input.answered = TRUE;
  input.amendments = &amendment;
  input.n_amendments = 1;
  g_autoptr (TqDocument) filled = tq_consultation_sheet_build (&input);
  g_assert_false (has_block (filled->body, TQ_BLOCK_LINES, NULL, NULL));
  g_assert_true (
    has_block (filled->body, TQ_BLOCK_VERBATIM, "Arriba", "Que se agreguen mesas de secado."));
}

/* Sums that do not fit are left out, never wrong. */
static void
test_huge_sums (void)
{
  static const TqPaperSpending lines[] = { { "a", G_MAXINT64, 0, 1 }, { "b", 2, 0, G_MAXINT64 } };
  const TqExecutionSheetInput input = { .head = { .language = "en", .currency = "MXN" },
                                        .lines = lines,
                                        .n_lines = 2 };
  g_autoptr (TqDocument) document = tq_execution_sheet_build (&input);
  const TqBlock *block = g_ptr_array_index (document->body->blocks, 0);
  g_assert_cmpint (block->kind, ==, TQ_BLOCK_TABLE);
  g_assert_cmpint (tq_row_get_cell (tq_table_get_row (block->table, 0), 3)->number,
                   ==,
                   G_MAXINT64 - 1);
  for (guint i = 1; i < 4; i++)
    g_assert_false (tq_row_get_cell (tq_table_get_row (block->table, 2), i)->filled);
}

/* Proposals keep the order in which they were spoken, whatever they are called. */
static void
test_order (void)
{
  static const TqPaperProposal proposals[] = { { .mark = "Z", .title = "z", .day = TQ_DAY_NONE },
                                               { .mark = "A", .title = "a", .day = TQ_DAY_NONE } };
  const TqProposalSheetInput input = { .head = { .book = "Cafetal", .language = "en" },
                                       .proposals = proposals,
                                       .n_proposals = 2 };
  g_autoptr (TqDocument) document = tq_proposal_sheet_build (&input);
  const char *found[2] = { NULL };
  guint count = 0;
  for (guint i = 0; i < document->body->blocks->len; i++) {
    const TqBlock *block = g_ptr_array_index (document->body->blocks, i);
    if (block->kind != TQ_BLOCK_COLUMNS)
      continue;
    const TqFlow *group = g_ptr_array_index (block->flows, 0);
    const TqBlock *heading = g_ptr_array_index (group->blocks, 0);
    g_assert_cmpint (heading->kind, ==, TQ_BLOCK_HEADING);
    g_assert_cmpuint (count, <, 2);
    found[count++] = heading->text;
  }
  g_assert_cmpuint (count, ==, 2);
  g_assert_cmpstr (found[0], ==, "Z · z");
  g_assert_cmpstr (found[1], ==, "A · a");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, g_getenv ("TEQUIO_LOCALEDIR"));
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reports/papers/objection", test_objection);
  g_test_add_func ("/reports/papers/execution", test_execution);
  g_test_add_func ("/reports/papers/consultation", test_consultation);
  g_test_add_func ("/reports/papers/huge-sums", test_huge_sums);
  g_test_add_func ("/reports/papers/order", test_order);
  return g_test_run ();
}
