/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The book between any file of others and ours: what every reader hands over and every writer
 * takes.
 *
 * 1. The postings of an entry add up to exactly zero in every commodity of their values.
 * 2. Entries come by day, and within a day in the order of the file.
 * 3. The same file read twice gives the same identities, whatever became of its comments, its marks
 *    or the digits of other lines: an identity is the hash of day, text, code and postings, each
 *    amount without the zeros at its end.
 * 4. Two real identical rows of a day have one identity and the counts 0 and 1, so that both are
 *    kept, and neither is taken twice from an overlapping file. As the day is part of the identity,
 *    only the entries of one day need to be remembered. */
#include "exchange/foreign-book.h"

#include "base/error.h"
#include "base/i18n.h"

#include <errno.h>
#include <string.h>

/* First parts of account names, in English as hledger knows them and in Spanish. */
static const struct {
  const char *word;
  TqForeignKind kind;
} kind_words[] = {
  { "asset", TQ_FOREIGN_ASSET },         { "assets", TQ_FOREIGN_ASSET },
  { "activo", TQ_FOREIGN_ASSET },        { "activos", TQ_FOREIGN_ASSET },
  { "liability", TQ_FOREIGN_LIABILITY }, { "liabilities", TQ_FOREIGN_LIABILITY },
  { "debt", TQ_FOREIGN_LIABILITY },      { "debts", TQ_FOREIGN_LIABILITY },
  { "pasivo", TQ_FOREIGN_LIABILITY },    { "pasivos", TQ_FOREIGN_LIABILITY },
  { "equity", TQ_FOREIGN_EQUITY },       { "capital", TQ_FOREIGN_EQUITY },
  { "patrimonio", TQ_FOREIGN_EQUITY },   { "income", TQ_FOREIGN_INCOME },
  { "incomes", TQ_FOREIGN_INCOME },      { "revenue", TQ_FOREIGN_INCOME },
  { "revenues", TQ_FOREIGN_INCOME },     { "ingreso", TQ_FOREIGN_INCOME },
  { "ingresos", TQ_FOREIGN_INCOME },     { "expense", TQ_FOREIGN_EXPENSE },
  { "expenses", TQ_FOREIGN_EXPENSE },    { "gasto", TQ_FOREIGN_EXPENSE },
  { "gastos", TQ_FOREIGN_EXPENSE },
};

/* The kind that the first part of *account_name* tells, in any case of letters; FALSE if none. */
gboolean
tq_foreign_kind_find (const char *account_name, TqForeignKind *out_kind)
{
  const gsize length = strcspn (account_name, ":");
  for (gsize i = 0; i < G_N_ELEMENTS (kind_words); i++) {
    const char *word = kind_words[i].word;
    if (strlen (word) == length && g_ascii_strncasecmp (word, account_name, length) == 0) {
      *out_kind = kind_words[i].kind;
      return TRUE;
    }
  }
  return FALSE;
}

/* Gathers what is hashed, for a hash that is fed in small pieces is slow. */
typedef struct {
  TqHasher hasher;
  gsize used;
  guint8 bytes[1024];
} Gather;

static void
gather (Gather *to, const void *bytes, gsize length)
{
  if (to->used + length > sizeof to->bytes) {
    tq_hasher_feed (&to->hasher, to->bytes, to->used);
    to->used = 0;
  }
  if (length > sizeof to->bytes) {
    tq_hasher_feed (&to->hasher, bytes, length);
    return;
  }
  memcpy (to->bytes + to->used, bytes, length);
  to->used += length;
}

static void
gather_text (Gather *to, const char *text)
{
  gather (to, text, strlen (text) + 1);
}

static void
gather_int64 (Gather *to, gint64 value)
{
  const guint64 big = GUINT64_TO_BE ((guint64) value);
  gather (to, &big, sizeof big);
}

/* An amount as its shortest decimal, so that 1.50 and 1.5 are the same. */
static void
gather_amount (Gather *to, gint64 amount_minor, const TqForeignCommodity *commodity)
{
  guint digits = commodity->digits;
  while (digits > 0 && amount_minor % 10 == 0) {
    amount_minor /= 10;
    digits--;
  }
  gather_int64 (to, amount_minor);
  gather_int64 (to, digits);
  gather_text (to, commodity->symbol);
}

/* Sets the identity of *entry*. *account_names* and *commodities* stand in the order in which they
 * were handed over. */
void
tq_foreign_entry_identify (TqForeignEntry *entry,
                           const char *const *account_names,
                           const TqForeignCommodity *commodities)
{
  Gather to = { .used = 0 };
  tq_hasher_start (&to.hasher, "tequio/v1/foreign-entry");
  gather_int64 (&to, entry->day);
  gather_text (&to, entry->text);
  gather_text (&to, entry->code);
  for (guint i = 0; i < entry->n_postings; i++) {
    const TqForeignPosting *posting = &entry->postings[i];
    gather_text (&to, account_names[posting->account]);
    gather_amount (&to, posting->amount_minor, &commodities[posting->commodity]);
    if (posting->value_commodity != posting->commodity)
      gather_amount (&to, posting->value_minor, &commodities[posting->value_commodity]);
  }
  tq_hasher_feed (&to.hasher, to.bytes, to.used);
  tq_hasher_finish (&to.hasher, &entry->identity);
}

static guint
digest_hash (gconstpointer key)
{
  guint hash;
  memcpy (&hash, key, sizeof hash);
  return hash;
}

static gboolean
digest_equal (gconstpointer a, gconstpointer b)
{
  return tq_digest_equal (a, b);
}

void
tq_foreign_repeats_init (TqForeignRepeats *repeats)
{
  repeats->seen = g_hash_table_new_full (digest_hash, digest_equal, g_free, NULL);
  repeats->day = TQ_DAY_NONE;
}

void
tq_foreign_repeats_clear (TqForeignRepeats *repeats)
{
  g_clear_pointer (&repeats->seen, g_hash_table_unref);
}

/* How many entries of this identity came before on this day. Days must come in order. */
guint
tq_foreign_repeats_count (TqForeignRepeats *repeats, TqDay day, const TqDigest *identity)
{
  if (day != repeats->day)
    g_hash_table_remove_all (repeats->seen);
  repeats->day = day;
  const guint count = GPOINTER_TO_UINT (g_hash_table_lookup (repeats->seen, identity));
  g_hash_table_insert (repeats->seen,
                       g_memdup2 (identity, sizeof *identity),
                       GUINT_TO_POINTER (count + 1));
  return count;
}

/* Whether all that a writer wrote to *out* has arrived. Raises TQ_ERROR_STORE. */
gboolean
tq_foreign_check_written (FILE *out, GError **error)
{
  if (ferror (out) == 0)
    return TRUE;
  g_set_error (error,
               TQ_ERROR,
               TQ_ERROR_STORE,
               _ ("The journal could not be written to the end: %s."),
               g_strerror (errno));
  return FALSE;
}

/* *name*, or the first of name-2, name-3, … that is not in *used*, where it is put (transfer full).
 * */
char *
tq_foreign_make_unique (GHashTable *used, const char *name)
{
  char *unique = g_strdup (name);
  for (guint i = 2; g_hash_table_contains (used, unique); i++) {
    g_free (unique);
    unique = g_strdup_printf ("%s-%u", name, i);
  }
  g_hash_table_add (used, g_strdup (unique));
  return unique;
}
