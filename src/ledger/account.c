/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* The chart of accounts: a tree of names, each line with a kind and, where forms and the surplus
 * need to find it, a role.
 *
 * 1. A full name is its parts joined by ':', each part not empty; it is unique, and so are a code
 *    and a role.
 * 2. The account above must exist before the one below; tq_account_append () adds what is missing.
 * 3. An account is never deleted and keeps its name and kind; its code and role can be changed, and
 *    it can be closed from a day on when its balance is zero.
 *
 * Families and persons are no accounts: a hundred thousand of them cost nothing here. */
#include "ledger/account.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "ledger/balance.h"
#include "store/read-all.h"
#include "store/statement.h"

#include <string.h>

static const char insert_sql[] =
  "INSERT INTO account (event, parent, code, name, full_name, kind, role, opened, closed, changed) "
  "VALUES (:event, :parent, :code, :name, :full_name, :kind, :role, :opened, NULL, :event)";
static const char edit_sql[] =
  "UPDATE account SET code = :code, role = :role, changed = :event WHERE event = :account";
static const char close_sql[] =
  "UPDATE account SET closed = :day, changed = :event WHERE event = :account";
static const char find_name_sql[] = "SELECT event FROM account WHERE full_name = :name";
static const char find_code_sql[] =
  "SELECT event FROM account WHERE code = :code AND event <> :except";
static const char find_role_sql[] =
  "SELECT event FROM account WHERE role = :role AND event <> :except";
static const char count_open_sql[] =
  "SELECT count (*) FROM account WHERE event = :account AND closed IS NULL";
static const char find_balance_sql[] =
  "SELECT count (*) FROM (SELECT commodity FROM balance WHERE account = :account GROUP BY commodity "
  "HAVING sum (debit) <> sum (credit))";
static const char find_last_posting_sql[] =
  "SELECT coalesce (max (day), -2147483648) FROM posting WHERE account = :account";
#define ACCOUNT_COLUMNS "SELECT event, parent, code, full_name, kind, role, closed FROM account "
static const char load_sql[] = ACCOUNT_COLUMNS "WHERE event = :event";
static const char load_by_name_sql[] =
  ACCOUNT_COLUMNS "WHERE full_name = :name OR code = :name ORDER BY full_name = :name DESC";
static const char load_by_role_sql[] = ACCOUNT_COLUMNS "WHERE role = :role";
static const char load_all_sql[] = ACCOUNT_COLUMNS "ORDER BY full_name";

static const char *const kind_names[] = { "asset", "liability", "equity", "income", "expense" };

void
tq_account_free (TqAccount *account)
{
  g_free (account->code);
  g_free (account->full_name);
  g_free (account->role);
  g_free (account);
}

/* The word for a kind in files and on the command line. */
const char *
tq_account_kind_get_name (TqAccountKind kind)
{
  return kind_names[kind];
}

/* Reads such a word. Raises TQ_ERROR_INVALID. */
gboolean
tq_account_kind_parse (const char *name, TqAccountKind *out_kind, GError **error)
{
  for (guint i = 0; i < G_N_ELEMENTS (kind_names); i++) {
    if (strcmp (name, kind_names[i]) == 0) {
      *out_kind = (TqAccountKind) i;
      return TRUE;
    }
  }
  g_set_error (
    error,
    TQ_ERROR,
    TQ_ERROR_INVALID,
    _ ("“%s” is not a kind of account. Use asset, liability, equity, income or expense."),
    name);
  return FALSE;
}

static gboolean
check_full_name (const char *name, GError **error)
{
  if (*name != '\0' && *name != ':' && !g_str_has_suffix (name, ":") &&
      strstr (name, "::") == NULL && strstr (name, "  ") == NULL && strpbrk (name, "=@") == NULL)
    return TRUE;
  g_set_error (
    error,
    TQ_ERROR,
    TQ_ERROR_INVALID,
    _ (
      "“%s” cannot name an account. Write its parts with a colon between them, without “=”, “@” or two "
      "blanks: Assets:Cash box."),
    name);
  return FALSE;
}

