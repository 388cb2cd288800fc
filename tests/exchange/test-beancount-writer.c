/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "base/error.h"
#include "exchange/beancount-writer.h"

static const TqForeignCommodity commodities[] = {
  { "MXN", 2 }, { "h", 1 }, { "$", 2 }, { "x-h", 0 }, { "a very long name of a commodity", 0 },
};

static const TqForeignAccount accounts[] = {
  { "assets:cash box", TQ_FOREIGN_ASSET, TQ_FOREIGN_KIND_DECLARED },
  { "Activo:Caja", TQ_FOREIGN_ASSET, TQ_FOREIGN_KIND_DECLARED },
  { "assets:cash-box", TQ_FOREIGN_ASSET, TQ_FOREIGN_KIND_DECLARED },
  { "Expenses", TQ_FOREIGN_EXPENSE, TQ_FOREIGN_KIND_DECLARED },
  { "Income:食費:2024", TQ_FOREIGN_INCOME, TQ_FOREIGN_KIND_DECLARED },
  { "unused", TQ_FOREIGN_EQUITY, TQ_FOREIGN_KIND_DECLARED },
};

static const TqForeignPosting first[] = { { 0, 0, 0, 150, 150 }, { 1, 0, 0, -150, -150 } };
static const TqForeignPosting second[] = { { 2, 1, 0, -15, -301 },
                                           { 3, 0, 0, 301, 301 },
                                           { 4, 2, 2, 5, 5 },
                                           { 0, 2, 2, -5, -5 } };
static const TqForeignPosting impossible[] = { { 2, 1, 0, 0, 301 }, { 3, 0, 0, -301, -301 } };

static const char golden[] = "option \"inferred_tolerance_default\" \"*:0.00001\"\n"
                             "\n"
                             "2027-01-02 commodity MXN\n"
                             "\n"
                             "2027-01-02 commodity X-H\n"
                             "  name: \"h\"\n"
                             "\n"
                             "2027-01-02 commodity X-24\n"
                             "  name: \"$\"\n"
                             "\n"
                             "2027-01-02 commodity X-H-2\n"
                             "  name: \"x-h\"\n"
                             "\n"
                             "2027-01-02 commodity AVERYLONGNAMEOFACOMM\n"
                             "  name: \"a very long name of a commodity\"\n"
                             "\n"
                             "2027-01-02 open Assets:Cash-box\n"
                             "  name: \"assets:cash box\"\n"
                             "\n"
                             "2027-01-02 open Assets:Activo:Caja\n"
                             "  name: \"Activo:Caja\"\n"
                             "\n"
                             "2027-01-02 * \"She said \\\"sí\\\" \\\\ twice\"\n"
                             "  code: \"7\"\n"
                             "  note: \"one two\"\n"
                             "  Assets:Cash-box  1.50 MXN\n"
                             "  Assets:Activo:Caja  -1.50 MXN\n"
                             "\n"
                             "2027-01-03 open Assets:Cash-box-2\n"
                             "  name: \"assets:cash-box\"\n"
                             "\n"
                             "2027-01-03 open Expenses:Expenses\n"
                             "  name: \"Expenses\"\n"
                             "\n"
                             "2027-01-03 open Income:X食費:2024\n"
                             "  name: \"Income:食費:2024\"\n"
                             "\n"
                             "2027-01-03 * \"\"\n"
                             "  Assets:Cash-box-2  -1.5 X-H @@ 3.01 MXN\n"
                             "  Expenses:Expenses  3.01 MXN\n"
                             "  Income:X食費:2024  0.05 X-24\n"
                             "  Assets:Cash-box  -0.05 X-24\n";

/* Gives the names above and one or two entries to a writer in memory; what it wrote. */
static char *
write_book (const TqForeignEntry *entries, gsize n_entries, GError **error)
{
  char *text = NULL;
  gsize size = 0;
  FILE *out = open_memstream (&text, &size);
  g_autoptr (TqBeancountWriter) writer = tq_beancount_writer_new (out);
  const TqForeignSink sink = tq_beancount_writer_get_sink (writer);
  gboolean done = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (commodities); i++)
    g_assert_true (sink.commodity (&commodities[i], sink.user_data, NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (accounts); i++)
    g_assert_true (sink.account (&accounts[i], sink.user_data, NULL));
  for (gsize i = 0; done && i < n_entries; i++)
    done = sink.entry (&entries[i], sink.user_data, error);
  g_assert_cmpint (fclose (out), ==, 0);
  if (done)
    return text;
  free (text);
  return NULL;
}

/* Names that beancount does not take are changed, told, and never fall together; accounts are
 * opened on their first day, unused ones not at all. */
static void
test_golden (void)
{
  static const TqForeignEntry entries[] = {
    { .day = 20820,
      .text = "She said \"sí\" \\ twice",
      .code = "7",
      .note = "one\ntwo",
      .postings = first,
      .n_postings = 2 },
    { .day = 20821, .text = "", .code = "", .note = "", .postings = second, .n_postings = 4 },
  };
  g_autoptr (GError) error = NULL;
  char *text = write_book (entries, G_N_ELEMENTS (entries), &error);
  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, golden);
  free (text);
}

/* What beancount cannot say is refused and not written otherwise. */
static void
test_refused (void)
{
  static const TqForeignEntry entry = { .day = 20820,
                                        .text = "",
                                        .code = "",
                                        .note = "",
                                        .postings = impossible,
                                        .n_postings = 2 };
  g_autoptr (GError) error = NULL;
  g_assert_null (write_book (&entry, 1, &error));
  g_assert_error (error, TQ_ERROR, TQ_ERROR_INVALID);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/beancount-writer/golden", test_golden);
  g_test_add_func ("/exchange/beancount-writer/refused", test_refused);
  return g_test_run ();
}
