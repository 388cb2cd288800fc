/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "ledger-fixture.h"
#include "ledger/chart.h"
#include "ledger/commodity.h"
#include "ledger/period.h"
#include "service/kinds.h"

#include <glib/gstdio.h>

static gboolean
add (Ledger *ledger,
     const char *name,
     const char *code,
     TqAccountKind kind,
     const char *role,
     GError **error)
{
  const TqAccount draft = { .full_name = (char *) (guintptr) name,
                            .code = (char *) (guintptr) code,
                            .kind = kind,
                            .role = (char *) (guintptr) role };
  return LEDGER_DO (ledger, 0, tq_account_append (ledger->store, &act, &draft, NULL, error));
}

/* An account brings those above it; it is found by its name, its code and its role. */
static void
test_tree (void)
{
  Ledger ledger;
  ledger_start (&ledger);
  g_assert_true (
    add (&ledger, "Assets:Stock:Coffee:In sacks", "1411", TQ_ACCOUNT_ASSET, "stock", NULL));
  g_autoptr (TqAccount) by_name =
    tq_account_load_by_name (ledger.store, "Assets:Stock:Coffee:In sacks", NULL);
  g_autoptr (TqAccount) by_code = tq_account_load_by_name (ledger.store, "1411", NULL);
  g_autoptr (TqAccount) by_role = tq_account_load_by_role (ledger.store, "stock", NULL);
  g_autoptr (TqAccount) above = tq_account_load_by_name (ledger.store, "Assets:Stock:Coffee", NULL);
  g_autoptr (TqAccount) top = tq_account_load_by_name (ledger.store, "Assets", NULL);
  g_assert_cmpint (by_name->event, ==, by_code->event);
  g_assert_cmpint (by_name->event, ==, by_role->event);
  g_assert_cmpint (by_name->parent, ==, above->event);
  g_assert_cmpint (above->kind, ==, TQ_ACCOUNT_ASSET);
  g_assert_cmpstr (above->code, ==, NULL);
  g_assert_cmpint (top->parent, ==, 0);
  g_assert_cmpint (top->closed, ==, TQ_DAY_NONE);
  g_autoptr (GPtrArray) all = tq_account_load_all (ledger.store, NULL);
  for (guint i = 1; i < all->len; i++) {
    const TqAccount *one = g_ptr_array_index (all, i - 1), *next = g_ptr_array_index (all, i);
    g_assert_cmpint (strcmp (one->full_name, next->full_name), <, 0);
  }
  ledger_end (&ledger);
}

