/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Reads the journal of hledger, and what ledger's has in common with it, into a sink.
 *
 * 1. A file is read whole or not at all: any line that is not understood ends the reading with
 *    "FILE:LINE: what was found, what was expected", and the sink must forget what it was given.
 * 2. The file is read twice. The first pass finds commodities with their digits, accounts with
 *    their kinds, and where each entry begins; the second hands the entries over by day. So a
 *    million entries need sixteen bytes each and no more, however long they are.
 * 3. Accounts, commodities and balances are those that hledger 1.25 reports, to the last digit.
 * 4. What was left out, inferred or guessed is handed over as notes.
 * 5. The kind of an account is the declared type, its own or of the nearest account above; else
 *    what the first part of its name tells; else an asset, and said. */
#include "exchange/hledger-reader.h"

#include "base/error.h"
#include "base/i18n.h"
#include "exchange/hledger-balance.h"
#include "exchange/hledger-directive.h"
#include "exchange/text-file.h"

#include <string.h>

#define ENTRIES_MAX 20000000u
#define PROGRESS_STEP 4096u

/* Where an entry begins. */
typedef struct {
  gint64 offset;
  TqDay day;
  guint32 line;
} Start;

typedef struct {
  const TqForeignSink *sink;
  TqTextFile *lines;
  TqHledgerJournal journal;
  TqHledgerEntry entry;
  GArray *starts; /* Start */
  gboolean in_entry;
  gboolean sorted;
  gboolean keeps_balances;
  GPtrArray *names;    /* of the accounts handed over */
  GArray *commodities; /* TqForeignCommodity handed over */
  GHashTable *guessed; /* first parts of names, said */
  TqForeignRepeats repeats;
} Reading;

