/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "ledger/account.h"

G_BEGIN_DECLS

/* The words for the keys of accounts and commodities as the window shows them, read once for many
 * rows. */
typedef struct _TqLabels TqLabels;

TqLabels *tq_labels_load (TqStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void tq_labels_free (TqLabels *labels);

const TqAccount *tq_labels_get_account (const TqLabels *labels, gint64 key);
const char *tq_labels_get_account_name (const TqLabels *labels, gint64 key);
const GPtrArray *tq_labels_get_accounts (const TqLabels *labels);
gint64 tq_labels_get_currency (const TqLabels *labels);
guint tq_labels_get_digits (const TqLabels *labels, gint64 commodity);
char *tq_labels_build_amount (const TqLabels *labels,
                              gint64 commodity,
                              gint64 minor) G_GNUC_WARN_UNUSED_RESULT;

char *tq_label_build_day (TqDay day) G_GNUC_WARN_UNUSED_RESULT;
char *tq_label_fold (const char *words) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_label_fits (const char *folded_label, const char *folded_words);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqLabels, tq_labels_free)

G_END_DECLS
