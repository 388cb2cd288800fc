/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "base/error.h"
#include "collector.h"
#include "exchange/hledger-reader.h"

#include <glib/gstdio.h>
#include <string.h>

/* Reads *text* as the file "t.journal"; NULL or the message. */
static char *
read_text (const char *text, gssize length, Collector *collector)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("tequio-XXXXXX", &error);
  g_assert_no_error (error);
  g_autofree char *path = g_build_filename (folder, "t.journal", NULL);
  g_file_set_contents (path, text, length, &error);
  g_assert_no_error (error);
  const TqForeignSink sink = collector_sink (collector);
  const gboolean done = tq_hledger_read (path, &sink, &error);
  g_remove (path);
  g_rmdir (folder);
  g_assert_true (done == (error == NULL));
  return done ? NULL : g_strdup (error->message);
}

static const struct {
  const char *above;
  const char *line;
  const char *reading;
} posting_rows[] = {
  { "", "a  1", " a 1\n b -1\n" },
  { "", "a  1.50 EUR", " a 1.50 EUR\n b -1.50 EUR\n" },
  { "", "a\t1 EUR", " a 1 EUR\n b -1 EUR\n" },
  { "", "a  EUR 1", " a 1 EUR\n b -1 EUR\n" },
  { "", "a  -$1", " a -1 $\n b 1 $\n" },
  { "", "a  $-1", " a -1 $\n b 1 $\n" },
  { "", "a  $ - 1", " a -1 $\n b 1 $\n" },
  { "", "a  -$-1", " a 1 $\n b -1 $\n" },
  { "", "a  +1EUR", " a 1 EUR\n b -1 EUR\n" },
  { "", "a  - 1 EUR", " a -1 EUR\n b 1 EUR\n" },
  { "", "a  .5 EUR", " a 0.5 EUR\n b -0.5 EUR\n" },
  { "", "a  5. EUR", " a 5 EUR\n b -5 EUR\n" },
  { "", "a  3 \"no. 5\"", " a 3 no. 5\n b -3 no. 5\n" },
  { "", "a  \"no. 5\" 3", " a 3 no. 5\n b -3 no. 5\n" },
  { "", "a  1,000 EUR", " a 1.000 EUR\n b -1.000 EUR\n" },
  { "", "a  1.000 EUR", " a 1.000 EUR\n b -1.000 EUR\n" },
  { "", "a  1,000.00 EUR", " a 1000.00 EUR\n b -1000.00 EUR\n" },
  { "", "a  1.000,00 EUR", " a 1000.00 EUR\n b -1000.00 EUR\n" },
  { "", "a  1,000,000 EUR", " a 1000000 EUR\n b -1000000 EUR\n" },
  { "", "a  1 000.00 EUR", " a 1000.00 EUR\n b -1000.00 EUR\n" },
  { "", "a  12,34,567.8 EUR", " a 1234567.8 EUR\n b -1234567.8 EUR\n" },
  { "decimal-mark .\n", "a  1,000 EUR", " a 1000 EUR\n b -1000 EUR\n" },
  { "decimal-mark ,\n", "a  1.000 EUR", " a 1000 EUR\n b -1000 EUR\n" },
  { "decimal-mark ,\n", "a  1,5 EUR", " a 1.5 EUR\n b -1.5 EUR\n" },
  { "commodity 1,000.00 EUR\n", "a  1,000 EUR", " a 1000.00 EUR\n b -1000.00 EUR\n" },
  { "commodity EUR\n  format 1.000,00 EUR\n", "a  1.000 EUR", " a 1000.00 EUR\n b -1000.00 EUR\n" },
  { "D $1,000.00\n", "a  1,000", " a 1000.00 $\n b -1000.00 $\n" },
  { "", "a b c  1", " a b c 1\n b -1\n" },
  { "", "a:b  1", " a:b 1\n b -1\n" },
  { "", "a ;c  1", " a ;c 1\n b -1\n" },
  { "", "* a  1", " a 1\n b -1\n" },
  { "", "! a  1", " a 1\n b -1\n" },
  { "", "a  1;comment", " a 1\n b -1\n" },
  { "apply account x\n", "a  1", " x:a 1\n x:b -1\n" },
  { "apply account x\napply account y\nend apply account\n", "a  1", " x:a 1\n x:b -1\n" },
  { "alias a = x:y\n", "a  1", " x:y 1\n b -1\n" },
  { "alias a = x:y\n", "a:c  1", " x:y:c 1\n b -1\n" },
  { "alias a = x:y\n", "ab  1", " ab 1\n b -1\n" },
  { "alias c = d\nalias a = c\n", "a  1", " d 1\n b -1\n" },
  { "alias a = c\nend aliases\n", "a  1", " a 1\n b -1\n" },
  { "", "a  2 A @ 1.50 EUR", " a 2 A @@ 3 EUR\n b -3 EUR\n" },
  { "", "a  -2 A @ 1.50 EUR", " a -2 A @@ -3 EUR\n b 3 EUR\n" },
  { "", "a  2 A @@ 3 EUR", " a 2 A @@ 3 EUR\n b -3 EUR\n" },
  { "", "a  -2 A @@ 3 EUR", " a -2 A @@ -3 EUR\n b 3 EUR\n" },
  { "", "a  2 A (@@) 3 EUR", " a 2 A @@ 3 EUR\n b -3 EUR\n" },
  { "", "a  2 A {9 EUR} [2020-01-01] @ 3 EUR", " a 2 A @@ 6 EUR\n b -6 EUR\n" },
  { "", "a  2 A {{9 EUR}}", " a 2 A\n b -2 A\n" },
  { "", "a  1 EUR = 1 EUR", " a 1 EUR\n b -1 EUR\n" },
  { "", "a  1 EUR == 1 EUR", " a 1 EUR\n b -1 EUR\n" },
  { "", "a  = 7 EUR", " a 7 EUR\n b -7 EUR\n" },
  { "", "a  999999999.999999999 EUR", " a 999999999.999999999 EUR\n b -999999999.999999999 EUR\n" },
};

