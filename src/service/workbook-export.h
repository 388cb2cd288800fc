/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "service/book.h"

G_BEGIN_DECLS

gboolean
tq_book_export_workbook (TqBook *book, const char *path, GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
