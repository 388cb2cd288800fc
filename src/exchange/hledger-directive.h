/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "exchange/hledger-entry.h"

G_BEGIN_DECLS

/* What the indented lines below a directive belong to. */
typedef struct {
  gboolean skipping;   /* they belong to a directive or a rule */
  gboolean in_comment; /* between "comment" and "end comment" */
  guint commodity;     /* of a commodity directive that may have a format, or TQ_HLEDGER_NONE */
  guint account;       /* of an account directive that may have a type, or TQ_HLEDGER_NONE */
} TqHledgerBlock;

gboolean tq_hledger_read_directive (TqHledgerJournal *journal,
                                    TqHledgerBlock *block,
                                    const char *line,
                                    GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_hledger_read_directive_line (TqHledgerJournal *journal,
                                         TqHledgerBlock *block,
                                         const char *line,
                                         GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
