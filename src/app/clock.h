/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "base/day.h"

G_BEGIN_DECLS

gint64 tq_clock_get_now (void);
TqDay tq_clock_get_today (void);

G_END_DECLS