/* Names, codes and roles stand once; a name that could be misread is refused. */
static void
test_refused (void)
{
  static const struct {
    const char *name, *code, *role;
    int error;
  } rows[] = {
    { "Assets:Cash", NULL, NULL, TQ_ERROR_CONFLICT },
    { "Assets:Purse", NULL, "cash", TQ_ERROR_CONFLICT },
    { "Assets:Purse", "1010", NULL, TQ_ERROR_CONFLICT },
    { "", NULL, NULL, TQ_ERROR_INVALID },
    { ":Assets", NULL, NULL, TQ_ERROR_INVALID },
    { "Assets:", NULL, NULL, TQ_ERROR_INVALID },
    { "Assets::Purse", NULL, NULL, TQ_ERROR_INVALID },
    { "Assets:Big  purse", NULL, NULL, TQ_ERROR_INVALID },
    { "Assets:Purse=1", NULL, NULL, TQ_ERROR_INVALID },
    { "Assets:Purse@A1", NULL, NULL, TQ_ERROR_INVALID },
    { "Assets:Pu\trse", NULL, NULL, TQ_ERROR_INVALID },
    { "Assets:Purse", "10\t11", NULL, TQ_ERROR_INVALID },
    { "Assets:Purse", NULL, "pur\xffse", TQ_ERROR_INVALID },
    { "Assets:Purse", " 1010 ", NULL, TQ_ERROR_CONFLICT },
  };
  Ledger ledger;
  ledger_start (&ledger);
  g_assert_true (add (&ledger, "Assets:Box", "1010", TQ_ACCOUNT_ASSET, NULL, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_test_message ("“%s”", rows[i].name);
    g_assert_false (
      add (&ledger, rows[i].name, rows[i].code, TQ_ACCOUNT_ASSET, rows[i].role, &error));
    g_assert_error (error, TQ_ERROR, rows[i].error);
  }
  ledger_end (&ledger);
}

/* What is not there is said by the words that were asked for. */
static void
test_missing (void)
{
  Ledger ledger;
  g_autoptr (GError) name_error = NULL;
  g_autoptr (GError) role_error = NULL;
  g_autoptr (GError) key_error = NULL;
  TqAccountKind kind = TQ_ACCOUNT_ASSET;
  g_autoptr (GError) kind_error = NULL;
  ledger_start (&ledger);
  g_assert_null (tq_account_load_by_name (ledger.store, "Assets:Purse", &name_error));
  g_assert_error (name_error, TQ_ERROR, TQ_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (name_error->message, "Assets:Purse"));
  g_assert_null (tq_account_load_by_role (ledger.store, "reserve", &role_error));
  g_assert_error (role_error, TQ_ERROR, TQ_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (role_error->message, "reserve"));
  g_assert_null (tq_account_load (ledger.store, 4711, &key_error));
  g_assert_error (key_error, TQ_ERROR, TQ_ERROR_NOT_FOUND);
  g_assert_false (tq_account_kind_parse ("assets", &kind, &kind_error));
  g_assert_error (kind_error, TQ_ERROR, TQ_ERROR_INVALID);
  g_assert_true (tq_account_kind_parse ("expense", &kind, NULL));
  g_assert_cmpstr (tq_account_kind_get_name (kind), ==, "expense");
  ledger_end (&ledger);
}

/* Code and role can be given, changed and taken away; each stays alone. An event that edits an
 * account that is not there is refused. */
static void
test_edit (void)
{
  Ledger ledger;
  g_autoptr (GError) error = NULL;
  ledger_start (&ledger);
  g_autoptr (TqAccount) bank = tq_account_load_by_name (ledger.store, "Assets:Bank", NULL);
  g_assert_true (
    LEDGER_DO (&ledger,
               0,
               tq_account_append_edit (ledger.store, &act, bank->event, "1020", "bank", NULL)));
  g_assert_true (
    LEDGER_DO (&ledger,
               0,
               tq_account_append_edit (ledger.store, &act, bank->event, NULL, "savings", NULL)));
  g_autoptr (TqAccount) changed = tq_account_load (ledger.store, bank->event, NULL);
  g_assert_cmpstr (changed->code, ==, "1020");
  g_assert_cmpstr (changed->role, ==, "savings");
  g_assert_true (
    LEDGER_DO (&ledger,
               0,
               tq_account_append_edit (ledger.store, &act, bank->event, "", NULL, NULL)));
  g_autoptr (TqAccount) taken = tq_account_load (ledger.store, bank->event, NULL);
  g_assert_cmpstr (taken->code, ==, NULL);
  g_assert_cmpstr (taken->role, ==, "savings");
  g_autoptr (GError) odd = NULL;
  g_assert_false (
    LEDGER_DO (&ledger,
               0,
               tq_account_append_edit (ledger.store, &act, bank->event, "10\t20", NULL, &odd)));
  g_assert_error (odd, TQ_ERROR, TQ_ERROR_INVALID);
  /* The same letter made of two characters is the one that was meant. */
  g_assert_true (
    LEDGER_DO (&ledger,
               0,
               tq_account_append_edit (ledger.store, &act, bank->event, "e\u0301", NULL, NULL)));
  g_autoptr (TqAccount) composed = tq_account_load_by_name (ledger.store, "\u00e9", NULL);
  g_assert_nonnull (composed);
  g_auto (TqEncoder) fields = { NULL };
  g_autoptr (GError) nobody = NULL;
  tq_encoder_start (&fields);
  tq_encoder_put_int (&fields, 4711);
  tq_encoder_put_text (&fields, "1");
  tq_encoder_put_text (&fields, "one");
  g_assert_false (
    LEDGER_DO (&ledger,
               0,
               tq_event_append (ledger.store, "account.edit/1", &act, &fields, NULL, &nobody)));
  g_assert_error (nobody, TQ_ERROR, TQ_ERROR_NOT_FOUND);
  g_assert_false (
    LEDGER_DO (&ledger,
               0,
               tq_account_append_edit (ledger.store, &act, bank->event, NULL, "cash", &error)));
  g_assert_error (error, TQ_ERROR, TQ_ERROR_CONFLICT);
  ledger_end (&ledger);
}

/* An account closes empty, and nothing is posted to it after that day. The seal in between makes
 * the replay that ends the test write a balance that is not zero yet. */
static void
test_close (void)
{
  Ledger ledger;
  g_autoptr (GError) full = NULL;
  g_autoptr (GError) twice = NULL;
  const TqDay day = ledger_day ("2027-01-31");
  ledger_start (&ledger);
  g_autoptr (TqAccount) bank = tq_account_load_by_name (ledger.store, "Assets:Bank", NULL);
  g_assert_true (
    ledger_post (&ledger, "2027-01-05 In | Assets:Bank 1.00 | Income:Sales -1.00", NULL, NULL));
  g_assert_false (
    LEDGER_DO (&ledger, day, tq_account_append_close (ledger.store, &act, bank->event, &full)));
  g_assert_error (full, TQ_ERROR, TQ_ERROR_CONFLICT);
  g_assert_true (
    LEDGER_DO (&ledger,
               day,
               tq_period_append_seal (ledger.store, &act, ledger_day ("2027-01-05"), NULL, NULL)));
  g_assert_true (
    ledger_post (&ledger, "2027-01-06 Out | Assets:Cash 1.00 | Assets:Bank -1.00", NULL, NULL));
  g_assert_true (
    LEDGER_DO (&ledger, day, tq_account_append_close (ledger.store, &act, bank->event, NULL)));
  g_assert_false (
    LEDGER_DO (&ledger, day, tq_account_append_close (ledger.store, &act, bank->event, &twice)));
  g_assert_error (twice, TQ_ERROR, TQ_ERROR_CONFLICT);
  g_assert_false (
    ledger_post (&ledger, "2027-02-01 In | Assets:Bank 1.00 | Income:Sales -1.00", NULL, NULL));
  g_assert_true (
    ledger_post (&ledger, "2027-01-31 In | Assets:Bank 0.00 | Income:Sales 0.00", NULL, NULL));
  ledger_end (&ledger);
}

static gboolean
load_chart (Ledger *ledger, const char *path, const char *language, GError **error)
{
  return LEDGER_DO (ledger, 0, tq_chart_append_file (ledger->store, &act, path, language, error));
}

/* Every shipped chart loads in both languages and holds what forms and the surplus look for. */
static void
test_charts (void)
{
  static const char *const charts[] = { "producers.tsv", "worker.tsv" };
  static const char *const cash_names[] = { "Assets:Cash box", "Activo:Caja" };
  for (guint i = 0; i < 4; i++) {
    g_autoptr (GError) error = NULL;
    Ledger ledger = { .store = tq_store_new_memory (tq_kinds_get_all (), NULL) };
    g_autofree char *path =
      g_build_filename (g_getenv ("TEQUIO_DATADIR"), "charts", charts[i / 2], NULL);
    g_assert_true (load_chart (&ledger, path, i % 2 == 0 ? "en" : "es", &error));
    g_assert_no_error (error);
    g_autoptr (TqAccount) cash = tq_account_load_by_role (ledger.store, "cash", NULL);
    g_assert_cmpstr (cash->full_name, ==, cash_names[i % 2]);
    g_assert_cmpstr (cash->code, ==, "1010");
    g_autoptr (TqAccount) reserve = tq_account_load_by_role (ledger.store, "reserve", NULL);
    g_assert_cmpint (reserve->kind, ==, TQ_ACCOUNT_EQUITY);
    ledger_end (&ledger);
  }
}

/* A chart that somebody spoiled is refused with the line, and no account of it stays. */
static void
test_bad_charts (void)
{
  static const struct {
    const char *text, *where;
    int code;
  } rows[] = {
    { "1010\tasset\tpurse\tAssets:Purse\n", ":1:", TQ_ERROR_FORMAT },
    { "# note\n\n1\tasset\tx\tA\tB\n2\tassets\ty\tC\tD\n", ":4:", TQ_ERROR_INVALID },
    { "1\tasset\tx\tA\tB\n2\tasset\tx\tC\tD\n", ":2:", TQ_ERROR_CONFLICT },
    { "1\tasset\tx\tA\tB\r\n1\tasset\ty\tC\tD\r\n", ":2:", TQ_ERROR_CONFLICT },
    { "1\tasset\tx\tA\xff\tB\n", ":1:", TQ_ERROR_INVALID },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    Ledger ledger;
    g_autoptr (GError) error = NULL;
    g_autofree char *folder = g_dir_make_tmp ("tequio-chart-XXXXXX", NULL);
    g_autofree char *path = g_build_filename (folder, "chart.tsv", NULL);
    ledger_start (&ledger);
    const gint64 accounts = ledger_ask (&ledger, "SELECT count (*) FROM account");
    g_assert_true (g_file_set_contents (path, rows[i].text, -1, NULL));
    g_assert_false (load_chart (&ledger, path, "en", &error));
    g_assert_error (error, TQ_ERROR, rows[i].code);
    g_assert_nonnull (strstr (error->message, rows[i].where));
    g_assert_cmpint (ledger_ask (&ledger, "SELECT count (*) FROM account"), ==, accounts);
    ledger_end (&ledger);
    g_assert_cmpint (g_remove (path), ==, 0);
    g_assert_cmpint (g_rmdir (folder), ==, 0);
  }
  Ledger ledger;
  g_autoptr (GError) error = NULL;
  ledger_start (&ledger);
  g_assert_false (load_chart (&ledger, "no-such-chart.tsv", "en", &error));
  g_assert_error (error, TQ_ERROR, TQ_ERROR_NOT_FOUND);
  ledger_end (&ledger);
}

/* What is counted has a symbol of its own and at most nine digits. */
static void
test_commodity (void)
{
  static const struct {
    const char *symbol;
    guint digits;
    int code; /* -1 where it is added */
  } rows[] = {
    { "kg", 3, -1 },
    { "$", 2, -1 },
    { "", 0, -1 },
    { "XAU", 9, -1 },
    { "MXN", 2, TQ_ERROR_CONFLICT },
    { "EUR", 10, TQ_ERROR_INVALID },
    { "E\x01", 2, TQ_ERROR_INVALID },
  };
  Ledger ledger;
  ledger_start (&ledger);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    gint64 event = 0;
    const gboolean added = LEDGER_DO (
      &ledger,
      0,
      tq_commodity_append (ledger.store, &act, rows[i].symbol, rows[i].digits, &event, &error));
    g_assert_cmpint (added, ==, rows[i].code == -1);
    if (!added) {
      g_assert_error (error, TQ_ERROR, rows[i].code);
      continue;
    }
    g_autoptr (TqCommodity) loaded = tq_commodity_load (ledger.store, event, NULL);
    g_autoptr (TqCommodity) again =
      tq_commodity_load_by_symbol (ledger.store, rows[i].symbol, NULL);
    g_assert_cmpuint (loaded->digits, ==, rows[i].digits);
    g_assert_cmpint (again->event, ==, event);
  }
  g_autoptr (GPtrArray) all = tq_commodity_load_all (ledger.store, NULL);
  g_autoptr (GError) missing = NULL;
  g_assert_cmpuint (all->len, ==, 6);
  g_assert_null (tq_commodity_load_by_symbol (ledger.store, "ARS", &missing));
  g_assert_error (missing, TQ_ERROR, TQ_ERROR_NOT_FOUND);
  ledger_end (&ledger);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ledger/account/tree", test_tree);
  g_test_add_func ("/ledger/account/refused", test_refused);
  g_test_add_func ("/ledger/account/missing", test_missing);
  g_test_add_func ("/ledger/account/edit", test_edit);
  g_test_add_func ("/ledger/account/close", test_close);
  g_test_add_func ("/ledger/chart/shipped", test_charts);
  g_test_add_func ("/ledger/chart/spoiled", test_bad_charts);
  g_test_add_func ("/ledger/commodity/digits", test_commodity);
  return g_test_run ();
}
