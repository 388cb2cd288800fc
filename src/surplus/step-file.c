/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* What follows the splits, as it is written in a file: capitalise, redeem_fifo, payments, exits and
 * the statement. A step without a list of members is for all that the file names. */
#include "surplus/step-file.h"

#include "base/i18n.h"
#include "surplus/fields.h"

#include <inttypes.h>

#define INSTALMENTS_MAX 1000

typedef struct {
  const TqFileMembers *members;
  TqAllocationYear *year;
} Reading;

typedef gboolean (*ReadItem) (const Reading *reading, TqJsonNode node, GError **error);

static gboolean
read_list (const Reading *reading,
           TqJsonNode year_node,
           const char *key,
           ReadItem read,
           GError **error)
{
  TqJsonIter iter;
  TqJsonNode list, item;
  if (!tq_fields_find (year_node, key, &list))
    return TRUE;
  if (!tq_fields_expect (list, TQ_JSON_ARRAY, error))
    return FALSE;
  tq_json_iter_init (&iter, list);
  while (tq_json_iter_next (&iter, NULL, &item))
    if (!read (reading, item, error))
      return FALSE;
  return TRUE;
}

/* The id of a step, which every kind has. */
static gboolean
read_id (TqJsonNode node, const char *const *fields, const char **out_id, GError **error)
{
  TqJsonNode id;
  return tq_fields_check (node, fields, error) && tq_fields_need (node, "id", &id, error) &&
         tq_fields_get_text (id, out_id, error);
}

/* The members of a step in their order (transfer full). */
static GStrv
read_members (const Reading *reading, TqJsonNode node, GError **error)
{
  TqJsonNode list;
  if (!tq_fields_find (node, "members", &list))
    return g_strdupv (reading->members->ids);
  g_autoptr (TqFileMembers) picked = tq_file_members_pick (reading->members, list, error);
  return picked != NULL ? g_steal_pointer (&picked->ids) : NULL;
}

/* The pending account is also called "from", the account of the certificates "account" or "to". */
static gboolean
read_capitalisation (const Reading *reading, TqJsonNode node, GError **error)
{
  static const char *const fields[] = { "id", "label",   "pending", "from", "account",
                                        "to", "nominal", "members", NULL };
  const char *id = NULL;
  TqJsonNode nominal;
  if (!read_id (node, fields, &id, error) || !tq_fields_need (node, "nominal", &nominal, error))
    return FALSE;
  g_auto (GStrv) members = read_members (reading, node, error);
  if (members == NULL)
    return FALSE;
  g_autoptr (TqCapitalisation) step = tq_capitalisation_new (id, id, members);
  step->line = tq_json_node_get_line (node);
  if (!tq_fields_get_amount (nominal, 1, &step->nominal_minor, error) ||
      !tq_fields_set_text (node, "label", &step->label, error) ||
      !tq_fields_set_text (node, "from", &step->pending, error) ||
      !tq_fields_set_text (node, "pending", &step->pending, error) ||
      !tq_fields_set_text (node, "account", &step->capital, error) ||
      !tq_fields_set_text (node, "to", &step->capital, error))
    return FALSE;
  g_ptr_array_add (reading->year->capitalisations, g_steal_pointer (&step));
  return TRUE;
}

