/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Reads a journal and prints what was asked for: balances, costs, entries, accounts or notes,
 * or the journal written again.
 * The peers' tests compare it with what other programs say. Exit 1 with a message on refusal. */
#include "collector.h"
#include "exchange/beancount-writer.h"
#include "exchange/hledger-reader.h"
#include "exchange/hledger-writer.h"

#include <string.h>

static void
print_all (const GPtrArray *texts)
{
  for (guint i = 0; i < texts->len; i++)
    printf ("%s\n", (const char *) g_ptr_array_index (texts, i));
}

static int
write_again (const char *path, gboolean for_beancount)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TqHledgerWriter) hledger = tq_hledger_writer_new (stdout);
  g_autoptr (TqBeancountWriter) beancount = tq_beancount_writer_new (stdout);
  const TqForeignSink sink =
    for_beancount ? tq_beancount_writer_get_sink (beancount) : tq_hledger_writer_get_sink (hledger);
  if (tq_hledger_read (path, &sink, &error))
    return 0;
  g_printerr ("%s\n", error->message);
  return 1;
}

int
main (int argc, char **argv)
{
  g_auto (Collector) collector = { 0 };
  g_autoptr (GError) error = NULL;
  collector_init (&collector);
  const TqForeignSink sink = collector_sink (&collector);
  if (argc != 3) {
    g_printerr ("usage: dump balances|costs|entries|accounts|notes|hledger|beancount FILE\n");
    return 2;
  }
  if (strcmp (argv[1], "hledger") == 0 || strcmp (argv[1], "beancount") == 0)
    return write_again (argv[2], *argv[1] == 'b');
  if (!tq_hledger_read (argv[2], &sink, &error)) {
    g_printerr ("%s\n", error->message);
    return 1;
  }
  g_autofree char *sums = collector_list_sums (&collector, strcmp (argv[1], "costs") == 0);
  if (strcmp (argv[1], "balances") == 0 || strcmp (argv[1], "costs") == 0)
    printf ("%s", sums);
  else if (strcmp (argv[1], "entries") == 0)
    printf ("%s", collector.entries->str);
  else
    print_all (strcmp (argv[1], "notes") == 0 ? collector.notes : collector.accounts);
  return 0;
}
