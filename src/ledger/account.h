/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

typedef enum {
  TQ_ACCOUNT_ASSET,
  TQ_ACCOUNT_LIABILITY,
  TQ_ACCOUNT_EQUITY,
  TQ_ACCOUNT_INCOME,
  TQ_ACCOUNT_EXPENSE,
} TqAccountKind;

/* A line of the chart. Families and persons are a dimension of its postings, not accounts. */
typedef struct {
  gint64 event;    /* its key */
  gint64 parent;   /* 0 at the top */
  char *code;      /* (nullable) */
  char *full_name; /* parts joined by ':' */
  TqAccountKind kind;
  char *role;   /* (nullable) what forms and the surplus look for: "cash", "reserve", … */
  TqDay closed; /* TQ_DAY_NONE while open */
} TqAccount;

void tq_account_free (TqAccount *account);
const char *tq_account_kind_get_name (TqAccountKind kind);
gboolean tq_account_kind_parse (const char *name,
                                TqAccountKind *out_kind,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean tq_account_append (TqStore *store,
                            const TqAct *act,
                            const TqAccount *draft,
                            gint64 *out_event,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_account_append_edit (TqStore *store,
                                 const TqAct *act,
                                 gint64 account,
                                 const char *code,
                                 const char *role,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_account_append_close (TqStore *store, const TqAct *act, gint64 account, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_account_apply (TqStore *store, const TqEvent *event, TqDecoder *body, GError **error);
gboolean
tq_account_apply_edit (TqStore *store, const TqEvent *event, TqDecoder *body, GError **error);
gboolean
tq_account_apply_close (TqStore *store, const TqEvent *event, TqDecoder *body, GError **error);

TqAccount *tq_account_load (TqStore *store, gint64 event, GError **error) G_GNUC_WARN_UNUSED_RESULT;
TqAccount *tq_account_load_by_name (TqStore *store,
                                    const char *name_or_code,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
TqAccount *tq_account_load_by_role (TqStore *store,
                                    const char *role,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
GPtrArray *tq_account_load_all (TqStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqAccount, tq_account_free)

G_END_DECLS
