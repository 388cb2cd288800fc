/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "assembly/case.h"

G_BEGIN_DECLS

/* What a case begins with; texts are borrowed. */
typedef struct {
  TqCaseKind kind;
  const char *title;
  TqDay starts; /* of the period; for a case without accounts the day itself */
  TqDay through;
} TqCaseDraft;

gboolean tq_case_append (TqStore *store,
                         const TqAct *act,
                         const TqCaseDraft *draft,
                         gint64 *out_event,
                         GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_case_apply (TqStore *store, const TqEvent *event, TqDecoder *body, GError **error);
gboolean tq_payment_append_outside (TqStore *store,
                                    const TqAct *act,
                                    TqPayment *draft,
                                    gint64 *out_event,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean
tq_payment_apply_outside (TqStore *store, const TqEvent *event, TqDecoder *body, GError **error);

G_END_DECLS
