/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* What came in from a file of another program.
 *
 * 1. An import is one transaction: its entries and, after them, one event that names the file by
 *    its SHA-256 and keeps all that was said about it.
 * 2. The source detail of an imported entry is its identity in its source, so that no entry comes
 *    in twice, from the same file or from one that overlaps. An identity holds the entry's day:
 *    it is looked up among the imported entries of that day alone.
 *
 * Stored form in an event: format, file name, the 32 bytes of the digest, entries read, entries
 * posted, first entry or 0, notes. */
#include "ledger/import.h"

#include "base/text.h"
#include "store/statement.h"

#include <string.h>

static const char insert_sql[] =
  "INSERT INTO import (event, format, file_name, file_digest, entries_read, entries_posted, "
  "first_entry, notes) VALUES (:event, :format, :file_name, :file_digest, :entries_read, "
  ":entries_posted, :first_entry, :notes)";
static const char last_day_sql[] = "SELECT max (day) FROM entry WHERE source = 'import'";
static const char count_sql[] = "SELECT count (*) FROM import";
static const char identities_sql[] =
  "SELECT source_detail FROM entry WHERE source = 'import' AND day = :day";

void
tq_import_clear (TqImport *import)
{
  g_clear_pointer (&import->format, g_free);
  g_clear_pointer (&import->file_name, g_free);
  g_clear_pointer (&import->notes, g_free);
}

/* Keeps that a file was taken in, after its entries. */
gboolean
tq_import_append (TqStore *store,
                  const TqAct *act,
                  const TqImport *import,
                  gint64 *out_event,
                  GError **error)
{
  g_auto (TqEncoder) fields = { NULL };
  g_autofree char *file_name = tq_text_normalize_line (import->file_name, error);
  g_autofree char *notes = file_name != NULL ? tq_text_normalize_body (import->notes, error) : NULL;
  if (notes == NULL)
    return FALSE;
  tq_encoder_start (&fields);
  tq_encoder_put_text (&fields, import->format);
  tq_encoder_put_text (&fields, file_name);
  tq_encoder_put_bytes (&fields, import->file_digest.bytes, TQ_DIGEST_SIZE);
  tq_encoder_put_int (&fields, import->entries_read);
  tq_encoder_put_int (&fields, import->entries_posted);
  tq_encoder_put_int (&fields, import->first_entry);
  tq_encoder_put_text (&fields, notes);
  return tq_event_append (store, "import.add/1", act, &fields, out_event, error);
}

/* Apply function of "import.add/1". */
gboolean
tq_import_apply (TqStore *store, const TqEvent *event, TqDecoder *body, GError **error)
{
  gsize length = 0;
  g_autofree char *format = tq_decoder_dup_text (body);
  g_autofree char *file_name = tq_decoder_dup_text (body);
  const guint8 *digest = tq_decoder_get_bytes (body, &length);
  const gint64 entries_read = tq_decoder_get_int (body);
  const gint64 entries_posted = tq_decoder_get_int (body);
  const gint64 first_entry = tq_decoder_get_int (body);
  g_autofree char *notes = tq_decoder_dup_text (body);
  if (body->failed || length != TQ_DIGEST_SIZE) {
    tq_decoder_fail (body);
    return TRUE; /* tq_decoder_finish () tells */
  }
  return tq_statement_execute (store,
                               insert_sql,
                               TQ_BINDINGS (TQ_INT (":event", event->seq),
                                            TQ_TEXT (":format", format),
                                            TQ_TEXT (":file_name", file_name),
                                            TQ_BYTES (":file_digest", digest, length),
                                            TQ_INT (":entries_read", entries_read),
                                            TQ_INT (":entries_posted", entries_posted),
                                            TQ_INT_OR_NULL (":first_entry", first_entry),
                                            TQ_TEXT (":notes", notes)),
                               error);
}

/* The last day that has an imported entry, TQ_DAY_NONE if nothing was ever imported. */
gboolean
tq_import_load_last_day (TqStore *store, TqDay *out_day, GError **error)
{
  gint64 imports = 0, day = 0;
  if (!tq_statement_find_int (store, count_sql, TQ_BINDINGS (TQ_END), &imports, error))
    return FALSE;
  *out_day = TQ_DAY_NONE;
  if (imports == 0)
    return TRUE;
  if (!tq_statement_find_int (store, last_day_sql, TQ_BINDINGS (TQ_END), &day, error))
    return FALSE;
  *out_day = (TqDay) day;
  return TRUE;
}

/* The identities of the imported entries of *day*, a set of texts (transfer full). */
GHashTable *
tq_import_load_identities (TqStore *store, TqDay day, GError **error)
{
  gboolean row = TRUE;
  g_autoptr (GHashTable) identities = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (TqStatement) statement =
    tq_statement_query (store, identities_sql, TQ_BINDINGS (TQ_INT (":day", day)), error);
  while (statement != NULL && row) {
    if (!tq_statement_step (statement, &row, error))
      return NULL;
    if (row)
      g_hash_table_add (identities, g_strdup (tq_statement_get_text (statement, 0)));
  }
  return statement != NULL ? g_steal_pointer (&identities) : NULL;
}