/* One posting line, closed by a posting without an amount, and its exact reading. *above* stands at
 * the top of the file. */
static void
test_postings (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (posting_rows); i++) {
    g_auto (Collector) collector;
    collector_init (&collector);
    g_autofree char *text =
      g_strdup_printf ("%s2027-01-02 x\n  %s\n  b\n", posting_rows[i].above, posting_rows[i].line);
    g_autofree char *expected = g_strdup_printf ("2027-01-02 () x\n%s", posting_rows[i].reading);
    g_autofree char *message = read_text (text, -1, &collector);
    char *note = strstr (collector.entries->str, " ; comment");
    if (note != NULL)
      g_string_erase (collector.entries, note - collector.entries->str, strlen (" ; comment"));
    g_assert_cmpstr (message, ==, NULL);
    g_assert_cmpstr (collector.entries->str, ==, expected);
  }
}

/* Whole entries: what is inferred, in which order entries come, what is kept and what is not. */
static void
test_entries (void)
{
  static const struct {
    const char *text;
    const char *reading;
  } rows[] = {
    /* every form of a first line */
    { "2027/1/2=2027/1/3 * (7) Shop | tea ; why\n  ; and how\n a  1\n b\n",
      "2027-01-02 (7) Shop | tea ; why\nand how\n a 1\n b -1\n" },
    { "Y2027\n1.2 x\n a  1\n b\n", "2027-01-02 () x\n a 1\n b -1\n" },
    { "year 2027\n1-2\n a  1\n b\n", "2027-01-02 () \n a 1\n b -1\n" },
    /* by day, and within a day in the order of the file */
    { "2027-01-02 x\n a  1\n b\n\n2027-01-01 y\n a  2\n b\n\n2027-01-02 z\n a  3\n b\n",
      "2027-01-01 () y\n a 2\n b -2\n2027-01-02 () x\n a 1\n b -1\n2027-01-02 () z\n a 3\n b -3\n" },
    /* a directive holds from its line on, whatever the order of days */
    { "2027-01-02 x\n a  1,000 E\n b\n\ndecimal-mark .\n2027-01-01 y\n a  1,000 E\n b\n",
      "2027-01-01 () y\n a 1000.000 E\n b -1000.000 E\n2027-01-02 () x\n a 1.000 E\n b -1.000 E\n" },
    /* one posting takes all that is missing */
    { "2027-01-02 x\n a  1 A\n b\n c  2 B\n d  -3 C\n",
      "2027-01-02 () x\n a 1 A\n b -1 A\n b -2 B\n b 3 C\n c 2 B\n d -3 C\n" },
    /* the first commodity is priced in the second */
    { "2027-01-02 x\n a  -2 EUR\n b  3 USD\n", "2027-01-02 () x\n a -2 EUR @@ -3 USD\n b 3 USD\n" },
    { "2027-01-02 x\n a  1 A\n a  2 A\n b  -1.00 B\n",
      "2027-01-02 () x\n a 1 A @@ 0.33 B\n a 2 A @@ 0.67 B\n b -1.00 B\n" },
    /* a value at unit cost is rounded to the digits of its commodity */
    { "2027-01-02 x\n a  3 A @ 0.3333 EUR\n b  -1.00 EUR\n",
      "2027-01-02 () x\n a 3 A @@ 1.00 EUR\n b -1.00 EUR\n" },
    /* what hledger does not show is not lost */
    { "commodity 1.00 EUR\n2027-01-02 x\n a  1.001 EUR\n b  -1.00 EUR\n",
      "2027-01-02 () x\n a 1.001 EUR\n b -1.000 EUR\n Imbalance-EUR -0.001 EUR\n" },
    /* balances set: with what lies below, and in all commodities */
    { "2027-01-01 x\n a:b  3 E\n c\n\n2027-01-02 y\n a  =* 5 E\n c\n",
      "2027-01-01 () x\n a:b 3 E\n c -3 E\n2027-01-02 () y\n a 2 E\n c -2 E\n" },
    { "2027-01-01 x\n a  3 E\n a  4 F\n c\n\n2027-01-02 y\n a  == 5 E\n c\n",
      "2027-01-01 () x\n a 3 E\n a 4 F\n c -3 E\n c -4 F\n2027-01-02 () y\n a 2 E\n a -4 F\n c -2 E\n"
      " c 4 F\n" },
    /* brackets balance among themselves */
    { "2027-01-02 x\n a  1\n b\n [c]  2\n [d]\n", "2027-01-02 () x\n a 1\n b -1\n c 2\n d -2\n" },
    /* what moves nothing is left out */
    { "2027-01-02 x\n a  0\n b\n\n2027-01-02\n", "" },
    /* comments and what is passed over */
    { "; c\n# c\n* c\n  ; c\ncomment\n2027-99-99\nend comment\ntag t\npayee p\n  alias q\nP 2027-01-01 A "
      "3 B\nN $\n~ monthly\n  a  1\n  b\n\n2027-01-02 x\n a  1\n b\n",
      "2027-01-02 () x\n a 1\n b -1\n" },
    { "\xef\xbb\xbf"
      "2027-01-02 x\r\n a  1\r\n b\r\n",
      "2027-01-02 () x\n a 1\n b -1\n" },
    { "2027-01-02 x\n a  1\n b", "2027-01-02 () x\n a 1\n b -1\n" },
    { "", "" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_auto (Collector) collector;
    collector_init (&collector);
    g_autofree char *message = read_text (rows[i].text, -1, &collector);
    g_assert_cmpstr (message, ==, NULL);
    g_assert_cmpstr (collector.entries->str, ==, rows[i].reading);
  }
}

static const struct {
  const char *text;
  const char *message;
} refusal_rows[] = {
  { "include other.journal\n",
    "t.journal:1: found “include”, expected one file with everything in it. A file may not open others here: put their lines into this one." },
  { "= a\n (b)  1\n",
    "t.journal:1: found an automated rule (=), expected entries. ledger posts by it and hledger does not: write its postings into the entries." },
  { "2027-01-02\n (a)  1\n",
    "t.journal:2: found the posting to (a) in parentheses, which has no other side, expected postings that balance. Give it another side or take it out." },
  { "alias /a/ = b\n",
    "t.journal:1: found an alias by regular expression, expected plain account names." },
  { "bucket a\n", "t.journal:1: found “bucket a”, expected a date, a directive or a comment." },
  { "\n  a  1\n",
    "t.journal:2: found the indented line “a  1”, expected the date of an entry above it." },
  { "2027-02-29 x\n", "t.journal:1: found “2027-02-29 x”, expected a date as 2027-04-18." },
  { "2027-02/28 x\n", "t.journal:1: found “2027-02/28 x”, expected a date as 2027-04-18." },
  { "1/2 x\n", "t.journal:1: found the date “1/2 x”, expected a year in it or a Y directive." },
  { "2027-01-02 (7 x\n", "t.journal:1: found “(7 x”, expected “)” after the code." },
  { "2027-01-02 x\n a  1E3\n b\n",
    "t.journal:2: found the number “1E3” with an exponent, expected plain digits." },
  { "2027-01-02 x\n a  1.2,3.4 E\n b\n",
    "t.journal:2: found the number “1.2,3.4 E”, expected one decimal mark." },
  { "2027-01-02 x\n a  1'000 E\n b\n",
    "t.journal:2: found “000 E” after the amount, expected a cost, a balance, a comment or the end of the line." },
  { "2027-01-02 x\n a  $\n b\n", "t.journal:2: found “”, expected a number." },
  { "2027-01-02 x\n a  1 E 2\n b\n",
    "t.journal:2: found “2” after the amount, expected a cost, a balance, a comment or the end of the line." },
  { "2027-01-02 x\n a  1234567890123456789 E\n b\n",
    "t.journal:2: found the number “1234567890123456789 E”, expected at most 18 digits." },
  { "2027-01-02 x\n a  9223372036.854775808 E\n b\n",
    "t.journal:2: found the number “9223372036.854775808 E”, expected at most 18 digits." },
  { "2027-01-02 x\n a  100000000000 E\n b\n c  0.123456789 E\n",
    "t.journal:2: found an amount that is too large or has too many digits, expected at most 18 digits, 9 of them behind the decimal mark." },
  { "2027-01-02 x\n a  1.0123456789 E\n b\n",
    "t.journal:2: found an amount that is too large or has too many digits, expected at most 18 digits, 9 of them behind the decimal mark." },
  { "2027-01-02 x\n a::b  1\n c\n",
    "t.journal:2: found the account “a::b”, expected 1 to 64 parts with a text, joined by colons." },
  { "2027-01-02 x\n a  1 E\n b  -2 E\n",
    "t.journal:1: found postings that add up to -1 E, expected 0." },
  { "2027-01-02 x\n a  1 E\n b  1 F\n",
    "t.journal:1: found postings that add up to 1 E, expected 0." },
  { "2027-01-02 x\n [a]  1 E\n b  1 E\n c\n",
    "t.journal:1: found postings in [brackets] that add up to 1 E, expected 0." },
  { "2027-01-02 x\n a\n b\n",
    "t.journal:3: found a second posting without an amount in this entry, expected at most one (two blanks part an account from its amount)." },
  { "2027-01-02 x\n a  1 E = 2 E\n b\n",
    "t.journal:2: found a balance of 1 E in a, expected 2 as the line says." },
  { "2027-01-02 x\n a  1 F\n a  1 E == 1 E\n b\n",
    "t.journal:3: found a balance of 1 F in a, expected 0 as the line says." },
  { "2027-01-02 x\n a:b  1 E\n a  1 E =* 1 E\n b\n",
    "t.journal:3: found a balance of 2 E in a, expected 1 as the line says." },
  { "account a  ; type:Q\n",
    "t.journal:1: found the account type “Q”, expected A, L, E, R, X, C or V." },
  { "commodity 1000 E\n",
    "t.journal:1: found “1000 E”, expected an example with a decimal mark, as 1000.00." },
  { "commodity E\n format 1.00 F\n", "t.journal:2: found a format of “F”, expected one of “E”." },
  { "end apply account\n",
    "t.journal:1: found “end apply account”, expected “apply account” above it." },
  { "Y 27\n", "t.journal:1: found “27”, expected a year of four digits." },
  { "\n\xff\n",
    "t.journal:2: found a byte that is not UTF-8 (byte 2 of the file). Save the file as UTF-8 and try again." },
  { "; \x07\n",
    "t.journal:1: found the control character U+0007 at byte 3 of the file, expected text." },
};

/* What is refused, with its line, what was found and what was expected. */
static void
test_refusals (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (refusal_rows); i++) {
    g_auto (Collector) collector;
    collector_init (&collector);
    g_autofree char *message = read_text (refusal_rows[i].text, -1, &collector);
    g_assert_cmpstr (message, ==, refusal_rows[i].message);
  }
}

