/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The rules that a book keeps: what of a surplus goes to which fund before the assembly decides on
 * the rest, for example a tenth to the reserve and a tenth to solidarity.
 *
 * 1. Rules run in the order of their position; each takes from what those before it left.
 * 2. A rule is never edited: another one with the same code holds from its day on, and what was put
 *    aside under the old one stays.
 * 3. The amounts are those of the engine of surplus/rule.c, which also shares surpluses from files:
 *    one engine, so that a book and a file cannot differ. */
#include "surplus/fund-rule.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/money.h"
#include "base/text.h"
#include "store/statement.h"
#include "surplus/rule.h"

static const char insert_sql[] =
  "INSERT INTO fund_rule (event, code, position, label, kind, base, rate, amount, rounding, ceiling, "
  "role, mandatory, reference, valid_from) VALUES (:event, :code, :position, :label, :kind, :base, "
  ":rate, :amount, :rounding, :ceiling, :role, :mandatory, :reference, :from)";
static const char load_sql[] =
  "SELECT event, code, position, label, kind, base, rate, amount, rounding, ceiling, role, "
  "mandatory, reference, valid_from FROM fund_rule AS r WHERE event = (SELECT event FROM fund_rule "
  "WHERE code = r.code AND valid_from <= :day ORDER BY valid_from DESC, event DESC LIMIT 1) "
  "AND kind <> 'ended' ORDER BY position, event";

static const char *const kind_names[] = { "percent", "fixed", "rest", "ended" };
static const char *const base_names[] = { "result", "rest" };
static const char *const rounding_names[] = { "floor", "ceil", "half-up" };

static void
free_text (const char *text)
{
  g_free ((gpointer) (guintptr) text);
}

void
tq_fund_rule_free (TqFundRule *rule)
{
  free_text (rule->code);
  free_text (rule->label);
  free_text (rule->rate);
  free_text (rule->role);
  free_text (rule->reference);
  g_free (rule);
}

static gboolean
check_rule (const TqFundRule *rule, GError **error)
{
  TqRatio rate;
  const char *why = NULL;
  if (*rule->code == '\0' || *rule->label == '\0' || *rule->role == '\0')
    why = _ ("A rule needs a short code, a name and the role of the account that it fills.");
  else if (rule->position <= 0)
    why = _ ("A rule needs its place in the order, from 1.");
  else if (rule->amount_minor < 0 || rule->ceiling_minor < 0)
    why = _ ("The amount and the ceiling of a rule cannot be below zero.");
  if (why != NULL) {
    g_set_error_literal (error, TQ_ERROR, TQ_ERROR_INVALID, why);
    return FALSE;
  }
  if (rule->kind != TQ_FUND_PERCENT)
    return TRUE;
  if (!tq_ratio_parse (rule->rate, &rate, error))
    return FALSE;
  if (tq_ratio_compare (rate, (TqRatio){ 0, 1 }) >= 0 &&
      tq_ratio_compare (rate, (TqRatio){ 1, 1 }) <= 0)
    return TRUE;
  g_set_error_literal (error,
                       TQ_ERROR,
                       TQ_ERROR_INVALID,
                       _ ("The rate of a rule lies between 0 and 1, for example 10/100."));
  return FALSE;
}

/* Sets a rule from its day on; *out_event* (nullable) is its key. Raises TQ_ERROR_INVALID. */
gboolean
tq_fund_rule_append (TqStore *store,
                     const TqAct *act,
                     const TqFundRule *draft,
                     gint64 *out_event,
                     GError **error)
{
  g_auto (TqEncoder) fields = { NULL };
  const char *const texts[] = { draft->code,
                                draft->label,
                                draft->rate,
                                draft->role,
                                draft->reference };
  g_autoptr (GPtrArray) stored = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    char *text = tq_text_normalize_line (texts[i] != NULL ? texts[i] : "", error);
    if (text == NULL)
      return FALSE;
    g_ptr_array_add (stored, text);
  }
  tq_encoder_start (&fields);
  for (guint i = 0; i < stored->len; i++)
    tq_encoder_put_text (&fields, g_ptr_array_index (stored, i));
  tq_encoder_put_int (&fields, draft->position);
  tq_encoder_put_int (&fields, draft->kind);
  tq_encoder_put_int (&fields, draft->base);
  tq_encoder_put_int (&fields, draft->amount_minor);
  tq_encoder_put_int (&fields, draft->rounding);
  tq_encoder_put_int (&fields, draft->ceiling_minor);
  tq_encoder_put_int (&fields, draft->mandatory != 0 ? 1 : 0);
  tq_encoder_put_int (&fields, draft->valid_from);
  return tq_event_append (store, "rule.set/1", act, &fields, out_event, error);
}

