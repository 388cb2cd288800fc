/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* An allocation as it is written in a file (JSON), the same for a published case, a what-if on a
 * laptop, and a check of somebody else's program.
 *
 * 1. every money value is a whole number of the smallest unit, every rate, weight and quantity a
 *    text that is an exact ratio; nothing passes through a floating-point number;
 * 2. opening balances and opening entries balance; a field that is not known is refused, but for
 *    remarks ("note…", "source…", "published…", "fact…") and what the file says it expects;
 * 3. every fault is told as FILE:LINE: and what would mend it.
 *
 * {"currency": {"code", "exponent"}, "members": {id: name}, "accounts": {code: {language: name}},
 *  "inputs": {"opening_balances": {account: {"dr"|"cr": n}}, "amounts": {name: n},
 *             "pools": {name: expression}, "rules": […], "splits": […], "capitalise": […],
 *             "redeem_fifo": […], "payments": […], "exits": […], "statement": {…}}}
 * or, for several years, "inputs": {"opening_balances", "years": [{the rest, "opening_entries":
 * […]}]}. A year takes a list that it lacks from "inputs". An opening entry is {"id", "label",
 * "dr", "cr", "amount"} or {"id", "label", "lines": [{"account", "debit"|"credit"}]}, where the
 * lines may also be {account: {"dr"|"cr": n}}; that alone in the place of the list changes balances
 * without an entry. */
#include "surplus/allocation-file.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/money.h"
#include "surplus/fields.h"
#include "surplus/file-members.h"
#include "surplus/rule-file.h"
#include "surplus/split-file.h"
#include "surplus/step-file.h"

#include <inttypes.h>
#include <string.h>

#define LIST_MAX 10000u
#define POOLS_MAX 1000u

#define YEAR_FIELDS                                                                                \
  "fiscal_year", "opening_balances", "amounts", "pools", "rules", "splits", "capitalise",          \
    "redeem_fifo", "payments", "exits", "statement", "label", "title"

/* What a year is read from: its own object, and the one above for what it lacks. */
typedef struct {
  TqJsonNode own;
  TqJsonNode above;
  const TqFileMembers *members;
  TqAllocationYear *year;
} YearReading;

static gboolean
find_in_year (const YearReading *reading, const char *key, TqJsonNode *out_value)
{
  return tq_fields_find (reading->own, key, out_value) ||
         tq_fields_find (reading->above, key, out_value);
}

/* {"dr": n} or {"cr": n}; debit is positive. */
static gboolean
read_side (TqJsonNode node, const char *debit, const char *credit, gint64 *out_net, GError **error)
{
  TqJsonNode dr = node, cr = node;
  const gboolean has_debit = tq_fields_find (node, debit, &dr);
  const gboolean has_credit = tq_fields_find (node, credit, &cr);
  gint64 debit_minor = 0, credit_minor = 0;
  if (!has_debit && !has_credit)
    return tq_json_node_set_error (node,
                                   error,
                                   _ ("found no amount; expected “%s” or “%s”."),
                                   debit,
                                   credit);
  if ((has_debit && !tq_fields_get_amount (dr, 0, &debit_minor, error)) ||
      (has_credit && !tq_fields_get_amount (cr, 0, &credit_minor, error)))
    return FALSE;
  if (debit_minor != 0 && credit_minor != 0)
    return tq_json_node_set_error (node,
                                   error,
                                   _ ("found both “%s” and “%s”; expected one of them."),
                                   debit,
                                   credit);
  *out_net = debit_minor - credit_minor;
  return TRUE;
}

static gboolean
check_balanced (TqJsonNode node, const GArray *lines, GError **error)
{
  gint64 net = 0;
  for (guint i = 0; i < lines->len; i++)
    if (!tq_money_add (net, g_array_index (lines, TqNamedAmount, i).value, &net, NULL))
      return tq_json_node_set_error (node,
                                     error,
                                     _ ("found sums beyond 64 bits; expected smaller amounts."));
  return net == 0 || tq_json_node_set_error (node,
                                             error,
                                             _ ("found debits and credits that differ by %" PRId64
                                                "; expected them to be equal."),
                                             net);
}