static void
reading_clear (Reading *reading)
{
  tq_hledger_journal_clear (&reading->journal);
  tq_hledger_entry_clear (&reading->entry);
  tq_foreign_repeats_clear (&reading->repeats);
  g_clear_pointer (&reading->starts, g_array_unref);
  g_clear_pointer (&reading->names, g_ptr_array_unref);
  g_clear_pointer (&reading->commodities, g_array_unref);
  g_clear_pointer (&reading->guessed, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reading, reading_clear)

static gboolean
report_progress (Reading *reading, gint64 done, GError **error)
{
  const TqForeignSink *sink = reading->sink;
  return sink->progress == NULL ||
         sink->progress (done, reading->lines->size * 2, sink->user_data, error);
}

static gboolean
begin_entry (Reading *reading, const char *line, GError **error)
{
  const guint count = reading->starts->len;
  if (!tq_hledger_read_header (&reading->journal, &reading->entry, line, error))
    return FALSE;
  const Start start = { .offset = reading->lines->line_offset,
                        .day = reading->entry.day,
                        .line = (guint32) reading->lines->line };
  if (count >= ENTRIES_MAX || reading->lines->line > G_MAXUINT32)
    return tq_hledger_fail (&reading->journal,
                            error,
                            _ ("found more than %u entries, expected fewer."),
                            ENTRIES_MAX);
  if (count > 0 && start.day < g_array_index (reading->starts, Start, count - 1).day)
    reading->sorted = FALSE;
  g_array_append_val (reading->starts, start);
  reading->in_entry = TRUE;
  return count % PROGRESS_STEP != 0 || report_progress (reading, start.offset, error);
}

static void
end_entry (Reading *reading)
{
  const GArray *postings = reading->entry.postings;
  if (!reading->in_entry)
    return;
  for (guint i = 0; i < postings->len; i++)
    reading->keeps_balances =
      reading->keeps_balances || g_array_index (postings, TqHledgerPosting, i).has_assertion;
  tq_hledger_measure_entry (&reading->journal, &reading->entry);
  reading->in_entry = FALSE;
}

static gboolean
is_comment_start (char c)
{
  return c == ';' || c == '#' || c == '*';
}

static gboolean
read_indented (Reading *reading, TqHledgerBlock *block, const char *line, GError **error)
{
  if (reading->in_entry)
    return tq_hledger_read_inner_line (&reading->journal, &reading->entry, line, error);
  if (block->skipping)
    return tq_hledger_read_directive_line (&reading->journal, block, line, error);
  const char *text = tq_hledger_skip_blanks (line);
  if (is_comment_start (*text))
    return TRUE;
  return tq_hledger_fail (&reading->journal,
                          error,
                          _ ("found the indented line “%.40s”, expected the date of an entry above "
                             "it."),
                          text);
}

static gboolean
read_line (Reading *reading, TqHledgerBlock *block, const char *line, GError **error)
{
  if (block->in_comment) {
    block->in_comment = !(g_str_has_prefix (line, "end comment") &&
                          *tq_hledger_skip_blanks (line + strlen ("end comment")) == '\0');
    return TRUE;
  }
  if (*tq_hledger_skip_blanks (line) == '\0') {
    end_entry (reading);
    block->skipping = FALSE;
    return TRUE;
  }
  if (tq_hledger_get_blank_end (line) != NULL)
    return read_indented (reading, block, line, error);
  end_entry (reading);
  if (is_comment_start (*line)) {
    block->skipping = FALSE;
    return TRUE;
  }
  if (!g_ascii_isdigit (*line))
    return tq_hledger_read_directive (&reading->journal, block, line, error);
  block->skipping = FALSE;
  return begin_entry (reading, line, error);
}

static gboolean
read_first_pass (Reading *reading, GError **error)
{
  TqHledgerBlock block = { .commodity = TQ_HLEDGER_NONE, .account = TQ_HLEDGER_NONE };
  for (;;) {
    char *line;
    if (!tq_text_file_next (reading->lines, &line, error))
      return FALSE;
    if (line == NULL)
      break;
    reading->journal.line = reading->lines->line;
    if (!read_line (reading, &block, line, error))
      return FALSE;
  }
  end_entry (reading);
  return TRUE;
}

/* Sets kind and origin of *account* by rule 5. */
static void
find_kind (const TqHledgerJournal *journal, const TqHledgerAccount *account, TqForeignAccount *out)
{
  g_autofree char *above = g_strdup (account->name);
  out->kind_origin = TQ_FOREIGN_KIND_DECLARED;
  for (;;) {
    gpointer found = NULL;
    if (g_hash_table_lookup_extended (journal->account_of, above, NULL, &found)) {
      const TqHledgerAccount *other = tq_hledger_get_account (journal, GPOINTER_TO_UINT (found));
      if (other->has_kind) {
        out->kind = other->kind;
        return;
      }
    }
    char *colon = strrchr (above, ':');
    if (colon == NULL)
      break;
    *colon = '\0';
  }
  out->kind_origin = TQ_FOREIGN_KIND_NAMED;
  if (tq_foreign_kind_find (account->name, &out->kind))
    return;
  out->kind = TQ_FOREIGN_ASSET;
  out->kind_origin = TQ_FOREIGN_KIND_GUESSED;
}

/* Says once for every first part of a name that its kind was guessed. */
static void
remark_guess (Reading *reading, const char *name)
{
  g_autofree char *first = g_strndup (name, strcspn (name, ":"));
  if (g_hash_table_contains (reading->guessed, first))
    return;
  reading->journal.line = 0;
  tq_hledger_remark (&reading->journal,
                     TQ_FOREIGN_NOTE_GUESSED,
                     g_strdup_printf (_ ("Nothing tells the kind of the account “%s” or of those "
                                         "below it; they were taken as assets."),
                                      first));
  g_hash_table_add (reading->guessed, g_steal_pointer (&first));
}

static gboolean
send_account (Reading *reading, guint index, GError **error)
{
  const TqForeignSink *sink = reading->sink;
  const TqHledgerAccount *account = tq_hledger_get_account (&reading->journal, index);
  TqForeignAccount foreign = { .name = account->name };
  find_kind (&reading->journal, account, &foreign);
  g_ptr_array_add (reading->names, account->name);
  if (foreign.kind_origin == TQ_FOREIGN_KIND_GUESSED)
    remark_guess (reading, account->name);
  return sink->account == NULL || sink->account (&foreign, sink->user_data, error);
}

static gboolean
send_tables (Reading *reading, GError **error)
{
  const TqForeignSink *sink = reading->sink;
  TqForeignSource source = { .file_name = reading->lines->name, .n_entries = reading->starts->len };
  tq_text_file_finish_digest (reading->lines, &source.digest);
  if (sink->begin != NULL && !sink->begin (&source, sink->user_data, error))
    return FALSE;
  for (guint i = 0; i < reading->journal.commodities->len; i++) {
    TqHledgerCommodity *commodity = tq_hledger_get_commodity (&reading->journal, i);
    const TqForeignCommodity foreign = { .symbol = commodity->symbol, .digits = commodity->digits };
    if (!commodity->used)
      continue;
    commodity->place = reading->commodities->len;
    g_array_append_val (reading->commodities, foreign);
    if (sink->commodity != NULL && !sink->commodity (&foreign, sink->user_data, error))
      return FALSE;
  }
  for (guint i = 0; i < reading->journal.accounts->len; i++)
    if (!send_account (reading, i, error))
      return FALSE;
  return TRUE;
}

static int
compare_starts (gconstpointer a, gconstpointer b)
{
  const Start *x = a;
  const Start *y = b;
  if (x->day != y->day)
    return x->day < y->day ? -1 : 1;
  return (x->offset > y->offset) - (x->offset < y->offset);
}

/* Reads the entry at *start* again, this time with its comments. */
static gboolean
read_entry (Reading *reading, const Start *start, GError **error)
{
  char *line;
  tq_text_file_seek (reading->lines, start->offset, start->line);
  tq_hledger_use_scope (&reading->journal, start->line);
  if (!tq_text_file_next (reading->lines, &line, error))
    return FALSE;
  if (!tq_hledger_read_header (&reading->journal, &reading->entry, line != NULL ? line : "", error))
    return FALSE;
  for (;;) {
    if (!tq_text_file_next (reading->lines, &line, error))
      return FALSE;
    if (line == NULL || tq_hledger_get_blank_end (line) == NULL ||
        *tq_hledger_skip_blanks (line) == '\0')
      return TRUE;
    reading->journal.line = reading->lines->line;
    if (!tq_hledger_read_inner_line (&reading->journal, &reading->entry, line, error))
      return FALSE;
  }
}

static gboolean
send_entry (Reading *reading, TqHledgerBalancer *balancer, GError **error)
{
  const TqForeignSink *sink = reading->sink;
  const TqHledgerEntry *entry = &reading->entry;
  if (!tq_hledger_balance_entry (balancer, entry, error))
    return FALSE;
  for (guint i = 0; i < balancer->new_accounts->len; i++)
    if (!send_account (reading, g_array_index (balancer->new_accounts, guint, i), error))
      return FALSE;
  reading->journal.line = entry->line;
  if (balancer->postings->len == 0) {
    tq_hledger_tell (&reading->journal, TQ_HLEDGER_TOLD_EMPTY);
    return TRUE;
  }
  for (guint i = 0; i < balancer->postings->len; i++) {
    TqForeignPosting *posting = &g_array_index (balancer->postings, TqForeignPosting, i);
    posting->commodity = tq_hledger_get_commodity (&reading->journal, posting->commodity)->place;
    posting->value_commodity =
      tq_hledger_get_commodity (&reading->journal, posting->value_commodity)->place;
  }
  TqForeignEntry foreign = { .day = entry->day,
                             .text = entry->text->str,
                             .code = entry->code->str,
                             .note = entry->note->str,
                             .postings = &g_array_index (balancer->postings, TqForeignPosting, 0),
                             .n_postings = balancer->postings->len,
                             .line = entry->line };
  tq_foreign_entry_identify (&foreign,
                             (const char *const *) reading->names->pdata,
                             &g_array_index (reading->commodities, TqForeignCommodity, 0));
  foreign.repeat = tq_foreign_repeats_count (&reading->repeats, foreign.day, &foreign.identity);
  return sink->entry == NULL || sink->entry (&foreign, sink->user_data, error);
}

static gboolean
read_second_pass (Reading *reading, GError **error)
{
  g_auto (TqHledgerBalancer) balancer = { 0 };
  const guint count = reading->starts->len;
  tq_hledger_balancer_init (&balancer, &reading->journal);
  balancer.keeps_balances = reading->keeps_balances;
  reading->journal.second_pass = TRUE;
  if (!reading->sorted)
    g_array_sort (reading->starts, compare_starts);
  for (guint i = 0; i < count; i++) {
    const gint64 done = reading->lines->size + reading->lines->size * i / count;
    if (i % PROGRESS_STEP == 0 && !report_progress (reading, done, error))
      return FALSE;
    if (!read_entry (reading, &g_array_index (reading->starts, Start, i), error) ||
        !send_entry (reading, &balancer, error))
      return FALSE;
  }
  return report_progress (reading, reading->lines->size * 2, error);
}

/* Reads the journal at *path* into *sink*: begin, commodities, accounts, entries by day, notes.
 * Raises TQ_ERROR_FORMAT as "FILE:LINE: …", TQ_ERROR_NOT_FOUND for a file that cannot be read, and
 * whatever the sink raises; the sink must then undo what it did. */
gboolean
tq_hledger_read (const char *path, const TqForeignSink *sink, GError **error)
{
  g_return_val_if_fail (path != NULL && sink != NULL, FALSE);
  g_auto (TqTextFile) lines = { 0 };
  g_auto (Reading) reading = { .sink = sink, .lines = &lines, .sorted = TRUE };
  if (!tq_text_file_open (&lines, path, error))
    return FALSE;
  tq_hledger_journal_init (&reading.journal, lines.name);
  tq_hledger_entry_init (&reading.entry);
  tq_foreign_repeats_init (&reading.repeats);
  reading.starts = g_array_new (FALSE, FALSE, sizeof (Start));
  reading.names = g_ptr_array_new ();
  reading.guessed = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  reading.commodities = g_array_new (FALSE, FALSE, sizeof (TqForeignCommodity));
  return read_first_pass (&reading, error) && send_tables (&reading, error) &&
         read_second_pass (&reading, error) &&
         tq_hledger_send_notes (&reading.journal, sink, error);
}
