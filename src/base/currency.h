/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

guint tq_currency_get_digits (const char *code);
gboolean tq_currency_is_code (const char *code);

G_END_DECLS
