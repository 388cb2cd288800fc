/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "base/i18n.h"
#include "ledger/account.h"
#include "ledger/balance.h"
#include "service/paper-builders.h"

#include <string.h>

/* The count of the cash, the result and the seal. */
TqDocument *
tq_paper_build_closing (TqPaperDesk *desk, GError **error)
{
  const TqSeal *seal = NULL;
  const TqCount *count = tq_case_get_last (desk->c->counts);
  const TqClose *close = tq_case_get_last (desk->c->closes);
  TqClosingSheetInput input = { .from = desk->c->starts, .through = desk->c->through };
  if (!tq_paper_desk_load_role (desk, "cash", desk->c->starts - 1, &input.opening_cash, error) ||
      !tq_paper_desk_load_role (desk, "cash", desk->c->through, &input.book_cash, error))
    return NULL;
  if (count != NULL) {
    input.counted = TRUE;
    input.book_cash = count->book_minor;
    input.counted_cash = count->counted_minor;
    input.first_counter = count->first_person;
    input.second_counter = count->second_person;
  }
  if (close != NULL) {
    input.result = close->result_minor;
    if (!tq_paper_desk_set_event (desk, close->record.event, error))
      return NULL;
  }
  input.letters = tq_paper_desk_get_seal_letters (desk, &seal);
  if (seal != NULL) {
    input.seal = seal->number;
    input.digits = tq_paper_desk_keep (desk, tq_digest_to_grouped_hex (&seal->digest));
  }
  input.head = desk->head;
  return tq_closing_sheet_build (&input);
}

static const char *
get_last_part (const char *full_name)
{
  const char *colon = strrchr (full_name, ':');
  return colon != NULL ? colon + 1 : full_name;
}

/* The accounts of a kind with what they had in the period, closing entries left out. */
static const TqPaperLine *
list_accounts (TqPaperDesk *desk, TqAccountKind kind, guint *out_n, GError **error)
{
  guint n = 0;
  g_autoptr (GPtrArray) accounts = tq_account_load_all (desk->store, error);
  g_autoptr (GArray) balances =
    accounts != NULL ? tq_balance_load_range (desk->store, desk->c->starts, desk->c->through, error)
                     : NULL;
  g_autoptr (GArray) closing =
    balances != NULL
      ? tq_balance_load_closing (desk->store, desk->c->starts, desk->c->through, error)
      : NULL;
  if (closing == NULL)
    return NULL;
  TqPaperLine *lines = tq_paper_desk_keep_memory (desk, accounts->len, sizeof (TqPaperLine));
  for (guint a = 0; a < accounts->len; a++) {
    gint64 sum = 0;
    const TqAccount *account = g_ptr_array_index (accounts, a);
    for (guint i = 0; i < balances->len + closing->len; i++) {
      const gboolean closes = i >= balances->len;
      const TqBalance *b = closes ? &g_array_index (closing, TqBalance, i - balances->len)
                                  : &g_array_index (balances, TqBalance, i);
      if (b->account == account->event && b->commodity == desk->currency->event)
        sum += closes ? b->credit - b->debit : b->debit - b->credit;
    }
    if (account->kind != kind || sum == 0)
      continue;
    lines[n].text = tq_paper_desk_keep (desk, g_strdup (get_last_part (account->full_name)));
    lines[n++].amount = kind == TQ_ACCOUNT_INCOME ? -sum : sum;
  }
  *out_n = n;
  return lines;
}

/* What all accounts of a kind hold at the end of the period, debits minus credits. */
static gboolean
sum_kind (TqPaperDesk *desk, TqAccountKind kind, gint64 *out_minor, GError **error)
{
  gint64 sum = 0;
  g_autoptr (GPtrArray) accounts = tq_account_load_all (desk->store, error);
  for (guint a = 0; accounts != NULL && a < accounts->len; a++) {
    gint64 balance = 0;
    const TqAccount *account = g_ptr_array_index (accounts, a);
    if (account->kind != kind)
      continue;
    if (!tq_balance_load_account (desk->store,
                                  account->event,
                                  desk->currency->event,
                                  desk->c->through,
                                  &balance,
                                  error))
      return FALSE;
    sum += balance;
  }
  *out_minor = sum;
  return accounts != NULL;
}

