/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TQ_DIGEST_SIZE 32u
#define TQ_SEAL_LETTERS 12u /* letters of a seal, typed back from paper */
#define TQ_SLIP_LETTERS 8u  /* letters on a slip, a receipt, a page */

/* A SHA-256 digest. */
typedef struct {
  guint8 bytes[TQ_DIGEST_SIZE];
} TqDigest;

/* Feeds one hash; a stack value, started and finished once. */
typedef struct {
  GChecksum *checksum;
} TqHasher;

void tq_hasher_start (TqHasher *hasher, const char *domain);
void tq_hasher_feed (TqHasher *hasher, const void *bytes, gsize length);
void tq_hasher_feed_int64 (TqHasher *hasher, gint64 value);
void tq_hasher_finish (TqHasher *hasher, TqDigest *out_digest);

gboolean tq_digest_equal (const TqDigest *a, const TqDigest *b);
char *tq_digest_to_hex (const TqDigest *digest) G_GNUC_WARN_UNUSED_RESULT;
char *tq_digest_to_grouped_hex (const TqDigest *digest) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_digest_parse_hex (const char *text,
                              TqDigest *out_digest,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *tq_digest_to_letters (const TqDigest *digest, guint count) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_digest_matches_letters (const TqDigest *digest, const char *letters, guint count);

G_END_DECLS
