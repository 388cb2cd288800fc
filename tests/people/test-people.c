/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "ledger-fixture.h"
#include "people/cooperative.h"
#include "people/office.h"
#include "people/party.h"

static gboolean
add (Ledger *ledger,
     TqPartyKind kind,
     const char *code,
     const char *name,
     gint64 family,
     gint64 *out_event,
     GError **error)
{
  const TqParty draft = { .kind = kind,
                          .code = (char *) (guintptr) code,
                          .name = (char *) (guintptr) name,
                          .family = family,
                          .joined = ledger_day ("2026-01-01") };
  return LEDGER_DO (ledger, 0, tq_party_append (ledger->store, &act, &draft, out_event, error));
}

/* Families and persons have one code each; only a person belongs to a family. */
static void
test_added (void)
{
  Ledger ledger;
  gint64 person = 0;
  ledger_start (&ledger);
  const gint64 family = ledger.family;
  const struct {
    TqPartyKind kind;
    const char *code, *name;
    gint64 family;
    int error; /* -1 where it is added */
  } rows[] = {
    { TQ_PARTY_FAMILY, "A2", "Jose\xcc\x81 y Juana", 0, -1 },
    { TQ_PARTY_PERSON, "p1", "Lucía", family, -1 },
    { TQ_PARTY_PERSON, "p2", "Petrona", 0, -1 },
    { TQ_PARTY_FAMILY, "A1", "Another", 0, TQ_ERROR_CONFLICT },
    { TQ_PARTY_PERSON, "A1", "Another", 0, TQ_ERROR_CONFLICT },
    { TQ_PARTY_FAMILY, "A3", "In a family", family, TQ_ERROR_INVALID },
    { TQ_PARTY_PERSON, "p3", "In nothing", 4711, TQ_ERROR_INVALID },
    { TQ_PARTY_FAMILY, "", "No code", 0, TQ_ERROR_INVALID },
    { TQ_PARTY_FAMILY, "A4", " ", 0, TQ_ERROR_INVALID },
    { TQ_PARTY_FAMILY, "A4", "B\x07", 0, TQ_ERROR_INVALID },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_test_message ("%s %s", rows[i].code, rows[i].name);
    const gboolean added =
      add (&ledger, rows[i].kind, rows[i].code, rows[i].name, rows[i].family, &person, &error);
    g_assert_cmpint (added, ==, rows[i].error == -1);
    if (!added)
      g_assert_error (error, TQ_ERROR, rows[i].error);
  }
  g_autoptr (TqParty) jose = tq_party_load_by_code (ledger.store, "A2", NULL);
  g_autoptr (TqParty) lucia = tq_party_load_by_code (ledger.store, "p1", NULL);
  g_assert_cmpstr (jose->name, ==, "José y Juana");
  g_assert_cmpint (lucia->family, ==, family);
  g_assert_cmpint (lucia->kind, ==, TQ_PARTY_PERSON);
  g_autoptr (TqParty) again = tq_party_load (ledger.store, lucia->event, NULL);
  g_assert_cmpstr (again->code, ==, "p1");
  ledger_end (&ledger);
}

/* Who leaves is a member until that day and stays in the book. */
static void
test_leaving (void)
{
  Ledger ledger;
  g_autoptr (GError) twice = NULL;
  g_autoptr (GError) missing = NULL;
  const TqDay day = ledger_day ("2027-03-01");
  gint64 leaver = 0;
  ledger_start (&ledger);
  g_assert_true (add (&ledger, TQ_PARTY_FAMILY, "A2", "Pascual", 0, &leaver, NULL));
  g_assert_true (
    LEDGER_DO (&ledger,
               day,
               tq_party_append_leaving (ledger.store, &act, leaver, "moved away", NULL)));
  g_autoptr (GPtrArray) before = tq_party_load_all (ledger.store, TQ_PARTY_FAMILY, day - 1, NULL);
  g_autoptr (GPtrArray) after = tq_party_load_all (ledger.store, TQ_PARTY_FAMILY, day, NULL);
  g_autoptr (GPtrArray) earlier =
    tq_party_load_all (ledger.store, TQ_PARTY_FAMILY, ledger_day ("2025-12-31"), NULL);
  g_assert_cmpuint (before->len, ==, 2);
  g_assert_cmpuint (after->len, ==, 1);
  g_assert_cmpuint (earlier->len, ==, 1); /* A1 joined on the first of all days */
  g_autoptr (TqParty) loaded = tq_party_load (ledger.store, leaver, NULL);
  g_assert_cmpint (loaded->left, ==, day);
  g_assert_false (
    LEDGER_DO (&ledger, day, tq_party_append_leaving (ledger.store, &act, leaver, "", &twice)));
  g_assert_error (twice, TQ_ERROR, TQ_ERROR_CONFLICT);
  g_assert_null (tq_party_load_by_code (ledger.store, "Z9", &missing));
  g_assert_error (missing, TQ_ERROR, TQ_ERROR_NOT_FOUND);
  ledger_end (&ledger);
}

