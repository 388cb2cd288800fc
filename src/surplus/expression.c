/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "surplus/expression.h"

static void
clear_term (gpointer data)
{
  TqTerm *term = data;
  g_free (term->name);
}

/* An empty sum, which is zero. */
TqExpression *
tq_expression_new (void)
{
  TqExpression *expression = g_new0 (TqExpression, 1);
  expression->terms = g_array_new (FALSE, FALSE, sizeof (TqTerm));
  g_array_set_clear_func (expression->terms, clear_term);
  return expression;
}

/* One named amount as it is. */
TqExpression *
tq_expression_new_single (const char *name)
{
  TqExpression *expression = tq_expression_new ();
  tq_expression_add (expression, name, (TqRatio){ 1, 1 });
  return expression;
}

void
tq_expression_free (TqExpression *expression)
{
  if (expression == NULL)
    return;
  g_array_unref (expression->terms);
  g_free (expression);
}

void
tq_expression_add (TqExpression *expression, const char *name, TqRatio coefficient)
{
  const TqTerm term = { g_strdup (name), coefficient };
  g_return_if_fail (coefficient.den > 0);
  g_array_append_val (expression->terms, term);
}

/* The exact value in *out_value*, which the caller has initialised. Raises what *find* raises. */
gboolean
tq_expression_evaluate (const TqExpression *expression,
                        TqNameFunc find,
                        gconstpointer names,
                        mpq_ptr out_value,
                        GError **error)
{
  gboolean found = TRUE;
  mpq_t product, coefficient;
  mpq_inits (product, coefficient, NULL);
  mpq_set_ui (out_value, 0, 1);
  for (guint i = 0; i < expression->terms->len && found; i++) {
    const TqTerm *term = &g_array_index (expression->terms, TqTerm, i);
    gint64 value = 0;
    found = find (names, term->name, &value, error);
    tq_mpq_set_int64 (product, value);
    tq_mpz_set_int64 (mpq_numref (coefficient), term->coefficient.num);
    tq_mpz_set_int64 (mpq_denref (coefficient), term->coefficient.den);
    mpq_mul (product, product, coefficient);
    mpq_add (out_value, out_value, product);
  }
  mpq_clears (product, coefficient, NULL);
  return found;
}