static char *
dup_parent_name (const char *full_name)
{
  const char *colon = strrchr (full_name, ':');
  return colon != NULL ? g_strndup (full_name, (gsize) (colon - full_name)) : NULL;
}

static gboolean
find_parent (TqStore *store,
             const TqAct *act,
             const TqAccount *child,
             const char *name,
             gint64 *out_parent,
             GError **error)
{
  g_autofree char *parent_name = dup_parent_name (name);
  if (parent_name == NULL) {
    *out_parent = 0;
    return TRUE;
  }
  if (!tq_statement_find_int (store,
                              find_name_sql,
                              TQ_BINDINGS (TQ_TEXT (":name", parent_name)),
                              out_parent,
                              error))
    return FALSE;
  if (*out_parent != 0)
    return TRUE;
  TqAct further;
  tq_act_init (&further, act->actor, act->instant, act->day);
  const TqAccount parent = { .full_name = parent_name, .kind = child->kind };
  return tq_account_append (store, &further, &parent, out_parent, error);
}

/* The stored form of a code or a role (transfer full); *text* (nullable) is *otherwise* where it is
 * not given. */
static char *
dup_word (const char *text, const char *otherwise, GError **error)
{
  return tq_text_normalize_line (text != NULL ? text : otherwise, error);
}

/* Adds an account, and above it those that are missing, of the same kind; *out_event* (nullable) is
 * its key. Raises TQ_ERROR_CONFLICT where the name, the code or the role is taken. */
gboolean
tq_account_append (TqStore *store,
                   const TqAct *act,
                   const TqAccount *draft,
                   gint64 *out_event,
                   GError **error)
{
  g_auto (TqEncoder) fields = { NULL };
  gint64 parent = 0;
  g_autofree char *name = tq_text_normalize_line (draft->full_name, error);
  g_autofree char *code = name != NULL ? dup_word (draft->code, "", error) : NULL;
  g_autofree char *role = code != NULL ? dup_word (draft->role, "", error) : NULL;
  if (role == NULL || !check_full_name (name, error) ||
      !find_parent (store, act, draft, name, &parent, error))
    return FALSE;
  tq_encoder_start (&fields);
  tq_encoder_put_int (&fields, parent);
  tq_encoder_put_text (&fields, code);
  tq_encoder_put_text (&fields, name);
  tq_encoder_put_text (&fields, kind_names[draft->kind]);
  tq_encoder_put_text (&fields, role);
  tq_encoder_put_int (&fields, TQ_DAY_MIN);
  return tq_event_append (store, "account.add/1", act, &fields, out_event, error);
}

static gboolean
check_free (TqStore *store,
            const char *sql,
            const char *parameter,
            const char *value,
            gint64 except,
            GError **error)
{
  gint64 holder = 0;
  if (*value == '\0')
    return TRUE;
  if (!tq_statement_find_int (store,
                              sql,
                              TQ_BINDINGS (TQ_TEXT (parameter, value), TQ_INT (":except", except)),
                              &holder,
                              error))
    return FALSE;
  if (holder == 0)
    return TRUE;
  g_set_error (error, TQ_ERROR, TQ_ERROR_CONFLICT, _ ("Another account has “%s” already."), value);
  return FALSE;
}

static const char *
null_if_empty (const char *text)
{
  return *text != '\0' ? text : NULL;
}

static gboolean
check_new (TqStore *store, const char *name, const char *code, const char *role, GError **error)
{
  gint64 holder = 0;
  if (!check_full_name (name, error) ||
      !check_free (store, find_code_sql, ":code", code, 0, error) ||
      !check_free (store, find_role_sql, ":role", role, 0, error) ||
      !tq_statement_find_int (store,
                              find_name_sql,
                              TQ_BINDINGS (TQ_TEXT (":name", name)),
                              &holder,
                              error))
    return FALSE;
  if (holder == 0)
    return TRUE;
  g_set_error (error, TQ_ERROR, TQ_ERROR_CONFLICT, _ ("There is an account “%s” already."), name);
  return FALSE;
}

