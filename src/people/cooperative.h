/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* Who the book belongs to. Borrowed texts in a draft; a loaded one owns them. */
typedef struct {
  char *name;
  gint64 currency; /* event of the commodity in which the books are kept */
  char *unit;      /* "family" or "person": who decides and shares */
  int year_start_month;
  int year_start_day;
  char *language; /* of the papers: "es", "en" */
  gboolean practice;
} TqCooperative;

void tq_cooperative_free (TqCooperative *cooperative);
gboolean tq_cooperative_append (TqStore *store,
                                const TqAct *act,
                                const TqCooperative *draft,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean
tq_cooperative_apply (TqStore *store, const TqEvent *event, TqDecoder *body, GError **error);
TqCooperative *tq_cooperative_load (TqStore *store, GError **error) G_GNUC_WARN_UNUSED_RESULT;

gboolean tq_setting_append (TqStore *store,
                            const TqAct *act,
                            const char *key,
                            const char *value,
                            TqDay valid_from,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_setting_apply (TqStore *store, const TqEvent *event, TqDecoder *body, GError **error);
char *tq_setting_find (TqStore *store, const char *key, TqDay day, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
const char *tq_setting_get_default (const char *key);
gboolean tq_setting_get_known (guint index, const char **out_key, const char **out_help);
gboolean
tq_setting_load_int (TqStore *store, const char *key, TqDay day, gint64 *out_value, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqCooperative, tq_cooperative_free)

G_END_DECLS
