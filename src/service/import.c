/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Takes a book of another program into ours.
 *
 * 1. One transaction: everything comes in, or nothing and the message names file and line.
 * 2. An entry that came in before, by its identity in its source, is not posted again.
 * 3. Accounts and commodities are found by their full name and symbol; what the book lacks is made.
 *    An account that is there keeps its kind, a commodity its digits; an amount that needs more
 *    digits than the book counts is refused, not rounded.
 * 4. Everything that the reader left out, inferred or guessed is kept with the import.
 * 5. Where nothing was posted, nothing is written. */
#include "service/import.h"

#include "base/currency.h"
#include "base/error.h"
#include "base/i18n.h"
#include "base/money.h"
#include "base/text.h"
#include "exchange/hledger-reader.h"
#include "ledger/account.h"
#include "ledger/balance.h"
#include "ledger/commodity.h"
#include "ledger/import.h"

#include <gio/gio.h>
#include <string.h>

#define DEPTH_MAX 64u
#define NOTES_MAX_BYTES 900000u

typedef gboolean (*ReadFunc) (const char *path, const TqForeignSink *sink, GError **error);

static const struct {
  const char *format;
  ReadFunc read;
} readers[] = {
  { "hledger", tq_hledger_read },
  { "ledger", tq_hledger_read },
};

typedef struct {
  gint64 event;
  char *symbol;
  guint foreign_digits;
  guint digits;
} Commodity;

typedef struct {
  gint64 event; /* 0 while it waits */
  char *name;
  TqForeignKind kind;
} Account;

typedef struct {
  TqStore *store;
  const TqAct *act;
  const char *path;
  const TqImportOptions *options;
  TqImportReport *report;
  char *file_name;
  TqDigest file_digest;
  GArray *commodities; /* Commodity, by the reader's index */
  GArray *accounts;    /* Account, by the reader's index */
  guint n_ready;       /* accounts that are in the book */
  TqDay last_day;      /* that has imported entries from before */
  TqDay day;           /* whose identities are loaded */
  GHashTable *identities;
  guint64 n_acts;
  gint64 first_entry;
  gint64 n_comments; /* entries whose comments have no place in the book */
  gint64 comment_line;
  gboolean finished;
} Importing;

static void
commodity_clear (gpointer data)
{
  Commodity *commodity = data;
  g_free (commodity->symbol);
}

static void
account_clear (gpointer data)
{
  Account *account = data;
  g_free (account->name);
}

