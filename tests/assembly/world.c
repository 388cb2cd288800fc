/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "world.h"

#include "ledger/account.h"
#include "ledger/balance.h"
#include "ledger/chart.h"
#include "ledger/commodity.h"
#include "ledger/period.h"
#include "people/cooperative.h"
#include "people/party.h"
#include "service/kinds.h"
#include "store/verify.h"

#include <string.h>

#define CLOCK G_GINT64_CONSTANT (1800000000)

static void
begin (World *world, TqAct *act, TqTransaction **out_transaction)
{
  g_autoptr (GError) error = NULL;
  tq_act_init (act, "Lucía", CLOCK, world->today);
  *out_transaction = tq_transaction_begin (world->store, &error);
  g_assert_no_error (error);
}

static void
commit (TqTransaction *transaction, gboolean done, GError **error)
{
  g_autoptr (GError) fault = NULL;
  g_assert_no_error (*error);
  g_assert_true (done);
  done = tq_transaction_commit (transaction, &fault);
  g_assert_no_error (fault);
  g_assert_true (done);
  tq_transaction_end (transaction);
}

static void
remember (GHashTable *table, const char *code, gint64 event)
{
  gint64 *value = g_new (gint64, 1);
  *value = event;
  g_hash_table_insert (table, g_strdup (code), value);
}

static void
add_cooperative (World *world)
{
  TqAct act;
  TqTransaction *t;
  g_autoptr (GError) error = NULL;
  begin (world, &act, &t);
  commit (t, tq_commodity_append (world->store, &act, "MXN", 2, &world->currency, &error), &error);
  begin (world, &act, &t);
  TqCooperative draft = { .name = g_strdup ("Treinta y un quintales"),
                          .currency = world->currency,
                          .unit = g_strdup ("family"),
                          .year_start_month = 11,
                          .year_start_day = 1,
                          .language = g_strdup ("es") };
  commit (t, tq_cooperative_append (world->store, &act, &draft, &error), &error);
  g_free (draft.name);
  g_free (draft.unit);
  g_free (draft.language);
  begin (world, &act, &t);
  g_autofree char *chart =
    g_build_filename (g_getenv ("TEQUIO_DATADIR"), "charts", "producers.tsv", NULL);
  commit (t, tq_chart_append_file (world->store, &act, chart, "en", &error), &error);
}

static void
add_group (World *world, const char *code)
{
  TqAct act;
  TqTransaction *t;
  gint64 event = 0;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = g_strdup (code);
  TqPartyGroup draft = { .code = name, .name = name };
  begin (world, &act, &t);
  commit (t, tq_party_group_append (world->store, &act, &draft, &event, &error), &error);
  remember (world->groups, code, event);
}

/* A family belongs to the group whose code begins with the same letter. */
static void
add_family (World *world, const Family *family, const char *const *groups)
{
  TqAct act;
  TqTransaction *t;
  gint64 event = 0;
  g_autoptr (GError) error = NULL;
  g_autofree char *code = g_strdup (family->code);
  g_autofree char *name = g_strdup (family->name);
  TqParty draft = { .kind = TQ_PARTY_FAMILY, .code = code, .name = name, .joined = world->today };
  for (guint i = 0; groups[i] != NULL; i++)
    if (groups[i][0] == code[0])
      draft.group = world_group (world, groups[i]);
  begin (world, &act, &t);
  commit (t, tq_party_append (world->store, &act, &draft, &event, &error), &error);
  remember (world->parties, code, event);
}

World *
world_new (const Family *families, gsize n, const char *const *groups)
{
  g_autoptr (GError) error = NULL;
  World *world = g_new0 (World, 1);
  world->store = tq_store_new_memory (tq_kinds_get_all (), &error);
  g_assert_no_error (error);
  world->parties = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  world->groups = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  world_date (world, "2026-11-01");
  add_cooperative (world);
  for (guint i = 0; groups[i] != NULL; i++)
    add_group (world, groups[i]);
  for (gsize i = 0; i < n; i++)
    add_family (world, &families[i], groups);
  return world;
}

void
world_free (World *world)
{
  g_hash_table_unref (world->parties);
  g_hash_table_unref (world->groups);
  g_assert_finalize_object (world->store);
  g_free (world);
}

static TqDay
parse_day (const char *text)
{
  TqDay day = TQ_DAY_NONE;
  g_autoptr (GError) error = NULL;
  const gboolean done = tq_day_parse (text, &day, &error);
  g_assert_no_error (error);
  g_assert_true (done);
  return day;
}

void
world_date (World *world, const char *day)
{
  world->today = parse_day (day);
}

gint64
world_party (World *world, const char *code)
{
  const gint64 *event = g_hash_table_lookup (world->parties, code);
  g_assert_nonnull (event);
  return *event;
}

gint64
world_group (World *world, const char *code)
{
  const gint64 *event = g_hash_table_lookup (world->groups, code);
  g_assert_nonnull (event);
  return *event;
}

gint64
world_account (World *world, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TqAccount) account = tq_account_load_by_name (world->store, name, &error);
  g_assert_no_error (error);
  return account->event;
}

void
world_set (World *world, const char *key, const char *value)
{
  TqAct act;
  TqTransaction *t;
  g_autoptr (GError) error = NULL;
  begin (world, &act, &t);
  commit (t, tq_setting_append (world->store, &act, key, value, world->today, &error), &error);
}

