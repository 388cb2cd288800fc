/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* One side of a posting is zero, the other is positive. */
typedef struct {
  const char *account; /* owned by the journal */
  gint64 debit_minor;
  gint64 credit_minor;
} TqAllocationLine;

typedef struct {
  guint number; /* from 1, in its year */
  char *step;   /* the id of the rule, split or later step */
  char *memo;
  GArray *lines; /* of TqAllocationLine */
} TqAllocationEntry;

typedef struct {
  const char *account; /* owned by the journal */
  gint64 net_minor;    /* debit is positive */
} TqAllocationBalance;

/* The accounts that the steps know by their role. */
typedef struct {
  const char *result; /* of the year */
  const char *bank;
  const char *withheld;   /* tax withheld, payable */
  const char *redeemed;   /* equity to be paid back, payable */
  const char *reserve;    /* gets the deduction on leaving */
  const char *receivable; /* what members owe */
} TqAllocationAccounts;

#define TQ_ALLOCATION_ACCOUNTS_DEFAULT                                                             \
  ((TqAllocationAccounts){ "3310", "1010", "2120", "2130", "3210", "1310" })

typedef struct _TqAllocationJournal TqAllocationJournal;

TqAllocationJournal *tq_allocation_journal_new (void) G_GNUC_WARN_UNUSED_RESULT;
void tq_allocation_journal_free (TqAllocationJournal *journal);

gboolean tq_allocation_journal_open (TqAllocationJournal *journal,
                                     const char *account,
                                     gint64 net_minor,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
void tq_allocation_journal_begin (TqAllocationJournal *journal, const char *step, const char *memo);
gboolean tq_allocation_journal_post (TqAllocationJournal *journal,
                                     const char *account,
                                     const char *member,
                                     gint64 net_minor,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
void tq_allocation_journal_end (TqAllocationJournal *journal);
gint64 tq_allocation_journal_get_net (const TqAllocationJournal *journal,
                                      const char *account,
                                      const char *member);
GPtrArray *
tq_allocation_journal_steal_entries (TqAllocationJournal *journal) G_GNUC_WARN_UNUSED_RESULT;
GArray *
tq_allocation_journal_build_balances (const TqAllocationJournal *journal) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqAllocationJournal, tq_allocation_journal_free)

G_END_DECLS