typedef void (*AddLine) (gpointer target, const char *account, gint64 net_minor);

/* {account: {"dr"|"cr": n}} */
static gboolean
read_sides (TqJsonNode object, AddLine add, gpointer target, GError **error)
{
  static const char *const fields[] = { "dr", "cr", NULL };
  TqJsonIter iter;
  TqJsonNode value;
  const char *account = NULL;
  if (!tq_fields_expect (object, TQ_JSON_OBJECT, error))
    return FALSE;
  tq_json_iter_init (&iter, object);
  while (tq_json_iter_next (&iter, &account, &value)) {
    gint64 net = 0;
    if (!tq_fields_check (value, fields, error) || !read_side (value, "dr", "cr", &net, error))
      return FALSE;
    add (target, account, net);
  }
  return TRUE;
}

static void
add_balance (gpointer target, const char *account, gint64 net_minor)
{
  tq_allocation_input_open (target, account, net_minor);
}

static void
add_entry_line (gpointer target, const char *account, gint64 net_minor)
{
  tq_opening_entry_add (target, account, net_minor);
}

static gboolean
read_balances (TqJsonNode object, TqAllocationInput *input, GError **error)
{
  return read_sides (object, add_balance, input, error) &&
         check_balanced (object, input->opening_balances, error);
}

static gboolean
read_entry_lines (TqJsonNode list, TqOpeningEntry *entry, GError **error)
{
  static const char *const fields[] = { "account", "debit", "credit", NULL };
  TqJsonIter iter;
  TqJsonNode item, account_node;
  const char *account = NULL;
  if (tq_json_node_get_type (list) == TQ_JSON_OBJECT)
    return read_sides (list, add_entry_line, entry, error) &&
           check_balanced (list, entry->lines, error);
  if (!tq_fields_expect (list, TQ_JSON_ARRAY, error))
    return FALSE;
  tq_json_iter_init (&iter, list);
  while (tq_json_iter_next (&iter, NULL, &item)) {
    gint64 net = 0;
    if (!tq_fields_check (item, fields, error) ||
        !tq_fields_need (item, "account", &account_node, error) ||
        !tq_fields_get_text (account_node, &account, error) ||
        !read_side (item, "debit", "credit", &net, error))
      return FALSE;
    tq_opening_entry_add (entry, account, net);
  }
  return check_balanced (list, entry->lines, error);
}

/* Debit one account, credit another, with one amount. */
static gboolean
read_entry_pair (TqJsonNode node, TqOpeningEntry *entry, GError **error)
{
  TqJsonNode dr_node, cr_node, amount_node;
  const char *dr = NULL, *cr = NULL;
  gint64 amount = 0;
  if (!tq_fields_need (node, "dr", &dr_node, error) || !tq_fields_get_text (dr_node, &dr, error) ||
      !tq_fields_need (node, "cr", &cr_node, error) || !tq_fields_get_text (cr_node, &cr, error) ||
      !tq_fields_need (node, "amount", &amount_node, error) ||
      !tq_fields_get_amount (amount_node, 0, &amount, error))
    return FALSE;
  tq_opening_entry_add (entry, dr, amount);
  tq_opening_entry_add (entry, cr, -amount);
  return TRUE;
}

