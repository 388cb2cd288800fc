/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "base/day.h"
#include "base/digest.h"

#include <stdio.h>

G_BEGIN_DECLS

typedef enum {
  TQ_FOREIGN_ASSET,
  TQ_FOREIGN_LIABILITY,
  TQ_FOREIGN_EQUITY,
  TQ_FOREIGN_INCOME,
  TQ_FOREIGN_EXPENSE,
} TqForeignKind;

/* Where the kind of an account was taken from. */
typedef enum {
  TQ_FOREIGN_KIND_DECLARED, /* the source says so */
  TQ_FOREIGN_KIND_NAMED,    /* the first part of the name says so */
  TQ_FOREIGN_KIND_GUESSED,  /* nothing says so: taken as an asset, and said */
} TqForeignKindOrigin;

typedef struct {
  const char *file_name; /* without its folder */
  TqDigest digest;       /* SHA-256 of the bytes of the file */
  gint64 n_entries;      /* entries read, before any is left out */
} TqForeignSource;

typedef struct {
  const char *symbol; /* as the source writes it, "" where it writes none */
  guint digits;       /* 0 to 9 */
} TqForeignCommodity;

typedef struct {
  const char *name; /* full name, parts joined by ":" */
  TqForeignKind kind;
  TqForeignKindOrigin kind_origin;
} TqForeignAccount;

typedef struct {
  guint account;         /* place in the order in which accounts were handed over */
  guint commodity;       /* likewise for commodities */
  guint value_commodity; /* the commodity of the cost, or the same */
  gint64 amount_minor;
  gint64 value_minor; /* the amount at cost; the amount itself where no cost is given */
} TqForeignPosting;

typedef struct {
  TqDay day;
  const char *text; /* payee and description */
  const char *code; /* number or reference, or "" */
  const char *note; /* comments, lines parted by line feeds, or "" */
  const TqForeignPosting *postings;
  guint n_postings;
  gint64 line;       /* in the source, from 1 */
  TqDigest identity; /* hash of the meaning */
  guint repeat;      /* 0 for the first entry of this identity, 1 for the next identical one */
} TqForeignEntry;

typedef enum {
  TQ_FOREIGN_NOTE_LEFT_OUT,
  TQ_FOREIGN_NOTE_INFERRED,
  TQ_FOREIGN_NOTE_GUESSED,
  TQ_FOREIGN_NOTE_IMBALANCE,
} TqForeignNoteKind;

typedef struct {
  TqForeignNoteKind kind;
  const char *text; /* a whole translated sentence */
  gint64 line;      /* where first, or 0 */
} TqForeignNote;

/* What takes a book from a reader, or a book from us to a writer. Every door may be NULL and may
 * refuse with an error, which ends the reading. Order: begin, commodities, accounts, then entries
 * by day with notes among them; an account may follow later, before its first use. */
typedef struct {
  gboolean (*begin) (const TqForeignSource *source, gpointer user_data, GError **error);
  gboolean (*commodity) (const TqForeignCommodity *commodity, gpointer user_data, GError **error);
  gboolean (*account) (const TqForeignAccount *account, gpointer user_data, GError **error);
  gboolean (*entry) (const TqForeignEntry *entry, gpointer user_data, GError **error);
  gboolean (*note) (const TqForeignNote *note, gpointer user_data, GError **error);
  gboolean (*progress) (gint64 done, gint64 total, gpointer user_data, GError **error);
  gpointer user_data;
} TqForeignSink;

/* Counts identical entries of one day. */
typedef struct {
  GHashTable *seen;
  TqDay day;
} TqForeignRepeats;

gboolean tq_foreign_kind_find (const char *account_name, TqForeignKind *out_kind);
void tq_foreign_entry_identify (TqForeignEntry *entry,
                                const char *const *account_names,
                                const TqForeignCommodity *commodities);
gboolean tq_foreign_check_written (FILE *out, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *tq_foreign_make_unique (GHashTable *used, const char *name) G_GNUC_WARN_UNUSED_RESULT;
void tq_foreign_repeats_init (TqForeignRepeats *repeats);
void tq_foreign_repeats_clear (TqForeignRepeats *repeats);
guint tq_foreign_repeats_count (TqForeignRepeats *repeats, TqDay day, const TqDigest *identity);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TqForeignRepeats, tq_foreign_repeats_clear)

G_END_DECLS