/* { member: what is left of the tranche } */
static gboolean
read_tranche (const Reading *reading, TqJsonNode node, TqRedemption *step, GError **error)
{
  static const char *const fields[] = { "year", "balances", NULL };
  TqJsonNode year_node, balances, value;
  TqJsonIter iter;
  const char *id = NULL;
  gint64 year = 0;
  if (!tq_fields_check (node, fields, error) || !tq_fields_need (node, "year", &year_node, error) ||
      !tq_fields_get_amount (year_node, 0, &year, error) ||
      !tq_fields_need (node, "balances", &balances, error) ||
      !tq_fields_expect (balances, TQ_JSON_OBJECT, error))
    return FALSE;
  g_autoptr (GPtrArray) ids = g_ptr_array_new ();
  g_autoptr (GArray) amounts = g_array_new (FALSE, FALSE, sizeof (gint64));
  tq_json_iter_init (&iter, balances);
  while (tq_json_iter_next (&iter, &id, &value)) {
    gint64 amount = 0;
    guint index = 0;
    if (!tq_file_members_check (reading->members, id, value, error) ||
        !tq_file_members_find (reading->members, id, &index) ||
        !tq_fields_get_amount (value, 0, &amount, error))
      return FALSE;
    g_ptr_array_add (ids, reading->members->ids[index]);
    g_array_append_val (amounts, amount);
  }
  g_ptr_array_add (ids, NULL);
  TqTranche *tranche = tq_redemption_add_tranche (step, year, (GStrv) ids->pdata);
  for (guint i = 0; i < tranche->n_members; i++)
    tranche->balances_minor[i] = g_array_index (amounts, gint64, i);
  return TRUE;
}

static gboolean
read_redemption (const Reading *reading, TqJsonNode node, GError **error)
{
  static const char *const fields[] = { "id", "label", "account", "budget", "tranches", NULL };
  const char *id = NULL, *account = NULL;
  TqJsonNode account_node, budget, tranches, item;
  TqJsonIter iter;
  if (!read_id (node, fields, &id, error) ||
      !tq_fields_need (node, "account", &account_node, error) ||
      !tq_fields_get_text (account_node, &account, error) ||
      !tq_fields_need (node, "budget", &budget, error) ||
      !tq_fields_need (node, "tranches", &tranches, error) ||
      !tq_fields_expect (tranches, TQ_JSON_ARRAY, error))
    return FALSE;
  g_autoptr (TqRedemption) step = tq_redemption_new (id, id, account);
  step->line = tq_json_node_get_line (node);
  if (!tq_fields_get_amount (budget, 0, &step->budget_minor, error) ||
      !tq_fields_set_text (node, "label", &step->label, error))
    return FALSE;
  tq_json_iter_init (&iter, tranches);
  while (tq_json_iter_next (&iter, NULL, &item))
    if (!read_tranche (reading, item, step, error))
      return FALSE;
  g_ptr_array_add (reading->year->redemptions, g_steal_pointer (&step));
  return TRUE;
}

static gboolean
read_payment (const Reading *reading, TqJsonNode node, GError **error)
{
  static const char *const fields[] = {
    "id", "label", "account", "members", "withhold_rate", NULL
  };
  const char *id = NULL;
  TqJsonNode account, rate;
  if (!read_id (node, fields, &id, error) || !tq_fields_need (node, "account", &account, error))
    return FALSE;
  g_auto (GStrv) members = read_members (reading, node, error);
  if (members == NULL)
    return FALSE;
  g_autoptr (TqPayment) step = tq_payment_new (id, id, members);
  step->line = tq_json_node_get_line (node);
  if (!tq_fields_set_text (node, "label", &step->label, error) ||
      !tq_fields_set_text (node, "account", &step->account, error) ||
      (tq_fields_find (node, "withhold_rate", &rate) &&
       !tq_fields_get_ratio (rate, TRUE, &step->withhold_rate, error)))
    return FALSE;
  g_ptr_array_add (reading->year->payments, g_steal_pointer (&step));
  return TRUE;
}

/* The accounts of an exit, each once (transfer full). */
static GStrv
read_accounts (TqJsonNode list, GError **error)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  TqJsonIter iter;
  TqJsonNode item;
  const char *account = NULL;
  if (!tq_fields_expect (list, TQ_JSON_ARRAY, error))
    return NULL;
  tq_json_iter_init (&iter, list);
  while (tq_json_iter_next (&iter, NULL, &item)) {
    if (!tq_fields_get_text (item, &account, error))
      return NULL;
    if (g_hash_table_contains (seen, account)) {
      tq_json_node_set_error (item,
                              error,
                              _ ("found the account “%.60s” a second time; expected each once."),
                              account);
      return NULL;
    }
    g_hash_table_add (seen, (gpointer) (gintptr) account);
    g_strv_builder_add (builder, account);
  }
  return g_strv_builder_end (builder);
}

