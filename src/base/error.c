/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "base/error.h"

#include "base/i18n.h"

#include <errno.h>

G_DEFINE_QUARK (tq_error, tq_error)

/* Raises TQ_ERROR_NOT_FOUND or TQ_ERROR_STORE for a file from outside; *reason* is the errno.
 * Returns FALSE. */
gboolean
tq_error_set_unreadable (GError **error, const char *path, int reason)
{
  g_set_error (error,
               TQ_ERROR,
               reason == ENOENT ? TQ_ERROR_NOT_FOUND : TQ_ERROR_STORE,
               _ ("The file “%s” cannot be read: %s."),
               path,
               g_strerror (reason));
  return FALSE;
}
