/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* Rolls back when it goes out of scope without a commit. */
typedef struct _TqTransaction TqTransaction;

TqTransaction *tq_transaction_begin (TqStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean
tq_transaction_commit (TqTransaction *transaction, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void tq_transaction_end (TqTransaction *transaction);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqTransaction, tq_transaction_end)

G_END_DECLS