/* Apply function of "account.add/1". */
gboolean
tq_account_apply (TqStore *store, const TqEvent *event, TqDecoder *body, GError **error)
{
  TqAccountKind kind;
  const gint64 parent = tq_decoder_get_int (body);
  g_autofree char *code = tq_decoder_dup_text (body);
  g_autofree char *name = tq_decoder_dup_text (body);
  g_autofree char *kind_name = tq_decoder_dup_text (body);
  g_autofree char *role = tq_decoder_dup_text (body);
  const TqDay opened = tq_decoder_get_day (body);
  if (!tq_account_kind_parse (kind_name, &kind, error) ||
      !check_new (store, name, code, role, error))
    return FALSE;
  const char *colon = strrchr (name, ':');
  return tq_statement_execute (store,
                               insert_sql,
                               TQ_BINDINGS (TQ_INT (":event", event->seq),
                                            TQ_INT_OR_NULL (":parent", parent),
                                            TQ_TEXT (":code", null_if_empty (code)),
                                            TQ_TEXT (":name", colon != NULL ? colon + 1 : name),
                                            TQ_TEXT (":full_name", name),
                                            TQ_TEXT (":kind", kind_name),
                                            TQ_TEXT (":role", null_if_empty (role)),
                                            TQ_INT (":opened", opened)),
                               error);
}

/* Gives an account another code or role; "" takes it away, NULL keeps it. */
gboolean
tq_account_append_edit (TqStore *store,
                        const TqAct *act,
                        gint64 account,
                        const char *code,
                        const char *role,
                        GError **error)
{
  g_auto (TqEncoder) fields = { NULL };
  g_autoptr (TqAccount) old = tq_account_load (store, account, error);
  if (old == NULL)
    return FALSE;
  g_autofree char *new_code = dup_word (code, old->code != NULL ? old->code : "", error);
  g_autofree char *new_role =
    new_code != NULL ? dup_word (role, old->role != NULL ? old->role : "", error) : NULL;
  if (new_role == NULL)
    return FALSE;
  tq_encoder_start (&fields);
  tq_encoder_put_int (&fields, account);
  tq_encoder_put_text (&fields, new_code);
  tq_encoder_put_text (&fields, new_role);
  return tq_event_append (store, "account.edit/1", act, &fields, NULL, error);
}

/* Apply function of "account.edit/1". */
gboolean
tq_account_apply_edit (TqStore *store, const TqEvent *event, TqDecoder *body, GError **error)
{
  const gint64 account = tq_decoder_get_int (body);
  g_autofree char *code = tq_decoder_dup_text (body);
  g_autofree char *role = tq_decoder_dup_text (body);
  g_autoptr (TqAccount) edited = tq_account_load (store, account, error);
  return edited != NULL && check_free (store, find_code_sql, ":code", code, account, error) &&
         check_free (store, find_role_sql, ":role", role, account, error) &&
         tq_statement_execute (store,
                               edit_sql,
                               TQ_BINDINGS (TQ_TEXT (":code", null_if_empty (code)),
                                            TQ_TEXT (":role", null_if_empty (role)),
                                            TQ_INT (":event", event->seq),
                                            TQ_INT (":account", account)),
                               error);
}

/* Closes an account after the act's day. Raises TQ_ERROR_CONFLICT where it has a balance, a later
 * posting, or is closed. */
gboolean
tq_account_append_close (TqStore *store, const TqAct *act, gint64 account, GError **error)
{
  g_auto (TqEncoder) fields = { NULL };
  tq_encoder_start (&fields);
  tq_encoder_put_int (&fields, account);
  return tq_event_append (store, "account.close/1", act, &fields, NULL, error);
}

/* Apply function of "account.close/1". */
gboolean
tq_account_apply_close (TqStore *store, const TqEvent *event, TqDecoder *body, GError **error)
{
  gint64 open = 0, unequal = 0, last = 0;
  const gint64 account = tq_decoder_get_int (body);
  const TqBinding *key = TQ_BINDINGS (TQ_INT (":account", account));
  /* A replay gathers balances in memory: the tables must have them before they are asked. */
  if (!tq_balance_flush (store, error) ||
      !tq_statement_find_int (store, count_open_sql, key, &open, error) ||
      !tq_statement_find_int (store, find_balance_sql, key, &unequal, error) ||
      !tq_statement_find_int (store, find_last_posting_sql, key, &last, error))
    return FALSE;
  if (open == 0 || unequal != 0 || last > event->act.day) {
    g_set_error_literal (
      error,
      TQ_ERROR,
      TQ_ERROR_CONFLICT,
      _ ("An account can be closed when it is open, its balance is zero and nothing is posted "
         "after the day. Move what is left to another account first."));
    return FALSE;
  }
  return tq_statement_execute (store,
                               close_sql,
                               TQ_BINDINGS (TQ_INT (":day", event->act.day),
                                            TQ_INT (":event", event->seq),
                                            TQ_INT (":account", account)),
                               error);
}

