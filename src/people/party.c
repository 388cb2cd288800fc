/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Families, persons and the groups they belong to.
 *
 * 1. A code is unique among families and persons together, so that it names one account holder.
 * 2. A person may belong to a family, a family never to another.
 * 3. Nobody is deleted: who leaves has a day and a reason, and stays in what they took part in.
 * 4. Groups form a tree of any depth; what a level is called is the group's own name. */
#include "people/party.h"

#include "base/error.h"
#include "base/i18n.h"
#include "base/text.h"
#include "store/read-all.h"
#include "store/statement.h"

static const char insert_group_sql[] =
  "INSERT INTO party_group (event, parent, code, name) VALUES (:event, :parent, :code, :name)";
static const char load_groups_sql[] =
  "SELECT event, parent, code, name FROM party_group ORDER BY event";
static const char load_group_by_code_sql[] =
  "SELECT event, parent, code, name FROM party_group WHERE code = :code";
static const char insert_party_sql[] =
  "INSERT INTO party (event, kind, code, name, family, party_group, joined, left_day, changed) "
  "VALUES (:event, :kind, :code, :name, :family, :group, :joined, NULL, :event)";
static const char leave_sql[] =
  "UPDATE party SET left_day = :day, changed = :event WHERE event = :party AND left_day IS NULL";
static const char count_members_sql[] =
  "SELECT count (*) FROM party WHERE event = :party AND left_day IS NULL";
static const char find_code_sql[] = "SELECT event FROM party WHERE code = :code";
static const char find_family_sql[] =
  "SELECT event FROM party WHERE event = :family AND kind = 'family'";
#define PARTY_COLUMNS                                                                              \
  "SELECT event, kind, code, name, family, party_group, joined, left_day FROM party "
static const char load_party_sql[] = PARTY_COLUMNS "WHERE event = :event";
static const char load_by_code_sql[] = PARTY_COLUMNS "WHERE code = :code";
static const char load_all_sql[] = PARTY_COLUMNS
  "WHERE kind = :kind AND joined <= :day AND (left_day IS NULL OR left_day > :day) ORDER BY event";

static const char load_everyone_sql[] = PARTY_COLUMNS "ORDER BY event";

static const char *const kind_names[] = { "family", "person" };

void
tq_party_free (TqParty *party)
{
  g_free (party->code);
  g_free (party->name);
  g_free (party);
}

void
tq_party_group_free (TqPartyGroup *group)
{
  g_free (group->code);
  g_free (group->name);
  g_free (group);
}

static gboolean
check_named (const char *code, const char *name, GError **error)
{
  if (*code != '\0' && *name != '\0')
    return TRUE;
  g_set_error_literal (error,
                       TQ_ERROR,
                       TQ_ERROR_INVALID,
                       _ ("A short code and a name are needed."));
  return FALSE;
}

/* Adds a group; *out_event* (nullable) is its key. */
gboolean
tq_party_group_append (TqStore *store,
                       const TqAct *act,
                       const TqPartyGroup *draft,
                       gint64 *out_event,
                       GError **error)
{
  g_auto (TqEncoder) fields = { NULL };
  g_autofree char *code = tq_text_normalize_line (draft->code, error);
  g_autofree char *name = code != NULL ? tq_text_normalize_line (draft->name, error) : NULL;
  if (name == NULL || !check_named (code, name, error))
    return FALSE;
  tq_encoder_start (&fields);
  tq_encoder_put_int (&fields, draft->parent);
  tq_encoder_put_text (&fields, code);
  tq_encoder_put_text (&fields, name);
  return tq_event_append (store, "group.add/1", act, &fields, out_event, error);
}

/* Apply function of "group.add/1". */
gboolean
tq_party_group_apply (TqStore *store, const TqEvent *event, TqDecoder *body, GError **error)
{
  const gint64 parent = tq_decoder_get_int (body);
  g_autofree char *code = tq_decoder_dup_text (body);
  g_autofree char *name = tq_decoder_dup_text (body);
  g_autoptr (TqPartyGroup) existing = tq_party_group_load_by_code (store, code, NULL);
  if (existing != NULL) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_CONFLICT,
                 _ ("There is a group with the code “%s” already."),
                 code);
    return FALSE;
  }
  return tq_statement_execute (store,
                               insert_group_sql,
                               TQ_BINDINGS (TQ_INT (":event", event->seq),
                                            TQ_INT_OR_NULL (":parent", parent),
                                            TQ_TEXT (":code", code),
                                            TQ_TEXT (":name", name)),
                               error);
}

