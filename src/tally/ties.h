/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "base/json-writer.h"

G_BEGIN_DECLS

/* How ties are broken that a method's own rule leaves open. */
typedef enum {
  TQ_TIES_CHEAPEST, /* lower cost, then more votes; then the assembly decides */
  TQ_TIES_ID,       /* smallest name by code points: to check against reference files */
  TQ_TIES_LOT,      /* as cheapest, then an order drawn and stored before the count */
} TqTiePolicy;

/* What broke a tie. */
typedef enum {
  TQ_TIE_BY_COST,
  TQ_TIE_BY_VOTES,
  TQ_TIE_BY_ID,
  TQ_TIE_BY_LOT,
  TQ_TIE_BY_LISTING, /* the one that is listed first */
  TQ_TIE_BY_EARLIER_STAGE,
  TQ_TIE_BY_HEAD_TO_HEAD,
  TQ_TIE_BY_SUM,
  TQ_TIE_BY_TOP_SCORES,
  TQ_TIE_BY_NO_EFFECT, /* whichever goes first, the outcome is the same */
  TQ_TIE_BY_ASSEMBLY,  /* nothing did: the assembly decides */
} TqTieBreaker;

typedef struct _TqTieRule TqTieRule;
typedef struct _TqTieLog TqTieLog;

TqTieRule *tq_tie_rule_parse (const char *text, GError **error) G_GNUC_WARN_UNUSED_RESULT;
TqTieRule *tq_tie_rule_new_lot (const char *origin,
                                const char *names,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
void tq_tie_rule_free (TqTieRule *rule);
TqTiePolicy tq_tie_rule_get_policy (const TqTieRule *rule);
gboolean tq_tie_rule_rank (const TqTieRule *rule,
                           const char *const *names,
                           guint count,
                           guint *out_ranks,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

TqTieLog *tq_tie_log_new (void) G_GNUC_WARN_UNUSED_RESULT;
void tq_tie_log_free (TqTieLog *log);
void tq_tie_log_begin (TqTieLog *log, guint step, const char *picked, TqTieBreaker broken_by);
void tq_tie_log_add_tied (TqTieLog *log, const char *name);
guint tq_tie_log_get_count (const TqTieLog *log);
gboolean tq_tie_log_is_open (const TqTieLog *log);
void tq_tie_log_write_json (const TqTieLog *log, TqJsonWriter *writer);
void tq_tie_log_write_text (const TqTieLog *log, GString *text);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqTieRule, tq_tie_rule_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqTieLog, tq_tie_log_free)

G_END_DECLS