static guint
get_choice (TqDecoder *body, guint n)
{
  const gint64 value = tq_decoder_get_int (body);
  if (value >= 0 && value < n)
    return (guint) value;
  tq_decoder_fail (body);
  return 0;
}

/* Apply function of "rule.set/1". */
gboolean
tq_fund_rule_apply (TqStore *store, const TqEvent *event, TqDecoder *body, GError **error)
{
  g_autoptr (TqFundRule) rule = g_new0 (TqFundRule, 1);
  rule->code = tq_decoder_dup_text (body);
  rule->label = tq_decoder_dup_text (body);
  rule->rate = tq_decoder_dup_text (body);
  rule->role = tq_decoder_dup_text (body);
  rule->reference = tq_decoder_dup_text (body);
  rule->position = tq_decoder_get_int (body);
  rule->kind = get_choice (body, G_N_ELEMENTS (kind_names));
  rule->base = get_choice (body, G_N_ELEMENTS (base_names));
  rule->amount_minor = tq_decoder_get_int (body);
  rule->rounding = get_choice (body, G_N_ELEMENTS (rounding_names));
  rule->ceiling_minor = tq_decoder_get_int (body);
  rule->mandatory = tq_decoder_get_int (body);
  rule->valid_from = tq_decoder_get_day (body);
  if (body->failed)
    return TRUE;
  return check_rule (rule, error) &&
         tq_statement_execute (store,
                               insert_sql,
                               TQ_BINDINGS (TQ_INT (":event", event->seq),
                                            TQ_TEXT (":code", rule->code),
                                            TQ_INT (":position", rule->position),
                                            TQ_TEXT (":label", rule->label),
                                            TQ_TEXT (":kind", kind_names[rule->kind]),
                                            TQ_TEXT (":base", base_names[rule->base]),
                                            TQ_TEXT (":rate", rule->rate),
                                            TQ_INT (":amount", rule->amount_minor),
                                            TQ_TEXT (":rounding", rounding_names[rule->rounding]),
                                            TQ_INT (":ceiling", rule->ceiling_minor),
                                            TQ_TEXT (":role", rule->role),
                                            TQ_INT (":mandatory", rule->mandatory),
                                            TQ_TEXT (":reference", rule->reference),
                                            TQ_INT (":from", rule->valid_from)),
                               error);
}

static void
free_rule (gpointer rule)
{
  tq_fund_rule_free (rule);
}

static guint
find_name (const char *const *names, guint n, const char *name)
{
  for (guint i = 0; i < n; i++)
    if (g_str_equal (names[i], name))
      return i;
  return 0;
}

