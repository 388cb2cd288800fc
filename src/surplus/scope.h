/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "surplus/allocation-journal.h"
#include "surplus/expression.h"

G_BEGIN_DECLS

/* A sum that is being applied. */
typedef struct {
  char *name;
  gint64 start_minor;     /* what the year began with */
  gint64 received_minor;  /* start, and what rules moved here */
  gint64 remaining_minor; /* what no rule has taken yet */
  gboolean moved;         /* made by a rule, not by the year */
} TqPool;

typedef struct _TqScope TqScope;

TqScope *tq_scope_new (TqAllocationJournal *journal) G_GNUC_WARN_UNUSED_RESULT;
void tq_scope_free (TqScope *scope);

TqAllocationJournal *tq_scope_get_journal (TqScope *scope);
GPtrArray *tq_scope_get_pools (TqScope *scope);
gboolean tq_scope_set_value (TqScope *scope, const char *name, gint64 value, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_scope_open_pool (TqScope *scope, const char *name, gint64 start_minor, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_scope_fill_pool (TqScope *scope, const char *name, gint64 amount_minor, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
TqPool *tq_scope_find_pool (TqScope *scope, const char *name);
gboolean tq_scope_evaluate (const TqScope *scope,
                            const TqExpression *expression,
                            mpq_ptr out_value,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_scope_evaluate_whole (const TqScope *scope,
                                  const TqExpression *expression,
                                  gint64 *out_value,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqScope, tq_scope_free)

G_END_DECLS