static gboolean
add_group (Ledger *ledger, const char *code, gint64 parent, gint64 *out_event, GError **error)
{
  const TqPartyGroup draft = { .parent = parent,
                               .code = (char *) (guintptr) code,
                               .name = (char *) (guintptr) "Barrio" };
  return LEDGER_DO (ledger,
                    0,
                    tq_party_group_append (ledger->store, &act, &draft, out_event, error));
}

/* Groups form a tree; a code stands once. */
static void
test_groups (void)
{
  Ledger ledger;
  gint64 community = 0, barrio = 0;
  g_autoptr (GError) twice = NULL;
  g_autoptr (GError) unnamed = NULL;
  g_autoptr (GError) missing = NULL;
  ledger_start (&ledger);
  g_assert_true (add_group (&ledger, "C", 0, &community, NULL));
  g_assert_true (add_group (&ledger, "C-A", community, &barrio, NULL));
  g_assert_false (add_group (&ledger, "C", 0, NULL, &twice));
  g_assert_error (twice, TQ_ERROR, TQ_ERROR_CONFLICT);
  g_assert_false (add_group (&ledger, "", 0, NULL, &unnamed));
  g_assert_error (unnamed, TQ_ERROR, TQ_ERROR_INVALID);
  g_assert_false (add_group (&ledger, "X", 4711, NULL, NULL));
  g_autoptr (TqPartyGroup) loaded = tq_party_group_load_by_code (ledger.store, "C-A", NULL);
  g_assert_cmpint (loaded->parent, ==, community);
  g_assert_null (tq_party_group_load_by_code (ledger.store, "Z", &missing));
  g_assert_error (missing, TQ_ERROR, TQ_ERROR_NOT_FOUND);
  g_autoptr (GPtrArray) all = tq_party_group_load_all (ledger.store, NULL);
  g_assert_cmpuint (all->len, ==, 2);
  ledger_end (&ledger);
}

/* An office is held from a day until a day, by somebody of this book. */
static void
test_offices (void)
{
  Ledger ledger;
  gint64 office = 0;
  g_autoptr (GError) unnamed = NULL;
  g_autoptr (GError) nobody = NULL;
  g_autoptr (GError) twice = NULL;
  const TqDay day = ledger_day ("2027-01-01");
  ledger_start (&ledger);
  TqOffice draft = { .title = (char *) (guintptr) "vigilance",
                     .holder = ledger.family,
                     .starts = day };
  g_assert_true (
    LEDGER_DO (&ledger, day, tq_office_append (ledger.store, &act, &draft, &office, NULL)));
  draft.holder = 4711;
  g_assert_false (
    LEDGER_DO (&ledger, day, tq_office_append (ledger.store, &act, &draft, NULL, &nobody)));
  g_assert_cmpuint (nobody->domain, ==, TQ_ERROR);
  draft.title = (char *) (guintptr) " ";
  g_assert_false (
    LEDGER_DO (&ledger, day, tq_office_append (ledger.store, &act, &draft, NULL, &unnamed)));
  g_assert_error (unnamed, TQ_ERROR, TQ_ERROR_INVALID);
  g_assert_true (
    LEDGER_DO (&ledger,
               day + 31,
               tq_office_append_end (ledger.store, &act, office, "handed over", NULL)));
  g_assert_false (LEDGER_DO (&ledger,
                             day + 40,
                             tq_office_append_end (ledger.store, &act, office, "again", &twice)));
  g_assert_error (twice, TQ_ERROR, TQ_ERROR_CONFLICT);
  static const struct {
    int offset;
    guint held;
  } rows[] = { { -1, 0 }, { 0, 1 }, { 30, 1 }, { 31, 0 } };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GPtrArray) held = tq_office_load_all (ledger.store, day + rows[i].offset, NULL);
    g_assert_cmpuint (held->len, ==, rows[i].held);
  }
  ledger_end (&ledger);
}