/* The kind of an account is declared, by itself or above; or told by its name; or guessed. */
static void
test_kinds (void)
{
  static const char text[] =
    "account x  ; a, type: L\naccount y\n  ; type:R\naccount assets:odd  ; type: Expense\n"
    "2027-01-02 t\n x:deep:er  1\n y:z  1\n assets:odd:er  1\n Assets:cash  1\n LIABILITY  1\n"
    " Ingresos:ventas  1\n gasto  1\n patrimonio  1\n capital  1\n revenue  1\n other:thing  1\n"
    " assetsx  1\n b\n";
  static const char *const accounts[] = {
    "x L declared",         "y I declared",          "assets:odd X declared",
    "x:deep:er L declared", "y:z R declared",        "assets:odd:er X declared",
    "Assets:cash A named",  "LIABILITY L named",     "Ingresos:ventas R named",
    "gasto X named",        "patrimonio E named",    "capital E named",
    "revenue R named",      "other:thing A guessed", "assetsx A guessed",
    "b A guessed",
  };
  g_auto (Collector) collector;
  collector_init (&collector);
  g_autofree char *message = read_text (text, -1, &collector);
  g_assert_cmpstr (message, ==, NULL);
  g_assert_cmpuint (collector.accounts->len, ==, G_N_ELEMENTS (accounts));
  for (guint i = 0; i < G_N_ELEMENTS (accounts); i++)
    if (i != 1)
      g_assert_cmpstr (g_ptr_array_index (collector.accounts, i), ==, accounts[i]);
  g_assert_cmpstr (g_ptr_array_index (collector.accounts, 1), ==, "y R declared");
  g_assert_cmpuint (collector.notes->len, ==, 3);
}

