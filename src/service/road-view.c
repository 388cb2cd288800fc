/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* What a case looks like, as tables: the same for the command line, the window and a workbook.
 * Proposals stand in the order in which they were spoken and nothing is ranked or summed up over
 * them; a group that was not heard is listed and never counted as abstaining. */
#include "service/road-view.h"

#include "assembly/agenda.h"
#include "assembly/need.h"
#include "assembly/road-table.h"
#include "assembly/split.h"
#include "base/i18n.h"
#include "ledger/commodity.h"
#include "people/party.h"

static TqCommodity *
load_currency (TqBook *book, GError **error)
{
  return tq_commodity_load (tq_book_get_store (book),
                            tq_book_get_cooperative (book)->currency,
                            error);
}

/* Every case and where it stands (transfer full). */
TqTable *
tq_road_view_build_cases (TqBook *book, GError **error)
{
  g_autoptr (GPtrArray) cases = tq_case_load_list (tq_book_get_store (book), error);
  if (cases == NULL)
    return NULL;
  TqTable *table = tq_table_new ("cases", _ ("Cases"));
  tq_table_add_column (table, "case", _ ("Number"), TQ_COLUMN_INTEGER, 0);
  tq_table_add_column (table, "title", _ ("Title"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "kind", _ ("Kind"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "state", _ ("Station"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "opened", _ ("Opened"), TQ_COLUMN_DATE, 0);
  for (guint i = 0; i < cases->len; i++) {
    const TqCaseSummary *summary = g_ptr_array_index (cases, i);
    TqRow *row = tq_table_add_row (table, TQ_ROW_NORMAL, 0);
    tq_row_add_number (row, summary->event);
    tq_row_add_text (row, summary->title);
    tq_row_add_text (row, tq_case_kind_get_name (summary->kind));
    tq_row_add_text (row, tq_state_get_name (summary->state));
    tq_row_add_day (row, summary->opened);
  }
  return table;
}

/* The steps of a case, oldest first (transfer full). */
TqTable *
tq_road_view_build_steps (TqBook *book, gint64 of_case, GError **error)
{
  g_autoptr (TqCase) c = tq_case_load (tq_book_get_store (book), of_case, error);
  if (c == NULL)
    return NULL;
  TqTable *table = tq_table_new ("steps", c->title);
  tq_table_add_column (table, "date", _ ("Date"), TQ_COLUMN_DATE, 0);
  tq_table_add_column (table, "event", _ ("Event"), TQ_COLUMN_INTEGER, 0);
  tq_table_add_column (table, "act", _ ("Act"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "from", _ ("From"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "to", _ ("To"), TQ_COLUMN_TEXT, 0);
  for (guint i = 0; i < c->steps->len; i++) {
    const TqStep *step = &g_array_index (c->steps, TqStep, i);
    TqRow *row = tq_table_add_row (table, TQ_ROW_NORMAL, 0);
    tq_row_add_day (row, step->day);
    tq_row_add_number (row, step->event);
    tq_row_add_text (row, tq_doing_get_name (step->doing));
    tq_row_add_text (row, tq_state_get_name (step->from));
    tq_row_add_text (row, tq_state_get_name (step->to));
  }
  return table;
}

/* Where a case stands and what is possible now, in words (transfer full). */
char *
tq_road_view_dup_state (TqBook *book, gint64 of_case, GError **error)
{
  g_autoptr (TqCase) c = tq_case_load (tq_book_get_store (book), of_case, error);
  if (c == NULL)
    return NULL;
  GString *text = g_string_new (NULL);
  g_string_append_printf (text,
                          _ ("%s stands at: %s\nPossible now:\n"),
                          c->title,
                          tq_state_get_title (c->state));
  for (guint i = 0; i < TQ_N_DOINGS; i++)
    if (tq_road_can (c, (TqDoing) i, NULL))
      g_string_append_printf (text,
                              "  %-14s %s\n",
                              tq_doing_get_name ((TqDoing) i),
                              tq_doing_get_title ((TqDoing) i));
  return g_string_free (text, FALSE);
}

/* What waits for the next assembly of a case: exceeded and blocked lines, requests, payments
 * without an agreement (transfer full). */
TqTable *
tq_road_view_build_agenda (TqBook *book, gint64 of_case, GError **error)
{
  TqStore *store = tq_book_get_store (book);
  g_autoptr (TqCommodity) currency = load_currency (book, error);
  g_autoptr (GPtrArray) items =
    currency != NULL ? tq_agenda_load_waiting (store, of_case, error) : NULL;
  if (items == NULL)
    return NULL;
  TqTable *table = tq_table_new ("agenda", _ ("What waits for the next assembly"));
  tq_table_add_column (table, "item", _ ("Number"), TQ_COLUMN_INTEGER, 0);
  tq_table_add_column (table, "words", _ ("Matter"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "amount", _ ("Amount"), TQ_COLUMN_AMOUNT, currency->digits);
  for (guint i = 0; i < items->len; i++) {
    const TqAgendaItem *item = g_ptr_array_index (items, i);
    g_autofree char *words = tq_agenda_item_dup_text (store, item);
    TqRow *row = tq_table_add_row (table, TQ_ROW_NORMAL, 0);
    tq_row_add_number (row, item->record.event);
    tq_row_add_text (row, words);
    tq_row_add_number (row, item->amount_minor);
  }
  return table;
}

/* The proposals as they were spoken, a row for each line (transfer full). */
TqTable *
tq_road_view_build_proposals (TqBook *book, gint64 of_case, GError **error)
{
  g_autoptr (TqCommodity) currency = load_currency (book, error);
  g_autoptr (TqCase) c =
    currency != NULL ? tq_case_load (tq_book_get_store (book), of_case, error) : NULL;
  if (c == NULL)
    return NULL;
  TqTable *table = tq_table_new ("proposals", _ ("Proposals"));
  tq_table_add_column (table, "proposal", _ ("Proposal"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "event", _ ("Event"), TQ_COLUMN_INTEGER, 0);
  tq_table_add_column (table, "authors", _ ("Proposed by"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "line", _ ("Line"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "amount", _ ("Amount"), TQ_COLUMN_AMOUNT, currency->digits);
  for (guint i = 0; i < c->proposals->len; i++) {
    const TqProposal *proposal = g_ptr_array_index (c->proposals, i);
    for (guint j = 0; j < proposal->lines->len; j++) {
      const TqProposalLine *line = g_ptr_array_index (proposal->lines, j);
      TqRow *row = tq_table_add_row (table, TQ_ROW_NORMAL, 0);
      tq_row_add_text (row, proposal->label);
      tq_row_add_number (row, proposal->record.event);
      tq_row_add_text (row, proposal->authors);
      tq_row_add_text (row, line->label);
      tq_row_add_number (row, line->amount_minor);
    }
  }
  return table;
}

static gint64
sum_of_party (GArray *amounts, gint64 party)
{
  gint64 sum = 0;
  for (guint i = 0; i < amounts->len; i++) {
    const TqProposalAmount *amount = &g_array_index (amounts, TqProposalAmount, i);
    if (amount->party == party)
      sum += amount->amount_minor;
  }
  return sum;
}

static void
free_amounts (gpointer amounts)
{
  g_array_unref (amounts);
}

/* What every proposal would mean for every family: a column for each, in the order spoken, and a
 * last row with what is shared in all (transfer full). */
TqTable *
tq_road_view_build_shares (TqBook *book, gint64 of_case, GError **error)
{
  TqStore *store = tq_book_get_store (book);
  const gboolean persons = g_str_equal (tq_book_get_cooperative (book)->unit, "person");
  g_autoptr (TqCommodity) currency = load_currency (book, error);
  g_autoptr (TqCase) c = currency != NULL ? tq_case_load (store, of_case, error) : NULL;
  g_autoptr (GPtrArray) parties =
    c != NULL
      ? tq_party_load_all (store, persons ? TQ_PARTY_PERSON : TQ_PARTY_FAMILY, c->through, error)
      : NULL;
  if (parties == NULL)
    return NULL;
  g_autoptr (GPtrArray) splits = g_ptr_array_new_with_free_func (free_amounts);
  g_autoptr (TqTable) table =
    tq_table_new ("proposal_shares", _ ("What each proposal means for each family"));
  tq_table_add_column (table, "party", _ ("Code"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "name", _ ("Name"), TQ_COLUMN_TEXT, 0);
  for (guint i = 0; i < c->proposals->len; i++) {
    const TqProposal *proposal = g_ptr_array_index (c->proposals, i);
    GArray *amounts = tq_proposal_split (proposal, error);
    if (amounts == NULL)
      return NULL;
    g_ptr_array_add (splits, amounts);
    tq_table_add_column (table,
                         proposal->label,
                         proposal->label,
                         TQ_COLUMN_AMOUNT,
                         currency->digits);
  }
  g_autofree gint64 *totals = g_new0 (gint64, splits->len + 1);
  for (guint p = 0; p < parties->len; p++) {
    const TqParty *party = g_ptr_array_index (parties, p);
    TqRow *row = tq_table_add_row (table, TQ_ROW_NORMAL, 0);
    tq_row_add_text (row, party->code);
    tq_row_add_text (row, party->name);
    for (guint i = 0; i < splits->len; i++) {
      const gint64 amount = sum_of_party (g_ptr_array_index (splits, i), party->event);
      tq_row_add_number (row, amount);
      totals[i] += amount;
    }
  }
  TqRow *total = tq_table_add_row (table, TQ_ROW_TOTAL, 0);
  tq_row_add_text (total, "");
  tq_row_add_text (total, _ ("Total"));
  for (guint i = 0; i < splits->len; i++)
    tq_row_add_number (total, totals[i]);
  return g_steal_pointer (&table);
}

static const char *
get_group_name (GPtrArray *groups, gint64 key)
{
  for (guint i = 0; i < groups->len; i++) {
    const TqPartyGroup *group = g_ptr_array_index (groups, i);
    if (group->event == key)
      return group->name;
  }
  return "";
}

static const char *
get_proposal_label (const TqCase *c, gint64 key)
{
  const TqProposal *proposal = tq_case_find_record (c->proposals, key);
  return proposal != NULL ? proposal->label : "";
}

static gint64
get_round_number (const TqCase *c, gint64 key)
{
  const TqConsultation *round = tq_case_find_record (c->rounds, key);
  return round != NULL ? round->number : 0;
}

static void
add_word_rows (TqTable *table, const TqCase *c, GPtrArray *groups, const TqWord *word)
{
  for (guint i = 0; i < word->positions->len; i++) {
    const TqWordPosition *position = g_ptr_array_index (word->positions, i);
    TqRow *row = tq_table_add_row (table, TQ_ROW_NORMAL, 0);
    tq_row_add_number (row, get_round_number (c, word->round));
    tq_row_add_text (row, get_group_name (groups, word->group));
    tq_row_add_text (row, get_proposal_label (c, position->proposal));
    tq_row_add_number (row, word->present);
    tq_row_add_number (row, position->agree);
    tq_row_add_number (row, position->doubts);
    tq_row_add_number (row, position->aside);
    tq_row_add_number (row, position->stop);
    tq_row_add_text (row, word->amendments);
  }
}

/* The word of every group in every round, and the groups that were not heard yet (transfer full).
 * */
TqTable *
tq_road_view_build_words (TqBook *book, gint64 of_case, GError **error)
{
  TqStore *store = tq_book_get_store (book);
  g_autoptr (TqCase) c = tq_case_load (store, of_case, error);
  g_autoptr (GPtrArray) groups = c != NULL ? tq_party_group_load_all (store, error) : NULL;
  if (groups == NULL)
    return NULL;
  TqTable *table = tq_table_new ("words", _ ("Words of the groups"));
  tq_table_add_column (table, "round", _ ("Round"), TQ_COLUMN_INTEGER, 0);
  tq_table_add_column (table, "group", _ ("Group"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "proposal", _ ("Proposal"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "present", _ ("Present"), TQ_COLUMN_INTEGER, 0);
  tq_table_add_column (table, "agree", _ ("Agree"), TQ_COLUMN_INTEGER, 0);
  tq_table_add_column (table, "doubts", _ ("With doubts"), TQ_COLUMN_INTEGER, 0);
  tq_table_add_column (table, "aside", _ ("Stand aside"), TQ_COLUMN_INTEGER, 0);
  tq_table_add_column (table, "stop", _ ("Ask to stop"), TQ_COLUMN_INTEGER, 0);
  tq_table_add_column (table, "amendments", _ ("In their words"), TQ_COLUMN_TEXT, 0);
  for (guint i = 0; i < c->words->len; i++)
    add_word_rows (table, c, groups, g_ptr_array_index (c->words, i));
  g_autoptr (GArray) unheard =
    c->rounds->len > 0 ? tq_case_list_unheard (c) : g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < unheard->len; i++) {
    TqRow *row = tq_table_add_row (table, TQ_ROW_NORMAL, 0);
    tq_row_add_number (row, tq_case_count_rounds (c));
    tq_row_add_text (row, get_group_name (groups, g_array_index (unheard, gint64, i)));
    tq_row_add_text (row, _ ("not heard yet"));
    for (int column = 0; column < 6; column++)
      tq_row_add_empty (row);
  }
  return table;
}

static const char *
describe_line (const TqExecutionLine *line)
{
  if (line->blocked)
    return _ ("blocked");
  if (line->exceeded)
    return _ ("above the agreement");
  return line->settled ? _ ("settled") : _ ("open");
}

/* How every line of the decision stands: agreed, spent, difference (transfer full). */
TqTable *
tq_road_view_build_execution (TqBook *book, gint64 of_case, GError **error)
{
  gint64 agreed = 0, spent = 0;
  g_autoptr (TqCommodity) currency = load_currency (book, error);
  g_autoptr (TqCase) c =
    currency != NULL ? tq_case_load (tq_book_get_store (book), of_case, error) : NULL;
  if (c == NULL)
    return NULL;
  g_autoptr (GArray) lines = tq_case_build_execution (c);
  TqTable *table = tq_table_new ("execution", _ ("Carrying out"));
  tq_table_add_column (table, "line", _ ("Number"), TQ_COLUMN_INTEGER, 0);
  tq_table_add_column (table, "label", _ ("Line"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "agreed", _ ("Agreed"), TQ_COLUMN_AMOUNT, currency->digits);
  tq_table_add_column (table, "spent", _ ("Spent"), TQ_COLUMN_AMOUNT, currency->digits);
  tq_table_add_column (table, "difference", _ ("Difference"), TQ_COLUMN_AMOUNT, currency->digits);
  tq_table_add_column (table, "state", _ ("State"), TQ_COLUMN_TEXT, 0);
  for (guint i = 0; i < lines->len; i++) {
    const TqExecutionLine *line = &g_array_index (lines, TqExecutionLine, i);
    TqRow *row = tq_table_add_row (table, TQ_ROW_NORMAL, 0);
    tq_row_add_number (row, i + 1);
    tq_row_add_text (row, line->line->label);
    tq_row_add_number (row, line->line->amount_minor);
    tq_row_add_number (row, line->spent_minor);
    tq_row_add_number (row, line->line->amount_minor - line->spent_minor);
    tq_row_add_text (row, describe_line (line));
    agreed += line->line->amount_minor;
    spent += line->spent_minor;
  }
  TqRow *total = tq_table_add_row (table, TQ_ROW_TOTAL, 0);
  tq_row_add_empty (total);
  tq_row_add_text (total, _ ("Total"));
  tq_row_add_number (total, agreed);
  tq_row_add_number (total, spent);
  tq_row_add_number (total, agreed - spent);
  tq_row_add_text (total, "");
  return table;
}
