/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* What a name means while the rules of a year run, and what is left in each pool.
 *
 * 1. a name is one thing: an amount that was given, the rounded result of an earlier rule or split,
 *    "rem:POOL" (left in it now), "pool:POOL" (all that came into it), "cr:ACCOUNT" or "dr:ACCOUNT"
 *    (its balance now, members included), "const" (one);
 * 2. a name that means nothing is refused, and so is a second meaning for a name;
 * 3. a pool never goes below zero. */
#include "surplus/scope.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/money.h"

#include <string.h>

struct _TqScope {
  TqAllocationJournal *journal; /* not owned */
  GHashTable *values;           /* name -> gint64 */
  GPtrArray *pools;             /* of TqPool, in the order they came */
};

static void
pool_free (gpointer data)
{
  TqPool *pool = data;
  g_free (pool->name);
  g_free (pool);
}

/* Names that *journal*, which must outlive the scope, gives the balances for. */
TqScope *
tq_scope_new (TqAllocationJournal *journal)
{
  TqScope *scope = g_new0 (TqScope, 1);
  scope->journal = journal;
  scope->values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  scope->pools = g_ptr_array_new_with_free_func (pool_free);
  return scope;
}

void
tq_scope_free (TqScope *scope)
{
  if (scope == NULL)
    return;
  g_hash_table_unref (scope->values);
  g_ptr_array_unref (scope->pools);
  g_free (scope);
}

TqAllocationJournal *
tq_scope_get_journal (TqScope *scope)
{
  return scope->journal;
}

/* Of TqPool, in the order they came. */
GPtrArray *
tq_scope_get_pools (TqScope *scope)
{
  return scope->pools;
}

/* Gives *name* a meaning. Raises TQ_ERROR_CONFLICT where it has one. */
gboolean
tq_scope_set_value (TqScope *scope, const char *name, gint64 value, GError **error)
{
  if (strchr (name, ':') != NULL || strcmp (name, "const") == 0 ||
      g_hash_table_contains (scope->values, name)) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_CONFLICT,
                 _ ("The name “%.60s” already means something else. Choose another one."),
                 name);
    return FALSE;
  }
  g_hash_table_insert (scope->values, g_strdup (name), g_memdup2 (&value, sizeof value));
  return TRUE;
}

/* NULL where no pool has that name. */
TqPool *
tq_scope_find_pool (TqScope *scope, const char *name)
{
  for (guint i = 0; i < scope->pools->len; i++) {
    TqPool *pool = g_ptr_array_index (scope->pools, i);
    if (strcmp (pool->name, name) == 0)
      return pool;
  }
  return NULL;
}

static TqPool *
add_pool (TqScope *scope, const char *name)
{
  TqPool *pool = g_new0 (TqPool, 1);
  pool->name = g_strdup (name);
  g_ptr_array_add (scope->pools, pool);
  return pool;
}

/* A sum that the year begins with. Raises TQ_ERROR_INVALID where it is negative: the pool of a year
 * with a loss is the size of the loss. */
gboolean
tq_scope_open_pool (TqScope *scope, const char *name, gint64 start_minor, GError **error)
{
  g_return_val_if_fail (tq_scope_find_pool (scope, name) == NULL, FALSE);
  if (start_minor < 0) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_INVALID,
                 _ ("The pool “%.60s” is negative. For a loss write its size and share it with the "
                    "direction “loss”."),
                 name);
    return FALSE;
  }
  TqPool *pool = add_pool (scope, name);
  pool->start_minor = pool->received_minor = pool->remaining_minor = start_minor;
  return TRUE;
}

/* Moves an amount into a pool, which is made where it is new. Raises TQ_ERROR_OVERFLOW. */
gboolean
tq_scope_fill_pool (TqScope *scope, const char *name, gint64 amount_minor, GError **error)
{
  TqPool *pool = tq_scope_find_pool (scope, name);
  g_assert (amount_minor >= 0);
  if (pool == NULL) {
    pool = add_pool (scope, name);
    pool->moved = TRUE;
  }
  return tq_money_add (pool->received_minor, amount_minor, &pool->received_minor, error) &&
         tq_money_add (pool->remaining_minor, amount_minor, &pool->remaining_minor, error);
}

static gboolean
set_unknown (const char *name, GError **error)
{
  g_set_error (
    error,
    TQ_ERROR,
    TQ_ERROR_NOT_FOUND,
    _ ("The name “%.60s” is neither an amount, nor an earlier rule or split, nor a pool or "
       "an account. Correct it."),
    name);
  return FALSE;
}

static gboolean
find_pool_value (const TqScope *scope, const char *name, gint64 *out_value)
{
  const char *colon = strchr (name, ':');
  for (guint i = 0; i < scope->pools->len; i++) {
    const TqPool *pool = g_ptr_array_index (scope->pools, i);
    if (strcmp (pool->name, colon + 1) != 0)
      continue;
    *out_value = g_str_has_prefix (name, "rem:") ? pool->remaining_minor : pool->received_minor;
    return TRUE;
  }
  return FALSE;
}

static gboolean
find_value (gconstpointer names, const char *name, gint64 *out_value, GError **error)
{
  const TqScope *scope = names;
  if (strcmp (name, "const") == 0) {
    *out_value = 1;
    return TRUE;
  }
  if (g_str_has_prefix (name, "dr:") || g_str_has_prefix (name, "cr:")) {
    const gint64 net = tq_allocation_journal_get_net (scope->journal, name + 3, NULL);
    *out_value = net;
    return *name == 'd' || tq_money_sub (0, net, out_value, error);
  }
  if (g_str_has_prefix (name, "rem:") || g_str_has_prefix (name, "pool:"))
    return find_pool_value (scope, name, out_value) || set_unknown (name, error);
  const gint64 *value = g_hash_table_lookup (scope->values, name);
  if (value == NULL)
    return set_unknown (name, error);
  *out_value = *value;
  return TRUE;
}

/* The exact value in *out_value*, which the caller has initialised. Raises TQ_ERROR_NOT_FOUND. */
gboolean
tq_scope_evaluate (const TqScope *scope,
                   const TqExpression *expression,
                   mpq_ptr out_value,
                   GError **error)
{
  return tq_expression_evaluate (expression, find_value, scope, out_value, error);
}

/* A value that must be whole. Raises TQ_ERROR_INVALID where it is not: a sum to be shared has no
 * fractions of a cent, and only a rule says how to round. */
gboolean
tq_scope_evaluate_whole (const TqScope *scope,
                         const TqExpression *expression,
                         gint64 *out_value,
                         GError **error)
{
  mpq_t value;
  mpq_init (value);
  gboolean done = tq_scope_evaluate (scope, expression, value, error);
  if (done && mpz_cmp_ui (mpq_denref (value), 1) != 0) {
    g_autofree char *text = tq_mpq_to_string (value);
    g_set_error (
      error,
      TQ_ERROR,
      TQ_ERROR_INVALID,
      _ ("The sum %s is not a whole number of the smallest unit. Make it with a rule, which "
         "says how to round."),
      text);
    done = FALSE;
  }
  done = done && tq_mpz_get_int64 (mpq_numref (value), out_value, error);
  mpq_clear (value);
  return done;
}
