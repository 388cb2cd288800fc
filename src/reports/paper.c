/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "reports/paper.h"

#include "base/currency.h"
#include "base/i18n.h"
#include "base/money.h"

/* "22,912.00 MXN" (transfer full). */
char *
tq_paper_dup_amount (const TqPaperHead *head, gint64 amount_minor)
{
  const char *currency = head->currency != NULL ? head->currency : "";
  g_autofree char *amount =
    tq_money_to_local_string (amount_minor, tq_currency_get_digits (currency));
  return *currency != '\0' ? g_strdup_printf ("%s %s", amount, currency)
                           : g_steal_pointer (&amount);
}

/* "21 of 23 families" in the unit that decides (transfer full). */
char *
tq_paper_dup_presence (const TqPaperHead *head, guint present, guint total)
{
  return head->by_person
           ? g_strdup_printf (ngettext_ ("%u of %u person", "%u of %u persons", total),
                              present,
                              total)
           : g_strdup_printf (ngettext_ ("%u of %u family", "%u of %u families", total),
                              present,
                              total);
}

/* The names one after the other (transfer full), or NULL where there are none. */
char *
tq_paper_dup_names (const char *const *names)
{
  if (names == NULL || names[0] == NULL)
    return NULL;
  GString *joined = g_string_new (names[0]);
  for (guint i = 1; names[i] != NULL; i++)
    g_string_append_printf (joined, ", %s", names[i]);
  return g_string_free (joined, FALSE);
}

/* The heading over a column of families or of persons. */
const char *
tq_paper_get_unit_heading (const TqPaperHead *head)
{
  return head->by_person ? _ ("Person") : _ ("Family");
}

/* A table of texts and amounts (transfer full), empty; a third column for the period before is
 * added by tq_paper_fill_lines () where a line has one. */
TqTable *
tq_paper_new_lines_table (const TqPaperHead *head, const char *key, const char *heading)
{
  TqTable *table = tq_table_new (key, NULL);
  const guint digits = tq_currency_get_digits (head->currency != NULL ? head->currency : "");
  tq_table_add_column (table, "text", heading, TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "amount", _ ("Amount"), TQ_COLUMN_AMOUNT, digits);
  return table;
}

static gboolean
has_previous (const TqPaperLine *lines, guint n_lines)
{
  for (guint i = 0; i < n_lines; i++)
    if (lines[i].has_previous)
      return TRUE;
  return FALSE;
}

/* Fills *table* with the lines and, where *total_text* is given, with their total. */
void
tq_paper_fill_lines (TqTable *table,
                     const TqPaperLine *lines,
                     guint n_lines,
                     const char *total_text)
{
  const gboolean compared = has_previous (lines, n_lines);
  gint64 total = 0, total_before = 0;
  if (compared && tq_table_get_n_columns (table) == 2)
    tq_table_add_column (table,
                         "previous",
                         _ ("Last time"),
                         TQ_COLUMN_AMOUNT,
                         tq_table_get_column (table, 1)->digits);
  for (guint i = 0; i < n_lines; i++) {
    TqRow *row = tq_table_add_row (table, TQ_ROW_NORMAL, 0);
    tq_row_add_text (row, lines[i].text);
    tq_row_add_number (row, lines[i].amount);
    if (lines[i].has_previous)
      tq_row_add_number (row, lines[i].previous);
    if (!tq_money_add (total, lines[i].amount, &total, NULL) ||
        !tq_money_add (total_before,
                       lines[i].has_previous ? lines[i].previous : 0,
                       &total_before,
                       NULL))
      total_text = NULL; /* no sum is better than a wrong one */
  }
  if (total_text == NULL)
    return;
  TqRow *row = tq_table_add_row (table, TQ_ROW_TOTAL, 0);
  tq_row_add_text (row, total_text);
  tq_row_add_number (row, total);
  if (compared)
    tq_row_add_number (row, total_before);
}

/* What was agreed, what was spent, and the difference, as the next cells of *row*. */
void
tq_paper_add_spending (TqRow *row, gint64 agreed, gint64 spent)
{
  gint64 difference = 0;
  tq_row_add_number (row, agreed);
  tq_row_add_number (row, spent);
  if (tq_money_sub (agreed, spent, &difference, NULL))
    tq_row_add_number (row, difference);
  else
    tq_row_add_empty (row);
}

/* Places to sign or to set a fingerprint. */
void
tq_paper_add_signers (TqFlow *flow, const TqPaperSigner *signers, guint n_signers, guint columns)
{
  TqBlock *block = tq_flow_add_signatures (flow, columns);
  for (guint i = 0; i < n_signers; i++)
    tq_block_add_item (block, signers[i].name, signers[i].office);
}

/* An objection with all that belongs to it: the words stay as they were said. */
void
tq_paper_add_objection (TqFlow *flow, const TqPaperObjection *objection)
{
  g_autofree char *who =
    objection->asks_to_stop
      ? g_strdup_printf (_ ("%s does not agree and asks to stop:"), objection->who)
      : g_strdup_printf (_ ("%s does not agree and stands aside:"), objection->who);
  tq_flow_add_verbatim (flow, who, objection->words);
  if (objection->would_remove != NULL)
    tq_flow_add_verbatim (flow, _ ("What would remove it:"), objection->would_remove);
  if (objection->answer != NULL)
    tq_flow_add_verbatim (flow, _ ("Answer given:"), objection->answer);
}

/* The letters of the seal of the accounts, to be read aloud and copied by hand. */
void
tq_paper_add_seal (TqFlow *flow, const char *letters, const char *digits)
{
  if (letters != NULL)
    tq_flow_add_digest (flow, _ ("Letters of the sealed accounts"), letters, digits);
}