/* Nothing is left out, inferred or guessed without a note that names its first line. */
static void
test_notes (void)
{
  static const char text[] = "P 2027-01-01 A 3 B\n"
                             "2027-01-02=2027-01-03 ! x\n"
                             " assets  1,5 E {3 B}  ; date:2027-01-04\n"
                             " [assets:b]  1 B\n"
                             " [assets:c]  -2 C\n"
                             " income\n";
  static const char *const notes[] = {
    "3: In “1,5” the comma was taken as the decimal mark, as hledger does where no directive tells. "
    "If it parts thousands, write “decimal-mark .” at the top of the file.",
    "2: The second date of 1 entry was left out.",
    "3: The own date of 1 posting was left out: it has the date of its entry.",
    "2: 1 entry or posting marked pending (!) was taken as any other.",
    "1: 1 market price (P) was left out.",
    "3: The lot price or lot date of 1 posting was left out, as hledger does.",
    "4: 2 virtual postings in [brackets] were taken as usual ones.",
    "2: The cost of 1 entry in two commodities was worked out from its two sums, as hledger does.",
  };
  g_auto (Collector) collector;
  collector_init (&collector);
  g_autofree char *message = read_text (text, -1, &collector);
  g_assert_cmpstr (message, ==, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (notes); i++)
    g_assert_cmpstr (g_ptr_array_index (collector.notes, i), ==, notes[i]);
  g_assert_cmpuint (collector.notes->len, ==, G_N_ELEMENTS (notes));
}