static void
importing_clear (Importing *importing)
{
  g_clear_pointer (&importing->file_name, g_free);
  g_clear_pointer (&importing->commodities, g_array_unref);
  g_clear_pointer (&importing->accounts, g_array_unref);
  g_clear_pointer (&importing->identities, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Importing, importing_clear)

void
tq_import_report_clear (TqImportReport *report)
{
  g_clear_pointer (&report->notes, g_ptr_array_unref);
}

/* Each event of an import has an id of its own: the random one of the whole, counted on, so that a
 * million of them stand in a row in their index and not all over it. */
static void
begin_act (Importing *importing, TqAct *act)
{
  guint64 tail;
  *act = *importing->act;
  importing->n_acts++;
  memcpy (&tail, act->id + sizeof tail, sizeof tail);
  const guint64 next = GUINT64_FROM_BE (tail) + importing->n_acts;
  tail = GUINT64_TO_BE (next);
  memcpy (act->id + sizeof tail, &tail, sizeof tail);
}

static gboolean
take_source (const TqForeignSource *source, gpointer user_data, GError **error)
{
  Importing *importing = user_data;
  importing->file_name = g_strdup (source->file_name);
  importing->file_digest = source->digest;
  importing->report->entries_read = source->n_entries;
  return TRUE;
}

/* Digits for a commodity that is new to the book: those of the file, and at least those of money,
 * so that a first file in whole pesos does not shut out the next one with centavos. */
static guint
choose_digits (const TqForeignCommodity *commodity)
{
  const gunichar first = g_utf8_get_char (commodity->symbol);
  const gboolean money =
    tq_currency_is_code (commodity->symbol) ||
    (g_unichar_type (first) == G_UNICODE_CURRENCY_SYMBOL && strlen (commodity->symbol) <= 3);
  const guint least = money ? tq_currency_get_digits (commodity->symbol) : 0;
  return MAX (least, commodity->digits);
}

static gboolean
take_commodity (const TqForeignCommodity *commodity, gpointer user_data, GError **error)
{
  Importing *importing = user_data;
  g_autoptr (GError) missing = NULL;
  TqAct act;
  Commodity added = { .foreign_digits = commodity->digits };
  g_autoptr (TqCommodity) found =
    tq_commodity_load_by_symbol (importing->store, commodity->symbol, &missing);
  if (found != NULL) {
    added.event = found->event;
    added.digits = found->digits;
  } else if (!g_error_matches (missing, TQ_ERROR, TQ_ERROR_NOT_FOUND)) {
    g_propagate_error (error, g_steal_pointer (&missing));
    return FALSE;
  } else {
    added.digits = choose_digits (commodity);
    begin_act (importing, &act);
    if (!tq_commodity_append (importing->store,
                              &act,
                              commodity->symbol,
                              added.digits,
                              &added.event,
                              error))
      return FALSE;
    importing->report->commodities_added++;
  }
  added.symbol = g_strdup (commodity->symbol);
  g_array_append_val (importing->commodities, added);
  return TRUE;
}

static gboolean
take_account (const TqForeignAccount *account, gpointer user_data, GError **error)
{
  Importing *importing = user_data;
  const Account added = { .name = g_strdup (account->name), .kind = account->kind };
  g_array_append_val (importing->accounts, added);
  return TRUE;
}

static TqAccountKind
get_kind (TqForeignKind kind)
{
  static const TqAccountKind kinds[] = { [TQ_FOREIGN_ASSET] = TQ_ACCOUNT_ASSET,
                                         [TQ_FOREIGN_LIABILITY] = TQ_ACCOUNT_LIABILITY,
                                         [TQ_FOREIGN_EQUITY] = TQ_ACCOUNT_EQUITY,
                                         [TQ_FOREIGN_INCOME] = TQ_ACCOUNT_INCOME,
                                         [TQ_FOREIGN_EXPENSE] = TQ_ACCOUNT_EXPENSE };
  return kinds[kind];
}

static guint
count_depth (const char *name)
{
  guint depth = 1;
  for (const char *p = name; *p != '\0'; p++)
    depth += *p == ':';
  return depth;
}

static void
keep_note (Importing *importing, char *text)
{
  g_ptr_array_add (importing->report->notes, text);
}

static void
match_account (Importing *importing, Account *account, const TqAccount *found)
{
  account->event = found->event;
  if (found->kind != get_kind (account->kind))
    keep_note (importing,
               g_strdup_printf (_ ("The account “%s” is in the book already and keeps its kind."),
                                account->name));
}

static gboolean
add_account (Importing *importing, Account *account, GError **error)
{
  TqAct act;
  const TqAccount draft = { .full_name = account->name,
                            .kind = get_kind (account->kind),
                            .closed = TQ_DAY_NONE };
  begin_act (importing, &act);
  if (!tq_account_append (importing->store, &act, &draft, &account->event, error))
    return FALSE;
  importing->report->accounts_added++;
  return TRUE;
}

/* Finds or makes the accounts that wait, those above before those below. */
static gboolean
settle_accounts (Importing *importing, GError **error)
{
  g_autoptr (GHashTable) by_name = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) all = tq_account_load_all (importing->store, error);
  if (all == NULL)
    return FALSE;
  for (guint i = 0; i < all->len; i++) {
    TqAccount *found = g_ptr_array_index (all, i);
    g_hash_table_insert (by_name, found->full_name, found);
  }
  for (guint depth = 1; depth <= DEPTH_MAX; depth++) {
    for (guint i = importing->n_ready; i < importing->accounts->len; i++) {
      Account *account = &g_array_index (importing->accounts, Account, i);
      if (count_depth (account->name) != depth)
        continue;
      const TqAccount *found = g_hash_table_lookup (by_name, account->name);
      if (found != NULL)
        match_account (importing, account, found);
      else if (!add_account (importing, account, error))
        return FALSE;
    }
  }
  importing->n_ready = importing->accounts->len;
  return TRUE;
}

/* The amount in the digits of the book. */
static gboolean
convert (const Importing *importing, guint index, gint64 minor, gint64 *out_minor, GError **error)
{
  const Commodity *commodity = &g_array_index (importing->commodities, Commodity, index);
  if (commodity->digits >= commodity->foreign_digits)
    return tq_money_mul (minor,
                         tq_money_scale (commodity->digits - commodity->foreign_digits),
                         out_minor,
                         error);
  const gint64 unit = tq_money_scale (commodity->foreign_digits - commodity->digits);
  if (minor % unit == 0) {
    *out_minor = minor / unit;
    return TRUE;
  }
  g_autofree char *amount = tq_money_to_string (minor, commodity->foreign_digits);
  g_set_error (error,
               TQ_ERROR,
               TQ_ERROR_INVALID,
               _ ("found %s %s, expected at most %u digits after the point, as the book counts "
                  "this commodity."),
               amount,
               commodity->symbol,
               commodity->digits);
  return FALSE;
}

