/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Writes a book for beancount 2, so that bean-check finds no fault and the trial balance is the
 * same.
 *
 * 1. An account stands below the root of its kind (Assets, Liabilities, Equity, Income, Expenses);
 *    each part of its name begins with a capital or a digit and holds letters, digits and hyphens.
 *    A commodity has 2 to 24 capitals, digits and ' . _ - and begins with a letter. What does not
 *    fit is changed, never into another name, and the original stands beside it as "name".
 * 2. An account is opened on the day of its first entry; one without entries is not written.
 * 3. Every amount has all digits of its commodity; every cost is the whole cost (@@).
 * 4. beancount divides a whole cost by the amount with 28 digits; the tolerance that this needs for
 *    commodities without digits is stated at the top. */
#include "exchange/beancount-writer.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/money.h"
#include "base/text.h"

#include <string.h>

#define COMMODITY_MAX 24u

typedef struct {
  char *written;
  char *symbol;
  guint digits;
} Commodity;

typedef struct {
  char *written;
  char *name;
  gboolean open;
} Account;

struct _TqBeancountWriter {
  FILE *out;
  GArray *commodities;
  GArray *accounts;
  GHashTable *used; /* names of accounts and commodities as they are written */
  gboolean begun;
};

static void
commodity_clear (gpointer data)
{
  Commodity *commodity = data;
  g_free (commodity->written);
  g_free (commodity->symbol);
}

static void
account_clear (gpointer data)
{
  Account *account = data;
  g_free (account->written);
  g_free (account->name);
}

/* A writer to *out*, which stays the caller's (transfer full). */
TqBeancountWriter *
tq_beancount_writer_new (FILE *out)
{
  TqBeancountWriter *writer = g_new0 (TqBeancountWriter, 1);
  writer->out = out;
  writer->commodities = g_array_new (FALSE, FALSE, sizeof (Commodity));
  g_array_set_clear_func (writer->commodities, commodity_clear);
  writer->accounts = g_array_new (FALSE, FALSE, sizeof (Account));
  g_array_set_clear_func (writer->accounts, account_clear);
  writer->used = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return writer;
}

void
tq_beancount_writer_free (TqBeancountWriter *writer)
{
  g_array_unref (writer->commodities);
  g_array_unref (writer->accounts);
  g_hash_table_unref (writer->used);
  g_free (writer);
}

/* *symbol* as beancount takes it (transfer full). */
static char *
build_commodity (const char *symbol)
{
  GString *built = g_string_new (NULL);
  for (const char *p = symbol; *p != '\0'; p++) {
    const char c = g_ascii_toupper (*p);
    if (g_ascii_isupper (c) || g_ascii_isdigit (c) ||
        (built->len > 0 && strchr ("'._-", c) != NULL))
      g_string_append_c (built, c);
  }
  while (built->len > 0 && !g_ascii_isalnum (built->str[built->len - 1]))
    g_string_truncate (built, built->len - 1);
  if (built->len == 0)
    g_string_printf (built, "%X", (guint) g_utf8_get_char (symbol));
  if (built->len < 2 || !g_ascii_isupper (built->str[0]))
    g_string_prepend (built, "X-");
  g_string_truncate (built, MIN (built->len, COMMODITY_MAX - 4)); /* room for a count */
  while (!g_ascii_isalnum (built->str[built->len - 1]))
    g_string_truncate (built, built->len - 1);
  return g_string_free (built, FALSE);
}

static gboolean
take_commodity (const TqForeignCommodity *commodity, gpointer user_data, GError **error)
{
  TqBeancountWriter *writer = user_data;
  g_autofree char *built = build_commodity (commodity->symbol);
  const Commodity added = { .written = tq_foreign_make_unique (writer->used, built),
                            .symbol = g_strdup (commodity->symbol),
                            .digits = commodity->digits };
  g_array_append_val (writer->commodities, added);
  return TRUE;
}

/* Appends one part of a name, from *start* to *end*. */
static void
append_part (GString *built, const char *start, const char *end)
{
  gboolean first = TRUE;
  g_string_append_c (built, ':');
  for (const char *p = start; p < end; p = tq_text_next_char (p)) {
    const gunichar c = g_utf8_get_char (p);
    const gunichar upper = g_unichar_toupper (c);
    const gboolean letter = g_unichar_isalpha (c);
    const gboolean digit = g_unichar_type (c) == G_UNICODE_DECIMAL_NUMBER;
    if (first && !digit && !(letter && g_unichar_type (upper) == G_UNICODE_UPPERCASE_LETTER))
      g_string_append_c (built, 'X');
    if (letter || digit)
      g_string_append_unichar (built, first ? upper : c);
    else
      g_string_append_c (built, '-');
    first = FALSE;
  }
}

