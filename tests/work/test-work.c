/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
#include "ledger-fixture.h"
#include "people/party.h"
#include "work/work.h"

typedef struct {
  Ledger ledger;
  gint64 hours, kilos, other; /* two kinds, and a family beside A1 */
} Register;

static gint64
add_kind (Ledger *ledger, const char *code, const char *unit, guint digits, GError **error)
{
  const TqWorkKind draft = { .code = (char *) (guintptr) code,
                             .name = (char *) (guintptr) "Work",
                             .unit = (char *) (guintptr) unit,
                             .digits = digits,
                             .care = g_str_equal (code, "care") };
  gint64 event = 0;
  const gboolean added =
    LEDGER_DO (ledger, 0, tq_work_kind_append (ledger->store, &act, &draft, &event, error));
  return added ? event : 0;
}

static void
start (Register *reg)
{
  const TqParty other = { .kind = TQ_PARTY_FAMILY,
                          .code = (char *) (guintptr) "A2",
                          .name = (char *) (guintptr) "Pascual" };
  ledger_start (&reg->ledger);
  reg->hours = add_kind (&reg->ledger, "care", "hour", 2, NULL);
  reg->kilos = add_kind (&reg->ledger, "coffee", "kg", 3, NULL);
  g_assert_true (LEDGER_DO (&reg->ledger,
                            0,
                            tq_party_append (reg->ledger.store, &act, &other, &reg->other, NULL)));
}

/* Kinds have a code of their own, a unit, and at most six digits. */
static void
test_kinds (void)
{
  static const struct {
    const char *code, *unit;
    guint digits;
    int code_of_error;
  } rows[] = {
    { "care", "hour", 2, TQ_ERROR_CONFLICT }, { "", "hour", 2, TQ_ERROR_INVALID },
    { "sowing", "", 2, TQ_ERROR_INVALID },    { "sowing", "day", 7, TQ_ERROR_INVALID },
    { "so\x01", "day", 1, TQ_ERROR_INVALID },
  };
  Register reg;
  start (&reg);
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_assert_cmpint (add_kind (&reg.ledger, rows[i].code, rows[i].unit, rows[i].digits, &error),
                     ==,
                     0);
    g_assert_error (error, TQ_ERROR, rows[i].code_of_error);
  }
  g_autoptr (TqWorkKind) care = tq_work_kind_load_by_code (reg.ledger.store, "care", NULL);
  g_autoptr (GPtrArray) all = tq_work_kind_load_all (reg.ledger.store, NULL);
  g_autoptr (GError) missing = NULL;
  g_assert_true (care->care);
  g_assert_cmpstr (care->unit, ==, "hour");
  g_assert_cmpuint (care->digits, ==, 2);
  g_assert_cmpuint (all->len, ==, 2);
  g_assert_null (tq_work_kind_load_by_code (reg.ledger.store, "sowing", &missing));
  g_assert_error (missing, TQ_ERROR, TQ_ERROR_NOT_FOUND);
  ledger_end (&reg.ledger);
}

static gboolean
write_line (Register *reg, const TqWork *line, gint64 *out_event, GError **error)
{
  return LEDGER_DO (&reg->ledger,
                    line->day,
                    tq_work_append (reg->ledger.store, &act, line, 1, out_event, error));
}

/* Sums are of one family, one kind and a range of days; a line is mended by another that names it.
 * */
static void
test_sums (void)
{
  Register reg;
  gint64 event = 0, sum = 0;
  start (&reg);
  const gint64 family = reg.ledger.family;
  const TqDay day = ledger_day ("2027-01-10");
  const TqWork party[] = {
    { .day = day, .party = family, .kind = reg.hours, .quantity = 850, .note = NULL },
    { .day = day, .party = reg.other, .kind = reg.hours, .quantity = 400 },
    { .day = day + 1, .party = family, .kind = reg.kilos, .quantity = 57500 },
  };
  g_assert_true (
    LEDGER_DO (&reg.ledger,
               day,
               tq_work_append (reg.ledger.store, &act, party, G_N_ELEMENTS (party), &event, NULL)));
  const TqWork mended = { .day = day + 2,
                          .party = family,
                          .kind = reg.hours,
                          .quantity = -50,
                          .note = (char *) (guintptr) "half an hour too much",
                          .corrects = event };
  g_assert_true (write_line (&reg, &mended, NULL, NULL));
  const struct {
    gint64 party, kind;
    TqDay from, through;
    gint64 sum;
  } rows[] = {
    { family, reg.hours, day, day + 9, 800 },   { family, reg.hours, day, day + 1, 850 },
    { family, reg.hours, day + 1, day + 1, 0 }, { family, reg.kilos, day, day + 9, 57500 },
    { reg.other, reg.hours, day, day, 400 },    { reg.other, reg.kilos, day, day + 9, 0 },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_assert_true (tq_work_load_sum (reg.ledger.store,
                                     rows[i].party,
                                     rows[i].kind,
                                     rows[i].from,
                                     rows[i].through,
                                     &sum,
                                     NULL));
    g_assert_cmpint (sum, ==, rows[i].sum);
  }
  g_autoptr (GPtrArray) lines = tq_work_load_all (reg.ledger.store, day, day + 9, NULL);
  g_assert_cmpuint (lines->len, ==, 4);
  const TqWork *last = g_ptr_array_index (lines, 3);
  g_assert_cmpstr (last->note, ==, "half an hour too much");
  g_assert_cmpint (last->corrects, ==, event);
  ledger_end (&reg.ledger);
}

/* A line of nothing, of nobody, of no kind, or one that takes away without naming what, is refused.
 * */
static void
test_refused (void)
{
  Register reg;
  gint64 event = 0;
  start (&reg);
  const gint64 family = reg.ledger.family;
  const TqDay day = ledger_day ("2027-01-10");
  const TqWork sound = { .day = day, .party = family, .kind = reg.hours, .quantity = 100 };
  g_assert_true (write_line (&reg, &sound, &event, NULL));
  const TqWork rows[] = {
    { .day = day, .party = family, .kind = reg.hours, .quantity = 0 },
    { .day = day, .party = 4711, .kind = reg.hours, .quantity = 100 },
    { .day = day, .party = family, .kind = 4711, .quantity = 100 },
    { .day = day, .party = family, .kind = reg.hours, .quantity = -100 },
    { .day = day, .party = family, .kind = reg.hours, .quantity = -1, .corrects = 4711 },
    { .day = day, .party = reg.other, .kind = reg.hours, .quantity = -1, .corrects = event },
    { .day = day, .party = family, .kind = reg.kilos, .quantity = -1, .corrects = event },
    { .day = day,
      .party = family,
      .kind = reg.hours,
      .quantity = G_GINT64_CONSTANT (1000000000001) },
    { .day = day,
      .party = family,
      .kind = reg.hours,
      .quantity = 1,
      .note = (char *) (guintptr) "\x01" },
  };
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++) {
    g_autoptr (GError) error = NULL;
    g_test_message ("row %zu", i);
    g_assert_false (write_line (&reg, &rows[i], NULL, &error));
    g_assert_error (error, TQ_ERROR, TQ_ERROR_INVALID);
  }
  g_assert_cmpint (ledger_ask (&reg.ledger, "SELECT count (*) FROM work"), ==, 1);
  ledger_end (&reg.ledger);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/register/kinds", test_kinds);
  g_test_add_func ("/register/sums", test_sums);
  g_test_add_func ("/register/refused", test_refused);
  return g_test_run ();
}