/* Whether the entry came in before. */
static gboolean
find_known (Importing *importing,
            const TqForeignEntry *entry,
            const char *identity,
            gboolean *out_known,
            GError **error)
{
  *out_known = FALSE;
  if (entry->day > importing->last_day)
    return TRUE;
  if (entry->day != importing->day) {
    g_clear_pointer (&importing->identities, g_hash_table_unref);
    importing->identities = tq_import_load_identities (importing->store, entry->day, error);
    importing->day = entry->day;
  }
  if (importing->identities == NULL)
    return FALSE;
  *out_known = g_hash_table_contains (importing->identities, identity);
  return TRUE;
}

static gboolean
fill_entry (const Importing *importing,
            const TqForeignEntry *foreign,
            TqEntry *entry,
            GError **error)
{
  for (guint i = 0; i < foreign->n_postings; i++) {
    const TqForeignPosting *from = &foreign->postings[i];
    TqPosting posting = {
      .account = g_array_index (importing->accounts, Account, from->account).event,
      .commodity = g_array_index (importing->commodities, Commodity, from->commodity).event,
      .value_commodity =
        g_array_index (importing->commodities, Commodity, from->value_commodity).event
    };
    if (!convert (importing, from->commodity, from->amount_minor, &posting.amount, error) ||
        !convert (importing, from->value_commodity, from->value_minor, &posting.value, error))
      return FALSE;
    tq_entry_add_priced (entry, &posting);
    /* What was got for nothing has no other side; an entry of ours has two. */
    if (foreign->n_postings == 1 && posting.value == 0)
      tq_entry_add (entry, posting.account, 0, posting.value_commodity, 0);
  }
  return TRUE;
}

static gboolean
post_entry (Importing *importing, const TqForeignEntry *foreign, char **identity, GError **error)
{
  g_auto (TqEntry) entry = { 0 };
  TqAct act;
  gint64 event = 0;
  tq_entry_init (&entry, foreign->day, foreign->text);
  entry.source = TQ_ENTRY_IMPORT;
  g_free (entry.reference);
  entry.reference = g_strdup (foreign->code);
  g_free (entry.source_detail);
  entry.source_detail = g_steal_pointer (identity);
  begin_act (importing, &act);
  if (!fill_entry (importing, foreign, &entry, error) ||
      !tq_entry_append (importing->store, &act, &entry, &event, error))
    return FALSE;
  if (importing->first_entry == 0)
    importing->first_entry = event;
  if (*foreign->note != '\0' && importing->n_comments++ == 0)
    importing->comment_line = foreign->line;
  importing->report->entries_posted++;
  return TRUE;
}

/* 128 bits of the identity and, for identical rows of a day, the count (transfer full). */
static char *
build_identity (const TqForeignEntry *entry)
{
  static const char digits[] = "0123456789abcdef";
  char hex[TQ_DIGEST_SIZE + 1];
  for (gsize i = 0; i < TQ_DIGEST_SIZE / 2; i++) {
    hex[2 * i] = digits[entry->identity.bytes[i] >> 4];
    hex[2 * i + 1] = digits[entry->identity.bytes[i] & 15];
  }
  hex[TQ_DIGEST_SIZE] = '\0';
  return entry->repeat == 0 ? g_strdup (hex) : g_strdup_printf ("%s-%u", hex, entry->repeat + 1);
}

static gboolean
take_entry (const TqForeignEntry *entry, gpointer user_data, GError **error)
{
  Importing *importing = user_data;
  gboolean known = FALSE;
  g_autofree char *identity = build_identity (entry);
  if (importing->n_ready < importing->accounts->len && !settle_accounts (importing, error))
    return FALSE;
  if (!find_known (importing, entry, identity, &known, error))
    return FALSE;
  if (known) {
    importing->report->entries_known++;
    return TRUE;
  }
  if (post_entry (importing, entry, &identity, error))
    return TRUE;
  g_prefix_error (error, "%s:%lld: ", importing->file_name, (long long) entry->line);
  return FALSE;
}

static gboolean
take_note (const TqForeignNote *note, gpointer user_data, GError **error)
{
  Importing *importing = user_data;
  keep_note (
    importing,
    note->line > 0
      ? g_strdup_printf ("%s:%lld: %s", importing->file_name, (long long) note->line, note->text)
      : g_strdup (note->text));
  return TRUE;
}

static gboolean
take_progress (gint64 done, gint64 total, gpointer user_data, GError **error)
{
  const Importing *importing = user_data;
  const TqImportOptions *options = importing->options;
  if (options->progress == NULL || options->progress (done, total, options->user_data))
    return TRUE;
  g_set_error_literal (error,
                       G_IO_ERROR,
                       G_IO_ERROR_CANCELLED,
                       _ ("The import was cancelled; the book is as it was."));
  return FALSE;
}