static gboolean
read_opening_entry (TqJsonNode node, TqAllocationYear *year, GError **error)
{
  static const char *const fields[] = { "id", "step",   "label", "memo", "dr",
                                        "cr", "amount", "lines", NULL };
  TqJsonNode lines;
  if (!tq_fields_check (node, fields, error))
    return FALSE;
  TqOpeningEntry *entry = tq_allocation_year_add_entry (year, "opening", "opening");
  entry->line = tq_json_node_get_line (node);
  if (!tq_fields_set_text (node, "id", &entry->step, error) ||
      !tq_fields_set_text (node, "step", &entry->step, error) ||
      !tq_fields_set_text (node, "label", &entry->memo, error) ||
      !tq_fields_set_text (node, "memo", &entry->memo, error))
    return FALSE;
  return tq_fields_find (node, "lines", &lines) ? read_entry_lines (lines, entry, error)
                                                : read_entry_pair (node, entry, error);
}

static gboolean
read_opening_entries (TqJsonNode year_node, TqAllocationYear *year, GError **error)
{
  TqJsonNode list, item;
  TqJsonIter iter;
  if (!tq_fields_find (year_node, "opening_entries", &list))
    return TRUE;
  if (tq_json_node_get_type (list) == TQ_JSON_OBJECT) {
    TqOpeningEntry *entry = tq_allocation_year_add_entry (year, NULL, NULL);
    entry->line = tq_json_node_get_line (list);
    return read_entry_lines (list, entry, error);
  }
  if (!tq_fields_expect (list, TQ_JSON_ARRAY, error))
    return FALSE;
  tq_json_iter_init (&iter, list);
  while (tq_json_iter_next (&iter, NULL, &item))
    if (!read_opening_entry (item, year, error))
      return FALSE;
  return TRUE;
}

static gboolean
read_amounts (const YearReading *reading, GError **error)
{
  TqJsonNode object, value;
  TqJsonIter iter;
  const char *name = NULL;
  if (!find_in_year (reading, "amounts", &object))
    return TRUE;
  if (!tq_fields_expect (object, TQ_JSON_OBJECT, error))
    return FALSE;
  tq_json_iter_init (&iter, object);
  while (tq_json_iter_next (&iter, &name, &value)) {
    gint64 amount = 0;
    if (!tq_fields_get_amount (value, G_MININT64, &amount, error))
      return FALSE;
    if (strchr (name, ':') != NULL || strcmp (name, "const") == 0)
      return tq_json_node_set_error (value,
                                     error,
                                     _ ("found the name “%.60s”; expected one without a colon."),
                                     name);
    tq_allocation_year_add_amount (reading->year, name, amount);
  }
  return TRUE;
}

static gboolean
check_count (TqJsonNode container, guint most, GError **error)
{
  const guint count = tq_json_node_get_count (container);
  return count <= most || tq_json_node_set_error (container,
                                                  error,
                                                  _ ("found a list of %u; expected at most %u."),
                                                  count,
                                                  most);
}

static gboolean
read_pools (const YearReading *reading, GError **error)
{
  TqJsonNode object, value;
  TqJsonIter iter;
  const char *name = NULL;
  if (!find_in_year (reading, "pools", &object))
    return TRUE;
  if (!tq_fields_expect (object, TQ_JSON_OBJECT, error) || !check_count (object, POOLS_MAX, error))
    return FALSE;
  tq_json_iter_init (&iter, object);
  while (tq_json_iter_next (&iter, &name, &value)) {
    TqExpression *start = tq_fields_get_expression (value, error);
    if (start == NULL)
      return FALSE;
    tq_allocation_year_add_pool (reading->year, name, start)->line = tq_json_node_get_line (value);
  }
  return TRUE;
}

static gboolean
read_rules (const YearReading *reading, GError **error)
{
  static const char *const fields[] = { TQ_RULE_FIELDS, NULL };
  TqJsonNode list, item;
  TqJsonIter iter;
  if (!find_in_year (reading, "rules", &list))
    return TRUE;
  if (!tq_fields_expect (list, TQ_JSON_ARRAY, error) || !check_count (list, LIST_MAX, error))
    return FALSE;
  tq_json_iter_init (&iter, list);
  while (tq_json_iter_next (&iter, NULL, &item)) {
    if (!tq_fields_check (item, fields, error))
      return FALSE;
    TqSurplusRule *rule = tq_rule_file_read (item, NULL, error);
    if (rule == NULL)
      return FALSE;
    g_ptr_array_add (reading->year->rules, rule);
  }
  return TRUE;
}

