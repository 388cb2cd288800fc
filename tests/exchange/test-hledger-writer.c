/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "base/error.h"
#include "exchange/hledger-writer.h"

#include <glib/gstdio.h>
#include <string.h>

static const TqForeignCommodity commodities[] = {
  { "MXN", 2 }, { "JPY", 0 }, { "no. 5", 9 }, { "a\"b;c", 1 }, { "$", 2 }, { "", 3 },
};

static const TqForeignAccount accounts[] = {
  { "Activo:Caja", TQ_FOREIGN_ASSET, TQ_FOREIGN_KIND_DECLARED },
  { "(Pasivo)", TQ_FOREIGN_LIABILITY, TQ_FOREIGN_KIND_DECLARED },
  { "a;b", TQ_FOREIGN_EQUITY, TQ_FOREIGN_KIND_DECLARED },
  { "a_b", TQ_FOREIGN_INCOME, TQ_FOREIGN_KIND_DECLARED },
  { "two  blanks", TQ_FOREIGN_EXPENSE, TQ_FOREIGN_KIND_DECLARED },
};

static const TqForeignPosting plain[] = { { 0, 0, 0, 150, 150 }, { 1, 0, 0, -150, -150 } };
static const TqForeignPosting priced[] = { { 2, 2, 0, -1500000000, -301 },
                                           { 3, 0, 0, 301, 301 },
                                           { 4, 3, 1, 5, -7 },
                                           { 0, 1, 1, 7, 7 },
                                           { 0, 5, 5, 1, 1 },
                                           { 1, 5, 5, -1, -1 } };

static const TqForeignEntry entries[] = {
  { .day = 20820,
    .text = "Café | té",
    .code = "7",
    .note = "one\ntwo",
    .postings = plain,
    .n_postings = 2 },
  { .day = 20821,
    .text = "(7) x; y\nz",
    .code = "",
    .note = "",
    .postings = priced,
    .n_postings = 6 },
  { .day = 20822, .text = "", .code = "a)b", .note = "", .postings = plain, .n_postings = 2 },
};

static const char golden[] = "decimal-mark .\n"
                             "\n"
                             "commodity 1000.00 MXN\n"
                             "commodity 1000. JPY\n"
                             "commodity 1000.000000000 \"no. 5\"\n"
                             "commodity 1000.0 \"a_b_c\"\n"
                             "; name: a\"b;c\n"
                             "commodity 1000.00 $\n"
                             "commodity 1000.000\n"
                             "\n"
                             "account Activo:Caja  ; type:A\n"
                             "\n"
                             "account _Pasivo)  ; type:L\n"
                             "  ; name: (Pasivo)\n"
                             "\n"
                             "account a_b  ; type:E\n"
                             "  ; name: a;b\n"
                             "\n"
                             "account a_b-2  ; type:R\n"
                             "  ; name: a_b\n"
                             "\n"
                             "account two blanks  ; type:X\n"
                             "  ; name: two  blanks\n"
                             "\n"
                             "2027-01-02 (7) Café | té\n"
                             "    ; one\n"
                             "    ; two\n"
                             "    Activo:Caja  1.50 MXN\n"
                             "    _Pasivo)  -1.50 MXN\n"
                             "\n"
                             "2027-01-03 () (7) x_ y z\n"
                             "    ; text: (7) x; y\n"
                             "    ; text: z\n"
                             "    a_b  -1.500000000 \"no. 5\" @@ 3.01 MXN\n"
                             "    a_b-2  3.01 MXN\n"
                             "    two blanks  0.5 \"a_b_c\" @@ -7 JPY\n"
                             "    Activo:Caja  7 JPY\n"
                             "    Activo:Caja  0.001\n"
                             "    _Pasivo)  -0.001\n"
                             "\n"
                             "2027-01-04 (a_b)\n"
                             "    ; code: a)b\n"
                             "    Activo:Caja  1.50 MXN\n"
                             "    _Pasivo)  -1.50 MXN\n";

/* Gives the whole book above to *sink*. */
static gboolean
give_book (const TqForeignSink *sink, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (commodities); i++)
    if (!sink->commodity (&commodities[i], sink->user_data, error))
      return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (accounts); i++)
    if (!sink->account (&accounts[i], sink->user_data, error))
      return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (entries); i++)
    if (!sink->entry (&entries[i], sink->user_data, error))
      return FALSE;
  return TRUE;
}

/* Names, texts and symbols that a journal cannot carry are changed, told, and never fall together;
 * amounts have all their digits, costs are whole and signed as hledger reads them. */
static void
test_golden (void)
{
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  gsize size = 0;
  FILE *out = open_memstream (&text, &size);
  g_autoptr (TqHledgerWriter) writer = tq_hledger_writer_new (out);
  const TqForeignSink sink = tq_hledger_writer_get_sink (writer);
  g_assert_true (give_book (&sink, &error));
  g_assert_no_error (error);
  g_assert_cmpint (fclose (out), ==, 0);
  g_assert_cmpstr (text, ==, golden);
  free (text);
}

/* A full disk is an error of the writer and not a short journal. */
static void
test_full_disk (void)
{
  g_autoptr (GError) error = NULL;
  FILE *out = fopen ("/dev/full", "w");
  if (out == NULL) {
    g_test_skip ("there is no /dev/full here");
    return;
  }
  setvbuf (out, NULL, _IONBF, 0);
  g_autoptr (TqHledgerWriter) writer = tq_hledger_writer_new (out);
  const TqForeignSink sink = tq_hledger_writer_get_sink (writer);
  g_assert_false (give_book (&sink, &error));
  g_assert_error (error, TQ_ERROR, TQ_ERROR_STORE);
  fclose (out);
}

/* hledger itself finds no fault in the journal above. */
static void
test_strict (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *program = g_find_program_in_path ("hledger");
  g_autofree char *path = NULL;
  g_autofree char *messages = NULL;
  gint status = 0;
  if (program == NULL) {
    g_test_skip ("hledger is not installed");
    return;
  }
  const int fd = g_file_open_tmp ("tequio-XXXXXX.journal", &path, &error);
  g_assert_no_error (error);
  g_assert_true (g_close (fd, NULL));
  g_assert_true (g_file_set_contents (path, golden, -1, NULL));
  char *command[] = { program, g_strdup ("-f"), path, g_strdup ("check"), g_strdup ("--strict"),
                      NULL };
  g_assert_true (g_spawn_sync (NULL,
                               command,
                               NULL,
                               G_SPAWN_DEFAULT,
                               NULL,
                               NULL,
                               NULL,
                               &messages,
                               &status,
                               &error));
  g_assert_no_error (error);
  g_assert_cmpstr (messages, ==, "");
  g_assert_cmpint (status, ==, 0);
  for (guint i = 1; i < 5; i++)
    if (i != 2)
      g_free (command[i]);
  g_remove (path);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/hledger-writer/golden", test_golden);
  g_test_add_func ("/exchange/hledger-writer/full-disk", test_full_disk);
  g_test_add_func ("/exchange/hledger-writer/strict", test_strict);
  return g_test_run ();
}