/* *account*'s name below the root of its kind (transfer full). */
static char *
build_account (const TqForeignAccount *account)
{
  static const char *const roots[] = { [TQ_FOREIGN_ASSET] = "Assets",
                                       [TQ_FOREIGN_LIABILITY] = "Liabilities",
                                       [TQ_FOREIGN_EQUITY] = "Equity",
                                       [TQ_FOREIGN_INCOME] = "Income",
                                       [TQ_FOREIGN_EXPENSE] = "Expenses" };
  const char *root = roots[account->kind];
  GString *built = g_string_new (root);
  const char *start = account->name;
  const gsize first = strcspn (start, ":");
  if (start[first] == ':' && strlen (root) == first &&
      g_ascii_strncasecmp (start, root, first) == 0)
    start += first + 1;
  while (TRUE) {
    const char *end = start + strcspn (start, ":");
    append_part (built, start, end);
    if (*end == '\0')
      return g_string_free (built, FALSE);
    start = end + 1;
  }
}

static gboolean
take_account (const TqForeignAccount *account, gpointer user_data, GError **error)
{
  TqBeancountWriter *writer = user_data;
  g_autofree char *built = build_account (account);
  const Account added = { .written = tq_foreign_make_unique (writer->used, built),
                          .name = g_strdup (account->name) };
  g_array_append_val (writer->accounts, added);
  return TRUE;
}

/* *text* between quotes, on one line. */
static void
write_string (const TqBeancountWriter *writer, const char *text)
{
  (void) fputc ('"', writer->out);
  for (const char *p = text; *p != '\0'; p++) {
    if (*p == '"' || *p == '\\')
      (void) fputc ('\\', writer->out);
    (void) fputc (*p == '\n' || *p == '\t' ? ' ' : *p, writer->out);
  }
  (void) fputc ('"', writer->out);
}

static void
write_metadata (const TqBeancountWriter *writer, const char *key, const char *text)
{
  (void) fprintf (writer->out, "  %s: ", key);
  write_string (writer, text);
  (void) fputc ('\n', writer->out);
}

/* The head of the file, when the first day is known. */
static void
write_head (TqBeancountWriter *writer, const char *day)
{
  writer->begun = TRUE;
  (void) fputs ("option \"inferred_tolerance_default\" \"*:0.00001\"\n", writer->out);
  for (guint i = 0; i < writer->commodities->len; i++) {
    const Commodity *commodity = &g_array_index (writer->commodities, Commodity, i);
    (void) fprintf (writer->out, "\n%s commodity %s\n", day, commodity->written);
    if (strcmp (commodity->symbol, commodity->written) != 0)
      write_metadata (writer, "name", commodity->symbol);
  }
}

static void
open_accounts (TqBeancountWriter *writer, const TqForeignEntry *entry, const char *day)
{
  for (guint i = 0; i < entry->n_postings; i++) {
    Account *account = &g_array_index (writer->accounts, Account, entry->postings[i].account);
    if (account->open)
      continue;
    account->open = TRUE;
    (void) fprintf (writer->out, "\n%s open %s\n", day, account->written);
    if (strcmp (account->name, account->written) != 0)
      write_metadata (writer, "name", account->name);
  }
}

static void
write_amount (const TqBeancountWriter *writer, guint commodity, gint64 minor)
{
  const Commodity *found = &g_array_index (writer->commodities, Commodity, commodity);
  g_autofree char *number = tq_money_to_string (minor, found->digits);
  (void) fprintf (writer->out, "%s %s", number, found->written);
}

static gboolean
write_posting (const TqBeancountWriter *writer,
               const TqForeignPosting *posting,
               const char *day,
               GError **error)
{
  const Account *account = &g_array_index (writer->accounts, Account, posting->account);
  (void) fprintf (writer->out, "  %s  ", account->written);
  write_amount (writer, posting->commodity, posting->amount_minor);
  if (posting->value_commodity != posting->commodity) {
    const gint64 value = posting->value_minor;
    if (value != 0 && (posting->amount_minor == 0 || (value < 0) != (posting->amount_minor < 0))) {
      g_set_error (error,
                   TQ_ERROR,
                   TQ_ERROR_INVALID,
                   _ ("An entry of %s gives a value to nothing, which beancount cannot say. Export "
                      "to hledger instead."),
                   day);
      return FALSE;
    }
    (void) fputs (" @@ ", writer->out);
    write_amount (writer, posting->value_commodity, value < 0 ? -value : value);
  }
  (void) fputc ('\n', writer->out);
  return TRUE;
}

static gboolean
write_entry (const TqForeignEntry *entry, gpointer user_data, GError **error)
{
  TqBeancountWriter *writer = user_data;
  g_autofree char *day = tq_day_to_string (entry->day);
  if (!writer->begun)
    write_head (writer, day);
  open_accounts (writer, entry, day);
  (void) fprintf (writer->out, "\n%s * ", day);
  write_string (writer, entry->text);
  (void) fputc ('\n', writer->out);
  if (*entry->code != '\0')
    write_metadata (writer, "code", entry->code);
  if (*entry->note != '\0')
    write_metadata (writer, "note", entry->note);
  for (guint i = 0; i < entry->n_postings; i++)
    if (!write_posting (writer, &entry->postings[i], day, error))
      return FALSE;
  return tq_foreign_check_written (writer->out, error);
}

/* The sink that writes; it lives as long as the writer. Raises TQ_ERROR_STORE. */
TqForeignSink
tq_beancount_writer_get_sink (TqBeancountWriter *writer)
{
  return (TqForeignSink){ .commodity = take_commodity,
                          .account = take_account,
                          .entry = write_entry,
                          .user_data = writer };
}
