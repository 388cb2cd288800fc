/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "base/ratio.h"
#include "store/store.h"

G_BEGIN_DECLS

gboolean
tq_members_count (TqStore *store, TqDay day, gint64 group, gint64 *out_count, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_members_check (TqStore *store, gint64 party, TqDay day, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_members_load_share (TqStore *store,
                                const char *key,
                                TqDay day,
                                TqRatio *out_share,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
gint64 tq_members_get_needed (TqRatio share, gint64 members, gboolean more_than);
gboolean tq_members_is_at_least (gint64 count, TqRatio share, gint64 members);
gboolean tq_members_holds_office (TqStore *store,
                                  gint64 party,
                                  const char *setting,
                                  TqDay day,
                                  gboolean *out_holds,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