/* The rules that hold on *day*, in their order, of TqFundRule (transfer full). */
GPtrArray *
tq_fund_rule_load_all (TqStore *store, TqDay day, GError **error)
{
  gboolean row = TRUE;
  g_autoptr (GPtrArray) rules = g_ptr_array_new_with_free_func (free_rule);
  g_autoptr (TqStatement) s =
    tq_statement_query (store, load_sql, TQ_BINDINGS (TQ_INT (":day", day)), error);
  while (s != NULL && row) {
    if (!tq_statement_step (s, &row, error))
      return NULL;
    if (!row)
      break;
    TqFundRule *rule = g_new0 (TqFundRule, 1);
    rule->event = tq_statement_get_int (s, 0);
    rule->code = g_strdup (tq_statement_get_text (s, 1));
    rule->position = tq_statement_get_int (s, 2);
    rule->label = g_strdup (tq_statement_get_text (s, 3));
    rule->kind = find_name (kind_names, G_N_ELEMENTS (kind_names), tq_statement_get_text (s, 4));
    rule->base = find_name (base_names, G_N_ELEMENTS (base_names), tq_statement_get_text (s, 5));
    rule->rate = g_strdup (tq_statement_get_text (s, 6));
    rule->amount_minor = tq_statement_get_int (s, 7);
    rule->rounding =
      find_name (rounding_names, G_N_ELEMENTS (rounding_names), tq_statement_get_text (s, 8));
    rule->ceiling_minor = tq_statement_get_int (s, 9);
    rule->role = g_strdup (tq_statement_get_text (s, 10));
    rule->mandatory = tq_statement_get_int (s, 11);
    rule->reference = g_strdup (tq_statement_get_text (s, 12));
    rule->valid_from = (TqDay) tq_statement_get_int (s, 13);
    g_ptr_array_add (rules, rule);
  }
  return s != NULL ? g_steal_pointer (&rules) : NULL;
}

/* The engine's rule for a stored one; *id* and *room* name amounts of the scope. */
static gboolean
build_engine_rule (const TqFundRule *rule,
                   const char *id,
                   const char *room,
                   TqSurplusRule **out_rule,
                   GError **error)
{
  static const TqRuleKind kinds[] = { TQ_RULE_PERCENT, TQ_RULE_FIXED, TQ_RULE_REST };
  g_autoptr (TqSurplusRule) engine = tq_surplus_rule_new (id, rule->label, kinds[rule->kind]);
  engine->rounding = rule->rounding;
  engine->mandatory = rule->mandatory != 0;
  if (rule->kind == TQ_FUND_PERCENT) {
    engine->base =
      tq_expression_new_single (rule->base == TQ_FUND_OF_RESULT ? "pool:main" : "rem:main");
    if (!tq_ratio_parse (rule->rate, &engine->rate, error))
      return FALSE;
  } else if (rule->kind == TQ_FUND_FIXED) {
    engine->base = tq_expression_new ();
    tq_expression_add (engine->base, "const", (TqRatio){ rule->amount_minor, 1 });
  }
  if (rule->ceiling_minor > 0)
    tq_surplus_rule_add_limit (engine, tq_expression_new_single (room), _ ("ceiling of the fund"));
  *out_rule = g_steal_pointer (&engine);
  return TRUE;
}

/* What each rule puts aside of a result that is not a loss, in their order. *balances_minor* has
 * for each what its fund holds before, for the ceilings. Pure; raises what the engine raises. */
gboolean
tq_fund_rule_compute_all (const GPtrArray *rules,
                          gint64 result_minor,
                          const gint64 *balances_minor,
                          gint64 *out_amounts_minor,
                          GError **error)
{
  g_autoptr (TqAllocationJournal) journal = tq_allocation_journal_new ();
  g_autoptr (TqScope) scope = tq_scope_new (journal);
  gboolean done = tq_scope_open_pool (scope, "main", result_minor, error);
  for (guint i = 0; i < rules->len && done; i++) {
    const TqFundRule *rule = g_ptr_array_index (rules, i);
    g_autofree char *id = g_strdup_printf ("rule %u", i + 1);
    g_autofree char *room = g_strdup_printf ("room %u", i + 1);
    TqSurplusRule *made = NULL;
    done =
      tq_scope_set_value (scope, room, MAX (rule->ceiling_minor - balances_minor[i], 0), error) &&
      build_engine_rule (rule, id, room, &made, error);
    if (!done)
      break;
    g_autoptr (TqSurplusRule) engine = made;
    TqRuleStep *step = tq_surplus_rule_run (engine, scope, "", error);
    done = step != NULL;
    if (done) {
      out_amounts_minor[i] = step->amount_minor;
      tq_rule_step_free (step);
    }
  }
  return done;
}
