/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The whole book as a workbook for the accountant: what is asked of it in exchange.md, sheet by
 * sheet, from the same tables that the command line and the papers show, with charts that the
 * spreadsheet draws itself. A book without a case has the sheets of the ledger alone. */
#include "service/workbook-export.h"

#include "assembly/need.h"
#include "assembly/result.h"
#include "base/i18n.h"
#include "exchange/workbook.h"
#include "ledger/balance-query.h"
#include "ledger/commodity.h"
#include "people/party.h"
#include "service/journal.h"
#include "service/overview.h"
#include "service/reports.h"
#include "service/road-view.h"
#include "service/surplus.h"
#include "service/work-table.h"

#include <string.h>

#define CHART_MONTHS 60

typedef struct {
  TqBook *book;
  TqStore *store;
  TqWorkbook *workbook;
  TqCommodity *currency;
  TqCase *c; /* (nullable) the newest */
} Export;

static void
export_clear (Export *e)
{
  g_clear_pointer (&e->workbook, tq_workbook_free);
  g_clear_pointer (&e->currency, tq_commodity_free);
  g_clear_pointer (&e->c, tq_case_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Export, export_clear)

/* Adds a table that was built, or passes on that it could not be. */
static gboolean
add_table (Export *e, TqTable *built, GError **error)
{
  g_autoptr (TqTable) table = built;
  return table != NULL && tq_workbook_add_table (e->workbook, table, error);
}

static void
add_fact (TqTable *table, const char *what, const char *value)
{
  TqRow *row = tq_table_add_row (table, TQ_ROW_NORMAL, 0);
  tq_row_add_text (row, what);
  tq_row_add_text (row, value);
}

static gboolean
add_cover (Export *e, GError **error)
{
  g_auto (TqOverview) o = { 0 };
  if (!tq_overview_load (e->book, &o, error))
    return FALSE;
  TqTable *table = tq_table_new ("cover", _ ("Cover"));
  tq_table_add_column (table, "what", _ ("Book"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "value", o.name, TQ_COLUMN_TEXT, 0);
  g_autofree char *events = g_strdup_printf ("%" PRId64, o.events);
  g_autofree char *entries = g_strdup_printf ("%" PRId64, o.entries);
  g_autofree char *closed =
    o.closed_through != TQ_DAY_NONE ? tq_day_to_string (o.closed_through) : g_strdup ("");
  add_fact (table, _ ("Currency"), o.currency);
  add_fact (table, _ ("Events"), events);
  add_fact (table, _ ("Entries"), entries);
  add_fact (table, _ ("Closed and sealed through"), closed);
  add_fact (table, _ ("Last seal"), o.last_seal != NULL ? o.last_seal : "");
  if (e->c != NULL)
    add_fact (table, _ ("Case"), e->c->title);
  return add_table (e, table, error);
}

static gboolean
add_reports (Export *e, GError **error)
{
  static const char *const names[] = { "open-statement",
                                       "trial-balance",
                                       "balance-sheet",
                                       "income-statement",
                                       "cash-flow" };
  const TqDay from = e->c != NULL ? e->c->starts : TQ_DAY_MIN;
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++) {
    const gboolean of_period =
      strcmp (names[i], "trial-balance") != 0 && strcmp (names[i], "balance-sheet") != 0;
    const TqDay through = of_period && e->c != NULL ? e->c->through : TQ_DAY_MAX;
    if (!add_table (
          e,
          tq_reports_build (e->book, names[i], of_period ? from : TQ_DAY_MIN, through, error),
          error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
add_row (const TqRow *row, gpointer user_data, GError **error)
{
  return tq_workbook_add_row (user_data, row, error);
}

static gboolean
add_journal (Export *e, GError **error)
{
  g_autoptr (TqTable) columns = tq_journal_new_table ();
  return tq_workbook_begin_sheet (e->workbook, columns, error) &&
         tq_journal_foreach (e->book, TQ_DAY_MIN, TQ_DAY_MAX, NULL, add_row, e->workbook, error) &&
         tq_workbook_end_sheet (e->workbook, error);
}

/* The newest decision's shares, one row for each family. */
static TqTable *
build_shares (Export *e, const TqDecision *decision, GError **error)
{
  TqTable *table = tq_table_new ("shares", _ ("Shares per family"));
  tq_table_add_column (table, "party", _ ("Code"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "name", _ ("Name"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "amount", _ ("Amount"), TQ_COLUMN_AMOUNT, e->currency->digits);
  gint64 sum = 0;
  for (guint i = 0; i < decision->shares->len; i++) {
    const TqDecisionShare *share = g_ptr_array_index (decision->shares, i);
    g_autoptr (TqParty) party = tq_party_load (e->store, share->party, error);
    if (party == NULL) {
      tq_table_free (table);
      return NULL;
    }
    TqRow *row = tq_table_add_row (table, TQ_ROW_NORMAL, 0);
    tq_row_add_text (row, party->code);
    tq_row_add_text (row, party->name);
    tq_row_add_number (row, share->amount_minor);
    sum += share->amount_minor;
  }
  TqRow *total = tq_table_add_row (table, TQ_ROW_TOTAL, 0);
  tq_row_add_text (total, "");
  tq_row_add_text (total, _ ("Total"));
  tq_row_add_number (total, sum);
  return table;
}

/* The positions of a count, in their order, never by size. */
static void
list_positions (const TqTally *tally, const char *names[5], gint64 values[5])
{
  names[0] = _ ("agree");
  names[1] = _ ("agree with doubts");
  names[2] = _ ("stand aside");
  names[3] = _ ("ask to stop");
  names[4] = _ ("abstain");
  values[0] = tally->agree;
  values[1] = tally->doubts;
  values[2] = tally->aside;
  values[3] = tally->stop;
  values[4] = tally->abstain;
}

static gboolean
add_tally (Export *e, const TqTally *tally, GError **error)
{
  const char *names[5];
  gint64 values[5];
  list_positions (tally, names, values);
  TqTable *table = tq_table_new ("tally", _ ("Count"));
  tq_table_add_column (table, "position", _ ("Position"), TQ_COLUMN_TEXT, 0);
  tq_table_add_column (table, "count", _ ("Number"), TQ_COLUMN_INTEGER, 0);
  g_autoptr (TqChart) chart = tq_chart_new (TQ_CHART_BAR, "tally", _ ("Count"), _ ("Position"), 0);
  tq_chart_add_series (chart, _ ("Number"));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    TqRow *row = tq_table_add_row (table, TQ_ROW_NORMAL, 0);
    tq_row_add_text (row, names[i]);
    tq_row_add_number (row, values[i]);
    tq_chart_add_point (chart, names[i], &values[i]);
  }
  return add_table (e, table, error) && tq_workbook_add_chart (e->workbook, chart, error);
}

static gboolean
add_decision (Export *e, GError **error)
{
  const TqDecision *decision = tq_case_get_last (e->c->decisions);
  if (decision == NULL)
    return TRUE;
  const TqTally *tally = tq_case_find_record (e->c->tallies, decision->tally);
  if ((tally != NULL && !add_tally (e, tally, error)) ||
      !add_table (e, tq_road_view_build_execution (e->book, e->c->event, error), error))
    return FALSE;
  return decision->shares->len == 0 || add_table (e, build_shares (e, decision, error), error);
}

static gboolean
add_waterfall (Export *e, GError **error)
{
  g_auto (TqMeans) means = { 0 };
  if (!tq_means_load (e->store, e->c, &means, NULL))
    return TRUE;
  g_autoptr (TqChart) chart = tq_chart_new (TQ_CHART_WATERFALL,
                                            "surplus_steps",
                                            _ ("From the result to what is decided on"),
                                            _ ("Step"),
                                            e->currency->digits);
  tq_chart_add_series (chart, _ ("Amount"));
  tq_chart_add_total (chart, means.loss ? _ ("Loss") : _ ("Surplus"), means.result_minor);
  for (guint i = 0; i < means.funds->len; i++) {
    const TqFundAmount *fund = &g_array_index (means.funds, TqFundAmount, i);
    const gint64 taken = -fund->amount;
    tq_chart_add_point (chart, fund->role, &taken);
  }
  tq_chart_add_total (chart, _ ("To be decided on"), means.decidable_minor);
  return tq_workbook_add_chart (e->workbook, chart, error);
}

static gboolean
add_case (Export *e, GError **error)
{
  if (e->c == NULL)
    return TRUE;
  if (tq_case_kind_has_accounts (e->c->kind) &&
      (!add_table (e, tq_surplus_build_chain (e->book, e->c->event, error), error) ||
       !add_waterfall (e, error)))
    return FALSE;
  return add_table (e, tq_road_view_build_proposals (e->book, e->c->event, error), error) &&
         add_table (e, tq_road_view_build_shares (e->book, e->c->event, error), error) &&
         add_decision (e, error);
}

/* Cash and bank at the end of each month of the case's period, or of the last months of the book.
 * */
static gboolean
add_cash_chart (Export *e, GError **error)
{
  gint64 first_day = 0, last_day = 0;
  if (!tq_balance_query_days (e->store, &first_day, &last_day, error))
    return FALSE;
  if (first_day > last_day)
    return TRUE;
  const gint32 last = tq_day_get_month_index ((TqDay) last_day);
  const gint32 first = MAX (tq_day_get_month_index ((TqDay) first_day), last - CHART_MONTHS + 1);
  g_autoptr (TqChart) chart = tq_chart_new (TQ_CHART_LINE,
                                            "cash_by_month",
                                            _ ("Cash and bank by month"),
                                            _ ("Month"),
                                            e->currency->digits);
  tq_chart_add_series (chart, _ ("Cash and bank"));
  for (gint32 month = first; month <= last; month++) {
    gint64 sum = 0;
    const TqDay end = tq_day_from_month_index (month + 1) - 1;
    g_autoptr (GArray) money = tq_balance_query_money (e->store, end, error);
    if (money == NULL)
      return FALSE;
    for (guint i = 0; i < money->len; i++) {
      const TqBalance *b = &g_array_index (money, TqBalance, i);
      if (b->commodity == e->currency->event)
        sum += b->debit - b->credit;
    }
    g_autofree char *name = g_strdup_printf ("%d-%02d", 1970 + month / 12, month % 12 + 1);
    tq_chart_add_point (chart, name, &sum);
  }
  return tq_workbook_add_chart (e->workbook, chart, error);
}

static gboolean
load_newest_case (Export *e, GError **error)
{
  g_autoptr (GPtrArray) cases = tq_case_load_list (e->store, error);
  if (cases == NULL)
    return FALSE;
  if (cases->len == 0)
    return TRUE;
  const TqCaseSummary *newest = g_ptr_array_index (cases, cases->len - 1);
  e->c = tq_case_load (e->store, newest->event, error);
  return e->c != NULL;
}

/* Writes the whole book to *path* as xlsx. Raises TQ_ERROR_STORE. */
gboolean
tq_book_export_workbook (TqBook *book, const char *path, GError **error)
{
  g_auto (Export) e = { .book = book, .store = tq_book_get_store (book) };
  const TqCooperative *cooperative = tq_book_get_cooperative (book);
  const TqWorkbookHead head = { cooperative->name,
                                cooperative->name,
                                tq_book_get_now (book),
                                TQ_PAPER_LETTER };
  e.currency = tq_commodity_load (e.store, cooperative->currency, error);
  if (e.currency == NULL || !load_newest_case (&e, error))
    return FALSE;
  e.workbook = tq_workbook_new (path, &head, error);
  return e.workbook != NULL && add_cover (&e, error) && add_reports (&e, error) &&
         add_cash_chart (&e, error) && add_case (&e, error) &&
         add_table (&e,
                    tq_reports_build (book, "member-accounts", TQ_DAY_MIN, TQ_DAY_MAX, error),
                    error) &&
         add_table (&e, tq_work_build_sums (book, TQ_DAY_MIN, TQ_DAY_MAX, error), error) &&
         add_table (&e, tq_reports_build_accounts (book, error), error) &&
         add_journal (&e, error) && tq_workbook_close (e.workbook, error);
}
