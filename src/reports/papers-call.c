/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The papers before an assembly: the notice that calls it and the list of who came. */
#include "reports/papers-call.h"

#include "base/i18n.h"
#include "reports/language.h"

static const char *
get_call_name (guint call)
{
  return call >= 2 ? _ ("Second call") : _ ("First call");
}

static void
add_when_and_where (TqFlow *body, const char *place, TqDay day, const char *hour)
{
  TqBlock *pairs = tq_flow_add_pairs (body);
  g_autofree char *date = tq_day_to_local_string (day);
  tq_block_add_item (pairs, _ ("Day"), date);
  tq_block_add_item (pairs, _ ("Hour"), hour);
  tq_block_add_item (pairs, _ ("Place"), place);
}

static void
add_agenda (TqFlow *body, const char *const *agenda)
{
  tq_flow_add_heading (body, 1, _ ("Agenda"));
  TqBlock *pairs = tq_flow_add_pairs (body);
  for (guint i = 0; agenda != NULL && agenda[i] != NULL; i++) {
    g_autofree char *number = g_strdup_printf ("%u.", i + 1);
    tq_block_add_item (pairs, number, agenda[i]);
  }
}

/* The notice (transfer full): who calls and with what right, when, where, about what and how much,
 * where the accounts can be seen, and the letters of the statement. */
TqDocument *
tq_notice_build (const TqNoticeInput *input)
{
  g_return_val_if_fail (input != NULL, NULL);
  g_auto (TqLanguageScope) scope = tq_language_enter (input->head.language);
  TqDocument *document = tq_document_new (&input->head, _ ("Notice of assembly"));
  TqFlow *body = document->body;
  g_autofree char *calls =
    g_strdup_printf (_ ("%s calls all members to the assembly. Right to call: %s."),
                     input->caller,
                     input->right);
  tq_flow_add_paragraph (body, calls);
  tq_flow_add_heading (body, 1, get_call_name (input->call));
  add_when_and_where (body, input->place, input->day, input->hour);
  g_autofree char *needed = tq_paper_dup_presence (&input->head, input->quorum, input->total);
  g_autofree char *quorum =
    g_strdup_printf (_ ("The assembly can decide when %s are present."), needed);
  tq_flow_add_paragraph (body, quorum);
  add_agenda (body, input->agenda);
  if (input->has_amount) {
    g_autofree char *amount = tq_paper_dup_amount (&input->head, input->amount);
    tq_flow_add_figure (body, TQ_DRAWING_MONEY_BOX, _ ("Amount to decide on"), amount);
  }
  if (input->accounts_place != NULL) {
    g_autofree char *seen =
      g_strdup_printf (_ ("The accounts can be seen here: %s"), input->accounts_place);
    tq_flow_add_paragraph (body, seen);
  }
  tq_flow_add_paragraph (body, input->vigilance_note);
  tq_paper_add_seal (body, input->statement_letters, NULL);
  if (input->posted != TQ_DAY_NONE) {
    g_autofree char *date = tq_day_to_local_string (input->posted);
    g_autofree char *posted = g_strdup_printf (_ ("Posted on %s."), date);
    tq_flow_add_paragraph (body, posted);
  }
  const TqPaperSigner signer = { input->caller, input->right };
  tq_paper_add_signers (body, &signer, 1, 2);
  return document;
}

static const char *
get_presence_name (TqPaperPresence presence)
{
  switch (presence) {
  case TQ_PAPER_PRESENT:
    return _ ("present");
  case TQ_PAPER_EXCUSED:
    return _ ("excused");
  case TQ_PAPER_ABSENT:
  default:
    return _ ("absent");
  }
}

static void
add_sheet_to_sign (TqFlow *body, const TqRollInput *input)
{
  tq_flow_add_paragraph (body, _ ("Sign, or set your fingerprint, beside your name."));
  TqBlock *grid = tq_flow_add_signatures (body, 3);
  for (guint i = 0; i < input->n_members; i++) {
    const TqPaperMember *member = &input->members[i];
    g_autofree char *name = g_strdup_printf ("%s  %s", member->code, member->name);
    tq_block_add_item (grid, name, member->group);
  }
}

static void
add_record (TqFlow *body, const TqRollInput *input)
{
  TqTable *table = tq_table_new ("roll", NULL);
  guint present = 0, excused = 0;
  tq_table_add_column (table, "code", _ ("Code"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "name", tq_paper_get_unit_heading (&input->head), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "group", _ ("Group"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "presence", _ ("Attendance"), TQ_COLUMN_TEXT, 0);
  for (guint i = 0; i < input->n_members; i++) {
    const TqPaperMember *member = &input->members[i];
    TqRow *row = tq_table_add_row (table, TQ_ROW_NORMAL, 0);
    tq_row_add_text (row, member->code);
    tq_row_add_text (row, member->name);
    tq_row_add_text (row, member->group);
    tq_row_add_text (row, get_presence_name (member->presence));
    present += member->presence == TQ_PAPER_PRESENT ? 1 : 0;
    excused += member->presence == TQ_PAPER_EXCUSED ? 1 : 0;
  }
  TqBlock *pairs = tq_flow_add_pairs (body);
  g_autofree char *counted = tq_paper_dup_presence (&input->head, present, input->n_members);
  g_autofree char *needed = g_strdup_printf ("%u", input->quorum);
  g_autofree char *excuses = g_strdup_printf ("%u", excused);
  tq_block_add_item (pairs, _ ("Present"), counted);
  tq_block_add_number (pairs, _ ("Needed"), needed);
  tq_block_add_number (pairs, _ ("Excused"), excuses);
  tq_flow_add_table (body, table);
}

static void
add_heads (TqFlow *body, const TqRollInput *input)
{
  const struct {
    const char *label;
    int count;
  } rows[] = { { _ ("Women"), input->women },
               { _ ("Men"), input->men },
               { _ ("Young people"), input->young } };
  TqBlock *pairs = tq_flow_add_pairs (body);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autofree char *count =
      rows[i].count < 0 ? g_strdup ("________") : g_strdup_printf ("%d", rows[i].count);
    tq_block_add_number (pairs, rows[i].label, count);
  }
}

/* The attendance list (transfer full). */
TqDocument *
tq_roll_build (const TqRollInput *input)
{
  g_return_val_if_fail (input != NULL, NULL);
  g_auto (TqLanguageScope) scope = tq_language_enter (input->head.language);
  TqDocument *document = tq_document_new (&input->head, _ ("Attendance list"));
  TqFlow *body = document->body;
  document->one_page = !input->known && !input->head.large_type;
  tq_flow_add_heading (body, 1, get_call_name (input->call));
  add_when_and_where (body, input->place, input->day, input->hour);
  if (input->known)
    add_record (body, input);
  else
    add_sheet_to_sign (body, input);
  TqFlow *right = NULL;
  TqFlow *left = tq_flow_add_columns (body, 2, &right);
  const TqPaperSigner signer = { input->secretary, _ ("secretary") };
  add_heads (left, input);
  tq_paper_add_signers (right, &signer, 1, 1);
  return document;
}
