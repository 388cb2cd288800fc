/* SPDX-License-Identifier: GPL-3.0-or-later
 * SPDX-FileCopyrightText: The Tequio contributors */
/* Slow second implementations, as literal as the definitions are written, beside the fast ones on
 * random elections: Schulze by walking every path, STV with one paper a voter and fractions of GMP
 * cut to five decimals. And for every rule: the order of the ballots does not matter, and a ballot
 * of weight w is w ballots; who has withdrawn is as if not on the paper. The seed is printed by the
 * test program; TEQUIO_ROUNDS asks for a long run. */
#include "counting.h"

#include "tally/pairwise.h"
#include "tally/schulze.h"
#include "tally/stv.h"

#include <gmp.h>
#include <string.h>

#define MOST_OPTIONS 6u
#define NOBODY G_MAXUINT

static guint
get_rounds (void)
{
  const char *text = g_getenv ("TEQUIO_ROUNDS");
  return text != NULL ? (guint) g_ascii_strtoull (text, NULL, 10) : 300;
}

static guint
draw (guint below)
{
  return (guint) g_test_rand_int_range (0, (gint32) below);
}

static TqBallots *
new_ballots (guint n)
{
  TqBallots *ballots = tq_ballots_new (TQ_BALLOTS_RANKED);
  ballots->n_options = n;
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (ballots->names, g_strdup_printf ("o%u", i));
  return ballots;
}

static void
add (TqBallots *ballots, gint64 weight, const guint16 *cells)
{
  g_autoptr (GError) error = NULL;
  const gboolean added = tq_ballots_add (ballots, weight, cells, 1, &error);
  g_assert_no_error (error);
  g_assert_true (added);
}

/* A ballot that ranks some of *n* options; without equal ranks where *strict*. */
static void
draw_row (guint n, gboolean strict, guint16 *row)
{
  for (guint i = 0; i < n; i++)
    row[i] = TQ_BALLOTS_NONE;
  const guint length = 1 + draw (n);
  for (guint16 rank = 1; rank <= length; rank++) {
    const guint option = draw (n);
    if (!strict || row[option] == TQ_BALLOTS_NONE)
      row[option] = strict ? rank : (guint16) (1 + draw (3));
  }
}

static TqBallots *
draw_ballots (guint n, gboolean strict)
{
  TqBallots *ballots = new_ballots (n);
  guint16 row[MOST_OPTIONS];
  const guint count = 1 + draw (12);
  for (guint i = 0; i < count; i++) {
    draw_row (n, strict, row);
    add (ballots, 1 + draw (4), row);
  }
  return ballots;
}

/* The same voters, one ballot each, in another order. */
static TqBallots *
shuffle (const TqBallots *ballots)
{
  TqBallots *shuffled = new_ballots (ballots->n_options);
  g_autoptr (GArray) voters = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < ballots->weights->len; i++)
    for (gint64 j = 0; j < tq_ballots_get_weight (ballots, i); j++)
      g_array_append_val (voters, i);
  for (guint left = voters->len; left > 0; left--) {
    const guint at = draw (left);
    add (shuffled, 1, tq_ballots_get_row (ballots, g_array_index (voters, guint, at)));
    g_array_index (voters, guint, at) = g_array_index (voters, guint, left - 1);
  }
  return shuffled;
}

/* The strongest path from *at* to *to* that does not pass an option twice. */
static gint64
walk (const TqMatrix *pairwise, guint at, guint to, gint64 weakest, gboolean *passed)
{
  gint64 best = 0;
  if (at == to)
    return weakest;
  passed[at] = TRUE;
  for (guint next = 0; next < pairwise->n; next++) {
    if (passed[next] || !tq_pairwise_defeats (pairwise, at, next))
      continue;
    const gint64 link = tq_matrix_get (pairwise, at, next);
    best = MAX (best, walk (pairwise, next, to, MIN (weakest, link), passed));
  }
  passed[at] = FALSE;
  return best;
}

/* How many voters rank *x* above *y*, counted one ballot after the other. */
static gint64
count_above (const TqBallots *ballots, guint x, guint y)
{
  gint64 count = 0;
  for (guint i = 0; i < ballots->weights->len; i++) {
    const guint16 *row = tq_ballots_get_row (ballots, i);
    const gboolean above =
      row[x] != TQ_BALLOTS_NONE && (row[y] == TQ_BALLOTS_NONE || row[x] < row[y]);
    count += above ? tq_ballots_get_weight (ballots, i) : 0;
  }
  return count;
}