static gboolean
load_standing (TqPaperDesk *desk, TqStatementInput *input, GError **error)
{
  const TqDay day = desk->c->through;
  gint64 produce = 0, supplies = 0, customers = 0, members = 0, debts = 0;
  if (!tq_paper_desk_load_role (desk, "cash", day, &input->in_box, error) ||
      !tq_paper_desk_load_role (desk, "bank", day, &input->in_bank, error) ||
      !tq_paper_desk_load_role (desk, "stock", day, &produce, error) ||
      !tq_paper_desk_load_role (desk, "supplies-stock", day, &supplies, error) ||
      !tq_paper_desk_load_role (desk, "receivables", day, &customers, error) ||
      !tq_paper_desk_load_role (desk, "member-debts", day, &members, error) ||
      !sum_kind (desk, TQ_ACCOUNT_LIABILITY, &debts, error))
    return FALSE;
  input->in_store = produce + supplies;
  input->owed_to_us = customers + members;
  input->owed_by_us = -debts;
  return TRUE;
}

static const char *
describe_finding (TqPaperDesk *desk)
{
  const TqReview *review = tq_case_get_last (desk->c->reviews);
  if (review == NULL)
    return _ ("The vigilance commission has not written its finding yet.");
  return *review->words != '\0' ? review->words : _ ("No observation.");
}

static const TqPaperLine *
list_funds (TqPaperDesk *desk, guint *out_n, GError **error)
{
  *out_n = desk->has_means ? desk->means.funds->len : 0;
  TqPaperLine *lines = tq_paper_desk_keep_memory (desk, *out_n, sizeof (TqPaperLine));
  for (guint i = 0; i < *out_n; i++) {
    const TqFundAmount *fund = &g_array_index (desk->means.funds, TqFundAmount, i);
    g_autoptr (TqAccount) account = tq_account_load_by_role (desk->store, fund->role, error);
    if (account == NULL)
      return NULL;
    lines[i].text = tq_paper_desk_keep (desk, g_strdup (get_last_part (account->full_name)));
    lines[i].amount = fund->amount;
  }
  return lines;
}

/* The open books on one page. */
TqDocument *
tq_paper_build_statement (TqPaperDesk *desk, GError **error)
{
  TqStatementInput input = { .from = desk->c->starts, .through = desk->c->through };
  const TqClose *close = tq_case_get_last (desk->c->closes);
  input.came_in = list_accounts (desk, TQ_ACCOUNT_INCOME, &input.n_came_in, error);
  input.went_out = input.came_in != NULL
                     ? list_accounts (desk, TQ_ACCOUNT_EXPENSE, &input.n_went_out, error)
                     : NULL;
  input.funds = input.went_out != NULL ? list_funds (desk, &input.n_funds, error) : NULL;
  if (input.funds == NULL || !load_standing (desk, &input, error))
    return NULL;
  if (close != NULL && !tq_paper_desk_set_event (desk, close->record.event, error))
    return NULL;
  input.surplus = desk->has_means ? desk->means.result_minor : 0;
  input.free = desk->has_means ? desk->means.decidable_minor : 0;
  input.finding = describe_finding (desk);
  input.letters = tq_paper_desk_get_seal_letters (desk, NULL);
  input.head = desk->head;
  return tq_statement_build (&input);
}

/* The finding of the vigilance commission. */
TqDocument *
tq_paper_build_vigilance (TqPaperDesk *desk, GError **error)
{
  static const TqPaperFinding findings[] = { TQ_PAPER_FINDING_CLEAN,
                                             TQ_PAPER_FINDING_OBSERVATIONS,
                                             TQ_PAPER_FINDING_SERIOUS };
  const TqReview *review = tq_paper_desk_choose (desk, desk->c->reviews, error);
  if (review == NULL || !tq_paper_desk_set_event (desk, review->record.event, error))
    return NULL;
  g_auto (GStrv) names = g_strsplit (review->who, ",", -1);
  const guint n = g_strv_length (names);
  TqPaperSigner *signers = tq_paper_desk_keep_memory (desk, n, sizeof (TqPaperSigner));
  for (guint i = 0; i < n; i++)
    signers[i].name = tq_paper_desk_keep (desk, g_strdup (g_strstrip (names[i])));
  const TqVigilanceReportInput input = { .head = desk->head,
                                         .from = desk->c->starts,
                                         .through = desk->c->through,
                                         .day = review->record.day,
                                         .finding = findings[review->finding],
                                         .checked = tq_paper_desk_keep_words (desk, NULL),
                                         .observations =
                                           tq_paper_desk_keep_words (desk, review->words),
                                         .signers = signers,
                                         .n_signers = n,
                                         .letters = tq_paper_desk_get_seal_letters (desk, NULL) };
  return tq_vigilance_report_build (&input);
}
