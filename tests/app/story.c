/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* A small book for the tests of the window, written through the service as the programs do. */
#include "app/story.h"

#include "ledger/account.h"
#include "ledger/entry.h"
#include "people/party.h"
#include "service/ledger.h"

#include <glib/gstdio.h>

typedef struct {
  gboolean spanish;
  guint extra_entries;
} Plan;

gint64
tq_story_clock (void)
{
  return (gint64) TQ_STORY_DAY * 86400;
}

static gint64
find_account (TqStore *store, const char *role)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TqAccount) account = tq_account_load_by_role (store, role, &error);
  g_assert_no_error (error);
  return account->event;
}

static void
further (TqAct *act, const TqAct *first, TqDay day)
{
  tq_act_init (act, first->actor, first->instant, day);
}

typedef struct {
  int day; /* after TQ_STORY_DAY */
  const char *text;
  const char *texto;
  const char *into;
  const char *out_of;
  gint64 minor;
} Line;

static const Line lines[] = {
  { 0, "Opening cash", "Dinero con que se empieza", "cash", "opening", 320000 },
  { 3, "Buyer's advance", "Anticipo del comprador", "bank", "customer-advances", 10000000 },
  { 5, "Withdrawn from the bank", "Retiro del banco", "cash", "bank", 9000000 },
  { 12, "Lorry, two trips", "Flete del camión, dos viajes", "transport", "cash", 620000 },
  { 14, "31 sacks at 38.00", "31 costales a 38.00", "packaging", "cash", 117800 },
  { 20, "Photocopies and notebooks", "Fotocopias y libretas", "stationery", "cash", 16200 },
  { 33, "Final payment of the buyer", "Liquidación del comprador", "bank", "sales", 4260000 },
};

static gint64
post (TqStore *store, const TqAct *first, const Plan *plan, const Line *line, gint64 currency)
{
  TqAct act;
  gint64 event = 0;
  g_autoptr (GError) error = NULL;
  g_auto (TqEntry) entry = { 0 };
  further (&act, first, first->day + line->day);
  tq_entry_init (&entry, act.day, plan->spanish ? line->texto : line->text);
  tq_entry_add (&entry, find_account (store, line->into), 0, currency, line->minor);
  tq_entry_add (&entry, find_account (store, line->out_of), 0, currency, -line->minor);
  const gboolean posted = tq_entry_append (store, &act, &entry, &event, &error);
  g_assert_no_error (error);
  g_assert_true (posted);
  return event;
}

static gint64
add_families (TqStore *store, const TqAct *first, gint64 *out_second)
{
  static const char *const families[][3] = {
    { "A1", "Anselmo y Domitila", "A" },
    { "A2", "Rufina", "A" },
    { "A7", "Petrona", "A" },
    { "C1", "Nicolás y Rosa", "C" },
    { "C3", "Diego y Antonia", "C" },
    { "V1", "Tomás y Angélica", "V" },
    { "V5", "Dominga", "V" },
  };
  static const char *const groups[][2] = { { "A", "Arriba" },
                                           { "C", "Centro" },
                                           { "V", "La Vega" } };
  gint64 group_keys[G_N_ELEMENTS (groups)] = { 0 }, first_family = 0;
  g_autoptr (GError) error = NULL;
  for (guint i = 0; i < G_N_ELEMENTS (groups); i++) {
    TqAct act;
    g_autofree char *code = g_strdup (groups[i][0]), *name = g_strdup (groups[i][1]);
    const TqPartyGroup group = { .code = code, .name = name };
    further (&act, first, first->day);
    g_assert_true (tq_party_group_append (store, &act, &group, &group_keys[i], &error));
  }
  for (guint i = 0; i < G_N_ELEMENTS (families); i++) {
    TqAct act;
    gint64 key = 0;
    g_autofree char *code = g_strdup (families[i][0]), *name = g_strdup (families[i][1]);
    TqParty family = { .kind = TQ_PARTY_FAMILY, .code = code, .name = name, .joined = first->day };
    for (guint g = 0; g < G_N_ELEMENTS (groups); g++)
      if (g_str_equal (groups[g][0], families[i][2]))
        family.group = group_keys[g];
    family.left = TQ_DAY_NONE;
    further (&act, first, first->day);
    g_assert_true (tq_party_append (store, &act, &family, &key, &error));
    if (i == 0)
      first_family = key;
    *out_second = key;
  }
  return first_family;
}

