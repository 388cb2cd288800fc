/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "exchange/foreign-book.h"

#include <stdio.h>

G_BEGIN_DECLS

/* Takes a book and writes it as a journal. Used with g_autoptr. */
typedef struct _TqHledgerWriter TqHledgerWriter;

TqHledgerWriter *tq_hledger_writer_new (FILE *out) G_GNUC_WARN_UNUSED_RESULT;
void tq_hledger_writer_free (TqHledgerWriter *writer);
TqForeignSink tq_hledger_writer_get_sink (TqHledgerWriter *writer);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqHledgerWriter, tq_hledger_writer_free)

G_END_DECLS