static gpointer
read_group (TqStatement *statement)
{
  TqPartyGroup *group = g_new0 (TqPartyGroup, 1);
  group->event = tq_statement_get_int (statement, 0);
  group->parent = tq_statement_get_int (statement, 1);
  group->code = g_strdup (tq_statement_get_text (statement, 2));
  group->name = g_strdup (tq_statement_get_text (statement, 3));
  return group;
}

static void
free_group (gpointer group)
{
  tq_party_group_free (group);
}

/* Every group in the order in which they were added (transfer full). */
GPtrArray *
tq_party_group_load_all (TqStore *store, GError **error)
{
  return tq_statement_read_all (
    tq_statement_query (store, load_groups_sql, TQ_BINDINGS (TQ_END), error),
    read_group,
    free_group,
    error);
}

/* The group with this code (transfer full). Raises TQ_ERROR_NOT_FOUND. */
TqPartyGroup *
tq_party_group_load_by_code (TqStore *store, const char *code, GError **error)
{
  gboolean row = FALSE;
  g_autoptr (TqStatement) statement = tq_statement_query (store,
                                                          load_group_by_code_sql,
                                                          TQ_BINDINGS (TQ_TEXT (":code", code)),
                                                          error);
  if (statement == NULL || !tq_statement_step (statement, &row, error))
    return NULL;
  if (!row) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_NOT_FOUND,
                 _ ("There is no group with the code “%s”."),
                 code);
    return NULL;
  }
  return read_group (statement);
}

/* Adds a family or a person; *out_event* (nullable) is its key. */
gboolean
tq_party_append (TqStore *store,
                 const TqAct *act,
                 const TqParty *draft,
                 gint64 *out_event,
                 GError **error)
{
  g_auto (TqEncoder) fields = { NULL };
  g_autofree char *code = tq_text_normalize_line (draft->code, error);
  g_autofree char *name = code != NULL ? tq_text_normalize_line (draft->name, error) : NULL;
  if (name == NULL || !check_named (code, name, error))
    return FALSE;
  tq_encoder_start (&fields);
  tq_encoder_put_int (&fields, draft->kind);
  tq_encoder_put_text (&fields, code);
  tq_encoder_put_text (&fields, name);
  tq_encoder_put_int (&fields, draft->family);
  tq_encoder_put_int (&fields, draft->group);
  tq_encoder_put_int (&fields, draft->joined);
  return tq_event_append (store, "party.add/1", act, &fields, out_event, error);
}

static gboolean
check_new_party (TqStore *store, gint64 kind, const char *code, gint64 family, GError **error)
{
  gint64 holder = 0, found = 0;
  if (!tq_statement_find_int (store,
                              find_code_sql,
                              TQ_BINDINGS (TQ_TEXT (":code", code)),
                              &holder,
                              error))
    return FALSE;
  if (holder != 0) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_CONFLICT,
                 _ ("The code “%s” belongs to another family or person. Choose another code."),
                 code);
    return FALSE;
  }
  if (family == 0)
    return TRUE;
  if (!tq_statement_find_int (store,
                              find_family_sql,
                              TQ_BINDINGS (TQ_INT (":family", family)),
                              &found,
                              error))
    return FALSE;
  if (found == 0 || kind != TQ_PARTY_PERSON) {
    g_set_error_literal (error,
                         TQ_ERROR,
                         TQ_ERROR_INVALID,
                         _ ("Only a person can belong to a family of this book."));
    return FALSE;
  }
  return TRUE;
}

/* Apply function of "party.add/1". */
gboolean
tq_party_apply (TqStore *store, const TqEvent *event, TqDecoder *body, GError **error)
{
  const gint64 kind = tq_decoder_get_int (body);
  g_autofree char *code = tq_decoder_dup_text (body);
  g_autofree char *name = tq_decoder_dup_text (body);
  const gint64 family = tq_decoder_get_int (body);
  const gint64 group = tq_decoder_get_int (body);
  const TqDay joined = tq_decoder_get_day (body);
  if (kind != TQ_PARTY_FAMILY && kind != TQ_PARTY_PERSON) {
    tq_decoder_fail (body);
    return TRUE;
  }
  return check_new_party (store, kind, code, family, error) &&
         tq_statement_execute (store,
                               insert_party_sql,
                               TQ_BINDINGS (TQ_INT (":event", event->seq),
                                            TQ_TEXT (":kind", kind_names[kind]),
                                            TQ_TEXT (":code", code),
                                            TQ_TEXT (":name", name),
                                            TQ_INT_OR_NULL (":family", family),
                                            TQ_INT_OR_NULL (":group", group),
                                            TQ_INT (":joined", joined)),
                               error);
}

