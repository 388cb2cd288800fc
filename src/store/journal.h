/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean tq_journal_is_beside (const char *path);
char *tq_journal_dup_copy_path (const char *path, gboolean apart, GError **error);
gboolean
tq_journal_copy (const char *path, const char *copy, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean
tq_journal_restore (const char *path, const char *copy, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_journal_recover (const char *path,
                             gboolean *out_restored,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
void tq_journal_discard (const char *copy, gboolean apart);

G_END_DECLS
