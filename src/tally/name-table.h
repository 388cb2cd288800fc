/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Numbers names in the order in which they came; made for hundreds of thousands. */
typedef struct _TqNameTable TqNameTable;

#define TQ_NAME_NONE G_MAXUINT32

TqNameTable *tq_name_table_new (void) G_GNUC_WARN_UNUSED_RESULT;
void tq_name_table_free (TqNameTable *table);
guint32 tq_name_table_find (const TqNameTable *table, const char *name, gsize length);
gboolean tq_name_table_add (TqNameTable *table, const char *name, gsize length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqNameTable, tq_name_table_free)

G_END_DECLS
