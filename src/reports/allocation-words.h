/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "reports/flow.h"
#include "surplus/allocation-file.h"

G_BEGIN_DECLS

/* How an allocation is put into words and figures, for all its papers. */
typedef struct {
  const TqAllocationFile *file;
  guint digits;         /* of the currency */
  GHashTable *members;  /* id -> name, not owned */
  GHashTable *accounts; /* code -> name, not owned */
} TqAllocationWords;

TqAllocationWords *tq_allocation_words_new (const TqAllocationFile *file) G_GNUC_WARN_UNUSED_RESULT;
void tq_allocation_words_free (TqAllocationWords *words);

char *tq_allocation_words_dup_money (const TqAllocationWords *words,
                                     gint64 amount_minor) G_GNUC_WARN_UNUSED_RESULT;
char *tq_allocation_words_dup_exact (const TqAllocationWords *words,
                                     mpq_srcptr value) G_GNUC_WARN_UNUSED_RESULT;
const char *tq_allocation_words_get_member (const TqAllocationWords *words, const char *member);
char *tq_allocation_words_dup_account (const TqAllocationWords *words,
                                       const char *account) G_GNUC_WARN_UNUSED_RESULT;
char *tq_allocation_words_dup_formula (const TqAllocationWords *words,
                                       const TqExpression *formula) G_GNUC_WARN_UNUSED_RESULT;
void tq_allocation_words_add_pair (const TqAllocationWords *words,
                                   TqBlock *pairs,
                                   const char *label,
                                   gint64 amount_minor);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqAllocationWords, tq_allocation_words_free)

G_END_DECLS