static gboolean
read_splits (const YearReading *reading, GError **error)
{
  TqJsonNode list, item;
  TqJsonIter iter;
  if (!find_in_year (reading, "splits", &list))
    return TRUE;
  if (!tq_fields_expect (list, TQ_JSON_ARRAY, error) || !check_count (list, LIST_MAX, error))
    return FALSE;
  tq_json_iter_init (&iter, list);
  while (tq_json_iter_next (&iter, NULL, &item)) {
    TqSplit *split = tq_split_file_read (item, reading->members, error);
    if (split == NULL)
      return FALSE;
    g_ptr_array_add (reading->year->splits, split);
  }
  return TRUE;
}

static gboolean
read_steps (const YearReading *reading, GError **error)
{
  static const char *const keys[] = { "capitalise", "redeem_fifo", "payments",
                                      "exits",      "statement",   NULL };
  gboolean own = FALSE;
  TqJsonNode value;
  for (guint i = 0; keys[i] != NULL; i++)
    own = own || tq_fields_find (reading->own, keys[i], &value);
  return tq_step_file_read (own ? reading->own : reading->above,
                            reading->members,
                            reading->year,
                            error);
}

static gboolean
read_year (const YearReading *reading, GError **error)
{
  return read_opening_entries (reading->own, reading->year, error) &&
         read_amounts (reading, error) && read_pools (reading, error) &&
         read_rules (reading, error) && read_splits (reading, error) && read_steps (reading, error);
}

