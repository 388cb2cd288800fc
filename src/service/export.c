/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Gives the whole book to a writer of another program's format.
 *
 * Every account and commodity goes out, also those that nothing was posted to, and every entry by
 * day and then by number. The family or person of a posting, for whom other programs have no
 * place, goes into the entry's note as "account @ code". */
#include "service/export.h"

#include "base/error.h"
#include "base/i18n.h"
#include "exchange/beancount-writer.h"
#include "exchange/hledger-writer.h"
#include "ledger/journal-query.h"
#include "service/names.h"

#include <string.h>

/* An export under way; the entry whose postings are being gathered. */
typedef struct {
  const TqForeignSink *sink;
  TqNames names;
  GHashTable *places; /* key of an account or commodity -> its place */
  gint64 event;
  TqDay day;
  GString *text;
  GString *code;
  GString *note;
  GArray *postings; /* TqForeignPosting */
} Giving;

static void
giving_clear (Giving *giving)
{
  tq_names_clear (&giving->names);
  g_clear_pointer (&giving->places, g_hash_table_unref);
  g_clear_pointer (&giving->postings, g_array_unref);
  g_string_free (giving->text, TRUE);
  g_string_free (giving->code, TRUE);
  g_string_free (giving->note, TRUE);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Giving, giving_clear)

static void
giving_init (Giving *giving, const TqForeignSink *sink)
{
  *giving = (Giving){ .sink = sink };
  giving->places = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  giving->postings = g_array_new (FALSE, FALSE, sizeof (TqForeignPosting));
  giving->text = g_string_new (NULL);
  giving->code = g_string_new (NULL);
  giving->note = g_string_new (NULL);
}

static void
set_place (Giving *giving, gint64 key, guint place)
{
  g_hash_table_insert (giving->places, g_memdup2 (&key, sizeof key), GUINT_TO_POINTER (place));
}

static guint
get_place (const Giving *giving, gint64 key)
{
  return GPOINTER_TO_UINT (g_hash_table_lookup (giving->places, &key));
}

static gboolean
give_names (Giving *giving, GError **error)
{
  static const TqForeignKind kinds[] = { [TQ_ACCOUNT_ASSET] = TQ_FOREIGN_ASSET,
                                         [TQ_ACCOUNT_LIABILITY] = TQ_FOREIGN_LIABILITY,
                                         [TQ_ACCOUNT_EQUITY] = TQ_FOREIGN_EQUITY,
                                         [TQ_ACCOUNT_INCOME] = TQ_FOREIGN_INCOME,
                                         [TQ_ACCOUNT_EXPENSE] = TQ_FOREIGN_EXPENSE };
  const TqForeignSink *sink = giving->sink;
  for (guint i = 0; i < giving->names.commodities->len; i++) {
    const TqCommodity *from = g_ptr_array_index (giving->names.commodities, i);
    const TqForeignCommodity commodity = { .symbol = from->symbol, .digits = from->digits };
    set_place (giving, from->event, i);
    if (!sink->commodity (&commodity, sink->user_data, error))
      return FALSE;
  }
  for (guint i = 0; i < giving->names.accounts->len; i++) {
    const TqAccount *from = g_ptr_array_index (giving->names.accounts, i);
    const TqForeignAccount account = { .name = from->full_name,
                                       .kind = kinds[from->kind],
                                       .kind_origin = TQ_FOREIGN_KIND_DECLARED };
    set_place (giving, from->event, i);
    if (!sink->account (&account, sink->user_data, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
give_entry (Giving *giving, GError **error)
{
  const TqForeignSink *sink = giving->sink;
  const TqForeignEntry entry = {
    .day = giving->day,
    .text = giving->text->str,
    .code = giving->code->str,
    .note = giving->note->str,
    .postings = (const TqForeignPosting *) (gconstpointer) giving->postings->data,
    .n_postings = giving->postings->len
  };
  return giving->event == 0 || sink->entry (&entry, sink->user_data, error);
}

static gboolean
note_party (Giving *giving, const TqPosting *posting, GError **error)
{
  g_autofree char *code = tq_names_dup_party_code (&giving->names, posting->party, error);
  if (code == NULL)
    return FALSE;
  g_string_append_printf (giving->note,
                          "%s%s @ %s",
                          giving->note->len > 0 ? "\n" : "",
                          tq_names_get_account (&giving->names, posting->account)->full_name,
                          code);
  return TRUE;
}

static gboolean
take_line (const TqJournalLine *line, gpointer user_data, GError **error)
{
  Giving *giving = user_data;
  const TqPosting *from = &line->posting;
  if (line->event != giving->event) {
    if (!give_entry (giving, error))
      return FALSE;
    giving->event = line->event;
    giving->day = line->day;
    g_string_assign (giving->text, line->text);
    g_string_assign (giving->code, line->reference);
    g_string_truncate (giving->note, 0);
    g_array_set_size (giving->postings, 0);
  }
  const TqForeignPosting posting = { .account = get_place (giving, from->account),
                                     .commodity = get_place (giving, from->commodity),
                                     .value_commodity = get_place (giving, from->value_commodity),
                                     .amount_minor = from->amount,
                                     .value_minor = from->value };
  g_array_append_val (giving->postings, posting);
  return from->party == 0 || note_party (giving, from, error);
}

/* Gives commodities, accounts and entries to *sink*, which must have a door for each of them. */
gboolean
tq_book_give (TqBook *book, const TqForeignSink *sink, GError **error)
{
  g_return_val_if_fail (TQ_IS_BOOK (book) && sink != NULL, FALSE);
  g_auto (Giving) giving = { 0 };
  TqStore *store = tq_book_get_store (book);
  giving_init (&giving, sink);
  return tq_names_load (store, &giving.names, error) && give_names (&giving, error) &&
         tq_journal_query (store, TQ_DAY_MIN, TQ_DAY_MAX, NULL, take_line, &giving, error) &&
         give_entry (&giving, error);
}

static gboolean
export_hledger (TqBook *book, FILE *out, GError **error)
{
  g_autoptr (TqHledgerWriter) writer = tq_hledger_writer_new (out);
  const TqForeignSink sink = tq_hledger_writer_get_sink (writer);
  return tq_book_give (book, &sink, error);
}

static gboolean
export_beancount (TqBook *book, FILE *out, GError **error)
{
  g_autoptr (TqBeancountWriter) writer = tq_beancount_writer_new (out);
  const TqForeignSink sink = tq_beancount_writer_get_sink (writer);
  return tq_book_give (book, &sink, error);
}

/* Writes the whole book to *out* as *format*: hledger, ledger or beancount. Raises TQ_ERROR_INVALID
 * for another format, TQ_ERROR_STORE where it cannot be written to the end. */
gboolean
tq_book_export (TqBook *book, const char *format, FILE *out, GError **error)
{
  static const struct {
    const char *format;
    gboolean (*write) (TqBook *book, FILE *out, GError **error);
  } writers[] = { { "hledger", export_hledger },
                  { "ledger", export_hledger },
                  { "beancount", export_beancount } };
  for (gsize i = 0; i < G_N_ELEMENTS (writers); i++)
    if (strcmp (writers[i].format, format) == 0)
      return writers[i].write (book, out, error);
  g_set_error (error,
               TQ_ERROR,
               TQ_ERROR_INVALID,
               _ ("“%s” is not a format that can be written. “tequio-cli export --help” lists "
                  "them."),
               format);
  return FALSE;
}