/* The identity of an entry is its meaning: not its marks, comments, line or the zeros of its
 * amounts. Two identical rows of a day are told apart by their count. */
static void
test_identity (void)
{
  static const char first[] = "2027-01-02 x\n a  1 E\n b\n\n2027-01-02 x\n a  1 E\n b\n";
  static const char second[] =
    "; moved\n\n2027/1/2 * x  ; said\n a  1.00 E\n b  -1 E\n\n2027-01-02 x\n a  1 E\n b\n\n"
    "2027-01-03 x\n a  1 E\n b\n\n2027-01-03 y\n a  2.5 E\n b\n";
  g_auto (Collector) one;
  g_auto (Collector) two;
  collector_init (&one);
  collector_init (&two);
  g_autofree char *message = read_text (first, -1, &one);
  g_assert_cmpstr (message, ==, NULL);
  message = read_text (second, -1, &two);
  g_assert_cmpstr (message, ==, NULL);
  g_assert_cmpuint (g_hash_table_size (one.identities), ==, 2);
  g_assert_cmpuint (g_hash_table_size (two.identities), ==, 4);
  GHashTableIter iter;
  gpointer key;
  g_hash_table_iter_init (&iter, one.identities);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    g_assert_true (g_hash_table_contains (two.identities, key));
}