/* A setting holds from its day on; before it, the value with which every co-operative begins. */
static void
test_settings (void)
{
  static const struct {
    const char *key, *value;
    gboolean set;
  } rows[] = {
    { "voice-age", "12", TRUE },   { "voice-age", "twelve", FALSE },
    { "voice-age", "-1", FALSE },  { "majority", "3/4", TRUE },
    { "majority", "0.5", TRUE },   { "majority", "4/3", FALSE },
    { "majority", "-1/3", FALSE }, { "majority", "most", FALSE },
    { "dance", "yes", FALSE },     { "remainder-role", "solidarity", TRUE },
    { "paper-size", "a4", TRUE },  { "paper-size", "a5", FALSE },
  };
  Ledger ledger;
  const TqDay day = ledger_day ("2027-01-01");
  gint64 age = 0;
  ledger_start (&ledger);
  g_assert_true (tq_setting_load_int (ledger.store, "voice-age", day, &age, NULL));
  g_assert_cmpint (age, ==, 18);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_test_message ("%s %s", rows[i].key, rows[i].value);
    g_assert_cmpint (
      LEDGER_DO (&ledger,
                 day,
                 tq_setting_append (ledger.store, &act, rows[i].key, rows[i].value, day, &error)),
      ==,
      rows[i].set);
    if (!rows[i].set)
      g_assert_error (error, TQ_ERROR, TQ_ERROR_INVALID);
  }
  g_autofree char *before = tq_setting_find (ledger.store, "majority", day - 1, NULL);
  g_autofree char *since = tq_setting_find (ledger.store, "majority", day, NULL);
  g_assert_cmpstr (before, ==, "2/3");
  g_assert_cmpstr (since, ==, "0.5"); /* of two from the same day, the later one */
  g_assert_cmpstr (tq_setting_get_default ("dance"), ==, NULL);
  ledger_end (&ledger);
}

/* A book belongs to one co-operative, which has a name and a language. */
static void
test_cooperative (void)
{
  Ledger ledger;
  g_autoptr (GError) empty = NULL;
  g_autoptr (GError) unnamed = NULL;
  g_autoptr (GError) second = NULL;
  ledger_start (&ledger);
  TqCooperative draft = { .name = (char *) (guintptr) " ",
                          .currency = ledger.mxn,
                          .unit = (char *) (guintptr) "family",
                          .year_start_month = 11,
                          .year_start_day = 1,
                          .language = (char *) (guintptr) "es",
                          .practice = TRUE };
  g_assert_null (tq_cooperative_load (ledger.store, &empty));
  g_assert_error (empty, TQ_ERROR, TQ_ERROR_NOT_FOUND);
  g_assert_false (
    LEDGER_DO (&ledger, 0, tq_cooperative_append (ledger.store, &act, &draft, &unnamed)));
  g_assert_error (unnamed, TQ_ERROR, TQ_ERROR_INVALID);
  draft.name = (char *) (guintptr) "La Vega";
  draft.language = (char *) (guintptr) "e\ts";
  g_autoptr (GError) odd = NULL;
  g_assert_false (LEDGER_DO (&ledger, 0, tq_cooperative_append (ledger.store, &act, &draft, &odd)));
  g_assert_error (odd, TQ_ERROR, TQ_ERROR_INVALID);
  draft.language = (char *) (guintptr) "es";
  g_assert_true (LEDGER_DO (&ledger, 0, tq_cooperative_append (ledger.store, &act, &draft, NULL)));
  g_assert_false (
    LEDGER_DO (&ledger, 0, tq_cooperative_append (ledger.store, &act, &draft, &second)));
  g_assert_error (second, TQ_ERROR, TQ_ERROR_CONFLICT);
  g_autoptr (TqCooperative) loaded = tq_cooperative_load (ledger.store, NULL);
  g_assert_cmpstr (loaded->name, ==, "La Vega");
  g_assert_cmpstr (loaded->unit, ==, "family");
  g_assert_cmpint (loaded->currency, ==, ledger.mxn);
  g_assert_cmpint (loaded->year_start_month, ==, 11);
  g_assert_true (loaded->practice);
  ledger_end (&ledger);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/people/party/added", test_added);
  g_test_add_func ("/people/party/leaving", test_leaving);
  g_test_add_func ("/people/party/groups", test_groups);
  g_test_add_func ("/people/office/held", test_offices);
  g_test_add_func ("/people/cooperative/settings", test_settings);
  g_test_add_func ("/people/cooperative/one", test_cooperative);
  return g_test_run ();
}
