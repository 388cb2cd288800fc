/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Writes a book as a journal that hledger and ledger read alike.
 *
 * 1. Every amount is written out with all digits of its commodity, a point as the decimal mark and
 *    no digit groups; "decimal-mark ." and a commodity directive each say so. Nothing is left for
 *    the reader to infer: no amount is missing, every cost is the whole cost (@@).
 * 2. Every account is declared with its type, every commodity with its digits, so that
 *    "hledger check --strict" passes.
 * 3. A name that the journal cannot carry (blanks in a row, a leading bracket or mark, a semicolon)
 *    is changed as little as possible, never into another name, and the original stands beside it
 *    as a comment.
 * 4. The same book gives the same bytes. */
#include "exchange/hledger-writer.h"

#include "base/money.h"
#include "base/text.h"

#include <string.h>

typedef struct {
  char *written; /* as it stands in the journal, quotes included */
  guint digits;
} Commodity;

struct _TqHledgerWriter {
  FILE *out;
  GArray *commodities; /* Commodity */
  GPtrArray *accounts; /* names as they are written */
  GHashTable *used;    /* those names and symbols */
};

static void
commodity_clear (gpointer data)
{
  Commodity *commodity = data;
  g_free (commodity->written);
}

/* A writer to *out*, which stays the caller's (transfer full). */
TqHledgerWriter *
tq_hledger_writer_new (FILE *out)
{
  TqHledgerWriter *writer = g_new0 (TqHledgerWriter, 1);
  writer->out = out;
  writer->commodities = g_array_new (FALSE, FALSE, sizeof (Commodity));
  g_array_set_clear_func (writer->commodities, commodity_clear);
  writer->accounts = g_ptr_array_new_with_free_func (g_free);
  writer->used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return writer;
}

void
tq_hledger_writer_free (TqHledgerWriter *writer)
{
  g_array_unref (writer->commodities);
  g_ptr_array_unref (writer->accounts);
  g_hash_table_unref (writer->used);
  g_free (writer);
}

/* *text* on one line: any blanks become one space, *forbidden* bytes an underscore (transfer full).
 * */
static char *
tame (const char *text, const char *forbidden)
{
  GString *tamed = g_string_sized_new (strlen (text) + 1);
  gboolean after_blank = TRUE;
  for (const char *p = text; *p != '\0'; p = tq_text_next_char (p)) {
    const gboolean blank = g_unichar_isspace (g_utf8_get_char (p));
    if (blank && !after_blank)
      g_string_append_c (tamed, ' ');
    else if (!blank && strchr (forbidden, *p) != NULL)
      g_string_append_c (tamed, '_');
    else if (!blank)
      g_string_append_len (tamed, p, tq_text_next_char (p) - p);
    after_blank = blank;
  }
  if (tamed->len > 0 && tamed->str[tamed->len - 1] == ' ')
    g_string_truncate (tamed, tamed->len - 1);
  return g_string_free (tamed, FALSE);
}

/* Writes what could not stand as it is, line by line, behind "; KEY: ". */
static void
write_original (const TqHledgerWriter *writer,
                const char *indent,
                const char *key,
                const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    (void) fprintf (writer->out, "%s; %s: %s\n", indent, key, lines[i]);
}

static gboolean
needs_quotes (const char *symbol)
{
  for (const char *p = symbol; *p != '\0'; p = tq_text_next_char (p)) {
    const gunichar c = g_utf8_get_char (p);
    if (!g_unichar_isalpha (c) && g_unichar_type (c) != G_UNICODE_CURRENCY_SYMBOL)
      return TRUE;
  }
  return FALSE;
}

static gboolean
write_commodity (const TqForeignCommodity *commodity, gpointer user_data, GError **error)
{
  TqHledgerWriter *writer = user_data;
  Commodity added = { .digits = commodity->digits };
  g_autofree char *tamed = tame (commodity->symbol, "\";");
  g_autofree char *key = g_strconcat ("\n", tamed, NULL); /* no name of an account */
  g_autofree char *unique = tq_foreign_make_unique (writer->used, key);
  const char *symbol = unique + 1;
  added.written = needs_quotes (symbol) ? g_strdup_printf ("\"%s\"", symbol) : g_strdup (symbol);
  if (writer->commodities->len == 0)
    (void) fputs ("decimal-mark .\n\n", writer->out);
  (void) fprintf (writer->out,
                  "commodity 1000.%.*s%s%s\n",
                  (int) commodity->digits,
                  "000000000",
                  *added.written != '\0' ? " " : "",
                  added.written);
  if (strcmp (symbol, commodity->symbol) != 0)
    write_original (writer, "", "name", commodity->symbol);
  g_array_append_val (writer->commodities, added);
  return tq_foreign_check_written (writer->out, error);
}

