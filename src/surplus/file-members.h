/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "base/json-reader.h"
#include "base/ratio.h"

G_BEGIN_DECLS

/* The members that a file names, with their place in it. */
typedef struct {
  GStrv ids;
  GHashTable *places; /* id -> index, as pointer */
} TqFileMembers;

TqFileMembers *tq_file_members_read (TqJsonNode object, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void tq_file_members_free (TqFileMembers *members);

TqFileMembers *tq_file_members_pick (const TqFileMembers *members,
                                     TqJsonNode list,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_file_members_find (const TqFileMembers *members, const char *id, guint *out_index);
gboolean tq_file_members_check (const TqFileMembers *members,
                                const char *id,
                                TqJsonNode place,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_file_members_read_ratios (const TqFileMembers *members,
                                      const TqFileMembers *picked,
                                      TqJsonNode object,
                                      TqRatio absent,
                                      TqRatio **out_ratios,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqFileMembers, tq_file_members_free)

G_END_DECLS
