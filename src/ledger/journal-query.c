/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "ledger/journal-query.h"

#include "store/statement.h"

#include <string.h>

#define LINE_COLUMNS                                                                               \
  "SELECT e.event, p.line, e.day, e.text, e.reference, e.source, e.reverses, "                     \
  "p.account, p.party, p.commodity, p.amount, p.value_commodity, p.value FROM "

static const char journal_sql[] =
  LINE_COLUMNS "entry e JOIN posting p ON p.event = e.event "
               "WHERE e.day BETWEEN :from AND :through ORDER BY e.day, e.event, p.line";
static const char account_sql[] = LINE_COLUMNS
  "posting p JOIN entry e ON e.event = p.event WHERE p.account = :account AND p.day BETWEEN :from AND :through "
  "ORDER BY p.day, p.event, p.line";
static const char entry_sql[] =
  LINE_COLUMNS "entry e JOIN posting p ON p.event = e.event WHERE e.event = :event ORDER BY p.line";

static gboolean
read_lines (TqStore *store,
            const char *sql,
            const TqBinding *bindings,
            TqJournalFunc func,
            gpointer user_data,
            GError **error)
{
  gboolean row = TRUE;
  g_autoptr (TqStatement) s = tq_statement_query (store, sql, bindings, error);
  while (s != NULL && row) {
    if (!tq_statement_step (s, &row, error))
      return FALSE;
    if (!row)
      break;
    const TqJournalLine line = {
      .event = tq_statement_get_int (s, 0),
      .line = tq_statement_get_int (s, 1),
      .day = (TqDay) tq_statement_get_int (s, 2),
      .text = tq_statement_get_text (s, 3),
      .reference = tq_statement_get_text (s, 4),
      .source = tq_statement_get_text (s, 5),
      .reverses = tq_statement_get_int (s, 6),
      .posting = { tq_statement_get_int (s, 7),
                   tq_statement_get_int (s, 8),
                   tq_statement_get_int (s, 9),
                   tq_statement_get_int (s, 10),
                   tq_statement_get_int (s, 11),
                   tq_statement_get_int (s, 12) },
    };
    if (!func (&line, user_data, error))
      return FALSE;
  }
  return s != NULL;
}

/* A search on its way through the journal. SQLite folds the letters of English alone, so texts are
 * compared here; an entry is judged at its first line. */
typedef struct {
  TqJournalFunc func;
  gpointer user_data;
  char *words; /* as fold () leaves them */
  gint64 event;
  gboolean wanted;
} Search;

/* *text* without its case and in its composed form (transfer full). */
static char *
fold (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  return g_utf8_normalize (folded, -1, G_NORMALIZE_NFC);
}

static gboolean
has_words (const char *text, const char *words)
{
  g_autofree char *folded = fold (text);
  return folded != NULL && strstr (folded, words) != NULL;
}

static gboolean
search_line (const TqJournalLine *line, gpointer user_data, GError **error)
{
  Search *search = user_data;
  if (line->event != search->event) {
    search->event = line->event;
    search->wanted =
      has_words (line->text, search->words) || has_words (line->reference, search->words);
  }
  return !search->wanted || search->func (line, search->user_data, error);
}

/* Every posting of a range of days in the order of the journal; only of entries whose text or
 * reference has *search* (nullable, UTF-8) in it, in any case. */
gboolean
tq_journal_query (TqStore *store,
                  TqDay from,
                  TqDay through,
                  const char *search,
                  TqJournalFunc func,
                  gpointer user_data,
                  GError **error)
{
  const TqBinding *range = TQ_BINDINGS (TQ_INT (":from", from), TQ_INT (":through", through));
  if (search == NULL || *search == '\0')
    return read_lines (store, journal_sql, range, func, user_data, error);
  g_autofree char *words = fold (search);
  Search searching = { .func = func, .user_data = user_data, .words = words };
  return read_lines (store, journal_sql, range, search_line, &searching, error);
}

/* The postings of one account in a range of days, oldest first. */
gboolean
tq_journal_query_account (TqStore *store,
                          gint64 account,
                          TqDay from,
                          TqDay through,
                          TqJournalFunc func,
                          gpointer user_data,
                          GError **error)
{
  return read_lines (store,
                     account_sql,
                     TQ_BINDINGS (TQ_INT (":account", account),
                                  TQ_INT (":from", from),
                                  TQ_INT (":through", through)),
                     func,
                     user_data,
                     error);
}

/* The postings of one entry. */
gboolean
tq_journal_query_entry (TqStore *store,
                        gint64 event,
                        TqJournalFunc func,
                        gpointer user_data,
                        GError **error)
{
  return read_lines (store,
                     entry_sql,
                     TQ_BINDINGS (TQ_INT (":event", event)),
                     func,
                     user_data,
                     error);
}