static gboolean
write_account (const TqForeignAccount *account, gpointer user_data, GError **error)
{
  static const char types[] = { [TQ_FOREIGN_ASSET] = 'A',
                                [TQ_FOREIGN_LIABILITY] = 'L',
                                [TQ_FOREIGN_EQUITY] = 'E',
                                [TQ_FOREIGN_INCOME] = 'R',
                                [TQ_FOREIGN_EXPENSE] = 'X' };
  TqHledgerWriter *writer = user_data;
  g_autofree char *tamed = tame (account->name, ";");
  if (*tamed != '\0' && strchr ("([*!=", *tamed) != NULL)
    *tamed = '_';
  char *name = tq_foreign_make_unique (writer->used, tamed);
  g_ptr_array_add (writer->accounts, name);
  (void) fprintf (writer->out, "\naccount %s  ; type:%c\n", name, types[account->kind]);
  if (strcmp (name, account->name) != 0)
    write_original (writer, "  ", "name", account->name);
  return tq_foreign_check_written (writer->out, error);
}

static void
write_amount (const TqHledgerWriter *writer, guint commodity, gint64 minor)
{
  const Commodity *found = &g_array_index (writer->commodities, Commodity, commodity);
  g_autofree char *number = tq_money_to_string (minor, found->digits);
  (void)
    fprintf (writer->out, "%s%s%s", number, *found->written != '\0' ? " " : "", found->written);
}

static void
write_posting (const TqHledgerWriter *writer, const TqForeignPosting *posting)
{
  (void) fprintf (writer->out,
                  "    %s  ",
                  (const char *) g_ptr_array_index (writer->accounts, posting->account));
  write_amount (writer, posting->commodity, posting->amount_minor);
  if (posting->value_commodity != posting->commodity) {
    /* A whole cost is written as that of a positive amount. */
    (void) fputs (" @@ ", writer->out);
    write_amount (writer,
                  posting->value_commodity,
                  posting->amount_minor < 0 ? -posting->value_minor : posting->value_minor);
  }
  (void) fputc ('\n', writer->out);
}

static void
write_header (const TqHledgerWriter *writer, const TqForeignEntry *entry)
{
  g_autofree char *day = tq_day_to_string (entry->day);
  g_autofree char *code = tame (entry->code, "()");
  g_autofree char *text = tame (entry->text, ";");
  (void) fputs (day, writer->out);
  /* A text that begins like a status or a code must stand behind a code, be it empty. */
  if (*code != '\0' || (*text != '\0' && strchr ("(*!", *text) != NULL))
    (void) fprintf (writer->out, " (%s)", code);
  if (*text != '\0')
    (void) fprintf (writer->out, " %s", text);
  (void) fputc ('\n', writer->out);
  if (strcmp (code, entry->code) != 0)
    write_original (writer, "    ", "code", entry->code);
  if (strcmp (text, entry->text) != 0)
    write_original (writer, "    ", "text", entry->text);
}

static gboolean
write_entry (const TqForeignEntry *entry, gpointer user_data, GError **error)
{
  TqHledgerWriter *writer = user_data;
  (void) fputc ('\n', writer->out);
  write_header (writer, entry);
  if (*entry->note != '\0') {
    g_auto (GStrv) lines = g_strsplit (entry->note, "\n", -1);
    for (guint i = 0; lines[i] != NULL; i++)
      (void) fprintf (writer->out, "    ; %s\n", lines[i]);
  }
  for (guint i = 0; i < entry->n_postings; i++)
    write_posting (writer, &entry->postings[i]);
  return tq_foreign_check_written (writer->out, error);
}

/* The sink that writes; it lives as long as the writer. Raises TQ_ERROR_STORE. */
TqForeignSink
tq_hledger_writer_get_sink (TqHledgerWriter *writer)
{
  return (TqForeignSink){ .commodity = write_commodity,
                          .account = write_account,
                          .entry = write_entry,
                          .user_data = writer };
}