/* The table, the paths and the winners of Schulze agree with a walk over every path. */
static void
test_schulze (void)
{
  for (guint round = get_rounds (); round > 0; round--) {
    g_autoptr (GError) error = NULL;
    g_autoptr (TqBallots) ballots = draw_ballots (2 + draw (MOST_OPTIONS - 1), FALSE);
    g_autoptr (TqRecord) record = tq_record_new (ballots, NULL, &error);
    g_auto (TqSchulze) schulze = { 0 };
    gboolean passed[MOST_OPTIONS] = { FALSE };
    const guint n = ballots->n_options;
    tq_schulze_count (record, &schulze);
    for (guint x = 0; x < n; x++) {
      gboolean wins = TRUE;
      for (guint y = 0; y < n; y++) {
        if (x == y)
          continue;
        const gint64 there = walk (&schulze.pairwise, x, y, G_MAXINT64, passed);
        const gint64 back = walk (&schulze.pairwise, y, x, G_MAXINT64, passed);
        g_assert_cmpint (tq_matrix_get (&schulze.pairwise, x, y), ==, count_above (ballots, x, y));
        g_assert_cmpint (tq_matrix_get (&schulze.paths, x, y), ==, there);
        wins = wins && there >= back;
      }
      g_assert_cmpint (tq_set_contains (record->winners, x), ==, wins);
    }
  }
}

/* The literal STV: every paper by itself, its value a fraction. */
typedef struct {
  guint n;
  guint n_papers;
  const guint16 **papers;
  guint *holders;
  mpq_t *values;
  gboolean elected[MOST_OPTIONS];
  gboolean excluded[MOST_OPTIONS];
  GArray *order;
  GPtrArray *tables; /* of gint64[n], units of 1/100000 */
  gboolean lot_needed;
} Literal;

static gboolean
continues (const Literal *literal, guint candidate)
{
  return !literal->elected[candidate] && !literal->excluded[candidate];
}

/* The next continuing candidate of a paper. */
static guint
find_next (const Literal *literal, guint paper)
{
  guint next = NOBODY;
  for (guint i = 0; i < literal->n; i++) {
    const guint16 rank = literal->papers[paper][i];
    if (rank == TQ_BALLOTS_NONE || !continues (literal, i))
      continue;
    if (next == NOBODY || rank < literal->papers[paper][next])
      next = i;
  }
  return next;
}

static void
add_votes (const Literal *literal, guint candidate, mpq_t votes)
{
  mpq_set_ui (votes, 0, 1);
  for (guint i = 0; i < literal->n_papers; i++)
    if (literal->holders[i] == candidate)
      mpq_add (votes, votes, literal->values[i]);
}

static gint64
count_units (const Literal *literal, guint candidate)
{
  mpq_t votes, unit;
  gint64 units = 0;
  mpq_inits (votes, unit, NULL);
  add_votes (literal, candidate, votes);
  mpq_set_ui (unit, 100000, 1);
  mpq_mul (votes, votes, unit);
  g_assert_true (tq_mpq_round (votes, TQ_ROUND_FLOOR, &units, NULL));
  mpq_clears (votes, unit, NULL);
  return units;
}

/* Compares by the votes now, then by the most recent earlier table where two differ. */
static int
compare_candidates (const Literal *literal, guint a, guint b, gboolean *out_equal)
{
  for (guint i = literal->tables->len; i > 0; i--) {
    const gint64 *table = g_ptr_array_index (literal->tables, i - 1);
    if (table[a] != table[b])
      return table[a] > table[b] ? 1 : -1;
  }
  *out_equal = TRUE;
  return 0;
}

static void
end_stage (Literal *literal, gint64 quota, const gint64 *kept)
{
  gint64 *table = g_new (gint64, literal->n);
  gboolean equal = FALSE;
  for (guint i = 0; i < literal->n; i++)
    table[i] = kept[i] >= 0 ? kept[i] : count_units (literal, i);
  g_ptr_array_add (literal->tables, table);
  for (;;) {
    guint best = NOBODY;
    for (guint i = 0; i < literal->n; i++) {
      if (!continues (literal, i) || table[i] < quota * 100000)
        continue;
      if (best == NOBODY || compare_candidates (literal, i, best, &equal) > 0)
        best = i;
    }
    if (best == NOBODY)
      return;
    literal->elected[best] = TRUE;
    g_array_append_val (literal->order, best);
  }
}