static gboolean
refuse_second (const TqForeignEntry *entry, gpointer user_data, GError **error)
{
  guint *count = user_data;
  if (++*count < 2)
    return TRUE;
  g_set_error_literal (error, TQ_ERROR, TQ_ERROR_CLOSED, "closed");
  return FALSE;
}

/* What the sink raises ends the reading at once and reaches the caller unchanged. */
static void
test_sink_refuses (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  guint count = 0;
  const TqForeignSink sink = { .entry = refuse_second, .user_data = &count };
  const int fd = g_file_open_tmp ("tequio-XXXXXX", &path, &error);
  g_assert_no_error (error);
  g_assert_true (g_close (fd, NULL));
  g_assert_true (
    g_file_set_contents (path,
                         "2027-01-01\n a  1\n b\n2027-01-02\n a  1\n b\n2027-01-03\n a  1\n b\n",
                         -1,
                         NULL));
  g_assert_false (tq_hledger_read (path, &sink, &error));
  g_assert_error (error, TQ_ERROR, TQ_ERROR_CLOSED);
  g_assert_cmpuint (count, ==, 2);
  g_remove (path);
}

/* A line that is too long, a folder and a file that is not there are refused. */
static void
test_world (void)
{
  g_auto (Collector) collector;
  g_autoptr (GError) error = NULL;
  collector_init (&collector);
  const TqForeignSink sink = collector_sink (&collector);
  g_autofree char *lines = g_strnfill (70000, ';');
  g_autofree char *message = read_text (lines, -1, &collector);
  g_assert_cmpstr (message,
                   ==,
                   "t.journal:1: found a line of more than 65536 bytes, expected shorter lines.");
  g_autofree char *many = g_strnfill (700000, ';');
  g_autofree char *longer = read_text (many, -1, &collector);
  g_assert_cmpstr (longer, ==, message);
  g_assert_false (tq_hledger_read (g_get_tmp_dir (), &sink, &error));
  g_assert_error (error, TQ_ERROR, TQ_ERROR_FORMAT);
  g_clear_error (&error);
  g_assert_false (tq_hledger_read ("/nowhere/at-all.journal", &sink, &error));
  g_assert_error (error, TQ_ERROR, TQ_ERROR_NOT_FOUND);
}