/* Every note on its line, as many as fit (transfer full). */
static char *
join_notes (const TqImportReport *report)
{
  GString *joined = g_string_new (NULL);
  for (guint i = 0; i < report->notes->len; i++) {
    const char *note = g_ptr_array_index (report->notes, i);
    if (joined->len + strlen (note) < NOTES_MAX_BYTES)
      g_string_append_printf (joined, "%s%s", i > 0 ? "\n" : "", note);
  }
  return g_string_free (joined, FALSE);
}

static gboolean
keep_import (Importing *importing, GError **error)
{
  TqAct act;
  g_auto (TqImport) import = { .file_digest = importing->file_digest,
                               .entries_read = importing->report->entries_read,
                               .entries_posted = importing->report->entries_posted,
                               .first_entry = importing->first_entry };
  if (import.entries_posted == 0)
    return TRUE;
  import.format = g_strdup (importing->options->format);
  import.file_name = g_strdup (importing->file_name);
  import.notes = join_notes (importing->report);
  begin_act (importing, &act);
  return tq_import_append (importing->store, &act, &import, NULL, error);
}

static void
note_comments (Importing *importing)
{
  if (importing->n_comments > 0)
    keep_note (importing,
               g_strdup_printf (ngettext_ ("%s:%lld: The comments of %lld entry were left out.",
                                           "%s:%lld: The comments of %lld entries were left out.",
                                           (gulong) importing->n_comments),
                                importing->file_name,
                                (long long) importing->comment_line,
                                (long long) importing->n_comments));
}

static ReadFunc
find_reader (const char *format)
{
  for (gsize i = 0; i < G_N_ELEMENTS (readers); i++)
    if (strcmp (readers[i].format, format) == 0)
      return readers[i].read;
  return NULL;
}

static gboolean
read_in_bulk (Importing *importing, GError **error)
{
  const TqForeignSink sink = { take_source, take_commodity, take_account, take_entry,
                               take_note,   take_progress,  importing };
  const ReadFunc read = find_reader (importing->options->format);
  tq_balance_begin_bulk (importing->store);
  if (!read (importing->path, &sink, error) ||
      (importing->n_ready < importing->accounts->len && !settle_accounts (importing, error))) {
    /* Ends the gathering; what it writes is rolled back with the rest. */
    (void) !tq_balance_end_bulk (importing->store, NULL);
    return FALSE;
  }
  note_comments (importing);
  return tq_balance_end_bulk (importing->store, error) && keep_import (importing, error);
}

static gboolean
perform_import (TqStore *store, const TqAct *act, gpointer data, gint64 *out_event, GError **error)
{
  Importing *importing = data;
  importing->store = store;
  importing->act = act;
  if (!tq_import_load_last_day (store, &importing->last_day, error) ||
      !read_in_bulk (importing, error))
    return FALSE;
  importing->finished = TRUE;
  if (!importing->options->dry_run)
    return TRUE;
  /* Never shown: it only makes the transaction roll back. */
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_CANCELLED, "dry run");
  return FALSE;
}

/* Imports the file at *path* as *options* says, in one transaction. *out_report* is filled where it
 * succeeds. Raises what the reader raises, with file and line; TQ_ERROR_CLOSED for a day in a
 * closed period; G_IO_ERROR_CANCELLED. */
gboolean
tq_book_import (TqBook *book,
                const char *path,
                const TqImportOptions *options,
                TqImportReport *out_report,
                GError **error)
{
  g_return_val_if_fail (TQ_IS_BOOK (book) && path != NULL && options != NULL, FALSE);
  g_autoptr (GError) ended = NULL;
  g_auto (TqImportReport) report = { .notes = g_ptr_array_new_with_free_func (g_free) };
  g_auto (Importing)
    importing = { .path = path, .options = options, .report = &report, .day = TQ_DAY_NONE };
  importing.commodities = g_array_new (FALSE, FALSE, sizeof (Commodity));
  g_array_set_clear_func (importing.commodities, commodity_clear);
  importing.accounts = g_array_new (FALSE, FALSE, sizeof (Account));
  g_array_set_clear_func (importing.accounts, account_clear);
  if (find_reader (options->format) == NULL) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_INVALID,
                 _ ("“%s” is not a format that can be imported. Use hledger or ledger."),
                 options->format);
    return FALSE;
  }
  if (!tq_book_perform (book, options->day, perform_import, &importing, NULL, &ended) &&
      !(options->dry_run && importing.finished)) {
    g_propagate_error (error, g_steal_pointer (&ended));
    return FALSE;
  }
  *out_report = report;
  report.notes = NULL;
  return TRUE;
}