/* Moves the papers of *candidate*, each at its value times *part* / *whole*, cut to five
 * decimals. */
static void
move (Literal *literal, guint candidate, gint64 part, gint64 whole)
{
  mpq_t factor, unit;
  mpq_inits (factor, unit, NULL);
  mpq_set_si (factor, part, (gulong) whole);
  mpq_canonicalize (factor);
  mpq_set_ui (unit, 100000, 1);
  for (guint i = 0; i < literal->n_papers; i++) {
    gint64 units = 0;
    if (literal->holders[i] != candidate)
      continue;
    literal->holders[i] = find_next (literal, i);
    mpq_mul (literal->values[i], literal->values[i], factor);
    mpq_mul (literal->values[i], literal->values[i], unit);
    g_assert_true (tq_mpq_round (literal->values[i], TQ_ROUND_FLOOR, &units, NULL));
    mpq_set_si (literal->values[i], units, 100000);
    mpq_canonicalize (literal->values[i]);
  }
  mpq_clears (factor, unit, NULL);
}

static guint
count_continuing (const Literal *literal)
{
  guint count = 0;
  for (guint i = 0; i < literal->n; i++)
    count += continues (literal, i) ? 1 : 0;
  return count;
}

/* The candidate with the largest surplus; NOBODY where none is left. */
static guint
find_surplus (Literal *literal, gint64 quota, const gint64 *kept)
{
  guint largest = NOBODY;
  for (guint i = 0; i < literal->n; i++) {
    const gint64 *table = g_ptr_array_index (literal->tables, literal->tables->len - 1);
    if (!literal->elected[i] || kept[i] >= 0 || table[i] <= quota * 100000)
      continue;
    if (largest == NOBODY || compare_candidates (literal, i, largest, &literal->lot_needed) > 0)
      largest = i;
  }
  return largest;
}

static guint
find_lowest (Literal *literal)
{
  guint lowest = NOBODY;
  for (guint i = 0; i < literal->n; i++)
    if (continues (literal, i) &&
        (lowest == NOBODY || compare_candidates (literal, i, lowest, &literal->lot_needed) < 0))
      lowest = i;
  return lowest;
}

static void
fill_vacancies (Literal *literal)
{
  gboolean equal = FALSE;
  while (count_continuing (literal) > 0) {
    guint best = NOBODY;
    for (guint i = 0; i < literal->n; i++)
      if (continues (literal, i) &&
          (best == NOBODY || compare_candidates (literal, i, best, &equal) > 0))
        best = i;
    literal->elected[best] = TRUE;
    g_array_append_val (literal->order, best);
  }
}

static void
run_literal (Literal *literal, guint seats)
{
  const gint64 quota = (gint64) literal->n_papers / (seats + 1) + 1;
  gint64 kept[MOST_OPTIONS]; /* the quota of who was elected with a surplus that has moved */
  for (guint i = 0; i < MOST_OPTIONS; i++)
    kept[i] = -1;
  for (guint i = 0; i < literal->n_papers; i++)
    literal->holders[i] = find_next (literal, i);
  end_stage (literal, quota, kept);
  while (literal->order->len < seats) {
    if (count_continuing (literal) <= seats - literal->order->len) {
      fill_vacancies (literal);
      return;
    }
    const guint over = find_surplus (literal, quota, kept);
    if (over != NOBODY) {
      const gint64 votes = count_units (literal, over);
      move (literal, over, votes - quota * 100000, votes);
      kept[over] = quota * 100000;
    } else {
      const guint lowest = find_lowest (literal);
      literal->excluded[lowest] = TRUE;
      move (literal, lowest, 1, 1);
      kept[lowest] = 0;
    }
    end_stage (literal, quota, kept);
  }
}

