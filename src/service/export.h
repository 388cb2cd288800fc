/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "exchange/foreign-book.h"
#include "service/book.h"

#include <stdio.h>

G_BEGIN_DECLS

gboolean
tq_book_give (TqBook *book, const TqForeignSink *sink, GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_book_export (TqBook *book, const char *format, FILE *out, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
