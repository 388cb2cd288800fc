/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "exchange/decimal.h"
#include "exchange/foreign-book.h"

G_BEGIN_DECLS

#define TQ_HLEDGER_NONE G_MAXUINT

/* How numbers are written, as a commodity, D or decimal-mark directive says; 0 where it does not
 * say. */
typedef struct {
  char decimal_mark;
  char group_mark;
  guint digits;
  gint64 line;
} TqHledgerStyle;

typedef struct {
  char *symbol;
  guint digits;       /* most that any amount of it needs, at most 9 */
  guint shown_digits; /* most that any posting shows: hledger's tolerance */
  gboolean shown;
  gboolean used;       /* a posting moves it, or has its value in it */
  gboolean told_comma; /* said that a comma was read as its decimal mark */
  GArray *styles;      /* TqHledgerStyle of its directives, by line; NULL if none */
  guint place;         /* in the order in which they are handed over */
} TqHledgerCommodity;

typedef struct {
  char *name;
  gboolean has_kind;
  TqForeignKind kind;
} TqHledgerAccount;

/* An alias and those before it. */
typedef struct _TqHledgerAlias TqHledgerAlias;
struct _TqHledgerAlias {
  char *old_name;
  char *new_name;
  const TqHledgerAlias *next;
};

/* An account of "apply account", with those around it. */
typedef struct _TqHledgerApplied TqHledgerApplied;
struct _TqHledgerApplied {
  char *prefix;
  const TqHledgerApplied *outer;
};

/* What the directives above a line say about it. Never changed once a line lies below it. */
typedef struct {
  gint64 line;
  int year;          /* 0: none */
  char decimal_mark; /* 0: none */
  guint default_commodity;
  TqHledgerStyle default_style;
  const TqHledgerAlias *aliases;
  const TqHledgerApplied *applied;
} TqHledgerScope;

/* What is told in the end, once for all lines of its kind. */
typedef enum {
  TQ_HLEDGER_TOLD_DATE2,
  TQ_HLEDGER_TOLD_POSTING_DATE,
  TQ_HLEDGER_TOLD_PENDING,
  TQ_HLEDGER_TOLD_PRICE,
  TQ_HLEDGER_TOLD_LOT,
  TQ_HLEDGER_TOLD_BRACKETS,
  TQ_HLEDGER_TOLD_PERIODIC,
  TQ_HLEDGER_TOLD_IGNORED,
  TQ_HLEDGER_TOLD_EMPTY,
  TQ_HLEDGER_TOLD_INFERRED_COST,
  TQ_HLEDGER_TOLD_ROUNDED,
  TQ_HLEDGER_TOLD_LAST,
} TqHledgerTold;

/* A journal while it is read: what was found, and the line that is being read. */
typedef struct {
  const char *file_name;
  gint64 line;
  gboolean second_pass;
  GPtrArray *commodities; /* TqHledgerCommodity */
  GHashTable *commodity_of;
  GPtrArray *accounts; /* TqHledgerAccount */
  GHashTable *account_of;
  GPtrArray *scopes;           /* TqHledgerScope */
  GPtrArray *aliases;          /* TqHledgerAlias, owned */
  GPtrArray *applied;          /* TqHledgerApplied, owned */
  const TqHledgerScope *scope; /* of the line */
  GString *name;               /* of the account that is being read */
  GArray *remarks;             /* sentences about single lines */
  gint64 told_count[TQ_HLEDGER_TOLD_LAST];
  gint64 told_line[TQ_HLEDGER_TOLD_LAST];
} TqHledgerJournal;

void tq_hledger_journal_init (TqHledgerJournal *journal, const char *file_name);
void tq_hledger_journal_clear (TqHledgerJournal *journal);
gboolean tq_hledger_fail (const TqHledgerJournal *journal, GError **error, const char *format, ...)
  G_GNUC_PRINTF (3, 4);
guint tq_hledger_find_commodity (TqHledgerJournal *journal, const char *symbol, GError **error);
guint tq_hledger_find_account (TqHledgerJournal *journal, const char *name, GError **error);
TqHledgerCommodity *tq_hledger_get_commodity (const TqHledgerJournal *journal, guint index);
TqHledgerAccount *tq_hledger_get_account (const TqHledgerJournal *journal, guint index);
const TqHledgerStyle *tq_hledger_get_style (const TqHledgerJournal *journal, guint commodity);
TqHledgerScope *tq_hledger_push_scope (TqHledgerJournal *journal);
void tq_hledger_use_scope (TqHledgerJournal *journal, gint64 line);
void tq_hledger_tell (TqHledgerJournal *journal, TqHledgerTold what);
void tq_hledger_remark (TqHledgerJournal *journal, TqForeignNoteKind kind, char *text);
void tq_hledger_need_digits (TqHledgerJournal *journal, guint commodity, TqDecimal value);
void tq_hledger_show_digits (TqHledgerJournal *journal, guint commodity, guint digits);
gboolean
tq_hledger_send_notes (TqHledgerJournal *journal, const TqForeignSink *sink, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (TqHledgerJournal, tq_hledger_journal_clear)

G_END_DECLS
