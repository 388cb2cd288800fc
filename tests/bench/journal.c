/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* journal read|lines FILE  reads a journal whole into a sink that only counts, or its lines alone
 * with the C library, which is the bare loop to compare with. */
#include "exchange/hledger-reader.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

typedef struct {
  gint64 entries;
  gint64 postings;
} Count;

static gboolean
count_entry (const TqForeignEntry *entry, gpointer user_data, GError **error)
{
  Count *count = user_data;
  count->entries++;
  count->postings += entry->n_postings;
  return TRUE;
}

static int
read_lines (const char *path)
{
  char *line = NULL;
  size_t size = 0;
  gint64 lines = 0, bytes = 0;
  FILE *file = fopen (path, "r");
  if (file == NULL)
    return 1;
  for (ssize_t length = getline (&line, &size, file); length > 0;
       length = getline (&line, &size, file)) {
    lines++;
    bytes += length;
  }
  free (line);
  fclose (file);
  printf ("%lld lines, %lld bytes\n", (long long) lines, (long long) bytes);
  return 0;
}

int
main (int argc, char **argv)
{
  Count count = { 0 };
  g_autoptr (GError) error = NULL;
  const TqForeignSink sink = { .entry = count_entry, .user_data = &count };
  if (argc != 3)
    return 2;
  if (strcmp (argv[1], "lines") == 0)
    return read_lines (argv[2]);
  if (!tq_hledger_read (argv[2], &sink, &error)) {
    fprintf (stderr, "%s\n", error->message);
    return 1;
  }
  printf ("%lld entries, %lld postings\n", (long long) count.entries, (long long) count.postings);
  return 0;
}
