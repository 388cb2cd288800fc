/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

typedef enum {
  TQ_ENTRY_TYPED,
  TQ_ENTRY_FORM,
  TQ_ENTRY_IMPORT,
  TQ_ENTRY_DECISION, /* made by a decision or paid on one of its lines */
  TQ_ENTRY_CLOSING,  /* income and expense carried to the result */
  TQ_ENTRY_REVERSAL,
} TqEntrySource;

/* One line of an entry; debits are positive, credits negative. */
typedef struct {
  gint64 account;
  gint64 party; /* family or person, 0 for none */
  gint64 commodity;
  gint64 amount;          /* minor units of commodity */
  gint64 value_commodity; /* in what it is balanced: commodity itself, or the price's */
  gint64 value; /* minor units of value_commodity; equals amount where they are the same */
} TqPosting;

/* A journal entry, being written or loaded. Used with g_auto (TqEntry); owns its texts. */
typedef struct {
  gint64 event; /* 0 while it is written */
  TqDay day;
  char *text;
  char *reference;
  TqEntrySource source;
  char *source_detail; /* digest of the imported file, name of the form, … */
  gint64 reverses;     /* the entry that this one undoes, 0 for none */
  GArray *postings;    /* of TqPosting */
} TqEntry;

void tq_entry_init (TqEntry *entry, TqDay day, const char *text);
void tq_entry_clear (TqEntry *entry);
void
tq_entry_add (TqEntry *entry, gint64 account, gint64 party, gint64 commodity, gint64 amount_minor);
void tq_entry_add_priced (TqEntry *entry, const TqPosting *posting);
gboolean
tq_entry_find_difference (const TqEntry *entry, gint64 *out_commodity, gint64 *out_difference);
gboolean tq_entry_check (const TqEntry *entry, GError **error) G_GNUC_WARN_UNUSED_RESULT;

void tq_entry_encode (const TqEntry *entry, TqEncoder *encoder);
void tq_entry_decode (TqEntry *entry, TqDecoder *decoder);
gboolean tq_entry_insert (TqStore *store, gint64 event, const TqEntry *entry, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

gboolean tq_entry_append (TqStore *store,
                          const TqAct *act,
                          TqEntry *entry,
                          gint64 *out_event,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_entry_append_reversal (TqStore *store,
                                   const TqAct *act,
                                   gint64 event,
                                   const char *why,
                                   gint64 *out_event,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_entry_apply (TqStore *store, const TqEvent *event, TqDecoder *body, GError **error);
gboolean tq_entry_load (TqStore *store, gint64 event, TqEntry *out_entry, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_entry_normalize (TqEntry *entry, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TqEntry, tq_entry_clear)

G_END_DECLS
