/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#pragma once

#include "base/ratio.h"

G_BEGIN_DECLS

typedef struct {
  char *name;
  TqRatio coefficient;
} TqTerm;

/* A sum of named amounts, each times a coefficient: [["surplus", 1], ["capital", -1/4]]. */
typedef struct {
  GArray *terms; /* of TqTerm */
} TqExpression;

/* Finds the amount under a name; FALSE with TQ_ERROR_NOT_FOUND where there is none. */
typedef gboolean (*TqNameFunc) (gconstpointer names,
                                const char *name,
                                gint64 *out_value,
                                GError **error);

TqExpression *tq_expression_new (void) G_GNUC_WARN_UNUSED_RESULT;
TqExpression *tq_expression_new_single (const char *name) G_GNUC_WARN_UNUSED_RESULT;
void tq_expression_free (TqExpression *expression);
void tq_expression_add (TqExpression *expression, const char *name, TqRatio coefficient);
gboolean tq_expression_evaluate (const TqExpression *expression,
                                 TqNameFunc find,
                                 gconstpointer names,
                                 mpq_ptr out_value,
                                 GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TqExpression, tq_expression_free)

G_END_DECLS