static gpointer
read_account (TqStatement *statement)
{
  TqAccount *account = g_new0 (TqAccount, 1);
  account->event = tq_statement_get_int (statement, 0);
  account->parent = tq_statement_get_int (statement, 1);
  account->code = g_strdup (null_if_empty (tq_statement_get_text (statement, 2)));
  account->full_name = g_strdup (tq_statement_get_text (statement, 3));
  for (guint i = 0; i < G_N_ELEMENTS (kind_names); i++)
    if (strcmp (tq_statement_get_text (statement, 4), kind_names[i]) == 0)
      account->kind = (TqAccountKind) i;
  account->role = g_strdup (null_if_empty (tq_statement_get_text (statement, 5)));
  account->closed =
    tq_statement_is_null (statement, 6) ? TQ_DAY_NONE : (TqDay) tq_statement_get_int (statement, 6);
  return account;
}

static TqAccount *
load_one (TqStore *store,
          const char *sql,
          const TqBinding *bindings,
          const char *what,
          GError **error)
{
  gboolean row = FALSE;
  g_autoptr (TqStatement) statement = tq_statement_query (store, sql, bindings, error);
  if (statement == NULL || !tq_statement_step (statement, &row, error))
    return NULL;
  if (!row) {
    g_set_error (
      error,
      TQ_ERROR,
      TQ_ERROR_NOT_FOUND,
      _ (
        "There is no account “%s”. “tequio-cli account list” shows them; “account add” makes one."),
      what);
    return NULL;
  }
  return read_account (statement);
}

/* The account with this key (transfer full). Raises TQ_ERROR_NOT_FOUND. */
TqAccount *
tq_account_load (TqStore *store, gint64 event, GError **error)
{
  g_autofree char *number = g_strdup_printf ("%" PRId64, event);
  return load_one (store, load_sql, TQ_BINDINGS (TQ_INT (":event", event)), number, error);
}

/* The account with this full name or code (transfer full). Raises TQ_ERROR_NOT_FOUND. */
TqAccount *
tq_account_load_by_name (TqStore *store, const char *name_or_code, GError **error)
{
  return load_one (store,
                   load_by_name_sql,
                   TQ_BINDINGS (TQ_TEXT (":name", name_or_code)),
                   name_or_code,
                   error);
}

/* The account with this role (transfer full). Raises TQ_ERROR_NOT_FOUND. */
TqAccount *
tq_account_load_by_role (TqStore *store, const char *role, GError **error)
{
  g_autoptr (GError) missing = NULL;
  TqAccount *account =
    load_one (store, load_by_role_sql, TQ_BINDINGS (TQ_TEXT (":role", role)), role, &missing);
  if (account == NULL && g_error_matches (missing, TQ_ERROR, TQ_ERROR_NOT_FOUND))
    g_set_error (
      error,
      TQ_ERROR,
      TQ_ERROR_NOT_FOUND,
      _ (
        "No account has the role “%s”. Give it to one with “tequio-cli account edit ACCOUNT --role %s”."),
      role,
      role);
  else if (account == NULL)
    g_propagate_error (error, g_steal_pointer (&missing));
  return account;
}

static void
free_account (gpointer account)
{
  tq_account_free (account);
}

/* Every account, sorted by full name (transfer full). */
GPtrArray *
tq_account_load_all (TqStore *store, GError **error)
{
  return tq_statement_read_all (
    tq_statement_query (store, load_all_sql, TQ_BINDINGS (TQ_END), error),
    read_account,
    free_account,
    error);
}
