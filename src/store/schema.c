/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "store/schema.h"

#include "base/error.h"
#include "base/i18n.h"
#include "store/schema-sql.h"
#include "store/statement.h"
#include "store/store-private.h"

#include <string.h>

/* Only the indexes that SQLite makes by itself have no text; a name alone says nothing. */
static const char list_schema_sql[] = "SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL";

/* Makes every table, index and trigger in an empty database, inside the open transaction. */
gboolean
tq_schema_create (TqStore *store, GError **error)
{
  for (gsize i = 0; tq_schema_sql[i] != NULL; i++)
    if (!tq_store_exec (store, tq_schema_sql[i], error))
      return FALSE;
  return TRUE;
}

static int
compare_texts (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* The name that a CREATE statement gives: its third word. */
static char *
dup_created_name (const char *sql)
{
  g_auto (GStrv) words = g_strsplit_set (sql, " \n", 4);
  return g_strdup (words[2]);
}

static GPtrArray *
list_expected (void)
{
  GPtrArray *expected = g_ptr_array_new_with_free_func (g_free);
  for (gsize i = 0; tq_schema_sql[i] != NULL; i++) {
    g_autofree char *name = dup_created_name (tq_schema_sql[i]);
    g_ptr_array_add (expected, g_strdup_printf ("%s\n%s", name, tq_schema_sql[i]));
  }
  g_ptr_array_sort (expected, compare_texts);
  return expected;
}

/* Compares the text of every table, index and trigger with what this program makes, before the
 * first use of a book: a view or a trigger slipped in, or a guard taken out, is tampering. Raises
 * TQ_ERROR_CORRUPT. */
gboolean
tq_schema_check (TqStore *store, GError **error)
{
  g_autoptr (GPtrArray) expected = list_expected ();
  g_autoptr (GPtrArray) found = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (TqStatement) statement = tq_statement_new (store, list_schema_sql, error);
  gboolean row = TRUE;
  while (statement != NULL && row) {
    if (!tq_statement_step (statement, &row, error))
      return FALSE;
    if (row)
      g_ptr_array_add (found,
                       g_strdup_printf ("%s\n%s",
                                        tq_statement_get_text (statement, 0),
                                        tq_statement_get_text (statement, 1)));
  }
  if (statement == NULL)
    return FALSE;
  g_ptr_array_sort (found, compare_texts);
  for (guint i = 0; i < MAX (expected->len, found->len); i++) {
    const char *is = i < found->len ? g_ptr_array_index (found, i) : NULL;
    const char *should = i < expected->len ? g_ptr_array_index (expected, i) : NULL;
    if (g_strcmp0 (is, should) == 0)
      continue;
    /* Both lists are sorted: the smaller name is the one that is missing or too many. */
    const char *named = is == NULL || (should != NULL && strcmp (should, is) < 0) ? should : is;
    g_assert (named != NULL);
    g_set_error (
      error,
      TQ_ERROR,
      TQ_ERROR_CORRUPT,
      _ (
        "The tables of this book were changed from outside: “%.*s” is not as this program makes it. "
        "Work on a backup and have the commission check this file."),
      (int) strcspn (named, "\n"),
      named);
    return FALSE;
  }
  return TRUE;
}
