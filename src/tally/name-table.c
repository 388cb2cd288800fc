/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* A set of names that numbers them. All bytes stand in one array and the table is one of indexes
 * (open addressing), for a file of 300,000 voters is read in less time than a hash table with an
 * allocation per name needs. The hash starts from a random number, so that nobody can write a file
 * whose names all fall on one place. */
#include "tally/name-table.h"

#include <string.h>

struct _TqNameTable {
  GByteArray *bytes;
  GArray *ends;    /* guint64: where each name ends in bytes */
  GArray *hashes;  /* guint64 */
  guint32 *places; /* index + 1; 0: free */
  gsize mask;
  guint64 seed;
};

TqNameTable *
tq_name_table_new (void)
{
  TqNameTable *table = g_new0 (TqNameTable, 1);
  table->bytes = g_byte_array_new ();
  table->ends = g_array_new (FALSE, FALSE, sizeof (guint64));
  table->hashes = g_array_new (FALSE, FALSE, sizeof (guint64));
  table->mask = 63;
  table->places = g_new0 (guint32, table->mask + 1);
  table->seed = (guint64) g_random_int () << 32 | g_random_int ();
  return table;
}

void
tq_name_table_free (TqNameTable *table)
{
  g_byte_array_unref (table->bytes);
  g_array_unref (table->ends);
  g_array_unref (table->hashes);
  g_free (table->places);
  g_free (table);
}

static guint64
hash_name (const TqNameTable *table, const char *name, gsize length)
{
  guint64 hash = table->seed ^ length;
  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guchar) name[i]) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return hash ^ hash >> 32;
}

static gboolean
is_name_at (const TqNameTable *table, guint32 index, const char *name, gsize length)
{
  const guint64 start = index > 0 ? g_array_index (table->ends, guint64, index - 1) : 0;
  const guint64 end = g_array_index (table->ends, guint64, index);
  return end - start == length && memcmp (table->bytes->data + start, name, length) == 0;
}

/* The place of *name* in the table, or the free place where it belongs. */
static gsize
find_place (const TqNameTable *table, guint64 hash, const char *name, gsize length)
{
  gsize place = hash & table->mask;
  while (table->places[place] != 0) {
    const guint32 index = table->places[place] - 1;
    if (g_array_index (table->hashes, guint64, index) == hash &&
        is_name_at (table, index, name, length))
      break;
    place = (place + 1) & table->mask;
  }
  return place;
}

static void
grow (TqNameTable *table)
{
  table->mask = table->mask * 2 + 1;
  g_free (table->places);
  table->places = g_new0 (guint32, table->mask + 1);
  for (guint32 i = 0; i < table->hashes->len; i++) {
    gsize place = g_array_index (table->hashes, guint64, i) & table->mask;
    while (table->places[place] != 0)
      place = (place + 1) & table->mask;
    table->places[place] = i + 1;
  }
}

/* The number of *name*, from 0, or TQ_NAME_NONE. */
guint32
tq_name_table_find (const TqNameTable *table, const char *name, gsize length)
{
  const gsize place = find_place (table, hash_name (table, name, length), name, length);
  return table->places[place] - 1; /* a free place holds 0, and 0 - 1 is TQ_NAME_NONE */
}

/* Adds *name* under the next number; FALSE where it stands there already. */
gboolean
tq_name_table_add (TqNameTable *table, const char *name, gsize length)
{
  const guint64 hash = hash_name (table, name, length);
  const gsize place = find_place (table, hash, name, length);
  if (table->places[place] != 0)
    return FALSE;
  g_byte_array_append (table->bytes, (const guint8 *) name, (guint) length);
  const guint64 end = table->bytes->len;
  g_array_append_val (table->ends, end);
  g_array_append_val (table->hashes, hash);
  table->places[place] = table->hashes->len;
  if (table->hashes->len > table->mask / 2)
    grow (table);
  return TRUE;
}
