/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "exchange/foreign-book.h"

G_BEGIN_DECLS

gboolean tq_hledger_read (const char *path,
                          const TqForeignSink *sink,
                          GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
