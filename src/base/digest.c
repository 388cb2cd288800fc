/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Digests and the letters by which people carry them.
 *
 * A digest is SHA-256 over a domain text with its closing NUL and the bytes of the thing, so that
 * the same bytes hashed for two purposes never give the same digest. Letters are the first bits of
 * the digest in base32 (RFC 4648, section 6: A-Z and 2-7, so that 0, 1 and 8 are never mistaken
 * for O, I and B), written in groups of four. */
#include "base/digest.h"

#include "base/error.h"
#include "base/i18n.h"

#include <string.h>

static const char base32_alphabet[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/* Begins a hash for the purpose *domain*, for example "tequio/v1/event". */
void
tq_hasher_start (TqHasher *hasher, const char *domain)
{
  hasher->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  tq_hasher_feed (hasher, domain, strlen (domain) + 1);
}

void
tq_hasher_feed (TqHasher *hasher, const void *bytes, gsize length)
{
  if (length > 0)
    g_checksum_update (hasher->checksum, bytes, (gssize) length);
}

/* Feeds eight bytes, the most significant first. */
void
tq_hasher_feed_int64 (TqHasher *hasher, gint64 value)
{
  const guint64 big = GUINT64_TO_BE ((guint64) value);
  tq_hasher_feed (hasher, &big, sizeof big);
}

/* Ends the hash and frees what it held. */
void
tq_hasher_finish (TqHasher *hasher, TqDigest *out_digest)
{
  gsize length = TQ_DIGEST_SIZE;
  g_checksum_get_digest (hasher->checksum, out_digest->bytes, &length);
  g_assert (length == TQ_DIGEST_SIZE);
  g_clear_pointer (&hasher->checksum, g_checksum_free);
}

gboolean
tq_digest_equal (const TqDigest *a, const TqDigest *b)
{
  return memcmp (a->bytes, b->bytes, TQ_DIGEST_SIZE) == 0;
}

/* 64 small hex digits (transfer full). */
char *
tq_digest_to_hex (const TqDigest *digest)
{
  GString *text = g_string_sized_new (TQ_DIGEST_SIZE * 2 + 1);
  for (guint i = 0; i < TQ_DIGEST_SIZE; i++)
    g_string_append_printf (text, "%02x", digest->bytes[i]);
  return g_string_free (text, FALSE);
}

/* The hex digits as paper carries them: sixteen groups of four (transfer full). */
char *
tq_digest_to_grouped_hex (const TqDigest *digest)
{
  GString *text = g_string_new (NULL);
  for (guint i = 0; i < TQ_DIGEST_SIZE; i++)
    g_string_append_printf (text, "%s%02x", i > 0 && i % 2 == 0 ? " " : "", digest->bytes[i]);
  return g_string_free (text, FALSE);
}

/* Reads 64 hex digits, blanks between them allowed, large or small. Raises TQ_ERROR_INVALID. */
gboolean
tq_digest_parse_hex (const char *text, TqDigest *out_digest, GError **error)
{
  TqDigest read = { { 0 } };
  guint count = 0;
  for (const char *p = text; *p != '\0'; p++) {
    if (*p == ' ')
      continue;
    if (!g_ascii_isxdigit (*p) || count == TQ_DIGEST_SIZE * 2) {
      count = 0;
      break;
    }
    read.bytes[count / 2] = (guint8) ((read.bytes[count / 2] << 4) | g_ascii_xdigit_value (*p));
    count++;
  }
  if (count != TQ_DIGEST_SIZE * 2) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_INVALID,
                 _ ("“%.80s” is not a digest. Type its 64 digits (0-9, a-f) or its 12 letters."),
                 text);
    return FALSE;
  }
  *out_digest = read;
  return TRUE;
}

/* The first *count* letters of the digest in groups of four, for example "K3QF-7MZA" (transfer
 * full). */
char *
tq_digest_to_letters (const TqDigest *digest, guint count)
{
  GString *text = g_string_new (NULL);
  g_return_val_if_fail (count * 5 <= TQ_DIGEST_SIZE * 8, g_string_free (text, FALSE));
  for (guint i = 0; i < count; i++) {
    const guint bit = i * 5;
    const guint pair = ((guint) digest->bytes[bit / 8] << 8) |
                       (bit / 8 + 1 < TQ_DIGEST_SIZE ? digest->bytes[bit / 8 + 1] : 0u);
    if (i > 0 && i % 4 == 0)
      g_string_append_c (text, '-');
    g_string_append_c (text, base32_alphabet[(pair >> (11 - bit % 8)) & 31]);
  }
  return g_string_free (text, FALSE);
}

/* Whether *letters*, as a person types them (any case, blanks and hyphens left out or not), are the
 * first *count* letters of the digest. */
gboolean
tq_digest_matches_letters (const TqDigest *digest, const char *letters, guint count)
{
  g_autofree char *expected = tq_digest_to_letters (digest, count);
  const char *e = expected;
  for (const char *p = letters; *p != '\0'; p++) {
    if (*p == ' ' || *p == '-')
      continue;
    if (*e == '-')
      e++;
    if (*e == '\0' || g_ascii_toupper (*p) != *e)
      return FALSE;
    e++;
  }
  return *e == '\0';
}
