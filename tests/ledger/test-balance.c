/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "ledger-fixture.h"
#include "ledger/balance.h"
#include "ledger/period.h"
#include "store/statement.h"

/* Balances of any range are those of its own days: whole months from the kept rows, the days at
 * either end from the postings. */
static void
test_ranges (void)
{
  static const struct {
    const char *from, *through, *told;
  } rows[] = {
    { "2027-01-01", "2027-01-31", "Assets:Cash 1.00 | Income:Sales -1.00" },
    { "2027-01-16", "2027-01-31", "" },
    { "2027-01-15", "2027-01-15", "Assets:Cash 1.00 | Income:Sales -1.00" },
    { "2027-01-15", "2027-02-28", "Assets:Cash 11.00 | Income:Sales -11.00" },
    { "2027-01-16", "2027-03-31", "Assets:Cash 110.00 | Income:Sales -110.00" },
    { "2027-01-16", "2027-04-01", "Assets:Cash 1110.00 | Income:Sales -1110.00" },
    { "2027-02-01", "2027-02-28", "Assets:Cash 10.00 | Income:Sales -10.00" },
    { "2027-02-28", "2027-03-01", "Assets:Cash 110.00 | Income:Sales -110.00" },
    { "2027-04-02", "2027-04-30", "" },
    { "2027-05-01", "2027-04-01", "" },
    { "2026-01-01", "2028-12-31", "Assets:Cash 1111.00 | Income:Sales -1111.00" },
  };
  Ledger ledger;
  ledger_start (&ledger);
  g_assert_true (
    ledger_post (&ledger, "2027-01-15 a | Assets:Cash 1.00 | Income:Sales -1.00", NULL, NULL));
  g_assert_true (
    ledger_post (&ledger, "2027-02-28 b | Assets:Cash 10.00 | Income:Sales -10.00", NULL, NULL));
  g_assert_true (
    ledger_post (&ledger, "2027-03-01 c | Assets:Cash 100.00 | Income:Sales -100.00", NULL, NULL));
  g_assert_true (ledger_post (&ledger,
                              "2027-04-01 d | Assets:Cash 1000.00 | Income:Sales -1000.00",
                              NULL,
                              NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_test_message ("%s to %s", rows[i].from, rows[i].through);
    g_autofree char *told = ledger_tell (&ledger, rows[i].from, rows[i].through);
    g_assert_cmpstr (told, ==, rows[i].told);
  }
  ledger_end (&ledger);
}

/* The subsidiary ledger under an account: what each family has of it. */
static void
test_parties (void)
{
  Ledger ledger;
  ledger_start (&ledger);
  g_autoptr (TqAccount) cash = tq_account_load_by_role (ledger.store, "cash", NULL);
  g_assert_true (
    ledger_post (&ledger,
                 "2027-01-15 a | Assets:Cash@A1 1.00 | Assets:Cash 2.00 | Income:Sales@A1 -3.00",
                 NULL,
                 NULL));
  g_assert_true (
    ledger_post (&ledger, "2027-02-15 b | Assets:Cash@A1 -0.25 | Income:Sales 0.25", NULL, NULL));
  g_autoptr (GArray) parties = tq_balance_load_parties (ledger.store,
                                                        cash->event,
                                                        ledger_day ("2027-01-02"),
                                                        ledger_day ("2027-12-30"),
                                                        NULL);
  gint64 of_family = 0, of_none = 0;
  for (guint i = 0; i < parties->len; i++) {
    const TqBalance *b = &g_array_index (parties, TqBalance, i);
    *(b->party == ledger.family ? &of_family : &of_none) += b->debit - b->credit;
  }
  g_assert_cmpint (of_family, ==, 75);
  g_assert_cmpint (of_none, ==, 200);
  gint64 balance = 0;
  g_assert_true (tq_balance_load_account (ledger.store,
                                          cash->event,
                                          ledger.mxn,
                                          ledger_day ("2027-01-31"),
                                          &balance,
                                          NULL));
  g_assert_cmpint (balance, ==, 300);
  ledger_end (&ledger);
}

static char *
dup_random_entry (gboolean *out_reverse)
{
  static const char *const accounts[] = { "Assets:Cash",    "Assets:Bank",    "Income:Sales",
                                          "Expenses:Costs", "Equity:Opening", "Assets:Cash@A1" };
  g_autofree char *day =
    tq_day_to_string (ledger_day ("2027-01-01") + g_test_rand_int_range (0, 400));
  GString *text = g_string_new (day);
  gint64 sum = 0;
  g_string_append (text, " Random");
  for (gint i = g_test_rand_int_range (1, 5); i > 0; i--) {
    const gint64 amount = g_test_rand_int_range (-100000, 100000);
    sum += amount;
    g_string_append_printf (text,
                            " | %s %s%d.%02d",
                            accounts[g_test_rand_int_range (0, 6)],
                            amount < 0 ? "-" : "",
                            (int) (ABS (amount) / 100),
                            (int) (ABS (amount) % 100));
  }
  g_string_append_printf (text,
                          " | %s %s%d.%02d",
                          accounts[g_test_rand_int_range (0, 6)],
                          sum > 0 ? "-" : "",
                          (int) (ABS (sum) / 100),
                          (int) (ABS (sum) % 100));
  *out_reverse = g_test_rand_int_range (0, 5) == 0;
  return g_string_free (text, FALSE);
}

/* After any sequence of entries and reversals debits equal credits, and every range of days has the
 * sum of its postings. The seed is printed. */
static void
test_random (void)
{
  Ledger ledger;
  gint64 event = 0;
  ledger_start (&ledger);
  for (guint i = 0; i < 300; i++) {
    gboolean reverse = FALSE;
    g_autofree char *sentence = dup_random_entry (&reverse);
    g_assert_true (ledger_post (&ledger, sentence, &event, NULL));
    if (reverse)
      g_assert_true (
        LEDGER_DO (&ledger,
                   ledger_day ("2027-06-15"),
                   tq_entry_append_reversal (ledger.store, &act, event, "random", NULL, NULL)));
  }
  g_assert_cmpint (ledger_ask (&ledger, "SELECT sum (amount) FROM posting"), ==, 0);
  for (guint i = 0; i < 40; i++) {
    const TqDay from = ledger_day ("2027-01-01") + g_test_rand_int_range (-5, 400);
    const TqDay through = from + g_test_rand_int_range (0, 200);
    gint64 all = 0, cash = 0, by_hand = 0;
    g_autoptr (TqAccount) account = tq_account_load_by_role (ledger.store, "cash", NULL);
    g_autoptr (GArray) balances = tq_balance_load_range (ledger.store, from, through, NULL);
    for (guint j = 0; j < balances->len; j++) {
      const TqBalance *b = &g_array_index (balances, TqBalance, j);
      all += b->debit - b->credit;
      cash += b->account == account->event ? b->debit - b->credit : 0;
    }
    g_assert_cmpint (all, ==, 0);
    g_assert_true (tq_statement_find_int (
      ledger.store,
      "SELECT sum (amount) FROM posting WHERE account = :account AND day BETWEEN :from AND :through",
      TQ_BINDINGS (TQ_INT (":account", account->event),
                   TQ_INT (":from", from),
                   TQ_INT (":through", through)),
      &by_hand,
      NULL));
    g_assert_cmpint (cash, ==, by_hand);
  }
  ledger_end (&ledger);
}

static gboolean
seal (Ledger *ledger, const char *through, TqSeal *out_seal, GError **error)
{
  return LEDGER_DO (
    ledger,
    ledger_day (through),
    tq_period_append_seal (ledger->store, &act, ledger_day (through), out_seal, error));
}

/* A closed period stays closed: to typing, to reversing, to another seal of the same days. */
static void
test_closed (void)
{
  static const struct {
    const char *entry;
    gboolean posted;
  } rows[] = {
    { "2026-11-30 Before | Assets:Cash 1.00 | Income:Sales -1.00", FALSE },
    { "2027-01-31 Last day | Assets:Cash 1.00 | Income:Sales -1.00", FALSE },
    { "2027-02-01 Next day | Assets:Cash 1.00 | Income:Sales -1.00", TRUE },
  };
  Ledger ledger;
  TqSeal first = { 0 }, second = { 0 };
  gint64 event = 0;
  TqDay through = 0;
  g_autoptr (GError) none = NULL;
  ledger_start (&ledger);
  g_assert_true (tq_period_load_closed_through (ledger.store, &through, NULL));
  g_assert_cmpint (through, ==, TQ_DAY_NONE);
  g_assert_false (tq_period_load_last_seal (ledger.store, &first, &none));
  g_assert_error (none, TQ_ERROR, TQ_ERROR_NOT_FOUND);
  g_assert_true (
    ledger_post (&ledger, "2027-01-05 a | Assets:Cash 1.00 | Income:Sales -1.00", &event, NULL));
  g_assert_true (seal (&ledger, "2027-01-31", &first, NULL));
  g_assert_cmpint (first.number, ==, 1);
  g_assert_cmpint (first.entries, ==, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_assert_cmpint (ledger_post (&ledger, rows[i].entry, NULL, &error), ==, rows[i].posted);
    if (!rows[i].posted)
      g_assert_error (error, TQ_ERROR, TQ_ERROR_CLOSED);
  }
  g_autoptr (GError) reversal_error = NULL;
  g_autoptr (GError) seal_error = NULL;
  g_assert_false (
    LEDGER_DO (&ledger,
               ledger_day ("2027-01-20"),
               tq_entry_append_reversal (ledger.store, &act, event, "no", NULL, &reversal_error)));
  g_assert_error (reversal_error, TQ_ERROR, TQ_ERROR_CLOSED);
  g_assert_true (
    LEDGER_DO (&ledger,
               ledger_day ("2027-02-20"),
               tq_entry_append_reversal (ledger.store, &act, event, "yes", NULL, NULL)));
  g_assert_false (seal (&ledger, "2027-01-31", NULL, &seal_error));
  g_assert_error (seal_error, TQ_ERROR, TQ_ERROR_CLOSED);
  g_assert_true (seal (&ledger, "2027-02-28", &second, NULL));
  g_assert_cmpint (second.number, ==, 2);
  g_assert_cmpint (second.entries, ==, 3);
  g_assert_false (tq_digest_equal (&first.digest, &second.digest));
  g_autoptr (GArray) seals = tq_period_load_seals (ledger.store, NULL);
  g_assert_cmpuint (seals->len, ==, 2);
  ledger_end (&ledger);
}

/* A seal that says something else than the book is refused when it is read again. */
static void
test_false_seal (void)
{
  Ledger ledger;
  g_auto (TqEncoder) fields = { NULL };
  g_autoptr (GError) error = NULL;
  ledger_start (&ledger);
  g_assert_true (
    ledger_post (&ledger, "2027-01-05 a | Assets:Cash 1.00 | Income:Sales -1.00", NULL, NULL));
  tq_encoder_start (&fields);
  tq_encoder_put_int (&fields, ledger_day ("2027-01-05"));
  tq_encoder_put_int (&fields, ledger_day ("2027-01-31"));
  tq_encoder_put_int (&fields, 1);
  tq_encoder_put_int (&fields, 1);
  tq_encoder_put_int (&fields, 1);
  tq_encoder_put_int (&fields, ledger.mxn);
  tq_encoder_put_int (&fields, 100);
  tq_encoder_put_int (&fields, 100);
  tq_encoder_put_bytes (&fields, "00000000000000000000000000000000", 32);
  g_assert_false (
    LEDGER_DO (&ledger,
               ledger_day ("2027-01-31"),
               tq_event_append (ledger.store, "period.seal/1", &act, &fields, NULL, &error)));
  g_assert_error (error, TQ_ERROR, TQ_ERROR_CORRUPT);
  ledger_end (&ledger);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ledger/balance/ranges", test_ranges);
  g_test_add_func ("/ledger/balance/parties", test_parties);
  g_test_add_func ("/ledger/balance/random", test_random);
  g_test_add_func ("/ledger/period/closed", test_closed);
  g_test_add_func ("/ledger/period/false-seal", test_false_seal);
  return g_test_run ();
}