/* Returns whether the two could be compared: no lot was needed. */
static gboolean
compare_with_literal (const TqBallots *ballots, guint seats)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (TqBallots) papers = shuffle (ballots);
  g_autoptr (TqRecord) record = tq_record_new (ballots, NULL, &error);
  g_auto (TqStv) stv = { 0 };
  const guint count = papers->weights->len;
  Literal literal = { .n = ballots->n_options, .n_papers = count };
  literal.papers = g_new (const guint16 *, count);
  literal.holders = g_new (guint, count);
  literal.values = g_new (mpq_t, count);
  literal.order = tq_set_new ();
  literal.tables = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < count; i++) {
    literal.papers[i] = tq_ballots_get_row (papers, i);
    mpq_init (literal.values[i]);
    mpq_set_ui (literal.values[i], 1, 1);
  }
  run_literal (&literal, seats);
  tq_stv_count (record, seats, &stv);
  const gboolean compared = !literal.lot_needed;
  if (compared) {
    g_assert_cmpuint (stv.elected->len, ==, literal.order->len);
    for (guint i = 0; i < stv.elected->len; i++)
      g_assert_cmpuint (tq_set_get (stv.elected, i), ==, tq_set_get (literal.order, i));
    g_assert_cmpuint (stv.stages->len, ==, literal.tables->len);
    for (guint i = 0; i < stv.stages->len; i++)
      for (guint j = 0; j < stv.n; j++)
        g_assert_cmpint (tq_stv_get_stage (&stv, i)->votes[j],
                         ==,
                         ((const gint64 *) g_ptr_array_index (literal.tables, i))[j]);
  }
  for (guint i = 0; i < count; i++)
    mpq_clear (literal.values[i]);
  g_free (literal.papers);
  g_free (literal.holders);
  g_free (literal.values);
  g_array_unref (literal.order);
  g_ptr_array_unref (literal.tables);
  return compared;
}

/* Stage tables and the elected of STV agree with one paper a voter, wherever no lot is needed. */
static void
test_stv (void)
{
  const guint rounds = get_rounds ();
  guint compared = 0;
  for (guint round = rounds; round > 0; round--) {
    const guint n = 2 + draw (MOST_OPTIONS - 1);
    g_autoptr (TqBallots) ballots = draw_ballots (n, TRUE);
    compared += compare_with_literal (ballots, 1 + draw (n)) ? 1 : 0;
  }
  g_test_message ("compared %u of %u elections, the others need a lot", compared, rounds);
  g_assert_cmpuint (compared, >, rounds / 5);
}

static char *
write_json (const TqBallots *ballots)
{
  g_autoptr (GString) text =
    g_string_new ("{\"options\":[\"a\",\"b\",\"c\",\"d\"],\"default_option\":3,"
                  "\"quorum\":2,\"majority_ratio\":[2,1,1,1],\"ballots\":[");
  for (guint i = 0; i < ballots->weights->len; i++) {
    g_string_append_printf (text,
                            "%s[%d,[",
                            i > 0 ? "," : "",
                            (int) tq_ballots_get_weight (ballots, i));
    for (guint j = 0; j < ballots->n_options; j++) {
      const guint16 cell = tq_ballots_get_row (ballots, i)[j];
      g_string_append (text, j > 0 ? "," : "");
      if (cell == TQ_BALLOTS_NONE)
        g_string_append (text, "null");
      else
        g_string_append_printf (text, "%u", cell);
    }
    g_string_append (text, "]]");
  }
  g_string_append (text, "]}");
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* What the count says but for the file's name and the lines of invalid ballots (transfer full). */
static char *
tally_without_place (const char *rule, const char *contents)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *json = counting_tally_contents (rule, contents, NULL, 0, &error);
  g_assert_no_error (error);
  const char *ballots = strstr (json, "\"ballots\":");
  const char *names = strstr (json, "\"names\":");
  g_assert_true (ballots != NULL && names != NULL);
  return g_strdup_printf ("%.*s%s", (int) strcspn (ballots, ","), ballots, names);
}

