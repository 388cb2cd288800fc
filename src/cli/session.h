/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "cli/command.h"
#include "service/book.h"

G_BEGIN_DECLS

/* What the commands that work on a book share. */
TqBook *tq_session_open (TqCli *cli, TqStoreMode mode, GError **error) G_GNUC_WARN_UNUSED_RESULT;
const char *tq_session_get_actor (TqCli *cli);
const char *tq_session_get_language (void);
gint64 tq_session_now (void);
TqDay tq_session_today (void);
gboolean tq_session_parse_day (const char *text, TqDay fallback, TqDay *out_day, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_session_require (const char *value,
                             const char *option,
                             GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_session_dispatch (TqCli *cli,
                              int argc,
                              char **argv,
                              const TqCommand *verbs,
                              gsize n_verbs,
                              GError **error) G_GNUC_WARN_UNUSED_RESULT;
char *tq_session_find_data (const char *folder,
                            const char *name,
                            const char *suffix,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_session_progress (gint64 done, gint64 total, gpointer user_data);

G_END_DECLS
