/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "people/cooperative.h"
#include "store/verify.h"

G_BEGIN_DECLS

#define TQ_TYPE_BOOK (tq_book_get_type ())
G_DECLARE_FINAL_TYPE (TqBook, tq_book, TQ, BOOK, GObject)

/* What a new book begins with. */
typedef struct {
  const char *name;
  const char *currency;   /* symbol, for example "MXN" */
  const char *unit;       /* "family" or "person" */
  const char *language;   /* of accounts and papers: "en", "es" */
  const char *chart_path; /* (nullable) a chart of accounts, NULL for none */
  const char *rules_path; /* (nullable) a set of rules for the surplus, NULL for none */
  GPtrArray *left_out;    /* with rules_path: gets the names of the rules that a book cannot keep */
  int year_start_month;
  int year_start_day;
  gboolean practice;
} TqBookDraft;

/* Gives the label of the clock, in seconds since 1970. */
typedef gint64 (*TqClock) (void);

/* The acts of one transaction. What it appends is kept only when it returns TRUE. */
typedef gboolean (
  *TqBookAct) (TqStore *store, const TqAct *act, gpointer data, gint64 *out_event, GError **error);

TqBook *tq_book_create (const char *path,
                        const TqBookDraft *draft,
                        const char *actor,
                        TqClock clock,
                        TqDay day,
                        GError **error) G_GNUC_WARN_UNUSED_RESULT;
TqBook *
tq_book_open (const char *path, TqStoreMode mode, const char *actor, TqClock clock, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
TqBook *tq_book_open_snapshot (TqBook *book, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_book_perform (TqBook *book,
                          TqDay day,
                          TqBookAct func,
                          gpointer data,
                          gint64 *out_event,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

TqStore *tq_book_get_store (TqBook *book);
const TqCooperative *tq_book_get_cooperative (TqBook *book);
const char *tq_book_get_path (TqBook *book);
gint64 tq_book_get_now (TqBook *book);
void tq_book_set_actor (TqBook *book, const char *actor);
gint64 tq_book_get_last_event (TqBook *book);

gboolean tq_book_verify (TqBook *book,
                         TqVerifyProgress progress,
                         gpointer user_data,
                         TqVerification *out_found,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_book_back_up (TqBook *book, const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *tq_book_build_slip (TqBook *book, gint64 event, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