/* The order of the ballots does not matter, nor whether equal voters stand on one ballot. */
static void
test_order (void)
{
  static const char *const rules[] = { "plurality", "approval", "irv",         "stv",
                                       "schulze",   "debian",   "ranked_pairs" };
  for (guint round = get_rounds () / 10 + 1; round > 0; round--) {
    g_autoptr (TqBallots) ballots = draw_ballots (4, FALSE);
    g_autoptr (TqBallots) other = shuffle (ballots);
    g_autofree char *one = write_json (ballots);
    g_autofree char *two = write_json (other);
    for (guint i = 0; i < G_N_ELEMENTS (rules); i++) {
      g_autofree char *left = tally_without_place (rules[i], one);
      g_autofree char *right = tally_without_place (rules[i], two);
      g_assert_cmpstr (left, ==, right);
    }
  }
}

/* The ballots as .blt: with a line of who is *gone*, or without those altogether. */
static char *
write_blt (const TqBallots *ballots, const gboolean *gone, gboolean without)
{
  const guint n = ballots->n_options;
  guint numbers[MOST_OPTIONS] = { 0 }, listed = 0;
  g_autoptr (GString) text = g_string_new (NULL);
  for (guint j = 0; j < n; j++)
    if (!without || !gone[j])
      numbers[j] = ++listed;
  g_string_append_printf (text, "%u 1\n", listed);
  for (guint j = 0; j < n && !without; j++)
    if (gone[j])
      g_string_append_printf (text, "-%u ", numbers[j]);
  g_string_append_c (text, '\n');
  for (guint i = 0; i < ballots->weights->len; i++) {
    const guint16 *row = tq_ballots_get_row (ballots, i);
    g_string_append_printf (text, "%d", (int) tq_ballots_get_weight (ballots, i));
    for (guint16 rank = 1; rank <= MOST_OPTIONS; rank++) {
      char before = ' ';
      for (guint j = 0; j < n; j++)
        if (row[j] == rank && numbers[j] > 0) {
          g_string_append_printf (text, "%c%u", before, numbers[j]);
          before = '=';
        }
    }
    g_string_append (text, " 0\n");
  }
  g_string_append (text, "0\n");
  for (guint j = 0; j < n; j++)
    if (numbers[j] > 0)
      g_string_append_printf (text, "%c\n", 'a' + (int) j);
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* The letters of the winners, and the ties (transfer full). *listed* are the names by index. */
static char *
tally_letters (const char *rule, const char *contents, const char *listed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GString) letters = g_string_new (NULL);
  g_autofree char *json = counting_tally_contents (rule, contents, NULL, 0, &error);
  g_assert_no_error (error);
  const char *winners = strstr (json, "\"winners\":[");
  const char *ties = strstr (json, "\"ties\":");
  g_assert_true (winners != NULL && ties != NULL);
  for (const char *at = winners + strlen ("\"winners\":["); *at != ']'; at++)
    if (*at != ',')
      g_string_append_c (letters, listed[*at - '0']);
  g_string_append (letters, ties);
  return g_string_free (g_steal_pointer (&letters), FALSE);
}

/* Who has withdrawn changes a count as if the papers had been printed without that name. */
static void
test_withdrawn (void)
{
  static const char *const rules[] = { "plurality", "approval", "irv",
                                       "stv",       "schulze",  "ranked_pairs" };
  for (guint round = get_rounds () / 5 + 1; round > 0; round--) {
    const guint n = 2 + draw (MOST_OPTIONS - 1);
    const guint stays = draw (n);
    gboolean gone[MOST_OPTIONS] = { FALSE };
    char listed[MOST_OPTIONS + 1] = "";
    guint left = 0;
    for (guint j = 0; j < n; j++) {
      gone[j] = j != stays && draw (2) == 0;
      if (!gone[j])
        listed[left++] = (char) ('a' + (int) j);
    }
    g_autoptr (TqBallots) ballots = draw_ballots (n, draw (2) == 0);
    g_autofree char *with = write_blt (ballots, gone, FALSE);
    g_autofree char *without = write_blt (ballots, gone, TRUE);
    for (guint i = 0; i < G_N_ELEMENTS (rules); i++) {
      g_autofree char *one = tally_letters (rules[i], with, "abcdef");
      g_autofree char *two = tally_letters (rules[i], without, listed);
      g_assert_cmpstr (one, ==, two);
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tally/literal/schulze", test_schulze);
  g_test_add_func ("/tally/literal/stv", test_stv);
  g_test_add_func ("/tally/literal/order", test_order);
  g_test_add_func ("/tally/literal/withdrawn", test_withdrawn);
  return g_test_run ();
}
