/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "base/digest.h"
#include "base/error.h"

/* SHA-256 by another program (sha256sum) over exactly these bytes: the domain, its closing NUL, the
 * number in eight bytes where there is one, and the tail. */
static const struct {
  const char *domain;
  gint64 number;
  gboolean has_number;
  const char *tail, *hex;
} hashes[] = {
  { "", 0, FALSE, "", "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d" },
  { "tequio/v1/event",
    1,
    TRUE,
    "",
    "9d89aa1b2344fe02c38bdd881388320b42f3a2958c7eeb59e26a59102a2c45e6" },
  { "tequio/v1/event",
    -2,
    TRUE,
    "Café",
    "9f7e267e1377d51be6bbe0b8e671bd77026995ed0cea0e62fc4aa961c5a60a88" },
  { "tequio/v1/seal",
    1,
    TRUE,
    "",
    "365d908fd918cb02d0929fe6188e3c2696e6ea641b704cbec302a685c8695f78" },
};

/* A domain is part of what is hashed, and numbers go in as eight bytes, the largest first. */
static void
test_sha256 (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (hashes); i++) {
    TqHasher hasher;
    TqDigest digest;
    tq_hasher_start (&hasher, hashes[i].domain);
    if (hashes[i].has_number)
      tq_hasher_feed_int64 (&hasher, hashes[i].number);
    tq_hasher_feed (&hasher, hashes[i].tail, strlen (hashes[i].tail));
    tq_hasher_finish (&hasher, &digest);
    g_autofree char *hex = tq_digest_to_hex (&digest);
    g_assert_cmpstr (hex, ==, hashes[i].hex);
  }
}

/* A digest of the bytes *text* and then zeros. */
static TqDigest
digest_of (const char *text)
{
  TqDigest digest = { { 0 } };
  memcpy (digest.bytes, text, strlen (text));
  return digest;
}

/* Letters are base32 as RFC 4648 (section 10) shows it, in groups of four. */
static void
test_letters (void)
{
  static const struct {
    const char *bytes;
    guint count;
    const char *letters;
  } rows[] = {
    { "", 1, "A" },
    { "f", 2, "MY" },
    { "fo", 4, "MZXQ" },
    { "foo", 5, "MZXW-6" },
    { "foob", 7, "MZXW-6YQ" },
    { "fooba", 8, "MZXW-6YTB" },
    { "foobar", 10, "MZXW-6YTB-OI" },
    { "foobar", 12, "MZXW-6YTB-OIAA" },
    { "\xff\xff\xff\xff\xff", 8, "7777-7777" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    const TqDigest digest = digest_of (rows[i].bytes);
    g_autofree char *letters = tq_digest_to_letters (&digest, rows[i].count);
    g_assert_cmpstr (letters, ==, rows[i].letters);
    g_assert_true (tq_digest_matches_letters (&digest, letters, rows[i].count));
  }
  TqDigest whole;
  g_assert_true (tq_digest_parse_hex (hashes[0].hex, &whole, NULL));
  g_autofree char *all = tq_digest_to_letters (&whole, 51);
  g_assert_cmpstr (all, ==, "NY2A-XHH7-WN5J-RHFF-ITTL-W6AK-FR4J-AHJ7-WM3T-Q5UF-CGRQ-MF5P-UAO");
}

/* Letters typed back from paper: small or large, with blanks or without; not fewer, more, other. */
static void
test_typed_letters (void)
{
  static const struct {
    const char *typed;
    gboolean matches;
  } rows[] = {
    { "MZXW-6YTB-OIAA", TRUE },
    { "mzxw6ytboiaa", TRUE },
    { " mzxw 6ytb oiaa ", TRUE },
    { "mz-xw-6y-tb-oi-aa", TRUE },
    { "", FALSE },
    { "-", FALSE },
    { "MZXW-6YTB-OIA", FALSE },
    { "MZXW-6YTB-OIAAA", FALSE },
    { "MZXW-6YTB-OIAB", FALSE },
    { "NZXW-6YTB-OIAA", FALSE },
    { "MZXW_6YTB_OIAA", FALSE },
    { "MZXW-6YTB-0IAA", FALSE },
  };
  const TqDigest digest = digest_of ("foobar");
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (tq_digest_matches_letters (&digest, rows[i].typed, TQ_SEAL_LETTERS),
                     ==,
                     rows[i].matches);
}

/* Hex digits, plain or in the groups of the paper, read back to the same digest. */
static void
test_hex (void)
{
  const TqDigest digest = digest_of ("foobar");
  TqDigest read = { { 0 } };
  g_autofree char *grouped = tq_digest_to_grouped_hex (&digest);
  g_assert_cmpstr (grouped,
                   ==,
                   "666f 6f62 6172 0000 0000 0000 0000 0000 "
                   "0000 0000 0000 0000 0000 0000 0000 0000");
  g_assert_true (tq_digest_parse_hex (grouped, &read, NULL));
  g_assert_true (tq_digest_equal (&digest, &read));
  g_autofree char *plain = tq_digest_to_hex (&digest);
  g_autofree char *large = g_ascii_strup (plain, -1);
  read = digest_of ("");
  g_assert_true (tq_digest_parse_hex (large, &read, NULL));
  g_assert_true (tq_digest_equal (&digest, &read));
  read.bytes[31] = 1;
  g_assert_false (tq_digest_equal (&digest, &read));
}

/* What is no digest is refused, with the words that were typed, and nothing is written. */
static void
test_hex_refused (void)
{
  g_autofree char *zeros = g_strnfill (65, '0');
  g_autofree char *few = g_strnfill (63, 'a');
  g_autofree char *foreign = g_strnfill (64, 'g');
  const char *const texts[] = { "", "K3QF-7MZA", zeros, few, foreign, "0x00" };
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GError) error = NULL;
    TqDigest read = digest_of ("kept");
    const TqDigest kept = read;
    g_assert_false (tq_digest_parse_hex (texts[i], &read, &error));
    g_assert_error (error, TQ_ERROR, TQ_ERROR_INVALID);
    g_assert_true (tq_digest_equal (&read, &kept));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/digest/sha256", test_sha256);
  g_test_add_func ("/base/digest/letters", test_letters);
  g_test_add_func ("/base/digest/typed-letters", test_typed_letters);
  g_test_add_func ("/base/digest/hex", test_hex);
  g_test_add_func ("/base/digest/hex-refused", test_hex_refused);
  return g_test_run ();
}
