/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "store/statement.h"

G_BEGIN_DECLS

/* Makes a record from the row at which a statement stands (transfer full). */
typedef gpointer (*TqReadRow) (TqStatement *statement);

GPtrArray *tq_statement_read_all (TqStatement *statement,
                                  TqReadRow read,
                                  GDestroyNotify free_record,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