static void
pay_shares (TqStore *store, const TqAct *first, const Plan *plan, gint64 family, gint64 currency)
{
  TqAct act;
  g_autoptr (GError) error = NULL;
  g_auto (TqEntry) entry = { 0 };
  further (&act, first, first->day + 1);
  tq_entry_init (&entry, act.day, plan->spanish ? "Pago de aportación" : "Payment of a share");
  tq_entry_add (&entry, find_account (store, "cash"), 0, currency, 50000);
  tq_entry_add (&entry, find_account (store, "member-shares"), family, currency, -50000);
  g_assert_true (tq_entry_append (store, &act, &entry, NULL, &error));
}

static gboolean
write_story (TqStore *store, const TqAct *first, gpointer data, gint64 *out_event, GError **error)
{
  const Plan *plan = data;
  TqAct act;
  gint64 second = 0, event = 0;
  g_autoptr (TqCooperative) cooperative = tq_cooperative_load (store, error);
  const gint64 currency = cooperative->currency;
  const gint64 family = add_families (store, first, &second);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++) {
    const gint64 posted = post (store, first, plan, &lines[i], currency);
    if (i == 5)
      event = posted;
  }
  pay_shares (store, first, plan, family, currency);
  pay_shares (store, first, plan, second, currency);
  further (&act, first, first->day + 34);
  g_assert_true (tq_entry_append_reversal (store,
                                           &act,
                                           event,
                                           plan->spanish ? "El recibo no tiene sello"
                                                         : "The receipt has no stamp",
                                           NULL,
                                           error));
  for (guint i = 0; i < plan->extra_entries; i++) {
    g_autofree char *text = g_strdup_printf ("Entry number %u", i);
    const Line line = { (int) (i % 30), text, text, "bank", "cash", (gint64) i + 100 };
    post (store, first, plan, &line, currency);
  }
  return TRUE;
}

/* Makes the book at *path* with seven families, ten entries and *extra_entries* more, and opens
 * it (transfer full). */
TqBook *
tq_story_create (const char *path, const char *language, guint extra_entries)
{
  g_autoptr (GError) error = NULL;
  Plan plan = { g_str_equal (language, "es"), extra_entries };
  g_autofree char *chart =
    g_build_filename (g_getenv ("TEQUIO_DATADIR"), "charts", "producers.tsv", NULL);
  const TqBookDraft draft = { .name = "Cafetal de la Vega",
                              .currency = "MXN",
                              .unit = "family",
                              .language = language,
                              .chart_path = chart,
                              .year_start_month = 1,
                              .year_start_day = 1,
                              .practice = TRUE };
  TqBook *book = tq_book_create (path, &draft, "Lucía", tq_story_clock, TQ_STORY_DAY, &error);
  g_assert_no_error (error);
  g_assert_true (tq_book_perform (book, TQ_STORY_DAY, write_story, &plan, NULL, &error));
  g_assert_no_error (error);
  return book;
}

/* A path for a book in a folder of its own (transfer full). */
char *
tq_story_new_path (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *folder = g_dir_make_tmp ("tequio-XXXXXX", &error);
  g_assert_no_error (error);
  return g_build_filename (folder, "cafetal.tequio", NULL);
}

/* Removes the book and its folder, and frees the path. */
void
tq_story_remove (char *path)
{
  g_autofree char *owned = path;
  g_autofree char *folder = g_path_get_dirname (owned);
  g_unlink (owned);
  g_rmdir (folder);
}

gint64
tq_story_find_account (TqBook *book, const char *role)
{
  return find_account (tq_book_get_store (book), role);
}

/* Posts one more entry, the newest of the book. */
void
tq_story_post_plain (TqBook *book, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_auto (TqEntry) entry = { 0 };
  const gint64 currency = tq_book_get_cooperative (book)->currency;
  tq_entry_init (&entry, TQ_STORY_DAY + 60, text);
  tq_entry_add (&entry, tq_story_find_account (book, "cash"), 0, currency, 100);
  tq_entry_add (&entry, tq_story_find_account (book, "bank"), 0, currency, -100);
  g_assert_true (tq_ledger_post (book, &entry, NULL, &error));
}

/* Closes and seals everything through *through*. */
void
tq_story_seal (TqBook *book, TqDay through)
{
  TqSeal seal;
  g_autoptr (GError) error = NULL;
  g_assert_true (tq_ledger_seal (book, through, through, &seal, &error));
  g_assert_no_error (error);
}
