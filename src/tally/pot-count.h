/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "tally/count-options.h"
#include "tally/pot.h"

G_BEGIN_DECLS

gboolean
tq_pot_count (const char *rule, const TqPot *pot, TqJsonWriter *json, GString *text, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_pot_count_file (const char *rule,
                            const char *path,
                            const TqCountOptions *options,
                            TqJsonWriter *json,
                            GString *text,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
