/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "tally/count-options.h"

G_BEGIN_DECLS

/* A file of the test's own that is gone when the test ends. */
char *counting_write_file (const char *extension, const char *contents, gssize length);
char *counting_tally (const char *rule,
                      const char *path,
                      const char *lot,
                      guint seats,
                      GString *text,
                      GError **error);
char *counting_tally_contents (const char *rule,
                               const char *contents,
                               const char *lot,
                               guint seats,
                               GError **error);

G_END_DECLS