/* Files that would take for ever end with a message instead. */
static void
test_floods (void)
{
  static const char *const lines[] = { "alias a = b\n",
                                       "commodity 1.00 E\n",
                                       "Y2027\n",
                                       "apply account abcdefghijklmnopqrstuvwxyz\n" };
  for (gsize i = 0; i < G_N_ELEMENTS (lines); i++) {
    g_auto (Collector) collector;
    g_autoptr (GString) text = g_string_new (NULL);
    collector_init (&collector);
    for (guint line = 0; line < 20000; line++)
      g_string_append (text, lines[i]);
    g_autofree char *message = read_text (text->str, (gssize) text->len, &collector);
    g_assert_nonnull (message);
  }
}

/* Bytes changed, cut out or doubled in a good journal end with a message or an honest reading,
 * never with a fault; TQ_TEST_SEED and TQ_TEST_ROUNDS repeat and lengthen it. */
static void
test_mutations (void)
{
  static const char good[] =
    "decimal-mark .\ncommodity $1,000.00\naccount a:b  ; type:A\nalias q = r:s\nY2027\n"
    "1/2=1/3 * (c) p | d ; t: v\n a:b  $1,000.00 @@ 3 \"E 1\" = $1,000.00 ; [1/2]\n [v]  1 A {2 B}\n"
    " [w]  -1 A\n q\n\napply account z\n2027-02-03 e\n a  == 5.25 M\n b  (@) \nend apply account\n";
  const char *seed_text = g_getenv ("TQ_TEST_SEED");
  const char *rounds_text = g_getenv ("TQ_TEST_ROUNDS");
  const guint32 seed = seed_text != NULL ? (guint32) g_ascii_strtoull (seed_text, NULL, 10) : 7;
  const guint64 rounds = rounds_text != NULL ? g_ascii_strtoull (rounds_text, NULL, 10) : 1500;
  static const char alphabet[] = "\n\n  \t;:=@*!()[]{}\"-+.,0123456789$AEaYDP~/|\xc3\xa1";
  g_autoptr (GRand) rand = g_rand_new_with_seed (seed);
  g_test_message ("seed %u", seed);
  for (guint64 round = 0; round < rounds; round++) {
    g_auto (Collector) collector;
    g_autoptr (GString) text = g_string_new (good);
    collector_init (&collector);
    const gint changes = g_rand_int_range (rand, 1, 6);
    for (gint i = 0; i < changes && text->len > 0; i++) {
      const gsize at = (gsize) g_rand_int_range (rand, 0, (gint32) text->len);
      const gsize size = (gsize) g_rand_int_range (rand, 1, 9);
      const gint what = g_rand_int_range (rand, 0, 4);
      if (what == 0)
        text->str[at] = alphabet[g_rand_int_range (rand, 0, sizeof alphabet - 1)];
      else if (what == 1)
        g_string_erase (text, (gssize) at, (gssize) MIN (size, text->len - at));
      else if (what == 2)
        g_string_insert_c (text,
                           (gssize) at,
                           alphabet[g_rand_int_range (rand, 0, sizeof alphabet - 1)]);
      else
        g_string_insert_len (text, 0, good + at % 40, (gssize) size * 8);
    }
    g_autofree char *message = read_text (text->str, (gssize) text->len, &collector);
    if (message != NULL)
      g_assert_true (g_str_has_prefix (message, "t.journal:"));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/hledger/postings", test_postings);
  g_test_add_func ("/exchange/hledger/entries", test_entries);
  g_test_add_func ("/exchange/hledger/refusals", test_refusals);
  g_test_add_func ("/exchange/hledger/kinds", test_kinds);
  g_test_add_func ("/exchange/hledger/notes", test_notes);
  g_test_add_func ("/exchange/hledger/identity", test_identity);
  g_test_add_func ("/exchange/hledger/sink-refuses", test_sink_refuses);
  g_test_add_func ("/exchange/hledger/world", test_world);
  g_test_add_func ("/exchange/hledger/floods", test_floods);
  g_test_add_func ("/exchange/hledger/mutations", test_mutations);
  return g_test_run ();
}