/* The opening balances stand in "inputs", or in the first year. */
static gboolean
read_years (TqJsonNode inputs,
            TqJsonNode list,
            const TqFileMembers *members,
            TqAllocationInput *input,
            GError **error)
{
  static const char *const fields[] = { YEAR_FIELDS, "opening_entries", NULL };
  TqJsonNode item, balances;
  TqJsonIter iter;
  gboolean opened = tq_fields_find (inputs, "opening_balances", &balances);
  if (!tq_fields_expect (list, TQ_JSON_ARRAY, error) || !check_count (list, LIST_MAX, error))
    return FALSE;
  tq_json_iter_init (&iter, list);
  while (tq_json_iter_next (&iter, NULL, &item)) {
    if (!tq_fields_check (item, fields, error))
      return FALSE;
    if (tq_fields_find (item, "opening_balances", &balances)) {
      if (opened)
        return tq_json_node_set_error (
          balances,
          error,
          _ ("found opening balances again; expected them once, as balances carry "
             "over. Use opening entries."));
      if (!read_balances (balances, input, error))
        return FALSE;
    }
    opened = TRUE;
    const YearReading reading = { item, inputs, members, tq_allocation_input_add_year (input) };
    if (!read_year (&reading, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
read_inputs (TqAllocationFile *file, TqJsonNode root, const TqFileMembers *members, GError **error)
{
  static const char *const fields[] = { YEAR_FIELDS, "opening_entries", "years", NULL };
  TqJsonNode inputs, balances, years;
  if (!tq_fields_need (root, "inputs", &inputs, error) || !tq_fields_check (inputs, fields, error))
    return FALSE;
  if (tq_fields_find (inputs, "opening_balances", &balances) &&
      !read_balances (balances, file->input, error))
    return FALSE;
  file->by_years = tq_fields_find (inputs, "years", &years);
  if (file->by_years)
    return read_years (inputs, years, members, file->input, error);
  const YearReading reading = { inputs,
                                inputs,
                                members,
                                tq_allocation_input_add_year (file->input) };
  return read_year (&reading, error);
}

static gboolean
read_currency (TqAllocationFile *file, TqJsonNode root, GError **error)
{
  static const char *const fields[] = { "code", "exponent", "name", NULL };
  TqJsonNode currency, exponent;
  gint64 digits = 2;
  if (!tq_fields_find (root, "currency", &currency))
    return TRUE;
  if (!tq_fields_check (currency, fields, error) ||
      !tq_fields_set_text (currency, "code", &file->currency, error) ||
      (tq_fields_find (currency, "exponent", &exponent) &&
       !tq_fields_get_amount (exponent, 0, &digits, error)))
    return FALSE;
  if (digits > (gint64) TQ_MONEY_MAX_DIGITS)
    return tq_json_node_set_error (exponent,
                                   error,
                                   _ ("found %" PRId64 " digits; expected at most %u."),
                                   digits,
                                   TQ_MONEY_MAX_DIGITS);
  file->digits = (guint) digits;
  return TRUE;
}

static gboolean
read_file (TqAllocationFile *file, GError **error)
{
  static const char *const fields[] = {
    "id",     "title",    "kind",     "jurisdiction",     "currency", "members",
    "inputs", "expected", "accounts", "member_statement", NULL
  };
  const TqJsonNode root = tq_json_get_root (file->json);
  TqJsonNode members_node;
  file->input = tq_allocation_input_new ();
  file->digits = 2;
  if (!tq_fields_check (root, fields, error) ||
      !tq_fields_set_text (root, "title", &file->title, error) ||
      !read_currency (file, root, error) || !tq_fields_need (root, "members", &members_node, error))
    return FALSE;
  g_autoptr (TqFileMembers) members = tq_file_members_read (members_node, error);
  return members != NULL && read_inputs (file, root, members, error);
}

/* Puts "PATH:" in front of a message that begins with its line, "PATH: " in front of any other. */
static void
prefix_path (const char *path, GError **error)
{
  if (error == NULL || *error == NULL)
    return;
  g_prefix_error (error, g_ascii_isdigit ((*error)->message[0]) ? "%s:" : "%s: ", path);
}

static TqAllocationFile *
read_json (const char *path, TqJson *json, GError **error)
{
  g_autoptr (TqAllocationFile) file = g_new0 (TqAllocationFile, 1);
  file->path = g_strdup (path);
  file->json = json;
  if (!read_file (file, error)) {
    prefix_path (path, error);
    return NULL;
  }
  return g_steal_pointer (&file);
}

/* Reads the file at *path* (transfer full). Raises TQ_ERROR_NOT_FOUND, TQ_ERROR_STORE, or
 * TQ_ERROR_FORMAT with "PATH:LINE: " in front. */
TqAllocationFile *
tq_allocation_file_load (const char *path, GError **error)
{
  TqJson *json = tq_json_reader_load_file (path, TQ_ALLOCATION_FILE_MAX, error);
  return json != NULL ? read_json (path, json, error) : NULL;
}

/* Reads *length* bytes, which messages call *path* (transfer full). Raises TQ_ERROR_FORMAT. */
TqAllocationFile *
tq_allocation_file_read (const char *path, const char *bytes, gsize length, GError **error)
{
  TqJson *json = tq_json_read (bytes, length, TQ_ALLOCATION_FILE_MAX, error);
  if (json != NULL)
    return read_json (path, json, error);
  prefix_path (path, error);
  return NULL;
}

void
tq_allocation_file_free (TqAllocationFile *file)
{
  if (file == NULL)
    return;
  g_free (file->path);
  g_free (file->title);
  g_free (file->currency);
  tq_allocation_input_free (file->input);
  tq_json_free (file->json);
  g_free (file);
}

/* Runs what the file asks for (transfer full); the file must outlive the result. Raises what
 * tq_allocation_run () raises, with "PATH:LINE: " in front. */
TqAllocation *
tq_allocation_file_run (const TqAllocationFile *file, GError **error)
{
  TqAllocation *allocation = tq_allocation_run (file->input, error);
  if (allocation == NULL)
    prefix_path (file->path, error);
  return allocation;
}