/* Posts one entry of two postings; *party* (nullable) stands on the debit. */
gint64
world_post (World *world, const char *debit, const char *credit, const char *party, gint64 amount)
{
  TqAct act;
  TqTransaction *t;
  gint64 event = 0;
  g_autoptr (GError) error = NULL;
  g_auto (TqEntry) entry = { 0 };
  tq_entry_init (&entry, world->today, "harvest");
  tq_entry_add (&entry,
                world_account (world, debit),
                party != NULL ? world_party (world, party) : 0,
                world->currency,
                amount);
  tq_entry_add (&entry, world_account (world, credit), 0, world->currency, -amount);
  begin (world, &act, &t);
  commit (t, tq_entry_append (world->store, &act, &entry, &event, &error), &error);
  return event;
}

gint64
world_seal (World *world, const char *through)
{
  TqAct act;
  TqTransaction *t;
  TqSeal seal;
  g_autoptr (GError) error = NULL;
  begin (world, &act, &t);
  commit (t,
          tq_period_append_seal (world->store, &act, parse_day (through), &seal, &error),
          &error);
  return seal.event;
}

gint64
world_open_case (World *world,
                 TqCaseKind kind,
                 const char *title,
                 const char *from,
                 const char *through)
{
  TqAct act;
  TqTransaction *t;
  g_autoptr (GError) error = NULL;
  const TqCaseDraft draft = { kind, title, parse_day (from), parse_day (through) };
  begin (world, &act, &t);
  commit (t, tq_case_append (world->store, &act, &draft, &world->of_case, &error), &error);
  return world->of_case;
}

/* Performs an act that must succeed and frees the lists of its draft; returns its event. */
gint64
world_do (World *world, TqDoing doing, gpointer draft)
{
  TqAct act;
  TqTransaction *t;
  gint64 event = 0;
  g_autoptr (GError) error = NULL;
  begin (world, &act, &t);
  const gboolean done =
    tq_step_append (world->store, &act, doing, world->of_case, draft, &event, &error);
  commit (t, done, &error);
  tq_case_record_clear (tq_step_get_kind (doing)->record, draft);
  return event;
}

/* Performs an act that must be refused with *code* and a sentence that holds *words*. */
void
world_refuse (World *world, TqDoing doing, gpointer draft, int code, const char *words)
{
  TqAct act;
  TqTransaction *t;
  gint64 event = 0;
  g_autoptr (GError) error = NULL;
  begin (world, &act, &t);
  const gboolean done =
    tq_step_append (world->store, &act, doing, world->of_case, draft, &event, &error);
  tq_transaction_end (t);
  g_assert_false (done);
  g_assert_error (error, TQ_ERROR, code);
  if (strstr (error->message, words) == NULL)
    g_error ("“%s” is not in: %s", words, error->message);
  tq_case_record_clear (tq_step_get_kind (doing)->record, draft);
}

gint64
world_note (World *world, TqDoing doing, gint64 refers, const char *words)
{
  TqNote note = { .who = "Lucía", .words = words, .until_day = TQ_DAY_NONE, .refers = refers };
  return world_do (world, doing, &note);
}

/* A notice of today's kind: given and assembly days, called by the commission. */
void
world_notice (World *world, const char *given, const char *assembly)
{
  TqNotice notice = { .called_by = "Nicolás",
                      .place = "Casa de la cooperativa",
                      .given_day = parse_day (given),
                      .assembly_day = parse_day (assembly) };
  TqNoticeLine *line = tq_case_record_add (&notice.lines, &tq_notice_line_kind);
  line->words = g_strdup ("Other matters");
  world_do (world, TQ_DO_NOTICE, &notice);
}

/* The first *n* families of the roster are there, a woman and a man of each. */
void
world_roll (World *world, const Family *families, gsize n)
{
  TqRoll roll = { .hour = "10:00", .secretary = "Lucía", .tellers = "Petrona, Agustín" };
  roll.lines = g_ptr_array_new_with_free_func (tq_case_record_free);
  for (gsize i = 0; i < n; i++) {
    TqRollLine *line = tq_case_record_add (&roll.lines, &tq_roll_line_kind);
    line->party = world_party (world, families[i].code);
    line->women = 1;
    line->men = 1;
  }
  world_do (world, TQ_DO_ROLL, &roll);
}

TqCase *
world_load (World *world)
{
  g_autoptr (GError) error = NULL;
  TqCase *c = tq_case_load (world->store, world->of_case, &error);
  g_assert_no_error (error);
  return c;
}

/* Debit minus credit of the account with a role, in minor units, up to today. */
gint64
world_balance (World *world, const char *role)
{
  gint64 balance = 0;
  g_autoptr (GError) error = NULL;
  g_autoptr (TqAccount) account = tq_account_load_by_role (world->store, role, &error);
  g_assert_no_error (error);
  const gboolean done = tq_balance_load_account (world->store,
                                                 account->event,
                                                 world->currency,
                                                 world->today,
                                                 &balance,
                                                 &error);
  g_assert_no_error (error);
  g_assert_true (done);
  return balance;
}

/* The whole chain replays to the same rows. */
void
world_verify (World *world)
{
  g_auto (TqVerification) found = { 0 };
  g_autoptr (GError) error = NULL;
  const gboolean done = tq_verify_store (world->store, NULL, NULL, NULL, &found, &error);
  g_assert_no_error (error);
  g_assert_true (done);
  g_assert_cmpstr (found.fault, ==, NULL);
}
