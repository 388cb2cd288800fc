/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* A prepared statement, taken from the store's pool; g_autoptr gives it back. */
typedef struct _TqStatement TqStatement;

TqStatement *
tq_statement_new (TqStore *store, const char *sql, GError **error) G_GNUC_WARN_UNUSED_RESULT;
void tq_statement_release (TqStatement *statement);

void tq_statement_bind_int (TqStatement *statement, const char *name, gint64 value);
void tq_statement_bind_text (TqStatement *statement, const char *name, const char *text);
void
tq_statement_bind_bytes (TqStatement *statement, const char *name, const void *bytes, gsize length);

void tq_statement_bind_null (TqStatement *statement, const char *name);

gboolean tq_statement_step (TqStatement *statement,
                            gboolean *out_row,
                            GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_statement_run (TqStatement *statement, GError **error) G_GNUC_WARN_UNUSED_RESULT;

gint64 tq_statement_get_int (TqStatement *statement, int column);
const char *tq_statement_get_text (TqStatement *statement, int column);
const guint8 *tq_statement_get_bytes (TqStatement *statement, int column, gsize *out_length);
gboolean tq_statement_is_null (TqStatement *statement, int column);

/* A value for a parameter. A list of them ends with TQ_END. */
typedef struct {
  const char *name;
  char type; /* I, S, B or N */
  gint64 value;
  const void *bytes;
  gsize length;
} TqBinding;

#define TQ_INT(name, value) ((TqBinding){ (name), 'I', (value), NULL, 0 })
#define TQ_TEXT(name, text) ((TqBinding){ (name), 'S', 0, (text), 0 })
#define TQ_BYTES(name, bytes, length) ((TqBinding){ (name), 'B', 0, (bytes), (length) })
#define TQ_NULL(name) ((TqBinding){ (name), 'N', 0, NULL, 0 })
#define TQ_INT_OR_NULL(name, value) ((value) != 0 ? TQ_INT (name, value) : TQ_NULL (name))
#define TQ_END ((TqBinding){ NULL, 0, 0, NULL, 0 })
#define TQ_BINDINGS(...) ((const TqBinding[]){ __VA_ARGS__, TQ_END })

TqStatement *tq_statement_query (TqStore *store,
                                 const char *sql,
                                 const TqBinding *bindings,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_statement_execute (TqStore *store,
                               const char *sql,
                               const TqBinding *bindings,
                               GError **error) G_GNUC_WARN_UNUSED_RESULT;
gboolean tq_statement_find_int (TqStore *store,
                                const char *sql,
                                const TqBinding *bindings,
                                gint64 *out_value,
                                GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqStatement, tq_statement_release)

G_END_DECLS