/* Records that a family or person left on the act's day. */
gboolean
tq_party_append_leaving (TqStore *store,
                         const TqAct *act,
                         gint64 party,
                         const char *reason,
                         GError **error)
{
  g_auto (TqEncoder) fields = { NULL };
  g_autofree char *words = tq_text_normalize_body (reason, error);
  if (words == NULL)
    return FALSE;
  tq_encoder_start (&fields);
  tq_encoder_put_int (&fields, party);
  tq_encoder_put_text (&fields, words);
  return tq_event_append (store, "party.leave/1", act, &fields, NULL, error);
}

/* Apply function of "party.leave/1". */
gboolean
tq_party_apply_leaving (TqStore *store, const TqEvent *event, TqDecoder *body, GError **error)
{
  gint64 members = 0;
  const gint64 party = tq_decoder_get_int (body);
  g_autofree char *reason = tq_decoder_dup_text (body);
  if (!tq_statement_find_int (store,
                              count_members_sql,
                              TQ_BINDINGS (TQ_INT (":party", party)),
                              &members,
                              error))
    return FALSE;
  if (members == 0) {
    g_set_error_literal (error,
                         TQ_ERROR,
                         TQ_ERROR_CONFLICT,
                         _ ("This family or person is not a member now."));
    return FALSE;
  }
  return tq_statement_execute (store,
                               leave_sql,
                               TQ_BINDINGS (TQ_INT (":day", event->act.day),
                                            TQ_INT (":event", event->seq),
                                            TQ_INT (":party", party)),
                               error);
}

static gpointer
read_party (TqStatement *statement)
{
  TqParty *party = g_new0 (TqParty, 1);
  party->event = tq_statement_get_int (statement, 0);
  party->kind = g_str_equal (tq_statement_get_text (statement, 1), kind_names[TQ_PARTY_PERSON])
                  ? TQ_PARTY_PERSON
                  : TQ_PARTY_FAMILY;
  party->code = g_strdup (tq_statement_get_text (statement, 2));
  party->name = g_strdup (tq_statement_get_text (statement, 3));
  party->family = tq_statement_get_int (statement, 4);
  party->group = tq_statement_get_int (statement, 5);
  party->joined = (TqDay) tq_statement_get_int (statement, 6);
  party->left =
    tq_statement_is_null (statement, 7) ? TQ_DAY_NONE : (TqDay) tq_statement_get_int (statement, 7);
  return party;
}

/* The family or person with this key (transfer full). Raises TQ_ERROR_NOT_FOUND. */
TqParty *
tq_party_load (TqStore *store, gint64 event, GError **error)
{
  gboolean row = FALSE;
  g_autoptr (TqStatement) statement =
    tq_statement_query (store, load_party_sql, TQ_BINDINGS (TQ_INT (":event", event)), error);
  if (statement == NULL || !tq_statement_step (statement, &row, error))
    return NULL;
  if (!row) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_NOT_FOUND,
                 _ ("There is no family or person number %" PRId64 "."),
                 event);
    return NULL;
  }
  return read_party (statement);
}

/* The family or person with this code (transfer full). Raises TQ_ERROR_NOT_FOUND. */
TqParty *
tq_party_load_by_code (TqStore *store, const char *code, GError **error)
{
  gboolean row = FALSE;
  g_autoptr (TqStatement) statement =
    tq_statement_query (store, load_by_code_sql, TQ_BINDINGS (TQ_TEXT (":code", code)), error);
  if (statement == NULL || !tq_statement_step (statement, &row, error))
    return NULL;
  if (!row) {
    g_set_error (error,
                 TQ_ERROR,
                 TQ_ERROR_NOT_FOUND,
                 _ ("There is no family or person with the code “%s”."),
                 code);
    return NULL;
  }
  return read_party (statement);
}

static void
free_party (gpointer party)
{
  tq_party_free (party);
}

static GPtrArray *
read_parties (TqStore *store, const char *sql, const TqBinding *bindings, GError **error)
{
  return tq_statement_read_all (tq_statement_query (store, sql, bindings, error),
                                read_party,
                                free_party,
                                error);
}

/* The families or persons who are members on *day*, in the order in which they joined the book,
 * which is the order that breaks ties (transfer full). */
GPtrArray *
tq_party_load_all (TqStore *store, TqPartyKind kind, TqDay day, GError **error)
{
  return read_parties (store,
                       load_all_sql,
                       TQ_BINDINGS (TQ_TEXT (":kind", kind_names[kind]), TQ_INT (":day", day)),
                       error);
}

/* Every family and person there ever was, sorted by key (transfer full). */
GPtrArray *
tq_party_load_everyone (TqStore *store, GError **error)
{
  return read_parties (store, load_everyone_sql, TQ_BINDINGS (TQ_END), error);
}