/* The number of instalments is also called "years". */
static gboolean
read_terms (TqJsonNode node, TqExit *step, GError **error)
{
  TqJsonNode value;
  gint64 instalments = step->instalments;
  if ((tq_fields_find (node, "deduction_rate", &value) &&
       !tq_fields_get_ratio (value, TRUE, &step->deduction_rate, error)) ||
      (tq_fields_find (node, "interest_rate", &value) &&
       !tq_fields_get_ratio (value, FALSE, &step->interest_rate, error)) ||
      (tq_fields_find (node, "set_off", &value) &&
       !tq_fields_get_amount (value, 0, &step->set_off_minor, error)))
    return FALSE;
  if (!tq_fields_find (node, "instalments", &value) && !tq_fields_find (node, "years", &value))
    return TRUE;
  if (!tq_fields_get_amount (value, 1, &instalments, error))
    return FALSE;
  if (instalments > INSTALMENTS_MAX)
    return tq_json_node_set_error (value,
                                   error,
                                   _ ("found %" PRId64 " instalments; expected at most %d."),
                                   instalments,
                                   INSTALMENTS_MAX);
  step->instalments = (guint) instalments;
  return TRUE;
}

static gboolean
read_exit (const Reading *reading, TqJsonNode node, GError **error)
{
  static const char *const fields[] = { "id",          "label",          "member",
                                        "accounts",    "deduction_rate", "set_off",
                                        "instalments", "years",          "interest_rate",
                                        NULL };
  const char *id = NULL, *member = NULL;
  TqJsonNode member_node, list;
  if (!read_id (node, fields, &id, error) ||
      !tq_fields_need (node, "member", &member_node, error) ||
      !tq_fields_get_text (member_node, &member, error) ||
      !tq_file_members_check (reading->members, member, member_node, error) ||
      !tq_fields_need (node, "accounts", &list, error))
    return FALSE;
  g_auto (GStrv) accounts = read_accounts (list, error);
  if (accounts == NULL)
    return FALSE;
  g_autoptr (TqExit) step = tq_exit_new (id, id, member, accounts);
  step->line = tq_json_node_get_line (node);
  if (!tq_fields_set_text (node, "label", &step->label, error) || !read_terms (node, step, error))
    return FALSE;
  g_ptr_array_add (reading->year->exits, g_steal_pointer (&step));
  return TRUE;
}

static gboolean
read_statement (const Reading *reading, TqJsonNode year_node, GError **error)
{
  static const char *const fields[] = { "account", "members", "label", NULL };
  TqJsonNode node, account;
  if (!tq_fields_find (year_node, "statement", &node))
    return TRUE;
  if (!tq_fields_check (node, fields, error) ||
      !tq_fields_need (node, "account", &account, error) ||
      !tq_fields_set_text (node, "account", &reading->year->statement_account, error))
    return FALSE;
  reading->year->statement_members = read_members (reading, node, error);
  return reading->year->statement_members != NULL;
}

/* Reads what follows the splits of a year. Raises TQ_ERROR_FORMAT with the line in front. */
gboolean
tq_step_file_read (TqJsonNode year_node,
                   const TqFileMembers *members,
                   TqAllocationYear *year,
                   GError **error)
{
  const Reading reading = { members, year };
  return read_list (&reading, year_node, "capitalise", read_capitalisation, error) &&
         read_list (&reading, year_node, "redeem_fifo", read_redemption, error) &&
         read_list (&reading, year_node, "payments", read_payment, error) &&
         read_list (&reading, year_node, "exits", read_exit, error) &&
         read_statement (&reading, year_node, error);
}
