/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "exchange/foreign-book.h"

#include <stdio.h>

G_BEGIN_DECLS

/* Takes a book and writes it for beancount. Used with g_autoptr. */
typedef struct _TqBeancountWriter TqBeancountWriter;

TqBeancountWriter *tq_beancount_writer_new (FILE *out) G_GNUC_WARN_UNUSED_RESULT;
void tq_beancount_writer_free (TqBeancountWriter *writer);
TqForeignSink tq_beancount_writer_get_sink (TqBeancountWriter *writer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqBeancountWriter, tq_beancount_writer_free)

G_END_DECLS
