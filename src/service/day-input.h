/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "base/day.h"

G_BEGIN_DECLS

gboolean tq_day_input_parse (const char *typed, TqDay today, TqDay *out_day, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
