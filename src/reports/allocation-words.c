/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "reports/allocation-words.h"

#include "base/i18n.h"
#include "base/money.h"

#include <string.h>

static void
read_names (TqJsonNode object, const char *language, GHashTable *names)
{
  TqJsonIter iter;
  TqJsonNode value;
  const char *key = NULL;
  if (object.json == NULL)
    return;
  tq_json_iter_init (&iter, object);
  while (tq_json_iter_next (&iter, &key, &value)) {
    TqJsonNode name = value;
    if (tq_json_node_get_type (value) == TQ_JSON_OBJECT)
      name = tq_json_node_find (value, language);
    if (key != NULL && name.json != NULL && tq_json_node_get_text (name) != NULL)
      g_hash_table_insert (names,
                           (gpointer) (gintptr) key,
                           (gpointer) (gintptr) tq_json_node_get_text (name));
  }
}

/* The names that the file gives to members, and to accounts in the reader's language (transfer
 * full). */
TqAllocationWords *
tq_allocation_words_new (const TqAllocationFile *file)
{
  TqAllocationWords *words = g_new0 (TqAllocationWords, 1);
  const TqJsonNode root = tq_json_get_root (file->json);
  words->file = file;
  words->digits = file->digits;
  words->members = g_hash_table_new (g_str_hash, g_str_equal);
  words->accounts = g_hash_table_new (g_str_hash, g_str_equal);
  read_names (tq_json_node_find (root, "members"), "", words->members);
  /* Translators: the code of your language in ISO 639, under which a file keeps names in it. */
  read_names (tq_json_node_find (root, "accounts"),
              C_ ("code of this language", "en"),
              words->accounts);
  return words;
}

void
tq_allocation_words_free (TqAllocationWords *words)
{
  if (words == NULL)
    return;
  g_hash_table_unref (words->members);
  g_hash_table_unref (words->accounts);
  g_free (words);
}

char *
tq_allocation_words_dup_money (const TqAllocationWords *words, gint64 amount_minor)
{
  return tq_money_to_local_string (amount_minor, words->digits);
}

/* An exact value in the smallest unit as money and a fraction of that unit: "12.34 + 1/3". */
char *
tq_allocation_words_dup_exact (const TqAllocationWords *words, mpq_srcptr value)
{
  gint64 whole = 0;
  mpq_t fraction;
  if (!tq_mpq_round (value, TQ_ROUND_FLOOR, &whole, NULL))
    return tq_mpq_to_string (value);
  g_autofree char *money = tq_allocation_words_dup_money (words, whole);
  mpq_init (fraction);
  tq_mpq_set_int64 (fraction, whole);
  mpq_sub (fraction, value, fraction);
  g_autofree char *rest = mpq_sgn (fraction) != 0 ? tq_mpq_to_string (fraction) : NULL;
  mpq_clear (fraction);
  return rest != NULL ? g_strdup_printf ("%s + %s", money, rest) : g_steal_pointer (&money);
}

/* The member's name; the id where the file gives none. */
const char *
tq_allocation_words_get_member (const TqAllocationWords *words, const char *member)
{
  const char *name = g_hash_table_lookup (words->members, member);
  return name != NULL && *name != '\0' ? name : member;
}

/* "2110 Surplus payable to members · Ana" (transfer full). */
char *
tq_allocation_words_dup_account (const TqAllocationWords *words, const char *account)
{
  const char *colon = strchr (account, ':');
  g_autofree char *code =
    colon != NULL ? g_strndup (account, (gsize) (colon - account)) : g_strdup (account);
  const char *name = g_hash_table_lookup (words->accounts, code);
  g_autoptr (GString) text = g_string_new (code);
  if (name != NULL)
    g_string_append_printf (text, " %s", name);
  if (colon != NULL)
    g_string_append_printf (text, " · %s", tq_allocation_words_get_member (words, colon + 1));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What a name of a formula means, for a person (transfer full). */
static char *
dup_name (const TqAllocationWords *words, const char *name)
{
  if (g_str_has_prefix (name, "rem:"))
    return g_strdup_printf (_ ("left in %s"), name + 4);
  if (g_str_has_prefix (name, "pool:"))
    return g_strdup_printf (_ ("all of %s"), name + 5);
  if (!g_str_has_prefix (name, "cr:") && !g_str_has_prefix (name, "dr:"))
    return g_strdup (name);
  g_autofree char *account = tq_allocation_words_dup_account (words, name + 3);
  return g_strdup_printf (_ ("balance of %s"), account);
}

/* A constant is nearly always a sum of money, and stands in the smallest unit (transfer full). */
static char *
dup_constant (const TqAllocationWords *words, TqRatio constant, const char *size)
{
  if (constant.den != 1 || constant.num == G_MININT64)
    return g_strdup (size);
  return tq_allocation_words_dup_money (words, ABS (constant.num));
}

/* "surplus − 1/4 × capital" (transfer full). */
char *
tq_allocation_words_dup_formula (const TqAllocationWords *words, const TqExpression *formula)
{
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint i = 0; i < formula->terms->len; i++) {
    const TqTerm *term = &g_array_index (formula->terms, TqTerm, i);
    const gboolean negative = term->coefficient.num < 0;
    const gboolean constant = strcmp (term->name, "const") == 0;
    g_autofree char *written = tq_ratio_to_string (term->coefficient);
    const char *size = written + (negative ? 1 : 0);
    g_autofree char *name =
      constant ? dup_constant (words, term->coefficient, size) : dup_name (words, term->name);
    if (i > 0 || negative)
      g_string_append (text, negative ? (i > 0 ? " − " : "−") : " + ");
    if (!constant && strcmp (size, "1") != 0)
      g_string_append_printf (text, "%s × ", size);
    g_string_append (text, name);
  }
  if (text->len == 0)
    g_string_append_c (text, '0');
  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
tq_allocation_words_add_pair (const TqAllocationWords *words,
                              TqBlock *pairs,
                              const char *label,
                              gint64 amount_minor)
{
  g_autofree char *money = tq_allocation_words_dup_money (words, amount_minor);
  tq_block_add_item (pairs, label, money);
}
